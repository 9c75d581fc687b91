"""Claimed statuses, required outputs, and whether a result supports the claim (illustrative rows)."""

import datetime as dt

import pytest

from thuocdo.documents.outputs import required_parts
from thuocdo.documents.proofs import Part, support
from thuocdo.documents.reading.claims import check_status, claimed_status
from thuocdo.documents.types import CitedDocument, DraftDeadline, DraftTask

STATUSES = [
    ("Hoàn thành", "done"),
    ("Đã hoàn thành", "done"),
    ("Hoàn thành quá hạn", "done"),
    ("Đạt", "done"),
    ("Xong", "done"),
    ("100%", "done"),
    ("Đạt 100 %", "done"),
    ("Done", "done"),
    ("Completed", "done"),
    ("Achieved", "done"),
    ("Chưa hoàn thành", "under_way"),
    ("Chưa đạt", "under_way"),
    ("Không đạt", "under_way"),
    ("Đang thực hiện", "under_way"),
    ("Hoàn thành 80%", "under_way"),
    ("60 %", "under_way"),
    ("Đúng tiến độ", "under_way"),
    ("Dự kiến hoàn thành trong quý IV", "under_way"),
    ("Not completed", "under_way"),
    ("Partially complete", "under_way"),
    ("In progress", "under_way"),
    ("On track", "under_way"),
    ("Ongoing", "under_way"),
    ("Chưa thực hiện", "not_started"),
    ("Chưa triển khai", "not_started"),
    ("Not started", "not_started"),
    ("0%", "not_started"),
    ("Chậm", "late"),
    ("Quá hạn", "late"),
    ("Overdue", "late"),
    ("Thường xuyên", "regular"),
    ("Hằng năm", "regular"),
    ("Continuous", "regular"),
    ("Xem phụ lục", ""),
    (None, ""),
]
OUTPUTS = [
    ("Nghị định của Chính phủ", [("decree",)]),
    ("Quyết định của Thủ tướng Chính phủ", [("pm_decision",)]),
    ("Nghị định/Nghị quyết", [("decree", "government_resolution", "normative_act")]),
    ("Đề án", [("approved_scheme",)]),
    ("Kế hoạch; báo cáo", [("plan",), ("report",)]),
    ("Hồ sơ dự án Luật", [("dossier",)]),
    ("Nền tảng số", [("running",)]),
    ("Danh mục được công bố", [("published_list",)]),
    ("Prime Minister’s decision", [("pm_decision",)]),
    ("A national platform", [("running",)]),
    ("Vườn hoa", [("person",)]),
    ("", []),
    (None, []),
]
DECISION = "Quyết định số 1234/QĐ-TTg ngày 12/6/2025"
CHECKS = [
    ("Quyết định của Thủ tướng", "Hoàn thành", DECISION, False, None),
    ("Nghị định", "Hoàn thành", DECISION, True, "wrong_instrument"),
    ("Nghị định", "Hoàn thành", "Đã trình Chính phủ tại Tờ trình 45/TTr-BNV", True, "submitted_not_passed"),
    ("Nghị định", "Completed", "Nghị định sẽ ban hành trong quý IV", True, "will_issue"),
    ("Nghị định", "Đạt", "", True, "no_result"),
    ("Nghị định", "Đang thực hiện", "Đang lấy ý kiến", False, "collecting_opinions"),
    ("Hệ thống", "100%", "Đã vận hành, 12.000 tài khoản", False, None),
    ("Hệ thống", "100%", "Đang xây dựng", True, "being_drafted"),
    ("Báo cáo", "Hoàn thành", "Báo cáo 18/BC-UBND ngày 3/2/2025", False, None),
    ("Kế hoạch; báo cáo", "Hoàn thành", "Kế hoạch 15/KH-UBND ngày 3/2/2025", True, "wrong_instrument"),
    ("Vườn hoa", "Hoàn thành", "Đã trồng", True, "no_document"),
    ("Vườn hoa", "Hoàn thành", DECISION, False, None),
    (None, "Hoàn thành", "Thực hiện Nghị quyết số 03/NQ-CP", True, "no_document"),
]


def row(output, status, result):
    """Return a row of a report."""
    deadline = DraftDeadline("none")
    return DraftTask(
        "1", "Việc mẫu", (), (), output, None, deadline, 1.0, status_text=status, result_text=result or None
    )


@pytest.mark.parametrize(("text", "claimed"), STATUSES)
def test_claimed_status(text, claimed):
    """The words of the status column are read in both languages, negations and shares first."""
    assert claimed_status(text) == claimed


def test_result_alone_claims_only_where_it_begins_so():
    """Without a status column only a result that begins with completion claims it."""
    assert claimed_status(None, "Đã hoàn thành, ban hành Kế hoạch 15/KH-UBND") == "done"
    assert claimed_status(None, "Sẽ hoàn thành trong năm") == ""


@pytest.mark.parametrize(("output", "needs"), OUTPUTS)
def test_required_parts(output, needs):
    """The first noun of an output says what satisfies it; “/” is a choice, “;” a further part."""
    assert [part.needs for part in required_parts(output)] == needs


@pytest.mark.parametrize(("output", "status", "result", "flag", "reason"), CHECKS)
def test_status_check(output, status, result, flag, reason):
    """A claim is flagged exactly when it says done and nothing in the row satisfies the output."""
    check = check_status(row(output, status, result))
    assert (check.flag, check.reason) == (flag, reason)


def test_cited_documents_are_listed_with_their_date():
    """What the result cites as issued is listed once each; what it only points at is not."""
    result = f"{DECISION}; {DECISION}. Thực hiện Nghị quyết số 03/NQ-CP."
    check = check_status(row("Đề án", "Hoàn thành", result))
    assert check.documents == (CitedDocument("1234/QĐ-TTg", dt.date(2025, 6, 12)),)


def test_row_without_progress_has_no_check():
    """A plan that reports nothing is not checked."""
    assert check_status(row("Đề án", None, None)) is None


def test_one_document_stands_for_one_part():
    """Two parts of the same kind need two documents; the order in which they stand is no matter."""
    parts = (Part("a", ("pm_decision",)), Part("b", ("pm_decision", "plan")))
    assert support(DECISION, parts).open == ("b",)
    both = f"Kế hoạch 15/KH-UBND ngày 3/2/2025; {DECISION}"
    assert support(both, parts).reason == ""


def test_the_programme_itself_is_no_evidence():
    """A row that cites only the document that set the task proves nothing."""
    found = support(
        "Nghị quyết số 03/NQ-CP", (Part("a", ("government_resolution",)),), programme_number="03/NQ-CP"
    )
    assert (found.documents, found.reason) == ((), "cites_programme")
