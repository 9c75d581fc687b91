"""Typed numbers: which count something and need a query, and which are dates, documents or names."""

import pytest

from thuocdo.reports.literals import literals, plain, tasks_named


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Đã hoàn thành 37/140 nhiệm vụ, đạt 26,4%.", ["37", "140", "26,4"]),
        ("Có 1.234 hồ sơ và 12 xã", ["1.234", "12"]),
        ("Nghị quyết số 57-NQ/TW, 03/NQ-CP và 193/2025/QH15 ngày 19/02/2025", []),
        ("Nghị quyết 57 và Quyết định số 12 trong năm 2025, giai đoạn 2026-2030", []),
        ("Từ tháng 6/2025 đến ngày 30/11/2025; quý 3; 12/2025", []),
        ("Hạ tầng 5G, IPv6, Đề án 06 tại Điều 5 khoản 2 và Phụ lục 1", ["06"]),
        ("Nhiệm vụ số 44 và task no. 12 đã xong", []),
        ("By 30 June 2025, since 2024, 3 provinces", ["3"]),
        ("37/tổng số", ["37"]),
        ("Số 2025 xã", ["2025"]),
        ("(15)", ["15"]),
    ],
)
def test_numbers_that_count_are_found_and_others_spared(text, found):
    """A number beside nothing that spares it counts something."""
    assert list(literals(text)) == found


def test_tasks_are_found_by_their_number():
    """What a sentence says of a task can be checked against the programme."""
    assert list(tasks_named("Nhiệm vụ số 44, nhiệm vụ số 12a; tasks no. 7")) == ["44", "12a", "7"]


@pytest.mark.parametrize(("written", "same"), [("1.234", "1234"), ("26,4", "26.4"), ("37", "37")])
def test_written_numbers_are_compared_plainly(written, same):
    """Signs of thousands are dropped and the decimal comma becomes a point."""
    assert plain(written) == same
