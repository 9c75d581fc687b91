"""A status report beside the programme: rows find their task, claims are held against evidence."""

import dataclasses

import pytest
from tests.factories import versions as acts
from tests.factories.reports import ROWS, word_report, workbook_report

from thuocdo.documents.files import read_bytes
from thuocdo.programme.catalogue import catalogue
from thuocdo.programme.claims import match_claims


@pytest.fixture(scope="module", params=["docx", "xlsx"])
def summary(request):
    """Return the sample report, in each format, beside the built-in programme."""
    data = word_report() if request.param == "docx" else workbook_report()
    return match_claims(catalogue("nq03"), read_bytes(data, filename=f"report.{request.param}"))


@pytest.fixture(scope="module")
def draft():
    """Return the sample report as it is read."""
    return read_bytes(word_report(), filename="report.docx")


def only(draft, **changes):
    """Return the report with its second row alone, changed."""
    return dataclasses.replace(draft, tasks=(dataclasses.replace(draft.tasks[1], **changes),))


def test_summary_counts(summary):
    """Claims of completion, those with evidence, the difference, and rows that only announce are counted."""
    assert (summary.claimed_done, summary.supported, summary.difference) == (4, 2, 2)
    assert summary.announcements == 2
    assert len(summary.rows) == len(ROWS)


def test_rows_find_their_task(summary):
    """A row is its number's task where the words agree, a renumbered one is found by its words."""
    found = {row.code: (row.task, row.matched_by) for row in summary.rows}
    assert found == {
        "4": ("4", "number"),
        "5": ("5", "number"),
        "6": ("6", "number"),
        "77": ("34", "words"),
        "9": (None, ""),
    }


def test_row_of_no_task_is_listed_with_the_nearest(summary):
    """A row whose words fit no task is no task of its number; the nearest one and its likeness are told."""
    assert summary.unmatched == ("9",)
    row = summary.rows[-1]
    assert row.reason.code == "no_task"
    assert row.nearest
    assert row.likeness < 35


def test_tasks_that_nobody_reported_are_listed(summary):
    """Each task of the programme that no row speaks of is listed."""
    assert len(summary.unreported) == 140 - 4
    assert not {"4", "5", "6", "34"} & set(summary.unreported)


def test_reasons_and_documents(summary):
    """Each row says what it cites and why that does not support the claim."""
    rows = {row.code: row for row in summary.rows}
    assert rows["4"].reason.code == "submitted_not_passed"
    assert rows["4"].announces
    assert [item.number for item in rows["4"].documents] == ["45/TTr-BNV"]
    assert rows["5"].reason is None
    assert [str(item.date) for item in rows["5"].documents] == ["2025-06-12"]


def test_wrong_kind_of_document_does_not_support(draft):
    """A plan does not stand for the scheme that the Prime Minister approves."""
    changed = only(draft, result_text="Báo cáo 15/BC-BNV ngày 3/2/2025")
    row = match_claims(catalogue("nq03"), changed).rows[0]
    assert (row.supported, row.reason.code) == (False, "wrong_instrument")


def test_number_alone_is_not_enough(draft):
    """Other words under a task's number are not that task."""
    row = match_claims(catalogue("nq03"), only(draft, title="Sửa sang hàng rào", leads=())).rows[0]
    assert row.task is None


def test_several_rows_may_speak_of_one_task(draft):
    """Two leads that report on one task are two rows of it."""
    twice = dataclasses.replace(draft, tasks=(draft.tasks[1], draft.tasks[1]))
    assert [row.task for row in match_claims(catalogue("nq03"), twice).rows] == ["5", "5"]


def test_words_of_the_document_find_the_task_before_short_names(draft):
    """Where the words were adopted, a row that repeats them is found whatever its number."""
    programme = catalogue("nq03")
    adopted = dataclasses.replace(
        programme,
        tasks=tuple(
            dataclasses.replace(task, title="Làm một việc mẫu khác hẳn") if task.code == "90" else task
            for task in programme.tasks
        ),
    )
    row = match_claims(adopted, only(draft, title="Làm một việc mẫu khác hẳn", leads=())).rows[0]
    assert (row.task, row.matched_by, row.likeness) == ("90", "words", 100)


@pytest.mark.parametrize("result", ["", "Nghị quyết số 03/NQ-CP"])
def test_nothing_or_the_programme_itself_is_no_evidence(draft, result):
    """An empty result, or one that cites the programme, supports nothing."""
    row = match_claims(catalogue("nq03"), only(draft, result_text=result or None)).rows[0]
    assert not row.supported
    assert row.differs


def test_a_row_is_found_by_the_number_of_the_act_in_force():
    """After an amendment a report names the new number; the row keeps its key, ended rows are left out."""
    rows = (
        acts.a_row("4", "Biên soạn sổ tay chăm cây cho học sinh", status_text="Hoàn thành"),
        acts.a_row("2", "Kiểm kê đất trống quanh trường học", status_text="Đang làm"),
        acts.a_row("4", "Tổ chức ngày hội cây xanh toàn quốc", status_text="Hoàn thành"),
    )
    report = dataclasses.replace(acts.second_draft(), tasks=rows)
    found = match_claims(acts.third_version(), report)
    assert [(row.task, row.number, row.matched_by) for row in found.rows] == [
        ("3", "4", "number"),
        ("2-v2", "2", "number"),
        (None, "", ""),
    ]
    assert found.unreported == ("1", "3", "6")
