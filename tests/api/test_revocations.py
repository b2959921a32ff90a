"""Ending consent over HTTP: nothing of what it reaches is served, found or made any more once it is answered."""

import itertools
import os
import threading

import pytest

from api.ending.forgetting import Forgetting, Parts
from api.ending.running_streams import RunningStreams
from api.minting import mint, now
from domain.decider import Clause
from domain.decisions.revocations import EraseCameo
from domain.events import GenerationCancelled
from domain.ids import ClipId
from tests.api.conftest import WISH, Community, Member
from tests.api.likeness import Likeness


@pytest.fixture
def maya(community: Community) -> Member:
    """Somebody with a cameo."""
    return community.join("maya")


@pytest.fixture
def theo(community: Community) -> Member:
    """Somebody who casts her."""
    return community.join("theo")


def is_gone(community: Community, viewer: Member, clip_id: ClipId) -> bool:
    """Whether a clip is found by no road: page, files, feed, index."""
    files = [viewer.get(f"/media/{clip_id}/{name}").status_code for name in ("video", "poster", "receipt")]
    shown = [item["clip"]["clip_id"] for item in viewer.get("/api/feed?limit=50").json()["items"]]
    page = viewer.get(f"/api/clips/{clip_id}").status_code
    return {page, *files} == {404} and clip_id not in shown and clip_id not in community.wiring.index


def test_a_revoked_grant_takes_down_what_was_made_by_it_and_says_so(community, maya, theo) -> None:
    ana = Likeness(community, maya)
    grant_id = ana.grant(theo)
    clip_id, job = ana.clip(theo), ana.job(theo)
    community.wiring.feeder.catch_up()
    assert clip_id in community.wiring.index
    answer = maya.delete(f"/api/grants/{grant_id}")
    assert answer.status_code == 200, answer.text
    receipt = answer.json()
    assert (receipt["kind"], receipt["clips_count"], receipt["jobs_count"]) == ("grant", 1, 1)
    reached = {(each["what"], each["clip_id"]): each for each in receipt["reached"]}
    assert set(reached) == {("clip", clip_id), ("job", job.clip_id)}
    assert reached["clip", clip_id]["grant_ids"] == [grant_id]
    assert reached["clip", clip_id]["maker"] == {"person_id": theo.id, "handle": theo.handle}
    assert receipt["finished_at"]
    for viewer in (maya, theo):
        assert is_gone(community, viewer, clip_id)
    assert maya.get(f"/api/revocations/{receipt['revocation_id']}").json() == receipt
    (cancelled,) = community.wiring.ledger.read((Clause((GenerationCancelled,), (job.job_id,)),))
    assert (cancelled.event.cause, cancelled.event.refunded) == ("revoked", True)


def test_revoking_twice_gives_the_same_receipt(community, maya, theo) -> None:
    ana = Likeness(community, maya)
    grant_id = ana.grant(theo)
    ana.clip(theo)
    first = maya.delete(f"/api/grants/{grant_id}").json()
    assert maya.delete(f"/api/grants/{grant_id}").json() == first
    all_of_it = maya.post(f"/api/cameos/{ana.cameo_id}/revocations")
    assert (all_of_it.status_code, all_of_it.json()["clips_count"]) == (201, 0)


def test_the_owner_finds_every_receipt_again(community, maya, theo) -> None:
    ana = Likeness(community, maya)
    first = maya.delete(f"/api/grants/{ana.grant(theo)}").json()
    ana.grant(theo)
    ana.clip(theo)
    second = maya.post(f"/api/cameos/{ana.cameo_id}/revocations").json()
    shown = [{key: value for key, value in each.items() if key != "reached"} for each in (second, first)]
    assert maya.get("/api/revocations").json() == shown
    assert [each["clips_count"] for each in shown] == [1, 0]
    assert theo.get("/api/revocations").json() == []


def test_all_consent_revoked_spares_the_owners_own_clips(community, maya, theo) -> None:
    ana = Likeness(community, maya)
    ana.grant(theo)
    theirs, own = ana.clip(theo), ana.clip(maya)
    receipt = maya.post(f"/api/cameos/{ana.cameo_id}/revocations").json()
    assert [each["clip_id"] for each in receipt["reached"]] == [theirs]
    assert is_gone(community, theo, theirs)
    assert maya.get(f"/media/{own}/video").status_code == 200


def test_one_clip_of_me_goes_with_all_that_was_made_after_it(community, maya, theo) -> None:
    ana = Likeness(community, maya)
    ana.grant(theo)
    first, other = ana.clip(theo), ana.clip(theo)
    chain = [first]
    for _ in range(3):
        chain.append(ana.clip(theo, source=chain[-1]))
    receipt = maya.delete(f"/api/made-of-me/{first}").json()
    assert [each["clip_id"] for each in receipt["reached"]] == chain
    assert all(is_gone(community, theo, clip_id) for clip_id in chain)
    assert theo.get(f"/media/{other}/video").status_code == 200
    assert maya.delete(f"/api/made-of-me/{first}").json()["code"] == "clip_withdrawn"


def test_an_erased_cameo_takes_key_clips_and_files_along(community, maya, theo) -> None:
    ana = Likeness(community, maya)
    ana.grant(theo)
    clip_id, own = ana.clip(theo), ana.clip(maya)
    answer = maya.delete(f"/api/cameos/{ana.cameo_id}")
    assert {each["clip_id"] for each in answer.json()["reached"]} == {clip_id, own}
    assert not community.wiring.keys.exists(ana.cameo_id)
    assert community.wiring.keys.exists(maya.id)
    assert maya.delete(f"/api/cameos/{ana.cameo_id}").json() == answer.json()


def test_an_erased_cameo_takes_along_what_a_worker_stored_and_could_not_finish(community, maya) -> None:
    wiring, ana = community.wiring, Likeness(community, maya)
    left = wiring.artifacts.put(b"a face that no clip names", "video/mp4").digest
    (path,) = wiring.settings.data.rglob(left)
    os.utime(path, (0, 0))
    assert maya.delete(f"/api/cameos/{ana.cameo_id}").status_code == 200
    assert not wiring.artifacts.exists(left)


class Waits(threading.Event):
    """An event that is never set, and notes how long it was waited for instead of waiting."""

    def __init__(self) -> None:
        super().__init__()
        self.waited_s: list[float] = []

    def wait(self, timeout: float | None = None) -> bool:
        self.waited_s.append(timeout or 0.0)
        return False


def test_an_erased_cameo_waits_for_workers_that_were_drawing_it(community, maya, theo) -> None:
    wiring, ana, stop = community.wiring, Likeness(community, maya), Waits()
    ana.grant(theo)
    ana.job(theo)
    erase = EraseCameo(revocation_id=mint("revocation"), cameo_id=ana.cameo_id, owner_id=maya.id)
    wiring.ledger.handle_now(erase, WISH)
    parts = Parts((), (), (), (), lambda _: None, lambda: None)
    Forgetting(wiring.ledger, parts, now).cameo(ana.cameo_id, stop)
    (waited_s,) = stop.waited_s
    assert 10 < waited_s <= 20


def test_a_stranger_ends_nothing_and_reads_no_receipt(community, maya, theo) -> None:
    ana = Likeness(community, maya)
    grant_id = ana.grant(theo)
    clip_id = ana.clip(theo)
    assert theo.delete(f"/api/grants/{grant_id}").json()["code"] == "grant_unknown"
    assert theo.delete("/api/grants/grant-none").json()["code"] == "grant_unknown"
    assert theo.delete(f"/api/cameos/{ana.cameo_id}").json()["code"] == "cameo_unknown"
    assert theo.post(f"/api/cameos/{ana.cameo_id}/revocations").json()["code"] == "cameo_unknown"
    assert theo.delete(f"/api/made-of-me/{clip_id}").json()["code"] == "clip_unknown"
    revocation_id = maya.delete(f"/api/grants/{grant_id}").json()["revocation_id"]
    assert theo.get(f"/api/revocations/{revocation_id}").json()["code"] == "revocation_unknown"


def test_a_guardian_ends_a_grant_and_sees_counts_alone(community, maya, theo) -> None:
    guardian, ana = community.join("guardian"), Likeness(community, maya)
    grant_id = ana.grant(theo)
    clip_id = ana.clip(theo)
    ana.link(guardian)
    receipt = guardian.delete(f"/api/grants/{grant_id}").json()
    assert (receipt["clips_count"], receipt.get("reached", [])) == (1, [])
    assert is_gone(community, theo, clip_id)
    whole = maya.get(f"/api/revocations/{receipt['revocation_id']}").json()
    assert [each["clip_id"] for each in whole["reached"]] == [clip_id]


# --- bytes under way -----------------------------------------------------------------------------


def test_a_stream_is_cut_between_two_chunks(community, maya, theo) -> None:
    ana = Likeness(community, maya)
    grant_id, streams = ana.grant(theo), community.wiring.streams
    clip_id, other = ana.clip(theo), ana.clip(maya)
    running = streams.guarded(clip_id, iter([b"one", b"two", b"three"]))
    untouched = streams.guarded(other, iter([b"one", b"two", b"three"]))
    assert (next(running), next(untouched)) == (b"one", b"one")
    cutting = threading.Thread(target=maya.delete, args=(f"/api/grants/{grant_id}",))
    cutting.start()
    read = list(itertools.takewhile(lambda _: cutting.is_alive(), streams_left(running)))
    cutting.join()
    assert list(running) == []
    assert len(read) <= 1
    assert list(untouched) == [b"two", b"three"]


def streams_left(running):
    """The chunks that still come; waits before each, as a slow reader does."""
    while True:
        threading.Event().wait(0.3)
        chunk = next(running, None)
        if chunk is None:
            return
        yield chunk


def test_a_view_that_is_behind_serves_nothing_that_the_log_says_is_down(community, maya, theo) -> None:
    ana = Likeness(community, maya)
    ana.grant(theo)
    clip_id = ana.clip(theo)
    streams = RunningStreams(community.wiring.ledger)
    maya.delete(f"/api/made-of-me/{clip_id}")
    assert list(streams.guarded(clip_id, iter([b"never"]))) == []
