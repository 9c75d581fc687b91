"""Written metrics wired: the process that runs their statements, and the files of rows that those read."""

import re
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from thuocdo.adapters.engines.written_rows import SAMPLE, lay_down, lay_down_sample
from thuocdo.adapters.engines.written_sql import WrittenSql
from thuocdo.config.measuring import metrics, stores
from thuocdo.config.transparency import signer
from thuocdo.core.errors import Conflict, Invalid
from thuocdo.measurement.declaring.types import Declaration, Declared, Metric
from thuocdo.measurement.months import Period
from thuocdo.measurement.ports import Partition
from thuocdo.measurement.sources.valuing import Made, plain
from thuocdo.measurement.tables.reading import standard_tables
from thuocdo.measurement.tables.types import Table
from thuocdo.measurement.values import plain_value
from thuocdo.measurement.written import queries
from thuocdo.measurement.written.reading import as_said, read_written
from thuocdo.measurement.written.rules import columns_read, in_force
from thuocdo.measurement.written.starting import empty, from_declared
from thuocdo.measurement.written.types import Compared, Trial, Version, Written
from thuocdo.measurement.written.valuing import asked, make
from thuocdo.programme.queries import programme

_FIRST_DAY = re.compile(r"^applies_from *=.*$", re.MULTILINE)


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
    return {each.code: each.declaration.version for each in declarations()}


def declarations() -> Sequence[Declared]:
    """Return the metrics that are declared in files, those that cannot be computed yet too, by row."""
    catalogue = metrics()
    return sorted((*catalogue.metrics, *catalogue.uncomputable), key=lambda each: _by_row(each.code))


def try_out(written: Written) -> Trial:
    """Return what a metric gives on made-up rows, or refuse with one sentence; nothing is kept."""
    with tempfile.TemporaryDirectory() as folder:
        return _tried(written, lay_down_sample(Path(folder), _tables(written)))


def compared(text: str) -> Compared:
    """Return what a text that may run gives beside what would measure without it on its first day.

    Both are asked of the same rows. These have the columns of both, so a number may differ from that of a
    trial alone. Raises Invalid where the text does not run.
    """
    written = as_said(text)
    against, earlier = before(written)
    if not earlier:
        return Compared(against, None, _given(text, _columns(written)))
    rows = _columns(written, as_said(earlier))
    after = _given(text, rows)
    try:
        return Compared(against, _given(earlier, rows), after)
    except Invalid:  # a declared metric whose words the lists for people's statements do not have
        return Compared(against, None, after)


def before(written: Written) -> tuple[str, str]:
    """Return what would measure a metric on its first day without it, by name and as a file.

    The file is "" where nothing does, or where no statement says it.
    """
    code, day = written.code, written.applies_from
    version = in_force(queries.approved(), day, logged=False).get(code)
    if version is not None:
        return f"{code}@{version.number}", version.text
    declared = _metric(code)
    if declared is None:
        return "", ""
    name = f"{code}@{declared.declaration.version}"
    try:
        return name, from_declared(declared, day)
    except Conflict:
        return name, ""


def start(code: str, applies_from: date) -> str:
    """Return the text from which a version begins: of what measures on a day, or an empty one without a code.

    A code that nobody knows gets an empty one too; growth cannot be said as one statement (Conflict).
    """
    found = in_force(queries.approved(), applies_from, logged=False).get(code)
    if found is not None:
        return _FIRST_DAY.sub(f"applies_from = {applies_from.isoformat()}", found.text, count=1)
    declared = _metric(code)
    return empty(applies_from) if declared is None else from_declared(declared, applies_from)


def _metric(code: str) -> Metric | None:
    return next((each for each in metrics().metrics if each.code == code), None)


_Columns = tuple[tuple[str, tuple[str, ...]], ...]


def _columns(*several: Written) -> _Columns:
    """Return the columns that these read together, by table."""
    found = columns_read(several)
    return tuple((name, tuple(sorted(found[name]))) for name in sorted(found))


@lru_cache(maxsize=64)
def _given(text: str, columns: _Columns) -> Trial:
    """Return what a text gives on rows of these columns; the same gives the same, so it is asked once."""
    written, known = as_said(text), standard_tables()
    with tempfile.TemporaryDirectory() as folder:
        database = lay_down_sample(Path(folder), {name: (known[name], each) for name, each in columns})
        return _tried(written, database)


def _tried(written: Written, database: Path) -> Trial:
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


def _by_row(code: str) -> tuple[list[int], str]:
    row, _, words = code.partition("-")
    return [int(part) for part in row.split(".")], words
