"""Words of the columns that tell how the work goes, and what it costs, by language."""

from tests.corpus.chance import Pool

STATUS = {
    "vi": Pool(
        shared=["Đã hoàn thành", "Đang thực hiện", "Chưa thực hiện"],
        dev=["Đang triển khai"],
        second=["Hoàn thành", "Chưa đến hạn", "Đúng tiến độ"],
        third=[
            "Đã xong",
            "Quá hạn",
            "Đang trình",
        ],
        fourth=["Chưa triển khai", "Đang xây dựng", "Hoàn thành trước hạn"],
        fifth=["Đang triển khai thực hiện", "Chậm tiến độ", "Đã trình"],
        sixth=["Hoàn thành đúng hạn", "Mới triển khai", "Tạm dừng"],
        seventh=["Hoàn thành một phần", "Chưa bắt đầu", "Đang hoàn thiện"],
        eighth=["Hoàn thành cơ bản", "Đang chuẩn bị", "Chờ phê duyệt"],
        ninth=["Xong", "Đang soạn thảo", "Chậm so với kế hoạch"],
        tenth=["Đã ban hành", "Đang làm", "Còn vướng"],
        usual=["Đang triển khai"],
        held_out=["Đã thực hiện", "Đang tham mưu"],
    ),
    "en": Pool(
        shared=["Completed", "Ongoing", "Not started"],
        dev=["On track"],
        second=["In progress", "Delayed", "Achieved"],
        third=[
            "Complete",
            "Behind schedule",
            "Partially achieved",
        ],
        fourth=["Underway", "Not yet due", "Substantially complete"],
        fifth=["Implemented", "Planned", "Partly implemented"],
        sixth=["Fully implemented", "Yet to start", "On hold"],
        seventh=["Done", "Awaiting start", "Nearing completion"],
        eighth=["Finished", "Started", "Largely complete"],
        ninth=["Delivered", "Work in hand", "Late"],
        tenth=["Closed", "Moving ahead", "Slipped"],
        usual=["On track", "In progress", "Delayed"],
        held_out=["Pending", "Ongoing (on schedule)"],
    ),
}

RESULTS = {
    "vi": Pool(
        shared=["Đã tổ chức họp với các bên", "Đã gửi lấy ý kiến", "Đã có dự thảo lần 1"],
        dev=["Đang chờ thẩm định", "Đã tập huấn cho cán bộ"],
        second=["Đã lựa chọn được nhà thầu", "Vướng mắc về mặt bằng", "Đang tổng hợp góp ý"],
        third=[
            "Đã ban hành hướng dẫn gửi các đơn vị",
            "Đã bố trí đủ vốn",
            "Chờ ý kiến của cơ quan cấp trên",
        ],
        fourth=[
            "Đã trình cấp có thẩm quyền xem xét",
            "Đang hoàn thiện hồ sơ",
            "Đã triển khai đến các xã, phường",
        ],
        fifth=["Đã ban hành Kế hoạch triển khai", "Đang lấy ý kiến các đơn vị", "Đã hoàn thành việc rà soát"],
        sixth=[
            "Đã họp thẩm định lần thứ nhất",
            "Đang khảo sát tại các điểm",
            "Đã bàn giao hồ sơ cho đơn vị tư vấn",
        ],
        seventh=[
            "Đã ký hợp đồng với đơn vị thi công",
            "Đã báo cáo Ban Thường vụ cho ý kiến",
            "Đang rà soát đối tượng hỗ trợ",
        ],
        eighth=[
            "Đã khởi công các hạng mục chính",
            "Đã cấp phát tài liệu cho các thôn",
            "Đang chờ bố trí vốn đợt hai",
        ],
        ninth=[
            "Đã trình Thường trực HĐND cho ý kiến",
            "Mới bố trí được một nửa kinh phí",
            "Đã nghiệm thu giai đoạn một",
        ],
        tenth=["Đã chốt phương án, chờ ký", "Đơn vị tư vấn đang đo đạc", "Đã họp dân hai lần"],
        held_out=[
            "Đã ban hành văn bản triển khai",
            "Đang dự thảo",
            "Đã hoàn thành theo kế hoạch",
            "Đang phối hợp với các đơn vị xây dựng",
        ],
    ),
    "en": Pool(
        shared=["Draft prepared and sent for comment", "Working group has met"],
        dev=["Procurement under way"],
        second=["Awaiting approval of funding", "Staff recruited in two regions"],
        third=[
            "Terms of reference signed off",
            "Site visits done in four districts",
            "Consultant engaged",
        ],
        fourth=[
            "Consultation closed and responses analysed",
            "Contract signed with the supplier",
            "Scoping study finished",
        ],
        fifth=[
            "Tender documents prepared",
            "Stakeholder workshops held in three regions",
            "Draft bill submitted to Cabinet",
        ],
        sixth=[
            "Bids received and under evaluation",
            "Draft guidance shared with partners",
            "First cohort enrolled",
        ],
        seventh=[
            "Regulations drafted and under legal review",
            "Sites selected in three provinces",
            "Training of trainers finished",
        ],
        eighth=[
            "Equipment ordered and delivered",
            "Two of the five sites are open",
            "Draft circulated to departments",
        ],
        ninth=[
            "Pilot running in two schools",
            "Loan agreement awaiting signature",
            "Advertised for tender",
        ],
        tenth=[
            "Site handed to the contractor",
            "Second reading in Parliament",
            "Interviews for the post are over",
        ],
        held_out=[
            "Draft report under review",
            "Training completed in all regions",
            "Consultations ongoing",
        ],
    ),
}

NOTES = {
    "vi": Pool(
        shared=["Việc mới", "Chuyển tiếp từ năm trước"],
        dev=["Bổ sung"],
        second=["Trọng tâm", "Lồng ghép với việc khác"],
        third=[
            "Nhiệm vụ thường kỳ",
            "Theo chỉ đạo mới",
            "Lùi từ quý trước",
        ],
        fourth=["Theo chương trình công tác", "Nhiệm vụ mới bổ sung", "Có phụ lục riêng"],
        fifth=["Nhiệm vụ trọng tâm", "Thực hiện theo chỉ đạo của Chính phủ", "Nhiệm vụ chuyển tiếp"],
        sixth=["Việc phát sinh", "Thực hiện theo thông báo kết luận", "Kết hợp với kiểm tra định kỳ"],
        seventh=["Việc giao bổ sung", "Phụ thuộc nguồn vốn trung ương", "Gắn với sơ kết giữa nhiệm kỳ"],
        eighth=["Việc cấp bách", "Thực hiện nhiều năm", "Lấy từ chương trình công tác năm"],
        ninth=["Việc tồn từ năm trước", "Có hướng dẫn riêng", "Thực hiện ngay"],
        tenth=["Xem công văn giao việc", "Có thể làm sớm hơn", "Phân kỳ theo nguồn thu"],
        held_out=["Nhiệm vụ mới", "Theo Nghị quyết của Chính phủ", "Có văn bản riêng"],
    ),
    "en": Pool(
        shared=["New action", "Carried over"],
        dev=["See earlier plan"],
        second=["Subject to funding", "Linked to other plans"],
        third=[
            "Donor funded",
            "Legislative change needed",
            "Quick win",
        ],
        fourth=["Multi-year initiative", "Pending legislation", "Joint action"],
        fifth=["Ongoing programme", "Flagship action", "Requires Cabinet approval"],
        sixth=["Depends on donor support", "Shared action", "Two-year project"],
        seventh=["Statutory duty", "Dependent on staffing", "Continued from the last plan"],
        eighth=["Priority for the first year", "Needs new legislation", "Funded by a loan"],
        ninth=["Shared cost", "Awaiting a legal opinion", "Second phase of an existing project"],
        tenth=[
            "See the costing annex",
            "Brought forward from next year",
            "Tied to the sector budget",
        ],
        held_out=["Subject to availability of funds", "Cross-cutting action", "Linked to Action 3"],
    ),
}

MONEY = {
    "vi": Pool(
        shared=["500", "1.200", "Ngân sách tỉnh"],
        dev=["2.500 triệu đồng"],
        second=["Theo dự toán", "3,5 tỷ đồng", "Vốn lồng ghép"],
        third=[
            "Ngân sách trung ương",
            "12,75",
            "Xã hội hóa",
            "Vốn vay ưu đãi",
        ],
        fourth=["Ngân sách nhà nước", "850", "Kinh phí thường xuyên", "1.050,5"],
        fifth=["1.500", "Ngân sách địa phương", "Nguồn sự nghiệp", "2.000 triệu đồng"],
        sixth=["750", "Nguồn hợp pháp khác", "Vốn ODA", "4.300 triệu đồng"],
        seventh=["640", "Ngân sách xã", "Vốn đối ứng", "1.750 triệu đồng"],
        eighth=["920", "Ngân sách cấp trên hỗ trợ", "Vốn sự nghiệp", "3.400 triệu đồng"],
        ninth=["480", "Quỹ phát triển sự nghiệp", "Vốn vay nước ngoài", "2.650 triệu đồng"],
        tenth=["365", "Nguồn tiết kiệm chi", "Dự phòng ngân sách", "1.980 triệu đồng"],
        usual=["Ngân sách địa phương"],
        held_out=["1.000", "Ngân sách nhà nước cấp", "250", "800 triệu đồng"],
    ),
    "en": Pool(
        shared=["500", "1,200", "Existing resources"],
        dev=["2.5 million"],
        second=["TBD", "KSh 30 million", "€40,000"],
        third=[
            "GH¢ 2.4 million",
            "NZ$ 750,000",
            "Nil",
            "Within existing vote",
        ],
        fourth=["Within existing budgets", "$4.2 million", "Rs. 350 million", "To be determined"],
        fifth=["K 12 million", "TZS 450 million", "Government budget", "N$ 3.5 million"],
        sixth=["MK 90 million", "NLe 2.4 million", "£150,000", "Core budget"],
        seventh=["D 8 million", "SI$ 600,000", "CA$ 1.1 million", "Recurrent budget"],
        eighth=["L$ 5 million", "B$ 900,000", "£2.5 million", "Development budget"],
        ninth=["Br 25 million", "EC$ 700,000", "A$ 1.6 million", "Grant funding"],
        tenth=["RM 3.2 million", "US$ 275,000", "Compact funds", "From baseline funding"],
        usual=["Within existing budgets"],
        held_out=["100,000", "US$ 50,000", "1.5 million", "Donor funding"],
    ),
}
