"""Every form of a target that documents use becomes typed targets."""

import pytest

from thuocdo.documents.reading.targets import is_figure, read_targets

FORMS = [
    ("≥ 55", ">=", "55", None, None),
    (">=30", ">=", "30", None, None),
    ("> 0,7", ">", "0.7", None, None),
    ("40 - 50", "range", "40", "50", None),
    ("20% - 50%", "range", "20", "50", None),
    ("từ 40 đến 50", "range", "40", "50", None),
    ("09", "=", "9", None, None),
    ("100%", "=", "100", None, None),
    ("Tối thiểu 80%", ">=", "80", None, None),
    ("at least 80%", ">=", "80", None, None),
    ("80% trở lên", ">=", "80", None, None),
    ("Trên 50%", ">", "50", None, None),
    ("more than 50", ">", "50", None, None),
    ("Không quá 5", "<=", "5", None, None),
    ("tối đa 3", "<=", "3", None, None),
    ("dưới 10", "<", "10", None, None),
    ("less than 5", "<", "5", None, None),
    ("Nhóm 30", "<=", "30", None, None),
    ("top 3 ASEAN", "<=", "3", None, "ASEAN"),
    ("nhóm 50 nước dẫn đầu thế giới", "<=", "50", None, "thế giới"),
    ("≥ 3% và tăng dần", ">=", "3", None, None),
    ("Phấn đấu đạt trên 80%", ">", "80", None, None),
    ("1.000", "=", "1000", None, None),
    ("1.000,5", "=", "1000.5", None, None),
    ("≥ 5 cây", ">=", "5", None, None),
    ("Đạt mức khá", "qualitative", None, None, None),
    ("thuộc nhóm dẫn đầu", "qualitative", None, None, None),
    ("1 000 000", "=", "1000000", None, None),
    ("12,5 %", "=", "12.5", None, None),
    ("10–15", "range", "10", "15", None),
    ("between 10 and 15", "range", "10", "15", None),
    ("min. 50", ">=", "50", None, None),
    ("a minimum of 40%", ">=", "40", None, None),
    ("50+", ">=", "50", None, None),
    ("up to 5", "<=", "5", None, None),
    ("40 or fewer", "<=", "40", None, None),
    ("reduce by 20%", "=", "20", None, None),
    ("Increase from 20% to 40%", "=", "40", None, None),
    ("từ 20% lên 40%", "=", "40", None, None),
    ("+5%", "=", "5", None, None),
    ("3 million", "=", "3000000", None, None),
    ("1,5 triệu", "=", "1500000", None, None),
    ("Not exceeding 45", "<=", "45", None, None),
    ("at or above 7", ">=", "7", None, None),
    ("lower than 4%", "<", "4", None, None),
    ("bằng hoặc cao hơn 30%", ">=", "30", None, None),
    ("Trong khoảng 42 - 47", "range", "42", "47", None),
]


@pytest.mark.parametrize(("text", "comparator", "value", "upper", "scope"), FORMS)
def test_form(text, comparator, value, upper, scope):
    """The printed words give comparator, decimal value, upper end and scope."""
    ((part,), _doubts) = read_targets(text, unit="cây")
    (target,) = part.targets
    assert (target.comparator, target.value, target.upper, target.scope) == (comparator, value, upper, scope)


def test_two_scopes_are_two_targets():
    """Targets in one cell, divided by a semicolon, each keep the cell's own words."""
    ((part,), doubts) = read_targets("≤ 3 Đông Nam Á; ≤ 50 Thế giới")
    assert [(target.value, target.scope) for target in part.targets] == [
        ("3", "Đông Nam Á"),
        ("50", "Thế giới"),
    ]
    assert doubts == ()


def test_words_before_the_figure_say_for_whom():
    """Where several targets stand in a cell, the words before a figure are its scope."""
    ((part,), _doubts) = read_targets("đô thị ≥ 90%; nông thôn 70%", unit="%")
    assert [(target.comparator, target.value, target.scope) for target in part.targets] == [
        (">=", "90", "đô thị"),
        ("=", "70", "nông thôn"),
    ]


def test_two_horizons_are_two_entries():
    """A cell that names two years gives the targets of each."""
    parts, _doubts = read_targets("Năm 2025: ≥ 50%; Năm 2030: ≥ 80%", unit="%")
    assert [(part.horizon, part.targets[0].value) for part in parts] == [(2025, "50"), (2030, "80")]


@pytest.mark.parametrize(
    ("text", "english", "value"),
    [("1,000", False, "1"), ("1.5", False, "1.5"), ("1.000", True, "1"), ("0,7", True, "0.7")],
)
def test_mixed_signs_are_doubtful(text, english, value):
    """A number in the other language's spelling is read and gets a doubt."""
    ((part,), doubts) = read_targets(text, english=english)
    assert part.targets[0].value == value
    assert "number_ambiguous" in {doubt.code for doubt in doubts}


def test_bare_number_says_so():
    """A bare number is "=" and says that no comparator was printed."""
    _parts, doubts = read_targets("90")
    assert [doubt.code for doubt in doubts] == ["no_comparator"]


def test_empty_cell_has_no_target():
    """An empty cell and a dash give nothing."""
    assert read_targets("") == ((), ())
    assert read_targets("-") == ((), ())
    assert not is_figure("Một vài nơi")
