"""Letterheads of the closed part alone: the numbers of its issuers, and how English ones say their date."""

CENTRAL_NUMBERS = {
    "BỘ TƯ PHÁP\nCỤC BỔ TRỢ TƯ PHÁP": ("KẾ HOẠCH", "KH-CBTTP"),
    "BỘ Y TẾ\nCỤC AN TOÀN THỰC PHẨM": ("KẾ HOẠCH", "KH-ATTP"),
    "BỘ CÔNG THƯƠNG\nCỤC XÚC TIẾN THƯƠNG MẠI": ("KẾ HOẠCH", "KH-XTTM"),
    "BỘ TÀI CHÍNH\nCỤC HẢI QUAN": ("QUYẾT ĐỊNH", "QĐ-CHQ"),
    "BỘ KHOA HỌC VÀ CÔNG NGHỆ\nCỤC VIỄN THÔNG": ("KẾ HOẠCH", "KH-CVT"),
    "TRUNG ƯƠNG ĐOÀN TNCS HỒ CHÍ MINH": ("KẾ HOẠCH", "KH-TWĐTN"),
    "ĐẠI HỌC QUỐC GIA THÀNH PHỐ HỒ CHÍ MINH": ("KẾ HOẠCH", "KH-ĐHQG"),
}
TRANSLATED = {
    "VIET NAM FATHERLAND FRONT CENTRAL COMMITTEE": (
        "PLAN",
        "KH-MTTW",
        "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
    ),
    "VOICE OF VIET NAM": ("PLAN", "KH-TNVN", "Đài Tiếng nói Việt Nam"),
    "SUPREME PEOPLE'S PROCURACY": ("PLAN", "KH-VKSTC", "Viện kiểm sát nhân dân tối cao"),
}
OF_DATE = ["Plan adopted on {}", "Date of approval: {}", "As approved: {}", "Launched {}"]
