"""Turns every failure into an RFC 9457 problem."""

import errno
import re
import sqlite3
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import msgspec
import structlog
from litestar import Request, Response
from litestar.exceptions import (
    HTTPException,
    MethodNotAllowedException,
    NotFoundException,
    ValidationException,
)

from api.guess_limit import TriesSpent
from api.passkeys import PasskeyWrong
from api.problem_words import PROBLEMS
from api.refusal_words import Refusal, refusal_of
from api.wire import POSITION_HEADER
from domain.errors import Refused
from domain.events import GenerationRefused
from domain.gate import PERSON_NAMED
from domain.keys import KeyDestroyed
from domain.ledger import Contended
from domain.notary import HistoryRewritten, Unproved
from domain.sqlite_connections import is_storage_trouble
from domain.store import LogOverloaded, LogUnavailable
from projections.view_file import ViewMissing
from render_cluster.artifacts import ArtifactError, ArtifactMissing, StoreFailed
from render_cluster.backends.physics.language.checks import StoryboardRefused

MEDIA_TYPE = "application/problem+json"
FRAMEWORK_CODES = {
    400: "body_not_json",
    404: "not_found",
    405: "method_not_allowed",
    413: "body_too_large",
    415: "media_type_unsupported",
}
DISK_ERRNOS = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO)
logger = structlog.get_logger()


class Problem(msgspec.Struct, frozen=True, omit_defaults=True):
    """The body of an error answer."""

    type: str
    title: str
    status: int
    code: str
    detail: str
    request_id: str
    errors: tuple[dict[str, str], ...] = ()
    opens_at: datetime | None = None
    refusal: Refusal | None = None


class Unauthenticated(Exception):
    """No token, or one that is not good."""

    code = "unauthenticated"


class CrossSite(Exception):
    """A browser's cookie came along with what our own page did not demonstrably send."""

    code = "cross_site"


class Forbidden(Exception):
    """A good token without the right."""

    code = "forbidden"


class ConfirmationWrong(Exception):
    """What cannot be undone was asked for without being confirmed."""

    code = "confirmation_wrong"


class ConsentRefused(Exception):
    """The gate said no, and the log says so."""

    def __init__(self, refused: GenerationRefused, position: int) -> None:
        super().__init__(refused.rule)
        self.refused, self.position = refused, position


class RecordingTooLarge(Exception):
    """A recording has more bytes than one may."""

    code = "recording_too_large"


class RecordingEmpty(Exception):
    """A recording has no bytes at all."""

    code = "recording_empty"


class StoryboardAbsent(Exception):
    """A clip's receipt holds no storyboard that this version can read."""

    code = "storyboard_absent"


class PreviewAbsent(Exception):
    """Nothing is drawn of a job at this moment."""

    code = "preview_absent"


class FeedShut(Exception):
    """The feed rests until `opens_at`."""

    code: str

    def __init__(self, opens_at: datetime) -> None:
        super().__init__(self.code)
        self.opens_at = opens_at


class WatchCapReached(FeedShut):
    """A guardian's cap on today's watching is used up."""

    code = "watch_cap_reached"


class FeedPaused(FeedShut):
    """Somebody took a pause, and it runs."""

    code = "feed_paused"


class TeenStop(FeedShut):
    """A teen saw as many clips in one visit as one may."""

    code = "teen_stop"


class DayInvalid(Exception):
    """A day lies in the future, or before what the asker may know."""

    code = "day_invalid"


class PlaceInvalid(Exception):
    """What was given for a place in the log is neither a position nor a moment."""

    code = "place_invalid"


class ViewBehind(Exception):
    """A page was asked for at a position that its view has not reached."""

    code = "view_behind"


def request_id_of(request: Request[Any, Any, Any]) -> str:
    """The id of a request, given on first asking; never a client's own, which could carry anything."""
    if "request_id" not in request.state:
        request.state.request_id = str(uuid4())
    return request.state.request_id


def problem_response(
    request: Request[Any, Any, Any],
    code: str,
    errors: tuple[dict[str, str], ...] = (),
    refusal: Refusal | None = None,
    **headers: str,
) -> Response[Problem]:
    """The answer to a failure with this code."""
    words = PROBLEMS[code]
    problem = Problem(
        type=f"urn:castmates:problem:{code}",
        title=words.title,
        status=words.status,
        code=code,
        detail=words.detail,
        request_id=request_id_of(request),
        errors=errors,
        refusal=refusal,
    )
    return Response(problem, status_code=words.status, media_type=MEDIA_TYPE, headers=headers)


def on_coded(request: Request[Any, Any, Any], error: Exception) -> Response[Problem]:
    """Answers every failure of ours that carries a code of its own."""
    code: str = error.code  # type: ignore[attr-defined]  # registered for such classes only
    headers = {"Retry-After": "1"} if PROBLEMS[code].status in (425, 503) else {}
    if isinstance(error, LogUnavailable):  # its text is the store's own, and names no data
        logger.error("storage failed", request_id=request_id_of(request), error=str(error))
    if code == "unauthenticated":
        headers["WWW-Authenticate"] = "Bearer"
    return problem_response(request, code, **headers)


def on_feed_shut(request: Request[Any, Any, Any], error: FeedShut) -> Response[Problem]:
    """Answers somebody whose feed rests, and says when there is more."""
    response = problem_response(request, error.code)
    response.content = msgspec.structs.replace(response.content, opens_at=error.opens_at)
    wait = error.opens_at - datetime.now(UTC)
    response.headers["Retry-After"] = str(max(1, int(wait.total_seconds())))
    return response


def on_tries(request: Request[Any, Any, Any], error: TriesSpent) -> Response[Problem]:
    """Answers whoever tried too often, and says when to come back."""
    return problem_response(request, error.code, **{"Retry-After": str(error.retry_s)})


def on_consent(request: Request[Any, Any, Any], error: ConsentRefused) -> Response[Problem]:
    """Answers a request that the gate refused, with the fact of it and the way on."""
    code = "likeness_named" if error.refused.rule == PERSON_NAMED else "consent_refused"
    position = {POSITION_HEADER: str(error.position)}
    return problem_response(request, code, refusal=refusal_of(error.refused), **position)


def on_erased(request: Request[Any, Any, Any], _: KeyDestroyed) -> Response[Problem]:
    """Answers whoever was erased while their request was under way."""
    return on_coded(request, Unauthenticated())


def on_storyboard(request: Request[Any, Any, Any], error: StoryboardRefused) -> Response[Problem]:
    """Answers a storyboard outside the limits, with the stable code of the limit and its words."""
    return problem_response(request, "storyboard_refused", ({"code": error.code, "message": str(error)},))


def on_artifact(request: Request[Any, Any, Any], error: ArtifactError) -> Response[Problem]:
    """Answers a file that is gone from the media store, or a store that cannot be reached."""
    logger.error("media failed", request_id=request_id_of(request), error=type(error).__name__)
    if isinstance(error, ArtifactMissing):
        return problem_response(request, "artifact_missing")
    return problem_response(request, "media_unavailable", **{"Retry-After": "1"})


def on_validation(request: Request[Any, Any, Any], error: ValidationException) -> Response[Problem]:
    """Answers input of the wrong shape, naming the fields but never their values."""
    extra = error.extra if isinstance(error.extra, list) else []
    if any(each.get("source") == "path" for each in extra):
        return problem_response(request, "not_found")
    errors = tuple(
        {"field": str(each.get("key", "")), "message": _without_value(str(each.get("message", "")))}
        for each in extra
    )
    return problem_response(request, "body_invalid", errors)


def _without_value(message: str) -> str:
    """What msgspec says of a field, less the value that it quotes after `Invalid enum value`."""
    return re.sub(r"^(Invalid \w+ value) .*", r"\1", message, flags=re.DOTALL)


def on_http(request: Request[Any, Any, Any], error: HTTPException) -> Response[Problem]:
    """Answers the framework's own refusals in our form."""
    if error.status_code in FRAMEWORK_CODES:
        return problem_response(request, FRAMEWORK_CODES[error.status_code])
    return on_broken(request, error)


def on_storage(request: Request[Any, Any, Any], error: Exception) -> Response[Problem]:
    """Answers a disk that is full, read-only or broken; any other error of its class is ours."""
    if isinstance(error, sqlite3.Error):
        is_trouble = is_storage_trouble(error)
    else:
        is_trouble = isinstance(error, OSError) and error.errno in DISK_ERRNOS
    if not is_trouble:
        return on_broken(request, error)
    logger.error("storage failed", request_id=request_id_of(request), error=type(error).__name__)
    return problem_response(request, LogUnavailable.code, **{"Retry-After": "1"})


def on_broken(request: Request[Any, Any, Any], error: Exception) -> Response[Problem]:
    """Answers what should not have happened; the log keeps where, never what was sent."""
    logger.error(
        "request broke",
        request_id=request_id_of(request),
        route=request.scope.get("path_template", ""),
        error=type(error).__name__,
        where=_where(error),
    )
    return problem_response(request, "internal")


def _where(error: BaseException) -> list[str]:
    """File, line and function of each frame; a full traceback could hold personal data."""
    return [
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ][-12:]


EXCEPTION_HANDLERS = {
    Refused: on_coded,
    Unauthenticated: on_coded,
    CrossSite: on_coded,
    Forbidden: on_coded,
    DayInvalid: on_coded,
    FeedShut: on_feed_shut,
    TriesSpent: on_tries,
    PasskeyWrong: on_coded,
    ConfirmationWrong: on_coded,
    KeyDestroyed: on_erased,
    ViewBehind: on_coded,
    PlaceInvalid: on_coded,
    Contended: on_coded,
    LogUnavailable: on_coded,
    LogOverloaded: on_coded,
    ViewMissing: on_coded,
    ConsentRefused: on_consent,
    RecordingTooLarge: on_coded,
    RecordingEmpty: on_coded,
    Unproved: on_coded,
    HistoryRewritten: on_coded,
    StoryboardAbsent: on_coded,
    PreviewAbsent: on_coded,
    StoryboardRefused: on_storyboard,
    sqlite3.Error: on_storage,
    OSError: on_storage,
    ArtifactMissing: on_artifact,
    StoreFailed: on_artifact,
    ValidationException: on_validation,
    NotFoundException: on_http,
    MethodNotAllowedException: on_http,
    HTTPException: on_http,
    Exception: on_broken,
}
