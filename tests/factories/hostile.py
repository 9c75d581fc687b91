"""Files that no reader may open: made small, named by what is wrong with them."""

import io
import random
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import cache

from tests.factories.documents import SAMPLE, as_html
from tests.factories.printing import assembled, written
from tests.factories.seeds import seeds
from tests.factories.sheets import part_of, zipped

Hostile = dict[str, Callable[[], bytes]]
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BILLION_LAUGHS = f'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY l0 "ha">{_LAUGHS}]>'
_LEGACY = {
    "TCVN3": "NghÞ quyÕt cña ChÝnh phñ vµ c¸c bé ®Ó thùc hiÖn nh÷ng nhiÖm vô",
    "VNI": "Nghò quyeát cuûa Chính phuû vaø caùc boä ñöôïc giao nhöõng nhieäm vuï",
    "windows-1258": "Nghiò quyêìt cuÒa Chiình phuÒ vaÌ caìc bôò ðýõòc giao nhýÞng nhiêòm vuò",
}
PARTS = {".docx": "word/document.xml", ".xlsx": "xl/worksheets/sheet1.xml"}
SUFFIXES = (".txt", ".md", ".csv", ".html", ".docx", ".xlsx", ".ods", ".pdf")


def of_every_format(suffix: str) -> Hostile:
    """Return what is wrong in every format."""
    return {
        "empty": lambda: b"",
        "random": lambda: random.Random(1).randbytes(50_000),  # noqa: S311  no secrets
        "zeros": lambda: bytes(200_000),
        "utf16": lambda: SAMPLE.read_text(encoding="utf-8").encode("utf-16"),
        "binary_behind_head": lambda: seeds().get(suffix, b"PK")[:40] + bytes(range(256)) * 40,
    }


def of_text() -> Hostile:
    """Return what is wrong in formats that are plain text."""
    made: Hostile = {
        name: lambda words=words: (words + "\n").encode("latin-1") * 40 for name, words in _LEGACY.items()
    }
    made |= {
        f"{name}_as_utf8": lambda words=words: (words + "\n").encode() * 40 for name, words in _LEGACY.items()
    }
    return made | {
        "million_rows": lambda: b"1. a|b;c,d\n" * 1_700_000,
        "long_line": lambda: b"a" * 19_000_000,
        "too_large": lambda: b"a b " * 6_000_000,
    }


def of_pages() -> Hostile:
    """Return what is wrong in web pages."""
    return {
        "divs": lambda: b"<div>" * 100_000 + b"TT" + b"</div>" * 100_000,
        "tables": lambda: b"<table><tr><td>" * 20_000,
        "spans": lambda: (
            b"<table>" + b"<tr><td colspan=9999 rowspan=65534>a</td></tr>" * 50_000 + b"</table>"
        ),
        "attributes": lambda: b"<p " + b"".join(b"a%d=1 " % n for n in range(800_000)) + b">x</p>",
        "laughs": lambda: BILLION_LAUGHS.encode() + b"<p>&l9;</p>",
        "unknown_charset": lambda: b"<meta charset=x-no-such>" + as_html(["Đoạn"])[:200] + b"\xff",
    }


def of_archives(suffix: str) -> Hostile:
    """Return what is wrong in archives of office formats."""
    part = PARTS[suffix]
    return {
        "truncated": lambda: seeds()[suffix][: len(seeds()[suffix]) // 2],
        "bomb": lambda: _with(suffix, {part: b"<a>" + b" " * 300_000_000 + b"</a>"}),
        "bombs": lambda: _with(suffix, {f"x{n}.xml": _slow_zip(n) for n in range(30)}),
        "laughs": lambda: _with(suffix, {part: BILLION_LAUGHS + "<a>&l9;</a>"}),
        "traversal": lambda: _with(suffix, {"../../../tmp/evil.xml": "<a/>"}),
        "absolute": lambda: _with(suffix, {"/etc/evil": "a"}),
        "deep": lambda: _with(suffix, {part: "<a>" * 200_000 + "</a>" * 200_000}),
        "many_parts": lambda: _with(suffix, {f"{n}.xml": "" for n in range(3_000)}),
        "other_kind": lambda: seeds()[".xlsx" if suffix == ".docx" else ".docx"],
        "ole": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5_000),
        "password": lambda: (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") + bytes(5_000)
        ),
    }


def of_word() -> Hostile:
    """Return what is wrong in Word documents only."""
    return {
        "nested_tables": lambda: _body("<w:tbl><w:tr><w:tc>" * 240 + "</w:tc></w:tr></w:tbl>" * 240),
        "spans": lambda: _body(
            "<w:tbl>"
            + '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr></w:tc></w:tr>' * 90_000
            + "</w:tbl>"
        ),
    }


def of_workbooks() -> Hostile:
    """Return what is wrong in workbooks only."""
    row = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    return {"far_cell": lambda: _sheet(row), "rows": lambda: _sheet("<row><c><v>1</v></c></row>" * 1_200_000)}


def of_pdf() -> Hostile:
    """Return what is wrong in PDF documents."""
    text = "BT /F1 9 Tf 90 700 Td (The programme of the government) Tj ET"
    plain = seeds()[".pdf"]
    bomb = b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream"
    squeezed = zlib.compress(zlib.compress(b"0 0 m 9 9 l S " * 30_000_000, 9), 9)
    return {
        "truncated": lambda: plain[:300],
        "no_xref": lambda: plain[: plain.index(b"1 0 obj")],
        "broken_xref": lambda: plain.replace(b"/Root 1 0 R", b"/Root 99 0 R").replace(
            b"/Catalog", b"/Nothing"
        ),
        "encrypted": lambda: written(text, trailer=_LOCK),
        "pictures": lambda: written("q 500 0 0 700 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q"),
        "without_text": lambda: written(""),
        "legacy_font": lambda: written("BT /F1 9 Tf 90 700 Td (NghÞ quyÕt) Tj ET", font="/BaseFont/.VnTime"),
        "full_page": lambda: written("0 0 m 9 9 l S " * 400_000),
        "self_reference": lambda: _pages(b"<</Type/Pages/Kids[2 0 R 2 0 R 2 0 R]/Count 999999999>>"),
        "many_pages": lambda: _pages(b"<</Type/Pages/Kids[%s]/Count 5000>>" % (b"3 0 R " * 5_000)),
        "bomb": lambda: _stream(
            bomb.replace(b"/FlateDecode", b"[/FlateDecode/FlateDecode]") % (len(squeezed), squeezed)
        ),
        "form_in_itself": lambda: written("/I Do", more="/XObject<</I 4 0 R>>"),
        "secret": lambda: written(f"BT /F1 9 Tf 90 780 Td (TOP SECRET) Tj ET {text}"),
        "deep_arrays": lambda: plain.replace(b"/MediaBox[0 0 595 842]", b"/MediaBox" + b"[" * 100_000),
    }


def cases() -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield file name and how to make the file."""
    for suffix in SUFFIXES:
        made = of_every_format(suffix)
        if suffix in {".txt", ".md", ".csv"}:
            made |= of_text()
        elif suffix == ".html":
            made |= {name: made_ for name, made_ in of_text().items() if name != "million_rows"} | of_pages()
        elif suffix in PARTS:
            made |= of_archives(suffix) | (of_word() if suffix == ".docx" else of_workbooks())
        elif suffix == ".pdf":
            made |= of_pdf()
        for name, make in made.items():
            yield f"{name}{suffix}", make


_LOCK = (
    f"/ID[<{'00' * 16}><{'00' * 16}>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{'11' * 32}>/U<{'22' * 32}>>>"
)


@cache
def _slow_zip(number: int) -> bytes:
    """Return words that pack to a tenth of their size: harmless alone, too much together."""
    dice = random.Random(number)  # noqa: S311  no secrets
    return b"".join(dice.randbytes(20_000) * 10 for _part in range(20))


def _with(suffix: str, parts: dict[str, str | bytes]) -> bytes:
    data = seeds()[suffix]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        known: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    return zipped(known | parts)


def _body(words: str) -> bytes:
    main = PARTS[".docx"]
    text = part_of(seeds()[".docx"], main)
    start, end = text.index("<w:body>") + len("<w:body>"), text.index("</w:body>")
    return _with(".docx", {main: text[:start] + words + text[end:]})


def _sheet(rows: str) -> bytes:
    main = PARTS[".xlsx"]
    text = part_of(seeds()[".xlsx"], main)
    start, end = text.index("<sheetData>") + len("<sheetData>"), text.index("</sheetData>")
    return _with(".xlsx", {main: text[:start] + rows + text[end:]})


def _pages(tree: bytes) -> bytes:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
    return assembled([b"<</Type/Catalog/Pages 2 0 R>>", tree, page])


def _stream(stream: bytes) -> bytes:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>"
    tree = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    return assembled([b"<</Type/Catalog/Pages 2 0 R>>", tree, page, stream])
