"""Stretches of values: do they cover everything once, without gap or overlap?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from thuocdo.evaluation.scoring.types import Range

_LOW, _HIGH = Decimal("-Infinity"), Decimal("Infinity")

Cut = tuple[Decimal, int]
"""A place between values: (v, 0) lies just before v, (v, 1) just after it."""


@dataclass(frozen=True, slots=True)
class Domain:
    """The values that can occur; None has no end. `step` is set where only its multiples occur."""

    least: Decimal | None = None
    most: Decimal | None = None
    step: Decimal | None = None

    def __str__(self) -> str:
        low = "…" if self.least is None else format(self.least, "f")
        high = "…" if self.most is None else format(self.most, "f")
        return f"{low} – {high}"


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with one of the stretches, and which other one it meets."""

    at: int
    code: str
    other: int | None = None
    values: str = ""


def lower(given: Range) -> Cut:
    """Return where a stretch begins."""
    if given.from_ is not None:
        return given.from_, 0
    return (given.above, 1) if given.above is not None else (_LOW, 0)


def upper(given: Range) -> Cut:
    """Return where a stretch ends."""
    if given.to is not None:
        return given.to, 1
    return (given.below, 0) if given.below is not None else (_HIGH, 1)


def holds(given: Range, value: Decimal) -> bool:
    """Say whether a value lies in a stretch."""
    return lower(given) <= (value, 0) and (value, 1) <= upper(given)


def flaws(ranges: Sequence[Range], domain: Domain) -> Iterator[Flaw]:
    """Find empty stretches, those beyond what can occur, gaps and overlaps."""
    low, high = _ends(domain)
    placed = []
    for number, each in enumerate(ranges):
        if (each.from_ is not None and each.above is not None) or (
            each.below is not None and each.to is not None
        ):
            yield Flaw(number, "band_two_ends")
            continue
        start, end = _snapped(lower(each), domain), _snapped(upper(each), domain)
        if start >= end:
            yield Flaw(number, "band_order")
        elif start >= high or end <= low:
            yield Flaw(number, "band_beyond", values=str(domain))
        else:
            placed.append((start, end, number))
    if len(placed) == len(ranges):
        yield from _joints(sorted(placed), low, high)


def _joints(placed: list[tuple[Cut, Cut, int]], low: Cut, high: Cut) -> Iterator[Flaw]:
    if placed[0][0] > low:
        yield Flaw(placed[0][2], "band_low_gap", values=_shown(placed[0][0]))
    reached, owner = placed[0][1], placed[0][2]
    for start, end, number in placed[1:]:
        if start > reached:
            yield Flaw(number, "band_gap", owner, f"{_shown(reached)} – {_shown(start)}")
        elif start < reached:
            yield Flaw(number, "band_overlap", owner, f"{_shown(start)} – {_shown(min(reached, end))}")
        if end > reached:
            reached, owner = end, number
    if reached < high:
        yield Flaw(owner, "band_high_gap", values=_shown(reached))


def _ends(domain: Domain) -> tuple[Cut, Cut]:
    low = (_LOW, 0) if domain.least is None else (domain.least, 0)
    high = (_HIGH, 1) if domain.most is None else (domain.most, 1)
    return _snapped(low, domain), _snapped(high, domain)


def _snapped(cut: Cut, domain: Domain) -> Cut:
    """Move a cut to just before the next value that can occur."""
    value, after = cut
    if domain.step is None or not value.is_finite():
        return cut
    steps = value / domain.step
    if after:
        return (steps.to_integral_value(ROUND_FLOOR) + 1) * domain.step, 0
    return steps.to_integral_value(ROUND_CEILING) * domain.step, 0


def _shown(cut: Cut) -> str:
    return format(cut[0], "f") if cut[0].is_finite() else "…"
