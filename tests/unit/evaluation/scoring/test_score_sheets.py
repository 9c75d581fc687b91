"""Every fault of a sheet of inputs is named with its line, all at once."""

import pytest
from tests.unit.evaluation.scoring.sample import GOOD, the_set
from tests.unit.evaluation.scoring.test_engine import FULL, HEAD

from thuocdo.core.errors import Invalid
from thuocdo.evaluation.scoring.sheets import read_table
from thuocdo.evaluation.scoring.words import SENTENCES

CODES = {sentence: code for code, sentence in SENTENCES.items()}


def faults(data):
    """Return what is wrong with a sheet, as (line, code)."""
    with pytest.raises(Invalid) as refused:
        read_table(data if isinstance(data, bytes) else data.encode(), the_set())
    return [(int(each.where.split()[1]), CODES[each.template]) for each in refused.value.faults]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("unit,type", "unitt,type", (1, "data_no_column")),
        (",done,due", ",doen,due", (1, "data_unknown_column")),
        (",done,due", ",done,done", (1, "data_column_twice")),
        ("evidence:A3", "evidence:A9", (1, "data_criterion")),
        ("evidence:A3", "evidence:B1", (1, "data_no_evidence")),
        ("evidence:A3", "not_applicable:A3", (1, "data_no_not_applicable")),
        ("phase,", "", (1, "data_no_column")),
        (",done,due", ",zzz,due", (1, "data_strange_column")),
        ("BYT,", ",", (2, "data_no_unit")),
        ("ministry", "minister", (2, "data_type")),
        ("start", "end", (2, "data_phase")),
        (",17,", ",17.5,", (2, "data_places")),
        (",17,", ",-1,", (2, "data_limits")),
        (",95,", ",101,", (2, "data_limits")),
        (",17,", ",nan,", (2, "data_number")),
        (",17,", ",1e3,", (2, "data_number")),
        (",17,", ",17;18,", (2, "data_several")),
        (",17,", ",6.300,", (2, "data_grouped")),
        (",17,", ",1.234.567,", (2, "data_grouped")),
        (",yes,", ",maybe,", (2, "data_yes_no")),
        (",yes,", ",x,", (2, "data_yes_no")),
        ("8;9;10", "8;9;11", (2, "data_limits")),
        (",vb,vb,vb,vb", ",vb", (2, "data_cells")),
    ],
)
def test_a_wrong_cell_is_named_with_its_line(old, new, fault):
    """Each kind of wrong cell or head gives its own sentence at its line."""
    assert fault in faults(f"{HEAD}\n{FULL}".replace(old, new, 1))


def test_all_wrong_cells_come_at_once():
    """Two wrong lines are both named, and no table is made of the rest."""
    wrong = FULL.replace("BYT", "BCA").replace(",17,", ",x,").replace(",95,", ",950,")
    assert faults(f"{HEAD}\n{FULL}\n{wrong}\n{FULL}") == [
        (3, "data_number"),
        (3, "data_limits"),
        (4, "data_unit_twice"),
    ]


def test_a_wrong_type_or_phase_hides_no_wrong_cell():
    """A line that names no kind of unit and no phase still has its values checked, and nothing follows."""
    wrong = FULL.replace("ministry,start,17", "minister,end,x")
    assert faults(f"{HEAD}\n{wrong}") == [(2, "data_type"), (2, "data_phase"), (2, "data_number")]


def test_a_missing_column_is_one_fault_only():
    """Without the column phase nothing is said of phases, units or cells that follow from it."""
    lines = [",".join(each.split(",")[:2] + each.split(",")[3:]) for each in (HEAD, FULL)]
    assert faults("\n".join(lines)) == [(1, "data_no_column")]


def test_an_amount_that_may_be_two_numbers_is_refused():
    """6.300 is six point three to some and six thousand three hundred to others, so neither is taken."""
    text = GOOD.replace("kind: percent", "kind: amount, least: 0")
    with pytest.raises(Invalid) as refused:
        read_table(f"{HEAD}\n{FULL}".replace(",95,", ",6.300,").encode(), the_set(text))
    (fault,) = refused.value.faults
    assert fault.message == "“6.300” may mean 6.3 or 6300; write one of the two"
    assert read_table(f"{HEAD}\n{FULL}".replace(",95,", ",6.3,").encode(), the_set(text)).size == 1


@pytest.mark.parametrize(
    "mark", ["# Số liệu minh họa", '"# illustrative, nobody reported it",,,', "#MINH HOẠ;"]
)
def test_remarks_above_the_head_are_kept_and_may_mark_all_as_illustrative(mark):
    """Lines above the head that begin with # are remarks; faults below still name their own line."""
    table = read_table(f"{mark}\n# Quý I\n{HEAD}\n{FULL}".encode(), the_set())
    assert table.illustrative
    assert table.remarks[1:] == ("Quý I",)
    assert not read_table(f"# Quý I\n{HEAD}\n{FULL}".encode(), the_set()).illustrative
    assert faults(f"{mark}\n{HEAD}\n{FULL}".replace(",17,", ",x,")) == [(3, "data_number")]


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "data_no_column"), (HEAD.encode(), "data_no_rows"), (b"\xff\xfe", "data_no_csv")],
)
def test_a_file_without_units_is_refused(data, code):
    """An empty file, a head alone and another encoding are named."""
    assert (1, code) in faults(data)


def test_semicolons_and_vietnamese_answers_are_understood():
    """A sheet saved with semicolons, a byte-order mark and có/không reads the same."""
    other = f"{HEAD}\n{FULL}".replace("8;9;10", "8 9 10").replace(",", ";").replace("yes", "Có")
    other = other.replace("8 9 10", '"8;9;10"')
    table = read_table(b"\xef\xbb\xbf" + other.encode(), the_set())
    assert table.columns == read_table(f"{HEAD}\n{FULL}".encode(), the_set()).columns
