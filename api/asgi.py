"""What the web server loads: builds the parts from the environment, and the app over them."""

import sys

from api.app import create_app
from api.building.root import build
from api.hosting.logs import configure_logs
from api.page_cache import App, PageCache
from api.settings import load_settings

SWITCH_INTERVAL_S = 0.0005


def create() -> App:
    """The app of this process."""
    settings = load_settings()
    # The log's writer thread hands the interpreter back at every statement, and must not wait 5 ms for it.
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    configure_logs(settings.log_level)
    wiring = build(settings)
    return PageCache(create_app(wiring), wiring)
