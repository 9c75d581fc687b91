"""PDF by LibreOffice: a clear sentence where it is not, an end in time where it hangs, pages where it is."""

import shutil
import time

import pytest
from tests.factories.composed import composed

from thuocdo.adapters.report_docx import report_docx
from thuocdo.adapters.report_pdf import report_pdf
from thuocdo.core.errors import Unavailable


@pytest.fixture
def only(tmp_path, monkeypatch):
    """Return a function that makes a script the only office program there is."""

    def stand_in(script):
        program = tmp_path / "soffice"
        program.write_text(script)
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")

    return stand_in


def test_without_libreoffice_a_sentence_says_so(tmp_path, monkeypatch):
    """Where no office program is found, the refusal names it and what to do."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Unavailable, match=r"LibreOffice is not installed.*\.docx"):
        report_pdf(b"")


def test_a_program_that_hangs_is_ended_with_all_it_started(only, tmp_path):
    """After its time the whole group of processes is gone, and the refusal says how long it took."""
    alive = tmp_path / "alive"
    only(f'#!/bin/sh\n(while :; do date > "{alive}"; sleep 0.05; done) &\nsleep 60\n')
    began = time.monotonic()
    with pytest.raises(Unavailable, match="1 seconds"):
        report_pdf(b"x", seconds=1)
    assert time.monotonic() - began < 20
    time.sleep(0.3)
    before = alive.stat().st_mtime_ns
    time.sleep(0.3)
    assert alive.stat().st_mtime_ns == before


def test_the_program_gets_no_secret_of_ours(only, tmp_path, monkeypatch):
    """The environment of the converter holds neither the database's address nor keys."""
    monkeypatch.setenv("DATABASE_URL", "postgres://bi-mat")
    only(f'#!/bin/sh\nenv > "{tmp_path}/seen"\n')
    with pytest.raises(Unavailable):
        report_pdf(b"x", seconds=20)
    assert "bi-mat" not in (tmp_path / "seen").read_text()


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_a_report_opens_in_libreoffice_and_has_pages():
    """LibreOffice reads the file and prints text and annexes as pages."""
    pdfium = pytest.importorskip("pypdfium2")
    document = pdfium.PdfDocument(report_pdf(report_docx(composed().report)))
    assert len(document) >= 6
    assert "BÁO CÁO" in document[0].get_textpage().get_text_range()
