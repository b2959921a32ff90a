"""How a browser stays signed in: its token lies in a cookie that no script reads and no other site can use."""

from typing import Any, NamedTuple, TypeVar
from urllib.parse import urlsplit

from litestar import Response
from litestar.connection import ASGIConnection

from api.problems import CrossSite
from domain.events import Client

Connection = ASGIConnection[Any, Any, Any, Any]
Body = TypeVar("Body")

COOKIE = "castmates_session"
COOKIE_AGE_S_MAX = 400 * 24 * 3600  # browsers keep none for longer
CLIENT_HEADER = "Castmates-Client"
WEB = "web"
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
OWN_FETCH_SITES = frozenset({None, "same-origin", "none"})


class Entrance(NamedTuple):
    """By which kind of client a request came in: a browser keeps its token in a cookie, others get to see theirs."""

    client: Client
    secure: bool

    def shown(self, token: str) -> str | None:
        """The token as the answer's body may carry it; None for a browser, whose scripts must not read it."""
        return None if self.client == "web" else token

    def let_in(self, response: Response[Body], token: str) -> Response[Body]:
        """The answer, which gives a browser its cookie."""
        if self.client == "web":
            self._set_cookie(response, token, COOKIE_AGE_S_MAX)
        response.headers["Cache-Control"] = "no-store"  # codes and tokens are shown once
        return response

    def let_out(self, response: Response[Body]) -> Response[Body]:
        """The answer, which takes the cookie back."""
        self._set_cookie(response, "", 0)
        return response

    def _set_cookie(self, response: Response[Body], value: str, age_s: int) -> None:
        # The path is the whole server: files of clips are asked for outside `/api`.
        response.set_cookie(
            COOKIE, value, max_age=age_s, path="/", secure=self.secure, httponly=True, samesite="strict"
        )


def entrance(connection: Connection, public_origin: str) -> Entrance:
    """The kind of client that asks. Raises CrossSite where another site speaks in a browser's name."""
    if connection.headers.get(CLIENT_HEADER) != WEB:
        return Entrance("native", secure=False)
    _demand_own_page(connection, public_origin)
    scheme = urlsplit(public_origin).scheme or connection.url.scheme
    return Entrance("web", secure=scheme == "https")


def own_origin(connection: Connection, public_origin: str) -> str:
    """Where people's browsers reach the server. Raises CrossSite where a page from elsewhere asks."""
    _demand_own_page(connection, public_origin)
    given = f"{connection.url.scheme}://{connection.headers.get('host', '')}"
    # A proxy may speak TLS: which scheme it is, the browser knows.
    return public_origin or connection.headers.get("origin") or given


def token_in(connection: Connection, public_origin: str) -> str | None:
    """The token that a request carries, by header or by cookie; the only place that looks for one.

    Raises CrossSite for a cookie that would change something, unless our own page demonstrably sent it: with a
    header that no form and no foreign page can set, and from our own origin.
    """
    authorization = connection.headers.get("authorization")
    if authorization is not None:
        scheme, _, token = authorization.partition(" ")
        return token if scheme.lower() == "bearer" else None
    token = connection.cookies.get(COOKIE)
    if token is not None and connection.scope["method"] not in SAFE_METHODS:
        if connection.headers.get(CLIENT_HEADER) != WEB:
            raise CrossSite
        _demand_own_page(connection, public_origin)
    return token


def _demand_own_page(connection: Connection, public_origin: str) -> None:
    """Raises CrossSite where the browser says that a page from elsewhere asks; native clients say nothing."""
    if connection.headers.get("sec-fetch-site") not in OWN_FETCH_SITES:
        raise CrossSite
    origin = connection.headers.get("origin")
    if origin is None:
        return
    # Behind a proxy the scheme is not known here, so without a setting the hosts alone are compared.
    host = connection.headers.get("host")
    own = origin == public_origin if public_origin else host and origin.partition("://")[2] == host
    if not own:
        raise CrossSite
