"""Puts what each part says of itself into one form for operators."""

from typing import NamedTuple

from api.proving.head_keeper import HeadKeeper
from domain.store import LogUnavailable
from domain.store_sqlite import SQLiteRecorder
from projections.runner import Runner
from recommender.index import ClipIndex
from recommender.vector_feeder import VectorFeeder
from render_cluster.renderer import Renderer


class PartState(NamedTuple):
    """`up`, `starting`, `waiting` or `down`, and a note without personal data."""

    status: str
    note: str | None = None
    dashboard_url: str | None = None


def log_state(recorder: SQLiteRecorder) -> PartState:
    """Whether the log can be read."""
    try:
        return PartState("up", f"position {recorder.head()}")
    except LogUnavailable as error:
        return PartState("down", str(error))


def views_state(runner: Runner) -> PartState:
    """Whether the views follow the log."""
    health = runner.health()
    status = {"following": "up", "stalled": "down", "stopped": "down"}.get(health.state, "starting")
    return PartState(status, health.reason or f"position {health.position}")


def proof_state(keeper: HeadKeeper) -> PartState:
    """Whether the log's history is proved; `down` where it was rewritten."""
    return PartState(keeper.state, keeper.note)


def vectors_state(feeder: VectorFeeder, index: ClipIndex) -> PartState:
    """Whether published clips become findable by meaning."""
    if feeder.trouble is not None:
        return PartState("down", feeder.trouble)
    return PartState("up", f"{len(index)} clips")


def cluster_state(renderer: Renderer | None) -> PartState:
    """Whether clips are made here; where not, requests wait in the log."""
    if renderer is None:
        return PartState("waiting", "rendering is switched off; requests wait in the log")
    health = renderer.health
    status = {"up": "up", "starting": "starting"}.get(health.state, "waiting")
    if health.state != "up":
        return PartState(status, health.reason)
    return PartState(status, f"metrics {health.metrics_url}", health.dashboard_url)
