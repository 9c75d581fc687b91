"""The page of heads: one person enters who heads a body, a second one confirms, a file enters many."""

import re
from datetime import UTC, date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from thuocdo.programme.heads import queries
from thuocdo.programme.heads.types import EntryState

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("model_programme")]

PAGE = "/nguoi-dung-dau"
NOON = datetime(2025, 6, 20, 5, tzinfo=UTC)
CELLS = {
    "agency": "BKHCN",
    "person": "Trần Thí Dụ",
    "office_vi": "Bộ trưởng",
    "office_en": "Minister",
    "since": "1/3/2025",
    "document": "Quyết định số 12/QĐ-TTg ngày 28/2/2025",
    "act": "propose",
}
FILE = """agency,person,office_vi,office_en,since,document
BYT,Lê Ví Dụ,Bộ trưởng,Minister,2025-03-01,Quyết định 3/QĐ-TTg
BCA,Đỗ Giả Định,Bộ trưởng,Minister,{since},Quyết định 4/QĐ-TTg
"""


@pytest.fixture(autouse=True)
def _at_noon(monkeypatch):
    """Let every clock stand at noon of 20 June 2025."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOON)


def text(answer):
    """Return the page's text without tags, spaces made single."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def test_one_person_enters_and_another_confirms(browser_of):
    """The proposer has no button to confirm; after the second person the entry stands and counts."""
    binh, chi = browser_of("binh"), browser_of("chi")
    answer = binh.post(PAGE, CELLS, follow=True)
    assert "Chính bạn đã đề xuất" in text(answer)
    assert 'value="confirm"' not in answer.content.decode()
    entry = queries.entries()[0]
    assert binh.post(PAGE, {"act": "confirm", "entry": entry.id}).status_code == 403
    assert "Đã xác nhận" in text(chi.post(PAGE, {"act": "confirm", "entry": entry.id}, follow=True))
    assert [term.person for term in queries.terms(as_of=NOON.date())] == ["Trần Thí Dụ"]


def test_every_fault_stands_on_its_field_and_what_was_typed_stays(browser_of):
    """A wrong form comes back with each fault beside its field, in Vietnamese, and nothing is written."""
    answer = browser_of("binh").post(PAGE, {**CELLS, "person": "R2", "document": "miệng", "since": "mai"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="R2"' in page
    assert "không phải ngày" in page
    answer = browser_of("binh").post(PAGE, {**CELLS, "person": "R2", "document": "miệng"})
    page = answer.content.decode()
    assert 'id="wrong-person"' in page
    assert 'id="wrong-document"' in page
    assert queries.entries() == ()


def test_the_last_day_of_a_term_is_a_change_of_its_entry(browser_of):
    """The form opens filled; the change waits beside the entry that stands until it is confirmed."""
    binh, chi = browser_of("binh"), browser_of("chi")
    binh.post(PAGE, CELLS)
    old = queries.entries()[0]
    chi.post(PAGE, {"act": "confirm", "entry": old.id})
    filled = chi.get(PAGE, {"sua": old.id}).content.decode()
    assert 'value="Trần Thí Dụ"' in filled
    assert 'value="01/03/2025"' in filled
    ended = {"until": "15/6/2025", "until_document": "Quyết định 40/QĐ-TTg ngày 10/6/2025"}
    chi.post(PAGE, {**CELLS, **ended, "entry": old.id})
    new = next(each for each in queries.entries() if each.state is EntryState.PROPOSED)
    assert "sửa một mục đang có hiệu lực" in text(binh.get(PAGE))
    binh.post(PAGE, {"act": "confirm", "entry": new.id})
    assert queries.terms(as_of=NOON.date())[0].until == date(2025, 6, 15)


def test_a_file_enters_many_or_names_every_fault(browser_of):
    """All lines of a good file wait for the second person; of a wrong one none does."""
    binh = browser_of("binh")

    def send(since):
        file = SimpleUploadedFile("dau.csv", FILE.format(since=since).encode())
        return binh.post(PAGE, {"act": "import", "file": file}, follow=True)

    wrong = send("mai sau")
    assert wrong.status_code == 422
    assert "dòng 3: Ngày đầu giữ chức: không phải ngày" in text(wrong)
    assert queries.entries() == ()
    assert "Đã đề xuất các dòng của tệp" in text(send("2025-03-01"))
    assert [entry.term.agency for entry in queries.entries()] == ["BCA", "BYT"]
    assert browser_of("chi").post(PAGE, {"act": "import"}).status_code == 422


def test_a_refusal_needs_a_reason_and_is_shown(browser_of):
    """The second person says why; the entry stays in the register, refused."""
    binh, chi = browser_of("binh"), browser_of("chi")
    binh.post(PAGE, CELLS)
    entry = queries.entries()[0]
    assert chi.post(PAGE, {"act": "refuse", "entry": entry.id, "note": ""}).status_code == 422
    shown = text(chi.post(PAGE, {"act": "refuse", "entry": entry.id, "note": "Sai cơ quan."}, follow=True))
    assert "Sai cơ quan." in shown
    assert queries.terms(as_of=NOON.date()) == ()


def test_bodies_without_a_known_head_are_named(browser_of):
    """Whoever has tasks and nobody in the register is listed, in both languages."""
    client = browser_of("chi")
    assert "Bộ Khoa học và Công nghệ" in text(client.get(PAGE))
    assert "Their duties of such days are in no head’s score" in text(client.get(PAGE, {"lang": "en"}))


def test_an_unknown_act_or_entry_is_refused(browser_of):
    """A button that does not exist and an entry that nobody made change nothing."""
    client = browser_of("binh")
    assert client.post(PAGE, {"act": "vote"}).status_code == 422
    assert client.post(PAGE, {"act": "confirm", "entry": "H-none"}).status_code == 404
