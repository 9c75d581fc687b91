"""Columns of money that only the closed part has."""

BUDGETS = {
    "vi": [
        ("Dự kiến nguồn vốn (triệu đồng)", ("Tổng cộng", "NSTW", "NS tỉnh")),
        ("Kinh phí các năm (triệu đồng)", ("{a}", "{b}", "{c}")),
        ("Nguồn kinh phí (triệu đồng)", ("Ngân sách xã", "Nguồn khác")),
        ("Khái toán (tỷ đồng)", ("Năm {a}", "Năm {b}")),
    ],
    "en": [
        ("Budget (Ksh. million)", ("{a}", "{b}", "{c}")), ("Amount (PhP '000)", ("PS", "MOOE", "CO")),
        ("Estimated cost (RM '000)", ("{a}", "{b}", "Total")), ("Funding (€'000)", ("Own", "Grant")),
    ],
}  # fmt: skip
AMOUNTS = {
    "vi": ["250", "1.800", "95", "4.120", "30", "7.500", "620", "—"],
    "en": ["35", "210", "3,150", "90", "TBD", "520", "12,500", "—"],
}
