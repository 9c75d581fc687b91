"""Paragraphs above the annexes of a plan, which hold neither task nor aim: forewords and sections."""

# ruff: noqa: E501  a pool of words stands together

FOREWORD = {
    "vi": [
        "Năm 2024, toàn ngành đã tiếp nhận 12.480 lượt kiến nghị, giảm 7% so với năm 2023.",
        "Qua 03 năm triển khai, vẫn còn 215 kiến nghị chưa được giải quyết dứt điểm.",
        "Kế hoạch này được xây dựng trên cơ sở ý kiến của 48 đơn vị.",
    ],
    "en": [
        "Foreword",
        "In 2024 we heard from 1,120 people and 64 organisations at 9 public meetings.",
        "Of the 85 actions in the previous plan, 71 were carried out; 2023 was the hardest year.",
        "I thank the 14 members of the steering group for their work.",
    ],
}
LATER_FOREWORD = {
    "vi": [
        "Giai đoạn 2021 - 2025, địa phương và các ngành đã hoàn thành 46/52 nhiệm vụ được giao.",
        "Tuy nhiên, 06 nhiệm vụ còn chậm do vướng mắc về thủ tục và nguồn vốn.",
        "Tại thời điểm xây dựng văn bản này đã có 31 cơ quan gửi ý kiến góp ý.",
    ],
    "en": [
        "Message from the Minister",
        "Since 2020 our services have reached 340,000 people, 18% more than in the five years before.",
        "Over 2,300 responses were received during the 12 weeks of consultation.",
        "I am grateful to everyone who took part.",
    ],
}
FIFTH_FOREWORD = {
    "vi": [
        "Trong năm qua, cơ quan thường trực đã tiếp nhận 3.650 hồ sơ và tổ chức 27 cuộc họp chuyên đề.",
        "Đến nay đã có 118 đơn vị gửi báo cáo; còn 09 đơn vị chưa gửi.",
        "Dự thảo đã được lấy ý kiến rộng rãi trước khi ban hành.",
    ],
    "en": [
        "Preface",
        "The last plan contained 58 actions, of which 49 have been completed since 2021.",
        "More than 700 people attended the 15 workshops held across the country.",
        "My thanks go to all who gave their time and ideas.",
    ],
}
SIXTH_FOREWORD = {
    "vi": [
        "Kết quả rà soát năm trước cho thấy 73% số việc được hoàn thành đúng hạn, 12 việc phải gia hạn.",
        "Ban soạn thảo đã làm việc với 22 địa phương trong 5 tháng.",
        "Trân trọng cảm ơn các cơ quan đã góp ý.",
    ],
    "en": [
        "Introduction by the Chair",
        "When the first plan ended in 2024, 38 of its 44 actions had been finished.",
        "We listened to 2,150 people in 19 towns and villages before we wrote this one.",
        "Thank you to everyone who made it possible.",
    ],
}
SEVENTH_FOREWORD = {
    "vi": [
        "Sau 02 năm thực hiện chương trình trước, 29/35 công việc đã xong; số còn lại được rà soát, chuyển tiếp.",
        "Trong quá trình soạn thảo, cơ quan thường trực nhận được 164 ý kiến của 57 cơ quan, tổ chức.",
        "Văn bản này được hoàn thiện trên tinh thần cầu thị, tiếp thu tối đa các ý kiến xác đáng.",
    ],
    "en": [
        "A word from the Permanent Secretary",
        "By December 2024 we had completed 63 of the 70 commitments made four years earlier.",
        "Some 480 written submissions reached us, a third of them from young people.",
        "I am indebted to the drafting team for 8 months of careful work.",
    ],
}
EIGHTH_FOREWORD = {
    "vi": [
        "Năm vừa qua, 91 cơ quan, đơn vị đã tham gia, tăng 14 đơn vị so với năm trước đó.",
        "Tổng số 1.306 phiếu khảo sát được thu về, trong đó 82% số phiếu bày tỏ sự hài lòng.",
        "Kết quả trên có sự đóng góp của nhiều tập thể, cá nhân.",
    ],
    "en": [
        "Statement by the Director-General",
        "Last year our officers made 5,600 visits, 900 more than the year before.",
        "In all, 34 organisations and 210 households took part in the review of 2024.",
        "I commend everyone who contributed.",
    ],
}
NINTH_FOREWORD = {
    "vi": [
        "Tổng kết 05 năm qua, 37 trên 45 đầu việc đã được nghiệm thu; 08 đầu việc chuyển sang kỳ này.",
        "Riêng năm 2025, đường dây nóng ghi nhận 9.070 cuộc gọi, tăng 12% so với cùng kỳ.",
        "Biểu kèm theo được hoàn thiện sau 03 vòng lấy ý kiến.",
    ],
    "en": [
        "A word from the Chair",
        "When we began in 2022 there were 26 offices; today there are 41, serving 1.3 million people.",
        "Our survey drew 4,980 replies, and 7 out of 10 said that things were getting better.",
        "To all who answered, thank you.",
    ],
}
TENTH_FOREWORD = {
    "vi": [
        "Sau một năm vận hành bộ máy mới, đơn vị đã giải quyết 18.240 hồ sơ, trong đó 96% đúng và trước hạn.",
        "Đợt giám sát vừa qua chỉ ra 17 hạn chế, 11 hạn chế đã được khắc phục trong năm 2025.",
        "Biểu dưới đây tiếp thu góp ý của 26 cơ quan và 4 hội nghị lấy ý kiến nhân dân.",
    ],
    "en": [
        "From the Secretary",
        "In the two years since the storm of 2023 we have rebuilt 610 homes and reopened 12 schools.",
        "Officials met 1,450 residents at 31 open evenings; nearly half of those who came were under 30.",
        "What they told us is the reason for this plan, and I am grateful for their patience.",
    ],
}
ELEVENTH_FOREWORD = {
    "vi": [
        "Năm 2024, kinh tế - xã hội tiếp tục phát triển; 19/22 chỉ tiêu chủ yếu đạt và vượt kế hoạch đề ra.",
        "Tỷ lệ hồ sơ giải quyết đúng hạn đạt 97,8%, cao hơn năm trước 2,1 điểm phần trăm.",
        "Bên cạnh kết quả đạt được, công tác này còn một số khó khăn cần tập trung khắc phục.",
    ],
    "en": [
        "Foreword by the Minister",
        "Over the past five years the share of people with access to these services rose from 61% to 74%.",
        "This plan was prepared with 22 institutions and discussed at 6 regional workshops in 2024.",
        "I call on all our partners to support its implementation.",
    ],
}
FOREWORDS = {
    "fourth": LATER_FOREWORD,
    "fifth": FIFTH_FOREWORD,
    "sixth": SIXTH_FOREWORD,
    "seventh": SEVENTH_FOREWORD,
    "eighth": EIGHTH_FOREWORD,
    "ninth": NINTH_FOREWORD,
    "tenth": TENTH_FOREWORD,
    "held_out": ELEVENTH_FOREWORD,
}

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
"""What stands above the annexes of a decision in the newest part."""
OF_PART = {
    "fourth": LATER_PROSE,
    "fifth": FIFTH_PROSE,
    "sixth": SIXTH_PROSE,
    "seventh": SEVENTH_PROSE,
    "eighth": EIGHTH_PROSE,
    "ninth": NINTH_PROSE,
    "tenth": TENTH_PROSE,
    "held_out": ELEVENTH_PROSE,
}
