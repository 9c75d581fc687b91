"""Rows of a file, as short as a test needs them."""

from thuocdo.cycles.types import RawRow


def row(kind="evidence", number=2, **cells):
    """Return a raw row that stands in row `number`; cells by column name."""
    return RawRow(f"row {number}", {"kind": kind, **cells})


def evidence(number=2, **cells):
    """Return evidence for task 17 of the Ministry of Science and Technology."""
    given = {"task": "17", "text": "Quyết định số 9017/QĐ-TTg ngày 28/5/2025 của Thủ tướng Chính phủ"}
    return row("evidence", number, **{**given, **cells})


def observation(number=2, **cells):
    """Return an outside value of indicator 12."""
    given = {
        "indicator": "12",
        "value": "41,5",
        "unit": "%",
        "period_end": "2025-03-31",
        "source": "Khảo sát minh hoạ",
        "origin": "outside",
        "method": "khao_sat_1",
    }
    return row("observation", number, **{**given, **cells})
