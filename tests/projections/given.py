"""Short ways to say which events were recorded, and to see what a view made of them."""

import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from domain.events import (
    ClipFacts,
    ClipFile,
    ClipPublished,
    Event,
    GenerationCompleted,
    GenerationRequested,
    InviteIssued,
    Meta,
    PersonJoined,
)
from domain.ids import country_id
from projections.view import Recorded, View

BEGIN = datetime(2026, 3, 1, tzinfo=UTC)
FACTS = ClipFacts(("ball_hits_rim",), ("court",), "cinematic", 4.0, 640, 360, 24, False)
LATEST = 1 << 62

Tables = dict[str, list[tuple[object, ...]]]


def time_of(position: int) -> datetime:
    """When the event at a position was recorded: a minute after the one before it."""
    return BEGIN + timedelta(minutes=position)


def recorded(position: int, event: Event, actor: str = "person-any") -> Recorded:
    """An event at its position."""
    return Recorded(position, event, Meta(actor, "correlation-1", "test", time_of(position)))


def log(*events: Event) -> list[Recorded]:
    """Events in a row, from position 1."""
    return [recorded(position, event) for position, event in enumerate(events, 1)]


def empty(view: View) -> sqlite3.Connection:
    """A view that has seen nothing yet."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.executescript(view.schema)
    return connection


def folded(view: View, *batches: Sequence[Recorded]) -> sqlite3.Connection:
    """A view that has taken the batches one after the other."""
    connection = empty(view)
    for batch in batches:
        view.apply(connection, batch)
    return connection


def given(view: View, *events: Event) -> sqlite3.Connection:
    """A view that has taken these events, from position 1, one at a time."""
    return folded(view, *([one] for one in log(*events)))


def tables(connection: sqlite3.Connection) -> Tables:
    """Every row of every table, ordered."""
    names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall()
    return {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for (name,) in names}


def issued(invite: str, issuer: str | None = None) -> InviteIssued:
    """An invite of somebody, or of the founder."""
    return InviteIssued(invite_id=invite, issuer_id=issuer)


def joined(person: str, invite: str, handle: str | None = "somebody") -> PersonJoined:
    """A grown member from France."""
    return PersonJoined(
        person_id=person,
        invite_id=invite,
        handle_digest=f"digest-of-{handle}",
        country_id=country_id("FR"),
        age_band="adult",
        handle=handle,
        birth_date="1990-01-01",
    )


def requested(
    clip: str, maker: str, remix_of: str | None = None, prompt: str | None = "a ball"
) -> GenerationRequested:
    """A clip asked for; its job is named after it."""
    return GenerationRequested(
        job_id=f"job-of-{clip}",
        clip_id=clip,
        maker_id=maker,
        allowance_id=f"allowance-{maker}-2026-03-01",
        duration_s=4.0,
        width_px=640,
        height_px=360,
        style="cinematic",
        seed=7,
        prompt=prompt,
        remix_of=remix_of,
    )


def completed(clip: str, maker: str) -> GenerationCompleted:
    """A clip finished; its files are named after it."""
    return GenerationCompleted(
        job_id=f"job-of-{clip}",
        clip_id=clip,
        maker_id=maker,
        video=ClipFile(f"video-of-{clip}", "video/mp4", 90_000),
        poster=ClipFile(f"poster-of-{clip}", "image/jpeg", 9_000),
        receipt=ClipFile(f"receipt-of-{clip}", "application/json", 900),
        facts=FACTS,
        captions=ClipFile(f"captions-of-{clip}", "text/vtt", 90),
        consent=ClipFile(f"consent-of-{clip}", "application/json", 2_000),
    )


def published(
    clip: str, maker: str, remix_of: str | None = None, caption: str | None = "look"
) -> ClipPublished:
    """A clip shown to the community."""
    return ClipPublished(clip_id=clip, maker_id=maker, caption=caption, remix_of=remix_of)


def shown(clip: str, maker: str, remix_of: str | None = None) -> tuple[Event, ...]:
    """The three events that lead to a published clip."""
    return (requested(clip, maker, remix_of), completed(clip, maker), published(clip, maker, remix_of))
