"""Which files are taken: by ending and first bytes, which have to agree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thuocdo.core.errors import Invalid
from thuocdo.cycles.filekinds import KINDS, LONGEST_NAME, clean_name, kind_of

PNG = b"\x89PNG\r\n\x1a\n" + b"x" * 20


@pytest.mark.parametrize(
    ("name", "data", "suffix"),
    [
        ("a.PDF", b"%PDF-1.7 ...", ".pdf"),
        ("ảnh chụp.png", PNG, ".png"),
        ("a.jpeg", b"\xff\xd8\xff\xe0", ".jpg"),
        ("a.docx", b"PK\x03\x04...", ".docx"),
        ("số liệu.csv", "tên;số\nĐồng Nai;5".encode(), ".csv"),
        ("a.txt", "Biên bản".encode("utf-16"), ".txt"),
        ("a.csv", b"\xef\xbb\xbfa,b", ".csv"),
    ],
)
def test_what_is_taken(name, data, suffix):
    """The kinds that offices use are taken, whatever the case of their ending."""
    assert kind_of(name, data) is KINDS[suffix]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.svg", b"<svg/>", "not taken"),
        ("a.html", b"<html>", "not taken"),
        ("a.docm", b"PK\x03\x04", "not taken"),
        ("a.exe", b"MZ", "not taken"),
        ("a", b"%PDF-1.7", "not taken"),
        ("a.pdf.exe", b"MZ", "not taken"),
        ("a.pdf", b"MZ\x90", "not what its ending says"),
        ("a.pdf", b"<html>%PDF-", "not what its ending says"),
        ("a.png", b"%PDF-1.7", "not what its ending says"),
        ("a.docx", b"\xd0\xcf\x11\xe0", "not what its ending says"),
        ("a.txt", b"\x7fELF\x02", "not what its ending says"),
        ("a.txt", b" \n<!DOCTYPE html><script>", "not what its ending says"),
        ("a.csv", b"<svg onload=x>", "not what its ending says"),
        ("a.txt", "\ufeff<html>".encode("utf-16"), "not what its ending says"),
        ("a.csv", b"a\x00b", "not what its ending says"),
        ("a.txt", b"\xff\xfe\xfa", "not what its ending says"),
        ("a.txt", b"", "empty"),
    ],
)
def test_what_is_refused_by_name(name, data, words):
    """Programs, pages, drawings with scripts and files in disguise are refused with the file's name."""
    with pytest.raises(Invalid, match=words) as refused:
        kind_of(name, data)
    assert name in refused.value.message


@pytest.mark.parametrize(
    ("given_name", "shown"),
    [
        ("C:\\Users\\an\\Quyết định.pdf", "Quyết định.pdf"),
        ("../../etc/passwd", "passwd"),
        ("a\x00b\u202efdp.exe", "abfdp.exe"),
        ("  .hidden.pdf ", "hidden.pdf"),
        ("", "file"),
        ("...", "file"),
        ("a<b>.pdf", "a_b_.pdf"),
        ("Quye\u0302\u0301t \u0111i\u0323nh.pdf", "Quyết định.pdf"),
    ],
)
def test_names_are_cleaned(given_name, shown):
    """Folders, hidden signs and signs that turn the reading direction do not survive."""
    assert clean_name(given_name) == shown


@given(st.text(max_size=400))
def test_any_name_becomes_a_plain_one(name):
    """Whatever somebody calls a file, its name is short, not empty and names no folder."""
    shown = clean_name(name)
    assert 0 < len(shown) <= LONGEST_NAME
    assert not set(shown) & set('/\\\x00\r\n"')
    assert clean_name(shown) == shown
