"""Articles and paragraphs before the annexes that only the closed part has."""

# ruff: noqa: E501  a pool of words stands together

OF_ARTICLES = {
    "vi": [
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
        "Căn cứ Nghị định số 45/2025/NĐ-CP ngày 28 tháng 02 năm 2025 của Chính phủ;",
        "Xét đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 214/TTr-SNV ngày 20 tháng 8 năm 2025.",
        "QUYẾT ĐỊNH:",
        "Điều 1. Phê duyệt kèm theo Quyết định này Kế hoạch và Phụ lục phân công nhiệm vụ.",
        "Điều 2. Giao cơ quan thường trực hướng dẫn, kiểm tra, tổng hợp báo cáo kết quả trước ngày 15 tháng 12.",
        "Điều 3. Quyết định có hiệu lực từ ngày ký ban hành.",
        "Điều 4. Thủ trưởng các sở, ban, ngành và Chủ tịch UBND các xã, phường chịu trách nhiệm thi hành Quyết định này./.",
    ],
    "en": [
        "Considering the Law on Organization of the Government dated February 18, 2025;",
        "Upon the request of the Director of the Planning and Finance Department,",
        "DECIDES:",
        "Article 1. The plan and the assignment table attached to this Decision are promulgated.",
        "Article 2. Assigned units shall carry out their tasks on time and send a report before November 30.",
        "Article 3. This Decision is effective from the date of its signature./.",
    ],
}
OF_PART = {
    "vi": [
        "Căn cứ Kết luận của Ban Thường vụ và tình hình thực tế, cơ quan ban hành Kế hoạch với những nội dung chủ yếu sau:",
        "I. MỤC ĐÍCH, YÊU CẦU",
        "1. Mục đích: Tạo chuyển biến thực chất, rõ kết quả trong từng lĩnh vực công tác.",
        "2. Yêu cầu: Nội dung công việc cụ thể, phân công một đầu mối chịu trách nhiệm, có thời hạn và sản phẩm.",
        "II. NỘI DUNG THỰC HIỆN",
        "Các nhiệm vụ được phân công chi tiết tại Phụ lục gửi kèm.",
        "III. TỔ CHỨC THỰC HIỆN",
        "1. Các cơ quan, đơn vị chủ động bố trí nhân lực, kinh phí trong dự toán được giao.",
        "2. Định kỳ trước ngày 18 hằng tháng, các cơ quan báo cáo kết quả qua hệ thống theo dõi nhiệm vụ.",
        "3. Văn phòng theo dõi, đôn đốc, báo cáo lãnh đạo.",
        "Đề nghị các cơ quan, đơn vị phối hợp thực hiện./.",
    ],
    "en": [
        "Background",
        "The plan turns the priorities adopted last year into activities that offices can carry out.",
        "How the activities were chosen",
        "Offices proposed activities, and a working group checked them against the budget and the views of residents.",
        "Reporting",
        "Offices report at the end of each quarter, and the results are published on the website.",
    ],
}
