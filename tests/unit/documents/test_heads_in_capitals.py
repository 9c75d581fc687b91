"""Titles and issuers of heads in capitals, in annexes and in lines that run together; our own words."""

import pytest

from thuocdo.documents.files import read_bytes

TABLE = [
    "| TT | Nhiệm vụ | Chủ trì | Thời hạn |",
    "|---|---|---|---|",
    "| 1 | Sửa bến đò Cồn Én | Phòng Kinh tế | 30/6/2027 |",
    "| 2 | Trồng bần ven sông | Phòng Kinh tế | 30/9/2027 |",
]


def head(*paragraphs):
    """Return the head of a document in Markdown with these paragraphs above a table."""
    text = "\n\n".join([*paragraphs, "\n".join(TABLE)])
    return read_bytes(text.encode(), filename="ke-hoach.md").document


@pytest.mark.parametrize(
    "below", ["ỦY BAN NHÂN DÂN TỈNH VĨNH LONG", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH", "GIÁM ĐỐC SỞ NỘI VỤ"]
)
def test_a_title_in_capitals_ends_above_who_signs(below):
    """Where a portal sets the title in capitals, the body or the office below it is no part of it."""
    title = "VỀ VIỆC PHÊ DUYỆT KẾ HOẠCH GIỮ BẾN ĐÒ"
    found = head(
        "ỦY BAN NHÂN DÂN",
        "TỈNH VĨNH LONG",
        "Số: 8/QĐ-UBND",
        "QUYẾT ĐỊNH",
        title,
        below,
        "Căn cứ Luật Đê điều;",
    )
    assert found.title == title


def test_a_title_in_capitals_goes_on_in_capitals():
    """Two lines of capitals are one title."""
    found = head("SỞ NỘI VỤ", "Số: 8/KH-SNV", "KẾ HOẠCH", "GIỮ BẾN ĐÒ", "TRÊN SÔNG CỔ CHIÊN NĂM 2027")
    assert found.title == "GIỮ BẾN ĐÒ\nTRÊN SÔNG CỔ CHIÊN NĂM 2027"


@pytest.mark.parametrize("kind", ["CHƯƠNG TRÌNH CÔNG TÁC", "KẾ HOẠCH HÀNH ĐỘNG", "KẾ HOẠCH HOẠT ĐỘNG"])
def test_what_a_document_is_may_take_several_words(kind):
    """Words that say only what the document is stand above its title."""
    found = head("SỞ NỘI VỤ", "Số: 8/KH-SNV", kind, "Giữ bến đò năm 2027")
    assert found.title == "Giữ bến đò năm 2027"


def test_an_annex_alone_is_named_by_the_capitals_below_its_number():
    """A sheet that holds only an annex has its title, and the issuer of the plan that it came with."""
    found = head(
        "PHỤ LỤC 2", "CHỈ TIÊU GIỮ BẾN ĐÒ", "(Kèm theo Kế hoạch số 8/KH-UBND ngày 5/3/2027 của Sở Nội vụ)"
    )
    assert found.title == "CHỈ TIÊU GIỮ BẾN ĐÒ"
    assert found.issuer == "Sở Nội vụ"


def test_the_national_heading_is_no_part_of_the_issuer():
    """Both sides of a letterhead may stand on one line."""
    found = head("SỞ NỘI VỤ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 8/KH-SNV", "KẾ HOẠCH", "Giữ bến đò")
    assert found.issuer == "Sở Nội vụ"


def test_emphasised_lines_stand_below_each_other():
    """Lines that are emphasised as a whole are a paragraph each, as in a letterhead."""
    found = head(
        "**ỦY BAN NHÂN DÂN TỈNH VĨNH LONG**\n**SỞ NỘI VỤ**", "Số: 8/KH-SNV", "# KẾ HOẠCH", "Giữ bến đò"
    )
    assert found.issuer == "Sở Nội vụ tỉnh Vĩnh Long"


@pytest.mark.parametrize("label", ["Agency", "Department", "Issued by"])
def test_a_label_names_the_issuer_in_any_language(label):
    """What stands behind a label is the body, whatever words its name has."""
    found = head("# River Plan 2027–2028", f"**{label}:** Te Whare Wai o te Awa", "Date: 3 March 2027")
    assert found.issuer == "Te Whare Wai o te Awa"
