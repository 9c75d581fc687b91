"""Writes an expression of the subset as SQL that every engine reads alike.

Only names of declared columns (quoted), written values and the words of this file can come out,
whatever a declaration says.
"""

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


def expression(node: Expression) -> str:
    """Return an expression as SQL; every compound part stands in brackets."""
    match node:
        case Column(name):
            return quoted(name)
        case Literal(value):
            return _written(value)
        case Case(branches, otherwise):
            whens = " ".join(f"when {expression(when)} then {expression(then)}" for when, then in branches)
            tail = "" if otherwise is None else f" else {expression(otherwise)}"
            return f"(case {whens}{tail} end)"
        case Coalesce(values):
            return f"coalesce({', '.join(expression(value) for value in values)})"
        case _:
            return f"({_compound(node)})"


def _compound(node: Expression) -> str:
    written = ""
    match node:
        case Comparison(sign, left, right) | Arithmetic(sign, left, right):
            written = f"{expression(left)} {sign} {expression(right)}"
        case Joined(junction, parts):
            written = f" {junction} ".join(expression(part) for part in parts)
        case Negation(part):
            written = f"not {expression(part)}"
        case Membership(value, among, negated):
            words = ", ".join(expression(each) for each in among)
            written = f"{expression(value)} {'not ' if negated else ''}in ({words})"
        case Between(value, low, high):
            written = f"{expression(value)} between {expression(low)} and {expression(high)}"
        case Emptiness(value, negated):
            written = f"{expression(value)} is {'not ' if negated else ''}null"
    return written


def _written(value: bool | int | Decimal | date | str) -> str:  # noqa: FBT001  a written value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return f"date '{value.isoformat()}'"
    return text(value) if isinstance(value, str) else str(value)
