"""A CSV file of observations into a data set, with every fault of its cells at once.

One line for each indicator, area and period. The columns may stand in any order, under the names in
`COLUMNS`; names of SDMX-CSV are among them. The separator is a comma, a semicolon or a tab; where it is no
comma, decimals may have one.
"""

import csv
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from thuocdo.core.delimited import delimited
from thuocdo.core.errors import Fault, Invalid, fault
from thuocdo.core.text import clean, fold
from thuocdo.publication.observations import cells, words
from thuocdo.publication.observations.types import DataSet, Period, Value

MOST_BYTES = 64 * 1024 * 1024
MOST_FAULTS = 200
COLUMNS: dict[str, tuple[str, ...]] = {
    "indicator": ("chi tieu",),
    "area": ("ref area", "dia phuong"),
    "period": ("year", "time period", "nam", "ky"),
    "value": ("obs value", "gia tri"),
    "unit": ("unit measure", "don vi"),
    "numerator": ("tu so",),
    "denominator": ("mau so",),
    "provisional": ("status", "obs status", "so bo"),
    "source": ("nguon",),
    "illustrative": ("minh hoa",),
    "indicator_name": ("ten chi tieu",),
    "area_name": ("ten dia phuong",),
}
"""The columns, each with the other names that it may have, without marks."""
NEEDED = ("indicator", "area", "period", "value", "unit")
PASSED_OVER = frozenset({"structure", "structure id", "dataflow"})
_KNOWN = {other: name for name, others in COLUMNS.items() for other in (name.replace("_", " "), *others)}
_ACTION = "action"
_ADDING = frozenset({"", "I", "A", "R", "M"})
_LONGEST = 500
_SHOWN = 40


def read_observations(
    data: bytes, *, where: str, title: str, publisher: str, as_of: date, illustrative: bool = False
) -> DataSet:
    """Return the data set of a file; raises Invalid with every fault, its line and its column.

    `where` names the file in the refusal. `illustrative` marks every value as invented, whatever the
    file says.
    """
    reader = _Reader(illustrative=illustrative)
    reader.read(data)
    faults = reader.faults
    if faults:
        if len(faults) > MOST_FAULTS:
            rest = fault(faults[MOST_FAULTS].where, "", words.MORE, count=len(faults) - MOST_FAULTS)
            faults = [*faults[:MOST_FAULTS], rest]
        raise Invalid(f"{where}, {faults[0]}.", faults=faults, hint="Nothing was published.")
    names = reader.names
    places = {kind: {code: place for place, code in enumerate(names[kind])} for kind in names}
    order_of, area_of = places["indicator"], places["area"]
    values = sorted(
        reader.values, key=lambda each: (order_of[each.indicator], area_of[each.area], each.period[1:])
    )
    named = {kind: {code: name or code for code, (name, _line) in names[kind].items()} for kind in names}
    return DataSet(title, publisher, as_of, named["indicator"], named["area"], tuple(values))


class _Reader:
    """Reads line by line; texts that repeat are looked at once."""

    def __init__(self, *, illustrative: bool) -> None:
        self.illustrative = illustrative
        self.faults: list[Fault] = []
        self.values: list[Value] = []
        self.names: dict[str, dict[str, tuple[str, int]]] = {"indicator": {}, "area": {}}
        self.units: dict[str, tuple[str, int]] = {}
        self.lines: dict[tuple[str, str, str], int] = {}
        self.at: dict[str, int] = {}
        self.head: list[str] = []
        self.mark = "."
        self.cleaned: dict[str, str] = {}
        self.periods: dict[str, Period | None] = {}

    def read(self, data: bytes) -> None:
        if len(data) > MOST_BYTES:
            self._find(1, "", words.LARGE, most=MOST_BYTES // 1024 // 1024)
            return
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            self._find(data.count(b"\n", 0, error.start) + 1, "", words.NOT_UTF8)
            return
        first = text.split("\n", 1)[0]
        delimiter = max(",;\t", key=first.count)
        # A comma in a number is a decimal sign only where it does not part the cells and no point does so.
        self.mark = "." if delimiter == "," else ""
        lines = delimited(text, delimiter)
        begun = 1
        try:
            for row in lines:
                if begun == 1:
                    self._head(row)
                    if self.faults:
                        return
                elif any(cell.strip() for cell in row):
                    self._line(begun, row)
                begun = lines.line_num + 1
        except csv.Error as error:
            self._find(begun, "", words.NO_CSV, why=error)
        if begun == 1 and not self.faults:
            self._head([])
        elif not self.values and not self.faults:
            self._find(begun - 1, "", words.NO_ROWS)

    def _head(self, row: Sequence[str]) -> None:
        self.head = [clean(each) for each in row]
        for place, name in enumerate(self.head):
            plain = fold(name).replace("_", " ")
            known = _KNOWN.get(plain) or (_ACTION if plain == _ACTION else "")
            if known in self.at:
                self._find(1, name, words.TWICE)
            elif known:
                self.at[known] = place
            elif plain not in PASSED_OVER:
                self._find(1, name[:_SHOWN] or "–", words.UNKNOWN, known=", ".join(COLUMNS))
        for name in NEEDED:
            if name not in self.at:
                self._find(1, "", words.NO_COLUMN, name=name)

    def _line(self, line: int, row: Sequence[str]) -> None:
        if len(row) != len(self.head):
            self._find(line, "", words.CELLS, count=len(row), columns=len(self.head))
            return
        before = len(self.faults)
        indicator, area, unit = (self._needed(line, row, name) for name in ("indicator", "area", "unit"))
        period = self._period(line, row)
        value = Value(
            indicator,
            area,
            period,
            self._number(line, row, "value"),
            unit,
            self._number(line, row, "numerator"),
            self._number(line, row, "denominator"),
            self._said(line, row, "provisional"),
            self._text(line, row, "source"),
            self._said(line, row, "illustrative") or self.illustrative,
        )
        action = self._text(line, row, _ACTION)
        if action not in _ADDING:
            self._find(line, self._shown(_ACTION), words.ACTION, value=action[:_SHOWN])
        for kind, code in (("indicator", indicator), ("area", area)):
            self._name(line, kind, code, self._text(line, row, f"{kind}_name"))
        if indicator and unit:
            other, first = self.units.setdefault(indicator, (unit, line))
            if other != unit:
                self._find(line, self._shown("unit"), words.UNIT, value=unit, other=other, first=first)
        if len(self.faults) == before:
            first = self.lines.setdefault((indicator, area, period.text), line)
            if first != line:
                self._find(line, self._shown("period"), words.REPEATED, first=first)
            self.values.append(value)

    def _text(self, line: int, row: Sequence[str], name: str) -> str:
        place = self.at.get(name)
        if place is None or not (raw := row[place]):
            return ""
        found = self.cleaned.get(raw)
        if found is None:
            found = self.cleaned[raw] = clean(raw)
        if len(found) > _LONGEST:
            self._find(line, self._shown(name), words.LONG, most=_LONGEST)
        return found

    def _needed(self, line: int, row: Sequence[str], name: str) -> str:
        found = self._text(line, row, name)
        if not found:
            self._find(line, self._shown(name), words.EMPTY)
        return found

    def _number(self, line: int, row: Sequence[str], name: str) -> Decimal | None:
        place = self.at.get(name)
        if place is None or not (text := row[place].strip()):
            return None
        if not self.mark and not text.lstrip("+-").isdigit():
            self.mark = "," if "," in text else "."
        found = cells.number(text, self.mark or ".")
        if found is None:
            self._find(line, self._shown(name), words.NUMBER, value=text[:_SHOWN], mark=self.mark or ".")
        return found

    def _period(self, line: int, row: Sequence[str]) -> Period:
        text = self._needed(line, row, "period")
        if text not in self.periods:
            self.periods[text] = cells.period(text)
        found = self.periods[text]
        if found is None:
            if text:
                self._find(line, self._shown("period"), words.PERIOD, value=text[:_SHOWN])
            return Period(text, date.min, date.min)
        return found

    def _said(self, line: int, row: Sequence[str], name: str) -> bool:
        text = self._text(line, row, name)
        found = cells.said(text) if text else False
        if found is None:
            self._find(line, self._shown(name), words.SAID, value=text[:_SHOWN])
        return bool(found)

    def _name(self, line: int, kind: str, code: str, name: str) -> None:
        other, first = self.names[kind].setdefault(code, (name, line)) if code else (name, line)
        if name and not other:
            self.names[kind][code] = (name, line)
        elif name and name != other:
            shown = {"code": code[:_SHOWN], "value": name, "other": other, "first": first}
            self._find(line, self._shown(f"{kind}_name"), words.NAME, **shown)

    def _shown(self, name: str) -> str:
        """Return a column's name as the file has it."""
        return self.head[self.at[name]] if name in self.at else name

    def _find(self, line: int, column: str, template: str, **params: object) -> None:
        # In quotation marks, so that no door takes the column's name for a word to translate.
        self.faults.append(fault(f"line {line}", f"“{column}”" if column else "", template, **params))
