"""Columns that no field takes, in the closed part alone."""

MORE_COLUMNS = {
    "vi": [
        (
            "Lãnh đạo chỉ đạo, phụ trách",
            ("Phó Chủ tịch phụ trách nội chính", "Chủ tịch", "Phó Chủ tịch phụ trách tổng hợp"),
        ),
        ("Căn cứ giao nhiệm vụ", ("Nghị quyết số 66-NQ/TW", "Chỉ thị số 10/CT-TTg", "Kết luận số 127-KL/TW")),
        ("Phạm vi áp dụng", ("Toàn tỉnh", "Cấp xã", "Các xã vùng đồng bào dân tộc")),
        ("Hình thức văn bản", ("Quyết định", "Nghị quyết", "Kế hoạch")),
        ("Nhóm ưu tiên", ("Nhóm 1", "Nhóm 2", "Nhóm 3")),
    ],
    "en": [
        ("Coverage", ("All wards", "Rural wards", "Growth areas")),
        ("Type of PPA", ("Program", "Project", "Activity")),
        ("Strategic link", ("Goal 1", "Goal 2", "Goal 3")),
        ("Target clientele", ("Farmers", "Students", "Senior citizens")),
        ("New or continuing", ("New", "Continuing")),
    ],
}  # fmt: skip
