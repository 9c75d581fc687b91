"""What a measuring engine can do for us; each adapter must agree with the others in value."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from thuocdo.measurement.partials import Partial, PartitionKey
from thuocdo.measurement.planning import TablePlan


@dataclass(frozen=True, slots=True)
class Partition:
    """The rows that one source delivered for one month, whole; a later delivery has a higher revision.

    `files` hold the rows; an engine over a database finds them there by the key instead.
    """

    key: PartitionKey
    revision: int
    files: tuple[Path, ...]


class Engine(Protocol):
    """Computes partial sums of a partition.

    The contract, which one test holds every engine to (tests/contract/test_engines_agree.py):
    the states are those of the plain engine of the tests, to the last decimal and whatever the rows
    hold; a condition that is empty does not hold, and a sum of nothing is 0. Columns that are missing or of
    another type are refused with all their faults, and so are rows that name no body. Nothing is
    written. What takes longer than it may ends as Unavailable, and the engine can be used again.
    """

    name: str

    def scan(self, plan: TablePlan, partition: Partition) -> Partial:
        """Return the states of a partition, or refuse when its columns are not those of the table."""
        ...

    def close(self) -> None:
        """Let go of whatever it holds."""
        ...
