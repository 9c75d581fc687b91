"""Bodies within a department or a ministry, and how the sampled parts shorten names."""

from tests.corpus.chance import Pool
from tests.corpus.closed import body_names_offices as closed

DEPARTMENT = Pool(
    twelfth=[
        "Văn phòng Sở", "Phòng Kế hoạch - Tài chính", "Các phòng chuyên môn thuộc Sở", "Thanh tra Sở",
        "Các đơn vị trực thuộc Sở", "Phòng Tổ chức cán bộ", "Các phòng, đơn vị thuộc Sở",
        "Phòng Quản lý chuyên ngành", "Trung tâm Công nghệ thông tin", "UBND các xã, phường",
        "Các đơn vị sự nghiệp thuộc Sở", "Phòng Pháp chế", "Phòng Tổng hợp", "Ban Giám đốc Sở",
        "Tổ chuyển đổi số của Sở", "Đoàn Thanh niên Sở", "Công đoàn Sở", "Các phòng, ban liên quan",
    ],
    thirteenth=[
        "Các phòng thuộc Sở", "Phòng Tổ chức - Hành chính", "Lãnh đạo Sở", "Phòng Kế hoạch - Tổng hợp",
        "Trung tâm trực thuộc Sở", "Chi cục trực thuộc Sở", "Phòng Nghiệp vụ 1", "Phòng Nghiệp vụ 2",
        "Bộ phận Một cửa của Sở", "Văn thư Sở", "Công chức chuyên trách công nghệ thông tin",
        "Phòng Thanh tra, Pháp chế", "Phòng Quản lý hạ tầng", "UBND cấp xã", "Kế toán Sở", "Đảng ủy Sở",
        "Ban Biên tập Trang thông tin điện tử Sở", "Hội Cựu chiến binh Sở",
    ],
    held_out=closed.DEPARTMENT,
)  # fmt: skip
"""Bodies that the plans of a department name, as no other plan does."""
MINISTRY = Pool(
    thirteenth=[
        "Văn phòng Bộ", "Vụ Pháp chế", "Vụ Tổ chức cán bộ", "Các đơn vị thuộc Bộ", "Vụ Kế hoạch - Tài chính",
        "Trung tâm Công nghệ thông tin", "Vụ Hợp tác quốc tế", "Thủ trưởng các đơn vị thuộc Bộ",
        "Cục Kế hoạch - Tài chính", "Các đơn vị có liên quan thuộc Bộ", "Viện Chiến lược, Chính sách",
        "Trung tâm Truyền thông", "Tạp chí của Bộ", "Các trường trực thuộc Bộ", "Công đoàn Bộ",
        "Ban Quản lý các dự án", "Đảng ủy Bộ", "Các doanh nghiệp do Bộ quản lý",
    ],
    held_out=closed.MINISTRY,
)  # fmt: skip
"""Bodies to which a ministry of the held-out part gives its own plan."""
OTHER_SHORT = {
    "Bộ Nông nghiệp và Môi trường": ("Bộ NN&MT", "Bộ NNMT"),
    "Bộ Văn hóa, Thể thao và Du lịch": ("Bộ VHTTDL",),
    "Bộ Khoa học và Công nghệ": ("Bộ KH-CN",),
    "Bộ Giáo dục và Đào tạo": ("Bộ GD-ĐT",),
    "Ngân hàng Nhà nước Việt Nam": ("NHNN", "NHNN Việt Nam"),
    "Thanh tra Chính phủ": ("TTCP",),
    "Văn phòng Chính phủ": ("VPCP",),
    "Sở Nông nghiệp và Môi trường": ("Sở NNMT",),
    "Sở Văn hóa, Thể thao và Du lịch": ("Sở VH,TT&DL", "Sở VH-TT-DL"),
    "Sở Khoa học và Công nghệ": ("Sở KH-CN",),
    "Sở Giáo dục và Đào tạo": ("Sở GDĐT", "Sở GD-ĐT"),
    "Sở Dân tộc và Tôn giáo": ("Sở DTTG", "Sở DT&TG"),
    "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh": ("UBMTTQVN tỉnh", "UB MTTQ Việt Nam tỉnh"),
    "Bộ Chỉ huy Quân sự tỉnh": ("Bộ CHQS tỉnh",),
    "UBND các xã, phường, đặc khu": ("UBND xã, phường, đặc khu",),
    "Phòng Văn hóa - Xã hội": ("Phòng VH-XH",),
    "Trung tâm Phục vụ hành chính công xã": ("TTPVHCC xã", "Trung tâm PVHCC xã"),
    "Hội Liên hiệp Phụ nữ xã": ("Hội LHPN xã",),
    "Ban Chỉ huy Quân sự xã": ("BCHQS xã",),
    "Ủy ban MTTQ Việt Nam xã": ("UBMTTQ xã",),
    "Đoàn Thanh niên xã": ("Đoàn TN xã",),
    "Development Partners": ("DPs",),
    "Civil society organisations": ("CSOs",),
    "Local Government Authorities": ("LGAs",),
    "Department of Trade and Industry": ("DTI",),
    "Department of Labor and Employment": ("DOLE",),
    "Commission on Higher Education": ("CHED",),
    "Ministry of National Development Planning": ("Bappenas",),
    "Department of Water and Sanitation": ("DWS",),
    "Environmental Protection Agency": ("EPA",),
    "HM Prison and Probation Service": ("HMPPS",),
    "Public Health Agency of Canada": ("PHAC",),
}
"""Further short forms, in use everywhere, which only the newest part prints."""
