"""The words of criteria sets and assessments: states, sources, how points come about, periods, reasons."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from thuocdo.assessments.types import Giver, Question, SetState, State
from thuocdo.core.messages import Reason
from thuocdo.evaluation.scoring.kinds import (
    Certainty,
    Kind,
    Missing,
    Origin,
    Period,
    PillarKind,
    Rescale,
    Standing,
    UnitType,
)
from thuocdo.evaluation.scoring.showing import in_language
from thuocdo.evaluation.scoring.types import (
    Count,
    CriteriaSet,
    Criterion,
    Linear,
    Mean,
    Measure,
    Range,
    Score,
    Share,
    Steps,
    Terms,
    Value,
    Words,
    YesNo,
)
from thuocdo.evaluation.scoring.words import TYPE_WORDS, reason_words, spoken
from thuocdo.programme.types import Agency
from thuocdo.web.language import N_, language
from thuocdo.web.language import words as _

SET_STATES: Mapping[SetState, str] = {
    SetState.PROPOSED: N_("proposed, waits for a second person"),
    SetState.FROZEN: N_("frozen"),
    SetState.REFUSED: N_("refused"),
}
STATES: Mapping[State, str] = {
    State.SAVED: N_("being filled in"),
    State.WAITING: N_("waits for the head"),
    State.SUBMITTED: N_("handed in, awaiting verification"),
    State.VERIFIED: N_("verified; may be disputed"),
    State.DISPUTED: N_("disputed"),
    State.ANSWERED: N_("dispute answered"),
    State.FINAL: N_("final"),
}
EVENTS: Mapping[str, str] = {
    "opened": N_("opened the form"),
    "handed_up": N_("handed it up to the head"),
    "taken_back": N_("took it back to change it"),
    "submitted": N_("handed it in"),
    "verified": N_("verified it"),
    "disputed": N_("disputed it"),
    "withdrawn": N_("withdrew the dispute"),
    "answered": N_("answered the dispute"),
    "accepted": N_("accepted the result"),
    "closed": N_("closed it after the days of dispute"),
    "note": N_("attached a note"),
}
ORIGINS: Mapping[Origin, str] = {
    Origin.COMPUTED: N_("counted by this system"),
    Origin.SELF_ASSESSED: N_("self-assessed with evidence"),
    Origin.EXPERT: N_("experts"),
    Origin.SURVEY: N_("survey"),
}
GIVERS: Mapping[Giver, str] = {
    Giver.UNIT: N_("the unit fills it in"),
    Giver.EXPERT: N_("named experts score it"),
    Giver.OFFICE: N_("the office of the set hands it in"),
    Giver.SYSTEM: N_("this system counts it"),
}
CERTAINTIES: Mapping[Certainty, str] = {
    Certainty.OFFICIAL: N_("as its official text says"),
    Certainty.PUBLISHED_IN_PART: N_("published in part"),
    Certainty.SECONDARY: N_("from a secondary source"),
    Certainty.OURS: N_("ours, adopted by nobody"),
    Certainty.DRAFT: N_("draft for an office to complete"),
}
STANDINGS: Mapping[Standing, str] = {
    Standing.IN_FORCE: N_("in force"),
    Standing.FROZEN: N_("frozen"),
    Standing.ILLUSTRATIVE: N_("illustration"),
    Standing.DRAFT: N_("draft"),
    Standing.SUPERSEDED: N_("superseded"),
}
LENGTHS: Mapping[Period, str] = {
    Period.MONTH: N_("each month"),
    Period.QUARTER: N_("each quarter"),
    Period.HALF_YEAR: N_("each half-year"),
    Period.YEAR: N_("each year"),
}
PILLAR_KINDS: Mapping[PillarKind, str] = {
    PillarKind.BASE: "",
    PillarKind.BONUS: N_("bonus: adds to the total"),
    PillarKind.PENALTY: N_("penalty: taken away"),
}
MISSING: Mapping[Missing, str] = {
    Missing.ZERO: N_("counts as nothing"),
    Missing.NO_TOTAL: N_("there is no total until it comes"),
    Missing.NOT_APPLICABLE: N_("the criterion is left out"),
}
RESCALES: Mapping[Rescale, str] = {
    Rescale.PILLAR: N_("the rest of the pillar takes its place"),
    Rescale.SET: N_("the rest of the set takes its place"),
    Rescale.NONE: N_("the maximum shrinks and nothing takes its place"),
}
_INPUT_KINDS: Mapping[Kind, str] = {
    Kind.COUNT: N_("a whole number"),
    Kind.PERCENT: N_("per cent, 0 to 100"),
    Kind.YES_NO: N_("yes or no"),
    Kind.AMOUNT: N_("a number"),
    Kind.SCORE: N_("a score"),
}
_BUTTONS: Mapping[State, str] = {
    State.WAITING: N_("Hand up to the head"),
    State.SAVED: N_("Take it back to change it"),
    State.SUBMITTED: N_("Hand in as the head"),
}
_HALVES = {"1": N_("first half of {year}"), "2": N_("second half of {year}")}


def text(given: Words | None) -> str:
    """Return a text of a set in the language of the request."""
    return in_language(given, language()) if given is not None else ""


def number(value: Decimal | str | None) -> str:
    """Return a number as people of the language write it, a dash for none."""
    if value is None or value == "":
        return "–"
    return spoken(format(value, "f") if isinstance(value, Decimal) else value, language())


def points(value: Decimal | None, most: Decimal) -> str:
    """Return points out of the most."""
    return f"{number(value)}/{number(most)}"


def period(code: str) -> str:
    """Return a period in words: 2026, 2026-H1, 2026-Q3, 2026-07."""
    year, _dash, part = code.partition("-")
    if not part:
        return _("year {year}", year=year)
    if part.startswith("H"):
        return _(_HALVES[part[1:]], year=year)
    if part.startswith("Q"):
        return _("quarter {quarter} of {year}", quarter=part[1:], year=year)
    return _("month {month}/{year}", month=part, year=year)


def kind(given: UnitType) -> str:
    """Return a kind of unit."""
    return _(TYPE_WORDS[given])


def kinds(given: CriteriaSet) -> str:
    """Return the kinds of units that a set judges."""
    return ", ".join(kind(each) for each in given.units)


def state(given: State) -> str:
    """Return where an assessment stands."""
    return _(STATES[given])


def button(to: State) -> str:
    """Return what stands on the button of a step."""
    return _(_BUTTONS[to])


def level(given: CriteriaSet, name: str) -> str:
    """Return the name of a level."""
    return next((text(each.title) for each in given.levels if each.id == name), "")


def stretch(given: Range) -> str:
    """Return a stretch of values in words."""
    low = given.from_ if given.from_ is not None else given.above
    high = given.to if given.to is not None else given.below
    if low is None:
        return (
            _("up to {high}", high=number(high))
            if given.to is not None
            else _("below {high}", high=number(high))
        )
    first = _("from {low}", low=number(low)) if given.from_ is not None else _("above {low}", low=number(low))
    if high is None:
        return first
    last = (
        _("to {high}", high=number(high)) if given.to is not None else _("to below {high}", high=number(high))
    )
    return f"{first} {last}"


def asked(question: Question) -> str:
    """Return what kind of value a field takes."""
    given = question.given
    words = _(_INPUT_KINDS[given.kind])
    if given.kind is Kind.SCORE:
        return _(
            "a score from {least} to {most}", least=number(given.least or Decimal(0)), most=number(given.most)
        )
    if given.most is not None and given.kind in {Kind.COUNT, Kind.AMOUNT}:
        least = number(given.least if given.least is not None else Decimal(0))
        return _("{kind} from {least} to {most}", kind=words, least=least, most=number(given.most))
    return words


def measure(given: Measure, titles: Mapping[str, str]) -> str:
    """Return what is measured, with the titles of the inputs."""
    if isinstance(given, Share):
        return f"{_terms(given.share, titles)} ÷ {_terms(given.out_of, titles)} (%)"
    if isinstance(given, Value):
        return _terms(given.value, titles)
    if isinstance(given, Mean):
        return _("mean of: {names}", names=", ".join(titles.get(each, each) for each in given.mean))
    return _(
        "mean of at least {count} experts: {name}",
        count=given.at_least,
        name=titles.get(given.scores, given.scores),
    )


def scoring(given: Score, criterion: Criterion) -> str:
    """Return how a measure becomes points."""
    if isinstance(given, Steps):
        bands = sorted(given.bands, key=lambda each: each.points, reverse=True)
        return "; ".join(
            _("{band}: {points} points", band=stretch(each), points=number(each.points)) for each in bands
        )
    if isinstance(given, Linear):
        said = _(
            "in proportion: none at {zero}, all at {full}",
            zero=number(given.zero_at),
            full=number(given.full_at),
        )
        return (
            said
            if given.floor is None
            else f"{said}; {_('nothing before {floor}', floor=number(given.floor))}"
        )
    if isinstance(given, YesNo):
        return _("all points for yes") if given.counts else _("all points for no")
    if isinstance(given, Count):
        return _(
            "{each} points for each, up to {most}", each=number(given.each), most=number(criterion.points)
        )
    return _(_RELATIVE[given.to], zero=number(given.zero_at), full=number(given.full_at))


_RELATIVE = {
    "best": N_("against the best of the same kind: none at {zero} times, all at {full} times"),
    "median": N_("against the middle of the same kind: none at {zero} times, all at {full} times"),
    "own_past": N_("against its own period before: none at {zero} times, all at {full} times"),
}


def why(reason: Reason, titles: Mapping[str, str]) -> str:
    """Return why points are as they are; inputs are named by their titles."""
    params = dict(reason.params)
    if "name" in params:
        params["name"] = ", ".join(titles.get(each, each) for each in params["name"].split(", "))
    return reason_words(replace(reason, params=params), language())


def titles_of(questions: Mapping[str, Question]) -> Mapping[str, str]:
    """Return the titles of inputs by name."""
    return {name: text(each.given.title) for name, each in questions.items()}


def typed(text_: str) -> str:
    """Return a kept number as a field shows it again; what is no number stays as it was typed."""
    return spoken(text_, language())


def value(text_: str, question: Question) -> str:
    """Return a kept value as people read it."""
    if text_ and question.given.kind is Kind.YES_NO:
        return _("yes") if text_ == "1" else _("no")
    return number(text_)


def _terms(given: Terms, titles: Mapping[str, str]) -> str:
    plus = " + ".join(titles.get(each, each) for each in given.plus)
    return plus + "".join(f" − {titles.get(each, each)}" for each in given.minus)


def iso(given: date | None) -> str:
    """Return a day as a field of kind date takes it."""
    return given.isoformat() if given else ""


def body_names(bodies: Iterable[Agency]) -> Mapping[str, str]:
    """Return the names of bodies by code."""
    vietnamese = language() == "vi"
    return {each.code: each.name_vi if vietnamese else each.name_en for each in bodies}
