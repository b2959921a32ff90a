"""People are found by their handles and listed by whom they follow; a block hides both, either way."""

from api.routes.people import FINDS
from tests.api.families import code


def found(member, text: str) -> list[str]:
    """Handles that a search gives."""
    return [each["handle"] for each in member.get(f"/api/people?find={text}").json()]


def at_head(community, *members) -> None:
    for member in members:
        member.catch_up(community.wiring.ledger.head())


def test_handles_that_begin_with_the_text_come_before_those_that_hold_it(community):
    maya, quilla = community.join("maya"), community.join("quilla")
    jo = community.join("jo_quilla")
    at_head(community, maya)
    assert found(maya, "@Quil") == [quilla.handle, jo.handle]
    assert found(maya, "q_illa") == []  # a handle's own letter is no wildcard
    assert found(quilla, "quil") == [jo.handle]


def test_people_shut_out_find_nothing_of_each_other_in_any_list(community):
    maya, xandra = community.join("maya"), community.join("xandra")
    ben, clip_id = community.join("ben"), community.clip(xandra)
    for one in (maya, ben):
        one.put(f"/api/people/{xandra.id}/follow")
    xandra.put(f"/api/people/{ben.id}/follow")
    xandra.put(f"/api/people/{maya.id}/block")
    at_head(community, maya, xandra, ben)
    assert found(maya, "xandra") == found(xandra, maya.handle) == found(maya, "") == []
    for each in ("followers", "following", "clips"):
        assert code(maya.get(f"/api/people/{xandra.id}/{each}")) == (404, "person_unknown")
        assert code(xandra.get(f"/api/people/{maya.id}/{each}")) == (404, "person_unknown")
    following = maya.get(f"/api/people/{ben.id}/following").json()["people"]
    assert [each["person_id"] for each in following] == []
    assert [each["clip_id"] for each in ben.get(f"/api/people/{xandra.id}/clips").json()["clips"]] == [
        clip_id
    ]


def test_without_a_text_those_are_shown_whom_one_follows(community):
    maya, theo, ana = (community.join(name) for name in ("maya", "theo", "ana"))
    for other in (theo, ana):
        maya.put(f"/api/people/{other.id}/follow")
    people = maya.get("/api/people").json()
    assert [(each["person_id"], each["followed_by_me"]) for each in people] == [
        (ana.id, True),
        (theo.id, True),
    ]


def test_lists_go_on_where_a_page_ends(community, monkeypatch):
    monkeypatch.setattr("api.routes.people.PAGE_MAX", 2)
    monkeypatch.setattr("api.routes.people.CLIPS_MAX", 1)
    maya, others = community.join("maya"), [community.join("theo") for _ in range(3)]
    for other in others:
        other.put(f"/api/people/{maya.id}/follow")
    clip_ids = [community.clip(maya) for _ in range(2)]
    at_head(community, maya)

    def walked(path, name, key):
        before, rows = "", []
        while before is not None:
            page = maya.get(path + before).json()
            rows += [each[key] for each in page[name]]
            before = None if page["next"] is None else f"?before={page['next']}"
        return rows

    path = f"/api/people/{maya.id}"
    assert walked(f"{path}/followers", "people", "person_id") == [each.id for each in reversed(others)]
    assert walked(f"{path}/clips", "clips", "clip_id") == clip_ids[::-1]


def test_nobody_who_left_is_found(community):
    maya, theo = community.join("maya"), community.join("wexford")
    theo.put(f"/api/people/{maya.id}/follow")
    theo.call("DELETE", "/api/account", {"handle": theo.handle})
    at_head(community, maya)
    assert found(maya, "wexford") == []
    assert maya.get(f"/api/people/{maya.id}/followers").json()["people"] == []


def test_a_text_longer_than_any_handle_is_refused(community):
    assert community.join("maya").get(f"/api/people?find={'a' * 30}").status_code == 400


def test_nobody_lists_all_members_by_searching(community):
    maya, theo = community.join("maya"), community.join("theo")
    assert {maya.get("/api/people?find=q").status_code for _ in range(FINDS.count_max)} == {200}
    assert code(maya.get("/api/people?find=q")) == (429, "tries_spent")
    assert maya.get("/api/people").status_code == 200
    assert theo.get("/api/people?find=q").status_code == 200


def test_one_sees_whom_one_has_blocked_and_not_by_whom(community):
    maya, theo, jo = (community.join(name) for name in ("maya", "theo", "jo"))
    maya.put(f"/api/people/{theo.id}/block")
    jo.put(f"/api/people/{maya.id}/block")
    at_head(community, maya)
    assert [each["person_id"] for each in maya.get("/api/blocks").json()] == [theo.id]
    maya.delete(f"/api/people/{theo.id}/block")
    assert maya.get("/api/blocks").json() == []
