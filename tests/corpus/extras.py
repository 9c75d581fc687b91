"""What stands around the rows of a later plan and is no row: legends, counts, signatures, explanations."""

# ruff: noqa: E501  a pool of words stands together

from copy import deepcopy

from tests.corpus import irregular
from tests.corpus.chance import CLOSED, FRESH, LAST, LATER, LATEST, NEWEST, RANKED, Dice, Pool
from tests.corpus.closed import extras as closed
from tests.corpus.forewords import FOREWORD, FOREWORDS
from tests.corpus.model import Cell, Line, Part, Row, Table
from tests.corpus.signatures import CONTACTS, OF_CONTACT, OF_SIGNATURE, SIGNED
from tests.corpus.surroundings import CAPTIONS, FOOTNOTES, OF_FOOTNOTES, REMARKS, UNIT_LINES

CHANCES = {
    "legend": 0.1, "summary": 0.1, "signed_table": 0.12, "explained": 0.12, "continued_theme": 0.15, "more": 0.12,
    "foreword": 0.3,
}  # fmt: skip
"""How often a plan of the later parts has each irregularity; no other part of the corpus has any."""
LAST_CHANCES = {"subtotals": 0.1, "contacts": 0.12}
"""How often a plan of the last parts has what only they have."""
NEWEST_CHANCES = {"ticks": 0.08, "unit_line": 0.3, "caption": 0.12, "remark_line": 0.15}
"""How often a plan of the sixth part and of those after it has what no earlier one has."""
CLOSED_CHANCES = {"ends": 0.12}
"""How often a plan of the seventh part and of those after it has what no earlier one has."""
FRESH_CHANCES = {"quarters": 0.12, "roles": 0.15}
"""How often a plan of the ninth part and of those after it has what no earlier one has."""
LATEST_CHANCES = {"one_year": 0.12, "fiscal": 0.16, "bulleted": 0.12, "misnumbered": 0.1, "units": 0.12}
"""How often a plan of the tenth part and of the one after it has what no earlier one has."""
OWN_CHANCES = {"titled": 0.5, "fiscal_noted": 0.3, "grouped": 0.09}
"""How often a plan of the eleventh part and of the one after it has these; few can have the first two."""
REAL = {
    "repeat_head": 0.08, "continues": 0.05, "total": 0.03, "hidden_row": 0.02, "auto_numbers": 0.18, "text_box": 0.04,
    "adverts": 0.12, "nfd": 0.02, "lookalike": 0.05, "nbsp": 0.15, "split_rows": 0.1, "nested": 0.02, "footnotes": 0.05,
    "merged_leads": 0.12, "subrows": 0.1, "ditto": 0.04, "second_sheet_hidden": 0.04, "hidden_column": 0.03,
    "long_dash": 0.15, "upper_heads": 0.15, "combined": 0.07, "legend": 0.08, "summary": 0.04,
    "signed_table": 0.2, "explained": 0.05, "continued_theme": 0.02, "more": 0.1, "foreword": 0.3, "subtotals": 0.02,
    "contacts": 0.03, "ticks": 0.05, "unit_line": 0.3, "caption": 0.1, "remark_line": 0.08, "ends": 0.05,
    "quarters": 0.04, "roles": 0.04, "one_year": 0.05, "fiscal": 0.1, "bulleted": 0.08, "misnumbered": 0.04, "units": 0.05,
}  # fmt: skip
"""How often real plans have each irregularity, as far as can be told: the ranked parts keep to it."""

CONTINUED = {"vi": " (tiếp theo)", "en": " (continued)"}
LEGENDS = {
    "vi": ("DANH MỤC CHỮ VIẾT TẮT", ("Chữ viết tắt", "Chữ đầy đủ")),
    "en": ("Abbreviations", ("Abbreviation", "Meaning")),
}
SHORTENED = {
    "vi": Pool(
        third=[
            ("UBND", "Ủy ban nhân dân"), ("CNTT", "Công nghệ thông tin"), ("DVC", "Dịch vụ công"), ("NTM", "Nông thôn mới"),
            ("HTX", "Hợp tác xã"), ("CSDL", "Cơ sở dữ liệu"),
        ],
        fourth=[
            ("TTHC", "Thủ tục hành chính"), ("KH&CN", "Khoa học và công nghệ"), ("KT-XH", "Kinh tế - xã hội"), ("BCĐ", "Ban Chỉ đạo"),
            ("ANTT", "An ninh trật tự"), ("CCHC", "Cải cách hành chính"),
        ],
        fifth=[
            ("CĐS", "Chuyển đổi số"), ("ĐMST", "Đổi mới sáng tạo"), ("ATTP", "An toàn thực phẩm"), ("BHYT", "Bảo hiểm y tế"),
            ("GPMB", "Giải phóng mặt bằng"), ("PCTT", "Phòng, chống thiên tai"),
        ],
        sixth=[
            ("DTTS", "Dân tộc thiểu số"), ("HĐND", "Hội đồng nhân dân"), ("QLNN", "Quản lý nhà nước"),
            ("DNNVV", "Doanh nghiệp nhỏ và vừa"), ("BVMT", "Bảo vệ môi trường"), ("MTTQ", "Mặt trận Tổ quốc"),
        ],
        seventh=[
            ("BĐKH", "Biến đổi khí hậu"), ("CBCC", "Cán bộ, công chức"), ("ĐTXD", "Đầu tư xây dựng"),
            ("GDNN", "Giáo dục nghề nghiệp"), ("NSNN", "Ngân sách nhà nước"), ("THPT", "Trung học phổ thông"),
        ],
        eighth=[
            ("ATGT", "An toàn giao thông"), ("BHXH", "Bảo hiểm xã hội"), ("CNH", "Công nghiệp hóa"),
            ("ĐVHC", "Đơn vị hành chính"), ("TDTT", "Thể dục, thể thao"), ("VSMT", "Vệ sinh môi trường"),
        ],
        ninth=[
            ("CTMTQG", "Chương trình mục tiêu quốc gia"), ("KCN", "Khu công nghiệp"),
            ("MTTN", "Môi trường thiên nhiên"), ("PCCC", "Phòng cháy, chữa cháy"),
            ("TĐKT", "Thi đua, khen thưởng"), ("VBQPPL", "Văn bản quy phạm pháp luật"),
        ],
        tenth=[
            ("ANTQ", "An ninh Tổ quốc"), ("CQĐP", "Chính quyền địa phương"), ("ĐTNN", "Đầu tư nước ngoài"),
            ("GDPT", "Giáo dục phổ thông"), ("KCB", "Khám bệnh, chữa bệnh"), ("TKTT", "Thiết kế thi công"),
        ],
        usual=[("UBND", "Ủy ban nhân dân"), ("CNTT", "Công nghệ thông tin"), ("HĐND", "Hội đồng nhân dân")],
        eleventh=[
            ("ATTT", "An toàn thông tin"), ("DVCTT", "Dịch vụ công trực tuyến"),
            ("KHCN", "Khoa học, công nghệ"), ("XDNTM", "Xây dựng nông thôn mới"),
            ("LLVT", "Lực lượng vũ trang"),
        ],
        twelfth=[
            ("ĐMST, CĐS", "Đổi mới sáng tạo, chuyển đổi số"),
            ("KT-XH, QP-AN", "Kinh tế - xã hội, quốc phòng - an ninh"),
            ("CNTT-TT", "Công nghệ thông tin và truyền thông"), ("VB QPPL", "Văn bản quy phạm pháp luật"),
            ("TDP", "Tổ dân phố"), ("NVH", "Nhà văn hóa"),
        ],
        thirteenth=[
            ("PVHCC", "Phục vụ hành chính công"), ("GRDP", "Tổng sản phẩm trên địa bàn"),
            ("QĐ", "Quyết định"), ("ĐVSN", "Đơn vị sự nghiệp"), ("KHĐT", "Kế hoạch và đầu tư"),
            ("OCOP", "Chương trình mỗi xã một sản phẩm"),
        ],
        held_out=closed.SHORTENED["vi"],
    ),
    "en": Pool(
        third=[
            ("GDP", "Gross domestic product"), ("ICT", "Information and communications technology"), ("NGO", "Non-governmental organisation"),
            ("PPP", "Public-private partnership"), ("SME", "Small and medium enterprise"),
        ],
        fourth=[
            ("CSO", "Civil society organisation"), ("FDI", "Foreign direct investment"), ("KPI", "Key performance indicator"),
            ("M&E", "Monitoring and evaluation"), ("MSME", "Micro, small and medium enterprise"),
            ("TVET", "Technical and vocational education and training"),
        ],
        fifth=[
            ("MDA", "Ministries, departments and agencies"), ("MOU", "Memorandum of understanding"), ("NDP", "National Development Plan"),
            ("STEM", "Science, technology, engineering and mathematics"), ("WASH", "Water, sanitation and hygiene"),
        ],
        sixth=[
            ("ODA", "Official development assistance"), ("SDG", "Sustainable Development Goal"),
            ("LGA", "Local government authority"), ("R&D", "Research and development"),
            ("UHC", "Universal health coverage"),
        ],
        seventh=[
            ("CBO", "Community-based organisation"), ("GIS", "Geographic information system"),
            ("NGP", "National gender policy"), ("SOE", "State-owned enterprise"), ("TOR", "Terms of reference"),
        ],
        eighth=[
            ("CBA", "Cost-benefit analysis"), ("DRR", "Disaster risk reduction"),
            ("EIA", "Environmental impact assessment"), ("MTR", "Mid-term review"),
            ("SOP", "Standard operating procedure"),
        ],
        ninth=[
            ("ECD", "Early childhood development"), ("GBV", "Gender-based violence"),
            ("IT", "Information technology"), ("MIS", "Management information system"),
            ("PFM", "Public financial management"),
        ],
        tenth=[
            ("AMP", "Asset management plan"), ("FTE", "Full-time equivalent"), ("KRA", "Key result area"),
            ("PIU", "Project implementation unit"), ("RIA", "Regulatory impact assessment"),
        ],
        usual=[("M&E", "Monitoring and evaluation"), ("SDG", "Sustainable Development Goal")],
        eleventh=[
            ("CBOs", "Community-based organisations"), ("MTEF", "Medium-term expenditure framework"),
            ("NSDP", "National Strategic Development Plan"), ("MEL", "Monitoring, evaluation and learning"),
            ("FY", "Financial year"),
        ],
        twelfth=[
            ("AWP", "Annual work plan"), ("LGU", "Local government unit"),
            ("MTDP", "Medium-term development plan"), ("NGOs", "Non-governmental organisations"),
            ("TWG", "Technical working group"),
        ],
        thirteenth=[
            ("ATR", "Action taken report"), ("LSGI", "Local self government institution"),
            ("SHG", "Self-help group"), ("PSB", "Public Services Board"),
            ("DPR", "Detailed project report"),
        ],
        held_out=closed.SHORTENED["en"],
    ),
}  # fmt: skip
COUNTS = {
    "vi": ("TỔNG HỢP SỐ LƯỢNG NHIỆM VỤ", ("TT", "Nhóm nhiệm vụ", "Số lượng nhiệm vụ"), "Tổng số"),
    "en": ("Actions at a glance", ("No.", "Theme", "Number of actions"), "Total"),
}
EXPLAINED = {
    "vi": Pool(third=["Mục đích: giúp người dân tiếp cận dịch vụ thuận lợi hơn.", "Yêu cầu chung: làm gọn, tiết kiệm, đúng thẩm quyền."], fourth=["Quan điểm: lấy người dân, doanh nghiệp làm trung tâm phục vụ.", "Nội dung này nối tiếp những việc đã làm trong giai đoạn trước."], fifth=["Các nhiệm vụ dưới đây được thực hiện trên cơ sở phân công tại Nghị quyết.", "Phương châm chung là rõ người, rõ việc, rõ trách nhiệm."], sixth=["Phần này nêu những việc cần làm ngay và những việc làm theo lộ trình.", "Các cơ quan chủ động lồng ghép vào chương trình công tác của mình."], seventh=["Nội dung dưới đây cụ thể hóa phần định hướng đã được thông qua.", "Mục này tập trung vào các khâu còn yếu đã được chỉ ra khi sơ kết."], eighth=["Phần này gồm những việc do lãnh đạo cơ quan trực tiếp chỉ đạo.", "Từng bộ phận căn cứ nội dung dưới đây để xây dựng lịch công tác."], ninth=["Các công việc tại mục này kế thừa kết quả của năm trước và được bổ sung theo tình hình mới.", "Mục này do bộ phận thường trực theo dõi, đôn đốc chung."], tenth=["Nhóm việc này đã được thống nhất tại hội nghị giao ban đầu năm.", "Khi có khó khăn, các đơn vị trao đổi trực tiếp với bộ phận thường trực."],
        eleventh=[
            "Các nhiệm vụ thuộc nhóm này do các cơ quan chủ động triển khai theo chức năng.",
            "Nhóm nhiệm vụ này được ưu tiên nguồn lực để triển khai.",
        ],
        twelfth=[
            "Các cơ quan, đơn vị tập trung thực hiện các nhiệm vụ sau đây.",
            "Tiếp tục thực hiện các nội dung của giai đoạn trước và bổ sung các nhiệm vụ mới.",
            "Phạm vi thực hiện: toàn tỉnh, ưu tiên các xã đặc biệt khó khăn.",
        ],
    thirteenth=[
        "Các đơn vị được phân công chủ động xây dựng kế hoạch chi tiết.",
        "Nhóm này gồm các nhiệm vụ chuyển tiếp và nhiệm vụ mới.",
        "Thực hiện theo chức năng, nhiệm vụ và chỉ đạo của Ban Chỉ đạo.",
    ],
    held_out=closed.EXPLAINED["vi"],
    ),
    "en": Pool(third=["Why it matters: people told us that services are hard to reach.", "Context: earlier work showed where the gaps are."], fourth=["Our ambition: everyone can take part, wherever they live.", "This theme builds on the commitments of the first plan."], fifth=["This section sets out how we respond to what the consultation told us.", "Progress under this priority depends on strong local partnerships."], sixth=["Those who took part in our workshops asked for this above all else.", "The section draws on the findings of the situation analysis."], seventh=["What follows rests on the evidence gathered in the field.", "Members of the public raised this issue more often than any other."], eighth=["The people who run these services told us what gets in their way.", "Earlier reviews pointed to the same gaps that this part deals with."], ninth=["People who work in the field helped us to choose what comes first here.", "Much has been done already, and this part sets out what remains."], tenth=["These are the steps that our partners asked us to put first.", "Work under this heading started some time ago and goes on."],
        eleventh=[
            "The actions below set out how this objective will be met.",
            "This pillar brings together work that is led by several ministries.",
        ],
        twelfth=[
            "This objective will be achieved through the following actions.",
            "The strategy under this pillar is to work closely with local authorities.",
            "Expected outcome: improved access to quality services for all.",
        ],
    thirteenth=[
        "Departments shall prepare their own schedules on the basis of the items below.",
        "We will work with our partners to deliver the actions in this section.",
        "This section covers both continuing work and new work.",
    ],
    held_out=closed.EXPLAINED["en"],
    ),
}  # fmt: skip


def chosen(dice: Dice) -> set[str]:
    """Return the irregularities of one plan."""
    if dice.pool not in LATER:
        return set()
    flags = {name for name, chance in CHANCES.items() if dice.often(chance)}
    if dice.pool in LAST:
        flags |= {name for name, chance in LAST_CHANCES.items() if dice.often(chance)}
    if dice.pool in NEWEST:
        flags |= {name for name, chance in NEWEST_CHANCES.items() if dice.often(chance)}
    if dice.pool in CLOSED:
        flags |= {name for name, chance in CLOSED_CHANCES.items() if dice.often(chance)}
    if dice.pool in FRESH:
        flags |= {name for name, chance in FRESH_CHANCES.items() if dice.often(chance)}
    if dice.pool in LATEST:
        flags |= {name for name, chance in LATEST_CHANCES.items() if dice.often(chance)}
    if dice.pool in RANKED:
        chances = REAL | OWN_CHANCES
        flags = {name for name in chances if dice.often(irregular.likely(dice, name, chances[name]))}
    return flags | {"continues"} if "continued_theme" in flags else flags


def foreword(pool: str, language: str, flags: set[str]) -> list[Line]:
    """Return the foreword, whose figures tell what has been and set no aim."""
    words = FOREWORDS.get(pool, FOREWORD)[language]
    return [Line(text, "prose") for text in words] if "foreword" in flags else []


def subtotal(section: str, count: int, language: str) -> str:
    """Return the words of the row that counts a theme's tasks below them."""
    if language == "vi":
        return f"Cộng mục {section}: {count} nhiệm vụ" if section else f"Cộng: {count} nhiệm vụ"
    return f"Subtotal: {count} actions"


def contacts(pool: str, language: str, flags: set[str]) -> list[Part]:
    """Return the table of those to ask, which stands below the plan."""
    if pool not in LAST or "contacts" not in flags:
        return []
    title, *rows = OF_CONTACT.get(pool, CONTACTS)[language]
    return [Line(title[0], "head"), _small("contacts", rows, [1, 4, 4, 3])]


def before_plan(
    dice: Dice,
    language: str,
    flags: set[str],
    themes: list[tuple[str, int]],
    shorts: list[tuple[str, str]],
) -> list[Part]:
    """Return the legend, with the bodies that the plan shortens, and the counts by theme before the plan."""
    parts: list[Part] = []
    if "legend" in flags:
        title, heads = LEGENDS[language]
        pairs = [*dice.some(SHORTENED[language], dice.number(3, 5)), *shorts]
        rows = [list(pair) for pair in sorted(pairs)]
        parts += [Line(title, "head"), _small("legend", [list(heads), *rows], [2, 6])]
    if "summary" in flags and len(themes) > 1:
        title, heads, total = COUNTS[language]
        rows = [[str(place), name, str(count)] for place, (name, count) in enumerate(themes, 1)]
        rows.append(["", total, str(sum(count for _, count in themes))])
        parts += [Line(title, "head"), _small("summary", [list(heads), *rows], [1, 6, 3])]
    return parts


def signature(pool: str, language: str) -> Table:
    """Return the table without a heading that holds the signatures."""
    rows = OF_SIGNATURE.get(pool, SIGNED)[language]
    return Table([Row([Cell(text) for text in row], "note") for row in rows], [4] * len(rows[0]), "signature")


def footnotes(pool: str, language: str) -> tuple[str, str]:
    """Return the two notes that marks in the cells point to."""
    return OF_FOOTNOTES.get(pool, FOOTNOTES)[language]


def above_table(dice: Dice, language: str, flags: set[str], fields: set[str]) -> list[Line]:
    """Return the caption of a table and the line that says in what its money is counted."""
    lines = [Line(dice.one(CAPTIONS[language]), "text")] if "caption" in flags else []
    if "unit_line" in flags and "money" in fields:
        lines.append(Line(dice.one(UNIT_LINES[language]), "text"))
    return lines


def remark_line(dice: Dice, language: str, flags: set[str]) -> list[Line]:
    """Return the remark under the tables, which is no task."""
    return [Line(dice.one(REMARKS[language]), "note")] if "remark_line" in flags else []


def explanation(dice: Dice, language: str) -> str:
    """Return the sentence that stands under the heading of a theme and is neither theme nor task."""
    return dice.one(EXPLAINED[language])


def continued(rows: list[Row], place: int, language: str) -> list[Row]:
    """Return the row of the theme that goes on at this place, as a page repeats it below its heading."""
    above = next((row for row in reversed(rows[:place]) if row.kind == "section"), None)
    if above is None or rows[place - 1].kind in {"section", "aside"}:
        return []
    again = deepcopy(above)
    title = next(cell for cell in reversed(again.cells) if cell is not None and cell.text)
    title.text += CONTINUED[language]
    return [again]


def _small(name: str, rows: list[list[str]], widths: list[int]) -> Table:
    kinds = ["head", *["note"] * (len(rows) - 1)]
    made = [
        Row([Cell(text, bold=kind == "head") for text in row], kind)
        for row, kind in zip(rows, kinds, strict=True)
    ]
    return Table(made, widths, name)
