"""The consistency check: every number is the snapshot's, one count is one number, parts sum to the whole."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from thuocdo.core.errors import Fault, fault
from thuocdo.reports import faults
from thuocdo.reports.counting import DIMENSIONS, Figures
from thuocdo.reports.literals import literals, plain, tasks_named
from thuocdo.reports.markers import short
from thuocdo.reports.types import (
    Cell,
    Figure,
    Line,
    Reference,
    Remarked,
    Report,
    Voice,
    grids_of,
    lines_of,
    shown,
)

_OFFERED = ("tasks", "tasks.once", "tasks.recurring", "indicators", "reports", "bodies")


def check(report: Report, figures: Figures, names: Mapping[str, str]) -> tuple[Fault, ...]:
    """Return everything that is wrong with a composed report; `names` are the bodies' names by code.

    What the report shows is compared with what the snapshot says, so a number that somebody has changed
    in the text is found as well as one that was typed without a query.
    """
    found = tuple(references(report))
    return (
        *_differing(found, figures, report.asked.language),
        *_two_values(found),
        *_sums(found, figures, report.asked.language),
        *_typed(report, figures),
        *_silent(report, names),
    )


def references(report: Report) -> Iterator[Reference]:
    """Yield the table of references: every number of the report with its place, sentence and query.

    A number with a source of its own has the query "=" and the source as its sentence's end.
    """
    for place, line in lines_of(report):
        yield from _of_parts(place, line.text, line.parts)
    for place, grid in grids_of(report):
        for row in grid.rows:
            label = _label(row)
            for head, cell in zip(grid.heads, row, strict=True):
                yield from _of_parts(place, f"{label}: {head}" if label else head, cell)


def _of_parts(place: str, sentence: str, parts: Cell) -> Iterator[Reference]:
    for part in parts:
        match part:
            case Figure(query, number):
                yield Reference(place, sentence, query, number)
            case Remarked(number, source):
                yield Reference(place, sentence, f"={source}", number)


def _label(row: tuple[Cell, ...]) -> str:
    words = (cell for cell in row if cell and not any(isinstance(part, Figure) for part in cell))
    return next(("".join(map(shown, cell)) for cell in words if "".join(map(shown, cell)).strip()), "")


def _differing(found: Iterable[Reference], figures: Figures, language: str) -> Iterator[Fault]:
    for each in found:
        if each.query.startswith("="):
            continue
        if wrong := figures.wrong(each.query):
            yield fault(each.place, None, wrong, query=each.query)
        elif each.shown != (right := figures.shown(each.query, language)):
            yield fault(each.place, None, faults.DIFFERS, query=each.query, found=each.shown, right=right)


def _two_values(found: Iterable[Reference]) -> Iterator[Fault]:
    first: dict[str, Reference] = {}
    for each in found:
        known = first.setdefault(each.query, each)
        if known.shown != each.shown and not each.query.startswith("="):
            yield fault(
                each.place,
                None,
                faults.TWO_VALUES,
                query=each.query,
                found=each.shown,
                other=known.shown,
                place=known.place,
            )


def _sums(found: Iterable[Reference], figures: Figures, language: str) -> Iterator[Fault]:
    """Yield each total whose parts, as one place of the report shows them, do not sum to it."""
    by_place: dict[str, dict[str, Reference]] = {}
    for each in found:
        if "/" not in each.query and not each.query.startswith("=") and not figures.wrong(each.query):
            by_place.setdefault(each.place, {})[each.query] = each
    for counts in by_place.values():
        for whole in counts.values():
            yield from _broken(whole, counts, figures, language)


def _broken(
    whole: Reference, counts: Mapping[str, Reference], figures: Figures, language: str
) -> Iterator[Fault]:
    name, *facets = whole.query.split(".")
    if name not in DIMENSIONS:
        return
    for dimension in figures.dimensions(name):
        parts = [counts.get(f"{whole.query}.{facet}") for facet in dimension]
        known = [part for part in parts if part is not None]
        if len(dimension) < 2 or len(known) < len(parts) or set(dimension) & set(facets):  # noqa: PLR2004  one part is no sum
            continue
        total = sum((_number(part.shown, language) for part in known), Decimal(0))
        if total != _number(whole.shown, language):
            yield fault(whole.place, None, faults.SUM, query=whole.query, found=total, right=whole.shown)


def _number(text: str, language: str) -> Decimal:
    decimal, thousands = (",", ".") if language == "vi" else (".", ",")
    plain_text = text.replace(thousands, "").replace(decimal, ".").replace("−", "-")
    try:
        return Decimal(plain_text)
    except ArithmeticError:
        return Decimal("NaN")


def _typed(report: Report, figures: Figures) -> Iterator[Fault]:
    known = {task.number for task in figures.snapshot.facts.programme.tasks}
    for place, line in lines_of(report):
        if line.voice is not Voice.AUTHOR:
            continue
        words = _words(line)
        for number in literals(words):
            marker = _marker_for(number, figures, report)
            yield fault(place, None, faults.LITERAL, number=number, sentence=short(line.text), marker=marker)
        for task in tasks_named(words):
            if task not in known:
                yield fault(place, None, faults.TASK_UNKNOWN, number=task, sentence=short(line.text))


def _words(line: Line) -> str:
    """Return the line with its live numbers blanked, so that two pieces never read as one number."""
    return "".join(" … " if isinstance(part, Figure | Remarked) else shown(part) for part in line.parts)


def _marker_for(number: str, figures: Figures, report: Report) -> str:
    """Return the marker that gives the typed number, where one is near at hand; else an example."""
    agency = report.asked.agency
    bases = (f"parts.of-{agency}", f"reports.of-{agency}") if agency else _OFFERED
    for base in bases:
        name = base.partition(".")[0]
        facets = (facet for dimension in figures.dimensions(name)[:1] for facet in dimension)
        for query in (base, *(f"{base}.{facet}" for facet in facets)):
            if str(figures.value(query)) == plain(number):
                return f"{{{query}}}"
    return f"{{={number}|…}}"


def _silent(report: Report, names: Mapping[str, str]) -> Iterator[Fault]:
    text = "\n".join(line.text for _place, line in lines_of(report))
    for code in report.silent:
        if names.get(code, code) not in text:
            yield fault("report", None, faults.SILENT_UNNAMED, body=names.get(code, code))
