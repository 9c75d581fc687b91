"""Words of targets that only the closed part has."""

COMPARED = {
    "vi": [
        ("Cần đạt {}", "="), ("Đạt tối thiểu từ {} trở lên", ">="), ("Phải đạt {}", "="),
        ("Tối thiểu phải đạt {}", ">="), ("Hoàn thành {}", "="), ("Phấn đấu trên mức {}", ">"),
        ("Giảm xuống thấp hơn {}", "<"), ("Không để vượt {}", "<="), ("Từ {} (trở lên)", ">="),
    ],
    "en": [
        ("Achieving {}", "="), ("Not under {}", ">="), ("Delivered at {}", "="), ("Held at {}", "="),
        ("Lowest acceptable: {}", ">="), ("Ceiling of {}", "<="), ("Improve to {}", "="),
        ("Better than {}", ">"), ("Falling to {}", "="),
    ],
}  # fmt: skip
LATER_RANGES = {
    "vi": ["{} tới {}", "Đạt khoảng từ {} đến {}"],
    "en": ["Somewhere from {} to {}", "{} – {} (range)"],
}
IN_WORDS = {
    "vi": ["Được công nhận", "Đạt yêu cầu", "Bảo đảm tiến độ", "Không để xảy ra"],
    "en": ["Completed", "Compliant", "Maintained annually"],
}
WITH_FIGURE = {
    "vi": ["Tăng 5 bậc so với năm 2025", "Giảm ít nhất 5% so với cùng kỳ", "Nằm trong 12 tỉnh dẫn đầu"],
    "en": [
        "Increase by 5% on last year", "Top 3 in the region", "One third fewer than 2024",
        "Within the best 10 counties",
    ],
}  # fmt: skip
