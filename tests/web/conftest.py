"""One real server with renderers, one browser, and as many phones as a test asks for."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tests.road.enrolling import Member
from tests.road.server import Server
from tests.web.browser import chromium
from tests.web.camera import FakeCamera
from tests.web.phones import Phone, phone
from tests.web.town import Town


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of its own with its renderers; its wellness checks come due after one clip."""
    server = Server(tmp_path_factory.mktemp("web"))
    server.start()
    yield server
    assert server.stop() == 0


@pytest.fixture(scope="session")
def url(server: Server) -> str:
    """Where phones find it: by a name, for passkeys know no addresses of numbers."""
    return f"http://localhost:{server.port}"


@pytest.fixture(scope="session")
def town(server: Server) -> Town:
    """People and clips to look at; what a test changes there, later ones find."""
    return Town(server)


@pytest.fixture(scope="session")
def camera(tmp_path_factory: pytest.TempPathFactory) -> FakeCamera:
    """The camera of every phone; what it shows can be changed."""
    return FakeCamera(tmp_path_factory.mktemp("camera"))


@pytest.fixture(scope="session")
def browser(camera: FakeCamera) -> Iterator[Browser]:
    """The browser whose contexts the phones are."""
    with chromium(camera) as browser:
        yield browser


@pytest.fixture
def phones(browser: Browser, url: str) -> Iterator[Callable[..., Phone]]:
    """Makes phones; at the end none may have complained, and they are put away."""
    made: list[Phone] = []

    def make(**wishes: str) -> Phone:
        made.append(phone(browser, url, **wishes))
        return made[-1]

    yield make
    complaints = [complaint for each in made for complaint in each.complaints]
    for each in made:
        each.context.close()
    assert complaints == []


@pytest.fixture
def join(server: Server) -> Callable[..., Member]:
    """Makes members through the API, by their handles."""

    def joined(handle: str, birth_date: str = "1990-01-01") -> Member:
        return Member(server, handle, birth_date)

    return joined
