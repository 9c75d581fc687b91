"""Columns of tasks that no field takes."""

from tests.corpus.chance import Pool
from tests.corpus.closed import more_columns as closed

MORE_COLUMNS = {
    "vi": Pool(
        third=[
            ("Mức độ ưu tiên", ("Cao", "Trung bình", "Thấp")),
            (
                "Lãnh đạo tỉnh chỉ đạo",
                ("Chủ tịch", "Phó Chủ tịch phụ trách kinh tế", "Phó Chủ tịch Thường trực"),
            ),
        ],
        fourth=[
            ("Cấp phê duyệt", ("Cấp có thẩm quyền", "Thủ trưởng cơ quan", "HĐND tỉnh")),
            (
                "Hình thức tổ chức",
                ("Trực tiếp", "Trực tuyến", "Trực tiếp kết hợp trực tuyến"),
            ),
        ],
        fifth=[
            ("Cấp trình", ("Ban Thường vụ", "Thường trực Tỉnh ủy", "HĐND cấp tỉnh")),
            ("Tính chất nhiệm vụ", ("Giao mới", "Chuyển tiếp", "Đột xuất")),
        ],
        sixth=[
            ("Cấp thực hiện", ("Cấp tỉnh", "Cấp xã", "Liên ngành")),
            ("Phương thức triển khai", ("Thuê dịch vụ", "Tự thực hiện", "Đấu thầu")),
        ],
        seventh=[
            ("Địa bàn thực hiện", ("Toàn tỉnh", "Các xã vùng cao", "Khu vực đô thị")),
            ("Đối tượng thụ hưởng", ("Hộ nghèo", "Doanh nghiệp", "Học sinh, sinh viên")),
        ],
        eighth=[
            ("Mức độ phức tạp", ("Đơn giản", "Phức tạp", "Rất phức tạp")),
            ("Phạm vi", ("Nội bộ cơ quan", "Toàn ngành", "Liên xã")),
        ],
        ninth=[
            ("Thẩm quyền quyết định", ("UBND tỉnh", "Giám đốc sở", "Chủ tịch UBND xã")),
            ("Loại nhiệm vụ", ("Thường kỳ", "Trọng điểm", "Phát sinh")),
        ],
        tenth=[
            ("Nhóm đối tượng", ("Người dân", "Cán bộ xã", "Hộ kinh doanh")),
            ("Mức độ cấp thiết", ("Rất cần", "Cần", "Có thể chờ")),
        ],
        usual=[("Mức độ ưu tiên", ("Cao", "Trung bình", "Thấp"))],
        eleventh=[
            ("Lãnh đạo phụ trách", ("Chủ tịch UBND", "Phó Chủ tịch UBND", "Trưởng phòng")),
            ("Cơ quan ban hành", ("UBND tỉnh", "HĐND tỉnh", "Tỉnh ủy")),
            ("Cấp có thẩm quyền ban hành", ("UBND", "HĐND", "Chủ tịch UBND")),
        ],
        twelfth=[
            ("Lãnh đạo UBND chỉ đạo", ("Chủ tịch UBND tỉnh", "PCT Thường trực", "PCT phụ trách VX")),
            (
                "Căn cứ thực hiện",
                ("Nghị quyết số 57-NQ/TW", "Luật Dữ liệu năm 2024", "Kế hoạch số 02-KH/BCĐTW"),
            ),
            ("Người phụ trách", ("Đ/c Hùng", "Đ/c Lan", "Đ/c Tuấn")),
            ("Cấp trình, ban hành", ("UBND tỉnh", "HĐND tỉnh", "Chủ tịch UBND tỉnh")),
            ("Người theo dõi", ("Phòng Tổng hợp", "Phòng Khoa giáo - Văn xã", "Phòng Kinh tế ngành")),
        ],
        thirteenth=[
            (
                "Lãnh đạo phụ trách",
                ("PCT UBND phụ trách kinh tế", "PCT UBND phụ trách văn xã", "Chủ tịch UBND"),
            ),
            (
                "Văn bản giao nhiệm vụ",
                ("Công văn số 1520/UBND-TH", "Thông báo số 37/TB-VPUB", "Kế hoạch số 112/KH-UBND"),
            ),
            ("Cấp thực hiện", ("Cấp tỉnh", "Cấp xã", "Cấp tỉnh, cấp xã")),
            ("Loại nhiệm vụ", ("Thường xuyên", "Trọng tâm", "Đột xuất")),
            ("Địa bàn thực hiện", ("Toàn tỉnh", "Các xã miền núi", "Các phường")),
        ],
        held_out=closed.MORE_COLUMNS["vi"],
    ),
    "en": Pool(
        third=[
            ("Priority", ("High", "Medium", "Low")),
            ("SDG", ("SDG 3", "SDG 4", "SDG 9", "SDG 13")),
        ],
        fourth=[
            ("Risk rating", ("High", "Medium", "Low")),
            ("Category", ("Policy", "Legislation", "Investment")),
        ],
        fifth=[
            ("Type of action", ("New", "Existing", "Enhanced")),
            ("Geographic scope", ("National", "Regional", "Local")),
        ],
        sixth=[
            (
                "Assumptions and risks",
                ("Funding is released on time", "Staff turnover", "Political support continues"),
            ),
            ("Location", ("Nationwide", "Pilot districts", "Capital city")),
        ],
        seventh=[
            ("Target group", ("Farmers", "Young people", "Small firms")),
            ("Gender relevance", ("Principal", "Significant", "None")),
        ],
        eighth=[
            ("Level of effort", ("Low", "Moderate", "High")),
            ("Beneficiaries", ("Women", "Fishers", "School children")),
        ],
        ninth=[
            ("Urgency", ("Pressing", "Normal", "Can wait")),
            ("Scale", ("Community", "Provincial", "Whole country")),
        ],
        tenth=[
            ("Legal basis", ("Act", "Regulation", "Cabinet decision")),
            ("Difficulty", ("Easy", "Moderate", "Hard")),
        ],
        usual=[("Priority", ("High", "Medium", "Low"))],
        eleventh=[
            ("Priority level", ("High", "Medium", "Low")),
            ("SDG target", ("SDG 1", "SDG 5", "SDG 8", "SDG 16")),
            ("Risks", ("Limited funding", "Low capacity", "Delays in approval")),
        ],
        twelfth=[
            (
                "Assumptions",
                ("Funds are released on time", "Political will is sustained", "Stakeholders are engaged"),
            ),
            ("SDG alignment", ("SDG 3", "SDG 4", "SDG 13", "SDG 17")),
            ("Means of verification", ("Progress report", "Attendance list", "Signed agreement")),
            ("Risk level", ("Low", "Medium", "High")),
            ("Programme", ("Programme 1", "Programme 2", "Programme 3")),
        ],
        thirteenth=[
            ("Category", ("Statutory", "Discretionary", "Mandatory")),
            ("Decision reference", ("CM 14/2025", "EC 7/2025", "SC 22/2025")),
            ("Area covered", ("All districts", "Coastal districts", "Municipal areas")),
            ("Link to corporate objective", ("Well-being", "Prosperity", "Sustainability")),
            ("Means of funding", ("Plan fund", "Own fund", "Grant")),
        ],
        held_out=closed.MORE_COLUMNS["en"],
    ),
}
"""Columns that no field takes, each with the words of its cells."""
