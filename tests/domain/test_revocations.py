"""What ends with consent: which clips and jobs are taken down, by whom, and in how many appends."""

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from domain.codec import Codec
from domain.decisions.revocations import (
    BATCH_MAX,
    EraseCameo,
    ReachRevocation,
    RevokeConsent,
    WithdrawAsSubject,
)
from domain.errors import CameoUnknown, ClipUnknown, ClipWithdrawnAlready, GrantUnknown, RevocationUnknown
from domain.events import (
    CameoEnrolled,
    CameoErased,
    CameoGranted,
    CameoRuleSet,
    ClipDisowned,
    ClipWithdrawn,
    ConsentRevoked,
    Event,
    GenerationCancelled,
    GuardianLinked,
    GuardianUnlinked,
    RevocationReached,
    Terms,
)
from domain.ids import EnrolmentId, GrantId, LinkId, PersonId, RevocationId
from domain.ledger import Ledger, Wish
from domain.limits import REACH_EVENTS_MAX
from tests.cast import ANA, BEN, CAMEO, CLEO, NOON, REVOCATION
from tests.films import Film
from tests.gwt import but, given
from tests.sealers import OpenSealer
from tests.writers import InMemoryLog, SynchronousWriter

FIRST, SECOND = GrantId("grant-1"), GrantId("grant-2")
EARLIER = RevocationId("revocation-0")
LINK = LinkId("link-1")

ENROLLED = CameoEnrolled(CAMEO, ANA, EnrolmentId("enrolment-1"), "template")
LEVEL = CameoRuleSet(CAMEO, ANA, "everyone", Terms(("appear",)), "{}")
REVOKE_ALL = RevokeConsent(revocation_id=REVOCATION, cameo_id=CAMEO, revoker_id=ANA)
REVOKE_FIRST = but(REVOKE_ALL, grant_id=FIRST)
ERASE = EraseCameo(revocation_id=REVOCATION, cameo_id=CAMEO, owner_id=ANA)
REACH = ReachRevocation(revocation_id=REVOCATION, cameo_id=CAMEO)
REVOKED_ALL = ConsentRevoked(REVOCATION, CAMEO, ANA, ANA)
REVOKED_FIRST = but(REVOKED_ALL, grant_id=FIRST)
ERASED = CameoErased(REVOCATION, CAMEO, ANA)


def granted(grant_id: GrantId = FIRST, grantee_id: PersonId = BEN) -> CameoGranted:
    """Ana lets somebody cast her."""
    return CameoGranted(grant_id, CAMEO, ANA, grantee_id, Terms(("appear",)), "{}")


def reached(clips_count: int, jobs_count: int) -> RevocationReached:
    """All is down."""
    return RevocationReached(REVOCATION, CAMEO, clips_count, jobs_count)


ONE, TWO, OWN = Film("one", FIRST), Film("two", SECOND), Film("own", maker=ANA)
BY_LEVEL = Film("level", maker=CLEO)


# --- one grant -----------------------------------------------------------------------------------


def test_a_revoked_grant_takes_down_clips_drafts_and_jobs_that_rest_on_it() -> None:
    draft, job = Film("draft", FIRST), Film("job", FIRST)
    history = (ENROLLED, granted(), *ONE.life, draft.asked, draft.made, job.asked)
    down = (ONE.down(), draft.down(), job.called_off())
    given(*history).when(REVOKE_FIRST).then(REVOKED_FIRST, *down, reached(2, 1))


def test_other_grants_the_level_and_the_owners_own_clips_stand() -> None:
    history = (ENROLLED, LEVEL, granted(), granted(SECOND), *TWO.life, *OWN.life, *BY_LEVEL.life)
    given(*history).when(REVOKE_FIRST).then(REVOKED_FIRST, reached(0, 0))


def test_what_ended_before_is_left_alone() -> None:
    failed, gone = Film("failed", FIRST), Film("gone", FIRST)
    history = (ENROLLED, granted(), failed.asked, failed.failed, *gone.life, gone.gone)
    given(*history).when(REVOKE_FIRST).then(REVOKED_FIRST, reached(0, 0))


def test_a_remix_falls_with_its_sources_grant() -> None:
    remix = Film("remix", FIRST, SECOND, maker=CLEO, of=ONE)
    history = (ENROLLED, granted(), granted(SECOND, CLEO), *ONE.life, *remix.life)
    given(*history).when(REVOKE_FIRST).then(REVOKED_FIRST, ONE.down(), remix.down(), reached(2, 0))


def test_a_grant_is_revoked_once() -> None:
    given(ENROLLED, granted(), but(REVOKED_FIRST, revocation_id=EARLIER)).when(REVOKE_FIRST).then()
    given(ENROLLED).when(REVOKE_FIRST).refused(GrantUnknown)


# --- all consent ---------------------------------------------------------------------------------


def test_all_consent_revoked_takes_down_what_others_made_however_they_were_allowed() -> None:
    history = (ENROLLED, LEVEL, granted(), *ONE.life, *BY_LEVEL.life, *OWN.life)
    given(*history).when(REVOKE_ALL).then(REVOKED_ALL, ONE.down(), BY_LEVEL.down(), reached(2, 0))


def test_consent_given_anew_is_revoked_anew_and_otherwise_nothing_follows() -> None:
    earlier = but(REVOKED_ALL, revocation_id=EARLIER)
    given(ENROLLED, granted(), earlier).when(REVOKE_ALL).then()
    given(ENROLLED, granted(), earlier, LEVEL).when(REVOKE_ALL).then(REVOKED_ALL, reached(0, 0))


def test_what_was_made_by_consent_given_since_outlives_an_unfinished_revocation() -> None:
    new = Film("new", SECOND)
    history = (ENROLLED, granted(), *ONE.life, REVOKED_ALL, granted(SECOND), *new.life)
    given(*history).when(REACH).then(ONE.down(), reached(1, 0))


def test_a_remix_of_what_is_reached_does_not_outlive_it() -> None:
    late = Film("late", SECOND, maker=CLEO, of=ONE)
    history = (ENROLLED, granted(), *ONE.life, REVOKED_ALL, granted(SECOND, CLEO), late.asked)
    given(*history).when(REACH).then(ONE.down(), late.called_off(), reached(1, 1))


# --- who may -------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", [REVOKE_ALL, REVOKE_FIRST, ERASE])
def test_a_stranger_learns_nothing_of_a_cameo(command: RevokeConsent) -> None:
    asker = {"owner_id": BEN} if isinstance(command, EraseCameo) else {"revoker_id": BEN}
    given(ENROLLED, granted()).when(but(command, **asker)).refused(CameoUnknown)
    given().when(command).refused(CameoUnknown)


def test_a_linked_guardian_revokes_and_one_who_is_linked_no_more_does_not() -> None:
    linked, unlinked = GuardianLinked(LINK, ANA, CLEO), GuardianUnlinked(LINK, ANA, CLEO, ANA)
    command = but(REVOKE_FIRST, revoker_id=CLEO)
    history = (ENROLLED, granted(), *ONE.life, linked)
    given(*history).when(command).then(but(REVOKED_FIRST, revoker_id=CLEO), ONE.down(), reached(1, 0))
    given(*history, unlinked).when(command).refused(CameoUnknown)
    given(ENROLLED, granted(), GuardianLinked(LINK, BEN, CLEO)).when(command).refused(CameoUnknown)


# --- one clip ------------------------------------------------------------------------------------

DISOWN = WithdrawAsSubject(revocation_id=REVOCATION, cameo_id=CAMEO, revoker_id=ANA, clip_id=ONE.clip_id)
DISOWNED = ClipDisowned(REVOCATION, CAMEO, ANA, ANA, ONE.clip_id)


def test_the_one_depicted_takes_a_clip_down_with_its_remixes_at_any_depth() -> None:
    child = Film("child", FIRST, maker=CLEO, of=ONE)
    grandchild = Film("grandchild", FIRST, of=child)
    history = (ENROLLED, granted(), *ONE.life, *child.life, grandchild.asked, *TWO.life)
    down = (ONE.down("subject"), child.down("subject"), grandchild.called_off("subject"))
    given(*history).when(DISOWN).then(DISOWNED, *down, reached(2, 1))


def test_remixes_of_a_clip_that_is_gone_can_still_be_taken_down() -> None:
    child = Film("child", FIRST, maker=CLEO, of=ONE)
    given(ENROLLED, *ONE.life, *child.life, ONE.gone).when(DISOWN).then(
        DISOWNED, child.down("subject"), reached(1, 0)
    )
    given(ENROLLED, *ONE.life, ONE.gone).when(DISOWN).refused(ClipWithdrawnAlready)


def test_a_clip_without_the_cameo_is_not_its_subjects_to_take_down() -> None:
    given(ENROLLED).when(DISOWN).refused(ClipUnknown)
    given(ENROLLED, *ONE.life).when(but(DISOWN, revoker_id=BEN)).refused(CameoUnknown)


# --- the cameo -----------------------------------------------------------------------------------


def test_an_erased_cameo_takes_its_owners_clips_along_and_its_end_is_told_later() -> None:
    history = (ENROLLED, granted(), *ONE.life, *OWN.life)
    down = (ONE.down("erased"), OWN.down("erased"))
    given(*history).when(ERASE).then(ERASED, *down)
    given(*history, ERASED, *down).when(REACH).then()
    given(*history, ERASED, *down).when(but(REACH, forgotten=True)).then(reached(2, 0))


def test_a_cameo_is_erased_once_and_nothing_of_it_is_revoked_after_that() -> None:
    given(ENROLLED, but(ERASED, revocation_id=EARLIER)).when(ERASE).then()
    given(ENROLLED, granted(), but(ERASED, revocation_id=EARLIER)).when(REVOKE_FIRST).refused(CameoUnknown)


# --- more than one append ------------------------------------------------------------------------


def test_a_large_revocation_goes_on_from_the_log_until_all_is_down() -> None:
    films = [Film(str(number), FIRST) for number in range(2 * BATCH_MAX + 5)]
    history = [ENROLLED, granted(), *(event for film in films for event in film.life)]
    decided = given(*history).when(REVOKE_FIRST).decided()
    assert decided == (REVOKED_FIRST, *(film.down() for film in films[:BATCH_MAX]))
    history += decided
    sizes = []
    while not isinstance(decided[-1], RevocationReached):
        decided = given(*history).when(REACH).decided()
        assert len(decided) <= REACH_EVENTS_MAX
        sizes.append(len(decided))
        history += decided
    assert sizes == [BATCH_MAX, 6]
    assert decided[-1] == reached(len(films), 0)
    given(*history).when(REACH).then()


def test_only_what_was_begun_is_reached() -> None:
    given(ENROLLED).when(REACH).refused(RevocationUnknown)


LIFE = st.tuples(st.sampled_from([(), (FIRST,), (SECOND,)]), st.integers(1, 3), st.booleans())


@drawn(lives=st.lists(LIFE, max_size=8))
def test_after_a_revocation_nothing_stands_that_rested_on_it(lives: list) -> None:
    history: list[Event] = [ENROLLED, LEVEL, granted(), granted(SECOND)]
    films = [Film(str(number), *grants) for number, (grants, _, _) in enumerate(lives)]
    for film, (_, length, is_gone) in zip(films, lives, strict=True):
        history += [*film.life[:length], *([film.gone] if is_gone and length > 1 else [])]
    history += given(*history).when(REVOKE_FIRST).decided()
    assert isinstance(history[-1], RevocationReached)
    ended = {event.clip_id for event in history if isinstance(event, ClipWithdrawn | GenerationCancelled)}
    for film, (grants, length, is_gone) in zip(films, lives, strict=True):
        was_gone = is_gone and length > 1
        assert (film.clip_id in ended) == (was_gone or FIRST in grants)


# --- on a log ------------------------------------------------------------------------------------


class Unopened(OpenSealer):
    """Fails where somebody's words are opened."""

    def open(self, subject: str, sealed: str, context: str) -> str | None:
        raise AssertionError(f"{context} of {subject} was opened for {sealed}")


def test_nobodys_words_are_opened_to_take_their_clips_down() -> None:
    recorder, codec = InMemoryLog(), Codec(Unopened())
    recorder.append(SynchronousWriter.rows(codec, (ENROLLED, granted(), *ONE.life)))
    ledger = Ledger(recorder, SynchronousWriter(recorder), codec, lambda: NOON)
    receipt = ledger.handle_now(REVOKE_FIRST, Wish(ANA, "request-1", "request-1"))
    assert receipt.events == (REVOKED_FIRST, ONE.down(), reached(1, 0))
