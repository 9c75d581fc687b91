"""Departments of a province and what stands under annexes and signatures, in the closed part alone."""

DEPARTMENTS = [
    ("Sở Nội vụ", "SoNV"), ("Sở Y tế", "SoYT"), ("Sở Xây dựng", "SoXD"), ("Sở Tài chính", "SoTC"),
    ("Sở Công Thương", "SoCT"), ("Sở An toàn thực phẩm", "SATTP"),
    ("Ban Quản lý Khu kinh tế", "BQLKKT"), ("Trung tâm Phục vụ hành chính công", "TTPVHCC"),
    ("Ban Quản lý dự án đầu tư xây dựng", "BQLDA"), ("Sở Tư pháp", "SoTP"),
    ("Trung tâm Xúc tiến đầu tư", "TTXTĐT"),
]  # fmt: skip
ENCLOSURES = [
    "(Kèm theo {kind} số: {number} ngày {d:02}/{m:02}/{y} của {issuer})",
    "(Phụ lục ban hành kèm theo {kind} số {number} ngày {d:02} tháng {m:02} năm {y} của {issuer})",
    "(Ban hành theo {kind} số {number} ngày {d} tháng {m} năm {y} của {issuer})",
]
SIGNED_BY = [
    "Người ký: {issuer}\nCơ quan: {issuer}\nNgày ký: {d:02}/{m:02}/{y} {hour:02}:{minute:02}:{second:02}",
    "Chữ ký số: {issuer}\nThời gian ký: {d:02}-{m:02}-{y} {hour:02}:{minute:02}:{second:02} +07:00",
    "Ký bởi: {issuer}\nNgày ký: {d:02}/{m:02}/{y} {hour:02}:{minute:02}",
]
