"""Asks a chat model behind an OpenAI-compatible endpoint, bounded in time and in bytes."""

import time
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import httpx
import msgspec

ANSWER_BYTES_MAX = 262_144
TOKENS_MAX = 6_000


class Endpoint(NamedTuple):
    """Where the model is asked: `url` up to and with `/v1`; `limit_s` bounds all tries together."""

    url: str
    model: str
    key: str = ""
    limit_s: float = 30.0


class ChatFailed(Exception):
    """The endpoint gave no answer; `code` says why: unreachable, slow, too_long, refused or invalid."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class _Message(msgspec.Struct):
    content: str | None = None


class _Choice(msgspec.Struct):
    message: _Message


class _Answer(msgspec.Struct):
    choices: list[_Choice] = []


def ask_chat(endpoint: Endpoint, messages: Sequence[Mapping[str, str]], ends_s: float) -> str:
    """What the model answers to messages, until `ends_s` of the monotonic clock. Raises ChatFailed."""
    body = {
        "model": endpoint.model,
        "messages": list(messages),
        "temperature": 0,
        "max_tokens": TOKENS_MAX,
        "response_format": {"type": "json_object"},
    }
    headers = {"authorization": f"Bearer {endpoint.key}"} if endpoint.key else {}
    try:
        raw = _posted(f"{endpoint.url.rstrip('/')}/chat/completions", body, headers, ends_s)
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


def json_in(answer: str) -> str:
    """The JSON object in an answer that may hold words around it."""
    begin, end = answer.find("{"), answer.rfind("}")
    return answer[begin : end + 1] if begin >= 0 else answer


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
