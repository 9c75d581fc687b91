"""Cells that name bodies are split and canonicalised, nothing is invented."""

import pytest

from thuocdo.core.country import names
from thuocdo.documents.reading.agencies import directory

CELLS = [
    ("Bộ Công an", ["Bộ Công an"]),
    ("bộ công an", ["Bộ Công an"]),
    ("Bộ Công an, Bộ Y tế và Bộ Nội vụ", ["Bộ Công an", "Bộ Y tế", "Bộ Nội vụ"]),
    ("Văn phòng Chính phủ; Bộ Công an", ["Văn phòng Chính phủ", "Bộ Công an"]),
    ("Bộ Văn hóa, Thể thao và Du lịch", ["Bộ Văn hóa, Thể thao và Du lịch"]),
    ("Bộ Văn hoá, Thể thao và Du lịch, Bộ Y tế", ["Bộ Văn hóa, Thể thao và Du lịch", "Bộ Y tế"]),
    ("Bộ Lao động - Thương binh và Xã hội", ["Bộ Lao động - Thương binh và Xã hội"]),
    ("Bộ Khoa học, Công nghệ", ["Bộ Khoa học và Công nghệ"]),
    ("Bộ KH&CN, Bộ TT&TT", ["Bộ Khoa học và Công nghệ", "Bộ Thông tin và Truyền thông"]),
    ("các bộ, ngành và địa phương", ["Các bộ, ngành, địa phương"]),
    ("Bộ Tư pháp, các bộ, ngành", ["Bộ Tư pháp", "Các bộ, ngành"]),
    ("Các bộ, ngành có liên quan", ["Các bộ, ngành liên quan"]),
    ("Bộ Kế hoạch và Đầu tư và các địa phương", ["Bộ Kế hoạch và Đầu tư", "Các địa phương"]),
    (
        "Bộ Công an và các địa phương Bắc Ninh, An Giang",
        ["Bộ Công an", "Tỉnh Bắc Ninh", "Tỉnh An Giang"],
    ),
    ("UBND tỉnh Cà Mau", ["Tỉnh Cà Mau"]),
    ("TP. Hồ Chí Minh", ["Thành phố Hồ Chí Minh"]),
    ("Bộ Công an\nBộ Y tế", ["Bộ Công an", "Bộ Y tế"]),
    (
        "Ministry of Culture, Sports, and Tourism and localities",
        ["Bộ Văn hóa, Thể thao và Du lịch", "Các địa phương"],
    ),
]


@pytest.fixture(scope="module")
def bodies():
    """Return the directory of the country's names."""
    return directory(names())


@pytest.mark.parametrize(("text", "expected"), CELLS)
def test_cell(bodies, text, expected):
    """Each body or group is one canonical name, in the order of the cell."""
    found = bodies.read(text)
    assert list(found.names) == expected
    assert found.known


def test_unknown_name_stays_as_printed(bodies):
    """A name found nowhere stays as printed, with a doubt; its neighbours are still read."""
    found = bodies.read("Hội Làm vườn, Bộ Y tế", "leads")
    assert found.names == ("Hội Làm vườn", "Bộ Y tế")
    assert not found.known
    assert [(doubt.code, doubt.field) for doubt in found.doubts] == [("unknown_agency", "leads")]


def test_words_in_brackets_are_a_doubt(bodies):
    """What stands in brackets behind a name is no body, and says so."""
    found = bodies.read("Bộ Công an (Cục mẫu), Bộ Y tế")
    assert found.names == ("Bộ Công an", "Bộ Y tế")
    assert [(doubt.code, doubt.params["printed"]) for doubt in found.doubts] == [("aside", "(Cục mẫu)")]


def test_one_wrong_letter_is_a_doubt(bodies):
    """A name with one wrong letter is read as the only name so near, and says so."""
    found = bodies.read("Bộ Tài chánh")
    assert found.names == ("Bộ Tài chính",)
    assert found.doubts[0].code == "name_typo"


def test_two_wrong_letters_are_no_name(bodies):
    """Two wrong letters are not corrected."""
    assert bodies.read("Bộ Tàu chánh").names == ("Bộ Tàu chánh",)


def test_trailing_comma_is_a_doubt(bodies):
    """A comma at the end may be the trace of a lost name."""
    assert [doubt.code for doubt in bodies.read("Bộ Y tế,").doubts] == ["trailing_comma"]


def test_codes_of_the_names():
    """Ministries carry the code of their symbol, provinces their unit, groups their key."""
    codes = {name.name_vi: name.code for name in names()}
    assert codes["Bộ Khoa học và Công nghệ"] == "BKHCN"
    assert codes["Tỉnh Bắc Ninh"] == "VN63-27"
    assert codes["Các bộ, ngành, địa phương"] == "G_ALL"
    assert sum(name.kind == "province" for name in names()) == 63 + 35


def test_every_code_once():
    """No code names two rows of the list."""
    codes = [name.code for name in names()]
    assert len(codes) == len(set(codes))
