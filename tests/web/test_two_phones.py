"""What one person ends goes from another's open screen at once, without a reload.

The seconds are generous, for a busy machine; `python -m tests.web.reach` says how long it takes.
"""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.web
SOON_MS = 5_000


@pytest.fixture
def looking(phones, join):
    """Somebody new who looks at the newest clips on a phone of theirs."""

    def make(handle: str) -> tuple[object, Page]:
        phone, member = phones(), join(handle)
        phone.sign_in(member.token)
        page = phone.open("/#/")
        page.get_by_role("button", name="Newest", exact=True).click()
        expect(clips_by(page, "theo")).not_to_have_count(0)
        return member, page

    return make


def clips_by(page: Page, handle: str):
    return page.get_by_role("article", name=f"Clip by {handle}")


def test_a_block_takes_the_blockers_clips_off_the_other_phone_and_its_end_brings_them_back(town, looking):
    kit, hers = looking("kit_blocked")
    town.theo.put(f"/api/people/{kit.id}/block")
    expect(clips_by(hers, "theo")).to_have_count(0, timeout=SOON_MS)
    expect(clips_by(hers, "maya")).not_to_have_count(0)
    town.theo.delete(f"/api/people/{kit.id}/block")
    expect(clips_by(hers, "theo")).not_to_have_count(0, timeout=SOON_MS)


def test_who_blocks_does_not_see_theirs_either(town, looking):
    kit, hers = looking("kit_blocking")
    kit.put(f"/api/people/{town.theo.id}/block")
    expect(clips_by(hers, "theo")).to_have_count(0, timeout=SOON_MS)


def test_what_a_reviewer_takes_down_goes_from_open_phones(town, looking):
    clip_id = town.published(town.maya, "a ball rolls", "soon gone")
    kit, hers = looking("kit_reviewed")
    gone = hers.get_by_role("article", name="Clip by maya").filter(has_text="soon gone")
    expect(gone).not_to_have_count(0)
    reported = town.noor.post(f"/api/clips/{clip_id}/reports", json={"reason": "spam"})
    assert reported.is_success, reported.text
    (case,) = (
        each for each in town.theo.get("/api/review").json()["reports"] if each["clip"]["clip_id"] == clip_id
    )
    decided = town.theo.post(f"/api/review/reports/{case['report_id']}", json={"withdraw": True})
    assert decided.is_success, decided.text
    expect(gone).to_have_count(0, timeout=SOON_MS)
    assert kit.get(f"/media/{clip_id}/video").status_code == 404
