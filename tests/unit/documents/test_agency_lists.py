"""Lists of bodies: separators, names that contain them, departments, acronyms, merged bodies."""

import csv
from datetime import date
from pathlib import Path

import pytest

import thuocdo.programme.registry as room
from thuocdo.core.country import names
from thuocdo.documents.files import read_bytes
from thuocdo.documents.reading.agencies import directory
from thuocdo.documents.reading.successions import merged_bodies

KNOWN = [
    ("Bộ NN&PTNT; Bộ KH và CN", ["Bộ Nông nghiệp và Phát triển nông thôn", "Bộ Khoa học và Công nghệ"]),
    ("Sở KH&CN/Sở TTTT", ["Sở Khoa học và Công nghệ", "Sở Thông tin và Truyền thông"]),
    ("CA tỉnh, UBND TP", ["Công an tỉnh", "Ủy ban nhân dân tỉnh"]),
    ("UBND các xã, phường; các sở, ban, ngành", ["Ủy ban nhân dân các xã, phường", "Các sở, ban, ngành"]),
    ("Sở VH,TT&DL và Sở Y tế", ["Sở Văn hóa, Thể thao và Du lịch", "Sở Y tế"]),
    ("Sở Tài chính tỉnh Lào Cai", ["Sở Tài chính tỉnh Lào Cai"]),
    ("Công an thành phố Đà Nẵng", ["Công an thành phố Đà Nẵng"]),
    ("BTTTT\nBCA\nNHNN", ["Bộ Thông tin và Truyền thông", "Bộ Công an", "Ngân hàng Nhà nước Việt Nam"]),
    ("MOST, MOF & MOHA", ["Bộ Khoa học và Công nghệ", "Bộ Tài chính", "Bộ Nội vụ"]),
    ("the Ministry of Health and the State Bank of Viet Nam", ["Bộ Y tế", "Ngân hàng Nhà nước Việt Nam"]),
    ("1. Bộ Y tế\n2. VPCP", ["Bộ Y tế", "Văn phòng Chính phủ"]),
    ("- TTCP;\n- TTXVN", ["Thanh tra Chính phủ", "TTXVN"]),
    ("Chủ trì: Bộ Y tế", ["Bộ Y tế"]),
    ("UBND các tỉnh, thành phố: Hà Nội, Đà Nẵng", ["Thành phố Hà Nội", "Thành phố Đà Nẵng"]),
    ("các Bộ: Công an, Kế hoạch và Đầu tư, Y tế", ["Bộ Công an", "Bộ Kế hoạch và Đầu tư", "Bộ Y tế"]),
    ("Bô Tai chinh, Văn phòng Chinh phủ", ["Bộ Tài chính", "Văn phòng Chính phủ"]),
    ("Bộ Ngoại giao, Ðài Truyền hình Việt Nam", ["Bộ Ngoại giao", "VTV"]),
    (
        "Viện HLKHCNVN, ĐHQG Hà Nội",
        ["Viện Hàn lâm Khoa học và Công nghệ Việt Nam", "Đại học Quốc gia Hà Nội"],
    ),
]
UNKNOWN = [
    ("Hội Làm vườn và Liên minh Nuôi ong", ["Hội Làm vườn", "Liên minh Nuôi ong"]),
    ("Cục Cây cảnh, Bộ Y tế", ["Cục Cây cảnh", "Bộ Y tế"]),
    ("Ministry of Bees, Honey and Wax; Garden Board", ["Ministry of Bees, Honey and Wax", "Garden Board"]),
    (
        "Ministry of Bees, Garden Authority and Wax Council",
        ["Ministry of Bees", "Garden Authority", "Wax Council"],
    ),
    ("Trung tâm Cây cảnh và số hóa, FAO/UNDP", ["Trung tâm Cây cảnh và số hóa", "FAO", "UNDP"]),
    ("State Board for Bees & Garden Treasury", ["State Board for Bees", "Garden Treasury"]),
    ("Office of Gardens, Bee and Honey Partnerships", ["Office of Gardens", "Bee and Honey Partnerships"]),
    ("most", ["most"]),
    ("cá tỉnh", ["cá tỉnh"]),
]
ABROAD = """| No. | Activity | Lead | Output | Deadline |
|--|--|--|--|--|
| 1 | Draw a map of gardens | Ministry of Health | Map | 2026 |
| 2 | Count the bees | Ministry of Finance and Garden Board | Report | 2026 |
"""


@pytest.mark.parametrize(("text", "expected"), KNOWN)
def test_known_list(text, expected):
    """Each body of the list is one canonical name, in its order; nothing is left over."""
    found = directory(names()).read(text)
    assert list(found.names) == expected
    assert found.known


@pytest.mark.parametrize(("text", "expected"), UNKNOWN)
def test_unknown_names_are_split_and_kept(text, expected):
    """Unknown bodies are parted where a new one begins, kept as printed, and remarked."""
    found = directory(names()).read(text)
    assert list(found.names) == expected
    assert "unknown_agency" in {doubt.code for doubt in found.doubts}


def test_departments_are_no_ministries():
    """A department of a province has a kind of its own."""
    kinds = {name.name_vi: name.kind for name in names()}
    assert kinds["Sở Xây dựng"] == "department"
    assert kinds["Bộ Xây dựng"] == "ministry"


def test_no_spelling_means_two_bodies():
    """No spelling belongs to two bodies, but for a province that kept its name."""
    owners: dict[str, set[str]] = {}
    for name in names():
        for form in (name.name_vi, *name.variants):
            owners.setdefault(form.casefold(), set()).add(name.name_vi)
    shared = {form: found for form, found in owners.items() if len(found) > 1}
    assert {name for found in shared.values() for name in found} <= {
        "Tỉnh Đồng Nai",
        "Thành phố Đồng Nai",
    } | {name.name_vi for name in names() if name.kind == "province"}


def test_successions_agree_with_the_register():
    """Who followed whom, and when, is the same here and in the register of agencies."""
    path = Path(room.__file__).parent / "data" / "vn" / "successions.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        rows = {row["predecessor"]: (row["successor"], row["on"]) for row in csv.DictReader(stream)}
    ours = {name.code: (name.successor, str(name.succeeded_on)) for name in names() if name.successor}
    assert ours == rows


@pytest.mark.parametrize(
    ("issued_on", "code"),
    [(date(2025, 1, 9), "agency_succeeded"), (date(2026, 1, 9), "agency_ended"), (None, "agency_succeeded")],
)
def test_merged_body_is_said_once(issued_on, code):
    """A body that was merged is named once for the document, with its successor and the day."""
    cells = [("Bộ Kế hoạch và Đầu tư", "Bộ Y tế"), ("Bộ Kế hoạch và Đầu tư",), ("Tỉnh Cao Bằng",)]
    notes = list(merged_bodies(cells, names(), issued_on))
    assert [note.code for note in notes] == [code]
    assert dict(notes[0].params) == {
        "name": "Bộ Kế hoạch và Đầu tư",
        "successor": "Bộ Tài chính",
        "day": "2025-03-01",
        "count": "2",
    }


def test_bodies_of_another_country_stay_as_printed():
    """In a document that says nothing of Việt Nam a Ministry of Health is not the Vietnamese one."""
    draft = read_bytes(ABROAD.encode(), filename="plan.md")
    assert [task.leads for task in draft.tasks] == [
        ("Ministry of Health",),
        ("Ministry of Finance", "Garden Board"),
    ]
    assert "agencies_abroad" in {note.code for note in draft.remarks}
    own = read_bytes(("Plan of Viet Nam\n\n" + ABROAD).encode(), filename="plan.md")
    assert own.tasks[0].leads == ("Bộ Y tế",)
