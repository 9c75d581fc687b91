"""Titles of documents and of annexes, and their topics."""

# ruff: noqa: E501  a pool of words stands together

from tests.corpus.chance import Pool
from tests.corpus.closed import titles as closed

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
        ninth=[
            "Triển khai chủ trương về {topic} đến năm 2030", "Đẩy mạnh {topic} năm {y}, định hướng đến năm 2030", "Ban hành Chương trình công tác về {topic} năm {y}",
            "Tổ chức các hoạt động {topic} năm {y}", "Thực hiện Thông báo kết luận về {topic} giai đoạn {y} - 2030",
        ],
        tenth=[
            "Phân công thực hiện nhiệm vụ {topic} năm {y}",
            "Triển khai Chương trình hành động về {topic} đến năm 2030",
            "Về nhiệm vụ trọng tâm {topic} giai đoạn {y} - 2030",
            "Thực hiện Quy hoạch và Đề án {topic} năm {y}", "Cụ thể hóa Nghị quyết Đại hội về {topic}",
            "Về công tác {topic} trong năm {y}",
        ],
        usual=["Triển khai công tác {topic} năm {y}", "Thực hiện Đề án {topic} giai đoạn {y} - 2030"],
        eleventh=[
            "Thực hiện nhiệm vụ {topic} năm {y}", "Đẩy mạnh {topic} trên địa bàn năm {y}",
            "Về {topic} năm {y}", "Triển khai thực hiện Đề án {topic} giai đoạn 2026 - 2030",
            "Tổ chức thực hiện Nghị quyết về {topic}", "Triển khai kế hoạch {topic} năm {y}",
        ],
        twelfth=[
            "Triển khai thực hiện Nghị quyết của Chính phủ về {topic}",
            "Thực hiện Chương trình {topic} năm {y} trên địa bàn tỉnh",
            "Thực hiện Chương trình hành động của Tỉnh ủy về {topic}", "Công tác {topic} năm {y}",
            "Thực hiện Chiến lược phát triển {topic} trên địa bàn đến năm 2030",
            "Triển khai các hoạt động {topic} năm {y}",
            "Thực hiện Chỉ thị của Thủ tướng Chính phủ về {topic}",
            "Hành động thực hiện Nghị quyết số 68-NQ/TW ngày 04/5/2025 của Bộ Chính trị về {topic}",
            "Thực hiện Kế hoạch hành động quốc gia về {topic} giai đoạn {y} - 2030",
        ],
        thirteenth=[
            "Triển khai thực hiện Kế hoạch của Trung ương về {topic}",
            "Thực hiện công tác {topic} trên địa bàn tỉnh năm {y}",
            "Thực hiện Chương trình mục tiêu quốc gia về {topic} giai đoạn {y} - 2030",
            "Phát triển {topic} giai đoạn {y} - 2030", "Triển khai Nghị quyết của Tỉnh ủy về {topic}",
            "Thực hiện Chương trình công tác {topic} năm {y}",
            "Tiếp tục đẩy mạnh công tác {topic} đến năm 2030",
            "Thực hiện Quyết định của Thủ tướng Chính phủ về {topic}",
            "Cải thiện, nâng cao chất lượng {topic} năm {y}",
            "Triển khai thực hiện Luật và các nghị định về {topic}",
        ],
        held_out=closed.DOCUMENT_TITLES["vi"],
        share=0.5,
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
        ninth=[
            "{topic} Work Programme {y}-2029", "Ten-Year Plan for {topic}", "Putting {topic} First: Actions for {y}-2030", "National Agenda for {topic}, {y} to 2030",
            "{topic} Recovery and Action Plan {y}",
        ],
        tenth=[
            "{topic}: Five-Year Programme of Work", "Joint Action Plan on {topic}, {y}-2030",
            "{topic} Action Programme to 2030", "Getting {topic} Right: {y} to 2029",
            "Corporate Action Plan for {topic} {y}", "{topic} Reform Plan {y}-2030",
        ],
        usual=["{topic} Action Plan {y} - 2028"],
        eleventh=[
            "National {topic} Action Plan {y}-2030", "{topic} Strategy {y}-2030: Action Plan",
            "Annual Action Plan for {topic} {y}", "{topic} Annual Work Plan {y}", "{topic} Plan {y}-2028",
            "National Strategy for {topic}: Implementation Plan",
        ],
        twelfth=[
            "{topic} Strategic Plan {y}-2029", "National Plan of Action for {topic} {y}–2030",
            "{topic} Action Plan {y}/26", "{topic} Policy Implementation Plan",
            "Five-Year Implementation Plan for {topic}", "National {topic} Strategy and Action Plan",
            "{topic} Strategy – Action Plan {y} to 2027", "Our Plan for {topic}",
            "{topic} Improvement Plan {y}",
        ],
        thirteenth=[
            "{topic}: Delivery Plan {y} to 2029", "{topic} Programme of Action",
            "State Action Plan on {topic}", "{topic} Work Programme {y}-2028",
            "Corporate Delivery Plan: {topic}", "{topic} Sector Action Plan {y} - 2030",
            "Plan of Action on {topic} {y}", "Implementing the {topic} Framework: Actions to 2028",
            "Action Taken and Planned: {topic}",
        ],
        held_out=closed.DOCUMENT_TITLES["en"],
        share=0.6,
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
        ninth=[
            "phát triển kinh tế ban đêm", "bảo vệ người tiêu dùng", "phòng, chống đuối nước", "phát triển văn hóa đọc", "quản lý tài sản công", "phát triển công nghiệp hỗ trợ",
        ],
        tenth=[
            "chợ và hạ tầng thương mại", "cấp nước an toàn", "xây dựng xã hội số", "hỗ trợ người khuyết tật",
            "phòng, chống rửa tiền", "phát triển nhân lực ngành y", "trồng cây phân tán",
        ],
        usual=["cải cách hành chính", "giảm nghèo bền vững", "xây dựng nông thôn mới"],
        eleventh=[
            "chuyển đổi số", "phát triển chính quyền số", "phát triển kinh tế tư nhân",
            "giáo dục nghề nghiệp", "bảo vệ môi trường", "phát triển nguồn nhân lực",
        ],
        twelfth=[
            "phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số",
            "phổ biến, giáo dục pháp luật", "phòng, chống tham nhũng, tiêu cực",
            "kiểm soát thủ tục hành chính", "phòng, chống thiên tai và tìm kiếm cứu nạn", "dân vận",
            "phát triển kinh tế - xã hội", "thực hành tiết kiệm, chống lãng phí", "trợ giúp xã hội",
            "dân chủ ở cơ sở",
        ],
        thirteenth=[
            "Đề án 06", "công tác văn thư, lưu trữ", "bảo hiểm y tế toàn dân",
            "bảo đảm trật tự, an toàn giao thông", "cải thiện môi trường đầu tư kinh doanh",
            "bình đẳng giới và vì sự tiến bộ của phụ nữ", "phát triển nhà ở xã hội", "tiêm chủng mở rộng",
            "phòng cháy, chữa cháy và cứu nạn, cứu hộ", "sản xuất nông nghiệp",
            "quản lý tài nguyên khoáng sản",
        ],
        held_out=closed.TOPICS["vi"],
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
        ninth=["School Safety", "Migration", "Urban Renewal", "Livestock", "Palliative Care", "Creative Industries", "Soil Health"],
        tenth=[
            "Justice Reform", "Marine Safety", "School Meals", "Elderly Care", "Land Registration",
            "Flood Protection", "Public Procurement", "Broadband",
        ],
        usual=["Gender Equality", "Agriculture", "Waste Management"],
        eleventh=[
            "Digital Transformation", "Climate Change", "Health", "Education", "Energy",
            "Nutrition and Food Security", "Employment",
        ],
        twelfth=[
            "Agriculture and Food Security", "Trade and Investment", "Non-Communicable Diseases",
            "Women, Peace and Security", "Micro, Small and Medium Enterprises", "Child Protection",
            "Antimicrobial Resistance", "Social Protection", "Homelessness", "Suicide Prevention",
            "Disaster Risk Reduction",
        ],
        thirteenth=[
            "e-Governance", "Urban Regeneration", "Coastal Resilience", "Active Travel",
            "Skills Development", "Public Grievance Redress", "Ageing Well", "Inland Fisheries",
            "Road Maintenance", "Heritage",
        ],
        held_out=closed.TOPICS["en"],
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
        ninth=["CHI TIẾT CÔNG VIỆC VÀ TIẾN ĐỘ", "BẢNG TIẾN ĐỘ CÁC NHIỆM VỤ", "NHIỆM VỤ GIAO CÁC CƠ QUAN, ĐƠN VỊ", "KHUNG NHIỆM VỤ CỤ THỂ"],
        tenth=[
            "BẢNG PHÂN VIỆC VÀ THỜI HẠN", "BIỂU GIAO VIỆC CHO CÁC CƠ QUAN", "NHIỆM VỤ, SẢN PHẨM VÀ TIẾN ĐỘ",
            "KHUNG KẾ HOẠCH HÀNH ĐỘNG", "PHÂN CÔNG CHI TIẾT CÁC ĐẦU VIỆC",
        ],
        usual=["DANH MỤC NHIỆM VỤ TRỌNG TÂM", "PHÂN CÔNG NHIỆM VỤ CHI TIẾT"],
        eleventh=[
            "DANH MỤC CÁC NHIỆM VỤ CỤ THỂ", "BẢNG PHÂN CÔNG THỰC HIỆN NHIỆM VỤ",
            "PHÂN CÔNG NHIỆM VỤ CHO CÁC CƠ QUAN, ĐƠN VỊ", "NHIỆM VỤ TRỌNG TÂM VÀ PHÂN CÔNG THỰC HIỆN",
        ],
        twelfth=[
            "PHÂN CÔNG NHIỆM VỤ THỰC HIỆN KẾ HOẠCH", "DANH MỤC NHIỆM VỤ THỰC HIỆN",
            "NHIỆM VỤ, GIẢI PHÁP THỰC HIỆN CHƯƠNG TRÌNH", "DANH MỤC CÁC NHIỆM VỤ TRỌNG TÂM",
            "BIỂU PHÂN CÔNG NHIỆM VỤ", "CÁC NHIỆM VỤ CỤ THỂ", "PHÂN CÔNG THỰC HIỆN CÁC NHIỆM VỤ TRỌNG TÂM",
        ],
        thirteenth=[
            "CHI TIẾT CÁC NHIỆM VỤ THỰC HIỆN KẾ HOẠCH", "PHÂN CÔNG NHIỆM VỤ TRIỂN KHAI KẾ HOẠCH",
            "DANH MỤC NHIỆM VỤ VÀ LỘ TRÌNH THỰC HIỆN", "BẢNG THEO DÕI NHIỆM VỤ ĐƯỢC GIAO",
            "NHIỆM VỤ CỤ THỂ VÀ PHÂN CÔNG TRÁCH NHIỆM", "DANH MỤC CÁC ĐỀ ÁN, NHIỆM VỤ",
            "CHI TIẾT NHIỆM VỤ VÀ ĐƠN VỊ THỰC HIỆN",
        ],
        held_out=closed.ANNEXES["vi"],
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
        ninth=["Action Schedule", "Commitments and Timelines", "PLANNED ACTIONS", "The Actions in Full"],
        tenth=[
            "Action Programme in Detail", "MATRIX OF MEASURES", "Who Does What by When",
            "List of Commitments", "Detailed Work Programme",
        ],
        usual=["IMPLEMENTATION MATRIX", "Detailed Action Plan"],
        eleventh=[
            "Action Plan Matrix", "IMPLEMENTATION FRAMEWORK AND ACTION PLAN", "Actions by Objective",
            "Implementation Plan and Responsibilities",
        ],
        twelfth=[
            "Implementation Plan Matrix", "Strategic Action Plan", "ACTION PLAN AND BUDGET",
            "Costed Implementation Plan", "Implementation and Monitoring Matrix",
            "Actions and Deliverables", "STRATEGIC MATRIX",
        ],
        thirteenth=[
            "List of Action Points", "Actions by Department", "Time-bound Programme of Work",
            "ACTION PLAN TABLE", "Time-bound Action Plan", "Statement of Actions", "Action Plan Register",
            "DEPARTMENT-WISE ACTION PLAN",
        ],
        held_out=closed.ANNEXES["en"],
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
        ninth=["CHỈ TIÊU CẦN ĐẠT", "BẢNG TỔNG HỢP CHỈ TIÊU", "CÁC MỤC TIÊU CHỦ YẾU", "KHUNG CHỈ TIÊU"],
        tenth=[
            "CHỈ TIÊU ĐO LƯỜNG KẾT QUẢ", "DANH MỤC MỤC TIÊU CỤ THỂ", "KẾT QUẢ CẦN ĐẠT ĐƯỢC",
            "CHỈ TIÊU THEO DÕI, ĐÁNH GIÁ",
        ],
        usual=["MỤC TIÊU, CHỈ TIÊU CỤ THỂ"],
        eleventh=["CÁC MỤC TIÊU, CHỈ TIÊU CHỦ YẾU", "DANH MỤC CHỈ TIÊU CỤ THỂ", "BẢNG MỤC TIÊU, CHỈ TIÊU"],
        twelfth=[
            "CHỈ TIÊU CHỦ YẾU", "HỆ THỐNG CHỈ TIÊU THỰC HIỆN", "MỤC TIÊU, CHỈ TIÊU THỰC HIỆN KẾ HOẠCH",
            "CHỈ TIÊU GIAO CÁC ĐƠN VỊ", "BIỂU CHỈ TIÊU",
        ],
        thirteenth=[
            "CÁC CHỈ TIÊU PHẤN ĐẤU THỰC HIỆN", "MỘT SỐ CHỈ TIÊU CHỦ YẾU",
            "BẢNG CHỈ TIÊU GIAO NĂM KẾ HOẠCH", "DANH MỤC CHỈ TIÊU VÀ ĐƠN VỊ THEO DÕI",
            "CÁC CHỈ TIÊU GIAO THỰC HIỆN",
        ],
        held_out=closed.INDICATOR_ANNEXES["vi"],
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
        ninth=["Measures and Targets", "Signs of Progress", "OUTCOME FRAMEWORK", "Indicator Table"],
        tenth=["What We Will Measure", "HEADLINE TARGETS", "Scorecard", "Indicators for Review"],
        usual=["Monitoring Framework", "Indicators and Targets"],
        eleventh=["Performance Indicators", "MONITORING AND EVALUATION PLAN", "Key Results and Indicators"],
        twelfth=[
            "Results Framework and Indicators", "KEY PERFORMANCE INDICATORS AND TARGETS", "M&E Framework",
            "Logical Framework", "Indicators, Baselines and Targets",
        ],
        thirteenth=[
            "Measures of Success", "Performance Measures and Targets", "YEAR-WISE TARGETS",
            "Statement of Targets", "How We Will Measure Progress",
        ],
        held_out=closed.INDICATOR_ANNEXES["en"],
    ),
}  # fmt: skip
