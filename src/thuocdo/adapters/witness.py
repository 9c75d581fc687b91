"""A witness behind HTTP (c2sp.org/tlog-witness): one address, small requests, short waits."""

import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import BoundedSemaphore

from thuocdo.core.errors import Conflict
from thuocdo.log.witnessing import MAX_REQUEST, Answer, Witness

PATH = "/add-checkpoint"
SECONDS = 10
AT_ONCE = 16


def now_seconds() -> int:
    """Return the Unix time that stands in a signature."""
    return int(time.time())


def server(
    witness: Witness, *, host: str, port: int, clock: Callable[[], int] = now_seconds
) -> ThreadingHTTPServer:
    """Return a server that is bound and waits for `serve_forever`; what it does is in `Witness`."""
    found = _Server((host, port), _Handler)
    found.witness, found.clock, found.room = witness, clock, BoundedSemaphore(AT_ONCE)
    return found


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    witness: Witness
    clock: Callable[[], int]
    room: BoundedSemaphore


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    timeout = SECONDS
    server_version = "thuocdo-witness"
    sys_version = ""

    def do_POST(self) -> None:
        if self.path != PATH:
            self._give(Answer(404, b"Checkpoints are sent to /add-checkpoint.\n"))
            return
        length = self.headers.get("Content-Length", "")
        if not (length.isascii() and length.isdecimal()) or len(length) > len(str(MAX_REQUEST)):
            self._give(Answer(400, b"A request has a length.\n"))
        elif int(length) > MAX_REQUEST:
            self._give(Answer(413, b"The request is too long.\n"))
        elif not self.server.room.acquire(blocking=False):
            self._give(Answer(503, b"Too many requests at once; try again.\n"))
        else:
            try:
                self._give(self._answer(int(length)))
            finally:
                self.server.room.release()

    def _answer(self, length: int) -> Answer:
        data = self.rfile.read(length)
        if len(data) < length:
            return Answer(400, b"The request ended early.\n")
        try:
            return self.server.witness.add_checkpoint(data, seconds=self.server.clock())
        except (Conflict, OSError):
            # Another process uses the folder, or its disk is full: nothing was signed.
            return Answer(503, b"The witness cannot write at this moment; try again.\n")

    def _give(self, answer: Answer) -> None:
        self.close_connection = True
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.media_type)
        self.send_header("Content-Length", str(len(answer.body)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(answer.body)

    def log_message(self, *_args: object) -> None:
        """Keep no list of who asked."""
