"""Files that were handed in: who gets them, and that a browser only ever downloads them."""

import pytest
from tests.factories.desks import Clock, submitted
from tests.factories.rows import evidence

from thuocdo.web.files import clean_name, disposition

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("model_programme")]
LAW = "Luật số 93/2025/QH15 ngày 27/5/2025 của Quốc hội"
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\ntrailer<</Root 1 0 R>>\n"
)


@pytest.fixture(autouse=True)
def _noon(monkeypatch):
    """Let the pages look at noon of 20 June 2025."""
    from thuocdo.config import current  # noqa: PLC0415  settings are ready only here

    monkeypatch.setattr(current, "timezone", Clock)


@pytest.fixture
def kept(an, settings, tmp_path, now):
    """Return the id of a file that An's body handed in, and of the evidence that names it."""
    from thuocdo.cycles.attaching import attach  # noqa: PLC0415  tables are ready only here

    settings.THUOCDO_FILES = tmp_path
    return attach(name="Quyết định 9017.pdf", data=PDF, by=an, now=now).public_id


def test_a_file_is_only_ever_a_download(browser_of, kept):
    """Its own body gets the bytes as an attachment under the cleaned name, with the strictest headers."""
    answer = browser_of("an").get(f"/tep/{kept}")
    assert answer.status_code == 200
    assert b"".join(answer.streaming_content) == PDF
    assert answer["Content-Disposition"].startswith('attachment; filename="Quyet dinh 9017.pdf"; ')
    assert "filename*=UTF-8''Quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh%209017.pdf" in answer["Content-Disposition"]
    assert answer["Content-Security-Policy"].startswith("default-src 'none'; sandbox")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "no-store"


def test_the_head_finds_the_files_beside_the_evidence(browser_of, kept, em):
    """What waits for approval offers its files for download; another body's page does not."""
    submitted(evidence(text=LAW, files=kept), by=em)
    assert (
        f'href="/tep/{kept}" download>Quyết định 9017.pdf</a>'
        in browser_of("an").get("/lanh-dao").content.decode()
    )
    assert kept not in browser_of("giang").get("/lanh-dao").content.decode()


def test_a_file_of_another_body_is_not_there(browser_of, kept, an):
    """Another ministry and a citizen get 404; a verifier only once its evidence was sent."""
    for name in ("giang", "dung", "binh"):
        assert browser_of(name).get(f"/tep/{kept}").status_code == 404
    assert browser_of("").get(f"/tep/{kept}").status_code == 302
    assert browser_of("an").get("/tep/T-000000000000").status_code == 404
    (public_id,) = submitted(evidence(text=LAW, files=kept), by=an)
    client = browser_of("binh")
    page = client.get(f"/xac-minh/{public_id}").content.decode()
    assert f"/tep/{kept}" in page
    assert "Không tìm thấy chữ ký số trong tệp" in page
    assert client.get(f"/tep/{kept}").status_code == 200
    assert browser_of("giang").get(f"/tep/{kept}").status_code == 404


@pytest.mark.parametrize(
    ("given", "cleaned"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\tep\\a.pdf", "a.pdf"),
        ("a\r\nSet-Cookie: x=1.pdf", "a Set-Cookie_ x=1.pdf"),
        ('"; filename="b.exe', "_ filename=_b.exe"),
        ("ảnh\u202egpj.exe", "ảnhgpj.exe"),
        ("...", "tep"),
        ("", "tep"),
        ("x" * 300 + ".docx", "x" * 115 + ".docx"),
    ],
)
def test_a_name_is_cleaned(given, cleaned):
    """No folder, line break, quotation mark or hidden direction mark of a name gets into a header."""
    assert clean_name(given).replace("__", "_") == cleaned
    header = disposition(given)
    assert header.isascii()
    assert "\n" not in header
    assert header.count('"') == 2
