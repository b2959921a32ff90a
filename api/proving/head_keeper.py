"""Beside the requests: lets the tree follow the log, signs a head now and then, and has witnesses cosign it."""

import threading
import time
from collections.abc import Callable, Sequence
from typing import Protocol

import structlog

from api.proving.witness_link import WitnessAbsent, WitnessLink, WitnessRefuses
from domain.notary import HistoryRewritten, Notary
from domain.sqlite_connections import is_storage_trouble
from domain.store_heads import Head

LOOK_S = 0.5
PAUSE_S = 1.0

logger = structlog.get_logger()


class Wakes(Protocol):
    """What tells of commits."""

    def listen(self, event: threading.Event) -> None:
        """Set `event` now and after every commit."""

    def unlisten(self, event: threading.Event) -> None:
        """Leave `event` alone from now on."""


class HeadKeeper:
    """Runs on a thread of its own; `state` and `note` may be read from any."""

    def __init__(
        self, notary: Notary, log: Wakes, witnesses: Sequence[WitnessLink], head_every_s: float
    ) -> None:
        self._notary, self._log, self._witnesses = notary, log, tuple(witnesses)
        self._head_every_s = head_every_s
        self._checked = False
        self._signed_at_s = float("-inf")
        self._cosigned_size = 0
        self._trouble: str | None = None
        self._witness_notes: dict[str, str] = {}
        self._refusals: dict[str, str] = {}

    @property
    def state(self) -> str:
        """`starting` until the whole history was checked, `up`, or `down` once it was found to be rewritten."""
        if self._notary.fault is not None or self._refusals or self._trouble is not None:
            return "down"
        return "up" if self._checked else "starting"

    @property
    def note(self) -> str:
        """What an operator should know; without personal data."""
        newest = self._notary.latest()
        parts = [str(self._notary.fault or self._trouble or "")]
        parts += [*self._refusals.values(), *self._witness_notes.values()]
        parts.append(f"head of {newest.size} entries" if newest else "no head yet")
        return "; ".join(filter(None, parts))

    def follow(self, stop: threading.Event) -> None:
        """Follows the log until told to stop; a history that was rewritten ends the signing, not the thread."""
        wake = threading.Event()
        self._log.listen(wake)
        try:
            while not stop.is_set():
                wake.wait(LOOK_S)
                wake.clear()
                if not stop.is_set():
                    self._guarded(self._step)
                    stop.wait(PAUSE_S if self.state == "down" else 0)
        finally:
            self._log.unlisten(wake)

    def _guarded(self, step: Callable[[], None]) -> None:
        try:
            step()
            self._trouble = None
        except HistoryRewritten as error:
            self._checked = True
            self._trouble = str(error)
        except Exception as error:
            # Disks recover; whatever else it is, the health page says its class and we look again.
            self._trouble = type(error).__name__
            if not (hasattr(error, "code") or is_storage_trouble(error)):  # type: ignore[arg-type]
                logger.error("the proof could not be kept", error=type(error).__name__)

    def _step(self) -> None:
        self._notary.ensure_checked()
        self._checked = True
        self._notary.catch_up()
        if time.monotonic() - self._signed_at_s >= self._head_every_s:
            head = self._notary.sign_head()
            self._signed_at_s = time.monotonic()
            if head is not None and head.size != self._cosigned_size:
                self._have_cosigned(head)

    def _have_cosigned(self, head: Head) -> None:
        self._witness_notes.clear()
        self._refusals.clear()
        for witness in self._witnesses:
            try:
                witness.cosign(self._notary, head)
            except WitnessAbsent as error:
                self._witness_notes[witness.key.name] = str(error)
                logger.warning("witness absent", witness=witness.key.name, reason=str(error))
            except WitnessRefuses as error:
                self._refusals[witness.key.name] = str(error)
                logger.error("witness refuses", witness=witness.key.name, reason=str(error))
        if not self._witness_notes:
            self._cosigned_size = head.size
