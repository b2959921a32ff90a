"""What the web server loads: builds the parts from the environment, and the app over them."""

from litestar import Litestar

from api.app import create_app
from api.logs import configure_logs
from api.settings import load_settings
from api.wiring import build


def create() -> Litestar:
    """The app of this process."""
    settings = load_settings()
    configure_logs(settings.log_level)
    return create_app(build(settings))
