"""Tables of any layout: columns in any order, rows of headings, merged cells, sections of all kinds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thuocdo.core.country import names
from thuocdo.documents.blocks import Block
from thuocdo.documents.reading.columns import assign, heads_columns
from thuocdo.documents.reading.draft import read_document
from thuocdo.documents.reading.headings import senses

TEXT = [
    "CHÍNH PHỦ",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Số: 902/NQ-CP",
    "Hà Nội, ngày 06 tháng 02 năm 2025",
]


def read(*tables, above=()):
    """Return the draft of a document with these tables; a cell is text, or text and its merged number."""
    blocks = [Block(text, line) for line, text in enumerate(TEXT, start=1)]
    for number, rows in enumerate(tables, start=1):
        if above:
            blocks.append(Block(above[number - 1], 100 + number))
        for row, cells in enumerate(rows, start=1):
            for col, cell in enumerate(cells, start=1):
                text, merged = cell if isinstance(cell, tuple) else (cell, 0)
                blocks.append(Block(text, 0, 0, number, row, col, merged))
    return read_document(blocks, names=names())


def codes(draft):
    """Return the codes of the remarks."""
    return {note.code for note in draft.remarks}


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ("S\nTT", "number"),
        ("Sl. No.", "number"),
        ("Nhiệm vụ trọng tâm", "title"),
        ("Actions to reach the objective", "title"),
        ("Nhóm nhiệm vụ", "theme"),
        ("Strategic objective", "theme"),
        ("Đơn vị chủ trì tham mưu", "leads"),
        ("Who leads", "leads"),
        ("Chủ trì, phối hợp", "leads"),
        ("Các đơn vị phối hợp thực hiện", "coordinators"),
        ("Co-operating bodies", "coordinators"),
        ("Sản phẩm dự kiến hoàn thành", "output"),
        ("Means of verification", "output"),
        ("Thời gian trình", "deadline"),
        ("Target completion date", "deadline"),
        ("Nhiệm vụ theo văn bản cấp trên", "serves"),
        ("Related goal of the national plan", "serves"),
        ("Ước thực hiện 2024", "baseline"),
        ("Mục tiêu đến năm 2030", "target"),
        ("2030", "target"),
        ("ĐVT", "unit"),
        ("Nguồn kinh phí", "other"),
        ("Ghi chú", "note"),
    ],
)
def test_words_of_a_heading(head, role):
    """The words of a heading say what the column holds, in either language and any order of words."""
    assert senses(head)[0].roles[0] == role


def test_a_row_of_the_table_is_no_heading():
    """Words of tasks, numbers and times head no columns."""
    assert not heads_columns(["1", "Xây dựng kế hoạch", "Bộ Y tế", "Báo cáo", "6/2025"])
    assert heads_columns(["Thời hạn", "Nhiệm vụ", "Chủ trì"])


def test_columns_in_any_order_with_others_between():
    """Time, budget, lead and task may stand in any order; what is not ours is left out."""
    draft = read(
        [
            ["Thời hạn", "Kinh phí", "Cơ quan chủ trì", "Mã số", "Nhiệm vụ"],
            ["6/2026", "500", "Bộ Y tế", "NV-01", "Trồng cây"],
            ["2027", "", "Bộ Công an", "NV-02", "Tưới cây"],
        ]
    )
    assert [(task.code, task.title, task.leads) for task in draft.tasks] == [
        ("NV-01", "Trồng cây", ("Bộ Y tế",)),
        ("NV-02", "Tưới cây", ("Bộ Công an",)),
    ]
    assert draft.tasks[0].deadline.due.isoformat() == "2026-06-30"


def test_rows_without_a_number_column_are_counted():
    """Without a column of numbers the rows are numbered in order, each with a remark."""
    draft = read(
        [["Action", "Lead", "Timeline"], ["Plant", "Bộ Y tế", "Q3 2026"], ["Water", "Bộ Y tế", "2027"]]
    )
    assert [task.code for task in draft.tasks] == ["1", "2"]
    assert [note.where for note in draft.remarks if note.code == "code_inferred"] == ["task 1", "task 2"]


def test_numbers_in_front_of_titles_are_codes():
    """Where the numbers stand in the cells of the titles they become the codes."""
    draft = read(
        [["Action", "Lead", "Timeline"], ["1.1 Plant", "Bộ Y tế", "2026"], ["1.2 Water", "Bộ Y tế", "2027"]]
    )
    assert [(task.code, task.title) for task in draft.tasks] == [("1.1", "Plant"), ("1.2", "Water")]
    assert "code_inferred" not in codes(draft)


@pytest.mark.parametrize(
    ("cells", "role"),
    [(["6/2026", "2027"], "deadline"), (["Đang thực hiện", "Chưa đến hạn"], "status")],
)
def test_cells_decide_what_an_ambiguous_heading_means(cells, role):
    """“Tiến độ” is the time in a plan and the progress in a report."""
    heads = [("TT",), ("Nhiệm vụ",), ("Chủ trì",), ("Tiến độ",)]
    columns = assign(heads, [["1", "2"], ["Trồng", "Tưới"], ["Bộ Y tế", "Bộ Y tế"], cells])
    assert columns.roles[3] == role


def test_an_unknown_heading_over_times_is_said():
    """A column that only its cells explain is read, and a remark names its heading."""
    draft = read([["TT", "Nhiệm vụ", "Chủ trì", "Xong chưa"], ["1", "Trồng", "Bộ Y tế", "6/2026"]])
    assert draft.tasks[0].deadline_text == "6/2026"
    assert "column_by_cells" in codes(draft)


def test_years_below_one_heading_are_horizons_and_a_baseline_is_none():
    """An indicator with columns by year is an entry for each; the value of a past year is no target."""
    draft = read(
        [
            ["TT", "Chỉ tiêu", "ĐVT", "Hiện trạng 2024", ("Mục tiêu", 1), ("Mục tiêu", 1)],
            ["TT", "Chỉ tiêu", "ĐVT", "Hiện trạng 2024", "2026", "2030"],
            ["1", "Số cây", "Cây", "10", "≥ 20", "≥ 40"],
        ]
    )
    assert [(item.horizon, item.targets[0].value) for item in draft.indicators] == [
        (2026, "20"),
        (2030, "40"),
    ]


def test_heading_of_three_rows():
    """The lowest words name the column, those above complete them."""
    draft = read(
        [
            ["TT", "Nội dung", "Tổ chức thực hiện", "Tổ chức thực hiện", "Tổ chức thực hiện"],
            ["TT", "Nội dung", "Trách nhiệm", "Trách nhiệm", "Kết quả"],
            ["TT", "Nội dung", "Chủ trì", "Phối hợp", "Thời hạn"],
            ["1", "Trồng cây", "Bộ Y tế", "Bộ Công an", "2026"],
        ]
    )
    (task,) = draft.tasks
    assert (task.leads, task.coordinators, task.deadline_text) == (("Bộ Y tế",), ("Bộ Công an",), "2026")


@pytest.mark.parametrize(
    ("row", "code", "title"),
    [
        ([("B. Nhóm hai", 1)] * 4, "B", "Nhóm hai"),
        ([("Theme 2: Trees", 1)] * 4, "Theme 2", "Trees"),
        (["II", "Nhóm hai", "", ""], "II", "Nhóm hai"),
        (["Goal 2", "Trees", "", ""], "Goal 2", "Trees"),
    ],
)
def test_sections_of_all_kinds(row, code, title):
    """A merged row, a letter, a Roman numeral or a counted word heads the rows below it."""
    head = ["TT", "Nhiệm vụ", "Chủ trì", "Thời hạn"]
    draft = read([head, row, ["1", "Trồng cây", "Bộ Y tế", "2026"]])
    assert [(theme.code, theme.title) for theme in draft.themes] == [(code, title)]
    assert draft.tasks[0].theme == code


def test_theme_column_heads_its_rows():
    """A theme that stands in a merged cell beside its rows is their theme."""
    head = ["TT", "Lĩnh vực", "Nhiệm vụ", "Chủ trì", "Thời hạn"]
    rows = [["1", ("Vườn", 1), "Trồng", "Bộ Y tế", "2026"], ["2", ("Vườn", 1), "Tưới", "Bộ Y tế", "2026"]]
    draft = read([head, *rows, ["3", "Ao", "Đào", "Bộ Y tế", "2026"]])
    assert [theme.title for theme in draft.themes] == ["Vườn", "Ao"]
    assert [task.theme for task in draft.tasks] == ["1", "1", "2"]


def test_titles_above_tables_are_sections():
    """A table for each section, below its title, with one heading: the titles are the themes."""
    head = ["TT", "Nhiệm vụ", "Chủ trì", "Thời hạn"]
    draft = read(
        [head, ["1", "Trồng", "Bộ Y tế", "2026"]],
        [head, ["2", "Tưới", "Bộ Y tế", "2026"]],
        above=["I. Vườn", "II. Ao"],
    )
    assert [(task.code, task.theme) for task in draft.tasks] == [("1", "I"), ("2", "II")]


def test_one_number_over_two_tasks():
    """Two tasks in rows that share a merged number keep it, and a remark asks for numbers of their own."""
    head = ["TT", "Nhiệm vụ", "Chủ trì", "Thời hạn"]
    draft = read([head, [("5", 1), "Trồng", "Bộ Y tế", "2026"], [("5", 1), "Tưới", "Bộ Y tế", "2027"]])
    assert [(task.code, task.title) for task in draft.tasks] == [("5", "Trồng"), ("5", "Tưới")]
    assert "code_repeated" in codes(draft)


def test_one_task_over_two_rows():
    """Rows that share a merged title are one task with what both rows hold."""
    head = ["TT", "Nhiệm vụ", "Chủ trì", "Sản phẩm", "Thời hạn"]
    shared = [("1", 1), ("Trồng", 2), ("Bộ Y tế", 3)]
    draft = read([head, [*shared, "Kế hoạch", ("2026", 4)], [*shared, "Báo cáo", ("2026", 4)]])
    (task,) = draft.tasks
    assert (task.output, task.deadline_text) == ("Kế hoạch\nBáo cáo", "2026")


def test_wide_merged_cell_fills_one_column_only():
    """A cell merged over unlike columns is read where it fits, and says so."""
    head = ["TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Sản phẩm", "Thời hạn"]
    draft = read([head, ["1", "Trồng", "Bộ Y tế", "", ("Thường xuyên", 1), ("Thường xuyên", 1)]])
    assert (draft.tasks[0].output, draft.tasks[0].deadline.kind) == (None, "ongoing")
    assert "cell_merged" in codes(draft)


def test_lead_and_helpers_in_one_column():
    """“Chủ trì: …; phối hợp: …” in one cell names both."""
    head = ["TT", "Nhiệm vụ", "Cơ quan thực hiện", "Thời hạn"]
    draft = read([head, ["1", "Trồng", "Chủ trì: Bộ Y tế\nPhối hợp: Bộ Công an", "2026"]])
    assert (draft.tasks[0].leads, draft.tasks[0].coordinators) == (("Bộ Y tế",), ("Bộ Công an",))


def test_what_a_task_serves():
    """The column of the higher document's task is kept beside the row."""
    head = ["TT", "Nhiệm vụ", "Chủ trì", "Thời hạn", "Nhiệm vụ theo văn bản cấp trên"]
    draft = read([head, ["1", "Trồng", "Bộ Y tế", "2026", "Nhiệm vụ 12"]])
    assert draft.tasks[0].serves == "Nhiệm vụ 12"


PLAN = [
    ["TT", "Nhiệm vụ", "Chủ trì", "Thời hạn"],
    ["1", "Trồng cây", "Bộ Y tế", "6/2025"],
    ["2", "Tưới cây", "Bộ Y tế", "7/2025"],
]
UNKNOWN = [
    ["Mô", "Sắc", "Vị", "Hương"],
    ["1", "Xanh", "Chua", "Nhẹ"],
    ["2", "Đỏ", "Ngọt", "Đậm"],
    ["3", "Vàng", "Chát", "Vừa"],
]


def test_a_table_that_is_not_understood_is_named():
    """A table that holds neither tasks nor indicators leaves a remark with its heading and its rows."""
    draft = read(PLAN, UNKNOWN)
    assert [task.code for task in draft.tasks] == ["1", "2"]
    note = next(note for note in draft.remarks if note.code == "table_unread")
    assert (note.params["rows"], note.params["table"]) == ("3", "2")
    assert "Sắc" in note.message


def test_a_frame_of_words_is_no_unread_table():
    """Two rows that only place words on the page are passed over in silence."""
    draft = read(PLAN, [["Nơi nhận:", "", "TM. CHÍNH PHỦ"], ["- Như trên", "", "Ký"]])
    assert "table_unread" not in codes(draft)


def test_a_theme_that_is_repeated_on_a_new_page_stays_one():
    """“(tiếp theo)” behind the same words opens no new theme, and a subtotal is no theme either."""
    head, first, second = PLAN
    title, again, sum_ = "II. Chăm cây", "II. Chăm cây (tiếp theo)", "Cộng mục II: 2 việc"
    draft = read([head, [(title, 1)] * 4, first, [(again, 1)] * 4, second, [(sum_, 1)] * 4])
    assert [(theme.code, theme.title) for theme in draft.themes] == [("II", "Chăm cây")]
    assert [task.theme for task in draft.tasks] == ["II", "II"]


def test_a_long_label_of_a_theme_is_a_label():
    """“Strategic Objective 1” in the column of numbers heads a section like any short label."""
    head, *rows = PLAN
    draft = read([head, ["Strategic Objective 1", "Trees for all", "", ""], *rows])
    assert draft.themes[0].title == "Trees for all"
    assert {task.theme for task in draft.tasks} == {draft.themes[0].code}


def test_a_word_that_judges_does_not_hide_the_noun():
    """“Chỉ tiêu đánh giá” heads indicators: its first noun decides."""
    draft = read(
        [
            ["STT", "Chỉ tiêu đánh giá", "Đơn vị tính", "Mục tiêu 2030"],
            ["1", "Tỷ lệ cây sống", "%", "≥ 90"],
            ["2", "Số vườn", "Vườn", "12"],
            ["3", "Số lớp học", "Lớp", "3"],
        ]
    )
    assert [item.title for item in draft.indicators] == ["Tỷ lệ cây sống", "Số vườn", "Số lớp học"]


def test_figures_below_unknown_heads_are_targets():
    """Where no heading says so, a column of figures holds the targets and short words beside it the units."""
    draft = read(
        [
            ["#", "Yardstick", "Measured in", "Ambition", "Data holder"],
            ["1", "Trees that live", "%", "≥ 90", "Bộ Y tế"],
            ["2", "Gardens of schools", "number", "120", "Bộ Công an"],
            ["3", "Trees for a class", "number", "4", "Bộ Công an"],
        ]
    )
    assert [(item.unit, item.targets[0].value) for item in draft.indicators] == [
        ("%", "90"),
        ("number", "120"),
        ("number", "4"),
    ]
    assert "column_by_cells" in codes(draft)


def test_a_column_that_nothing_explains_is_named():
    """A column with an unknown heading and words in it is left out and leaves a remark."""
    draft = read([[*row, extra] for row, extra in zip(PLAN, ["Mô tê", "a1 b2 c3", "d4 e5 f6"], strict=True)])
    assert [note.params["head"] for note in draft.remarks if note.code == "column_unread"] == ["Mô tê"]


@pytest.mark.parametrize("head", ["Dev. partners", "Div. office", "D.V tính", "Đ.vị tính", "C/Tri", "d-v"])
def test_a_shortened_word_is_no_pattern(head):
    """A heading with a word of the same length as a shortened one is read, or says nothing."""
    assert isinstance(senses(head), tuple)


@given(st.text(alphabet="abcdehinoqrstuvp./ -&(Đđịơ", max_size=30))
def test_any_heading_is_read(head):
    """Whatever stands over a column is read; nothing in it breaks the reader."""
    assert isinstance(senses(head), tuple)
