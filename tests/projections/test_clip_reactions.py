"""Who liked a clip, and what was said under it."""

from domain.events import ClipCommented, ClipLiked, ClipUnliked, CommentRemoved
from projections.views.clip_reactions import CLIP_REACTIONS, comment, comments_of, liked_among, likes_of
from tests.projections.given import LATEST, given, tables, time_of


def likes(person: str, clip: str) -> ClipLiked:
    return ClipLiked(clip_id=clip, person_id=person)


def unlikes(person: str, clip: str) -> ClipUnliked:
    return ClipUnliked(clip_id=clip, person_id=person)


def says(person: str, number: int, text: str | None) -> ClipCommented:
    return ClipCommented(comment_id=f"comment-{number}", clip_id="clip-1", person_id=person, text=text)


def removes(person: str, number: int) -> CommentRemoved:
    return CommentRemoved(comment_id=f"comment-{number}", clip_id="clip-1", remover_id=person)


def test_likes_are_listed_newest_first_page_by_page() -> None:
    reactions = given(CLIP_REACTIONS, likes("ada", "clip-1"), likes("ben", "clip-1"), likes("ben", "clip-2"))
    assert [like.person_id for like in likes_of(reactions, "clip-1", 10, LATEST)] == ["ben", "ada"]
    (older,) = likes_of(reactions, "clip-1", 10, before_position=2)
    assert (older.person_id, older.at, older.position) == ("ada", time_of(1), 1)


def test_a_like_taken_back_is_gone_until_given_again() -> None:
    back = (likes("ada", "clip-1"), unlikes("ada", "clip-1"))
    assert likes_of(given(CLIP_REACTIONS, *back), "clip-1", 10, LATEST) == []
    again = likes_of(given(CLIP_REACTIONS, *back, likes("ada", "clip-1")), "clip-1", 10, LATEST)
    assert [like.position for like in again] == [3]


def test_a_page_of_clips_knows_which_its_viewer_likes() -> None:
    reactions = given(
        CLIP_REACTIONS,
        likes("ada", "clip-1"),
        likes("ben", "clip-2"),
        likes("ada", "clip-3"),
        unlikes("ada", "clip-3"),
    )
    assert liked_among(reactions, "ada", ["clip-1", "clip-2", "clip-3"]) == {"clip-1"}
    assert liked_among(reactions, "ada", []) == frozenset()


def test_comments_are_listed_newest_first_with_their_text() -> None:
    reactions = given(CLIP_REACTIONS, says("ada", 1, "oh"), says("ben", 2, "wow"))
    assert [one.text for one in comments_of(reactions, "clip-1", 10, LATEST)] == ["wow", "oh"]
    assert [one.text for one in comments_of(reactions, "clip-1", 10, before_position=2)] == ["oh"]
    assert comment(reactions, "comment-2").person_id == "ben"


def test_a_removed_comment_leaves_no_word_behind() -> None:
    reactions = given(CLIP_REACTIONS, says("ada", 1, "regretted"), removes("ada", 1))
    assert comments_of(reactions, "clip-1", 10, LATEST) == []
    assert comment(reactions, "comment-1") is None
    assert "regretted" not in repr(tables(reactions))


def test_an_erased_writers_comment_stands_without_text() -> None:
    (one,) = comments_of(given(CLIP_REACTIONS, says("ada", 1, None)), "clip-1", 10, LATEST)
    assert one.text is None
