"""The demo: from the catalogue to a published, served scoreboard with one command."""

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thuocdo.cli.language import language
from thuocdo.core.messages import translate as _words

if TYPE_CHECKING:
    from thuocdo.config.demo import DemoData

DEMO_AS_OF = date(2025, 12, 31)
LOG_NAME = "thuoc-do.example/demo"
_ROUND = 10
"""Seconds between two rounds of the demo's background work: so soon a report's receipt is there."""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(demo)


def demo(
    data: Annotated[Path, typer.Option(help="Folder of the demo's database and keys.")] = Path(".demo/data"),
    out: Annotated[Path, typer.Option(help="Folder of the published site.")] = Path(".demo/site"),
    serve: Annotated[bool, typer.Option(help="Serve the site and the application.")] = True,
    host: Annotated[str, typer.Option(help="Address to serve on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to serve on.")] = 8000,
) -> None:
    """Load the model programme with illustrative reports, publish it and serve it here.

    Everything it shows of tasks is illustrative and says so. A second run uses what is there.
    """
    started = time.perf_counter()
    _set_up(data.resolve(), out.resolve())
    from thuocdo.config import setup

    setup.migrate()
    from thuocdo.config.demo import make_demo_data, publish_demo
    from thuocdo.config.illustration_registers import can_measure
    from thuocdo.jobs.measuring import measure

    if not can_measure():
        typer.echo(_("DuckDB is not installed, so the demo has no sources, runs and measured values."))
    made = make_demo_data(now=datetime.now(UTC), as_of=DEMO_AS_OF, measure=measure)
    entries = _log()
    published = publish_demo(out=out.resolve(), data=data.resolve(), as_of=DEMO_AS_OF, now=datetime.now(UTC))
    lines = [
        *_counted(made, entries),
        _("{files} files published in {out}, {written} of them new or changed ({seconds} s in all).").format(
            files=published.files,
            out=out,
            written=published.written,
            seconds=f"{time.perf_counter() - started:.1f}",
        ),
        _("Check it yourself: thuocdo verify {out} --trust {trust}").format(
            out=out, trust=data / "trust.json"
        ),
    ]
    for line in lines:
        typer.echo(line)
    if not serve:
        return
    _people(made)
    address = f"http://{host}:{port}"
    typer.echo(_("The public site: {address}/  the application: {address}/viec").format(address=address))
    from thuocdo.cli.serving import serve as start

    with _background_work():
        typer.echo(_("Stop with Ctrl+C."))
        start(host=host, port=port, site=out.resolve())


def _set_up(data: Path, out: Path) -> None:
    """Choose the settings of the demo, before they are read."""
    os.environ["THUOCDO_DATA"] = str(data)
    os.environ["THUOCDO_SITE"] = str(out)
    # The demo speaks plain HTTP on this machine; a secure cookie would lock everybody out.
    os.environ.setdefault("THUOCDO_HTTPS", "0")
    # What the demo makes up is never laid where real owners deliver.
    os.environ["THUOCDO_DELIVERIES"] = str(data / "deliveries")


def _counted(made: "DemoData", entries: int) -> Iterator[str]:
    """Yield what was made and entered the log, nothing for what was there before."""
    if entries:
        yield _("{count} reports and decisions entered the log.").format(count=entries)
    if made.registers:
        told = _("{values} values were measured from {sources} made-up registers.")
        yield told.format(values=made.registers.values, sources=made.registers.sources)


def _people(made: "DemoData") -> None:
    typer.echo(_("Log-in names (illustrative people, password {password}):").format(password=made.password))
    for person in made.people:
        roles = ", ".join(sorted(person.roles))
        typer.echo(f"  {person.id:<10}{person.name} · {person.agency or '-'} · {roles}")


def _log() -> int:
    """Bring into the log what happened; makes the log where the demo has none yet."""
    from django.conf import settings

    from thuocdo.config.transparency import signer
    from thuocdo.jobs.log import append_to_log
    from thuocdo.jobs.written import log_metrics
    from thuocdo.log.homes import make_log

    if signer() is None:
        make_log(settings.THUOCDO_LOG, home=settings.THUOCDO_LOG_HOME, name=LOG_NAME)
    entries = 0
    while added := append_to_log()["logged"]:
        entries += added
    log_metrics(datetime.now(UTC))
    return entries


@contextlib.contextmanager
def _background_work() -> Iterator[None]:
    """Let a process of its own do what an installation's background work does, as long as the demo runs."""
    words = ("jobs", "run", "--every", str(_ROUND))
    command = (sys.executable, "-c", "from thuocdo.cli.main import main; main()", *words)
    work = subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603  our own command
    try:
        yield
    finally:
        work.terminate()
        work.wait()


def _(message: str) -> str:
    return _words(message, language())
