"""The monitor chases: the list of who owes, a drafted letter, and reminders to exactly the listed bodies."""

import io
import zipfile
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories.rows import row

from thuocdo.cycles.actions import record_rows
from thuocdo.cycles.notices import models
from thuocdo.cycles.notices.owing import period

PAGE = "/theo-doi/don-doc"
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_demo_day", "model_programme")]


def text(answer, status=200):
    """Return a page's text, which has to have this status."""
    assert answer.status_code == status
    return answer.content.decode()


def owing(code="2025-1"):
    """Return what each body owes of the period by code, as the page counts it."""
    found, _cycles = period("nq03", code, day=date(2025, 6, 20))
    return {each.agency: each for each in found.owing if each.open}


def test_the_list_is_what_is_owed(browser_of, an, now):
    """Each body that owes stands with asked, received and missing; what was sent is not missing any more."""
    before = owing()["BKHCN"]
    report = row("report", task="17", cycle="2025-1", situation="working")
    record_rows(rows=[report], by=an, now=now)
    page = text(browser_of("binh").get(PAGE))
    after = owing()["BKHCN"]
    assert (after.sent, after.open) == (before.sent + 1, before.open - 1)
    line = page.split('value="BKHCN"')[1].split("</tr>")[0]
    assert f"<b>{after.open}</b>" in line
    assert "17" not in line.split('class="tasks"')[1].split(">")[1].split("<")[0].split(", ")
    assert page.count('name="body"') == len(owing())


def test_the_period_can_be_chosen(browser_of):
    """The page shows the asked period; one that does not exist is not found."""
    client = browser_of("binh")
    assert "kỳ 2025-2" in text(client.get(f"{PAGE}?ky=2025-2"))
    text(client.get(f"{PAGE}?ky=1999-1"), 404)


def test_nobody_but_who_runs_the_periods_enters(browser_of):
    """Neither a reporter nor the public opens the page, drafts a letter or reminds."""
    for name in ("an", "dung", "giang", "chi"):
        client = browser_of(name)
        assert client.get(PAGE).status_code == 403
        for address in (f"{PAGE}/thu", f"{PAGE}/nhac"):
            assert client.post(address, {"ky": "2025-1", "body": "BKHCN"}).status_code == 403
    assert browser_of("").get(PAGE).status_code == 302


def test_one_letter_names_every_ticked_body(browser_of):
    """A joint letter lists exactly the ticked bodies with what each owes, ready to be edited."""
    given = {"ky": "2025-1", "body": ["BKHCN", "BYT"], "do": "joint"}
    page = text(browser_of("binh").post(f"{PAGE}/thu", given))
    letter = page.split("<textarea")[1].split("</textarea>")[0]
    assert "1. Bộ Y tế: " in letter
    assert "2. Bộ Khoa học và Công nghệ: " in letter
    assert "3. " not in letter
    assert "14/06/2025" in letter
    assert f"{owing()['BYT'].open} trên {owing()['BYT'].asked}" in letter


def test_a_letter_to_each_is_addressed_to_it(browser_of):
    """Each body gets a letter of its own that names no other body."""
    given = {"ky": "2025-1", "body": ["BKHCN", "BYT"], "do": "each"}
    page = text(browser_of("binh").post(f"{PAGE}/thu?lang=en", given))
    letters = [each.split("</textarea>")[0] for each in page.split("<textarea")[1:]]
    assert len(letters) == 2
    (health,) = [each for each in letters if "To: Ministry of Health" in each]
    assert "Ministry of Science" not in health


def test_an_edited_letter_is_given_out_as_edited(browser_of):
    """The downloads carry the person's own words: as text, and as a document that opens without macros."""
    client = browser_of("binh")
    given = {"text": ["Kính gửi: Bộ A <b>&\x01", "Thư hai"], "do": "docx"}
    answer = client.post(f"{PAGE}/thu", given)
    assert answer["Content-Disposition"] == 'attachment; filename="don-doc-2025-06-20.docx"'
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        document = archive.read("word/document.xml").decode()
        assert archive.testzip() is None
    assert "Kính gửi: Bộ A &lt;b&gt;&amp;" in document
    assert document.count('w:type="page"') == 1
    plain = client.post(f"{PAGE}/thu", {**given, "do": "txt"})
    assert plain["Content-Type"] == "text/plain; charset=utf-8"
    assert "Thư hai" in plain.content.decode()
    printed = text(client.post(f"{PAGE}/thu", {**given, "do": "print"}))
    assert "Bộ A &lt;b&gt;&amp;" in printed
    assert printed.count("<article") == 2


def test_word_opens_the_document(browser_of):
    """Another program reads the paragraphs back in their order."""
    import docx  # noqa: PLC0415  a development tool

    answer = browser_of("binh").post(f"{PAGE}/thu", {"text": "Một\nHai\n\nBa", "do": "docx"})
    read = docx.Document(io.BytesIO(answer.content))
    assert [each.text for each in read.paragraphs] == ["Một", "Hai", "", "Ba"]


def test_an_empty_letter_or_none_ticked_says_what_to_do(browser_of):
    """Nothing ticked, nothing written and far too much written are refused with the remedy."""
    client = browser_of("binh")
    assert "Hãy đánh dấu" in text(client.post(f"{PAGE}/thu", {"ky": "2025-1", "do": "joint"}), 422)
    assert "Hãy soạn" in text(client.post(f"{PAGE}/thu", {"text": " ", "do": "docx"}), 422)
    assert "rút ngắn" in text(client.post(f"{PAGE}/thu", {"text": "x" * 20_001, "do": "docx"}), 422)


def test_reminding_names_the_number_and_reaches_exactly_those(browser_of):
    """The second step shows the list and its number; only people of those bodies get a notice."""
    client = browser_of("binh")
    given = {"ky": "2025-1", "body": ["BKHCN"]}
    asked = text(client.post(f"{PAGE}/nhac", {**given, "do": "ask"}))
    assert "Nhắc 1 cơ quan" in asked
    assert not models.Notice.objects.exists()
    answer = client.post(f"{PAGE}/nhac", {**given, "do": "remind", "count": "1"})
    assert answer["Location"] == f"{PAGE}?ky=2025-1&reminded=1&told=1"
    assert list(models.Notice.objects.values_list("person", "occasion")) == [("an", "chased")]
    client.post(f"{PAGE}/nhac", {**given, "do": "remind", "count": "1"})
    assert models.Notice.objects.count() == 1


def test_a_number_that_does_not_fit_reminds_nobody(browser_of):
    """When list and number differ, or a body owes nothing any more, the whole is refused."""
    client = browser_of("binh")
    given = {"ky": "2025-1", "body": ["BKHCN", "BYT"], "do": "remind"}
    text(client.post(f"{PAGE}/nhac", {**given, "count": "1"}), 409)
    text(client.post(f"{PAGE}/nhac", {**given, "body": ["BKHCN", "XX"], "count": "2"}), 409)
    assert not models.Notice.objects.exists()


def test_the_list_costs_the_same_however_many_owe(browser_of, an, now):
    """The number of queries does not grow with what was reported, nor with the bodies shown."""
    client = browser_of("binh")
    client.get(PAGE)
    with CaptureQueriesContext(connection) as before:
        client.get(PAGE)
    reports = [
        row("report", number, task=task, cycle="2025-1", situation="working")
        for number, task in enumerate(owing()["BKHCN"].tasks[:20], start=2)
    ]
    record_rows(rows=reports, by=an, now=now)
    client.get(PAGE)
    with CaptureQueriesContext(connection) as after:
        client.get(PAGE)
    assert len(after) == len(before)
