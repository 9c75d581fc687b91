"""Files: looked at, kept under their digest before the row, given to nobody else, swept when unused."""

import io
import os
import time
import zipfile
from datetime import UTC, datetime, timedelta

import docx
import openpyxl
import pytest
from tests.factories.cycles import LINE, WORKING, handed, reported, saved
from tests.factories.rows import evidence as row

from thuocdo.adapters import storage
from thuocdo.adapters.storage import FolderStore
from thuocdo.audit.models import Event
from thuocdo.core.canonical import sha256_hex
from thuocdo.core.errors import Fault, Invalid, NotAllowed, NotFound
from thuocdo.cycles import attaching, models, ports, queries
from thuocdo.cycles.actions import hand_back, record_rows, send_records
from thuocdo.cycles.attaching import attach, attachment, files_named, files_of
from thuocdo.cycles.drafting import drafts_of
from thuocdo.cycles.matters.actions import open_matter
from thuocdo.cycles.matters.types import Kind
from thuocdo.cycles.sweeping import sweep_files

pytestmark = pytest.mark.usefixtures("model_programme", "folder")

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 40


@pytest.fixture
def folder(settings, tmp_path):
    """Keep files in a folder of the test."""
    settings.THUOCDO_FILES = tmp_path / "data" / "files"
    return settings.THUOCDO_FILES


def kept(folder):
    """Return the names of all files in the store."""
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def put(store, data):
    """Keep bytes that nobody has to look at."""
    digest, wait = store.put(data)
    wait()
    return digest


def word(*lines, header=""):
    """Return a Word document."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def workbook(*cells):
    """Return a workbook with one row."""
    book = openpyxl.Workbook()
    book.active.append(list(cells))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def archive(**parts):
    """Return a zip with these parts; a double underscore stands for a slash."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packed.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return stream.getvalue()


def odt(*lines):
    """Return an OpenDocument text."""
    space = 'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    body = "".join(f"<text:p>{line}</text:p>" for line in lines)
    return archive(
        mimetype="application/vnd.oasis.opendocument.text", content_dot_xml=f"<doc {space}>{body}</doc>"
    )


def pdf(*lines):
    """Return a PDF of one page with plain letters."""
    text = " ".join(f"({line}) Tj 0 -20 Td" for line in lines)
    stream = f"BT /F1 12 Tf 50 700 Td {text} ET".encode()
    letters = b"<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources %s >>" % letters,
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


def given(by, now, name="anh.png", data=PNG):
    """Hand in a file."""
    return attach(name=name, data=data, by=by, now=now)


@pytest.mark.parametrize(
    ("name", "data", "pages"),
    [
        ("Quyết định.docx", word("QUYẾT ĐỊNH", "Về việc bảo mật thông tin"), None),
        ("số liệu.xlsx", workbook("Số tài khoản", 12000), None),
        ("biên bản.odt", odt("Biên bản nghiệm thu"), None),
        ("quyet dinh.pdf", pdf("QUYET DINH", "so 1131/QD-TTg"), 1),
        ("ảnh.png", PNG, None),
        ("bảng.csv", "tên;số\nA;1".encode(), None),
        ("ghi chú.txt", "Biên bản họp về bí mật nhà nước".encode(), None),
    ],
)
def test_files_that_offices_hand_in_are_kept(an, now, folder, name, data, pages):
    """What was received is told back: name, size, pages where known; the bytes lie under their digest."""
    file = given(an, now, name, data)
    assert (file.name, file.size, file.pages, file.sha256) == (name, len(data), pages, sha256_hex(data))
    assert kept(folder) == [file.sha256]
    assert attachment(file.public_id, by=an)[1].read_bytes() == data
    event = Event.objects.get(kind="file_received", on=file.public_id)
    assert name not in event.body


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.svg", b"<svg/>", "not taken"),
        ("a.docm", word("x"), "not taken"),
        ("a.png", b"<html>", "ending"),
        ("a.docx", workbook("x"), "ending"),
        ("a.xlsx", word("x"), "ending"),
        ("a.odt", archive(a="b"), "ending"),
        ("a.docx", archive(word__document_dot_xml="<a/>", word__vbaProject_dot_bin="x"), "macros"),
        ("a.docx", word("x")[:-200], "damaged"),
        ("a.docx", archive(word__document_dot_xml=b"\x00" * 30_000_000), "damaged"),
        ("a.pdf", b"%PDF-1.7 nothing", "damaged"),
        ("a.txt", b"MZ\x90\x00", "ending"),
        ("a.docx", word("TỐI MẬT", "Báo cáo"), "state secrecy"),
        ("a.docx", word("Báo cáo", header="MẬT"), "state secrecy"),
        ("a.xlsx", workbook("Độ mật: A"), "state secrecy"),
        ("a.odt", odt("Tuyệt mật"), "state secrecy"),
        ("a.pdf", pdf("TOP SECRET", "report"), "state secrecy"),
        ("a.txt", "MẬT\nBáo cáo".encode(), "state secrecy"),
        ("a.csv", "MẬT".encode("utf-16"), "state secrecy"),
        ("Báo cáo TỐI MẬT.pdf", pdf("x"), "state secrecy"),
    ],
)
def test_what_is_refused_leaves_nothing(an, now, folder, name, data, words):
    """Disguised, damaged, active and marked files are refused in one sentence; no byte and no row stays."""
    with pytest.raises(Invalid, match=words) as refused:
        given(an, now, name, data)
    assert "TỐI" not in refused.value.message
    assert kept(folder) == []
    assert models.Attachment.objects.count() == 0
    assert not Event.objects.filter(kind="file_received").exists()


def test_an_oversized_file_is_refused(an, now, folder, settings):
    """One byte more than the setting allows is too much; the sentence names the limit."""
    settings.THUOCDO_MAX_FILE_MB = 1
    assert given(an, now, data=PNG + bytes(1_000_000 - len(PNG))).size == 1_000_000
    with pytest.raises(Invalid, match="1 MB"):
        given(an, now, data=PNG + bytes(1_000_001 - len(PNG)))
    assert len(kept(folder)) == 1


def test_the_same_bytes_are_kept_once(an, em, giang, now, folder):
    """A body has one row for the same bytes; another body has its own row and its own id."""
    first, again, other = given(an, now), given(em, now, "khác.png"), given(giang, now)
    assert first == again
    assert other.public_id != first.public_id
    assert kept(folder) == [first.sha256]


def test_who_may_not_report_hands_in_no_file(dung, binh, now, folder):
    """A citizen and a monitor hand in nothing."""
    for person in (dung, binh):
        with pytest.raises(NotAllowed):
            given(person, now)
    assert kept(folder) == []


def test_files_become_part_of_the_evidence(em, now):
    """The digests stand in what was given, and the file knows its evidence, in one transaction."""
    one, two = given(em, now), given(em, now, "b.txt", b"b")
    done = reported(em, now, evidence=[{"text": LINE, "files": f"{two.public_id}  {one.public_id}"}])
    proof = models.Evidence.objects.get()
    assert proof.content["files"] == [two.sha256, one.sha256]
    assert proof.to_value(now.date()).files == (two.sha256, one.sha256)
    assert set(models.Attachment.objects.values_list("evidence", flat=True)) == {proof.public_id}
    assert files_of(proof.content["files"], agency="BKHCN") == (two, one)
    assert done.ids[1] == proof.public_id


def test_exchanging_a_file_makes_other_evidence(an, now):
    """The same line with another file is not the same evidence, so no file is exchanged unseen."""
    one, two = given(an, now), given(an, now, "b.txt", b"b")
    reported(an, now, evidence=[{"text": LINE, "files": one.public_id}])
    reported(an, now, evidence=[{"text": LINE, "files": two.public_id}])
    assert models.Evidence.objects.count() == 2


def test_files_of_others_are_the_same_fault_as_none(an, giang, now):
    """A file of another body cannot be named, in a draft or in a recorded row, nor told from none."""
    theirs = given(giang, now).public_id
    for name in (theirs, "F-000000000000"):
        done = reported(an, now, task="26", evidence=[{"text": LINE, "files": name}])
        (fault,) = done.faulty["26"]
        assert (fault.field, fault.message) == ("files", f"your body has handed in no file {name}")
        models.Draft.objects.all().delete()
        with pytest.raises(Invalid, match="Nothing was recorded"):
            record_rows(rows=[row(2, files=name)], by=an, now=now)
    with pytest.raises(Invalid):
        record_rows(rows=[row(2, files="../../etc/passwd")], by=an, now=now)
    assert models.Evidence.objects.count() == 0
    assert files_named([theirs], by=an) == {}


def test_who_may_open_a_file(em, an, giang, binh, dung, now):
    """The own body at once; a verifier once its evidence was sent; everybody else never finds it."""
    file = given(em, now).public_id
    ids = reported(em, now, evidence=[{"text": LINE, "files": file}]).ids
    assert attachment(file, by=an)[0].public_id == file
    for person in (giang, binh, dung):
        with pytest.raises(NotFound):
            attachment(file, by=person)
    send_records(ids=ids, by=an, now=now)
    assert attachment(file, by=binh)[0].public_id == file
    for person in (giang, dung):
        with pytest.raises(NotFound):
            attachment(file, by=person)
    with pytest.raises(NotFound):
        attachment("F-nothing", by=an)


def test_a_file_comes_back_with_what_is_handed_back(em, an, now):
    """The draft names the file by its id again, and handing it in unchanged is the same record."""
    file = given(em, now).public_id
    first = reported(em, now, evidence=[{"text": LINE, "files": file}])
    hand_back(ids=first.ids, faults=[Fault("", "chưa rõ")], by=an, now=now)
    assert drafts_of("nq03", agency="BKHCN", cycle="2025-2")["17"].evidence[0]["files"] == file
    assert set(handed(em, now).ids) == set(first.ids)


def test_bytes_are_on_the_disk_before_the_row(an, now, folder, monkeypatch):
    """When the row cannot be written the bytes stay without a row; the sweeper takes them later."""
    monkeypatch.setattr(attaching, "insert_unless_known", broken)
    with pytest.raises(OSError):  # noqa: PT011  the point is what is left behind
        given(an, now)
    assert (len(kept(folder)), models.Attachment.objects.count()) == (1, 0)


def broken(*_args, **_kwargs):
    """Fail as a disk does."""
    raise OSError


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_no_row_without_bytes(an, now, folder, monkeypatch, step):
    """When the disk fails, neither a row nor a piece of a file stays."""
    monkeypatch.setattr(*((os, "fsync", broken) if step == "fsync" else (storage.Path, "replace", broken)))
    with pytest.raises(OSError):  # noqa: PT011  the point is what is left behind
        given(an, now)
    assert (kept(folder), models.Attachment.objects.count()) == ([], 0)


def test_folders_are_synced_too(an, now, monkeypatch):
    """The file, its folder and the folders above are on the disk, so the name survives a power cut."""
    synced = []
    real = os.fsync
    monkeypatch.setattr(os, "fsync", lambda handle: (synced.append(os.fstat(handle).st_mode), real(handle)))
    given(an, now)
    assert len(synced) == 4
    synced.clear()
    given(an, now)
    assert synced == []


def aged(folder, days):
    """Make every file of the store old."""
    old = time.time() - days * 86400
    for path in folder.rglob("*"):
        os.utime(path, (old, old))


def test_the_sweeper_takes_what_nobody_needs(an, em, now, folder):
    """Unused rows after thirty days, bytes without a row after one; what a draft or evidence names stays."""
    used, drafted, unused = (given(an, now, f"{name}.txt", name.encode()) for name in "abc")
    reported(em, now, evidence=[{"text": LINE, "files": used.public_id}])
    saved(em, now, task="26", cells=WORKING, evidence=[{"files": drafted.public_id}])
    put(ports.store(), b"orphan")
    clock = datetime.now(UTC)
    models.Attachment.objects.update(received_at=clock - timedelta(days=29))
    assert sweep_files(by=an, now=clock) == sweep_files(by=an, now=clock)
    assert len(kept(folder)) == 4
    models.Attachment.objects.update(received_at=clock - timedelta(days=31))
    aged(folder, 2)
    (folder / "aa").mkdir(exist_ok=True)
    swept = sweep_files(by=an, now=clock)
    assert swept.rows == (unused.public_id,)
    assert set(swept.files) == {unused.sha256, sha256_hex(b"orphan")}
    assert kept(folder) == sorted([used.sha256, drafted.sha256])
    assert Event.objects.filter(kind="file_removed", on=unused.public_id).count() == 1
    assert given(an, now, "c.txt", b"c").public_id == unused.public_id


def test_a_file_that_a_matter_names_is_used(an, em, now, folder):
    """What a question cites stays: a file named in its words, and the files of the evidence it is about."""
    cited, proving, unused = (given(an, now, f"{name}.txt", name.encode()) for name in "abc")
    reported(em, now, evidence=[{"text": LINE, "files": proving.public_id}])
    cells = {"text": f"Xem tệp {cited.public_id}.", "asked": "VPCP"}
    open_matter(slug="nq03", kind=Kind.DIFFICULTY, task="26", cells=cells, by=an, now=now)
    clock = datetime.now(UTC)
    models.Attachment.objects.update(received_at=clock - timedelta(days=31))
    aged(folder, 2)
    swept = sweep_files(by=an, now=clock)
    assert (swept.rows, swept.files) == ((unused.public_id,), (unused.sha256,))
    assert kept(folder) == sorted([cited.sha256, proving.sha256])
    assert attachment(cited.public_id, by=an)[0] == cited


def test_a_file_put_again_is_young(folder):
    """Whoever puts the bytes again keeps them from the sweeper, also while it is looking."""
    store, digest = FolderStore(folder), sha256_hex(b"x")
    put(store, b"x")
    aged(folder, 2)
    limit = datetime.now(UTC) - timedelta(days=1)
    put(store, b"x")
    assert not store.drop(digest, older_than=limit)
    assert store.path(digest).read_bytes() == b"x"
    aged(folder, 2)
    assert store.drop(digest, older_than=limit)
    assert not store.drop(digest, older_than=limit)
    assert kept(folder) == []


def test_of_a_refused_file_no_byte_touches_the_disk(an, now, folder, monkeypatch):
    """A mark of secrecy in the text is found before anything is written."""
    monkeypatch.setattr(FolderStore, "put", broken)
    with pytest.raises(Invalid, match=r"mật|secre"):
        given(an, now, "a.docx", word("MẬT"))
    assert kept(folder) == []


def test_the_store_keeps_only_what_its_name_says(folder):
    """Bytes lie under their own digest, and no name leads out of the folder."""
    store = FolderStore(folder)
    assert store.path(put(store, b"x")).name == sha256_hex(b"x")
    for name in ("../../etc/passwd", "", "g" * 64):
        with pytest.raises(NotFound):
            store.path(name)


def test_unfinished_pieces_are_tidied(folder):
    """What a crash has left behind goes after a day; what is being written stays."""
    store = FolderStore(folder)
    put(store, b"x")
    piece = folder / "aa" / ".coming-1"
    piece.parent.mkdir(exist_ok=True)
    piece.write_bytes(b"half")
    now = datetime.now(UTC)
    assert store.tidy(older_than=now - timedelta(days=1)) == 0
    aged(folder, 2)
    assert store.tidy(older_than=now - timedelta(days=1)) == 1
    assert kept(folder) == [sha256_hex(b"x")]


def test_unsent_evidence_with_files_is_not_in_the_facts(em, now):
    """What waits inside the body is known to nobody else."""
    file = given(em, now).public_id
    reported(em, now, evidence=[{"text": LINE, "files": file}])
    assert queries.evidence("nq03", as_of=now.date()) == ()
