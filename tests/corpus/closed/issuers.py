"""Places and issuers that only the closed part has."""

PROVINCES = ["Hòa An"]
CITIES = ["Long Khánh", "Gò Công", "Cam Ranh"]
COMMUNES = [
    "Thanh Oai", "Ea Kar", "Bắc Yên", "Quảng Điền", "Kim Bảng", "Giồng Riềng", "Nậm Nhùn", "Thăng Điền",
    "Yên Thế", "Tịnh Biên", "Hàm Yên", "Cần Giuộc", "Mộc Hóa",
]  # fmt: skip
WARDS = [
    "Trảng Dài",
    "Kinh Bắc",
    "Cao Lãnh",
    "Nghĩa Lộ",
    "Nam Nha Trang",
    "Bồ Đề",
    "Hòa Khánh",
    "Vị Tân",
    "Sông Cầu",
    "Ba Đình",
]
ISSUERS = {
    "vn_central": [
        "BỘ TƯ PHÁP\nCỤC BỔ TRỢ TƯ PHÁP", "BỘ Y TẾ\nCỤC AN TOÀN THỰC PHẨM",
        "BỘ CÔNG THƯƠNG\nCỤC XÚC TIẾN THƯƠNG MẠI", "BỘ TÀI CHÍNH\nCỤC HẢI QUAN",
        "BỘ KHOA HỌC VÀ CÔNG NGHỆ\nCỤC VIỄN THÔNG", "TRUNG ƯƠNG ĐOÀN TNCS HỒ CHÍ MINH",
        "ĐẠI HỌC QUỐC GIA THÀNH PHỐ HỒ CHÍ MINH",
    ],
    "vn_english": [
        "VIET NAM FATHERLAND FRONT CENTRAL COMMITTEE", "VOICE OF VIET NAM", "SUPREME PEOPLE'S PROCURACY",
    ],
    "quarters": [
        "County Government of Makueni", "Sarawak Economic Development Corporation",
        "City Government of Iloilo", "Women and Child Development Department",
        "Panchayati Raj and Drinking Water Department", "Natural Resources and Environment Board",
        "County Department of Lands and Urban Planning",
    ],
    "months": [
        "Waterford City and County Council", "City of Ballarat", "Gwynedd Council", "Dunedin City Council",
        "Northern Territory Department of Health",
        "South East Energy Agency", "Otago Regional Council",
    ],
}  # fmt: skip
