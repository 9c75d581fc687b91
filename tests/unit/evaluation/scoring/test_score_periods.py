"""Periods of a sheet: a mistyped one is refused, and who handed in nothing is not judged."""

import pytest
from tests.unit.evaluation.scoring.sample import GOOD, the_set
from tests.unit.evaluation.scoring.test_engine import FULL, HEAD
from tests.unit.evaluation.scoring.test_score_sheets import CODES

from thuocdo.core.errors import Invalid
from thuocdo.evaluation.scoring import periods
from thuocdo.evaluation.scoring.engine import rescored, score
from thuocdo.evaluation.scoring.explaining import explain
from thuocdo.evaluation.scoring.kinds import Period
from thuocdo.evaluation.scoring.remarks import beyond, not_handed_in, without_data
from thuocdo.evaluation.scoring.sheets import read_table
from thuocdo.evaluation.scoring.simulating import simulate
from thuocdo.evaluation.scoring.totals import NO_DATA
from thuocdo.evaluation.scoring.versions import moved

WITH_PERIOD = f"period,{HEAD}"
PAST = GOOD.replace("{by: relative, to: best}", "{by: relative, to: own_past}")


def sheet(*lines, head=WITH_PERIOD):
    """Return a sheet of lines, each with its period first."""
    return "\n".join([head, *lines]).encode()


def scored(*lines, text=GOOD, head=WITH_PERIOD):
    """Return what a set makes of some lines."""
    given = the_set(text)
    return score(given, read_table(sheet(*lines, head=head), given))


def faults(*lines, text=GOOD):
    """Return what is wrong with some lines, as (line, code)."""
    with pytest.raises(Invalid) as refused:
        read_table(sheet(*lines), the_set(text))
    return [(int(each.where.split()[1]), CODES[each.template]) for each in refused.value.faults]


def of(unit, line=FULL):
    """Return the line of another unit."""
    return line.replace("BYT", unit)


@pytest.mark.parametrize(
    ("length", "right", "wrong"),
    [
        ("year", ["2025"], ["Năm 2025", "25", "2025-1", "02025", "2025.0", "1025", "2025-2026"]),
        ("half_year", ["2025-H1", "2025-H2", "2025-1", "2025-2"], ["2025", "2025-H3", "2025-01", "H1/2025"]),
        ("quarter", ["2025-Q1", "2025-Q4"], ["2025-Q5", "Q1-2025", "2025-1", "Quý I/2025"]),
        ("month", ["2025-01", "2025-12"], ["2025-13", "2025-1", "01/2025", "2025-00"]),
    ],
)
def test_a_period_is_written_as_the_set_judges(length, right, wrong):
    """What is no year, half-year, quarter or month of the set is refused at its line with what to write."""
    text = GOOD.replace("period: year", f"period: {length}")
    for each in right:
        assert scored(f"{each},{FULL}", text=text).table.periods == (each,)
    for each in wrong:
        assert faults(f"{right[0]},{FULL}", f"{each},{of('BCA')}", text=text) == [(3, "data_period_form")]


def test_the_refusal_of_a_period_says_what_to_write():
    """The sentence gives the spelling in the year that seems to be meant."""
    with pytest.raises(Invalid) as refused:
        read_table(sheet(f"2025,{FULL}", f"Năm 2024,{of('BCA')}"), the_set())
    assert "write it as 2024" in refused.value.faults[0].message


def test_lines_without_a_period_among_others_are_refused():
    """Where some lines name a period, every line does; two spellings of half-years do not mix."""
    assert faults(f",{FULL}", f"2025,{of('BCA')}") == [(2, "data_no_period")]
    halves = GOOD.replace("period: year", "period: half_year")
    assert faults(f"2025-H1,{FULL}", f"2025-2,{FULL}", text=halves) == [(3, "data_period_alike")]
    assert scored(f",{FULL}", f",{of('BCA')}").table.periods == ("",)


def test_the_period_before_is_the_one_of_the_calendar():
    """Codes before one follow the calendar over the turn of the year, in their own spelling."""
    assert periods.before("2025", Period.YEAR) == "2024"
    assert periods.before("2025-H1", Period.HALF_YEAR) == "2024-H2"
    assert periods.before("2025-1", Period.HALF_YEAR) == "2024-2"
    assert periods.before("2025-Q3", Period.QUARTER) == "2025-Q2"
    assert periods.before("2025-01", Period.MONTH) == "2024-12"
    with pytest.raises(ValueError, match="no period"):
        periods.before("Năm 2025", Period.YEAR)


def test_who_has_no_line_in_a_period_is_not_judged_there():
    """A unit without a line has no total and no level, and is listed apart; so with --simulate."""
    result = scored(f"2024,{FULL}", f"2025,{FULL}", f"2025,{of('BCA')}")
    row = result.table.row("BCA", "2024")
    assert (result.totals[row].total, result.levels[row]) == (NO_DATA, ("", ""))
    assert [unit.id for unit in without_data(result, result.table.rows_of("2024"))] == ["BCA"]
    assert without_data(result, result.table.rows_of("2025")) == ()
    assert simulate(the_set(), result.table, period="2024").units == 1
    assert simulate(the_set(), result.table).units == 2
    assert moved(result, result) == ()


def test_a_value_that_comes_later_makes_its_line():
    """Who had no line is judged as soon as one value is handed in, as if the line had been there."""
    first = scored(f"2024,{FULL}", f"2025,{FULL}", f"2025,{of('BCA')}")
    later, _change = rescored(first, "rate", first.table.row("BCA", "2024"), 950_000)
    assert later.totals[later.table.row("BCA", "2024")].total == 0
    assert later.totals[0] == first.totals[0]


def test_the_own_past_is_the_period_before_and_no_older_one():
    """Where the period before was not handed in there is nothing to compare with."""
    line = "HN,province,run,{done},20,95,no,8;9;10,0,vb,vb,vb,vb"
    near = scored(f"2024,{line.format(done=20)}", f"2025,{line.format(done=10)}", text=PAST)
    assert explain(near, near.table.row("HN", "2025")).lines[2].reasons[0].code == "against_past"
    far = scored(f"2022,{line.format(done=20)}", f"2025,{line.format(done=10)}", text=PAST)
    assert far.table.judged_periods == ("2022", "2025")
    assert explain(far, far.table.row("HN", "2025")).lines[2].reasons[0].code == "no_reference"


def test_inputs_that_nobody_handed_in_are_named():
    """A column that is missing or empty is named; one that some unit filled in is not."""
    without = ",".join(each for each in WITH_PERIOD.split(",") if each != "rate")
    line = FULL.replace(",95,", ",")
    result = scored(f"2025,{line}", head=without)
    assert not_handed_in(result, result.table.rows_of("2025")) == ("rate",)
    empty = scored(f"2025,{FULL.replace(',95,', ',,')}", f"2025,{of('BCA')}")
    assert not_handed_in(empty, empty.table.rows_of("2025")) == ()


def test_a_part_that_is_more_than_its_whole_is_told():
    """25 of 20 counts as 100 per cent, and the result says that it was handed in so."""
    result = scored(f"2025,{FULL.replace(',17,', ',25,')}")
    (found,) = beyond(result, result.table.rows_of("2025"))
    assert (found.unit, found.criterion, found.part, found.whole) == ("BYT", "A1", "25", "20")
    assert [each.code for each in explain(result, 0).lines[0].reasons] == ["full", "beyond_whole"]
    assert beyond(scored(f"2025,{FULL}"), [0]) == ()


MERGER = """period,unit,type,phase,predecessors,merged_in,last_in,rate,evidence:A2
2025,A,ministry,start,,,2025,90,vb
2025,B,ministry,start,,,2025,100,vb
2026,AB,ministry,start,A;B,2025,,90,vb
"""


def test_a_merged_unit_without_own_lines_still_follows_its_predecessors():
    """In its first period its predecessors' lines are enough; without those it has none."""
    given = the_set(GOOD.replace("missing: zero", "missing: zero\nmerged: mean_of_predecessors"))
    result = score(given, read_table(MERGER.encode(), given))
    totals = [result.totals[result.table.row(unit, "2025")].total for unit in ("A", "B", "AB")]
    assert totals == [800, 1000, 900]
    alone = MERGER.replace("2025,A,", "2024,A,").replace("2025,B,", "2024,B,").replace(",,,2025,", ",,,2024,")
    result = score(given, read_table((alone + "2025,C,ministry,start,,,,90,vb\n").encode(), given))
    assert result.totals[result.table.row("AB", "2025")].total == NO_DATA
