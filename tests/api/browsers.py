"""A member's browser: keeps cookies, says that it is one, and reads its own writes."""

from typing import Any

from httpx import Response
from litestar.testing import TestClient

WEB = {"Castmates-Client": "web"}


def browser(community: Any) -> TestClient[Any]:
    """A fresh browser, without any cookie. Its parts run already, so it is not entered."""
    return TestClient(community.client.app)


def cookie_in(response: Response) -> str:
    """The Set-Cookie header of an answer that signs in or out, in lower case."""
    return response.headers["set-cookie"].lower()


def join_body(community: Any, handle: str) -> dict[str, str]:
    """What somebody sends to join."""
    return {
        "invite": community.founder_invite(),
        "handle": handle,
        "birth_date": "1990-05-17",
        "country": "CA",
    }
