"""What pasting one line gives: a table of lines as offices write them."""

from datetime import date

import pytest

from thuocdo.cycles.lines import TYPE_WORDS, read_line
from thuocdo.cycles.types import EvidenceKind
from thuocdo.documents.citations import Kind
from thuocdo.programme.catalogue import catalogue

TASKS = {task.code: task for task in catalogue("nq03").tasks}


def part_of(need):
    """Return a task that asks for one thing only, and that of this need."""
    return next(
        task
        for task in TASKS.values()
        if len(task.components) == 1 and [item.value for item in task.components[0].any_of] == [need]
    )


def test_a_decision_as_it_is_cited():
    """Type, number, day, issuer and the part it proves come out of one pasted line."""
    task = part_of("pm_decision")
    line = "Quyết định số 1131/QĐ-TTg ngày 12/6/2025 của Thủ tướng Chính phủ về công nghệ chiến lược"
    found = read_line(line, task=task)
    assert (found.kind, found.type_word) == (EvidenceKind.DOCUMENT, "Quyết định của Thủ tướng Chính phủ")
    assert (found.number, found.issued_on) == ("1131/QĐ-TTg", date(2025, 6, 12))
    assert found.issuer == "Thủ tướng Chính phủ"
    assert found.proves == (task.components[0].code,)
    assert (found.announces, found.doubts, found.url) == (False, (), "")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Đã trình Thủ tướng Chính phủ xem xét, phê duyệt tại Tờ trình 45/TTr-BKHCN", "submitted_not_passed"),
        ("Dự kiến ban hành trước ngày 28/5/2025", "will_issue"),
        ("Đang lấy ý kiến các bộ, ngành", "collecting_opinions"),
        ("Đang hoàn thiện dự thảo quyết định", "being_drafted"),
    ],
)
def test_a_line_that_announces(line, code):
    """What has been submitted, is expected or is being drafted proves nothing and is doubted by name."""
    found = read_line(line, task=part_of("pm_decision"))
    assert found.announces
    assert found.proves == ()
    assert code in found.doubts


def test_a_lower_instrument_proves_nothing():
    """A ministry's decision where the Prime Minister's is required is doubted as the wrong instrument."""
    line = "Quyết định số 562/QĐ-BKHCN ngày 1/6/2025"
    found = read_line(line, task=part_of("pm_decision"))
    assert found.number == "562/QĐ-BKHCN"
    assert found.proves == ()
    assert "wrong_instrument" in found.doubts


@pytest.mark.parametrize(
    ("line", "url"),
    [
        ("https://dichvucong.gov.vn/abc?x=1.", "https://dichvucong.gov.vn/abc?x=1"),
        ("Nền tảng đã vận hành tại nen-tang.gov.vn, 12.000 tài khoản", "nen-tang.gov.vn"),
    ],
)
def test_an_address_is_proof_that_something_runs(line, url):
    """An address is read as such, and offered for the part that has to run."""
    task = part_of("running")
    found = read_line(line, task=task)
    assert (found.kind, found.url) == (EvidenceKind.RUNNING, url)
    assert found.proves == (task.components[0].code,)


@pytest.mark.parametrize("line", ["", "   ", "abc", "an@bkhcn.gov.vn", "tốt 100%", "\u200b"])
def test_words_without_a_document_are_doubted(line):
    """Nothing is guessed out of words that name neither a document nor an address."""
    found = read_line(line, task=part_of("pm_decision"))
    assert (found.number, found.url, found.proves) == ("", "", ())
    assert "no_document" in found.doubts


def test_a_document_without_a_day_and_two_documents_are_doubted():
    """What a person has to look at is named: a missing day, more than one document."""
    task = part_of("pm_decision")
    assert read_line("Quyết định 1131/QĐ-TTg", task=task).doubts == ("no_date",)
    both = "Quyết định 1131/QĐ-TTg ngày 12/6/2025 và Quyết định 1132/QĐ-TTg ngày 13/6/2025"
    assert read_line(both, task=task).doubts == ("several_documents",)


def test_every_kind_of_document_has_its_word():
    """No kind of document is shown without a name."""
    assert set(TYPE_WORDS) == set(Kind)
