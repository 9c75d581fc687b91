"""Vietnamese words of outputs and of themes."""

# ruff: noqa: E501  a pool of words stands together

from tests.corpus.chance import Pool
from tests.corpus.closed import outputs_vi as closed

OUTPUTS = Pool(
    shared=[
        "Quyết định của Ủy ban nhân dân tỉnh", "Kế hoạch được ban hành", "Báo cáo", "Đề án được phê duyệt", "Hệ thống được đưa vào vận hành",
        "Văn bản hướng dẫn", "Nghị quyết của Hội đồng nhân dân", "Các lớp tập huấn",
    ],
    dev=["Quyết định phê duyệt", "Phần mềm, tài liệu hướng dẫn", "Chương trình; kinh phí", "Dữ liệu được công bố", "Mô hình thí điểm"],
    second=[
        "Tờ trình, dự thảo quyết định", "Bộ dữ liệu hoàn chỉnh", "Hội nghị, hội thảo", "Công trình được nghiệm thu", "Kế hoạch/Đề án",
        "Quy chế phối hợp được ký kết", "Nền tảng được kết nối, liên thông",
    ],
    third=[
        "Thông tư", "Nghị định", "Văn bản chỉ đạo", "Biên bản nghiệm thu", "Đề cương, dự toán được duyệt",
        "Hồ sơ trình Hội đồng nhân dân", "Cẩm nang/Sổ tay", "Danh mục được công khai", "02 lớp bồi dưỡng", "Chuyên mục, bản tin",
    ],
    fourth=[
        "Tờ trình", "Kế hoạch của UBND tỉnh", "Báo cáo kết quả", "Quyết định ban hành", "Công văn hướng dẫn",
        "Tờ trình, dự thảo Nghị quyết", "Hội nghị được tổ chức", "Báo cáo định kỳ", "Dự án được khởi công", "Quy chế, quy trình",
        "Phần mềm được triển khai",
    ],
    fifth=[
        "Kế hoạch triển khai", "Văn bản của UBND tỉnh", "Báo cáo, Tờ trình", "Chương trình hành động", "Quyết định công bố", "Đề án",
        "Dự thảo Nghị quyết", "Hệ thống phần mềm", "Cơ sở dữ liệu được cập nhật", "Hội nghị tập huấn", "Tài liệu tuyên truyền",
    ],
    sixth=[
        "Báo cáo tổng hợp", "Quyết định thành lập", "Thông báo kết luận", "Bộ tài liệu tập huấn",
        "Dự án hoàn thành, đưa vào sử dụng", "Quy định được ban hành", "Hợp đồng được ký", "Sổ tay điện tử",
        "Ứng dụng trên điện thoại", "Nghị quyết chuyên đề", "Báo cáo; danh mục kèm theo",
    ],
    seventh=[
        "Bộ tiêu chí được ban hành", "Biên bản ghi nhớ", "Chỉ thị", "Thông báo", "Hồ sơ được số hóa",
        "Đề cương chi tiết", "Báo cáo đánh giá tác động", "Quyết định giao dự toán", "Hướng dẫn liên ngành",
        "Công trình được khởi công", "Danh sách được phê duyệt",
    ],
    eighth=[
        "Hướng dẫn", "Quyết định kiện toàn", "Bản cam kết được ký", "Báo cáo chuyên đề",
        "Kế hoạch, lịch công tác", "Mô hình được nhân rộng", "Biên bản bàn giao", "Đề án trình Ban Thường vụ",
        "Thiết bị được lắp đặt", "Báo cáo khảo sát", "Cuốn tài liệu hỏi - đáp",
    ],
    ninth=[
        "Quyết định giao nhiệm vụ", "Tờ gấp, pa-nô tuyên truyền", "Bản đồ được cập nhật", "Hồ sơ nghiệm thu",
        "Kết luận kiểm tra", "Buổi tọa đàm", "Báo cáo tiến độ", "Bộ câu hỏi trắc nghiệm",
        "Đội ngũ được tập huấn", "Phương án được phê duyệt", "Dự toán được giao",
    ],
    tenth=[
        "Văn bản phân công", "Quyết định phân bổ", "Bản đồ, cơ sở dữ liệu", "Giấy chứng nhận được cấp",
        "Biên bản kiểm tra thực địa", "Video clip hướng dẫn", "Lớp học được mở", "Tờ trình HĐND tỉnh",
        "Biểu tổng hợp số liệu", "Quy trình ISO", "Tuyến đường được thông xe", "Sổ theo dõi",
    ],
    usual=[
        "Tờ trình", "Quyết định phê duyệt", "Đề án", "Văn bản chỉ đạo", "Báo cáo tổng hợp",
        "Quyết định ban hành",
    ],
    eleventh=[
        "Kế hoạch", "Quyết định", "Báo cáo kết quả thực hiện", "Văn bản triển khai", "Kế hoạch thực hiện",
        "Nghị quyết", "Hội nghị", "Quyết định của Chủ tịch UBND tỉnh", "Công văn", "Hồ sơ trình phê duyệt",
        "Quyết định/Kế hoạch", "Công trình hoàn thành", "Hệ thống được nâng cấp", "Lớp tập huấn, tài liệu",
        "Đề án, Tờ trình, dự thảo Nghị quyết",
    ],
    twelfth=[
        "Quyết định của UBND tỉnh", "Kế hoạch của Sở", "Văn bản", "Tờ trình của UBND tỉnh",
        "Nghị quyết của HĐND tỉnh", "Báo cáo của UBND tỉnh", "Kế hoạch, Báo cáo", "Hội nghị triển khai",
        "Tin, bài tuyên truyền", "Quyết định phê duyệt Đề án", "Văn bản đôn đốc",
        "Quyết định ban hành Quy chế", "Các văn bản hướng dẫn", "Hệ thống hoạt động ổn định",
        "Kế hoạch kiểm tra; báo cáo kết quả kiểm tra", "Nghị quyết, Kế hoạch", "100% cán bộ được tập huấn",
        "Dự thảo Quyết định", "Dữ liệu được số hóa", "Tài liệu, hội nghị tập huấn",
        "Đạt chỉ tiêu kế hoạch giao", "Chương trình phối hợp", "Báo cáo kết quả kiểm tra",
    ],
    thirteenth=[
        "Kế hoạch, công văn triển khai", "Quyết định, quy chế", "Tờ trình, báo cáo thẩm định",
        "Báo cáo quý, năm", "Công văn chỉ đạo, hướng dẫn", "Hội nghị, tập huấn", "Kế hoạch của UBND xã",
        "Chương trình, kế hoạch công tác", "Biên bản làm việc", "Hồ sơ trình thẩm định",
        "Chuyên trang, chuyên mục", "Văn bản triển khai thực hiện", "Danh mục được công bố",
        "Báo cáo sơ kết, tổng kết", "Phần mềm được nâng cấp", "Công trình hoàn thành, bàn giao",
        "Các cuộc kiểm tra", "Báo cáo gửi Bộ Nội vụ", "Dự án được phê duyệt chủ trương đầu tư",
        "Phóng sự, tin bài",
    ],
    held_out=closed.OUTPUTS,
)  # fmt: skip

THEMES = Pool(
    shared=[
        "Hoàn thiện thể chế, chính sách", "Phát triển hạ tầng", "Phát triển nguồn nhân lực", "Nâng cao nhận thức",
        "Chuyển đổi số trong cơ quan nhà nước", "Bảo vệ môi trường và sử dụng tài nguyên",
    ],
    dev=["Phát triển doanh nghiệp", "Nông nghiệp và nông thôn", "Văn hóa, giáo dục, y tế", "Huy động nguồn lực"],
    second=[
        "Nhóm nhiệm vụ về an sinh", "Thúc đẩy nghiên cứu, ứng dụng", "Hợp tác quốc tế", "Bảo đảm an toàn, an ninh",
        "Xây dựng xã hội học tập", "Quản lý đô thị",
    ],
    third=[
        "Cải cách thủ tục và tổ chức bộ máy", "Tài chính, đầu tư", "Bảo đảm an sinh xã hội", "Tuyên truyền, phổ biến pháp luật",
        "Sản xuất, kinh doanh và quản trị doanh nghiệp", "Kiểm tra, giám sát, khen thưởng", "Kinh tế biển",
    ],
    fourth=[
        "Công tác lãnh đạo, chỉ đạo", "Thông tin, tuyên truyền", "Xây dựng, hoàn thiện cơ chế, chính sách",
        "Phát triển kinh tế số, xã hội số", "Quốc phòng, an ninh và đối ngoại", "Xây dựng Đảng và hệ thống chính trị",
        "Cải cách hành chính",
    ],
    fifth=[
        "Phát triển khoa học, công nghệ và đổi mới sáng tạo", "Phát triển kinh tế", "Công tác tuyên truyền, nâng cao nhận thức",
        "Phát triển kết cấu hạ tầng đồng bộ", "Văn hóa - xã hội", "Tài nguyên và môi trường", "Công tác kiểm tra, giám sát",
    ],
    sixth=[
        "Phát triển văn hóa, con người", "Nâng cao năng lực quản lý nhà nước", "Chuyển đổi xanh và tiết kiệm năng lượng",
        "Quy hoạch, đất đai", "Chăm sóc sức khỏe nhân dân", "Giáo dục và đào tạo nghề",
        "Thu hút đầu tư, phát triển thị trường", "Công tác tổ chức, cán bộ",
    ],
    seventh=[
        "Đột phá về thể chế", "Phát triển đô thị thông minh", "Phòng, chống tham nhũng, lãng phí", "Kinh tế tư nhân",
        "Liên kết vùng và hội nhập", "Thủy sản, lâm nghiệp", "Dân tộc, tôn giáo", "Lao động, việc làm",
    ],
    eighth=[
        "Củng cố quốc phòng, an ninh", "Thương mại, dịch vụ", "Phát triển giáo dục", "Sắp xếp tổ chức bộ máy",
        "Thu, chi ngân sách", "Công nghiệp, xây dựng", "Thông tin và truyền thông",
        "Nâng cao đời sống nhân dân",
    ],
    ninth=[
        "Lao động, người có công", "Đất đai, xây dựng", "Y tế, dân số", "Hành chính, tư pháp",
        "Chuyển đổi số ở cơ sở", "Nông nghiệp sinh thái", "Tài sản công và đầu tư công",
        "Công tác dân vận, mặt trận",
    ],
    tenth=[
        "Xây dựng chính quyền hai cấp", "Kinh tế rừng và sinh kế", "Đời sống văn hóa cơ sở",
        "Phòng, chống thiên tai và cứu nạn", "Hỗ trợ hộ kinh doanh", "An toàn giao thông, trật tự đô thị",
        "Trẻ em và bình đẳng giới", "Năng lượng, chiếu sáng công cộng",
        "Công tác chính sách, đền ơn đáp nghĩa",
    ],
    usual=["Cải cách hành chính", "Phát triển kinh tế", "Công tác lãnh đạo, chỉ đạo"],
    eleventh=[
        "Hoàn thiện thể chế", "Phát triển hạ tầng số", "Cải cách thủ tục hành chính",
        "Công tác quản lý, điều hành", "Phát triển chính quyền số", "An sinh xã hội",
        "Phát triển nguồn nhân lực chất lượng cao", "Bảo đảm quốc phòng, an ninh",
        "Công tác thông tin, tuyên truyền", "Nông nghiệp, nông thôn",
    ],
    twelfth=[
        "Nâng cao nhận thức, đổi mới tư duy", "Nhiệm vụ chung", "Về thể chế, chính sách",
        "Công tác chỉ đạo, điều hành", "Tuyên truyền, nâng cao nhận thức",
        "Phát triển nguồn nhân lực, thu hút nhân tài", "Về phát triển kinh tế",
        "Cải cách tổ chức bộ máy hành chính", "Cải cách chế độ công vụ", "Cải cách tài chính công",
        "Xây dựng và phát triển chính quyền điện tử, chính quyền số", "Nhiệm vụ trọng tâm",
        "Tăng cường quản lý nhà nước", "Về văn hóa - xã hội", "Về quốc phòng - an ninh",
        "Hạ tầng, nền tảng số", "Phát triển dữ liệu", "Đào tạo, bồi dưỡng, tập huấn",
        "Kiểm tra, đánh giá, sơ kết, tổng kết", "Hoàn thiện cơ chế, chính sách pháp luật",
        "Tổ chức thực hiện, kiểm tra, giám sát",
    ],
    thirteenth=[
        "Xây dựng, hoàn thiện thể chế", "Thực hiện các nhiệm vụ trọng tâm",
        "Đẩy mạnh cải cách thủ tục hành chính", "Lĩnh vực nông nghiệp và môi trường",
        "Lĩnh vực xây dựng, giao thông, đô thị", "Lĩnh vực văn hóa, y tế, giáo dục",
        "Quản lý ngân sách, tài sản công", "Nhóm nhiệm vụ về hạ tầng và an toàn thông tin",
        "Nhóm nhiệm vụ về nhân lực", "Phát triển xã hội số", "Huy động và sử dụng nguồn lực",
        "Công tác kiểm tra, giám sát, báo cáo", "Giữ vững quốc phòng, an ninh, trật tự",
        "Nhiệm vụ do Trung ương giao", "Nhiệm vụ do tỉnh chủ động đề ra", "An sinh xã hội, giảm nghèo",
        "Phát triển sản xuất, kinh doanh", "Hợp tác, liên kết vùng",
    ],
    held_out=closed.THEMES,
    share=0.55,
)  # fmt: skip
THEME_TAILS = Pool(
    shared=["", "", "trong thời gian tới"],
    dev=["giai đoạn 2025 - 2030"],
    second=["gắn với sắp xếp bộ máy", "một cách đồng bộ"],
    third=[
        "theo hướng bền vững",
        "ở cơ sở",
        "trong điều kiện mới",
    ],
    fourth=["trên địa bàn", "đến năm 2030", "trong tình hình mới"],
    fifth=["trong giai đoạn 2026 - 2030", "trong tình hình hiện nay", "theo hướng hiện đại"],
    sixth=["vì người dân", "đồng bộ, hiệu quả", "đến năm 2035"],
    seventh=["đáp ứng yêu cầu phát triển", "gắn với quốc phòng, an ninh", "nhiệm kỳ 2025 - 2030"],
    eighth=["theo tinh thần Nghị quyết Đại hội", "sát với thực tế", "giai đoạn 2026 - 2035"],
    ninth=["từ nay đến cuối nhiệm kỳ", "trong năm bản lề", "theo hướng gần dân"],
    tenth=[
        "trước và sau sáp nhập",
        "theo lộ trình đã cam kết",
        "ở vùng khó khăn",
        "trong hai năm tới",
    ],
    eleventh=["trên địa bàn tỉnh", "năm 2026 và những năm tiếp theo", "trong lĩnh vực được giao"],
    twelfth=[
        "trên địa bàn xã",
        "của ngành",
        "giai đoạn 2025 - 2030 và định hướng đến năm 2035",
        "năm 2026",
    ],
    thirteenth=[
        "theo Nghị quyết đại hội",
        "trong nhiệm kỳ này",
        "trong giai đoạn mới",
        "của cơ quan, đơn vị",
        "(nhiệm vụ thường xuyên và đột xuất)",
    ],
    held_out=closed.THEME_TAILS,
    fresh=0.2,
    share=0.15,
)
