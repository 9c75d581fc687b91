"""What takes in a delivery: it fetches, reads, maps and checks one month of one source within limits."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from thuocdo.core.messages import Reason
from thuocdo.measurement.months import Period
from thuocdo.measurement.partials import Partial, PartitionKey
from thuocdo.measurement.planning import TablePlan
from thuocdo.measurement.ports import Partition
from thuocdo.measurement.rollup import RolledUp, TreeOf
from thuocdo.measurement.sources.contracts import Contract
from thuocdo.measurement.sources.types import Broken, Declaration, Outcome, Profile
from thuocdo.measurement.tables.types import Table


@dataclass(frozen=True, slots=True)
class Order:
    """Take in one month of one source.

    `history` are the profiles of the last good deliveries. `earlier` is the digest that was
    kept last; the same one means nothing to do. `keep` are the columns that are kept, sorted by body.
    `folder` is where this source's files lie, `into` where ours may be written. `secret` is what the
    owner gave for asking its system.
    """

    declaration: Declaration
    table: Table
    contract: Contract
    month: str
    as_of: str
    folder: str
    into: str
    keep: tuple[str, ...]
    secret: str = ""
    earlier: str = ""
    history: tuple[Profile, ...] = ()
    sample: int = 0
    hosts: tuple[str, ...] = ()
    networks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of an order. `file` and `aside` are names inside the folder `into`, "" for none.

    `given` are the source's own columns and `head` the first rows as it wrote them. `written` and
    `mapped` are some rows of the month by the columns of the standard table, as the source wrote them
    and as we read them. Rows are given only when a sample was asked for.
    """

    outcome: Outcome
    reason: Reason | None = None
    digest: str = ""
    bytes: int = 0
    rows: int = 0
    quarantined: int = 0
    broken: tuple[Broken, ...] = ()
    profile: Profile = field(default_factory=Profile)
    file: str = ""
    aside: str = ""
    given: tuple[str, ...] = ()
    head: tuple[tuple[str, ...], ...] = ()
    written: tuple[tuple[str, ...], ...] = ()
    mapped: tuple[tuple[str, ...], ...] = ()


class Intake(Protocol):
    """Takes in deliveries; never raises for what a source does wrong."""

    def take(self, order: Order) -> Taken:
        """Return what came of it, within the limits of the declaration."""
        ...


class Partials(Protocol):
    """Keeps the partial sums of every partition, and puts them together."""

    name: str

    def put(self, plan: TablePlan, partition: Partition) -> bool:
        """Compute a partition and keep it in place of its earlier revision."""
        ...

    def keep(self, plan: TablePlan, partial: Partial, engine: str) -> bool:
        """Keep what another engine computed, in place of its earlier revision."""
        ...

    def engines(self, plan: TablePlan) -> Mapping[PartitionKey, str]:
        """Return which engine computed each partition."""
        ...

    def revisions(self, plan: TablePlan) -> Mapping[PartitionKey, int]:
        """Return which revision of each partition counts."""
        ...

    def roll_up(
        self, plan: TablePlan, period: Period, tree_of: TreeOf, dimensions: Iterable[str] = ()
    ) -> RolledUp:
        """Return every measure of a plan for every unit of the tree."""
        ...

    def close(self) -> None:
        """Let go of what is open."""
        ...


class Rows(Protocol):
    """Looks at rows of a partition that was kept."""

    def columns(self, file: Path) -> frozenset[str]:
        """Return the columns that the partition has."""
        ...

    def some(self, file: Path, columns: Sequence[str], most: int) -> tuple[tuple[str, ...], ...]:
        """Return some rows as text, the same ones each time."""
        ...
