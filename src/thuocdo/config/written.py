"""Written metrics wired: the process that runs their statements, and the files of rows that those read."""

import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings

from thuocdo.adapters.engines.written_rows import SAMPLE, lay_down, lay_down_sample
from thuocdo.adapters.engines.written_sql import WrittenSql
from thuocdo.config.measuring import metrics, stores
from thuocdo.config.transparency import signer
from thuocdo.measurement.declaring.types import Declaration, Declared
from thuocdo.measurement.months import Period
from thuocdo.measurement.ports import Partition
from thuocdo.measurement.sources.valuing import Made, plain
from thuocdo.measurement.tables.reading import standard_tables
from thuocdo.measurement.tables.types import Table
from thuocdo.measurement.values import plain_value
from thuocdo.measurement.written import queries
from thuocdo.measurement.written.reading import read_written
from thuocdo.measurement.written.rules import in_force
from thuocdo.measurement.written.types import Trial, Version, Written
from thuocdo.measurement.written.valuing import asked, make
from thuocdo.programme.queries import programme


@dataclass(frozen=True, slots=True)
class _Tried:
    """A metric that has no version yet."""

    code: str
    declaration: Declaration


def read(text: str) -> Written:
    """Return what the file of a metric says, or refuse with all its faults."""
    codes = frozenset(declared()) | {each.code for each in queries.approved()}
    rows = frozenset(each.code for each in programme(settings.THUOCDO_PROGRAMME).indicators)
    return read_written(text, standard_tables(), codes, rows)


def declared() -> Mapping[str, int]:
    """Return the metrics that are declared in files, each with its version."""
    catalogue = metrics()
    known: Iterable[Declared] = (*catalogue.metrics, *catalogue.uncomputable)
    return {each.code: each.declaration.version for each in known}


def try_out(written: Written) -> Trial:
    """Return what a metric gives on made-up rows, or refuse with one sentence; nothing is kept."""
    with tempfile.TemporaryDirectory() as folder:
        database = lay_down_sample(Path(folder), _tables(written))
        sums = asked(WrittenSql(), written, database)
    value = plain_value(_Tried(written.code, written.declaration(1)), *sums.of(), ratio=sums.ratio)
    return Trial(
        engine=engine(),
        rows=SAMPLE * len(written.tables),
        value=plain(value.value),
        numerator=plain(sums.numerator),
        denominator=plain(sums.denominator),
    )


def engine() -> str:
    """Return the engine of statements with its version, as a method in the log names it."""
    import duckdb  # noqa: PLC0415  the base install has no engine

    return f"DuckDB {duckdb.__version__}"


def measuring_on(first_day: date) -> Mapping[str, Version]:
    """Return by code the written metrics that measure a period that begins on a day."""
    return in_force(queries.approved(), first_day, logged=signer() is not None)


def measured(version: Version, wanted: Period, *, as_of: date) -> Made | None:
    """Return the value of a written metric for a period, from the rows that were kept."""
    with tempfile.TemporaryDirectory() as folder:

        def laid(used: Mapping[str, tuple[Partition, ...]]) -> Path:
            return lay_down(Path(folder), _tables(version.written), used)

        return make(
            version,
            wanted,
            stores=stores(),
            tables=standard_tables(),
            runner=WrittenSql(),
            lay_down=laid,
            as_of=as_of,
        )


def _tables(written: Written) -> Mapping[str, tuple[Table, tuple[str, ...]]]:
    known = standard_tables()
    return {name: (known[name], columns) for name, columns in written.tables.items()}
