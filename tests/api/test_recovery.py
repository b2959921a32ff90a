"""Back in without any device: a code serves once, guesses are few and learn nothing, and no code is kept."""

import asyncio

import httpx
import pytest

from api.guess_limit import Bound, GuessLimit, TriesSpent, home_of
from api.recovery_codes import code_digest, fits, mint_code
from tests.api.browsers import WEB, browser, cookie_in, join_body

WRONG = "0000-0000-0000-0000-0000"


@pytest.fixture
def lost(community):
    """Somebody who lost every device and kept their code; what joining answered."""
    number = community.join("count").id[-8:]
    return community.client.post("/api/accounts", json=join_body(community, f"lost_{number}")).json()


def recover(community, handle, code, **headers):
    body = {"handle": handle, "recovery_code": code}
    return community.client.post("/api/session/recovery", json=body, headers=headers)


def guess(community, host, handles):
    """The answers to a guess at each handle, all from one address."""

    async def asked():
        transport = httpx.ASGITransport(app=community.client.app, client=(host, 1))
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
            bodies = [{"handle": handle, "recovery_code": WRONG} for handle in handles]
            return [await client.post("/api/session/recovery", json=each) for each in bodies]

    return asyncio.run(asked())


def refused(response, status, code):
    assert (response.status_code, response.json()["code"]) == (status, code), response.text


def test_a_code_lets_its_person_in_once_and_gives_the_next_one(community, lost):
    back = recover(community, lost["handle"].upper(), lost["recovery_code"])
    assert (back.status_code, back.json()["person_id"]) == (200, lost["person_id"])
    assert back.headers["cache-control"] == "no-store"
    headers = {"Authorization": f"Bearer {back.json()['token']}"}
    assert community.client.get("/api/invites", headers=headers).status_code == 200
    refused(recover(community, lost["handle"], lost["recovery_code"]), 403, "recovery_wrong")
    assert recover(community, lost["handle"], back.json()["recovery_code"]).status_code == 200


def test_a_code_is_read_however_it_was_copied(community, lost):
    typed = lost["recovery_code"].lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert recover(community, lost["handle"], typed).status_code == 200


def test_a_browser_gets_its_token_in_a_cookie(community, lost):
    client = browser(community)
    body = {"handle": lost["handle"], "recovery_code": lost["recovery_code"]}
    back = client.post("/api/session/recovery", json=body, headers=WEB)
    assert back.json()["token"] is None
    assert "httponly" in cookie_in(back)
    devices = client.get("/api/access").json()["devices"]
    assert [(each["client"], each["is_this"]) for each in devices] == [("native", False), ("web", True)]


def test_a_new_code_makes_the_old_one_worthless(community, lost):
    headers = {"Authorization": f"Bearer {lost['token']}"}
    new = community.client.post("/api/me/recovery-code", headers=headers).json()["recovery_code"]
    refused(recover(community, lost["handle"], lost["recovery_code"]), 403, "recovery_wrong")
    assert recover(community, lost["handle"], new).status_code == 200


def test_an_unknown_handle_and_a_wrong_code_get_the_same_answer(community, lost):
    wrong, unknown = recover(community, lost["handle"], WRONG), recover(community, "nobody_here", WRONG)
    refused(wrong, 403, "recovery_wrong")
    same = [{**each.json(), "request_id": ""} for each in (wrong, unknown)]
    assert same[0] == same[1]


def test_guesses_at_one_handle_end_for_known_and_unknown_alike(community, lost):
    for host, handle in (("203.0.113.5", lost["handle"]), ("203.0.113.6", "nobody_at_all")):
        guesses = guess(community, host, [handle] * 11)
        assert [each.status_code for each in guesses] == [403] * 10 + [429]
        assert int(guesses[-1].headers["retry-after"]) > 3500


def test_guesses_from_one_address_end_whichever_handle_they_try(community):
    guesses = guess(community, "203.0.113.7", [f"guessed_{number}" for number in range(31)])
    assert [each.status_code for each in guesses] == [403] * 30 + [429]


def test_whoever_left_for_good_does_not_come_back(community, lost):
    headers = {"Authorization": f"Bearer {lost['token']}"}
    gone = community.client.request(
        "DELETE", "/api/account", json={"handle": lost["handle"]}, headers=headers
    )
    assert gone.status_code == 200
    refused(recover(community, lost["handle"], lost["recovery_code"]), 403, "recovery_wrong")


def test_a_code_stands_nowhere_on_disk(community, lost):
    code = lost["recovery_code"]
    files = (path for path in community.wiring.settings.data.rglob("*") if path.is_file())
    spellings = (code.encode(), code.replace("-", "").encode())
    assert not any(each in path.read_bytes() for path in files for each in spellings)


def test_one_code_has_many_digests_and_fits_no_other():
    code = mint_code()
    first, second = code_digest(code), code_digest(code)
    assert first != second
    assert fits(code, first)
    assert fits(code, second)
    assert not fits(mint_code(), first)


def test_tries_come_back_when_their_window_is_over():
    now_s = [0.0]
    limit, bound = GuessLimit(lambda: now_s[0]), Bound("test", 2, 60.0)
    limit.take(bound, "ana")
    limit.take(bound, "ana")
    limit.take(bound, "ben")
    with pytest.raises(TriesSpent) as spent:
        limit.take(bound, "ana")
    assert spent.value.retry_s == 61
    now_s[0] = 60.0
    limit.take(bound, "ana")


class Asked:
    """As much of a request as says where it comes from."""

    def __init__(self, host, forwarded=None):
        self.client = type("Address", (), {"host": host})
        self.headers = {} if forwarded is None else {"x-forwarded-for": forwarded}


@pytest.mark.parametrize(
    ("asked", "behind_proxy", "home"),
    [
        (Asked("203.0.113.7"), False, "203.0.113.7"),
        (Asked("203.0.113.7", "198.51.100.1"), False, "203.0.113.7"),
        (Asked("10.0.0.1", "6.6.6.6, 198.51.100.1"), True, "198.51.100.1"),
        (Asked("10.0.0.1"), True, "10.0.0.1"),
        (Asked("2001:db8:1:2:3:4:5:6"), False, "2001:db8:1:2::/64"),
    ],
)
def test_a_home_is_an_address_that_its_people_cannot_choose(asked, behind_proxy, home):
    assert home_of(asked, behind_proxy) == home
