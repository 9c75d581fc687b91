"""Who issues a document: provinces, ministries, and the bodies of other countries."""

# ruff: noqa: E501  a pool of words stands together

from tests.corpus.chance import Pool

PROVINCES = Pool(
    shared=["Quảng Ninh", "Lào Cai", "Nghệ An", "Gia Lai"],
    dev=["Lâm Đồng", "Cà Mau"],
    second=["Đồng Tháp", "Phú Thọ", "Sơn La", "Thanh Hóa", "Đắk Lắk"],
    third=[
        "Tuyên Quang",
        "Quảng Trị",
        "Vĩnh Long",
        "An Giang",
        "Hưng Yên",
    ],
    fourth=[
        "Bắc Ninh",
        "Thái Nguyên",
        "Điện Biên",
        "Lai Châu",
        "Cao Bằng",
        "Lạng Sơn",
        "Khánh Hòa",
        "Đồng Nai",
        "Tây Ninh",
        "Hà Tĩnh",
    ],
    fifth=[
        "Ninh Bình",
        "Quảng Ngãi",
        "Bình Dương",
        "Bắc Giang",
        "Nam Định",
        "Hà Giang",
        "Bình Định",
        "Bến Tre",
    ],
    sixth=[
        "Hòa Bình",
        "Vĩnh Phúc",
        "Thái Bình",
        "Hải Dương",
        "Quảng Nam",
        "Phú Yên",
        "Bình Thuận",
        "Kiên Giang",
    ],
    seventh=[
        "Bắc Kạn",
        "Yên Bái",
        "Hà Nam",
        "Quảng Bình",
        "Ninh Thuận",
        "Kon Tum",
        "Bình Phước",
        "Long An",
        "Trà Vinh",
        "Sóc Trăng",
    ],
    eighth=["Hậu Giang", "Bạc Liêu", "Tiền Giang", "Đắk Nông", "Bà Rịa - Vũng Tàu", "Thừa Thiên Huế"],
    ninth=["Thanh Hoá", "Hoà Bình", "Khánh Hoà", "Đăk Lăk", "Đăk Nông", "Bắc Cạn"],
    tenth=["Thừa Thiên - Huế", "Bà Rịa-Vũng Tàu", "Kontum", "Đắc Nông", "Đắc Lắc"],
    usual=["Lâm Đồng", "Thanh Hóa", "Đồng Tháp", "Đắk Lắk", "Phú Thọ", "Bắc Ninh"],
    eleventh=["Hà Tây", "Cửu Long"],
    common=[
        "Hưng Yên",
        "Ninh Bình",
        "An Giang",
        "Đồng Nai",
        "Tây Ninh",
        "Thái Nguyên",
        "Tuyên Quang",
        "Khánh Hòa",
        "Vĩnh Long",
        "Sơn La",
        "Hà Tĩnh",
        "Quảng Trị",
        "Quảng Ngãi",
        "Cà Mau",
        "Lạng Sơn",
        "Cao Bằng",
        "Điện Biên",
        "Lai Châu",
    ],
    held_out=["Đăk Lắk", "Bà Rịa – Vũng Tàu"],
    share=0.03,
)
CITIES = Pool(
    third=["Đà Nẵng", "Cần Thơ", "Hải Phòng"],
    fourth=["Hà Nội", "Huế", "Hồ Chí Minh"],
    fifth=["Vinh", "Biên Hòa", "Nha Trang"],
    sixth=["Quy Nhơn", "Mỹ Tho", "Hạ Long"],
    seventh=["Thủ Dầu Một", "Vũng Tàu", "Buôn Ma Thuột"],
    eighth=["Việt Trì", "Pleiku", "Rạch Giá"],
    ninth=["Tam Kỳ", "Phan Thiết", "Cao Lãnh"],
    tenth=["Hà Tiên", "Sa Đéc", "Sầm Sơn"],
    usual=["Hà Nội", "Đà Nẵng", "Hải Phòng", "Cần Thơ", "Huế"],
    eleventh=["Long Xuyên", "Đồng Hới", "Bảo Lộc", "Tân An"],
    held_out=[
        "Thái Nguyên",
        "Bắc Giang",
        "Hải Dương",
        "Móng Cái",
        "Phan Rang - Tháp Chàm",
        "Tuyên Quang",
    ],
    share=0.2,
)
COMMUNES = Pool(
    sixth=["Mường Khương", "Tân Lập", "Đông Sơn", "Vĩnh Thịnh"],
    seventh=["Bản Lầu", "Hòa Phú", "Yên Thành", "Thạnh Lợi"],
    eighth=["Xuân Mai", "Long Hưng", "Phước Thái", "Nậm Mười"],
    ninth=["Chiềng Sung", "Ea Drăng", "Bình Mỹ", "Hải Thượng"],
    tenth=["Bản Qua", "Phú Lộc Đông", "Thới An Hội", "Mường Chanh"],
    eleventh=[
        "Đại Lộc",
        "Tam Sơn",
        "Hưng Nguyên",
        "Bình Minh",
        "Krông Ana",
        "Mỹ Hạnh",
        "Quang Trung",
        "Tân Thành",
    ],
    held_out=[
        "Thọ Xuân",
        "Đức Phổ",
        "Ba Vì",
        "Tân Phú",
        "Nam Đàn",
        "Sơn Tịnh",
        "Mộc Châu",
        "Cư M'gar",
        "Phú Hòa",
        "Long Thành",
        "Vĩnh Lộc",
        "Thanh Sơn",
    ],
)
WARDS = Pool(
    tenth=["Hải Châu Đông", "Nam Sơn", "Lê Lợi", "Tân Hưng"],
    eleventh=["Hòa Cường", "Trường Thi", "Bến Nghé", "An Bình", "Đông Ngạc", "Phú Khương"],
    held_out=[
        "Hà Đông",
        "Cẩm Thành",
        "Thanh Khê",
        "Tân Bình",
        "Sao Vàng",
        "Bãi Cháy",
        "Ninh Kiều",
        "Phước Long",
    ],
)
"""Wards, which have the bodies of a commune under their own name."""
ISSUERS = {
    "vn_central": Pool(
        shared=["CHÍNH PHỦ", "THỦ TƯỚNG CHÍNH PHỦ"], dev=["BỘ TÀI CHÍNH"], second=["BỘ XÂY DỰNG", "BỘ Y TẾ"],
        third=[
            "BỘ TƯ PHÁP", "BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "NGÂN HÀNG NHÀ NƯỚC VIỆT NAM", "TẬP ĐOÀN ĐIỆN LỰC VIỆT NAM",
        ],
        fourth=["BỘ KHOA HỌC VÀ CÔNG NGHỆ", "BỘ NỘI VỤ", "BỘ GIÁO DỤC VÀ ĐÀO TẠO", "TỔNG CÔNG TY ĐƯỜNG SẮT VIỆT NAM"],
        fifth=[
            "BỘ CÔNG THƯƠNG", "BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "BẢO HIỂM XÃ HỘI VIỆT NAM", "BỘ TÀI NGUYÊN VÀ MÔI TRƯỜNG",
            "TẬP ĐOÀN DẦU KHÍ VIỆT NAM",
        ],
        sixth=[
            "THANH TRA CHÍNH PHỦ", "BỘ DÂN TỘC VÀ TÔN GIÁO", "KIỂM TOÁN NHÀ NƯỚC", "BỘ QUỐC PHÒNG",
            "TẬP ĐOÀN BƯU CHÍNH VIỄN THÔNG VIỆT NAM",
        ],
        seventh=[
            "BỘ CÔNG AN", "BỘ NGOẠI GIAO", "ĐÀI TRUYỀN HÌNH VIỆT NAM", "VĂN PHÒNG CHÍNH PHỦ",
            "VIỆN HÀN LÂM KHOA HỌC VÀ CÔNG NGHỆ VIỆT NAM",
        ],
        eighth=[
            "BỘ THÔNG TIN VÀ TRUYỀN THÔNG", "ĐÀI TIẾNG NÓI VIỆT NAM", "THÔNG TẤN XÃ VIỆT NAM",
            "BỘ GIAO THÔNG VẬN TẢI", "HỌC VIỆN CHÍNH TRỊ QUỐC GIA HỒ CHÍ MINH",
        ],
        ninth=[
            "BỘ KẾ HOẠCH VÀ ĐẦU TƯ", "BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "BỘ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN", "VIỆN HÀN LÂM KHOA HỌC XÃ HỘI VIỆT NAM",
            "TÒA ÁN NHÂN DÂN TỐI CAO",
        ],
        tenth=[
            "VIỆN KIỂM SÁT NHÂN DÂN TỐI CAO", "ĐẠI HỌC QUỐC GIA HÀ NỘI", "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM",
            "NGÂN HÀNG CHÍNH SÁCH XÃ HỘI", "TẬP ĐOÀN CÔNG NGHIỆP CAO SU VIỆT NAM",
        ],
        usual=[
            "BỘ TÀI CHÍNH", "BỘ NỘI VỤ", "BỘ XÂY DỰNG", "BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG",
            "BỘ KHOA HỌC VÀ CÔNG NGHỆ", "BỘ Y TẾ",
        ],
        eleventh=["KHO BẠC NHÀ NƯỚC", "ỦY BAN CHỨNG KHOÁN NHÀ NƯỚC", "TẬP ĐOÀN XĂNG DẦU VIỆT NAM"],
        held_out=[
            "BỘ TÀI CHÍNH\nCỤC THUẾ", "BỘ Y TẾ\nCỤC PHÒNG BỆNH", "HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM",
            "HỘI NÔNG DÂN VIỆT NAM", "BỘ TƯ PHÁP\nCỤC THI HÀNH ÁN DÂN SỰ",

        ],
        share=0.1,
    ),
    "vn_english": Pool(
        shared=["THE GOVERNMENT"], second=["MINISTRY OF FINANCE"],
        third=[
            "THE PRIME MINISTER",
        ],
        fourth=["MINISTRY OF SCIENCE AND TECHNOLOGY", "MINISTRY OF AGRICULTURE AND ENVIRONMENT"],
        fifth=["MINISTRY OF HEALTH", "MINISTRY OF INDUSTRY AND TRADE", "MINISTRY OF EDUCATION AND TRAINING"],
        sixth=["MINISTRY OF CONSTRUCTION", "MINISTRY OF HOME AFFAIRS", "MINISTRY OF JUSTICE"],
        seventh=[
            "MINISTRY OF PUBLIC SECURITY", "MINISTRY OF CULTURE, SPORTS AND TOURISM",
            "MINISTRY OF ETHNIC AND RELIGIOUS AFFAIRS",
        ],
        eighth=["MINISTRY OF NATIONAL DEFENCE", "MINISTRY OF FOREIGN AFFAIRS", "STATE BANK OF VIET NAM"],
        ninth=["MINISTRY OF TRANSPORT", "MINISTRY OF PLANNING AND INVESTMENT", "MINISTRY OF INFORMATION AND COMMUNICATIONS"],
        tenth=[
            "GOVERNMENT INSPECTORATE", "MINISTRY OF AGRICULTURE AND RURAL DEVELOPMENT",
            "MINISTRY OF LABOUR, INVALIDS AND SOCIAL AFFAIRS",
            "MINISTRY OF NATURAL RESOURCES AND ENVIRONMENT",
        ],
        usual=[
            "THE PRIME MINISTER", "MINISTRY OF AGRICULTURE AND ENVIRONMENT",
            "MINISTRY OF SCIENCE AND TECHNOLOGY",
        ],
        eleventh=["VIET NAM SOCIAL SECURITY", "OFFICE OF THE GOVERNMENT"],
        held_out=[
            "STATE AUDIT OFFICE OF VIET NAM", "VIET NAM GENERAL CONFEDERATION OF LABOUR",
        ],
        share=0.15,
    ),
    "quarters": Pool(
        shared=["Ministry of Transport", "National Planning Commission"], second=["Office of the Prime Minister"],
        third=[
            "Ministry of Planning", "Rwanda Development Board", "Planning Institute of Jamaica",
        ],
        fourth=[
            "National Planning Authority", "Ministry of Planning and Development", "Department of Planning, Monitoring and Evaluation",
            "Ministry of Finance, Planning and Economic Development",
        ],
        fifth=[
            "Ministry of Finance and National Planning", "Prime Minister's Office",
            "Ministry of Finance, Economic Planning and Development", "Ministry of Works and Transport", "Ministry of Finance",
        ],
        sixth=[
            "Ministry of Planning and Economic Development", "Department of National Planning and Monitoring",
            "Ministry of Natural Resources", "Ministry of Local Government, Unity and Culture",
            "Ministry of Climate Change, Environment and Energy",
        ],
        seventh=[
            "Ministry of Finance and Economic Affairs", "Ministry of National Planning and Development Coordination",
            "Ministry of Infrastructure and Tourism", "Ministry of Economic Planning and Development",
            "Seychelles Planning Authority",
        ],
        eighth=[
            "Ministry of Finance and Development Planning", "Ministry of Development Planning",
            "Ministry of Finance and Economic Management", "Ministry of Finance and Economic Development",
            "Ministry of Economic Affairs",
        ],
        ninth=[
            "Ministry of Women and Social Affairs", "Ministry of Finance, Economic Development and Climate Resilience",
            "Ministry of Finance, Economic Planning and Information Technology", "Ministry of National Food Security and Research", "Ministry of Economy and Finance",
            "Ministry of Finance and Planning",
        ],
        tenth=[
            "Ministry of Natural Resources and Commerce", "Ministry of Public Infrastructure and Industries",
            "Ministry of Planning, Investment and Economic Development",
            "Department of Finance and Sustainable Development", "Ministry of Economy",
            "Ministry of Sustainable Development",
        ],
        eleventh=[
            "Federal Ministry of Budget and Economic Planning", "National Development Planning Commission",
            "State Department for Economic Planning", "Department of the Interior and Local Government",
            "Ministry of Economic Growth and Infrastructure Development", "Ministry of Rural Development",
        ],
        held_out=[
            "Department of Trade and Industry", "Ministry of National Development Planning",
            "Department of Water and Sanitation", "Ministry of Lands and Physical Planning",
            "Vice President's Office", "Ministry of Green Economy and Environment", "Ministry of Health",
        ],
        share=0.7,
    ),
    "months": Pool(
        shared=["Department of Health", "Department of Housing"], second=["Department of Rural Affairs"],
        third=[
            "Department of Social Protection", "Welsh Government", "Ministry for Primary Industries",
        ],
        fourth=[
            "Scottish Government", "Department for Transport", "Indigenous Services Canada", "Health Bureau",
            "Department of Climate Change, Energy, the Environment and Water",
        ],
        fifth=[
            "Fingal County Council", "Ministry for the Environment", "Ministry of Business, Innovation and Employment",
            "Department for Communities", "Ministry of Sustainability and the Environment",
        ],
        sixth=[
            "Department of Children, Disability and Equality", "Department for Energy Security and Net Zero",
            "Cork City Council", "Department of Families, Fairness and Housing", "Cabinet Office",
        ],
        seventh=[
            "Department of Rural and Community Development and the Gaeltacht",
            "Department for Environment, Food and Rural Affairs", "Ministry of Children and Family Development",
            "Transport for NSW", "Department of Environment, Food and Agriculture",
        ],
        eighth=[
            "Department of Climate, Energy and the Environment", "Department for Work and Pensions",
            "Ministry of Environment and Protected Areas", "Department of Transport and Main Roads",
            "Government of Jersey",
        ],
        ninth=[
            "Department of Culture, Communications and Sport", "Department for Education", "Department for Infrastructure and Transport", "Ministry of Long-Term Care",
            "States of Guernsey",
        ],
        tenth=[
            "Home Office", "Department of Justice, Home Affairs and Migration",
            "Department of Agriculture, Environment and Rural Affairs", "Department of State Growth",
            "Ministry of Social Development", "Department of Seniors and Long-term Care",
        ],
        eleventh=[
            "Department of Transport", "Department for Culture, Media and Sport",
            "Department of Conservation", "Natural Resources Canada", "Glasgow City Council",
            "Department of Water and Environmental Regulation",
        ],
        held_out=[
            "Department of Agriculture, Food and the Marine", "Leeds City Council", "Ministry of Justice",
            "Auckland Council", "Department of Health, Disability and Ageing", "City of Vancouver",
            "Women and Gender Equality Canada", "Department of Education",
        ],
        share=0.7,
    ),
}  # fmt: skip
