"""What a set of thresholds would change in each programme; its numbers, states and faults in words."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from thuocdo.config.current import Known, known, today
from thuocdo.core.errors import Fault, NotFound
from thuocdo.core.messages import fault_words
from thuocdo.evaluation.reasons import indicator_status_word, shown_day, status_word
from thuocdo.evaluation.what_if import Change, Effect, Judged, effect
from thuocdo.measurement.thresholds.rules import SHARES, confirming_word, percent, thresholds_on
from thuocdo.measurement.thresholds.types import SetState, Thresholds, ThresholdSet
from thuocdo.programme import queries as programmes
from thuocdo.web.language import N_, language
from thuocdo.web.language import words as _

LABELS: Mapping[str, str] = {
    "on_track_from": N_("An indicator is on track from"),
    "at_risk_from": N_("An indicator is at risk from, and late below"),
    "draft_share": N_("A task without a draft is at risk after"),
    "obstacle_days": N_("A task with an open obstacle is at risk after more than"),
    "plan_months": N_("A task without a plan is at risk when more is left than"),
    "applies_from": N_("Applies from"),
    "reason": N_("Reason"),
    "typed": N_("Confirmation"),
    "note": N_("Why it is refused"),
    "thresholds": N_("Thresholds"),
    "seen": N_("Statuses that change"),
}
UNITS: Mapping[str, str] = {
    "on_track_from": N_("{count} % of the way due"),
    "at_risk_from": N_("{count} % of the way due"),
    "draft_share": N_("{count} % of its time"),
    "obstacle_days": N_("{count} days"),
    "plan_months": N_("{count} months"),
}
ONE: Mapping[str, str] = {"obstacle_days": N_("{count} day"), "plan_months": N_("{count} month")}
SIGNS: Mapping[str, str] = {
    **dict.fromkeys(("on_track_from", "at_risk_from"), N_("% of the way due")),
    "draft_share": N_("% of its time"),
    "obstacle_days": N_("days"),
    "plan_months": N_("months"),
}
KINDS: Mapping[Judged, str] = {
    Judged.TASK: N_("Task"),
    Judged.PERIOD: N_("Running period of a task that recurs"),
    Judged.INDICATOR: N_("Indicator"),
    Judged.PART: N_("Part of a body in a task"),
}
STATES: Mapping[SetState, str] = {
    SetState.PROPOSED: N_("waits for a second person"),
    SetState.APPROVED: N_("was in force"),
    SetState.REFUSED: N_("refused"),
}
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Moved:
    """Statuses of one kind that go from one to another, with the number and name of what they belong to."""

    kind: Judged
    before: str
    after: str
    things: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """What a set would change in one programme, of how many tasks and indicators."""

    name: str
    moves: tuple[Moved, ...]
    tasks: int
    indicators: int


@dataclass(frozen=True, slots=True)
class Looked:
    """A set that is looked at, or waits, against what would apply on its day without it."""

    before: Thresholds
    after: Thresholds
    applies_from: date
    programmes: tuple[Shown, ...]
    changes: int

    @property
    def word(self) -> str:
        """Return what has to be typed before it is proposed or approved."""
        return confirming_word(self.applies_from)


def look(after: Thresholds, applies_from: date, history: Iterable[ThresholdSet]) -> Looked:
    """Return what a set would change, by the facts of today, in every programme."""
    before = thresholds_on(history, applies_from)
    effects = [(each, effect(each.facts, before, after)) for each in _all_known()]
    return Looked(
        before=before,
        after=after,
        applies_from=applies_from,
        programmes=tuple(_shown(each, found) for each, found in effects),
        changes=sum(found.count for _each, found in effects),
    )


def status_of(kind: Judged, status: str) -> str:
    """Return the word for a status of one kind."""
    word = indicator_status_word if kind is Judged.INDICATOR else status_word
    return word(status, language())


def value(name: str, number: Decimal | int) -> str:
    """Return one threshold with its unit."""
    count = percent(Decimal(number)) if name in SHARES else str(number)
    return _((ONE if number == 1 else UNITS).get(name, UNITS[name]), count=count)


def state(each: ThresholdSet, day: date, current: ThresholdSet | None) -> str:
    """Return where a set stands on a day; `current` is the one in force then."""
    if current is not None and each.id == current.id:
        return _("in force")
    if each.state is SetState.APPROVED and each.applies_from > day:
        return _("approved, not yet in force")
    return _(STATES[each.state])


def faulty(faults: Iterable[Fault]) -> Mapping[str, str]:
    """Return what is wrong by field, each as a sentence that names the field."""
    found: dict[str, str] = {}
    for each in faults:
        shown = replace(each, params={name: _day(text) for name, text in each.params.items()})
        words = fault_words(shown, language())
        key = each.field or ""
        said = f"{_(LABELS[key])}: {words}." if key in LABELS else f"{words}."
        found[key] = f"{found[key]} {said}" if key in found else said
    return found


def _day(text: str) -> str:
    return shown_day(date.fromisoformat(text), language()) if _ISO_DAY.fullmatch(text) else text


def _all_known() -> list[Known]:
    found = []
    for slug in programmes.slugs():
        try:
            found.append(known(slug, as_of=today()))
        except NotFound:  # its first day has not come
            continue
    return found


def _shown(each: Known, found: Effect) -> Shown:
    programme, vietnamese = each.facts.programme, language() == "vi"
    tasks = {item.code: (item.number, item.name_vi, item.name_en) for item in programme.tasks}
    rows = {
        item.key: (f"{item.number} ({item.horizon})", item.name_vi, item.name_en)
        for item in programme.indicators
    }

    def told(change: Change) -> tuple[str, str]:
        number, name_vi, name_en = (rows if change.what is Judged.INDICATOR else tasks)[change.key]
        place = f"{number} · {change.detail}" if change.detail else number
        return place, name_vi if vietnamese else name_en

    return Shown(
        name=programme.name_vi if vietnamese else programme.name_en,
        moves=tuple(
            Moved(kind, before, after, tuple(told(change) for change in changes))
            for kind in KINDS
            for before, after, changes in found.moves(kind)
        ),
        tasks=found.counted.get(Judged.TASK, 0),
        indicators=found.counted.get(Judged.INDICATOR, 0),
    )
