"""Valid files that were changed in the way their format is built give blocks or are refused, nothing else."""

import io
import re
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.factories.seeds import seeds

from thuocdo.documents.blocks import Block
from thuocdo.documents.errors import Unreadable
from thuocdo.documents.files import known_readers, read_bytes

_PDF_OBJECT = re.compile(rb"\d+ 0 obj\n.*?endobj\n", re.DOTALL)
_PDF_REFERENCE = re.compile(rb"\d+ 0 R")
_TAG = re.compile(rb"<[^<>]*>")
_FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
_places = st.floats(0, 1, allow_nan=False, exclude_max=True)
_DRAWN = [
    "0 0 m 9 9 l S",
    "1 0 0 1 9e9 -9e9 cm",
    "-3 0 0 -3 0 0 cm",
    "q",
    "Q",
    "100 100 400 0.5 re f",
    "100 100 0.5 400 re f",
    "60 640 500 -200 re S",
    "60 60 m 500 60 l 500 60 l h S",
    "BT /F1 9 Tf 1e9 Tz 90 600 Td (words) Tj ET",
    "BT /F1 9 Tf 0 1 -1 0 90 90 Tm (up) Tj ET",
    "BT /F1 0 Tf 90 500 Td (none) Tj ET",
    "BT /F1 -9 Tf 90 500 Td (mirrored) Tj ET",
]
_PACKED = [".docx", ".xlsx"]
_MARKED = {".html": None, ".docx": "word/document.xml", ".xlsx": "xl/worksheets/sheet1.xml"}


def holds(suffix, data):
    """Assert that the bytes give blocks or a refusal, and so does the whole reading."""
    blocks, refused = [], None
    try:
        blocks = list(known_readers()[suffix].read(data))
        read_bytes(data, filename=f"file{suffix}")
    except Unreadable as refusal:
        refused = refusal
    assert all(isinstance(block, Block) for block in blocks)
    assert blocks or (refused and refused.message)


def at(data, place):
    """Return the index of a place given as a share of the length."""
    return int(place * len(data))


def with_part(data, name, content):
    """Return the archive with one part replaced or added."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {known: archive.read(known) for known in archive.namelist()} | {name: content}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for known, words in parts.items():
            archive.writestr(known, words)
    return stream.getvalue()


def part(data, name):
    """Return a part of an archive, the bytes themselves without a name."""
    if name is None:
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


@pytest.mark.parametrize("suffix", seeds())
@_FEW
@given(st.lists(st.tuples(_places, st.binary(max_size=8), st.integers(0, 40)), min_size=1, max_size=6))
def test_bytes_replaced_and_cut_out(suffix, changes):
    """Bytes are replaced, inserted and left out anywhere."""
    data = seeds()[suffix]
    for place, new, left_out in changes:
        start = at(data, place)
        data = data[:start] + new + data[start + left_out :]
    holds(suffix, data)


@pytest.mark.parametrize("suffix", _PACKED)
@_FEW
@given(st.data())
def test_parts_of_archives_changed(suffix, data):
    """A part is emptied, doubled, cut off or given the content of another one."""
    whole = seeds()[suffix]
    names = zipfile.ZipFile(io.BytesIO(whole)).namelist()
    name, other = data.draw(st.sampled_from(names)), data.draw(st.sampled_from(names))
    content = part(whole, name)
    way = data.draw(st.sampled_from([b"", content * 2, content[: len(content) // 2], part(whole, other)]))
    holds(suffix, with_part(whole, name, way))


@pytest.mark.parametrize("suffix", _MARKED)
@_FEW
@given(
    st.lists(
        st.tuples(_places, st.sampled_from(["drop", "double", "nest", "swap", "attribute"]), _places),
        max_size=8,
    )
)
def test_elements_nested_doubled_and_left_out(suffix, changes):
    """Tags are left out, doubled, put into each other, swapped, and their figures made large."""
    whole, name = seeds()[suffix], _MARKED[suffix]
    words = part(whole, name)
    for place, way, elsewhere in changes:
        tags = list(_TAG.finditer(words))
        tag, other = tags[at(tags, place)], tags[at(tags, elsewhere)]
        new = {
            "drop": b"",
            "double": tag[0] * 2,
            "nest": tag[0] * 30,
            "swap": other[0],
            "attribute": re.sub(rb'"[^"]*"', b'"999999999"', tag[0]),
        }[way]
        words = words[: tag.start()] + new + words[tag.end() :]
    holds(suffix, words if name is None else with_part(whole, name, words))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(_places, st.sampled_from(["drop", "double", "swap"]), _places), max_size=4),
       st.lists(st.tuples(_places, st.integers(0, 9)), max_size=4))  # fmt: skip
def test_objects_of_pdf_changed(changes, references):
    """Objects are left out, doubled and swapped, and references point anywhere, also to themselves."""
    data = seeds()[".pdf"]
    for place, way, elsewhere in changes:
        objects = list(_PDF_OBJECT.finditer(data))
        if not objects:
            break
        found, other = objects[at(objects, place)], objects[at(objects, elsewhere)]
        new = {"drop": b"", "double": found[0] * 2, "swap": other[0]}[way]
        data = data[: found.start()] + new + data[found.end() :]
    for place, number in references:
        known = list(_PDF_REFERENCE.finditer(data))
        if not known:
            break
        found = known[at(known, place)]
        data = data[: found.start()] + b"%d 0 R" % number + data[found.end() :]
    holds(".pdf", data)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(_places, st.sampled_from(_DRAWN)), max_size=12))
def test_drawing_of_pdf_changed(changes):
    """Lines, turns and words are drawn anywhere on the page, sensible or not."""
    data = seeds()[".pdf"]
    start, end = data.index(b"stream\n") + 7, data.index(b"\nendstream")
    lines = data[start:end].split(b"\n")
    for place, words in changes:
        lines.insert(at(lines, place), words.encode())
    holds(".pdf", data[:start] + b"\n".join(lines) + data[end:])
