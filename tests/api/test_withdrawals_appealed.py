"""A clip that a reviewer took down, over HTTP: its maker appeals, another reviewer watches it and decides."""

from typing import NamedTuple

import pytest

from api.ending.running_streams import awaits_appeal
from tests.api.conftest import Community, Member
from tests.api.families import code, reviewer
from tests.api.likeness import Likeness

FILES = ("video", "poster", "receipt")


class Case(NamedTuple):
    """A clip that rae took down for eve's report, and theo's appeal, before rob."""

    clip_id: str
    appeal_id: str
    rae: Member
    rob: Member
    eve: Member

    @property
    def files(self) -> str:
        """Where reviewers find the clip's files."""
        return f"/api/review/appeals/{self.appeal_id}"

    def decide(self, by: Member, overturn: bool, **more: object) -> object:
        """Somebody's word on the appeal."""
        return by.post(self.files, {"overturn": overturn, "reason": "because", **more})


@pytest.fixture
def theo(community: Community) -> Member:
    """A maker."""
    return community.join("theo")


def taken_down(community: Community, maker: Member, clip_id: str) -> Case:
    """Has a published clip reported, taken down and appealed."""
    rae, rob, eve = reviewer(community), reviewer(community), community.join("eve")
    eve.catch_up(community.wiring.ledger.head())
    report = eve.post(f"/api/clips/{clip_id}/reports", {"reason": "violence"}).json()["report_id"]
    assert rae.post(f"/api/review/reports/{report}", {"withdraw": True}).status_code == 204
    maker.catch_up(community.wiring.ledger.head())
    refused = maker.get("/api/refusals").json()[0]
    assert (refused["stage"], refused["rule"]) == ("review", "moderated")
    assert (refused["clip_id"], refused["evidence"]) == (clip_id, "violence")
    assert not {rae.id, eve.id} & {*str(refused).split("'")}
    answer = maker.post(f"/api/refusals/{refused['refusal_id']}/appeal", {"words": "it is a dance"})
    assert answer.status_code == 201, answer.text
    for each in (rae, rob, eve):
        each.catch_up(community.wiring.ledger.head())
    return Case(clip_id, answer.json()["appeal_id"], rae, rob, eve)


def case_before(member: Member, case: Case) -> dict | None:
    """The case as it waits for a reviewer, if it does."""
    waiting = member.get("/api/review").json()["appeals"]
    return next((each for each in waiting if each["appeal_id"] == case.appeal_id), None)


def found(community: Community, viewer: Member, clip_id: str) -> list[bool]:
    """Whether page, each file, feed and index have a clip."""
    viewer.catch_up(community.wiring.ledger.head())
    community.wiring.feeder.catch_up()
    served = [viewer.get(f"/media/{clip_id}/{name}").status_code == 200 for name in FILES]
    shown = [item["clip"]["clip_id"] for item in viewer.get("/api/feed?limit=50").json()["items"]]
    page = viewer.get(f"/api/clips/{clip_id}").status_code == 200
    return [page, *served, clip_id in shown, clip_id in community.wiring.index]


def test_a_clip_put_back_on_appeal_is_seen_served_and_found_as_before(community, theo) -> None:
    # Of clips that hardly differ the feed shows one: this one is like no other.
    clip_id = community.clip(theo, "a violet hippo naps in a hammock under the northern lights")
    viewer = community.join("viewer")
    assert all(found(community, viewer, clip_id))
    before = [viewer.get(f"/media/{clip_id}/{name}").content for name in FILES]
    case = taken_down(community, theo, clip_id)
    assert not any(found(community, viewer, clip_id))
    assert case.decide(case.rob, overturn=True).status_code == 204
    assert all(found(community, viewer, clip_id))
    assert [viewer.get(f"/media/{clip_id}/{name}").content for name in FILES] == before
    theo.catch_up(community.wiring.ledger.head())
    told = theo.get(f"/api/appeals/{case.appeal_id}").json()
    assert (told["status"], told["reason"]) == ("overturned", "because")
    assert case_before(case.rob, case) is None


def test_other_reviewers_alone_watch_it_while_it_is_down(community, theo) -> None:
    case = taken_down(community, theo, community.clip(theo))
    clip = case_before(case.rob, case)["clip"]
    assert (clip["clip_id"], clip["video_url"]) == (case.clip_id, f"{case.files}/video")
    whole = case.rob.get(clip["video_url"])
    assert (whole.status_code, whole.headers["cache-control"]) == (200, "private, no-cache")
    part = case.rob.get(clip["video_url"], Range="bytes=0-4")
    assert (part.status_code, part.content) == (206, whole.content[:5])
    assert code(case.rob.get(f"{case.files}/captions")) == (404, "captions_absent")
    for party in (case.rae, case.rob):  # the ordinary way is closed to everybody
        assert party.get(f"/media/{case.clip_id}/video").status_code == 404
    assert code(case.rae.get(clip["video_url"])) == (403, "own_case")
    for member in (theo, case.eve):
        assert code(member.get(clip["video_url"])) == (403, "role_missing")
    assert case_before(case.rae, case) is None
    assert code(case.decide(case.rae, overturn=False)) == (403, "own_case")
    assert code(case.rob.get("/api/review/appeals/appeal-none/video")) == (404, "appeal_unknown")


def test_upheld_it_stays_down_and_is_shown_to_reviewers_no_more(community, theo) -> None:
    case = taken_down(community, theo, community.clip(theo))
    assert case.decide(case.rob, overturn=False).status_code == 204
    case.rob.catch_up(community.wiring.ledger.head())
    assert code(case.rob.get(f"{case.files}/video")) == (404, "appeal_unknown")
    assert code(case.decide(case.rob, overturn=True)) == (409, "appeal_decided")
    assert not any(found(community, theo, case.clip_id))


@pytest.mark.parametrize("regranted", [False, True])
def test_consent_that_ended_meanwhile_keeps_it_down_and_the_receipt_lists_it(
    community, theo, regranted: bool
) -> None:
    likeness = Likeness(community, community.join("maya"))
    grant_id = likeness.grant(theo)
    case = taken_down(community, theo, likeness.clip(theo))
    watched = community.wiring.streams.guarded(case.clip_id, iter([b"one", b"two"]), awaits_appeal)
    assert next(watched) == b"one"
    receipt = likeness.owner.delete(f"/api/grants/{grant_id}").json()
    assert [each["clip_id"] for each in receipt["reached"]] == [case.clip_id]
    assert list(watched) == []
    if regranted:
        likeness.grant(theo)
    case.rob.catch_up(community.wiring.ledger.head())
    waiting = case_before(case.rob, case)
    assert (waiting["clip"], waiting["overturnable"]) == (None, False)
    assert code(case.rob.get(f"{case.files}/video")) == (410, "clip_withdrawn")
    assert code(case.decide(case.rob, overturn=True)) == (410, "clip_withdrawn")
    assert not any(found(community, theo, case.clip_id))
    assert case.decide(case.rob, overturn=False).status_code == 204


def test_with_consent_in_force_a_clip_with_a_likeness_comes_back(community, theo) -> None:
    likeness = Likeness(community, community.join("maya"))
    likeness.grant(theo)
    case = taken_down(community, theo, likeness.clip(theo))
    assert case.decide(case.rob, overturn=True).status_code == 204
    position = community.wiring.ledger.head()
    likeness.owner.catch_up(position)
    assert likeness.owner.get(f"/media/{case.clip_id}/video").status_code == 200
    auditor = reviewer(community, "auditor")
    states = [
        auditor.get(f"/api/audit/clips/{case.clip_id}?as_of={at}").json()["audit"]["status"]
        for at in (position - 3, position)
    ]
    assert states == ["withdrawn", "published"]


def test_who_is_blocked_meanwhile_gets_no_clip_back(community, theo) -> None:
    likeness = Likeness(community, community.join("maya"))
    likeness.grant(theo)
    case = taken_down(community, theo, likeness.clip(theo))
    assert likeness.owner.put(f"/api/people/{theo.id}/block").status_code == 204
    assert code(case.decide(case.rob, overturn=True)) == (409, "consent_missing")
    assert not any(found(community, case.rob, case.clip_id))


def test_its_maker_may_rather_take_it_down_for_good(community, theo) -> None:
    case = taken_down(community, theo, community.clip(theo))
    assert theo.delete(f"/api/clips/{case.clip_id}").status_code == 204
    assert code(case.decide(case.rob, overturn=True)) == (410, "clip_withdrawn")
