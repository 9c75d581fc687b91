"""How many requests a second nginx answers with a page of the site, beside one static file of the same size.

Both are asked for in turn by wrk, over loopback, in the same run. Where nginx or wrk is missing, that is
said instead of a figure.
"""

import os
import re
import shutil
import socket
import statistics
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_MODULE = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
_SECONDS, _OPEN = 3, 32
_WAIT = 10
_CONFIG = """{module}
worker_processes 1;
daemon off;
pid {work}/nginx.pid;
error_log {work}/error.log;
events {{ worker_connections 1024; }}
http {{
  access_log off;
  types {{ text/html html; }}
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000;
  open_file_cache max=20000 inactive=60s;
  client_body_temp_path {work}; proxy_temp_path {work}; fastcgi_temp_path {work};
  uwsgi_temp_path {work}; scgi_temp_path {work};
  server {{
    listen 127.0.0.1:{port};
    location / {{ root {site}; {packed} index index.html; }}
    location /plain/ {{ alias {work}/plain/; }}
  }}
}}
"""


@dataclass(frozen=True, slots=True)
class Served:
    """Requests a second for the page and for the plain file of its size, each the median of the rounds."""

    page: float
    plain: float
    ratio: float
    bytes: int
    packed: bool


def missing() -> str:
    """Return what this machine lacks for the measurement, "" when it has all."""
    return ", ".join(name for name in ("nginx", "wrk") if not _program(name))


def measure(site: Path, page: str, work: Path, *, rounds: int) -> Served:
    """Serve the folder and ask for one page and for the plain file in turn."""
    packed = _MODULE.is_file() and (site / f"{page}index.html.br").is_file()
    name = f"{page}index.html" + (".br" if packed else "")
    (work / "plain").mkdir()
    shutil.copyfile(site / name, work / "plain" / "same.html")
    with _nginx(site, work, packed=packed) as address:
        _check(f"{address}/{page}", (site / name).read_bytes(), packed=packed)
        pages, plains = [], []
        for _ in range(rounds):
            pages.append(_asked(f"{address}/{page}"))
            plains.append(_asked(f"{address}/plain/same.html"))
    ratio = statistics.median(one / other for one, other in zip(pages, plains, strict=True))
    size = (site / name).stat().st_size
    return Served(statistics.median(pages), statistics.median(plains), ratio, size, packed)


@contextmanager
def _nginx(site: Path, work: Path, *, packed: bool) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    config = work / "nginx.conf"
    config.write_text(
        _CONFIG.format(
            module=f"load_module {_MODULE};" if packed else "",
            packed="brotli_static on;" if packed else "",
            work=work,
            site=site,
            port=port,
        )
    )
    # A master that begins as root gives its worker away to somebody who may not read a private folder.
    user = ["-g", "user root;"] if os.geteuid() == 0 else []
    server = subprocess.Popen([_program("nginx"), "-p", str(work), "-c", str(config), *user])  # noqa: S603  our own arguments
    try:
        _wait(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(_WAIT)


def _wait(port: int) -> None:
    until = time.monotonic() + _WAIT
    while time.monotonic() < until:
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise SystemExit("nginx did not begin to listen.")


def _check(address: str, right: bytes, *, packed: bool) -> None:
    """Stop where the server does not give the very bytes that are to be measured."""
    request = urllib.request.Request(address, headers={"Accept-Encoding": "br"})  # noqa: S310  loopback
    with urllib.request.urlopen(request, timeout=_WAIT) as answer:  # noqa: S310  loopback
        said = answer.headers.get("Content-Encoding", "")
        if answer.read() != right or said != ("br" if packed else ""):
            raise SystemExit(f"nginx does not serve {address} as it was published.")


def _asked(address: str) -> float:
    command = ["-t1", f"-c{_OPEN}", f"-d{_SECONDS}s", "-H", "Accept-Encoding: br", address]
    said = subprocess.run([_program("wrk"), *command], capture_output=True, text=True, check=True).stdout  # noqa: S603  our own arguments
    if "Non-2xx" in said:
        raise SystemExit(f"{address} was refused.")
    return float(re.search(r"Requests/sec:\s*([\d.]+)", said)[1])  # type: ignore[index]  # wrk always says it


def _program(name: str) -> str:
    return shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin") or ""
