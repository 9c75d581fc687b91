"""Lines around tables that only the closed part has."""

UNIT_LINES = {
    "vi": ["(Đơn vị: tr.đồng)", "Đvt: Triệu đồng VN"],
    "en": ["(Ksh. million)", "Amounts in thousand pesos", "Figures in RM '000"],
}
CAPTIONS = {
    "vi": [
        "Bảng 2. Danh mục nhiệm vụ và phân công", "Biểu 1. Nhiệm vụ trọng tâm thực hiện",
        "Bảng phân công nhiệm vụ chi tiết kèm theo",
    ],
    "en": [
        "Table 6. Activities and offices responsible", "Table 1: Annual action matrix",
        "Schedule A: activities",
    ],
}  # fmt: skip
REMARKS = {
    "vi": [
        "Ghi chú: Cơ quan đứng đầu tại cột chủ trì là cơ quan tổng hợp báo cáo.",
        "* Các nhiệm vụ chưa có kinh phí thực hiện khi được giao dự toán.",
        "Ghi chú: Thời gian nêu trên có thể được rút ngắn theo yêu cầu.",
    ],
    "en": [
        "Note: Offices keep their own records of the work.",
        "* Activities marked in the tracker are reviewed each month.",
        "Note: Offices may add their own sub-activities.",
    ],
}
OF_FOOTNOTES = {
    "vi": (
        "Bổ sung theo kết luận phiên họp tháng 7 năm 2025.",
        "Thực hiện lồng ghép với nhiệm vụ thường xuyên.",
    ),
    "en": ("Added at the request of the Council.", "Carried out together with partner agencies."),
}
