"""A guardian's page: numbers that can be checked, never content; caps on watching; grants to approve."""

import base64
import json
from datetime import UTC, datetime, timedelta

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from domain.days import day_of
from tests.api.conftest import Community, Member
from tests.api.families import capped, code, linked, teen
from tests.api.likeness import Likeness

NUMBERS = (
    "clips_asked_count", "clips_published_count", "clips_watched_count", "comments_count",
    "checks_answered_count", "grants_count", "casters_count",
)  # fmt: skip


@pytest.fixture
def tess(community: Community) -> Member:
    """A teen with a guardian, Gina."""
    return teen(community)


@pytest.fixture
def gina(community: Community, tess: Member) -> Member:
    """Her guardian."""
    guardian = community.join("gina")
    linked(community, tess, guardian)
    return guardian


def counts(guardian: Member, ward: Member, day: str = "") -> dict:
    """The counts of a day, as the guardian gets them."""
    answer = guardian.get(f"/api/wards/{ward.id}/counts{day and f'?day={day}'}")
    assert answer.status_code == 200, answer.text
    return answer.json()


def live(community: Community, ward: Member) -> list[str]:
    """A teen's day, with words in all of it; the words."""
    maker = community.join("maker")
    shown = community.clip(maker, "a secret boat")
    clip_id = community.draft(ward, "a secret dragon")
    ward.post(f"/api/clips/{clip_id}/publish", {"caption": "a secret caption"})
    ward.post(f"/api/clips/{shown}/comments", {"text": "a secret remark"})
    slate = ward.get("/api/feed?ask=secret+boats").json()["slate_id"]
    ward.post(f"/api/feed/{slate}/seen", {"clip_ids": [shown]})
    return ["secret", clip_id, shown, maker.id, maker.handle]


def test_a_day_is_counted(community, tess, gina) -> None:
    live(community, tess)
    gina.catch_up(community.wiring.ledger.head())
    told = counts(gina, tess)["counts"]
    assert [told[name] for name in NUMBERS] == [1, 1, 1, 1, 0, 0, 0]
    assert (told["teen_id"], told["guardian_id"]) == (tess.id, gina.id)


def test_a_guardians_page_holds_no_content(community, tess, gina) -> None:
    words = live(community, tess)
    gina.catch_up(community.wiring.ledger.head())
    pages = (f"/api/wards/{tess.id}/counts", "/api/wards", f"/api/wards/{tess.id}/grants", "/api/guardians")
    seen = "".join(gina.get(path).text for path in pages)
    assert not [word for word in words if word in seen]
    told = counts(gina, tess)["counts"]
    assert {name for name, value in told.items() if not isinstance(value, int)} == {
        "teen_id",
        "guardian_id",
        "day",
    }


def test_anybody_can_check_the_signature(community, tess, gina) -> None:
    told = counts(gina, tess)
    signed = json.dumps(told["counts"], sort_keys=True, separators=(",", ":")).encode()
    raw = community.client.get("/api/keys/counts").json()["public_key"]
    key, signature = (
        Ed25519PublicKey.from_public_bytes(base64.b64decode(raw)),
        base64.b64decode(told["signature"]),
    )
    key.verify(signature, signed)
    with pytest.raises(InvalidSignature):
        key.verify(signature, signed.replace(b'"clips_asked_count":0', b'"clips_asked_count":9'))


def test_counts_are_the_guardians_alone_and_of_days_since_the_link(community, tess, gina) -> None:
    path = f"/api/wards/{tess.id}/counts"
    for other in (tess, community.join("other")):
        assert code(other.get(path)) == (404, "link_unknown")
    today = datetime.now(UTC).date()
    for day in (today - timedelta(days=1), today + timedelta(days=1)):
        assert code(gina.get(f"{path}?day={day}")) == (422, "day_invalid")
    assert code(gina.get(f"{path}?day=yesterday")) == (400, "body_invalid")


def test_unlinking_closes_the_page_at_once(tess, gina) -> None:
    (link,) = tess.get("/api/guardians").json()
    tess.delete(f"/api/guardians/{link['link_id']}")
    for path in ("counts", "grants"):
        assert code(gina.get(f"/api/wards/{tess.id}/{path}")) == (404, "link_unknown")
    assert code(gina.call("PUT", f"/api/wards/{tess.id}/caps", {})) == (404, "link_unknown")


def test_the_feed_and_the_video_stop_at_the_guardians_cap(community, tess, gina) -> None:
    maker = community.join("maker")
    clips = [community.clip(maker, f"a boat number {number}") for number in range(3)]
    tess.catch_up(community.wiring.ledger.head())
    capped(tess, gina, clips_watched_max=2)
    assert len(tess.get("/api/feed").json()["items"]) == 2
    for clip_id in (*clips[:2], clips[0]):
        assert tess.get(f"/media/{clip_id}/video").status_code == 200
    stopped = tess.get("/api/feed")
    assert code(stopped) == (429, "watch_cap_reached")
    opens_at = datetime.fromisoformat(stopped.json()["opens_at"])
    assert timedelta() < opens_at - datetime.now(UTC) <= timedelta(days=1)
    assert (opens_at.hour, opens_at.minute) == (0, 0)
    assert 0 < int(stopped.headers["retry-after"]) <= 86_400
    assert code(tess.get(f"/media/{clips[2]}/video")) == (429, "watch_cap_reached")
    assert tess.get(f"/media/{clips[0]}/video").status_code == 200
    assert tess.get(f"/media/{clips[2]}/poster").status_code == 200
    assert maker.get(f"/media/{clips[2]}/video").status_code == 200
    capped(tess, gina)
    assert tess.get("/api/feed").status_code == 200


def test_a_day_begins_by_the_clock_that_the_guardian_says(community, tess, gina) -> None:
    maker = community.join("maker")
    clips = [community.clip(maker) for _ in range(2)]
    capped(tess, gina, clips_watched_max=1, utc_offset_min=14 * 60)
    assert tess.get(f"/media/{clips[0]}/video").status_code == 200
    stopped = tess.get(f"/media/{clips[1]}/video")
    assert code(stopped) == (429, "watch_cap_reached")
    opens_at = datetime.fromisoformat(stopped.json()["opens_at"])
    assert (opens_at.hour, opens_at.minute) == (10, 0)
    counted = counts(gina, tess)["counts"]
    assert (counted["day"], counted["clips_watched_count"]) == (str(day_of(datetime.now(UTC), 14 * 60)), 1)
    # Where the clocks are 26 hours behind those, it is another day.
    capped(tess, gina, clips_watched_max=1, utc_offset_min=-12 * 60)
    assert tess.get(f"/media/{clips[1]}/video").status_code == 200


def test_ones_own_clips_do_not_count_as_watched(community, tess, gina) -> None:
    clip_id = community.clip(tess)
    capped(tess, gina, clips_watched_max=0)
    assert tess.get(f"/media/{clip_id}/video").status_code == 200


def test_what_a_grown_member_watches_is_counted_nowhere(community) -> None:
    adult, maker = community.join("adult"), community.join("maker")
    clip_id = community.clip(maker)
    adult.catch_up(community.wiring.ledger.head())
    assert adult.get(f"/media/{clip_id}/video").status_code == 200
    assert community.wiring.watched.count(adult.id, datetime.now(UTC).date()) == 0


def test_a_feed_that_must_not_be_personal_forgets_what_was_seen(community, tess, gina) -> None:
    maker = community.join("maker")
    clip_id = community.clip(maker)
    tess.catch_up(community.wiring.ledger.head())
    slate = tess.get("/api/feed").json()["slate_id"]
    tess.post(f"/api/feed/{slate}/seen", {"clip_ids": [clip_id]})
    seen_clips = community.wiring.seen_clips
    assert clip_id in seen_clips.of(tess.id)
    capped(tess, gina, personalised=False)
    assert not seen_clips.of(tess.id)
    slate = tess.get("/api/feed").json()["slate_id"]
    assert tess.post(f"/api/feed/{slate}/seen", {"clip_ids": [clip_id]}).status_code == 204
    assert not seen_clips.of(tess.id)


def test_a_guardian_reads_a_grant_and_approves_it(community, tess, gina) -> None:
    caster = community.join("caster")
    grant_id = Likeness(community, tess).grant(caster, '{"barred":["war"]}')
    gina.catch_up(community.wiring.ledger.head())
    (grant,) = gina.get(f"/api/wards/{tess.id}/grants").json()
    assert (grant["grant_id"], grant["approved"]) == (grant_id, False)
    assert (grant["grantee"]["handle"], grant["themes"]["barred"]) == (caster.handle, ["war"])
    before = counts(gina, tess)["counts"]
    path = f"/api/wards/{tess.id}/grants/{grant_id}/approve"
    assert code(caster.post(path)) == (404, "link_unknown")
    assert gina.post(path).status_code == 204
    (grant,) = gina.get(f"/api/wards/{tess.id}/grants").json()
    assert grant["approved"]
    after = counts(gina, tess)["counts"]
    assert [each["grants_count"] for each in (before, after)] == [1, 1]
    assert [each["casters_count"] for each in (before, after)] == [0, 1]
    assert code(gina.post(f"/api/wards/{tess.id}/grants/grant-none/approve")) == (404, "grant_unknown")


def test_a_guardian_ends_a_grant(community, tess, gina) -> None:
    grant_id = Likeness(community, tess).grant(community.join("caster"))
    assert gina.delete(f"/api/grants/{grant_id}").status_code == 200
    assert gina.get(f"/api/wards/{tess.id}/grants").json() == []


def test_a_grantee_is_not_told_who_the_guardian_is(community, tess, gina) -> None:
    caster = community.join("caster")
    grant_id = Likeness(community, tess).grant(caster)
    assert gina.post(f"/api/wards/{tess.id}/grants/{grant_id}/approve").status_code == 204
    assert gina.delete(f"/api/grants/{grant_id}").status_code == 200
    told = caster.get(f"/api/grants/{grant_id}/receipt")
    assert [each["dpv:isIndicatedBy"] for each in told.json()["castmates:events"]][1:] == ["guardian"] * 2
    assert gina.id not in told.text
    assert gina.id not in caster.get(f"/api/grants/{grant_id}/receipt", accept="text/html").text
