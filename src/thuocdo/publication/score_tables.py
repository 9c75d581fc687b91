"""Scores as tables of the open data: one for each kind of unit, and all points and inputs."""

from collections.abc import Iterable, Iterator, Mapping

from thuocdo.core.errors import N_
from thuocdo.evaluation.scoring.kinds import UnitType
from thuocdo.evaluation.scoring.loading import fingerprint
from thuocdo.evaluation.types import Facts
from thuocdo.publication.columns import BOOLEAN, DATE, DECIMAL, INTEGER, LIST, TEXT, Cell, Column, Table
from thuocdo.publication.scores import Result

FOLDER = "phieu-diem"
DATA_FOLDER = "du-lieu"
TYPE_FOLDER: Mapping[UnitType, str] = {
    UnitType.MINISTRY: "bo-nganh",
    UnitType.AGENCY: "co-quan-khac",
    UnitType.PROVINCE: "dia-phuong",
    UnitType.COMMUNE: "xa-phuong",
    UnitType.HEAD: "nguoi-dung-dau",
}
"""Part of the address of each kind of unit; two kinds never share a table."""

_MEANINGS: dict[str, tuple[str, str]] = {
    "criteria_set": (TEXT, N_("Short name of the criteria set.")),
    "set_version": (INTEGER, N_("Version of the criteria set.")),
    "set_sha256": (TEXT, N_("SHA-256 of the set’s one spelling, which scores.json holds.")),
    "scored_unit": (TEXT, N_("Who is scored: code of a body, or of a head: body and first day in office.")),
    "scored_type": (TEXT, N_("Kind of unit; two kinds never stand in one table.")),
    "scored_body": (TEXT, N_("Code of the body that is scored or headed.")),
    "head": (TEXT, N_("Name of the head by the register of heads.")),
    "head_since": (DATE, N_("First day in office.")),
    "head_document": (TEXT, N_("Act that appointed the head.")),
    "scored_period": (TEXT, N_("Period that is scored.")),
    "criterion": (TEXT, N_("Id of the criterion in the set.")),
    "points": (DECIMAL, N_("Points of the criterion; empty where it does not apply.")),
    "points_most": (DECIMAL, N_("Points that the criterion can give.")),
    "points_lost": (DECIMAL, N_("Points that were lost.")),
    "score_measure": (TEXT, N_("What was measured; a share with its numerator and denominator.")),
    "score_reasons": (LIST, N_("Codes of the reasons for the points.")),
    "few_cases": (BOOLEAN, N_("Whether the share counts fewer than five cases.")),
    "total_points": (DECIMAL, N_("Total; empty where the set gives none.")),
    "total_possible": (DECIMAL, N_("Points of what applies to the unit.")),
    "total_low": (DECIMAL, N_("Lowest total that one case decided otherwise would give.")),
    "total_high": (DECIMAL, N_("Highest total that one case decided otherwise would give.")),
    "level": (TEXT, N_("Level of the total in the set.")),
    "few_criteria": (LIST, N_("Criteria whose share counts fewer than five cases.")),
    "input": (TEXT, N_("Name of what was counted.")),
    "input_value": (INTEGER, N_("How often it was counted.")),
    "illustrative": (BOOLEAN, N_("Whether the row rests on illustrative records that are not real.")),
}


def score_tables(facts: Facts, found: Iterable[Result]) -> tuple[Table, ...]:
    """Return the tables of all results; none where nothing was scored."""
    found = tuple(found)
    if not found:
        return ()
    slug = facts.programme.slug
    return (
        *(table for each in found for table in _totals(slug, facts, each)),
        _points(f"{slug}/{DATA_FOLDER}/scores", facts, found),
        _inputs(f"{slug}/{DATA_FOLDER}/score_inputs", facts, found),
    )


def board_path(slug: str, found: Result, kind: UnitType) -> str:
    """Return the address, without ending, of the table of one kind of unit."""
    return f"{slug}/{FOLDER}/{found.given.set}/{TYPE_FOLDER[kind]}"


def kinds_of(found: Result) -> tuple[UnitType, ...]:
    """Return the kinds of unit that a result has, in the order of the set."""
    present = {unit.type for unit in found.board.scored.table.units}
    return tuple(kind for kind in found.given.units if kind in present)


def _columns(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, *_MEANINGS[name]) for name in names)


def _totals(slug: str, facts: Facts, found: Result) -> Iterator[Table]:
    names = (
        *("scored_unit", "scored_body", "head", "head_since", "head_document", "criteria_set", "set_version"),
        *("set_sha256", "scored_period", "total_points", "total_possible", "total_low", "total_high"),
        *("level", "few_criteria", "illustrative"),
    )
    from_set = (found.given.set, found.given.version, fingerprint(found.given), found.board.cycle.code)
    for kind in kinds_of(found):
        rows = []
        for row in found.board.of_type(kind):
            unit, said = found.board.scored.table.unit_of(row).id, found.explained[row]
            term = found.board.terms.get(unit)
            person = (term.person, term.since, term.document) if term else ("", None, "")
            rows.append(
                (
                    *(unit, found.board.bodies[unit], *person, *from_set, said.total, said.possible),
                    *(*found.totals(row), said.level, tuple(sorted(found.few[row])), facts.illustrative),
                )
            )
        yield Table(f"scores_{kind.value}", board_path(slug, found, kind), _columns(*names), tuple(rows))


def _points(path: str, facts: Facts, found: Iterable[Result]) -> Table:
    names = (
        *("criteria_set", "scored_unit", "criterion", "scored_type", "scored_period", "points"),
        *("points_most", "points_lost", "score_measure", "score_reasons", "few_cases", "illustrative"),
    )
    rows: list[tuple[Cell, ...]] = []
    for each in found:
        for row, said in enumerate(each.explained):
            unit = each.board.scored.table.unit_of(row)
            rows += [
                (
                    *(each.given.set, unit.id, line.criterion, unit.type.value, said.period, line.points),
                    *(line.most, line.lost, line.measure, tuple(why.code for why in line.reasons)),
                    *(line.criterion in each.few[row], facts.illustrative),
                )
                for line in said.lines
            ]
    return Table("scores", path, _columns(*names), tuple(rows), keys=3)


def _inputs(path: str, facts: Facts, found: Iterable[Result]) -> Table:
    names = (
        "criteria_set",
        "scored_unit",
        "input",
        "scored_type",
        "scored_period",
        "input_value",
        "illustrative",
    )
    rows: list[tuple[Cell, ...]] = []
    for each in found:
        table = each.board.scored.table
        for row in range(table.size):
            unit = table.unit_of(row)
            about = (unit.type.value, each.board.cycle.code)
            rows += [
                (each.given.set, unit.id, name, *about, cell, facts.illustrative)
                for name, column in sorted(table.columns.items())
                if isinstance(cell := column[row], int)
            ]
    return Table("score_inputs", path, _columns(*names), tuple(rows), keys=3)
