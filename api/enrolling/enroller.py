"""Follows the log for recordings without a verdict and brings each to one; what is unfinished, the log knows."""

import logging
import threading
from collections.abc import Callable
from datetime import datetime, timedelta

import msgspec

from api.enrolling.challenges import Challenge
from api.enrolling.examination import ExaminationFailed, Examinations, Finding, Stopped
from api.enrolling.twins import Twins, encoded_template
from domain.decider import Clause, Command
from domain.decisions.enrolments import EnrolCameo, HoldEnrolment, RefuseEnrolment
from domain.errors import Refused
from domain.events import (
    CameoEnrolled,
    EnrolmentHeld,
    EnrolmentOpened,
    EnrolmentRefused,
    EnrolmentSubmitted,
    Event,
    PersonErased,
)
from domain.ids import CameoId, EnrolmentId, PersonId
from domain.keys import KeyDestroyed, KeyRing
from domain.ledger import Ledger, Receipt, Wish
from domain.vault import Absent, Vault

ACTOR = "examiner"
LIKENESS = "likeness"
POLL_S = 0.5
RETRY_S = 5.0
LATE = timedelta(minutes=1)  # within which a recording that came in time is in the log
_KINDS = (
    EnrolmentOpened, EnrolmentSubmitted, EnrolmentRefused, EnrolmentHeld, CameoEnrolled, PersonErased,
)  # fmt: skip

log = logging.getLogger("castmates.enroller")


class Held(msgspec.Struct, frozen=True):
    """What is kept for a reviewer, sealed: what the checks found, and whose face it is too."""

    finding: Finding
    twin_id: PersonId | None = None


def recording_name(enrolment_id: EnrolmentId) -> str:
    """What the vault calls the recording of a try."""
    return f"recording/{enrolment_id}"


def held_name(enrolment_id: EnrolmentId) -> str:
    """What the vault calls the findings of a try that is held."""
    return f"held/{enrolment_id}"


def cameo_id_of(enrolment_id: EnrolmentId) -> CameoId:
    """The cameo that a try may come to: the same after a crash, so that nothing is left lying around."""
    return CameoId(enrolment_id.replace("enrolment", "cameo", 1))


class Enroller:
    """One a server; `follow` it on a thread."""

    def __init__(
        self,
        ledger: Ledger,
        keys: KeyRing,
        vault: Vault,
        examinations: Examinations,
        twins: Twins,
        clock: Callable[[], datetime],
    ) -> None:
        self._ledger, self._keys, self._vault = ledger, keys, vault
        self._examinations, self._twins, self._clock = examinations, twins, clock
        self._position = 0
        self._opened: dict[EnrolmentId, EnrolmentOpened] = {}
        self._waiting: dict[EnrolmentId, EnrolmentOpened] = {}
        self._enrolling = threading.Lock()
        self._unsure: set[CameoId] = set()
        """Cameos whose likeness may lie sealed though the log has no word of them."""

        self.examining: EnrolmentId | None = None
        """The try whose recording is being examined, for whoever watches."""

    def follow(self, stop: threading.Event) -> None:
        """Examines until told to stop; what cannot be done now is tried again."""
        self._vault.drop_drafts()
        while not stop.is_set():
            try:
                self.catch_up(stop)
                wait_s = POLL_S
            except Exception as error:
                log.error("enrolments could not be followed: %s", type(error).__name__)
                wait_s = RETRY_S
            stop.wait(wait_s)

    def catch_up(self, stop: threading.Event) -> None:
        """Brings all that waits to a verdict, the oldest first."""
        self._read_on()
        self.tidy()
        for opened in list(self._waiting.values()):
            try:
                self._settle(opened, stop)
            except Stopped:
                return

    def held(self, opened: EnrolmentOpened) -> Held:
        """What was found of a try that waits for a reviewer. Raises Absent, KeyDestroyed."""
        content = self._vault.get(opened.person_id, held_name(opened.enrolment_id))
        return msgspec.msgpack.decode(content, type=Held)

    def enrol(
        self, opened: EnrolmentOpened, finding: Finding, command: Command, wish: Wish | None = None
    ) -> Receipt:
        """Appends a command that makes a cameo, with what belongs to it beside the log. Raises Refused."""
        cameo_id = cameo_id_of(opened.enrolment_id)
        with self._enrolling:
            self._keys.create(cameo_id)
            self._vault.put(cameo_id, LIKENESS, finding.likeness)
            try:
                receipt = self._handle(opened, command, wish)
            except Refused:
                if not self._is_enrolled(cameo_id):  # nor by another server
                    self._vault.destroy(cameo_id)
                    self._keys.destroy(cameo_id)
                raise
            except Exception:  # whether the log took it is known once it answers again
                self._unsure.add(cameo_id)
                raise
        self.forget(opened)
        return receipt

    def tidy(self) -> None:
        """Drops every likeness that lies sealed for a cameo which never came to be. Raises LogUnavailable.

        The key stays: the try is held or waits still, and its next verdict seals under it.
        """
        with self._enrolling:
            for cameo_id in tuple(self._unsure):
                if not self._is_enrolled(cameo_id):
                    self._vault.destroy(cameo_id)
                self._unsure.discard(cameo_id)

    def _is_enrolled(self, cameo_id: CameoId) -> bool:
        return bool(self._ledger.read((Clause((CameoEnrolled,), (cameo_id,)),)))

    def forget(self, opened: EnrolmentOpened) -> None:
        """Drops what was kept of a try until its verdict."""
        self._vault.drop(opened.person_id, recording_name(opened.enrolment_id))
        self._vault.drop(opened.person_id, held_name(opened.enrolment_id))

    def _read_on(self) -> None:
        for recorded in self._ledger.scan(_KINDS, self._position):
            self._take(recorded.event)
            self._position = recorded.position
        for opened in list(self._opened.values()):
            # A recording may lie there whose server died before the log knew of it.
            if opened.expires_at + LATE <= self._clock():
                del self._opened[opened.enrolment_id]
                self.forget(opened)

    def _take(self, event: Event) -> None:
        match event:
            case EnrolmentOpened(enrolment_id=enrolment_id):
                self._opened[enrolment_id] = event
            case EnrolmentSubmitted(enrolment_id=enrolment_id) if enrolment_id in self._opened:
                self._waiting[enrolment_id] = self._opened.pop(enrolment_id)
                # A server that died between sealing and the log's word may have left a likeness.
                self._unsure.add(cameo_id_of(enrolment_id))
            case EnrolmentHeld(enrolment_id=enrolment_id):
                self._waiting.pop(enrolment_id, None)
                self._unsure.add(cameo_id_of(enrolment_id))
            case EnrolmentRefused(enrolment_id=enrolment_id) | CameoEnrolled(enrolment_id=enrolment_id):
                opened = self._waiting.pop(enrolment_id, None)
                if opened is not None:
                    self.forget(opened)
            case PersonErased(person_id=person_id):
                kept = self._waiting.items()
                self._waiting = {id: each for id, each in kept if each.person_id != person_id}

    def _settle(self, opened: EnrolmentOpened, stop: threading.Event) -> None:
        """One verdict. The recording is dropped with it, but for one that a reviewer is to see."""
        whose = {"enrolment_id": opened.enrolment_id, "person_id": opened.person_id}
        self.examining = opened.enrolment_id
        try:
            finding = self._examined(opened, stop)
            twin_id = self._twin_of(opened, finding)
            if finding.result == "refused":
                self._handle(opened, RefuseEnrolment(**whose, checks=finding.checks))
            elif finding.result == "unsure" or twin_id is not None:
                self._hold(opened, Held(finding, twin_id))
                return
            else:
                template = encoded_template(finding.template)
                cameo_id = cameo_id_of(opened.enrolment_id)
                self.enrol(opened, finding, EnrolCameo(**whose, cameo_id=cameo_id, template=template))
        except (Refused, KeyDestroyed) as error:  # they left, or another server was faster
            log.info("%s needs no verdict: %s", opened.enrolment_id, type(error).__name__)
        finally:
            self.examining = None
        self._waiting.pop(opened.enrolment_id, None)
        self.forget(opened)

    def _examined(self, opened: EnrolmentOpened, stop: threading.Event) -> Finding:
        name = recording_name(opened.enrolment_id)
        challenge = Challenge(opened.digits, opened.turns)
        try:
            recording = self._vault.pieces(opened.person_id, name)
            return self._examinations.examine(recording, challenge, stop)
        except Absent:
            return Finding("refused", ("recording_lost",))
        except (ExaminationFailed, ValueError):  # a damaged file must not hold up whoever comes after
            return Finding("refused", ("unreadable",))

    def _twin_of(self, opened: EnrolmentOpened, finding: Finding) -> PersonId | None:
        return self._twins.twin_of(finding.template, opened.person_id) if finding.template else None

    def _hold(self, opened: EnrolmentOpened, held: Held) -> None:
        checks = held.finding.checks if held.twin_id is None else (*held.finding.checks, "twin")
        name = held_name(opened.enrolment_id)
        self._vault.put(opened.person_id, name, msgspec.msgpack.encode(held))
        command = HoldEnrolment(enrolment_id=opened.enrolment_id, person_id=opened.person_id, checks=checks)
        self._handle(opened, command)
        self._waiting.pop(opened.enrolment_id, None)

    def _handle(self, opened: EnrolmentOpened, command: Command, wish: Wish | None = None) -> Receipt:
        own = Wish(ACTOR, opened.enrolment_id, opened.enrolment_id)
        return self._ledger.handle_now(command, wish or own)
