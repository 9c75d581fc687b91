"""Vietnamese headings of the columns of indicators, as offices word them."""

# ruff: noqa: E501  a pool of words stands together

from tests.corpus.chance import Pool
from tests.corpus.closed import headings_aims_vi as closed

AIMS = {
    "no_of_aims": Pool(shared=["TT", "STT"], third=["Số thứ tự", "Số TT"], fourth=["Thứ tự"], fifth=["S\nTT", "Mã chỉ tiêu"], sixth=["Mã số chỉ tiêu", "Số hiệu chỉ tiêu"], seventh=["Mã số CT", "Ký hiệu chỉ tiêu"], eighth=["TT chỉ tiêu", "Mã chỉ số"], ninth=["Số chỉ tiêu", "Thứ tự chỉ tiêu"], tenth=["Mã số mục tiêu", "STT chỉ tiêu"],
        eleventh=["T.T", "S.T.T", "TT chỉ số"],
        twelfth=["TT.", "STT."],
    thirteenth=[
        "Số thứ tự chỉ tiêu", "TT (chỉ tiêu)", "Số TT chỉ tiêu",
    ],
    held_out=closed.AIMS["no_of_aims"],
    fresh=0.15,
        share=0.1,
    ),
    "indicator": Pool(
        shared=["Chỉ tiêu", "Tên chỉ tiêu"], dev=["Chỉ tiêu chủ yếu"], second=["Nội dung chỉ tiêu", "Các chỉ tiêu", "Mục tiêu, chỉ tiêu"],
        third=["Tên chỉ tiêu, tiêu chí", "Chỉ tiêu phát triển", "Chỉ tiêu cụ thể"],
        fourth=["Chỉ tiêu đánh giá", "Chỉ tiêu, tiêu chí", "Nội dung/Chỉ tiêu", "Danh mục chỉ tiêu"],
        fifth=["Tên các chỉ tiêu", "Chỉ tiêu, mục tiêu", "Nội dung mục tiêu, chỉ tiêu"],
        sixth=["Chỉ tiêu chính", "Tên mục tiêu, chỉ tiêu", "Các chỉ tiêu cơ bản"],
        seventh=["Nội dung tiêu chí, chỉ tiêu", "Chỉ số, chỉ tiêu", "Tên chỉ số"],
        eighth=["Tên chỉ tiêu cụ thể", "Chỉ tiêu đề ra", "Tiêu chí/Chỉ tiêu"],
        ninth=["Chỉ tiêu theo dõi", "Tên chỉ tiêu phấn đấu", "Nội dung cần đạt (chỉ tiêu)"],
        tenth=["Tên mục tiêu", "Chỉ tiêu đo lường", "Chỉ tiêu kết quả"],
        usual=["Các chỉ tiêu", "Mục tiêu, chỉ tiêu"],
        eleventh=[
            "Tên chỉ tiêu/chỉ số", "Chỉ tiêu/Mục tiêu", "Tên chỉ tiêu chủ yếu", "Nội dung các chỉ tiêu",
        ],
        twelfth=[
            "Chỉ tiêu, nhiệm vụ", "Mục tiêu/Chỉ tiêu", "Tên chỉ tiêu, nhiệm vụ",
            "Các mục tiêu, chỉ tiêu", "Chỉ tiêu thực hiện", "Chỉ tiêu cơ bản",
        ],
        thirteenth=[
            "Chỉ tiêu phấn đấu thực hiện", "Chỉ tiêu giao thực hiện", "Chỉ tiêu kế hoạch năm",
            "Chỉ tiêu phấn đấu", "Chỉ tiêu giao", "Chỉ tiêu, mục tiêu cụ thể", "Nhóm chỉ tiêu/Chỉ tiêu",
            "Chỉ tiêu thi đua",
        ],
        held_out=closed.AIMS["indicator"],
    ),
    "unit": Pool(
        shared=["Đơn vị tính", "ĐVT"], dev=["Đơn vị"], second=["Đơn vị đo", "Đvt"],
        third=["ĐV tính", "Đơn vị\ntính"],
        fourth=["Đ/v tính", "Đơn vị tính (ĐVT)"],
        fifth=["Đơn vị đo lường", "Đơn vị\n(ĐVT)"],
        sixth=["ĐVT của chỉ tiêu", "Đ.vị tính", "Đơn vị đo/tính"],
        seventh=["Đơn vị tính chỉ tiêu", "ĐV đo", "Đơn vị (tính)"],
        eighth=["Đ.v.t", "Đơn vị tính của chỉ tiêu", "Đơn vị đo chỉ tiêu"],
        ninth=["Đơn vị của chỉ tiêu", "ĐVT\n(đơn vị tính)", "Tính theo"],
        tenth=["Đơn vị dùng để tính", "ĐVT chỉ tiêu", "Đo bằng"],
        eleventh=["Đvị tính", "Đơn vị tính/đo lường"],
        twelfth=["ĐVT (%)", "Đơn vị tính số liệu"],
        thirteenth=["ĐVT.", "Đơn vị tính của số liệu"],
        held_out=closed.AIMS["unit"], fresh=0.15,
        share=0.08,
    ),
    "baseline": Pool(
        shared=["Hiện trạng", "Thực hiện 2024"], dev=["Kết quả năm 2024"], second=["Ước thực hiện năm 2024", "Hiện trạng 2024", "Giá trị gốc (2024)"],
        third=["Năm gốc 2024", "Số liệu nền (2024)", "TH năm 2024"],
        fourth=["Kết quả 2024", "Thực hiện năm 2023", "Ước TH 2024", "Số liệu năm 2024"],
        fifth=["Hiện trạng năm 2024", "Thực hiện năm 2024", "Kết quả thực hiện năm 2024"],
        sixth=["Số thực hiện 2024", "Giá trị hiện trạng (2024)", "Mức đạt năm 2024"],
        seventh=["Thực trạng năm 2024", "Số liệu gốc năm 2024", "Kết quả ước đạt 2024"],
        eighth=["Số liệu hiện trạng 2024", "Hiện trạng\n(năm 2024)", "Kết quả thực hiện 2024"],
        ninth=["Mức năm gốc 2024", "Đã đạt năm 2024", "Hiện có (2024)"],
        tenth=["Xuất phát điểm (2024)", "Số nền năm 2024", "Năm 2024 đạt"],
        usual=["Thực hiện năm 2024", "Hiện trạng năm 2024"],
        eleventh=["Ước TH năm 2024", "Kết quả đạt được năm 2024", "Mức hiện tại (2024)"],
        twelfth=[
            "Thực hiện năm 2025", "Ước thực hiện 2025", "Kết quả năm 2025", "Hiện trạng (2025)",
            "Kết quả thực hiện giai đoạn trước",
        ],
        thirteenth=[
            "Kết quả ước đạt năm 2025", "Thực trạng năm 2025", "Ước thực hiện năm 2025",
            "Số liệu gốc (năm 2024)", "Giá trị nền", "Kết quả đến 31/12/2024",
        ],
        held_out=closed.AIMS["baseline"],
    ),
    "target": Pool(
        shared=["Mục tiêu đến năm {y}", "Chỉ tiêu năm {y}"], dev=["Kế hoạch năm {y}"], second=["Đến năm {y}", "KH {y}", "Mục tiêu {y}"],
        third=["Chỉ tiêu đến {y}", "Phấn đấu đến năm {y}", "Kế hoạch\nnăm {y}"],
        fourth=["Năm {y}", "Mục tiêu\nnăm {y}", "Chỉ tiêu kế hoạch năm {y}", "Phấn đấu năm {y}"],
        fifth=["Chỉ tiêu {y}", "Chỉ tiêu đến năm {y}", "Kế hoạch {y}"],
        sixth=["Mục tiêu phấn đấu năm {y}", "MT {y}", "KH năm {y}", "Chỉ tiêu phấn đấu {y}"],
        seventh=[
            "Mục tiêu cần đạt năm {y}", "Chỉ tiêu giao năm {y}", "Kế hoạch đến năm {y}", "Mức phấn đấu năm {y}",
        ],
        eighth=["Mục tiêu đạt được năm {y}", "Chỉ tiêu KH {y}", "Kế hoạch giao năm {y}", "Phấn đấu {y}"],
        ninth=[
            "Phải đạt năm {y}", "Chỉ tiêu cần đạt năm {y}", "Mức đạt đến năm {y}", "Mục tiêu của năm {y}",
        ],
        tenth=["Mốc phấn đấu năm {y}", "Mức cần đạt {y}", "Chỉ tiêu của năm {y}", "Hết năm {y}"],
        usual=["Năm {y}", "Kế hoạch năm {y}", "Mục tiêu {y}", "Đến năm {y}"],
        eleventh=[
            "Mục tiêu kế hoạch năm {y}", "Mục tiêu đến {y}", "Kế hoạch phấn đấu năm {y}",
            "Năm {y} (mục tiêu)",
        ],
        twelfth=[
            "Mục tiêu kế hoạch {y}", "Chỉ tiêu thực hiện năm {y}", "Mục tiêu thực hiện năm {y}",
            "KH năm {y} (chỉ tiêu)", "Kế hoạch thực hiện năm {y}",
        ],
        thirteenth=[
            "Chỉ tiêu đăng ký năm {y}", "Mức giao năm {y}", "Chỉ tiêu phấn đấu năm {y}",
            "Mục tiêu đến hết năm {y}", "Giao năm {y}",
        ],
        held_out=closed.AIMS["target"],
    ),
    "targets": Pool(
        shared=["Mục tiêu", "Chỉ tiêu kế hoạch"], dev=["Kế hoạch"], second=["Mục tiêu theo năm", "Lộ trình"],
        third=["Kế hoạch các năm", "Chỉ tiêu các năm", "Mức phấn đấu"],
        fourth=["Mục tiêu các năm", "Chỉ tiêu theo năm", "Mục tiêu kế hoạch"],
        fifth=["Kế hoạch theo năm", "Mục tiêu từng năm"],
        sixth=["Mục tiêu hằng năm", "Chỉ tiêu từng năm", "Mục tiêu phấn đấu"],
        seventh=["Mức phấn đấu các năm", "Kế hoạch từng năm", "Chỉ tiêu giao hằng năm"],
        eighth=["Mục tiêu theo từng năm", "Chỉ tiêu giao các năm", "Kế hoạch hằng năm"],
        ninth=["Chỉ tiêu phải đạt các năm", "Mức đạt theo năm", "Mục tiêu qua các năm"],
        tenth=["Mốc phấn đấu từng năm", "Mức cần đạt các năm", "Chỉ tiêu chia theo năm"],
        usual=["Mục tiêu các năm"],
        eleventh=["Mục tiêu phấn đấu các năm", "Mục tiêu đề ra", "Lộ trình theo năm"],
        twelfth=[
            "Kế hoạch giai đoạn", "Chỉ tiêu qua các năm", "Mục tiêu cụ thể từng năm",
            "Kế hoạch thực hiện các năm",
        ],
        thirteenth=[
            "Mức phấn đấu từng năm", "Chỉ tiêu đăng ký các năm", "Chỉ tiêu giao",
            "Lộ trình thực hiện chỉ tiêu", "Chỉ tiêu phân theo năm",
        ],
        held_out=closed.AIMS["targets"],
    ),
    "monitor": Pool(
        shared=["Cơ quan chủ trì", "Cơ quan theo dõi"], dev=["Cơ quan chủ trì theo dõi"],
        second=["Đơn vị theo dõi, đánh giá", "Cơ quan theo dõi, báo cáo", "Đơn vị chủ trì"],
        third=[
            "Cơ quan tổng hợp, theo dõi", "Cơ quan chịu trách nhiệm theo dõi", "Đầu mối theo dõi",
        ],
        fourth=["Đơn vị chủ trì theo dõi", "Cơ quan chủ trì, theo dõi", "Cơ quan, đơn vị theo dõi"],
        fifth=["Cơ quan, đơn vị chủ trì theo dõi", "Cơ quan phụ trách", "Đơn vị chịu trách nhiệm"],
        sixth=[
            "Cơ quan chủ trì báo cáo", "Đơn vị đầu mối theo dõi", "Cơ quan được giao theo dõi",
            "Đơn vị theo dõi, tổng hợp",
        ],
        seventh=[
            "Cơ quan theo dõi, tổng hợp", "Đơn vị phụ trách chỉ tiêu", "Đầu mối theo dõi, báo cáo",
            "Cơ quan chủ trì theo dõi, đánh giá",
        ],
        eighth=[
            "Đơn vị được giao theo dõi", "Cơ quan tổng hợp báo cáo", "Cơ quan chủ trì chỉ tiêu",
            "Đơn vị theo dõi chỉ tiêu",
        ],
        ninth=[
            "Đơn vị chủ trì chỉ tiêu", "Nơi theo dõi, tổng hợp", "Cơ quan báo cáo số liệu",
            "Đơn vị chịu trách nhiệm số liệu",
        ],
        tenth=[
            "Nơi theo dõi chỉ tiêu", "Đơn vị cung cấp số liệu", "Đơn vị phụ trách, theo dõi", "Nơi báo cáo",
        ],
        usual=["Đơn vị chủ trì"],
        eleventh=[
            "Cơ quan theo dõi, đánh giá", "Cơ quan chủ trì tổng hợp", "Đơn vị chủ trì theo dõi, báo cáo",
        ],
        twelfth=[
            "Đơn vị chủ trì, theo dõi", "Cơ quan, đơn vị chủ trì tham mưu", "Đơn vị thực hiện, theo dõi",
            "Cơ quan đầu mối theo dõi", "Sở, ngành theo dõi",
        ],
        thirteenth=[
            "Đơn vị đăng ký chỉ tiêu", "Cơ quan theo dõi, tổng hợp số liệu", "Đơn vị theo dõi, báo cáo",
            "Đơn vị được giao chỉ tiêu", "Cơ quan chịu trách nhiệm số liệu", "Cơ quan tổng hợp",
            "Cơ quan chủ trì thực hiện chỉ tiêu",
        ],
        held_out=closed.AIMS["monitor"],
    ),
}  # fmt: skip
