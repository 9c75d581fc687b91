"""The command score: a criteria set over a table of inputs."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thuocdo.cli.language import language
from thuocdo.core.errors import Invalid, NotFound
from thuocdo.core.messages import translate

if TYPE_CHECKING:
    from thuocdo.evaluation.scoring.engine import Scored
    from thuocdo.evaluation.scoring.types import CriteriaSet


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(score)


def score(  # noqa: PLR0917  typer reads options from the signature
    name: Annotated[str, typer.Argument(metavar="SET", help="A file (YAML), or the name of a shipped set.")],
    data: Annotated[Path | None, typer.Option(help="Inputs of the units as CSV.")] = None,
    period: Annotated[str, typer.Option(help="Which period of the file; else the last one.")] = "",
    unit: Annotated[str, typer.Option("--explain", metavar="UNIT", help="Every point of one unit.")] = "",
    check: Annotated[bool, typer.Option("--check", help="Only check the set.")] = False,
    simulate: Annotated[
        bool, typer.Option("--simulate", help="Spread, pillars and levels; on invented units without --data.")
    ] = False,
    against: Annotated[
        str, typer.Option(metavar="SET", help="Another version; show only who would move.")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    """Score units by a criteria set: points of every pillar, total and level; never a rank."""
    from thuocdo.evaluation.scoring import showing

    given = _the_set(name)
    if check:
        _print(showing.set_plain(given), showing.set_lines(given, language()), as_json=as_json)
    elif simulate:
        _simulate(given, data, as_json=as_json)
    elif data is None:
        raise Invalid(_("There is nothing to score."), hint=_("Name the inputs with --data, or use --check."))
    elif against:
        _against(given, _the_set(against), data, as_json=as_json)
    else:
        _score(given, data, period, unit, as_json=as_json)


def _simulate(given: "CriteriaSet", data: Path | None, *, as_json: bool) -> None:
    from thuocdo.evaluation.scoring import showing, simulating
    from thuocdo.evaluation.scoring.sheets import read_table

    table = read_table(_bytes(data), given) if data else simulating.random_table(given)
    found = simulating.simulate(given, table)
    _print(showing.simulation_plain(found), showing.simulation_lines(found, language()), as_json=as_json)


def _against(given: "CriteriaSet", other: "CriteriaSet", data: Path, *, as_json: bool) -> None:
    from thuocdo.evaluation.scoring import engine, showing
    from thuocdo.evaluation.scoring.sheets import read_table
    from thuocdo.evaluation.scoring.versions import moved

    read = _bytes(data)
    old = engine.score(other, read_table(read, other, beside=given))
    new = engine.score(given, read_table(read, given, beside=other))
    found, units = moved(old, new), new.table.size
    _print(showing.moved_plain(found, units), showing.moved_lines(found, units, language()), as_json=as_json)


def _score(given: "CriteriaSet", data: Path, period: str, unit: str, *, as_json: bool) -> None:
    from thuocdo.evaluation.scoring import engine, showing
    from thuocdo.evaluation.scoring.sheets import read_table

    scored = engine.score(given, read_table(_bytes(data), given))
    rows = _rows(scored, period, unit)
    if unit:
        plain, lines = showing.unit_plain(scored, rows[0]), showing.unit_lines(scored, rows[0], language())
    else:
        plain, lines = showing.table_plain(scored, rows), showing.table_lines(scored, rows, language())
    _print(plain, lines, as_json=as_json)


def _the_set(name: str) -> "CriteriaSet":
    from thuocdo.evaluation.scoring import shipped
    from thuocdo.evaluation.scoring.loading import load_set

    path = Path(name)
    return load_set(_bytes(path)) if path.suffix or path.exists() else shipped.shipped(name)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise NotFound(_("{file} does not exist.").format(file=path), hint=_("Check the path.")) from None


def _rows(scored: "Scored", period: str, unit: str) -> list[int]:
    """Return the rows of a period, or the one of a unit in it."""
    periods, size = scored.table.periods, len(scored.table.units)
    if period and period not in periods:
        known = ", ".join(periods)
        raise NotFound(
            _("The data has no period {period}.").format(period=period),
            hint=_("It has: {known}.").format(known=known),
        )
    if unit and unit not in scored.table.places:
        raise NotFound(_("The data has no unit {unit}.").format(unit=unit), hint=_("Check the name."))
    period = period or periods[-1]
    if unit:
        return [scored.table.row(unit, period)]
    start = periods.index(period) * size
    return list(range(start, start + size))


def _print(plain: object, lines: list[str], *, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(plain, ensure_ascii=False, indent=1, sort_keys=True))
        return
    for line in lines:
        typer.echo(line)


def _(message: str) -> str:
    return translate(message, language())
