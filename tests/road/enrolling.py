"""A member of a real server who becomes castable: a film that answers the challenge, made of a portrait."""

import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import cv2
import httpx

from render_cluster.backends.physics.sound.speech import Speaker
from render_cluster.likeness.challenge import Challenge
from render_cluster.likeness.face_reader import FaceReader
from tests.road.server import Server
from tools.enrolment.acting import said, take
from tools.enrolment.filming import film
from tools.enrolment.photo_face import PhotoFace

PHOTOS = Path(__file__).parents[1] / "render_cluster" / "likeness" / "photos"
VERDICT_S_MAX = 120
VIEW_S_MAX = 30
SEED = 7


class Actor:
    """Somebody with a face and a voice who answers challenges in front of a camera."""

    def __init__(self, photo: str, voice: str, folder: Path) -> None:
        self._face = PhotoFace(cv2.imread(str(PHOTOS / photo)), FaceReader())
        self._voice, self._path = voice, folder / f"{photo}.mp4"

    def recording(self, digits: str, turns: list[str]) -> bytes:
        """A film of them saying the digits and turning as they are told."""
        with Speaker() as speaker:
            acted = take(Challenge(digits, tuple(turns)), said(digits, speaker, self._voice), SEED)
        film(self._path, [self._face.shown(pose) for pose in acted.poses], acted.sound, SEED)
        return self._path.read_bytes()


class Member(httpx.Client):
    """A member, signed in, who reads what anybody was told to have been written."""

    def __init__(self, server: Server, handle: str, birth_date: str = "1990-01-01") -> None:
        body = {
            "invite": command(server, "invite"),
            "handle": handle,
            "birth_date": birth_date,
            "country": "US",
        }
        joined = httpx.post(f"{server.url}/api/accounts", json=body, timeout=30)
        assert joined.status_code == 201, joined.text
        self._server, self.handle, self.id = server, handle, joined.json()["person_id"]
        self.token = joined.json()["token"]
        headers = {"Authorization": f"Bearer {self.token}"}
        super().__init__(base_url=server.url, headers=headers, timeout=120)

    def request(self, *arguments: Any, **options: Any) -> httpx.Response:
        """Sends a request that a view may not answer while it is behind; waits for it."""
        deadline = time.monotonic() + VIEW_S_MAX
        headers = {**(options.pop("headers", None) or {}), "Castmates-At-Least": str(self._server.newest)}
        while (answer := super().request(*arguments, headers=headers, **options)).status_code == 425:
            assert time.monotonic() < deadline, answer.text
            time.sleep(0.1)
        self._learn(answer.headers.get("Castmates-Position", "0"))
        return answer

    def _learn(self, position: str) -> None:
        self._server.newest = max(self._server.newest, int(position))

    def ask(self, prompt: str, path: str = "/api/generations") -> httpx.Response:
        """Asks for a clip of a second."""
        return self.post(path, json={"prompt": prompt, "seconds": 1, "size": "480x480", "seed": SEED})

    def finished(self, job: dict[str, Any]) -> str:
        """Waits for a job of theirs to be done; the clip's id."""
        text = self.get(f"/api/generations/{job['job_id']}/events", timeout=300).text
        assert "event: completed" in text, text[-500:]
        self._learn(re.findall(r'"position":(\d+)', text)[-1])
        return job["clip_id"]

    def tried(self, actor: Actor, digits: str | None = None) -> dict[str, Any]:
        """An enrolment as it stands after the verdict; with other `digits` than those asked, if some are given."""
        asked = self.post("/api/cameos/enrolments", json={}).json()
        recording = actor.recording(digits or asked["digits"], asked["turns"])
        assert self.put(asked["recording_url"], content=recording).status_code == 202
        deadline = time.monotonic() + VERDICT_S_MAX
        while time.monotonic() < deadline:
            found = self.get(f"/api/cameos/enrolments/{asked['enrolment_id']}").json()
            if found["state"] != "submitted":
                return found
            time.sleep(0.3)
        raise AssertionError(f"no verdict: {found}")

    def enrol(self, actor: Actor, reviewer: "Member") -> None:
        """Becomes castable at the first try; where a check was unsure, a reviewer finds them in the queue."""
        found = self.tried(actor)
        if found["state"] == "held":
            cases = {one["enrolment_id"]: one for one in reviewer.get("/api/review").json()["enrolments"]}
            assert cases[found["enrolment_id"]]["checks"] == [one["check"] for one in found["checks"]]
            address = f"/api/review/enrolments/{found['enrolment_id']}"
            assert reviewer.get(f"{address}/recording").content, "the reviewer sees the recording"
            assert reviewer.post(address, json={"passed": True}).is_success
            found = self.get(f"/api/cameos/enrolments/{found['enrolment_id']}").json()
        assert found["state"] == "enrolled", found


def command(server: Server, *arguments: str) -> str:
    """What a command of `castmates` prints beside the server."""
    asked = [sys.executable, "-m", "api.cli", *arguments]
    done = subprocess.run(asked, env=server.environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()
