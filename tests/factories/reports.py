"""Small status reports of our own (illustrative): a letterhead and one table, as Word or workbook."""

import io
from collections.abc import Sequence

import docx
import openpyxl

HEADS = ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Sản phẩm", "Thời hạn", "Tình trạng", "Kết quả thực hiện")
LETTERHEAD = (
    "UBND TỈNH MẪU",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Số: 12/BC-UBND",
    "Tỉnh Mẫu, ngày 05 tháng 7 năm 2025",
    "BÁO CÁO",
    "Tình hình thực hiện sáu tháng đầu năm (số liệu minh họa)",
)
ROWS = (
    (
        "4", "Quy định trách nhiệm người đứng đầu", "Bộ Nội vụ", "Quyết định của Thủ tướng", "6/2025",
        "Hoàn thành", "Đã trình Thủ tướng tại Tờ trình 45/TTr-BNV ngày 1/6/2025",
    ),
    (
        "5", "Đề án chấm mức hoàn thành chuyển đổi số", "Bộ Nội vụ", "Đề án", "12/2025",
        "Đã hoàn thành", "Quyết định số 1234/QĐ-TTg ngày 12/6/2025",
    ),
    (
        "6", "Đưa khoa học, chuyển đổi số vào kế hoạch năm", "Các bộ, ngành, địa phương", "Kế hoạch",
        "Hằng năm", "Đang thực hiện", "Đang lấy ý kiến",
    ),
    (
        "77", "Sửa Nghị định 80/2020 về viện trợ", "Bộ Kế hoạch và Đầu tư", "Nghị định", "2025",
        "Đạt", "Nghị định số 99/2025/NĐ-CP ngày 20/5/2025",
    ),
    ("9", "Trồng hoa trước trụ sở", "Hội Làm vườn", "Vườn hoa", "2025", "Hoàn thành", "Đã trồng xong"),
)  # fmt: skip


def word_report(rows: Sequence[Sequence[str]] = ROWS) -> bytes:
    """Return the report as a Word document."""
    document = docx.Document()
    for line in LETTERHEAD:
        document.add_paragraph(line)
    table = document.add_table(len(rows) + 1, len(HEADS))
    for place, cells in enumerate((HEADS, *rows)):
        for cell, text in zip(table.rows[place].cells, cells, strict=True):
            cell.text = text
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def workbook_report(rows: Sequence[Sequence[str]] = ROWS) -> bytes:
    """Return the report as a workbook."""
    book = openpyxl.Workbook()
    sheet = book.active
    for line in LETTERHEAD:
        sheet.append([line])
    for cells in (HEADS, *rows):
        sheet.append(list(cells))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
