"""The composer in the browser's place: begin, write sentences, see faults, freeze, download; and who may."""

import io
import re
from datetime import date
from urllib.parse import urlencode

import pytest
from docx import Document
from openpyxl import load_workbook
from tests.factories.rows import row

from thuocdo.cycles.actions import record_rows
from thuocdo.reports import queries
from thuocdo.reports.actions import begin_report
from thuocdo.reports.types import Layout

PAGE = "/bao-cao/soan"
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_demo_day", "model_programme")]


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    """Let the composer's clock stand where the others stand."""
    from thuocdo.config import current  # noqa: PLC0415  settings are ready only here
    from thuocdo.web import composing  # noqa: PLC0415  same

    monkeypatch.setattr(composing, "timezone", current.timezone)


def begun(client, **form):
    """Begin a report by its form; returns its address."""
    given = {"cycle": "2025-1", "whose": "office", "layout": "state", "language": "vi", "as_of": "20/06/2025"}
    answer = client.post(PAGE, {**given, **form})
    assert answer.status_code == 302, answer.content.decode()
    return answer["Location"]


def sent(client, address, do="save", **fields):
    """Send the form of a report as its page gave it, with what was typed into it."""
    page = client.get(address).content.decode()
    version = re.search(r'name="version" value="(\d+)"', page).group(1)
    named = {f"text-{key.replace('_', '-')}": value for key, value in fields.items()}
    return client.post(address, {"version": version, "as_of": "20/06/2025", "do": do, **named})


def test_a_report_is_composed_checked_frozen_and_downloaded(browser_of):
    """From the list to the file: a typed number is found with its marker, then bound, then frozen."""
    client = browser_of("binh")
    address = begun(client)
    answer = sent(client, address, do="freeze", assessment="Cả nước có 140 nhiệm vụ.")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "{tasks}" in page.split('class="faults"')[1].split("</ul>")[0]
    assert "Cả nước có 140 nhiệm vụ." in page
    assert sent(client, address, do="freeze", assessment="Cả nước có {tasks} nhiệm vụ.").status_code == 302
    found = client.get(address).content.decode()
    assert "Kiểm tra nhất quán" in found
    assert "<textarea" not in found
    document = Document(io.BytesIO(client.get(f"{address}.docx").content))
    text = "\n".join(each.text or "" for each in document.element.iter("{*}t"))
    assert "Cả nước có " in text
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text
    book = load_workbook(io.BytesIO(client.get(f"{address}.xlsx").content))
    assert book.worksheets[0].max_column == 7


def test_the_file_of_a_frozen_report_never_changes(browser_of, an, now):
    """What is recorded after freezing changes no byte of what is downloaded."""
    client = browser_of("chi")
    address = begun(client)
    assert sent(client, address, do="freeze").status_code == 302
    before = client.get(f"{address}.docx").content
    record_rows(rows=[row("report", task="17", cycle="2025-1", situation="working")], by=an, now=now)
    assert client.get(f"{address}.docx").content == before


def test_a_draft_has_no_file(browser_of):
    """Before its numbers are frozen a report cannot be downloaded."""
    client = browser_of("binh")
    assert client.get(f"{begun(client)}.docx").status_code == 409


def test_without_libreoffice_the_page_says_so(browser_of, monkeypatch, tmp_path):
    """Where there is no office program, the page has a sentence and no link, and the address answers so."""
    client = browser_of("binh")
    address = begun(client)
    sent(client, address, do="freeze")
    monkeypatch.setenv("PATH", str(tmp_path))
    page = client.get(address).content.decode()
    assert "chưa cài LibreOffice" in page
    assert f"{address}.pdf" not in page
    assert client.get(f"{address}.pdf").status_code == 503


def test_a_number_leads_to_the_rows_it_counts(browser_of):
    """Each number is a link to what it counts; a query of another kind is not found."""
    client = browser_of("binh")
    address = begun(client)
    page = client.get(address).content.decode()
    query = urlencode({"so": "tasks.theme-VII"})
    assert f'href="{address}/so?{query}"' in page
    rows = client.get(f"{address}/so?{query}").content.decode()
    assert "= 9</h1>" in rows
    assert rows.count('<tr><th scope="row"') == 9
    assert client.get(f"{address}/so?so=tasks.khong").status_code == 404
    assert client.get(f"{address}/so?so={'x' * 999}").status_code == 404


def test_a_body_composes_its_own_and_counts_nobody_else(browser_of, an):
    """A body's report is its own; a number of other bodies is not found in it."""
    client = browser_of("an")
    address = begun(client, whose="own")
    page = client.get(address).content.decode()
    assert "parts.of-BKHCN.done" in page
    assert client.get(f"{address}/so?so=parts.of-BKHCN").status_code == 200
    for foreign in ("tasks", "parts.of-BYT", "parts", "reports.missing", "parts.of-BKHCN/parts"):
        assert client.get(f"{address}/so?{urlencode({'so': foreign})}").status_code == 404
    assert [each.agency for each in queries.reports("nq03", by=an)] == ["BKHCN"]


def test_what_is_not_theirs_does_not_exist(browser_of, an, now):
    """Another body's draft is not found on any address, and its list does not name it."""
    found = begin_report(
        slug="nq03",
        cycle="2025-1",
        agency="BKHCN",
        layout=Layout.STATE,
        language="vi",
        as_of=date(2025, 6, 20),
        by=an,
        now=now,
    )
    for name in ("giang", "dung", "binh", "chi"):
        client = browser_of(name)
        for ending in ("", "/so?so=parts.of-BKHCN", ".docx", ".xlsx", ".pdf"):
            assert client.get(f"{PAGE}/{found.id}{ending}").status_code == 404
        assert client.post(f"{PAGE}/{found.id}", {"do": "discard", "version": "1"}).status_code == 404
        assert found.id not in client.get(PAGE).content.decode()


def test_who_may_not_compose_begins_nothing(browser_of):
    """A citizen sees no form and is refused; a reporter may not begin the office's report."""
    assert 'class="card begin"' not in browser_of("dung").get(PAGE).content.decode()
    for name in ("dung", "an"):
        answer = browser_of(name).post(PAGE, {"cycle": "2025-1", "whose": "office", "as_of": "20/06/2025"})
        assert answer.status_code == 403


def test_who_saves_from_an_older_version_keeps_what_was_typed(browser_of):
    """The second of two is told so, keeps the words, and cannot undo the other's by sending again."""
    first, second = browser_of("binh"), browser_of("chi")
    address = begun(first)
    sent(first, address, assessment="Của Bình")
    stale = {"version": "1", "do": "save", "text-assessment": "Của Chi"}
    for _ in range(2):
        answer = second.post(address, stale)
        page = answer.content.decode()
        assert answer.status_code == 409
        assert "Của Chi" in page
        assert 'name="version" value="1"' in page
    assert "Của Bình" in first.get(address).content.decode()


def test_a_draft_is_thrown_away_and_words_go_on(browser_of):
    """A draft goes when it is thrown away; a frozen report's words begin a new one."""
    client = browser_of("binh")
    gone = begun(client)
    assert sent(client, gone, do="discard")["Location"] == f"{PAGE}?xong=discard"
    assert client.get(gone).status_code == 404
    address = begun(client)
    sent(client, address, do="freeze", proposals="Đề nghị quan tâm.")
    after = client.post(address, {"do": "go-on"})["Location"]
    assert after != address
    assert "Đề nghị quan tâm." in client.get(after).content.decode()


@pytest.mark.parametrize("field", ["as_of", "dated"])
def test_a_day_that_is_none_is_said_with_the_words_kept(browser_of, field):
    """A wrong day is refused on its field and nothing typed is lost."""
    client = browser_of("binh")
    address = begun(client)
    form = {"version": "1", "text-assessment": "Giữ câu này", field: "hôm qua"}
    answer = client.post(address, form)
    assert answer.status_code == 422
    assert "“hôm qua”" in answer.content.decode()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_report_keeps_its_language_whatever_the_page_speaks(browser_of, language):
    """A Vietnamese report reads the same for who uses the page in English, and the other way round."""
    client = browser_of("binh")
    address = begun(client, language=language)
    heading = {"vi": "CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO", "en": "LEADERSHIP AND DIRECTION"}[language]
    for spoken, words in (("vi", "Kiểm tra nhất quán"), ("en", "Consistency")):
        page = client.get(f"{address}?lang={spoken}").content.decode()
        assert heading in page
        assert words in page
