"""What stands between people and clips."""

import pytest

from domain.decisions.reactions import CommentClip, LikeClip, RemoveComment, ReportClip, UnlikeClip
from domain.errors import Blocked, ClipUnknown, ClipWithdrawnAlready, CommentUnknown, TextEmpty, TextTooLong
from domain.events import (
    ClipCommented,
    ClipLiked,
    ClipReported,
    ClipUnliked,
    CommentRemoved,
    PersonBlocked,
    PersonUnblocked,
)
from domain.limits import COMMENT_CHARS_MAX, REPORT_NOTE_CHARS_MAX
from tests.cast import ANA, BEN, CLEO, CLIP, COMMENT, REMIX, REPORT, published, withdrawn
from tests.gwt import Stray, but, given

BLOCKS, IS_BLOCKED = PersonBlocked(ANA, BEN), PersonBlocked(BEN, ANA)

# Ben reacts to Ana's clip.
LIKE, UNLIKE = LikeClip(CLIP, ANA, BEN), UnlikeClip(CLIP, ANA, BEN)
COMMENTING = CommentClip(CLIP, ANA, BEN, COMMENT, "so close")
REPORTING = ReportClip(CLIP, ANA, BEN, REPORT, "spam", None)
LIKED, UNLIKED = ClipLiked(CLIP, BEN), ClipUnliked(CLIP, BEN)
COMMENTED = ClipCommented(COMMENT, CLIP, BEN, "so close")
REACTIONS = (LIKE, COMMENTING)
ALL_REACTIONS = (LIKE, UNLIKE, COMMENTING, REPORTING)


def test_a_clip_is_liked_once_a_person() -> None:
    given(published()).when(LIKE).then(LIKED)
    given(published(), LIKED).when(LIKE).then()
    given(published(), LIKED, UNLIKED).when(LIKE).then(LIKED)


def test_anothers_like_is_none_of_their_business() -> None:
    with pytest.raises(Stray):
        given(published(), ClipLiked(CLIP, CLEO)).when(LIKE)


def test_a_like_is_taken_back_while_it_stands_whatever_became_of_the_clip() -> None:
    given(published(), LIKED).when(UNLIKE).then(UNLIKED)
    given(published(), LIKED, withdrawn(), IS_BLOCKED).when(UNLIKE).then(UNLIKED)
    given(published()).when(UNLIKE).then()
    given(published(), LIKED, UNLIKED).when(UNLIKE).then()


@pytest.mark.parametrize("command", ALL_REACTIONS)
def test_a_draft_is_unknown_to_others(command: LikeClip) -> None:
    given().when(command).refused(ClipUnknown)


@pytest.mark.parametrize("command", ALL_REACTIONS)
def test_a_published_remix_does_not_publish_its_source(command: LikeClip) -> None:
    given(published(REMIX, BEN, remix_of=CLIP)).when(command).refused(ClipUnknown)


@pytest.mark.parametrize("command", ALL_REACTIONS)
def test_a_maker_named_wrongly_gets_past_no_block(command: LikeClip) -> None:
    given(published()).when(but(command, maker_id=CLEO)).refused(ClipUnknown)


@pytest.mark.parametrize("command", ALL_REACTIONS)
def test_a_remix_by_another_does_not_change_whose_the_source_is(command: LikeClip) -> None:
    assert given(published(), LIKED, published(REMIX, CLEO, remix_of=CLIP)).when(UNLIKE).decided()
    when = given(published(), published(REMIX, CLEO, remix_of=CLIP)).when(but(command, maker_id=CLEO))
    when.refused(ClipUnknown)


@pytest.mark.parametrize("command", REACTIONS)
def test_a_withdrawn_clip_takes_no_likes_or_comments(command: LikeClip) -> None:
    given(published(), withdrawn()).when(command).refused(ClipWithdrawnAlready)


@pytest.mark.parametrize("command", REACTIONS)
@pytest.mark.parametrize("block", [BLOCKS, IS_BLOCKED])
def test_a_block_bars_likes_and_comments_in_both_directions(command: LikeClip, block: PersonBlocked) -> None:
    when = given(published(), block).when(command)
    # Only who blocked is told so: to the other the clip is unknown, as it is everywhere else.
    if block.blocker_id == command.person_id:
        when.refused(Blocked)
    else:
        when.refused(ClipUnknown)
    lifted = PersonUnblocked(block.blocker_id, block.blocked_id)
    assert given(published(), block, lifted).when(command).decided()


def test_makers_may_like_and_comment_their_own() -> None:
    given(published()).when(LikeClip(CLIP, ANA, ANA)).then(ClipLiked(CLIP, ANA))
    given(published()).when(but(COMMENTING, person_id=ANA)).then(but(COMMENTED, person_id=ANA))


def test_a_comment_is_trimmed() -> None:
    given(published()).when(but(COMMENTING, text="  so close\n")).then(COMMENTED)


@pytest.mark.parametrize("text", ["", "  \n\t"])
def test_a_comment_says_something(text: str) -> None:
    given(published()).when(but(COMMENTING, text=text)).refused(TextEmpty)


def test_a_comment_has_an_end() -> None:
    assert given(published()).when(but(COMMENTING, text="x" * COMMENT_CHARS_MAX)).decided()
    too_long = but(COMMENTING, text="x" * (COMMENT_CHARS_MAX + 1))
    given(published()).when(too_long).refused(TextTooLong)


@pytest.mark.parametrize("remover", [BEN, ANA])
def test_the_writer_and_the_clips_maker_take_a_comment_down_once(remover: str) -> None:
    command, removed = RemoveComment(COMMENT, CLIP, remover), CommentRemoved(COMMENT, CLIP, remover)
    given(published(), COMMENTED).when(command).then(removed)
    given(published(), COMMENTED, removed).when(command).then()


def test_no_one_else_takes_a_comment_down() -> None:
    given(published(), COMMENTED).when(RemoveComment(COMMENT, CLIP, CLEO)).refused(CommentUnknown)
    given(published()).when(RemoveComment(COMMENT, CLIP, BEN)).refused(CommentUnknown)


def test_the_maker_of_a_remix_does_not_rule_over_the_sources_comments() -> None:
    remix = published(REMIX, CLEO, remix_of=CLIP)
    given(published(), remix, COMMENTED).when(RemoveComment(COMMENT, CLIP, CLEO)).refused(CommentUnknown)


def test_a_comment_is_found_under_its_own_clip_only() -> None:
    with pytest.raises(Stray):
        given(COMMENTED).when(RemoveComment(COMMENT, REMIX, BEN))


def test_neither_a_block_nor_a_withdrawal_keeps_one_from_reporting() -> None:
    reported = ClipReported(REPORT, CLIP, BEN, "spam")
    given(published(), withdrawn(), IS_BLOCKED).when(REPORTING).then(reported)


def test_a_report_takes_a_note_within_bounds() -> None:
    noted = but(REPORTING, note=" look at the end ")
    given(published()).when(noted).then(ClipReported(REPORT, CLIP, BEN, "spam", "look at the end"))
    given(published()).when(but(REPORTING, note=" ")).refused(TextEmpty)
    too_long = but(REPORTING, note="x" * (REPORT_NOTE_CHARS_MAX + 1))
    given(published()).when(too_long).refused(TextTooLong)
