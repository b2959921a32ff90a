"""What the server and the driver process say to each other: one JSON line a message, over a socket pair."""

from typing import Literal

import msgspec

from render_cluster.job import JobOutcome, JobSpec, Preview, Progress

ClusterState = Literal["starting", "up", "absent"]
# A job may carry the likenesses of its whole cast.
LINE_BYTES_MAX = 8 << 20


class Begin(msgspec.Struct, frozen=True, tag=True):
    """Server: render this job and leave its files in `folder`; `run` tells one attempt from another."""

    run: int
    job: JobSpec
    folder: str


class CallOff(msgspec.Struct, frozen=True, tag=True):
    """Server: stop a run; it ends without an outcome."""

    run: int


class QueueDepth(msgspec.Struct, frozen=True, tag=True):
    """Server: so many jobs wait, for the dashboard's metrics."""

    jobs_count: int


class Health(msgspec.Struct, frozen=True, tag=True):
    """Driver: how the cluster is; `reason` is a stable code where it is absent."""

    state: ClusterState
    reason: str | None = None
    address: str | None = None
    dashboard_url: str | None = None
    metrics_url: str | None = None
    workers_count: int = 0
    backend: str | None = None


class Step(msgspec.Struct, frozen=True, tag=True):
    """Driver: a run has come this far."""

    run: int
    progress: Progress


class Look(msgspec.Struct, frozen=True, tag=True):
    """Driver: this is what a run draws."""

    run: int
    preview: Preview


class End(msgspec.Struct, frozen=True, tag=True):
    """Driver: a run is over; no outcome where it was called off."""

    run: int
    outcome: JobOutcome | None


ToDriver = Begin | CallOff | QueueDepth
FromDriver = Health | Step | Look | End


def encode_line(message: ToDriver | FromDriver) -> bytes:
    """One message with its line end."""
    return msgspec.json.encode(message) + b"\n"
