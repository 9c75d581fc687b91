"""Vietnamese indicators that only the closed part has."""

MEASURES = [
    ("Tỷ lệ nhiệm vụ hoàn thành đúng hạn", "%"), ("Tốc độ tăng giá trị sản xuất", "%/năm"),
    ("Tỷ lệ xã đạt chuẩn nông thôn mới nâng cao", "%"), ("Số hộ kinh doanh chuyển lên doanh nghiệp", "Hộ"),
    ("Tỷ lệ giải ngân các nguồn vốn", "%"), ("Tỷ lệ hồ sơ được số hóa", "%"),
    ("Chỉ số hài lòng (SIPAS)", "Điểm"), ("Tỷ lệ trường học có camera an toàn", "%"),
    ("Số bác sĩ trên một vạn dân", "Bác sĩ"), ("Diện tích trồng cây dược liệu", "Ha"),
    ("Sản lượng khai thác thủy sản", "Tấn"), ("Tỷ lệ khu công nghiệp có xử lý nước thải tập trung", "%"),
    ("Tỷ lệ thôn có nhà văn hóa đạt chuẩn", "%"), ("Số lớp tập huấn được tổ chức", "Lớp"),
    ("Thu nhập bình quân đầu người", "Triệu đồng"), ("Số vụ tai nạn giao thông giảm", "%"),
]  # fmt: skip
MEASURE_TAILS = ["của cơ quan chuyên môn", "tại cấp xã", "trong kỳ báo cáo", "(tính lũy kế)"]
