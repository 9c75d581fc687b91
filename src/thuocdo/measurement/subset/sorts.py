"""Which values may meet: an expression against the columns of its table, all faults at once.

What is refused here is what engines do differently in silence: comparing text with numbers, ordering
text (collations), a day with a moment (zones), multiplying two columns (overflow, lost decimals).
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from thuocdo.core.errors import N_
from thuocdo.measurement.subset.types import (
    Aggregate,
    Arithmetic,
    Between,
    Case,
    Coalesce,
    Column,
    Comparator,
    Comparison,
    Emptiness,
    Expression,
    Function,
    Joined,
    Literal,
    Membership,
    Negation,
    Operator,
    Sort,
)
from thuocdo.measurement.tables.types import ColumnType, Table

Refusal = tuple[str, dict[str, str]]
_SORTS: Mapping[ColumnType, Sort] = {
    ColumnType.CODE: Sort.CODE,
    ColumnType.ID: Sort.ID,
    ColumnType.FLAG: Sort.CONDITION,
    ColumnType.COUNT: Sort.NUMBER,
    ColumnType.MONEY: Sort.NUMBER,
    ColumnType.QUANTITY: Sort.NUMBER,
    ColumnType.DAY: Sort.DAY,
    ColumnType.MOMENT: Sort.MOMENT,
}
_UNORDERED = frozenset({Sort.CODE, Sort.ID, Sort.CONDITION})
_SAME = frozenset({Comparator.EQUAL, Comparator.DIFFERENT})
_WHOLE = frozenset({ColumnType.COUNT, ColumnType.MONEY})


def check_aggregate(aggregate: Aggregate, table: Table) -> list[Refusal]:
    """Return every reason why this aggregate does not fit its table."""
    look = _Look(table)
    if aggregate.condition is not None and look.sort(aggregate.condition) not in {Sort.CONDITION, None}:
        look.refuse(N_("After where stands a condition."))
    if aggregate.value is not None:
        look.aggregated(aggregate.function, aggregate.value)
    return look.refusals


def columns_of(aggregate: Aggregate) -> frozenset[str]:
    """Return the names of all columns that an aggregate reads."""
    parts = [part for part in (aggregate.value, aggregate.condition) if part is not None]
    return frozenset(name for part in parts for name in _columns(part))


def _columns(node: Expression) -> set[str]:
    if isinstance(node, Column):
        return {node.name}
    return {name for part in parts_of(node) for name in _columns(part)}


def parts_of(node: Expression) -> tuple[Expression, ...]:
    """Return the expressions that stand directly inside of one."""
    found: tuple[Expression, ...] = ()
    match node:
        case Comparison(_, left, right) | Arithmetic(_, left, right):
            found = (left, right)
        case Joined(_, parts) | Coalesce(parts):
            found = parts
        case Negation(part) | Emptiness(part, _):
            found = (part,)
        case Membership(value, among, _):
            found = (value, *among)
        case Between(value, low, high):
            found = (value, low, high)
        case Case(branches, otherwise):
            inside = tuple(part for branch in branches for part in branch)
            found = inside if otherwise is None else (*inside, otherwise)
    return found


class _Look:
    """Walks one expression and collects what is refused; a part that was refused has no sort."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.refusals: list[Refusal] = []

    def refuse(self, template: str, **params: str) -> None:
        """Note a refusal once."""
        if (template, params) not in self.refusals:
            self.refusals.append((template, params))

    def aggregated(self, function: Function, value: Expression) -> None:
        """Judge what is counted, summed or ordered."""
        sort = self.sort(value)
        column = self.table.column(value.name) if isinstance(value, Column) else None
        if function is Function.SUM and sort not in {Sort.NUMBER, None}:
            self.refuse(N_("Only numbers can be summed."))
        if function is Function.DISTINCT and (column is None or sort not in {Sort.ID, Sort.CODE}):
            self.refuse(N_("count(distinct …) takes one column of type id or code."))
        if function is Function.QUANTILE and (column is None or column.type not in _WHOLE):
            self.refuse(N_("A quantile takes one column of whole numbers."))

    def sort(self, node: Expression) -> Sort | None:
        """Return what kind of value a part is, or None where it was refused."""
        match node:
            case Column(name):
                return self._column(name)
            case Literal(value):
                return _of_literal(value)
            case Comparison(comparator, left, right):
                self._meet(left, right, ordered=comparator not in _SAME)
            case Joined(_, parts):
                self._conditions(parts)
            case Negation(part):
                self._conditions((part,))
            case Membership(value, among, _):
                for literal in among:
                    self._meet(value, literal, ordered=False)
            case Between(value, low, high):
                self._meet(value, low, ordered=True)
                self._meet(value, high, ordered=True)
            case Emptiness(part, _):
                if not isinstance(part, Column):
                    self.refuse(N_("Before is null stands a column."))
                self.sort(part)
            case Case() | Coalesce() | Arithmetic():
                return self._composed(node)
        return Sort.CONDITION

    def _composed(self, node: Case | Coalesce | Arithmetic) -> Sort | None:
        if isinstance(node, Case):
            self._conditions(tuple(when for when, _ in node.branches))
            then = [value for _, value in node.branches] + (
                [] if node.otherwise is None else [node.otherwise]
            )
            if any(self.sort(value) not in {Sort.NUMBER, None} for value in then):
                self.refuse(N_("A case gives numbers."))
            return Sort.NUMBER
        if isinstance(node, Coalesce):
            for value in node.values[1:]:
                self._meet(node.values[0], value, ordered=False, flags=True)
            return self.sort(node.values[0])
        if any(self.sort(part) not in {Sort.NUMBER, None} for part in (node.left, node.right)):
            self.refuse(N_("Only numbers can be added, subtracted or multiplied."))
        if node.operator is Operator.TIMES and not any(
            isinstance(part, Literal) for part in (node.left, node.right)
        ):
            self.refuse(N_("One side of * is a written number."))
        return Sort.NUMBER

    def _column(self, name: str) -> Sort | None:
        column = self.table.column(name)
        if column is None:
            self.refuse(
                N_("The table {table} has no column {column}. Known are: {known}."),
                table=self.table.name,
                column=name[:40],
                known=", ".join(known.name for known in self.table.columns),
            )
            return None
        return _SORTS[column.type]

    def _conditions(self, parts: tuple[Expression, ...]) -> None:
        for part in parts:
            if self.sort(part) not in {Sort.CONDITION, None}:
                self.refuse(N_("Between and, or, not and when stand conditions."))

    def _meet(self, left: Expression, right: Expression, *, ordered: bool, flags: bool = False) -> None:
        sorts = (self.sort(left), self.sort(right))
        if None in sorts:
            return
        if Sort.CODE in sorts:
            self._word(left, right)
            self._word(right, left)
        text = {Sort.CODE, Sort.ID}
        alike = sorts[0] == sorts[1] or (
            set(sorts) <= text and any(isinstance(part, Literal) for part in (left, right))
        )
        if not alike:
            self.refuse(
                N_("A {left} cannot be compared with a {right}."), left=str(sorts[0]), right=str(sorts[1])
            )
        elif ordered and sorts[0] in _UNORDERED:
            self.refuse(N_("Codes, ids and flags have no order here."))
        elif sorts[0] is Sort.CONDITION and not flags:
            self.refuse(N_("A flag stands alone: write it, or not before it, without a comparison."))

    def _word(self, code: Expression, word: Expression) -> None:
        """A word that the code does not list would never be met, so it is a slip of the pen."""
        column = self.table.column(code.name) if isinstance(code, Column) else None
        if column is None or column.type is not ColumnType.CODE or not isinstance(word, Literal):
            return
        if isinstance(word.value, str) and word.value not in column.values:
            self.refuse(
                N_("{column} never is {word}. It is one of: {known}."),
                column=column.name,
                word=word.value[:40],
                known=", ".join(column.values),
            )


def _of_literal(value: object) -> Sort:
    if isinstance(value, bool):
        return Sort.CONDITION
    if isinstance(value, int | Decimal):
        return Sort.NUMBER
    return Sort.DAY if isinstance(value, date) else Sort.ID
