"""Finishes what revocations and erasures began, from the log: beside requests, and after any crash."""

import logging
import threading
from collections import defaultdict
from collections.abc import Callable
from typing import Protocol

from api.ending.forgetting import Forgetting
from domain.decider import Clause, Command
from domain.decisions.erasures import FinishErasure
from domain.decisions.lapses import LapseApprovals
from domain.decisions.revocations import EraseCameo, ReachRevocation
from domain.events import (
    CameoEnrolled,
    CameoErased,
    ConsentRevoked,
    ErasureFinished,
    Event,
    GrantApproved,
    GuardianUnlinked,
    PersonErased,
    RevocationReached,
    WellnessRecordCleared,
)
from domain.ids import CameoId, GrantId, LinkId, PersonId, RevocationId
from domain.ledger import Ledger, Wish
from domain.reach import ROOTS, Root

ACTOR = "aftermath"
POLL_S = 0.25
RETRY_S = 2.0

log = logging.getLogger("castmates.aftermath")


class Stopped(Exception):
    """The server winds up; what is unfinished goes on at its next start."""


class Log(Protocol):
    """What wakes the follower."""

    def listen(self, event: threading.Event) -> None:
        """Set `event` now and after every commit."""

    def unlisten(self, event: threading.Event) -> None:
        """Leave `event` alone from now on."""


class Aftermath:
    """Follows the log for what is begun and not finished; `finish` may be called from any thread besides."""

    def __init__(self, log: Log, ledger: Ledger, forgetting: Forgetting, mint: Callable[[str], str]) -> None:
        self._log = log
        self._ledger = ledger
        self._forgetting = forgetting
        self._mint = mint
        self._position = 0
        self._open: dict[str, Root | PersonErased] = {}
        self._unlinked: dict[LinkId, GuardianUnlinked] = {}
        self._cleared: dict[PersonId, None] = {}
        self._busy: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
        self._stop = threading.Event()

    def follow(self, stop: threading.Event) -> None:
        """Keeps finishing until told to stop; what cannot be finished now is tried again."""
        self._stop = stop
        wake = threading.Event()
        self._log.listen(wake)
        try:
            while not stop.is_set():
                wake.clear()
                try:
                    self.catch_up()
                    wake.wait(POLL_S)
                except Stopped:
                    return
                except Exception as error:
                    # The class alone: a message could carry somebody's words.
                    log.error("a revocation or erasure could not be finished: %s", type(error).__name__)
                    stop.wait(RETRY_S)
        finally:
            self._log.unlisten(wake)

    def catch_up(self) -> None:
        """Finishes all that the log says is unfinished."""
        self._read_on()
        for unlinked in tuple(self._unlinked.values()):
            self.lapse(unlinked)
            self._unlinked.pop(unlinked.link_id, None)
        self._read_on()  # what lapsed is among the revocations now
        for person_id in tuple(self._cleared):
            self._forgetting.record(person_id)
            self._cleared.pop(person_id, None)
        for begun in tuple(self._open.values()):
            self.finish(begun)

    def finish(self, begun: Root | PersonErased) -> None:
        """Returns once the log says that all is down and gone. Raises Contended, LogUnavailable, Stopped."""
        with self._busy[_id_of(begun)]:  # the follower and a request may come for the same
            if isinstance(begun, PersonErased):
                self._finish_erasure(begun)
            else:
                self._finish_revocation(begun)

    def forget_record(self, person_id: PersonId) -> None:
        """Returns once the answers that a person took out of their record can be read by nobody."""
        self._forgetting.record(person_id)

    def lapse(self, unlinked: GuardianUnlinked) -> tuple[ConsentRevoked, ...]:
        """Revokes what held by a link that ended, none of it twice; whoever calls finishes what comes of it.

        Gives back all of it, for the follower and a request may come for the same, and each must see the end.
        """
        teen_id, link_id = unlinked.teen_id, unlinked.link_id
        revoked: list[ConsentRevoked] = []
        for recorded in self._ledger.read((Clause((CameoEnrolled,), (teen_id,)),)):
            revocation_id, cameo_id = RevocationId(self._mint("revocation")), recorded.event.cameo_id
            self._handle(LapseApprovals(revocation_id, cameo_id, link_id, teen_id), link_id)
            revoked += self._revoked(cameo_id, link_id)
        return tuple(revoked)

    def _revoked(self, cameo_id: CameoId, link_id: LinkId) -> list[ConsentRevoked]:
        """The revocations of what was approved by a link."""
        approved: set[GrantId] = set()
        revoked: list[ConsentRevoked] = []
        for recorded in self._ledger.read((Clause((GrantApproved, ConsentRevoked), (cameo_id,)),)):
            match recorded.event:
                case GrantApproved(grant_id=grant_id, link_id=by) if by == link_id:
                    approved.add(grant_id)
                case ConsentRevoked(grant_id=grant_id) as root if grant_id in approved:
                    revoked.append(root)
        return revoked

    def _read_on(self) -> None:
        kinds = (
            *ROOTS,
            RevocationReached,
            PersonErased,
            ErasureFinished,
            GuardianUnlinked,
            WellnessRecordCleared,
        )
        for recorded in self._ledger.scan(kinds, self._position):
            self._take(recorded.event)
            self._position = recorded.position

    def _take(self, event: Event) -> None:
        match event:
            case GuardianUnlinked(of_age=of_age):
                if not of_age:
                    self._unlinked[event.link_id] = event
            case WellnessRecordCleared(person_id=person_id):
                self._cleared[person_id] = None
            case RevocationReached(revocation_id=id_) | ErasureFinished(erasure_id=id_):
                self._open.pop(id_, None)
                self._busy.pop(id_, None)
            case _:
                self._open[_id_of(event)] = event

    def _finish_revocation(self, root: Root) -> None:
        if self._ledger.read((Clause((RevocationReached,), (root.revocation_id,)),)):
            return
        reach = ReachRevocation(revocation_id=root.revocation_id, cameo_id=root.cameo_id)
        self._until_nothing_follows(reach, root.revocation_id)
        if isinstance(root, CameoErased):
            self._forgetting.cameo(root.cameo_id, self._stop)
            self._handle(
                ReachRevocation(revocation_id=root.revocation_id, cameo_id=root.cameo_id, forgotten=True),
                root.revocation_id,
            )

    def _finish_erasure(self, erased: PersonErased) -> None:
        person_id, erasure_id = erased.person_id, erased.erasure_id
        while not self._is_finished(erased):
            self._erase_cameos(person_id, erasure_id)
            self._until_nothing_follows(FinishErasure(erasure_id=erasure_id, person_id=person_id), erasure_id)
            files_count = self._forgetting.person(person_id, self._stop)
            finish = FinishErasure(erasure_id=erasure_id, person_id=person_id, files_count=files_count)
            self._handle(finish, erasure_id)

    def _is_finished(self, erased: PersonErased) -> bool:
        return bool(self._ledger.read((Clause((ErasureFinished,), (erased.erasure_id,)),)))

    def _erase_cameos(self, person_id: PersonId, erasure_id: str) -> None:
        """Erases the cameos that the person still has, and finishes those whose erasure is under way."""
        standing: set[CameoId] = set()
        for recorded in self._ledger.read((Clause((CameoEnrolled, CameoErased), (person_id,)),)):
            match recorded.event:
                case CameoEnrolled(cameo_id=cameo_id):
                    standing.add(cameo_id)
                case CameoErased(cameo_id=cameo_id) as root:
                    standing.discard(cameo_id)
                    self.finish(root)
        for cameo_id in standing:
            erase = EraseCameo(
                revocation_id=RevocationId(self._mint("revocation")), cameo_id=cameo_id, owner_id=person_id
            )
            for event in self._handle(erase, erasure_id):
                if isinstance(event, CameoErased):
                    self.finish(event)

    def _until_nothing_follows(self, command: Command, causation: str) -> None:
        while events := self._handle(command, causation):
            if isinstance(
                events[-1], RevocationReached
            ):  # to look once more would be to read all of it again
                return

    def _handle(self, command: Command, causation: str) -> tuple[Event, ...]:
        if self._stop.is_set():
            raise Stopped
        wish = Wish(actor=ACTOR, correlation=causation, causation=causation)
        return self._ledger.handle_now(command, wish).events


def _id_of(begun: Root | PersonErased) -> str:
    return begun.erasure_id if isinstance(begun, PersonErased) else begun.revocation_id
