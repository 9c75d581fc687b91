"""How a table out of a spreadsheet becomes cells by task, with everything that fits nowhere."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thuocdo.core.errors import Invalid
from thuocdo.core.messages import Reason
from thuocdo.cycles.headwords import is_heading, meaning_of
from thuocdo.cycles.pasting import MAX_ROWS, Place, as_table, read_pasted, read_text

TODAY = date(2025, 6, 20)
PLACES = tuple(Place(code, code) for code in ("1", "7", "17", "44", "60"))


def pasted(text, places=PLACES, **more):
    """Return what a text would change."""
    return read_pasted(read_text(text), places=places, today=TODAY, **more)


def new(row):
    """Return the new values of a row."""
    return {name: change[1] for name, change in row.changes.items()}


@pytest.mark.parametrize(
    ("text", "table"),
    [
        ("", ()),
        ("a", (("a",),)),
        ("a\tb\r\nc\td\r\n", (("a", "b"), ("c", "d"))),
        ("a\n\nb\n", (("a",), ("",), ("b",))),
        ('"dòng 1\ndòng 2"\tb\n', (("dòng 1\ndòng 2", "b"),)),
        ('"nói ""có"" rồi"\tb', (('nói "có" rồi', "b"),)),
        ('"a\tb"\tc', (("a\tb", "c"),)),
        ('"chưa đóng\tb\nc', (('"chưa đóng', "b"), ("c",))),
        ('"a" và "b"\tc', (('"a" và "b"', "c"),)),
        ('""\tb', (("", "b"),)),
        ("a\x00\x07\tb", (("a", "b"),)),
        ("a\rb", (("a",), ("b",))),
        ("\t\t\n\t", ()),
    ],
)
def test_text_of_a_spreadsheet_is_a_table(text, table):
    """Tabs part cells, line breaks part rows, and quotation marks hold both together."""
    assert read_text(text) == table


def test_numbers_of_tasks_find_their_rows():
    """A column of the body's task numbers decides, in whatever order the rows stand."""
    found = pasted("17\tđang thực hiện\n1\thoàn thành\n")
    assert found.columns == ("task", "situation")
    assert not found.by_order
    assert [(row.task, new(row)) for row in found.rows] == [
        ("17", {"situation": "working"}),
        ("1", {"situation": "done"}),
    ]


@pytest.mark.parametrize("cell", ["17", "17.", " 17 ", "17,0", "17.0", "Nhiệm vụ 17", "NV 17", "Task 17"])
def test_a_number_is_known_in_its_spellings(cell):
    """The number that a sheet prints is the task's, however it is written."""
    assert pasted(f"{cell}\tđang làm").rows[0].task == "17"


def test_without_numbers_the_visible_order_counts():
    """Rows go to the tasks from the chosen one on, and an empty row keeps its place."""
    found = pasted("working\n\nworking\nworking", start=("7", "situation"))
    assert found.by_order
    assert [row.task for row in found.rows] == ["7", "17", "44", "60"]
    assert [row.state for row in found.rows] == ["changes", "same", "changes", "changes"]


def test_rows_beyond_the_last_task_are_unmatched():
    """What finds no row any more is listed with its reason."""
    found = pasted("working\nworking", start=("60", "situation"))
    assert [row.state for row in found.rows] == ["changes", "unmatched"]
    assert found.rows[1].unmatched == Reason("no_row_left")


def test_a_heading_names_the_columns():
    """Heads in Vietnamese say what the columns hold; unknown ones are left aside."""
    text = "TT\tNhiệm vụ\tVướng mắc\tTừ ngày\tGhi chú\tTình hình\n44\tx\tChờ góp ý\t2025-06-01\t?\t3\n"
    found = pasted(text)
    assert found.columns == ("task", "name", "obstacle", "obstacle_since", "", "situation")
    assert found.skipped == 1
    assert new(found.rows[0]) == {
        "obstacle": "Chờ góp ý",
        "obstacle_since": "01/06/2025",
        "situation": "obstacle",
    }


def test_a_heading_may_stand_below_a_title():
    """Rows above the heading are no rows of the table, and their number is known."""
    found = pasted("BÁO CÁO KỲ 1\n\nSố TT\tTình hình\n17\t2\n")
    assert found.skipped == 3
    assert [row.number for row in found.rows] == [4]


@pytest.mark.parametrize(
    ("head", "meaning"),
    [
        ("STT", "task"),
        ("Số TT", "task"),
        ("Task No.", "task"),
        ("Tên nhiệm vụ", "name"),
        ("Tình hình thực hiện", "situation"),
        ("Status", "situation"),
        ("Số, ký hiệu văn bản", "document"),
        ("Văn bản (dán một dòng)", "document"),
        ("Evidence", "document"),
        ("Ngày ban hành", "issued_on"),
        ("Date of issue", "issued_on"),
        ("Dự kiến hoàn thành", "expected_on"),
        ("Expected on", "expected_on"),
        ("Khó khăn, vướng mắc", "obstacle"),
        ("Vướng mắc từ ngày", "obstacle_since"),
        ("Obstacle since", "obstacle_since"),
        ("Câu công khai", "public_sentence"),
        ("Public sentence", "public_sentence"),
        ("Người lập biểu", ""),
        ("", ""),
    ],
)
def test_words_of_heads(head, meaning):
    """Each head means one column, or nothing of ours."""
    assert meaning_of(head) == meaning


def test_a_row_of_values_is_no_heading():
    """One word that could be a head does not make a heading out of a row."""
    assert not is_heading(("vướng mắc", "30/11/2025"))
    assert not is_heading(("17", "Tình hình", "a", "b"))
    assert is_heading(("TT", "Tình hình"))


def test_running_numbers_are_not_taken_for_tasks():
    """A column that only counts its own rows does not decide when most of its numbers are nobody's."""
    found = pasted("STT\tTình hình\n1\t2\n2\t2\n3\t2\n")
    assert found.by_order
    assert [row.task for row in found.rows] == ["1", "7", "17"]


def test_one_column_alone_is_never_the_numbers():
    """A single column of ones and twos is what was copied, although tasks have such numbers."""
    found = pasted("1\n", start=("44", "situation"))
    assert (found.rows[0].task, new(found.rows[0])) == ("44", {"situation": "done"})


def test_a_task_counts_once():
    """The second row of a task is listed, not applied over the first."""
    found = pasted("17\t1\n17\t2\n", columns=("task", "situation"))
    assert [row.state for row in found.rows] == ["changes", "unmatched"]
    assert found.rows[1].unmatched == Reason("twice", {"task": "17"})


def test_unknown_numbers_are_listed():
    """A number that is none of the body's tasks is said, and the others go on."""
    found = pasted("TT\tTình hình\n17\t1\n99\t1\n\t2\n1\t2\n44\t2\n7\t1")
    assert [row.state for row in found.rows] == ["changes", "unmatched", "unmatched", *["changes"] * 3]
    assert found.rows[1].unmatched == Reason("unknown_task", {"text": "99"})
    assert found.rows[2].unmatched == Reason("no_number_here")


def test_an_empty_cell_changes_nothing():
    """What is not said stays as it stands; what is the same is no change."""
    places = (Place("17", "17", cells={"situation": "working", "obstacle": "Chờ"}),)
    found = pasted("17\tworking\t\t\t\t", places)
    assert found.rows[0].state == "same"


def test_old_and_new_stand_beside_each_other():
    """A change knows what it replaces."""
    places = (Place("17", "17", cells={"situation": "working"}),)
    assert pasted("17\tdone", places).rows[0].changes == {"situation": ("working", "done")}


def test_a_locked_row_takes_its_place_and_nothing_else():
    """Rows of tasks that were sent are listed with the reason, also in visible order."""
    places = (Place("1", "1"), Place("7", "7", locked=Reason("locked_sent")), Place("17", "17"))
    found = pasted("1\n2\n2", places)
    assert [row.state for row in found.rows] == ["changes", "unmatched", "changes"]
    assert found.rows[1].unmatched == Reason("locked_sent")


def test_the_day_is_read_from_a_new_line():
    """A pasted line fills the day of issue, unless a column gives another."""
    line = "Quyết định số 9001/QĐ-TTg ngày 12/6/2025"
    assert new(pasted(f"17\tdone\t{line}").rows[0])["issued_on"] == "12/06/2025"
    assert new(pasted(f"17\tdone\t{line}\t13/06/2025").rows[0])["issued_on"] == "13/06/2025"


def test_a_new_line_without_a_day_takes_the_old_day_away():
    """The day of the former document does not stay with the new one."""
    old = {"document": "Quyết định số 1/QĐ-A ngày 1/2/2025", "issued_on": "01/02/2025"}
    found = pasted("17\tdone\tBiên bản nghiệm thu", (Place("17", "17", cells=old),))
    assert found.rows[0].changes["issued_on"] == ("01/02/2025", "")


def test_faults_are_named_by_column_and_mended():
    """A faulty cell stops its row; a mended one lets it go."""
    text = "17\t2\t\t\tN/A\n1\t2\t\t\t30/11/2025\n"
    found = pasted(text)
    assert [row.state for row in found.rows] == ["faulty", "changes"]
    assert [(fault.column, fault.reason.code) for fault in found.rows[0].faults] == [
        ("expected_on", "nothing")
    ]
    mended = pasted(text, mends={(1, "expected_on"): ""})
    assert new(mended.rows[0]) == {"situation": "working"}
    mended = pasted(text, mends={(1, "expected_on"): "1/12/2025"})
    assert new(mended.rows[0])["expected_on"] == "01/12/2025"


def test_a_person_can_name_the_task_of_a_row():
    """An unmatched row goes to the task that was chosen for it."""
    found = pasted("TT\tTình hình\n99\t1\n17\t2\n1\t2", mends={(2, "task"): "44"})
    assert [row.task for row in found.rows] == ["44", "17", "1"]


def test_a_person_can_say_what_the_columns_are():
    """What was confirmed goes before every guess; a meaning that stands twice counts once."""
    found = pasted("TT\tTình hình\n17\t30/11/2025\n", columns=("task", "expected_on", "situation"))
    assert new(found.rows[0]) == {"expected_on": "30/11/2025"}
    twice = pasted("a\tb", columns=("obstacle", "obstacle"))
    assert twice.columns == ("obstacle", "")
    assert pasted("a", columns=("<script>",)).columns == ("",)


def test_nothing_of_a_secret_row_is_kept():
    """A mark of secrecy in any cell, also one that nobody reads, stops the whole row."""
    found = pasted("17\tdone\n1\tdone\tx\ty\tz\t\t\t\tMẬT")
    assert [row.state for row in found.rows] == ["changes", "unmatched"]
    assert found.rows[1].unmatched == Reason("secret")
    assert found.rows[1].changes == {}


def test_a_formula_stays_text():
    """A cell that looks like a formula is words like others."""
    row = pasted("17\t2\t\t\t\t\t\t=1+1").rows[0]
    assert new(row)["public_sentence"] == "=1+1"


def test_too_much_is_refused():
    """More rows, columns or letters than a grid has give one sentence."""
    for text in ("a\n" * (MAX_ROWS + 1), "\t" * 100 + "a", "a" * 1_000_001):
        with pytest.raises(Invalid):
            read_text(text)


CELLS = st.one_of(
    st.sampled_from(
        ["17", "1", "99", "", "N/A", "như trên", "2", "30/11/2025", "TT", "Tình hình", "MẬT", '"']
    ),
    st.text(max_size=8),
)


@given(st.text(alphabet=st.sampled_from('a17"\t\n\r ,-/ấ\x00'), max_size=60))
def test_any_text_is_a_table(text):
    """No text raises, and a table that is written again as text is the same table."""
    table = read_text(text)
    again = "\n".join("\t".join(_quoted(cell) for cell in row) for row in table)
    assert read_text(again) == table


def _quoted(cell):
    return '"' + cell.replace('"', '""') + '"'


@given(
    st.lists(st.lists(CELLS, max_size=9), max_size=12),
    st.sampled_from([*[place.code for place in PLACES], "", "?"]),
    st.dictionaries(
        st.tuples(st.integers(0, 12), st.sampled_from(["task", "situation", "expected_on"])),
        CELLS,
        max_size=3,
    ),
    st.lists(st.sampled_from(["", "task", "name", "situation", "document", "expected_on"]), max_size=9),
)
def test_every_row_is_accounted_for(rows, start, mends, columns):
    """Applied, unchanged, faulty and unmatched rows together are the rows below the heading."""
    table = as_table(rows)
    found = read_pasted(table, places=PLACES, today=TODAY, start=(start, start), mends=mends, columns=columns)
    counts = {state: len(found.in_state(state)) for state in ("changes", "same", "faulty", "unmatched")}
    assert sum(counts.values()) == len(table) - found.skipped == len(found.rows)
    tasks = [row.task for row in found.rows if row.task]
    assert len(set(tasks)) == len(tasks)
    assert len(found.columns) == max(map(len, table), default=0)
