"""What the engine makes of small tables: left out, capped, merged, explained, and the next steps."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.unit.evaluation.scoring.sample import GOOD, a_table, the_set

from thuocdo.core.errors import Invalid
from thuocdo.evaluation.scoring import shipped
from thuocdo.evaluation.scoring.columns import WAITING
from thuocdo.evaluation.scoring.engine import score
from thuocdo.evaluation.scoring.explaining import explain
from thuocdo.evaluation.scoring.kinds import UnitType
from thuocdo.evaluation.scoring.sheets import read_table
from thuocdo.evaluation.scoring.steps import next_steps
from thuocdo.evaluation.scoring.totals import (
    ABSENT,
    NO_TOTAL_AFTER_MERGER,
    TOO_MUCH_LEFT_OUT,
)

HEAD = "unit,type,phase,done,due,rate,open,given,late,evidence:A1,evidence:A2,evidence:A3,evidence:P1"
FULL = "BYT,ministry,start,17,20,95,yes,8;9;10,1,vb,vb,vb,vb"


def scored(*lines, text=GOOD, head=HEAD):
    """Return the result of a few lines of a sheet."""
    given = the_set(text)
    return score(given, read_table("\n".join([head, *lines]).encode(), given))


def totals(result):
    """Return the totals as decimals, marks as they are."""
    return [Decimal(each.total) / 100 if each.total >= 0 else each.total for each in result.totals]


def codes(result, row=0):
    """Return the reasons of each criterion of a row."""
    return {line.criterion: line.reasons[0].code for line in explain(result, row).lines}


def test_points_pillars_total_and_level_of_a_unit():
    """Points add up to pillars, penalties are taken away, and the level follows from the total."""
    result = scored(FULL)
    found = explain(result, 0)
    assert {line.criterion: str(line.points) for line in found.lines} == {
        "A1": "30.00", "A2": "8.00", "A3": "20.00", "B1": "36.00", "P1": "1.00",
    }  # fmt: skip
    assert [str(each.points) for each in found.pillars] == ["58.00", "36.00", "1.00"]
    assert (str(found.total), str(found.possible), found.level) == ("93.00", "100.00", "tot")
    assert found.lines[3].spread == (Decimal(8), Decimal(10))


def test_without_evidence_a_self_assessment_counts_nothing():
    """Points that a unit gives itself without evidence are nought, and the line says so."""
    result = scored(FULL.replace(",vb,vb,vb,vb", ",,vb,vb,vb"))
    assert totals(result) == [Decimal("63.00")]
    assert codes(result)["A1"] == "no_evidence"
    (step, *_rest) = next_steps(result, 0)
    assert (step.criterion, step.gain, step.evidence) == ("A1", Decimal("30.00"), True)


def test_what_does_not_apply_leaves_the_maximum_and_the_rest_is_rescaled():
    """A criterion that the unit leaves out with a reason takes its points out of the maximum."""
    result = scored(f"{FULL},không có việc nào", head=f"{HEAD},not_applicable:A1")
    found = explain(result, 0)
    assert str(found.possible) == "70.00"
    # (8 + 20 + 36) of 70, as of 100, less one point of penalty
    assert str(found.total) == "90.43"
    assert found.lines[0].points is None
    assert found.lines[0].reasons[0].params == {"why": "không có việc nào"}


def test_too_much_left_out_gives_no_total():
    """Beyond the share that the set allows there is no total, so leaving out cannot pay."""
    text = GOOD.replace("at_most: 50", "at_most: 20")
    result = scored(f"{FULL},không", head=f"{HEAD},not_applicable:A1", text=text)
    assert totals(result) == [TOO_MUCH_LEFT_OUT]
    assert explain(result, 0).reasons[0].params == {"share": "30", "most": "20"}
    assert next_steps(result, 0) == ()


@pytest.mark.parametrize(
    ("missing", "total"),
    [("zero", Decimal("57.00")), ("no_total", WAITING), ("not_applicable", Decimal("94.00"))],
)
def test_a_missing_value_is_worth_what_the_set_says(missing, total):
    """Nothing handed in is nought, or the total waits, or the criterion is left out, as declared."""
    text = GOOD.replace("missing: zero", f"missing: {missing}").replace("points: 5\n", "points: 5\n")
    line = FULL.replace("8;9;10", "")
    found = totals(scored(line, text=text))
    # 58 of 60 rescaled to 100 is 96.67; less one point
    assert found == [Decimal("95.67") if missing == "not_applicable" else total]


def test_a_condition_that_does_not_hold_caps_the_level():
    """With a weak required pillar the level is capped, and the reason names the condition."""
    text = GOOD.replace("from: 80, to: 100", "from: 60, to: 100").replace(
        "from: 50, below: 80", "from: 50, below: 60"
    )
    result = scored(FULL.replace("8;9;10", "1;1;1").replace("95,yes", "100,yes"), text=text)
    found = explain(result, 0)
    assert (str(found.total), found.level) == ("63.00", "kha")
    assert found.reasons[0].params["condition_vi"] == "Phải đạt một nửa chất lượng"


def test_alternatives_follow_the_type_and_the_phase():
    """A province is judged by another rule than a ministry, and by another in each phase."""
    start = "HN,province,start,4,20,95,no,8;9;10,0,vb,vb,vb,vb"
    run = "HUE,province,run,20,20,95,no,8;9;10,0,vb,vb,vb,vb"
    half = "CT,province,run,10,20,95,no,8;9;10,0,vb,vb,vb,vb"
    result = scored(start, run, half)
    assert [each / 100 for each in result.points[2]] == [8, 20, 10]
    assert codes(result, 2)["A3"] == "against_best"


def test_groups_and_capped_pillars_keep_their_caps():
    """Criteria of a group earn no more than its cap, and a bonus no more than its pillar."""
    given = shipped.shipped("provincial-rule")
    head = (
        "unit,type,phase,plan_issued,meetings,report_day,tasks_due,tasks_done,files_all,files_online,"
        "files_month,files_quarter,it_projects,it_running,trained,initiatives,models,late_reports,false_claims,"
        + ",".join(f"evidence:{each.id}" for each in given.criteria)
    )
    line = "xa-1,commune,ordinary,yes,2,21,10,10,100,90,90,100,2,2,90,3,1,1,0" + ",vb" * len(given.criteria)
    result = score(given, read_table(f"{head}\n{line}".encode(), given))
    found = explain(result, 0)
    assert [str(each.points) for each in found.pillars] == ["20.00", "65.00", "15.00", "2.00"]
    assert [each.code for each in found.pillars[1].reasons] == ["group_cap"]
    assert [each.code for each in found.pillars[2].reasons] == []
    assert (str(found.total), found.level) == ("98.00", "A")


MERGED = """unit,type,period,name,predecessors,merged_in,last_in,{inputs}
BD,province,2024,Cũ một,,,2024,{one}
VT,province,2024,Cũ hai,,,2024,{two}
HCM,province,2024,Mới,BD;VT,2024,,{none}
HCM,province,2025,Mới,BD;VT,2024,,{two}
"""


def _merged(rule):
    text = shipped.shipped_bytes("dti-province-2022").decode().replace("mean_of_predecessors", rule)
    given = the_set(text)
    names = [f"p{n}_points" for n in range(1, 9)] + [f"evidence:P{n}1" for n in range(1, 9)]
    table = MERGED.format(
        inputs=",".join(names),
        one=",".join(["60"] * 8 + ["vb"] * 8),
        two=",".join(["90"] * 8 + ["vb"] * 8),
        none=",".join([""] * 16),
    )
    return score(given, read_table(table.encode(), given))


def test_a_merged_unit_gets_the_plain_mean_of_its_predecessors():
    """In its first period it has the mean, as DTI 2024 did; later it has its own; who ended has nothing."""
    result = _merged("mean_of_predecessors")
    row = result.table.row
    assert [result.totals[row(unit, "2024")].total for unit in ("BD", "VT", "HCM")] == [48000, 72000, 60000]
    assert result.totals[row("HCM", "2025")].total == 72000
    assert result.totals[row("BD", "2025")].total == ABSENT
    assert [each.code for each in explain(result, row("HCM", "2024")).reasons] == ["merged_mean"]


def test_the_other_rules_for_merged_units():
    """A set may give no total in the first period, add up the inputs, or take what was handed in."""
    result = _merged("no_score")
    assert result.totals[result.table.row("HCM", "2024")].total == NO_TOTAL_AFTER_MERGER
    summed = _merged("sum_of_inputs")
    assert summed.totals[summed.table.row("HCM", "2024")].total == 0  # evidence is its own
    assert summed.table.column("p1_points")[summed.table.row("HCM", "2024")] == 1_500_000
    assert _merged("own_data").totals[2].total == 0


def test_the_next_steps_gain_what_they_promise():
    """The total after a step is the total before and its gain; the largest three come first."""
    line = "BYT,ministry,start,13,20,85,no,6;6;6,0,vb,vb,vb,vb"
    result = scored(line)
    steps = next_steps(result, 0)
    assert [(each.criterion, str(each.gain), each.to, each.more) for each in steps] == [
        ("A3", "20.00", "1", ""),
        ("B1", "16.00", "10", ""),
        ("A1", "7.06", "85", "4"),
    ]
    after = scored(line.replace("start,13", "start,17"))
    assert totals(after)[0] - totals(result)[0] == Decimal("7.06")
    band = scored(line.replace(",85,", ",90,"))
    assert (
        next(each for each in next_steps(result, 0, most=9) if each.criterion == "A2").gain
        == Decimal("4.00")
        == totals(band)[0] - totals(result)[0]
    )


def test_a_declared_exception_where_none_is_allowed_is_refused():
    """A sheet cannot leave out a criterion that the set does not let go."""
    with pytest.raises(Invalid) as refused:
        scored(f"{FULL},không", head=f"{HEAD},not_applicable:A2")
    assert "A2" in str(refused.value.faults[0])


def test_small_tables_built_by_hand_equal_the_sheet():
    """A table of columns and a sheet with the same values give the same."""
    columns = {
        "done": [17], "due": [20], "rate": [950_000], "open": [1],
        "given": [(80_000, 90_000, 100_000)], "late": [1],
    }  # fmt: skip
    proved = {each: frozenset({0}) for each in ("A1", "A2", "A3", "P1")}
    table = a_table(
        columns, types=[UnitType.MINISTRY], parts={"rate": 10_000, "given": 10_000}, proved=proved
    )
    result = score(the_set(), replace(table, periods=("",)))
    assert result.totals == scored(FULL).totals
