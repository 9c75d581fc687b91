"""Bodies that lead and coordinate, as each country's documents print them."""

# ruff: noqa: E501  a pool of words stands together

import re
from functools import cache

from tests.corpus.chance import Dice, Pool

from thuocdo.core.country import names

CENTRAL = Pool(
    shared=[
        "Bộ Tài chính", "Bộ Công an", "Bộ Y tế", "Bộ Xây dựng", "Bộ Nội vụ", "Bộ Tư pháp", "Bộ Khoa học và Công nghệ",
        "Bộ Giáo dục và Đào tạo", "Bộ Công Thương", "Văn phòng Chính phủ", "Các bộ, ngành, địa phương",
    ],
    dev=["Bộ Quốc phòng", "Các địa phương", "Thanh tra Chính phủ", "Bộ Ngoại giao"],
    second=[
        "Ngân hàng Nhà nước Việt Nam", "Các bộ, ngành", "Bộ Thông tin và Truyền thông", "Các bộ, ngành, địa phương liên quan",
        "Bộ Nông nghiệp và Phát triển nông thôn", "Doanh nghiệp liên quan",
    ],
    third=[
        "Bộ Nông nghiệp và Môi trường", "Bộ Văn hóa, Thể thao và Du lịch", "Bộ Dân tộc và Tôn giáo", "Đài Tiếng nói Việt Nam",
        "Thông tấn xã Việt Nam", "Liên đoàn Thương mại và Công nghiệp Việt Nam", "Tập đoàn Điện lực Việt Nam",
        "UBND các tỉnh, thành phố trực thuộc trung ương",
    ],
    fourth=[
        "Đài Truyền hình Việt Nam", "Bảo hiểm xã hội Việt Nam", "Viện Hàn lâm Khoa học và Công nghệ Việt Nam",
        "Tòa án nhân dân tối cao", "Bộ Giao thông vận tải", "Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ",
        "Ban Tuyên giáo và Dân vận Trung ương", "Ủy ban nhân dân cấp tỉnh", "Các bộ, cơ quan liên quan",
        "Tổng công ty Đường sắt Việt Nam",
    ],
    held_out=[
        "Bộ Kế hoạch và Đầu tư", "Bộ Tài nguyên và Môi trường", "Bộ Lao động - Thương binh và Xã hội", "Các bộ, ngành có liên quan",
        "UBND các tỉnh, thành phố", "Kiểm toán nhà nước", "Viện Kiểm sát nhân dân tối cao", "Tổng Liên đoàn Lao động Việt Nam",
        "Hội Liên hiệp Phụ nữ Việt Nam", "Tập đoàn Dầu khí Việt Nam", "Ban Cơ yếu Chính phủ", "Viện Hàn lâm Khoa học xã hội Việt Nam",
    ],
)  # fmt: skip
"""Canonical names of ministries and of groups."""

CENTRAL_SHORT = {
    "Bộ Khoa học và Công nghệ": ("Bộ KH&CN", "Bộ KHCN"),
    "Bộ Giáo dục và Đào tạo": ("Bộ GD&ĐT", "Bộ GDĐT"),
    "Bộ Thông tin và Truyền thông": ("BTTTT", "Bộ TT&TT"),
    "Bộ Nông nghiệp và Phát triển nông thôn": ("Bộ NN&PTNT",),
    "Bộ Giao thông vận tải": ("Bộ GTVT",),
    "Bảo hiểm xã hội Việt Nam": ("BHXH Việt Nam",),
    "Tòa án nhân dân tối cao": ("TANDTC",),
    "Bộ Kế hoạch và Đầu tư": ("Bộ KH&ĐT", "Bộ KHĐT"),
    "Bộ Tài nguyên và Môi trường": ("Bộ TN&MT", "Bộ TNMT"),
    "Bộ Lao động - Thương binh và Xã hội": ("Bộ LĐTBXH", "Bộ LĐ-TB&XH"),
}

PROVINCIAL = Pool(
    shared=[
        "Sở Tài chính", "Sở Khoa học và Công nghệ", "Sở Nội vụ", "Sở Xây dựng", "Sở Y tế", "Sở Giáo dục và Đào tạo",
        "Công an tỉnh", "UBND các xã, phường", "Văn phòng UBND tỉnh", "Sở Tư pháp",
    ],
    dev=["Sở Công Thương", "Các sở, ban, ngành", "Thanh tra tỉnh", "Ban Quản lý Khu kinh tế", "Tỉnh đoàn"],
    second=[
        "Sở Nông nghiệp và Môi trường", "UBND các xã, phường, đặc khu", "Các sở, ban, ngành, đoàn thể tỉnh", "Hội Nông dân tỉnh",
        "Sở Văn hóa, Thể thao và Du lịch", "Trường Cao đẳng nghề tỉnh", "Bộ Chỉ huy Quân sự tỉnh", "Các đơn vị sự nghiệp thuộc UBND tỉnh",
    ],
    third=[
        "Sở Dân tộc và Tôn giáo", "Sở Ngoại vụ", "Thuế tỉnh", "Bảo hiểm xã hội tỉnh", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",
        "Hội Liên hiệp Phụ nữ tỉnh", "Đài Phát thanh và Truyền hình tỉnh", "Hội Cựu chiến binh tỉnh",
        "Trung tâm Phục vụ hành chính công tỉnh", "Các cơ quan, đơn vị, địa phương",
    ],
    fourth=[
        "Ban Tổ chức Tỉnh ủy", "Ban Tuyên giáo và Dân vận Tỉnh ủy", "Đảng ủy UBND tỉnh", "Liên đoàn Lao động tỉnh",
        "Ban Quản lý các khu công nghiệp tỉnh", "Trung tâm Xúc tiến Đầu tư tỉnh", "Báo và phát thanh, truyền hình tỉnh", "Kho bạc Nhà nước khu vực",
        "Các sở, ban, ngành liên quan", "Đảng ủy các xã, phường",
    ],
    held_out=[
        "Sở Thông tin và Truyền thông", "Sở Kế hoạch và Đầu tư", "Sở Nông nghiệp và Phát triển nông thôn",
        "Sở Tài nguyên và Môi trường", "Sở Lao động - Thương binh và Xã hội", "UBND các huyện, thị xã, thành phố",
        "Các cơ quan, đơn vị liên quan", "Văn phòng Tỉnh ủy", "Ủy ban Kiểm tra Tỉnh ủy", "Liên minh Hợp tác xã tỉnh",
        "Trường Chính trị tỉnh", "Tòa án nhân dân tỉnh",
    ],
)  # fmt: skip
PROVINCIAL_SHORT = {
    "Sở Khoa học và Công nghệ": ("Sở KH&CN", "Sở KHCN"),
    "Sở Giáo dục và Đào tạo": ("Sở GD&ĐT",),
    "Công an tỉnh": ("CA tỉnh",),
    "Sở Văn hóa, Thể thao và Du lịch": ("Sở VHTTDL", "Sở VHTT&DL"),
    "Sở Nông nghiệp và Môi trường": ("Sở NN&MT",),
    "Văn phòng UBND tỉnh": ("VP UBND tỉnh",),
    "Sở Thông tin và Truyền thông": ("Sở TT&TT", "Sở TTTT"),
    "Sở Kế hoạch và Đầu tư": ("Sở KH&ĐT",),
    "Sở Nông nghiệp và Phát triển nông thôn": ("Sở NN&PTNT",),
    "Sở Tài nguyên và Môi trường": ("Sở TN&MT", "Sở TNMT"),
    "Sở Lao động - Thương binh và Xã hội": ("Sở LĐTBXH", "Sở LĐ-TB&XH"),
}

TRANSLATED = Pool(
    shared=[
        "Ministry of Finance", "Ministry of Health", "Ministry of Public Security", "Ministry of Construction", "Ministry of Justice",
        "Ministry of Science and Technology", "Ministry of Education and Training",
    ],
    dev=["Ministry of Home Affairs", "Government Inspectorate", "Ministry of Foreign Affairs"],
    second=["Ministry of Industry and Trade", "Ministry of National Defence", "Ministry of Information and Communications", "Localities"],
    third=[
        "Ministry of Agriculture and Environment", "State Bank of Viet Nam", "Ministry of Culture, Sports and Tourism",
        "Ministry of Ethnic and Religious Affairs", "Provincial People's Committees",
    ],
    fourth=[
        "Ministry of Natural Resources and Environment", "Ministry of Transport", "Ministry of Planning and Investment",
        "Ministry of Agriculture and Rural Development", "Viet Nam Social Security", "Office of the Government",
    ],
    held_out=[
        "Ministry of Labour, Invalids and Social Affairs", "Relevant ministries and agencies",
        "People's Committees of provinces and cities", "State Audit Office", "Viet Nam Television", "Supreme People's Court",
        "Viet Nam Academy of Social Sciences",
    ],
)  # fmt: skip

QUARTERS = Pool(
    shared=[
        "Ministry of Transport", "State Department for Roads", "National Treasury", "Office of the Prime Minister", "County Governments",
        "Bureau of Standards", "National Planning Commission", "Ministry of Labour and Employment",
    ],
    dev=["Civil Service Agency", "Port Authority", "Department of Tourism", "Local Government Units"],
    second=["Kenya Roads Board", "Department of Budget and Management", "Economic Development Board", "Housing and Development Authority", "Council of Governors", "NEDA", "Ministry of Water, Sanitation and Irrigation"],
    third=[
        "Ghana Highway Authority", "Planning Institute of Jamaica", "MINECOFIN", "Bangladesh Bank",
        "Ministry of Planning, Development and Special Initiatives", "Federal Ministry of Power", "Fiji Roads Authority",
        "MMDAs", "Local Government Division", "Rwanda Transport Development Agency", "Development Bank of Jamaica",
        "Water Authority of Fiji", "Nigerian Electricity Regulatory Commission",
    ],
    fourth=[
        "National Planning Authority", "Uganda National Roads Authority", "Ministry of Gender, Labour and Social Development",
        "Nepal Rastra Bank", "Ministry of Federal Affairs and General Administration", "Central Bank of Sri Lanka",
        "Road Development Authority", "Divisional Secretariats", "Tobago House of Assembly", "Regional Health Authorities",
        "Department of Basic Education", "SALGA", "Eskom", "Local Governments",
    ],
    held_out=[
        "Private sector", "Development Partners", "Ministry of Local Government and Rural Development", "Zambia Development Agency",
        "Zambia Revenue Authority", "PO-RALG", "TANROADS", "Tanzania Revenue Authority", "Statistics Botswana",
        "Botswana Investment and Trade Centre", "District Councils", "NamPower", "Regional Councils",
        "Ministry of Works and Transport", "Barbados Water Authority", "Barbados Tourism Marketing Inc.", "Statistics Mauritius",
        "Rodrigues Regional Assembly", "Samoa Water Authority", "Ministry of Women, Community and Social Development",
    ],
)  # fmt: skip

MONTHS = Pool(
    shared=[
        "Department of Health", "Department of Finance", "Local Authorities", "Education Authority", "Office of Public Works",
        "Department of Housing", "Food Safety Board",
    ],
    dev=["Department of Rural Affairs", "Heritage Council", "Revenue", "Regional Assemblies"],
    second=["Department of Enterprise, Trade and Employment", "Transport Scotland", "HSE", "SEAI", "NITI Aayog", "Health and Social Care Partnerships", "An Post", "Ministry of Tourism, Arts and Culture"],
    third=[
        "Department of Social Protection", "Natural Resources Wales", "Te Puni Kōkiri", "Waka Kotahi", "Teagasc",
        "Fáilte Ireland", "Environment and Resources Authority", "Ministry for Gozo", "Health Boards", "Enterprise Ireland",
        "Visit Wales", "Ministry for Primary Industries", "Malta Enterprise",
    ],
    fourth=[
        "NatureScot", "COSLA", "Public Health Scotland", "HM Treasury", "Homes England",
        "Ministry of Housing, Communities and Local Government", "Parks Canada", "Employment and Social Development Canada",
        "Provinces and territories", "Services Australia", "CSIRO", "State and territory governments", "Development Bureau",
        "Hospital Authority",
    ],
    held_out=[
        "Community groups", "Ministry of Education", "Ministry for the Environment", "Stats NZ",
        "Ministry of Business, Innovation and Employment", "Kāinga Ora", "Enterprise Singapore", "National Environment Agency",
        "Land Transport Authority", "People's Association", "Fingal County Council", "Local Enterprise Office", "Uisce Éireann",
        "An Garda Síochána", "Department for Communities", "Department for Infrastructure", "Invest NI",
    ],
)  # fmt: skip

OF_COUNTRY = {
    "vn_central": CENTRAL,
    "vn_province": PROVINCIAL,
    "vn_english": TRANSLATED,
    "quarters": QUARTERS,
    "months": MONTHS,
}

SEPARATORS = {
    "vi": Pool(
        shared=[", ", "; ", "\n"],
        dev=[" và ", ";\n"],
        second=[",\n", " / ", " và ", "\n- "],
        third=["\n+ ", "\n* "],
        fourth=[";\n- ", "\n– ", ", … và "],
        held_out=["\n• ", ";\n+ "],
    ),
    "en": Pool(
        shared=[", ", "; ", "\n"],
        dev=["/"],
        second=[" / ", ";\n", ",\n", " & ", "\n• "],
        third=[" and ", "\n- ", "\n· "],
        fourth=[";\n- ", "\n– ", ", … and "],
        held_out=["\n* ", "; …; and "],
    ),
}


NATIONS = {
    "third": {"quarters": [
        {"Ghana Highway Authority", "MMDAs"},
        {"Planning Institute of Jamaica", "Development Bank of Jamaica"},
        {"Rwanda Development Board", "MINECOFIN", "Rwanda Transport Development Agency"},
        {"Bangladesh Bank", "Local Government Division"},
        {"Ministry of Planning, Development and Special Initiatives"},
        {"Federal Ministry of Power", "Nigerian Electricity Regulatory Commission"},
        {"Fiji Roads Authority", "Water Authority of Fiji"},
    ], "months": [
        {"Department of Social Protection", "Teagasc", "Fáilte Ireland", "Enterprise Ireland"},
        {"Welsh Government", "Natural Resources Wales", "Health Boards", "Visit Wales"},
        {"Ministry for Primary Industries", "Te Puni Kōkiri", "Waka Kotahi"},
        {"Ministry for Gozo", "Environment and Resources Authority", "Malta Enterprise"},
    ]},
    "fourth": {
        "quarters": [
            {"National Planning Authority", "Uganda National Roads Authority", "Ministry of Gender, Labour and Social Development", "Ministry of Finance, Planning and Economic Development"},
            {"Nepal Rastra Bank", "Ministry of Federal Affairs and General Administration"},
            {"Central Bank of Sri Lanka", "Road Development Authority", "Divisional Secretariats"},
            {"Ministry of Planning and Development", "Tobago House of Assembly", "Regional Health Authorities"},
            {"Department of Planning, Monitoring and Evaluation", "Department of Basic Education", "SALGA", "Eskom"},
        ],
        "months": [
            {"Scottish Government", "NatureScot", "COSLA", "Public Health Scotland"},
            {"Department for Transport", "HM Treasury", "Homes England", "Ministry of Housing, Communities and Local Government"},
            {"Indigenous Services Canada", "Parks Canada", "Employment and Social Development Canada", "Provinces and territories"},
            {"Department of Climate Change, Energy, the Environment and Water", "Services Australia", "CSIRO", "State and territory governments"},
            {"Health Bureau", "Development Bureau", "Hospital Authority"},
        ],
    },
    "held_out": {
        "quarters": [
            {"Ministry of Finance and National Planning", "Ministry of Local Government and Rural Development", "Zambia Development Agency", "Zambia Revenue Authority"},
            {"Prime Minister's Office", "PO-RALG", "TANROADS", "Tanzania Revenue Authority"},
            {"Statistics Botswana", "Botswana Investment and Trade Centre", "District Councils"},
            {"Ministry of Works and Transport", "NamPower", "Regional Councils"},
            {"Barbados Water Authority", "Barbados Tourism Marketing Inc."},
            {"Ministry of Finance, Economic Planning and Development", "Statistics Mauritius", "Rodrigues Regional Assembly"},
            {"Samoa Water Authority", "Ministry of Women, Community and Social Development"},
        ],
        "months": [
            {"Ministry of Sustainability and the Environment", "Enterprise Singapore", "National Environment Agency", "Land Transport Authority", "People's Association"},
            {"Ministry for the Environment", "Ministry of Business, Innovation and Employment", "Ministry of Education", "Stats NZ", "Kāinga Ora"},
            {"Fingal County Council", "Local Enterprise Office", "Uisce Éireann", "An Garda Síochána"},
            {"Department for Communities", "Department for Infrastructure", "Invest NI"},
        ],
    },
}  # fmt: skip
"""Bodies of a part that stand in one nation's plans; those that no nation claims stand in any."""


def of_plan(dice: Dice, country: str, issuer: object) -> list[str]:
    """Return the bodies that one plan may name: in the held-out part of its issuer's nation, or of any one."""
    names = OF_COUNTRY[country].of[dice.pool]
    nations = NATIONS.get(dice.pool, {}).get(country, [])
    if not nations:
        return names
    own = next((nation for nation in nations if issuer in nation), None) or dice.one(nations)
    foreign = set().union(*nations) - own
    return [name for name in names if name not in foreign]


BETWEEN = "…"
"""Stands between the mark that parts names and the one that parts the last two."""
LIST_MARKS = (";\n- ", ";\n+ ", "\n- ", "\n• ", "\n+ ", "\n* ", "\n· ", "\n– ")


def in_line(text: str) -> str:
    """Return a list of names without the marks that begin its lines."""
    for mark in LIST_MARKS:
        text = text.removeprefix(mark[mark.index("\n") + 1 :]).replace(mark, ", ")
    return text


def separator(dice: Dice, language: str, chosen: list[str]) -> str:
    """Return a separator that leaves no doubt where a name with a comma or a joining word ends."""
    for _try in range(20):
        mark = dice.one(SEPARATORS[language])
        if mark.strip() == "," and any("," in name for name in chosen) and language == "en":
            continue
        if mark.strip() in {"và", "and", "&", "/"} and (
            len(chosen) != 2 or any(" and " in name or "và" in name or "," in name for name in chosen)
        ):
            continue
        if BETWEEN in mark and any(mark.split(BETWEEN)[1].strip() in name or "," in name for name in chosen):
            continue
        return mark
    return "; "


def printed(dice: Dice, country: str, name: str, chance: float) -> str:
    """Return the name as a document may print it: short, or as it is."""
    short = {"vn_central": CENTRAL_SHORT, "vn_province": PROVINCIAL_SHORT}.get(country, {}).get(name)
    return dice.one(short) if short and dice.often(chance) else name


def misprinted(dice: Dice, name: str) -> str:
    """Return the name with one letter wrong."""
    places = [i for i, letter in enumerate(name) if i > 4 and letter.isalpha() and letter.islower()]
    place = dice.one(places)
    kind = dice.one(["drop", "double", "swap"])
    if kind == "drop":
        return name[:place] + name[place + 1 :]
    return (
        name[:place]
        + (name[place] if kind == "double" else dice.one("abcdehn"))
        + name[place:][kind == "swap" :]
    )


def joined(dice: Dice, language: str, words: list[str]) -> str:
    """Return the names in one cell."""
    if len(words) == 1:
        return words[0]
    mark = separator(dice, language, words)
    if mark in LIST_MARKS:
        return mark[mark.index("\n") + 1 :] + mark.join(words)
    if BETWEEN in mark:
        first, last = mark.split(BETWEEN)
        return first.join(words[:-1]) + last + words[-1]
    return mark.join(words)


def canonical(name: str, aliases: dict[str, str]) -> str:
    """Return the one name that all spellings of a body share, for comparing."""
    plain = " ".join(aliases.get(name, name).split())
    return _known().get(_key(plain), _key(plain))


OTHER_TONES = dict(
    zip(
        ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"],
        ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"],
        strict=True,
    )
)
"""Both ways to place a tone write the same word."""


def _key(name: str) -> str:
    folded = (
        name.casefold()
        .replace("’", "'")
        .replace("ủy ban nhân dân", "ubnd")
        .replace("uỷ ban nhân dân", "ubnd")
    )
    folded = re.sub(r"(o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])\b", lambda found: OTHER_TONES[found[0]], folded)
    return re.sub(r"\s+", " ", folded).strip(" .;,")


def known(name: str) -> bool:
    """Say whether a reader can know the name from the country's list, and so mend a misprint of it."""
    return _key(name) in _known()


@cache
def _known() -> dict[str, str]:
    found: dict[str, str] = {}
    for name in names():
        for word in (name.name_vi, name.name_en, *name.variants):
            found.setdefault(_key(word), name.code)
    return found
