"""Misprinted names lead to the name or to a remark, never in silence to another one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thuocdo.core.country import names
from thuocdo.core.text import fold
from thuocdo.documents.reading.agencies import Directory
from thuocdo.documents.reading.names import read_cell

DIRECTORY = Directory(names())
FORMS = sorted({form for name in names() for form in (name.name_vi, name.name_en, *name.variants)})
EXACT = {read_cell(form).words for form in FORMS}
LETTERS = "abcdeghiklmnopqrstuvxyăâđêôơưáàảãạéèíìóòộợúùý"
# Groups whose members are not named carry this remark whether misprinted or not.
ALWAYS = {"members_not_named", "name_variant"}


@st.composite
def slips(draw: st.DrawFn) -> tuple[str, str]:
    """Return a known form and the same with one letter dropped, added, replaced or changed over."""
    form = draw(st.sampled_from(FORMS))
    place = draw(st.integers(0, len(form) - 1))
    letter = draw(st.sampled_from(LETTERS))
    kinds = [
        form[:place] + form[place + 1 :],
        form[:place] + letter + form[place:],
        form[:place] + letter + form[place + 1 :],
        form[:place] + form[place + 1 : place + 2] + form[place] + form[place + 2 :],
    ]
    return form, draw(st.sampled_from(kinds))


@pytest.mark.parametrize("form", FORMS)
def test_known_name_is_itself(form):
    """Every known spelling is read as its own body, without a doubt about who is meant."""
    meant = {name.name_vi for name in names() if form in (name.name_vi, name.name_en, *name.variants)}
    found = DIRECTORY.read(form)
    assert {fold(name) for name in found.names} <= {fold(name) for name in meant}
    assert found.known
    assert {doubt.code for doubt in found.doubts} <= ALWAYS | {"aside"}


@given(slips())
@settings(max_examples=400, deadline=None)
def test_one_slip_is_never_another_name_in_silence(case):
    """A slip gives the same name, or a remark; a slip that is another known name cannot be told."""
    form, printed = case
    if read_cell(printed).words in EXACT or not printed.strip():
        return
    before, found = DIRECTORY.read(form), DIRECTORY.read(printed)
    doubts = {doubt.code for doubt in found.doubts} - ALWAYS
    assert found.names == before.names or doubts, (form, printed, found.names)


@given(st.text(alphabet="aăbcdđeêgiô ,;/&().-\nBSUTNK&123vàand", max_size=80))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read(text):
    """Whatever stands in a cell is read; an unknown piece is a piece of the cell, its lines put together."""
    found = DIRECTORY.read(text)
    known = {name.name_vi for name in names()}
    assert all(name in known or name in text.replace("\n", " ") for name in found.names)


@pytest.mark.parametrize(
    ("printed", "read", "likeness"),
    [
        ("Cáp bộ, ngành", "Các bộ, ngành", 93),
        ("Bộ Tài chánh", "Bộ Tài chính", 92),
        ("Bộ Khoa hc và Công nghệ", "Bộ Khoa học và Công nghệ", 96),
        ("Bộ Thông tin Truyền thông", "Bộ Thông tin và Truyền thông", 89),
        ("Ministy of Home Afairs", "Bộ Nội vụ", 92),
        ("Ủy ban nhân dân các xã, phưng", "Ủy ban nhân dân các xã, phường", 97),
    ],
)
def test_misprint_shows_its_likeness(printed, read, likeness):
    """A misprint is read as the one name so near, and the remark says how near."""
    found = DIRECTORY.read(printed)
    assert found.names == (read,)
    assert [(doubt.code, doubt.params["likeness"]) for doubt in found.doubts] == [
        ("name_typo", str(likeness))
    ]


@pytest.mark.parametrize(
    ("printed", "candidates"),
    [
        ("Cở Xây dựng", {"Bộ Xây dựng", "Sở Xây dựng"}),
        ("Bộ Ngoại vụ", {"Sở Ngoại vụ", "Bộ Nội vụ"}),
        ("Tỉnh Quảng Nigh", {"Tỉnh Quảng Ninh", "Tỉnh Quảng Bình"}),
    ],
)
def test_between_neighbours_nothing_is_chosen(printed, candidates):
    """Words between two names stay as printed, and the remark names both."""
    found = DIRECTORY.read(printed)
    assert found.names == (printed,)
    assert [doubt.code for doubt in found.doubts] == ["agency_candidates"]
    assert set(found.doubts[0].params["candidates"].split("; ")) == candidates


@pytest.mark.parametrize(
    "printed", ["Thanh tra Văn phòng", "Ministry of Fisheries", "Sở Thú y", "Bộ Hậu cần"]
)
def test_other_bodies_are_new(printed):
    """A body that is on no list is proposed as new, whatever it begins with."""
    found = DIRECTORY.read(printed)
    assert found.names == (printed,)
    assert [doubt.code for doubt in found.doubts] == ["unknown_agency"]
