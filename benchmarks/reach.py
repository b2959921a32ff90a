"""How long a revocation takes: a remix tree five deep and 200 wide, while jobs are open and its files are read.

Over HTTP, on granian. The value is the slowest of all rounds, from the call to its answer, by which nothing of
the thousand clips is served any more; the floor is one append of as many events to a log without anything
around it. The benchmark fails where anything is served that was asked for after the answer. (What lay in the
buffers of connections by then can be read a little later: how long is printed.)
"""

import argparse
import asyncio
import contextlib
import os
import random
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import httpx
import numpy as np
from eventsourcing.dcb.api import DCBEvent

from api.minting import mint_secret, now, secret_digest
from api.open_log import open_log
from api.principal import make_token
from api.settings import Settings
from benchmarks.feed_page import free_port, running, serve_command
from benchmarks.record import Measurement, record
from domain.codec import Codec
from domain.events import (
    AccessIssued,
    CameoEnrolled,
    Casting,
    ClipFacts,
    ClipFile,
    ClipPublished,
    Event,
    GenerationCompleted,
    GenerationRequested,
    Meta,
    PersonJoined,
)
from domain.ids import (
    AccessId,
    CameoId,
    ClipId,
    EnrolmentId,
    GrantId,
    HandleDigest,
    InviteId,
    JobId,
    PersonId,
    allowance_id,
    country_id,
)
from domain.store_sqlite import SQLiteRecorder
from recommender.description import DESCRIPTION_VERSION
from recommender.embedder import VECTOR_DIMENSIONS
from recommender.index import ClipIndex
from recommender.vector_table import VectorTable

DEPTH, WIDTH, OPEN_JOBS_COUNT = 5, 200, 20
ROUNDS_COUNT = 12
READERS_COUNT = 3
LONG_FILE_BYTES = 8 << 30  # sparse: it takes longer to send than any revocation
SETTLE_S = 0.5
SHORT = ClipFile("5" * 64, "video/mp4", 4_096)
LONG = ClipFile("1" * 64, "video/mp4", LONG_FILE_BYTES)
FACTS = ClipFacts(("basketball",), ("court",), "cinematic", 4.0, 640, 360, 24, False)


def main() -> None:
    """Measure and record."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS_COUNT, help="trees that are revoked")
    rounds_count = parser.parse_args().rounds
    with tempfile.TemporaryDirectory(prefix="castmates-bench-") as folder:
        measurement = measure(Path(folder), rounds_count)
    record("revocation_of_1000_clips", measurement)


def measure(folder: Path, rounds_count: int) -> Measurement:
    """The slowest revocation, in milliseconds."""
    data = folder / "data"
    trees = [_Tree(number) for number in range(rounds_count)]
    _fill(data, trees)
    _put_files(data)
    _put_vectors(data, trees)
    port = free_port()
    environment = {"CASTMATES_DATA": str(data), "CASTMATES_PORT": str(port), "CASTMATES_RAY_ADDRESS": "off"}
    with running(serve_command(), environment, port):
        answers_s = [asyncio.run(_revoke(port, tree)) for tree in trees]
    value_ms, floor_ms = 1000 * max(answers_s), 1000 * _append_s(folder / "floor.db", trees[0])
    return Measurement(round(value_ms, 1), round(floor_ms, 1), round(value_ms / floor_ms, 2), "ms")


class _Tree:
    """One person's cameo and the remixes that cast it: ids are by number, so that nothing need be read back."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.owner_id, self.maker_id = PersonId(f"person-owner-{number}"), PersonId(f"person-maker-{number}")
        self.cameo_id = CameoId(f"cameo-{number}")
        self.token = make_token(AccessId(f"access-{number}"), mint_secret())

    def clip_id(self, place: int) -> ClipId:
        """Clips stand in rows of `WIDTH`, each after the one above it."""
        return ClipId(f"clip-{self.number}-{place}")

    def events(self) -> Iterator[Event]:
        """People, cameo, the whole tree, and jobs that are still open."""
        yield _joined(self.owner_id)
        yield _joined(self.maker_id)
        access_id, _, secret = self.token.partition(".")
        yield AccessIssued(AccessId(access_id), self.owner_id, secret_digest(secret))
        yield CameoEnrolled(self.cameo_id, self.owner_id, EnrolmentId(f"enrolment-{self.number}"), "template")
        for place in range(DEPTH * WIDTH + OPEN_JOBS_COUNT):
            yield from self._clip(place)

    def _clip(self, place: int) -> Iterator[Event]:
        clip_id, job_id = self.clip_id(place), JobId(f"job-{self.number}-{place}")
        source = self.clip_id(place - WIDTH) if place >= WIDTH else None
        casting = Casting(
            self.cameo_id, self.owner_id, ("appear", "remix"), (GrantId(f"grant-{self.number}"),)
        )
        cast = {"cameo_ids": (self.cameo_id,), "cast": (casting,)}
        yield GenerationRequested(
            job_id=job_id,
            clip_id=clip_id,
            maker_id=self.maker_id,
            allowance_id=allowance_id(self.maker_id, now().date()),
            duration_s=4.0,
            width_px=640,
            height_px=360,
            style="cinematic",
            seed=place,
            prompt="@somebody shoots a free throw",
            remix_of=source,
            **cast,
        )
        if place < DEPTH * WIDTH:
            video = SHORT if place else LONG
            yield GenerationCompleted(
                job_id, clip_id, self.maker_id, video, SHORT, SHORT, FACTS, cameo_ids=(self.cameo_id,)
            )
            yield ClipPublished(clip_id, self.maker_id, None, source, **cast)


class _Served(NamedTuple):
    """Bytes that came: when they were asked for and when they were read, by this process's clock."""

    asked_at: float
    received_at: float


def _joined(person_id: PersonId) -> PersonJoined:
    digest, invite_id = HandleDigest(f"handle-{person_id}"), InviteId(f"invite-{person_id}")
    return PersonJoined(person_id, invite_id, digest, country_id("CA"), "adult", person_id, "1990-05-17")


def _fill(data: Path, trees: list[_Tree]) -> None:
    with open_log(Settings(data=data)) as log:
        for tree in trees:
            for subject in (tree.owner_id, tree.maker_id, tree.cameo_id):
                log.keys.create(subject)
            rows = _rows(log.codec, tree)
            for start in range(0, len(rows), 900):
                log.recorder.append(rows[start : start + 900])


def _rows(codec: Codec, tree: _Tree) -> list[DCBEvent]:
    meta = Meta("operator", "bench", "bench", now())
    return [DCBEvent(*codec.encode(event, meta)) for event in tree.events()]


def _put_vectors(data: Path, trees: list[_Tree]) -> None:
    """Vectors of all clips, so that none is still being embedded while a revocation is measured."""
    clip_ids = [tree.clip_id(place) for tree in trees for place in range(DEPTH * WIDTH)]
    vectors = np.random.default_rng(1).standard_normal((len(clip_ids), VECTOR_DIMENSIONS)).astype(np.float32)
    with open_log(Settings(data=data)) as log:
        position = log.ledger.head()
    (data / "beside").mkdir()
    index = ClipIndex(VectorTable(data / "beside" / "vectors", str(DESCRIPTION_VERSION)))
    index.add(clip_ids, vectors / np.linalg.norm(vectors, axis=1, keepdims=True), position)


def _put_files(data: Path) -> None:
    for file in (SHORT, LONG):
        path = data / "media" / file.digest[:2] / file.digest
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        os.truncate(path, file.size_bytes)


async def _revoke(port: int, tree: _Tree) -> float:
    """Seconds from the call to its answer, while others read the files. Raises where one is served after it."""
    headers = {"Authorization": f"Bearer {tree.token}"}
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", headers=headers, timeout=60) as client:
        await _until_served(client, tree)
        served: list[_Served] = []
        readers = [asyncio.create_task(_read_parts(client, tree, served)) for _ in range(READERS_COUNT)]
        readers.append(asyncio.create_task(_read_long(client, tree, served)))
        await asyncio.sleep(SETTLE_S)
        began_at = time.perf_counter()
        answer = await client.post(f"/api/cameos/{tree.cameo_id}/revocations")
        answered_at = time.perf_counter()
        await asyncio.sleep(SETTLE_S)
        for reader in readers:
            reader.cancel()
        await asyncio.gather(*readers, return_exceptions=True)
    _check(answer, served, began_at, answered_at)
    return answered_at - began_at


def _check(answer: httpx.Response, served: list[_Served], began_at: float, answered_at: float) -> None:
    receipt = answer.json()
    reached = (receipt.get("clips_count"), receipt.get("jobs_count"), len(receipt.get("reached", ())))
    if reached != (DEPTH * WIDTH, OPEN_JOBS_COUNT, DEPTH * WIDTH + OPEN_JOBS_COUNT):
        raise RuntimeError(f"reached {reached}: {answer.text[:200]}")
    if any(each.asked_at > answered_at for each in served):
        raise RuntimeError("a file was served that was asked for after the answer")
    last_at = max(each.received_at for each in served)
    taken_ms, last_ms = 1000 * (answered_at - began_at), 1000 * (last_at - began_at)
    print(f"  answered after {taken_ms:.0f} ms, the last byte came after {last_ms:.0f} ms", flush=True)


async def _until_served(client: httpx.AsyncClient, tree: _Tree) -> None:
    path = f"/media/{tree.clip_id(DEPTH * WIDTH - 1)}/video"
    while (await client.get(path)).status_code != 200:
        await asyncio.sleep(0.2)
    await client.get(
        "/api/feed?ask=warm"
    )  # once the embedder is loaded, which takes the whole machine a while


async def _read_parts(client: httpx.AsyncClient, tree: _Tree, served: list[_Served]) -> None:
    chance = random.Random(tree.number)
    while True:
        name = chance.choice(("video", "poster"))
        place = chance.randrange(1, DEPTH * WIDTH)
        asked_at = time.perf_counter()
        answer = await client.get(f"/media/{tree.clip_id(place)}/{name}", headers={"Range": "bytes=0-99"})
        if answer.is_success:
            served.append(_Served(asked_at, time.perf_counter()))


async def _read_long(client: httpx.AsyncClient, tree: _Tree, served: list[_Served]) -> None:
    asked_at = time.perf_counter()
    with contextlib.suppress(httpx.TransportError):  # cut in the middle
        async with client.stream("GET", f"/media/{tree.clip_id(0)}/video") as answer:
            async for _ in answer.aiter_raw(1 << 16):
                served.append(_Served(asked_at, time.perf_counter()))


def _append_s(path: Path, tree: _Tree) -> float:
    """Seconds that one append of as many events takes on a bare log."""

    class _Plain:
        def seal(self, subject: str, plaintext: str, context: str) -> str:  # noqa: ARG002
            return plaintext

        def open(self, subject: str, sealed: str, context: str) -> str | None:  # noqa: ARG002
            return sealed

    rows = _rows(Codec(_Plain()), tree)[: DEPTH * WIDTH]
    with contextlib.closing(SQLiteRecorder(path)) as recorder:
        began_at = time.perf_counter()
        recorder.append(rows)
        return time.perf_counter() - began_at


if __name__ == "__main__":
    main()
