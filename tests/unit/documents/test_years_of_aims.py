"""The year of an aim, what it counts, and sentences with a share that gave none."""

import pytest

from thuocdo.documents.files import read_bytes

HEADS = {
    "en": ("No.", "Indicator", "Unit", "Baseline", "Target year", "Target"),
    "vi": ("TT", "Chỉ tiêu", "Đơn vị tính", "Hiện trạng", "Năm hoàn thành", "Mục tiêu"),
}


def codes(draft):
    """Return the remarks of a draft: where, on which field, which."""
    return {(note.where, note.field, note.code) for note in draft.remarks}


def table(heads, rows):
    """Return a table in Markdown."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "# Plan\n\n" + "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


@pytest.mark.parametrize("language", HEADS)
def test_a_column_of_years_beside_the_targets_gives_each_its_year(language):
    """“Target year” is the year of the target, not a column that is left out."""
    rows = [
        ("1", "Share of clean wells", "%", "18", "2027", "≥ 40"),
        ("2", "Wells", "wells", "9", "2028", "60"),
    ]
    draft = read_bytes(table(HEADS[language], rows).encode(), filename="plan.md")
    assert [item.horizon for item in draft.indicators] == [2027, 2028]


def test_targets_without_any_year_say_so():
    """Where nothing names a year, one remark on the field says it for all."""
    heads = ("No.", "Indicator", "Unit", "Target")
    rows = [(str(number), f"Share of wells {number}", "%", f"≥ {40 + number}") for number in range(1, 7)]
    draft = read_bytes(table(heads, rows).encode(), filename="plan.md")
    assert ("document", "horizon", "aims_without_year") in codes(draft)


def test_several_aims_of_a_paragraph_each_with_what_it_counts():
    """Each sentence has its own year, and the words that the figure is about."""
    draft = read_bytes(
        b"1. Aims\nBy March 2026, at least 95% of barges will carry lamps. By 2027 fewer than 4% of locks "
        b"will leak. We aim to paint at least 80% of mile posts by December 2025.\n",
        filename="plan.txt",
    )
    assert [(item.horizon, item.title) for item in draft.indicators] == [
        (2026, "barges will carry lamps"),
        (2027, "locks will leak"),
        (2025, "We aim to paint at least 80% of mile posts by December 2025"),
    ]


def test_a_second_year_behind_and_belongs_to_what_follows():
    """“By 2028, 70 % …, and by 2030 …” is an aim for 2028, with the doubt that two years are named."""
    draft = read_bytes(
        b"1. Aims\nBy 2028, 70% of stops will have benches, and by 2030 all new piers will be lit.\n",
        filename="plan.txt",
    )
    assert [item.horizon for item in draft.indicators] == [2028]
    assert ("indicator 1/1", "horizon", "aim_years_several") in codes(draft)


def test_a_share_with_a_coming_year_that_gave_no_aim_is_remarked():
    """A rate is no aim; a person still hears of the sentence."""
    draft = read_bytes(
        "QUYẾT ĐỊNH\nSố: 3/QĐ-UBND\nAn Giang, ngày 04 tháng 5 năm 2025\n1. Mức phí là 12% từ năm 2027.\n"
        "2. Giao Sở Tài chính thu phí trước ngày 15/12/2026.\n".encode(),
        filename="quyet-dinh.txt",
    )
    assert (draft.indicators, ("document", None, "aims_unread") in codes(draft)) == ((), True)


@pytest.mark.parametrize(
    ("printed", "every"),
    [("3 tháng/lần", "quarter"), ("6 tháng/1 lần", "half_year"), ("six-monthly", "half_year")],
)
def test_rhythms_with_a_stroke(printed, every):
    """A count of months before “/lần” is a rhythm of so many months."""
    rows = [
        ("1", "Thử van xả nước ở đập", "Sở Xây dựng", printed),
        ("2", "Đo mực nước hồ", "Sở Y tế", "2027"),
    ]
    text = table(("TT", "Nhiệm vụ", "Chủ trì", "Thời hạn"), rows)
    assert read_bytes(text.encode(), filename="plan.md").tasks[0].deadline.every == every


def test_names_with_a_plus_or_single_words_between_commas_are_doubtful():
    """“Beef + Lamb Board” is one body, “Land, Air, Water Trust” may be: both are remarked on the field."""
    heads = ("No.", "Action", "Lead", "Support", "By when")
    rows = [
        ("1", "Fence the river banks", "Selby Council", "Beef + Lamb Board", "2027"),
        ("2", "Test the wells each spring", "Selby Council", "Land, Air, Water Trust", "2028"),
    ]
    draft = read_bytes(table(heads, rows).encode(), filename="plan.md")
    assert draft.tasks[0].coordinators == ("Beef + Lamb Board",)
    asked = {(f"task {number}", "coordinators", "names_unsure") for number in (1, 2)}
    assert asked <= codes(draft)
