"""The harness itself: a phone reaches the server, its camera shows our film, and what it complains of is heard."""

import pytest

from tests.road.enrolling import Actor
from tests.web.accessibility import violations
from tests.web.phones import phone

pytestmark = pytest.mark.web
_PICTURE = """async () => {
  const stream = await navigator.mediaDevices.getUserMedia({video: true, audio: true});
  const video = Object.assign(document.createElement("video"), {srcObject: stream, muted: true});
  await video.play();
  await new Promise((resolve) => setTimeout(resolve, 300));
  const canvas = Object.assign(document.createElement("canvas"), {width: 8, height: 8});
  const context = canvas.getContext("2d");
  context.drawImage(video, 0, 0, 8, 8);
  stream.getTracks().forEach((track) => track.stop());
  return {width: video.videoWidth, height: video.videoHeight, pixels: [...context.getImageData(0, 0, 8, 8).data]};
}"""


def test_a_phone_reaches_the_server_with_its_own_size_and_theme(phones):
    small = phones(device="small", theme="dark")
    assert small.api("GET", "/api/health")
    page = small.open("/api/health")
    assert page.evaluate("() => [screen.width, matchMedia('(prefers-color-scheme: dark)').matches]") == [
        360,
        True,
    ]


def test_the_camera_shows_the_film_of_the_moment(phones, camera, tmp_path):
    page = phones().open("/api/health")
    before = page.evaluate(_PICTURE)
    camera.show(Actor("collins.jpg", "woman_1", tmp_path).recording("482915", ["left", "up", "right"]))
    after = page.evaluate(_PICTURE)
    assert (before["width"], before["height"]) != (0, 0)
    assert before["pixels"] != after["pixels"]
    assert len(set(after["pixels"])) > 20, "a person is no grey wall"


def test_what_breaks_a_rule_for_screen_readers_is_found(browser):
    page = browser.new_page()
    page.set_content("<html lang='en'><title>x</title><main><h1>x</h1><button></button></main></html>")
    assert [line.split(":")[0] for line in violations(page)] == ["button-name"]


def test_what_a_page_throws_is_kept(browser, url):
    thrower = phone(browser, url)
    thrower.open("/api/health").evaluate("() => setTimeout(() => { throw new Error('broke'); })")
    thrower.page.wait_for_timeout(200)
    assert any("broke" in complaint for complaint in thrower.complaints)
    thrower.context.close()
