"""Reads the file (TOML) of a metric that a methodologist writes; all its faults at once, nothing is run."""

import tomllib
from collections.abc import Iterator, Mapping

from thuocdo.core.errors import N_, Fault, Invalid, fault
from thuocdo.measurement.declared import filled
from thuocdo.measurement.declaring.reading import word_faults
from thuocdo.measurement.subset.tree import Refused
from thuocdo.measurement.tables.types import Table
from thuocdo.measurement.written.statement import check_text
from thuocdo.measurement.written.types import MONTH, Written

MOST_BYTES = 60_000
LONGEST_CODE = 60
_NO_TOML = N_("This is no TOML file: {reason}.")


def read_written(
    text: str, tables: Mapping[str, Table], codes: frozenset[str], rows: frozenset[str]
) -> Written:
    """Return what a file says, or refuse with all its faults.

    `codes` are the metrics that are known, `rows` the indicators of the programme.
    """
    where = "metric"
    try:
        if len(text.encode()) > MOST_BYTES:
            raise _refused([fault(where, None, N_("is larger than {most} KB"), most=MOST_BYTES // 1000)])
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, UnicodeEncodeError, RecursionError) as error:
        raise _refused([fault(where, None, _NO_TOML, reason=str(error)[:100].rstrip("."))]) from None
    written, faults = filled(data, Written, where)
    if written is None:
        raise _refused(faults)
    faults = [
        *word_faults(where, written.code, written.declaration(1), codes | {written.code}),
        *_name_faults(where, written, rows),
        *_table_faults(where, written, tables),
        *_day_faults(where, written),
        *_statement_faults(where, written),
    ]
    if faults:
        raise _refused(faults)
    return written


def _name_faults(where: str, written: Written, rows: frozenset[str]) -> Iterator[Fault]:
    if len(written.code) > LONGEST_CODE:
        yield fault(where, "code", N_("is longer than {most} characters"), most=LONGEST_CODE)
    for code in written.indicators:
        if code not in rows:
            yield fault(where, "indicators", N_("The programme has no row {code}."), code=code[:20])


def _table_faults(where: str, written: Written, tables: Mapping[str, Table]) -> Iterator[Fault]:
    if not written.tables:
        yield fault(where, "tables", N_("Name the tables that the statement reads, each with its columns."))
    for name, columns in written.tables.items():
        table = tables.get(name)
        if table is None:
            yield fault(where, "tables", N_("There is no standard table {table}."), table=name)
            continue
        for column in columns:
            if column != MONTH and table.column(column) is None:
                yield fault(
                    where, "tables", N_("There is no column {name} in {table}."), name=column, table=name
                )


def _day_faults(where: str, written: Written) -> Iterator[Fault]:
    if written.applies_from.day != 1:
        yield fault(where, "applies_from", N_("A version applies from the first day of a month."))


def _statement_faults(where: str, written: Written) -> Iterator[Fault]:
    try:
        check_text(written.sql)
    except Refused as refusal:
        yield fault(where, "sql", refusal.template, **refusal.params)


def _refused(faults: list[Fault]) -> Invalid:
    return Invalid(
        N_("The file of the metric has {count} faults; the first: {first}"),
        faults=faults,
        params={"count": len(faults), "first": str(faults[0])},
    )
