"""Tables whose cells the format knows give the same rows as paragraphs do."""

from thuocdo.core.country import names
from thuocdo.documents.blocks import Block
from thuocdo.documents.reading.draft import read_document

HEAD = [
    "CHÍNH PHỦ",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Số: 901/NQ-CP",
    "Hà Nội, ngày 06 tháng 02 năm 2025",
]
COLUMNS = ["STT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Sản phẩm", "Thời hạn", "Ghi chú"]
ROWS = [
    COLUMNS,
    ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
    ["I", *["Nhóm việc thứ nhất"] * 6],
    ["1", "Trồng cây", "Bộ Y tế", "Các bộ, ngành", "Kế hoạch", "6/2025", ""],
    ["2", "Tưới cây", "-nt-", "", "Báo cáo", "Quý III/2025", "gấp"],
    ["a)", "Tưới buổi sáng", "Bộ Nội vụ", "-", "Báo cáo", "2025", ""],
    COLUMNS,
    ["b)", "Tưới buổi chiều", "Bộ Công an\nBộ Quốc phòng", "", "Báo cáo", "2025", ""],
    ["", "và buổi tối", "", "", "", "", ""],
    ["II.", "Nhóm việc thứ hai", "", "", "", "", ""],
    ["3.", "Hái quả", "Bộ Tài chính", "", "Quả", "Hằng năm", ""],
    ["", "Tổng cộng: 3 nhiệm vụ", "", "", "", "", ""],
]


def blocks(tables):
    """Return the blocks of a document with these tables."""
    made = [Block(text, line) for line, text in enumerate(HEAD, start=1)]
    for number, rows in enumerate(tables, start=1):
        for row, cells in enumerate(rows, start=1):
            made += [Block(text, 0, 1, number, row, col) for col, text in enumerate(cells, start=1)]
    return made


def test_rows_of_a_grid():
    """Sections, sub-rows, “-nt-”, repeated heads, column numbers, totals and page breaks are understood."""
    draft = read_document(blocks([ROWS]), names=names())
    assert [(theme.code, theme.title) for theme in draft.themes] == [
        ("I", "Nhóm việc thứ nhất"),
        ("II", "Nhóm việc thứ hai"),
    ]
    assert [(task.code, task.theme, task.leads, task.output) for task in draft.tasks] == [
        ("1", "I", ("Bộ Y tế",), "Kế hoạch"),
        ("2", "I", ("Bộ Y tế",), "Báo cáo"),
        ("2.a", "I", ("Bộ Nội vụ",), "Báo cáo"),
        ("2.b", "I", ("Bộ Công an", "Bộ Quốc phòng"), "Báo cáo"),
        ("3", "II", ("Bộ Tài chính",), "Quả"),
    ]
    assert draft.tasks[3].title == "Tưới buổi chiều và buổi tối"
    assert draft.tasks[0].source == {"page": 1, "table": 1, "row": 4}


def test_table_goes_on_after_a_page():
    """A table without a heading, as wide as the one before, goes on with it."""
    draft = read_document(
        blocks([ROWS[:4], [["2", "Tưới cây", "Bộ Y tế", "", "Báo cáo", "2026", ""]]]), names=names()
    )
    assert [task.code for task in draft.tasks] == ["1", "2"]


def test_horizon_in_the_head_of_the_column():
    """An indicator table gives the horizon that the target column's head names."""
    rows = [
        ["TT", "Chỉ tiêu", "Đơn vị tính", "Mục tiêu đến năm 2030", "Cơ quan theo dõi"],
        ["1", "Tỷ lệ cây sống", "%", "≥ 90", "Bộ Y tế"],
    ]
    (indicator,) = read_document(blocks([rows]), names=names()).indicators
    assert (indicator.horizon, indicator.targets[0].value, indicator.agencies) == (2030, "90", ("Bộ Y tế",))


def test_two_target_columns_are_two_entries():
    """A row with a target for 2030 and one for 2045 gives an entry for each."""
    rows = [
        ["TT", "Chỉ tiêu", "Đơn vị tính", "Năm 2030", "Năm 2045", "Cơ quan theo dõi"],
        ["1", "Tỷ lệ cây sống", "%", "≥ 90", "≥ 95", "Bộ Y tế"],
        ["2", "Số vườn", "Vườn", "-", "40 - 50", "Bộ Y tế"],
    ]
    found = read_document(blocks([rows]), names=names()).indicators
    assert [(item.code, item.horizon, item.targets[0].value) for item in found] == [
        ("1", 2030, "90"),
        ("1", 2045, "95"),
        ("2", 2045, "40"),
    ]


def test_a_whole_row_without_a_number_is_remarked():
    """A row that ends no other one is a task of its own, under the number above it, with a remark."""
    heads = "TT | Nhiệm vụ | Cơ quan chủ trì | Kết quả | Thời gian"
    full = "{} | Xây dựng cổng dữ liệu thứ {} | Bộ Công an | Kế hoạch | 6/2025"
    rows = [heads, full.format("1.", "nhất"), full.format("", "hai"), full.format("2.", "ba")]
    blocks = [
        Block(text.strip(), table=1, row=row, col=col)
        for row, line in enumerate(rows, 1)
        for col, text in enumerate(line.split("|"), 1)
    ]
    draft = read_document(blocks, names=names())
    assert [task.code for task in draft.tasks] == ["1", "1", "2"]
    assert [note.where for note in draft.remarks if note.code == "code_repeated"] == ["task 1"]
    assert draft.tasks[1].confidence < draft.tasks[0].confidence
