"""A CSV file into the table that a set is applied to, with every fault of its cells at once.

One line for each unit and period: `unit`, `type`, `period`, then one column for each input. Also understood:
`name`, `phase`, `predecessors` (with ;), `merged_in`, `last_in`, and for criteria `evidence:ID` and
`not_applicable:ID`, whose text is the proof or the reason. Lines above the head that begin with # are
remarks; one that says “minh hoạ” or “illustrative” marks all of the file so.
"""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from difflib import get_close_matches

from thuocdo.core.delimited import delimited
from thuocdo.core.errors import Invalid
from thuocdo.core.text import clean, fold
from thuocdo.evaluation.scoring import periods
from thuocdo.evaluation.scoring.exact import UNIT, scaled
from thuocdo.evaluation.scoring.inputs import SYSTEM, limits, places
from thuocdo.evaluation.scoring.kinds import Kind, Origin, UnitType
from thuocdo.evaluation.scoring.ranges import Domain
from thuocdo.evaluation.scoring.rulechecks import names_of
from thuocdo.evaluation.scoring.table import Cell, Table, Unit
from thuocdo.evaluation.scoring.types import CriteriaSet, Input, looks_back
from thuocdo.evaluation.scoring.words import Finding, faults

MOST_BYTES = 64 * 1024 * 1024
ABOUT = ("unit", "type", "period", "name", "phase", "predecessors", "merged_in", "last_in")
_SAID = {"yes": 1, "no": 0, "có": 1, "không": 0, "1": 1, "0": 0, "true": 1, "false": 0}
_NUMBER = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,12})?")
_GROUPED = re.compile(r"-?[0-9]{1,3}(?:[., ][0-9]{3})+(?:[.,][0-9]+)?")
_SHOWN = 40
_AMBIGUOUS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{2}0")
_EDGES = "\"',; \t\r"
_INVENTED = ("minh hoa", "illustrative")


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
    named: set[str] = field(default_factory=set)
    """Every unit that has a line, also one with a fault."""
    periods: dict[str, None] = field(default_factory=dict)
    blank: list[int] = field(default_factory=list)
    """The lines without a period."""
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


def _after_remarks(text: str) -> tuple[list[str], str]:
    """Return the lines above the head that are remarks, and the rest of a file."""
    above = []
    while text.lstrip(_EDGES).startswith("#"):
        line, _end, text = text.partition("\n")
        above.append(line)
    return above, text


class _Reader:
    """Reads line after line and notes what is wrong."""

    def __init__(self, given: CriteriaSet, inputs: dict[str, Input]) -> None:
        self.given, self.inputs = given, inputs
        self.findings: list[Finding] = []
        self.seen = _Seen()
        self.said = _said_of(given)
        self.passed_over: set[str] = set()
        self.remarks: list[str] = []

    def read(self, data: bytes) -> Table | None:
        """Return the table, or None where the file or its head is wrong."""
        if len(data) > MOST_BYTES:
            self._find(1, "data_large", most=str(MOST_BYTES // 1024 // 1024))
            return None
        try:
            above, text = _after_remarks(data.decode("utf-8-sig"))
            self.remarks = [each for line in above if (each := clean(line.strip("#" + _EDGES)))]
            first = text.split("\n", 1)[0]
            delimiter = ";" if first.count(";") > first.count(",") else ","
            lines = delimited(text, delimiter)
            self._head(len(above) + 1, head := [clean(each) for each in next(lines, [])])
            if self.findings:
                return None
            for cells in lines:
                if any(cell.strip() for cell in cells):
                    self._line(len(above) + lines.line_num, head, cells)
        except (UnicodeDecodeError, csv.Error):
            self._find(1, "data_no_csv")
            return None
        if not self.seen.named:
            self._find(len(above) + 1, "data_no_rows")
            return None
        self._named()
        return None if self.findings else self._table()

    def _head(self, line: int, head: Sequence[str]) -> None:
        known = {*ABOUT, *self.inputs, *self.said, *self.passed_over}
        for name in ("unit", "type", *(["phase"] if self.given.phases else [])):
            if name not in head:
                self._find(line, "data_no_column", name=name)
        for name in dict.fromkeys(head):
            if head.count(name) > 1:
                self._find(line, "data_column_twice", name=name[:_SHOWN])
            if name in known:
                continue
            what, _colon, criterion = name.partition(":")
            if what in {"evidence", "not_applicable"}:
                self._of_criterion(line, name, what, criterion)
            else:
                self._unknown(line, name, known)

    def _of_criterion(self, line: int, name: str, what: str, criterion: str) -> None:
        """Say why no evidence or reason can be handed in under this name."""
        found = next((each for each in self.given.criteria if each.id == criterion), None)
        code = "data_criterion" if found is None else f"data_no_{what}"
        source = "" if found is None else found.source.value
        self._find(line, code, name[:_SHOWN], id=criterion[:_SHOWN], source=source)

    def _unknown(self, line: int, name: str, known: Iterable[str]) -> None:
        near = ", ".join(get_close_matches(name, known, n=3, cutoff=0.6))
        code = "data_unknown_column" if near else "data_strange_column"
        self._find(line, code, name=name[:_SHOWN], **({"near": near} if near else {}))

    def _line(self, line: int, head: Sequence[str], cells: Sequence[str]) -> None:
        """Read one line; what is wrong in one cell hides nothing of the others."""
        row = {name: clean(cell) for name, cell in zip(head, cells, strict=False)}
        self.seen.named.add(row.get("unit", ""))
        if len(cells) != len(head):
            self._find(line, "data_cells", count=str(len(cells)), columns=str(len(head)))
            return
        unit, period = self._unit(line, row), self._period(line, row)
        values = {name: self._cell(line, name, row[name]) for name in self.inputs if row.get(name)}
        if not row["unit"]:
            return
        key = (row["unit"], period)
        if key in self.seen.lines:
            first = str(self.seen.lines[key])
            self._find(line, "data_unit_twice", unit=row["unit"], period=period or "–", first=first)
        elif unit is not None:
            self._same_unit(line, unit)
            self.seen.cells[key] = values
            self.seen.said[key] = {name: row[name] for name in self.said if row.get(name)}
        self.seen.lines.setdefault(key, line)

    def _period(self, line: int, row: Mapping[str, str]) -> str:
        """Return the period of a line; a mistyped one would be a period of its own, and so is refused."""
        period, length = row.get("period", ""), self.given.period
        if not period:
            self.seen.blank.append(line)
        elif not periods.is_period(period, length):
            written = periods.example(length, period)
            shown = {"value": period[:_SHOWN], "length": length.value, "example": written}
            self._find(line, "data_period_form", "period", **shown)
        elif not periods.spelled_alike(period, first := next(filter(None, self.seen.periods), period)):
            self._find(line, "data_period_alike", "period", value=period, first=first)
        self.seen.periods.setdefault(period)
        return period

    def _unit(self, line: int, row: Mapping[str, str]) -> Unit | None:
        kinds = [each.value for each in self.given.units]
        phase, phases = row.get("phase", ""), self.given.phases
        if not row["unit"]:
            self._find(line, "data_no_unit", "unit")
        if row["type"] not in kinds:
            self._find(line, "data_type", "type", value=row["type"][:_SHOWN], known=", ".join(kinds))
        if phase and not phases:
            self._find(line, "data_no_phases", "phase", value=phase[:_SHOWN])
        elif phases and phase not in phases:
            self._find(line, "data_phase", "phase", value=phase[:_SHOWN], known=", ".join(phases))
        if not row["unit"] or row["type"] not in kinds or phase not in (phases or ("",)):
            return None
        return Unit(
            row["unit"],
            UnitType(row["type"]),
            row.get("name", ""),
            phase,
            tuple(filter(None, (each.strip() for each in row.get("predecessors", "").split(";")))),
            row.get("merged_in", ""),
            row.get("last_in", ""),
        )

    def _same_unit(self, line: int, unit: Unit) -> None:
        known, first = self.seen.units.setdefault(unit.id, (unit, line))
        for what in ("type", "phase", "merged_in", "last_in"):
            if getattr(known, what) != getattr(unit, what):
                self._find(line, "data_unit_changed", what, unit=unit.id, what=what, first=str(first))

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
        if given.kind is Kind.YES_NO:
            if text.casefold() not in _SAID:
                self._find(line, "data_yes_no", name, value=text[:_SHOWN])
            return _SAID.get(text.casefold())
        digits = places(given.kind)
        grouped = _GROUPED.fullmatch(text) and (digits == 0 or not _NUMBER.fullmatch(text))
        if grouped or not _NUMBER.fullmatch(text):
            self._find(line, "data_grouped" if grouped else "data_number", name, value=text[:_SHOWN])
            return None
        if given.kind is Kind.AMOUNT and _AMBIGUOUS.fullmatch(text):
            either = {"one": text.rstrip("0").rstrip("."), "other": text.replace(".", "")}
            self._find(line, "data_ambiguous", name, value=text, **either)
            return None
        value, (least, most) = Decimal(text), limits(given)
        if value != round(value, digits):
            self._find(line, "data_places", name, value=text, places=str(digits))
        elif (least is not None and value < least) or (most is not None and value > most):
            self._find(line, "data_limits", name, value=text, range=str(Domain(least, most)))
        else:
            return scaled(value, digits)
        return None

    def _named(self) -> None:
        """Find lines without a period among others, and periods and units named that have no line."""
        if any(self.seen.periods):
            for line in self.seen.blank:
                self._find(line, "data_no_period", "period")
        for unit, line in self.seen.units.values():
            for period in {unit.merged_in, unit.last_in} - {"", *self.seen.periods}:
                self._find(line, "data_period", period=period)
            for other in unit.predecessors:
                if other not in self.seen.named:
                    self._find(line, "data_unit", "predecessors", unit=other)

    def _table(self) -> Table:
        units = tuple(unit for unit, _line in self.seen.units.values())
        stretches = self._stretches()
        size = len(units) * len(stretches)
        columns: dict[str, list[Cell]] = {name: [None] * size for name in self.inputs}
        declared: dict[str, dict[int, str]] = {}
        proved: dict[str, set[int]] = {}
        empty: set[int] = set()
        for row, (period, unit) in enumerate((period, unit) for period in stretches for unit in units):
            key = (unit.id, period)
            if key not in self.seen.cells:
                empty.add(row)
                continue
            for name, cell in self.seen.cells[key].items():
                columns[name][row] = cell
            for name, text in self.seen.said[key].items():
                what, _colon, criterion = name.partition(":")
                if what == "evidence":
                    proved.setdefault(criterion, set()).add(row)
                else:
                    declared.setdefault(criterion, {})[row] = text
        return Table(
            units,
            stretches,
            columns,
            declared,
            {criterion: frozenset(rows) for criterion, rows in proved.items()},
            {name: parts_of(each) for name, each in self.inputs.items()},
            frozenset(empty),
            tuple(self.remarks),
            any(word in fold(each) for each in self.remarks for word in _INVENTED),
        )

    def _stretches(self) -> tuple[str, ...]:
        """Return the periods in order; with an empty one before each whose past was not handed in.

        Else a set that compares with the own past would compare with whatever period stands before.
        """
        found = sorted(self.seen.periods)
        if looks_back(self.given):
            found += [periods.before(each, self.given.period) for each in found[1:]]
        return tuple(sorted(set(found)))

    def _find(self, line: int, code: str, field: str = "", **params: str) -> None:
        self.findings.append(Finding(line, code, field, params))


def parts_of(given: Input) -> int:
    """Return in which parts of one an input is counted in a table."""
    return 10 ** places(given.kind) if places(given.kind) else 1


assert max(10 ** places(kind) for kind in Kind) == UNIT  # noqa: S101  sums turn everything into these parts
