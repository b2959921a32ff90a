"""What its maker does with a finished clip."""

import pytest

from domain.decisions.clips import PublishClip, WithdrawClip
from domain.errors import (
    ClipPublishedAlready,
    ClipUnfinished,
    ClipUnknown,
    ClipWithdrawnAlready,
    TextTooLong,
)
from domain.limits import CAPTION_CHARS_MAX
from tests.cast import (
    ANA,
    BEN,
    CLIP,
    NOON,
    REFUSAL,
    REMIX,
    REMIX_JOB,
    completed,
    published,
    requested,
    withdrawn,
)
from tests.gwt import Stray, but, given

PUBLISH, WITHDRAW = PublishClip(CLIP, ANA, refusal_id=REFUSAL, at=NOON), WithdrawClip(CLIP, ANA)


def test_the_maker_publishes_a_draft_once() -> None:
    given(requested(), completed()).when(PUBLISH).then(published())
    given(requested(), completed(), published()).when(PUBLISH).refused(ClipPublishedAlready)


def test_a_caption_is_trimmed_and_may_be_left_out() -> None:
    draft = given(requested(), completed())
    draft.when(but(PUBLISH, caption=" off the rim ")).then(but(published(), caption="off the rim"))
    draft.when(but(PUBLISH, caption=" \n")).then(published())
    assert draft.when(but(PUBLISH, caption="x" * CAPTION_CHARS_MAX)).decided()
    draft.when(but(PUBLISH, caption="x" * (CAPTION_CHARS_MAX + 1))).refused(TextTooLong)


@pytest.mark.parametrize("command", [PUBLISH, WITHDRAW])
def test_a_clip_in_the_making_is_neither_published_nor_withdrawn(command: PublishClip) -> None:
    given(requested()).when(command).refused(ClipUnfinished)


@pytest.mark.parametrize("command", [PUBLISH, WITHDRAW])
def test_to_all_but_its_maker_a_clip_is_unknown(command: PublishClip) -> None:
    given().when(command).refused(ClipUnknown)
    given(requested(), completed()).when(but(command, maker_id=BEN)).refused(ClipUnknown)
    given(requested()).when(but(command, maker_id=BEN)).refused(ClipUnknown)


def test_what_was_withdrawn_stays_withdrawn() -> None:
    given(requested(), completed(), withdrawn()).when(PUBLISH).refused(ClipWithdrawnAlready)
    given(requested(), completed(), published(), withdrawn()).when(PUBLISH).refused(ClipWithdrawnAlready)
    given(requested(), completed(), published(), withdrawn()).when(WITHDRAW).then()


def test_the_maker_withdraws_a_clip_or_a_draft() -> None:
    given(requested(), completed(), published()).when(WITHDRAW).then(withdrawn())
    given(requested(), completed()).when(WITHDRAW).then(withdrawn())


# --- a remix carries its source's tag ------------------------------------------------------------

REMIX_REQUESTED = requested(REMIX_JOB, REMIX, BEN, remix_of=CLIP)
REMIX_PUBLISHED = published(REMIX, BEN, remix_of=CLIP)


def test_a_remix_does_not_request_its_source() -> None:
    given(REMIX_REQUESTED).when(but(PUBLISH, maker_id=BEN)).refused(ClipUnknown)
    given(requested(), completed(), REMIX_REQUESTED).when(PUBLISH).then(published())


def test_a_remix_does_not_publish_its_source() -> None:
    given(requested(), completed(), REMIX_REQUESTED, REMIX_PUBLISHED).when(PUBLISH).then(published())


def test_a_remix_neither_completes_nor_withdraws_its_source() -> None:
    for end in (completed(REMIX_JOB, REMIX, BEN), withdrawn(REMIX, BEN)):
        with pytest.raises(Stray):
            given(requested(), end).when(PUBLISH)


def test_a_remix_keeps_its_lineage_when_published() -> None:
    publish = PublishClip(REMIX, BEN, refusal_id=REFUSAL, at=NOON)
    given(REMIX_REQUESTED, completed(REMIX_JOB, REMIX, BEN)).when(publish).then(REMIX_PUBLISHED)
