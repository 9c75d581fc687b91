"""Every fault of a sheet of inputs is named with its line, all at once."""

import pytest
from tests.unit.evaluation.scoring.sample import the_set
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
        ("evidence:A3", "evidence:B1", (1, "data_criterion")),
        ("ministry", "minister", (2, "data_type")),
        ("start", "end", (2, "data_phase")),
        (",17,", ",17.5,", (2, "data_places")),
        (",17,", ",-1,", (2, "data_limits")),
        (",95,", ",101,", (2, "data_limits")),
        (",17,", ",nan,", (2, "data_number")),
        (",17,", ",1e3,", (2, "data_number")),
        (",17,", ",17;18,", (2, "data_several")),
        (",yes,", ",maybe,", (2, "data_number")),
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
