"""The tables of a data set: all values, those of each indicator, indicators, areas, and the dictionary."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from operator import attrgetter

from thuocdo.core.errors import N_
from thuocdo.core.text import slug
from thuocdo.publication.columns import DATE, INTEGER, TEXT, Cell, Column, Table, columns
from thuocdo.publication.observations.types import DataSet, Value
from thuocdo.publication.tables import dictionary_of

INDICATORS = "chi-tieu"
_PLAIN = re.compile(r"[A-Za-z0-9_@]+(?:[.-][A-Za-z0-9_@]+)*")
_ENDINGS = (".csv", ".json")
_LONGEST = 80

_INDICATOR = Column("indicator", TEXT, N_("Code of the indicator, as the file gives it."))
_INDICATOR_NAME = Column("indicator_name", TEXT, N_("Name of the indicator."))
_AREA = Column("area", TEXT, N_("Code of the area, as the file gives it."))
_AREA_NAME = Column("area_name", TEXT, N_("Name of the area."))
_UNIT = Column("unit", TEXT, N_("Unit, as the file gives it."))
_VALUES = (
    _INDICATOR,
    _AREA,
    Column("period", TEXT, N_("The period: a year, a quarter, a month or a day.")),
    _INDICATOR_NAME,
    _AREA_NAME,
    *columns("period_start", "period_end", "value"),
    _UNIT,
    *columns("numerator", "denominator", "provisional", "source", "illustrative"),
)
_COUNTED = Column("count", INTEGER, N_("How many values there are."))


def addresses(given: DataSet) -> dict[str, str]:
    """Return the name of each indicator in addresses: its code, or a plain form of it, each once."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for code in given.indicators:
        plain = bool(_PLAIN.fullmatch(code)) and not code.lower().endswith(_ENDINGS)
        name = (code if plain else slug(code))[:_LONGEST].strip(".-") or "x"
        # Some disks hold two names that differ only in capital letters as one.
        choices = (name, *(f"{name}-{number}" for number in range(2, len(given.indicators) + 2)))
        found[code] = next(each for each in choices if each.lower() not in taken)
        taken.add(found[code].lower())
    return found


def tables(given: DataSet) -> tuple[Table, ...]:
    """Return every table, the dictionary last; the values of one indicator are a part of all values."""
    named = addresses(given)
    parts = {
        code: tuple(_row(given, each) for each in values)
        for code, values in groupby(given.values, attrgetter("indicator"))
    }
    whole = Table("observations", "observations", _VALUES, tuple(_joined(parts.values())), keys=3)
    found = (
        whole,
        _indicators(given, named),
        _areas(given),
        *(replace(whole, path=f"{INDICATORS}/{named[code]}", rows=parts[code], part=True) for code in parts),
    )
    return (*found, dictionary_of("dictionary", found))


def _joined(parts: Iterable[tuple[tuple[Cell, ...], ...]]) -> Iterator[tuple[Cell, ...]]:
    for rows in parts:
        yield from rows


def _row(given: DataSet, each: Value) -> tuple[Cell, ...]:
    return (
        each.indicator,
        each.area,
        each.period.text,
        given.indicators[each.indicator],
        given.areas[each.area],
        each.period.start,
        each.period.end,
        *each[3:],
    )


def _indicators(given: DataSet, named: dict[str, str]) -> Table:
    rows = []
    for code, found in groupby(given.values, attrgetter("indicator")):
        values = list(found)
        days = [each.period for each in values]
        rows.append(
            (
                code,
                given.indicators[code],
                values[0].unit,
                len(values),
                min(day.start for day in days),
                max(day.end for day in days),
                f"{INDICATORS}/{named[code]}",
                any(each.illustrative for each in values),
            )
        )
    first = Column("first_day", DATE, N_("First day for which there is a value."))
    last = Column("last_day", DATE, N_("Last day for which there is a value."))
    described = (_INDICATOR, _INDICATOR_NAME, _UNIT, _COUNTED, first, last, *columns("file", "illustrative"))
    return Table("indicators", INDICATORS, described, tuple(rows))


def _areas(given: DataSet) -> Table:
    counted = dict.fromkeys(given.areas, 0)
    for each in given.values:
        counted[each.area] += 1
    rows = tuple((code, given.areas[code], count) for code, count in counted.items())
    return Table("areas", "dia-phuong", (_AREA, _AREA_NAME, _COUNTED), rows)
