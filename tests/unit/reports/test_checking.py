"""The consistency check: a changed number, a typed number, a wrong marker and an unnamed body are found."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories.composed import a_snapshot, asked_for, composed, figures_of, tampered

from thuocdo.reports import faults
from thuocdo.reports.checking import check, references
from thuocdo.reports.composing import compose
from thuocdo.reports.types import Figure, Own, Section, grids_of, lines_of

SNAPSHOT = a_snapshot()
FIGURES = figures_of(SNAPSHOT)
REPORT = composed(snapshot=SNAPSHOT).report
NAMES = {"tinh-x": "Tỉnh X", "tinh-y": "Tỉnh Y"}


def templates(found):
    """Return what was found, as the sentences it is said with."""
    return {each.template for each in found}


@pytest.mark.parametrize("agency", ["", "bo-a", "tinh-x"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_is_composed_without_an_author_is_sound(agency, language):
    """The office's report and each body's have no fault, in both languages."""
    assert composed(agency=agency, language=language, snapshot=SNAPSHOT).faults == ()


def test_every_number_is_the_snapshots():
    """Each number of text and annexes equals what its query gives, and there are many."""
    found = list(references(REPORT))
    assert len(found) > 80
    assert [each for each in found if each.shown != FIGURES.shown(each.query, "vi")] == []


def test_one_count_is_one_number_everywhere():
    """No query is shown with two values, between whatever sections and annexes."""
    values = {}
    for each in references(REPORT):
        values.setdefault(each.query, set()).add(each.shown)
    assert [query for query, shown in values.items() if len(shown) > 1] == []
    assert len({each.place for each in references(REPORT)}) > 5


@settings(deadline=None, max_examples=80)
@given(st.data())
def test_a_number_changed_anywhere_in_the_text_is_found(data):
    """Whichever number of the text somebody changes, to whatever else, the check names its query."""
    queries = sorted(
        {part.query for _, line in lines_of(REPORT) for part in line.parts if isinstance(part, Figure)}
    )
    query = data.draw(st.sampled_from(queries))
    right = FIGURES.shown(query, "vi")
    other = data.draw(st.integers(0, 999).map(str).filter(lambda number: number != right))
    found = check(tampered(REPORT, query, other), FIGURES, NAMES)
    assert any(each.template == faults.DIFFERS and each.params["query"] == query for each in found)


def test_a_number_changed_in_a_table_breaks_its_sum_too():
    """A cell that no longer sums to the total is found as wrong and as a broken sum."""
    section = next(each for each in REPORT.sections if any(hasattr(block, "rows") for block in each.blocks))
    place, grid = next(
        (at, block) for at, block in enumerate(section.blocks) if getattr(block, "key", "") == "by-theme"
    )
    first = list(grid.rows[0])
    first[1] = (Figure(first[1][0].query, "99"),)
    blocks = list(section.blocks)
    blocks[place] = replace(grid, rows=(tuple(first), *grid.rows[1:]))
    sections = tuple(
        replace(each, blocks=tuple(blocks)) if each is section else each for each in REPORT.sections
    )
    found = templates(check(replace(REPORT, sections=sections), FIGURES, NAMES))
    assert {faults.DIFFERS, faults.SUM} <= found


def test_a_typed_number_needs_a_query_or_a_source():
    """A typed number is found with the marker that would give it; with a marker or a source it stands."""
    typed = composed({"assessment": "Đã xong 1 nhiệm vụ."}, snapshot=SNAPSHOT).faults
    assert [(each.where, each.params["marker"]) for each in typed] == [("4. Đánh giá chung", "{tasks.done}")]
    sound = "Đã xong {tasks.done} nhiệm vụ; kinh tế số đạt {=18,3 %|Niên giám thống kê 2024}."
    assert composed({"assessment": sound}, snapshot=SNAPSHOT).faults == ()


def test_a_number_cut_in_two_by_a_marker_is_still_found():
    """Digits beside a live number are no part of it."""
    found = composed({"causes": "Tăng 3{tasks.done} lần"}, snapshot=SNAPSHOT).faults
    assert [each.params["number"] for each in found] == ["3"]


@pytest.mark.parametrize(
    ("sentence", "template"),
    [
        ("Có {tasks.khong} việc", faults.NO_FACET),
        ("Có {viec} việc", faults.NO_SET),
        ("Có {=abc|nguồn} việc", faults.NO_QUERY),
        ("Có {tasks.done việc", faults.OPEN_MARKER),
        ("Nhiệm vụ số 99 đã xong", faults.TASK_UNKNOWN),
    ],
)
def test_what_an_author_gets_wrong_is_said(sentence, template):
    """Wrong markers and tasks that do not exist are faults of their section."""
    found = composed({"proposals": sentence}, snapshot=SNAPSHOT).faults
    assert templates(found) == {template}
    assert {each.where for each in found} == {"VI. ĐỀ XUẤT, KIẾN NGHỊ"}


def test_missing_bodies_are_named_in_the_text_or_it_is_a_fault():
    """Who reported nothing stands in the text by name; a report that leaves one out does not pass."""
    said = "\n".join(line.text for _, line in lines_of(REPORT))
    assert REPORT.silent == ("tinh-x", "tinh-y")
    assert "Tỉnh X; Tỉnh Y" in said
    silenced = tuple(
        replace(each, blocks=()) if isinstance(each, Section) and each.key == "leadership" else each
        for each in REPORT.sections
    )
    left_out = check(replace(REPORT, sections=silenced), FIGURES, NAMES)
    assert [each.params["body"] for each in left_out if each.template == faults.SILENT_UNNAMED] == [
        "Tỉnh X",
        "Tỉnh Y",
    ]


def test_a_report_is_checked_against_its_own_snapshot():
    """Numbers of one day do not pass for another day's."""
    other = a_snapshot(evidence=())
    found = check(REPORT, figures_of(other), NAMES)
    assert faults.DIFFERS in templates(found)
    assert compose(asked_for(other), other, Own()).faults == ()


def test_the_annex_of_references_holds_every_query_of_the_text():
    """Each query of the text stands once in the table of references, with its value."""
    annex = REPORT.annexes[-1]
    listed = {row[0][0].text: row[1][0].shown for row in annex.grid.rows}
    inside = {part.query for _, line in lines_of(REPORT) for part in line.parts if isinstance(part, Figure)}
    assert inside <= set(listed)
    assert SNAPSHOT.digest in annex.grid.caption
    assert len(listed) == len(annex.grid.rows)
    assert any(grid.key == "by-theme" for _, grid in grids_of(REPORT))
