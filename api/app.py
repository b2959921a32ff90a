"""The ASGI app: every route by hand, one error table, one hook that names each request."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import structlog
from litestar import Litestar, Request, Response, Router
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin

from api.desk import DEPENDENCIES
from api.problems import EXCEPTION_HANDLERS, request_id_of
from api.requests import BoundedRequest
from api.routes import (
    accounts,
    audits,
    cameos,
    castings,
    clips,
    enrolment_reviews,
    enrolments,
    exports,
    feed,
    generations,
    guardians,
    health,
    instructions,
    invites,
    live,
    media,
    notices,
    passkeys,
    people,
    proof,
    receipts,
    recovery,
    refusals,
    review,
    revocations,
    sessions,
    social,
    storyboards,
    trail,
    waiting,
    wards,
    web,
    wellness,
    withholdings,
)
from api.wiring import Wiring

API_ROUTES = (
    *accounts.ROUTES,
    *exports.ROUTES,
    *sessions.ROUTES,
    *recovery.ROUTES,
    *passkeys.ROUTES,
    *waiting.ROUTES,
    *invites.ROUTES,
    *people.ROUTES,
    *social.ROUTES,
    *storyboards.ROUTES,
    *generations.ROUTES,
    *clips.ROUTES,
    *cameos.ROUTES,
    *castings.ROUTES,
    *enrolments.ROUTES,
    *enrolment_reviews.ROUTES,
    *revocations.ROUTES,
    *feed.ROUTES,
    *instructions.ROUTES,
    *wellness.ROUTES,
    *live.ROUTES,
    *notices.ROUTES,
    *trail.ROUTES,
    *guardians.ROUTES,
    *wards.ROUTES,
    *refusals.ROUTES,
    *review.ROUTES,
    *withholdings.ROUTES,
    *audits.ROUTES,
    *receipts.ROUTES,
    *proof.ROUTES,
    *health.ROUTES,
)
# The document alone: pages that browse it load their scripts from elsewhere.
OPENAPI = OpenAPIConfig(
    title="Castmates", version="1", path="/api/schema", render_plugins=[JsonRenderPlugin()]
)
logger = structlog.get_logger()


def create_app(wiring: Wiring) -> Litestar:
    """The app over ready parts; starts and stops what runs beside the requests."""

    @asynccontextmanager
    async def lifespan(_: Litestar) -> AsyncIterator[None]:
        await wiring.start()
        try:
            yield
        finally:
            await wiring.stop()

    app = Litestar(
        route_handlers=[Router(path="/api", route_handlers=list(API_ROUTES)), *media.ROUTES, *web.ROUTES],
        dependencies=DEPENDENCIES,
        exception_handlers=EXCEPTION_HANDLERS,
        before_request=time_request,
        after_request=sign_answer,
        after_response=log_request,
        lifespan=[lifespan],
        request_class=BoundedRequest,
        request_max_body_size=wiring.settings.body_bytes_max,
        openapi_config=OPENAPI,
        logging_config=None,
    )
    app.state.wiring = wiring
    return app


async def time_request(request: Request[Any, Any, Any]) -> None:
    """Notes when a request began."""
    request.state.started_s = time.perf_counter()


async def sign_answer(response: Response[Any]) -> Response[Any]:
    """Sets the headers that every answer carries."""
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    response.headers.setdefault("Referrer-Policy", "no-referrer")
    return response


async def log_request(request: Request[Any, Any, Any]) -> None:
    """One line a request: the route's template, never the path, which can hold ids of people."""
    logger.debug(
        "request",
        request_id=request_id_of(request),
        method=request.method,
        route=request.scope.get("path_template", ""),
        ms=round((time.perf_counter() - request.state.started_s) * 1000, 2),
    )
