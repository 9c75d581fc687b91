"""Where the figures of indicators come from, and the groups under which indicators stand."""

# ruff: noqa: E501  a pool of words stands together

from tests.corpus.chance import Pool
from tests.corpus.closed import aim_sources as closed

SOURCES = {
    "vi": (
        Pool(
            sixth=["Nguồn số liệu", "Phương pháp thu thập số liệu"],
            seventh=["Nguồn thông tin kiểm chứng", "Nguồn thu thập số liệu"],
            eighth=["Nguồn cung cấp số liệu", "Cách thức thu thập thông tin"],
            ninth=["Căn cứ số liệu", "Tài liệu kiểm chứng"],
            tenth=["Nguồn trích số liệu", "Cơ sở kiểm chứng"],
            eleventh=["Nguồn dữ liệu", "Nguồn số liệu, báo cáo"],
            twelfth=["Nguồn thông tin", "Cơ sở dữ liệu, nguồn số liệu", "Nguồn kiểm chứng"],
            thirteenth=[
                "Nguồn số liệu báo cáo",
                "Nguồn đánh giá",
                "Căn cứ đánh giá",
            ],
            held_out=closed.SOURCES["vi"][0],
        ),
        Pool(
            sixth=["Báo cáo của đơn vị", "Niên giám thống kê", "Điều tra, khảo sát"],
            seventh=["Báo cáo thống kê", "Cơ sở dữ liệu chuyên ngành", "Tổng điều tra"],
            eighth=["Phần mềm báo cáo", "Kết quả rà soát hằng năm", "Số liệu của cơ quan thống kê"],
            ninth=["Hồ sơ lưu tại đơn vị", "Hệ thống báo cáo trực tuyến", "Phiếu điều tra hộ gia đình"],
            tenth=["Phiếu khảo sát trực tuyến", "Báo cáo quyết toán", "Sổ sách của xã"],
            eleventh=["Báo cáo của các sở, ngành", "Số liệu thống kê", "Hệ thống thông tin báo cáo"],
            twelfth=[
                "Báo cáo của ngành",
                "Chế độ báo cáo thống kê",
                "Niên giám thống kê tỉnh",
                "Kết quả khảo sát",
                "Cơ sở dữ liệu quốc gia",
            ],
            thirteenth=[
                "Báo cáo của Sở Tài chính",
                "Hệ thống thông tin báo cáo tỉnh",
                "Số liệu của Thống kê tỉnh",
                "Cổng Dịch vụ công quốc gia",
                "Báo cáo của các xã, phường",
            ],
            held_out=closed.SOURCES["vi"][1],
        ),
    ),
    "en": (
        Pool(
            sixth=["Means of verification", "Data source", "Source of data"],
            seventh=["Verification source", "Origin of data"],
            eighth=["Where the data come from", "Data collection method"],
            ninth=["How it will be checked", "Evidence source"],
            tenth=["Supporting evidence", "Where we will find the figures"],
            usual=["Means of verification", "Data source"],
            eleventh=["Data sources", "Means of verification (MoV)"],
            twelfth=[
                "Sources of verification",
                "Data Source(s)",
                "MoV",
                "Source/Means of verification",
            ],
            thirteenth=[
                "Reports used",
                "Source of verification data",
                "Evidence base",
                "Data collected through",
            ],
            held_out=closed.SOURCES["en"][0],
        ),
        Pool(
            sixth=["Administrative records", "Household survey", "Annual report"],
            seventh=["Management information system", "Census", "Labour force survey"],
            eighth=["Ministry records", "Demographic and health survey", "Monitoring reports"],
            ninth=["School census", "Police returns", "Programme database"],
            tenth=["Land registry extracts", "Payroll data", "Annual accounts"],
            eleventh=["Annual reports", "National survey", "Administrative data"],
            twelfth=[
                "Annual performance report",
                "Survey report",
                "Routine administrative data",
                "Project reports",
                "Health information system",
            ],
            thirteenth=[
                "State statistical handbook",
                "Council performance report",
                "Departmental MIS",
                "Annual residents' survey",
                "Monthly progress returns",
            ],
            held_out=closed.SOURCES["en"][1],
        ),
    ),
}
"""A column that says where the figures come from, and the words of its cells."""
GROUPS = {
    "vi": Pool(
        twelfth=[
            "Về kinh tế", "Về xã hội", "Về môi trường", "Nhóm chỉ tiêu về chính quyền số", "Nhóm chỉ tiêu về hạ tầng số",
            "Nhóm chỉ tiêu về kinh tế số, xã hội số", "Nhóm chỉ tiêu khác",
        ],
        thirteenth=[
            "Chỉ tiêu kinh tế", "Chỉ tiêu văn hóa - xã hội", "Chỉ tiêu tài nguyên, môi trường",
            "Chỉ tiêu quốc phòng, an ninh", "Chỉ tiêu xây dựng Đảng", "Chỉ tiêu chuyển đổi số",
        ],
        held_out=closed.GROUPS["vi"]
    ),
    "en": Pool(
        twelfth=[
            "Economic indicators", "Social indicators", "Environmental indicators", "Outcome indicators", "Output indicators",
            "Governance indicators",
        ],
        thirteenth=[
            "Economy and jobs", "Health and education", "Environment and climate", "Customer services",
            "Finance and workforce", "Infrastructure indicators",
        ],
        held_out=closed.GROUPS["en"]
    ),
}  # fmt: skip
"""Titles of groups of indicators, which are no indicators."""
