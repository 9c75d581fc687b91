"""Letterheads whose lines were too long for their side of the page."""

import pytest

from thuocdo.documents.blocks import Block
from thuocdo.documents.files import read_bytes
from thuocdo.documents.reading.brokenhead import mended_head


@pytest.mark.parametrize(
    "lines",
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT", "NAM"),
        ("CỘNG HÒA XÃ HỘI", "CHỦ NGHĨA VIỆT NAM"),
        ("Độc lập - Tự do -", "Hạnh phúc"),
        ("Huế, ngày 26 tháng 10 năm", "2025"),
        ("Huế, ngày 26 tháng 10", "năm 2025"),
        ("Huế, ngày 26", "tháng 10 năm 2025"),
        ("Selby, 14 October", "2025"),
    ],
)
def test_lines_of_one_sentence_are_joined(lines):
    """Motto and day are one line each, wherever they broke."""
    blocks = [Block(text, number) for number, text in enumerate(lines, start=1)]
    assert mended_head(blocks) == [Block(" ".join(lines), 1)]


@pytest.mark.parametrize(
    "lines",
    [
        ("CỤC QUẢN LÝ NƯỚC", "NAM ĐỊNH"),
        ("Kế hoạch năm", "2025"),
        ("Kết quả đến tháng 10", "Năm 2025 là năm thứ hai"),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
    ],
)
def test_other_lines_stay_apart(lines):
    """What only looks alike stays two lines."""
    blocks = [Block(text, number) for number, text in enumerate(lines, start=1)]
    assert mended_head(blocks) == blocks


def test_head_with_a_broken_motto_and_day_is_read():
    """Issuer and day are right though the right side of the letterhead stands on four lines."""
    draft = read_bytes(
        (
            "ỦY BAN NHÂN DÂN\nTỈNH AN GIANG\nSố: 31/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT\nNAM\n"
            "Độc lập - Tự do - Hạnh phúc\nAn Giang, ngày 04 tháng 5 năm\n2026\nKẾ HOẠCH\nGiữ gìn bờ kênh\n"
            "1. Giao Sở Xây dựng chủ trì sửa cống trước ngày 10/7/2026.\n"
        ).encode(),
        filename="ke-hoach.txt",
    )
    assert (draft.document.issuer, str(draft.document.issued_on)) == ("Tỉnh An Giang", "2026-05-04")


@pytest.mark.parametrize("name", ["Công an phường", "Ban Chỉ huy Quân sự phường", "Phòng Kinh tế phường"])
def test_offices_of_a_ward_are_not_those_of_a_commune(name):
    """What a ward's plan names stays the ward's."""
    draft = read_bytes(
        f"STT,Nhiệm vụ,Cơ quan chủ trì,Thời hạn\n1,Sửa cổng,{name},2026\n2,Quét vôi,{name},2027\n".encode(),
        filename="ke-hoach.csv",
    )
    assert [task.leads for task in draft.tasks] == [(name,), (name,)]
