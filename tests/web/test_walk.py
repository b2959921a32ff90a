"""The whole product in three hands: from an invite's link to an account erased, each seeing the others' acts."""

import json
from decimal import Decimal

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.road.enrolling import Actor, command

pytestmark = pytest.mark.web
FILM_MS, VERDICT_MS, MADE_MS = 90_000, 180_000, 240_000
AT_ONCE_MS = 1_000


def press(page: Page | Locator, name: str, **more) -> None:
    page.get_by_role("button", name=name, **more).first.click()


def join_by_link(server, phone, handle: str) -> Page:
    page = phone.open(f"/#/join/{command(server, 'invite')}")
    page.get_by_label("Your handle").fill(handle)
    page.get_by_label("Birth date").fill("1994-05-06")
    page.get_by_label("Country").select_option("US")
    press(page, "Join")
    page.get_by_text("Write this down").wait_for()
    page.get_by_role("switch").check()
    press(page, "Go in")
    page.get_by_role("heading", name="Feed").wait_for(state="attached")
    return page


def go(page: Page, path: str) -> Page:
    page.evaluate("(path) => { location.hash = `#/${path}`; }", path)
    return page


def record_a_cameo(page: Page) -> bool:
    """Whether a reviewer is to look at the recording."""
    go(page, "cameo")
    page.get_by_role("link", name="Make my cameo").click()
    press(page, "Ask for the camera")
    page.get_by_role("button", name="Start").click(timeout=FILM_MS)
    page.get_by_role("button", name="Send it").click(timeout=FILM_MS)
    waits = page.get_by_text("reviewer of this community looks at it")
    passed = page.get_by_text("Your cameo is verified")
    expect(waits.or_(passed).first).to_be_visible(timeout=VERDICT_MS)
    return waits.count() > 0


def look_at_recording_of(page: Page, handle: str) -> None:
    go(page, "review")
    page.get_by_text("Recordings to look at").wait_for()
    looks = page.get_by_role("button", name="Look at it")
    while looks.count():  # whose it is stands within
        looks.first.click()
    case = page.get_by_role("article").filter(has_text=f"@{handle}")
    press(case, "It is this person, live")
    case.wait_for(state="detached")


def let_cast(page: Page, handle: str) -> None:
    go(page, "cameo")
    page.get_by_text("Your cameo is verified").wait_for()
    go(page, "cameo/grants")
    press(page, "Let somebody cast me")
    page.get_by_label("Their handle").fill(handle)
    press(page, "Give the grant")
    page.get_by_role("button", name="End this grant").wait_for()


def make_with_cast(page: Page, handle: str) -> None:
    go(page, "create")
    page.get_by_label("What happens?").fill("waves in a park")
    press(page, "Cast somebody")
    page.get_by_role("button", name=f"@{handle}").click()
    prompt = page.get_by_label("What happens?")
    expect(prompt).to_have_value(f"waves in a park @{handle} ")
    prompt.fill(f"@{handle} waves in a park")
    page.get_by_role("radio", name="3 s").click()
    press(page, "Make it")
    page.get_by_role("progressbar", name="Progress").wait_for()
    page.get_by_label("Caption").fill("look who waves")
    press(page, "Publish")


@pytest.fixture
def slow_to_make(phones):
    """Phones that wait as long as a clip takes to be made."""

    def make(**wishes):
        made = phones(**wishes)
        made.context.set_default_timeout(MADE_MS)
        return made

    return make


def test_the_whole_walk(server, camera, slow_to_make, tmp_path):
    ana, ben, rea = slow_to_make(), slow_to_make(theme="dark"), slow_to_make()
    camera.answer(ana, Actor("collins.jpg", "woman_1", tmp_path))
    hers, his, reviewers = (
        join_by_link(server, phone, handle)
        for phone, handle in ((ana, "ana_w"), (ben, "ben_w"), (rea, "rea_w"))
    )
    command(server, "role", "give", "rea_w", "reviewer")

    if record_a_cameo(hers):
        look_at_recording_of(reviewers, "ana_w")
    let_cast(hers, "ben_w")
    make_with_cast(his, "ana_w")
    expect(his.get_by_text("look who waves")).to_be_visible()
    clip_id = his.url.rsplit("/", 1)[1]

    # Their friend's feed: a badge, its proof, and why it stands there.
    hers_to = go(hers, "")
    hers_to.get_by_role("button", name="Newest", exact=True).click()
    clip = hers.get_by_role("article", name="Clip by ben_w")
    clip.get_by_role("button", name="With @ana_w, by consent").click()
    with hers.expect_download() as proof:
        hers.get_by_role("link", name="Download the proof").click()
    assert clip_id in proof.value.path().read_text()
    press(hers, "Close")
    clip.get_by_role("button", name="Like").click()
    clip.locator(".chip.on-picture").last.click()
    parts = hers.locator(".sums tbody td").all_inner_texts()
    assert sum(Decimal(each.replace(",", "")) for each in parts) == Decimal(
        hers.locator(".sums tfoot td").inner_text()
    )
    press(hers, "Close")

    # Asking: chips before anything holds, then undone.
    go(his, "ask").get_by_label("What do you want to see, or not?").fill("no dogs please")
    his.get_by_role("button", name="Never dogs").wait_for()
    press(his, "From now on")
    his.get_by_text("These hold now").wait_for()
    press(his, "Undo")
    expect(his.get_by_text("These hold now")).to_have_count(0)

    # Revoked on one phone, gone on the other without a reload.
    go(reviewers, "")
    reviewers.get_by_role("button", name="Newest", exact=True).click()
    shown = reviewers.get_by_role("article", name="Clip by ben_w")
    expect(shown).to_be_visible()
    go(hers, "cameo/end")
    press(hers, "Revoke all consent")
    press(hers, "Yes, end it now")
    hers.get_by_text("1 clip went down.").wait_for()
    expect(shown).to_have_count(0, timeout=AT_ONCE_MS)
    assert rea.context.request.get(f"/media/{clip_id}/video").status == 404
    assert ben.context.request.get(f"/media/{clip_id}/video").status == 404
    press(hers, "Close")

    # How she feels; everything about her; and out.
    ana.api("GET", "/api/wellness")
    go(hers, "wellness").get_by_role("heading", name="How you feel").wait_for()
    if hers.get_by_role("radio", name="Good").count():
        hers.get_by_role("radio", name="Good").click()
        press(hers, "Save")
        hers.get_by_text("Your record").wait_for()
    go(hers, "settings")
    with hers.expect_download() as export:
        hers.get_by_role("link", name="Download", exact=True).click()
    assert "ana_w" in json.dumps(json.loads(export.value.path().read_text()))
    go(hers, "leave").get_by_label("Type your handle, ana_w").fill("ana_w")
    press(hers, "Erase me")
    hers.get_by_text("You have left").wait_for()
    assert ana.context.request.get("/api/me").status == 401
