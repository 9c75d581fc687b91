"""Names that go on: on the next line of a cell, behind “và”, within a group; rhythms of several stretches."""

import pytest

from thuocdo.core.country import names
from thuocdo.documents.reading.agencies import directory
from thuocdo.documents.reading.deadlines import read_deadline


@pytest.mark.parametrize(
    ("cell", "bodies"),
    [
        ("Cục Bảo tồn và Phát\ntriển rừng ngập mặn", ["Cục Bảo tồn và Phát triển rừng ngập mặn"]),
        ("Sở Y tế\nngười dân trong vùng", ["Sở Y tế", "người dân trong vùng"]),
        ("Đội Quản lý chợ tỉnh\nCao Bằng", ["Đội Quản lý chợ tỉnh Cao Bằng"]),
        ("Công an tỉnh\nSở Y tế", ["Công an tỉnh", "Sở Y tế"]),
        ("Sở Y tế\ncác doanh nghiệp vận tải", ["Sở Y tế", "các doanh nghiệp vận tải"]),
    ],
)
def test_a_line_in_the_middle_of_a_name_goes_on(cell, bodies):
    """Small letters that begin no body, and a province behind “tỉnh”, belong to the line above."""
    assert [name.casefold() for name in directory(names()).read(cell).names] == [
        body.casefold() for body in bodies
    ]


@pytest.mark.parametrize(
    ("cell", "bodies"),
    [
        ("Phòng Kinh tế và Xây dựng", ["Phòng Kinh tế và Xây dựng"]),
        ("Sở Tài chính và Sở Y tế", ["Sở Tài chính", "Sở Y tế"]),
        ("Sở Tài chính và Hội Làm vườn", ["Sở Tài chính", "Hội Làm vườn"]),
        ("Các Vụ, Cục thuộc Bộ", ["Các Vụ, Cục thuộc Bộ"]),
        ("Các Phòng, Ban chuyên môn, Công an xã", ["Các Phòng, Ban chuyên môn", "Công an xã"]),
        ("Các Vụ, Cục Thuế", ["Các Vụ", "Cục Thuế"]),
    ],
)
def test_fields_and_kinds_stay_within_a_name(cell, bodies):
    """A field of work behind “và” and kinds of bodies without a name are part of one name."""
    assert list(directory(names()).read(cell).names) == bodies


def test_the_merged_press_of_a_province_is_a_body_of_its_own():
    """The newspaper with radio and television is not the station that it was merged with."""
    read = directory(names()).read
    assert read("Báo và Đài Phát thanh, truyền hình tỉnh").names == ("Báo và phát thanh, truyền hình tỉnh",)
    assert read("Đài PT&TH tỉnh").names == ("Đài Phát thanh và Truyền hình tỉnh",)


@pytest.mark.parametrize(
    ("text", "every"),
    [
        ("6 tháng, năm", "half_year"),
        ("Báo cáo quý, 6 tháng và năm", "quarter"),
        ("Tháng, quý, năm", "month"),
        ("Semestral", "half_year"),
        ("Each semester", "half_year"),
    ],
)
def test_several_stretches_recur_with_the_shortest(text, every):
    """What is due after each of several stretches recurs as often as the shortest of them."""
    found, doubts = read_deadline(text)
    assert (found.kind, found.every, doubts) == ("ongoing", every, ())


@pytest.mark.parametrize("text", ["SY 2026-2027", "School year 2026/27", "Năm học 2026-2027", "Budget 2027"])
def test_a_school_year_or_a_budget_names_no_day(text):
    """Who sets it knows when it ends: no day is taken, and a remark says so."""
    found, doubts = read_deadline(text)
    assert (found.kind, found.due) == ("none", None)
    assert [doubt.code for doubt in doubts] == ["deadline_no_day"]
