"""Vietnamese names of indicators with their units, and what limits them."""

# ruff: noqa: E501  a pool of words stands together

from tests.corpus.chance import Pool
from tests.corpus.closed import measures_vi as closed

MEASURES = Pool(
    shared=[
        ("Tỷ lệ hồ sơ giải quyết trực tuyến", "%"), ("Tỷ lệ hộ dùng nước sạch", "%"), ("Số xã có chợ đạt chuẩn", "Xã"),
        ("Tỷ lệ lao động qua đào tạo", "%"), ("Số doanh nghiệp thành lập mới", "Doanh nghiệp"),
        ("Diện tích rừng trồng mới", "ha"), ("Tỷ lệ che phủ rừng", "%"),
    ],
    dev=[("Tốc độ tăng năng suất lao động", "%/năm"), ("Số giường bệnh trên một vạn dân", "Giường"), ("Tỷ lệ rác được thu gom", "%"), ("Chỉ số hài lòng", "Điểm")],
    second=[
        ("Mật độ thuê bao băng rộng", "Thuê bao/100 dân"), ("Tỷ lệ trường đạt chuẩn quốc gia", "%"), ("Chiều dài đường được cứng hóa", "km"),
        ("Số sản phẩm được chứng nhận", "Sản phẩm"), ("Tỷ trọng kinh tế số trong tăng trưởng", "%"), ("Sản lượng nuôi trồng", "Nghìn tấn"),
    ],
    third=[
        ("Tỷ suất tử vong trẻ em dưới 5 tuổi", "‰"), ("Thu ngân sách trên địa bàn", "Tỷ đồng"),
        ("Số bác sĩ trên 10.000 dân", "Bác sĩ"), ("Lượt khách lưu trú", "Nghìn lượt"), ("Tỷ lệ xã có bãi rác hợp vệ sinh", "%"),
        ("Tổn thất điện năng", "%"), ("Công suất điện mặt trời", "MW"), ("Tuổi thọ bình quân", "Tuổi"),
    ],
    fourth=[
        ("Tỷ lệ dân số tham gia bảo hiểm y tế", "%"), ("GRDP bình quân đầu người", "Triệu đồng"), ("Tỷ lệ hộ nghèo", "%"),
        ("Số căn nhà ở xã hội hoàn thành", "Căn"), ("Tỷ lệ đô thị hóa", "%"), ("Tổng vốn đầu tư toàn xã hội", "Nghìn tỷ đồng"),
        ("Số thôn có mạng di động 5G", "Thôn"),
    ],
    fifth=[
        ("Tốc độ tăng trưởng kinh tế (GRDP)", "%"), ("Kim ngạch xuất khẩu", "Triệu USD"), ("Tỷ lệ xã đạt chuẩn nông thôn mới", "%"),
        ("Số lao động được giải quyết việc làm", "Người"), ("Tỷ lệ thất nghiệp", "%"), ("Sản lượng lương thực có hạt", "Tấn"),
        ("Số trạm y tế đạt chuẩn", "Trạm"), ("Tỷ lệ trẻ em được tiêm chủng đầy đủ", "%"),
    ],
    sixth=[
        ("Tỷ lệ thôn có nhà sinh hoạt cộng đồng", "%"), ("Số hợp tác xã hoạt động hiệu quả", "Hợp tác xã"),
        ("Thu nhập bình quân đầu người", "Triệu đồng/năm"), ("Tỷ lệ nước thải sinh hoạt được xử lý", "%"),
        ("Chiều dài đê được gia cố", "Km"), ("Số giáo viên được bồi dưỡng", "Lượt người"),
        ("Giá trị sản xuất trên một ha canh tác", "Triệu đồng/ha"), ("Tỷ lệ người dân có sổ sức khỏe điện tử", "%"),
    ],
    seventh=[
        ("Tỷ lệ chi bộ hoàn thành tốt nhiệm vụ", "%"), ("Tỷ lệ giải ngân vốn đầu tư công", "%"),
        ("Số vụ tai nạn giao thông", "Vụ"), ("Diện tích nhà ở bình quân đầu người", "m2 sàn/người"),
        ("Số sản phẩm OCOP từ 3 sao", "Sản phẩm"), ("Lượng điện tiêu thụ bình quân", "kWh/người"),
        ("Tỷ lệ tuyến đường có cây xanh", "%"), ("Số lượt người được khám sàng lọc", "Nghìn lượt người"),
    ],
    eighth=[
        ("Tỷ lệ trẻ em suy dinh dưỡng thể thấp còi", "%"), ("Số mô hình dân vận khéo", "Mô hình"),
        ("Diện tích lúa chất lượng cao", "Ha"), ("Tỷ lệ thanh toán không dùng tiền mặt", "%"),
        ("Số hộ được hỗ trợ vay vốn", "Hộ"), ("Thời gian giải quyết bình quân một hồ sơ", "Ngày"),
        ("Tổng đàn lợn", "Nghìn con"), ("Tỷ lệ gia đình văn hóa", "%"),
    ],
    ninth=[
        ("Số hộ đăng ký kinh doanh", "Hộ kinh doanh"), ("Tỷ lệ tuyến kênh được nạo vét", "%"),
        ("Số lớp học hai buổi mỗi ngày", "Lớp"), ("Sản lượng gỗ rừng trồng", "m3"),
        ("Tỷ lệ trạm y tế có bác sĩ", "%"), ("Mức giảm tiêu thụ điện", "kWh"),
        ("Số cuộc kiểm tra đột xuất", "Cuộc"), ("Doanh thu du lịch", "Tỷ đồng/năm"),
    ],
    tenth=[
        ("Số hộ được cấp nước tập trung", "Hộ gia đình"), ("Tỷ lệ hồ sơ trả trước hạn", "%"),
        ("Số ngày giảm trong cấp phép", "Ngày làm việc"), ("Tỷ lệ rác được phân loại tại nguồn", "%"),
        ("Số trạm đo mưa tự động", "Trạm đo"), ("Sản lượng tôm nuôi", "Tấn/năm"),
        ("Số thư viện xã mở cửa cả tuần", "Thư viện"), ("Vốn giải ngân cho hộ nghèo", "Triệu đồng"),
        ("Tỷ lệ tuyến phố được ngầm hóa cáp", "%"),
    ],
    eleventh=[
        ("Tỷ lệ dịch vụ công trực tuyến toàn trình", "%"), ("Tốc độ tăng trưởng GRDP", "%"),
        ("Tỷ lệ hộ nghèo theo chuẩn đa chiều", "%"), ("Tỷ lệ giải quyết hồ sơ đúng hạn", "%"),
        ("Số xã đạt chuẩn nông thôn mới nâng cao", "Xã"), ("Số lượt khách du lịch", "Nghìn lượt"),
        ("Số cán bộ được tập huấn", "Người"), ("Thu ngân sách nhà nước", "Tỷ đồng"),
        ("Tỷ lệ dân số được quản lý sức khỏe", "%"),
    ],
    twelfth=[
        ("Tỷ lệ hồ sơ công việc xử lý trên môi trường mạng", "%"),
        ("Tỷ lệ cán bộ, công chức được bồi dưỡng kỹ năng số", "%"),
        ("Tỷ lệ số hóa hồ sơ, kết quả giải quyết thủ tục hành chính", "%"),
        ("Tỷ lệ người dân trưởng thành có tài khoản định danh điện tử", "%"),
        ("Chỉ số cải cách hành chính (PAR INDEX)", "Xếp hạng"), ("Số hộ thoát nghèo", "Hộ"),
        ("Thu nhập bình quân đầu người/năm", "Triệu đồng"), ("Số lao động có việc làm mới", "Lao động"),
        ("Tỷ lệ trường học đạt chuẩn quốc gia mức độ 1", "%"),
        ("Tỷ lệ chất thải rắn sinh hoạt được thu gom, xử lý", "%"), ("Tổng sản lượng lương thực", "Tấn"),
        ("Số doanh nghiệp ứng dụng nền tảng số", "DN"), ("Tỷ lệ bao phủ bảo hiểm xã hội", "% LLLĐ"),
        ("Số km đường giao thông được bê tông hóa", "km"), ("Tổng vốn đầu tư xã hội", "Tỷ đồng"),
        ("Số lớp tập huấn được tổ chức", "Lớp/năm"),
    ],
    thirteenth=[
        ("Tỷ lệ hồ sơ thủ tục hành chính giải quyết đúng hạn", "%"), ("Tỷ lệ hộ nghèo đa chiều", "%"),
        ("Số sản phẩm OCOP đạt từ 3 sao trở lên", "Sản phẩm"),
        ("Tỷ lệ người dân có hồ sơ sức khỏe điện tử", "%"), ("Tỷ lệ văn bản ký số", "%"),
        ("Thu ngân sách nhà nước trên địa bàn", "Tỷ đồng"), ("Mức độ hài lòng của người dân", "%"),
        ("Số lượt khách du lịch", "Lượt khách"),
        ("Tỷ lệ thôn có tổ công nghệ số cộng đồng hoạt động", "%"),
        ("Tỷ lệ trẻ em dưới 6 tuổi được khám sức khỏe", "%"),
        ("Năng suất lao động bình quân", "Triệu đồng/lao động"),
    ],
    held_out=closed.MEASURES,
    share=0.65,
)  # fmt: skip
MEASURE_TAILS = Pool(
    shared=["", "ở khu vực nông thôn", "của khối các cơ quan", "tại các xã, phường"],
    dev=["trong ngành giáo dục", "thuộc diện ưu tiên", "so với năm trước"],
    second=[
        "ở vùng đồng bào dân tộc thiểu số",
        "được cập nhật hằng năm",
        "trên tổng số",
        "do địa phương quản lý",
    ],
    third=[
        "tại các phường trung tâm",
        "của hộ đồng bào",
        "tính đến cuối kỳ",
        "(không kể vùng hải đảo)",
    ],
    fourth=["của tỉnh", "của các đơn vị trực thuộc", "theo chuẩn mới"],
    fifth=["trên địa bàn tỉnh", "ở khu vực thành thị", "theo kế hoạch được giao", "(bình quân hằng năm)"],
    sixth=["trong toàn ngành", "ở nhóm hộ cận nghèo", "(lũy kế)", "theo kết quả khảo sát"],
    seventh=["của toàn Đảng bộ", "ở các xã đảo", "(giá hiện hành)", "trong độ tuổi lao động"],
    eighth=[
        "của toàn ngành",
        "tại các thôn đặc biệt khó khăn",
        "(theo giá so sánh)",
        "của người từ 15 tuổi trở lên",
    ],
    ninth=["thuộc tỉnh quản lý", "ở các bản vùng cao", "(không tính đối tượng bảo trợ)", "tính theo hộ"],
    tenth=[
        "ở các xã mới sáp nhập",
        "(số cuối kỳ)",
        "tại khu công nghiệp",
        "của nhóm dưới 25 tuổi",
        "theo báo cáo của ngành",
    ],
    eleventh=["của các sở, ngành", "trên toàn tỉnh", "trong năm", "cấp xã"],
    twelfth=["trên địa bàn xã", "của cấp xã", "(theo chuẩn nghèo mới)", "của toàn tỉnh", "đạt yêu cầu"],
    thirteenth=[
        "tại Trung tâm Phục vụ hành chính công",
        "theo kế hoạch giao",
        "thuộc phạm vi quản lý",
        "của khu vực công",
    ],
    held_out=closed.MEASURE_TAILS,
    fresh=0.35,
    share=0.2,
)
