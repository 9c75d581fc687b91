"""Titles of documents and annexes, and topics, that only the closed part has."""

DOCUMENT_TITLES = {
    "vi": [
        "Triển khai Chương trình công tác trọng tâm về {topic} năm {y}",
        "Nâng cao hiệu quả công tác {topic} giai đoạn {y} - 2030",
        "Triển khai thực hiện công tác {topic} năm {y} trên địa bàn",
        "Khắc phục tồn tại, hạn chế trong công tác {topic}",
        "Tổ chức thực hiện công tác {topic} thời kỳ 2026 - 2030", "Thực hiện các giải pháp {topic} năm {y}",
        "Triển khai Kết luận của Ban Thường vụ về công tác {topic}",
        "Hành động về {topic} giai đoạn {y} - 2030",
        "Thực hiện nhiệm vụ trọng tâm về {topic} của năm {y}",
        "Triển khai thi hành quy định mới về {topic}",
        "Duy trì, nâng cao chất lượng công tác {topic} năm {y}",
    ],
    "en": [
        "{topic} Action Agenda {y}-2028", "Annual Operational Plan for {topic} {y}",
        "Local {topic} Action Plan {y} - 2027", "Consolidated {topic} Action Plan",
        "Operational Plan: {topic} {y} to 2030", "{topic}: Programme of Actions and Owners",
        "Three-Year Rolling Plan for {topic}",
        "Implementation Schedule of the {topic} Blueprint", "{topic} Area Plan {y}-2029",
        "Blueprint for {topic}: Actions {y}-2030",
    ],
}  # fmt: skip
TOPICS = {
    "vi": [
        "hỗ trợ doanh nghiệp nhỏ và vừa", "kiểm soát tài sản, thu nhập", "bảo vệ và phát triển rừng",
        "phát triển giáo dục mầm non", "quản lý trật tự xây dựng",
        "bảo vệ dữ liệu cá nhân", "phát triển cụm công nghiệp", "phòng, chống bạo lực gia đình",
        "hiện đại hóa nền hành chính", "xúc tiến đầu tư",
        "phát triển chăn nuôi", "chuyển đổi xanh", "nâng hạng chỉ số năng lực cạnh tranh",
        "dân tộc và tôn giáo", "hòa giải ở cơ sở", "chăm sóc sức khỏe học sinh",
    ],
    "en": [
        "Ease of Living", "Smart City", "Local Enterprise", "Early Childhood Education", "Green Growth",
        "Community Wellbeing", "Water and Sanitation",
        "Halal Industry", "Nutrition Security", "Parks and Open Space", "Disaster Preparedness",
        "Civic Participation", "Child-Friendly Communities", "Revenue Enhancement",
    ],
}  # fmt: skip
ANNEXES = {
    "vi": [
        "BẢNG PHÂN CÔNG NHIỆM VỤ VÀ THỜI GIAN HOÀN THÀNH", "DANH MỤC NHIỆM VỤ, CÔNG VIỆC TRỌNG TÂM",
        "PHÂN CÔNG CÁC NHIỆM VỤ CỤ THỂ",
        "DANH MỤC NHIỆM VỤ GIAO CÁC CƠ QUAN, ĐƠN VỊ", "TỔNG HỢP NHIỆM VỤ, GIẢI PHÁP TRIỂN KHAI",
        "BẢNG KẾ HOẠCH TRIỂN KHAI NHIỆM VỤ",
        "CÁC NHIỆM VỤ TRỌNG TÂM VÀ PHÂN CÔNG TỔ CHỨC THỰC HIỆN", "CHƯƠNG TRÌNH CÔNG TÁC CỤ THỂ",
    ],
    "en": [
        "Matrix of Programs, Projects and Activities", "Operational Plan Table",
        "Schedule of Actions and Owners", "IMPLEMENTATION SCHEDULE AND RESPONSIBILITIES",
        "Summary of Planned Activities", "Annual Action Matrix", "Delivery Table",
        "Detailed Programme of Activities",
    ],
}  # fmt: skip
INDICATOR_ANNEXES = {
    "vi": [
        "CÁC CHỈ TIÊU CHỦ YẾU PHẢI HOÀN THÀNH", "GIAO CHỈ TIÊU THỰC HIỆN KẾ HOẠCH",
        "BẢNG TỔNG HỢP CHỈ TIÊU PHẤN ĐẤU", "CHỈ TIÊU VÀ ĐƠN VỊ PHỤ TRÁCH",
        "HỆ THỐNG CHỈ TIÊU CỦA KẾ HOẠCH",
    ],
    "en": [
        "Scorecard Targets", "Key Performance Indicators by Year", "PERFORMANCE TARGETS OF THE PLAN",
        "Table of Measures", "Results Indicators and Targets Table",
    ],
}  # fmt: skip
