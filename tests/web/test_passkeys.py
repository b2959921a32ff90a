"""A passkey in a real browser: made on a signed-in phone, and enough to come back by; removed, it is not."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.web
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def locked(phones):
    """A phone whose own lock answers at once."""
    phone = phones()
    session = phone.context.new_cdp_session(phone.page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    return phone


def test_a_passkey_signs_its_person_in_until_it_is_removed(locked, join):
    kim = join("kim_keys")
    locked.sign_in(kim.token)
    page = locked.open("/#/settings")
    page.get_by_role("button", name="Sign in with this device's lock").click()
    page.get_by_text("This device can sign you in from now on.").wait_for()
    page.get_by_role("button", name="Remove this passkey").wait_for()

    locked.api("DELETE", "/api/session")
    page = locked.open("/#/signin")
    page.reload()
    page.get_by_role("button", name="Use this device's lock").click()
    page.get_by_role("heading", name="Feed").wait_for(state="attached")
    assert locked.api("GET", "/api/me")["person_id"] == kim.id

    page.evaluate("() => { location.hash = '#/settings'; }")
    page.get_by_role("button", name="Remove this passkey").click()
    expect(page.get_by_role("button", name="Remove this passkey")).to_have_count(0)
    locked.api("DELETE", "/api/session")
    page.evaluate("() => { location.hash = '#/signin'; }")
    page.reload()
    page.get_by_role("button", name="Use this device's lock").click()
    expect(page.get_by_role("alert")).to_contain_text("Not let in")
