"""Words that stand around the tables of a plan: forewords, contacts, signatures, captions, remarks."""

# ruff: noqa: E501  a pool of words stands together

from tests.corpus.chance import Pool

FOREWORD = {
    "vi": [
        "Năm 2024, toàn ngành đã tiếp nhận 12.480 lượt kiến nghị, giảm 7% so với năm 2023.",
        "Qua 03 năm triển khai, vẫn còn 215 kiến nghị chưa được giải quyết dứt điểm.",
        "Kế hoạch này được xây dựng trên cơ sở ý kiến của 48 đơn vị.",
    ],
    "en": [
        "Foreword",
        "In 2024 we heard from 1,120 people and 64 organisations at 9 public meetings.",
        "Of the 85 actions in the previous plan, 71 were carried out; 2023 was the hardest year.",
        "I thank the 14 members of the steering group for their work.",
    ],
}
LATER_FOREWORD = {
    "vi": [
        "Giai đoạn 2021 - 2025, địa phương và các ngành đã hoàn thành 46/52 nhiệm vụ được giao.",
        "Tuy nhiên, 06 nhiệm vụ còn chậm do vướng mắc về thủ tục và nguồn vốn.",
        "Tại thời điểm xây dựng văn bản này đã có 31 cơ quan gửi ý kiến góp ý.",
    ],
    "en": [
        "Message from the Minister",
        "Since 2020 our services have reached 340,000 people, 18% more than in the five years before.",
        "Over 2,300 responses were received during the 12 weeks of consultation.",
        "I am grateful to everyone who took part.",
    ],
}
FIFTH_FOREWORD = {
    "vi": [
        "Trong năm qua, cơ quan thường trực đã tiếp nhận 3.650 hồ sơ và tổ chức 27 cuộc họp chuyên đề.",
        "Đến nay đã có 118 đơn vị gửi báo cáo; còn 09 đơn vị chưa gửi.",
        "Dự thảo đã được lấy ý kiến rộng rãi trước khi ban hành.",
    ],
    "en": [
        "Preface",
        "The last plan contained 58 actions, of which 49 have been completed since 2021.",
        "More than 700 people attended the 15 workshops held across the country.",
        "My thanks go to all who gave their time and ideas.",
    ],
}
SIXTH_FOREWORD = {
    "vi": [
        "Kết quả rà soát năm trước cho thấy 73% số việc được hoàn thành đúng hạn, 12 việc phải gia hạn.",
        "Ban soạn thảo đã làm việc với 22 địa phương trong 5 tháng.",
        "Trân trọng cảm ơn các cơ quan đã góp ý.",
    ],
    "en": [
        "Introduction by the Chair",
        "When the first plan ended in 2024, 38 of its 44 actions had been finished.",
        "We listened to 2,150 people in 19 towns and villages before we wrote this one.",
        "Thank you to everyone who made it possible.",
    ],
}
SEVENTH_FOREWORD = {
    "vi": [
        "Sau 02 năm thực hiện chương trình trước, 29/35 công việc đã xong; số còn lại được rà soát, chuyển tiếp.",
        "Trong quá trình soạn thảo, cơ quan thường trực nhận được 164 ý kiến của 57 cơ quan, tổ chức.",
        "Văn bản này được hoàn thiện trên tinh thần cầu thị, tiếp thu tối đa các ý kiến xác đáng.",
    ],
    "en": [
        "A word from the Permanent Secretary",
        "By December 2024 we had completed 63 of the 70 commitments made four years earlier.",
        "Some 480 written submissions reached us, a third of them from young people.",
        "I am indebted to the drafting team for 8 months of careful work.",
    ],
}
EIGHTH_FOREWORD = {
    "vi": [
        "Năm vừa qua, 91 cơ quan, đơn vị đã tham gia, tăng 14 đơn vị so với năm trước đó.",
        "Tổng số 1.306 phiếu khảo sát được thu về, trong đó 82% số phiếu bày tỏ sự hài lòng.",
        "Kết quả trên có sự đóng góp của nhiều tập thể, cá nhân.",
    ],
    "en": [
        "Statement by the Director-General",
        "Last year our officers made 5,600 visits, 900 more than the year before.",
        "In all, 34 organisations and 210 households took part in the review of 2024.",
        "I commend everyone who contributed.",
    ],
}
HELD_OUT_FOREWORD = {
    "vi": [
        "Tổng kết 05 năm qua, 37 trên 45 đầu việc đã được nghiệm thu; 08 đầu việc chuyển sang kỳ này.",
        "Riêng năm 2025, đường dây nóng ghi nhận 9.070 cuộc gọi, tăng 12% so với cùng kỳ.",
        "Biểu kèm theo được hoàn thiện sau 03 vòng lấy ý kiến.",
    ],
    "en": [
        "A word from the Chair",
        "When we began in 2022 there were 26 offices; today there are 41, serving 1.3 million people.",
        "Our survey drew 4,980 replies, and 7 out of 10 said that things were getting better.",
        "To all who answered, thank you.",
    ],
}
FOREWORDS = {
    "fourth": LATER_FOREWORD,
    "fifth": FIFTH_FOREWORD,
    "sixth": SIXTH_FOREWORD,
    "seventh": SEVENTH_FOREWORD,
    "eighth": EIGHTH_FOREWORD,
    "held_out": HELD_OUT_FOREWORD,
}
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
HELD_OUT_CONTACTS = {
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
OF_CONTACT = {
    "sixth": NEW_CONTACTS,
    "seventh": SEVENTH_CONTACTS,
    "eighth": EIGHTH_CONTACTS,
    "held_out": HELD_OUT_CONTACTS,
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
HELD_OUT_SIGNED = {
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
OF_SIGNATURE = {
    "sixth": NEW_SIGNED,
    "seventh": SEVENTH_SIGNED,
    "eighth": EIGHTH_SIGNED,
    "held_out": HELD_OUT_SIGNED,
}
UNIT_LINES = {
    "vi": Pool(
        sixth=["Đơn vị tính: triệu đồng", "(ĐVT kinh phí: tỷ đồng)"],
        seventh=["ĐVT: nghìn đồng", "Đơn vị tính kinh phí: triệu đồng"],
        eighth=["Đơn vị: đồng", "(Kinh phí tính bằng triệu đồng)"],
        held_out=["ĐVT: tỷ đồng", "Đơn vị tính: nghìn đồng"],
    ),
    "en": Pool(
        sixth=["(Amounts in thousands of dollars)", "Currency: US$ million"],
        seventh=["(in millions of national currency)", "All costs in US dollars"],
        eighth=["(Figures in local currency, thousands)", "Costs are shown in US$"],
        held_out=["(All amounts in US$ thousand)", "Amounts in local currency, millions"],
    ),
}
CAPTIONS = {
    "vi": Pool(
        sixth=["Bảng 1. Nhiệm vụ và phân công thực hiện", "Bảng số 1: Danh mục nhiệm vụ"],
        seventh=["Bảng 2. Phân công nhiệm vụ", "Bảng 01: Tổng hợp nhiệm vụ cụ thể"],
        eighth=["Biểu 1. Chi tiết nhiệm vụ của kế hoạch", "Bảng 1: Nội dung, nhiệm vụ thực hiện"],
        held_out=["Biểu số 01: Nhiệm vụ và tiến độ", "Bảng 3. Nội dung nhiệm vụ và cơ quan thực hiện"],
    ),
    "en": Pool(
        sixth=["Table 1: Planned actions", "Table 1. Summary of actions"],
        seventh=["Table 2: Actions by theme", "Table 3. Implementation plan"],
        eighth=["Table A. Actions and owners", "Table 4: Plan of work"],
        held_out=["Table 5: Commitments and owners", "Table B. What will be done"],
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
        held_out=[
            "Ghi chú: Các mốc trong biểu là mốc chậm nhất.",
            "Ghi chú: Đơn vị nào có ý kiến khác gửi về Văn phòng để xem xét.",
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
        held_out=[
            "Note: Names of bodies are those in use when the plan was approved.",
            "Note: Figures may not add up because of rounding.",
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
HELD_OUT_FOOTNOTES = {
    "vi": (
        "Nội dung này do người dân kiến nghị khi tiếp xúc cử tri.",
        "Làm chung với đề án đang triển khai.",
    ),
    "en": ("Asked for at the public hearings.", "To be read together with the policy."),
}
OF_FOOTNOTES = {
    "sixth": NEW_FOOTNOTES,
    "seventh": SEVENTH_FOOTNOTES,
    "eighth": EIGHTH_FOOTNOTES,
    "held_out": HELD_OUT_FOOTNOTES,
}
