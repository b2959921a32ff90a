"""What concerns somebody reaches their phone as it happens, in words, and is counted until they look."""

import json

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.web
AT_ONCE_MS = 2_000


def test_a_notice_is_counted_at_sign_in_and_as_it_comes_and_no_more_once_looked_at(town, phones):
    maya = phones()
    maya.sign_in(town.maya.token)
    page = maya.open("/#/")
    unseen = page.locator(".tabs .unseen")
    before = maya.api("GET", "/api/notices")["unseen_count"]
    assert before > 0
    expect(unseen).to_have_text(f"{before} new notices")
    town.theo.delete(f"/api/people/{town.maya.id}/follow")
    said = town.theo.post(f"/api/clips/{town.clips[0]}/comments", json={"text": "again"})
    assert said.is_success, said.text
    town.theo.put(f"/api/people/{town.maya.id}/follow")
    expect(unseen).to_have_text(f"{before + 1} new notices", timeout=AT_ONCE_MS)
    page.evaluate("() => { location.hash = '#/notices'; }")
    expect(page.get_by_role("link", name="@theo wrote under your clip.").first).to_be_visible()
    expect(unseen).to_have_count(0)
    page.reload()
    page.get_by_role("heading", name="Notices").wait_for()
    assert maya.api("GET", "/api/notices")["unseen_count"] == 0
    expect(unseen).to_have_count(0)


def test_people_are_found_and_their_follows_looked_through_in_german_too(town, phones):
    maya = phones(locale="de-DE")
    maya.sign_in(town.maya.token)
    page = maya.open("/#/people")
    page.get_by_role("searchbox").fill("@THE")
    page.get_by_role("link", name="@theo").click()
    page.get_by_role("link", name="folgt 2").click()
    expect(page.get_by_role("link", name="@noor")).to_be_visible()


def test_everything_about_oneself_is_a_file_to_download(town, phones):
    maya = phones()
    maya.sign_in(town.maya.token)
    page = maya.open("/#/settings")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download").click()
    document = json.loads(download.value.path().read_text())
    assert document["person_id"] == town.maya.id
    assert {each["clip_id"] for each in document["clips"]} >= {town.clips[0]}
