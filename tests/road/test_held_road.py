"""A film that the real checks are unsure of, on a real server: held, seen by a reviewer, and decided either way."""

import pytest

from tests.road.enrolling import Actor, Member, command
from tests.road.server import Server

pytestmark = pytest.mark.slow
NEVER_SURE = '{"lips_pass_correlation": 1.1, "lips_refuse_correlation": -1.1, "digits_refuse_edits_min": 7}'


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("held"))
    server.environment["CASTMATES_LIKENESS_THRESHOLDS"] = NEVER_SURE
    server.start()
    yield server
    assert server.stop() == 0


@pytest.fixture(scope="module")
def reviewer(server):
    rita = Member(server, "rita")
    command(server, "role", "give", "rita", "reviewer")
    return rita


@pytest.mark.parametrize(
    ("handle", "passed", "state"), [("tim", False, "refused"), ("maya", True, "enrolled")]
)
def test_a_reviewer_decides_on_a_film_that_the_checks_are_unsure_of(server, reviewer, handle, passed, state):
    member = Member(server, handle)
    before = sealed(server)
    held = member.tried(Actor("collins.jpg", "woman_1", server.folder))
    assert held["state"] == "held"
    assert not castable(member), "nobody is cast while a film is held"
    (case,) = reviewer.get("/api/review").json()["enrolments"]
    assert "lips_unmatched" in case["checks"]
    address = f"/api/review/enrolments/{held['enrolment_id']}"
    assert reviewer.get(f"{address}/recording").content

    assert reviewer.post(address, json={"passed": passed}).status_code == 204

    assert member.get(f"/api/cameos/enrolments/{held['enrolment_id']}").json()["state"] == state
    assert reviewer.get("/api/review").json()["enrolments"] == []
    assert reviewer.get(f"{address}/recording").is_client_error, "no film is shown after the decision"
    # Of whoever is refused nothing is kept; of the other one sealed file, the face.
    assert len(sealed(server) - before) == int(passed)
    assert castable(member) is passed


def castable(member):
    return member.ask(f"@{member.handle} waves").is_success


def sealed(server):
    return {path for path in (server.folder / "data" / "vault").rglob("*") if path.is_file()}
