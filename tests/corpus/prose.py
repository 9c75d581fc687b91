"""Paragraphs above the annexes of a plan, which hold neither task nor aim."""

# ruff: noqa: E501  a pool of words stands together

from tests.corpus.closed import prose as closed

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
NINTH_PROSE = {
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
TENTH_PROSE = {
    "vi": [
        "Căn cứ kết luận của tập thể lãnh đạo tại phiên họp thường kỳ;",
        "Xét đề nghị của bộ phận chuyên môn và ý kiến của các bên liên quan,",
        "PHẦN I. NHỮNG ĐIỂM CẦN LƯU Ý",
        "Mỗi công việc chỉ giao cho nơi có thẩm quyền và đủ điều kiện để làm.",
        "a) Việc đã giao ở văn bản khác thì không nhắc lại ở đây.",
        "b) Việc cần nhiều nơi cùng làm phải có một nơi đứng ra điều phối.",
        "PHẦN II. CÁCH LÀM",
        "Các bên trao đổi qua hệ thống văn bản điện tử, hạn chế họp.",
        "PHẦN III. TRÁCH NHIỆM",
        "Người đứng đầu các đơn vị có tên tại biểu chịu trách nhiệm trước tập thể lãnh đạo.",
    ],
    "en": [
        "Why we need a plan",
        "Three reviews in a row found good intentions, and too little agreement on who does what.",
        "What is new",
        "The measures were costed before they were chosen, and each has a home in an agency.",
        "If things go wrong",
        "Agencies tell the secretariat early, so that partners can step in.",
    ],
}
ELEVENTH_PROSE = {
    "vi": [
        "Căn cứ chức năng, nhiệm vụ được giao và tình hình thực tế;",
        "Thực hiện chỉ đạo của cấp trên, cơ quan ban hành Kế hoạch với những nội dung cụ thể như sau:",
        "I. MỤC ĐÍCH, YÊU CẦU CỦA KẾ HOẠCH",
        "1. Mục đích",
        "a) Tổ chức triển khai kịp thời, hiệu quả các nhiệm vụ được giao.",
        "b) Nâng cao trách nhiệm của người đứng đầu các cơ quan, đơn vị.",
        "2. Yêu cầu",
        "Việc triển khai phải đồng bộ, có trọng tâm, trọng điểm, tránh chồng chéo.",
        "II. NỘI DUNG THỰC HIỆN",
        "Các nhiệm vụ và phân công trách nhiệm được nêu tại Phụ lục kèm theo Kế hoạch này.",
        "III. KINH PHÍ",
        "Kinh phí thực hiện được bảo đảm từ ngân sách nhà nước theo phân cấp hiện hành.",
        "IV. TRÁCH NHIỆM THI HÀNH",
        "Yêu cầu các cơ quan, đơn vị nghiêm túc triển khai; định kỳ báo cáo kết quả theo quy định.",
    ],
    "en": [
        "1. Introduction",
        "This action plan translates the national strategy into concrete activities with clear responsibilities.",
        "2. Coordination and reporting",
        "The lead institutions coordinate implementation with their partners and report every six months.",
        "3. Financing",
        "Activities are financed from the national budget and with support from development partners.",
        "The action plan is presented in the matrix below.",
    ],
}
ARTICLES = {
    "vi": [
        "Căn cứ Luật Tổ chức Chính phủ và các văn bản quy định chi tiết;",
        "Theo đề nghị của Thủ trưởng cơ quan tham mưu,",
        "QUYẾT ĐỊNH:",
        "Điều 1. Ban hành kèm theo Quyết định này bản Kế hoạch và các phụ lục phân công nhiệm vụ.",
        "Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày ký ban hành.",
        "Điều 3. Chánh Văn phòng, người đứng đầu các cơ quan, đơn vị liên quan chịu trách nhiệm thi hành.",
    ],
    "en": [
        "Pursuant to the Law on Organization of the Government;",
        "At the proposal of the advisory agency,",
        "DECIDES:",
        "Article 1. To promulgate together with this Decision the Plan and its annexes.",
        "Article 2. This Decision takes effect from the date of its signing.",
        "Article 3. Heads of the relevant agencies shall be responsible for implementing this Decision.",
    ],
}
"""What stands above the annexes of a decision in the eleventh part."""
TWELFTH_ARTICLES = {
    "vi": [
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
        "Căn cứ Quyết định số 1527/QĐ-TTg ngày 15 tháng 7 năm 2025 của Thủ tướng Chính phủ;",
        "Xét đề nghị của cơ quan chuyên môn tại Tờ trình số 212/TTr,",
        "QUYẾT ĐỊNH:",
        "Điều 1. Phê duyệt kèm theo Quyết định này Kế hoạch với các nội dung chủ yếu tại phần dưới.",
        "Điều 2. Giao cơ quan thường trực theo dõi, đôn đốc, kiểm tra và báo cáo trước ngày 15 tháng 12 hằng năm.",
        "Điều 3. Quyết định này có hiệu lực kể từ ngày ký. Thủ trưởng các đơn vị và cá nhân có liên quan căn cứ Quyết định thi hành./.",
    ],
    "en": [
        "Pursuant to the Law on Government Organization dated February 18, 2025;",
        "At the request of the Minister,",
        "DECISION:",
        "Article 1. The action plan attached hereto is hereby approved.",
        "Article 2. The lead agency shall monitor the implementation and report before December 15 every year.",
        "Article 3. This Decision comes into force as of its date of signing. Ministers and heads of agencies shall implement it./.",
    ],
}
THIRTEENTH_ARTICLES = {
    "vi": [
        "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;",
        "Căn cứ Nghị quyết số 11/NQ-HĐND ngày 10 tháng 7 năm 2025 của Hội đồng nhân dân;",
        "Theo đề nghị của Chánh Văn phòng tại Tờ trình số 96/TTr-VP ngày 02 tháng 10 năm 2025.",
        "QUYẾT ĐỊNH:",
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch và các Phụ lục.",
        "Điều 2. Các cơ quan, đơn vị được phân công tại Phụ lục tổ chức thực hiện, định kỳ hằng quý báo cáo kết quả.",
        "Điều 3. Quyết định này có hiệu lực thi hành kể từ ngày ký và thay thế Quyết định số 205/QĐ ngày 18 tháng 3 năm 2024.",
        "Điều 4. Chánh Văn phòng, Thủ trưởng các cơ quan, đơn vị và các tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.",
    ],
    "en": [
        "Pursuant to Decree No. 33/2025/ND-CP dated February 25, 2025 of the Government;",
        "At the proposal of the Chief of Office,",
        "HEREBY DECIDES:",
        "Article 1. To issue herewith the Plan together with its appendices.",
        "Article 2. Units assigned in the appendices report quarterly on the results.",
        "Article 3. This Decision takes effect on the signing date. The Chief of Office and heads of units are responsible for its execution./.",
    ],
}
THIRTEENTH_PROSE = {
    "vi": [
        "Thực hiện Kế hoạch số 88/KH-UBND ngày 14 tháng 02 năm 2025, cơ quan xây dựng Kế hoạch triển khai với các nội dung như sau:",
        "I. MỤC ĐÍCH VÀ YÊU CẦU",
        "1. Về mục đích",
        "Tổ chức quán triệt, cụ thể hóa đầy đủ các nhiệm vụ được giao; tạo sự thống nhất trong nhận thức và hành động.",
        "2. Về yêu cầu",
        "- Phân công rõ trách nhiệm, bảo đảm “6 rõ”: rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ sản phẩm, rõ thẩm quyền.",
        "- Kết quả thực hiện là một trong các căn cứ đánh giá, xếp loại chất lượng cuối năm.",
        "II. NHIỆM VỤ TRỌNG TÂM",
        "Nội dung nhiệm vụ, đơn vị thực hiện và thời hạn hoàn thành tại các Phụ lục kèm theo Kế hoạch này.",
        "III. NGUỒN KINH PHÍ",
        "Từ nguồn dự toán được giao hằng năm và các nguồn hợp pháp khác theo quy định.",
        "IV. CHẾ ĐỘ THÔNG TIN, BÁO CÁO",
        "Báo cáo quý gửi trước ngày 15 tháng cuối quý; báo cáo năm gửi trước ngày 05/12.",
        "Yêu cầu các đơn vị nghiêm túc triển khai thực hiện./.",
    ],
    "en": [
        "Purpose of the plan",
        "This plan sets out how departments and partners will deliver the commitments made last year.",
        "How progress will be reported",
        "Owners update the table every quarter; a summary goes to the management board and is published.",
        "Resourcing",
        "The work is met from approved budgets; where more is needed this is shown in the table.",
    ],
}
OF_ARTICLES = {
    "eleventh": ARTICLES,
    "twelfth": TWELFTH_ARTICLES,
    "thirteenth": THIRTEENTH_ARTICLES,
    "held_out": closed.OF_ARTICLES,
}
TWELFTH_PROSE = {
    "vi": [
        "Thực hiện Nghị quyết số 71/NQ-CP ngày 01 tháng 4 năm 2025 của Chính phủ, cơ quan xây dựng Kế hoạch thực hiện như sau:",
        "I. MỤC TIÊU",
        "1. Mục tiêu chung: Nâng cao chất lượng phục vụ người dân, doanh nghiệp; tạo chuyển biến rõ nét so với năm 2025.",
        "2. Mục tiêu cụ thể: Theo các chỉ tiêu được cấp có thẩm quyền giao.",
        "II. NỘI DUNG, NHIỆM VỤ",
        "(Có Phụ lục phân công nhiệm vụ chi tiết kèm theo)",
        "III. NGUỒN LỰC THỰC HIỆN",
        "1. Ngân sách nhà nước theo phân cấp; lồng ghép trong các chương trình, đề án.",
        "2. Nguồn xã hội hóa và các nguồn huy động hợp pháp khác.",
        "IV. TỔ CHỨC TRIỂN KHAI",
        "1. Thủ trưởng các cơ quan, đơn vị xây dựng kế hoạch cụ thể; báo cáo kết quả trước ngày 10 tháng 12 hằng năm.",
        "2. Cơ quan thường trực theo dõi, đôn đốc, tổng hợp báo cáo; tham mưu sơ kết, tổng kết.",
        "Trên đây là Kế hoạch thực hiện; trong quá trình triển khai, nếu phát sinh khó khăn, đề nghị các đơn vị phản ánh để tổng hợp./.",
    ],
    "en": [
        "Executive Summary",
        "The plan covers the medium term and responds to the gaps identified by the situation analysis.",
        "Vision, mission and guiding principles",
        "Implementation will follow the principles of ownership, inclusion, transparency and accountability.",
        "Monitoring, evaluation and reporting",
        "A mid-term review will be carried out in 2027 and an end-term evaluation in 2030.",
        "The detailed implementation matrix is attached as an annex.",
    ],
}
OF_PART = {
    "fourth": LATER_PROSE,
    "fifth": FIFTH_PROSE,
    "sixth": SIXTH_PROSE,
    "seventh": SEVENTH_PROSE,
    "eighth": EIGHTH_PROSE,
    "ninth": NINTH_PROSE,
    "tenth": TENTH_PROSE,
    "eleventh": ELEVENTH_PROSE,
    "twelfth": TWELFTH_PROSE,
    "thirteenth": THIRTEENTH_PROSE,
    "held_out": closed.OF_PART,
}
