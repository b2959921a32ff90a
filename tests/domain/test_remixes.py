"""Making a clip after somebody else's."""

import pytest

from domain.decisions.remixes import RemixClip
from domain.errors import AllowanceSpent, Blocked, ClipUnknown, ClipWithdrawnAlready, PromptEmpty
from domain.events import PersonBlocked, PersonUnblocked
from domain.ids import ClipId, JobId
from tests.cast import (
    ANA,
    BEN,
    CLEO,
    CLIP,
    NOON,
    REFUSAL,
    REMIX,
    REMIX_JOB,
    published,
    requested,
    withdrawn,
)
from tests.gwt import Stray, but, given

# Ben remixes Ana's clip.
REMIXING = RemixClip(
    job_id=REMIX_JOB,
    clip_id=REMIX,
    refusal_id=REFUSAL,
    maker_id=BEN,
    prompt="a basketball bounces off the rim",
    duration_s=4.0,
    width_px=640,
    height_px=360,
    style="cinematic",
    seed=7,
    storyboard=None,
    allowance_per_day=1,
    at=NOON,
    source_id=CLIP,
    source_maker_id=ANA,
)
REQUESTED = requested(REMIX_JOB, REMIX, BEN, remix_of=CLIP)
OTHER_REMIX = ClipId("clip-remix-2")


def test_a_remix_names_its_source() -> None:
    given(published()).when(REMIXING).then(REQUESTED)


def test_a_draft_is_not_remixed() -> None:
    given().when(REMIXING).refused(ClipUnknown)


def test_a_published_remix_does_not_publish_its_source() -> None:
    given(published(OTHER_REMIX, CLEO, remix_of=CLIP)).when(REMIXING).refused(ClipUnknown)


def test_a_withdrawn_clip_is_not_remixed() -> None:
    given(published(), withdrawn()).when(REMIXING).refused(ClipWithdrawnAlready)


def test_another_remix_withdrawn_leaves_the_source_standing() -> None:
    with pytest.raises(Stray):
        given(published(), withdrawn(OTHER_REMIX, CLEO)).when(REMIXING)


@pytest.mark.parametrize("block", [PersonBlocked(ANA, BEN), PersonBlocked(BEN, ANA)])
def test_a_block_bars_remixing_in_both_directions(block: PersonBlocked) -> None:
    when = given(published(), block).when(REMIXING)
    if block.blocker_id == REMIXING.maker_id:
        when.refused(Blocked)
    else:
        when.refused(ClipUnknown)
    lifted = PersonUnblocked(block.blocker_id, block.blocked_id)
    given(published(), block, lifted).when(REMIXING).then(REQUESTED)


def test_two_blocks_are_lifted_one_by_one() -> None:
    blocks = (PersonBlocked(ANA, BEN), PersonBlocked(BEN, ANA), PersonUnblocked(ANA, BEN))
    given(published(), *blocks).when(REMIXING).refused(Blocked)


def test_a_maker_named_wrongly_gets_past_no_block() -> None:
    given(published()).when(but(REMIXING, source_maker_id=CLEO)).refused(ClipUnknown)


def test_a_remix_draws_on_its_makers_own_allowance() -> None:
    spent = requested(JobId("job-earlier"), ClipId("clip-earlier"), BEN)
    given(published(), spent).when(REMIXING).refused(AllowanceSpent)
    with pytest.raises(Stray):
        given(published(), requested()).when(REMIXING)


def test_a_remix_keeps_the_rules_of_asking() -> None:
    given(published()).when(but(REMIXING, prompt=" ")).refused(PromptEmpty)


def test_makers_may_remix_their_own() -> None:
    own = but(REMIXING, maker_id=ANA)
    given(published()).when(own).then(requested(REMIX_JOB, REMIX, ANA, remix_of=CLIP))
    # There is no block between a person and themselves: those with others must not be read.
    with pytest.raises(Stray):
        given(published(), PersonBlocked(BEN, ANA)).when(own)


def test_a_remix_of_a_remix_names_its_nearest_source() -> None:
    again = but(REMIXING, source_id=REMIX, source_maker_id=BEN, maker_id=CLEO, clip_id=OTHER_REMIX)
    expected = requested(REMIX_JOB, OTHER_REMIX, CLEO, remix_of=REMIX)
    given(published(REMIX, BEN, remix_of=CLIP)).when(again).then(expected)
