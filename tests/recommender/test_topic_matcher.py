"""What matching remembers of topics and clips, while the index is written to."""

from domain.ids import ClipId
from recommender.clip_features import ClipFeatures
from recommender.embedder import Embedder
from recommender.index import ClipIndex
from recommender.rules import Topic
from recommender.topic_matcher import FeatureMatcher

CATS = Topic("cats")
OLD, NEW = ClipId("clip-old"), ClipId("clip-new")


def test_a_clip_that_comes_in_while_others_are_judged_is_unknown_until_the_next_time(
    embedder: Embedder,
) -> None:
    def read(clip_id: ClipId) -> str:
        if clip_id == OLD:
            index.add([NEW], [each.vectors for each in features.read(["two cats on a roof"], embedder.embed)])
        return "a cat asleep"

    index = ClipIndex()
    features = ClipFeatures(read, index.table)
    index.add([OLD], [each.vectors for each in features.read(["a cat asleep"], embedder.embed)])
    matcher = FeatureMatcher(features, embedder)
    first, second = (matcher.judge([CATS], [NEW, OLD])[0].marks for _ in range(2))
    assert (first[0], first[1] > 0) == (0, True)
    assert second[0] > 0
    assert second[1] == first[1]


def test_a_clip_that_was_taken_down_is_known_no_longer(embedder: Embedder) -> None:
    index = ClipIndex()
    features = ClipFeatures(lambda _: "a cat asleep", index.table)
    index.add([OLD], [each.vectors for each in features.read(["a cat asleep"], embedder.embed)])
    matcher = FeatureMatcher(features, embedder)
    assert matcher.judge([CATS], [OLD])[0].holds.tolist() == [True]
    index.remove([OLD])
    assert matcher.judge([CATS], [OLD])[0].holds.tolist() == [False]
