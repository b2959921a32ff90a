"""Whatever people wish for, in whatever order, the log keeps its promises."""

from datetime import timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from domain.codec import Codec
from domain.decider import Command
from domain.decisions import accounts, clips, generations, invites, jobs, reactions, remixes, social
from domain.errors import Refused
from domain.events import EVENT_TYPES
from domain.ids import AccessId, ClipId, HandleDigest, InviteId, JobId, PersonId, RefusalId, RequestId
from domain.ledger import Ledger, Receipt, Wish
from tests.cast import ADULT_BIRTH, FACTS, GERMANY, NOON, POSTER, RECEIPT, VIDEO
from tests.domain.log_account import LogAccount
from tests.sealers import OpenSealer
from tests.writers import InMemoryLog, SynchronousWriter

ALLOWANCE_PER_DAY = 2


def one_of_its(attribute: str, few: slice = slice(None)) -> st.SearchStrategy[str]:
    """One of the ids that a machine has come to know; of few, so that wishes meet."""
    return st.runner().flatmap(lambda machine: st.sampled_from(getattr(machine, attribute)[few]))


INVITE, PERSON = one_of_its("invites"), one_of_its("people", slice(3))
JOB, CLIP = one_of_its("jobs", slice(-3, None)), one_of_its("clips", slice(-3, None))
PAIR_COMMANDS = st.sampled_from(
    [social.FollowPerson, social.UnfollowPerson, social.BlockPerson, social.UnblockPerson]
)
LIKE_COMMANDS = st.sampled_from([reactions.LikeClip, reactions.UnlikeClip])
JOB_COMMANDS = st.sampled_from(["start", "complete", "fail", "cancel"])


class Community(RuleBasedStateMachine):
    """People who wish for anything of anyone, one wish at a time."""

    def __init__(self) -> None:
        super().__init__()
        self.recorder = InMemoryLog()
        self.now = NOON
        self.ledger = Ledger(
            self.recorder, SynchronousWriter(self.recorder), Codec(OpenSealer()), lambda: self.now
        )
        self.account = LogAccount(ALLOWANCE_PER_DAY)
        self.taken = 0
        self.wishes = 0
        self.people: list[PersonId] = []
        self.invites: list[InviteId] = []
        self.jobs: list[JobId] = []
        self.clips: list[ClipId] = []
        self.makers: dict[str, PersonId] = {}
        self.makers_of_jobs: dict[JobId, PersonId] = {}

    def fresh(self) -> int:
        """A number that names one wish and what comes of it."""
        self.wishes += 1
        return self.wishes

    def wish(self, command: Command, actor: str = "operator") -> Receipt | None:
        """Handles a wish twice under one idempotency key; None where it was refused."""
        number, before = self.fresh(), self.ledger.head()
        wish = Wish(actor, f"correlation-{number}", f"causation-{number}", RequestId(f"request-{number}"))
        try:
            receipt = self.ledger.handle_now(command, wish)
        except Refused:
            assert self.ledger.head() == before
            return None
        self.hold_to_account()
        assert receipt.position == self.ledger.head() == before + len(receipt.events)
        if receipt.events:
            assert self.ledger.handle_now(command, wish) == receipt
        assert self.ledger.head() == receipt.position
        return receipt

    @initialize()
    def found(self) -> None:
        """The operator opens the door to a few founders."""
        self.wish(accounts.OpenCountry(GERMANY))
        for invite_id in (InviteId("invite-founder-1"), InviteId("invite-founder-2")):
            self.wish(invites.IssueFounderInvite(invite_id))
            self.invites.append(invite_id)
            self.join(invite_id, len(self.invites))

    @rule(invite_id=INVITE, name=st.integers(3, 12))
    def join(self, invite_id: InviteId, name: int) -> None:
        """Somebody comes with an invite, spent or not, and a handle, taken or not."""
        number = self.fresh()
        person_id = PersonId(f"person-{number}")
        own = tuple(InviteId(f"invite-{number}-{each}") for each in range(4))
        command = accounts.JoinByInvite(
            person_id=person_id,
            invite_id=invite_id,
            handle=f"name_{name}",
            handle_digest=HandleDigest(f"handle-{name}"),
            birth_date=ADULT_BIRTH,
            country_id=GERMANY,
            access_id=AccessId(f"access-{number}"),
            secret_digest="d",
            own_invite_ids=own,
            at=self.now,
            recovery_digest="r",
        )
        if self.wish(command, "anonymous"):
            self.people.append(person_id)
            self.invites.extend(own)

    @rule(person_id=PERSON)
    def invite(self, person_id: PersonId) -> None:
        """Somebody wants one more invite."""
        invite_id = InviteId(f"invite-{self.fresh()}")
        if self.wish(invites.IssueInvite(invite_id, person_id), person_id):
            self.invites.append(invite_id)

    @rule(person_id=PERSON, invite_id=INVITE)
    def void(self, person_id: PersonId, invite_id: InviteId) -> None:
        """Somebody takes an invite back, their own or not."""
        self.wish(invites.VoidInvite(invite_id, person_id), person_id)

    @rule(meetings=st.lists(st.tuples(PAIR_COMMANDS, PERSON, PERSON), min_size=1, max_size=8))
    def meet(self, meetings: list[tuple[type[social.FollowPerson], PersonId, PersonId]]) -> None:
        """People follow, unfollow, block and unblock each other."""
        for command, one, other in meetings:
            self.wish(command(one, other), one)

    @rule(person_id=PERSON)
    def release(self, person_id: PersonId) -> None:
        """Somebody's clip is made and shown without a hitch."""
        jobs_count = len(self.jobs)
        self.ask(person_id)
        if len(self.jobs) > jobs_count:
            self.work("complete", self.jobs[-1], person_id)
            self.show(self.clips[-1], withdraw=False)

    @precondition(lambda self: self.clips)
    @rule(person_id=PERSON, source_id=CLIP)
    def remix(self, person_id: PersonId, source_id: ClipId) -> None:
        """Somebody asks for a remix of any clip."""
        self.ask(person_id, source_id)

    def cleared(self, maker_id: PersonId) -> dict[str, object]:
        """What a step that the gate judges must bring."""
        return {"maker_id": maker_id, "refusal_id": RefusalId(f"refusal-{self.fresh()}"), "at": self.now}

    @rule(person_id=PERSON)
    def ask(self, person_id: PersonId, source_id: ClipId | None = None) -> None:
        """Somebody asks for a clip."""
        number = self.fresh()
        job_id, clip_id = JobId(f"job-{number}"), ClipId(f"clip-{number}")
        asking = {
            "job_id": job_id,
            "clip_id": clip_id,
            "prompt": "a ball",
            "duration_s": 4.0,
            "width_px": 640,
            "height_px": 360,
            "style": None,
            "seed": 7,
            "storyboard": None,
            "allowance_per_day": ALLOWANCE_PER_DAY,
            **self.cleared(person_id),
        }
        command = generations.RequestGeneration(**asking)
        if source_id is not None:
            source_maker_id = self.makers[source_id]
            command = remixes.RemixClip(source_id=source_id, source_maker_id=source_maker_id, **asking)
        if self.wish(command, person_id):
            self.jobs.append(job_id)
            self.makers_of_jobs[job_id] = person_id
            self.clips.append(clip_id)
            self.makers[clip_id] = person_id

    @precondition(lambda self: self.jobs)
    @rule(what=JOB_COMMANDS, job_id=JOB, person_id=PERSON)
    def work(self, what: str, job_id: JobId, person_id: PersonId) -> None:
        """A worker, or somebody who may be the maker, has news of a job."""
        cleared = self.cleared(self.makers_of_jobs[job_id])
        command = {
            "start": jobs.StartGeneration(job_id, backend="physics", **cleared),
            "complete": jobs.CompleteGeneration(
                job_id, video=VIDEO, poster=POSTER, receipt=RECEIPT, facts=FACTS, **cleared
            ),
            "fail": jobs.FailGeneration(job_id, "worker_lost"),
            "cancel": jobs.CancelGeneration(job_id, person_id),
        }[what]
        self.wish(command, person_id)

    @precondition(lambda self: self.clips)
    @rule(clip_id=CLIP, withdraw=st.booleans())
    def show(self, clip_id: ClipId, withdraw: bool) -> None:
        """A maker publishes or withdraws a clip."""
        maker_id = self.makers[clip_id]
        command = clips.WithdrawClip(clip_id, maker_id)
        if not withdraw:
            command = clips.PublishClip(clip_id, **self.cleared(maker_id))
        self.wish(command, maker_id)

    @precondition(lambda self: self.clips)
    @rule(likes=st.lists(st.tuples(LIKE_COMMANDS, CLIP, PERSON, st.none() | PERSON), min_size=1, max_size=6))
    def like(self, likes: list[tuple[type[reactions.LikeClip], ClipId, PersonId, PersonId | None]]) -> None:
        """People like clips or take it back, and may be wrong about a clip's maker."""
        for command, clip_id, person_id, lie in likes:
            self.wish(command(clip_id, lie or self.makers[clip_id], person_id), person_id)

    @rule(hours=st.integers(1, 30))
    def sleep(self, hours: int) -> None:
        """Time passes."""
        self.now += timedelta(hours=hours)

    def hold_to_account(self) -> None:
        """Reads on in the log and checks that its promises are kept."""
        for recorded in self.ledger.scan(EVENT_TYPES, after=self.taken):
            assert recorded.position == self.taken + 1
            self.taken = recorded.position
            self.account.take(recorded.event)
            meta = recorded.meta
            assert meta.actor
            assert meta.correlation.removeprefix("correlation-") == meta.causation.removeprefix("causation-")
            assert NOON <= meta.recorded_at <= self.now
        assert self.taken == self.ledger.head()
        self.account.check()


class LargeCommunity(Community):
    """The same, for longer."""


TestCommunity = Community.TestCase
TestCommunity.settings = settings(max_examples=40, stateful_step_count=40)
TestLargeCommunity = pytest.mark.slow(LargeCommunity.TestCase)
TestLargeCommunity.settings = settings(max_examples=150, stateful_step_count=150)
