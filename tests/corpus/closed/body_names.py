"""Vietnamese bodies that only plans of the closed part name."""

CENTRAL = [
    "Cục Phổ biến, giáo dục pháp luật và Trợ giúp pháp lý", "Cục Bổ trợ tư pháp", "Cục Quản lý công sản",
    "Cục Phát triển doanh nghiệp tư nhân và kinh tế tập thể",
    "Cục Công nghiệp", "Cục Xúc tiến thương mại", "Cục Thương mại điện tử và Kinh tế số",
    "Cục An toàn thực phẩm", "Cục Bà mẹ và Trẻ em",
    "Cục Quản lý lao động ngoài nước", "Cục Bảo vệ thực vật và Trồng trọt", "Cục Chăn nuôi và Thú y",
    "Cục Quản lý tài nguyên nước", "Cục Khí tượng thủy văn",
    "Cục Hàng hải và Đường thủy Việt Nam", "Cục Kinh tế - Quản lý đầu tư xây dựng",
    "Cục Du lịch Quốc gia Việt Nam", "Cục Thể dục thể thao Việt Nam",
    "Cục Bưu điện Trung ương", "Cục Công nghệ thông tin và Dữ liệu số", "Cục Quản lý chất lượng",
    "Cục Nhà giáo và Cán bộ quản lý giáo dục", "Các trường đại học công lập",
    "Các ngân hàng thương mại nhà nước", "Hiệp hội các đô thị Việt Nam", "Hội Y tế công cộng Việt Nam",
    "Các địa phương có rừng", "Các hội nghề nghiệp trung ương",
    "Tổ công tác của Thủ tướng Chính phủ",
]  # fmt: skip
PROVINCIAL = [
    "Trung tâm Khuyến nông và Dịch vụ nông nghiệp tỉnh", "Các cơ quan Đảng ở tỉnh",
    "Thủ trưởng các cơ quan khối tỉnh", "Các cơ quan trung ương đóng trên địa bàn tỉnh",
    "Ban Quản lý rừng phòng hộ tỉnh",
    "Chi nhánh Văn phòng đăng ký đất đai", "Trung tâm Điều dưỡng người có công",
    "Trung tâm Đăng kiểm phương tiện giao thông", "Trung tâm Quản lý hạ tầng kỹ thuật tỉnh",
    "Trung tâm Khuyến công và Xúc tiến thương mại tỉnh", "Bệnh viện Đa khoa khu vực",
    "Công ty cổ phần Môi trường đô thị", "Quỹ Bảo vệ và Phát triển rừng tỉnh",
    "Hội Kế hoạch hóa gia đình tỉnh",
    "Hội Hữu nghị Việt - Lào tỉnh", "Hội Nữ doanh nhân tỉnh", "Các bệnh viện công lập",
    "Trung tâm Lưu trữ lịch sử", "Hội Nông dân các xã",
    "Các trường cao đẳng trên địa bàn", "UBND các xã khu vực biên giới",
    "Các ngân hàng thương mại trên địa bàn", "Ban Quản lý Khu bảo tồn thiên nhiên",
]  # fmt: skip
COMMUNE = [
    "Phòng Kinh tế - Văn hóa xã", "Bộ phận Tiếp nhận và Trả kết quả xã", "Công chức Văn phòng - Thống kê",
    "Công chức Địa chính - Xây dựng", "Các điểm trường trên địa bàn xã",
    "Trưởng bản", "Hội Sinh vật cảnh xã", "Câu lạc bộ Liên thế hệ xã",
    "Đội hình thanh niên tình nguyện xã", "Ban Hòa giải xã", "Ban Giám sát đầu tư của cộng đồng",
    "Tổ hợp tác sản xuất xã", "Ban Xây dựng Đảng xã", "Ban Chỉ đạo Cải cách hành chính xã",
    "Trung tâm Cung ứng dịch vụ công xã", "Các hộ kinh doanh trên địa bàn xã",
]  # fmt: skip
