"""The findings of a comparison in words: headings, sentences and remarks, as messages to translate."""

from collections.abc import Mapping
from datetime import date

from thuocdo.core.messages import translate
from thuocdo.documents.comparing.types import Certainty, Comparison, Difference, Element, Finding, Kind, Place
from thuocdo.documents.reading.periods import MONTHS

N_ = str
"""Marks a message for translation."""

HEADINGS: Mapping[Kind, str] = {
    Kind.AIM_DIFFERS: N_("Aims that differ"),
    Kind.AIM_WITHOUT_INDICATOR: N_("Aims of A without an indicator in B"),
    Kind.FIGURE_WITHOUT_INDICATOR: N_("Figures in the text without an indicator of their own"),
    Kind.INDICATOR_WITHOUT_AIM: N_("Indicators of B without an aim in A"),
    Kind.CLAUSE_WITHOUT_TASK: N_("Clauses without a task"),
    Kind.TASK_WITHOUT_TASK: N_("Tasks of A without a task in B"),
    Kind.TASK_DIFFERS: N_("Tasks with other leads or another output"),
    Kind.TWO_DEADLINES: N_("Two deadlines for one task"),
    Kind.LEAD_GONE: N_("Bodies that no longer exist"),
}
CERTAINTIES: Mapping[Certainty, str] = {
    "certain": N_("certain"),
    "likely": N_("likely"),
    "candidate": N_("to check"),
}
OTHER_LANGUAGE = N_(
    "The documents are in two languages: only figures, codes, bodies and days were compared, no words."
)
TOLD_APART = N_("Told apart: {count} clauses that head others or say who organises the work.")
_ELEMENTS: Mapping[Element, str] = {
    "aim": N_("aim {code}"),
    "clause": N_("clause {code}"),
    "task": N_("task {code}"),
    "document": N_("document"),
}
_FIELDS: Mapping[str, str] = {
    "comparator": N_("Comparator: {first} · {second}"),
    "value": N_("Figure: {first} · {second}"),
    "scope": N_("Scope: {first} · {second}"),
    "horizon": N_("Year: {first} · {second}"),
    "figure_added": N_("Target: {first} · {second}"),
    "leads": N_("Lead: {first} · {second}"),
    "output": N_("Output: {first} · {second}"),
    "deadline": N_("Time: {first} · {second}"),
}
_IN_WORDS = N_("in words")
_NOT_PRINTED = N_("not printed")


def place_name(place: Place, language: str) -> str:
    """Return where something stands: "A, task 12"."""
    named = translate(_ELEMENTS[place.element], language).format(code=place.code)
    return f"{place.side.upper()}, {named}" + (f" ({place.horizon})" if place.horizon else "")


def difference(item: Difference, language: str) -> str:
    """Return what one field says in both places, in the order of the places."""
    blank = _IN_WORDS if item.field == "figure_added" else _NOT_PRINTED
    first, second = (said or translate(blank, language) for said in (item.first, item.second))
    return translate(_FIELDS[item.field], language).format(first=first, second=second)


def remark(finding: Finding, language: str) -> str:
    """Return what must be said beside the two places; "" where they speak for themselves."""
    message, params = _remark(finding, language)
    return translate(message, language).format(**params) if message else ""


def summary(comparison: Comparison, language: str) -> tuple[tuple[str, int], ...]:
    """Return the heading and number of findings of every kind, also of those without any."""
    counts = comparison.counts()
    return tuple((translate(HEADINGS[kind], language), counts[kind]) for kind in Kind)


def certainty(finding: Finding, language: str) -> str:
    """Return how sure a finding is, with the likeness of the words where words were compared."""
    said = translate(CERTAINTIES[finding.certainty], language)
    if finding.score is None:
        return said
    return translate("{certainty}, likeness {score}", language).format(
        certainty=said, score=f"{finding.score:.0%}"
    )


def notes(comparison: Comparison, language: str) -> tuple[str, ...]:
    """Return what a reader must know about the whole comparison."""
    found = [translate(OTHER_LANGUAGE, language)] if not comparison.words_compared else []
    if comparison.told_apart:
        found.append(translate(TOLD_APART, language).format(count=comparison.told_apart))
    return tuple(found)


def shown_day(day: date, language: str) -> str:
    """Return a day as people write it."""
    if language == "vi":
        return day.strftime("%d/%m/%Y")
    return f"{day.day} {MONTHS[day.month - 1].title()} {day.year}"


def _remark(finding: Finding, language: str) -> tuple[str, Mapping[str, str]]:
    if finding.kind is Kind.LEAD_GONE:
        return _ended(finding.params, language)
    if finding.params.get("stands") == "duty":
        return N_("No indicator of its own; the same figure stands in a clause or task."), {}
    if finding.kind is Kind.TWO_DEADLINES and finding.second is None:
        return N_("The words name another day than the column of time."), {}
    if finding.kind in _ALONE:
        return (
            (N_("The nearest is shown; it may be another thing."), {}) if finding.second else (_NOTHING, {})
        )
    return "", {}


def _ended(params: Mapping[str, str], language: str) -> tuple[str, Mapping[str, str]]:
    shown = {
        "last_day": shown_day(date.fromisoformat(params["last_day"]), language),
        "successor": params["successor_vi" if language == "vi" else "successor_en"],
        "tasks": params["tasks"] or "—",
        "aims": params["aims"] or "—",
    }
    return (_FOLLOWED if shown["successor"] else _NOT_FOLLOWED), shown


_FOLLOWED = N_(
    "Existed until {last_day}; its duties are now with {successor}. Tasks: {tasks}; indicators: {aims}."
)
_NOT_FOLLOWED = N_(
    "Existed until {last_day}; the register names no successor. Tasks: {tasks}; indicators: {aims}."
)
_NEAREST = N_("The nearest is shown; it may be another thing.")
_NOTHING = N_("Nothing comes near.")
_ALONE = frozenset(
    {
        Kind.AIM_WITHOUT_INDICATOR,
        Kind.FIGURE_WITHOUT_INDICATOR,
        Kind.INDICATOR_WITHOUT_AIM,
        Kind.CLAUSE_WITHOUT_TASK,
        Kind.TASK_WITHOUT_TASK,
    }
)
