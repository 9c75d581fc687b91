"""A document is sent in and reviewed with plain forms; what is refused leaves nothing."""

import io
import random
import re
import zipfile
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.factories.documents import as_docx, sample

IN, ON, UNREADABLE, WRONG = 200, 302, 400, 422
SAMPLE = (Path(__file__).parents[1] / "documents" / "chuong-trinh-mau.txt").read_bytes()
SECRET = "TUYỆT MẬT\n".encode() + SAMPLE
OUTPUT = {"where": "task 1", "field": "output"}
RESIDENT_FIELD = 1
PAGE_BYTES = 4096

pytestmark = pytest.mark.django_db


def bomb():
    """Return a .docx of a few kilobytes that unpacks to 200 MB."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in ("[Content_Types].xml", "word/document.xml"):
            archive.writestr(part, b" " * 100_000_000)
    return file.getvalue()


def noise():
    """Return bytes that are no document, the same ones each time."""
    return random.Random(3).randbytes(50_000)  # noqa: S311  nothing is kept secret by them


def send(client, name, data, **form):
    """Send a file in as a new programme."""
    return client.post("/van-ban", {"slug": "mau", "file": SimpleUploadedFile(name, data), **form})


def problem(answer):
    """Return the sentence of a refusal."""
    return re.search(r'class="problem"[^>]*>([^<]*)<', answer.content.decode())[1]


def resident():
    """Return the memory that this process holds, in megabytes."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[RESIDENT_FIELD])
    return pages * PAGE_BYTES / 1_000_000


def stored():
    """Return how many drafts there are."""
    from thuocdo.programme.models import Draft  # noqa: PLC0415  tables are ready only here

    return Draft.objects.count()


HOSTILE = {
    "bom.docx": bomb,
    "bom.xlsx": bomb,
    "long.html": lambda: b"<div>" * 100_000,
    "ngau-nhien.docx": noise,
    "ngau-nhien.pdf": noise,
    "ngau-nhien.txt": noise,
    "rong.txt": lambda: b" ",
    "mat.txt": lambda: SECRET,
    "..\\..\\la.exe": lambda: SAMPLE,
    "khong-duoi": lambda: SAMPLE,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_is_refused_leaves_nothing(name, browser_of, model_programme, tmp_path, settings, caplog):  # noqa: ARG001  loaded
    """One sentence on the page, no draft, no temporary file, no word in the log, and the worker goes on."""
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    client = browser_of("binh")
    client.get("/van-ban")
    before, data = resident(), HOSTILE[name]()
    answer = send(client, name, data)
    assert answer.status_code == WRONG
    assert problem(answer).strip()
    assert answer.content.decode().count('role="alert"') == 1
    assert (stored(), list(tmp_path.iterdir())) == (0, [])
    assert [each.getMessage() for each in caplog.records if Path(name).stem in each.getMessage()] == []
    assert resident() - before < 60
    assert client.get("/van-ban").status_code == IN


def test_a_state_secret_is_refused_by_name(browser_of, model_programme):  # noqa: ARG001  loaded
    """The sentence says why, and nothing of the file is in the database."""
    from thuocdo.audit.models import Event  # noqa: PLC0415  tables are ready only here

    client = browser_of("binh")
    before = Event.objects.count()
    assert "TUYỆT MẬT" in problem(send(client, "mat.txt", SECRET))
    assert (stored(), Event.objects.count()) == (0, before)


def test_a_file_that_is_too_large_is_let_go(browser_of, model_programme):  # noqa: ARG001  loaded
    """The page says how much may be sent."""
    answer = send(browser_of("binh"), "to.txt", b"x" * 20_500_000)
    assert answer.status_code == WRONG
    assert "20 MB" in problem(answer)


@pytest.mark.parametrize(
    ("form", "words"),
    [({"slug": "Mẫu"}, "Tên ngắn"), ({"slug": ""}, "Tên ngắn"), ({"file": ""}, "chọn một tệp")],
)
def test_a_form_that_is_not_filled_in_is_told_so(form, words, browser_of, model_programme):  # noqa: ARG001  loaded
    """What is missing is said on the page, and nothing is stored."""
    answer = send(browser_of("binh"), "a.txt", SAMPLE, **form)
    assert answer.status_code == WRONG
    assert words in problem(answer)
    assert stored() == 0


@pytest.fixture
def drafted(browser_of, model_programme):  # noqa: ARG001  loaded
    """Return Bình's browser and the address of the sample under review."""
    client = browser_of("binh")
    return client, send(client, "mau.docx", as_docx(sample()))["Location"]


def step(client, draft, **form):
    """Take one step; returns the answer."""
    return client.post(f"{draft}/buoc", form)


def test_a_document_becomes_a_draft(drafted):
    """It is on the list, and its page shows source and rows with what is doubtful."""
    client, draft = drafted
    assert draft in client.get("/van-ban").content.decode()
    text = client.get(f"{draft}?row=task+4").content.decode()
    assert 'class="passage here"' in text
    assert "Bộ Kế hoạch và Đầu tư," in text
    assert text.count("data-waits") >= 3


def test_after_a_step_comes_the_next_doubtful_cell(drafted):
    """The answer leads to the next cell by its anchor, on the page where its row stands."""
    client, draft = drafted
    answer = step(client, draft, where="document", field="row", verdict="accept")
    if answer.status_code == WRONG:
        pytest.fail(answer.content.decode())
    place = urlsplit(answer["Location"])
    row = parse_qs(place.query)["row"][0].replace(" ", "_")
    page = client.get(answer["Location"]).content.decode()
    assert place.fragment.startswith(row.split("@")[0])
    assert f'id="{place.fragment.replace("%3A", ":").replace("%40", "@")}"' in page


def test_a_word_that_is_refused_stays_in_the_field(drafted):
    """The page comes back with the reason at the cell and what was typed."""
    client, draft = drafted
    answer = step(client, draft, where="document", field="issued_on", verdict="edit", value="hôm kia")
    text = answer.content.decode()
    assert answer.status_code == WRONG
    assert 'value="hôm kia"' in text
    assert "cần một ngày" in text
    assert 'aria-invalid="true"' in text


@pytest.mark.parametrize("verdict", ["", "burn", "add", "undo", "release"])
def test_a_broken_form_is_a_refusal(verdict, drafted):
    """Whatever a form holds, the answer is a page with what is wrong."""
    client, draft = drafted
    answer = step(client, draft, where="task 99", field="x", verdict=verdict)
    assert answer.status_code in {WRONG, 409}
    assert client.get(draft).status_code == IN


def test_nobody_sees_the_others_word_before_their_own(drafted, browser_of):
    """The second person finds the cell open without the first one's words, and sees both after deciding."""
    client, draft = drafted
    second = browser_of("chi")
    step(client, draft, **OUTPUT, verdict="edit", value="Kế hoạch cả năm")
    before = second.get(f"{draft}?row=task+1").content.decode()
    assert "Kế hoạch cả năm" not in before
    assert "người kia đã có ý kiến" in before
    step(second, draft, **OUTPUT, verdict="accept")
    after = second.get(f"{draft}?row=task+1").content.decode()
    assert "Kế hoạch cả năm" in after
    assert "hai ý kiến khác nhau" in after
    taken = step(second, draft, **OUTPUT, verdict="edit", value="Kế hoạch cả năm")
    assert taken.status_code == ON
    assert "hai ý kiến khác nhau" not in second.get(f"{draft}?row=task+1").content.decode()


def test_typed_words_cannot_break_the_database(drafted):
    """A form with a character that no database keeps is refused before anything is read or written."""
    client, draft = drafted
    assert step(client, draft, **OUTPUT, verdict="edit", value="Lộ\x00 trình").status_code == UNREADABLE
    assert step(client, draft, where="task\x00", field="x\x00", verdict="accept").status_code == UNREADABLE
    assert step(client, draft, verdict="release", value="\x00").status_code == UNREADABLE
    assert "trình<" not in client.get(f"{draft}?row=task+1").content.decode()


def test_a_row_can_be_added_and_dropped(drafted, browser_of):
    """The other person is asked about both."""
    client, draft = drafted
    step(
        client,
        draft,
        verdict="add",
        kind="task",
        where="task 2",
        code="2a",
        title="Việc còn thiếu",
        theme="I",
    )
    step(client, draft, where="task 3", field="row", verdict="drop")
    text = browser_of("chi").get(f"{draft}?show=open").content.decode()
    assert "Việc còn thiếu" in text
    assert text.count("người kia đã có ý kiến") == 2


def test_only_what_waits_can_be_shown(drafted):
    """The short list has the rows that wait, and the long one all."""
    client, draft = drafted
    short = client.get(f"{draft}?show=open").content.decode()
    long = client.get(draft).content.decode()
    assert 0 < short.count("<article") <= long.count("<article")
    assert "data-waits" in short


def test_the_page_runs_our_script_alone(drafted):
    """The policy of this one page allows our own file, and no other script or style in the page."""
    client, draft = drafted
    answer = client.get(draft)
    assert "script-src 'self'" in answer["Content-Security-Policy"]
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert re.findall(r"<script[^>]*>", answer.content.decode()) == [
        tag
        for tag in re.findall(r"<script[^>]*>", answer.content.decode())
        if 'src="/static/review.js' in tag
    ]
    assert "script-src" not in client.get("/van-ban")["Content-Security-Policy"]


def test_an_amendment_shows_what_it_changes(browser_of, model_programme):
    """Rows that are added, changed and dropped stand on a page of their own."""
    client = browser_of("binh")
    draft = send(client, "sua.txt", SAMPLE, amends=model_programme, partial="yes")["Location"]
    assert "thay-doi" in client.get(draft).content.decode()
    page = client.get(f"{draft}/thay-doi")
    assert page.status_code == IN
    assert "thì giữ nguyên" in page.content.decode()
    assert client.post(f"{draft}/pham-vi", {"partial": "no"})["Location"] == f"{draft}/thay-doi"
    assert "thì bị bỏ" in client.get(f"{draft}/thay-doi").content.decode()


def test_a_new_programme_changes_none(drafted):
    """There is no page of differences for it."""
    client, draft = drafted
    assert client.get(f"{draft}/thay-doi").status_code == 404


def test_a_discarded_draft_is_gone(drafted):
    """Its page is no more, and the list is empty."""
    client, draft = drafted
    assert client.post(f"{draft}/bo").status_code == ON
    assert client.get(draft).status_code == 404
    assert draft not in client.get("/van-ban").content.decode()
