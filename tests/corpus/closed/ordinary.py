"""What clerks keep beside the tasks, and titles of months and quarters, in the closed part alone."""

REGISTERS = {
    "vi": [
        ("Văn bản chỉ đạo", "Công văn số {n}/UBND-KT"), ("Ngày văn bản", "{d:02}/{m:02}/{y}"),
        ("Lãnh đạo ký", "{leader}"), ("Chuyên viên thụ lý", "{name}"), ("Mức độ", "{urgency}"),
        ("Số hiệu trên hệ thống", "NV-{y}-{n}"),
    ],
    "en": [
        ("Resolution no.", "Res. {y}-{n}"), ("Entry date", "{d:02}-{month}-{y}"), ("Focal person", "{name}"),
        ("Tracker ID", "TR{n}"), ("Reporting stream", "{leader}"), ("Rank", "{urgency}"),
    ],
}  # fmt: skip
PEOPLE = {
    "vi": ["Hoàng Thị Thu", "Đỗ Mạnh Cường", "Ngô Thanh Tùng", "Vũ Ngọc Anh", "Lý Thị Mai"],
    "en": ["J. Wambua", "A. Reyes", "M. Sahoo", "N. Byrne", "T. Wallace"],
}
LEADERS = {
    "vi": ["CT UBND", "PCT UBND (khối nội chính)", "PCT UBND (khối tổng hợp)"],
    "en": ["Works stream", "Social stream", "Finance stream"],
}
URGENCY = {"vi": ["Bình thường", "Thượng khẩn", "Gấp"], "en": ["1", "2", "3"]}
PERIODS = {
    "vi": [
        (1, "CÔNG VIỆC THÁNG {m}/{y}"), (3, "Nhiệm vụ trọng tâm Quý {r}/{y}"),
        (1, "Các việc phải xong trong tháng {m:02}/{y}"), (3, "Hoàn thành trong Quý {r} năm {y}"),
    ],
    "en": [
        (3, "To be completed in Quarter {q} of {y}"), (1, "Deliverables for {month} {y}"),
        (3, "Activities for completion in Q{q} {y}"),
    ],
}  # fmt: skip
