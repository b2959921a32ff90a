"""Makes what renders: where files lie, the cluster, and the dispatcher between it and the log."""

from functools import partial
from typing import NamedTuple

from api.backends import BACKENDS
from api.building.likeness import Likeness
from api.building.log import Log
from api.consent.clearance import clearance_of
from api.consent.likenesses import Likenesses
from api.proving.clip_seals import ClipSeals
from api.proving.proofs import Proofs
from api.settings import RAY_OFF, Settings
from render_cluster.artifacts import ArtifactStore, BucketStore, FolderStore
from render_cluster.cluster_settings import ClusterSettings
from render_cluster.dispatcher import Dispatcher
from render_cluster.progress_board import ProgressBoard
from render_cluster.renderer import Renderer
from render_cluster.segments import SegmentStore


class Rendering(NamedTuple):
    """Files and cluster; a server that renders nothing has neither renderer nor dispatcher."""

    artifacts: ArtifactStore
    segments: SegmentStore
    board: ProgressBoard
    renderer: Renderer | None
    dispatcher: Dispatcher | None


def build_rendering(settings: Settings, log: Log, proofs: Proofs, likeness: Likeness) -> Rendering:
    """The dispatcher asks the gate at every step of a job, opens its likenesses and seals what comes of it."""
    artifacts, board = open_artifacts(settings), ProgressBoard()
    cluster = cluster_settings(settings)
    segments = SegmentStore(cluster.segments_folder)
    if settings.ray_address == RAY_OFF:
        return Rendering(artifacts, segments, board, None, None)
    renderer = Renderer(cluster)
    dispatcher = Dispatcher(
        log.ledger,
        renderer,
        artifacts,
        board,
        partial(clearance_of, likeness.casting),
        seal=ClipSeals(proofs.notary, log.keys).seal if settings.seal_clips else None,
        likenesses=Likenesses(likeness.casting, likeness.vault).of,
    )
    return Rendering(artifacts, segments, board, renderer, dispatcher)


def cluster_settings(settings: Settings) -> ClusterSettings:
    """What the operator chose about rendering."""
    return ClusterSettings(
        folder=str((settings.data / "cluster").resolve()),
        address=settings.ray_address or None,
        workers_count=settings.workers or None,
        dashboard_port=settings.ray_dashboard_port,
        backend=BACKENDS[settings.backend],
        resource="gen_gpu" if settings.backend == "diffusion" else "gen_cpu",
    )


def open_artifacts(settings: Settings) -> ArtifactStore:
    """The bucket that the settings name, or the media folder."""
    if settings.s3_endpoint:
        return BucketStore.connect(
            settings.s3_endpoint,
            settings.s3_bucket,
            access_key=settings.s3_access_key,
            secret_key=settings.s3_secret_key,
            secure=settings.s3_secure,
        )
    return FolderStore(settings.data / "media")
