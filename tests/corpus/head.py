"""The head and the body of a document: letterhead, number, day, title, and some prose."""

import datetime as dt

from tests.corpus import titles
from tests.corpus.chance import LAST, LATER, NEWEST, Dice, Pool
from tests.corpus.model import UNSCORED, Line, OneOf
from tests.corpus.moments import MONTHS

PROSE = {
    "vi": [
        "Căn cứ Luật Tổ chức chính quyền địa phương;",
        "I. MỤC ĐÍCH, YÊU CẦU",
        "1. Cụ thể hóa các nội dung đã được giao và nâng cao hiệu quả phối hợp giữa các cơ quan.",
        "2. Việc thực hiện phải rõ người, rõ việc, tiết kiệm và có kiểm tra.",
        "II. NHIỆM VỤ",
        "Các nhiệm vụ cụ thể nêu tại phụ lục kèm theo.",
        "III. TỔ CHỨC THỰC HIỆN",
        "1. Các cơ quan, đơn vị căn cứ chức năng chủ động thực hiện công việc được giao.",
    ],
    "en": [
        "Introduction",
        "This document sets out what will be done, and by whom. Many people helped to prepare it.",
        "We will review the actions with our partners and publish what we find.",
    ],
}


LATER_PROSE = {
    "vi": [
        "Căn cứ Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị;",
        "Theo đề nghị của cơ quan thường trực,",
        "I. QUAN ĐIỂM",
        "Bám sát chủ trương của cấp trên, phù hợp với thực tiễn và nguồn lực hiện có.",
        "II. NHIỆM VỤ CỤ THỂ",
        "Chi tiết tại phụ lục ban hành kèm theo.",
        "III. KINH PHÍ THỰC HIỆN",
        "Kinh phí bố trí từ ngân sách nhà nước theo phân cấp và các nguồn hợp pháp khác.",
        "IV. TỔ CHỨC THỰC HIỆN",
        "Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị kịp thời phản ánh để được xem xét.",
    ],
    "en": [
        "Executive summary",
        "The plan was prepared by an inter-agency working group with those who use the services.",
        "How to read this plan",
        "Each action has one lead or more. Partners are named where their help is needed.",
    ],
}


FIFTH_PROSE = {
    "vi": [
        "Thực hiện Chương trình công tác năm, cơ quan ban hành kế hoạch với các nội dung sau:",
        "I. MỤC ĐÍCH",
        "Xác định rõ nội dung công việc, thời hạn và trách nhiệm của từng cơ quan, đơn vị.",
        "II. YÊU CẦU",
        "Bảo đảm sự phối hợp thường xuyên, chặt chẽ giữa các cơ quan, đơn vị.",
        "III. NỘI DUNG",
        "Phân công cụ thể tại phụ lục.",
        "IV. CHẾ ĐỘ BÁO CÁO",
        "Kết quả thực hiện được gửi về cơ quan thường trực để tổng hợp.",
    ],
    "en": [
        "Background",
        "The plan follows a review of the earlier strategy and wide consultation with stakeholders.",
        "Implementation arrangements",
        "Lead institutions are accountable for delivery. A steering committee oversees the whole plan.",
    ],
}
SIXTH_PROSE = {
    "vi": [
        "Căn cứ Luật Ban hành văn bản quy phạm pháp luật và chương trình công tác năm;",
        "Xét yêu cầu thực tiễn của công tác quản lý,",
        "Phần thứ nhất",
        "TÌNH HÌNH CHUNG",
        "Thời gian qua, công tác này đã có chuyển biến rõ nét; một số mặt còn hạn chế.",
        "Phần thứ hai",
        "NHIỆM VỤ, GIẢI PHÁP",
        "Danh mục nhiệm vụ được nêu tại các biểu kèm theo văn bản này.",
        "Phần thứ ba",
        "TỔ CHỨC THỰC HIỆN",
        "Văn phòng đôn đốc, tổng hợp kết quả và định kỳ báo cáo theo quy định.",
    ],
    "en": [
        "1. Context",
        "The plan turns the priorities of the government into practical steps for the years ahead.",
        "2. Vision and principles",
        "We want services that are fair, close to people and well run.",
        "3. Governance",
        "An oversight group meets regularly and reports to the Minister on delivery.",
    ],
}
SEVENTH_PROSE = {
    "vi": [
        "Căn cứ Quy chế làm việc và tình hình thực tế của địa phương, đơn vị;",
        "Theo đề nghị tại Tờ trình của cơ quan tham mưu,",
        "A. ĐẶC ĐIỂM TÌNH HÌNH",
        "Công tác này đạt được những kết quả tích cực, được người dân ghi nhận; còn một số tồn tại.",
        "B. NỘI DUNG KẾ HOẠCH",
        "Nội dung chi tiết được nêu trong các bảng kèm theo.",
        "C. ĐIỀU KHOẢN THI HÀNH",
        "Văn bản này có hiệu lực kể từ ngày ký; những quy định trước đây trái với văn bản này được bãi bỏ.",
    ],
    "en": [
        "Purpose of this document",
        "It brings together in one place the commitments made by government and its partners.",
        "How the plan was made",
        "Officers visited every region, and drafts were shared for comment.",
        "Risks",
        "Delays in funding and severe weather are the main risks to delivery.",
    ],
}
EIGHTH_PROSE = {
    "vi": [
        "Căn cứ chương trình công tác và nhiệm vụ được giao;",
        "Để thống nhất trong tổ chức thực hiện, cơ quan ban hành văn bản với những nội dung sau:",
        "1. Bối cảnh",
        "Việc triển khai thời gian qua đã đi vào nền nếp, song sự phối hợp có lúc chưa kịp thời.",
        "2. Nội dung công việc",
        "Công việc cụ thể được phân công tại biểu kèm theo.",
        "3. Trách nhiệm thi hành",
        "Thủ trưởng các cơ quan, đơn vị chịu trách nhiệm thi hành văn bản này.",
    ],
    "en": [
        "About this plan",
        "The plan explains how the policy will be put into effect and who answers for each part of it.",
        "Where we are now",
        "Services have improved, yet not everyone can reach them.",
        "Monitoring",
        "Progress is reviewed with our partners and the findings are made public.",
    ],
}
HELD_OUT_PROSE = {
    "vi": [
        "Căn cứ Luật Ngân sách nhà nước và các văn bản hướng dẫn thi hành;",
        "Sau khi thống nhất trong tập thể lãnh đạo, cơ quan ban hành văn bản gồm các phần dưới đây:",
        "I. SỰ CẦN THIẾT",
        "Những năm gần đây, yêu cầu của người dân ngày càng cao trong khi nguồn lực có hạn.",
        "II. CÁC VIỆC CỤ THỂ",
        "Từng việc, nơi chịu trách nhiệm và thời hạn được ghi trong các biểu đính kèm.",
        "III. HIỆU LỰC",
        "Văn bản được áp dụng từ ngày ký; khi cần thay đổi sẽ có văn bản riêng.",
    ],
    "en": [
        "Introduction by the working group",
        "Our group met throughout the winter and heard from those who will have to carry this out.",
        "What this plan is for",
        "It tells each body what is expected of it and tells the public whom to ask.",
        "Keeping the plan alive",
        "The tables are looked at again each spring and corrected where events have overtaken them.",
    ],
}
OF_PART = {
    "fourth": LATER_PROSE,
    "fifth": FIFTH_PROSE,
    "sixth": SIXTH_PROSE,
    "seventh": SEVENTH_PROSE,
    "eighth": EIGHTH_PROSE,
    "held_out": HELD_OUT_PROSE,
}


def prose(pool: str, language: str) -> list[str]:
    """Return the paragraphs above the annexes, which hold neither task nor aim."""
    return OF_PART.get(pool, PROSE)[language]


CENTRAL_NUMBERS = {
    "CHÍNH PHỦ": ("NGHỊ QUYẾT", "NQ-CP"),
    "THỦ TƯỚNG CHÍNH PHỦ": ("QUYẾT ĐỊNH", "QĐ-TTg"),
    "BỘ TÀI CHÍNH": ("QUYẾT ĐỊNH", "QĐ-BTC"),
    "BỘ XÂY DỰNG": ("KẾ HOẠCH", "KH-BXD"),
    "BỘ Y TẾ": ("QUYẾT ĐỊNH", "QĐ-BYT"),
    "BỘ TƯ PHÁP": ("KẾ HOẠCH", "KH-BTP"),
    "BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG": ("QUYẾT ĐỊNH", "QĐ-BNNMT"),
    "NGÂN HÀNG NHÀ NƯỚC VIỆT NAM": ("QUYẾT ĐỊNH", "QĐ-NHNN"),
    "TẬP ĐOÀN ĐIỆN LỰC VIỆT NAM": ("KẾ HOẠCH", "KH-EVN"),
    "BỘ KHOA HỌC VÀ CÔNG NGHỆ": ("QUYẾT ĐỊNH", "QĐ-BKHCN"),
    "BỘ NỘI VỤ": ("KẾ HOẠCH", "KH-BNV"),
    "BỘ GIÁO DỤC VÀ ĐÀO TẠO": ("KẾ HOẠCH", "KH-BGDĐT"),
    "TỔNG CÔNG TY ĐƯỜNG SẮT VIỆT NAM": ("KẾ HOẠCH", "KH-ĐS"),
    "BỘ CÔNG THƯƠNG": ("QUYẾT ĐỊNH", "QĐ-BCT"),
    "BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH": ("QUYẾT ĐỊNH", "QĐ-BVHTTDL"),
    "BẢO HIỂM XÃ HỘI VIỆT NAM": ("KẾ HOẠCH", "KH-BHXH"),
    "BỘ TÀI NGUYÊN VÀ MÔI TRƯỜNG": ("QUYẾT ĐỊNH", "QĐ-BTNMT"),
    "TẬP ĐOÀN DẦU KHÍ VIỆT NAM": ("KẾ HOẠCH", "KH-DKVN"),
    "THANH TRA CHÍNH PHỦ": ("KẾ HOẠCH", "KH-TTCP"),
    "BỘ DÂN TỘC VÀ TÔN GIÁO": ("QUYẾT ĐỊNH", "QĐ-BDTTG"),
    "KIỂM TOÁN NHÀ NƯỚC": ("QUYẾT ĐỊNH", "QĐ-KTNN"),
    "BỘ QUỐC PHÒNG": ("KẾ HOẠCH", "KH-BQP"),
    "TẬP ĐOÀN BƯU CHÍNH VIỄN THÔNG VIỆT NAM": ("KẾ HOẠCH", "KH-VNPT"),
    "BỘ CÔNG AN": ("KẾ HOẠCH", "KH-BCA"),
    "BỘ NGOẠI GIAO": ("KẾ HOẠCH", "KH-BNG"),
    "ĐÀI TRUYỀN HÌNH VIỆT NAM": ("KẾ HOẠCH", "KH-THVN"),
    "VĂN PHÒNG CHÍNH PHỦ": ("QUYẾT ĐỊNH", "QĐ-VPCP"),
    "VIỆN HÀN LÂM KHOA HỌC VÀ CÔNG NGHỆ VIỆT NAM": ("QUYẾT ĐỊNH", "QĐ-VHL"),
    "BỘ THÔNG TIN VÀ TRUYỀN THÔNG": ("QUYẾT ĐỊNH", "QĐ-BTTTT"),
    "ĐÀI TIẾNG NÓI VIỆT NAM": ("KẾ HOẠCH", "KH-TNVN"),
    "THÔNG TẤN XÃ VIỆT NAM": ("KẾ HOẠCH", "KH-TTX"),
    "BỘ GIAO THÔNG VẬN TẢI": ("QUYẾT ĐỊNH", "QĐ-BGTVT"),
    "HỌC VIỆN CHÍNH TRỊ QUỐC GIA HỒ CHÍ MINH": ("KẾ HOẠCH", "KH-HVCTQG"),
    "BỘ KẾ HOẠCH VÀ ĐẦU TƯ": ("QUYẾT ĐỊNH", "QĐ-BKHĐT"),
    "BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI": ("KẾ HOẠCH", "KH-BLĐTBXH"),
    "BỘ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN": ("QUYẾT ĐỊNH", "QĐ-BNN"),
    "VIỆN HÀN LÂM KHOA HỌC XÃ HỘI VIỆT NAM": ("QUYẾT ĐỊNH", "QĐ-KHXH"),
    "TÒA ÁN NHÂN DÂN TỐI CAO": ("KẾ HOẠCH", "KH-TANDTC"),
}
TRANSLATED = {
    "THE GOVERNMENT": ("RESOLUTION", "NQ-CP", "Chính phủ"),
    "MINISTRY OF FINANCE": ("DECISION", "QĐ-BTC", "Bộ Tài chính"),
    "THE PRIME MINISTER": ("DECISION", "QĐ-TTg", "Thủ tướng Chính phủ"),
    "MINISTRY OF SCIENCE AND TECHNOLOGY": ("DECISION", "QĐ-BKHCN", "Bộ Khoa học và Công nghệ"),
    "MINISTRY OF AGRICULTURE AND ENVIRONMENT": ("DECISION", "QĐ-BNNMT", "Bộ Nông nghiệp và Môi trường"),
    "MINISTRY OF HEALTH": ("DECISION", "QĐ-BYT", "Bộ Y tế"),
    "MINISTRY OF INDUSTRY AND TRADE": ("DECISION", "QĐ-BCT", "Bộ Công Thương"),
    "MINISTRY OF EDUCATION AND TRAINING": ("DECISION", "QĐ-BGDĐT", "Bộ Giáo dục và Đào tạo"),
    "MINISTRY OF CONSTRUCTION": ("DECISION", "QĐ-BXD", "Bộ Xây dựng"),
    "MINISTRY OF HOME AFFAIRS": ("DECISION", "QĐ-BNV", "Bộ Nội vụ"),
    "MINISTRY OF JUSTICE": ("DECISION", "QĐ-BTP", "Bộ Tư pháp"),
    "MINISTRY OF PUBLIC SECURITY": ("DECISION", "QĐ-BCA", "Bộ Công an"),
    "MINISTRY OF CULTURE, SPORTS AND TOURISM": ("DECISION", "QĐ-BVHTTDL", "Bộ Văn hóa, Thể thao và Du lịch"),
    "MINISTRY OF NATIONAL DEFENCE": ("DECISION", "QĐ-BQP", "Bộ Quốc phòng"),
    "MINISTRY OF FOREIGN AFFAIRS": ("DECISION", "QĐ-BNG", "Bộ Ngoại giao"),
    "STATE BANK OF VIET NAM": ("DECISION", "QĐ-NHNN", "Ngân hàng Nhà nước Việt Nam"),
    "MINISTRY OF TRANSPORT": ("DECISION", "QĐ-BGTVT", "Bộ Giao thông vận tải"),
    "MINISTRY OF PLANNING AND INVESTMENT": ("DECISION", "QĐ-BKHĐT", "Bộ Kế hoạch và Đầu tư"),
    "MINISTRY OF INFORMATION AND COMMUNICATIONS": (
        "DECISION",
        "QĐ-BTTTT",
        "Bộ Thông tin và Truyền thông",
    ),
    "MINISTRY OF ETHNIC AND RELIGIOUS AFFAIRS": ("DECISION", "QĐ-BDTTG", "Bộ Dân tộc và Tôn giáo"),
}
CITIES = Pool(
    third=["Đà Nẵng", "Cần Thơ", "Hải Phòng"],
    fourth=["Hà Nội", "Huế", "Hồ Chí Minh"],
    fifth=["Vinh", "Biên Hòa", "Nha Trang"],
    sixth=["Quy Nhơn", "Mỹ Tho", "Hạ Long"],
    seventh=["Thủ Dầu Một", "Vũng Tàu", "Buôn Ma Thuột"],
    eighth=["Việt Trì", "Pleiku", "Rạch Giá"],
    held_out=["Tam Kỳ", "Phan Thiết", "Cao Lãnh"],
)
COMMUNES = Pool(
    sixth=["Mường Khương", "Tân Lập", "Đông Sơn", "Vĩnh Thịnh"],
    seventh=["Bản Lầu", "Hòa Phú", "Yên Thành", "Thạnh Lợi"],
    eighth=["Xuân Mai", "Long Hưng", "Phước Thái", "Nậm Mười"],
    held_out=["Chiềng Sung", "Ea Drăng", "Bình Mỹ", "Hải Thượng"],
)
DATED = ["Published: {}", "Date of issue: {}", "Issued {}"]
NEW_DATED = ["Released {}", "Publication date: {}", "First published {}"]
SEVENTH_DATED = ["Date published: {}", "Adopted {}", "Date: {}"]
EIGHTH_DATED = ["Issue date: {}", "Date released: {}", "Date of publication: {}"]
HELD_OUT_DATED = ["Made public on {}", "Dated {}", "Approved {}"]
OF_DATE = {
    "sixth": NEW_DATED,
    "seventh": SEVENTH_DATED,
    "eighth": EIGHTH_DATED,
    "held_out": HELD_OUT_DATED,
}
STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"


def _local(dice: Dice) -> tuple[str, tuple[object, ...], str]:
    """Return the letterhead of a province or, in later parts, a city or commune, its names and place."""
    kind, name = "tỉnh", dice.one(titles.PROVINCES)
    if dice.pool in LATER and dice.often(0.3):
        kind, name = "thành phố", dice.one(CITIES)
    elif dice.pool in NEWEST and dice.often(0.3):
        kind, name = "xã", dice.one(COMMUNES)
    names = (f"UBND {kind} {name}", f"Ủy ban nhân dân {kind} {name}", f"{kind.capitalize()} {name}")
    return f"ỦY BAN NHÂN DÂN\n{kind.upper()} {name.upper()}", names, name


def _party(place: str, issuer: str) -> tuple[str, tuple[object, ...], str, str]:
    """Return the letterhead of a local Party committee, its names, and kind and series of its plan."""
    commune = "\nXÃ " in issuer
    level = "Đảng ủy xã" if commune else "Thành ủy" if "THÀNH PHỐ" in issuer else "Tỉnh ủy"
    name = f"{level} {place}"
    series = "CTr/ĐU" if commune else "CTr/TU"
    return f"{name.upper()}\n*", (name, f"{name} *"), "CHƯƠNG TRÌNH HÀNH ĐỘNG", series


def vietnamese(dice: Dice, country: str) -> tuple[list[Line], dict[str, object], str]:
    """Return letterhead and title, their truth, and the line under an annex."""
    day = dt.date(dice.number(2024, 2026), dice.number(1, 12), dice.number(1, 28))
    central = country == "vn_central"
    issuer, names, place = _local(dice)
    kind, series = "KẾ HOẠCH", "KH-UBND"
    if central:
        issuer, place = dice.one(titles.ISSUERS["vn_central"]), "Hà Nội"
        names = (issuer,)
        kind, series = CENTRAL_NUMBERS[issuer]
    elif dice.pool in LATER and dice.often(0.25):
        kind, series = "QUYẾT ĐỊNH", "QĐ-UBND"
    party = dice.pool in LAST and not central and dice.often(0.2)
    if party:
        issuer, names, kind, series = _party(place, issuer)
    number = f"{dice.number(3, 980)}{'-' if party else '/'}{series}"
    topic = dice.one(titles.TOPICS["vi"])
    title = dice.one(titles.DOCUMENT_TITLES["vi"]).format(y=day.year, topic=topic)
    lines = [
        Line(issuer, "letterhead"),
        Line("ĐẢNG CỘNG SẢN VIỆT NAM" if party else STATE, "letterhead"),
        Line(f"Số {number}" if party else f"Số: {number}", "letterhead"),
        Line(f"{place}, ngày {day.day:02} tháng {day.month:02} năm {day.year}", "letterhead"),
        Line(kind, "kind"),
        Line(title, "title"),
    ]
    truth = {
        "number": number,
        "title": OneOf((title, f"{kind} {title}", f"{kind}\n{title}")),
        "issuer": OneOf((*names, issuer.removesuffix("\n*").replace("\n", " "))),
        "issued_on": day.isoformat(),
        "language": "vi",
    }
    if dice.pool in LATER:
        long_day = f"ngày {day.day} tháng {day.month} năm {day.year}"
        return lines, truth, f"(Ban hành kèm theo {kind.capitalize()} số {number} {long_day})"
    enclosure = f"(Kèm theo {kind.capitalize()} số {number} ngày {day.day:02}/{day.month:02}/{day.year})"
    return lines, truth, enclosure


def english(dice: Dice, country: str) -> tuple[list[Line], dict[str, object], str]:
    """Return the title page of an English document, its truth, and the line under an annex."""
    day = dt.date(dice.number(2024, 2026), dice.number(1, 12), dice.number(1, 28))
    issuer = dice.one(titles.ISSUERS[country])
    topic = dice.one(titles.TOPICS["en"])
    title = dice.one(titles.DOCUMENT_TITLES["en"]).format(y=day.year, topic=topic)
    if country == "vn_english":
        kind, series, known = TRANSLATED[issuer]
        number = f"{dice.number(3, 400 if series == 'NQ-CP' else 999)}/{series}"
        lines = [
            Line(issuer, "letterhead"),
            Line("THE SOCIALIST REPUBLIC OF VIET NAM\nIndependence - Freedom - Happiness", "letterhead"),
            Line(f"No. {number}", "letterhead"),
            Line(f"Hanoi, {MONTHS[day.month - 1]} {day.day}, {day.year}", "letterhead"),
            Line(kind, "kind"),
            Line(title, "title"),
        ]
        truth = {
            "number": number,
            "title": OneOf((title, f"{kind} {title}")),
            "issuer": OneOf((issuer, issuer.removeprefix("THE "), known)),
            "issued_on": day.isoformat(),
            "language": "en",
        }
        return lines, truth, f"(Attached to {kind.capitalize()} No. {number})"
    full = dice.often(0.5)
    printed = (
        f"{day.day} {MONTHS[day.month - 1]} {day.year}" if full else f"{MONTHS[day.month - 1]} {day.year}"
    )
    lines = [Line(issuer, "letterhead"), Line(title, "title"), Line(printed, "letterhead")]
    if dice.pool in LATER and dice.often(0.4):
        dated = dice.one(OF_DATE.get(dice.pool, DATED)) if dice.pool in LAST else "Published {}"
        lines = [lines[1], lines[0], Line(dated.format(printed), "letterhead")]
    truth = {
        "number": None,
        "title": title,
        "issuer": issuer,
        "issued_on": day.isoformat() if full else UNSCORED,
        "language": "en",
    }
    return lines, truth, ""
