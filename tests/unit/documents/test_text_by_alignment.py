"""Plain text is read by how many paragraphs a row has, and lists of bodies by names that stand alone."""

from thuocdo.documents.files import read_bytes
from thuocdo.documents.reading.headways import ways
from thuocdo.documents.reading.widths import row_width

BLANK = "\u00a0"


def read(*paragraphs):
    """Return the draft of a text of these paragraphs."""
    return read_bytes("\n\n".join(paragraphs).encode(), filename="plan.txt")


def test_the_width_is_the_least_distance_between_numbers():
    """A cell of two paragraphs makes its row longer, never shorter than the table is wide."""
    rows = [
        "1",
        "Dig",
        "A",
        "2027",
        "2",
        "Fill",
        "B",
        "C",
        "2028",
        "3",
        "Pave",
        "D",
        "2029",
        "4",
        "Mark",
        "E",
        "2029",
    ]
    assert row_width(rows) == 4
    assert row_width(["Dig", "A", "2027", "Fill", "B", "2028"]) == 0


def test_words_beyond_the_width_stand_below_others():
    """Of six words over five columns, the last two stand below one head."""
    found = list(ways(["No.", "Action", "Calendar", "Lead", "From", "To"], 5))
    assert [("No.",), ("Action",), ("Calendar", "From"), ("Calendar", "To"), ("Lead",)] in found


def test_unknown_heads_are_placed_by_the_width():
    """Heads that no list knows keep their place, and their columns are read by their cells."""
    heads = ["Ma việc", "Việc cần làm", "Thứ để lại", "Cơ quan chủ trì", "Thời hạn"]
    rows = [
        ["1", "Mở rộng bệnh viện vùng phía tây", "Báo cáo khả thi", "Bộ Y tế", "2027"],
        ["2", "Rà soát phí khám chữa bệnh", "Quyết định", "Bộ Tài chính", "2026"],
        ["3", "Lập quỹ thuốc dự phòng", BLANK, "Bộ Y tế", "2028"],
        ["4", "Đào tạo điều dưỡng tuyến xã", "Kế hoạch", "Bộ Y tế", "2028"],
    ]
    draft = read("PHỤ LỤC", "DANH MỤC NHIỆM VỤ", *heads, *(cell for row in rows for cell in row))
    assert [task.output for task in draft.tasks] == ["Báo cáo khả thi", "Quyết định", None, "Kế hoạch"]
    assert "column_by_cells" in {note.code for note in draft.remarks}


def test_marked_years_are_times_in_plain_text():
    """Marks below years at the end of a heading become the years in which a task runs."""
    heads = ["No.", "Action", "Lead agency", "Output", "Running years", "2026", "2027", "2028"]
    rows = [
        ["1", "Dig the harbour basin again", "Harbour Authority", "Final report", BLANK, "◆", "◆"],
        ["2", "Light the outer pier", "Power Board", "Signed contract", "◆", BLANK, BLANK],
        ["3", "Map the reef and its fishes", "Survey Department", "Reef map", BLANK, "◆", BLANK],
        ["4", "Train the pilots of the port", "Harbour Authority", "Training report", "◆", "◆", "◆"],
    ]
    draft = read("ANNEX", "LIST OF ACTIONS", *heads, *(cell for row in rows for cell in row))
    assert [task.deadline_text for task in draft.tasks] == ["2027 - 2028", "2026", "2027", "2026 - 2028"]


def test_a_name_that_stands_alone_parts_a_list():
    """“Seabird Trust & Harbour Users” is two bodies where one of them stands alone in another cell."""
    rows = ["| 1 | Dig | Seabird Trust & Harbour Users | 2027 |", "| 2 | Fill | Harbour Users | 2028 |"]
    rows += ["| 3 | Pave | Ministry of Ports and Inland Waters | 2028 |"]
    text = "\n".join(["| No. | Action | Lead agency | Deadline |", "|---|---|---|---|", *rows])
    draft = read_bytes(text.encode(), filename="plan.md")
    assert [task.leads for task in draft.tasks] == [
        ("Seabird Trust", "Harbour Users"),
        ("Harbour Users",),
        ("Ministry of Ports and Inland Waters",),
    ]
