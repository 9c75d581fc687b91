"""Abbreviations and sentences around the tables that only the closed part has."""

SHORTENED = {
    "vi": [
        ("TTPVHCC", "Trung tâm Phục vụ hành chính công"), ("CQ", "Cơ quan"), ("ĐVTT", "Đơn vị trực thuộc"),
        ("KTTT", "Kinh tế tập thể"), ("NN&MT", "Nông nghiệp và Môi trường"), ("ĐTC", "Đầu tư công"),
    ],
    "en": [
        ("PPA", "Programs, projects and activities"), ("CIDP", "County integrated development plan"),
        ("OSR", "Own-source revenue"), ("LECP", "Local economic and community plan"),
        ("RAP", "Reconciliation action plan"),
    ],
}  # fmt: skip
EXPLAINED = {
    "vi": [
        "Nhóm nhiệm vụ này do các đơn vị chủ động thực hiện và báo cáo theo quý.",
        "Phần này gồm các nhiệm vụ đã được xác định trong Nghị quyết và nhiệm vụ bổ sung.",
        "Ưu tiên bố trí nguồn lực để hoàn thành trong nửa đầu nhiệm kỳ.",
    ],
    "en": [
        "The activities in this part were prioritised at the ward forums.",
        "Offices concerned shall include these items in their own annual plans.",
        "Our community told us that this matters most to them.",
    ],
}  # fmt: skip
