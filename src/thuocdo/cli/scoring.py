"""The command score: a criteria set over a table of inputs, or over what this system has counted."""

import json
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thuocdo.cli.language import language
from thuocdo.core.errors import Invalid, NotFound
from thuocdo.core.messages import translate

if TYPE_CHECKING:
    from thuocdo.evaluation.scoring.engine import Scored
    from thuocdo.evaluation.scoring.table import Table
    from thuocdo.evaluation.scoring.types import CriteriaSet
    from thuocdo.evaluation.types import Facts


@dataclass(frozen=True, slots=True)
class _Source:
    """Where the inputs come from: a file, a folder, or the installation; "" and None say nothing."""

    data: Path | None
    folder: Path | None
    period: str

    @property
    def named(self) -> bool:
        """Say whether there is anything to read."""
        return self.data is not None or self.folder is not None or bool(self.period)

    @property
    def installed(self) -> bool:
        """Say whether the inputs are counted from an installation, where not everybody sees everything."""
        from thuocdo.publication.facts_file import FACTS_PATH

        if self.data is not None or not self.named:
            return False
        return self.folder is None or not (self.folder / FACTS_PATH).is_file()


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(score)


def score(  # noqa: PLR0917  typer reads options from the signature
    name: Annotated[str, typer.Argument(metavar="SET", help="A file (YAML), or the name of a shipped set.")],
    data: Annotated[Path | None, typer.Option(help="Inputs of the units as CSV.")] = None,
    folder: Annotated[
        Path | None,
        typer.Option(
            "--from", metavar="DIR", help="A published folder, or the data folder of an installation."
        ),
    ] = None,
    period: Annotated[
        str,
        typer.Option(help="Which period; else the last one (of --against all). Alone: of this installation."),
    ] = "",
    unit: Annotated[
        str, typer.Option("--explain", metavar="UNIT", help="Every point of one unit, by code or name.")
    ] = "",
    check: Annotated[bool, typer.Option("--check", help="Only check the set.")] = False,
    copy: Annotated[bool, typer.Option("--print", help="Print the file of the set, to copy it.")] = False,
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

    if copy:
        typer.echo(_file(name), nl=False)
        return
    given, source = _the_set(name), _Source(data, folder, period)
    if source.installed and not check:
        _start(source)
        for each in filter(None, (name, against)):
            _the_set(each, overseers=_overseers())
    if check:
        _print(showing.set_plain(given), showing.set_lines(given, language()), as_json=as_json)
    elif simulate:
        _simulate(given, source, as_json=as_json)
    elif not source.named:
        raise Invalid(
            _("There is nothing to score."),
            hint=_("Name the inputs with --data, --from or --period, or use --simulate or --check."),
        )
    elif against:
        _against(given, _the_set(against), source, as_json=as_json)
    else:
        _score(given, source, unit, as_json=as_json)


def _simulate(given: "CriteriaSet", source: _Source, *, as_json: bool) -> None:
    from thuocdo.evaluation.scoring import engine, showing, simulating
    from thuocdo.evaluation.scoring import showing_trials as trials

    scored = engine.score(given, _table(given, source) if source.named else simulating.random_table(given))
    rows = scored.table.rows_of(_period(scored, source.period))
    found = simulating.simulation_of(scored, rows)
    plain = {
        **trials.simulation_plain(found),
        **(showing.remarks_plain(scored, rows) if source.named else {}),
    }
    lines = trials.simulation_lines(found, given, language())
    if source.named:
        lines = [
            *showing.data_lines(scored, rows, language()),
            *lines,
            *showing.remark_lines(scored, rows, language()),
        ]
    _print(plain, lines, as_json=as_json)


def _against(given: "CriteriaSet", other: "CriteriaSet", source: _Source, *, as_json: bool) -> None:
    from thuocdo.evaluation.scoring import engine
    from thuocdo.evaluation.scoring import showing_trials as trials
    from thuocdo.evaluation.scoring.remarks import judged
    from thuocdo.evaluation.scoring.versions import moved

    old = engine.score(other, _table(other, source, beside=given))
    new = engine.score(given, _table(given, source, beside=other))
    period = _period(new, source.period) if source.period else ""
    found = moved(old, new, period=period)
    units = len(judged(new, new.table.rows_of(period) if period else range(new.table.size)))
    _print(trials.moved_plain(found, units), trials.moved_lines(found, units, language()), as_json=as_json)


def _score(given: "CriteriaSet", source: _Source, unit: str, *, as_json: bool) -> None:
    from thuocdo.evaluation.scoring import engine, showing

    scored = engine.score(given, _table(given, source))
    rows = _rows(scored, source.period, unit)
    if unit:
        plain, lines = showing.unit_plain(scored, rows[0]), showing.unit_lines(scored, rows[0], language())
    else:
        plain, lines = showing.table_plain(scored, rows), showing.table_lines(scored, rows, language())
    _print(plain, lines, as_json=as_json)


def _table(given: "CriteriaSet", source: _Source, *, beside: "CriteriaSet | None" = None) -> "Table":
    """Return the inputs of a set: read from a file, or counted from facts."""
    from thuocdo.evaluation.evaluate import evaluate
    from thuocdo.evaluation.scoring.boards import board
    from thuocdo.evaluation.scoring.sheets import read_table

    if source.data is not None:
        return read_table(_bytes(source.data), given, beside=beside)
    facts = _known() if source.installed else _published(source.folder or Path())
    return board(given, facts, evaluate(facts), period=source.period).scored.table


def _published(folder: Path) -> "Facts":
    """Return the facts of a published folder; all that is in them is public."""
    from thuocdo.publication.facts_file import FACTS_PATH, read_facts

    return read_facts(_bytes(folder / FACTS_PATH))


def _start(source: _Source) -> None:
    from thuocdo.config import setup

    if source.folder is not None:
        if not source.folder.is_dir():
            raise NotFound(_("{file} does not exist.").format(file=source.folder), hint=_("Check the path."))
        os.environ["THUOCDO_DATA"] = str(source.folder)
    setup.start()


def _known() -> "Facts":
    """Return what the installation knows today of its programme."""
    from django.conf import settings

    from thuocdo.core.dates import local_day
    from thuocdo.evaluation.queries import facts

    return facts(settings.THUOCDO_PROGRAMME, as_of=local_day(datetime.now(UTC), settings.THUOCDO_ZONE))


def _overseers() -> frozenset[str]:
    """Return the bodies whose people see all others."""
    from thuocdo.accounts.queries import people
    from thuocdo.accounts.rules import can
    from thuocdo.accounts.types import Permission

    return frozenset(
        person.agency for person in people() if person.agency and can(person, Permission.READ_ALL)
    )


def _the_set(name: str, *, overseers: frozenset[str] | None = None) -> "CriteriaSet":
    """Return a set; with `overseers`, refused where it reads what its author may not see."""
    from thuocdo.evaluation.scoring.inputs import SYSTEM, hidden_from
    from thuocdo.evaluation.scoring.loading import load_set, readable

    given = load_set(_file(name))
    if overseers is None or not Path(name).exists():
        return given
    hidden = hidden_from(given.author, overseers=overseers)
    return load_set(_file(name), inputs=readable(SYSTEM, hidden))


def _file(name: str) -> bytes:
    """Return the file that a path names, or the one of a shipped set."""
    from thuocdo.evaluation.scoring.shipped import shipped_bytes

    path = Path(name)
    return shipped_bytes(name) if not path.suffix and not path.exists() else _bytes(path)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise NotFound(_("{file} does not exist.").format(file=path), hint=_("Check the path.")) from None


def _period(scored: "Scored", period: str) -> str:
    """Return the period that is asked for, else the last one; NotFound names those there are."""
    known = scored.table.judged_periods
    if period and period not in known:
        raise NotFound(
            _("The data has no period {period}.").format(period=period),
            hint=_("It has: {known}.").format(known=", ".join(filter(None, known)) or "–"),
        )
    return period or known[-1]


def _rows(scored: "Scored", period: str, unit: str) -> list[int]:
    """Return the rows of a period, or the one of a unit in it."""
    period = _period(scored, period)
    if unit:
        return [scored.table.row(_unit(scored, unit), period)]
    return list(scored.table.rows_of(period))


def _unit(scored: "Scored", said: str) -> str:
    """Return the code of a unit that was said by code or by name."""
    from difflib import get_close_matches

    from thuocdo.core.text import fold

    units = scored.table.units
    if said in scored.table.places:
        return said
    found = [each.id for each in units if fold(said) in {fold(each.name), fold(each.id)}]
    found = found or [each.id for each in units if fold(said) in fold(each.name)]
    if len(found) == 1:
        return found[0]
    names = {fold(name): each.id for each in units for name in (each.id, each.name) if name}
    near = found or [names[each] for each in get_close_matches(fold(said), names, n=3)]
    hint = _("Near: {near}.").format(near=", ".join(near)) if near else _("Name its code or its name.")
    raise NotFound(_("The data has no unit {unit}.").format(unit=said), hint=hint)


def _print(plain: object, lines: list[str], *, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(plain, ensure_ascii=False, indent=1, sort_keys=True))
        return
    for line in lines:
        typer.echo(line)


def _(message: str) -> str:
    return translate(message, language())
