"""A CSV file into the table that a set is applied to, with every fault of its cells at once.

One line for each unit and period: `unit`, `type`, `period`, then one column for each input. Also understood:
`name`, `phase`, `predecessors` (with ;), `merged_in`, `last_in`, and for criteria `evidence:ID` and
`not_applicable:ID`, whose text is the proof or the reason.
"""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from difflib import get_close_matches

from thuocdo.core.errors import Invalid
from thuocdo.core.text import clean
from thuocdo.evaluation.scoring.exact import UNIT, scaled
from thuocdo.evaluation.scoring.inputs import SYSTEM, limits, places
from thuocdo.evaluation.scoring.kinds import Kind, Origin, UnitType
from thuocdo.evaluation.scoring.ranges import Domain
from thuocdo.evaluation.scoring.rulechecks import names_of
from thuocdo.evaluation.scoring.table import Cell, Table, Unit
from thuocdo.evaluation.scoring.types import CriteriaSet, Input
from thuocdo.evaluation.scoring.words import Finding, faults

MOST_BYTES = 64 * 1024 * 1024
ABOUT = ("unit", "type", "period", "name", "phase", "predecessors", "merged_in", "last_in")
_SAID = {"yes": 1, "no": 0, "có": 1, "không": 0, "1": 1, "0": 0, "true": 1, "false": 0}
_NUMBER = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,12})?")
_SHOWN = 40


def read_inputs(given: CriteriaSet, inputs: Mapping[str, Input] = SYSTEM) -> dict[str, Input]:
    """Return the inputs that a set reads, with what they are."""
    names: list[str] = []
    for criterion in given.criteria:
        for rule in criterion.rules:
            names += names_of(rule.measure)
        if criterion.not_applicable and criterion.not_applicable.when_zero:
            names.append(criterion.not_applicable.when_zero)
    names += [each.input for each in given.conditions if each.input]
    known = {**inputs, **given.inputs}
    return {name: known[name] for name in dict.fromkeys(names)}


def read_table(
    data: bytes,
    given: CriteriaSet,
    inputs: Mapping[str, Input] = SYSTEM,
    *,
    beside: CriteriaSet | None = None,
) -> Table:
    """Return the table of a CSV file; raises Invalid with every fault and its line.

    Columns that only the set `beside` reads are passed over, so that two versions share one file.
    """
    reader = _Reader(given, read_inputs(given, inputs))
    if beside is not None:
        reader.passed_over = {*read_inputs(beside, inputs), *_said_of(beside)}
    table = reader.read(data)
    if table is None or reader.findings:
        raise Invalid("The data cannot be scored.", faults=faults(reader.findings))
    return table


@dataclass(slots=True)
class _Seen:
    """What was read so far: units with the line they stood on first, and cells by unit and period."""

    units: dict[str, tuple[Unit, int]] = field(default_factory=dict)
    periods: dict[str, None] = field(default_factory=dict)
    lines: dict[tuple[str, str], int] = field(default_factory=dict)
    cells: dict[tuple[str, str], dict[str, Cell]] = field(default_factory=dict)
    said: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)


def _said_of(given: CriteriaSet) -> set[str]:
    """Return the columns in which evidence and reasons may stand."""
    return {
        f"{what}:{each.id}"
        for each in given.criteria
        for what, possible in (
            ("evidence", each.source is Origin.SELF_ASSESSED),
            ("not_applicable", each.not_applicable is not None and each.not_applicable.declared),
        )
        if possible
    }


class _Reader:
    """Reads line after line and notes what is wrong."""

    def __init__(self, given: CriteriaSet, inputs: dict[str, Input]) -> None:
        self.given, self.inputs = given, inputs
        self.findings: list[Finding] = []
        self.seen = _Seen()
        self.said = _said_of(given)
        self.passed_over: set[str] = set()

    def read(self, data: bytes) -> Table | None:
        """Return the table, or None where the file or its head is wrong."""
        if len(data) > MOST_BYTES:
            self._find(1, "data_large", most=str(MOST_BYTES // 1024 // 1024))
            return None
        try:
            text = data.decode("utf-8-sig")
            first = text.split("\n", 1)[0]
            delimiter = ";" if first.count(";") > first.count(",") else ","
            lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
            head = [clean(each) for each in next(lines, [])]
            self._head(head)
            if self.findings:
                return None
            for cells in lines:
                if any(cell.strip() for cell in cells):
                    self._line(lines.line_num, head, cells)
        except (UnicodeDecodeError, csv.Error):
            self._find(1, "data_no_csv")
            return None
        if not self.seen.units:
            self._find(1, "data_no_rows")
            return None
        return self._table()

    def _head(self, head: Sequence[str]) -> None:
        known = {*ABOUT, *self.inputs, *self.said, *self.passed_over}
        for name in ("unit", "type"):
            if name not in head:
                self._find(1, "data_no_column", name=name)
        for name in dict.fromkeys(head):
            if head.count(name) > 1:
                self._find(1, "data_column_twice", name=name[:_SHOWN])
            what, _colon, criterion = name.partition(":")
            if name in known:
                continue
            if what in {"evidence", "not_applicable"}:
                self._find(1, "data_criterion", field=name[:_SHOWN], id=criterion[:_SHOWN])
            else:
                near = ", ".join(get_close_matches(name, known, n=3, cutoff=0.6)) or "–"
                self._find(1, "data_unknown_column", name=name[:_SHOWN], near=near)

    def _line(self, line: int, head: Sequence[str], cells: Sequence[str]) -> None:
        if len(cells) != len(head):
            self._find(line, "data_cells", count=str(len(cells)), columns=str(len(head)))
            return
        row = {name: clean(cell) for name, cell in zip(head, cells, strict=True)}
        unit = self._unit(line, row)
        if unit is None:
            return
        period = row.get("period", "")
        key = (unit.id, period)
        if key in self.seen.lines:
            first = str(self.seen.lines[key])
            self._find(line, "data_unit_twice", unit=unit.id, period=period or "–", first=first)
            return
        self.seen.lines[key] = line
        self.seen.periods.setdefault(period)
        self.seen.cells[key] = {
            name: self._cell(line, name, row[name]) for name in self.inputs if row.get(name)
        }
        self.seen.said[key] = {name: row[name] for name in self.said if row.get(name)}

    def _unit(self, line: int, row: Mapping[str, str]) -> Unit | None:
        kinds = [each.value for each in self.given.units]
        if row["type"] not in kinds:
            self._find(line, "data_type", "type", value=row["type"][:_SHOWN], known=", ".join(kinds))
            return None
        phase = row.get("phase", "")
        if phase not in (self.given.phases or ("",)):
            known = ", ".join(self.given.phases) or "–"
            self._find(line, "data_phase", "phase", value=phase[:_SHOWN], known=known)
            return None
        unit = Unit(
            row["unit"],
            UnitType(row["type"]),
            row.get("name", ""),
            phase,
            tuple(filter(None, (each.strip() for each in row.get("predecessors", "").split(";")))),
            row.get("merged_in", ""),
            row.get("last_in", ""),
        )
        known_unit, first = self.seen.units.setdefault(unit.id, (unit, line))
        for what in ("type", "phase", "merged_in", "last_in"):
            if getattr(known_unit, what) != getattr(unit, what):
                self._find(line, "data_unit_changed", what, unit=unit.id, what=what, first=str(first))
        return unit

    def _cell(self, line: int, name: str, text: str) -> Cell:
        given = self.inputs[name]
        parts = [each.strip() for each in text.split(";") if each.strip()]
        if given.kind is Kind.SCORE:
            values = [self._value(line, name, each) for each in parts]
            return tuple(each for each in values if each is not None)
        if len(parts) > 1:
            self._find(line, "data_several", name, name=name)
            return None
        return self._value(line, name, parts[0]) if parts else None

    def _value(self, line: int, name: str, text: str) -> int | None:
        given = self.inputs[name]
        if given.kind is Kind.YES_NO and text.casefold() in _SAID:
            return _SAID[text.casefold()]
        if not _NUMBER.fullmatch(text):
            self._find(line, "data_number", name, value=text[:_SHOWN])
            return None
        value, digits = Decimal(text), places(given.kind)
        least, most = limits(given)
        if value != round(value, digits):
            self._find(line, "data_places", name, value=text, places=str(digits))
        elif (least is not None and value < least) or (most is not None and value > most):
            self._find(line, "data_limits", name, value=text, range=str(Domain(least, most)))
        else:
            return scaled(value, digits)
        return None

    def _table(self) -> Table:
        units = tuple(unit for unit, _line in self.seen.units.values())
        periods = tuple(sorted(self.seen.periods))
        for unit, line in self.seen.units.values():
            for named in {unit.merged_in, unit.last_in} - {"", *periods}:
                self._find(line, "data_period", period=named)
            for named in unit.predecessors:
                if named not in self.seen.units:
                    self._find(line, "data_unit", "predecessors", unit=named)
        size = len(units) * len(periods)
        columns: dict[str, list[Cell]] = {name: [None] * size for name in self.inputs}
        declared: dict[str, dict[int, str]] = {}
        proved: dict[str, set[int]] = {}
        for place, period in enumerate(periods):
            for n, unit in enumerate(units):
                row, key = place * len(units) + n, (unit.id, period)
                for name, cell in self.seen.cells.get(key, {}).items():
                    columns[name][row] = cell
                for name, text in self.seen.said.get(key, {}).items():
                    what, _colon, criterion = name.partition(":")
                    if what == "evidence":
                        proved.setdefault(criterion, set()).add(row)
                    else:
                        declared.setdefault(criterion, {})[row] = text
        return Table(
            units,
            periods,
            columns,
            declared,
            {criterion: frozenset(rows) for criterion, rows in proved.items()},
            {name: parts_of(each) for name, each in self.inputs.items()},
        )

    def _find(self, line: int, code: str, field: str = "", **params: str) -> None:
        self.findings.append(Finding(line, code, field, params))


def parts_of(given: Input) -> int:
    """Return in which parts of one an input is counted in a table."""
    return 10 ** places(given.kind) if places(given.kind) else 1


assert max(10 ** places(kind) for kind in Kind) == UNIT  # noqa: S101  sums turn everything into these parts
