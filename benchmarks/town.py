"""A community of the size that feeds are measured with, written straight into a log."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from eventsourcing.dcb.api import DCBEvent

from api.minting import mint_secret, secret_digest
from api.open_log import open_log
from api.principal import make_token
from api.settings import Settings
from domain.events import (
    AccessIssued,
    ClipFacts,
    ClipFile,
    ClipLiked,
    ClipPublished,
    Event,
    GenerationCompleted,
    GenerationRequested,
    Meta,
    PersonFollowed,
    PersonJoined,
)
from domain.ids import AccessId, ClipId, HandleDigest, InviteId, JobId, PersonId, allowance_id, country_id
from domain.store import EVENTS_PER_APPEND_MAX

PEOPLE_COUNT, FOLLOWS_COUNT, CLIPS_COUNT, LIKES_COUNT = 200, 4_000, 3_000, 4_000
SUBJECTS = (
    "basketball",
    "skater",
    "paddleboard",
    "red ball",
    "longboard",
    "surfer",
    "free throw",
    "kickflip",
)
ACTIONS = ("bounces off the rim", "wobbles and recovers", "tips and sinks", "rolls past", "falls", "glides")
PLACES = ("at sunset", "in the rain", "on the plaza", "under stadium lights", "by the pier", "at noon")
STYLES = ("realistic", "cinematic", "anime")


def found_town(data: Path, seed: int = 1) -> str:
    """Fills a new log; the bearer token of its first person."""
    secret = mint_secret()
    access_id = AccessId("access-0")
    began_at = datetime.now(UTC) - timedelta(days=30)
    with open_log(Settings(data=data)) as log:
        people = [PersonId(f"person-{number}") for number in range(PEOPLE_COUNT)]
        for person in people:
            log.keys.create(person)
        access = AccessIssued(access_id=access_id, person_id=people[0], secret_digest=secret_digest(secret))
        rows = []
        for number, event in enumerate((*_events(people, random.Random(seed)), access)):
            meta = Meta("operator", "town", "town", began_at + timedelta(seconds=number * 60))
            row = log.codec.encode(event, meta)
            rows.append(DCBEvent(row.type, row.data, row.tags))
        for start in range(0, len(rows), EVENTS_PER_APPEND_MAX):
            log.recorder.append(rows[start : start + EVENTS_PER_APPEND_MAX])
    return make_token(access_id, secret)


def _events(people: list[PersonId], chance: random.Random) -> Iterator[Event]:
    for number, person in enumerate(people):
        yield PersonJoined(
            person_id=person,
            invite_id=InviteId(f"invite-{number}"),
            handle_digest=HandleDigest(f"handle-{number}"),
            country_id=country_id("CA"),
            age_band="adult",
            handle=f"person_{number}",
            birth_date="1990-01-01",
        )
    pairs = [(one, other) for one in people for other in people if one != other]
    for follower, followed in chance.sample(pairs, FOLLOWS_COUNT):
        yield PersonFollowed(follower_id=follower, followed_id=followed)
    clips = [ClipId(f"clip-{number}") for number in range(CLIPS_COUNT)]
    for number, clip in enumerate(clips):
        yield from _clip(number, clip, chance.choice(people), chance)
    for clip, person in chance.sample([(clip, person) for clip in clips for person in people], LIKES_COUNT):
        yield ClipLiked(clip_id=clip, person_id=person)


def _clip(number: int, clip: ClipId, maker: PersonId, chance: random.Random) -> Iterator[Event]:
    job, style = JobId(f"job-{number}"), chance.choice(STYLES)
    prompt = f"a {chance.choice(SUBJECTS)} {chance.choice(ACTIONS)} {chance.choice(PLACES)}, take {number}"
    yield GenerationRequested(
        job_id=job,
        clip_id=clip,
        maker_id=maker,
        allowance_id=allowance_id(maker, datetime(2026, 1, 1, tzinfo=UTC).date()),
        duration_s=4.0,
        width_px=640,
        height_px=360,
        style=style,
        seed=number,
        prompt=prompt,
    )
    yield GenerationCompleted(
        job_id=job,
        clip_id=clip,
        maker_id=maker,
        video=ClipFile(f"{number:064x}", "video/mp4", 400_000),
        poster=ClipFile(f"{number:064x}", "image/webp", 20_000),
        receipt=ClipFile(f"{number:064x}", "application/json", 9_000),
        facts=ClipFacts(("basketball",), ("court",), style, 4.0, 640, 360, 24, False),
    )
    yield ClipPublished(clip_id=clip, maker_id=maker)
