"""Whoever is shut out hears of the other's people, clips and comments what they hear of none at all."""

import re

import pytest

from tests.api.conftest import Community, Member
from tests.api.likeness import Likeness
from tests.api.test_routes import routes

BODIES = {
    ("POST", "/api/clips/{clip_id:str}/comments"): {"text": "hello"},
    ("POST", "/api/clips/{clip_id:str}/remix"): {"prompt": "a ball", "duration_s": 1.0},
    ("POST", "/api/clips/{clip_id:str}/publish"): {"caption": "mine"},
    ("POST", "/api/refusals/{refusal_id:str}/appeal"): {"words": "please"},
    ("PUT", "/api/wards/{person_id:str}/caps"): {"contact": "everyone"},
}
# A block takes from nobody their own defence: to report what they know of, and to block in their turn.
OPEN_TO_ALL = {("POST", "/api/clips/{clip_id:str}/reports"), ("PUT", "/api/people/{person_id:str}/block")}
ABOUT_OTHERS = sorted(
    (method, template)
    for method, template in set(routes()) - OPEN_TO_ALL
    if re.search(
        r"\{(person|person_id|clip_id|comment_id|cameo_id|grant_id|link_id|job_id)(:str)?\}", template
    )
    and "/slate" not in template
    and "{slate_id" not in template
)


def heard(member: Member, method: str, template: str, ids: dict[str, str]) -> tuple[int, str | None]:
    """The status and the code of an answer to a route with these ids."""
    path = re.sub(r"\{(\w+):str\}", lambda found: ids.get(found.group(1), f"{found.group(1)}-0"), template)
    answer = member.call(method, path, BODIES.get((method, template)))
    is_problem = answer.headers.get("content-type", "").startswith("application/problem+json")
    return answer.status_code, answer.json()["code"] if is_problem else None


@pytest.mark.parametrize(("method", "template"), ABOUT_OTHERS)
def test_who_is_shut_out_hears_what_they_hear_of_nobody(
    community: Community, method: str, template: str
) -> None:
    maya, theo = community.join("maya"), community.join("theo")
    likeness = Likeness(community, maya)
    clip_id = community.clip(maya)
    comment = maya.post(f"/api/clips/{clip_id}/comments", {"text": "mine"}).json()
    ids = {
        "person": maya.id,
        "person_id": maya.id,
        "clip_id": clip_id,
        "comment_id": comment["comment_id"],
        "cameo_id": likeness.cameo_id,
        "grant_id": likeness.grant(community.join("cleo")),
        "name": "video",
    }
    maya.put(f"/api/people/{theo.id}/block")
    theo.catch_up(community.wiring.ledger.head())
    assert heard(theo, method, template, ids) == heard(theo, method, template, {"name": "video"})
