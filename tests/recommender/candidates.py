"""Queries and candidates for the tests of single stages, by hand and by chance."""

from datetime import UTC, datetime, timedelta

import numpy as np
from hypothesis import strategies as st

from domain.ids import ClipId, PersonId
from recommender.embedder import VECTOR_DIMENSIONS
from recommender.policy import POLICY, Policy
from recommender.rules import Rule, Topic
from recommender.slate import Candidate, Order, Query, Scored, Viewer
from recommender.steering import ASK, ActiveRule, numbered

ANA, BEN, CLEO, DINO = (PersonId(f"person-{name}") for name in ("ana", "ben", "cleo", "dino"))
PEOPLE = (ANA, BEN, CLEO, DINO)
NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)


def viewer(**changes: object) -> Viewer:
    """Ana, an adult who follows nobody and has seen nothing, but for the changes."""
    plain = {
        "person_id": ANA,
        "age_band": "adult",
        "following": frozenset(),
        "blocked": frozenset(),
        "seen": frozenset(),
    }
    return Viewer(**(plain | changes))


def query(
    ask: str | None = None,
    policy: Policy = POLICY,
    rules: tuple[ActiveRule, ...] = (),
    order: Order = "ranked",
    **changes: object,
) -> Query:
    """A query of that viewer; an ask is read as one topic."""
    asked = () if ask is None else numbered(ASK, [Rule("more", Topic(ask), ask)])
    return Query(viewer(**changes), ask, policy, (*asked, *rules), NOON, order)


def candidate(number: int, maker_id: PersonId = BEN, **changes: object) -> Candidate:
    """The clip published at hour `number`."""
    plain = {
        "clip_id": ClipId(f"clip-{number:04}"),
        "maker_id": maker_id,
        "published_position": number,
        "published_at": NOON + timedelta(hours=number),
        "withdrawn": False,
        "facts": ("realistic", "basketball", "court"),
        "inspired_makers_count": 0,
        "reporters_count": 0,
    }
    return Candidate(**(plain | changes))


def scored(number: int, points: int, maker_id: PersonId = BEN, **changes: object) -> Scored:
    """That candidate with a score of so many points."""
    return Scored(candidate(number, maker_id, **changes), points, ())


def unit(*axes: int) -> np.ndarray:
    """The unit vector between some axes, float32 (384,)."""
    vector = np.zeros(VECTOR_DIMENSIONS, np.float32)
    vector[list(axes)] = 1.0
    return vector / np.linalg.norm(vector)


some_people = st.frozensets(st.sampled_from(PEOPLE))
candidates = st.lists(
    st.builds(
        candidate,
        st.integers(1, 500),
        st.sampled_from(PEOPLE),
        withdrawn=st.booleans(),
        reporters_count=st.integers(0, 5),
        inspired_makers_count=st.integers(0, 50),
    ),
    unique_by=lambda made: made.clip_id,
    max_size=30,
)
queries = st.builds(
    query,
    ask=st.sampled_from([None, "anything"]),
    age_band=st.sampled_from(["teen", "adult"]),
    following=some_people,
    blocked=some_people,
    seen=st.frozensets(st.integers(1, 500).map(lambda number: ClipId(f"clip-{number:04}"))),
)
