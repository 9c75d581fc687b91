"""Vietnamese outputs and themes that only the closed part has."""

OUTPUTS = [
    "Văn bản tham mưu", "Quyết định phê duyệt của UBND tỉnh", "Kế hoạch năm được ban hành",
    "Báo cáo tình hình thực hiện",
    "Công văn đôn đốc", "Nghị quyết của HĐND", "Hội nghị, hội thảo được tổ chức",
    "Thông báo kết luận cuộc họp",
    "Tờ trình và dự thảo Quyết định", "Dữ liệu được cập nhật", "Hồ sơ dự án",
    "Kết quả kiểm tra, kết luận kiểm tra",
    "Các lớp bồi dưỡng", "Số liệu báo cáo tháng", "Quy chế được ký kết", "Biên bản nghiệm thu, bàn giao",
    "Chỉ số được cải thiện", "Báo cáo đề xuất giải pháp", "Bảng tổng hợp kết quả rà soát",
    "Mô hình được triển khai",
    "Hợp đồng được ký kết", "Danh sách đối tượng được phê duyệt", "Sổ tay, tờ gấp tuyên truyền",
    "Chuyên đề sinh hoạt",
    "Hệ thống đưa vào vận hành chính thức", "Đồ án quy hoạch được duyệt", "Danh sách học viên",
    "Phương án được thông qua", "Thư mời, giấy mời", "Kế hoạch phối hợp liên ngành",
]  # fmt: skip
THEMES = [
    "Công tác thanh tra, tiếp dân", "Bảo tồn văn hóa, phát triển du lịch",
    "Nhiệm vụ thuộc Chương trình hành động",
    "Nông thôn, nông dân",
    "Nhiệm vụ, giải pháp về tổ chức bộ máy", "Công tác quy hoạch, kế hoạch và đầu tư",
    "Tăng cường kỷ luật, kỷ cương hành chính",
    "Nhiệm vụ lĩnh vực nội chính, cải cách tư pháp", "Nhiệm vụ lĩnh vực kinh tế tổng hợp",
    "Giáo dục, y tế và an sinh",
    "Khoa học, công nghệ và dữ liệu số", "Công tác đối ngoại, xúc tiến đầu tư",
    "Quản lý đất đai, khoáng sản, môi trường",
    "Hạ tầng giao thông, năng lượng", "Nâng cao chất lượng phục vụ tại Bộ phận Một cửa",
    "Lĩnh vực công nghiệp, thương mại, dịch vụ",
    "Nhiệm vụ đột phá", "Công tác xây dựng Đảng và hệ thống chính trị",
    "Thi đua, khen thưởng và thông tin tuyên truyền",
    "Nâng cao năng lực đội ngũ", "Các đề án, dự án ưu tiên", "Thu ngân sách và giải ngân đầu tư công",
    "Chăm lo đời sống nhân dân", "Nhiệm vụ về văn bản quy phạm pháp luật", "Ứng phó thiên tai, sự cố",
    "Nhóm giải pháp về tài chính",
]  # fmt: skip
THEME_TAILS = [
    "theo phân cấp",
    "ở các cấp",
    "trên các lĩnh vực",
    "trong lĩnh vực phụ trách",
    "(theo Chương trình công tác)",
]
