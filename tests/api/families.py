"""Teens, guardians and reviewers for API tests."""

from typing import Any

from api.commands.role import give_role
from tests.api.conftest import Community, Member

TEEN_BIRTH = "2011-03-02"


def teen(community: Community, name: str = "tess") -> Member:
    """A new member who is a teen."""
    return community.join(name, birth_date=TEEN_BIRTH)


def reviewer(community: Community, role: str = "reviewer") -> Member:
    """A new member with a role."""
    member = community.join("rae")
    give_role(community.wiring.settings, f"@{member.handle}", role)
    return member


def linked(community: Community, ward: Member, guardian: Member) -> str:
    """Makes one member the other's guardian over HTTP; the link's id."""
    asked = ward.post("/api/guardians", {"person_id": guardian.id, "they_are": "guardian"})
    assert asked.status_code == 201, asked.text
    link_id = asked.json()["link_id"]
    agreed = guardian.post(f"/api/guardians/{link_id}/accept")
    assert agreed.status_code == 204, agreed.text
    ward.catch_up(community.wiring.ledger.head())
    return link_id


def capped(ward: Member, guardian: Member, **caps: Any) -> None:
    """The guardian sets caps, and both wait until pages know of them."""
    answer = guardian.call("PUT", f"/api/wards/{ward.id}/caps", caps)
    assert answer.status_code == 204, answer.text
    ward.catch_up(int(answer.headers["castmates-position"]))


def code(answer: Any) -> tuple[int, str]:
    """Status and code of a problem."""
    return answer.status_code, answer.json()["code"]
