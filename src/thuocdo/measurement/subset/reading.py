"""From the text of a declaration to an aggregate of the subset, or every reason why not."""

from typing import Any, Protocol

from thuocdo.core.errors import Fault, fault
from thuocdo.measurement.subset.sorts import check_aggregate
from thuocdo.measurement.subset.text import check_text
from thuocdo.measurement.subset.tree import TOO_DEEP, Refused, aggregate_of
from thuocdo.measurement.subset.types import Aggregate
from thuocdo.measurement.tables.types import Table


class Parser(Protocol):
    """An engine's own parser."""

    def tree(self, expression: str) -> Any:
        """Return the syntax tree of `select <expression>`; never runs anything."""
        ...


def read(
    text: str, table: Table, parser: Parser, *, where: str, field: str
) -> tuple[Aggregate | None, list[Fault]]:
    """Return the aggregate that a text declares on a table, or the faults in its words."""
    faults = check_text(text, where=where, field=field)
    if faults:
        return None, faults
    try:
        aggregate = aggregate_of(parser.tree(text))
    except Refused as refusal:
        return None, [fault(where, field, refusal.template, **refusal.params)]
    except RecursionError:
        return None, [fault(where, field, TOO_DEEP)]
    found = [fault(where, field, marked, **params) for marked, params in check_aggregate(aggregate, table)]
    return (None, found) if found else (aggregate, [])
