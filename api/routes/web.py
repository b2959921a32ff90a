"""The phone app: its page at `/`, its files under a name that changes with them, and its service worker."""

from typing import Annotated, Any

from litestar import Request, Response, get
from litestar.params import FromPath, PathParameter

from api.desk import Parts
from api.hosting.web_shell import WebFile
from api.problems import problem_response

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' blob: data:",
        "media-src 'self' blob:",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'self'",
    )
)
FOR_GOOD = "public, max-age=31536000, immutable"
ASK_EACH_TIME = "no-cache"
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Permissions-Policy": "camera=(self), microphone=(self), geolocation=(), publickey-credentials-get=(self)",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Vary": "Accept-Encoding",
}

FilePath = Annotated[str, PathParameter(max_length=200)]


@get("/", include_in_schema=False)
async def page(request: Request[Any, Any, Any], wiring: Parts) -> Response[Any]:
    """The app's one page."""
    return _sent(request, wiring.web_shell.files["index.html"], ASK_EACH_TIME)


@get("/sw.js", include_in_schema=False)
async def service_worker(request: Request[Any, Any, Any], wiring: Parts) -> Response[Any]:
    """What keeps the app's files on the phone; it must lie at the top to speak for all of it."""
    return _sent(request, wiring.web_shell.files["sw.js"], ASK_EACH_TIME)


@get("/app/{build:str}/{name:path}", include_in_schema=False)
async def file(
    build: FromPath[str], name: FilePath, request: Request[Any, Any, Any], wiring: Parts
) -> Response[Any]:
    """One of the app's files; an older build's name is not found, for its bytes are gone."""
    shell = wiring.web_shell
    found = shell.files.get(name.lstrip("/")) if build == shell.build else None
    if found is None:
        return problem_response(request, "not_found")
    return _sent(request, found, FOR_GOOD)


def _sent(request: Request[Any, Any, Any], file: WebFile, keeping: str) -> Response[Any]:
    headers = {**HEADERS, "Cache-Control": keeping}
    content = file.content
    if file.gzipped is not None and "gzip" in request.headers.get("accept-encoding", ""):
        content = file.gzipped
        headers["Content-Encoding"] = "gzip"
    return Response(content, media_type=file.media_type, headers=headers)


ROUTES = (page, service_worker, file)
