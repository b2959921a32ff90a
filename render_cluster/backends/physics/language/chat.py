"""Lets a chat model behind an OpenAI-compatible endpoint write the storyboard, held to the same limits."""

import time
from typing import Any, NamedTuple

import httpx
import msgspec

from render_cluster.backends.backend import Spec
from render_cluster.backends.physics.acting import ANIMAL_VERBS, OUTCOMES, PERSON_VERBS, THING_VERBS
from render_cluster.backends.physics.anatomy.species import SPECIES
from render_cluster.backends.physics.colours import COLOURS
from render_cluster.backends.physics.language.checks import StoryboardRefused, check_storyboard
from render_cluster.backends.physics.language.schema import storyboard_schema
from render_cluster.backends.physics.places import SETTINGS
from render_cluster.backends.physics.things.catalogue import KINDS
from render_cluster.storyboard import SHOT_S_MIN, Storyboard, Style

ANSWER_BYTES_MAX = 262_144
TOKENS_MAX = 6_000
TRIES = 2


class Endpoint(NamedTuple):
    """Where the model is asked: `url` up to and with `/v1`; `limit_s` bounds all tries together."""

    url: str
    model: str
    key: str = ""
    limit_s: float = 30.0


class ChatFailed(Exception):
    """The endpoint gave no storyboard; `code` says why: unreachable, slow, too_long, refused or invalid."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class _Message(msgspec.Struct):
    content: str | None = None


class _Choice(msgspec.Struct):
    message: _Message


class _Answer(msgspec.Struct):
    choices: list[_Choice] = []


class ChatWriter:
    """Asks one endpoint for storyboards; what it answers is checked and may be mended once."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self.name = endpoint.model

    def write(self, spec: Spec) -> Storyboard:
        """A storyboard of the spec's prompt, as long as the clip. Raises ChatFailed."""
        ends_s = time.monotonic() + self._endpoint.limit_s
        messages = [
            {"role": "system", "content": _instructions()},
            {"role": "user", "content": f"The clip lasts {spec.duration_s:g} seconds.\n\n{spec.prompt}"},
        ]
        for _ in range(TRIES):
            answer = self._ask(messages, ends_s)
            try:
                return _storyboard(answer, spec)
            except (msgspec.MsgspecError, StoryboardRefused) as error:
                messages += [
                    {"role": "assistant", "content": answer},
                    {
                        "role": "user",
                        "content": f"That is not valid: {error}. Answer with the mended JSON only.",
                    },
                ]
        raise ChatFailed("invalid")

    def _ask(self, messages: list[dict[str, str]], ends_s: float) -> str:
        body = {
            "model": self._endpoint.model,
            "messages": messages,
            "temperature": 0,
            "max_tokens": TOKENS_MAX,
            "response_format": {"type": "json_object"},
        }
        headers = {"authorization": f"Bearer {self._endpoint.key}"} if self._endpoint.key else {}
        try:
            raw = _posted(f"{self._endpoint.url.rstrip('/')}/chat/completions", body, headers, ends_s)
            answer = msgspec.json.decode(raw, type=_Answer)
        except httpx.TimeoutException as error:
            raise ChatFailed("slow") from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise ChatFailed("unreachable") from error
        except msgspec.MsgspecError as error:
            raise ChatFailed("invalid") from error
        if not answer.choices or not answer.choices[0].message.content:
            raise ChatFailed("invalid")
        return answer.choices[0].message.content


def _posted(url: str, body: dict[str, Any], headers: dict[str, str], ends_s: float) -> bytes:
    """The answer's bytes. A server that drips them is left at `ends_s`, one that floods at ANSWER_BYTES_MAX."""
    left_s = ends_s - time.monotonic()
    if left_s <= 0:
        raise ChatFailed("slow")
    with httpx.stream("POST", url, json=body, headers=headers, timeout=left_s) as response:
        if response.status_code != httpx.codes.OK:
            raise ChatFailed("refused")
        got = bytearray()
        for part in response.iter_bytes():
            got += part
            if len(got) > ANSWER_BYTES_MAX:
                raise ChatFailed("too_long")
            if time.monotonic() > ends_s:
                raise ChatFailed("slow")
        return bytes(got)


def _storyboard(answer: str, spec: Spec) -> Storyboard:
    """The storyboard in an answer, fitted to the clip: its length, its seed, a style that is settled."""
    begin, end = answer.find("{"), answer.rfind("}")
    board = msgspec.json.decode(answer[begin : end + 1] if begin >= 0 else answer, type=Storyboard)
    board = _fitted(_without_likenesses(board), spec)
    check_storyboard(board)
    return board


def _fitted(board: Storyboard, spec: Spec) -> Storyboard:
    style: Style = spec.style or board.style
    room_s = spec.duration_s - SHOT_S_MIN * len(board.shots)
    if room_s < 0:
        raise StoryboardRefused(
            "shots_count", f"{len(board.shots)} shots are too many for {spec.duration_s:g} s"
        )
    spare_s = sum(shot.duration_s - SHOT_S_MIN for shot in board.shots)
    lengths = [
        SHOT_S_MIN
        + (room_s * (shot.duration_s - SHOT_S_MIN) / spare_s if spare_s > 0 else room_s / len(board.shots))
        for shot in board.shots
    ]
    shots = tuple(
        msgspec.structs.replace(shot, duration_s=length)
        for shot, length in zip(board.shots, lengths, strict=True)
    )
    return msgspec.structs.replace(board, shots=shots, style=style, seed=spec.seed)


def _without_likenesses(board: Storyboard) -> Storyboard:
    """A model may not cast anybody's face: that takes the consent of the person."""
    shots = tuple(
        msgspec.structs.replace(
            shot, subjects=tuple(msgspec.structs.replace(each, likeness=None) for each in shot.subjects)
        )
        for shot in board.shots
    )
    return msgspec.structs.replace(board, shots=shots)


def _instructions() -> str:
    known = {
        "settings": SETTINGS,
        "verbs of people": PERSON_VERBS,
        "verbs of animals": ANIMAL_VERBS,
        "verbs of things": THING_VERBS,
        "outcomes": OUTCOMES,
        "colours": COLOURS,
        "kinds of animals": SPECIES,
        "kinds of things": KINDS,
    }
    lists = "\n".join(f"{name}: {', '.join(words)}" for name, words in known.items())
    schema = msgspec.json.encode(storyboard_schema()).decode()
    return (
        "You turn a prompt into a storyboard for a physics simulator. Answer with one JSON object and nothing "
        "else. Every person has the kind `person`. Ids are kept from shot to shot for the same one. Spoken words "
        f"are kept as they are written.\n{lists}\nThe JSON schema:\n{schema}"
    )
