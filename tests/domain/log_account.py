"""The promises of the log, checked by an account of its own that shares no code with the decisions."""

from collections import Counter

from domain.events import (
    ClipLiked,
    ClipPublished,
    ClipWithdrawn,
    Event,
    GenerationCancelled,
    GenerationCompleted,
    GenerationFailed,
    GenerationRequested,
    GenerationStarted,
    InviteIssued,
    InviteVoided,
    PersonBlocked,
    PersonFollowed,
    PersonJoined,
    PersonUnblocked,
    PersonUnfollowed,
)

INVITES_MAX = 4


class LogAccount:
    """Takes each event of the log in order and fails at the first that breaks a promise."""

    def __init__(self, allowance_per_day: int) -> None:
        self.allowance_per_day = allowance_per_day
        self.invites: dict[str, str] = {}
        self.places: Counter[str | None] = Counter()
        self.handles: set[str] = set()
        self.follows: set[tuple[str, str]] = set()
        self.blocks: set[tuple[str, str]] = set()
        self.makers: dict[str, str] = {}
        self.remixes: dict[str, str] = {}
        self.shown: dict[str, str] = {}
        self.jobs: dict[str, str] = {}
        self.likes: set[tuple[str, str]] = set()
        self.drawn: Counter[str] = Counter()

    def take(self, event: Event) -> None:
        """One more event. Raises AssertionError."""
        match event:
            case InviteIssued() | InviteVoided() | PersonJoined():
                self._take_invite(event)
            case PersonFollowed() | PersonUnfollowed() | PersonBlocked() | PersonUnblocked():
                self._take_pair(event)
            case ClipPublished() | ClipWithdrawn() | ClipLiked():
                self._take_clip(event)
            case GenerationRequested():
                self._take_request(event)
            case GenerationStarted() | GenerationCompleted() | GenerationFailed() | GenerationCancelled():
                self._take_job(event)

    def _take_invite(self, event: Event) -> None:
        match event:
            case InviteIssued(invite_id=invite, issuer_id=issuer):
                assert invite not in self.invites
                self.invites[invite] = "standing"
                self.places[issuer] += 1
                assert issuer is None or self.places[issuer] <= INVITES_MAX
            case InviteVoided(invite_id=invite, issuer_id=issuer):
                assert self.invites[invite] == "standing"
                self.invites[invite] = "void"
                self.places[issuer] -= 1
            case PersonJoined(invite_id=invite, handle_digest=handle):
                assert self.invites[invite] == "standing"
                self.invites[invite] = "spent"
                assert handle not in self.handles
                self.handles.add(handle)

    def _take_pair(self, event: Event) -> None:
        match event:
            case PersonFollowed(follower_id=by, followed_id=of):
                assert (by, of) not in self.follows
                self.follows.add((by, of))
            case PersonUnfollowed(follower_id=by, followed_id=of):
                self.follows.remove((by, of))
            case PersonBlocked(blocker_id=by, blocked_id=of):
                self.blocks.add((by, of))
            case PersonUnblocked(blocker_id=by, blocked_id=of):
                self.blocks.remove((by, of))

    def _take_clip(self, event: Event) -> None:
        match event:
            case ClipPublished(clip_id=clip, maker_id=maker, remix_of=source):
                assert self.shown[clip] in ("draft", "held")
                assert self.makers[clip] == maker
                assert self.remixes.get(clip) == source
                self.shown[clip] = "published"
            case ClipWithdrawn(clip_id=clip, maker_id=maker, cause=cause):
                assert self.shown[clip] in ("draft", "published", "held")
                assert self.makers[clip] == maker
                self.shown[clip] = "held" if cause == "moderated" else "withdrawn"
            case ClipLiked(clip_id=clip, person_id=person):
                assert self.shown[clip] == "published"
                assert not self.shut_out(person, self.makers[clip])

    def _take_request(self, event: GenerationRequested) -> None:
        self.drawn[event.allowance_id] += 1
        assert self.drawn[event.allowance_id] <= self.allowance_per_day
        self.makers[event.clip_id] = event.maker_id
        self.jobs[event.job_id] = "queued"
        if event.remix_of is not None:
            assert self.shown[event.remix_of] == "published"
            assert not self.shut_out(event.maker_id, self.makers[event.remix_of])
            self.remixes[event.clip_id] = event.remix_of

    def _take_job(self, event: Event) -> None:
        assert self.jobs[event.job_id] in ("queued", "started")
        match event:
            case GenerationStarted():
                self.jobs[event.job_id] = "started"
            case GenerationCompleted(clip_id=clip):
                self.jobs[event.job_id] = "ended"
                self.shown[clip] = "draft"
            case GenerationFailed(allowance_id=allowance):
                self.jobs[event.job_id] = "ended"
                self.drawn[allowance] -= 1
            case GenerationCancelled(allowance_id=allowance, refunded=refunded):
                assert refunded == (self.jobs[event.job_id] == "queued")
                self.jobs[event.job_id] = "ended"
                self.drawn[allowance] -= refunded

    def shut_out(self, one: str, other: str) -> bool:
        """Whether a block stands between two people."""
        return (one, other) in self.blocks or (other, one) in self.blocks

    def check(self) -> None:
        """What holds between any two appends. Raises AssertionError."""
        assert not [pair for pair in self.follows if self.shut_out(*pair)]
