"""Members who are there hear of what concerns them, and of nothing else."""

import asyncio
import re
import time
from concurrent.futures import ThreadPoolExecutor

import msgspec
import pytest

from api.live.line import QUEUED_NEWS_MAX, RELOAD, Line
from api.live.news import CLIPS_GONE_MAX, News, Told, merged
from api.live.switchboard import MISSED_POSITIONS_MAX
from api.principal import Principal
from api.routes.live import _stream
from domain.ids import AccessId, PersonId
from tests.api.families import reviewer

OPEN_S_MAX = 10


class Stream:
    """One member's stream on an access of its own, which ends when that access is revoked."""

    def __init__(self, member, threads, **headers):
        self.member = member
        self.access = member.post("/api/access").json()
        sent = {"Authorization": f"Bearer {self.access['token']}", **headers}
        self._answer = threads.submit(member._client.get, "/api/live", headers=sent)

    def is_over(self):
        """Whether it ended by itself."""
        return self._answer.result(OPEN_S_MAX) is not None

    def end(self):
        """Everything that was told, as (kind, data)."""
        self.member.delete(f"/api/access/{self.access['access_id']}")
        text = self._answer.result(OPEN_S_MAX).text.replace("\r\n", "\n")
        return re.findall(r"event: (\w+)\ndata: (.*)\n", text)


@pytest.fixture
def listen(community):
    """Opens streams, and returns once the switchboard has them."""
    with ThreadPoolExecutor(4) as threads:

        def opened(member, **headers):
            stream = Stream(member, threads, **headers)
            lines = community.wiring.switchboard._lines
            deadline = time.monotonic() + OPEN_S_MAX
            while not any(each.access_id == stream.access["access_id"] for each in lines.get(member.id, ())):
                assert time.monotonic() < deadline
                time.sleep(0.01)
            return stream

        yield opened


def test_a_clip_that_is_taken_down_is_gone_on_every_phone(community, listen):
    maya, theo = community.join("maya"), community.join("theo")
    clip_id = community.clip(maya)
    stream = listen(theo)
    maya.delete(f"/api/clips/{clip_id}")
    assert ("gone", f'{{"clip_ids":["{clip_id}"]}}') in stream.end()


def test_a_block_reaches_both_and_nobody_else(community, listen):
    maya, theo, ana = (community.join(name) for name in ("maya", "theo", "ana"))
    streams = {member.handle: listen(member) for member in (maya, theo, ana)}
    maya.put(f"/api/people/{theo.id}/block")
    told = {name: [kind for kind, _ in stream.end()] for name, stream in streams.items()}
    assert [("people" in kinds) for kinds in told.values()] == [True, True, False]


def test_what_the_other_made_is_gone_for_both_when_one_blocks(community, listen):
    maya, theo, ana = (community.join(name) for name in ("maya", "theo", "ana"))
    of_maya, of_theo = community.clip(maya), community.clip(theo)
    streams = [listen(member) for member in (maya, theo, ana)]
    maya.put(f"/api/people/{theo.id}/block")
    gone = [[data for kind, data in stream.end() if kind == "gone"] for stream in streams]
    assert gone == [[f'{{"clip_ids":["{of_theo}"]}}'], [f'{{"clip_ids":["{of_maya}"]}}'], []]


def test_a_revocation_reaches_the_other_members_stream_as_it_is_made(community, listen):
    maya, theo = community.join("maya"), community.join("theo")
    community.enrol(maya)
    terms = {"grantee": theo.handle, "terms": {"uses": ["appear"]}}
    grant_id = maya.post("/api/cameo/grants", terms).json()["grant_id"]
    theo.catch_up(community.wiring.ledger.head())
    clip_id = community.clip(theo, f"@{maya.handle} walks in a park")
    stream = listen(theo)
    assert maya.delete(f"/api/grants/{grant_id}").status_code == 200
    assert ("gone", f'{{"clip_ids":["{clip_id}"]}}') in stream.end()


def test_what_a_reviewer_took_down_is_gone_on_every_phone(community, listen):
    maya, theo, rae = community.join("maya"), community.join("theo"), reviewer(community)
    clip_id = community.clip(maya)
    reported = theo.post(f"/api/clips/{clip_id}/reports", {"reason": "spam"})
    rae.catch_up(community.wiring.ledger.head())
    stream = listen(theo)
    decided = rae.post(f"/api/review/reports/{reported.json()['report_id']}", {"withdraw": True})
    assert decided.status_code in (200, 204), decided.text
    assert ("gone", f'{{"clip_ids":["{clip_id}"]}}') in stream.end()


def test_who_leaves_is_gone_with_their_clips_and_their_own_stream_ends(community, listen):
    maya, theo = community.join("maya"), community.join("theo")
    clip_id = community.clip(maya)
    own, others = listen(maya), listen(theo)
    assert maya.call("DELETE", "/api/account", {"handle": maya.handle}).status_code == 200
    assert own.is_over()
    told = others.end()
    assert ("gone", f'{{"clip_ids":["{clip_id}"]}}') in told
    assert ("people", "{}") in told


def test_a_notice_comes_to_whom_it_concerns_unless_they_shut_the_other_out(community, listen):
    maya, theo, ana = (community.join(name) for name in ("maya", "theo", "ana"))
    clip_id = community.clip(maya)
    streams = [listen(maya), listen(ana)]
    theo.put(f"/api/clips/{clip_id}/like")
    told = [[msgspec.json.decode(data) for kind, data in each.end() if kind == "notice"] for each in streams]
    assert [(each["kind"], each["person"]["handle"]) for each in told[0]] == [("liked", theo.handle)]
    assert told[1] == []


def test_a_maker_hears_how_their_job_goes_and_nobody_else_does(community, listen):
    maya, theo = community.join("maya"), community.join("theo")
    streams = [listen(maya), listen(theo)]
    community.draft(maya)
    told = [
        [msgspec.json.decode(data)["status"] for kind, data in each.end() if kind == "job"]
        for each in streams
    ]
    assert told == [["started", "completed"], []]


def test_an_access_that_ended_before_its_stream_was_open_hears_nothing(community):
    maya = community.join("maya")
    access_id = AccessId(maya.post("/api/access").json()["access_id"])
    maya.delete(f"/api/access/{access_id}")
    principal = Principal(PersonId(maya.id), access_id)

    async def told():
        return [each async for each in _stream(community.wiring, principal, 0)]

    assert asyncio.run(told()) == []


def test_clips_that_go_together_are_told_together():
    gone = [Told(at, News("gone", {"clip_ids": [f"clip-{at}"]}, None)) for at in range(CLIPS_GONE_MAX + 1)]
    first, rest = merged(gone)
    assert (len(first.news.data["clip_ids"]), first.position) == (CLIPS_GONE_MAX, CLIPS_GONE_MAX - 1)
    assert rest == gone[-1]
    apart = [gone[0], Told(1, News("people", {}, None)), gone[2]]
    assert merged(apart) == apart


def test_who_follows_hears_of_a_new_clip(community, listen):
    maya, theo, ana = (community.join(name) for name in ("maya", "theo", "ana"))
    theo.put(f"/api/people/{maya.id}/follow")
    streams = [listen(theo), listen(ana)]
    community.clip(maya)
    assert [("feed", "{}") in stream.end() for stream in streams] == [True, False]


def test_who_comes_back_is_told_what_they_missed(community, listen):
    maya, theo = community.join("maya"), community.join("theo")
    clip_id = community.clip(maya)
    left_at = community.wiring.ledger.head()
    maya.delete(f"/api/clips/{clip_id}")
    theo.get("/api/me")
    stream = listen(theo, **{"Last-Event-ID": str(left_at)})
    assert ("gone", f'{{"clip_ids":["{clip_id}"]}}') in stream.end()


def test_who_was_away_for_long_is_told_to_reload(community):
    board = community.wiring.switchboard
    assert board.missed(PersonId("person-1"), 1, MISSED_POSITIONS_MAX + 2) == [
        Told(MISSED_POSITIONS_MAX + 2, RELOAD)
    ]


def test_who_reads_too_slowly_is_told_to_reload_in_the_place_of_what_was_lost():
    async def told():
        line = Line(PersonId("person-1"), AccessId("access-1"))
        for position in range(QUEUED_NEWS_MAX + 1):
            line.tell(Told(position, News("feed", {}, None)))
        return await anext(aiter(line.news()))

    assert asyncio.run(told()) == Told(QUEUED_NEWS_MAX, RELOAD)
