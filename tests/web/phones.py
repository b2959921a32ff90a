"""Phones and desks: a browser context each, with cookies of its own, that keep what the page complained of."""

from typing import Any, Literal, NamedTuple

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

Theme = Literal["light", "dark"]
CLIENT = {"Castmates-Client": "web"}
WAIT_MS = 10_000
_TELL_CSP = """addEventListener("securitypolicyviolation", (event) =>
  console.error(`CSP: ${event.violatedDirective} ${event.blockedURI}`))"""


class Device(NamedTuple):
    """The size of a screen in CSS pixels, how dense it is, and whether it is touched."""

    width_px: int
    height_px: int
    density: float
    touch: bool


DEVICES = {
    "small": Device(360, 640, 2, True),
    "phone": Device(390, 844, 2, True),
    "desk": Device(1280, 800, 1, False),
}


class Phone:
    """A browser of somebody's own: `page` is what they see, `complaints` what it threw, logged or was refused."""

    def __init__(self, context: BrowserContext) -> None:
        self.context, self.complaints = context, []
        context.set_default_timeout(WAIT_MS)
        context.add_init_script(_TELL_CSP)
        self.page = self.new_page()

    def new_page(self) -> Page:
        """A further page of the same person's."""
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.complaints.append(f"thrown: {error}"))
        page.on("console", self._hear)
        return page

    def sign_in(self, token: str) -> None:
        """Turns a bearer token into this browser's cookie."""
        answer = self.context.request.post("/api/session", data={"token": token}, headers=CLIENT)
        assert answer.ok, answer.text()

    def api(self, method: str, path: str, body: Any = None) -> Any:
        """What the JSON API answers to whoever is signed in here; None where it answers nothing."""
        answer = self.context.request.fetch(path, method=method, data=body, headers=CLIENT)
        assert answer.ok, f"{method} {path}: {answer.status} {answer.text()}"
        return answer.json() if answer.body() else None

    def see_nothing(self) -> None:
        """Lets the server not hear what is seen here, so that the feed has it again the next time."""
        self.context.route("**/api/feed/*/seen", lambda route: route.fulfill(status=204))

    def open(self, path: str = "/") -> Page:
        """Goes to an address and waits until what it needs has come."""
        self.page.goto(path)
        self.page.wait_for_load_state("load")
        return self.page

    def _hear(self, message: ConsoleMessage) -> None:
        # What a server refuses, Chromium logs as an error; that a page shows it well is its own tests' matter.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.complaints.append(message.text)


def phone(
    browser: Browser,
    url: str,
    device: str = "phone",
    theme: Theme = "light",
    locale: str = "en-GB",
    **more: Any,
) -> Phone:
    """A fresh phone (or other device) that speaks to the server at `url`; `more` goes to Playwright's context."""
    screen = DEVICES[device]
    context = browser.new_context(
        base_url=url,
        viewport={"width": screen.width_px, "height": screen.height_px},
        device_scale_factor=screen.density,
        has_touch=screen.touch,
        is_mobile=screen.touch,
        color_scheme=theme,
        locale=locale,
        permissions=["camera", "microphone"],
        **more,
    )
    return Phone(context)
