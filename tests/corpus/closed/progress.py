"""Words of status, results, notes and money that only the closed part has."""

STATUS = {
    "vi": ["Đang thực hiện, đúng tiến độ", "Chưa đến kỳ thực hiện", "Đã trình, chờ phê duyệt"],
    "en": ["On schedule", "For implementation", "Accomplished", "Slightly behind"],
}
RESULTS = {
    "vi": [
        "Đã ban hành Công văn số 642/SNV-CCHC", "Đang lấy ý kiến các sở, ngành lần 2",
        "Đã hoàn thành bước khảo sát", "Đã họp thẩm định ngày 12/5/2025",
    ],
    "en": [
        "Draft ordinance on second reading", "Contractor mobilised in April",
        "Training held for 46 officers", "Phase one handed over in May", "Awaiting release of funds",
    ],
}  # fmt: skip
NOTES = {
    "vi": ["Theo chỉ đạo tại Thông báo số 215/TB-VPCP", "Kết hợp với nhiệm vụ số 4", "Bổ sung mới"],
    "en": [
        "Carried from last cycle",
        "Subject to Council approval",
        "With counterpart funding",
        "See resolution 2025-118",
    ],
}
MONEY = {
    "vi": [
        "650",
        "1.350",
        "Vốn sự nghiệp tỉnh",
        "NSĐP và lồng ghép",
        "900 triệu đồng",
        "Không phát sinh kinh phí",
    ],
    "en": [
        "4.2 million",
        "3,500,000",
        "1.25 million",
        "60,500",
        "From the development fund",
        "85,000",
    ],
}
