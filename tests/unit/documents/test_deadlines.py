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
2025Q3                               | quarter    |            | 2025-09-30 |           |
Q2–Q4 2025                           | quarter    | 2025-04-01 | 2025-12-31 |           |
4Q 2025                              | quarter    |            | 2025-12-31 |           |
H1 2026                              | quarter    |            | 2026-06-30 |           |
First six months of 2027             | quarter    |            | 2027-06-30 |           |
by end-2025                          | year       |            | 2025-12-31 |           |
mid-2026                             | month      |            | 2026-06-30 |           |
31 Dec 2025                          | date       |            | 2025-12-31 |           |
12/31/2025                           | date       |            | 2025-12-31 |           |
2025-12-31                           | date       |            | 2025-12-31 |           |
On or before 1 November 2027         | date       |            | 2027-11-01 |           |
Sept. 2026                           | month      |            | 2026-09-30 |           |
Sep-26                               | month      |            | 2026-09-30 |           |
T6/2028                              | month      |            | 2028-06-30 |           |
tháng Sáu năm 2026                   | month      |            | 2026-06-30 |           |
January–March 2026                   | month      | 2026-01-01 | 2026-03-31 |           |
Từ tháng 3 đến tháng 9 năm 2026      | month      | 2026-03-01 | 2026-09-30 |           |
2025/26                              | year_range | 2025-01-01 | 2026-12-31 |           |
Năm 2026, 2027, 2028                 | year_range | 2026-01-01 | 2028-12-31 |           |
FY 2025/26                           | year       |            | 2026-12-31 |           |
ngày 5 tháng 1 năm 2025              | date       |            | 2025-01-05 |           |
Biannually                           | ongoing    |            |            | half_year |
Once a year                          | annual     |            |            | year      |
Tháng 6 hằng năm                     | annual     |            |            | year      | 06-30
by December each year                | annual     |            |            | year      | 12-31
Within three months of approval      | relative   |            |            |           |
TBC                                  | none       |            |            |           |
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
        ("Theo tiến độ được duyệt", "deadline_no_day"),
        ("Theo dõi thi công", "deadline_unread"),
        ("13/2025", "deadline_unread"),
        ("31/2/2025", "deadline_unread"),
        ("Quý II/2025; Quý IV/2025", "deadline_several"),
        ("Đầu năm 2026", "deadline_vague"),
        ("Trước 15/6 và 01/12 hằng năm", "deadline_yearly_days"),
        ("trước ngày 15/6/2025", "deadline_before"),
        ("12/31/2025", "deadline_month_first"),
        ("Sep-26", "deadline_short_year"),
        ("2025/26", "deadline_two_years"),
        ("FY2026", "deadline_fiscal_year"),
        ("Medium-term", "deadline_no_day"),
        ("Xong trước 15/6", "deadline_no_year"),
        ("Quý II, IV hằng năm", "deadline_yearly_days"),
    ],
)
def test_doubt(text, code):
    """What is uncertain in a time gives a doubt with its code."""
    assert [doubt.code for doubt in read_deadline(text)[1]] == [code]


def test_title_is_no_deadline():
    """A sentence without a time is not taken for one."""
    assert not is_deadline("Xây dựng nền tảng số")
    assert not is_deadline("Bộ Tài chính")
