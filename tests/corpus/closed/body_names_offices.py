"""Offices within departments and ministries that only plans of the closed part name."""

DEPARTMENT = [
    "Các trung tâm thuộc Sở", "Phòng Hành chính quản trị", "Phòng Công tác chuyên ngành",
    "Phòng Kiểm tra chuyên ngành", "Phòng Nghiệp vụ",
    "Giám đốc Sở", "Phó Giám đốc phụ trách", "Ban Chấp hành Công đoàn Sở", "Chi đoàn cơ quan Sở",
    "Chi cục Tiêu chuẩn Đo lường Chất lượng", "Trung tâm Thông tin dữ liệu",
    "Trung tâm Kỹ thuật nghiệp vụ", "Phòng Quản lý chuyên ngành 1", "Phòng Quản lý chuyên ngành 2",
    "Ban Chỉ đạo Chuyển đổi số của Sở", "Trưởng các phòng thuộc Sở",
    "Tổ Biên tập Cổng thông tin", "Bộ phận Kế toán - Tài vụ",
]  # fmt: skip
MINISTRY = [
    "Cục Tổ chức cán bộ", "Cục Tài chính và Quản lý công", "Vụ Chính sách và Pháp chế",
    "Trung tâm Dữ liệu và Công nghệ số", "Lãnh đạo các đơn vị thuộc Bộ",
    "Học viện trực thuộc Bộ", "Báo điện tử của Bộ", "Văn phòng Ban Cán sự", "Ủy ban Kiểm tra Đảng ủy Bộ",
    "Nhà xuất bản của Bộ",
    "Cục quản lý chuyên ngành liên quan", "Vụ Thi đua - Khen thưởng", "Vụ Đào tạo",
    "Vụ Khoa học, Công nghệ và Môi trường", "Ban Chỉ đạo Cải cách hành chính của Bộ",
    "Các tổng công ty thuộc Bộ", "Đoàn Thanh niên Bộ", "Hội Cựu chiến binh Bộ",
    "Các ban quản lý dự án chuyên ngành", "Vụ Quan hệ quốc tế",
]  # fmt: skip
