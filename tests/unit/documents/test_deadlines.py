"""Every form of a time that documents use becomes a typed deadline."""

import pytest

from thuocdo.documents.reading.deadlines import is_deadline, read_deadline

FORMS = """
6/2025                               | month      |            | 2025-06-30 |           |
06/2025                              | month      |            | 2025-06-30 |           |
Tháng 5/2025                         | month      |            | 2025-05-31 |           |
tháng 5 năm 2025                     | month      |            | 2025-05-31 |           |
2/2028                               | month      |            | 2028-02-29 |           |
trước tháng 6/2025                   | month      |            | 2025-05-31 |           |
6/2025 - 12/2025                     | month      | 2025-06-01 | 2025-12-31 |           |
Tháng 6 - 9/2025                     | month      | 2025-06-01 | 2025-09-30 |           |
June 2025                            | month      |            | 2025-06-30 |           |
Quý II/2025                          | quarter    |            | 2025-06-30 |           |
Quý 2 năm 2025                       | quarter    |            | 2025-06-30 |           |
Q3/2025                              | quarter    |            | 2025-09-30 |           |
second quarter of 2025               | quarter    |            | 2025-06-30 |           |
Quý II, III/2025                     | quarter    | 2025-04-01 | 2025-09-30 |           |
Trước Quý III/2025                   | quarter    |            | 2025-06-30 |           |
6 tháng đầu năm 2025                 | quarter    |            | 2025-06-30 |           |
6 tháng cuối năm 2025                | quarter    |            | 2025-12-31 |           |
first half of 2026                   | quarter    |            | 2026-06-30 |           |
2025                                 | year       |            | 2025-12-31 |           |
đến hết năm 2025                     | year       |            | 2025-12-31 |           |
Trước năm 2026                       | year       |            | 2025-12-31 |           |
2025- 2026                           | year_range | 2025-01-01 | 2026-12-31 |           |
Giai đoạn 2025 – 2030                | year_range | 2025-01-01 | 2030-12-31 |           |
từ năm 2025 đến năm 2027             | year_range | 2025-01-01 | 2027-12-31 |           |
15/6/2025                            | date       |            | 2025-06-15 |           |
ngày 15 tháng 6 năm 2025             | date       |            | 2025-06-15 |           |
trước ngày 15/6/2025                 | date       |            | 2025-06-14 |           |
before June 15, 2025                 | date       |            | 2025-06-14 |           |
by 31 December 2025                  | date       |            | 2025-12-31 |           |
Thường xuyên                         | ongoing    |            |            |           |
Nhiệm vụ thường xuyên                | ongoing    |            |            |           |
hằng tháng                           | ongoing    |            |            | month     |
hằng quý                             | ongoing    |            |            | quarter   |
each quarter                         | ongoing    |            |            | quarter   |
Định kỳ 6 tháng                      | ongoing    |            |            | half_year |
2 lần/năm                            | ongoing    |            |            | half_year |
Hằng năm                             | annual     |            |            | year      |
hàng năm                             | annual     |            |            | year      |
Annually                             | annual     |            |            | year      |
Ngày 31/12 hằng năm                  | annual     |            |            | year      | 12-31
trước ngày 15/12 hằng năm            | annual     |            |            | year      | 12-14
by 31 December annually              | annual     |            |            | year      | 12-31
2025 và những năm tiếp theo          | open_from  | 2025-01-01 |            |           |
2025 and subsequent years            | open_from  | 2025-01-01 |            |           |
Từ Quý II/2025                       | open_from  | 2025-04-01 |            |           |
15 ngày sau khi Luật có hiệu lực     | relative   |            |            |           |
06 tháng kể từ khi có Nghị định      | relative   |            |            |           |
Within 30 days after issuance        | relative   |            |            |           |
-                                    | none       |            |            |           |
"""


def rows():
    """Return the table's rows as tuples of six, "" for what is not there."""
    lines = [[cell.strip() for cell in line.split("|")] for line in FORMS.strip().splitlines()]
    return [tuple(line + [""] * (6 - len(line))) for line in lines]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[0])
def test_form(row):
    """The printed words give kind, first day, last day in time, rhythm and yearly day."""
    text, *expected = row
    found, _doubts = read_deadline(text)
    days = [day.isoformat() if day else "" for day in (found.start, found.due)]
    assert [found.kind, *days, found.every or "", found.day or ""] == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Theo tiến độ được duyệt", "deadline_unread"),
        ("13/2025", "deadline_unread"),
        ("31/2/2025", "deadline_unread"),
        ("Quý II/2025; Quý IV/2025", "deadline_several"),
        ("Đầu năm 2026", "deadline_vague"),
        ("Trước 15/6 và 01/12 hằng năm", "deadline_yearly_days"),
        ("trước ngày 15/6/2025", "deadline_before"),
    ],
)
def test_doubt(text, code):
    """What is uncertain in a time gives a doubt with its code."""
    assert [doubt.code for doubt in read_deadline(text)[1]] == [code]


def test_title_is_no_deadline():
    """A sentence without a time is not taken for one."""
    assert not is_deadline("Xây dựng nền tảng số")
    assert not is_deadline("Bộ Tài chính")
