"""Command of the reports room: the six-month report as a file, every number from one frozen snapshot."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thuocdo.cli.language import language
from thuocdo.cli.standing import open_database
from thuocdo.core.errors import IntegrityBroken, Invalid
from thuocdo.core.messages import fault_sentence, translate

if TYPE_CHECKING:
    from thuocdo.reports.types import Report, Snapshot

_ENDINGS = (".docx", ".xlsx", ".pdf")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(report)


def report(  # noqa: PLR0917  typer reads options from the parameters
    cycle: Annotated[str, typer.Option(help="The period, as 2025-2.")],
    agency: Annotated[str, typer.Option(help="Code of a body, for its own report; else the office's.")] = "",
    as_of: Annotated[str, typer.Option(help="The day to look from, as 2025-12-31; else today.")] = "",
    snapshot: Annotated[
        Path | None, typer.Option(help="A published folder to take the numbers from.", metavar="DIR")
    ] = None,
    out: Annotated[
        list[Path] | None,
        typer.Option(
            help="File to write, .docx, .xlsx or .pdf; may be given more than once.", metavar="FILE"
        ),
    ] = None,
    template: Annotated[str, typer.Option(help="state (Decree 30/2020) or party.")] = "state",
    lang: Annotated[str, typer.Option(help="Language of the report: vi or en.")] = "vi",
    issuer: Annotated[str, typer.Option(help="Name of the body that issues it.")] = "",
    place: Annotated[str, typer.Option(help="Place that stands before the date.")] = "",
) -> None:
    """Write the six-month report; nothing in it is typed that can be counted."""
    from thuocdo.reports.composing import compose, cycle_of
    from thuocdo.reports.types import Asked, Heading, Layout, Own

    files = out or [Path(f"bao-cao-{cycle}.docx")]
    _check_choices(template, lang, files)
    taken = _snapshot(snapshot, as_of)
    asked = Asked(
        cycle_of(taken.facts.programme, cycle, day=taken.facts.as_of), agency, Layout(template), lang
    )
    made = compose(asked, taken, Own(heading=Heading(issuer=issuer, place=place)))
    if made.faults:
        first = fault_sentence(made.faults[0], language())
        raise IntegrityBroken(first, faults=made.faults, hint=_("Nothing was written."))
    drawn = {path: _drawn(made.report, path.suffix.lower()) for path in files}
    for path, data in drawn.items():
        path.write_bytes(data)
        typer.echo(_("{file}: {bytes} bytes").format(file=path, bytes=len(data)))
    _say(made.report)


def _check_choices(template: str, lang: str, files: list[Path]) -> None:
    if template not in {"state", "party"}:
        raise Invalid(_("There is no template {name}.").format(name=template), hint="state, party")
    if lang not in {"vi", "en"}:
        raise Invalid(_("There is no language {name}.").format(name=lang), hint="vi, en")
    wrong = [path for path in files if path.suffix.lower() not in _ENDINGS]
    if wrong:
        raise Invalid(
            _("{file} ends in none of {endings}.").format(file=wrong[0], endings=", ".join(_ENDINGS)),
            hint=_("The ending of the name decides what is written."),
        )


def _snapshot(folder: Path | None, as_of: str) -> "Snapshot":
    from thuocdo.reports.snapshots import frozen, published

    if folder is not None:
        if as_of:
            raise Invalid(
                _("A published folder has its own day."), hint=_("Leave out --as-of or --snapshot.")
            )
        return published(folder)
    open_database()
    from django.conf import settings

    from thuocdo.core.dates import local_day
    from thuocdo.evaluation.queries import facts

    day = _day(as_of) if as_of else local_day(datetime.now(UTC), settings.THUOCDO_ZONE)
    return frozen(facts(settings.THUOCDO_PROGRAMME, as_of=day))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Invalid(f"{text} is no day.", hint="Write it as 2025-12-31.") from None


def _drawn(made: "Report", ending: str) -> bytes:
    from thuocdo.adapters.report_docx import report_docx
    from thuocdo.adapters.report_pdf import report_pdf
    from thuocdo.adapters.report_xlsx import report_xlsx

    if ending == ".xlsx":
        return report_xlsx(made)
    document = report_docx(made)
    return report_pdf(document) if ending == ".pdf" else document


def _say(made: "Report") -> None:
    from thuocdo.reports.checking import references

    said = _("{numbers} numbers, each equal to the snapshot of {day} (facts.json {digest}).")
    count = sum(1 for _each in references(made))
    typer.echo(said.format(numbers=count, day=made.as_of, digest=made.digest))
    if made.silent:
        typer.echo(_("Bodies that have reported nothing: {names}").format(names=", ".join(made.silent)))


def _(message: str) -> str:
    return translate(message, language())
