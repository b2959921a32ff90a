"""Bounds how often something may be tried, without keeping who tried: of names and addresses a keyed digest stays."""

import hashlib
import ipaddress
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import NamedTuple

from litestar.connection import ASGIConnection

KEY_BYTES = 32
TRIERS_MAX = 50_000
# A home has a whole network of IPv6 addresses at its choice.
HOME_PREFIX_BITS = 64


class TriesSpent(Exception):
    """Too many tries; more are heard in `retry_s`."""

    code = "tries_spent"

    def __init__(self, retry_s: int) -> None:
        super().__init__(self.code)
        self.retry_s = retry_s


class Bound(NamedTuple):
    """How many tries of one kind one trier has in a window of time."""

    kind: str
    count_max: int
    window_s: float


class _Tried(NamedTuple):
    since_s: float
    count: int


class GuessLimit:
    """Counts tries in memory; the key of its digests ends with the process."""

    def __init__(self, clock_s: Callable[[], float] = time.monotonic) -> None:
        self._clock_s = clock_s
        self._key = secrets.token_bytes(KEY_BYTES)
        self._tried: OrderedDict[bytes, _Tried] = OrderedDict()

    def take(self, bound: Bound, trier: str) -> None:
        """Counts one try. Raises TriesSpent."""
        trier_key = hashlib.blake2b(f"{bound.kind}\0{trier}".encode(), key=self._key, digest_size=16).digest()
        now_s = self._clock_s()
        tried = self._tried.get(trier_key, _Tried(now_s, 0))
        if now_s >= tried.since_s + bound.window_s:
            tried = _Tried(now_s, 0)
        if tried.count >= bound.count_max:
            raise TriesSpent(int(tried.since_s + bound.window_s - now_s) + 1)
        self._tried[trier_key] = tried._replace(count=tried.count + 1)
        self._tried.move_to_end(trier_key)
        if len(self._tried) > TRIERS_MAX:
            self._tried.popitem(last=False)


def home_of(connection: ASGIConnection, behind_proxy: bool) -> str:
    """Where a request comes from: an IPv4 address, or the network of an IPv6 one.

    Behind a proxy it is what that wrote last into `X-Forwarded-For`; all before is the sender's own word.
    """
    given = connection.client.host if connection.client else ""
    if behind_proxy:
        given = connection.headers.get("x-forwarded-for", "").rpartition(",")[2].strip() or given
    try:
        address = ipaddress.ip_address(given)
    except ValueError:  # a socket without an address
        return given
    if address.version == 4:
        return given
    return str(ipaddress.ip_network((int(address), HOME_PREFIX_BITS), strict=False))
