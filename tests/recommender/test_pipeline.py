"""The stages together: what they promise of every ranking, and that they can be read."""

from recommender.policy import POLICY
from tests.recommender.candidates import query


def community_of_clips(world):
    """Four makers with a few clips each, remixes, a report and a withdrawal; the viewer follows one."""
    viewer_id, *makers = (world.joins(name) for name in ("ana", "ben", "cleo", "dino"))
    for round_number in range(4):
        for maker_id in makers:
            style = ("realistic", "cinematic", "anime")[round_number % 3]
            last = world.publishes(maker_id, f"scene {round_number} of {maker_id}", style)
    world.publishes(makers[0], "made after it", remix_of=last)
    world.withdraws(makers[0], world.publishes(makers[0], "regretted"))
    world.follows(viewer_id, makers[1])
    world.feeder.catch_up()
    return query(following=frozenset({makers[1]}))


def test_parts_add_up_to_the_score_exactly_and_the_weights_are_the_policys(world):
    asked = community_of_clips(world)
    for each in (asked, query(ask="cinematic scenes")):
        for item in world.pipeline.rank(each).items:
            assert item.score == sum(part.points for part in item.parts)
            for part in item.parts:
                assert part.weight == getattr(each.recipe.weights, part.name) > 0
                assert part.points % part.weight == 0


def test_the_same_query_makes_the_same_ranking(world):
    asked = community_of_clips(world)
    assert world.pipeline.rank(asked) == world.pipeline.rank(asked)


def test_each_item_says_at_least_one_reason_and_who_found_it(world):
    for item in world.pipeline.rank(community_of_clips(world)).items:
        assert item.reasons
        assert item.found_by


def test_a_clip_that_the_views_do_not_know_is_counted_and_not_shown(world):
    asked = community_of_clips(world)
    vector = world.embedder.embed_together(("a stray clip",))[0]
    world.index.add(["clip-stray"], vector[None])
    ranking = world.pipeline.rank(query(ask="a stray clip"))
    assert ranking.removed_counts["unknown"] == 1
    assert "clip-stray" not in {item.clip_id for item in ranking.items}
    assert world.pipeline.still_standing(asked, ["clip-stray"]) == frozenset()


def test_it_can_be_read(world):
    text = world.pipeline.describe(POLICY)
    for name in ("friends", "nearest", "unknown", "blocked", "seen", "match", "selector", POLICY.version):
        assert name in text
