"""The statements that an engine runs for a plan: the same for all, in the words of each (dialects.py)."""

from collections.abc import Iterator

from thuocdo.adapters.engines.dialects import Dialect
from thuocdo.measurement.planning import Measure, State, TablePlan
from thuocdo.measurement.rendering import expression
from thuocdo.measurement.subset.types import Aggregate, Function
from thuocdo.measurement.tables.reading import AGENCY
from thuocdo.measurement.tables.types import ColumnType


def group(plan: TablePlan, dialect: Dialect) -> list[str]:
    """Return the columns by which a plan groups, by the names that they have in what comes out."""
    return [dialect.hand.name(name) for name in (AGENCY, *map(_word, plan.dimensions))]


def all_of(plan: TablePlan, source: str, dialect: Dialect) -> Iterator[str]:
    """Yield every statement of a plan: the fused pass, then one for each set and each histogram."""
    yield sums(plan, source, dialect)
    for measure in plan.of(State.SET):
        yield members(plan, measure, source, dialect)
    for measure in plan.of(State.HISTOGRAM):
        yield histogram(plan, measure, source, dialect)


def rows_of(plan: TablePlan, schema: str, dialect: Dialect, **kept: str) -> str:
    """Return the rows of the plan's table in a schema as a source; `kept` chooses among them."""
    name = dialect.hand.name
    columns = ", ".join(name(column.name) for column in plan.columns())
    given = " and ".join(f"{name(key)} = {dialect.hand.text(value)}" for key, value in kept.items())
    chosen = f" where {given}" if given else ""
    table = ".".join(name(each) for each in (*schema.split("."), plan.table.name))
    return f"(select {columns} from {table}{chosen}) as given"  # noqa: S608  quoted


def sums(plan: TablePlan, source: str, dialect: Dialect) -> str:
    """Return the one fused pass: every sum of the plan by body and dimensions."""
    totals = [
        f"{total(measure, dialect)} as {dialect.hand.name(measure.name)}" for measure in plan.of(State.SUM)
    ]
    columns = ", ".join([*_grouped(plan, dialect), *totals])
    return f"select {columns} from {source} group by {_places(plan)}"  # noqa: S608  written anew


def members(plan: TablePlan, measure: Measure, source: str, dialect: Dialect) -> str:
    """Return the different values of a set, by body and dimensions."""
    value, where = _narrowed(measure.aggregate, dialect)
    columns = ", ".join([*_grouped(plan, dialect), f"{value} as member"])
    return f"select distinct {columns} from {source} where {where}"  # noqa: S608  same


def histogram(plan: TablePlan, measure: Measure, source: str, dialect: Dialect) -> str:
    """Return how often each value occurs, by body and dimensions."""
    value, where = _narrowed(measure.aggregate, dialect)
    columns = ", ".join([*_grouped(plan, dialect), f"{value} as member", "count(*) as times"])
    by = f"{_places(plan)}, {len(plan.dimensions) + 2}"
    return f"select {columns} from {source} where {where} group by {by}"  # noqa: S608  same


def total(measure: Measure, dialect: Dialect) -> str:
    """Return a sum; of no rows it is 0."""
    aggregate = measure.aggregate
    value = None if aggregate.value is None else expression(aggregate.value, dialect.hand)
    condition = None if aggregate.condition is None else expression(aggregate.condition, dialect.hand)
    if aggregate.function is Function.SUM and value is not None:
        return dialect.total(value, condition)
    if condition is None:
        return "count(*)" if value is None else f"count({value})"
    return dialect.count_if(condition if value is None else f"{condition} and {value} is not null")


def _grouped(plan: TablePlan, dialect: Dialect) -> list[str]:
    """Return what is grouped by, as expressions: a flag becomes the word true or false, none stays none."""
    flags = {column.name for column in plan.table.columns if column.type is ColumnType.FLAG}
    written = dialect.hand.name
    dimensions = [
        f"case {written(name)} when true then 'true' when false then 'false' end as {written(_word(name))}"
        if name in flags
        else f"{written(name)} as {written(_word(name))}"
        for name in plan.dimensions
    ]
    return [written(AGENCY), *dimensions]


def _places(plan: TablePlan) -> str:
    return ", ".join(str(place) for place in range(1, len(plan.dimensions) + 2))


def _narrowed(aggregate: Aggregate, dialect: Dialect) -> tuple[str, str]:
    if aggregate.value is None:
        raise AssertionError(aggregate)
    value = expression(aggregate.value, dialect.hand)
    given = f"{value} is not null"
    if aggregate.condition is None:
        return value, given
    return value, f"{given} and {expression(aggregate.condition, dialect.hand)}"


def _word(dimension: str) -> str:
    return f"d_{dimension}"
