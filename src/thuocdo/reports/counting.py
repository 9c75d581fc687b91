"""What can be counted in a snapshot: sets of rows, and in each the facets by which a query chooses.

A query names a set and facets, `tasks.theme-III.late`: it counts the rows that have all of them. In
every dimension of a set a row has exactly one facet, so the parts of a total always sum to it.
`a/b` is the share of one count in another, in per cent. `value.10@2030` is no count but the value of an
indicator's row as judged, `target` and `required` likewise, with `#2` for the row's second target.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from thuocdo.evaluation.types import IndicatorStatus, OfficeCell, Status, TargetVerdict
from thuocdo.programme.types import Cycle
from thuocdo.publication.site.words import number, rounded
from thuocdo.reports import faults
from thuocdo.reports.rows import Row, rows_of
from thuocdo.reports.types import Figure, Snapshot

_PART = r"[a-z]+(?:\.[\w@-]+)*(?:#[1-9])?"
_QUERY = re.compile(rf"{_PART}(?:/{_PART})?")
_VALUES = ("value", "target", "required")
STATUSES = tuple(status.value for status in Status if status is not Status.REPLACED)
_RHYTHMS = ("once", "recurring")
_CELLS = (*(cell.value for cell in OfficeCell), "no_cell")
REPORT_STATES = ("missing", "sent", "returned", "verified")
PROGRESS = ("silent", "partly", "complete")
SIDES = ("central", "province")

DIMENSIONS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "tasks": (STATUSES, _RHYTHMS, _CELLS),
    "parts": (STATUSES, _RHYTHMS),
    "replaced": (_RHYTHMS,),
    "indicators": ((*(status.value for status in IndicatorStatus), "heading"),),
    "reports": (REPORT_STATES, SIDES),
    "bodies": (PROGRESS, SIDES),
    "evidence": (("waiting", "accepted"),),
    "allocated": (),
    "disbursed": (),
}
"""The sets, and of each the dimensions that do not follow from the programme (themes, bodies)."""

MARKS: Mapping[str, frozenset[str]] = {
    "tasks": frozenset({"claimed_without_proof", "due_next", "done_in_period", "open"}),
    "parts": frozenset({"claimed_without_proof", "due_next", "done_in_period", "open", "due", "due_in_time"}),
    "reports": frozenset({"received", "received_late"}),
}
"""Facets outside every dimension: a row has them or not."""

_THEMED = frozenset({"tasks", "parts", "replaced", "reports", "evidence", "allocated", "disbursed"})
_OWNED = frozenset({"parts", "reports", "bodies", "evidence", "allocated", "disbursed"})


@dataclass
class Figures:
    """The numbers of one snapshot for the report of one period; each query is counted once."""

    snapshot: Snapshot
    cycle: Cycle
    _rows: Mapping[str, tuple[Row, ...]] = field(init=False)
    _counted: dict[str, Decimal | int] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._rows = rows_of(self.snapshot, self.cycle)
        programme, register = self.snapshot.facts.programme, self.snapshot.facts.register
        self._themes = tuple(f"theme-{theme.code}" for theme in programme.themes)
        named = dict.fromkeys(f"of-{item.code}" for item in register.agencies)
        # What a body said that no register knows is counted under its own code, never lost.
        rows = (row for found in self._rows.values() for row in found)
        named |= dict.fromkeys(sorted({each for row in rows for each in row.facets if each[:3] == "of-"}))
        self._bodies = tuple(named)
        self._indicators = {item.key: item for item in programme.indicators}
        self._verdicts = {item.indicator: item for item in self.snapshot.verdicts.indicators}

    def dimensions(self, name: str) -> tuple[tuple[str, ...], ...]:
        """Return the dimensions of a set; the facets of one share out its rows."""
        themes = (self._themes,) if name in _THEMED else ()
        bodies = (self._bodies,) if name in _OWNED else ()
        return (*DIMENSIONS[name], *themes, *bodies)

    def wrong(self, query: str) -> str:
        """Return the sentence that says why a query is none, "" when it can be counted."""
        if not _QUERY.fullmatch(query):
            return faults.NO_QUERY
        for part in query.split("/"):
            name, *facets = part.split(".")
            if name in _VALUES:
                if "/" in query or part.partition(".")[2].partition("#")[0] not in self._indicators:
                    return faults.NO_INDICATOR
            elif name not in DIMENSIONS:
                return faults.NO_SET
            elif not self._facets(name).issuperset(facets):
                return faults.NO_FACET
        return ""

    def value(self, query: str) -> Decimal | int | None:
        """Return the number that a query gives; None where there is none to give (nothing to divide by)."""
        part, _slash, whole = query.partition("/")
        name = part.partition(".")[0]
        if name in _VALUES:
            return self._of_indicator(query)
        if not whole:
            return self._count(query)
        divisor = self._count(whole)
        return rounded(Decimal(100 * self._count(part)) / divisor, 1) if divisor else None

    def figure(self, query: str, language: str) -> Figure:
        """Return the number of a query that is not wrong, as it is shown."""
        return Figure(query, self.shown(query, language))

    def shown(self, query: str, language: str) -> str:
        """Return how the number of a query is written: "1.234", "26,4 %", "–" for none."""
        value = self.value(query)
        percent = "\u00a0%" if "/" in query and value is not None else ""
        return number(value, language) + percent

    def keys(self, query: str) -> tuple[str, ...]:
        """Return the keys of the rows that a count counts, each once: what a reader looks up."""
        part = query.partition("/")[0]
        name, *facets = part.split(".")
        if name in _VALUES:
            return (part.partition(".")[2].partition("#")[0],)
        return tuple(dict.fromkeys(row.key for row in self.rows(name, *facets)))

    def rows(self, name: str, *facets: str) -> tuple[Row, ...]:
        """Return the rows of a set that have all these facets."""
        wanted = frozenset(facets)
        return tuple(row for row in self._rows[name] if wanted <= row.facets)

    def _count(self, query: str) -> Decimal | int:
        if query not in self._counted:
            name, *facets = query.split(".")
            self._counted[query] = _sum(row.amount for row in self.rows(name, *facets))
        return self._counted[query]

    def _facets(self, name: str) -> frozenset[str]:
        known = frozenset(facet for dimension in self.dimensions(name) for facet in dimension)
        return known | MARKS.get(name, frozenset())

    def _of_indicator(self, query: str) -> Decimal | None:
        name, _dot, rest = query.partition(".")
        key, _hash, at = rest.partition("#")
        place = int(at or 1)
        indicator = self._indicators[key]
        if name == "target":
            targets = indicator.targets
            return targets[place - 1].value if place <= len(targets) else None
        judged = self._verdicts[key].targets
        found: TargetVerdict | None = judged[place - 1] if place <= len(judged) else None
        if found is None:
            return None
        return rounded(found.value if name == "value" else found.required, indicator.decimals)


def _sum(amounts: Iterable[Decimal | int]) -> Decimal | int:
    return sum(amounts, 0)
