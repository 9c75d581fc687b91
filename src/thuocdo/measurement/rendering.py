"""Writes an expression of the subset as SQL that every engine reads alike.

Only names of declared columns (quoted), written values and the words of this file can come out,
whatever a declaration says.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from thuocdo.measurement.subset.types import (
    Aggregate,
    Arithmetic,
    Between,
    Case,
    Coalesce,
    Column,
    Comparison,
    Emptiness,
    Expression,
    Function,
    Joined,
    Literal,
    Membership,
    Negation,
)


def quoted(name: str) -> str:
    """Return a name as SQL writes it."""
    return '"' + name.replace('"', '""') + '"'


def text(value: str) -> str:
    """Return a text as SQL writes it."""
    return "'" + value.replace("'", "''") + "'"


def day(value: date) -> str:
    """Return a day as SQL writes it."""
    return f"date '{value.isoformat()}'"


@dataclass(frozen=True, slots=True)
class Hand:
    """How names and values are written; all the rest of an expression every engine reads alike.

    `number` writes a number where one of several is chosen (case, coalesce).
    """

    name: Callable[[str], str] = quoted
    text: Callable[[str], str] = text
    day: Callable[[date], str] = day
    decimal: Callable[[Decimal], str] = str
    number: Callable[[str], str] = str


STANDARD = Hand()


def portable(aggregate: Aggregate) -> str:
    """Return an aggregate in the form that all engines know; also the form by which two are the same."""
    value = None if aggregate.value is None else expression(aggregate.value)
    condition = None if aggregate.condition is None else expression(aggregate.condition)
    if aggregate.function is Function.COUNT and value is None:
        return "count(*)" if condition is None else f"count(case when {condition} then 1 end)"
    inner = value if condition is None else f"case when {condition} then {value} end"
    match aggregate.function:
        case Function.DISTINCT:
            return f"count(distinct {inner})"
        case Function.QUANTILE:
            return f"percentile_disc({aggregate.quantile}) within group (order by {inner})"
        case _:
            return f"{aggregate.function}({inner})"


def expression(node: Expression, hand: Hand = STANDARD) -> str:
    """Return an expression as SQL; every compound part stands in brackets."""
    match node:
        case Column(name):
            return hand.name(name)
        case Literal(value):
            return _written(value, hand)
        case Case(branches, otherwise):
            whens = " ".join(
                f"when {expression(when, hand)} then {hand.number(expression(then, hand))}"
                for when, then in branches
            )
            tail = "" if otherwise is None else f" else {hand.number(expression(otherwise, hand))}"
            return f"(case {whens}{tail} end)"
        case Coalesce(values):
            write = hand.number if any(map(_is_number, values)) else str
            return f"coalesce({', '.join(write(expression(value, hand)) for value in values)})"
        case _:
            return f"({_compound(node, hand)})"


def _compound(node: Expression, hand: Hand) -> str:
    written = ""
    match node:
        case Comparison(sign, left, right) | Arithmetic(sign, left, right):
            written = f"{expression(left, hand)} {sign} {expression(right, hand)}"
        case Joined(junction, parts):
            written = f" {junction} ".join(expression(part, hand) for part in parts)
        case Negation(part):
            written = f"not {expression(part, hand)}"
        case Membership(value, among, negated):
            words = ", ".join(expression(each, hand) for each in among)
            written = f"{expression(value, hand)} {'not ' if negated else ''}in ({words})"
        case Between(value, low, high):
            inside = f"{expression(low, hand)} and {expression(high, hand)}"
            written = f"{expression(value, hand)} between {inside}"
        case Emptiness(value, negated):
            written = f"{expression(value, hand)} is {'not ' if negated else ''}null"
    return written


def _is_number(node: Expression) -> bool:
    """Say whether a part is a number by its own look; a column's look says nothing."""
    if isinstance(node, Literal):
        return isinstance(node.value, int | Decimal) and not isinstance(node.value, bool)
    return isinstance(node, Arithmetic | Case)


def _written(value: bool | int | Decimal | date | str, hand: Hand) -> str:  # noqa: FBT001  a written value
    match value:
        case bool():
            return "true" if value else "false"
        case date():
            return hand.day(value)
        case Decimal():
            return hand.decimal(value)
        case str():
            return hand.text(value)
        case _:
            return str(value)
