"""Vietnamese headings of indicators that only the closed part has."""

AIMS = {
    "no_of_aims": ["TT CT", "TT tiêu chí", "STT chỉ tiêu giao"],
    "indicator": [
        "Chỉ tiêu chủ yếu được giao", "Tên chỉ tiêu thực hiện", "Chỉ tiêu, tiêu chí phấn đấu",
        "Nội dung chỉ tiêu phấn đấu", "Chỉ tiêu phải hoàn thành", "Chỉ tiêu cơ bản giao",
        "Mục tiêu, chỉ tiêu phấn đấu", "Chỉ tiêu theo Nghị quyết", "Chỉ số, chỉ tiêu theo dõi",
    ],
    "unit": ["Đơn vị tính toán", "Đơn vị tính (ĐV)"],
    "baseline": [
        "Thực hiện năm trước", "Kết quả năm 2024 (gốc)", "Hiện trạng đầu kỳ", "Mức đã đạt năm 2024",
        "Kết quả năm 2024 đạt", "Giá trị gốc năm 2024",
    ],
    "target": [
        "Mục tiêu phải đạt năm {y}", "Chỉ tiêu phải đạt năm {y}", "Kế hoạch giao đến {y}",
        "Phấn đấu hết năm {y}", "Mức phấn đấu đến năm {y}",
    ],
    "targets": [
        "Chỉ tiêu cụ thể từng năm", "Phân kỳ thực hiện chỉ tiêu", "Phấn đấu qua các năm",
        "Giao chỉ tiêu các năm", "Kế hoạch chỉ tiêu",
    ],
    "monitor": [
        "Đơn vị theo dõi, đôn đốc", "Cơ quan, đơn vị phụ trách chỉ tiêu", "Cơ quan theo dõi và báo cáo",
        "Đầu mối theo dõi chỉ tiêu", "Đơn vị chịu trách nhiệm theo dõi chỉ tiêu",
        "Cơ quan phụ trách theo dõi", "Đơn vị đo lường, báo cáo",
    ],
}  # fmt: skip
