"""A published folder on this machine, with the headers of the real server."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from thuocdo.cli.serving import site_headers


class _Strict(SimpleHTTPRequestHandler):
    """Serves files without a line for each request."""

    def end_headers(self) -> None:
        """Send what the server sends with every published page."""
        for name, value in site_headers(self.path).items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


@contextmanager
def served_folder(folder: Path) -> Iterator[str]:
    """Serve a folder on loopback as long as the context lasts; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Strict, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
