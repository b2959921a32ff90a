"""Leaving for good: what goes at once, what goes in further appends, and when the end is told."""

from domain.decisions.erasures import ErasePerson, FinishErasure
from domain.errors import PersonUnknown
from domain.events import (
    CameoEnrolled,
    CameoErased,
    ClipWithdrawn,
    ErasureFinished,
    GenerationCancelled,
    GuardianLinked,
    GuardianUnlinked,
    PersonErased,
)
from domain.ids import CameoId, ClipId, EnrolmentId, ErasureId, JobId, LinkId, RevocationId
from domain.limits import REACH_EVENTS_MAX
from tests.cast import (
    ANA,
    BEN,
    CLEO,
    CLIP,
    JOB,
    REMIX,
    REMIX_JOB,
    completed,
    joined,
    published,
    requested,
    withdrawn,
)
from tests.gwt import but, given

ERASURE, CAMEO = ErasureId("erasure-1"), CameoId("cameo-ana")
ERASE = ErasePerson(erasure_id=ERASURE, person_id=ANA)
FINISH = FinishErasure(erasure_id=ERASURE, person_id=ANA, files_count=4)
ERASED = PersonErased(ERASURE, ANA)
ENROLLED = CameoEnrolled(CAMEO, ANA, EnrolmentId("enrolment-1"), "template")
DOWN = but(withdrawn(), cause="erased")
CALLED_OFF = GenerationCancelled(JOB, CLIP, requested().allowance_id, True, ANA, "erased")


def finished(clips_count: int, jobs_count: int) -> ErasureFinished:
    """All is gone."""
    return ErasureFinished(ERASURE, ANA, clips_count, jobs_count, 4)


def test_whoever_leaves_takes_their_clips_drafts_and_jobs_along() -> None:
    given(joined(ANA), requested(), completed(), published()).when(ERASE).then(ERASED, DOWN)
    given(joined(ANA), requested(), completed()).when(ERASE).then(ERASED, DOWN)
    given(joined(ANA), requested()).when(ERASE).then(ERASED, CALLED_OFF)


def test_what_others_made_with_them_in_it_is_left_to_the_cameo() -> None:
    theirs = but(requested(REMIX_JOB, REMIX, BEN), cameo_ids=(CAMEO,))
    foreign = but(published(REMIX, BEN), cameo_ids=(CAMEO,))
    history = (joined(ANA), requested(), completed())
    assert given(*history).when(ERASE).decided() == (ERASED, DOWN)
    state = ERASE.initial()
    for event in (*history, theirs, foreign):
        state = state.evolve(event)
    assert ERASE.decide(state) == (ERASED, DOWN)


def test_links_end_on_either_side() -> None:
    as_teen = GuardianLinked(LinkId("link-1"), ANA, BEN)
    as_guardian = GuardianLinked(LinkId("link-2"), CLEO, ANA)
    ended = GuardianUnlinked(LinkId("link-0"), ANA, CLEO, CLEO)
    earlier = GuardianLinked(LinkId("link-0"), ANA, CLEO)
    given(joined(ANA), earlier, ended, as_teen, as_guardian).when(ERASE).then(
        ERASED,
        GuardianUnlinked(LinkId("link-1"), ANA, BEN, ANA),
        GuardianUnlinked(LinkId("link-2"), CLEO, ANA, ANA),
    )


def test_nobody_leaves_twice_or_before_they_came() -> None:
    given(joined(ANA), ERASED).when(ERASE).then()
    given().when(ERASE).refused(PersonUnknown)
    given(joined(ANA)).when(FINISH).refused(PersonUnknown)
    given(joined(ANA), ERASED).when(but(FINISH, erasure_id=ErasureId("erasure-2"))).refused(PersonUnknown)


def test_the_end_is_told_once_with_what_was_reached() -> None:
    history = (joined(ANA), requested(), completed(), ERASED, DOWN)
    given(*history).when(FINISH).then(finished(1, 0))
    given(*history, finished(1, 0)).when(FINISH).then()
    given(*history).when(but(FINISH, files_count=None)).then()


def test_what_slipped_in_is_taken_down_before_the_end_is_told() -> None:
    given(joined(ANA), ERASED, requested()).when(FINISH).then(CALLED_OFF)
    given(joined(ANA), ERASED, requested(), CALLED_OFF).when(FINISH).then(finished(0, 1))


def test_the_end_waits_for_the_cameo() -> None:
    gone = CameoErased(RevocationId("revocation-1"), CAMEO, ANA)
    given(joined(ANA), ENROLLED, ERASED).when(FINISH).then()
    given(joined(ANA), ENROLLED, ERASED, gone).when(FINISH).then(finished(0, 0))


def test_a_large_estate_goes_in_several_appends() -> None:
    ids = [(JobId(f"job-{number}"), ClipId(f"clip-{number}")) for number in range(2 * REACH_EVENTS_MAX)]
    history = [
        joined(ANA),
        *(event for job, clip in ids for event in (requested(job, clip), completed(job, clip))),
    ]
    decided = given(*history).when(ERASE).decided()
    sizes = []
    while not isinstance(decided[-1], ErasureFinished):
        assert len(decided) <= REACH_EVENTS_MAX
        history += decided
        sizes.append(sum(isinstance(event, ClipWithdrawn) for event in decided))
        decided = given(*history).when(FINISH).decided()
    assert sizes == [REACH_EVENTS_MAX - 1, REACH_EVENTS_MAX, 1]
    assert decided == (finished(len(ids), 0),)
