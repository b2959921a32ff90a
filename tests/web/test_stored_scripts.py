"""Markup and scripts that people write anywhere are shown as the letters that they are."""

import pytest
from playwright.sync_api import Page, expect

from tests.web.town import HARMFUL

pytestmark = pytest.mark.web
PLANTED = "img[src=x], script:not([src])"


@pytest.fixture(scope="module")
def written(town) -> str:
    """A job of Maya's, whose words are harmful; a report and an appeal that wait for Theo are, too."""
    job = town.maya.ask(f"a ball bounces {HARMFUL}").json()
    reported = town.noor.post(
        f"/api/clips/{town.clips[0]}/reports", json={"reason": "other", "note": HARMFUL}
    )
    assert reported.is_success, reported.text
    town.maya.ask("Taylor Swift dances in a park")
    refusal = town.maya.get("/api/refusals").json()[0]
    appealed = town.maya.post(f"/api/refusals/{refusal['refusal_id']}/appeal", json={"words": HARMFUL})
    assert appealed.is_success, appealed.text
    return job["job_id"]


def opened(phones, member, address: str) -> Page:
    phone = phones()
    phone.sign_in(member.token)
    phone.see_nothing()
    return phone.open(address)


def shows_letters(page: Page) -> None:
    expect(page.get_by_text(HARMFUL).first).to_be_visible()
    assert page.locator(PLANTED).count() == 0


def test_under_a_clip(town, phones):
    page = opened(phones, town.noor, f"/#/clips/{town.clips[0]}")
    shows_letters(page)  # its caption
    page.get_by_role("button", name="Comments").click()
    expect(page.get_by_role("dialog").get_by_text(HARMFUL)).to_be_visible()
    assert page.locator(PLANTED).count() == 0


@pytest.mark.parametrize("address", ["/#/jobs", "/#/jobs/{job_id}"])
def test_among_what_one_asked_for(town, phones, written, address):
    shows_letters(opened(phones, town.maya, address.format(job_id=written)))


def test_before_a_reviewer(town, phones, written):
    page = opened(phones, town.theo, "/#/review")
    shows_letters(page)
    expect(page.get_by_text(HARMFUL)).not_to_have_count(1)  # a report's and an appeal's
    assert written


@pytest.mark.parametrize(
    ("address", "field"),
    [("/#/people", "Find by handle"), ("/#/ask", "What do you want to see"), ("/#/create", "What happens?")],
)
def test_while_it_is_typed(town, phones, address, field):
    page = opened(phones, town.maya, address)
    page.get_by_label(field).fill(f"dogs {HARMFUL}")
    page.wait_for_timeout(1_500)  # what is read while typing has come
    assert page.locator(PLANTED).count() == 0
