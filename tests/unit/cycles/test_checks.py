"""The automatic checks of evidence and the warnings of a report, as tables of examples."""

from dataclasses import replace
from datetime import date

import pytest
from tests.factories.facts import a_task, some_evidence

from thuocdo.core.messages import catalogue
from thuocdo.cycles.checks import (
    NAMES,
    SENTENCES,
    File,
    Offered,
    Outcome,
    Span,
    Subject,
    examine,
    signature_in,
    warnings,
)
from thuocdo.cycles.types import EvidenceKind, Report, Situation, State
from thuocdo.documents.citations import read_citations
from thuocdo.programme.types import Component, Need

DUE = date(2025, 6, 30)
RUNNING = Component("1", (Need.RUNNING,), "Nền tảng", "Platform")
PERSON = Component("1", (Need.PERSON,), "Mô hình", "Model", check_person=True)
SIGNED = b"%PDF-1.7 1 0 obj <</Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 1 2 3] /Contents <00>>> endobj"


def subject(task=None, changes=None, **evidence):
    """Return a decree issued in time, or what the changes make of it."""
    piece = some_evidence(**evidence)
    cited = tuple(item for item in read_citations(piece.text) if not item.referenced)
    made = Subject(
        evidence=piece,
        task=task or a_task(),
        cited=cited,
        issued_on=piece.issued_on,
        counts_on=piece.issued_on or piece.received_on,
        due=DUE,
    )
    return replace(made, **(changes or {}))


def said(found, name):
    """Return outcome and code of the check with that name."""
    check = next(check for check in found if check.name == name)
    return check.outcome.value, check.why.code


@pytest.mark.parametrize(
    ("given", "outcome", "code"),
    [
        ({}, "pass", "number_read"),
        ({"number": "abc"}, "fail", "number_unknown"),
        ({"number": "", "text": "Nghị định về dữ liệu"}, "fail", "number_missing"),
        ({"kind": EvidenceKind.RUNNING, "text": "https://a.vn"}, "unknown", "number_not_asked"),
    ],
)
def test_form_of_the_number(given, outcome, code):
    """A number is read, unknown in form, missing, or not asked of what is no document."""
    assert said(examine(subject(**given)), "number") == (outcome, code)


def test_a_typed_number_that_the_line_does_not_bear():
    """The typed number decides, so a line that speaks of another is pointed out."""
    other = read_citations("Nghị định 99/2025/NĐ-CP")
    found = examine(subject(changes={"cited": other}, number="99/2025/NĐ-CP"))
    assert said(found, "number") == ("fail", "number_differs")


@pytest.mark.parametrize(
    ("text", "component", "outcome", "code"),
    [
        ("Nghị định 11/2025/NĐ-CP ngày 20/6/2025", None, "pass", "level_enough"),
        ("Luật số 93/2025/QH15 ngày 27/6/2025", None, "pass", "level_enough"),
        ("Thông tư 05/2025/TT-BKHCN ngày 20/6/2025", None, "fail", "level_wrong"),
        ("Nghị định về dữ liệu", None, "unknown", "level_no_number"),
        ("Thông tư 05/2025/TT-BKHCN ngày 20/6/2025", RUNNING, "unknown", "level_person"),
        ("Thông tư 05/2025/TT-BKHCN ngày 20/6/2025", PERSON, "unknown", "level_person"),
    ],
)
def test_level_of_the_issuer(text, component, outcome, code):
    """An equal or higher instrument is enough; what no paper proves is left to a person."""
    task = a_task(components=(component,)) if component else a_task()
    assert said(examine(subject(task, text=text, number="")), "level") == (outcome, code)


@pytest.mark.parametrize(
    ("given", "outcome", "code"),
    [
        ({}, "pass", "date_in_time"),
        ({"counts_on": date(2025, 7, 2)}, "fail", "date_late"),
        ({"due": None}, "unknown", "date_no_due"),
        ({"issued_on": None}, "unknown", "date_missing"),
        ({"issued_on": date(2025, 6, 24)}, "fail", "date_to_come"),
    ],
)
def test_date_against_the_deadline(given, outcome, code):
    """The day that counts is held against the due date, and a date to come is refused."""
    assert said(examine(subject(changes=given)), "date") == (outcome, code)


@pytest.mark.parametrize(
    ("received", "outcome", "code"),
    [
        (date(2025, 7, 4), "pass", "receipt_in_time"),
        (date(2025, 7, 7), "fail", "receipt_late"),
        (date(2025, 6, 19), "unknown", "receipt_no_date"),
    ],
)
def test_received_within_ten_working_days(received, outcome, code):
    """The tenth working day after Friday 20 June is Friday 4 July; Monday is too late."""
    assert said(examine(subject(received_on=received)), "receipt") == (outcome, code)


def test_only_what_recurs_has_periods():
    """A task that is owed once has no check of its period; a recurring one passes or fails it."""
    spans = (Span("2025-1", date(2025, 1, 1), date(2025, 6, 14)),)
    assert all(check.name != "instance" for check in examine(subject()))
    assert said(examine(subject(changes={"spans": spans})), "instance") == ("fail", "instance_outside")
    inside = {"spans": spans, "counts_on": date(2025, 5, 2)}
    assert said(examine(subject(changes=inside)), "instance") == ("pass", "instance_inside")


@pytest.mark.parametrize(
    ("given", "outcome", "code"),
    [
        ({}, "pass", "reuse_none"),
        ({"same_document": ("12", "15")}, "fail", "reuse_document"),
        ({"same_document": ("12",), "same_file": ("12",)}, "fail", "reuse_file"),
    ],
)
def test_use_for_other_tasks_is_flagged(given, outcome, code):
    """The same document or file for another task is pointed out, the file first."""
    assert said(examine(subject(changes=given)), "reuse") == (outcome, code)


@pytest.mark.parametrize(
    ("text", "outcome", "code"),
    [
        ("Nghị định 11/2025/NĐ-CP ngày 20/6/2025", "pass", "announces_not"),
        ("Đã trình Chính phủ xem xét, ban hành", "fail", "announces_submitted_not_passed"),
        ("Sẽ ban hành trước ngày 28/5/2025", "fail", "announces_will_issue"),
        ("Đang lấy ý kiến các bộ, ngành", "fail", "announces_collecting_opinions"),
    ],
)
def test_text_that_only_announces(text, outcome, code):
    """What was submitted, will come or is out for opinions is no evidence."""
    assert said(examine(subject(text=text, number="")), "announces") == (outcome, code)


@pytest.mark.parametrize(
    ("files", "outcomes"),
    [
        ((), [("unknown", "signature_no_pdf")]),
        ((File("so.xlsx"),), [("unknown", "signature_no_pdf")]),
        ((File("a.pdf", signed=True),), [("pass", "signature_found")]),
        (
            (File("a.pdf", signed=True), File("b.pdf", signed=False)),
            [("pass", "signature_found"), ("unknown", "signature_not_found")],
        ),
    ],
)
def test_signatures_are_found_or_not(files, outcomes):
    """Each PDF says whether a signature was found; nothing claims that one is valid."""
    found = [check for check in examine(subject(changes={"files": files})) if check.name == "signature"]
    assert [(check.outcome.value, check.why.code) for check in found] == outcomes


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (SIGNED, True),
        (SIGNED.replace(b"/Type /Sig", b"/SubFilter /ETSI.CAdES.detached"), True),
        (b"%PDF-1.4 a field: <</FT /Sig>>", False),
        (b"%PDF-1.4 /Type /Signer /ByteRange [0 1 2 3]", False),
        (b"", False),
    ],
)
def test_a_signature_stands_uncompressed_in_a_pdf(data, found):
    """A dictionary of a signature with its range of bytes is one; an empty field for it is none."""
    assert signature_in(data) is found


def a_report(**changes):
    """Return a report that says the task is being worked on."""
    given = Report(
        id="R-1",
        task="1",
        agency="bo-a",
        cycle="2025-1",
        situation=Situation.WORKING,
        state=State.SUBMITTED,
        received_on=date(2025, 6, 1),
        public_sentence="Đã có dự thảo",
    )
    return replace(given, **changes)


DONE = a_report(situation=Situation.DONE)
GOOD = Offered(some_evidence(), matches=True)


@pytest.mark.parametrize(
    ("report", "before", "offered", "codes"),
    [
        (a_report(), None, (), []),
        (DONE, None, (GOOD,), []),
        (DONE, None, (), ["warn_no_evidence"]),
        (a_report(expected_on=date(2025, 7, 1)), None, (), ["warn_expected_late"]),
        (a_report(expected_on=DUE), None, (), []),
        (a_report(), a_report(cycle="2024-2"), (), ["warn_unchanged"]),
        (a_report(), a_report(cycle="2024-2", public_sentence="Đang soạn"), (), []),
        (DONE, None, (replace(GOOD, matches=False),), ["warn_no_match"]),
        (DONE, None, (replace(GOOD, elsewhere=True),), ["warn_other_body"]),
        (
            DONE,
            None,
            (Offered(some_evidence(text="Đã trình Chính phủ ban hành", number=""), matches=False),),
            ["warn_announces"],
        ),
        (None, None, (GOOD,), []),
    ],
)
def test_what_the_head_is_warned_of(report, before, offered, codes):
    """Each warning has its cause; without one the item may go with the others."""
    found = warnings(task=a_task(), report=report, before=before, offered=offered, due=DUE)
    assert [reason.code for reason in found] == codes


def test_every_check_has_words():
    """Each code and each name can be said in both languages."""
    assert {*SENTENCES.values(), *NAMES.values()} <= set(catalogue("vi"))
    assert {outcome.value for outcome in Outcome} == {"pass", "fail", "unknown"}
