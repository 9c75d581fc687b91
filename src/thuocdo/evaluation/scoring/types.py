"""What a criteria set is: these types are the language, and the reader and the schema are driven by them.

A trailing underscore of a field (`from_`) is no part of the word in the file. Every number is an exact
decimal without trailing zeros, so that equal sets have equal canonical JSON.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from thuocdo.evaluation.scoring.kinds import (
    Better,
    Certainty,
    Kind,
    Merged,
    Missing,
    Origin,
    Period,
    PillarKind,
    Rescale,
    Rounds,
    Standing,
    TooFew,
    UnitType,
)

FORMAT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A text in both languages."""

    vi: str
    en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The document that a set follows, and how sure we are of its content."""

    document: str
    certainty: Certainty
    note: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The days that a version judges, both included."""

    from_: date
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Inputs added and subtracted, written `a + b - c`."""

    plus: tuple[str, ...]
    minus: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Return every input that is read."""
        return self.plus + self.minus


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """A value that somebody hands in for each unit and period."""

    title: Words
    kind: Kind
    least: Decimal | None = None
    most: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """The measure is a sum of inputs."""

    value: Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """The measure is a share in per cent; `at_least` is the smallest denominator that says anything."""

    share: Terms
    out_of: Terms
    at_least: int
    too_few: TooFew = TooFew.NOT_APPLICABLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Mean:
    """The measure is the plain mean of inputs."""

    mean: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """The measure is the mean of what several experts gave; fewer than `at_least` count as missing."""

    scores: str
    at_least: int


Measure = Value | Share | Mean | Scores


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """A stretch of values: `from` and `to` include their end, `above` and `below` do not."""

    from_: Decimal | None = None
    above: Decimal | None = None
    below: Decimal | None = None
    to: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Band(Range):
    """A stretch of the measure that earns fixed points."""

    points: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """Fixed points by bands, which must cover every value once."""

    by: Literal["steps"] = "steps"
    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Linear:
    """Points in proportion from `zero_at` (none) to `full_at` (all); none on the wrong side of `floor`."""

    by: Literal["linear"] = "linear"
    full_at: Decimal
    zero_at: Decimal = Decimal(0)
    floor: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class YesNo:
    """All points for yes; for no where `counts` is false."""

    by: Literal["yes_no"] = "yes_no"
    counts: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """So many points for `each`, up to the points of the criterion."""

    by: Literal["count"] = "count"
    each: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative:
    """Points by the ratio to a value of the same period and kind of unit, or to the unit's own past.

    The ratio is measure : reference, turned round where less is better; it earns in proportion from
    `zero_at` to `full_at`.
    """

    by: Literal["relative"] = "relative"
    to: Literal["best", "median", "own_past"]
    zero_at: Decimal = Decimal(0)
    full_at: Decimal = Decimal(1)


Score = Steps | Linear | YesNo | Count | Relative


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What is measured, and how that becomes points."""

    measure: Measure
    score: Score
    better: Better = Better.MORE


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative(Rule):
    """Another rule for some types of unit or phases; an empty list means all of them."""

    for_: tuple[UnitType, ...] = ()
    phase: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Skip:
    """When a criterion does not apply: said by the unit with a reason, an input is zero, or by type."""

    declared: bool = False
    when_zero: str = ""
    for_: tuple[UnitType, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One line of the set: its points, where they come from, and one rule or several alternatives."""

    id: str
    title: Words
    points: Decimal
    source: Origin
    measure: Measure | None = None
    score: Score | None = None
    better: Better = Better.MORE
    alternatives: tuple[Alternative, ...] = ()
    evidence: Words | None = None
    not_applicable: Skip | None = None
    missing: Missing | None = None
    group: str = ""

    def rule(self, kind: UnitType, phase: str) -> Rule | None:
        """Return the rule for a type of unit in a phase; None where no alternative names it."""
        if self.measure is not None and self.score is not None:
            return Rule(measure=self.measure, score=self.score, better=self.better)
        for each in self.alternatives:
            if (not each.for_ or kind in each.for_) and (not each.phase or phase in each.phase):
                return each
        return None

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Return every rule of the criterion."""
        if self.measure is not None and self.score is not None:
            return (Rule(measure=self.measure, score=self.score, better=self.better),)
        return self.alternatives


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Criteria of a pillar that together earn no more than a cap."""

    id: str
    cap: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Pillar:
    """Criteria that belong together; `capped` says that they may add up to more than its points."""

    id: str
    title: Words
    points: Decimal
    kind: PillarKind = PillarKind.BASE
    capped: bool = False
    groups: tuple[Group, ...] = ()
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What must hold, in points of a criterion or pillar or in an input; else the level is capped.

    An input that was not handed in holds neither bound.
    """

    id: str
    title: Words
    criterion: str = ""
    pillar: str = ""
    input: str = ""
    at_least: Decimal | None = None
    at_most: Decimal | None = None
    else_at_most: str

    def holds(self, value: Fraction) -> bool:
        """Say whether a value keeps both bounds."""
        return (self.at_least is None or value >= self.at_least) and (
            self.at_most is None or value <= self.at_most
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Level(Range):
    """A stretch of totals with a name; the first level of a set is the best."""

    id: str
    title: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Rounding:
    """Places kept for every criterion and total, and how a half is rounded."""

    places: int = 2
    how: Rounds = Rounds.HALF_UP


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipping:
    """What happens to the points of criteria that do not apply, and how many per cent may fall away."""

    rescale: Rescale = Rescale.SET
    at_most: Decimal = Decimal(30)


@dataclass(frozen=True, slots=True, kw_only=True)
class CriteriaSet:
    """A versioned tree of criteria; `total` is what a unit can reach at most."""

    format: int
    set: str
    version: int
    title: Words
    source: Source
    standing: Standing
    author: str
    period: Period
    frozen_on: date | None = None
    judges: Span | None = None
    units: tuple[UnitType, ...]
    phases: tuple[str, ...] = ()
    total: Decimal
    bonus_within_total: bool = False
    rounding: Rounding = Rounding()
    missing: Missing = Missing.ZERO
    not_applicable: Skipping = Skipping()
    merged: Merged = Merged.OWN_DATA
    inputs: Mapping[str, Input] = field(default_factory=dict)
    pillars: tuple[Pillar, ...]
    conditions: tuple[Condition, ...] = ()
    levels: tuple[Level, ...] = ()

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """Return the criteria of all pillars in their order."""
        return tuple(each for pillar in self.pillars for each in pillar.criteria)


def looks_back(given: CriteriaSet) -> bool:
    """Say whether a criterion is scored against the period before."""
    scores = (rule.score for criterion in given.criteria for rule in criterion.rules)
    return any(isinstance(each, Relative) and each.to == "own_past" for each in scores)
