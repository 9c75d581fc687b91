"""Words of columns that only the closed part has: codes, years, quarters, beginnings and ends, roles."""

CODE_FORMS = {
    "vi": {
        "roman": ["{roman}-{within:02}", "CV.{roman}.{within}"],
        "": ["NVTT-{n:02}", "Nhiệm vụ số {n}", "ĐV{n:02}"],
    },
    "en": {
        "digit": ["PPA {theme}.{within}", "T{theme}-{within}", "S{theme}.{within:02}"],
        "": ["PAP-{n:02}", "Line item {n}", "ACT/{n:03}"],
    },
}  # fmt: skip
TICKED = {
    "vi": [
        "Năm thực hiện nhiệm vụ (đánh dấu X)",
        "Năm triển khai (đánh dấu)",
        "Các năm triển khai",
        "Kế hoạch năm",
    ],
    "en": ["Years in which work is done", "Implementation schedule by year", "Years of action"],
}
SPANNED = {
    "vi": [
        ("Lịch thực hiện", "Từ", "Đến"), ("Thời gian triển khai thực hiện", "Bắt đầu", "Hoàn thành"),
        ("", "Thời điểm bắt đầu", "Thời điểm hoàn thành"),
    ],
    "en": [
        ("Delivery dates", "From", "To"), ("Implementation schedule", "Start", "Finish"),
        ("", "Starting month", "Ending month"),
    ],
}  # fmt: skip
SPAN_FORMS = {
    "vi": [("month", "Tháng {m:02} - {y}"), ("day", "{d:02}-{m:02}-{y}"), ("quarter", "Quý {r} ({y})")],
    "en": [("month", "{y}/{m:02}"), ("day", "{d:02}-{abbr}-{y}")],
}
TICKS = ["(+)"]
QUARTERED = {
    "vi": [
        ("Thời gian thực hiện trong năm {y}", "Quý {r}"), ("Kế hoạch các quý năm {y}", "Q{q}"),
        ("Lịch triển khai năm {y}", "Quý {r}"),
    ],
    "en": [("CY {y}", "Q{q}"), ("Delivery in {y}", "Q{q}"), ("Schedule of implementation {y}", "Qtr {q}")],
}  # fmt: skip
ROLES = {
    "vi": [
        ("Cơ quan, đơn vị thực hiện (chủ trì có dấu *)", "{}*", "{}"),
        ("Đơn vị được phân công", "{} (đơn vị chủ trì)", "{} (đơn vị phối hợp)"),
        ("Phân công (CT, PH)", "{} (CT)", "{} (PH)"),
    ],
    "en": [
        ("Offices involved (lead marked *)", "{}*", "{}"), ("Office and role", "{} – lead", "{} – support"),
        ("Directorates and role", "{} (lead)", "{} (contributor)"),
    ],
}  # fmt: skip
