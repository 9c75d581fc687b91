"""Commands of measuring: measure, and sources by file for who prefers that to the pages."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thuocdo.cli.language import language
from thuocdo.core.errors import Invalid, NotFound, Unavailable
from thuocdo.core.messages import translate

if TYPE_CHECKING:
    from thuocdo.core.messages import Reason
    from thuocdo.measurement.sources.types import Declaration
    from thuocdo.measurement.values import Value

sources_app = typer.Typer(help="Sources of measurement: list, propose, switch on.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(measure)
    app.add_typer(sources_app, name="sources")


def measure(
    source: Annotated[
        str, typer.Option(help="Only this source (its id, as `thuocdo sources list` says).")
    ] = "",
    metric: Annotated[str, typer.Option(help="Only this metric, as 11.6-online-payment.")] = "",
    period: Annotated[str, typer.Option(help="2025, 2025-Q2 or 2025-03; else what is owed.")] = "",
    engine: Annotated[
        str, typer.Option(help="duckdb, postgresql, clickhouse or spark, in place of THUOCDO_ENGINE.")
    ] = "",
    *,
    ask: Annotated[
        bool, typer.Option("--ask/--no-ask", help="Ask the sources first, or only compute.")
    ] = True,
) -> None:
    """Measure indicators from the sources: ask, check, compute what is new, record the values.

    A second run with nothing new does nothing. Ends with 14 when a source failed or was held back.
    """
    from thuocdo.config import setup

    setup.migrate()
    from django.conf import settings

    from thuocdo.jobs import measuring

    done = measuring.measure(
        settings.THUOCDO_PROGRAMME,
        source=source,
        metric=metric,
        period=measuring.read_period(period) if period else None,
        ask=ask,
        engine=engine,
        language=language(),
        clock=_now,
        tell=_tell,
    )
    typer.echo(
        _("Runs: {runs}. Partitions computed: {computed}. New values: {values}.").format(
            runs=len(done.runs), computed=done.computed, values=len(done.values)
        )
    )
    if done.bad:
        raise Unavailable(
            _("{count} deliveries failed or were held back; their last good values stay.").format(
                count=len(done.bad)
            ),
            hint=_("See the page of the source."),
        )
    if done.refused:
        raise Invalid(_("{count} values were not recorded.").format(count=len(done.refused)))


@sources_app.command("list")
def list_sources() -> None:
    """List every source with its state, the month it owes next, and its owner."""
    from thuocdo.config import setup

    setup.migrate()
    from django.conf import settings

    from thuocdo.core.dates import local_day
    from thuocdo.jobs.measuring import MEASURER
    from thuocdo.measurement.sources import queries, words

    found = queries.sources(MEASURER)
    conditions = queries.conditions(found, as_of=local_day(_now(), settings.THUOCDO_ZONE))
    for each in found:
        declaration, stands = each.shown.declaration, conditions[each.id]
        state = _(words.STATES[stands.state]) if each.current else _(words.STEPS[each.shown.step])
        why = words.sentence(stands.reason, language()) if stands.reason and each.current else ""
        owed = str(stands.expected or "")
        typer.echo(
            f"{each.id:<12}{state:<16}{owed:<9}{declaration.owner:<14}{declaration.name}  {why}".rstrip()
        )


@sources_app.command()
def propose(
    file: Annotated[Path, typer.Argument(help="A declaration as JSON (docs/sources.md).")],
    by: Annotated[str, typer.Option(help="Log-in name of who proposes it.")],
    source: Annotated[str, typer.Option(help="The source that gets a new version; else a new one.")] = "",
) -> None:
    """Propose a source, or a new version of one; a second person switches it on."""
    from thuocdo.config import setup

    setup.migrate()
    from thuocdo.accounts import queries as people
    from thuocdo.measurement.sources.actions import propose_source

    version = propose_source(declaration=_read(file), id=source, by=people.actor(by), now=_now())
    typer.echo(
        _("{source}, version {number}: it waits for a second person.").format(
            source=version.source, number=version.number
        )
    )


@sources_app.command()
def on(
    source: Annotated[str, typer.Argument(help="The id of the source.")],
    by: Annotated[str, typer.Option(help="Log-in name of the second person.")],
) -> None:
    """Switch the version of a source on that waits, as the second person."""
    from thuocdo.config import setup

    setup.migrate()
    from thuocdo.accounts import queries as people
    from thuocdo.measurement.sources import queries
    from thuocdo.measurement.sources.actions import switch_on

    person = people.actor(by)
    waiting = queries.source(source, person).waiting
    if waiting is None:
        raise NotFound(_("No version of this source waits."))
    switch_on(id=source, number=waiting.number, by=person, now=_now())
    typer.echo(_("{source}, version {number}: switched on.").format(source=source, number=waiting.number))


@sources_app.command()
def provinces(
    metric: Annotated[str, typer.Argument(help="The metric, as 11.6-online-payment.")],
    period: Annotated[str, typer.Option(help="2025, 2025-Q2 or 2025-03.")],
) -> None:
    """List a metric by province: as the provinces are now, and as they were month by month."""
    from thuocdo.config import setup

    setup.migrate()
    from thuocdo.jobs import measuring

    wanted = measuring.read_period(period)
    areas = measuring.provinces(metric, wanted, clock=_now)
    typer.echo(
        _("{metric}, {first} to {last}: as it is now, as it was then").format(
            metric=metric, first=wanted.first, last=wanted.last
        )
    )
    for each in areas:
        agency = each.agency
        name = agency.name_vi if language() == "vi" else agency.name_en
        typer.echo(f"{agency.code:<8}{_told(each.now):>24}{_told(each.then):>24}  {name}")


def _told(value: "Value | None") -> str:
    """Return a value with its sums, "–" where there is none."""
    from thuocdo.measurement.sources.valuing import plain

    if value is None or value.value is None:
        return "–"
    sums = [plain(each) for each in (value.numerator, value.denominator) if each is not None]
    return f"{plain(value.value)} ({'/'.join(sums)})"


def _read(file: Path) -> "Declaration":
    import msgspec

    from thuocdo.core.typed import from_json
    from thuocdo.measurement.sources.types import Declaration

    try:
        return from_json(file.read_bytes(), Declaration)
    except OSError as error:
        raise NotFound(_("{file} cannot be read.").format(file=file)) from error
    except msgspec.DecodeError as wrong:
        raise Invalid(f"{file.name}: {wrong}.", hint=_("See docs/sources.md for an example.")) from wrong


def _tell(reason: "Reason") -> None:
    from thuocdo.measurement.sources import words

    typer.echo(words.sentence(reason, language()))


def _now() -> datetime:
    return datetime.now(UTC)


def _(message: str) -> str:
    return translate(message, language())
