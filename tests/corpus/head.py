"""The head and the body of a document: letterhead, number, day, title, and some prose."""

import datetime as dt

from tests.corpus import issuers, offices, titles
from tests.corpus.chance import LAST, LATER, LATEST, NEWEST, RANKED, SAMPLED, Dice
from tests.corpus.closed import head as closed
from tests.corpus.issuers import CITIES, COMMUNES, WARDS
from tests.corpus.model import UNSCORED, Line, OneOf
from tests.corpus.moments import MONTHS
from tests.corpus.prose import OF_ARTICLES, OF_PART, PROSE


def prose(dice: Dice, language: str, lines: list[Line]) -> list[str]:
    """Return the paragraphs above the annexes, which hold neither task nor aim."""
    decided = any(line.style == "kind" and line.text in {"QUYẾT ĐỊNH", "DECISION"} for line in lines)
    if dice.pool in RANKED and decided and dice.often(0.7):
        return OF_ARTICLES[dice.pool][language]
    return OF_PART.get(dice.pool, PROSE)[language]


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
    "VIỆN KIỂM SÁT NHÂN DÂN TỐI CAO": ("KẾ HOẠCH", "KH-VKSTC"),
    "ĐẠI HỌC QUỐC GIA HÀ NỘI": ("KẾ HOẠCH", "KH-ĐHQGHN"),
    "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM": ("KẾ HOẠCH", "KH-TLĐ"),
    "NGÂN HÀNG CHÍNH SÁCH XÃ HỘI": ("QUYẾT ĐỊNH", "QĐ-NHCS"),
    "TẬP ĐOÀN CÔNG NGHIỆP CAO SU VIỆT NAM": ("KẾ HOẠCH", "KH-CSVN"),
    "KHO BẠC NHÀ NƯỚC": ("KẾ HOẠCH", "KH-KBNN"),
    "ỦY BAN CHỨNG KHOÁN NHÀ NƯỚC": ("QUYẾT ĐỊNH", "QĐ-UBCK"),
    "TẬP ĐOÀN XĂNG DẦU VIỆT NAM": ("KẾ HOẠCH", "KH-PLX"),
    "BỘ TÀI CHÍNH\nCỤC THUẾ": ("KẾ HOẠCH", "KH-CT"),
    "BỘ Y TẾ\nCỤC PHÒNG BỆNH": ("KẾ HOẠCH", "KH-PB"),
    "BỘ TƯ PHÁP\nCỤC THI HÀNH ÁN DÂN SỰ": ("KẾ HOẠCH", "KH-CTHADS"),
    "HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM": ("KẾ HOẠCH", "KH-ĐCT"),
    "HỘI NÔNG DÂN VIỆT NAM": ("KẾ HOẠCH", "KH-HNDTW"),
    "BỘ NỘI VỤ\nCỤC VĂN THƯ VÀ LƯU TRỮ NHÀ NƯỚC": ("KẾ HOẠCH", "KH-VTLTNN"),
    "BỘ XÂY DỰNG\nCỤC ĐƯỜNG BỘ VIỆT NAM": ("KẾ HOẠCH", "KH-CĐBVN"),
    "BỘ CÔNG THƯƠNG\nCỤC ĐIỆN LỰC": ("KẾ HOẠCH", "KH-ĐL"),
    "BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG\nCỤC THỦY LỢI": ("QUYẾT ĐỊNH", "QĐ-TL"),
    "HỌC VIỆN HÀNH CHÍNH VÀ QUẢN TRỊ CÔNG": ("KẾ HOẠCH", "KH-HVHC"),
    "TRUNG ƯƠNG HỘI CHỮ THẬP ĐỎ VIỆT NAM": ("KẾ HOẠCH", "KH-TƯHCTĐ"),
    "LIÊN MINH HỢP TÁC XÃ VIỆT NAM": ("KẾ HOẠCH", "KH-LMHTXVN"),
} | closed.CENTRAL_NUMBERS
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
    "GOVERNMENT INSPECTORATE": ("DECISION", "QĐ-TTCP", "Thanh tra Chính phủ"),
    "MINISTRY OF AGRICULTURE AND RURAL DEVELOPMENT": (
        "DECISION",
        "QĐ-BNN",
        "Bộ Nông nghiệp và Phát triển nông thôn",
    ),
    "MINISTRY OF LABOUR, INVALIDS AND SOCIAL AFFAIRS": (
        "DECISION",
        "QĐ-BLĐTBXH",
        "Bộ Lao động - Thương binh và Xã hội",
    ),
    "MINISTRY OF NATURAL RESOURCES AND ENVIRONMENT": (
        "DECISION",
        "QĐ-BTNMT",
        "Bộ Tài nguyên và Môi trường",
    ),
    "MINISTRY OF ETHNIC AND RELIGIOUS AFFAIRS": ("DECISION", "QĐ-BDTTG", "Bộ Dân tộc và Tôn giáo"),
    "VIET NAM SOCIAL SECURITY": ("DECISION", "QĐ-BHXH", "Bảo hiểm xã hội Việt Nam"),
    "OFFICE OF THE GOVERNMENT": ("DECISION", "QĐ-VPCP", "Văn phòng Chính phủ"),
    "STATE AUDIT OFFICE OF VIET NAM": ("DECISION", "QĐ-KTNN", "Kiểm toán nhà nước"),
    "VIET NAM TELEVISION": ("DECISION", "QĐ-THVN", "Đài Truyền hình Việt Nam"),
    "VIET NAM ACADEMY OF SCIENCE AND TECHNOLOGY": (
        "DECISION",
        "QĐ-VHL",
        "Viện Hàn lâm Khoa học và Công nghệ Việt Nam",
    ),
    "VIET NAM BANK FOR SOCIAL POLICIES": ("DECISION", "QĐ-NHCS", "Ngân hàng Chính sách xã hội"),
    "VIET NAM GENERAL CONFEDERATION OF LABOUR": (
        "DECISION",
        "QĐ-TLĐ",
        "Tổng Liên đoàn Lao động Việt Nam",
    ),
} | closed.TRANSLATED
DATED = ["Published: {}", "Date of issue: {}", "Issued {}"]
NEW_DATED = ["Released {}", "Publication date: {}", "First published {}"]
SEVENTH_DATED = ["Date published: {}", "Adopted {}", "Date: {}"]
EIGHTH_DATED = ["Issue date: {}", "Date released: {}", "Date of publication: {}"]
NINTH_DATED = ["Made public on {}", "Dated {}", "Approved {}"]
ELEVENTH_DATED = ["Release date: {}", "Updated: {}", "Launched {}"]
TWELFTH_DATED = ["Publication date {}", "Endorsed {}", "Published on {}", "As at {}"]
THIRTEENTH_DATED = ["Notified on {}", "Agreed by Council: {}", "Last approved: {}", "Issued on {}"]
TENTH_DATED = ["Cabinet endorsement: {}", "Version: {}", "Signed off: {}"]
OF_DATE = {
    "sixth": NEW_DATED,
    "seventh": SEVENTH_DATED,
    "eighth": EIGHTH_DATED,
    "ninth": NINTH_DATED,
    "tenth": TENTH_DATED,
    "eleventh": ELEVENTH_DATED,
    "twelfth": TWELFTH_DATED,
    "thirteenth": THIRTEENTH_DATED,
    "held_out": closed.OF_DATE,
}
STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"


def _local(dice: Dice) -> tuple[str, tuple[object, ...], str, str]:
    """Return the letterhead of a province or, in later parts, a city or commune, its names, place, kind."""
    kind, name = "tỉnh", dice.one(issuers.PROVINCES)
    if dice.pool in LATER and dice.often(0.3):
        kind, name = "thành phố", dice.one(CITIES)
    elif dice.pool in NEWEST and dice.often(0.3):
        kind, name = "xã", dice.one(COMMUNES)
    elif dice.pool in LATEST and dice.often(0.25):
        kind, name = "phường", dice.one(WARDS)
    names = (f"UBND {kind} {name}", f"Ủy ban nhân dân {kind} {name}", f"{kind.capitalize()} {name}")
    return f"ỦY BAN NHÂN DÂN\n{kind.upper()} {name.upper()}", names, name, kind


def _party(place: str, issuer: str) -> tuple[str, tuple[object, ...], str, str]:
    """Return the letterhead of a local Party committee, its names, and kind and series of its plan."""
    commune = "\nXÃ " in issuer or "\nPHƯỜNG " in issuer
    kind = issuer.split("\n")[1].split(" ", maxsplit=1)[0].lower()
    level = f"Đảng ủy {kind}" if commune else "Thành ủy" if "THÀNH PHỐ" in issuer else "Tỉnh ủy"
    name = f"{level} {place}"
    series = "CTr/ĐU" if commune else "CTr/TU"
    return f"{name.upper()}\n*", (name, f"{name} *"), "CHƯƠNG TRÌNH HÀNH ĐỘNG", series


def _title(dice: Dice, language: str, day: dt.date, topic: str) -> str:
    """Return the title; in the newest part a yearly plan that comes out late is for the next year."""
    form = dice.one(titles.DOCUMENT_TITLES[language])
    yearly = dice.pool in RANKED and (form.endswith("năm {y}") or "Annual" in form)
    return form.format(y=day.year + (yearly and day.month > 10), topic=topic)


def vietnamese(dice: Dice, country: str) -> tuple[list[Line], dict[str, object], str]:
    """Return letterhead and title, their truth, and the line under an annex."""
    day = dt.date(dice.number(2024, 2026), dice.number(1, 12), dice.number(1, 28))
    central = country == "vn_central"
    issuer, names, place, level = _local(dice)
    kind, series = "KẾ HOẠCH", "KH-UBND"
    if central:
        issuer, place = dice.one(issuers.ISSUERS["vn_central"]), "Hà Nội"
        names = (issuer,)
        if "\n" in issuer:
            names = (issuer.split("\n")[1], issuer)
        kind, series = CENTRAL_NUMBERS[issuer]
    elif dice.pool in LATER and dice.often(0.25):
        kind, series = "QUYẾT ĐỊNH", "QĐ-UBND"
    party = dice.pool in LAST and not central and dice.often(0.2)
    if party:
        issuer, names, kind, series = _party(place, issuer)
        if dice.pool in SAMPLED and dice.often(0.5):
            kind, series = "KẾ HOẠCH", series.replace("CTr", "KH")
    elif dice.pool in SAMPLED and not central and level in {"tỉnh", "thành phố"} and dice.often(0.45):
        issuer, names, series = offices.department(dice, level, place)
        kind = "KẾ HOẠCH"
    number = f"{dice.number(3, 980)}{'-' if party else '/'}{series}"
    topic = dice.one(titles.TOPICS["vi"])
    title = _title(dice, "vi", day, topic)
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
    if dice.pool in SAMPLED:
        return lines, truth, offices.as_found(dice, lines, truth, day, names)
    if dice.pool in LATER:
        long_day = f"ngày {day.day} tháng {day.month} năm {day.year}"
        return lines, truth, f"(Ban hành kèm theo {kind.capitalize()} số {number} {long_day})"
    enclosure = f"(Kèm theo {kind.capitalize()} số {number} ngày {day.day:02}/{day.month:02}/{day.year})"
    return lines, truth, enclosure


def english(dice: Dice, country: str) -> tuple[list[Line], dict[str, object], str]:
    """Return the title page of an English document, its truth, and the line under an annex."""
    day = dt.date(dice.number(2024, 2026), dice.number(1, 12), dice.number(1, 28))
    issuer = dice.one(issuers.ISSUERS[country])
    topic = dice.one(titles.TOPICS["en"])
    title = _title(dice, "en", day, topic)
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
