"""A kept page is given again only while nothing has happened that could change it."""

import asyncio

import httpx
import pytest

from api.page_cache import PageCache


class Counted:
    """The app, counting how often it had to answer itself."""

    def __init__(self, app):
        self._app, self.asked_count = app, 0

    async def __call__(self, scope, receive, send):
        self.asked_count += 1
        await self._app(scope, receive, send)


@pytest.fixture
def cache(community):
    app = Counted(community.client.app)
    return app, PageCache(app, community.wiring)


def get(cache, member, path="/api/feed", **headers):
    async def asked():
        transport = httpx.ASGITransport(app=cache[1])
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
            return await client.get(path, headers={"Authorization": f"Bearer {member.token}", **headers})

    return asyncio.run(asked())


@pytest.fixture
def viewer(community):
    maya, theo = community.join("maya"), community.join("theo")
    theo.put(f"/api/people/{maya.id}/follow")
    theo.maya, theo.clip_id = maya, community.clip(maya)
    theo.catch_up(community.wiring.ledger.head())
    theo.get("/api/feed")  # returns once the views are there
    return theo


def test_the_same_page_is_made_once(cache, viewer):
    first, second = get(cache, viewer), get(cache, viewer)
    assert (first.status_code, first.content, first.headers) == (200, second.content, second.headers)
    assert cache[0].asked_count == 1


def test_another_person_and_another_page_are_not_answered_with_it(cache, viewer):
    mine = get(cache, viewer)
    assert get(cache, viewer.maya).content != mine.content
    assert len(get(cache, viewer, "/api/feed?limit=1").json()["items"]) == 1
    assert cache[0].asked_count == 3


def test_a_withdrawal_ends_it(cache, viewer, community):
    assert viewer.clip_id in get(cache, viewer).text
    viewer.maya.delete(f"/api/clips/{viewer.clip_id}")
    viewer.catch_up(community.wiring.ledger.head())
    viewer.get("/api/feed")
    assert viewer.clip_id not in get(cache, viewer).text


def test_a_revoked_token_ends_it(cache, viewer):
    assert get(cache, viewer).status_code == 200
    viewer.delete("/api/access/current")
    assert get(cache, viewer).status_code == 401


def test_what_was_seen_since_ends_it(cache, viewer):
    page = get(cache, viewer)
    viewer.post(f"/api/feed/{page.json()['slate_id']}/seen", {"clip_ids": [viewer.clip_id]})
    assert viewer.clip_id not in get(cache, viewer).text


def test_whoever_insists_on_a_position_is_answered_by_the_app(cache, viewer):
    get(cache, viewer)
    assert get(cache, viewer, **{"Castmates-At-Least": "999999999"}).status_code == 425


def test_a_page_kept_for_one_cookie_answers_no_other(cache, viewer):
    def seen_by(member):
        headers = {"Cookie": f"castmates_session={member.token}"}

        async def asked():
            transport = httpx.ASGITransport(app=cache[1])
            async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
                return await client.get("/api/feed", headers=headers)

        return asyncio.run(asked())

    assert seen_by(viewer).content == seen_by(viewer).content
    assert cache[0].asked_count == 1
    assert seen_by(viewer.maya).content != seen_by(viewer).content
