"""What all tests share: how hard properties are tried, and leave to write golden files that are missing."""

from importlib.util import find_spec

import pytest
from hypothesis import HealthCheck, settings

# The default run tries the same examples each time, so that it says the same of the same code; `make check` draws.
settings.register_profile(
    "castmates",
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("drawn", settings.get_profile("castmates"), derandomize=False)
settings.load_profile("castmates")

# The browser tests want what requirements-web.txt lists, which `make test` does not install.
collect_ignore = [] if find_spec("playwright") else ["web"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds `--golden`."""
    parser.addoption("--golden", action="store_true", help="write golden files that are missing; edit none")


@pytest.fixture
def may_write_golden(request: pytest.FixtureRequest) -> bool:
    """Whether missing golden files may be written."""
    return request.config.getoption("--golden")
