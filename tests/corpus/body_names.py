"""Names of bodies that lead and coordinate, as each country's documents print them."""

# ruff: noqa: E501  a pool of words stands together

from tests.corpus.chance import Pool

CENTRAL = Pool(
    shared=[
        "Bộ Tài chính", "Bộ Công an", "Bộ Y tế", "Bộ Xây dựng", "Bộ Nội vụ", "Bộ Tư pháp", "Bộ Khoa học và Công nghệ",
        "Bộ Giáo dục và Đào tạo", "Bộ Công Thương", "Văn phòng Chính phủ", "Các bộ, ngành, địa phương",
    ],
    dev=["Bộ Quốc phòng", "Các địa phương", "Thanh tra Chính phủ", "Bộ Ngoại giao"],
    second=[
        "Ngân hàng Nhà nước Việt Nam", "Các bộ, ngành", "Bộ Thông tin và Truyền thông", "Các bộ, ngành, địa phương liên quan",
        "Bộ Nông nghiệp và Phát triển nông thôn", "Doanh nghiệp liên quan",
    ],
    third=[
        "Bộ Nông nghiệp và Môi trường", "Bộ Văn hóa, Thể thao và Du lịch", "Bộ Dân tộc và Tôn giáo", "Đài Tiếng nói Việt Nam",
        "Thông tấn xã Việt Nam", "Liên đoàn Thương mại và Công nghiệp Việt Nam", "Tập đoàn Điện lực Việt Nam",
        "UBND các tỉnh, thành phố trực thuộc trung ương",
    ],
    fourth=[
        "Đài Truyền hình Việt Nam", "Bảo hiểm xã hội Việt Nam", "Viện Hàn lâm Khoa học và Công nghệ Việt Nam",
        "Tòa án nhân dân tối cao", "Bộ Giao thông vận tải", "Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ",
        "Ban Tuyên giáo và Dân vận Trung ương", "Ủy ban nhân dân cấp tỉnh", "Các bộ, cơ quan liên quan",
        "Tổng công ty Đường sắt Việt Nam",
    ],
    fifth=[
        "Bộ Kế hoạch và Đầu tư", "Bộ Tài nguyên và Môi trường", "Bộ Lao động - Thương binh và Xã hội", "Các bộ, ngành có liên quan",
        "UBND các tỉnh, thành phố", "Kiểm toán nhà nước", "Viện Kiểm sát nhân dân tối cao", "Tổng Liên đoàn Lao động Việt Nam",
        "Hội Liên hiệp Phụ nữ Việt Nam", "Tập đoàn Dầu khí Việt Nam", "Ban Cơ yếu Chính phủ", "Viện Hàn lâm Khoa học xã hội Việt Nam",
    ],
    sixth=[
        "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", "Hội Nông dân Việt Nam", "Ban Tổ chức Trung ương",
        "Ban Nội chính Trung ương", "Ban Chính sách, chiến lược Trung ương", "Học viện Chính trị quốc gia Hồ Chí Minh",
        "Tập đoàn Bưu chính Viễn thông Việt Nam", "Cục Thống kê", "Liên minh Hợp tác xã Việt Nam",
        "Liên hiệp các Hội Khoa học và Kỹ thuật Việt Nam", "Các địa phương liên quan",
        "Các tập đoàn, tổng công ty nhà nước", "Đại học Quốc gia Hà Nội",
    ],
    seventh=[
        "Trung ương Đoàn TNCS Hồ Chí Minh", "Hội Cựu chiến binh Việt Nam", "Văn phòng Trung ương Đảng",
        "Ủy ban Kiểm tra Trung ương", "Ngân hàng Chính sách xã hội", "Cục Thuế", "Cục Hải quan",
        "Tập đoàn Công nghiệp - Viễn thông Quân đội", "Tổng công ty Hàng hải Việt Nam",
        "Đại học Quốc gia Thành phố Hồ Chí Minh", "Hiệp hội Doanh nghiệp nhỏ và vừa Việt Nam", "Các cơ quan báo chí",
        "Các cơ sở giáo dục đại học", "Văn phòng Quốc hội",
    ],
    eighth=[
        "Hội Chữ thập đỏ Việt Nam", "Hội Người cao tuổi Việt Nam", "Hội Nhà báo Việt Nam",
        "Hội Luật gia Việt Nam", "Kho bạc Nhà nước", "Ủy ban Chứng khoán Nhà nước",
        "Tập đoàn Hóa chất Việt Nam", "Tập đoàn Công nghiệp Cao su Việt Nam",
        "Tổng công ty Cảng hàng không Việt Nam", "Đảng ủy Chính phủ", "Cục Viễn thông", "Các tổ chức tín dụng",
        "Các hiệp hội ngành hàng", "Các tổ chức chính trị - xã hội",
    ],
    held_out=[
        "Tập đoàn Công nghiệp Than - Khoáng sản Việt Nam", "Tập đoàn Xăng dầu Việt Nam",
        "Tổng công ty Hàng không Việt Nam", "Ngân hàng Phát triển Việt Nam",
        "Ủy ban An toàn giao thông Quốc gia", "Hội Khuyến học Việt Nam",
        "Hội Bảo vệ người tiêu dùng Việt Nam", "Tổng hội Y học Việt Nam", "Đảng ủy Quốc hội",
        "Cục Chuyển đổi số quốc gia", "Hiệp hội Ngân hàng Việt Nam", "Các tỉnh biên giới",
        "Các doanh nghiệp viễn thông", "Các quỹ tài chính ngoài ngân sách",
    ],
)  # fmt: skip
"""Canonical names of ministries and of groups."""

CENTRAL_SHORT = {
    "Bộ Khoa học và Công nghệ": ("Bộ KH&CN", "Bộ KHCN"),
    "Bộ Giáo dục và Đào tạo": ("Bộ GD&ĐT", "Bộ GDĐT"),
    "Bộ Thông tin và Truyền thông": ("BTTTT", "Bộ TT&TT"),
    "Bộ Nông nghiệp và Phát triển nông thôn": ("Bộ NN&PTNT",),
    "Bộ Giao thông vận tải": ("Bộ GTVT",),
    "Bảo hiểm xã hội Việt Nam": ("BHXH Việt Nam",),
    "Tòa án nhân dân tối cao": ("TANDTC",),
    "Bộ Kế hoạch và Đầu tư": ("Bộ KH&ĐT", "Bộ KHĐT"),
    "Bộ Tài nguyên và Môi trường": ("Bộ TN&MT", "Bộ TNMT"),
    "Bộ Lao động - Thương binh và Xã hội": ("Bộ LĐTBXH", "Bộ LĐ-TB&XH"),
    "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam": ("UBTW MTTQ Việt Nam",),
    "Tập đoàn Bưu chính Viễn thông Việt Nam": ("Tập đoàn VNPT", "VNPT"),
    "Đại học Quốc gia Hà Nội": ("ĐHQG Hà Nội",),
    "Trung ương Đoàn TNCS Hồ Chí Minh": ("TW Đoàn TNCS Hồ Chí Minh",),
    "Hội Cựu chiến binh Việt Nam": ("Hội CCB Việt Nam",),
    "Ngân hàng Chính sách xã hội": ("NHCSXH",),
    "Hội Chữ thập đỏ Việt Nam": ("Hội CTĐ Việt Nam",),
    "Kho bạc Nhà nước": ("KBNN",),
    "Ủy ban Chứng khoán Nhà nước": ("UBCKNN",),
    "Hội Người cao tuổi Việt Nam": ("Hội NCT Việt Nam",),
    "Tập đoàn Công nghiệp - Viễn thông Quân đội": ("Viettel", "Tập đoàn Viettel"),
    "Tập đoàn Công nghiệp Than - Khoáng sản Việt Nam": ("TKV", "Tập đoàn TKV"),
    "Tập đoàn Xăng dầu Việt Nam": ("Petrolimex",),
    "Tổng công ty Hàng không Việt Nam": ("TCT Hàng không Việt Nam",),
    "Ủy ban An toàn giao thông Quốc gia": ("UBATGT Quốc gia",),
    "Hội Bảo vệ người tiêu dùng Việt Nam": ("Hội BVNTD Việt Nam",),
}

PROVINCIAL = Pool(
    shared=[
        "Sở Tài chính", "Sở Khoa học và Công nghệ", "Sở Nội vụ", "Sở Xây dựng", "Sở Y tế", "Sở Giáo dục và Đào tạo",
        "Công an tỉnh", "UBND các xã, phường", "Văn phòng UBND tỉnh", "Sở Tư pháp",
    ],
    dev=["Sở Công Thương", "Các sở, ban, ngành", "Thanh tra tỉnh", "Ban Quản lý Khu kinh tế", "Tỉnh đoàn"],
    second=[
        "Sở Nông nghiệp và Môi trường", "UBND các xã, phường, đặc khu", "Các sở, ban, ngành, đoàn thể tỉnh", "Hội Nông dân tỉnh",
        "Sở Văn hóa, Thể thao và Du lịch", "Trường Cao đẳng nghề tỉnh", "Bộ Chỉ huy Quân sự tỉnh", "Các đơn vị sự nghiệp thuộc UBND tỉnh",
    ],
    third=[
        "Sở Dân tộc và Tôn giáo", "Sở Ngoại vụ", "Thuế tỉnh", "Bảo hiểm xã hội tỉnh", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",
        "Hội Liên hiệp Phụ nữ tỉnh", "Đài Phát thanh và Truyền hình tỉnh", "Hội Cựu chiến binh tỉnh",
        "Trung tâm Phục vụ hành chính công tỉnh", "Các cơ quan, đơn vị, địa phương",
    ],
    fourth=[
        "Ban Tổ chức Tỉnh ủy", "Ban Tuyên giáo và Dân vận Tỉnh ủy", "Đảng ủy UBND tỉnh", "Liên đoàn Lao động tỉnh",
        "Ban Quản lý các khu công nghiệp tỉnh", "Trung tâm Xúc tiến Đầu tư tỉnh", "Báo và phát thanh, truyền hình tỉnh", "Kho bạc Nhà nước khu vực",
        "Các sở, ban, ngành liên quan", "Đảng ủy các xã, phường",
    ],
    fifth=[
        "Sở Thông tin và Truyền thông", "Sở Kế hoạch và Đầu tư", "Sở Nông nghiệp và Phát triển nông thôn",
        "Sở Tài nguyên và Môi trường", "Sở Lao động - Thương binh và Xã hội", "UBND các huyện, thị xã, thành phố",
        "Các cơ quan, đơn vị liên quan", "Văn phòng Tỉnh ủy", "Ủy ban Kiểm tra Tỉnh ủy", "Liên minh Hợp tác xã tỉnh",
        "Trường Chính trị tỉnh", "Tòa án nhân dân tỉnh",
    ],
    sixth=[
        "Ban Nội chính Tỉnh ủy", "Văn phòng Đoàn ĐBQH và HĐND tỉnh", "Đoàn TNCS Hồ Chí Minh tỉnh",
        "Viện Kiểm sát nhân dân tỉnh", "Hiệp hội Doanh nghiệp tỉnh", "Thống kê tỉnh", "Chi cục Hải quan khu vực",
        "Ngân hàng Nhà nước khu vực", "Quỹ Đầu tư phát triển tỉnh", "Bệnh viện Đa khoa tỉnh", "Ban Quản lý dự án đầu tư xây dựng tỉnh",
        "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh",
    ],
    seventh=[
        "Ban Chỉ huy Bộ đội Biên phòng tỉnh", "Hội Chữ thập đỏ tỉnh", "Hội Khuyến học tỉnh",
        "Trung tâm Khuyến nông tỉnh", "Chi cục Kiểm lâm tỉnh", "Trung tâm Kiểm soát bệnh tật tỉnh",
        "Công ty Điện lực tỉnh", "Ngân hàng Chính sách xã hội tỉnh",
        "Trung tâm Công nghệ thông tin và Truyền thông tỉnh", "Trung tâm Phát triển quỹ đất tỉnh",
        "Đảng ủy các cơ quan Đảng tỉnh", "Hội Nhà báo tỉnh", "Các doanh nghiệp trên địa bàn tỉnh",
    ],
    eighth=[
        "Hội Người cao tuổi tỉnh", "Hội Luật gia tỉnh", "Trung tâm Dịch vụ việc làm tỉnh",
        "Chi cục Chăn nuôi và Thú y tỉnh", "Quỹ Bảo vệ môi trường tỉnh", "Công ty Cổ phần Cấp nước tỉnh",
        "Bảo tàng tỉnh", "Thư viện tỉnh", "Viễn thông tỉnh", "Bưu điện tỉnh",
        "Văn phòng Điều phối nông thôn mới tỉnh", "Đảng ủy Công an tỉnh",
        "Các tổ chức tín dụng trên địa bàn tỉnh",
    ],
    held_out=[
        "Hội Làm vườn tỉnh", "Hội Văn học nghệ thuật tỉnh", "Liên hiệp các tổ chức hữu nghị tỉnh",
        "Chi cục Thủy lợi tỉnh", "Trung tâm Quan trắc môi trường tỉnh", "Bệnh viện Y học cổ truyền tỉnh",
        "Văn phòng Đăng ký đất đai tỉnh", "Công ty Môi trường đô thị tỉnh", "Ban An toàn giao thông tỉnh",
        "Đảng ủy Quân sự tỉnh", "Trung tâm Lưu trữ lịch sử tỉnh", "Các trường cao đẳng trên địa bàn tỉnh",
        "Các chủ đầu tư dự án",
    ],
)  # fmt: skip
COMMUNE = Pool(
    sixth=[
        "Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Văn phòng HĐND và UBND xã", "Công an xã", "Ban Chỉ huy Quân sự xã", "Trạm Y tế xã",
        "Trung tâm Phục vụ hành chính công xã", "Ủy ban MTTQ Việt Nam xã", "Hội Nông dân xã", "Đoàn Thanh niên xã", "Hội Cựu chiến binh xã",
        "Các trường học trên địa bàn xã", "Các thôn trên địa bàn", "Ban Xây dựng Đảng", "Trung tâm Dịch vụ tổng hợp xã",
    ],
    seventh=[
        "Văn phòng Đảng ủy xã", "Ủy ban Kiểm tra Đảng ủy xã", "Hội Liên hiệp Phụ nữ xã", "Hội Người cao tuổi xã",
        "Hội Chữ thập đỏ xã", "Công đoàn xã", "Ban Quản lý dự án xã", "Thường trực HĐND xã", "Hạt Kiểm lâm khu vực",
        "Các chi bộ trực thuộc Đảng ủy xã", "Hội Khuyến học xã", "Các hợp tác xã trên địa bàn xã",
        "Ban Tuyên giáo và Dân vận Đảng ủy xã", "Các cơ quan, đơn vị thuộc xã", "Tổ công nghệ số cộng đồng các thôn",
    ],
    eighth=[
        "Ban Tổ chức Đảng ủy xã", "Thường trực Đảng ủy xã", "Hội Cựu thanh niên xung phong xã",
        "Ban Công tác Mặt trận các thôn", "Ban Thanh tra nhân dân xã", "Trường Mầm non xã",
        "Trường Tiểu học xã", "Trường Trung học cơ sở xã", "Quỹ tín dụng nhân dân xã",
        "Trạm Khuyến nông khu vực", "Ban Quản lý chợ xã", "Bưu điện văn hóa xã", "Các hội quần chúng xã",
        "Thuế cơ sở", "Trung tâm Văn hóa - Thể thao xã",
    ],
    held_out=[
        "Bộ phận Một cửa xã", "Đồn Biên phòng trên địa bàn", "Ban Giám sát đầu tư của cộng đồng xã",
        "Trung tâm Học tập cộng đồng xã", "Hội Đông y xã", "Hội Cựu giáo chức xã",
        "Lực lượng bảo vệ an ninh trật tự cơ sở", "Trạm Thú y khu vực", "Ban Quản lý rừng phòng hộ",
        "Tổ thủy nông xã", "Ban Nhân dân các ấp", "Người có uy tín các bản",
        "Phòng giao dịch Ngân hàng Chính sách xã hội", "Ban Chỉ đạo giảm nghèo xã",
        "Trường Trung học phổ thông trên địa bàn",
    ],
)  # fmt: skip
"""Bodies of a commune, which stand in its plans alone."""
PROVINCIAL_SHORT = {
    "Sở Khoa học và Công nghệ": ("Sở KH&CN", "Sở KHCN"),
    "Sở Giáo dục và Đào tạo": ("Sở GD&ĐT",),
    "Công an tỉnh": ("CA tỉnh",),
    "Sở Văn hóa, Thể thao và Du lịch": ("Sở VHTTDL", "Sở VHTT&DL"),
    "Sở Nông nghiệp và Môi trường": ("Sở NN&MT",),
    "Văn phòng UBND tỉnh": ("VP UBND tỉnh",),
    "Sở Thông tin và Truyền thông": ("Sở TT&TT", "Sở TTTT"),
    "Sở Kế hoạch và Đầu tư": ("Sở KH&ĐT",),
    "Sở Nông nghiệp và Phát triển nông thôn": ("Sở NN&PTNT",),
    "Sở Tài nguyên và Môi trường": ("Sở TN&MT", "Sở TNMT"),
    "Sở Lao động - Thương binh và Xã hội": ("Sở LĐTBXH", "Sở LĐ-TB&XH"),
    "Viện Kiểm sát nhân dân tỉnh": ("VKSND tỉnh",),
    "Bệnh viện Đa khoa tỉnh": ("BVĐK tỉnh",),
    "Ban Quản lý dự án đầu tư xây dựng tỉnh": ("BQL dự án ĐTXD tỉnh",),
    "Văn phòng HĐND và UBND xã": ("VP HĐND và UBND xã", "VP HĐND&UBND xã"),
    "Ban Chỉ huy Quân sự xã": ("BCH Quân sự xã",),
    "Ban Chỉ huy Bộ đội Biên phòng tỉnh": ("BCH BĐBP tỉnh",),
    "Trung tâm Kiểm soát bệnh tật tỉnh": ("CDC tỉnh", "TT KSBT tỉnh"),
    "Ngân hàng Chính sách xã hội tỉnh": ("NHCSXH tỉnh",),
    "Văn phòng Đảng ủy xã": ("VP Đảng ủy xã",),
    "Hội Người cao tuổi tỉnh": ("Hội NCT tỉnh",),
    "Trung tâm Dịch vụ việc làm tỉnh": ("TT DVVL tỉnh",),
    "Văn phòng Điều phối nông thôn mới tỉnh": ("VP Điều phối NTM tỉnh",),
    "Trường Trung học cơ sở xã": ("Trường THCS xã",),
    "Hội Cựu thanh niên xung phong xã": ("Hội Cựu TNXP xã",),
    "Hội Liên hiệp Phụ nữ xã": ("Hội LHPN xã",),
    "Bệnh viện Y học cổ truyền tỉnh": ("BV YHCT tỉnh",),
    "Văn phòng Đăng ký đất đai tỉnh": ("VPĐKĐĐ tỉnh",),
    "Ban An toàn giao thông tỉnh": ("Ban ATGT tỉnh",),
    "Công ty Môi trường đô thị tỉnh": ("Cty Môi trường đô thị tỉnh",),
    "Phòng giao dịch Ngân hàng Chính sách xã hội": ("PGD NHCSXH",),
    "Ban Giám sát đầu tư của cộng đồng xã": ("Ban GSĐTCCĐ xã",),
}

TRANSLATED = Pool(
    shared=[
        "Ministry of Finance", "Ministry of Health", "Ministry of Public Security", "Ministry of Construction", "Ministry of Justice",
        "Ministry of Science and Technology", "Ministry of Education and Training",
    ],
    dev=["Ministry of Home Affairs", "Government Inspectorate", "Ministry of Foreign Affairs"],
    second=["Ministry of Industry and Trade", "Ministry of National Defence", "Ministry of Information and Communications", "Localities"],
    third=[
        "Ministry of Agriculture and Environment", "State Bank of Viet Nam", "Ministry of Culture, Sports and Tourism",
        "Ministry of Ethnic and Religious Affairs", "Provincial People's Committees",
    ],
    fourth=[
        "Ministry of Natural Resources and Environment", "Ministry of Transport", "Ministry of Planning and Investment",
        "Ministry of Agriculture and Rural Development", "Viet Nam Social Security", "Office of the Government",
    ],
    fifth=[
        "Ministry of Labour, Invalids and Social Affairs", "Relevant ministries and agencies",
        "People's Committees of provinces and cities", "State Audit Office", "Viet Nam Television", "Supreme People's Court",
        "Viet Nam Academy of Social Sciences",
    ],
    sixth=[
        "Viet Nam Academy of Science and Technology", "Viet Nam Fatherland Front Central Committee",
        "Viet Nam Chamber of Commerce and Industry", "Voice of Viet Nam", "Viet Nam News Agency",
        "Supreme People's Procuracy", "Viet Nam Electricity",
    ],
    seventh=[
        "Ho Chi Minh National Academy of Politics", "Viet Nam Cooperative Alliance", "Viet Nam Farmers' Union",
        "Viet Nam Women's Union", "Viet Nam General Confederation of Labour", "Concerned ministries and localities",
        "State-owned groups and corporations",
    ],
    eighth=[
        "Ho Chi Minh Communist Youth Union", "Viet Nam Veterans' Association",
        "Viet Nam Bank for Social Policies", "Viet Nam Union of Science and Technology Associations",
        "Viet Nam Railways", "Business associations", "Line ministries and provinces",
    ],
    held_out=[
        "Viet Nam Fatherland Front", "Viet Nam Bar Federation", "National Traffic Safety Committee",
        "Viet Nam Development Bank", "Viet Nam Red Cross Society", "Relevant localities",
        "Universities and research institutes",
    ],
)  # fmt: skip

QUARTERS = Pool(
    shared=[
        "Ministry of Transport", "State Department for Roads", "National Treasury", "Office of the Prime Minister", "County Governments",
        "Bureau of Standards", "National Planning Commission", "Ministry of Labour and Employment",
    ],
    dev=["Civil Service Agency", "Port Authority", "Department of Tourism", "Local Government Units"],
    second=["Kenya Roads Board", "Department of Budget and Management", "Economic Development Board", "Housing and Development Authority", "Council of Governors", "NEDA", "Ministry of Water, Sanitation and Irrigation"],
    third=[
        "Ghana Highway Authority", "Planning Institute of Jamaica", "MINECOFIN", "Bangladesh Bank",
        "Ministry of Planning, Development and Special Initiatives", "Federal Ministry of Power", "Fiji Roads Authority",
        "MMDAs", "Local Government Division", "Rwanda Transport Development Agency", "Development Bank of Jamaica",
        "Water Authority of Fiji", "Nigerian Electricity Regulatory Commission",
    ],
    fourth=[
        "National Planning Authority", "Uganda National Roads Authority", "Ministry of Gender, Labour and Social Development",
        "Nepal Rastra Bank", "Ministry of Federal Affairs and General Administration", "Central Bank of Sri Lanka",
        "Road Development Authority", "Divisional Secretariats", "Tobago House of Assembly", "Regional Health Authorities",
        "Department of Basic Education", "SALGA", "Eskom", "Local Governments",
    ],
    fifth=[
        "Private sector", "Development Partners", "Ministry of Local Government and Rural Development", "Zambia Development Agency",
        "Zambia Revenue Authority", "PO-RALG", "TANROADS", "Tanzania Revenue Authority", "Statistics Botswana",
        "Botswana Investment and Trade Centre", "District Councils", "NamPower", "Regional Councils",
        "Ministry of Works and Transport", "Barbados Water Authority", "Barbados Tourism Marketing Inc.", "Statistics Mauritius",
        "Rodrigues Regional Assembly", "Samoa Water Authority", "Ministry of Women, Community and Social Development",
    ],
    sixth=[
        "Malawi Revenue Authority", "ESCOM", "Ministry of Local Government, Unity and Culture",
        "Ministry of Planning and Economic Development", "Sierra Leone Roads Authority", "National Revenue Authority",
        "Local Councils", "Department of National Planning and Monitoring", "PNG Power", "Provincial Administrations",
        "National Fisheries Authority", "Ministry of Natural Resources", "Guyana Water Inc.",
        "Regional Democratic Councils", "Ministry of Climate Change, Environment and Energy", "Island Councils",
        "Utility Regulatory Authority", "Vanuatu National Statistics Office", "Area Councils",
        "Civil society organisations",
    ],
    seventh=[
        "Gambia Revenue Authority", "National Water and Electricity Company",
        "Ministry of Finance and Economic Affairs", "Seychelles Planning Authority", "Public Utilities Corporation",
        "Eswatini Water Services Corporation", "Ministry of Economic Planning and Development", "Solomon Power",
        "Provincial Governments", "Ministry of National Planning and Development Coordination", "Tonga Power Limited",
        "Ministry of Infrastructure and Tourism", "Belize Water Services Limited", "Statistical Institute of Belize",
        "Invest Saint Lucia", "Dzongkhag Administrations", "Druk Green Power Corporation", "ZESA Holdings",
        "Rural District Councils", "Traditional leaders", "Academia",
    ],
    eighth=[
        "Liberia Revenue Authority", "Liberia Electricity Corporation",
        "Ministry of Finance and Development Planning", "County Administrations",
        "Ministry of Development Planning", "Revenue Services Lesotho", "Water and Sewerage Company",
        "Community Councils", "Ministry of Finance and Economic Management", "Te Aponga Uira",
        "Island Governments", "Ministry of Finance and Economic Development", "Public Utilities Board",
        "Ministry of Economic Affairs", "Water and Sewerage Corporation", "Bahamas Power and Light",
        "Grenada Development Bank", "National Water and Sewerage Authority",
        "Antigua Public Utilities Authority", "Faith-based organisations", "Research institutions",
    ],
    held_out=[
        "Ethiopian Roads Administration", "Ethiopian Electric Utility",
        "Ministry of Women and Social Affairs", "Regional States", "Dominica Water and Sewerage Company",
        "Ministry of Finance, Economic Development and Climate Resilience", "Village Councils",
        "Central Water and Sewerage Authority",
        "Ministry of Finance, Economic Planning and Information Technology",
        "St. Vincent Electricity Services", "Tuvalu Electricity Corporation", "Kaupule",
        "Federal Board of Revenue", "Ministry of National Food Security and Research",
        "Provincial Planning Departments", "Council for the Development of Cambodia",
        "Ministry of Economy and Finance", "Commune Councils", "Ministry of Finance and Planning",
        "State Governments", "Chambers of commerce",
    ],
)  # fmt: skip

MONTHS = Pool(
    shared=[
        "Department of Health", "Department of Finance", "Local Authorities", "Education Authority", "Office of Public Works",
        "Department of Housing", "Food Safety Board",
    ],
    dev=["Department of Rural Affairs", "Heritage Council", "Revenue", "Regional Assemblies"],
    second=["Department of Enterprise, Trade and Employment", "Transport Scotland", "HSE", "SEAI", "NITI Aayog", "Health and Social Care Partnerships", "An Post", "Ministry of Tourism, Arts and Culture"],
    third=[
        "Department of Social Protection", "Natural Resources Wales", "Te Puni Kōkiri", "Waka Kotahi", "Teagasc",
        "Fáilte Ireland", "Environment and Resources Authority", "Ministry for Gozo", "Health Boards", "Enterprise Ireland",
        "Visit Wales", "Ministry for Primary Industries", "Malta Enterprise",
    ],
    fourth=[
        "NatureScot", "COSLA", "Public Health Scotland", "HM Treasury", "Homes England",
        "Ministry of Housing, Communities and Local Government", "Parks Canada", "Employment and Social Development Canada",
        "Provinces and territories", "Services Australia", "CSIRO", "State and territory governments", "Development Bureau",
        "Hospital Authority",
    ],
    fifth=[
        "Community groups", "Ministry of Education", "Ministry for the Environment", "Stats NZ",
        "Ministry of Business, Innovation and Employment", "Kāinga Ora", "Enterprise Singapore", "National Environment Agency",
        "Land Transport Authority", "People's Association", "Fingal County Council", "Local Enterprise Office", "Uisce Éireann",
        "An Garda Síochána", "Department for Communities", "Department for Infrastructure", "Invest NI",
    ],
    sixth=[
        "Department of Children, Disability and Equality", "Tusla", "Pobal", "Cork City Council",
        "Department for Energy Security and Net Zero", "Ofgem", "Natural England", "Environment Agency",
        "Department for Business and Trade", "Department of Families, Fairness and Housing", "VicHealth",
        "Victoria Police", "Cabinet Office", "Health Services Authority",
        "Ministry of Planning, Agriculture, Housing and Infrastructure", "Voluntary sector partners",
    ],
    seventh=[
        "Department of Rural and Community Development and the Gaeltacht", "Galway County Council", "Bord Bia",
        "Department for Environment, Food and Rural Affairs", "Forestry Commission", "Marine Management Organisation",
        "Ministry of Children and Family Development", "BC Housing", "First Nations Health Authority",
        "Transport for NSW", "NSW Health", "Local Land Services", "Department of Environment, Food and Agriculture",
        "Manx Care", "Visit Isle of Man", "Business representative bodies",
    ],
    eighth=[
        "Department of Climate, Energy and the Environment", "Coillte", "Inland Fisheries Ireland",
        "Limerick City and County Council", "Department for Work and Pensions", "NHS England",
        "Local Government Association", "Ministry of Environment and Protected Areas",
        "Alberta Health Services", "Alberta Energy Regulator", "Department of Transport and Main Roads",
        "Queensland Health", "TAFE Queensland", "Government of Jersey", "Visit Jersey", "Local charities",
    ],
    held_out=[
        "Department of Culture, Communications and Sport", "Sport Ireland", "Kerry County Council",
        "Department for Education", "Ofsted", "UK Health Security Agency",
        "Department for Infrastructure and Transport", "SA Health", "Green Industries SA",
        "Ministry of Long-Term Care", "Ontario Health", "Metrolinx", "States of Guernsey", "Guernsey Water",
        "Parent associations",
    ],
)  # fmt: skip

OF_COUNTRY = {
    "vn_central": CENTRAL,
    "vn_province": PROVINCIAL,
    "vn_english": TRANSLATED,
    "quarters": QUARTERS,
    "months": MONTHS,
}
