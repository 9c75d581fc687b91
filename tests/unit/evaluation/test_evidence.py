"""The day that counts for a document, and documents offered for several tasks."""

from datetime import date

import pytest
from tests.factories.facts import a_task, some_evidence

from thuocdo.cycles.types import EvidenceKind, State
from thuocdo.evaluation.rules.evidence import document_uses, duplicate_use, effective_date, offer
from thuocdo.programme.types import Component, Need

MONDAY = date(2025, 6, 2)


@pytest.mark.parametrize(
    ("received", "gazette", "counts"),
    [
        (date(2025, 6, 2), False, MONDAY),
        (date(2025, 6, 16), False, MONDAY),
        (date(2025, 6, 17), False, date(2025, 6, 17)),
        (date(2025, 6, 17), True, MONDAY),
        (date(2025, 6, 1), False, MONDAY),
    ],
)
def test_the_issue_date_counts_within_ten_working_days(received, gazette, counts):
    """Received on the tenth working day the issue date counts, on the eleventh the day of receipt."""
    piece = some_evidence(issued_on=MONDAY, received_on=received, in_gazette=gazette)
    assert effective_date(piece) == counts


def test_holidays_are_no_working_days():
    """A holiday in between leaves one day more to hand a document in."""
    piece = some_evidence(issued_on=MONDAY, received_on=date(2025, 6, 17), in_gazette=False)
    assert effective_date(piece, frozenset({date(2025, 6, 5)})) == MONDAY


def test_without_an_issue_date_the_day_of_receipt_counts():
    """A document whose date nobody gave counts from the day on which it came."""
    piece = some_evidence(issued_on=None, text="", received_on=date(2025, 6, 17))
    assert effective_date(piece) == date(2025, 6, 17)


def test_one_document_for_several_tasks_is_flagged_once():
    """A document offered for two tasks is listed with both, in whatever spelling it came."""
    pieces = [
        some_evidence(id="e1", task="1", number="5/QĐ-TTg"),
        some_evidence(id="e2", task="2", number="05/QD-TTg", text=""),
        some_evidence(id="e3", task="2", number="6/QĐ-TTg", text=""),
        some_evidence(id="e4", task="3", number="6/QĐ-TTg", text="", state=State.SAVED),
    ]
    (found,) = duplicate_use(document_uses(pieces, as_of=date(2025, 12, 31)), pieces)
    assert (found.number, found.tasks, found.evidence) == ("5/QĐ-TTg", ("1", "2"), ("e1", "e2"))


def asked(piece, *needs: Need, check_person: bool = False):
    """Return what a piece proves for a task with one part."""
    part = Component("a", needs, "a", "a", check_person=check_person)
    task = a_task(components=(part,))
    return offer(piece, task, as_of=date(2025, 12, 31), holidays=frozenset(), programme_number="03/NQ-CP")


def typed(**changes):
    """Return a verified piece that names no part."""
    blank = {
        "component": "",
        "verified_components": (),
        "number": "",
        "text": "",
        "issued_on": None,
        "url": "",
    }
    return some_evidence(**{**blank, **changes})


@pytest.mark.parametrize(
    ("piece", "need", "proved"),
    [
        (typed(kind=EvidenceKind.RUNNING, url="https://vi.du"), Need.RUNNING, True),
        (typed(kind=EvidenceKind.DOCUMENT, url="https://vi.du"), Need.RUNNING, False),
        (typed(text="Hệ thống có 1.200 người dùng"), Need.RUNNING, True),
        (
            typed(text="Đã đưa vào vận hành, đang hoàn thiện phân hệ 2", kind=EvidenceKind.RUNNING, url="u"),
            Need.RUNNING,
            True,
        ),
        (typed(url="https://vi.du/danh-muc"), Need.PUBLISHED_LIST, True),
        (typed(text="Bản ghi nhớ hợp tác", issued_on=MONDAY), Need.AGREEMENT, True),
        (typed(text="Bản ghi nhớ hợp tác"), Need.AGREEMENT, False),
        (typed(text="Đạt 15 % kinh phí", component="a"), Need.FIGURE, True),
        (typed(text="Đạt 15 % kinh phí"), Need.FIGURE, False),
        (typed(text="Quyết định 5/QĐ-TTg ngày 1/6/2025", component="a"), Need.FIGURE, False),
    ],
)
def test_what_no_document_number_can_prove(piece, need, proved):
    """Running things, lists, agreements and figures ask for their own kind of proof."""
    assert (asked(piece, need).verified_for == ("a",)) == proved


def test_a_verifier_cannot_overrule_the_kind_of_document():
    """A minister's decision stays the wrong instrument even if it was accepted by name."""
    piece = typed(number="5/QĐ-BTC", verified_components=("a",), verifier_note="Đủ")
    assert asked(piece, Need.PM_DECISION).refusal.code == "wrong_instrument"


def test_a_verifier_may_accept_what_no_rule_can_see():
    """With a sentence a verifier accepts that a thing runs, but never an announcement."""
    seen = typed(text="Có biên bản", verified_components=("a",), verifier_note="Đã dùng thử")
    announced = typed(text="Sẽ vận hành trong năm", verified_components=("a",), verifier_note="Đã dùng thử")
    assert asked(seen, Need.RUNNING).verified_for == ("a",)
    assert asked(announced, Need.RUNNING).refusal.code == "will_issue"


def test_a_typed_number_decides_over_the_line():
    """The typed number is the document, though the line mentions a higher act."""
    piece = typed(number="5/QĐ-BTC", text="Quyết định 5/QĐ-BTC thực hiện Nghị định 88/2025/NĐ-CP")
    assert asked(piece, Need.DECREE).refusal.code == "wrong_instrument"
