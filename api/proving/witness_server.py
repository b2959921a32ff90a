"""A witness's small HTTP door: a log submits heads to it, anybody may read the one it cosigned last."""

import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import structlog

from api.proving.witness_store import WitnessStore
from domain.proof.add_checkpoint import BAD_REQUEST, CONFLICT, REQUEST_BYTES_MAX, Declined, parse_submission

PATIENCE_S = 10.0
SIZE_TYPE, TEXT_TYPE = "text/x.tlog.size", "text/plain; charset=utf-8"

logger = structlog.get_logger()


class WitnessServer(ThreadingHTTPServer):
    """Serves `POST /add-checkpoint` and `GET /checkpoint` for one log."""

    daemon_threads = True

    def __init__(self, address: tuple[str, int], store: WitnessStore) -> None:
        super().__init__(address, _Handler)
        self.store = store
        self.turn = threading.Lock()


class _Handler(BaseHTTPRequestHandler):
    server: WitnessServer
    timeout = PATIENCE_S
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "castmates-witness", ""

    def do_GET(self) -> None:
        """The newest cosigned head."""
        with self.server.turn:
            note = self.server.store.note()
        if self.path != "/checkpoint" or note is None:
            self._answer(404, "")
        else:
            self._answer(200, note)

    def do_POST(self) -> None:
        """Judges a head and cosigns it, or says why not."""
        length = self.headers.get("Content-Length", "")
        if self.path != "/add-checkpoint":
            self._end(404)
        elif not length.isdecimal() or int(length) > REQUEST_BYTES_MAX:
            self._end(413)
        else:
            self._add(self.rfile.read(int(length)))

    def _add(self, body: bytes) -> None:
        with self.server.turn:
            try:
                line = self.server.store.add(parse_submission(body.decode()), int(time.time()))
            except Declined as declined:
                self._decline(declined)
                return
            except UnicodeDecodeError:
                self._answer(BAD_REQUEST, "")
                return
        logger.info("cosigned", size=self.server.store.known().size)
        self._answer(200, line)

    def _decline(self, declined: Declined) -> None:
        known = self.server.store.known()
        if declined.is_evidence:
            logger.error("the log tells of another history", known_size=known.size, status=declined.status)
        if declined.status == CONFLICT:
            self._answer(CONFLICT, f"{known.size}\n", SIZE_TYPE)
        else:
            self._answer(declined.status, "")

    def _end(self, status: int) -> None:
        """Answers without having read the body, so that nothing more can come on this connection."""
        self.close_connection = True
        self._answer(status, "")

    def _answer(self, status: int, text: str, media_type: str = TEXT_TYPE) -> None:
        content = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing of single requests."""
