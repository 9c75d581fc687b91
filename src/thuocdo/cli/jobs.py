"""Commands of background work: do a round, keep on doing rounds, show what is stuck."""

from typing import TYPE_CHECKING, Annotated

import typer

from thuocdo.cli.language import language
from thuocdo.cli.stopping import until_stopped
from thuocdo.core.errors import Invalid
from thuocdo.core.messages import translate

if TYPE_CHECKING:
    from thuocdo.jobs.runner import Round

SHORTEST = 5

jobs_app = typer.Typer(help="Make notices, deliver messages, tidy up.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(jobs_app, name="jobs")


@jobs_app.command()
def run(
    *,
    once: Annotated[bool, typer.Option("--once", help="Do one round and stop.")] = False,
    every: Annotated[int, typer.Option(help="Do a round every so many seconds until stopped.")] = 0,
) -> None:
    """Do the background work: notices that are due, their delivery, and tidying up.

    Several processes may run this at once: one of them leads, the others wait for its end.
    """
    if once == bool(every) or (every and every < SHORTEST):
        raise Invalid(
            _("Say either --once or --every SECONDS, with at least {least}.").format(least=SHORTEST),
            hint=_("As in: thuocdo jobs run --every 60"),
        )
    from thuocdo.config import setup

    setup.migrate()
    from django.conf import settings
    from django.db import close_old_connections

    from thuocdo.config.channels import channels
    from thuocdo.jobs import runner

    slug, switched_on = settings.THUOCDO_PROGRAMME, channels()
    if once:
        _tell(runner.run_once(slug, switched_on, clock=runner.now_utc))
        return

    def tell(done: "Round") -> None:
        _tell(done)
        close_old_connections()  # the next round asks anew a database that was restarted meanwhile

    stop = until_stopped()
    runner.run_every(every, slug, switched_on, clock=runner.now_utc, stop=stop, tell=tell)


@jobs_app.command()
def stuck() -> None:
    """List the messages that could not be delivered."""
    from thuocdo.config import setup

    setup.migrate()
    from thuocdo.cycles.notices import queries

    counts = queries.counts()
    typer.echo(_("Messages: {waiting} waiting, {sent} sent, {dead} stuck.").format(**counts))
    for each in queries.stuck():
        typer.echo(
            f"{each.id:<8}{each.channel:<9}{each.receiver:<26}{each.made_at:%Y-%m-%d %H:%M}  {each.problem}"
        )


def _tell(done: "Round") -> None:
    if not done.led:
        typer.echo(_("Another process does the work; nothing was done here."))
        return
    counts = {"notices": 0, "sent": 0, "failed": 0, **done.counts}
    typer.echo(_("Notices made: {notices}. Messages sent: {sent}, failed: {failed}.").format(**counts))
    for name, problem in done.problems.items():
        typer.echo(f"  {name}: {problem}", err=True)


def _(message: str) -> str:
    return translate(message, language())
