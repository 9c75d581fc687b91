"""What the describing files say of a data set: data package, catalogue entry, SDMX."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from thuocdo.core.errors import N_
from thuocdo.core.formulas import guarded
from thuocdo.core.messages import LANGUAGES
from thuocdo.core.text import slug
from thuocdo.publication.columns import Table
from thuocdo.publication.describing import dcat, package, parquet
from thuocdo.publication.describing.sdmx_writing import (
    STATES,
    Codes,
    Flow,
    data_csv,
    flow_id,
    structure_xml,
)
from thuocdo.publication.describing.snapshot import MARK, words
from thuocdo.publication.manifest import Correction
from thuocdo.publication.observations.types import DataSet, Value

_ABOUT = N_("{values} values of {indicators} indicators for {areas} areas, as published on {day}.")
_CODE = re.compile(r"[^A-Za-z0-9_@$-]")
_DIMENSIONS = {
    "INDICATOR": N_("Code of the indicator; _ stands for a sign that a code may not have"),
    "REF_AREA": N_("Code of the area; _ stands for a sign that a code may not have"),
}
_ATTRIBUTES = {
    "UNIT_MEASURE": N_("Unit, as the file gives it."),
    "OBS_STATUS": STATES.meaning,
    "NUMERATOR": N_("Numerator, where one is given."),
    "DENOMINATOR": N_("Denominator, where one is given."),
    "SOURCE": N_("Who published the value, and where"),
    "ILLUSTRATIVE": N_("Whether the value is invented to show how it works"),
}


@dataclass(frozen=True, slots=True)
class Handed:
    """A data set with its tables, as the describing files see it."""

    given: DataSet
    tables: tuple[Table, ...]
    place: str = ""
    corrections: tuple[Correction, ...] = ()

    @property
    def name(self) -> str:
        """Return its title in a form for addresses."""
        return slug(self.given.title) or "data"

    @property
    def as_of(self) -> date:
        """Return the day of publication."""
        return self.given.as_of

    @property
    def begins_on(self) -> date:
        """Return the first day for which there is a value."""
        return min(each.period.start for each in self.given.values)

    @property
    def ends_on(self) -> date:
        """Return the last day for which there is a value."""
        return max(each.period.end for each in self.given.values)

    @property
    def source(self) -> str:
        """Return who handed it in, the title where nobody is named."""
        return self.given.publisher or self.given.title

    @property
    def whole_tables(self) -> Iterator[Table]:
        """Yield the tables that are no part of another."""
        return (table for table in self.tables if not table.part)

    def title(self, _language: str) -> str:
        """Return the title in the language that it came in, marked when data are illustrative."""
        return f"{self.given.title} ({MARK})" if self.given.illustrative else self.given.title

    def issuer(self, _language: str) -> str:
        """Return who publishes it, the title where nobody is named."""
        return self.given.publisher or self.given.title

    def about(self, language: str) -> str:
        """Return how much it holds, in a sentence."""
        given = self.given
        counts = {"values": len(given.values), "indicators": len(given.indicators), "areas": len(given.areas)}
        return words(_ABOUT, language, day=given.as_of, **counts)


def describing_files(of: Handed) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of each; the same data set always gives the same bytes."""
    yield from package.files(of)
    yield from dcat.files(of)
    yield from _sdmx(of)
    yield from parquet.files(of)


def _sdmx(of: Handed) -> Iterator[tuple[str, bytes]]:
    given = of.given
    names = {"INDICATOR": given.indicators, "REF_AREA": given.areas}
    codes = {dimension: _codes(names[dimension]) for dimension in names}
    lists = {
        dimension: Codes(
            f"CL_{dimension}",
            _DIMENSIONS[dimension],
            {
                code: dict.fromkeys(LANGUAGES, names[dimension][each])
                for each, code in codes[dimension].items()
            },
        )
        for dimension in _DIMENSIONS
    }
    flow = Flow(
        flow_id(of.name),
        "DSD_DATA_SET",
        given.as_of,
        given.illustrative,
        {language: of.title(language) for language in LANGUAGES},
        _DIMENSIONS,
        _ATTRIBUTES,
        {**lists, "OBS_STATUS": STATES},
    )
    yield "sdmx/structure.xml", structure_xml(flow)
    rows = (_cells(each, codes["INDICATOR"], codes["REF_AREA"]) for each in given.values)
    yield "sdmx/observations.csv", data_csv(flow, rows)


def _codes(given: Iterable[str]) -> dict[str, str]:
    """Return an id that SDMX allows for each code, each once."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for each in given:
        plain = _CODE.sub("_", each if each.isascii() else slug(each).replace("-", "_").upper()) or "_"
        code, number = plain, 1
        while code in taken:
            number += 1
            code = f"{plain}_{number}"
        found[each] = code
        taken.add(code)
    return found


def _cells(each: Value, indicators: dict[str, str], areas: dict[str, str]) -> Iterable[str]:
    return (
        indicators[each.indicator],
        areas[each.area],
        each.period.text,
        "" if each.value is None else format(each.value, "f"),
        guarded(each.unit),
        "P" if each.provisional else "A",
        *("" if part is None else format(part, "f") for part in (each.numerator, each.denominator)),
        guarded(each.source),
        "true" if each.illustrative else "false",
    )
