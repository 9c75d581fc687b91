"""The portable SQL subset as values: what an expression may be made of, and nothing else.

Engines never see the text of a declaration. They see what is written anew from these values, so
whatever two parsers may understand differently cannot matter.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias


class Comparator(StrEnum):
    """The six comparisons."""

    EQUAL = "="
    DIFFERENT = "<>"
    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="


class Operator(StrEnum):
    """Arithmetic that is exact everywhere; there is no division."""

    PLUS = "+"
    MINUS = "-"
    TIMES = "*"


class Junction(StrEnum):
    """How conditions are joined."""

    AND = "and"
    OR = "or"


@dataclass(frozen=True, slots=True)
class Column:
    """The value of a column."""

    name: str


@dataclass(frozen=True, slots=True)
class Literal:
    """A value written in the expression; a day is `date '2025-12-31'`."""

    value: bool | int | Decimal | date | str


@dataclass(frozen=True, slots=True)
class Comparison:
    """left comparator right."""

    comparator: Comparator
    left: "Expression"
    right: "Expression"


@dataclass(frozen=True, slots=True)
class Joined:
    """Conditions joined by `and` or by `or`."""

    junction: Junction
    parts: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Negation:
    """Not a condition."""

    part: "Expression"


@dataclass(frozen=True, slots=True)
class Membership:
    """value in (literals); `negated` for `not in`."""

    value: "Expression"
    among: tuple[Literal, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Between:
    """value between low and high, both included."""

    value: "Expression"
    low: "Expression"
    high: "Expression"


@dataclass(frozen=True, slots=True)
class Emptiness:
    """value is null; `negated` for `is not null`."""

    value: "Expression"
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """case when … then … else … end; without `otherwise` the value is then empty."""

    branches: tuple[tuple["Expression", "Expression"], ...]
    otherwise: "Expression | None"


@dataclass(frozen=True, slots=True)
class Coalesce:
    """The first value that is not empty."""

    values: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """left operator right."""

    operator: Operator
    left: "Expression"
    right: "Expression"


Expression: TypeAlias = (
    Column
    | Literal
    | Comparison
    | Joined
    | Negation
    | Membership
    | Between
    | Emptiness
    | Case
    | Coalesce
    | Arithmetic
)


class Function(StrEnum):
    """How rows become one number."""

    COUNT = "count"
    SUM = "sum"
    DISTINCT = "count distinct"
    QUANTILE = "quantile"


@dataclass(frozen=True, slots=True)
class Aggregate:
    """One number out of many rows: of `value`, for the rows where `condition` holds.

    `count(*)` has no value. `quantile` is set for a quantile only: the smallest value that at least
    this part of the values does not exceed (percentile_disc), so it is always a value of the data.
    """

    function: Function
    value: Expression | None = None
    condition: Expression | None = None
    quantile: Decimal | None = None


class Sort(StrEnum):
    """Which values may meet in an expression."""

    CONDITION = "condition"
    NUMBER = "number"
    CODE = "code"
    ID = "id"
    DAY = "day"
    MOMENT = "moment"
