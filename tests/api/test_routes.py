"""What holds for every route: who may call it, and in which form it says no."""

import re
from pathlib import Path

import pytest

from api.app import API_ROUTES
from api.commands.inspect import openapi_document
from api.problem_words import PROBLEMS
from api.routes import media

GOLDEN = Path(__file__).parents[1] / "golden" / "openapi.json"
OPEN = {
    ("GET", "/api/keys/counts"),
    ("POST", "/api/accounts"),
    ("POST", "/api/session"),
    ("POST", "/api/session/passkey"),
    ("POST", "/api/session/passkey/options"),
    ("POST", "/api/waiting-list"),
    ("DELETE", "/api/waiting-list"),
    ("POST", "/api/session/recovery"),
    ("GET", "/api/health"),
    ("GET", "/api/ready"),
    ("GET", "/api/pages/receipt.css"),
    # Whoever checks the log, a witness first of all, is not a member.
    ("GET", "/api/proof/key"),
    ("GET", "/api/proof/checkpoint"),
    ("GET", "/api/proof/consistency"),
    ("GET", "/api/proof/inclusion/{position:int}"),
}


def routes():
    for handler in (*API_ROUTES, *media.ROUTES):
        prefix = "" if handler in media.ROUTES else "/api"
        for path in handler.paths:
            for method in handler.http_methods:
                if method not in ("HEAD", "OPTIONS"):
                    yield method, prefix + path


@pytest.mark.parametrize(("method", "template"), sorted(set(routes()) - OPEN))
def test_a_route_answers_nobody_who_is_not_signed_in(community, method, template):
    path = template.replace("{name:str}", "video")
    path = re.sub(r"\{(\w+):str\}", r"\1-0", path)
    response = community.client.request(method, path, json={} if method == "POST" else None)
    assert (response.status_code, response.json()["code"]) == (401, "unauthenticated"), response.text


@pytest.mark.parametrize(
    ("method", "path", "code"),
    [("GET", "/api/nowhere", "not_found"), ("PATCH", "/api/me", "method_not_allowed")],
)
def test_the_frameworks_own_refusals_take_our_form(community, method, path, code):
    response = community.client.request(method, path)
    assert response.status_code == PROBLEMS[code].status
    assert response.headers["content-type"].startswith("application/problem+json")
    assert response.json()["code"] == code
    assert response.json()["request_id"]


def test_health_and_readiness_need_no_token_and_name_each_part(community):
    assert community.client.get("/api/health").json() == {"status": "live"}
    ready = community.client.get("/api/ready")
    assert ready.status_code == 200
    assert set(ready.json()["parts"]) == {"log", "views", "audit", "proof", "vectors", "renderers"}


def test_every_answer_to_a_read_says_its_position(community):
    maya = community.join("maya")
    for path in (
        "/api/me",
        "/api/invites",
        "/api/drafts",
        "/api/feed",
        "/api/generations",
        "/api/trail",
        "/api/wellness",
    ):
        assert maya.get(path).headers["castmates-position"].isdecimal(), path


def test_the_contract_is_the_golden_one(may_write_golden):
    document = openapi_document()
    if may_write_golden and not GOLDEN.exists():
        GOLDEN.write_text(document)
    assert document == GOLDEN.read_text(), "the contract changed: is every client ready for it?"
