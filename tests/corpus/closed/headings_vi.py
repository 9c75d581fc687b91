"""Vietnamese headings of tasks that only the closed part has."""

HEADINGS = {
    "no": ["TT việc", "Số TT công việc", "STT việc"],
    "title": [
        "Nội dung nhiệm vụ, việc cần làm", "Nội dung, hoạt động cụ thể", "Nhiệm vụ/Hoạt động cụ thể",
        "Nội dung thực hiện nhiệm vụ",
        "Nhiệm vụ được cụ thể hóa", "Công việc cần thực hiện", "Nội dung nhiệm vụ triển khai",
        "Nhiệm vụ phải hoàn thành",
        "Nội dung trọng tâm thực hiện", "Nhiệm vụ và giải pháp thực hiện", "Các hoạt động triển khai",
        "Tên nhiệm vụ, đầu việc",
        "Nhiệm vụ trọng tâm cần triển khai", "Nhiệm vụ, giải pháp cần triển khai",
        "Nội dung công tác trọng tâm",
        "Nhiệm vụ theo Nghị quyết", "Đầu việc cụ thể", "Nội dung hoạt động triển khai",
    ],
    "output": [
        "Kết quả/sản phẩm phải hoàn thành", "Dự kiến sản phẩm, kết quả", "Sản phẩm hoàn thành dự kiến",
        "Kết quả thực hiện dự kiến",
        "Sản phẩm, kết quả cần hoàn thành", "Sản phẩm của công việc", "Kết quả, sản phẩm của đơn vị",
        "Đầu ra (sản phẩm)", "Sản phẩm trình, ban hành",
        "Sản phẩm của nhiệm vụ", "Yêu cầu sản phẩm, kết quả", "Sản phẩm/Kết quả hoàn thành",
    ],
    "deadline": [
        "Thời gian cần xong", "Thời gian/Thời hạn hoàn thành", "Thời gian hoàn thành từng nhiệm vụ",
        "Thời gian phải hoàn tất",
        "Lịch thực hiện", "Thời gian triển khai, hoàn thành", "Tiến độ về thời gian", "Mốc phải hoàn thành",
        "Dự kiến hoàn thành vào",
        "Thời điểm phải hoàn thành", "Thời hạn triển khai xong", "Thời gian chậm nhất phải xong", "Kỳ hạn",
        "Hoàn thành (quý, năm)", "Tiến độ phải hoàn thành", "Thời gian triển khai nhiệm vụ",
    ],
    "serves": [
        "Thứ tự nhiệm vụ tại Nghị quyết số 03/NQ-CP", "Ánh xạ nhiệm vụ Nghị quyết số 03/NQ-CP",
        "Nhiệm vụ của Nghị quyết cấp trên (số)",
    ],
    "status": [
        "Tình trạng thực hiện đến nay", "Tình trạng nhiệm vụ hiện nay", "Mức độ hoàn thành (trạng thái)",
    ],
    "result": [
        "Kết quả tính đến kỳ báo cáo", "Kết quả triển khai tính đến nay", "Tóm tắt kết quả đã thực hiện",
        "Nội dung kết quả đạt được",
    ],
    "notes": ["Ghi chú, lưu ý", "Ghi chú (văn bản liên quan)", "Ghi chú thêm của cơ quan"],
    "money": [
        "Kinh phí, nguồn vốn", "Nguồn kinh phí bố trí", "Kinh phí dự trù (triệu đồng)", "Nhu cầu vốn",
        "Kinh phí (ĐVT: tr.đ)",
    ],
    "theme": [
        "Nhóm việc trọng tâm", "Nhóm nhiệm vụ theo Nghị quyết", "Mảng công tác lớn",
        "Nhóm lĩnh vực công tác", "Chủ đề nhiệm vụ",
    ],
    "plan": ["Kết quả, thời hạn thực hiện", "Sản phẩm và mốc thời gian"],
}  # fmt: skip
