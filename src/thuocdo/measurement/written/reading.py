"""Reads the file (TOML) of a metric that a methodologist writes; all its faults at once, nothing is run."""

import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from thuocdo.core.errors import N_, Fault, Invalid, fault
from thuocdo.measurement.declared import filled
from thuocdo.measurement.declaring.reading import word_faults
from thuocdo.measurement.subset.tree import Refused
from thuocdo.measurement.tables.types import Table
from thuocdo.measurement.written.statement import check_text
from thuocdo.measurement.written.types import MONTH, Written

MOST_BYTES = 60_000
LONGEST_CODE = 60
_BREAKS = "\u2028\u2029"
_UNSEEN = N_("The sign {sign} cannot be seen and may not stand here.")
_NO_TOML = N_("This is no TOML file: {reason}.")


def read_written(
    text: str, tables: Mapping[str, Table], codes: frozenset[str], rows: frozenset[str]
) -> Written:
    """Return what a file says, or refuse with all its faults.

    `codes` are the metrics that are known, `rows` the indicators of the programme.
    """
    where = "metric"
    written = as_said(text)
    faults = [
        *_sign_faults(where, text, written),
        *word_faults(where, written.code, written.declaration(1), codes | {written.code}),
        *_name_faults(where, written, rows),
        *_table_faults(where, written, tables),
        *_day_faults(where, written),
        *_statement_faults(where, written),
    ]
    if faults:
        raise refused(faults)
    return written


def as_said(text: str) -> Written:
    """Return what a file says, without looking at what it means; refused where it is no such file."""
    where = "metric"
    try:
        if len(text.encode()) > MOST_BYTES:
            raise refused([fault(where, None, N_("is larger than {most} KB"), most=MOST_BYTES // 1000)])
        data: dict[str, Any] = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, UnicodeEncodeError, RecursionError) as error:
        raise refused([fault(where, None, _NO_TOML, reason=str(error)[:100].rstrip("."))]) from None
    written, faults = filled(data, Written, where)
    if written is None:
        raise refused(faults)
    return written


def refused(faults: Sequence[Fault]) -> Invalid:
    """Return the refusal that names all faults of a file."""
    return Invalid(
        N_("The file of the metric has {count} faults; the first: {first}"),
        faults=faults,
        params={"count": len(faults), "first": str(faults[0])},
    )


def _sign_faults(where: str, text: str, written: Written) -> Iterator[Fault]:
    """Yield signs that nobody sees: what two people approve and everybody reads says what it seems to say."""
    names = ("name_vi", "name_en", "unit_vi", "unit_en", "method_vi", "method_en")
    found = {name: sign for name in names for sign in _unseen(getattr(written, name))}
    for name, sign in found.items():
        yield fault(where, name, _UNSEEN, sign=sign)
    if not found and not any(_unseen(written.sql)):
        for sign in sorted(set(_unseen(text.replace("\r\n", "\n")))):
            yield fault(where, None, _UNSEEN, sign=sign)


def _unseen(text: str) -> Iterator[str]:
    for letter in text:
        if letter not in "\n\t" and (unicodedata.category(letter)[0] == "C" or letter in _BREAKS):
            yield f"U+{ord(letter):04X}"


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
