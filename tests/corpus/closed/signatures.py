"""Contacts and signatures that only the closed part has."""

OF_CONTACT = {
    "vi": [
        ["ĐẦU MỐI TỔNG HỢP, BÁO CÁO"],
        ["Mã số", "Cán bộ đầu mối", "Phòng/đơn vị công tác", "Liên hệ"],
        ["1/", "Đặng Thị Kim Oanh", "Phòng Hành chính - Quản trị", "0200 000 093"],
        ["2/", "Mai Xuân Trường", "Bộ phận Văn thư", "truong.mx@example.vn"],
    ],
    "en": [
        ["Focal persons"],
        ["Ref", "Office or unit", "Person in charge", "Contact number"],
        ["F1", "City Planning", "L. Dela Cruz", "555 0251"],
        ["F2", "Budget Office", "B. Mutua", "budget@example.org"],
    ],
}
OF_SIGNATURE = {
    "vi": [
        [
            "Nơi nhận:\n- Như Điều 3;\n- Thường trực HĐND (b/c);\n- Các phòng, đơn vị;\n- Lưu: VT, TH.",
            "KT. THỦ TRƯỞNG\nCẤP PHÓ\n\n(Đã ký)\n\nTrương Quốc Bảo",
        ],
    ],
    "en": [
        ["Recommending approval", "Approved by"],
        ["(signed)\nC. Villanueva\nPlanning Coordinator", "(signed)\nThe Mayor"],
    ],
}
