"""Forewords of plans, whose figures tell what has been and set no aim."""

# ruff: noqa: E501  a pool of words stands together

from tests.corpus.closed import forewords as closed

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
TWELFTH_FOREWORD = {
    "vi": [
        "Năm 2025, toàn tỉnh đã hoàn thành 86/94 nhiệm vụ theo Kế hoạch (đạt 91,5%); 05 nhiệm vụ chưa đến hạn, 03 nhiệm vụ quá hạn.",
        "Tỷ lệ hồ sơ trực tuyến đạt 88,4%; đã số hóa 1,2 triệu hồ sơ; 100% cơ quan kết nối trục liên thông văn bản.",
        "Tuy nhiên, kết quả giữa các địa phương chưa đồng đều; hạ tầng và nhân lực còn hạn chế.",
    ],
    "en": [
        "Message from the Permanent Secretary",
        "By the end of 2024 the sector employed 1.8 million people and contributed 9.6% of GDP.",
        "An assessment of the previous plan found that 64% of its 112 activities were fully implemented.",
        "The process was led by a technical working group of 14 institutions.",
    ],
}
THIRTEENTH_FOREWORD = {
    "vi": [
        "Trong 9 tháng năm 2025, Trung tâm Phục vụ hành chính công đã tiếp nhận 45.612 hồ sơ; tỷ lệ trả đúng hạn 98,9%.",
        "Kết quả rà soát cho thấy 12/68 nhiệm vụ của kỳ trước phải chuyển tiếp, chủ yếu do thay đổi đầu mối sau sắp xếp.",
        "Việc ban hành Kế hoạch nhằm khắc phục các tồn tại nêu trên.",
    ],
    "en": [
        "Introduction by the Chief Executive",
        "Last year 3,400 residents answered our survey, and 82% said that they were satisfied with our services.",
        "Of the 57 items in the earlier programme, 44 were closed by March 2025 and 13 have been carried over.",
        "Each item below has a named owner and a date.",
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
    "eleventh": ELEVENTH_FOREWORD,
    "twelfth": TWELFTH_FOREWORD,
    "thirteenth": THIRTEENTH_FOREWORD,
    "held_out": closed.FOREWORDS,
}
