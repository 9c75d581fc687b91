"""All open-data files of a publication: every table in every format of the folder `writers/`."""

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from functools import cache, partial
from typing import Protocol, cast

from thuocdo.core.memory import Memory
from thuocdo.evaluation.types import Facts, Verdicts
from thuocdo.publication import writers
from thuocdo.publication.columns import Table
from thuocdo.publication.compare import Difference
from thuocdo.publication.corrections import corrections_table
from thuocdo.publication.manifest import Correction
from thuocdo.publication.score_tables import score_tables
from thuocdo.publication.scores import Result
from thuocdo.publication.tables import dictionary, tables


class Writer(Protocol):
    """One format: a module in `writers/` with these names."""

    SUFFIX: str

    def write(self, table: Table, facts: Facts, memory: Memory | None = None, /) -> bytes:
        """Return the bytes of a table; `memory` knows the lines of the round before."""

    def differences(self, data: bytes, table: Table, facts: Facts, /) -> Iterator[Difference]:
        """Yield what a published file says otherwise; raise `ValueError` when it cannot be read."""


@cache
def formats() -> tuple[Writer, ...]:
    """Return the formats found in the folder, by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(writers.__path__))
    return tuple(cast("Writer", importlib.import_module(f"{writers.__name__}.{name}")) for name in names)


def recomputed(
    facts: Facts,
    verdicts: Verdicts,
    corrections: Iterable[Correction] = (),
    scored: Iterable[Result] = (),
    memory: Memory | None = None,
) -> tuple[Table, ...]:
    """Return every table that follows from the facts, the sets that scored them and the corrections."""
    return (
        *tables(facts, verdicts, memory),
        *score_tables(facts, scored),
        corrections_table(facts, corrections),
    )


def all_tables(
    facts: Facts,
    verdicts: Verdicts,
    corrections: Iterable[Correction] = (),
    scored: Iterable[Result] = (),
    memory: Memory | None = None,
) -> tuple[Table, ...]:
    """Return every table of the publication, the dictionary last."""
    found = recomputed(facts, verdicts, corrections, scored, memory)
    return (*found, dictionary(facts, found))


def data_files(
    found: Iterable[Table], facts: Facts, memory: Memory | None = None
) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of every open-data file."""
    memory = memory or Memory()
    for table in found:
        origin = (table.origin, facts.as_of, facts.illustrative)
        for each in formats():
            path = table.path + each.SUFFIX
            yield path, memory.of(path, origin, partial(each.write, table, facts, memory))
