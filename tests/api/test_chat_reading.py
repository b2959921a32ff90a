"""An operator's chat endpoint may read what people tell their feed, and learns of nobody."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar.testing import TestClient

from api.app import create_app
from api.building.root import build
from api.hosting.founding import found
from api.settings import RAY_OFF, Settings
from tests.api.conftest import Community
from tests.chat_server import ChatServer, chat_server, raw

READING = "/api/feed/instructions/reading"
WILD_BIRDS = json.dumps(
    {"rules": [{"kind": "more", "about": {"type": "topic", "words": "wild birds"}, "words": "birds"}]}
)


@pytest.fixture
def server() -> Iterator[ChatServer]:
    with chat_server() as running:
        yield running


@pytest.fixture
def community(tmp_path: Path, server: ChatServer) -> Iterator[Community]:
    settings = Settings(
        data=tmp_path,
        ray_address=RAY_OFF,
        chat_url=f"http://127.0.0.1:{server.server_port}/v1",
        chat_model="tiny",
        chat_reads_instructions=True,
    )
    found(settings)
    with TestClient(create_app(build(settings))) as client:
        yield Community(client, client.app.state.wiring)


def labels(community: Community, text: str) -> list[str]:
    read = community.join("theo").post(READING, {"text": text})
    assert read.status_code == 200, read.text
    return [chip["label"] for chip in read.json()["rules"]]


def test_the_endpoint_reads_an_instruction(community: Community, server: ChatServer) -> None:
    server.answers = [WILD_BIRDS]
    assert labels(community, "birds I guess") == ["More wild birds"]


def test_an_endpoint_that_fails_leaves_the_reading_of_the_server(
    community: Community, server: ChatServer
) -> None:
    server.answers = [raw(b"", 500)]
    assert labels(community, "birds") == ["More birds"]


@pytest.mark.parametrize("text", ["birds, none of @maya", "only from my friends"])
def test_who_is_meant_is_told_to_nobody(text: str, community: Community, server: ChatServer) -> None:
    labels(community, text)
    assert server.asked == []


def test_an_ask_waits_for_no_endpoint(community: Community, server: ChatServer) -> None:
    assert community.join("theo").get("/api/feed?ask=birds").status_code == 200
    assert server.asked == []
