"""Plain text whose rows bear no number in front: paragraphs are dealt to columns."""

from thuocdo.documents.files import read_bytes
from thuocdo.documents.reading.bodies import names_body
from thuocdo.documents.reading.borders import Habits, best_border, borders

START = "Chính phủ giao các bộ, ngành thực hiện các nhiệm vụ trong năm.\n\nPHỤ LỤC\n\n"
BLANK = "\u00a0"


def read(*paragraphs):
    """Return the draft of a document with these paragraphs."""
    return read_bytes((START + "\n\n".join(paragraphs) + "\n").encode(), filename="a.txt")


def row(number, lead="Bộ Y tế", helper=BLANK):
    """Return the paragraphs of a row that begins with its title."""
    return [f"Xây dựng vườn cây thứ {number} cho các trường học", lead, helper, f"{number}/2026"]


def test_rows_begin_where_the_columns_begin_again():
    """Without numbers the cycle of the columns shows where a row ends."""
    draft = read(
        "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn", *row(1), *row(2, helper="Bộ Công an"), *row(3)
    )
    assert [(task.leads, task.coordinators) for task in draft.tasks] == [
        (("Bộ Y tế",), ()),
        (("Bộ Y tế",), ("Bộ Công an",)),
        (("Bộ Y tế",), ()),
    ]
    assert [task.deadline.due.month for task in draft.tasks] == [1, 2, 3]


def test_sections_between_rows():
    """Words with a label between two rows head the rows below them."""
    draft = read("Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn", "A. Vườn", *row(1), "B. Ao", *row(2))
    assert [theme.title for theme in draft.themes] == ["Vườn", "Ao"]
    assert [task.theme for task in draft.tasks] == ["A", "B"]


def test_open_border_between_bodies_is_remarked():
    """Three bodies for two columns may part in two ways: a remark says so."""
    draft = read(
        "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn", *row(1), *row(2, "Bộ Công an\n\nBộ Nội vụ", "Bộ Y tế")
    )
    assert "border_doubtful" in {note.code for note in draft.remarks}


def test_years_below_a_heading_on_a_line_of_their_own():
    """The last heads may stand below one of the heads before them."""
    rows = ["1", "Số cây", "Cây", "≥ 20", "≥ 40", "Bộ Y tế", "2", "Số ao", "Ao", "≥ 2", "≥ 4", "Bộ Y tế"]
    draft = read("TT", "Chỉ tiêu", "ĐVT", "Mục tiêu", "Cơ quan theo dõi", "2026", "2030", *rows)
    assert [(item.code, item.horizon, item.targets[0].value) for item in draft.indicators] == [
        ("1", 2026, "20"),
        ("1", 2030, "40"),
        ("2", 2026, "2"),
        ("2", 2030, "4"),
    ]


def test_names_that_nobody_told_us():
    """Names of bodies are known by their capitals or their first word; sentences are not."""
    assert names_body("Office of Public Works; Heritage Council")
    assert names_body("- Trường Cao đẳng nghề tỉnh")
    assert not names_body("Report published")


def test_words_over_the_last_heads_tell_no_column():
    """A head that says nothing may stand over the last heads, which come after all others."""
    rows = [
        paragraph
        for number in (1, 2, 3)
        for paragraph in (str(number), f"Xây vườn cây số {number}", "Báo cáo", f"{number}/2026", "Bộ Y tế")
    ]
    draft = read("TT", "Nhiệm vụ", "Yêu cầu thực hiện", "Chủ trì", "Sản phẩm", "Thời hạn", *rows)
    assert [(task.output, task.leads, task.deadline.due.month) for task in draft.tasks] == [
        ("Báo cáo", ("Bộ Y tế",), month) for month in (1, 2, 3)
    ]


def test_column_of_themes_before_the_numbers():
    """Themes may have a column of their own in front of the one of numbers."""
    rows = [part for number in (1, 2, 3) for part in ("Vườn cây", str(number), *row(number))]
    draft = read("Nhóm nhiệm vụ", "STT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn", *rows)
    assert [theme.title for theme in draft.themes] == ["Vườn cây"]
    assert [task.deadline.due.month for task in draft.tasks] == [1, 2, 3]


def test_heading_repeated_below_the_name_of_each_section():
    """Words above a repeated heading name the section below it; totals are no row."""
    head = ["Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn"]
    total = ["Tổng cộng: 2 nhiệm vụ", BLANK, BLANK, BLANK]
    draft = read("1. Vườn", *head, *row(1), *row(2), *total, "2. Ao", *head, *row(3), *row(4))
    assert [(theme.code, theme.title) for theme in draft.themes] == [("1", "Vườn"), ("2", "Ao")]
    assert [(task.theme, task.deadline.due.month) for task in draft.tasks] == [
        ("1", 1),
        ("1", 2),
        ("2", 3),
        ("2", 4),
    ]


def test_parts_named_in_one_cell():
    """“Chủ trì: …” and “Phối hợp: …” line by line stand in one cell of bodies."""
    rows = [
        part
        for number in (1, 2, 3)
        for part in (
            f"Xây vườn cây thứ {number}",
            "Chủ trì: Bộ Y tế",
            "Phối hợp: Bộ Công an",
            f"{number}/2026",
        )
    ]
    draft = read("Nhiệm vụ", "Cơ quan thực hiện", "Thời hạn", *rows)
    assert [(task.leads, task.coordinators) for task in draft.tasks] == [(("Bộ Y tế",), ("Bộ Công an",))] * 3


def test_border_follows_the_habits_of_the_table():
    """A list with its own separators stands alone in its cell; else clear rows tell how many names lead."""
    assert borders(["Bộ Y tế; Bộ Công an", "Bộ Nội vụ", "Bộ Tư pháp"]) == [1]
    assert borders(["Bộ Y tế", "- Bộ Nội vụ", "- Bộ Tư pháp"]) == [1]
    left, right = Habits(), Habits()
    for _row in range(4):
        left.learn("Bộ Nội vụ\nBộ Công an")
        right.learn("Bộ Y tế")
    assert best_border(["Bộ Y tế", "Bộ Tư pháp", "Bộ Công an"], [1, 2], left, right) == 2
    assert best_border(["Bộ Y tế", "Bộ Tư pháp", "Bộ Công an"], [1, 2], right, left) == 1
