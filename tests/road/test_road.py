"""The whole road on a real server with real renderers, and what a crash may not cost."""

import fcntl
import json
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import av
import httpx
import numpy as np
import pytest

from api.commands.serve import GRACE_S
from tests.road.server import Server

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"```sh walk\n(.*?)```", re.DOTALL)
METRICS_S_MAX = 60  # they are told from time to time
STAGES = ["queued", "storyboard", "dynamics", "frames", "sound", "encoding", "done"]


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """One server for the whole road: its renderers take a while to come up."""
    server = Server(tmp_path_factory.mktemp("road"))
    server.start()
    yield server
    assert server.stop() == 0


@pytest.fixture(scope="module")
def walk(server):
    """What the README's blocks print when run in order, and the folder they ran in."""
    if not (shutil.which("curl") and shutil.which("jq")):
        pytest.skip("the README's blocks want curl and jq")
    folder = server.folder / "walk"
    folder.mkdir()
    (folder / ".venv").symlink_to(sys.prefix)
    script = "set -euo pipefail\n" + "\n".join(BLOCK.findall((ROOT / "README.md").read_text()))
    environment = {**server.environment, "API": f"{server.url}/api", "INVITE": server.invite}
    done = subprocess.run(
        ["bash", "-c", script], cwd=folder, env=environment, capture_output=True, text=True, timeout=600
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return folder, done.stdout


def stages_of(text):
    """The stages of a stream of progress, each once, in order of appearance."""
    return list(dict.fromkeys(re.findall(r'"stage":"(\w+)"', text)))


def member(server, name, invite):
    body = {"invite": invite, "handle": name, "birth_date": "1990-01-01", "country": "US"}
    joined = httpx.post(f"{server.url}/api/accounts", json=body, timeout=30).json()
    headers = {"Authorization": f"Bearer {joined['token']}"}
    return httpx.Client(base_url=server.url, headers=headers, timeout=120), joined


def founders_invite(server):
    command = [sys.executable, "-m", "api.cli", "invite"]
    return subprocess.run(command, env=server.environment, capture_output=True, text=True).stdout.strip()


def test_the_server_says_where_everything_is(server):
    assert f"{server.url}/api/schema/openapi.json" in server.said
    assert server.environment["CASTMATES_RAY_DASHBOARD_PORT"] in server.said


def test_the_readmes_blocks_walk_the_whole_road(walk):
    _, printed = walk
    assert [stage for stage in stages_of(printed) if stage in STAGES] == [
        stage for stage in STAGES if stage in stages_of(printed)
    ]
    assert {"storyboard", "dynamics", "frames", "sound", "encoding"} <= set(stages_of(printed))
    assert '"code": "friend_newest"' in printed
    assert '"felt":"good"' in printed
    assert "generation.completed.v1" in printed


@pytest.mark.usefixtures("walk")
def test_the_clip_is_a_film_with_sound():
    with av.open("/tmp/castmates-clip.mp4") as clip:
        video, audio = clip.streams.video[0], clip.streams.audio[0]
        assert (video.codec_context.name, audio.codec_context.name) == ("h264", "aac")
        assert (video.width, video.height, video.average_rate) == (640, 360, 24)
        frames = [frame.to_ndarray(format="gray") for frame in clip.decode(video=0)]
    assert len(frames) == 96
    assert all(frame.mean() > 10 for frame in frames), "no frame is black"
    assert np.abs(frames[10].astype(int) - frames[60]).mean() > 1, "something moves"


def test_the_receipt_accounts_for_every_phrase(walk):
    _, printed = walk
    receipt = json.loads(re.search(r'\{\s*"seed":.*?\n\}', printed, re.DOTALL).group())
    assert {word["fate"] for word in receipt["coverage"]["words"]} == {"realised"}


def test_a_server_killed_in_mid_render_takes_the_job_up_again_and_has_lost_nothing(server):
    maker, joined = member(server, "survivor", founders_invite(server))
    accepted = maker.post("/api/generations", json={"prompt": "a skater wobbles, nearly falls and recovers"})
    job = accepted.json()
    with maker.stream("GET", job["events_url"]) as stream:
        for line in stream.iter_lines():
            if '"stage":"frames"' in line:
                break
    server.kill()
    server.start()
    text = maker.get(job["events_url"], timeout=300).text
    assert "event: completed" in text, text[-500:]
    trail = maker.get(f"/api/clips/{job['clip_id']}/trail").json()
    types = [row["type"] for row in trail]
    assert types.count("generation.requested.v1") == types.count("generation.completed.v1") == 1
    assert types.count("generation.started.v1") >= 2
    assert maker.get(f"/api/clips/{job['clip_id']}").json()["status"] == "draft"
    assert maker.get(f"/media/{job['clip_id']}/video").headers["content-type"] == "video/mp4"
    assert len(joined["invites"]) == len(maker.get("/api/invites").json()) == 4


def test_try_walks_the_road_from_a_terminal(server):
    command = [
        sys.executable,
        "-m",
        "api.cli",
        "try",
        "a skater falls",
        "--seconds",
        "1",
        "--url",
        server.url,
    ]
    environment = server.environment | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, cwd=server.folder, env=environment, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr
    assert "whom you follow" in done.stdout
    assert len(list(server.folder.glob("clip-*.mp4"))) == 1
    assert re.search(rf"{server.url}/media/clip-[0-9a-f-]+/video", done.stdout)


def test_the_renderers_tell_their_numbers(server):
    note = httpx.get(f"{server.url}/api/ready").json()["parts"]["renderers"]["note"]
    wanted = ("castmates_queue_depth", "castmates_frames", "castmates_clip_seconds")
    deadline = time.monotonic() + METRICS_S_MAX
    while not all(name in (numbers := httpx.get(note.split("metrics ")[1]).text) for name in wanted):
        assert time.monotonic() < deadline, numbers
        time.sleep(1)


def test_a_prompt_outside_what_is_known_makes_its_nearest_scene_and_says_so(server):
    maker, _ = member(server, "dreamer", founders_invite(server))
    body = {"prompt": "a florp juggles teacups beside a basketball hoop", "seconds": 1}
    job = maker.post("/api/generations", json=body).json()
    assert "event: completed" in maker.get(job["events_url"], timeout=300).text
    words = maker.get(f"/media/{job['clip_id']}/receipt").json()["coverage"]["words"]
    assert any(word["fate"] == "left_out" and "florp" in word["phrase"] for word in words)


def test_a_server_that_is_told_to_stop_lets_its_watchers_go(server):
    maker, _ = member(server, "watcher", founders_invite(server))
    body = {"prompt": "a skater falls", "seconds": 60}
    job = maker.post("/api/generations", json=body).json()
    with maker.stream("GET", job["events_url"]) as stream:
        lines = stream.iter_lines()
        next(lines)
        began_s = time.monotonic()
        assert server.stop() == 0
        assert not any("event: completed" in line for line in lines)
    assert time.monotonic() - began_s < GRACE_S, "the web worker was not killed after its grace"
    server.start()
    maker.delete(f"/api/generations/{job['job_id']}")


@pytest.mark.slow
def test_a_web_worker_does_not_outlive_the_command_that_started_it(server):
    server.kill_command()
    with (server.folder / "data" / "server.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # given back once the worker, too, has wound up
    assert not server.answers()
    server.start()
