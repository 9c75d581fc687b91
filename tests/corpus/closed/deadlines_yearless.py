"""Headings that name the year of all deadlines, and deadlines below them, in the closed part alone."""

from tests.corpus.moments import by_day, by_month, in_words

YEARED = {
    "vi": [
        "Mốc thời gian hoàn thành năm {y}",
        "Thời gian hoàn thành (trong năm {y})",
        "Lịch thực hiện năm {y}",
    ],
    "en": ["Target completion in {y}", "Schedule of implementation ({y})", "To be delivered in {y}"],
}
IN_YEAR = {
    "vi": [
        ("month", "Tháng {m:02}, hoàn thành"),
        ("quarter", "Quý {r} hoàn thành"),
        ("before", "Xong trước ngày {d:02}/{m:02}"),
        ("month", "Chậm nhất hết tháng {m}"),
        ("day", "Chậm nhất {d:02}/{m:02}"),
        ("quarter", "Triển khai quý {r}"),
        ("year", "Các tháng trong năm"),
        ("ongoing", "Thường xuyên, theo quy định"),
        ("month", "Thời gian: tháng {m}"),
        ("quarter", "Hết Quý {r} phải hoàn thành"),
    ],
    "en": [
        ("quarter", "Quarter {q} (target)"),
        ("month", "On or before end of {name}"),
        ("month", "{abbr}. (month end)"),
        ("ongoing", "Year-round"),
        ("day", "On or by {name} {d}"),
        ("quarter", "Deliver in Q{q}"),
        ("year", "Whole year"),
        ("ongoing", "Continues all through"),
    ],
}
FISCAL_HEADS = [
    "Implementation Schedule (financial year {a} to {b})",
    "Target Delivery (FY: {a} to {b})",
    "Delivery year (financial year, {a}–{b})",
]
FISCAL = [
    ("year", "FY{y}/{next:02} (full year)"),
    ("quarter", "{q}Q of FY {y}/{next:02}"),
    ("year", "Within FY {y}-{next:02}"),
    ("quarter", "Q{q}, FY{y}-{next:02}"),
    ("half", "H{h}, FY {y}/{next:02}"),
    ("two", "FY {y}-{next:02} and FY {full}-{after:02}"),
    ("year", "FY {y}-{next:02} budget year"),
    ("quarter", "FY {y}-{next:02}: Quarter {q}"),
    ("year", "Before close of FY {y}/{next:02}"),
]
FISCAL_NOTES = [
    "Financial years in the schedule begin in {a} and end in {b}.",
    "Unless stated otherwise, FY means the financial year from 1 {a} to {day} {b}.",
    "Reading note: a financial year such as {y}/{next:02} starts on 1 {a} and closes on {day} {b}.",
]
BESIDE_FISCAL = [
    by_month("On or before {name} {y}"),
    by_day("By {name} {d}, {y}"),
    in_words("Year-round", "ongoing"),
    in_words("Once yearly", "annual", "year"),
]
