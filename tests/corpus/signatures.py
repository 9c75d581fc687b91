"""Tables below a plan of those to ask and of those who signed, and who gets a copy."""

# ruff: noqa: E501  a pool of words stands together

from tests.corpus.closed import signatures as closed

CONTACTS = {
    "vi": [
        ["DANH SÁCH ĐẦU MỐI LIÊN HỆ"],
        ["TT", "Họ và tên", "Chức vụ", "Điện thoại"],
        ["1", "Lê Thị Hồng Vân", "Trưởng phòng Tổng hợp", "024 0000 0011"],
        ["2", "Phạm Quốc Toản", "Chuyên viên", "024 0000 0012"],
    ],
    "en": [
        ["Contact points"],
        ["No.", "Name", "Position", "Telephone"],
        ["1", "A. Perera", "Director, Policy", "555 0101"],
        ["2", "J. Campbell", "Programme Officer", "555 0102"],
    ],
}
NEW_CONTACTS = {
    "vi": [
        ["THÔNG TIN LIÊN HỆ"],
        ["Đơn vị", "Người liên hệ", "Số điện thoại", "Thư điện tử"],
        ["Văn phòng", "Nguyễn Thu Hà", "0200 000 031", "tonghop@example.vn"],
        ["Phòng Kế hoạch", "Đỗ Văn Lâm", "0200 000 032", "kehoach@example.vn"],
    ],
    "en": [
        ["Who to contact"],
        ["Unit", "Contact person", "E-mail", "Phone"],
        ["Secretariat", "M. Banda", "secretariat@example.org", "555 0141"],
        ["Monitoring Unit", "T. Kaupa", "monitoring@example.org", "555 0142"],
    ],
}
SEVENTH_CONTACTS = {
    "vi": [
        ["ĐẦU MỐI THEO DÕI, TIẾP NHẬN BÁO CÁO"],
        ["STT", "Bộ phận", "Cán bộ phụ trách", "Số máy lẻ"],
        ["01", "Bộ phận Tổng hợp", "Trần Thị Kim Oanh", "108"],
        ["02", "Bộ phận Kế hoạch - Tài chính", "Lương Văn Phúc", "112"],
    ],
    "en": [
        ["Further information"],
        ["Topic", "Officer", "Telephone", "E-mail"],
        ["The plan as a whole", "S. Dorji", "555 0171", "plan@example.org"],
        ["Reporting", "E. Taufa", "555 0172", "reports@example.org"],
    ],
}
EIGHTH_CONTACTS = {
    "vi": [
        ["CÁN BỘ ĐẦU MỐI CỦA CƠ QUAN THƯỜNG TRỰC"],
        ["TT", "Họ tên", "Đơn vị công tác", "Số điện thoại di động"],
        ["1", "Ngô Thị Thanh Tâm", "Văn phòng", "0900 000 041"],
        ["2", "Hồ Viết Cường", "Phòng Nghiệp vụ", "0900 000 042"],
    ],
    "en": [
        ["Contact details"],
        ["Office", "Focal person", "Telephone", "E-mail address"],
        ["Head office", "B. Kollie", "555 0181", "office@example.org"],
        ["Regional office", "T. Tekanene", "555 0182", "region@example.org"],
    ],
}
NINTH_CONTACTS = {
    "vi": [
        ["NGƯỜI GIẢI ĐÁP VƯỚNG MẮC KHI LẬP BÁO CÁO"],
        ["Số TT", "Người phụ trách", "Phần việc", "Hộp thư công vụ"],
        ["1", "Tạ Thị Bích Liên", "Biểu nhiệm vụ", "nhiemvu@example.vn"],
        ["2", "Châu Minh Đức", "Biểu chỉ tiêu", "chitieu@example.vn"],
    ],
    "en": [
        ["Where to send questions"],
        ["Subject", "Ask for", "Extension", "Mailbox"],
        ["Reports and dates", "G. Tesfaye", "0191", "dates@example.org"],
        ["Money and procurement", "O. Le Page", "0192", "money@example.org"],
    ],
}
TENTH_CONTACTS = {
    "vi": [
        ["TỔ GIÚP VIỆC THEO DÕI KẾ HOẠCH"],
        ["Số", "Thành viên", "Vai trò", "Điện thoại cơ quan"],
        ["1", "Lâm Thị Ngọc Ánh", "Tổ trưởng", "0200 000 051"],
        ["2", "Đinh Công Hậu", "Thư ký", "0200 000 052"],
    ],
    "en": [
        ["People who can help"],
        ["Role", "Name of officer", "Desk phone", "Inbox"],
        ["Plan coordinator", "P. Remengesau", "555 0201", "coordinator@example.org"],
        ["Data clerk", "N. Warsame", "555 0202", "data@example.org"],
    ],
}
ELEVENTH_CONTACTS = {
    "vi": [
        ["THÔNG TIN ĐẦU MỐI"],
        ["STT", "Cơ quan đầu mối", "Người phụ trách liên hệ", "Số liên hệ"],
        ["1.", "Văn phòng (bộ phận tổng hợp)", "Nguyễn Văn Sơn", "0200 000 061"],
        ["2.", "Phòng Kế hoạch (đầu mối)", "Trần Thị Minh", "0200 000 062"],
    ],
    "en": [
        ["Contacts"],
        ["Function", "Officer in charge", "Phone number", "Email"],
        ["Coordination", "D. Mwangi", "555 0211", "coordination@example.org"],
        ["Statistics", "R. Santos", "555 0212", "statistics@example.org"],
    ],
}
TWELFTH_CONTACTS = {
    "vi": [
        ["ĐẦU MỐI PHỐI HỢP TRIỂN KHAI"],
        ["TT.", "Họ và tên cán bộ", "Chức vụ, đơn vị", "Điện thoại/Email"],
        ["01", "Phan Thị Hoài Thu", "Chuyên viên Phòng Chuyển đổi số", "0200 000 071"],
        ["02", "Dương Văn Hải", "Phó Trưởng phòng Tổng hợp", "hai.dv@example.vn"],
    ],
    "en": [
        ["For further information"],
        ["Institution", "Designation", "Name of contact", "E-mail / Tel."],
        ["Planning Directorate", "Director", "G. Phiri", "planning@example.org"],
        ["Policy Unit", "Senior Officer", "N. Wijaya", "555 0232"],
    ],
}
THIRTEENTH_CONTACTS = {
    "vi": [
        ["DANH SÁCH CÔNG CHỨC ĐƯỢC GIAO THEO DÕI, TỔNG HỢP"],
        ["STT.", "Cán bộ, công chức", "Phòng, đơn vị", "Điện thoại di động"],
        ["(1)", "Vũ Thị Minh Nguyệt", "Phòng Tổng hợp", "0200 000 081"],
        ["(2)", "Trịnh Văn Khoa", "Văn phòng", "0200 000 082"],
    ],
    "en": [
        ["Nodal officers"],
        ["Sl. No.", "Department", "Name and designation of officer", "Telephone / e-mail"],
        ["1.1", "Planning", "K. Thomas, Joint Director", "555 0241"],
        ["1.2", "Corporate Performance", "E. Davies, Performance Manager", "performance@example.org"],
    ],
}
OF_CONTACT = {
    "sixth": NEW_CONTACTS,
    "seventh": SEVENTH_CONTACTS,
    "eighth": EIGHTH_CONTACTS,
    "ninth": NINTH_CONTACTS,
    "tenth": TENTH_CONTACTS,
    "eleventh": ELEVENTH_CONTACTS,
    "twelfth": TWELFTH_CONTACTS,
    "thirteenth": THIRTEENTH_CONTACTS,
    "held_out": closed.OF_CONTACT,
}
SIGNED = {
    "vi": [
        ["Nơi nhận:\n- Như Điều 3;\n- Lưu: VT, TH.", "TM. CƠ QUAN BAN HÀNH\nKT. THỦ TRƯỞNG\nPHÓ THỦ TRƯỞNG\n(Đã ký)\nTrần Minh Khôi"],
    ],
    "en": [
        ["Prepared by", "Reviewed by", "Approved by"],
        ["Head of Planning", "Director of Finance", "Permanent Secretary"],
        ["(signed)", "(signed)", "(signed)"],
    ],
}  # fmt: skip

NEW_SIGNED = {
    "vi": [
        [
            "NGƯỜI LẬP BIỂU\n(Đã ký)\nHoàng Thị Mai",
            "TRƯỞNG PHÒNG\n(Đã ký)\nVũ Đình Nam",
            "THỦ TRƯỞNG ĐƠN VỊ\n(Ký, đóng dấu)\nĐặng Quang Huy",
        ],
    ],
    "en": [
        ["Name", "Position", "Signature", "Date"],
        ["R. Mensah", "Director of Programmes", "(signed)", ""],
        ["L. Whyte", "Chief Executive", "(signed)", ""],
    ],
}
SEVENTH_SIGNED = {
    "vi": [
        [
            "Nơi nhận:\n- Lãnh đạo cơ quan (b/c);\n- Các đơn vị trực thuộc;\n- Lưu: VT.",
            "TL. THỦ TRƯỞNG\nCHÁNH VĂN PHÒNG\n(Đã ký)\nBùi Văn Tảo",
        ],
    ],
    "en": [
        ["Submitted by:", "Endorsed by:"],
        ["(signed)\nK. Ngubane\nProject Manager", "(signed)\nF. Leota\nChief Secretary"],
    ],
}
EIGHTH_SIGNED = {
    "vi": [
        [
            "Nơi nhận:\n- Như trên;\n- Cấp trên (để báo cáo);\n- Lưu: VT, VP.",
            "QUYỀN THỦ TRƯỞNG\n(Đã ký)\nMai Xuân Trường",
        ],
    ],
    "en": [
        ["Drawn up by", "Cleared by"],
        ["(signed)\nD. Rolle\nPlanning Officer", "(signed)\nM. Pitt\nDirector-General"],
    ],
}
NINTH_SIGNED = {
    "vi": [
        [
            "Nơi nhận:\n- Thường trực cấp ủy (b/c);\n- Thành viên Tổ giúp việc;\n- Lưu: VT, KH.",
            "TUQ. THỦ TRƯỞNG\nTRƯỞNG BAN KẾ HOẠCH\n(Đã ký)\nQuách Thế Vinh",
        ],
    ],
    "en": [
        ["For the Ministry", "For the partners"],
        ["(signed)\nA. Bekele\nState Minister", "(signed)\nR. Joseph\nChair of the Forum"],
        ["Place and date: ", "Place and date: "],
    ],
}
TENTH_SIGNED = {
    "vi": [
        [
            "Nơi nhận:\n- Các bên có tên tại biểu;\n- Cổng thông tin điện tử;\n- Lưu: VT, TCTH.",
            "T/M TẬP THỂ LÃNH ĐẠO\nPHÓ THỦ TRƯỞNG PHỤ TRÁCH\n(Đã ký)\nKiều Thanh Bình",
        ],
    ],
    "en": [
        ["Recommended:", "Not objected to:", "Authorised:"],
        ["(signed)\nL. Kabua\nPolicy Adviser", "(signed)\nTreasury", "(signed)\nC. Liburd\nMinister"],
    ],
}
ELEVENTH_SIGNED = {
    "vi": [
        [
            "Nơi nhận:\n- Như Điều 3 (để thực hiện);\n- Thường trực HĐND;\n- Lưu: VT.",
            "TM. LÃNH ĐẠO CƠ QUAN\n(Đã ký)\nNguyễn Đức Thắng",
        ],
    ],
    "en": [
        ["Prepared by:", "Approved by:"],
        ["(signed)\nJ. Otieno\nDirector of Planning", "(signed)\nM. Reyes\nSecretary"],
    ],
}
TWELFTH_SIGNED = {
    "vi": [
        [
            "Nơi nhận:\n- UBND tỉnh (b/c);\n- Chủ tịch, các PCT;\n- Các sở, ban, ngành;\n- UBND các xã, phường;\n- Lưu: VT, NC.",
            "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n(Đã ký)\n\nLê Quang Hòa",
        ],
    ],
    "en": [
        ["Submitted for approval", "Approval"],
        ["(signed)\nP. Mwansa\nActing Director", "(signed)\nThe Minister"],
        ["Date:", "Date:"],
    ],
}
THIRTEENTH_SIGNED = {
    "vi": [
        [
            "Nơi nhận:\n- Như Điều 4;\n- Cơ quan cấp trên trực tiếp (b/c);\n- Trang thông tin điện tử (đăng tải);\n- Lưu: VT, KSTT.",
            "THỦ TRƯỞNG CƠ QUAN\n\n(Chữ ký số)\n\nĐinh Thị Lan Phương",
        ],
    ],
    "en": [
        ["By order", "Copy to"],
        ["(signed)\nS. Nair\nAdditional Chief Secretary", "All Heads of Department\nStock file"],
    ],
}
RECIPIENTS = {
    "vi": (
        "Nơi nhận:\n- Thường trực Tỉnh ủy;\n- Chủ tịch, các Phó Chủ tịch UBND tỉnh;\n- Các cơ quan, đơn vị có tên tại Phụ lục;"
        "\n- Công báo tỉnh;\n- Lưu: VT, TH (02b)."
    ),
    "en": "Distribution:\n- As above;\n- Archives.",
}
"""What stands below the plan of the twelfth part: who gets a copy."""
OF_SIGNATURE = {
    "sixth": NEW_SIGNED,
    "seventh": SEVENTH_SIGNED,
    "eighth": EIGHTH_SIGNED,
    "ninth": NINTH_SIGNED,
    "tenth": TENTH_SIGNED,
    "eleventh": ELEVENTH_SIGNED,
    "twelfth": TWELFTH_SIGNED,
    "thirteenth": THIRTEENTH_SIGNED,
    "held_out": closed.OF_SIGNATURE,
}
