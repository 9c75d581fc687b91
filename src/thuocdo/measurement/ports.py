"""What a measuring engine can do for us; each adapter must agree with the others in value."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from thuocdo.measurement.partials import Partial, PartitionKey
from thuocdo.measurement.planning import TablePlan


@dataclass(frozen=True, slots=True)
class Partition:
    """The files that one source delivered for one month, whole; a later delivery has a higher revision."""

    key: PartitionKey
    revision: int
    files: tuple[Path, ...]


class Engine(Protocol):
    """Computes partial sums of a partition."""

    name: str

    def scan(self, plan: TablePlan, partition: Partition) -> Partial:
        """Return the states of a partition, or refuse when its columns are not those of the table."""
        ...
