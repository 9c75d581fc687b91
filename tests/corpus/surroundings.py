"""Words that stand around the tables of a plan: captions, remarks, footnotes."""

from tests.corpus.chance import Pool
from tests.corpus.closed import surroundings as closed

UNIT_LINES = {
    "vi": Pool(
        sixth=["Đơn vị tính: triệu đồng", "(ĐVT kinh phí: tỷ đồng)"],
        seventh=["ĐVT: nghìn đồng", "Đơn vị tính kinh phí: triệu đồng"],
        eighth=["Đơn vị: đồng", "(Kinh phí tính bằng triệu đồng)"],
        ninth=["ĐVT: tỷ đồng", "Đơn vị tính: nghìn đồng"],
        tenth=["(Số tiền ghi theo triệu đồng)", "ĐV tính: 1.000 đồng"],
        usual=["Đơn vị tính: triệu đồng"],
        eleventh=["Đơn vị tính: tỷ đồng", "(Đơn vị: triệu đồng)"],
        twelfth=["ĐVT: Triệu đồng", "Đơn vị: tỷ đồng", "(Kinh phí: triệu đồng)"],
        thirteenth=[
            "(ĐVT: nghìn đồng)",
            "ĐVT: tr. đồng",
        ],
        held_out=closed.UNIT_LINES["vi"],
    ),
    "en": Pool(
        sixth=["(Amounts in thousands of dollars)", "Currency: US$ million"],
        seventh=["(in millions of national currency)", "All costs in US dollars"],
        eighth=["(Figures in local currency, thousands)", "Costs are shown in US$"],
        ninth=["(All amounts in US$ thousand)", "Amounts in local currency, millions"],
        tenth=["(Cost figures in thousands of US dollars)", "Money in millions, local currency"],
        eleventh=["(US$ million)", "All figures in US$"],
        twelfth=["(in US$ '000)", "Budget in millions of local currency", "(costs in USD)"],
        thirteenth=[
            "(Rs. in lakh)",
            "Costs in £ thousand",
            "(amounts in million pesos)",
        ],
        held_out=closed.UNIT_LINES["en"],
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
        eleventh=["Bảng 1. Danh mục nhiệm vụ thực hiện Kế hoạch", "Bảng 1: Phân công nhiệm vụ cụ thể"],
        twelfth=[
            "Bảng 1: Nhiệm vụ cụ thể và phân công thực hiện",
            "Biểu 01: Danh mục nhiệm vụ",
            "Bảng 2: Danh mục nhiệm vụ, phân công trách nhiệm",
        ],
        thirteenth=[
            "Bảng 1. Phân công nhiệm vụ thực hiện Kế hoạch",
            "Biểu số 1: Nhiệm vụ và thời hạn hoàn thành",
            "Bảng tổng hợp nhiệm vụ",
        ],
        held_out=closed.CAPTIONS["vi"],
    ),
    "en": Pool(
        sixth=["Table 1: Planned actions", "Table 1. Summary of actions"],
        seventh=["Table 2: Actions by theme", "Table 3. Implementation plan"],
        eighth=["Table A. Actions and owners", "Table 4: Plan of work"],
        ninth=["Table 5: Commitments and owners", "Table B. What will be done"],
        tenth=["Table 7. Work to be done", "Table C: Measures, owners and timing"],
        eleventh=["Table 1: Action plan", "Table 2. Implementation matrix"],
        twelfth=[
            "Table 1: Implementation matrix",
            "Table 3: Action plan by strategic objective",
            "Table 2: Activities, timelines and responsibilities",
        ],
        thirteenth=[
            "Table 1. Department-wise action plan",
            "Table 4: Actions, owners and target dates",
            "Table A1: Programme of actions",
        ],
        held_out=closed.CAPTIONS["en"],
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
        eleventh=[
            "Ghi chú: Các nhiệm vụ thường xuyên thực hiện theo chức năng, nhiệm vụ được giao.",
            "Ghi chú: Danh mục này được rà soát, cập nhật hằng năm.",
        ],
        twelfth=[
            "Ghi chú: Cơ quan chủ trì chịu trách nhiệm theo dõi, báo cáo kết quả.",
            "* Ghi chú: Các nhiệm vụ giao thường xuyên không nêu tại Phụ lục này.",
            "Ghi chú: Thời gian hoàn thành tính đến ngày trình cấp có thẩm quyền.",
        ],
        thirteenth=[
            "Ghi chú: Đơn vị in đậm là đơn vị đầu mối tổng hợp.",
            "* Các đơn vị gửi báo cáo trước ngày 20 tháng cuối quý.",
            "Ghi chú: Nhiệm vụ phát sinh trong năm được bổ sung bằng văn bản riêng.",
        ],
        held_out=closed.REMARKS["vi"],
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
        eleventh=[
            "Note: Timelines may be revised during the annual review.",
            "Note: Lead agencies are responsible for reporting on progress.",
        ],
        twelfth=[
            "Note: The first named organisation is the lead.",
            "Source: Ministry of Planning, consultations with stakeholders.",
            "* Subject to the availability of resources.",
        ],
        thirteenth=[
            "Note: Dates may be revised with the approval of the Chief Secretary.",
            "* Nodal departments submit progress by the 5th of each month.",
            "Note: Actions are reviewed by the Corporate Management Team.",
        ],
        held_out=closed.REMARKS["en"],
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
TWELFTH_FOOTNOTES = {
    "vi": (
        "Quyết định số 1012/QĐ-TTg ngày 06/6/2025 của Thủ tướng Chính phủ.",
        "Theo Thông báo số 88/TB-VPCP ngày 14/3/2025.",
    ),
    "en": (
        "See the National Development Plan, chapter 4.",
        "Includes activities funded by partners in 2025.",
    ),
}
THIRTEENTH_FOOTNOTES = {
    "vi": (
        "Nhiệm vụ được giao tại Công văn số 3316/UBND-KSTT ngày 28/8/2025.",
        "Tên đơn vị sau khi sắp xếp tổ chức bộ máy.",
    ),
    "en": (
        "Approved under Government Order No. 118/2025 dated 3 June 2025.",
        "Figures for this item are reported by financial year.",
    ),
}
OF_FOOTNOTES = {
    "sixth": NEW_FOOTNOTES,
    "seventh": SEVENTH_FOOTNOTES,
    "eighth": EIGHTH_FOOTNOTES,
    "ninth": NINTH_FOOTNOTES,
    "tenth": TENTH_FOOTNOTES,
    "eleventh": ELEVENTH_FOOTNOTES,
    "twelfth": TWELFTH_FOOTNOTES,
    "thirteenth": THIRTEENTH_FOOTNOTES,
    "held_out": closed.OF_FOOTNOTES,
}
