"""Events of a believable shape and size for the measurements of the log and its views."""

import itertools
import random
from collections.abc import Iterator

import msgspec
from eventsourcing.dcb.api import DCBEvent, DCBQuery, DCBQueryItem

PEOPLE_COUNT = 5_000
CLIPS_COUNT = 20_000
LIKED = "clip.liked.v1"
OTHER_NAMES = ("clip.commented.v1", "generation.requested.v1", "person.followed.v1")


class Meta(msgspec.Struct, frozen=True):
    """What every event carries."""

    actor: str
    correlation: str
    causation: str
    recorded_at: str
    schema: int = 1


class ClipLiked(msgspec.Struct, frozen=True):
    """Somebody liked a clip."""

    clip_id: str
    person_id: str


class Envelope(msgspec.Struct, frozen=True):
    """An event and its meta as they lie in the log."""

    meta: Meta
    event: ClipLiked


class Wish(msgspec.Struct, frozen=True):
    """What one request wants to add, and the boundary on which that was decided."""

    event: DCBEvent
    boundary: DCBQuery


def likes(count: int, seed: int) -> Iterator[Wish]:
    """Likes by any member of any clip; the boundary: clip not withdrawn, like not taken back, request new."""
    chance = random.Random(seed)
    # Ids are UUIDv7: they begin with the time in milliseconds. A seed stands for an hour of its own.
    clock_ms = itertools.count(0x019A_0000_0000 + seed * 3_600_000)
    encoder = msgspec.json.Encoder()
    for _ in range(count):
        person = _standing_id("person", chance.randrange(PEOPLE_COUNT))
        # A tenth of the clips gets nearly half of the likes.
        clip = _standing_id("clip", int(CLIPS_COUNT * chance.random() ** 3))
        request = f"request-{next(clock_ms):012x}{chance.getrandbits(80):020x}"
        meta = Meta(person, request, request, "2026-01-01T12:00:00.000000Z")
        data = encoder.encode(Envelope(meta, ClipLiked(clip, person)))
        boundary = [
            DCBQueryItem(types=["clip.published.v1", "clip.withdrawn.v1"], tags=[clip]),
            DCBQueryItem(types=["clip.unliked.v1"], tags=[person, clip]),
            DCBQueryItem(tags=[request]),
        ]
        yield Wish(DCBEvent(LIKED, data, [clip, person, request]), DCBQuery(boundary))


def community(count: int) -> Iterator[DCBEvent]:
    """Events of which every fourth is a like; the others differ from likes by their name alone."""
    names = itertools.cycle((LIKED, *OTHER_NAMES))
    for wish, name in zip(likes(count, seed=0), names, strict=False):
        yield DCBEvent(name, wish.event.data, wish.event.tags)


def _standing_id(prefix: str, number: int) -> str:
    return f"{prefix}-{0x0199_0000_0000 + number * 60_000:012x}{number:020x}"
