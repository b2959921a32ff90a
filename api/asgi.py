"""What the web server loads: builds the parts from the environment, and the app over them."""

from api.app import create_app
from api.building.root import build
from api.hosting.interpreter import tune
from api.hosting.logs import configure_logs
from api.page_cache import App, PageCache
from api.settings import load_settings


def create() -> App:
    """The app of this process."""
    settings = load_settings()
    tune()
    configure_logs(settings.log_level)
    wiring = build(settings)
    return PageCache(create_app(wiring), wiring)
