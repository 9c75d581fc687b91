"""What a set of thresholds must keep, and which set is in force on a day."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal

from thuocdo.core.errors import N_, Fault
from thuocdo.measurement.thresholds.types import STANDARD, SetState, Thresholds, ThresholdSet

SHARES: Mapping[str, tuple[Decimal, Decimal]] = {
    "on_track_from": (Decimal("0.01"), Decimal(1)),
    "at_risk_from": (Decimal("0.01"), Decimal(1)),
    "draft_share": (Decimal("0.10"), Decimal(1)),
}
"""Lowest and highest value of each part; a part has two places, a whole per cent."""

COUNTS: Mapping[str, tuple[int, int]] = {"obstacle_days": (0, 365), "plan_months": (1, 120)}

LONGEST_REASON = 1000
FURTHEST = timedelta(days=2 * 366)
"""How far ahead a set may begin: a year typed wrongly would else bind nobody for ever."""

_PLACES = -2
_WHERE = "thresholds"

NOT_BETWEEN = N_("must lie between {low} and {high}, both included")
PLACES = N_("must be a whole per cent")
ORDER = N_("must lie below the part from which a row is on track")
NO_DAY = N_("is missing; name the first day on which it applies")
TOO_EARLY = N_("must lie after today, {today}: what was published is never judged anew")
TOO_FAR = N_("lies more than two years ahead")
NO_NOTE = N_("is empty; say why the proposal is refused")
NO_REASON = N_("is empty; say why the thresholds change")
TOO_LONG = N_("is longer than {most} characters")
SAME = N_("are those that apply on that day already")
WRONG_WORD = N_("type {word} to confirm")


def threshold_faults(thresholds: Thresholds) -> tuple[Fault, ...]:
    """Return everything that is wrong with the numbers: range, places and order."""
    return tuple(_number_faults(thresholds))


def proposal_faults(
    thresholds: Thresholds, applies_from: date | None, reason: str, *, today: date, approved: Thresholds
) -> tuple[Fault, ...]:
    """Return everything that is wrong with a proposal; `approved` would apply on its day without it."""
    faults = [*_number_faults(thresholds), *day_faults(applies_from, today)]
    if not faults and thresholds == approved:
        faults.append(fault("thresholds", SAME))
    if not reason.strip():
        faults.append(fault("reason", NO_REASON))
    elif len(reason) > LONGEST_REASON:
        faults.append(fault("reason", TOO_LONG, most=str(LONGEST_REASON)))
    return tuple(faults)


def day_faults(applies_from: date | None, today: date) -> Iterator[Fault]:
    """Return what is wrong with the first day: a publication of today may be out already."""
    if applies_from is None:
        yield fault("applies_from", NO_DAY)
    elif applies_from <= today:
        yield fault("applies_from", TOO_EARLY, today=today.isoformat())
    elif applies_from > today + FURTHEST:
        yield fault("applies_from", TOO_FAR)


def in_force(sets: Iterable[ThresholdSet], day: date) -> ThresholdSet | None:
    """Return the approved set that applies on a day, None while the standard holds.

    Of two that begin on one day the one that was approved later applies.
    """
    begun = [each for each in sets if each.state is SetState.APPROVED and each.applies_from <= day]
    return max(begun, key=lambda each: (each.applies_from, each.decided_at, each.id), default=None)


def thresholds_on(sets: Iterable[ThresholdSet], day: date) -> Thresholds:
    """Return the numbers that apply on a day."""
    found = in_force(sets, day)
    return STANDARD if found is None else found.thresholds


def word_faults(typed: str, applies_from: date) -> tuple[Fault, ...]:
    """Return the fault of a word that was not typed, or typed wrongly."""
    word = confirming_word(applies_from)
    return () if typed.strip() == word else (fault("typed", WRONG_WORD, word=word),)


def note_faults(note: str) -> tuple[Fault, ...]:
    """Return what is wrong with the sentence that goes with a refusal."""
    if not note.strip():
        return (fault("note", NO_NOTE),)
    return (fault("note", TOO_LONG, most=str(LONGEST_REASON)),) if len(note) > LONGEST_REASON else ()


def confirming_word(applies_from: date) -> str:
    """Return what has to be typed before a set is proposed or approved."""
    return f"nguong-{applies_from.isoformat()}"


def fault(field: str, template: str, **params: str) -> Fault:
    """Return one fault of a set."""
    return Fault(_WHERE, template.format(**params), field, template, params)


def _number_faults(thresholds: Thresholds) -> Iterator[Fault]:
    sound = True
    for name, (low, high) in SHARES.items():
        value: Decimal = getattr(thresholds, name)
        if not value.is_finite() or not low <= value <= high:
            sound = False
            yield fault(name, NOT_BETWEEN, low=percent(low), high=percent(high))
        elif _places(value) < _PLACES:
            sound = False
            yield fault(name, PLACES)
    for name, (least, most) in COUNTS.items():
        if not least <= getattr(thresholds, name) <= most:
            yield fault(name, NOT_BETWEEN, low=str(least), high=str(most))
    if sound and thresholds.at_risk_from >= thresholds.on_track_from:
        yield fault("at_risk_from", ORDER)


def percent(value: Decimal) -> str:
    """Return a part as its whole per cent, without the sign."""
    return f"{(value * 100).normalize():f}"


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
