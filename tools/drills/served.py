"""The application's own server as a child process, to be killed; or a bad one that answers too early."""

import argparse
import io
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

_KEY = re.compile(rb'name="key"\r\n\r\n([A-Za-z0-9_-]+)\r\n')


def main() -> None:
    """Serve on loopback until killed."""
    reader = argparse.ArgumentParser(description=main.__doc__)
    reader.add_argument("--port", type=int, required=True)
    reader.add_argument("--early", action="store_true", help="the known-bad control")
    asked = reader.parse_args()
    from thuocdo.cli import serving  # noqa: PLC0415  the environment names the database only now
    from thuocdo.config import setup  # noqa: PLC0415  same

    setup.start()
    if asked.early:
        good = serving.front
        serving.front = lambda site: answering_early(good(site))
    nowhere = Path("nowhere")
    serving.serve(host="127.0.0.1", port=asked.port, site=nowhere, processes=serving.processors())


def answering_early(application: Callable[..., Iterable[bytes]]) -> Callable[..., Iterable[bytes]]:
    """Return an application that acknowledges each report when it has read it, and only then writes it."""

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] != "POST" or not environ["PATH_INFO"].startswith("/viec/"):
            return application(environ, start_response)
        body = environ["wsgi.input"].read()
        key = _KEY.search(body)
        where = f"/viec?nhan={key[1].decode() if key else ''}"
        start_response("302 Found", [("Location", where), ("Content-Length", "2")])
        return write_afterwards({**environ, "wsgi.input": io.BytesIO(body)})

    def write_afterwards(environ: dict[str, Any]) -> Iterator[bytes]:
        yield b"ok"  # waitress sends it at once
        _drain(application(environ, lambda *_answer: None))

    return answer


def _drain(answer: Iterable[bytes]) -> None:
    try:
        for _piece in answer:
            pass
    finally:
        close = getattr(answer, "close", None)
        if close:
            close()


if __name__ == "__main__":
    main()
