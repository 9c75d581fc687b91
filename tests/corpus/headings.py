"""Headings of columns, as offices word them."""

# ruff: noqa: E501  a pool of words stands together

from tests.corpus.chance import Pool

VI = {
    "no_of_aims": Pool(shared=["TT", "STT"], third=["Số thứ tự", "Số TT"], fourth=["Thứ tự"], held_out=["S\nTT", "Mã chỉ tiêu"]),
    "no": Pool(
        shared=["TT", "STT", "Số TT"], dev=["Stt"], second=["SỐ TT", "Mã số", "S\nTT"],
        third=["Số thứ tự", "Mã NV", "Mã nhiệm vụ"],
        fourth=["Thứ tự"],
        held_out=["Mã số nhiệm vụ", "Mã"],
    ),
    "title": Pool(
        shared=["Nhiệm vụ", "Nội dung", "Nội dung nhiệm vụ", "Tên nhiệm vụ"],
        dev=["NHIỆM VỤ", "Nhiệm vụ, giải pháp", "Nội dung công việc"],
        second=["Nhiệm vụ cụ thể", "Nội dung thực hiện", "Nhiệm vụ/Giải pháp", "Công việc", "Nhiệm vụ chủ yếu", "Tên công việc"],
        third=[
            "Nội dung, nhiệm vụ", "Nhiệm vụ trọng tâm", "Tên nhiệm vụ/đề án", "Nội dung hoạt động", "Đầu việc",
            "Nội dung nhiệm vụ được giao",
        ],
        fourth=[
            "Tên nhiệm vụ, giải pháp", "Nội dung nhiệm vụ, giải pháp", "Nội dung triển khai", "Nhiệm vụ thực hiện",
            "Nhiệm vụ, công việc", "Hoạt động", "Các nhiệm vụ chủ yếu", "Danh mục nhiệm vụ",
        ],
        held_out=[
            "Nội dung nhiệm vụ cụ thể", "Nhiệm vụ, nội dung công việc", "Các nhiệm vụ cụ thể", "Nội dung công việc thực hiện",
            "Nhiệm vụ được giao", "Nhiệm vụ/Đề án", "Các nhiệm vụ, giải pháp",
        ],
    ),
    "leads": Pool(
        shared=["Cơ quan chủ trì", "Đơn vị chủ trì", "Chủ trì"],
        dev=["CƠ QUAN CHỦ TRÌ", "Cơ quan chủ trì thực hiện"],
        second=["Cơ quan, đơn vị chủ trì", "Cơ quan chịu trách nhiệm", "Đơn vị thực hiện", "Đơn vị đầu mối", "Cơ quan/Đơn vị chủ trì"],
        third=[
            "Cơ quan\nchủ trì", "Chủ trì thực hiện", "Cơ quan được giao chủ trì", "Đơn vị chủ trì tham mưu", "CQ chủ trì",
            "Cơ quan đầu mối",
        ],
        fourth=[
            "Đơn vị chủ trì thực hiện", "Cơ quan, đơn vị chủ trì thực hiện", "Cơ quan chủ trì\n(đầu mối)", "Cơ quan chủ trì, tham mưu",
            "ĐV chủ trì", "Đơn vị được giao chủ trì",
        ],
        held_out=[
            "Cơ quan thực hiện chính", "Cơ quan chủ trì/đầu mối", "Cơ quan, địa phương chủ trì", "Đơn vị chủ trì, tham mưu",
            "Sở, ngành chủ trì", "Đơn vị đầu mối chủ trì",
        ],
    ),
    "coordinators": Pool(
        shared=["Cơ quan phối hợp", "Đơn vị phối hợp", "Phối hợp"],
        dev=["CƠ QUAN PHỐI HỢP", "Cơ quan phối hợp thực hiện"],
        second=["Cơ quan, đơn vị phối hợp", "Các đơn vị phối hợp", "Cơ quan/Đơn vị phối hợp", "Đơn vị liên quan"],
        third=[
            "Phối hợp thực hiện", "Cơ quan\nphối hợp", "Cơ quan, tổ chức phối hợp", "CQ phối hợp", "Đơn vị tham gia phối hợp",
        ],
        fourth=["Đơn vị phối hợp thực hiện", "Cơ quan, đơn vị phối hợp thực hiện", "Cơ quan, đơn vị cùng phối hợp", "ĐV phối hợp", "Các cơ quan phối hợp"],
        held_out=[
            "Các cơ quan, đơn vị phối hợp", "Đơn vị, địa phương phối hợp", "Sở, ngành phối hợp", "Cơ quan/đơn vị phối hợp thực hiện",
            "Cơ quan tham gia phối hợp",
        ],
    ),
    "output": Pool(
        shared=["Sản phẩm", "Kết quả", "Sản phẩm đầu ra"],
        dev=["SẢN PHẨM", "Sản phẩm, kết quả", "Kết quả đầu ra"],
        second=["Kết quả/Sản phẩm", "Dự kiến sản phẩm", "Kết quả cần đạt", "Sản phẩm dự kiến hoàn thành", "Hình thức văn bản"],
        third=[
            "Sản phẩm/Kết quả đầu ra", "Yêu cầu sản phẩm", "Sản phẩm hoàn thành", "Kết quả, sản phẩm", "Kết quả dự kiến",
            "Sản phẩm\n(văn bản, công trình)",
        ],
        fourth=["Sản phẩm dự kiến", "Kết quả/sản phẩm dự kiến", "Sản phẩm/Kết quả", "Sản phẩm cụ thể", "Dự kiến kết quả, sản phẩm", "Sản phẩm\nchủ yếu"],
        held_out=["Kết quả đầu ra dự kiến", "Sản phẩm, kết quả đầu ra", "Sản phẩm đạt được", "Kết quả hoàn thành", "Sản phẩm dự kiến đạt được"],
    ),
    "deadline": Pool(
        shared=["Thời gian hoàn thành", "Thời hạn", "Thời gian thực hiện", "Thời hạn hoàn thành"],
        dev=["THỜI GIAN", "Thời gian", "Tiến độ hoàn thành"],
        second=["Lộ trình thực hiện", "Mốc thời gian", "Tiến độ", "Thời gian, tiến độ", "Hạn hoàn thành", "Thời điểm hoàn thành"],
        third=[
            "Thời hạn\n(tháng/năm)", "Thời hạn thực hiện", "Thời gian\nhoàn thành", "Thời gian dự kiến hoàn thành",
            "Thời gian (quý/năm)", "Mốc hoàn thành",
        ],
        fourth=[
            "Thời gian triển khai", "Thời gian thực hiện\n(dự kiến)", "Thời gian thực hiện, hoàn thành", "Thời hạn phải hoàn thành",
            "Thời gian hoàn thành\n(tháng, năm)", "Tiến độ, thời gian hoàn thành",
        ],
        held_out=[
            "Thời hạn, tiến độ", "Thời gian trình, hoàn thành", "Thời gian phải hoàn thành", "Thời gian, lộ trình thực hiện",
            "Dự kiến thời gian hoàn thành", "Tiến độ thực hiện, hoàn thành",
        ],
    ),
    "serves": Pool(
        shared=["Nhiệm vụ theo NQ 57"], dev=["Nhiệm vụ theo Nghị quyết 57-NQ/TW"],
        second=["Thực hiện nhiệm vụ tại Nghị quyết 71/NQ-CP", "Nhiệm vụ tương ứng của NQ 57-NQ/TW"],
        third=["Số thứ tự nhiệm vụ tại Nghị quyết 57-NQ/TW"],
        fourth=["Nhiệm vụ tương ứng tại Nghị quyết 03/NQ-CP", "Thực hiện nhiệm vụ theo Nghị quyết 57-NQ/TW"],
        held_out=["Nhiệm vụ theo Nghị quyết số 57-NQ/TW", "Nhiệm vụ tương ứng tại Nghị quyết 57-NQ/TW"],
    ),
    "status": Pool(
        shared=["Tình trạng", "Trạng thái"], dev=["Tình trạng thực hiện"], second=["Mức độ hoàn thành", "Trạng thái thực hiện"],
        third=["Tình trạng xử lý", "Đánh giá mức độ hoàn thành"],
        fourth=["Trạng thái xử lý", "Tình trạng hoàn thành"],
        held_out=["Tình trạng nhiệm vụ", "Trạng thái nhiệm vụ"],
    ),
    "result": Pool(
        shared=["Kết quả thực hiện", "Kết quả đạt được"], dev=["Kết quả đến nay"], second=["Kết quả triển khai", "Kết quả thực hiện đến 30/6"],
        third=["Kết quả đã đạt được", "Kết quả thực hiện đến thời điểm báo cáo"],
        fourth=["Kết quả thực hiện đến nay", "Kết quả thực hiện trong kỳ"],
        held_out=["Kết quả thực hiện nhiệm vụ", "Kết quả triển khai đến nay"],
    ),
    "notes": Pool(
        shared=["Ghi chú"], dev=["GHI CHÚ"], second=["Chú thích", "Ghi chú khác"],
        third=["Lưu ý", "Ghi chú thêm"],
        fourth=["Ghi chú, kiến nghị", "Ghi chú (nếu có)"],
        held_out=["Ghi chú/Đề xuất", "Ghi chú, đề xuất"],
    ),
    "money": Pool(
        shared=["Kinh phí", "Nguồn kinh phí"], dev=["Kinh phí (triệu đồng)"], second=["Dự kiến kinh phí", "Nguồn lực thực hiện"],
        third=["Khái toán kinh phí\n(tỷ đồng)", "Nguồn vốn", "Kinh phí thực hiện"],
        fourth=["Kinh phí dự kiến\n(triệu đồng)", "Dự toán kinh phí", "Nguồn kinh phí thực hiện"],
        held_out=["Kinh phí\n(đồng)", "Kinh phí dự toán", "Tổng kinh phí"],
    ),
    "theme": Pool(
        shared=["Nhóm nhiệm vụ"], dev=["Lĩnh vực"], second=["Nhóm nhiệm vụ, giải pháp", "Trụ cột"],
        third=["Nhóm giải pháp", "Nhóm nội dung", "Mảng công tác"],
        fourth=["Nhóm nhiệm vụ chính", "Lĩnh vực công tác", "Nhóm nhiệm vụ/giải pháp"],
        held_out=["Nhóm nhiệm vụ, công việc", "Nhóm lĩnh vực"],
    ),
    "bodies": Pool(
        shared=["Cơ quan thực hiện", "Phân công thực hiện"], dev=["Tổ chức thực hiện"], second=["Trách nhiệm", "Đơn vị tham gia"],
        third=[
            "Phân công trách nhiệm", "Đơn vị chủ trì và phối hợp", "Cơ quan, đơn vị thực hiện",
        ],
        fourth=["Cơ quan chủ trì, phối hợp", "Đơn vị chủ trì/phối hợp", "Phân công"],
        held_out=["Cơ quan chủ trì và phối hợp", "Phân công nhiệm vụ", "Đơn vị chủ trì, phối hợp thực hiện"],
    ),
    "plan": Pool(
        shared=["Kế hoạch thực hiện"], dev=["Yêu cầu"], second=["Kết quả và thời gian", "Tiến độ và sản phẩm"],
        third=["Sản phẩm và thời hạn", "Yêu cầu thực hiện"],
        fourth=["Kế hoạch hoàn thành", "Kết quả, thời gian thực hiện"],
        held_out=["Sản phẩm, thời gian hoàn thành", "Kết quả và tiến độ"],
    ),
    "indicator": Pool(
        shared=["Chỉ tiêu", "Tên chỉ tiêu"], dev=["Chỉ tiêu chủ yếu"], second=["Nội dung chỉ tiêu", "Các chỉ tiêu", "Mục tiêu, chỉ tiêu"],
        third=["Tên chỉ tiêu, tiêu chí", "Chỉ tiêu phát triển", "Chỉ tiêu cụ thể"],
        fourth=["Chỉ tiêu đánh giá", "Chỉ tiêu, tiêu chí", "Nội dung/Chỉ tiêu", "Danh mục chỉ tiêu"],
        held_out=["Tên các chỉ tiêu", "Chỉ tiêu, mục tiêu", "Nội dung mục tiêu, chỉ tiêu"],
    ),
    "unit": Pool(
        shared=["Đơn vị tính", "ĐVT"], dev=["Đơn vị"], second=["Đơn vị đo", "Đvt"],
        third=["ĐV tính", "Đơn vị\ntính"],
        fourth=["Đ/v tính", "Đơn vị tính (ĐVT)"],
        held_out=["Đơn vị đo lường", "Đơn vị\n(ĐVT)"],
    ),
    "baseline": Pool(
        shared=["Hiện trạng", "Thực hiện 2024"], dev=["Kết quả năm 2024"], second=["Ước thực hiện năm 2024", "Hiện trạng 2024", "Giá trị gốc (2024)"],
        third=["Năm gốc 2024", "Số liệu nền (2024)", "TH năm 2024"],
        fourth=["Kết quả 2024", "Thực hiện năm 2023", "Ước TH 2024", "Số liệu năm 2024"],
        held_out=["Hiện trạng năm 2024", "Thực hiện năm 2024", "Kết quả thực hiện năm 2024"],
    ),
    "target": Pool(
        shared=["Mục tiêu đến năm {y}", "Chỉ tiêu năm {y}"], dev=["Kế hoạch năm {y}"], second=["Đến năm {y}", "KH {y}", "Mục tiêu {y}"],
        third=["Chỉ tiêu đến {y}", "Phấn đấu đến năm {y}", "Kế hoạch\nnăm {y}"],
        fourth=["Năm {y}", "Mục tiêu\nnăm {y}", "Chỉ tiêu kế hoạch năm {y}", "Phấn đấu năm {y}"],
        held_out=["Chỉ tiêu {y}", "Chỉ tiêu đến năm {y}", "Kế hoạch {y}"],
    ),
    "targets": Pool(
        shared=["Mục tiêu", "Chỉ tiêu kế hoạch"], dev=["Kế hoạch"], second=["Mục tiêu theo năm", "Lộ trình"],
        third=["Kế hoạch các năm", "Chỉ tiêu các năm", "Mức phấn đấu"],
        fourth=["Mục tiêu các năm", "Chỉ tiêu theo năm", "Mục tiêu kế hoạch"],
        held_out=["Kế hoạch theo năm", "Mục tiêu từng năm"],
    ),
    "monitor": Pool(
        shared=["Cơ quan chủ trì", "Cơ quan theo dõi"], dev=["Cơ quan chủ trì theo dõi"],
        second=["Đơn vị theo dõi, đánh giá", "Cơ quan theo dõi, báo cáo", "Đơn vị chủ trì"],
        third=[
            "Cơ quan tổng hợp, theo dõi", "Cơ quan chịu trách nhiệm theo dõi", "Đầu mối theo dõi",
        ],
        fourth=["Đơn vị chủ trì theo dõi", "Cơ quan chủ trì, theo dõi", "Cơ quan, đơn vị theo dõi"],
        held_out=["Cơ quan, đơn vị chủ trì theo dõi", "Cơ quan phụ trách", "Đơn vị chịu trách nhiệm"],
    ),
}  # fmt: skip

EN = {
    "no_of_aims": Pool(shared=["No.", "#"], third=["Item", "Serial No."], fourth=["S/N", "Indicator No."], held_out=["Indicator code", "KPI No."]),
    "no": Pool(
        shared=["No.", "#", "No"], dev=["Action No.", "Ref"], second=["S/No", "", "Ref.", "S. No.", "Action number", "Sl. No."],
        third=["Item", "Serial No.", "Code"],
        fourth=["S/N", "Ref No.", "ID", "Action #", "Action ref."],
        held_out=["Sr. No.", "Action ID", "Activity No.", "Ref. No."],
    ),
    "title": Pool(
        shared=["Action", "Activity", "Actions"], dev=["Task", "Key action", "ACTION"],
        second=["Strategic action", "Measure", "Initiative", "Planned activities", "Description of action", "Commitment", "Priority Action"],
        third=[
            "Action Point", "Planned action", "Specific actions", "Action/Measure", "What we will do", "Key activities",
            "Intervention",
        ],
        fourth=[
            "Key Actions", "Description", "Proposed action", "Actions to be taken", "Main activities", "Action item", "Agreed action",
            "Action description",
        ],
        held_out=[
            "Action Items", "Planned Actions", "Key Activity", "Specific action", "Strategic actions", "Actions required",
            "Proposed activities",
        ],
    ),
    "leads": Pool(
        shared=["Lead", "Lead agency", "Responsible"], dev=["Lead Department", "Lead body", "LEAD"],
        second=["Lead Organisation", "Owner", "Implementing agency", "Lead responsibility", "Responsible institution", "Action owner", "Lead Implementing Agency", "Lead/Owner"],
        third=[
            "Lead\n(Department/Agency)", "Lead Ministry", "Who leads", "Lead MDA", "Lead partner", "Responsible agency",
            "Accountable body",
        ],
        fourth=[
            "Led by", "Responsible Ministry", "Lead entity", "Lead institution", "Primary responsibility", "Responsible department(s)",
            "Lead Agency/Ministry", "Delivery lead",
        ],
        held_out=[
            "Lead Organization", "Lead Responsible", "Lead Implementer", "Lead Department/Agency", "Lead Institution(s)",
            "Lead department or agency", "Responsible body",
        ],
    ),
    "coordinators": Pool(
        shared=["Partners", "Key stakeholders", "Supporting agencies"], dev=["Other stakeholders", "Support", "Supporting bodies"],
        second=["Key partners", "Collaborating institutions", "In partnership with", "Contributing bodies", "Support Agencies", "Other actors", "Supported by"],
        third=[
            "Supporting partners", "Collaborators", "Working with", "Support\n(Departments/Agencies)", "Collaborating MDAs",
            "Co-operating bodies",
        ],
        fourth=[
            "Partner agencies", "Supporting Departments", "Supporting entities", "Stakeholders", "Collaborating agencies",
            "Partner organisations", "Other agencies involved",
        ],
        held_out=[
            "Supporting institutions", "Supporting Organisations", "Key Partners/Stakeholders", "Partner(s)", "Supporting stakeholders",
            "Other partners", "Support partners",
        ],
    ),
    "output": Pool(
        shared=["Output", "Outputs", "Deliverable"], dev=["Expected output", "Product"],
        second=["Deliverables", "Expected outputs", "Key output", "Milestone/Output", "Expected result", "Verifiable output"],
        third=[
            "Output/Deliverable", "Output(s)", "What will be delivered", "Tangible output", "Outputs to be delivered",
        ],
        fourth=["Key deliverables", "Deliverable(s)", "Expected results", "Outputs/Deliverables", "Product/Output", "Expected deliverable"],
        held_out=["Expected Output(s)", "Key Outputs", "Expected deliverables", "Output / Deliverable", "Planned outputs"],
    ),
    "deadline": Pool(
        shared=["Timeline", "Timeframe", "Deadline"], dev=["Due date", "TIMELINE", "Completion date"],
        second=["Time frame", "Target date", "Delivery date", "When", "Timescale", "Target completion date", "By when", "Timing"],
        third=[
            "Deadline\n(quarter/year)", "Delivery by", "To be completed by", "Timelines", "Implementation period",
            "Timeline for delivery",
        ],
        fourth=[
            "Completion by", "Expected completion", "Delivery timeframe", "Time-frame", "Implementation timeline", "Due",
            "Estimated completion date", "Target timeframe",
        ],
        held_out=[
            "Completion Timeline", "Target timeline", "Target completion", "Time Line", "Timeline for completion", "Delivery timeline",
            "Due by",
        ],
    ),
    "serves": Pool(
        shared=["Link to national plan"], dev=["Related objective of the national plan"], second=["Alignment with national strategy"],
        third=["Related goal of the National Development Plan"],
        fourth=["Linkage to National Development Plan", "Contribution to the national plan"],
        held_out=["Link to National Development Plan", "Alignment to the National Development Plan"],
    ),
    "status": Pool(
        shared=["Status"], dev=["Progress status"], second=["Current status", "RAG status", "Implementation status"],
        third=["State of play", "Delivery status"],
        fourth=["Status of implementation", "Action status"],
        held_out=["Status update", "Status (at reporting date)"],
    ),
    "result": Pool(
        shared=["Progress", "Progress to date"], dev=["Update"], second=["Progress update", "Results achieved", "Achievements to date"],
        third=["Progress so far", "Results to date"],
        fourth=["Progress made", "Summary of progress"],
        held_out=["Progress achieved", "Progress report"],
    ),
    "notes": Pool(
        shared=["Remarks", "Notes"], dev=["Comment"], second=["Comments", "Additional information"],
        third=["Observations", "Further remarks"],
        fourth=["Comments/Remarks", "Note"],
        held_out=["Comments and remarks", "Additional comments"],
    ),
    "money": Pool(
        shared=["Budget"], dev=["Cost"], second=["Indicative budget", "Estimated cost (million)", "Resources", "Source of funding"],
        third=["Budget\n(US$ million)", "Funding source", "Estimated budget"],
        fourth=["Estimated cost", "Indicative cost ($'000)", "Funding"],
        held_out=["Budget estimate", "Indicative cost", "Cost estimate"],
    ),
    "theme": Pool(
        shared=["Theme", "Pillar"], dev=["Area"], second=["Strategic priority", "Key result area", "Thematic area", "Outcome area"],
        third=["Priority area", "Workstream", "Strategic objective"],
        fourth=["Focus area", "Strategic pillar", "Strategic area"],
        held_out=["Strategic theme", "Priority theme", "Strategic focus area"],
    ),
    "bodies": Pool(
        shared=["Responsibility", "Organisations"], dev=["Who"], second=["Institutional responsibility", "Delivery partners", "Actors"],
        third=["Lead and partners", "Responsible parties", "Who is involved"],
        fourth=["Lead and supporting agencies", "Roles and responsibilities", "Responsible entities"],
        held_out=["Institutions responsible", "Responsible organisations", "Lead and support"],
    ),
    "plan": Pool(
        shared=["Implementation"], dev=["Delivery"], second=["Results and timing", "Planned delivery"],
        third=["Delivery plan", "Output and timing"],
        fourth=["Delivery and timing", "Implementation details"],
        held_out=["Deliverables and timelines", "Implementation plan"],
    ),
    "indicator": Pool(
        shared=["Indicator", "Indicators"], dev=["Performance indicator"], second=["Key performance indicator", "KPI", "Outcome indicator", "Measure of success"],
        third=["Headline indicator", "Results indicator", "Indicator name"],
        fourth=["Performance measure", "Key indicator", "Indicator/Measure", "Outcome measure"],
        held_out=["Performance indicators", "Key indicators", "Key performance indicators (KPIs)"],
    ),
    "unit": Pool(
        shared=["Unit"], dev=["Unit of measure"], second=["Unit of measurement", "Units", "UoM"],
        third=["Measurement unit", "Unit\n(of measure)"],
        fourth=["Units of measure", "Unit of measure (UoM)"],
        held_out=["Measure unit", "Unit of Measurement (UoM)"],
    ),
    "baseline": Pool(
        shared=["Baseline"], dev=["Baseline 2024", "Baseline (2023)"], second=["Current value", "Baseline value (2023)", "2024 actual"],
        third=["Baseline year 2023", "Starting point (2024)", "Baseline\n(2022)"],
        fourth=["Baseline value", "2023 baseline", "Actual 2023", "Baseline (2024)"],
        held_out=["Baseline (2023/24)", "Baseline 2023", "Baseline data (2024)"],
    ),
    "target": Pool(
        shared=["Target {y}", "{y} target"], dev=["Target for {y}"], second=["Target by {y}", "{y} Target value", "Projected {y}"],
        third=["Target for end of {y}", "{y}\nTarget", "Target ({y})"],
        fourth=["End-{y} target", "Target value {y}", "Target by end {y}", "{y} goal"],
        held_out=["Target for year {y}", "Target, {y}", "Target: {y}"],
    ),
    "targets": Pool(
        shared=["Targets", "Target"], dev=["Planned targets"], second=["Annual targets", "Target by year", "Projections"],
        third=["Milestone targets", "Targets by year", "Yearly targets"],
        fourth=["Performance targets", "Target values", "Annual milestones"],
        held_out=["Targets per year", "Target for each year", "Planned annual targets"],
    ),
    "monitor": Pool(
        shared=["Responsible", "Lead agency"], dev=["Lead Department"], second=["Reporting agency", "Data owner", "Monitoring institution"],
        third=["Agency responsible for monitoring", "Monitoring agency", "Reporting body"],
        fourth=["Reporting entity", "Responsible for reporting", "Monitoring body"],
        held_out=["Responsible for monitoring", "Responsible institution for monitoring", "Lead agency for reporting"],
    ),
}  # fmt: skip

OF_LANGUAGE = {"vi": VI, "en": EN}
