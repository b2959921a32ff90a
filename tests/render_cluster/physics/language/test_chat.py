"""A chat endpoint may write the storyboard; whatever it does, there is one in the end."""

import time

import msgspec
import pytest

from render_cluster.backends.backend import Spec
from render_cluster.backends.physics.language.chat import ChatWriter
from render_cluster.backends.physics.language.compiler import compile_prompt
from render_cluster.chat_client import ANSWER_BYTES_MAX, ChatFailed, Endpoint
from render_cluster.storyboard import Action, Shot, Storyboard, Subject
from tests.chat_server import chat_server, raw

BOARD = Storyboard((Shot(2.0, "beach", subjects=(Subject("rex", "dog"),), actions=(Action("rex", "run"),)),))
GOOD = msgspec.json.encode(BOARD).decode()
SPEC = Spec("a dog runs", duration_s=6.0, seed=7)


def dripping(handler):
    handler.send_response(200)
    handler.end_headers()
    try:
        for _ in range(100):
            handler.wfile.write(b" ")
            time.sleep(0.05)
    except OSError:
        pass


@pytest.fixture
def server():
    with chat_server() as server:
        yield server


def writer(server, limit_s=5.0):
    return ChatWriter(Endpoint(f"http://127.0.0.1:{server.server_port}/v1", "tiny", "secret", limit_s))


def test_a_good_answer_is_the_storyboard_fitted_to_the_clip(server):
    server.answers = [f"Here you are:\n```json\n{GOOD}\n```"]
    draft = compile_prompt(SPEC, writer=writer(server))
    assert draft.storyboard.shots[0].subjects == BOARD.shots[0].subjects
    assert (draft.storyboard.duration_s, draft.storyboard.seed) == (pytest.approx(6.0), 7)
    assert draft.coverage.words[0].by == "the storyboard of tiny"
    path, key, body = server.asked[0]
    assert (path, key, body["model"]) == ("/v1/chat/completions", "Bearer secret", "tiny")
    assert "a dog runs" in body["messages"][-1]["content"]


def test_a_faulty_answer_may_be_mended_once(server):
    server.answers = ['{"shots": []}', GOOD]
    assert writer(server).write(SPEC).shots[0].setting == "beach"
    assert "not valid" in server.asked[1][2]["messages"][-1]["content"]


def test_a_model_casts_nobody_s_face(server):
    face = Storyboard((Shot(2.0, "beach", subjects=(Subject("anna", "person", likeness="cameo-1"),)),))
    server.answers = [msgspec.json.encode(face).decode()]
    assert writer(server).write(SPEC).shots[0].subjects[0].likeness is None


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        (["no idea", "none"], "invalid"),
        ([GOOD.replace("beach", "opera")] * 2, "invalid"),
        ([GOOD.replace('"dog"', '"gryphon"')] * 2, "invalid"),
        ([raw(b"{")], "invalid"),
        ([raw(b"\xff\xfe")], "invalid"),
        ([raw(b'{"choices": []}')], "invalid"),
        ([raw(b"{}", status=500)], "refused"),
        ([raw(b" " * (ANSWER_BYTES_MAX + 1))], "too_long"),
    ],
)
def test_a_bad_answer_is_named(server, answers, code):
    server.answers = list(answers)
    with pytest.raises(ChatFailed) as failed:
        writer(server).write(SPEC)
    assert failed.value.code == code


def test_a_slow_answer_is_not_waited_for(server):
    server.answers = [dripping]
    with pytest.raises(ChatFailed) as failed:
        writer(server, limit_s=0.3).write(SPEC)
    assert failed.value.code == "slow"


def test_an_endpoint_that_is_not_there_leaves_the_offline_compiler():
    absent = ChatWriter(Endpoint("http://127.0.0.1:9/v1", "tiny"))
    draft = compile_prompt(SPEC, writer=absent)
    offline = compile_prompt(SPEC)
    assert draft.storyboard == offline.storyboard
    assert draft.coverage.words[0].by == "the offline compiler"
    assert draft.coverage.words[1:] == offline.coverage.words


def test_a_hand_written_storyboard_is_never_sent_away(server):
    board = msgspec.structs.replace(BOARD, shots=(msgspec.structs.replace(BOARD.shots[0], duration_s=6.0),))
    compile_prompt(msgspec.structs.replace(SPEC, storyboard=board), writer=writer(server))
    assert server.asked == []
