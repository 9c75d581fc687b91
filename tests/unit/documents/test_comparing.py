"""Two documents side by side: what is found, what is not, and where it is said to stand."""

from dataclasses import replace
from datetime import date

import pytest
from tests.factories.drafts import GARDENS, aim, document, task

from thuocdo.documents.comparing.compare import compare
from thuocdo.documents.comparing.deadlines import stated_due
from thuocdo.documents.comparing.sentences import certainty, difference, notes, place_name, remark, summary
from thuocdo.documents.comparing.types import Comparison, Ended, Kind
from thuocdo.documents.types import DraftStatement

DAY = date(2025, 6, 1)


def nobody_ended(_name, _issued_on):
    """Say of every body that it exists."""


def found(first, second, ended=nobody_ended):
    """Return the findings between and within two drafts."""
    return compare(first, second, as_of=DAY, ended=ended).findings


def of_kind(kind, first, second):
    """Return the findings of one kind between two drafts."""
    return [finding for finding in found(first, second) if finding.kind is kind and finding.within is None]


@pytest.mark.parametrize(
    ("theirs", "field", "said"),
    [
        ("> 60", "comparator", ("≥ 60", "> 60")),
        ("60", "comparator", ("≥ 60", "60")),
        ("≥ 65", "value", ("≥ 60", "≥ 65")),
        ("60 - 70", "value", ("≥ 60", "60–70")),
        ("Đạt mức khá", "figure_added", ("≥ 60", None)),
    ],
)
def test_the_same_aim_with_another_target(theirs, field, said):
    """Figures, comparators and targets in words are compared as printed."""
    other = document(aim("7", "Tỷ lệ các trường học có vườn cây", theirs))
    (finding,) = of_kind(Kind.AIM_DIFFERS, document(GARDENS.indicators[0]), other)
    (differs,) = finding.differences
    assert (differs.field, (differs.first, differs.second)) == (field, said)
    assert (finding.first.code, finding.second.code) == ("1", "7")


def test_the_same_aim_with_the_same_target_is_no_finding():
    """A target that both documents print alike is not reported."""
    other = document(aim("7", "Tỷ lệ trường học đã có vườn cây", "≥ 60"))
    assert not found(document(GARDENS.indicators[0]), other)


def test_scopes_are_compared_each_with_its_own():
    """A rank in the world is not held against a rank in the region."""
    ours = document(aim("1", "Xếp hạng vườn trường", "≤ 3 Đông Nam Á; ≤ 50 Thế giới", unit="Thứ bậc"))
    theirs = document(aim("4", "Xếp hạng về vườn trường", "≤ 3 Đông Nam Á; ≤ 40 Thế giới", unit="Thứ bậc"))
    (finding,) = of_kind(Kind.AIM_DIFFERS, ours, theirs)
    assert [(item.first, item.second) for item in finding.differences] == [("≤ 50 Thế giới", "≤ 40 Thế giới")]


def test_an_aim_of_one_side_only():
    """An aim without counterpart is named from either side, with the nearest where one comes near."""
    ours = document(*GARDENS.indicators)
    theirs = document(*GARDENS.indicators[1:], aim("9", "Lượng nước tưới mỗi ngày", "≤ 20", unit="Lít"))
    (missing,) = of_kind(Kind.AIM_WITHOUT_INDICATOR, ours, theirs)
    (added,) = of_kind(Kind.INDICATOR_WITHOUT_AIM, ours, theirs)
    assert (missing.first.code, added.first.code, added.first.side) == ("1", "9", "b")
    assert added.second is None
    assert added.certainty == "likely"


def test_an_aim_that_stands_in_a_task_of_the_other_document():
    """Where no indicator has the figure but a task does, the task is named."""
    words = "Bố trí ít nhất 15% ngân sách cho vườn trường"
    ours = document(aim("1", words, "≥ 15"), *GARDENS.indicators)
    theirs = document(*GARDENS.indicators, task("49", f"{words} hằng năm", "2025"))
    (finding,) = of_kind(Kind.AIM_WITHOUT_INDICATOR, ours, theirs)
    assert (finding.second.element, finding.second.code) == ("task", "49")
    assert remark(finding, "en") == "No indicator of its own; the same figure stands in a clause or task."


def test_an_aim_in_words_that_got_a_figure():
    """A statement without a figure is matched by its words."""
    ours = document(
        aim("II.1/1", "Số vườn mẫu của mỗi huyện", "≥ 5", unit="Vườn", sure=0.6),
        DraftStatement("II.1", "Phủ xanh toàn bộ sân trường ở đô thị", 2030),
    )
    theirs = document(GARDENS.indicators[1], aim("8", "Phủ xanh sân trường đô thị", "99"))
    (finding,) = of_kind(Kind.AIM_DIFFERS, ours, theirs)
    assert (finding.first.code, finding.second.code) == ("II.1", "8")
    assert difference(finding.differences[0], "vi") == "Mức cần đạt: bằng lời · 99"


def test_another_horizon_is_another_aim():
    """The same words for 2030 and 2045 are two aims, each matched with its own."""
    words = "Số vườn mẫu của mỗi huyện"
    both = [aim("1", words, "≥ 5", unit="Vườn"), aim("2", words, "≥ 10", unit="Vườn", horizon=2045)]
    assert not of_kind(Kind.AIM_DIFFERS, document(*both), document(*both[::-1]))


def test_clauses_that_no_task_serves():
    """A clause without a task is found; one that a task repeats or cites is not."""
    clause = ("II.1.c", "c) Thành lập thư viện hạt giống quý của địa phương")
    draft = replace(GARDENS, clauses=(*GARDENS.clauses, document(clause).clauses[0]))
    findings = [item for item in found(draft, document(number="1/KH-UBND")) if item.within == "a"]
    assert [(item.kind, item.first.code) for item in findings] == [(Kind.CLAUSE_WITHOUT_TASK, "II.1.c")]
    citing = replace(draft, tasks=(*draft.tasks, task("4", "Lập danh mục", "2026", serves="II.1.c")))
    assert not [item for item in found(citing, document()) if item.within == "a"]


def test_clauses_on_organisation_are_told_apart():
    """A clause that opens with a body says who organises the work and needs no task."""
    rows = (("III.1", "1. Bộ Y tế theo dõi, báo cáo"), ("III.2", "2. Ủy ban nhân dân các tỉnh thực hiện"))
    draft = replace(GARDENS, clauses=(*GARDENS.clauses, *document(*rows).clauses))
    comparison = compare(draft, document(), as_of=DAY, ended=nobody_ended)
    assert not [item for item in comparison.findings if item.kind is Kind.CLAUSE_WITHOUT_TASK]
    assert comparison.told_apart == 2
    assert "2" in notes(comparison, "en")[0]


def test_sentences_of_a_resolution_that_a_programme_leaves_out():
    """Each sentence of a long clause is looked for by itself; its heading line is none."""
    text = (
        "1. Phát triển vườn trường\n- Xây dựng vườn ươm cây giống cho trường học miền núi. "
        "Khuyến khích nuôi ong lấy mật ở ven rừng."
    )
    (finding,) = of_kind(Kind.CLAUSE_WITHOUT_TASK, document(("III.1", text)), GARDENS)
    assert finding.first.words == "Khuyến khích nuôi ong lấy mật ở ven rừng"


def test_tasks_that_a_plan_leaves_out():
    """A plan serves a task by its words or by its column of served tasks; the third is reported."""
    plan = document(
        task("1", "Lập vườn ươm cây giống ở trường học miền núi", "8/2025"),
        task("2", "Hướng dẫn các xã", "2025", serves="Nhiệm vụ số 2, Nghị quyết 900/NQ-CP"),
        number="7/KH-UBND",
    )
    (finding,) = of_kind(Kind.TASK_WITHOUT_TASK, GARDENS, plan)
    assert finding.first.code == "3"


@pytest.mark.parametrize(
    ("serves", "served"),
    [
        ("Nhiệm vụ 1, 3 Nghị quyết 900/NQ-CP", {"1", "3"}),
        ("nhiệm vụ số 2", {"2"}),
        ("3", {"3"}),
        ("Nhiệm vụ 1, Nghị quyết 901/NQ-CP", set()),
        ("Chương trình công tác năm", set()),
    ],
)
def test_what_a_plan_cites(serves, served):
    """Only tasks of this document count, and another document's number cites nothing of it."""
    plan = document(task("1", "Việc khác hẳn", "2025", serves=serves), number="7/KH-UBND")
    left = {finding.first.code for finding in of_kind(Kind.TASK_WITHOUT_TASK, GARDENS, plan)}
    assert {"1", "2", "3"} - left == served


def test_another_lead_output_and_time_for_the_same_task():
    """Names of a body in two languages or spellings are one body; a blank output says nothing."""
    ours = document(task("1", "Lập vườn ươm cây giống ở trường học", "6/2025", output="Quyết định"))
    theirs = document(
        task(
            "5",
            "Lập vườn ươm cây giống cho trường học",
            "8/2025",
            leads=("Bộ Tài chính",),
            output="Báo cáo tổng kết",
        )
    )
    (differs,) = of_kind(Kind.TASK_DIFFERS, ours, theirs)
    (times,) = of_kind(Kind.TWO_DEADLINES, ours, theirs)
    assert [item.field for item in differs.differences] == ["leads", "output"]
    assert (times.differences[0].first, times.differences[0].second) == ("6/2025", "8/2025")
    same = document(replace(theirs.tasks[0], leads=("Ministry of Health",), output=None))
    assert not of_kind(Kind.TASK_DIFFERS, ours, same)


def test_two_times_within_one_document():
    """A task that stands twice, and words that name another day than the column, are found."""
    twice = document(
        task("1", "Lập vườn ươm cây giống ở trường học miền núi", "6/2025"),
        task("2", "Lập vườn ươm cây giống ở trường học miền núi", "2026"),
        task("3", "Hoàn thành trong năm 2025 việc đào giếng ở các xã vùng cao", "2026"),
    )
    findings = [item for item in found(twice, document()) if item.kind is Kind.TWO_DEADLINES]
    assert [(item.first.code, item.second and item.second.code) for item in findings] == [
        ("3", None),
        ("1", "2"),
    ]


def test_a_clause_with_another_day_than_its_task():
    """The day in a clause's words is held against the row of the task that repeats it."""
    clause = ("II.1.a", "a) Hoàn thành trong năm 2025 việc đào giếng ở các xã vùng cao")
    draft = document(clause, task("1", "Đào giếng ở các xã vùng cao", "2026"))
    (finding,) = [item for item in found(draft, document()) if item.kind is Kind.TWO_DEADLINES]
    assert (finding.within, finding.first.code, finding.second.code) == ("a", "II.1.a", "1")


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("Hoàn thành trong năm 2025", date(2025, 12, 31)),
        ("báo cáo trước ngày 15/6/2025", date(2025, 6, 14)),
        ("to be completed in June 2025", date(2025, 6, 30)),
        ("thực hiện Chiến lược đến năm 2030", None),
        ("sửa Luật năm 2013", None),
        ("xong trong năm 2025, nghiệm thu trong năm 2026", None),
    ],
)
def test_days_that_words_state(words, due):
    """Only one day behind words of finishing counts; dates of other documents do not."""
    assert stated_due(words) == due


def test_bodies_that_no_longer_exist():
    """Each ended body is named once, with all its rows and its successor."""

    def ended(name, issued_on):
        assert issued_on == GARDENS.document.issued_on
        return Ended(date(2025, 2, 28), "Bộ Mới", "New Ministry") if name == "Bộ Y tế" else None

    findings = [item for item in found(GARDENS, GARDENS, ended) if item.kind is Kind.LEAD_GONE]
    assert {item.params["tasks"] for item in findings} == {"1, 2, 3"}
    assert remark(findings[0], "vi").startswith("Tồn tại đến hết ngày 28/02/2025; nay Bộ Mới đảm nhận.")


def test_figures_of_duties_without_an_indicator():
    """A share in a clause that the table of indicators does not hold is named within its document."""
    clause = ("II.1.a", "a) Bảo đảm tối thiểu 25% giáo viên biết ghép cây")
    counted = task("1", "Dạy giáo viên ghép cây", "2025", output="Ít nhất 10 lớp được mở")
    draft = document(clause, *GARDENS.indicators, counted)
    findings = [item for item in found(draft, document()) if item.kind is Kind.FIGURE_WITHOUT_INDICATOR]
    assert [(item.within, item.first.code) for item in findings] == [("a", "II.1.a"), ("a", "1")]


def test_two_languages_are_compared_by_figures():
    """Across languages figures and shared signs match; ties decide nothing and words are left out."""
    ours = document(aim("1", "Contribution of TFP to growth", "> 55"), aim("2", "Use of schools", "> 80"))
    theirs = document(
        aim("8", "Đóng góp của TFP vào tăng trưởng", "≥ 55"),
        aim("9", "Tỷ lệ trường có vườn", "≥ 80"),
        aim("10", "Tỷ lệ cây sống", "≥ 80"),
    )
    comparison = compare(ours, theirs, as_of=DAY, ended=nobody_ended)
    differing = [item for item in comparison.findings if item.kind is Kind.AIM_DIFFERS]
    assert [(item.first.code, item.second.code, item.certainty) for item in differing] == [
        ("1", "8", "candidate")
    ]
    assert comparison.words_compared is False
    assert not [item for item in comparison.findings if item.kind is Kind.AIM_WITHOUT_INDICATOR]


def test_two_copies_are_compared_by_their_codes():
    """Two files of one document number are held together row by row, whatever their words."""
    short = replace(
        GARDENS, tasks=tuple(replace(item, title=f"Việc {item.code}") for item in GARDENS.tasks), clauses=()
    )
    assert not [item for item in found(GARDENS, short) if item.within is None]


def test_words_of_findings():
    """Every finding says where it stands and how sure it is, in both languages."""
    comparison = Comparison(DAY, found(GARDENS, document(aim("7", "Tỷ lệ trường học có vườn cây", "> 60"))))
    (finding,) = [item for item in comparison.findings if item.kind is Kind.AIM_DIFFERS]
    assert place_name(finding.first, "vi") == "A, mục tiêu 1 (2030)"
    assert place_name(finding.second, "en") == "B, aim 7 (2030)"
    assert certainty(finding, "en") == "likely, likeness 100%"
    assert dict(summary(comparison, "en"))["Aims that differ"] == 1
