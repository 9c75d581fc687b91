"""A draft as rows of cells: every doubt stands on a cell, every row has a key of its own."""

import dataclasses

from hypothesis import given
from hypothesis import strategies as st
from tests.factories.reviewed import a_draft, a_task, an_indicator

from thuocdo.documents.blocks import Block
from thuocdo.documents.remarks import SENTENCES, remark
from thuocdo.documents.types import Remark
from thuocdo.programme.review.cells import NOTES, rows_of
from thuocdo.programme.review.passages import Places, passages_of
from thuocdo.programme.review.types import WHOLE


def doubtful(draft):
    """Return the keys of the cells that need a word, with the codes of their doubts."""
    return {
        cell.key: [note.code for note in cell.doubts]
        for row in rows_of(draft)
        for cell in row.cells
        if cell.doubts
    }


def test_a_doubt_stands_on_the_cell_it_is_about():
    """Remarks on a field, on a reading beside it, and on no row at all each find their cell."""
    assert doubtful(a_draft()) == {
        ("document", "issued_on"): ["no_date"],
        ("indicator 1@2030", "target"): ["no_comparator"],
        ("task 2", "output"): ["blank_cell"],
        ("task 3", "leads"): ["unknown_agency"],
        ("table 9", WHOLE): ["cells_missing"],
    }


def test_a_note_tells_and_asks_nothing():
    """A remark that only tells something stands on its cell and makes it no doubtful one."""
    row = next(row for row in rows_of(a_draft()) if row.where == "task 3")
    cell = row.cell("coordinators")
    assert cell.doubts == ()
    assert [note.code for note in cell.notes] == ["name_variant"]


def test_a_remark_of_an_unknown_kind_is_a_doubt():
    """What a later reader remarks for the first time is put before a person, not hidden."""
    draft = a_draft(remarks=(Remark("task 1", "Something new.", "deadline_text", "never_seen"),))
    assert doubtful(draft) == {
        ("indicator 1@2030", WHOLE): ["unsure"],
        ("task 1", "deadline"): ["never_seen"],
        ("task 3", WHOLE): ["unsure"],
    }


def test_a_row_that_is_not_sure_waits_even_without_a_remark():
    """A low confidence alone makes the row as a whole doubtful."""
    draft = a_draft(tasks=(a_task("1", confidence=0.7),), indicators=(), remarks=())
    assert doubtful(draft) == {("task 1", WHOLE): ["unsure"]}


def test_two_rows_with_one_number_are_two_rows():
    """Each has its own key, says that its number is repeated, and bears the remarks of both."""
    draft = a_draft(
        tasks=(a_task("1"), a_task("1")), indicators=(), remarks=(remark("task 1", "leads", "no_lead"),)
    )
    assert doubtful(draft) == {
        ("task 1", "leads"): ["no_lead"],
        ("task 1 #2", "leads"): ["no_lead"],
        ("task 1 #2", "code"): ["code_repeated"],
    }


def test_each_horizon_of_an_indicator_is_a_row():
    """A remark on an indicator stands on the row of every horizon."""
    rows = (an_indicator("1", 2030), an_indicator("1", 2045))
    draft = a_draft(indicators=rows, tasks=(), remarks=(remark("indicator 1", "unit", "blank_cell"),))
    assert list(doubtful(draft)) == [("indicator 1@2030", "unit"), ("indicator 1@2045", "unit")]


PLACES = st.sampled_from(["document", "task 1", "task 3", "indicator 1", "theme II", "clause I.1", "table 4"])
FIELDS = st.sampled_from([None, "title", "leads", "deadline", "deadline_text", "targets", "strange"])


@given(
    st.lists(
        st.tuples(PLACES, FIELDS, st.sampled_from(["blank_cell", "hidden", "name_variant"])), max_size=12
    )
)
def test_no_remark_gets_lost(found):
    """Whatever is remarked wherever, each remark stands on at least one cell."""
    remarks = tuple(Remark(where, code, field, code) for where, field, code in found)
    shown = {
        id(note)
        for row in rows_of(a_draft(remarks=remarks))
        for cell in row.cells
        for note in (*cell.doubts, *cell.notes)
    }
    assert {id(note) for note in remarks} <= shown


def test_notes_are_remarks_that_exist():
    """Each code that asks nothing is a code of the reader."""
    assert set(SENTENCES) >= NOTES


def test_a_table_row_is_one_passage():
    """Cells of a row stand together, a merged cell once; paragraphs stand alone, empty ones nowhere."""
    blocks = [
        Block("Mở đầu", 1),
        Block("", 2),
        Block("TT", 0, 3, 1, 1, 1),
        Block("Tên", 0, 3, 1, 1, 2),
        Block("Tên", 0, 3, 1, 1, 3),
        Block("1", 0, 3, 1, 2, 1),
        Block("Cuối", 3),
    ]
    found = passages_of(blocks)
    assert [(each.text, each.table, each.row) for each in found] == [
        ("Mở đầu", 0, 0),
        ("TT | Tên", 1, 1),
        ("1", 1, 2),
        ("Cuối", 0, 0),
    ]
    places = Places(found)
    assert places.find({"table": 1, "row": 2, "page": 3}) == 2
    assert places.find({"line": 2}) == 3
    assert places.find({"line": 9}) is None
    assert places.find({}) is None


def test_a_row_knows_its_passage():
    """The rows of a draft point at the passage where they begin."""
    passages = passages_of([Block("x", 5), Block("1.", 110), Block("Việc 1", 112), Block("2.", 120)])
    rows = {row.where: row.first for row in rows_of(a_draft(), passages)}
    assert (rows["task 1"], rows["task 2"], rows["task 3"], rows["document"]) == (1, 3, None, None)


def test_columns_that_no_row_fills_are_no_cells():
    """Progress and result are cells only where the document has such columns."""
    plain = rows_of(a_draft())
    assert all(row.cell("status_text") is None for row in plain)
    tasks = (a_task("1"), dataclasses.replace(a_task("2"), status_text="Hoàn thành"))
    asked = [row.cell("status_text") for row in rows_of(a_draft(tasks=tasks)) if row.kind == "task"]
    assert [cell.printed for cell in asked] == ["", "Hoàn thành"]


def test_a_body_asked_about_elsewhere_makes_no_row_wait():
    """A row that is unsure for a body alone, which the remark of another row asks about, asks nothing."""
    unsure = a_task("4", leads=("Hội Cây",), leads_text="Hội Cây", confidence=0.6)
    other = a_task("5", confidence=0.6)
    keys = doubtful(a_draft(tasks=(*a_draft().tasks, unsure, other)))
    assert ("task 5", WHOLE) in keys
    assert "task 4" not in {where for where, _field in keys}


def test_bodies_of_another_country_are_asked_about_at_once():
    """One remark asks about all bodies of a document from abroad; no row waits for its own."""
    draft = a_draft(
        tasks=(a_task("1", confidence=0.6), a_task("2", leads=(), coordinators=(), confidence=0.6)),
        indicators=(),
        remarks=(remark("document", "leads", "agencies_abroad"),),
    )
    assert [where for where, _field in doubtful(draft)] == ["document", "task 2"]
