"""Commands of the web door: serve the application and the published site."""

import os
import re
import socket
import sys
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

import thuocdo
from thuocdo.cli.language import language
from thuocdo.core.errors import Unavailable
from thuocdo.core.messages import translate

if TYPE_CHECKING:
    from wsgiref.headers import Headers
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

STATIC = Path(thuocdo.__path__[0]) / "web" / "static"
THREADS = 4
"""In each process: more would share one processor, and all that begin together would end late together."""
_MOST_PROCESSES = 64
_PIECE = 1 << 18
"""Bytes that are read from a connection at once: small pieces of a large file keep everybody else waiting."""
_HELD = 1 << 21
"""Bytes of a request that are kept in memory: a report with its scanned page needs no file of its own."""
_TURN = 0.0005
"""Seconds after which a thread lets another run: a file that comes in needs a turn for each of its pieces."""
_WAITING = 1024
"""Connections that may wait to be taken."""
_HIGHEST_PORT = 65535

# The published pages run no foreign script; their own style stands beside them and in their markup.
_SITE_HEADERS = {
    "Content-Security-Policy": "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
    " object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}
# A card is made for the frames of other sites: it loads nothing, runs nothing and takes no word from them.
_CARD = re.compile(r"/(?:nhiem-vu|chi-tieu)/[^/]+/the/(?:index\.html)?")
_CARD_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors *"
)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("serve")(serve_command)


def serve_command(
    host: Annotated[str, typer.Option(help="Address to serve on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to serve on.", min=1, max=_HIGHEST_PORT)] = 8000,
    site: Annotated[
        Path | None, typer.Option(help="The published folder; else the one of THUOCDO_SITE.")
    ] = None,
    proxy: Annotated[
        str, typer.Option(help="Address of the proxy in front, whose X-Forwarded-For counts.")
    ] = "",
    processes: Annotated[
        int, typer.Option(help="Server processes; 0 for one for each processor.", min=0, max=_MOST_PROCESSES)
    ] = 0,
) -> None:
    """Serve the application, and the published site beside it where there is one."""
    from thuocdo.config import setup

    if site is not None:  # what people publish and correct here is what is served
        os.environ["THUOCDO_SITE"] = str(site.resolve())

    setup.migrate()
    from django.conf import settings

    address = f"http://{host}:{port}"
    typer.echo(_("The application: {address}/viec  the API: {address}/api/v1/").format(address=address))
    typer.echo(_("Stop with Ctrl+C."))
    serve(
        host=host,
        port=port,
        site=(site or settings.SITE).resolve(),
        proxy=proxy,
        processes=processes or processors(),
    )


def serve(*, host: str, port: int, site: Path, proxy: str = "", processes: int = 1) -> None:
    """Serve until interrupted; refuses with Unavailable when the address cannot be taken."""
    from thuocdo.config import setup

    setup.start()
    application = front(site)
    with ExitStack() as stack:
        listeners = [stack.enter_context(each) for each in _listen(host, port)]
        if processes == 1:
            _answer(application, listeners, proxy)
        else:
            from thuocdo.cli import prefork

            _close_connections()
            prefork.run(lambda: _answer(application, listeners, proxy), processes=processes)


def processors() -> int:
    """Return how many processes this machine can serve with at once; one where nothing can fork."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1


def _listen(host: str, port: int) -> list[socket.socket]:
    """Return a listener for each address that the host's name stands for."""
    with ExitStack() as stack:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
            listeners = [
                stack.enter_context(socket.create_server(address[:2], family=family, backlog=_WAITING))
                for family, *_rest, address in dict.fromkeys(found)
            ]
        except (OSError, OverflowError, ValueError) as error:
            raise Unavailable(
                _("{host}:{port} cannot be served on ({why}).").format(host=host, port=port, why=error),
                hint=_("Choose another port with --port, or stop the program that holds it."),
            ) from error
        stack.pop_all()
    return listeners


def _close_connections() -> None:
    from django.db import connections

    connections.close_all()  # no process answers over the line of another


def _answer(application: "WSGIApplication", listeners: list[socket.socket], proxy: str) -> None:
    """Answer what comes to the listeners until interrupted."""
    import waitress
    from django.conf import settings

    from thuocdo.documents.files import LARGEST_REQUEST

    sys.setswitchinterval(_TURN)
    behind_proxy = {"trusted_proxy": proxy, "trusted_proxy_headers": {"x-forwarded-for"}} if proxy else {}
    waitress.create_server(
        application,
        sockets=listeners,
        threads=THREADS,
        max_request_body_size=LARGEST_REQUEST,
        recv_bytes=_PIECE,
        inbuf_overflow=_HELD,
        ident="",
        # A form is checked against the address that people see, and that is the proxy's.
        url_scheme="https" if settings.SESSION_COOKIE_SECURE else "http",
        clear_untrusted_proxy_headers=True,
        **behind_proxy,
    ).run()


def front(site: Path) -> "WSGIApplication":
    """Return one WSGI application: pages of the application first, then files, then its 404 page.

    Files are looked up on every request, because a publication may replace them at any time.
    """
    from django.core.handlers.wsgi import get_path_info
    from django.urls import Resolver404, resolve
    from whitenoise import WhiteNoise

    from thuocdo.config.wsgi import application

    files = WhiteNoise(
        application,
        autorefresh=True,
        index_file=True,
        mimetypes={".csv": "text/csv", ".parquet": "application/vnd.apache.parquet"},
        add_headers_function=_add_headers,
        immutable_file_test=lambda _path, url: url.startswith("/static/"),
    )
    files.add_files(str(site))
    files.add_files(str(STATIC), prefix="static/")

    def answer(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        path = get_path_info(environ)
        chosen: Callable[..., Any] = files
        if path != "/":
            try:
                resolve(path)
                chosen = application
            except Resolver404:
                pass
        found: Iterable[bytes] = chosen(environ, start_response)
        return found

    return answer


def _add_headers(headers: "Headers", _path: str, url: str) -> None:
    for name, value in site_headers(url).items():
        headers[name] = value


def site_headers(url: str) -> dict[str, str]:
    """Return the headers of a published file: other sites may frame the cards alone."""
    if _CARD.search(url.partition("?")[0]):
        return _SITE_HEADERS | {"Content-Security-Policy": _CARD_POLICY}
    return _SITE_HEADERS


def _(message: str) -> str:
    return translate(message, language())
