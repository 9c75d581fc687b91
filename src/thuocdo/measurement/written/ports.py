"""What runs a person's statement: a process that ends, over a file that holds only what is permitted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Question:
    """A statement, the file that it reads, and what it may give: these columns in this order, all decimal.

    Columns at the end may be left out. The file stands in a folder of its own.
    """

    sql: str
    database: Path
    tables: Mapping[str, tuple[str, ...]]
    columns: tuple[str, ...]
    most_rows: int = 1


class Runner(Protocol):
    """Runs one statement. Nothing that it does reaches anything but the file, or lasts beyond its limits."""

    def run(self, question: Question) -> Sequence[Sequence[Decimal | None]]:
        """Return its rows, or raise Invalid with one sentence."""
        ...
