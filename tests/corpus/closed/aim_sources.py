"""Sources and groups of indicators that only the closed part has."""

SOURCES = {
    "vi": (
        ["Nguồn cập nhật số liệu", "Cơ sở đánh giá", "Nguồn minh chứng"],
        [
            "Số liệu ngành", "Báo cáo định kỳ của Sở Nội vụ", "Hệ thống theo dõi nhiệm vụ", "Công bố của Bộ",
            "Kết quả khảo sát hằng năm",
        ],
    ),
    "en": (
        ["Where data comes from", "Evidence used", "Basis of measurement"],
        [
            "County statistical abstract", "Resident survey", "Accomplishment reports",
            "Block-level returns", "Council records",
        ],
    ),
}  # fmt: skip
GROUPS = {
    "vi": [
        "Nhóm chỉ tiêu phát triển kinh tế", "Nhóm chỉ tiêu an sinh xã hội",
        "Nhóm chỉ tiêu cải cách hành chính", "Nhóm chỉ tiêu bảo vệ môi trường",
        "Nhóm chỉ tiêu giáo dục, y tế", "Các chỉ tiêu bắt buộc",
    ],
    "en": [
        "People and wellbeing", "Place and environment", "Prosperity", "Good governance indicators",
        "Service quality", "Revenue and spending",
    ],
}  # fmt: skip
