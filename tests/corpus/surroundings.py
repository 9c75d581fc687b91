"""Words that stand around the tables of a plan: contacts, signatures, captions, remarks, footnotes."""

# ruff: noqa: E501  a pool of words stands together

from tests.corpus.chance import Pool

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
OF_CONTACT = {
    "sixth": NEW_CONTACTS,
    "seventh": SEVENTH_CONTACTS,
    "eighth": EIGHTH_CONTACTS,
    "ninth": NINTH_CONTACTS,
    "tenth": TENTH_CONTACTS,
    "held_out": ELEVENTH_CONTACTS,
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
OF_SIGNATURE = {
    "sixth": NEW_SIGNED,
    "seventh": SEVENTH_SIGNED,
    "eighth": EIGHTH_SIGNED,
    "ninth": NINTH_SIGNED,
    "tenth": TENTH_SIGNED,
    "held_out": ELEVENTH_SIGNED,
}
UNIT_LINES = {
    "vi": Pool(
        sixth=["Đơn vị tính: triệu đồng", "(ĐVT kinh phí: tỷ đồng)"],
        seventh=["ĐVT: nghìn đồng", "Đơn vị tính kinh phí: triệu đồng"],
        eighth=["Đơn vị: đồng", "(Kinh phí tính bằng triệu đồng)"],
        ninth=["ĐVT: tỷ đồng", "Đơn vị tính: nghìn đồng"],
        tenth=["(Số tiền ghi theo triệu đồng)", "ĐV tính: 1.000 đồng"],
        usual=["Đơn vị tính: triệu đồng"],
        held_out=["Đơn vị tính: tỷ đồng", "(Đơn vị: triệu đồng)"],
    ),
    "en": Pool(
        sixth=["(Amounts in thousands of dollars)", "Currency: US$ million"],
        seventh=["(in millions of national currency)", "All costs in US dollars"],
        eighth=["(Figures in local currency, thousands)", "Costs are shown in US$"],
        ninth=["(All amounts in US$ thousand)", "Amounts in local currency, millions"],
        tenth=["(Cost figures in thousands of US dollars)", "Money in millions, local currency"],
        held_out=["(US$ million)", "All figures in US$"],
    ),
}
CAPTIONS = {
    "vi": Pool(
        sixth=["Bảng 1. Nhiệm vụ và phân công thực hiện", "Bảng số 1: Danh mục nhiệm vụ"],
        seventh=["Bảng 2. Phân công nhiệm vụ", "Bảng 01: Tổng hợp nhiệm vụ cụ thể"],
        eighth=["Biểu 1. Chi tiết nhiệm vụ của kế hoạch", "Bảng 1: Nội dung, nhiệm vụ thực hiện"],
        ninth=["Biểu số 01: Nhiệm vụ và tiến độ", "Bảng 3. Nội dung nhiệm vụ và cơ quan thực hiện"],
        tenth=[
            "Bảng phân công số 1. Đầu việc và nơi chịu trách nhiệm",
            "Biểu A. Công việc của kế hoạch",
        ],
        held_out=["Bảng 1. Danh mục nhiệm vụ thực hiện Kế hoạch", "Bảng 1: Phân công nhiệm vụ cụ thể"],
    ),
    "en": Pool(
        sixth=["Table 1: Planned actions", "Table 1. Summary of actions"],
        seventh=["Table 2: Actions by theme", "Table 3. Implementation plan"],
        eighth=["Table A. Actions and owners", "Table 4: Plan of work"],
        ninth=["Table 5: Commitments and owners", "Table B. What will be done"],
        tenth=["Table 7. Work to be done", "Table C: Measures, owners and timing"],
        held_out=["Table 1: Action plan", "Table 2. Implementation matrix"],
    ),
}
REMARKS = {
    "vi": Pool(
        sixth=[
            "Ghi chú: Danh mục có thể được điều chỉnh theo chỉ đạo của cấp trên.",
            "Ghi chú: Các đơn vị gửi kết quả về Văn phòng để tổng hợp.",
        ],
        seventh=[
            "Ghi chú: Trường hợp có thay đổi, đơn vị chủ trì kịp thời báo cáo để điều chỉnh.",
            "Ghi chú: Biểu này thay thế biểu đã gửi trước đây.",
        ],
        eighth=[
            "Ghi chú: Những nội dung chưa nêu tại biểu này thực hiện theo quy định hiện hành.",
            "Ghi chú: Số thứ tự không thể hiện mức độ ưu tiên.",
        ],
        ninth=[
            "Ghi chú: Các mốc trong biểu là mốc chậm nhất.",
            "Ghi chú: Đơn vị nào có ý kiến khác gửi về Văn phòng để xem xét.",
        ],
        tenth=[
            "Ghi chú: Biểu này gửi kèm bản điện tử để các đơn vị tiện cập nhật.",
            "Ghi chú: Tên cơ quan ghi theo tên gọi sau sắp xếp.",
        ],
        held_out=[
            "Ghi chú: Các nhiệm vụ thường xuyên thực hiện theo chức năng, nhiệm vụ được giao.",
            "Ghi chú: Danh mục này được rà soát, cập nhật hằng năm.",
        ],
    ),
    "en": Pool(
        sixth=[
            "Note: Timing depends on the approval of the budget.",
            "Note: Agencies may agree changes with the secretariat.",
        ],
        seventh=[
            "Note: This table is reviewed by the steering committee.",
            "Note: Costs are met from existing votes unless stated.",
        ],
        eighth=[
            "Note: Actions are listed in no particular order.",
            "Note: Partners may join at any stage.",
        ],
        ninth=[
            "Note: Names of bodies are those in use when the plan was approved.",
            "Note: Figures may not add up because of rounding.",
        ],
        tenth=[
            "Note: Blank cells mean that the point is still being discussed.",
            "Note: The wording of the law prevails over this table.",
        ],
        held_out=[
            "Note: Timelines may be revised during the annual review.",
            "Note: Lead agencies are responsible for reporting on progress.",
        ],
    ),
}
FOOTNOTES = {
    "vi": ("Theo số liệu của năm trước.", "Có thể điều chỉnh."),
    "en": ("As agreed last year.", "May change."),
}
NEW_FOOTNOTES = {
    "vi": ("Thực hiện theo quy chế làm việc.", "Nhiệm vụ phối hợp nhiều ngành."),
    "en": ("Builds on the previous programme.", "Partly funded by donors."),
}
SEVENTH_FOOTNOTES = {
    "vi": ("Giao tại kết luận của cấp có thẩm quyền.", "Tiến độ phụ thuộc việc bố trí vốn."),
    "en": ("Carried forward by agreement.", "Subject to the annual budget."),
}
EIGHTH_FOOTNOTES = {
    "vi": ("Theo văn bản giao việc của cơ quan cấp trên.", "Nội dung được làm rõ khi hướng dẫn."),
    "en": ("Requested by local communities.", "Details to follow in guidance."),
}
NINTH_FOOTNOTES = {
    "vi": (
        "Nội dung này do người dân kiến nghị khi tiếp xúc cử tri.",
        "Làm chung với đề án đang triển khai.",
    ),
    "en": ("Asked for at the public hearings.", "To be read together with the policy."),
}
TENTH_FOOTNOTES = {
    "vi": ("Việc này đã nêu trong báo cáo kiểm điểm.", "Chờ thống nhất tên gọi chính thức."),
    "en": ("Added after the last round of comments.", "The name may change by order."),
}
ELEVENTH_FOOTNOTES = {
    "vi": ("Thực hiện theo Quyết định của cấp có thẩm quyền.", "Nhiệm vụ chuyển tiếp từ kế hoạch trước."),
    "en": ("Continued from the previous action plan.", "Subject to approval by Cabinet."),
}
OF_FOOTNOTES = {
    "sixth": NEW_FOOTNOTES,
    "seventh": SEVENTH_FOOTNOTES,
    "eighth": EIGHTH_FOOTNOTES,
    "ninth": NINTH_FOOTNOTES,
    "tenth": TENTH_FOOTNOTES,
    "held_out": ELEVENTH_FOOTNOTES,
}
