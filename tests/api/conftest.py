"""One community behind the real app, with members who speak HTTP; only the renderers are left out."""

import itertools
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
from httpx import Response
from litestar.testing import TestClient

from api.app import create_app
from api.building.root import build
from api.consent.clearance import clearance_of
from api.enrolling.twins import encoded_template
from api.hosting.founding import found, issue_founder_invite
from api.minting import now
from api.open_log import open_log
from api.settings import RAY_OFF, Settings
from api.wiring import Wiring
from domain.codec import Codec
from domain.decider import Clause
from domain.decisions.jobs import CompleteGeneration, StartGeneration
from domain.events import (
    CameoEnrolled,
    ClipFacts,
    ClipFile,
    EnrolmentOpened,
    EnrolmentSubmitted,
    GenerationRequested,
)
from domain.ids import CameoId, EnrolmentId, JobId
from domain.ledger import Wish
from tests.writers import SynchronousWriter

RECEIPT = (Path(__file__).parents[1] / "golden" / "receipt.v1.json").read_bytes()
WISH = Wish("test", "test", "test")
BEHIND_S_MAX = 20


class Member:
    """Somebody who joined; reads their own writes."""

    def __init__(self, client: TestClient[Any], joined: dict[str, Any], position: str) -> None:
        self._client = client
        self.id, self.handle = joined["person_id"], joined["handle"]
        self.token, self.invites = joined["token"], joined["invites"]
        self._position = position

    def call(self, method: str, path: str, body: Any = None, **headers: str) -> Response:
        """The answer; asks again while the views are behind this member's own writes."""
        sent = {"Authorization": f"Bearer {self.token}", "Castmates-At-Least": self._position, **headers}
        content = body if body is None or isinstance(body, bytes) else msgspec.json.encode(body)
        deadline = time.monotonic() + BEHIND_S_MAX
        while True:
            response = self._client.request(method, path, content=content, headers=sent)
            if response.status_code != 425 or time.monotonic() > deadline:
                break
            time.sleep(0.01)
        self._position = max(self._position, response.headers.get("castmates-position", "0"), key=int)
        return response

    def get(self, path: str, **headers: str) -> Response:
        """GET."""
        return self.call("GET", path, **headers)

    def post(self, path: str, body: Any = None, **headers: str) -> Response:
        """POST with a JSON body."""
        return self.call("POST", path, {} if body is None else body, **headers)

    def put(self, path: str, body: Any = None) -> Response:
        """PUT with a JSON body, or without one."""
        return self.call("PUT", path, body)

    def delete(self, path: str) -> Response:
        """DELETE."""
        return self.call("DELETE", path)

    def catch_up(self, position: int) -> None:
        """Insist on this position from now on."""
        self._position = max(self._position, str(position), key=int)


class Community:
    """The app, its parts, and ways to bring people and clips into it."""

    def __init__(self, client: TestClient[Any], wiring: Wiring) -> None:
        self.client, self.wiring = client, wiring
        self._numbers = itertools.count()

    def founder_invite(self) -> str:
        """A fresh invite."""
        with open_log(self.wiring.settings) as log:
            return issue_founder_invite(log)

    def join(self, name: str = "member", **changes: str) -> Member:
        """A new member with a handle of their own."""
        body = {
            "invite": changes.pop("invite", None) or self.founder_invite(),
            "handle": f"{name}_{next(self._numbers)}",
            "birth_date": "1990-05-17",
            "country": "CA",
            **changes,
        }
        response = self.client.post("/api/accounts", json=body)
        assert response.status_code == 201, response.text
        return Member(self.client, response.json(), response.headers["castmates-position"])

    def enrol(self, member: Member) -> str:
        """A cameo of the member's, as if the checks had passed."""
        number = next(self._numbers)
        cameo_id, enrolment_id = CameoId(f"cameo-{number}"), EnrolmentId(f"enrolment-{number}")
        self.wiring.keys.create(cameo_id)
        soon, template = now() + timedelta(minutes=5), self.fresh_template()
        # In one append: the enroller would look for a recording of what is only submitted.
        events = (
            EnrolmentOpened(enrolment_id, member.id, "482915", ("left", "up"), soon, "notice-1"),
            EnrolmentSubmitted(enrolment_id, member.id),
            CameoEnrolled(cameo_id, member.id, enrolment_id, template),
        )
        rows = SynchronousWriter.rows(Codec(self.wiring.keys), events)
        member.catch_up(self.wiring.writer.submit(rows, None).result())
        return cameo_id

    def fresh_template(self) -> str:
        """The template of a face that nobody else has."""
        return encoded_template(_face(next(self._numbers)))

    def draft(self, maker: Member, prompt: str = "a basketball bounces off the rim", **changes: Any) -> str:
        """A finished draft, as a worker would have left it: real files, real events."""
        style = changes.get("style", "realistic")
        captions = changes.get("captions")
        accepted = maker.post("/api/generations", {"prompt": prompt, "style": style, "seconds": 1})
        assert accepted.status_code == 202, accepted.text
        maker.catch_up(self.complete(accepted.json()["job_id"], style, captions))
        return accepted.json()["clip_id"]

    def complete(self, job_id: str, style: str = "realistic", captions: bytes | None = None) -> int:
        """Ends a job well; the position of that fact."""
        handle = self.wiring.ledger.handle_now
        cleared = self._cleared(JobId(job_id))
        handle(StartGeneration(job_id=JobId(job_id), backend="test", **cleared), WISH)
        command = CompleteGeneration(
            job_id=JobId(job_id),
            **cleared,
            video=self._file(b"video of " + job_id.encode(), "video/mp4"),
            poster=self._file(b"poster of " + job_id.encode(), "image/webp"),
            receipt=self._file(RECEIPT, "application/json"),
            facts=ClipFacts(("basketball",), ("court",), style, 1.0, 640, 360, 24, False),
            captions=None if captions is None else self._file(captions, "text/vtt"),
        )
        return handle(command, WISH).position

    def _cleared(self, job_id: JobId) -> dict[str, Any]:
        (requested,) = self.wiring.ledger.read((Clause((GenerationRequested,), (job_id,)),))
        return clearance_of(self.wiring.casting, requested.event)._asdict()

    def clip(self, maker: Member, prompt: str = "a basketball bounces off the rim", **changes: Any) -> str:
        """A published clip."""
        clip_id = self.draft(maker, prompt, **changes)
        assert maker.post(f"/api/clips/{clip_id}/publish").status_code == 204
        return clip_id

    def _file(self, content: bytes, media_type: str) -> ClipFile:
        artifact = self.wiring.artifacts.put(content, media_type)
        return ClipFile(artifact.digest, media_type, artifact.size_bytes)


def _face(number: int) -> bytes:
    """A template unlike any other."""
    return np.random.default_rng(1_000_000 + number).normal(size=128).astype("<f4").tobytes()


@pytest.fixture(scope="session")
def community(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Community]:
    """The community of this test run; tests bring their own people."""
    folder: Path = tmp_path_factory.mktemp("community")
    settings = Settings(
        data=folder, ray_address=RAY_OFF, allowance_per_day=5, session_gap_s=0, wellness_clips_seen_min=1
    )
    found(settings)
    wiring = build(settings, examiner="tests.api.examiners:examine")
    with TestClient(create_app(wiring)) as client:
        yield Community(client, wiring)
