"""Debian's Chromium with a camera that shows a film of ours, driven by Playwright."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserType, sync_playwright

from tests.web.camera import FakeCamera

CHROMIUM = Path("/usr/bin/chromium")
_ARGUMENTS = (
    "--no-sandbox",  # containers that run as root have no user namespaces to put it into
    "--autoplay-policy=no-user-gesture-required",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
)


def arguments(camera: FakeCamera | None = None) -> list[str]:
    """What Chromium is started with."""
    if camera is None:
        return list(_ARGUMENTS)
    return [
        *_ARGUMENTS,
        f"--use-file-for-fake-video-capture={camera.pictures_path}",
        f"--use-file-for-fake-audio-capture={camera.sound_path}",
    ]


@contextmanager
def chromium(camera: FakeCamera | None = None) -> Iterator[Browser]:
    """A browser without a window, as long as the context lasts."""
    with sync_playwright() as playwright:
        browser = launched(playwright.chromium, camera)
        try:
            yield browser
        finally:
            browser.close()


def launched(kind: BrowserType, camera: FakeCamera | None) -> Browser:
    """The browser itself; whoever asks for it closes it."""
    return kind.launch(executable_path=str(CHROMIUM), args=arguments(camera))
