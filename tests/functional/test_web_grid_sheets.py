"""Sheets that are uploaded, the grid's own file, and what of a table is refused or kept out."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.factories.grid import DECISION, apply, cells, codes, counts, drafts, paste, save, stand_still
from tests.factories.pages import form_at, text_of
from tests.factories.sheets import SheetRows, xlsx

from thuocdo.cycles.gridcells import Column

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_grid_day", "model_programme")]


@pytest.fixture
def at_grid_day(at_demo_day, monkeypatch):  # noqa: ARG001  the other clocks
    """Let the clocks of the grid stand too."""
    stand_still(monkeypatch)


def test_a_sheet_is_uploaded_and_its_columns_are_remembered(browser_of):
    """Columns that a person set once are known at the next upload of the same heading."""
    client = browser_of("an")
    rows = [["Nhiệm vụ số", "Diễn giải thêm", "Tiến độ"], [17, "Đã họp hai lần", "đang làm"]]
    upload = {"file": SimpleUploadedFile("bao-cao.xlsx", xlsx(SheetRows(rows)))}
    preview = client.post("/viec/bang/dan", upload)
    form = form_at(preview.content, "/viec/bang/dan")
    assert [form[f"column-{place}"] for place in range(3)] == ["task", "", "situation"]
    apply(client, preview, **{"column-1": "public_sentence"})
    assert cells("17") == {"situation": "working", "public_sentence": "Đã họp hai lần"}
    rows[1] = [44, "Đã trình", "done"]
    upload = {"file": SimpleUploadedFile("ky-sau.xlsx", xlsx(SheetRows(rows)))}
    form = form_at(client.post("/viec/bang/dan", upload).content, "/viec/bang/dan")
    assert form["column-1"] == "public_sentence"
    other = browser_of("giang")
    upload = {"file": SimpleUploadedFile("ky-sau.xlsx", xlsx(SheetRows(rows)))}
    assert form_at(other.post("/viec/bang/dan", upload).content, "/viec/bang/dan")["column-1"] == ""


def test_another_sheet_of_the_file_can_be_chosen(browser_of):
    """The preview carries all sheets; the one that is chosen is read anew."""
    client = browser_of("an")
    first = SheetRows([["Số TT", "Tình hình"], ["17", "2"]], name="Một")
    second = SheetRows([["Số TT", "Tình hình"], ["44", "2"], ["60", "2"]], name="Hai")
    preview = client.post("/viec/bang/dan", {"file": SimpleUploadedFile("a.xlsx", xlsx(first, second))})
    assert counts(preview)[0] == 1
    form = {**form_at(preview.content, "/viec/bang/dan"), "sheet": "1", "act": "read"}
    assert counts(client.post("/viec/bang/dan", form))[0] == 2


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_grids_own_file_comes_back_without_loss(browser_of, language):
    """What is downloaded and uploaded again changes nothing, formulas and apostrophes included."""
    client = browser_of("an")
    save(
        client,
        situation__17="obstacle",
        obstacle__17="=1+1; 'chờ'",
        obstacle_since__17="1/6/2025",
        public_sentence__17="-5",
        situation__44="not_ours",
        public_sentence__44='\'+84, "hai"',
        document__60=f"@ {DECISION}",
    )
    file = client.get(f"/viec/bang.csv?lang={language}").content
    assert b"'=1+1" in file
    assert b",-5" in file
    assert b"'@ " in file
    preview = client.post("/viec/bang/dan", {"file": SimpleUploadedFile("bang.csv", file), "lang": "vi"})
    page = client.get("/viec/bang?lang=vi")
    assert page.status_code == 200
    numbers = re.findall(r"<b>(\d+)</b>", preview.content.decode())
    assert numbers == ["0", "0", "0", str(len(codes(client)))]
    client.post("/viec/bang/hoan-tac", {"batch": "B-000000000000"})
    for task in ("17", "44", "60"):
        before = cells(task)
        wiped = save(client, **{f"{column.value}__{task}": "" for column in Column})
        assert wiped.status_code == 302
        apply(
            client,
            client.post("/viec/bang/dan", {"file": SimpleUploadedFile("bang.csv", file)}),
        )
        assert cells(task) == before


def test_a_secret_row_is_neither_kept_nor_shown(browser_of):
    """A row with a mark of secrecy is refused, and its words are not even sent back."""
    client = browser_of("an")
    preview = paste(client, "17\t2\t\t\t\t\t\tTỐI MẬT xyzzy\n44\t2\t\t\t\t\t\tBình thường")
    assert counts(preview) == [1, 0, 1, 0]
    assert "xyzzy" not in preview.content.decode()
    apply(client, preview)
    assert set(drafts()) == {"44"}
    answer = save(client, public_sentence__17="Độ mật: TỐI MẬT")
    assert answer.status_code == 422
    assert "17" not in drafts()


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"text": ""}, "Hãy dán các dòng của bảng tính"),
        ({"text": "a\n" * 1001}, "hơn 1000 dòng"),
        ({"text": "MẬT\nTT\tTình hình\n17\t2"}, "dấu chỉ độ mật"),
        ({"file": SimpleUploadedFile("a.csv", "TT,Tình hình\n17,TỐI MẬT".encode())}, "dấu chỉ độ mật"),
        ({"file": SimpleUploadedFile("a.docx", b"PK")}, "Không đọc được tệp"),
        ({"file": SimpleUploadedFile("a.xlsx", b"PK\x03\x04")}, "hỏng"),
    ],
)
def test_what_is_no_table_is_refused_on_the_page(browser_of, given, words):
    """An empty paste, one that is too long and a broken file give one sentence above the grid."""
    answer = browser_of("an").post("/viec/bang/dan", given)
    assert answer.status_code == 422
    assert words in " ".join(text_of(answer.content, "problem"))


def test_words_from_outside_are_escaped(browser_of):
    """Markup in a pasted cell, a heading and a file name stays text."""
    client = browser_of("an")
    mark = "<script>alert(1)</script>"
    preview = paste(
        client, f"TT\tTình hình\tCâu công khai\t{mark}\n17\t{mark}\t{mark}\tx\n{mark}\t2\t\t\n44\t2\t{mark}\t"
    )
    assert mark not in preview.content.decode()
    apply(client, preview)
    page = client.get("/viec/bang").content.decode()
    assert mark not in page
    assert "&lt;script&gt;" in page
