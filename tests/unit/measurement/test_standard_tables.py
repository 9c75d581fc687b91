"""The standard tables: all readable, and a wrong declaration names every fault."""

import pytest

from thuocdo.core.errors import Invalid
from thuocdo.measurement.tables.reading import standard_tables
from thuocdo.measurement.tables.types import Grain

TABLES = standard_tables()
WRONG = """
name = "other"
title_vi = "x"
title_en = "x"
about_vi = "x"
about_en = "x"
month_vi = "x"
month_en = "x"
grain = "events"
key = ["thing", "nothing"]
carry_months = 2
surprise = 1

[[columns]]
name = "thing"
type = "id"
vi = "x"
en = "x"
"""


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_every_table_says_in_both_languages_what_it_holds(table):
    """A citizen finds a sentence on the table, on its month and on every column."""
    for text in (table.about_vi, table.about_en):
        assert text.endswith(".")
    assert table.month_vi
    assert table.month_en
    assert all(column.vi and column.en for column in table.columns)


def test_money_has_a_unit_in_every_table():
    """Amounts without a currency are how a value comes to be wrong by a million."""
    money = [column for table in TABLES.values() for column in table.columns if column.type == "money"]
    assert money
    assert {column.unit for column in money} == {"VND"}


def test_only_snapshots_are_carried_on():
    """A month of events that is missing is missing; a register that was not renewed still stands."""
    assert all(not table.carry_months for table in TABLES.values() if table.grain is Grain.EVENTS)


def test_every_fault_of_every_file_is_named_at_once(tmp_path):
    """Who writes a table sees all that is wrong in one go."""
    (tmp_path / "one.toml").write_text(WRONG.replace("surprise = 1", ""), encoding="utf-8")
    (tmp_path / "two.toml").write_text(WRONG, encoding="utf-8")
    (tmp_path / "three.toml").write_text("name = ", encoding="utf-8")
    (tmp_path / "four.toml").write_text('name = 5\ngrain = "yearly"\n', encoding="utf-8")
    with pytest.raises(Invalid) as refused:
        standard_tables(tmp_path)
    found = {(fault.where, fault.field) for fault in refused.value.faults}
    assert {("one.toml", field) for field in ("name", "agency", "key", "carry_months")} <= found
    assert ("two.toml", "surprise") in found
    assert ("three.toml", None) in found
    assert {("four.toml", field) for field in ("name", "grain", "columns", "title_vi")} <= found


def test_a_column_is_judged_by_its_type(tmp_path):
    """A code lists its words, only a code or a flag that is never empty is a dimension."""
    text = WRONG.replace('name = "other"', 'name = "one"').replace("surprise = 1", "")
    text += """
[[columns]]
name = "Agency"
type = "code"
dimension = true
null = "x"
vi = "x"
en = "x"

[[columns]]
name = "kind"
type = "count"
values = ["Ô"]
dimension = true
vi = "x"
en = "x"

[[columns]]
name = "kind"
type = "count"
vi = "x"
en = "x"
"""
    (tmp_path / "one.toml").write_text(text, encoding="utf-8")
    with pytest.raises(Invalid) as refused:
        standard_tables(tmp_path)
    said = [fault.message for fault in refused.value.faults if fault.field in {"Agency", "kind"}]
    assert len(said) == 8
