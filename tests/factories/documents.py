"""The sample programme of our own as Word, web page and Markdown, with the habits of real documents."""

import html
import io
import random
from dataclasses import asdict, dataclass
from pathlib import Path

import docx

from thuocdo.documents.errors import Unreadable
from thuocdo.documents.files import read_bytes

SAMPLE = Path(__file__).parents[1] / "documents" / "chuong-trinh-mau.txt"
INDICATOR_HEADS = ["TT", "Chỉ tiêu", "Đơn vị", "Kết quả", "Cơ quan chủ trì theo dõi"]
TASK_HEADS = ["TT", "Tên nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Kết quả", "Thời gian hoàn thành"]
ENGLISH_HEADS = ["No.", "Task description", "Lead agency", "Coordinating agencies", "Output", "Deadline"]
UPPER_HEADS = [
    "TT",
    "Tên nhiệm vụ",
    "Cơ quan thực hiện",
    "Cơ quan thực hiện",
    "Kết quả",
    "Thời gian hoàn thành",
]
LOWER_HEADS = ["TT", "Tên nhiệm vụ", "Chủ trì", "Phối hợp", "Kết quả", "Thời gian hoàn thành"]
INDICATORS = [
    ["I", "Đến năm 2030"],
    ["1", "Chất lượng vườn trường", "Thứ bậc", "Đạt mức khá", "Bộ Giáo dục và Đào tạo"],
    ["2", "Xếp hạng vườn trường", "Thứ bậc", "≤ 3 Đông Nam Á; ≤ 50 Thế giới", "Bộ Giáo dục và Đào tạo"],
    ["3", "Chỉ tiêu về cây", "", "", ""],
    ["3.1", "Tỷ lệ cây sống", "%", "90", "Bộ Nông nghiệp và phát triển nông thôn"],
    [
        "3.2",
        "Số cây của mỗi lớp,\ntính cả cây nhỏ",
        "Cây",
        "4",
        "Bộ Công an, Bộ Giáo dục và Đào tạo và các bộ, ngành",
    ],
    ["4", "Độ ẩm của đất", "Chỉ số", "> 0,7", "Ngân hàng Nhà nước"],
    ["5", "Ngân sách cho vườn", "% tổng chi", "≥ 3% và tăng dần", "Bộ Tài chính"],
    ["II", "Đến năm 2045"],
    ["6", "Số vườn mẫu", "Vườn", "20% - 50%", "Bộ Khoa học, Công nghệ"],
    ["7", "Số vườn mới", "Vườn", ">=09", "Bộ Y tế"],
]
TASKS = [
    ["I.", "Nhóm việc thứ nhất"],
    [
        "1.", "Trồng cây trong sân trường", "Bộ Văn hóa, Thể thao và Du lịch",
        "Ban Tuyên giáo Trung ương; các bộ, ngành, địa phương; VTV, TTXVN", "Kế hoạch", "6/2025",
    ],
    ["2.", "Viết hướng dẫn trồng cây", "Bộ Giáo dục và Đào tạo\nBộ Y tế", "", "Văn bản hướng dẫn", "03/2025"],
    [
        "3.", "Mở lớp học về cây", "Bộ Giáo dục và Đào tạo\nBộ Y tế", "Các bộ, ngành, địa phương", "Lớp học",
        "Quý II/2025",
    ],
    [
        "4.", "Sửa các quy định sau:\n- Quy định về hạt giống;\n- Quy định về nước tưới.",
        "Bộ Kế hoạch và Đầu tư,", "-", "Nghị định của Chính phủ;\nThông tư", "2025 - 2026",
    ],
    ["II.", "Nhóm việc thứ hai"],
    ["5.", "Theo dõi cây hằng tháng", "Bộ Công an", "Bộ Quốc phòng", "", ""],
    [
        "6.", "Chăm vườn của nhiều nơi [1]:\n(1) Vườn rau;\n(2) Vườn hoa.", "Bộ Công an, Bộ Tài chính", "",
        "", "Thường xuyên",
    ],
    [
        "6.1", "Chăm vườn rau", "Bộ Y tế và các địa phương Bắc Ninh, Bình Dương", "Hội Làm vườn", "Báo cáo",
        "Trước ngày 15/12/2025",
    ],
    [
        "7.", "Đếm vườn theo công văn số 12/ABC-X34/ABC-Y", "Cáp bộ, ngành liên quan",
        "Các bộ, ngành liên quan", "Bảng đếm", "2025 và những năm tiếp theo",
    ],
    ["8.", "Tổng kết", "Địa phương được lựa chọn", "", "Báo cáo tổng kết", "Hằng năm"],
]  # fmt: skip


@dataclass(frozen=True)
class Habits:
    """How the tables of a document are set."""

    merged_sections: bool = True
    two_level_head: bool = False
    repeated_head_after: int = 0
    split_after: int = 0
    english_heads: bool = False


PLAIN = Habits()


def sample(habits=PLAIN):
    """Return the sample as a list of paragraphs (str) and tables (lists of rows)."""
    text = SAMPLE.read_text(encoding="utf-8")
    start, tasks_at = text.index("TT\n\nChỉ tiêu"), text.index("TT\n\nTên nhiệm vụ")
    annex, after = text.index("PHỤ LỤC II\n"), text.index("[1] Theo bảng")
    tables = _task_tables(habits)
    return [
        *_paragraphs(text[:start]),
        _whole([INDICATOR_HEADS, *INDICATORS], habits),
        *_paragraphs(text[annex:tasks_at]),
        *(_whole(rows, habits) for rows in tables),
        *_paragraphs(text[after:]),
    ]


def as_docx(content):
    """Return Word's bytes."""
    document = docx.Document()
    for item in content:
        if isinstance(item, str):
            document.add_paragraph(item)
            continue
        table = document.add_table(len(item), len(item[0]))
        for row, across, down, place, text in _merged(item):
            cell = table.cell(row, place)
            if across > 1 or down > 1:
                cell = cell.merge(table.cell(row + down - 1, place + across - 1))
            first, *rest = text.split("\n")
            cell.paragraphs[0].add_run(first)
            for line in rest:
                cell.add_paragraph(line)
        document.add_page_break()
    return _saved(document)


def as_html(content):
    """Return a web page with the furniture of a portal around it."""
    parts = []
    for item in content:
        if isinstance(item, str):
            parts.append(f"<p>{html.escape(item) or '&nbsp;'}</p>")
            continue
        rows = {}
        for row, across, down, _place, text in _merged(item):
            words = "</p><p>".join(map(html.escape, text.split("\n"))) or "&nbsp;"
            rows.setdefault(row, []).append(f'<td colspan="{across}" rowspan="{down}"><p>{words}</p></td>')
        parts.append("<table>" + "\n".join(f"<tr>{''.join(rows[row])}</tr>" for row in rows) + "</table>")
    page = "\n".join(parts)
    return (
        "<!DOCTYPE html><html><head><meta charset='utf-8'><title>Trang</title><style>p{}</style></head>"
        "<body><nav><p>Trang chủ</p></nav><div><p>Đăng nhập</p></div><!-- lời chú -->"
        f"<div>{page}</div><script>var x;</script></body></html>"
    ).encode()


def as_markdown(content):
    """Return Markdown with pipe tables."""
    parts = []
    for item in content:
        if isinstance(item, str):
            parts.append(item or "&nbsp;")
            continue
        rows = [f"| {' | '.join(_pipes(cell) for cell in row)} |" for row in item]
        rows.insert(1, "|" + " --- |" * len(item[0]))
        parts.append("\n".join(rows))
    return "\n\n".join(parts).encode()


def _saved(document):
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _pipes(text):
    return text.replace("|", "\\|").replace("\n", "<br>")


def _paragraphs(text):
    return ["" if line == "\u00a0" else line.strip() for line in text.split("\n") if line]


def _task_tables(habits):
    heads = [TASK_HEADS]
    if habits.english_heads:
        heads = [ENGLISH_HEADS]
    if habits.two_level_head:
        heads = [UPPER_HEADS, LOWER_HEADS]
    rows = [*TASKS]
    if habits.repeated_head_after:
        rows[habits.repeated_head_after : habits.repeated_head_after] = heads
    if habits.split_after:
        return [[*heads, *rows[: habits.split_after]], rows[habits.split_after :]]
    return [[*heads, *rows]]


def _whole(rows, habits):
    """Give every row all its cells: a section's words go through the row or stand in one cell."""
    width = max(map(len, rows))
    fill = (lambda row: row[1]) if habits.merged_sections else (lambda _row: "")
    return [[*row, *[fill(row)] * (width - len(row))] for row in rows]


def _merged(rows):
    """Yield (row, columns, rows, place, text): equal neighbours in a row or in two heads are one cell."""
    heads = {tuple(UPPER_HEADS)}
    done = set()
    for number, row in enumerate(rows):
        upper = tuple(row) in heads
        for place, text in enumerate(row):
            if (number, place) in done:
                continue
            across = 1
            joins = (upper or row[0] in {"I", "II", "I.", "II."}) and text
            while joins and place + across < len(row) and row[place + across] == text:
                across += 1
            down = 2 if upper and rows[number + 1][place] == text else 1
            done |= {(number + below, place + right) for below in range(down) for right in range(across)}
            yield number, across, down, place, text


def same_words(draft):
    """Return what the same programme must say in every format: all but places, doubts and their weight."""
    left_out = {"source", "confidence", "status_check"}
    plain = [
        [{name: value for name, value in asdict(row).items() if name not in left_out} for row in rows]
        for rows in (draft.themes, draft.clauses, draft.indicators, draft.tasks)
    ]
    return [{**asdict(draft.document), "sha256": ""}, *plain]


def draft_or_refusal(data, filename):
    """Return the draft, or the sentence of the refusal."""
    try:
        return read_bytes(data, filename=filename)
    except Unreadable as refusal:
        return refusal.message


def changed(data, seed, changes):
    """Return the bytes with some of them dropped, doubled, replaced or cut off."""
    dice = random.Random(seed)  # noqa: S311  mutations, no secrets
    made = bytearray(data)
    for _change in range(changes):
        place = dice.randrange(len(made) + 1)
        match dice.randrange(5):
            case 0:
                del made[place : place + dice.randrange(40)]
            case 1:
                made[place:place] = made[place : place + dice.randrange(200)]
            case 2:
                made[place : place + 1] = dice.randbytes(1)
            case 3:
                made[place:place] = dice.choice(
                    [b"<", b">", b"</td>", b"<table>", b"<w:tbl>", b"|", b"\n", b"&#0;"]
                )
            case _:
                if not dice.randrange(8):
                    del made[place:]
    return bytes(made)
