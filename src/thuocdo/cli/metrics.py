"""Commands of metrics that a methodologist writes: try, propose, read, approve or refuse, and list."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thuocdo.cli.language import language
from thuocdo.core.errors import Invalid, NotFound
from thuocdo.core.messages import translate

if TYPE_CHECKING:
    from thuocdo.measurement.declaring.types import Declaration
    from thuocdo.measurement.written.types import Trial, Version, Written

metrics_app = typer.Typer(
    help="Metrics that a methodologist writes as SQL: try, propose, approve.", no_args_is_help=True
)
_FILE = typer.Argument(help="A metric as TOML (docs/measuring.md).")
_ID = typer.Argument(metavar="ID", help="The id of the version, as `thuocdo metric list` says.")


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(metrics_app, name="metric")


@metrics_app.command("try")
def try_out(
    file: Annotated[Path, _FILE],
    by: Annotated[str, typer.Option(help="Log-in name of the methodologist.")],
) -> None:
    """Run a metric on made-up rows and show what it gives; keeps nothing."""
    _set_up()
    from thuocdo.accounts import queries as people
    from thuocdo.jobs.written import try_metric

    written, trial = try_metric(_text(file), by=people.actor(by))
    typer.echo(_("{code}: the statement may run.").format(code=written.code))
    _tell(trial, written)


@metrics_app.command()
def propose(
    file: Annotated[Path, _FILE],
    by: Annotated[str, typer.Option(help="Log-in name of the methodologist.")],
    reason: Annotated[str, typer.Option(help="Why the metric is added or changed.")],
) -> None:
    """Try a metric and propose it as a new version; a second person approves it before its first day."""
    _set_up()
    from thuocdo.accounts import queries as people
    from thuocdo.jobs import written

    version = written.propose(_text(file), reason=reason, by=people.actor(by), now=_now())
    typer.echo(
        _("{id}: {code}, version {number}, waits for a second person. Digest: {digest}").format(
            id=version.id, code=version.code, number=version.number, digest=version.digest
        )
    )
    _tell(version.trial, version.declaration)


@metrics_app.command()
def show(id: Annotated[str, _ID]) -> None:  # noqa: A002  public ids are called id everywhere
    """Show a version whole: its file, what it gave on made-up rows, who decided, and its entry in the log."""
    _set_up()
    from thuocdo.measurement.written import queries

    version = queries.version(id)
    typer.echo(version.text.rstrip())
    typer.echo("")
    _tell(version.trial, version.declaration)
    typer.echo(_("Digest: {digest}").format(digest=version.digest))
    typer.echo(
        _("Proposed by {name} on {day}: {reason}").format(
            name=version.proposed_by, day=version.proposed_at.date().isoformat(), reason=version.reason
        )
    )
    typer.echo(_standing(version))


@metrics_app.command()
def approve(
    id: Annotated[str, _ID],  # noqa: A002  same
    by: Annotated[str, typer.Option(help="Log-in name of the second person.")],
    seen: Annotated[str, typer.Option(help="Digest of the text that was read, or its first 12 letters.")],
) -> None:
    """Approve a version as the second person; its method enters the log at once, where there is one."""
    _set_up()
    from thuocdo.accounts import queries as people
    from thuocdo.jobs import written

    version = written.approve(id, seen=seen, by=people.actor(by), now=_now())
    typer.echo(_standing(version))


@metrics_app.command()
def refuse(
    id: Annotated[str, _ID],  # noqa: A002  same
    by: Annotated[str, typer.Option(help="Log-in name of who refuses or withdraws it.")],
    note: Annotated[str, typer.Option(help="Why.")],
) -> None:
    """Refuse a version that waits, or withdraw the own one."""
    _set_up()
    from thuocdo.accounts import queries as people
    from thuocdo.measurement.written.actions import refuse_metric

    typer.echo(_standing(refuse_metric(id=id, note=note, by=people.actor(by), now=_now())))


@metrics_app.command("list")
def list_versions() -> None:
    """List every version of every written metric with its standing."""
    _set_up()
    from thuocdo.measurement.written import queries

    for version in queries.versions():
        typer.echo(f"{version.id}  {version.code}@{version.number}  {_standing(version)}")


def _tell(trial: "Trial", of: "Written | Declaration") -> None:
    unit = of.unit_vi if language() == "vi" else of.unit_en
    typer.echo(
        _("On {rows} made-up rows (illustrative): {value} {unit}").format(
            rows=trial.rows, value=trial.value or _("no value"), unit=unit
        )
    )
    typer.echo(
        _("Numerator {numerator}, denominator {denominator}, by {engine}").format(
            numerator=trial.numerator or "—", denominator=trial.denominator or "—", engine=trial.engine
        )
    )


def _standing(version: "Version") -> str:
    said = {
        "proposed": _("waits for a second person; would apply from {day}"),
        "approved": _("approved by {name}; applies from {day}"),
        "refused": _("refused by {name}: {note}"),
    }[version.step.value].format(
        name=version.decided_by, note=version.note, day=version.written.applies_from.isoformat()
    )
    if version.step.value != "approved":
        return said
    if version.entry is None:
        return f"{said}; {_('its method is not in the log')}"
    logged = _("its method is entry {number} of the log").format(number=version.entry)
    return f"{said}; {logged}"


def _text(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise NotFound(_("{file} cannot be read.").format(file=file)) from error
    except UnicodeDecodeError as wrong:
        raise Invalid(_("{file} is no text in UTF-8.").format(file=file)) from wrong


def _set_up() -> None:
    from thuocdo.config import setup

    setup.migrate()


def _now() -> datetime:
    return datetime.now(UTC)


def _(message: str) -> str:
    return translate(message, language())
