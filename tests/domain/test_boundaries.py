"""No two racers both win: what every command must hold so that a conditional append is safe."""

import contextlib
import importlib
import inspect
import pkgutil
import re
from collections.abc import Sequence
from concurrent.futures import Future
from pathlib import Path

import pytest
from eventsourcing.dcb.api import DCBAppendCondition, DCBEvent
from eventsourcing.persistence import IntegrityError

import domain.decisions
from domain.codec import Codec
from domain.decider import Boundary, Command
from domain.decisions import (
    accounts,
    clips,
    erasures,
    generations,
    guardians,
    instructions,
    invites,
    jobs,
    moderation,
    passkeys,
    pauses,
    reactions,
    recovery,
    remixes,
    revocations,
    roles,
    social,
    waiting,
    wellness,
    withholdings,
)
from domain.errors import Refused
from domain.events import (
    EVENT_TYPES,
    AccessIssued,
    CameoErased,
    CameoGranted,
    Caps,
    ClipCommented,
    ClipLiked,
    ClipReported,
    ClipWithheld,
    CountryOpened,
    Event,
    GuardianAsked,
    GuardianLinked,
    InstructionGiven,
    PasskeyAdded,
    PauseTaken,
    PersonBlocked,
    PersonErased,
    PersonFollowed,
    RecoveryCodeSet,
    RoleGiven,
    Terms,
    WaitingBegun,
    WellnessCheckAnswered,
    WellnessCheckDue,
)
from domain.ids import HandleDigest, InviteId, JobId
from domain.ledger import Ledger, Wish
from tests import cases, likenesses, turning
from tests.cast import (
    ADULT_BIRTH,
    ANA,
    ANAS_INVITES,
    ANSWER,
    BEN,
    BENS_INVITE,
    CAMEO,
    CHECK,
    CLEO,
    CLIP,
    COMMENT,
    ERASURE,
    FACTS,
    FOUNDERS_INVITE,
    GERMANY,
    GRANT,
    INSTRUCTION,
    JOB,
    LINK,
    NOON,
    PASSKEY,
    PHONE,
    POSTER,
    RECEIPT,
    REFUSAL,
    REMIX,
    REPORT,
    REVOCATION,
    TOMORROW,
    VIDEO,
    WAITING,
    completed,
    invited,
    joined,
    published,
    requested,
    withdrawn,
)
from tests.films import Film
from tests.gwt import UNGUARDED, Stray, assert_guarded, given, is_within
from tests.likenesses import enrolled, held, opened, submitted
from tests.sealers import OpenSealer
from tests.writers import InMemoryLog, SynchronousWriter

CLEARED = {"maker_id": ANA, "refusal_id": REFUSAL, "at": NOON}
ASKING = {
    **CLEARED, "prompt": "a ball", "duration_s": 4.0, "width_px": 640, "height_px": 360,
    "style": None, "seed": 7, "storyboard": None, "allowance_per_day": 5,
}  # fmt: skip
REACHING = {"revocation_id": REVOCATION, "cameo_id": CAMEO}
ERASING = {"erasure_id": ERASURE, "person_id": ANA}
INSTRUCTING = {"instruction_id": INSTRUCTION, "person_id": ANA, "at": NOON}
GIVE = instructions.GiveInstruction(**INSTRUCTING, text="no dogs", rules='["never dogs"]')
GIVEN = InstructionGiven(INSTRUCTION, ANA, NOON, "no dogs", '["never dogs"]', TOMORROW)
FILM = Film("of-ana", GRANT)
TEEN_AND_ADULT = (joined(ANA, age_band="teen"), joined(BEN))
ASKED, LINKED = GuardianAsked(LINK, ANA, BEN, ANA), GuardianLinked(LINK, ANA, BEN)
REPORTED = ClipReported(REPORT, CLIP, BEN, "spam")
OWN_PASSKEY = {"passkey_id": PASSKEY, "person_id": ANA}
PASSKEY_ADDED = PasskeyAdded(PASSKEY, ANA, "c", "k")
# One history and command of each kind that leaves events behind.
SCENARIOS: tuple[tuple[tuple[Event, ...], Command], ...] = (
    ((), accounts.OpenCountry(GERMANY)),
    ((CountryOpened(GERMANY),), accounts.CloseCountry(GERMANY)),
    (
        (invited(), CountryOpened(GERMANY)),
        accounts.JoinByInvite(
            ANA, FOUNDERS_INVITE, "ana", HandleDigest("handle-ana"),
            ADULT_BIRTH, GERMANY, PHONE, "d", ANAS_INVITES, NOON, "r",
        ),
    ),
    ((joined(ANA),), accounts.IssueAccess(PHONE, ANA, "d")),
    ((AccessIssued(PHONE, ANA, "d"),), accounts.RevokeAccess(PHONE, ANA)),
    ((), waiting.BeginWaiting(WAITING, GERMANY, "d", "ana@example.org")),
    (
        (WaitingBegun(WAITING, GERMANY, "d", "ana@example.org"),),
        waiting.EndWaiting(WAITING, "d"),
    ),
    ((joined(ANA),), passkeys.AddPasskey(**OWN_PASSKEY, credential="c", public_key="k")),
    ((joined(ANA), PASSKEY_ADDED), passkeys.RemovePasskey(**OWN_PASSKEY)),
    (
        (joined(ANA), PASSKEY_ADDED),
        passkeys.EnterByPasskey(**OWN_PASSKEY, access_id=PHONE, secret_digest="d"),
    ),
    ((joined(ANA),), recovery.SetRecoveryCode(ANA, "r")),
    (
        (joined(ANA), RecoveryCodeSet(ANA, "r")),
        recovery.RecoverAccount(ANA, "r", "s", PHONE, "d"),
    ),
    ((), invites.IssueFounderInvite(FOUNDERS_INVITE)),
    ((joined(ANA),), invites.IssueInvite(InviteId("invite-new"), ANA)),
    ((invited(issuer_id=ANA),), invites.VoidInvite(FOUNDERS_INVITE, ANA)),
    ((joined(BEN),), social.FollowPerson(ANA, BEN)),
    ((joined(BEN), PersonFollowed(ANA, BEN)), social.UnfollowPerson(ANA, BEN)),
    ((joined(BEN), PersonFollowed(ANA, BEN), PersonFollowed(BEN, ANA)), social.BlockPerson(ANA, BEN)),
    ((joined(BEN), PersonBlocked(ANA, BEN)), social.UnblockPerson(ANA, BEN)),
    ((published(),), reactions.LikeClip(CLIP, ANA, BEN)),
    ((published(), ClipLiked(CLIP, BEN)), reactions.UnlikeClip(CLIP, ANA, BEN)),
    ((published(),), reactions.CommentClip(CLIP, ANA, BEN, COMMENT, "so close")),
    ((published(),), reactions.ReportClip(CLIP, ANA, BEN, REPORT, "spam")),
    ((published(), ClipCommented(COMMENT, CLIP, BEN, "hm")), reactions.RemoveComment(COMMENT, CLIP, BEN)),
    ((), generations.RequestGeneration(job_id=JOB, clip_id=CLIP, **ASKING)),
    ((requested(),), jobs.StartGeneration(JOB, backend="physics", **CLEARED)),
    (
        (requested(),),
        jobs.CompleteGeneration(
            JOB, video=VIDEO, poster=POSTER, receipt=RECEIPT, facts=FACTS, **CLEARED
        ),
    ),
    ((requested(),), jobs.FailGeneration(JOB, "worker_lost")),
    ((requested(),), jobs.CancelGeneration(JOB, ANA)),
    ((requested(), completed()), clips.PublishClip(CLIP, ANA, refusal_id=REFUSAL, at=NOON)),
    ((requested(), completed()), clips.WithdrawClip(CLIP, ANA)),
    (
        (requested(), completed(), published(), withdrawn(cause="moderated")),
        clips.RestoreClip(CLIP, ANA, refusal_id=REFUSAL, at=NOON),
    ),
    (
        (published(),),
        remixes.RemixClip(
            job_id=JobId("job-remix"), clip_id=REMIX, source_id=CLIP, source_maker_id=ANA, **ASKING
        ),
    ),
    ((), wellness.CallWellnessCheck(CHECK, ANA, NOON, 99, wellness.WellnessRule(), False, NOON)),
    ((WellnessCheckDue(CHECK, ANA, NOON, "clips_seen"),), wellness.AskWellnessCheck(CHECK, ANA)),
    (
        (WellnessCheckDue(CHECK, ANA, NOON, "clips_seen"),),
        wellness.AnswerWellnessCheck(CHECK, ANA, ANSWER, "good", None, NOON),
    ),
    ((WellnessCheckAnswered(CHECK, ANA, ANSWER, NOON, "good"),), wellness.ClearWellnessRecord(ANA, NOON)),
    ((), pauses.TakePause(person_id=ANA, at=NOON, minutes=15)),
    ((PauseTaken(ANA, NOON, TOMORROW),), pauses.EndPause(person_id=ANA, at=NOON)),
    ((), GIVE),
    ((GIVEN,), instructions.EditInstruction(**INSTRUCTING, rules='["never cats"]')),
    ((GIVEN,), instructions.UndoInstruction(**INSTRUCTING)),
    ((GIVEN,), instructions.ExpireInstructions(person_id=ANA, at=TOMORROW)),
    ((), instructions.SetPersonalisation(ANA, False)),
    ((joined(ANA),), likenesses.OPEN),
    ((joined(ANA), opened()), likenesses.SUBMIT),
    ((joined(ANA), opened(), submitted()), likenesses.REFUSE),
    ((joined(ANA), opened(), submitted()), likenesses.HOLD),
    ((joined(ANA), opened(), submitted()), likenesses.ENROL),
    ((joined(ANA), likenesses.REVIEWER, opened(), submitted(), held("twin")), likenesses.PASS),
    ((joined(ANA), enrolled()), likenesses.RULE),
    ((joined(ANA), enrolled(), joined(BEN)), likenesses.GIVE),
    ((enrolled(), *FILM.life), revocations.RevokeConsent(**REACHING, revoker_id=ANA)),
    (
        (enrolled(), *FILM.life),
        revocations.WithdrawAsSubject(**REACHING, revoker_id=ANA, clip_id=FILM.clip_id),
    ),
    ((enrolled(), *FILM.life), revocations.EraseCameo(**REACHING, owner_id=ANA)),
    (
        (enrolled(), *FILM.life, CameoErased(REVOCATION, CAMEO, ANA)),
        revocations.ReachRevocation(**REACHING, forgotten=True),
    ),
    ((joined(ANA), requested(), completed()), erasures.ErasePerson(**ERASING)),
    ((joined(ANA), PersonErased(ERASURE, ANA)), erasures.FinishErasure(**ERASING, files_count=0)),
    ((joined(ANA),), roles.GiveRole(ANA, "reviewer")),
    ((joined(ANA), RoleGiven(ANA, "reviewer")), roles.TakeRole(ANA, "reviewer")),
    ((turning.TEEN, turning.ASKED), turning.TURN),
    ((turning.LINKED, turning.GRANTED, turning.APPROVED, turning.UNLINKED), turning.LAPSE),
    (TEEN_AND_ADULT, guardians.AskGuardian(LINK, ANA, BEN, ANA)),
    ((*TEEN_AND_ADULT, ASKED), guardians.AcceptGuardian(LINK, ANA, BEN, BEN)),
    ((*TEEN_AND_ADULT, ASKED, LINKED), guardians.EndGuardian(LINK, ANA, BEN, ANA)),
    ((*TEEN_AND_ADULT, ASKED, LINKED), guardians.SetCaps(LINK, ANA, BEN, Caps(clips_made_max=1))),
    (
        (LINKED, CameoGranted(GRANT, CAMEO, ANA, CLEO, Terms(("appear",)), None)),
        guardians.ApproveGrant(GRANT, CAMEO, LINK, BEN),
    ),
    (
        (RoleGiven(CLEO, "reviewer"), requested(), published(), REPORTED),
        moderation.DecideReport(REPORT, CLIP, CLEO, withdraw=True, refusal_id=REFUSAL),
    ),
    ((RoleGiven(CLEO, "reviewer"), published()), withholdings.WithholdClip(CLIP, GERMANY, CLEO)),
    (
        (RoleGiven(CLEO, "reviewer"), published(), ClipWithheld(CLIP, GERMANY, CLEO)),
        withholdings.ReleaseClip(CLIP, GERMANY, CLEO),
    ),
    ((cases.REFUSED,), cases.APPEAL_IT),
    ((cases.REFUSED, cases.APPEALED, cases.REVIEWER), cases.UPHOLD),
    (cases.OPEN, cases.OVERTURN),
)  # fmt: skip
NAMES = [type(command).__name__ for _, command in SCENARIOS]


def commands() -> set[type[Command]]:
    """Every command that the decisions offer."""
    names = (module.name for module in pkgutil.iter_modules(domain.decisions.__path__))
    modules = [importlib.import_module(f"domain.decisions.{name}") for name in names]
    return {
        value
        for module in modules
        for name, value in inspect.getmembers(module, inspect.isclass)
        if issubclass(value, Command) and value is not Command and not name.startswith("_")
    }


def test_every_command_has_its_scenario() -> None:
    assert {type(command) for _, command in SCENARIOS} == commands()


@pytest.mark.parametrize(("history", "command"), SCENARIOS, ids=NAMES)
def test_what_a_command_adds_lies_in_its_own_boundary(history: tuple[Event, ...], command: Command) -> None:
    decided = given(*history).when(command).decided()
    assert decided
    assert_guarded(command, decided)


def test_no_exception_is_stale() -> None:
    outside = {
        (type(command), type(event))
        for history, command in SCENARIOS
        for event in given(*history).when(command).decided()
        if not is_within(command, event)
    }
    assert outside == set(UNGUARDED)


@pytest.mark.parametrize(("history", "command"), SCENARIOS, ids=NAMES)
def test_of_two_racers_who_saw_the_same_one_is_sent_back(
    history: tuple[Event, ...], command: Command
) -> None:
    recorder, codec = InMemoryLog(), Codec(OpenSealer())
    recorder.append(SynchronousWriter.rows(codec, (*history, joined(CLEO, BENS_INVITE))))
    decided = given(*history).when(command).decided()
    racer = RacedWriter(recorder, SynchronousWriter.rows(codec, decided))
    with contextlib.suppress(Refused):  # what the second look at the log may come to
        Ledger(recorder, racer, codec, lambda: NOON).handle_now(
            command, Wish("server", "request-2", "request-2")
        )
    guarded = any(is_within(command, event) for event in decided)
    assert racer.sent_back_count == (1 if guarded else 0)


class RacedWriter(SynchronousWriter):
    """Lets somebody else append just before the first append."""

    def __init__(self, recorder: InMemoryLog, rows: list[DCBEvent]) -> None:
        super().__init__(recorder)
        self._rows = rows
        self.sent_back_count = 0

    def submit(self, events: Sequence[DCBEvent], condition: DCBAppendCondition | None) -> Future[int]:
        """Queues one append, after the other's."""
        if self._rows:
            self._recorder.append(self._rows)
            self._rows = []
        future = super().submit(events, condition)
        self.sent_back_count += isinstance(future.exception(), IntegrityError)
        return future


def test_a_boundary_names_only_events_that_are_told() -> None:
    for _, command in SCENARIOS:
        for clause in command.boundary():
            assert clause.types
            assert all(clause.tags)
            assert set(clause.types) <= set(EVENT_TYPES)


def test_a_given_event_outside_the_boundary_fails_the_test() -> None:
    with pytest.raises(Stray):
        given(requested()).when(social.FollowPerson(ANA, BEN))


def test_a_decided_event_outside_the_boundary_fails_the_test() -> None:
    with pytest.raises(Stray):
        given(published()).when(Forgetful(CLIP, ANA, BEN)).then(ClipLiked(CLIP, BEN))


class Forgetful(reactions.LikeClip):
    """A like that forgot to look for earlier likes."""

    def boundary(self) -> Boundary:
        """Only the clip."""
        return super().boundary()[:1]


def test_every_refusal_is_reached_and_has_a_code_of_its_own() -> None:
    # Other floors refuse in the same way; their own tests reach those.
    refusals = [kind for kind in Refused.__subclasses__() if kind.__module__ == "domain.errors"]
    assert len({refusal.code for refusal in refusals}) == len(refusals)
    tests = "".join(path.read_text() for path in Path(__file__).parent.glob("test_*.py"))
    reached = set(re.findall(r"\.refused\((\w+)\)", tests))
    assert {refusal.__name__ for refusal in refusals} == reached
