"""A town whose people wish for anything about two likenesses at once: wishes overlap, get killed and are retried."""

import random
from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime, timedelta

from eventsourcing.dcb.api import DCBAppendCondition, DCBEvent

from api.ending.running_streams import stands
from domain.codec import Codec
from domain.consent import CastWish, Themes
from domain.decider import Clause, Command
from domain.decisions import (
    appeals,
    cameos,
    clips,
    generations,
    guardians,
    jobs,
    moderation,
    reactions,
    remixes,
    revocations,
    social,
)
from domain.decisions.lapses import LapseApprovals
from domain.errors import Refused
from domain.events import (
    CameoEnrolled,
    CameoGranted,
    ClipPublished,
    Event,
    GenerationCompleted,
    GenerationRefused,
    GenerationRequested,
    GrantApproved,
    GuardianLinked,
    PersonJoined,
    RoleGiven,
    Terms,
)
from domain.gate import wishes_of
from domain.ledger import Ledger, Receipt, Wish
from tests.cast import FACTS, GERMANY, NOON, POSTER, RECEIPT, VIDEO
from tests.sealers import OpenSealer
from tests.writers import InMemoryLog, SynchronousWriter

ADULT, TEEN, GUARDIAN = "person-ana", "person-tim", "person-gus"
REPORTER, REVIEWERS = "person-eve", ("person-rae", "person-rob")
MAKERS = ("person-ben", "person-cleo", ADULT)
OWNERS = {"cameo-ana": ADULT, "cameo-tim": TEEN}
LINK = "link-1"
USES = (("appear",), ("appear", "remix"), ("appear", "voice", "remix"))
DEPTH_MAX = 3
CODEC = Codec(OpenSealer())


class Killed(BaseException):
    """The process ended here; no handler of errors may go on."""


class MeddledWriter(SynchronousWriter):
    """Lets others act between a decision's reading and its append, and dies when told to."""

    def __init__(self, log: InMemoryLog, meddle: Callable[[], None], dies: Callable[[], bool]) -> None:
        super().__init__(log)
        self._meddle, self._dies = meddle, dies

    def submit(self, events: list[DCBEvent], condition: DCBAppendCondition | None) -> "Future[int]":
        """Appends after the others had their say; death comes before the append or after it."""
        self._meddle()
        if self._dies():
            raise Killed
        future = super().submit(events, condition)
        if self._dies():
            raise Killed
        return future


class Town:
    """Plays random wishes; what it keeps beside the log is only what its people would know."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        self.log = InMemoryLog()
        self.now = NOON
        self.codec = CODEC
        self._depth = 0
        writer = MeddledWriter(self.log, self._meddle, lambda: self.rng.random() < 0.04)
        self.ledger = Ledger(self.log, writer, self.codec, lambda: self.now)
        self.asked_at: defaultdict[str, list[datetime]] = defaultdict(list)
        """When a request, by its job, or a publication, by its clip, was tried."""
        self.acknowledged: list[tuple[int, str]] = []
        """Positions at which a revocation was answered, with its id."""
        self.served: list[tuple[int, str]] = []
        """Positions at which bytes of a clip went out."""
        self._count = 0
        self._seed_log()

    def play(self, steps_count: int) -> None:
        """So many wishes, one after another or within one another."""
        for _ in range(steps_count):
            self._step()
        self._finish_revocations()

    def _seed_log(self) -> None:
        people = (ADULT, TEEN, GUARDIAN, *MAKERS[:2], REPORTER, *REVIEWERS)
        first: list[Event] = [
            PersonJoined(
                each,
                f"invite-{each}",
                f"handle-{each}",
                GERMANY,
                "teen" if each == TEEN else "adult",
                "x",
                "y",
            )
            for each in people
        ]
        first += [
            CameoEnrolled(cameo, owner, f"enrolment-{owner}", "AAAA") for cameo, owner in OWNERS.items()
        ]
        first.append(GuardianLinked(LINK, TEEN, GUARDIAN))
        first += [RoleGiven(each, "reviewer") for each in REVIEWERS]
        for cameo, owner in OWNERS.items():
            for maker in MAKERS[:2]:
                grant = f"grant-{owner}-{maker}"
                first.append(CameoGranted(grant, cameo, owner, maker, Terms(USES[-1]), "{}"))
                first.append(GrantApproved(grant, cameo, LINK, GUARDIAN))
        self.log.append(SynchronousWriter.rows(self.codec, first))

    # --- one step ---------------------------------------------------------------------------------

    def _meddle(self) -> None:
        if self._depth < DEPTH_MAX and self.rng.random() < 0.5:
            self._depth += 1
            self._step()
            self._depth -= 1

    def _step(self) -> None:
        self.now += timedelta(seconds=self.rng.randrange(1, 60))
        try:
            self.rng.choices(self._ACTS, self._WEIGHTS)[0](self)
        except (Refused, Killed):
            return

    def _handle(self, command: Command) -> Receipt:
        return self.ledger.handle_now(command, Wish("person-any", "request", "request"))

    def _fresh(self, kind: str) -> str:
        self._count += 1
        return f"{kind}-{self._count}"

    def _cameo(self) -> tuple[str, str]:
        return self.rng.choice(tuple(OWNERS.items()))

    def _terms(self) -> Terms:
        expires_at = (
            self.now + timedelta(seconds=self.rng.randrange(1, 600)) if self.rng.random() < 0.4 else None
        )
        return Terms(self.rng.choice(USES), expires_at, self.rng.choice((None, None, 1, 2)))

    def _grant(self) -> None:
        cameo, owner = self._cameo()
        grant = self._fresh("grant")
        self._handle(
            cameos.GrantCameo(
                cameo_id=cameo,
                owner_id=owner,
                terms=self._terms(),
                themes=Themes(),
                at=self.now,
                grant_id=grant,
                grantee_id=self.rng.choice(MAKERS[:2]),
            )
        )
        if owner == TEEN and self.rng.random() < 0.8:
            self._handle(guardians.ApproveGrant(grant, cameo, LINK, GUARDIAN))

    def _rule(self) -> None:
        cameo, owner = self._cameo()
        level = self.rng.choice(("nobody", "approved", "mutuals", "everyone"))
        self._handle(
            cameos.SetCameoRule(
                cameo_id=cameo, owner_id=owner, terms=self._terms(), themes=Themes(), at=self.now, level=level
            )
        )

    def _between(self) -> None:
        kind = self.rng.choice(
            (
                social.FollowPerson,
                social.FollowPerson,
                social.UnfollowPerson,
                social.BlockPerson,
                social.UnblockPerson,
            )
        )
        pair = [self.rng.choice(tuple(OWNERS.values())), self.rng.choice(MAKERS)]
        self.rng.shuffle(pair)
        self._handle(kind(*pair))

    def _revoke(self) -> None:
        cameo, owner = self._cameo()
        grants = [each.event.grant_id for each in self.ledger.read((Clause((CameoGranted,), (cameo,)),))]
        grant = self.rng.choice(grants) if grants and self.rng.random() < 0.7 else None
        revoker = GUARDIAN if owner == TEEN and self.rng.random() < 0.5 else owner
        self._revocation(
            revocations.RevokeConsent(
                revocation_id=self._fresh("revocation"), cameo_id=cameo, revoker_id=revoker, grant_id=grant
            )
        )

    def _revoke_source(self) -> None:
        """Ends a grant that a remix has from its source alone: the remix rests on it at one remove."""
        asked = {each.event.clip_id: each.event for each in self.ledger.scan((GenerationRequested,))}
        remixes_asked = [each for each in asked.values() if each.remix_of is not None and each.cast]
        if not remixes_asked:
            return
        source = asked[self.rng.choice(remixes_asked[-3:]).remix_of]
        while source.remix_of is not None and self.rng.random() < 0.5:
            source = asked[source.remix_of]
        for casting in source.cast:
            if casting.grant_ids:
                self._revocation(
                    revocations.RevokeConsent(
                        revocation_id=self._fresh("revocation"),
                        cameo_id=casting.cameo_id,
                        revoker_id=casting.owner_id,
                        grant_id=self.rng.choice(casting.grant_ids),
                    )
                )
                return

    def _disown(self) -> None:
        clip = self._made()
        if clip.cast:
            casting = self.rng.choice(clip.cast)
            self._revocation(
                revocations.WithdrawAsSubject(
                    revocation_id=self._fresh("revocation"),
                    cameo_id=casting.cameo_id,
                    revoker_id=casting.owner_id,
                    clip_id=clip.clip_id,
                )
            )

    def _revocation(self, command: revocations.RevokeConsent | revocations.WithdrawAsSubject) -> None:
        """What the door does: append, finish from the log, and only then answer."""
        if not self._handle(command).events:
            return
        self._handle(
            revocations.ReachRevocation(revocation_id=command.revocation_id, cameo_id=command.cameo_id)
        )
        self.acknowledged.append((self.log.head(), command.revocation_id))

    def _finish_revocations(self) -> None:
        """What the follower does after a start: everything that died on the way is finished."""
        for recorded in self.ledger.scan(revocations.ROOTS):
            event = recorded.event
            while True:
                try:
                    self._handle(
                        revocations.ReachRevocation(
                            revocation_id=event.revocation_id, cameo_id=event.cameo_id
                        )
                    )
                except Killed:
                    continue
                break
            self.acknowledged.append((self.log.head(), event.revocation_id))

    def _request(self) -> None:
        maker = self.rng.choice(MAKERS)
        chosen = self.rng.sample(tuple(OWNERS.items()), self.rng.choice((0, 1, 1, 1, 2)))
        uses = self.rng.choice(USES[:1] * 3 + USES[1:])
        wishes = tuple(CastWish(cameo, owner, uses) for cameo, owner in chosen)
        self._asked(generations.RequestGeneration(cast=wishes, **self._wished(maker)))

    def _remix(self) -> None:
        """After one of the latest clips, so that remixes of remixes come about, as deep as the town is long."""
        published = [each.event for each in self.ledger.scan((ClipPublished,)) if each.event.cast]
        source = self.rng.choice(published[-3:]) if published else None
        if source is None:
            return
        wishes = tuple(
            CastWish(each.cameo_id, each.owner_id, tuple(dict.fromkeys((*each.uses, "remix"))))
            for each in source.cast
        )
        maker = self.rng.choice(MAKERS)
        self._asked(
            remixes.RemixClip(
                cast=wishes, source_id=source.clip_id, source_maker_id=source.maker_id, **self._wished(maker)
            )
        )

    def _wished(self, maker: str) -> dict[str, object]:
        job = self._fresh("job")
        self.asked_at[job].append(self.now)
        return {
            "job_id": job,
            "clip_id": f"clip-of-{job}",
            "refusal_id": f"refusal-of-{job}",
            "maker_id": maker,
            "prompt": "a ball",
            "duration_s": 4.0,
            "width_px": 640,
            "height_px": 360,
            "style": None,
            "seed": 7,
            "storyboard": None,
            "allowance_per_day": 1_000,
            "at": self.now,
        }

    def _asked(self, command: generations.RequestGeneration) -> None:
        self._handle(command)

    def _made(self) -> GenerationRequested:
        asked = [each.event for each in self.ledger.scan((GenerationRequested,))]
        if not asked:
            raise Refused
        return self.rng.choice(asked[-3:])

    def _cleared(self, job: GenerationRequested) -> dict[str, object]:
        return {
            "maker_id": job.maker_id,
            "refusal_id": self._fresh("refusal"),
            "at": self.now,
            "cast": wishes_of(job),
        }

    def _start(self) -> None:
        job = self._made()
        self._handle(jobs.StartGeneration(job.job_id, backend="physics", **self._cleared(job)))

    def _complete(self) -> None:
        job = self._made()
        files = {"video": VIDEO, "poster": POSTER, "receipt": RECEIPT, "facts": FACTS}
        self._handle(jobs.CompleteGeneration(job.job_id, **files, **self._cleared(job)))

    def _publish(self) -> None:
        job = self._made()
        self.asked_at[job.clip_id].append(self.now)
        self._handle(clips.PublishClip(job.clip_id, **self._cleared(job)))

    def _cancel(self) -> None:
        job = self._made()
        self._handle(jobs.CancelGeneration(job.job_id, job.maker_id))

    def _withdraw(self) -> None:
        job = self._made()
        self._handle(clips.WithdrawClip(job.clip_id, job.maker_id))

    def _take_down(self) -> None:
        """Somebody reports a clip, and a reviewer agrees."""
        clip, report = self._made(), self._fresh("report")
        about = {"report_id": report, "clip_id": clip.clip_id}
        self._handle(
            reactions.ReportClip(**about, maker_id=clip.maker_id, person_id=REPORTER, reason="violence")
        )
        self._handle(
            moderation.DecideReport(
                **about, reviewer_id=REVIEWERS[0], withdraw=True, refusal_id=self._fresh("refusal")
            )
        )

    def _put_back(self) -> None:
        """A maker appeals, and another reviewer agrees with them."""
        refused = [
            each.event for each in self.ledger.scan((GenerationRefused,)) if each.event.stage == "review"
        ]
        if not refused:
            return
        against, appeal = self.rng.choice(refused[-3:]), self._fresh("appeal")
        ids = {"appeal_id": appeal, "refusal_id": against.refusal_id, "maker_id": against.maker_id}
        self._handle(appeals.AppealRefusal(**ids, words="it is a dance"))
        self.asked_at[against.clip_id].append(self.now)
        self._handle(
            appeals.OverturnRefusal(
                **ids,
                reviewer_id=REVIEWERS[1],
                reason="a dance it is",
                refused=against,
                again=appeals.Again(self._fresh("job"), self._fresh("clip")),
                reviewed=(),
                clip_id=against.clip_id,
                at=self.now,
            )
        )

    def _unlink(self) -> None:
        ender = self.rng.choice((TEEN, GUARDIAN))
        self._handle(guardians.EndGuardian(link_id=LINK, teen_id=TEEN, guardian_id=GUARDIAN, person_id=ender))
        lapse = LapseApprovals(self._fresh("revocation"), "cameo-tim", LINK, TEEN)
        for root in self._handle(lapse).events:
            self._handle(
                revocations.ReachRevocation(revocation_id=root.revocation_id, cameo_id=root.cameo_id)
            )
            self.acknowledged.append((self.log.head(), root.revocation_id))

    def _serve(self) -> None:
        clip = self._made()
        has_files = bool(self.ledger.read((Clause((GenerationCompleted,), (clip.clip_id,)),)))
        if has_files and stands(self.ledger, clip.clip_id):
            self.served.append((self.log.head(), clip.clip_id))

    _ACTS = (
        _grant, _rule, _between, _revoke, _revoke_source, _disown, _request, _remix, _start, _complete,
        _publish, _cancel, _withdraw, _unlink, _serve, _take_down, _put_back,
    )  # fmt: skip
    _WEIGHTS = (6, 2, 2, 2, 2, 1, 7, 8, 3, 14, 14, 0.5, 0.5, 0.3, 6, 3, 4)
