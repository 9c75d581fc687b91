"""Columns whose headings nobody foresaw are known by their cells; sentences here are our own."""

import pytest

from thuocdo.documents.reading.columns import assign
from thuocdo.documents.reading.products import is_product


def known(text):
    """Stand for a directory that knows two bodies."""
    return text in {"Bộ Y tế", "Bộ Tài chính"}


def roles(heads, rows):
    """Return what the columns hold and which of them only their cells explain."""
    columns = assign([(head,) for head in heads], [list(cells) for cells in zip(*rows, strict=True)], known)
    return columns.kind, columns.roles, columns.by_cells


def test_products_below_unknown_words_are_outputs():
    """A column of decisions and reports is the output, whatever stands over it, and this is said."""
    rows = [
        ("1", "Mở rộng bệnh viện vùng", "Bộ Y tế", "Báo cáo khả thi", "2027"),
        ("2", "Rà soát phí khám", "Bộ Tài chính", "Quyết định của Bộ trưởng", "2026"),
        ("3", "Lập quỹ thuốc", "Bộ Y tế", "Đề án", "2028"),
    ]
    kind, found, guessed = roles(("TT", "Nhiệm vụ", "Chủ trì", "Thứ để lại", "Thời hạn"), rows)
    assert (kind, found[3], guessed) == ("tasks", "output", (3,))


def test_figures_below_a_year_are_targets_of_that_year():
    """Words like “level” with a year are targets where figures stand below, the bare first one the past."""
    rows = [
        ("1", "Clinics open at night", "%", "12", "at least 30", "at least 60"),
        ("2", "Waiting time", "days", "40", "below 20", "below 10"),
        ("3", "Nurses trained", "persons", "800", "over 900", "over 1100"),
    ]
    heads = ("No.", "Indicator", "Unit", "Standing 2023", "Ambition 2026", "Ambition 2030")
    kind, found, guessed = roles(heads, rows)
    assert kind == "indicators"
    assert found[3:] == ("baseline", "target", "target")
    assert set(guessed) & {3, 4, 5}


def test_a_second_column_of_bodies_supports():
    """Beside the leads, a column of what looks like bodies holds those who support."""
    rows = [
        ("1", "Repair the pier", "Harbour Authority", "Ministry of Works; Coast Guard Service", "2026"),
        ("2", "Light the pier", "Power Board", "Harbour Authority", "2027"),
        ("3", "Map the reef", "Survey Department", "Fisheries Division", "2027"),
    ]
    _kind, found, guessed = roles(("No.", "Action", "Lead", "Beside them", "Deadline"), rows)
    assert found[3] == "coordinators"
    assert 3 in guessed


@pytest.mark.parametrize(
    "text", ["Báo cáo chuyên đề", "02 quyết định", "Harbour plan", "Staff trained", "Line in service"]
)
def test_words_for_products(text):
    """Documents, things that run and things finished are products."""
    assert is_product(text)


@pytest.mark.parametrize("text", ["Phụ nữ", "Fishers", "Xây dựng hệ thống cảng", "Improve the plan", ""])
def test_words_for_no_products(text):
    """Those who gain by it, and what is to be done, are none."""
    assert not is_product(text)
