"""Members who are there hear of what concerns them, and of nothing else."""

import asyncio
import re
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from api.live.news import News
from api.live.switchboard import MISSED_POSITIONS_MAX, QUEUED_NEWS_MAX, RELOAD, Line, Told
from domain.ids import AccessId, PersonId

OPEN_S_MAX = 10


class Stream:
    """One member's stream on an access of its own, which ends when that access is revoked."""

    def __init__(self, member, threads, **headers):
        self.member = member
        self.access = member.post("/api/access").json()
        sent = {"Authorization": f"Bearer {self.access['token']}", **headers}
        self._answer = threads.submit(member._client.get, "/api/live", headers=sent)

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
