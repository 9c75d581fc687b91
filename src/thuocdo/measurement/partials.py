"""What is kept of each partition of a source: sums, sets and histograms that can be put together again.

A partition is one month of one source. It is always delivered whole, so a correction replaces it, a
second delivery of the same changes nothing, and an old one that arrives late is left aside. What the
ledger holds therefore depends only on the last revision of each partition, never on the order.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from thuocdo.measurement.months import Month, Period
from thuocdo.measurement.tables.types import Grain, Table

Number = int | Decimal
Group = tuple[str, ...]
"""A body and its words of the plan's dimensions."""
Amounts = Mapping[Group, Mapping[str, Number]]
Members = Mapping[Group, Mapping[str, frozenset[str]]]
Histograms = Mapping[Group, Mapping[str, Mapping[int, int]]]


@dataclass(frozen=True, slots=True, order=True)
class PartitionKey:
    """One month of one source for one table."""

    table: str
    source: str
    month: Month


@dataclass(frozen=True, slots=True)
class Partial:
    """The states of one partition at one revision, computed by the plan of that fingerprint."""

    key: PartitionKey
    revision: int
    fingerprint: str
    sums: Amounts = field(default_factory=dict)
    sets: Members = field(default_factory=dict)
    histograms: Histograms = field(default_factory=dict)


class Ledger:
    """The partials that count, one for each partition."""

    def __init__(self) -> None:
        self._held: dict[PartitionKey, Partial] = {}

    def put(self, partial: Partial) -> bool:
        """Keep a partial unless a later revision is held; say whether it is now the one that counts."""
        held = self._held.get(partial.key)
        if held is not None and held.revision > partial.revision:
            return False
        self._held[partial.key] = partial
        return True

    def revision(self, key: PartitionKey) -> int | None:
        """Return the revision that counts, or None when nothing was delivered."""
        held = self._held.get(key)
        return None if held is None else held.revision

    def __iter__(self) -> Iterator[Partial]:
        return iter(sorted(self._held.values(), key=lambda partial: partial.key))

    def chosen(self, table: Table, period: Period, fingerprint: str) -> tuple[Partial, ...]:
        """Return the partials of a plan that make a period, in a fixed order."""
        held = [partial for partial in self if partial.fingerprint == fingerprint]
        keys = choose(table, period, [partial.key for partial in held])
        return tuple(partial for partial in held if partial.key in keys)


def choose(table: Table, period: Period, keys: list[PartitionKey]) -> frozenset[PartitionKey]:
    """Return the partitions that make a period.

    Events: all months of the period. A snapshot: the latest month of each source that is not after
    the period's end, and not older than the table says that a snapshot may speak.
    """
    own = [key for key in keys if key.table == table.name]
    if table.grain is Grain.EVENTS:
        return frozenset(key for key in own if key.month in period)
    oldest = min(period.first, period.last.later(-table.carry_months))
    latest: dict[str, PartitionKey] = {}
    for key in sorted(own):
        if oldest <= key.month <= period.last:
            latest[key.source] = key
    return frozenset(latest.values())
