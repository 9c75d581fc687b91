"""Titles of documents and of annexes, their topics, and who issues them."""

# ruff: noqa: E501  a pool of words stands together

from tests.corpus.chance import Pool

DOCUMENT_TITLES = {
    "vi": Pool(
        shared=[
            "Triển khai thực hiện chuyển đổi số năm {y}", "Thực hiện Nghị quyết về {topic} giai đoạn 2025 - 2030",
            "Hành động thực hiện chương trình {topic}",
        ],
        dev=["Về việc đẩy mạnh {topic} trên địa bàn đến năm 2030"],
        second=["Ban hành danh mục công việc về {topic} năm {y}", "Phân công nhiệm vụ thực hiện đề án {topic}", "Hỗ trợ {topic} năm {y} và các năm tiếp theo"],
        third=[
            "Ban hành Kế hoạch phát triển {topic} giai đoạn {y} - 2030", "Triển khai công tác {topic} năm {y}",
            "Chương trình hành động về {topic} đến năm 2030, định hướng đến năm 2045",
        ],
        fourth=[
            "Thực hiện Nghị quyết số 68-NQ/TW về {topic} năm {y}", "Thực hiện Đề án {topic} giai đoạn {y} - 2030",
            "Về tăng cường {topic} trong tình hình mới", "Triển khai Chương trình {topic} giai đoạn {y} - 2030",
        ],
        fifth=[
            "Triển khai thực hiện Nghị quyết số 57-NQ/TW về {topic}", "Thực hiện công tác {topic} năm {y}",
            "Triển khai Đề án {topic} đến năm 2030", "Ban hành Kế hoạch {topic} năm {y}",
            "Thực hiện Chiến lược {topic} đến năm 2030, tầm nhìn đến năm 2050",
        ],
        sixth=[
            "Tổ chức thực hiện Chương trình {topic} giai đoạn {y} - 2030", "Ban hành Đề án {topic} đến năm 2030",
            "Triển khai nhiệm vụ {topic} năm {y}", "Về {topic} năm {y} và định hướng đến năm 2030",
            "Thực hiện Kết luận của Ban Thường vụ về {topic}",
        ],
        seventh=[
            "Tổ chức triển khai Nghị quyết về {topic} năm {y}", "Thực hiện nhiệm vụ {topic} giai đoạn {y} - 2030",
            "Về đẩy mạnh công tác {topic} năm {y}",
            "Ban hành Chương trình {topic} đến năm 2030, định hướng đến năm 2050",
            "Thực hiện Chỉ thị của Ban Bí thư về {topic}",
        ],
        eighth=[
            "Triển khai các nhiệm vụ {topic} giai đoạn {y} - 2030",
            "Thực hiện Chiến lược quốc gia về {topic} đến năm 2030", "Tăng cường công tác {topic} năm {y}",
            "Về việc triển khai {topic} giai đoạn {y} - 2030",
            "Thực hiện Kết luận của Bộ Chính trị về {topic}",
        ],
        held_out=[
            "Triển khai chủ trương về {topic} đến năm 2030", "Đẩy mạnh {topic} năm {y}, định hướng đến năm 2030", "Ban hành Chương trình công tác về {topic} năm {y}",
            "Tổ chức các hoạt động {topic} năm {y}", "Thực hiện Thông báo kết luận về {topic} giai đoạn {y} - 2030",
        ],
    ),
    "en": Pool(
        shared=["National Action Plan on {topic} {y}-2030", "{topic} Strategy: Implementation Plan", "Action Plan for {topic}"],
        dev=["{topic} Roadmap {y}-2030"],
        second=["{topic} Delivery Plan {y} to 2030", "Implementation Matrix of the {topic} Policy", "A Better {topic}: Actions for {y}"],
        third=[
            "{topic} 2030: Our Plan of Action", "National {topic} Policy and Implementation Plan {y}",
            "Medium-Term Plan for {topic}, {y}-2029", "Approving the Programme on {topic} to 2030",
        ],
        fourth=[
            "{topic} Action Plan {y} - 2028", "Implementation Plan for the National {topic} Strategy",
            "Working Together on {topic}: Plan for {y}-2029", "National Roadmap for {topic} to 2030",
        ],
        fifth=[
            "{topic} Strategy and Action Plan {y}-2030", "National {topic} Implementation Plan {y}-2028",
            "{topic}: Strategic Action Plan to 2030", "{topic} Policy {y}: Implementation Plan", "Our {topic} Plan {y} to 2029",
        ],
        sixth=[
            "National {topic} Action Plan, {y} to 2029", "{topic} Implementation Strategy {y}-2030",
            "Delivering {topic}: Action Plan {y}", "{topic} Sector Plan {y}-2029",
            "Moving Forward on {topic}: {y} Actions",
        ],
        seventh=[
            "National {topic} Programme, {y} to 2030", "{topic} Framework for Action {y}-2030",
            "Stronger {topic}: Our Commitments for {y}", "{topic} Strategic Plan and Actions, {y}-2028",
            "Building Better {topic}: Plan to 2030",
        ],
        eighth=[
            "{topic} Implementation Plan {y}-2029", "Five-Year Action Plan for {topic}",
            "{topic} Improvement Plan, {y} to 2028", "National {topic} Strategy and Costed Plan {y}-2030",
            "Investing in {topic}: Actions to 2030",
        ],
        held_out=[
            "{topic} Work Programme {y}-2029", "Ten-Year Plan for {topic}", "Putting {topic} First: Actions for {y}-2030", "National Agenda for {topic}, {y} to 2030",
            "{topic} Recovery and Action Plan {y}",
        ],
    ),
}  # fmt: skip
TOPICS = {
    "vi": Pool(
        shared=["nước sạch nông thôn", "đào tạo nghề", "kinh tế số"], dev=["đô thị xanh", "y tế cơ sở"], second=["nhà ở xã hội", "thủy lợi nhỏ", "an toàn thực phẩm", "dữ liệu mở"],
        third=[
            "kinh tế biển", "phòng chống sạt lở", "giảm nghèo bền vững", "chuyển đổi năng lượng",
        ],
        fourth=["phát triển du lịch", "cải cách hành chính", "bảo vệ trẻ em", "bảo đảm an toàn giao thông", "thích ứng với biến đổi khí hậu"],
        fifth=[
            "phát triển nông nghiệp", "xây dựng nông thôn mới", "an toàn thông tin mạng", "dân số và phát triển", "phòng cháy, chữa cháy",
            "phát triển doanh nghiệp",
        ],
        sixth=[
            "phát triển kinh tế tập thể", "chăm sóc người cao tuổi", "quản lý chất thải rắn", "xây dựng chính quyền số",
            "phát triển thanh niên", "bảo tồn di sản văn hóa",
        ],
        seventh=[
            "nâng cao chất lượng dân số", "quản lý tài nguyên nước", "phát triển logistics", "phòng, chống tội phạm",
            "phát triển rừng bền vững", "bình đẳng giới",
        ],
        eighth=[
            "phát triển thương mại điện tử", "phòng, chống ma túy", "bảo đảm an ninh lương thực",
            "sử dụng năng lượng tiết kiệm", "phát triển thể dục, thể thao", "hỗ trợ khởi nghiệp sáng tạo",
        ],
        held_out=[
            "phát triển kinh tế ban đêm", "bảo vệ người tiêu dùng", "phòng, chống đuối nước", "phát triển văn hóa đọc", "quản lý tài sản công", "phát triển công nghiệp hỗ trợ",
        ],
    ),
    "en": Pool(
        shared=["Rural Transport", "Digital Skills", "Housing"], dev=["Clean Air", "Small Business"], second=["Adult Literacy", "Food Security", "Coastal Tourism", "Early Learning"],
        third=[
            "Blue Economy", "Mental Wellbeing", "Rural Electrification", "Language Revitalisation",
        ],
        fourth=["Climate Adaptation", "Child Care", "Trade Facilitation", "Disability Inclusion", "Cyber Security", "Freshwater"],
        fifth=["Youth Employment", "Road Safety", "Waste Management", "Water Resources", "Healthy Ageing", "Agriculture", "Gender Equality"],
        sixth=[
            "Rural Water Supply", "Fisheries", "Public Service Reform", "Family Violence Prevention", "Heat and Energy",
            "Sport and Recreation", "Land Use",
        ],
        seventh=[
            "Primary Health Care", "Tourism", "Early Childhood", "Coastal Management", "Local Economic Development",
            "Animal Welfare", "Nutrition",
        ],
        eighth=[
            "Digital Economy", "Malaria Elimination", "Youth Development", "Biodiversity",
            "Drought Resilience", "Public Transport", "Community Safety",
        ],
        held_out=["School Safety", "Migration", "Urban Renewal", "Livestock", "Palliative Care", "Creative Industries", "Soil Health"],
    ),
}  # fmt: skip
ANNEXES = {
    "vi": Pool(
        shared=["DANH MỤC NHIỆM VỤ", "PHÂN CÔNG NHIỆM VỤ"], dev=["BẢNG PHÂN CÔNG NHIỆM VỤ CỤ THỂ"], second=["BIỂU NHIỆM VỤ TRỌNG TÂM", "DANH MỤC CÁC NHIỆM VỤ, ĐỀ ÁN"],
        third=[
            "BẢNG TỔNG HỢP NHIỆM VỤ", "KẾ HOẠCH CHI TIẾT", "PHÂN CÔNG THỰC HIỆN CÁC NHIỆM VỤ",
        ],
        fourth=[
            "PHÂN CÔNG NHIỆM VỤ TRIỂN KHAI THỰC HIỆN", "DANH MỤC NHIỆM VỤ, GIẢI PHÁP CỤ THỂ", "BẢNG PHÂN CÔNG NHIỆM VỤ",
            "DANH MỤC NHIỆM VỤ TRIỂN KHAI KẾ HOẠCH",
        ],
        fifth=[
            "DANH MỤC NHIỆM VỤ TRỌNG TÂM", "PHÂN CÔNG NHIỆM VỤ CHI TIẾT", "BẢNG CHI TIẾT NHIỆM VỤ, GIẢI PHÁP",
            "NHIỆM VỤ CỤ THỂ TRIỂN KHAI KẾ HOẠCH",
        ],
        sixth=[
            "BẢNG GIAO NHIỆM VỤ", "NỘI DUNG NHIỆM VỤ VÀ PHÂN CÔNG THỰC HIỆN", "DANH MỤC CÔNG VIỆC CẦN TRIỂN KHAI",
            "CÁC NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU",
        ],
        seventh=[
            "BIỂU PHÂN CÔNG NHIỆM VỤ CỤ THỂ", "DANH MỤC NHIỆM VỤ CHI TIẾT", "DANH MỤC ĐỀ ÁN, NHIỆM VỤ TRỌNG TÂM",
            "TIẾN ĐỘ THỰC HIỆN NHIỆM VỤ",
        ],
        eighth=[
            "BẢNG NHIỆM VỤ VÀ TIẾN ĐỘ", "CHI TIẾT NHIỆM VỤ, PHÂN CÔNG", "NỘI DUNG CÔNG VIỆC THỰC HIỆN",
            "TỔNG HỢP NHIỆM VỤ GIAO CÁC ĐƠN VỊ",
        ],
        held_out=["CHI TIẾT CÔNG VIỆC VÀ TIẾN ĐỘ", "BẢNG TIẾN ĐỘ CÁC NHIỆM VỤ", "NHIỆM VỤ GIAO CÁC CƠ QUAN, ĐƠN VỊ", "KHUNG NHIỆM VỤ CỤ THỂ"],
    ),
    "en": Pool(
        shared=["ACTION PLAN", "LIST OF ACTIONS"], dev=["Table of actions"], second=["IMPLEMENTATION MATRIX", "Summary of Actions and Responsibilities"],
        third=[
            "Detailed Action Plan", "ACTION MATRIX", "What we will do and when",
        ],
        fourth=["IMPLEMENTATION PLAN", "Action Table", "Summary of Actions", "Implementation Schedule"],
        fifth=["Implementation Framework", "Implementation Matrix and Timeline", "Actions and Timelines", "IMPLEMENTATION ACTION PLAN"],
        sixth=["ACTIONS AND RESPONSIBILITIES", "Implementation Action Matrix", "Our Actions", "Schedule of Actions"],
        seventh=[
            "Programme of Actions", "DETAILED IMPLEMENTATION PLAN", "Table of Commitments", "Plan of Activities",
        ],
        eighth=["Detailed Actions", "WORK PLAN", "Actions, Owners and Dates", "Implementation Table"],
        held_out=["Action Schedule", "Commitments and Timelines", "PLANNED ACTIONS", "The Actions in Full"],
    ),
}  # fmt: skip
INDICATOR_ANNEXES = {
    "vi": Pool(
        shared=["DANH MỤC CHỈ TIÊU", "CÁC CHỈ TIÊU CHỦ YẾU"], dev=["HỆ THỐNG CHỈ TIÊU"], second=["BIỂU CHỈ TIÊU GIAO", "CHỈ TIÊU PHẤN ĐẤU"],
        third=[
            "BẢNG CHỈ TIÊU CỤ THỂ", "MỘT SỐ CHỈ TIÊU CƠ BẢN",
        ],
        fourth=["MỤC TIÊU, CHỈ TIÊU CỤ THỂ", "DANH MỤC CÁC CHỈ TIÊU CHỦ YẾU", "CHỈ TIÊU KẾ HOẠCH"],
        fifth=["CÁC CHỈ TIÊU CỤ THỂ", "CHỈ TIÊU, MỤC TIÊU CHỦ YẾU", "BẢNG CÁC CHỈ TIÊU", "CHỈ TIÊU THỰC HIỆN KẾ HOẠCH"],
        sixth=[
            "BIỂU MỤC TIÊU, CHỈ TIÊU", "CÁC CHỈ TIÊU PHẤN ĐẤU CHỦ YẾU", "TỔNG HỢP CÁC CHỈ TIÊU",
            "CHỈ TIÊU CỦA CHƯƠNG TRÌNH",
        ],
        seventh=[
            "TỔNG HỢP MỤC TIÊU, CHỈ TIÊU", "DANH MỤC CHỈ TIÊU PHẤN ĐẤU", "BIỂU CHỈ TIÊU CHỦ YẾU",
            "CHỈ TIÊU CỦA KẾ HOẠCH",
        ],
        eighth=["BẢNG GIAO CHỈ TIÊU", "MỤC TIÊU CỤ THỂ", "HỆ THỐNG MỤC TIÊU, CHỈ TIÊU", "CHỈ TIÊU CHI TIẾT"],
        held_out=["CHỈ TIÊU CẦN ĐẠT", "BẢNG TỔNG HỢP CHỈ TIÊU", "CÁC MỤC TIÊU CHỦ YẾU", "KHUNG CHỈ TIÊU"],
    ),
    "en": Pool(
        shared=["INDICATORS", "TARGETS"], dev=["Key indicators"], second=["RESULTS FRAMEWORK", "How we will measure success"],
        third=[
            "Monitoring Framework", "Headline Indicators and Targets",
        ],
        fourth=["Key Performance Indicators", "Measuring Progress", "PERFORMANCE MEASUREMENT FRAMEWORK"],
        fifth=["Indicators and Targets", "Monitoring and Evaluation Framework", "KEY INDICATORS AND TARGETS", "Outcome Indicators"],
        sixth=["Results and Targets", "RESULTS MATRIX", "Success Measures", "Monitoring Indicators"],
        seventh=[
            "Results Indicators", "INDICATOR FRAMEWORK", "How progress will be tracked", "Performance Targets",
        ],
        eighth=[
            "Indicators and Baselines", "TARGET FRAMEWORK", "What success looks like", "Progress Indicators",
        ],
        held_out=["Measures and Targets", "Signs of Progress", "OUTCOME FRAMEWORK", "Indicator Table"],
    ),
}  # fmt: skip
PROVINCES = Pool(
    shared=["Quảng Ninh", "Lào Cai", "Nghệ An", "Gia Lai"],
    dev=["Lâm Đồng", "Cà Mau"],
    second=["Đồng Tháp", "Phú Thọ", "Sơn La", "Thanh Hóa", "Đắk Lắk"],
    third=[
        "Tuyên Quang",
        "Quảng Trị",
        "Vĩnh Long",
        "An Giang",
        "Hưng Yên",
    ],
    fourth=[
        "Bắc Ninh",
        "Thái Nguyên",
        "Điện Biên",
        "Lai Châu",
        "Cao Bằng",
        "Lạng Sơn",
        "Khánh Hòa",
        "Đồng Nai",
        "Tây Ninh",
        "Hà Tĩnh",
    ],
    fifth=[
        "Ninh Bình",
        "Quảng Ngãi",
        "Bình Dương",
        "Bắc Giang",
        "Nam Định",
        "Hà Giang",
        "Bình Định",
        "Bến Tre",
    ],
    sixth=[
        "Hòa Bình",
        "Vĩnh Phúc",
        "Thái Bình",
        "Hải Dương",
        "Quảng Nam",
        "Phú Yên",
        "Bình Thuận",
        "Kiên Giang",
    ],
    seventh=[
        "Bắc Kạn",
        "Yên Bái",
        "Hà Nam",
        "Quảng Bình",
        "Ninh Thuận",
        "Kon Tum",
        "Bình Phước",
        "Long An",
        "Trà Vinh",
        "Sóc Trăng",
    ],
    eighth=["Hậu Giang", "Bạc Liêu", "Tiền Giang", "Đắk Nông", "Bà Rịa - Vũng Tàu", "Thừa Thiên Huế"],
    held_out=["Thanh Hoá", "Hoà Bình", "Khánh Hoà", "Đăk Lăk", "Đăk Nông", "Bắc Cạn"],
)
ISSUERS = {
    "vn_central": Pool(
        shared=["CHÍNH PHỦ", "THỦ TƯỚNG CHÍNH PHỦ"], dev=["BỘ TÀI CHÍNH"], second=["BỘ XÂY DỰNG", "BỘ Y TẾ"],
        third=[
            "BỘ TƯ PHÁP", "BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "NGÂN HÀNG NHÀ NƯỚC VIỆT NAM", "TẬP ĐOÀN ĐIỆN LỰC VIỆT NAM",
        ],
        fourth=["BỘ KHOA HỌC VÀ CÔNG NGHỆ", "BỘ NỘI VỤ", "BỘ GIÁO DỤC VÀ ĐÀO TẠO", "TỔNG CÔNG TY ĐƯỜNG SẮT VIỆT NAM"],
        fifth=[
            "BỘ CÔNG THƯƠNG", "BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "BẢO HIỂM XÃ HỘI VIỆT NAM", "BỘ TÀI NGUYÊN VÀ MÔI TRƯỜNG",
            "TẬP ĐOÀN DẦU KHÍ VIỆT NAM",
        ],
        sixth=[
            "THANH TRA CHÍNH PHỦ", "BỘ DÂN TỘC VÀ TÔN GIÁO", "KIỂM TOÁN NHÀ NƯỚC", "BỘ QUỐC PHÒNG",
            "TẬP ĐOÀN BƯU CHÍNH VIỄN THÔNG VIỆT NAM",
        ],
        seventh=[
            "BỘ CÔNG AN", "BỘ NGOẠI GIAO", "ĐÀI TRUYỀN HÌNH VIỆT NAM", "VĂN PHÒNG CHÍNH PHỦ",
            "VIỆN HÀN LÂM KHOA HỌC VÀ CÔNG NGHỆ VIỆT NAM",
        ],
        eighth=[
            "BỘ THÔNG TIN VÀ TRUYỀN THÔNG", "ĐÀI TIẾNG NÓI VIỆT NAM", "THÔNG TẤN XÃ VIỆT NAM",
            "BỘ GIAO THÔNG VẬN TẢI", "HỌC VIỆN CHÍNH TRỊ QUỐC GIA HỒ CHÍ MINH",
        ],
        held_out=[
            "BỘ KẾ HOẠCH VÀ ĐẦU TƯ", "BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "BỘ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN", "VIỆN HÀN LÂM KHOA HỌC XÃ HỘI VIỆT NAM",
            "TÒA ÁN NHÂN DÂN TỐI CAO",
        ],
    ),
    "vn_english": Pool(
        shared=["THE GOVERNMENT"], second=["MINISTRY OF FINANCE"],
        third=[
            "THE PRIME MINISTER",
        ],
        fourth=["MINISTRY OF SCIENCE AND TECHNOLOGY", "MINISTRY OF AGRICULTURE AND ENVIRONMENT"],
        fifth=["MINISTRY OF HEALTH", "MINISTRY OF INDUSTRY AND TRADE", "MINISTRY OF EDUCATION AND TRAINING"],
        sixth=["MINISTRY OF CONSTRUCTION", "MINISTRY OF HOME AFFAIRS", "MINISTRY OF JUSTICE"],
        seventh=[
            "MINISTRY OF PUBLIC SECURITY", "MINISTRY OF CULTURE, SPORTS AND TOURISM",
            "MINISTRY OF ETHNIC AND RELIGIOUS AFFAIRS",
        ],
        eighth=["MINISTRY OF NATIONAL DEFENCE", "MINISTRY OF FOREIGN AFFAIRS", "STATE BANK OF VIET NAM"],
        held_out=["MINISTRY OF TRANSPORT", "MINISTRY OF PLANNING AND INVESTMENT", "MINISTRY OF INFORMATION AND COMMUNICATIONS"],
    ),
    "quarters": Pool(
        shared=["Ministry of Transport", "National Planning Commission"], second=["Office of the Prime Minister"],
        third=[
            "Ministry of Planning", "Rwanda Development Board", "Planning Institute of Jamaica",
        ],
        fourth=[
            "National Planning Authority", "Ministry of Planning and Development", "Department of Planning, Monitoring and Evaluation",
            "Ministry of Finance, Planning and Economic Development",
        ],
        fifth=[
            "Ministry of Finance and National Planning", "Prime Minister's Office",
            "Ministry of Finance, Economic Planning and Development", "Ministry of Works and Transport", "Ministry of Finance",
        ],
        sixth=[
            "Ministry of Planning and Economic Development", "Department of National Planning and Monitoring",
            "Ministry of Natural Resources", "Ministry of Local Government, Unity and Culture",
            "Ministry of Climate Change, Environment and Energy",
        ],
        seventh=[
            "Ministry of Finance and Economic Affairs", "Ministry of National Planning and Development Coordination",
            "Ministry of Infrastructure and Tourism", "Ministry of Economic Planning and Development",
            "Seychelles Planning Authority",
        ],
        eighth=[
            "Ministry of Finance and Development Planning", "Ministry of Development Planning",
            "Ministry of Finance and Economic Management", "Ministry of Finance and Economic Development",
            "Ministry of Economic Affairs",
        ],
        held_out=[
            "Ministry of Women and Social Affairs", "Ministry of Finance, Economic Development and Climate Resilience",
            "Ministry of Finance, Economic Planning and Information Technology", "Ministry of National Food Security and Research", "Ministry of Economy and Finance",
            "Ministry of Finance and Planning",
        ],
    ),
    "months": Pool(
        shared=["Department of Health", "Department of Housing"], second=["Department of Rural Affairs"],
        third=[
            "Department of Social Protection", "Welsh Government", "Ministry for Primary Industries",
        ],
        fourth=[
            "Scottish Government", "Department for Transport", "Indigenous Services Canada", "Health Bureau",
            "Department of Climate Change, Energy, the Environment and Water",
        ],
        fifth=[
            "Fingal County Council", "Ministry for the Environment", "Ministry of Business, Innovation and Employment",
            "Department for Communities", "Ministry of Sustainability and the Environment",
        ],
        sixth=[
            "Department of Children, Disability and Equality", "Department for Energy Security and Net Zero",
            "Cork City Council", "Department of Families, Fairness and Housing", "Cabinet Office",
        ],
        seventh=[
            "Department of Rural and Community Development and the Gaeltacht",
            "Department for Environment, Food and Rural Affairs", "Ministry of Children and Family Development",
            "Transport for NSW", "Department of Environment, Food and Agriculture",
        ],
        eighth=[
            "Department of Climate, Energy and the Environment", "Department for Work and Pensions",
            "Ministry of Environment and Protected Areas", "Department of Transport and Main Roads",
            "Government of Jersey",
        ],
        held_out=[
            "Department of Culture, Communications and Sport", "Department for Education", "Department for Infrastructure and Transport", "Ministry of Long-Term Care",
            "States of Guernsey",
        ],
    ),
}  # fmt: skip
