"""Refusals, appeals and reports over HTTP: who may see and decide what."""

from concurrent.futures import ThreadPoolExecutor

import msgspec
import pytest
from click.testing import CliRunner

from api.cli import main
from api.commands.role import take_role
from api.minting import mint, now
from api.routes import review
from api.settings import Settings
from domain.consent import CastWish, ThemeReading
from domain.decider import Clause
from domain.decisions.generations import RequestGeneration
from domain.events import AppealDecided, EnrolmentHeld, GenerationRequested, ReportDecided
from domain.ids import ClipId, EnrolmentId, JobId, PersonId, RefusalId, ReportId
from render_cluster.storyboard import Line, Shot, Storyboard, Subject
from tests.api.conftest import WISH, Community, Member
from tests.api.families import code, reviewer, teen
from tests.api.likeness import Likeness, append


@pytest.fixture
def rae(community: Community) -> Member:
    """A reviewer."""
    return reviewer(community)


@pytest.fixture
def theo(community: Community) -> Member:
    """Somebody whose wishes are refused."""
    return community.join("theo")


def refuse(community: Community, maker: Member, likeness: Likeness | None = None, **changes: object) -> str:
    """Has the gate say no to a wish; the refusal's id."""
    readings = (ThemeReading("war", True, "a battle"),)
    cast = (
        () if likeness is None else (CastWish(likeness.cameo_id, likeness.owner_id, ("appear",), readings),)
    )
    wish = {
        "job_id": JobId(mint("job")),
        "clip_id": ClipId(mint("clip")),
        "refusal_id": RefusalId(mint("refusal")),
        "maker_id": PersonId(maker.id),
        "prompt": "the battle of the bands",
        "duration_s": 1.0,
        "width_px": 640,
        "height_px": 360,
        "style": None,
        "seed": 7,
        "storyboard": None,
        "allowance_per_day": 5,
        "at": now(),
        "cast": cast,
        **changes,
    }
    receipt = community.wiring.ledger.handle_now(RequestGeneration(**wish), WISH)
    maker.catch_up(receipt.position)
    return receipt.events[0].refusal_id


def appeal(community: Community, maker: Member, refusal_id: str, *others: Member) -> str:
    """The maker appeals; the appeal's id."""
    answer = maker.post(f"/api/refusals/{refusal_id}/appeal", {"words": "it is a concert"})
    assert answer.status_code == 201, answer.text
    for each in others:
        each.catch_up(community.wiring.ledger.head())
    return answer.json()["appeal_id"]


def at_once(path: str, words: list[tuple[Member, dict]]) -> list[int]:
    """Two reviewers' words on one case, sent at the same time; the statuses, in order."""
    with ThreadPoolExecutor(len(words)) as pool:
        answers = list(pool.map(lambda word: word[0].post(path, word[1]), words))
    return sorted(answer.status_code for answer in answers)


def waiting(member: Member, kind: str, name: str) -> list[str]:
    """The ids of what waits for a reviewer."""
    return [case[name] for case in member.get("/api/review").json()[kind]]


@pytest.fixture
def likeness(community: Community, theo: Member) -> Likeness:
    """Maya's, whom Theo may cast, but in no war."""
    found = Likeness(community, community.join("maya"))
    found.grant(theo, '{"barred":["war"]}')
    return found


# --- roles --------------------------------------------------------------------------------------


def test_the_queue_is_for_reviewers_while_they_are_ones(community, rae, theo) -> None:
    paths = [("GET", "/api/review"), ("POST", "/api/review/appeals/a"), ("POST", "/api/review/reports/r")]
    bodies = {
        "/api/review/appeals/a": {"overturn": False, "reason": "no"},
        "/api/review/reports/r": {"withdraw": True},
    }
    for member in (theo, reviewer(community, "auditor")):
        for method, path in paths:
            assert code(member.call(method, path, bodies.get(path))) == (403, "role_missing")
    assert rae.get("/api/review").status_code == 200
    take_role(community.wiring.settings, rae.handle, "reviewer")
    assert code(rae.get("/api/review")) == (403, "role_missing")


def test_the_operator_gives_and_takes_roles_by_handle(community, theo) -> None:
    settings: Settings = community.wiring.settings
    environment = {"CASTMATES_DATA": str(settings.data)}

    def run(*arguments: str) -> tuple[int, str]:
        result = CliRunner(env=environment).invoke(main, ["role", *arguments])
        return result.exit_code, result.output

    assert run("give", f"@{theo.handle}", "reviewer") == (0, f"@{theo.handle} is now reviewer\n")
    assert theo.get("/api/review").status_code == 200
    assert run("take", theo.handle.upper(), "reviewer") == (0, f"@{theo.handle} is no longer reviewer\n")
    assert code(theo.get("/api/review")) == (403, "role_missing")
    assert run("give", "nobody_at_all", "reviewer") == (1, "Error: no member has the handle @nobody_at_all\n")
    assert run("give", teen(community).handle, "auditor")[0] == 1
    assert run("give", theo.handle, "king")[0] == 2


# --- appeals ------------------------------------------------------------------------------------


def test_a_refusal_says_why_and_an_overturned_one_is_made(community, rae, theo, likeness) -> None:
    refusal_id = refuse(community, theo, likeness)
    (card,) = theo.get("/api/refusals").json()
    assert (card["stage"], card["rule"], card["evidence"]) == ("accept", "theme_barred", "war: a battle")
    assert card["appeal"] is None
    appeal_id = appeal(community, theo, refusal_id, rae)
    case = next(each for each in rae.get("/api/review").json()["appeals"] if each["appeal_id"] == appeal_id)
    assert (case["overturnable"], case["prompt"]) == (True, "the battle of the bands")
    assert case["themes"] == [
        {"cameo_id": likeness.cameo_id, "theme": "war", "found": True, "evidence": "a battle"}
    ]
    assert theo.id not in str(case)
    word = {"overturn": True, "reason": "a concert it is"}
    assert code(rae.post(f"/api/review/appeals/{appeal_id}", word)) == (409, "consent_missing")
    word["themes"] = [{"cameo_id": likeness.cameo_id, "theme": "war", "found": False}]
    assert rae.post(f"/api/review/appeals/{appeal_id}", word).status_code == 204
    theo.catch_up(community.wiring.ledger.head())
    told = theo.get(f"/api/appeals/{appeal_id}").json()
    assert (told["status"], told["reason"]) == ("overturned", "a concert it is")
    (requested,) = community.wiring.ledger.read((Clause((GenerationRequested,), (appeal_id,)),))
    assert requested.event.job_id == told["job_id"]
    assert theo.get(f"/api/generations/{told['job_id']}").json()["status"] == "queued"
    assert theo.get("/api/me").json()["clips_left_today"] == 5
    assert appeal_id not in waiting(rae, "appeals", "appeal_id")


def test_a_reviewer_is_shown_all_that_would_be_made(community, rae, theo, likeness) -> None:
    """A harmless prompt beside another storyboard is no way past somebody's terms or a real name."""
    person = Subject("person", "person")
    lines = (Line("We march with Barack Obama", "person"),)
    board = Storyboard((Shot(1.0, "street", subjects=(person,), lines=lines),))
    changes = {"prompt": "a quiet street", "storyboard": msgspec.json.encode(board).decode()}
    appeal(community, theo, refuse(community, theo, likeness, **changes), rae)
    case = rae.get("/api/review").json()["appeals"][-1]
    assert case["prompt"] == "a quiet street"
    assert "We march with" in case["text"]
    assert case["named"] == ["Obama"]


def test_an_upheld_refusal_stays_one(community, rae, theo, likeness) -> None:
    appeal_id = appeal(community, theo, refuse(community, theo, likeness), rae)
    word = {"overturn": False, "reason": "there is a tank in it"}
    assert rae.post(f"/api/review/appeals/{appeal_id}", word).status_code == 204
    theo.catch_up(community.wiring.ledger.head())
    told = theo.get("/api/refusals").json()[0]["appeal"]
    assert (told["status"], told["reason"]) == ("upheld", "there is a tank in it")
    assert code(rae.post(f"/api/review/appeals/{appeal_id}", word)) == (409, "appeal_decided")


def test_refusals_and_appeals_are_their_makers_alone(community, theo, likeness) -> None:
    refusal_id = refuse(community, theo, likeness)
    nosy = community.join("nosy")
    assert nosy.get("/api/refusals").json() == []
    words = {"words": "mine"}
    assert code(nosy.post(f"/api/refusals/{refusal_id}/appeal", words)) == (404, "refusal_unknown")
    appeal_id = appeal(community, theo, refusal_id, nosy)
    assert code(nosy.get(f"/api/appeals/{appeal_id}")) == (404, "appeal_unknown")
    assert code(theo.post(f"/api/refusals/{refusal_id}/appeal", words)) == (409, "refusal_appealed")


def test_want_of_consent_is_for_its_owner_to_mend(community, rae, theo) -> None:
    ungranted = Likeness(community, community.join("maya"))
    appeal_id = appeal(community, theo, refuse(community, theo, ungranted), rae)
    case = next(each for each in rae.get("/api/review").json()["appeals"] if each["appeal_id"] == appeal_id)
    assert (case["rule"], case["overturnable"], case["themes"]) == ("not_permitted", False, [])
    word = {"overturn": True, "reason": "please"}
    assert code(rae.post(f"/api/review/appeals/{appeal_id}", word)) == (409, "refusal_not_overturnable")


def test_a_reviewer_sees_and_decides_no_case_of_their_own(community, rae, likeness) -> None:
    likeness.grant(rae, '{"barred":["war"]}')
    appeal_id = appeal(community, rae, refuse(community, rae, likeness))
    assert appeal_id not in waiting(rae, "appeals", "appeal_id")
    word = {"overturn": False, "reason": "mine"}
    assert code(rae.post(f"/api/review/appeals/{appeal_id}", word)) == (403, "own_case")


def test_of_two_reviewers_at_once_one_decides(community, rae, theo, likeness) -> None:
    other = reviewer(community)
    for _ in range(3):
        appeal_id = appeal(community, theo, refuse(community, theo, likeness), rae, other)
        themes = [{"cameo_id": likeness.cameo_id, "theme": "war", "found": False}]
        overturned = {"overturn": True, "reason": "fine", "themes": themes}
        upheld = {"overturn": False, "reason": "no"}
        path = f"/api/review/appeals/{appeal_id}"
        assert at_once(path, [(rae, overturned), (other, upheld)]) == [204, 409]
        assert len(community.wiring.ledger.read((Clause((AppealDecided,), (appeal_id,)),))) == 1


# --- reports ------------------------------------------------------------------------------------


def report(community: Community, member: Member, clip_id: str) -> str:
    """A member reports a clip; the report's id."""
    member.catch_up(community.wiring.ledger.head())
    answer = member.post(f"/api/clips/{clip_id}/reports", {"reason": "violence", "note": "look"})
    assert answer.status_code == 201, answer.text
    return answer.json()["report_id"]


def shown(member: Member, clip_id: str) -> bool:
    """Whether a clip stands in somebody's feed."""
    return clip_id in [item["clip"]["clip_id"] for item in member.get("/api/feed?limit=50").json()["items"]]


def test_a_dismissed_report_keeps_a_clip_back_no_longer(community, rae, theo) -> None:
    # Of clips that hardly differ the feed shows one: this one is like no other.
    clip_id = community.clip(theo, "a grey heron lands on a chimney in the fog")
    ben, young = community.join("ben"), teen(community)
    report_id = report(community, ben, clip_id)
    for member in (rae, young):
        member.catch_up(community.wiring.ledger.head())
    assert not shown(young, clip_id)
    case = next(each for each in rae.get("/api/review").json()["reports"] if each["report_id"] == report_id)
    assert (case["reason"], case["note"], case["clip"]["clip_id"]) == ("violence", "look", clip_id)
    assert ben.id not in str(case)
    answer = rae.post(f"/api/review/reports/{report_id}", {"withdraw": False})
    assert answer.status_code == 204
    young.catch_up(community.wiring.ledger.head())
    assert shown(young, clip_id)
    assert report_id not in waiting(rae, "reports", "report_id")
    report(community, ben, clip_id)
    young.catch_up(community.wiring.ledger.head())
    assert shown(young, clip_id)
    assert code(rae.post(f"/api/review/reports/{report_id}", {"withdraw": True})) == (409, "report_decided")


def test_a_moderated_clip_is_gone_and_with_it_its_other_reports(community, rae, theo) -> None:
    clip_id = community.clip(theo)
    first, second = (report(community, community.join("ben"), clip_id) for _ in range(2))
    rae.catch_up(community.wiring.ledger.head())
    assert rae.post(f"/api/review/reports/{first}", {"withdraw": True}).status_code == 204
    theo.catch_up(community.wiring.ledger.head())
    assert theo.get(f"/media/{clip_id}/video").status_code == 404
    assert code(theo.get(f"/api/clips/{clip_id}")) == (404, "clip_unknown")
    assert second not in waiting(rae, "reports", "report_id")


def test_a_block_hides_no_clip_from_its_reviewer(community, rae, theo) -> None:
    clip_id = community.clip(theo)
    assert theo.put(f"/api/people/{rae.id}/block").status_code == 204
    report_id = report(community, community.join("ben"), clip_id)
    rae.catch_up(community.wiring.ledger.head())
    assert report_id in waiting(rae, "reports", "report_id")


def test_nobody_reviews_a_clip_or_report_of_their_own(community, rae, theo) -> None:
    own = report(community, theo, community.clip(rae))
    made = report(community, rae, community.clip(theo))
    rae.catch_up(community.wiring.ledger.head())
    assert not {own, made} & {*waiting(rae, "reports", "report_id")}
    for report_id in (own, made):
        assert code(rae.post(f"/api/review/reports/{report_id}", {"withdraw": False})) == (403, "own_case")
    assert code(rae.post("/api/review/reports/report-none", {"withdraw": True})) == (404, "report_unknown")


def test_of_two_reviewers_at_once_one_decides_on_a_report(community, rae, theo) -> None:
    other = reviewer(community)
    for _ in range(3):
        report_id = ReportId(report(community, community.join("ben"), community.clip(theo)))
        path = f"/api/review/reports/{report_id}"
        words = [(rae, {"withdraw": True}), (other, {"withdraw": False})]
        assert at_once(path, words) == [204, 409]
        assert len(community.wiring.ledger.read((Clause((ReportDecided,), (report_id,)),))) == 1
        theo = community.join("theo")


def test_a_held_enrolment_waits_with_what_made_the_checks_unsure(community, rae, theo) -> None:
    enrolment_id = EnrolmentId(mint("enrolment"))
    rae.catch_up(append(community, EnrolmentHeld(enrolment_id, PersonId(theo.id), ("twin",))))
    cases = [
        case for case in rae.get("/api/review").json()["enrolments"] if case["enrolment_id"] == enrolment_id
    ]
    assert [case["checks"] for case in cases] == [["twin"]]


def test_the_queue_goes_on_beyond_a_page_and_shows_each_case_once(community, rae, theo, monkeypatch) -> None:
    monkeypatch.setattr(review, "QUEUE_MAX", 2)
    reporter = community.join("reporter")
    clip_ids = [community.clip(theo) for _ in range(3)]
    for clip_id in clip_ids:
        assert reporter.post(f"/api/clips/{clip_id}/reports", {"reason": "spam"}).status_code == 201
        held = EnrolmentHeld(EnrolmentId(mint("enrolment")), PersonId(theo.id), ("face_flat",))
        append(community, held)
    rae.catch_up(community.wiring.ledger.head())
    seen, held_ids, after = [], [], 0
    while after is not None:
        page = rae.get(f"/api/review?after={after}").json()
        seen += [case["clip"]["clip_id"] for case in page["reports"]]
        held_ids += [case["enrolment_id"] for case in page["enrolments"]]
        after = page["next_after"]
    assert [each for each in seen if each in clip_ids] == clip_ids
    assert len(set(seen)) == len(seen)
    assert len(set(held_ids)) == len(held_ids) >= 3


def test_nobody_depicted_sees_or_decides_a_report_of_the_clip(community, rae, theo) -> None:
    likeness = Likeness(community, rae)
    likeness.grant(theo)
    clip_id = likeness.clip(theo)
    reporter = community.join("reporter")
    reporter.catch_up(community.wiring.ledger.head())
    answer = reporter.post(f"/api/clips/{clip_id}/reports", {"reason": "harassment"})
    rae.catch_up(community.wiring.ledger.head())
    assert clip_id not in [case["clip"]["clip_id"] for case in rae.get("/api/review").json()["reports"]]
    report_id = answer.json()["report_id"]
    assert code(rae.post(f"/api/review/reports/{report_id}", {"withdraw": False})) == (403, "own_case")
