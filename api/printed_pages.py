"""Pages that the server writes for people to read and print; whatever they wrote is escaped."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

HEADERS = {
    "Cache-Control": "private, no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Vary": "Accept",
}


def printed(template: str, **values: Any) -> str:
    """The HTML of a template in `api/pages`."""
    return _environment().get_template(template).render(**values)


@cache
def _environment() -> Environment:
    return Environment(loader=PackageLoader("api", "pages"), autoescape=True, undefined=StrictUndefined)
