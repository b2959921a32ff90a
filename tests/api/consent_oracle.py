"""Judges a finished log by the promise made to people, in words of its own: nothing here is the domain's."""

from datetime import datetime

from domain.events import (
    CameoErased,
    CameoGranted,
    CameoRuleSet,
    Casting,
    ClipDisowned,
    ClipPublished,
    ClipWithdrawn,
    ConsentRevoked,
    Event,
    GenerationCancelled,
    GenerationCompleted,
    GenerationFailed,
    GenerationRequested,
    GenerationStarted,
    GrantApproved,
    GuardianUnlinked,
    PersonBlocked,
    PersonFollowed,
    PersonUnblocked,
    PersonUnfollowed,
)
from domain.recorded import Recorded
from tests.api.consent_town import TEEN, Town


def broken_promises(town: Town) -> list[str]:
    """Every place in the town's log where somebody's consent was missing, or bytes went out too late."""
    oracle = _Oracle(town)
    for recorded in _all(town):
        oracle.take(recorded)
    oracle.close()
    return oracle.faults


def _all(town: Town) -> list[Recorded]:
    return [
        Recorded(row.position, *town.codec.decode(row.event.type, row.event.data)) for row in town.log.read()
    ]


class _Oracle:
    def __init__(self, town: Town) -> None:
        self.faults: list[str] = []
        self._asked_at = town.asked_at
        self._served = town.served
        self._acknowledged = {revocation: position for position, revocation in reversed(town.acknowledged)}
        self._grants: dict[str, CameoGranted] = {}
        self._ended: set[str] = set()
        self._approved: set[str] = set()
        self._rules: dict[str, CameoRuleSet] = {}
        self._guarded = True
        self._follows: set[tuple[str, str]] = set()
        self._blocks: set[tuple[str, str]] = set()
        self._asked: dict[str, GenerationRequested] = {}
        self._dead: dict[str, int] = {}
        self._held: set[str] = set()
        """What a reviewer's word alone keeps down: only this may be published once more."""
        self._free: set[str] = set()
        self._due: dict[str, int] = {}

    def close(self) -> None:
        """Judges what only the end shows: what was answered to be down is down, and was not served since."""
        for clip_id, answered in self._due.items():
            if self._dead.get(clip_id, answered + 1) > answered:
                self.faults.append(f"{clip_id} stood when its revocation was answered at {answered}")
            self.faults += [
                f"bytes of {clip_id} went out at {position}, after the answer at {answered}"
                for position, served_id in self._served
                if served_id == clip_id and position >= answered
            ]

    def take(self, recorded: Recorded) -> None:
        """Judges one event, then remembers it."""
        event = recorded.event
        match event:
            case GenerationRequested(job_id=job_id):
                self._judge(recorded, event, self._asked_at[job_id])
            case GenerationStarted() | GenerationCompleted():
                self._judge(recorded, self._asked[event.clip_id], [None])
            case ClipPublished(clip_id=clip_id):
                self._judge(recorded, self._asked[clip_id], self._asked_at[clip_id])
                if clip_id in self._dead and clip_id not in self._held:
                    self.faults.append(
                        f"{recorded.position}: {clip_id} was published after it was taken down"
                    )
            case ConsentRevoked() | ClipDisowned() | CameoErased():
                self._expect_down(recorded.position, event)
        self._remember(recorded)
        self.faults += [
            f"bytes of {clip_id} went out at {position} while it was down"
            for position, clip_id in self._served
            if position == recorded.position and clip_id in self._dead
        ]

    def _judge(self, recorded: Recorded, asked: GenerationRequested, tried: list[datetime | None]) -> None:
        """One of the times at which it was tried must have been good for everybody."""
        for casting in asked.cast:
            if not any(self._consents(casting, asked, at) for at in tried):
                what = f"{recorded.event.name} of {asked.clip_id}"
                self.faults.append(f"{recorded.position}: {what} without {casting.owner_id}")

    def _consents(self, casting: Casting, asked: GenerationRequested, at: datetime | None) -> bool:
        owner, maker = casting.owner_id, asked.maker_id
        if owner == maker:
            return True
        if (owner, maker) in self._blocks or (maker, owner) in self._blocks:
            return False
        for grant_id, grant in self._grants.items():
            if (
                grant.cameo_id == casting.cameo_id
                and grant.grantee_id == maker
                and grant_id not in self._ended
                and (owner != TEEN or (grant_id in self._approved and self._guarded))
                and self._fits(grant, casting, asked, at, grant_id)
            ):
                return True
        rule = self._rules.get(casting.cameo_id)
        if rule is None or owner == TEEN or rule.level in ("nobody", "approved"):
            return False
        is_mutual = {(owner, maker), (maker, owner)} <= self._follows
        return (rule.level == "everyone" or is_mutual) and self._fits(rule, casting, asked, at, None)

    def _fits(
        self,
        offer: CameoGranted | CameoRuleSet,
        casting: Casting,
        asked: GenerationRequested,
        at: datetime | None,
        grant_id: str | None,
    ) -> bool:
        terms = offer.terms
        if not {*casting.uses} <= {*terms.uses}:
            return False
        # Of a worker's steps only the moment of recording is known, a little after they were judged.
        if terms.expires_at is not None and at is not None and at >= terms.expires_at:
            return False
        if terms.clips_count_max is None:
            return True
        used = sum(
            1
            for other in self._asked.values()
            for each in other.cast
            if each.cameo_id == casting.cameo_id
            and other.maker_id == asked.maker_id
            and other.job_id != asked.job_id
            and other.job_id not in self._free
            and (grant_id in each.grant_ids if grant_id else not each.grant_ids)
        )
        return used < terms.clips_count_max

    def _expect_down(self, position: int, root: Event) -> None:
        """By the time a revocation is answered, what it reaches is down, and no byte goes out any more."""
        reached = [
            asked
            for asked in self._asked.values()
            if any(casting.cameo_id == root.cameo_id for casting in asked.cast)
            and self._is_reached(root, asked)
        ]
        answered = self._acknowledged.get(root.revocation_id)
        if answered is None:
            self.faults.append(f"{position}: nobody finished {root.revocation_id}")
            return
        for asked in reached:
            self._due[asked.clip_id] = min(answered, self._due.get(asked.clip_id, answered))

    def _is_reached(self, root: Event, asked: GenerationRequested) -> bool:
        chain = [asked]
        while chain[-1].remix_of is not None:
            chain.append(self._asked[chain[-1].remix_of])
        if isinstance(root, ClipDisowned):
            return any(each.clip_id == root.clip_id for each in chain)
        if isinstance(root, CameoErased):
            return True
        if root.grant_id is None:
            return asked.maker_id != root.owner_id
        return any(
            casting.cameo_id == root.cameo_id and root.grant_id in casting.grant_ids
            for each in chain
            for casting in each.cast
        )

    def _remember(self, recorded: Recorded) -> None:
        event = recorded.event
        match event:
            case CameoGranted(grant_id=grant_id):
                self._grants[grant_id] = event
            case GrantApproved(grant_id=grant_id):
                self._approved.add(grant_id)
            case GuardianUnlinked():
                self._guarded = False
            case CameoRuleSet(cameo_id=cameo_id):
                self._rules[cameo_id] = event
            case ConsentRevoked(grant_id=None, cameo_id=cameo_id):
                self._rules.pop(cameo_id, None)
                self._ended |= {key for key, grant in self._grants.items() if grant.cameo_id == cameo_id}
            case ConsentRevoked(grant_id=grant_id):
                self._ended.add(grant_id)
            case PersonFollowed(follower_id=one, followed_id=other):
                self._follows.add((one, other))
            case PersonUnfollowed(follower_id=one, followed_id=other):
                self._follows.discard((one, other))
            case PersonBlocked(blocker_id=one, blocked_id=other):
                self._blocks.add((one, other))
            case PersonUnblocked(blocker_id=one, blocked_id=other):
                self._blocks.discard((one, other))
            case GenerationRequested(clip_id=clip_id):
                self._asked[clip_id] = event
            case GenerationFailed(job_id=job_id) | GenerationCancelled(job_id=job_id, refunded=True):
                self._free.add(job_id)
            case ClipPublished(clip_id=clip_id):
                self._dead.pop(clip_id, None)
                self._held.discard(clip_id)
        if isinstance(event, ClipWithdrawn | GenerationCancelled | GenerationFailed):
            self._dead.setdefault(event.clip_id, recorded.position)
            is_held = isinstance(event, ClipWithdrawn) and event.cause == "moderated"
            (self._held.add if is_held else self._held.discard)(event.clip_id)
