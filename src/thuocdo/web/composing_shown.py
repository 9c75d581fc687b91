"""What the pages of the composer show: faults with where to mend them, numbers as links, the markers."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from thuocdo.config.current import Known
from thuocdo.core.errors import Fault
from thuocdo.evaluation.reasons import indicator_status_word, status_word
from thuocdo.evaluation.types import IndicatorStatus
from thuocdo.programme.types import Indicator, Task
from thuocdo.reports.counting import REPORT_STATES, STATUSES, Figures
from thuocdo.reports.types import Cell, Composed, Figure, Report, Snapshot, place_of, shown
from thuocdo.web.examining import Names
from thuocdo.web.language import N_, language, said_fault
from thuocdo.web.language import words as _

MOST_ROWS = 500
"""Rows of one number that a page lists."""

MEANINGS: Mapping[str, str] = {
    "": N_("all"),
    "once": N_("end once"),
    "recurring": N_("recur"),
    "claimed_without_proof": N_("reported as done without matching evidence"),
    "due_next": N_("open and due by the end of the next period"),
    "done_in_period": N_("done within this period"),
    "open": N_("not done"),
    "missing": N_("report|still missing"),
    "sent": N_("report|sent, not verified"),
    "returned": N_("report|returned"),
    "verified": N_("report|verified"),
    "silent": N_("reported on none of their tasks"),
    "partly": N_("reported on a part"),
    "complete": N_("reported on all"),
}
_SETS: Mapping[str, str] = {
    "tasks": N_("Tasks"),
    "parts": N_("Tasks of this body"),
    "indicators": N_("Indicators"),
    "reports": N_("Reports"),
    "bodies": N_("Bodies"),
}
_MARKS = ("once", "recurring", "claimed_without_proof", "due_next", "done_in_period", "open")


@dataclass(frozen=True, slots=True)
class Placed:
    """A fault with the key of the section where it stands, "" for the whole report."""

    key: str
    place: str
    words: str


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker that an author may write, what it counts and what it gives."""

    written: str
    counts: str
    value: str


def namer(known: Known) -> Callable[[str], str]:
    """Return what names a body in the language of the page."""
    names = Names(known)

    def name(code: str) -> str:
        return names(code, language())

    return name


def section_keys(composed: Composed) -> tuple[str, ...]:
    """Return the keys of the sections that an author may add to."""
    return tuple(section.key for section in composed.report.sections)


def placed(faults: Iterable[Fault], report: Report) -> tuple[Placed, ...]:
    """Return the faults with the sections that they belong to."""
    keys = {place_of(section): section.key for section in report.sections}
    known = set(keys.values())

    def put(each: Fault) -> Placed:
        key = keys.get(each.where, "") or (each.field if each.field in known else "") or ""
        place = next((where for where, section in keys.items() if section == key), "")
        field = "" if key else _FIELD_WORDS.get(each.field or "", "")
        return Placed(key, place or (_(field) if field else ""), said_fault(each))

    return tuple(put(each) for each in faults)


_FIELD_WORDS: Mapping[str, str] = {
    "as_of": N_("Day of the numbers"),
    "dated": N_("Date of the report"),
    "recipients": N_("Recipients"),
    "parent": N_("Superior body"),
    "issuer": N_("Issuing body"),
    "number": N_("Number and symbol"),
    "place": N_("Place of issue"),
    "signing": N_("Authority and position of the signatory"),
    "signer": N_("Name of the signatory"),
}


def parts(cell: Cell) -> Iterator[tuple[str, str]]:
    """Yield the parts of a line: what is read, and the query of a live number ("" for words)."""
    for part in cell:
        yield shown(part), part.query if isinstance(part, Figure) else ""


def markers(snapshot: Snapshot, report: Report) -> tuple[Marker, ...]:
    """Return the markers nearest at hand, with their values in this report."""
    asked = report.asked
    figures = Figures(snapshot, asked.cycle)
    own = f".of-{asked.agency}" if asked.agency else ""
    lists: list[tuple[str, tuple[str, ...]]] = [
        (f"parts{own}" if own else "tasks", ("", *_MARKS, *STATUSES)),
        (f"reports{own}", ("", *REPORT_STATES)),
    ]
    if not own:
        lists.append(("bodies", ("", "complete", "partly", "silent")))
        lists.append(("indicators", ("", *(status.value for status in IndicatorStatus))))
    return tuple(
        Marker(
            f"{{{query}}}",
            f"{_(_SETS[base.partition('.')[0]])}: {_meaning(base, facet)}",
            figures.shown(query, asked.language),
        )
        for base, facets in lists
        for facet in facets
        for query in (f"{base}.{facet}" if facet else base,)
    )


def _meaning(base: str, facet: str) -> str:
    if base == "indicators" and facet:
        return indicator_status_word(facet, language())
    if facet in STATUSES and not base.startswith("reports"):
        return status_word(facet, language())
    return _(MEANINGS[facet]).rsplit("|", maxsplit=1)[-1]


_OF_INDICATORS = frozenset({"indicators", "value", "target", "required"})


def belongs(query: str, agency: str) -> bool:
    """Say whether a number may stand in a report: in a body's own only its own, and the indicators."""
    if not agency:
        return True
    return all(
        part.partition(".")[0] in _OF_INDICATORS or f"of-{agency}" in part.split(".")
        for part in query.split("/")
    )


def rows(figures: Figures, query: str) -> tuple[tuple[str, str], ...]:
    """Return number and name of what a query counts, at most `MOST_ROWS`."""
    snapshot = figures.snapshot
    names, spoken = Names(Known(snapshot.facts, snapshot.verdicts)), language()
    kind = query.partition(".")[0]

    def named(item: Task | Indicator) -> tuple[str, str]:
        return item.number, item.name_vi if spoken == "vi" else item.name_en

    programme = snapshot.facts.programme
    if kind == "bodies":
        return tuple(("", names(key, spoken)) for key in figures.keys(query)[:MOST_ROWS])
    if kind == "evidence":
        known = {piece.id: (piece.task, piece.text) for piece in snapshot.facts.evidence}
    elif kind in _OF_INDICATORS:
        known = {item.key: named(item) for item in programme.indicators}
    else:
        known = {item.code: named(item) for item in programme.tasks}
    return tuple(known.get(key, (key, "")) for key in figures.keys(query)[:MOST_ROWS])
