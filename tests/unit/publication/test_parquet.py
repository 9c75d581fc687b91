"""Parquet: read back by two independent engines, equal to the CSV, the same bytes every time."""

import csv
import io
from datetime import date
from decimal import Decimal

import duckdb
import pytest
from hypothesis import given
from hypothesis.strategies import (
    booleans,
    characters,
    dates,
    decimals,
    integers,
    lists,
    none,
    one_of,
    sampled_from,
    text,
    tuples,
)
from pyarrow import parquet as arrow
from tests.factories.facts import some_facts
from tests.factories.observations import read, table
from tests.factories.publication import publish_plainly

from thuocdo.evaluation.evaluate import evaluate
from thuocdo.publication.columns import BOOLEAN, DATE, DECIMAL, INTEGER, LIST, TEXT, Column, Table
from thuocdo.publication.describing import parquet as describing
from thuocdo.publication.describing.parquet import table_bytes
from thuocdo.publication.describing.snapshot import MARK, Snapshot
from thuocdo.publication.manifest import read_manifest
from thuocdo.publication.observations.described import Handed
from thuocdo.publication.observations.tables import tables as tables_of
from thuocdo.publication.open_data import all_tables
from thuocdo.publication.scores import published_sets, results
from thuocdo.publication.verify import verify
from thuocdo.publication.writers import csv as csv_writer

FACTS = some_facts()
VERDICTS = evaluate(FACTS)
SCORED = results(FACTS, VERDICTS, published_sets())
SNAPSHOT = Snapshot(FACTS, all_tables(FACTS, VERDICTS, scored=SCORED))
SET = read(table())
TABLES = [*SNAPSHOT.whole_tables, *Handed(SET, tables_of(SET)).whole_tables]
KINDS = (TEXT, INTEGER, DECIMAL, DATE, BOOLEAN, LIST)
COLUMNS = tuple(Column(kind, kind, "") for kind in KINDS)
words = text(characters(exclude_categories=["Cs"]), max_size=8)
CELLS = {
    TEXT: words,
    INTEGER: integers(-(2**63), 2**63 - 1),
    DECIMAL: decimals(-(10**9), 10**9, places=5),
    DATE: dates(),
    BOOLEAN: booleans(),
    LIST: lists(words, max_size=3).map(tuple),
}


def by_arrow(data):
    """Return the rows as pyarrow reads them."""
    rows = arrow.read_table(io.BytesIO(data)).to_pylist()
    return [tuple(tuple(cell) if isinstance(cell, list) else cell for cell in row.values()) for row in rows]


def by_duckdb(data, folder):
    """Return the rows as DuckDB reads them."""
    (folder / "t.parquet").write_bytes(data)
    rows = duckdb.sql(f"select * from '{folder / 't.parquet'}'").fetchall()  # noqa: S608  a folder of the test
    return [tuple(tuple(cell) if isinstance(cell, list) else cell for cell in row) for row in rows]


@pytest.mark.parametrize("whole", TABLES, ids=lambda whole: whole.path)
def test_every_table_says_what_its_csv_says(whole, tmp_path):
    """Two engines of other people read the rows of the CSV: numbers by value, all else letter by letter."""
    data = table_bytes(whole, {})
    rows = by_arrow(data)
    assert rows == by_duckdb(data, tmp_path)
    written = csv_writer.table_bytes(whole).decode("utf-8-sig")
    names, *lines = csv.reader(io.StringIO(written, newline=""))
    assert arrow.read_schema(io.BytesIO(data)).names == names
    assert len(rows) == len(lines)
    for row, line in zip(rows, lines, strict=True):
        for cell, printed in zip(row, line, strict=True):
            if isinstance(cell, Decimal):
                assert cell == Decimal(printed)
            else:
                assert csv_writer.shown(cell) == printed


@given(lists(tuples(*(one_of(none(), CELLS[kind]) for kind in KINDS)), max_size=40))
def test_any_cells_come_back(rows):
    """Missing values, empty lists, empty texts and numbers of any size keep their places."""
    data = table_bytes(Table("t", "t", COLUMNS, tuple(rows)), {})
    assert by_arrow(data) == rows


@given(lists(sampled_from(range(700)), min_size=300, max_size=900))
def test_dictionaries_of_more_than_a_byte_are_read(numbers):
    """The width of the numbers grows with the count of different values."""
    rows = tuple((str(number), number) for number in numbers)
    data = table_bytes(Table("t", "t", COLUMNS[:2], rows), {})
    assert by_arrow(data) == list(rows)


@pytest.mark.parametrize("count", [1, 2, 256, 257, 65_537])
def test_one_value_and_very_many_values_are_read_by_both_engines(count, tmp_path):
    """The borders of the dictionary's width hold for other people's readers."""
    rows = tuple((f"v{number}", number) for number in range(count))
    data = table_bytes(Table("t", "t", COLUMNS[:2], rows), {})
    assert by_arrow(data) == list(rows) == by_duckdb(data, tmp_path)


def test_types_are_those_of_the_dictionary():
    """A day is a day and a decimal has as many places as its longest value."""
    row = ("x", 1, Decimal("1.250"), date(1969, 12, 31), True, ("a", "b"))
    less = ("y", 2, Decimal(-3), date(2025, 1, 1), False, ())
    data = table_bytes(Table("t", "t", COLUMNS, (row, less)), {})
    schema = arrow.read_schema(io.BytesIO(data))
    types = [str(schema.field(kind).type) for kind in KINDS]
    assert types == [
        "string",
        "int64",
        "decimal128(38, 3)",
        "date32[day]",
        "bool",
        "list<element: string not null>",
    ]
    assert by_arrow(data) == [row, less]


@pytest.mark.parametrize(
    "value", ["1e38", "0." + "0" * 38 + "1", "123456789012345678901234567890.1234567890123"]
)
def test_a_number_without_room_makes_its_column_text(value):
    """Nothing is rounded and nothing refused: the digits stand there as they are."""
    cell = Decimal(value)
    data = table_bytes(Table("t", "t", (COLUMNS[2],), ((cell,), (Decimal("0.5"),), (None,))), {})
    assert [row[0] for row in by_arrow(data)] == [format(cell, "f"), "0.5", None]


def test_the_file_says_what_it_is():
    """A file that was passed on alone carries title, mark and day, and nothing of a clock."""
    (path, data), *_ = describing.files(SNAPSHOT)
    assert path == "thu/nhiem-vu.parquet"
    said = arrow.read_schema(io.BytesIO(data)).metadata
    assert MARK in said[b"title"].decode()
    assert said[b"as_of"] == b"2025-12-31"
    assert dict(describing.files(SNAPSHOT)) == dict(describing.files(SNAPSHOT))


def test_it_is_published_signed_and_made_again_by_the_verifier(tmp_path):
    """Each whole table stands in the manifest; one that says otherwise is named, not only its digest."""
    site = tmp_path / "site"
    publish_plainly(FACTS, site)
    head = read_manifest((site / "manifest.json").read_bytes())
    paths = {f"{whole.path}.parquet" for whole in SNAPSHOT.whole_tables}
    assert {path for path in head.files if path.endswith(".parquet")} == paths
    assert {head.files[path].media_type for path in paths} == {"application/vnd.apache.parquet"}
    assert verify(site).holds
    changed = (site / "thu/nhiem-vu.parquet").read_bytes().replace(b"late", b"done")
    (site / "thu/nhiem-vu.parquet").write_bytes(changed)
    found = {(each.step, each.where, each.reason.code) for each in verify(site).faults}
    assert (5, "thu/nhiem-vu.parquet", "bytes_differ") in found
