"""Somebody becomes castable in the app, in front of a camera; the real checks judge what the browser recorded."""

import pytest

from tests.road.enrolling import Actor

pytestmark = pytest.mark.web
FILM_MS, VERDICT_MS = 90_000, 180_000
UNSURE_OF = {"lips_unmatched", "digits_wrong"}  # what even films of living people's photographs leave open


def test_a_challenge_is_recorded_and_its_film_has_the_face_and_the_turns_that_were_asked(
    join, phones, camera, tmp_path
):
    member, phone = join("enroller"), phones()
    phone.sign_in(member.token)
    camera.answer(phone, Actor("collins.jpg", "woman_1", tmp_path))
    page = phone.open("/#/cameo/enrol")
    with page.expect_response("**/api/cameos/enrolments", timeout=FILM_MS) as asked:
        page.locator("main button.primary").click()
    page.locator(".viewfinder ~ button.primary").click(timeout=FILM_MS)
    page.locator("video.film").wait_for(timeout=FILM_MS)
    with page.expect_response("**/recording", timeout=FILM_MS):
        page.locator("main button.primary").click()
    address = f"/api/cameos/enrolments/{asked.value.json()['enrolment_id']}"
    found = phone.api("GET", address)
    for _ in range(VERDICT_MS // 1000):
        if found["state"] != "submitted":
            break
        page.wait_for_timeout(1000)
        found = phone.api("GET", address)
    assert found["state"] in ("enrolled", "held", "refused"), found
    assert {check["check"] for check in found.get("checks", ())} <= UNSURE_OF, found
