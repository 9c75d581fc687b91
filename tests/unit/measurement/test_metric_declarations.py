"""The declarations of metrics: all readable, and a wrong one names every fault."""

import json
from pathlib import Path

import pytest
from tests.factories.measures import PARSER

from thuocdo.core.errors import Invalid
from thuocdo.measurement.declaring.reading import METRICS, catalogue
from thuocdo.measurement.declaring.types import Kind
from thuocdo.measurement.planning import plan
from thuocdo.measurement.tables.reading import standard_tables

TABLES = standard_tables()
ALL = catalogue(TABLES, PARSER)
ROWS = json.loads(
    (Path(METRICS).parents[1] / "programme/data/nq03/indicators.json").read_text(encoding="utf-8")
)
RECORDS_DECIDE = {
    *(f"11.{number}" for number in range(1, 13)),
    *("12", "13", "15", "16", "17", "18", "20", "21", "22"),
    *(f"23.{number}" for number in range(1, 5)),
    *("27", "28", "30", "31", "32", "35", "36", "38"),
}
GOOD = (METRICS / "11.1-online-use.toml").read_text(encoding="utf-8")


def test_every_row_that_records_can_decide_has_a_metric():
    """The rows of Appendix I that registers decide are all declared, and name rows that exist."""
    computed = {row for metric in ALL.metrics for row in metric.declaration.indicators}
    assert computed >= RECORDS_DECIDE
    waiting = {row for one in ALL.uncomputable for row in one.declaration.indicators}
    assert computed | waiting <= {row["code"] for row in ROWS}
    assert not computed & waiting


def test_each_row_has_one_metric_that_decides():
    """Rivals stand beside the metric that decides; row 21 is two quantities and has two."""
    deciding = [
        row for one in ALL.metrics if not one.declaration.rival_of for row in one.declaration.indicators
    ]
    assert {row for row in deciding if deciding.count(row) > 1} == {"21"}


def test_what_cannot_be_computed_says_what_is_missing_and_who_owes_it():
    """On a par with advanced countries waits for guidance; the cybersecurity rank for its publisher."""
    waiting = {one.code: one.declaration for one in ALL.uncomputable}
    assert "on a par" in waiting["7-enterprises-on-a-par"].missing_en
    assert "no longer publishes" in waiting["33-cybersecurity-rank"].missing_en
    assert all(one.owed_by and one.missing_vi for one in waiting.values())


def test_all_metrics_together_need_one_scan_for_each_table():
    """Whatever is asked of a register, it is read once."""
    whole = plan(ALL, TABLES, TABLES)
    assert set(whole.refused) == {one.code for one in ALL.uncomputable}
    assert len(whole.metrics) == len(ALL.metrics)
    assert len(whole.tables) < len(ALL.metrics) / 2


def refusals(folder, **files):
    """Write files and return the faults with which they are refused."""
    for name, text in files.items():
        (folder / f"{name.replace('__', '-').replace('_', '.')}.toml").write_text(text, encoding="utf-8")
    with pytest.raises(Invalid) as refused:
        catalogue(TABLES, PARSER, folder)
    return {(fault.where, fault.field): fault.message for fault in refused.value.faults}


def test_every_fault_of_every_file_is_named_at_once(tmp_path):
    """Who declares metrics sees all slips of all files in one go."""
    found = refusals(
        tmp_path,
        i11_1__a=GOOD,
        **{
            "11_1__b": GOOD.replace("channel in", "chanel in").replace('"count(*)"', '"count(*) / 2"'),
            "11_1__c": GOOD.replace("version = 1", "version = 0").replace('scale = "100"', 'scale = "0"'),
            "11_1__d": GOOD.replace('table = "dossiers"', 'table = "nothing"'),
            "11_1__e": GOOD.replace('kind = "share"', 'kind = "growth"'),
            "11_1__f": GOOD.replace('"applicant"', '"procedure"') + 'missing_vi = "x"\n',
            "11_1__g": GOOD + 'rival_of = "11.1-nobody"\nplaces = 9\n',
        },
    )
    assert ("i11.1-a.toml", None) in found
    assert "chanel" in found["11.1-b.toml", "numerator"]
    assert ("11.1-b.toml", "denominator") in found
    assert {("11.1-c.toml", "version"), ("11.1-c.toml", "scale")} <= set(found)
    assert "nothing" in found["11.1-d.toml", "table"]
    assert {("11.1-e.toml", "base_year"), ("11.1-e.toml", "kind")} <= set(found)
    assert {("11.1-f.toml", field) for field in ("missing_en", "owed_by", "numerator")} <= set(found)
    assert {("11.1-g.toml", "rival_of"), ("11.1-g.toml", "places")} <= set(found)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (('"applicant"', '"procedure"'), "dimensions"),
        (('denominator = "count(*)"', ""), "denominator"),
        (
            ('denominator = "count(*)"', 'denominator = "count(*)"\ndenominator_table = "x"'),
            "denominator_table",
        ),
        (('kind = "share"', 'kind = "rank"'), "kind"),
        (
            (
                'denominator = "count(*)"',
                'denominator = "percentile_disc(0.5) within group (order by minutes_taken)"',
            ),
            "denominator",
        ),
        (('indicators = ["11.1"]', "indicators = []"), "indicators"),
        (("since = 2025-01-09", 'since = "soon"'), "since"),
        (("version = 1", 'version = "one"'), "version"),
        (('unit_en = "%"', 'unit_en = " "'), "unit_en"),
    ],
)
def test_a_wrong_field_is_named(tmp_path, change, field):
    """The fault stands on the field that is wrong."""
    assert change[0] in GOOD
    found = refusals(tmp_path, **{"11_1__a": GOOD.replace(*change)})
    assert ("11.1-a.toml", field) in found


def test_growth_names_its_base_year():
    """Growth is compound from a year that the declaration names."""
    growing = [one.declaration for one in ALL.metrics if one.declaration.kind is Kind.GROWTH]
    assert {one.base_year for one in growing} == {2024}
