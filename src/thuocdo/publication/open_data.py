"""All open-data files of a publication: every table in every format of the folder `writers/`."""

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Protocol, cast

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

    def write(self, table: Table, facts: Facts, /) -> bytes:
        """Return the bytes of a table."""

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
) -> tuple[Table, ...]:
    """Return every table that follows from the facts, the sets that scored them and the corrections."""
    return (
        *tables(facts, verdicts),
        *score_tables(facts, scored),
        corrections_table(facts, corrections),
    )


def all_tables(
    facts: Facts,
    verdicts: Verdicts,
    corrections: Iterable[Correction] = (),
    scored: Iterable[Result] = (),
) -> tuple[Table, ...]:
    """Return every table of the publication, the dictionary last."""
    found = recomputed(facts, verdicts, corrections, scored)
    return (*found, dictionary(facts, found))


def data_files(found: Iterable[Table], facts: Facts) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of every open-data file."""
    for table in found:
        for each in formats():
            yield table.path + each.SUFFIX, each.write(table, facts)
