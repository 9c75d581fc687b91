"""The 57 indicator rows of the catalogue: complete, coherent, and equal to the hand-checked facts."""

import json
from collections import Counter
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest

from thuocdo.core.country import names
from thuocdo.core.messages import catalogue as messages
from thuocdo.core.text import fold
from thuocdo.measurement.baselines import published_baselines
from thuocdo.programme import indicator_page
from thuocdo.programme.catalogue import catalogue
from thuocdo.programme.indicator_page import GAPS, KINDS, how_we_read, main
from thuocdo.programme.registry import register
from thuocdo.programme.types import Indicator, IndicatorKind

REPOSITORY = Path(__file__).parents[3]
SHARED = REPOSITORY.parent / "shared"
SEEDS = pytest.mark.skipif(not SHARED.is_dir(), reason="needs ../shared with the seed documents")
DATA = REPOSITORY / "src/thuocdo/programme/data/nq03/indicators.json"
ROWS = msgspec.convert(json.loads(DATA.read_text(encoding="utf-8")), tuple[Indicator, ...])
BY_CODE = {row.code: row for row in ROWS}
SILENT = {IndicatorKind.WORDS, IndicatorKind.HEADER}


def test_there_are_57_rows_with_their_own_keys():
    """All 57 rows are there, 51 for 2030 and 6 for 2045, each under one key."""
    assert Counter(row.horizon for row in ROWS) == {2030: 51, 2045: 6}
    assert len({row.key for row in ROWS}) == len(BY_CODE) == 57


def test_words_and_heading():
    """Rows 1 to 3 and 23 are words only, row 11 is a heading, and all others carry a figure."""
    assert {row.code for row in ROWS if row.kind is IndicatorKind.WORDS} == {"1", "2", "3", "23"}
    assert {row.code for row in ROWS if row.kind is IndicatorKind.HEADER} == {"11"}
    assert all(row.targets[0].value is not None for row in ROWS if row.kind not in SILENT)


def test_enough_rows_can_reach_a_verdict():
    """At least 40 rows have a figure, a unit and a method, so that data alone decides them."""
    able = [row for row in ROWS if row.kind not in SILENT and row.unit and row.method_vi and row.method_en]
    assert len(able) >= 40


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.code)
def test_names_are_short_and_reasons_come_in_both_languages(row):
    """Pages show names of at most 60 characters, and every row says in both languages how it is read."""
    assert 0 < len(row.name_vi) <= 60
    assert 0 < len(row.name_en) <= 60
    assert row.reading_vi.endswith(".")
    assert row.reading_en.endswith(".")
    assert bool(row.method_vi) == bool(row.method_en) == (row.kind not in SILENT)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.code)
def test_codes_that_a_row_names_exist(row):
    """Monitors and debtors are bodies of the register, and tasks are among the 140."""
    bodies = register()
    known = {agency.code for agency in bodies.agencies} | {group.code for group in bodies.groups}
    assert set(row.monitors) <= known
    assert row.gap_owner in known | {""}
    assert {int(task) for task in (*row.tasks, *filter(None, [row.gap_task]))} <= set(range(1, 141))
    assert row.parent in {"", "11", "23"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.code)
def test_every_gap_has_words_and_somebody_who_owes(row):
    """What is missing is one of the known reasons, and a missing thing always has a debtor."""
    assert row.gap in GAPS
    assert bool(row.gap) == bool(row.gap_owner)
    assert bool(row.gap) or row.kind is IndicatorKind.HEADER or published(row)


def published(row):
    """Return the published values that serve a row."""
    return [item for item in published_baselines() if item.indicator in {row.code, row.shares_path_with}]


@pytest.mark.parametrize("row", [row for row in ROWS if row.gap == "no_baseline"], ids=lambda row: row.code)
def test_rows_without_baseline_have_values_only_after_the_start(row):
    """Where the baseline is what is missing there are values, all later than the programme's date."""
    assert published(row)
    assert all(item.period_end.isoformat() > "2025-01-09" for item in published(row))


def test_what_waits_for_a_task_says_so():
    """Firms on a par (7, 39) wait for the criteria of task 123; concepts wait for task 8."""
    assert {BY_CODE[code].gap_task for code in ("7", "39")} == {"123"}
    assert {BY_CODE[code].gap_task for code in ("1", "2", "3", "4", "6", "9", "35")} == {"8"}


def test_rows_of_one_quantity_point_at_each_other():
    """Rows 10/36, 7/39 and 25/40 share one series and one path."""
    pairs = {(row.code, row.shares_path_with) for row in ROWS if row.shares_path_with}
    assert pairs == {("10", "36"), ("36", "10"), ("7", "39"), ("39", "7"), ("25", "40"), ("40", "25")}
    assert all(BY_CODE[one].unit == BY_CODE[other].unit for one, other in pairs)


def test_row_17_is_two_tests():
    """The budget share must be at least 3 % and not below the year before."""
    assert [(target.test, target.value) for target in BY_CODE["17"].targets] == [
        ("level", Decimal(3)),
        ("not_below_last_year", None),
    ]


def test_a_bare_number_keeps_its_missing_comparator():
    """Row 11.2 stays “90” as printed; that it reads “at least” is shown on the page, not in the data."""
    assert BY_CODE["11.2"].targets[0].comparator == "="
    assert "| 90 | at least 90 |" in line_of("11.2", "en")
    assert "| 90 | ít nhất 90 |" in line_of("11.2", "vi")


def line_of(code, language):
    """Return the line of the page that shows a row."""
    page = how_we_read(catalogue(), language)
    return next(line for line in page.splitlines() if line.startswith(f"| {code} "))


def test_ranks_are_the_rows_where_lower_is_better():
    """A smaller number is better for ranks and for nothing else."""
    ranks = {row.code for row in ROWS if row.kind is IndicatorKind.RANK}
    assert {row.code for row in ROWS if row.lower_is_better} == ranks == {"4", "5", "6", "33", "37"}


def test_the_page_is_up_to_date(capsys):
    """The page in docs says what the catalogue says."""
    assert main(["--check"]) == 0
    assert capsys.readouterr().err == ""


def test_an_old_page_is_noticed_and_can_be_written(tmp_path, monkeypatch, capsys):
    """An old page fails the check with the command that mends it, and writing mends it."""
    monkeypatch.setattr(indicator_page, "_PAGE", tmp_path / "docs" / "page.md")
    assert main(["--check"]) == 1
    assert "--write" in capsys.readouterr().err
    assert main(["--write"]) == 0
    assert main(["--check"]) == 0


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_page_has_a_line_and_a_reason_for_every_row(language):
    """No row is left out of the page, and each says why it is read so, in the language of the reader."""
    page = how_we_read(catalogue(), language)
    assert all(f"| {row.code} ({row.horizon}) |" in page for row in ROWS)
    assert all((row.reading_vi if language == "vi" else row.reading_en) in page for row in ROWS)


def test_the_page_shows_monitors_then_and_now():
    """A monitor that was merged stands beside the body that answers for it."""
    assert "| MIC → MOST |" in line_of("23.3", "en")
    assert "| Bộ TT&TT → Bộ KH&CN |" in line_of("23.3", "vi")
    assert "| OOG |" in line_of("11.2", "en")


def test_every_kind_and_gap_has_words_in_vietnamese():
    """Kinds and gaps are shown on pages in both languages, so each has its translation."""
    assert set(KINDS) == set(IndicatorKind)
    assert all(messages("vi").get(words) for words in (*KINDS.values(), *filter(str.isascii, GAPS.values())))


@pytest.fixture(scope="module")
def gold():
    """Return the hand-checked rows by number."""
    path = SHARED / "reference/nq03/indicators.json"
    return {row["no"]: row for row in json.loads(path.read_text(encoding="utf-8"))}


@SEEDS
@pytest.mark.seeds
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.code)
def test_facts_equal_the_gold(row, gold):
    """Horizon, parent, direction, unit, targets and monitors are those of the document."""
    facts = gold[row.code]
    codes = {name.name_vi: name.code for name in names()}
    assert row.horizon == facts["horizon"]
    assert row.parent == (facts["parent"] or "")
    assert row.lower_is_better == (facts["direction"] == "lower")
    assert row.code == "14" or fold(row.unit_vi) == fold(facts["unit_vi"] or "")
    assert row.monitors == tuple(codes[name] for name in facts["lead_agencies"])
    assert [
        (target.comparator, target.value, target.upper, target.scope_vi)
        for target in row.targets
        if target.test == "level"
    ] == [
        (target["comparator"], number(target["value"]), number(target["value_high"]), target["scope"] or "")
        for target in facts["targets"]
    ]


def number(value):
    """Return a printed number as a decimal."""
    return None if value is None else Decimal(str(value))


@SEEDS
@pytest.mark.seeds
@pytest.mark.parametrize("row", [row for row in ROWS if len(row.name_vi) > 30], ids=lambda row: row.code)
def test_names_are_our_own_words(row, gold):
    """A short name is never the document's title."""
    assert fold(row.name_vi) != fold(gold[row.code]["name_vi"])
