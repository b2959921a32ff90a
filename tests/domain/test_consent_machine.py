"""Consent against a model of it: the gate opens exactly where the model says, at each stage of a clip's life."""

from datetime import datetime, timedelta

import msgspec
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from domain.codec import Codec
from domain.consent import CastWish, Themes
from domain.decider import Clause, Command
from domain.decisions import appeals, cameos, clips, generations, jobs, moderation, reactions, revocations
from domain.errors import RefusalAppealedAlready, Refused
from domain.events import (
    CameoEnrolled,
    ClipPublished,
    ClipWithdrawn,
    Event,
    GenerationCancelled,
    GenerationCompleted,
    GenerationFailed,
    GenerationRefused,
    GenerationRequested,
    GenerationStarted,
    PersonJoined,
    RoleGiven,
    Terms,
    Use,
)
from domain.gate import wishes_of
from domain.ids import AppealId, ClipId, GrantId, JobId, PersonId, RefusalId, ReportId, RevocationId
from domain.ledger import Ledger, Wish
from tests.cast import ANA, BEN, CAMEO, CLEO, ENROLMENT, FACTS, GERMANY, NOON, POSTER, RECEIPT, VIDEO
from tests.sealers import OpenSealer
from tests.writers import InMemoryLog, SynchronousWriter

MAKER = st.sampled_from((BEN, CLEO))
USES = st.sampled_from((("appear",), ("appear", "voice")))
LIFE_S = st.one_of(st.none(), st.integers(1, 300))
RAE, ROB = PersonId("person-rae"), PersonId("person-rob")
COUNT_MAX = st.one_of(st.none(), st.integers(1, 2))


class Offered(msgspec.Struct):
    """What the model remembers of a grant."""

    to: PersonId
    uses: frozenset[Use]
    until: datetime | None
    count_max: int | None
    revoked: bool = False


class Consent(RuleBasedStateMachine):
    """One likeness, two makers, and a clock."""

    def __init__(self) -> None:
        super().__init__()
        self.log = InMemoryLog()
        self.now = NOON
        self.ledger = Ledger(self.log, SynchronousWriter(self.log), Codec(OpenSealer()), lambda: self.now)
        self.grants: dict[GrantId, Offered] = {}
        self.jobs: list[GenerationRequested] = []
        self.status: dict[ClipId, str] = {}
        self.refused: dict[ClipId, GenerationRefused] = {}
        self.count = 0

    @initialize()
    def settle(self) -> None:
        """Three members, and the first of them has a cameo."""
        joined = [
            PersonJoined(each, f"invite-{each}", f"handle-{each}", GERMANY, "adult", "x", "y")
            for each in (ANA, BEN, CLEO)
        ]
        self.log.append(
            SynchronousWriter.rows(
                Codec(OpenSealer()),
                [
                    *joined,
                    CameoEnrolled(CAMEO, ANA, ENROLMENT, "AAAA"),
                    *(RoleGiven(each, "reviewer") for each in (RAE, ROB)),
                ],
            )
        )

    def fresh(self, kind: str) -> str:
        """An id that nothing has yet."""
        self.count += 1
        return f"{kind}-{self.count}"

    def handle(self, command: Command) -> tuple[Event, ...]:
        """What the command left in the log."""
        return self.ledger.handle_now(command, Wish(ANA, "request", "request")).events

    def allows(self, maker: PersonId, uses: tuple[Use, ...], job_id: JobId | None = None) -> bool:
        """What the model says: some grant of theirs stands, is not over, not spent, and covers the uses."""
        return any(
            not offer.revoked
            and offer.to == maker
            and {*uses} <= offer.uses
            and (offer.until is None or self.now < offer.until)
            and (offer.count_max is None or self.used(grant_id, job_id) < offer.count_max)
            for grant_id, offer in self.grants.items()
        )

    def used(self, grant_id: GrantId, but: JobId | None) -> int:
        """Requests under a grant that were not given back, less one."""
        return sum(
            job.job_id != but
            and self.status[job.clip_id] != "given back"
            and grant_id in job.cast[0].grant_ids
            for job in self.jobs
        )

    @rule(seconds=st.integers(1, 120))
    def wait(self, seconds: int) -> None:
        """Time goes by."""
        self.now += timedelta(seconds=seconds)

    @precondition(lambda self: len(self.grants) < 6)
    @rule(to=MAKER, uses=USES, life_s=LIFE_S, count_max=COUNT_MAX)
    def grant(self, to: PersonId, uses: tuple[Use, ...], life_s: int | None, count_max: int | None) -> None:
        """The owner lets somebody cast them."""
        until = None if life_s is None else self.now + timedelta(seconds=life_s)
        grant_id = GrantId(self.fresh("grant"))
        try:
            self.handle(
                cameos.GrantCameo(
                    cameo_id=CAMEO,
                    owner_id=ANA,
                    terms=Terms(uses, until, count_max),
                    themes=Themes(),
                    at=self.now,
                    grant_id=grant_id,
                    grantee_id=to,
                )
            )
        except Refused:  # that many grants to one person are not given
            return
        self.grants[grant_id] = Offered(to, frozenset(uses), until, count_max)

    @precondition(lambda self: self.grants)
    @rule(data=st.data(), everything=st.booleans())
    def revoke(self, data: st.DataObject, everything: bool) -> None:
        """The owner ends a grant, or all."""
        chosen = None if everything else data.draw(st.sampled_from(sorted(self.grants)))
        revocation_id = RevocationId(self.fresh("revocation"))
        self.handle(
            revocations.RevokeConsent(
                revocation_id=revocation_id, cameo_id=CAMEO, revoker_id=ANA, grant_id=chosen
            )
        )
        for grant_id, offer in self.grants.items():
            offer.revoked = offer.revoked or chosen in (None, grant_id)
        for job in self.jobs:
            if chosen is None or chosen in job.cast[0].grant_ids:
                status = self.status[job.clip_id]
                self.status[job.clip_id] = "given back" if status in ("open", "given back") else "gone"

    @rule(maker=MAKER, uses=USES)
    def request(self, maker: PersonId, uses: tuple[Use, ...]) -> None:
        """Somebody asks for a clip with the owner in it."""
        job_id = JobId(self.fresh("job"))
        (event,) = self.handle(
            generations.RequestGeneration(
                job_id=job_id,
                clip_id=ClipId(f"clip-of-{job_id}"),
                refusal_id=RefusalId(self.fresh("refusal")),
                maker_id=maker,
                prompt="a ball",
                duration_s=4.0,
                width_px=640,
                height_px=360,
                style=None,
                seed=7,
                storyboard=None,
                allowance_per_day=1_000,
                at=self.now,
                cast=(CastWish(CAMEO, ANA, uses),),
            )
        )
        assert isinstance(event, GenerationRequested) == self.allows(maker, uses)
        if isinstance(event, GenerationRequested):
            self.jobs.append(event)
            self.status[event.clip_id] = "open"

    @precondition(lambda self: self.jobs)
    @rule(data=st.data(), step=st.sampled_from(("start", "complete", "publish")))
    def go_on(self, data: st.DataObject, step: str) -> None:
        """A worker or the maker takes a clip a step further."""
        job = data.draw(st.sampled_from(self.jobs))
        cleared = {
            "maker_id": job.maker_id,
            "refusal_id": RefusalId(self.fresh("refusal")),
            "at": self.now,
            "cast": wishes_of(job),
        }
        files = {"video": VIDEO, "poster": POSTER, "receipt": RECEIPT, "facts": FACTS}
        command = {
            "start": lambda: jobs.StartGeneration(job.job_id, backend="physics", **cleared),
            "complete": lambda: jobs.CompleteGeneration(job.job_id, **files, **cleared),
            "publish": lambda: clips.PublishClip(job.clip_id, **cleared),
        }[step]()
        ready = {"start": "open", "complete": "open", "publish": "draft"}[step]
        if self.status[job.clip_id] != ready:
            try:
                events = self.handle(command)
            except Refused:
                return
            raise AssertionError(f"{step} of a clip that is {self.status[job.clip_id]}: {events}")
        allowed = self.allows(job.maker_id, job.cast[0].uses, job.job_id)
        wanted = {"start": GenerationStarted, "complete": GenerationCompleted, "publish": ClipPublished}[step]
        events = self.handle(command)
        assert isinstance(events[0], wanted) == allowed
        if allowed:
            self.status[job.clip_id] = {"start": "open", "complete": "draft", "publish": "published"}[step]
        elif step != "publish":
            assert isinstance(events[-1], GenerationFailed)
            self.status[job.clip_id] = "given back"

    @precondition(lambda self: "published" in self.status.values())
    @rule(data=st.data())
    def take_down(self, data: st.DataObject) -> None:
        """A maker reports the other's clip, and a reviewer takes it down."""
        shown = [job for job in self.jobs if self.status[job.clip_id] == "published"]
        job = data.draw(st.sampled_from(shown))
        about = {"report_id": ReportId(self.fresh("report")), "clip_id": job.clip_id}
        reporter = CLEO if job.maker_id == BEN else BEN
        self.handle(
            reactions.ReportClip(**about, maker_id=job.maker_id, person_id=reporter, reason="violence")
        )
        refusal_id = RefusalId(self.fresh("refusal"))
        events = self.handle(
            moderation.DecideReport(**about, reviewer_id=RAE, withdraw=True, refusal_id=refusal_id)
        )
        self.status[job.clip_id] = "held"
        self.refused[job.clip_id] = events[-1]

    @precondition(lambda self: self.refused)
    @rule(data=st.data())
    def put_back(self, data: st.DataObject) -> None:
        """The maker appeals, and another reviewer would have the clip back."""
        refused = data.draw(st.sampled_from(list(self.refused.values())))
        job = next(job for job in self.jobs if job.clip_id == refused.clip_id)
        appeal_id = AppealId(self.fresh("appeal"))
        ids = {"appeal_id": appeal_id, "refusal_id": refused.refusal_id, "maker_id": job.maker_id}
        may = self.status[job.clip_id] == "held" and self.allows(job.maker_id, job.cast[0].uses, job.job_id)
        command = appeals.OverturnRefusal(
            **ids,
            reviewer_id=ROB,
            reason="a dance",
            refused=refused,
            again=appeals.Again(JobId(self.fresh("job")), ClipId(self.fresh("clip"))),
            reviewed=(),
            clip_id=job.clip_id,
            at=self.now,
        )
        try:
            self.handle(appeals.AppealRefusal(**ids, words="it is a dance"))
        except RefusalAppealedAlready:
            return
        try:
            self.handle(command)
        except Refused:
            assert not may
            return
        assert may
        self.status[job.clip_id] = "published"

    @invariant()
    def what_is_down_in_the_model_is_down_in_the_log(self) -> None:
        """Ended jobs and taken-down clips are exactly those that the model knows of."""
        for job in self.jobs:
            kinds = (ClipPublished, ClipWithdrawn, GenerationCancelled, GenerationFailed)
            told = self.ledger.read((Clause(kinds, (job.clip_id,)),))
            ended = bool(told) and not isinstance(told[-1].event, ClipPublished)
            assert ended == (self.status[job.clip_id] in ("held", "gone", "given back"))


TestConsent = Consent.TestCase
TestConsent.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
