"""The dispatcher seals what was rendered before it is stored; a clip that cannot be sealed is not completed."""

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator
from pathlib import Path

from domain.proof.clip_file import unsealed
from domain.proof.manifest import read_manifest
from render_cluster.artifacts import verify
from render_cluster.backlog import OpenJob
from render_cluster.clip_seal import ClipSealer
from render_cluster.crew import LocalCrew
from render_cluster.dispatcher import Dispatcher, DispatcherSettings, SealsClip
from render_cluster.driver_messages import Health
from render_cluster.job import JobFailed, JobOutcome, JobSpec, Progress, Rendered
from render_cluster.receipt import read_receipt
from render_cluster.render import CONSENT_NAME, render
from render_cluster.seal_identity import seal_identity
from tests.render_cluster.conftest import World, cleared
from tests.render_cluster.sketch_backend import SketchBackend


class Here:
    """Renders in this process, without a cluster."""

    health = Health("up")

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def render(self, job: JobSpec) -> AsyncIterator[Progress | JobOutcome]:
        for step in await asyncio.to_thread(
            lambda: list(render(job.spec, LocalCrew(SketchBackend()), self._folder / job.job_id))
        ):
            yield step

    def report_queue(self, jobs_count: int) -> None:
        """Nobody looks."""


def seal_with_a_word(job: OpenJob, rendered: Rendered) -> Path:
    """Seals with a receipt that names the job and where it was accepted."""
    video = Path(rendered.video_path)
    receipt = {"job_id": job.requested.job_id, "position": job.position}
    ClipSealer(seal_identity("Ana", b"r" * 32, b"s" * 32), "1").seal(video, receipt)
    beside = video.with_name(CONSENT_NAME)
    beside.write_text(json.dumps(receipt))
    return beside


def seal_in_vain(job: OpenJob, rendered: Rendered) -> Path:  # noqa: ARG001
    """What happens where history was rewritten."""
    raise JobFailed("seal_failed")


async def dispatched(world: World, folder: Path, seal: SealsClip, end: str) -> str:
    """One job from its request to its end."""
    job_id = world.ask("a ball")
    settings = DispatcherSettings(poll_s=0.05, pause_s=0.1)
    dispatcher = Dispatcher(
        world.ledger, Here(folder / "spool"), world.store, world.board, cleared, settings, seal=seal
    )
    task = asyncio.create_task(dispatcher.run())
    try:
        await world.until(job_id, end)
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    return job_id


def test_a_clip_is_sealed_before_it_is_stored(world: World, runner: asyncio.Runner, tmp_path: Path) -> None:
    job_id = runner.run(dispatched(world, tmp_path, seal_with_a_word, "completed"))
    requested, *_, completed = world.events(job_id)
    video, consent, receipt = (
        b"".join(world.store.open(file.digest))
        for file in (completed.event.video, completed.event.consent, completed.event.receipt)
    )
    verify(world.store, completed.event.video.digest)
    given = tmp_path / "given.mp4"
    given.write_bytes(video)
    manifest = read_manifest(given)
    assert manifest.fits
    assert manifest.proof == json.loads(consent) == {"job_id": job_id, "position": requested.position}
    plain = tmp_path / "plain.mp4"
    plain.write_bytes(unsealed(video))
    with plain.open("rb") as file:
        assert hashlib.file_digest(file, "sha256").hexdigest() == read_receipt(receipt).video_sha256


def test_a_clip_that_cannot_be_sealed_is_not_completed(
    world: World, runner: asyncio.Runner, tmp_path: Path
) -> None:
    job_id = runner.run(dispatched(world, tmp_path, seal_in_vain, "failed"))
    assert world.story(job_id) == ["requested", "started", "failed"]
    assert world.events(job_id)[-1].event.code == "seal_failed"
