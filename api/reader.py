"""The views as one request sees them."""

import sqlite3
from typing import NamedTuple


class Reader(NamedTuple):
    """All views as they stood at one position: rows read through it belong together."""

    views: sqlite3.Connection
    position: int
