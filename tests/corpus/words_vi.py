"""Vietnamese words of tasks, and how grammar combines the pools of words."""

# ruff: noqa: E501  a pool of words stands together

from tests.corpus.chance import Dice, Pool
from tests.corpus.closed import words_vi as closed
from tests.corpus.measures_vi import MEASURE_TAILS, MEASURES
from tests.corpus.outputs_vi import OUTPUTS, THEME_TAILS, THEMES

VERBS = Pool(
    shared=[
        "Xây dựng", "Ban hành", "Triển khai", "Rà soát, sửa đổi", "Nâng cấp", "Tổ chức", "Hoàn thiện",
        "Nghiên cứu, đề xuất", "Xây dựng và triển khai", "Đẩy mạnh", "Tham mưu ban hành",
    ],
    dev=["Mở rộng", "Thí điểm", "Xây dựng, trình phê duyệt", "Chuẩn hóa", "Tăng cường", "Cập nhật", "Bố trí kinh phí cho"],
    second=[
        "Củng cố", "Khảo sát, đánh giá", "Tiếp tục thực hiện", "Kết nối, chia sẻ", "Đầu tư", "Tham mưu, trình cấp có thẩm quyền về",
        "Phổ biến, quán triệt", "Số hóa",
    ],
    third=[
        "Hướng dẫn", "Thành lập", "Hoàn thành", "Duy trì, phát triển", "Kiện toàn", "Lập và phê duyệt", "Đổi mới",
        "Tổng kết, nhân rộng", "Vận hành", "Tập trung xử lý", "Phân cấp, phân quyền trong", "Ký kết",
    ],
    fourth=[
        "Thực hiện", "Xây dựng, ban hành", "Sơ kết, đánh giá", "Bổ sung, hoàn thiện", "Chỉ đạo thực hiện", "Khai thác, sử dụng",
        "Phối hợp xây dựng", "Quản lý, vận hành", "Phát triển", "Phê duyệt", "Tập huấn, hướng dẫn sử dụng",
    ],
    fifth=[
        "Rà soát, hoàn thiện", "Rà soát, bổ sung", "Xây dựng, hoàn thiện", "Tiếp tục triển khai", "Chủ trì xây dựng",
        "Tổ chức thực hiện", "Nâng cao chất lượng", "Kiểm tra, giám sát việc thực hiện", "Tuyên truyền, phổ biến", "Đầu tư, nâng cấp",
        "Đôn đốc, theo dõi",
    ],
    sixth=[
        "Rà soát, cập nhật", "Lập", "Thẩm định, phê duyệt", "Đánh giá", "Nhân rộng", "Bồi dưỡng kiến thức về",
        "Thu hút đầu tư vào", "Tổ chức triển khai", "Tháo gỡ vướng mắc trong", "Ứng dụng công nghệ trong",
        "Đề xuất điều chỉnh", "Xử lý dứt điểm tồn tại về",
    ],
    seventh=[
        "Quán triệt, triển khai", "Mở rộng phạm vi áp dụng", "Chỉnh lý, bổ sung", "Kiểm tra, rà soát",
        "Xây dựng và ban hành", "Hỗ trợ đầu tư", "Cải tạo, nâng cấp", "Hướng dẫn, đôn đốc thực hiện",
        "Công bố, công khai", "Khảo sát, lựa chọn", "Quản lý chặt chẽ", "Tổng hợp, đề xuất",
    ],
    eighth=[
        "Thiết lập", "Thực hiện có hiệu quả", "Soạn thảo, trình ban hành", "Bổ sung, nâng cấp",
        "Theo dõi, đánh giá", "Xây mới", "Tập trung triển khai", "Chuẩn bị các điều kiện để triển khai",
        "Huy động nguồn lực cho", "Lắp đặt, vận hành", "Thống kê, phân loại", "Phục hồi, phát huy",
    ],
    ninth=[
        "Chấn chỉnh", "Xây dựng, thẩm định", "Tổ chức ký kết", "Hỗ trợ kinh phí cho", "Phổ biến, hướng dẫn",
        "Đề xuất xây dựng", "Điều tra, khảo sát", "Mua sắm trang thiết bị cho", "Thẩm tra, trình ban hành",
        "Di dời", "Tu bổ, tôn tạo", "Lập hồ sơ về",
    ],
    tenth=[
        "Sửa chữa, nâng cấp", "Tổ chức rà soát", "Xây dựng, thực hiện", "Vận động, hướng dẫn",
        "Bàn giao, đưa vào khai thác", "Xác lập", "Thẩm định", "Đăng ký, bảo hộ", "Thay thế",
        "Tổ chức tuyên dương", "Lựa chọn nhà thầu thực hiện", "Giao chỉ tiêu về", "Nạo vét, khơi thông",
        "Gia hạn",
    ],
    usual=["Tiếp tục thực hiện", "Thực hiện", "Tăng cường"],
    eleventh=[
        "Tham mưu xây dựng", "Tổ chức thực hiện có hiệu quả", "Đẩy nhanh tiến độ",
        "Tiếp tục rà soát, hoàn thiện", "Tăng cường công tác quản lý", "Triển khai xây dựng",
        "Đẩy mạnh tuyên truyền về", "Phối hợp triển khai", "Chuẩn bị nội dung trình về",
        "Hoàn thành việc số hóa", "Kiểm tra việc quản lý", "Bảo đảm vận hành",
    ],
    common=["Xây dựng, ban hành", "Tiếp tục triển khai", "Đẩy mạnh", "Nghiên cứu, đề xuất"],
    twelfth=[
        "Rà soát, sửa đổi, bổ sung", "Tham mưu UBND tỉnh ban hành",
        "Triển khai thực hiện", "Tổ chức tuyên truyền, phổ biến", "Xây dựng kế hoạch về",
        "Tổ chức tập huấn, bồi dưỡng về", "Kiểm tra, đôn đốc việc thực hiện", "Tập trung chỉ đạo",
        "Tổng kết, đánh giá", "Chủ động triển khai", "Tham mưu tổ chức", "Cập nhật, hoàn thiện",
        "Thực hiện rà soát", "Trình HĐND tỉnh ban hành Nghị quyết về",
        "Ứng dụng công nghệ thông tin trong",
    ],
    thirteenth=[
        "Tham mưu, đề xuất", "Xây dựng kế hoạch triển khai", "Rà soát, đánh giá hiện trạng",
        "Theo dõi, tổng hợp kết quả", "Phối hợp thực hiện", "Tổ chức sơ kết", "Kiểm tra việc triển khai",
        "Bố trí nguồn lực cho", "Đẩy mạnh thông tin, truyền thông về", "Ban hành hướng dẫn về",
        "Tổ chức hội nghị triển khai", "Hướng dẫn cấp xã thực hiện", "Tích hợp, đồng bộ",
        "Quản lý, khai thác hiệu quả", "Tham mưu, trình ban hành văn bản về", "Xử lý các vướng mắc trong",
        "Tổ chức đánh giá", "Tiếp nhận, vận hành", "Thực hiện nghiêm", "Cụ thể hóa", "Báo cáo định kỳ về",
    ],
    held_out=closed.VERBS,
    share=0.5,
)  # fmt: skip

OBJECTS = Pool(
    shared=[
        "quy chế quản lý hồ sơ đất đai", "mạng lưới trạm quan trắc nước", "đề án phát triển chợ nông thôn",
        "kho dữ liệu dùng chung", "chương trình bồi dưỡng kỹ năng số cho giáo viên", "bản đồ ngập lụt",
        "hệ thống đặt lịch khám bệnh", "bộ tiêu chí đánh giá trường học xanh", "tuyến xe buýt nối các xã",
        "quy hoạch chi tiết cụm công nghiệp", "quỹ hỗ trợ doanh nghiệp nhỏ", "hạ tầng chiếu sáng tiết kiệm điện",
    ],
    dev=[
        "danh mục dữ liệu mở", "phần mềm quản lý cây xanh", "kế hoạch đào tạo nghề cho thanh niên", "trạm sạc xe điện",
        "quy trình cấp phép xây dựng", "mô hình hợp tác xã nông nghiệp", "thư viện số của trường học", "bãi đỗ xe thông minh",
        "trung tâm giám sát giao thông", "hồ sơ sức khỏe điện tử", "chính sách thu hút chuyên gia", "cơ chế đặt hàng nghiên cứu",
    ],
    second=[
        "đường dây nóng phản ánh của người dân", "quy định về thuê dịch vụ công nghệ thông tin", "hệ thống truyền thanh cơ sở",
        "vườn ươm doanh nghiệp", "nền tảng học trực tuyến", "sàn giao dịch nông sản", "hồ chứa nước ngọt", "bến thủy nội địa",
        "cơ sở dữ liệu hộ tịch", "phòng thí nghiệm dùng chung", "mô hình làng du lịch cộng đồng", "tổ công nghệ số cộng đồng",
        "kế hoạch ứng phó bão, lũ", "khung năng lực của cán bộ cấp xã",
    ],
    third=[
        "kế hoạch sử dụng đất cấp xã", "lưới điện tại các đảo", "cổng thông tin tuyển sinh", "mã định danh cho vùng trồng",
        "quy định về đấu thầu thuốc", "đội ngũ cán bộ thú y", "nhà văn hóa thôn", "hồ sơ di sản phi vật thể",
        "hệ thống họp trực tuyến đến cấp xã", "phương án chữa cháy rừng", "chuỗi cung ứng lạnh",
        "tiêu chuẩn về nước thải chăn nuôi", "bảng giá dịch vụ vệ sinh môi trường", "công tác lưu trữ lịch sử",
        "đề án sắp xếp trụ sở công", "vốn điều lệ của công ty con",
    ],
    fourth=[
        "quy trình nội bộ giải quyết thủ tục hành chính", "cơ sở dữ liệu đất đai cấp xã", "mạng lưới y tế dự phòng",
        "kế hoạch phòng, chống thiên tai", "quy chế làm việc của ban chỉ đạo", "hệ thống camera giám sát an ninh trật tự",
        "đề án vị trí việc làm", "chương trình khuyến công địa phương", "trạm bơm tiêu úng",
        "sổ tay hướng dẫn dịch vụ công trực tuyến", "mô hình trường học hạnh phúc", "kênh tiếp nhận phản ánh, kiến nghị",
        "danh mục dự án kêu gọi đầu tư", "chính sách nhà ở cho công nhân", "bộ chỉ số đánh giá chất lượng phục vụ",
        "kho lưu trữ hồ sơ điện tử",
    ],
    fifth=[
        "quy hoạch sử dụng đất", "hệ thống thông tin giải quyết thủ tục hành chính", "nền tảng tích hợp, chia sẻ dữ liệu",
        "chương trình mỗi xã một sản phẩm", "cơ sở dữ liệu dân cư", "đề án phát triển nguồn nhân lực chất lượng cao",
        "hạ tầng cụm công nghiệp", "hệ thống cấp nước tập trung", "các tuyến đường liên xã", "kế hoạch tinh giản biên chế",
        "chính sách hỗ trợ sinh viên sư phạm", "mạng lưới trạm y tế", "công tác giải phóng mặt bằng",
        "vùng nguyên liệu cây dược liệu", "kế hoạch bồi dưỡng cán bộ, công chức", "bản đồ số về di tích",
        "sổ tay kỹ năng an toàn trên mạng",
    ],
    sixth=[
        "quy định về phân cấp quản lý tài sản công", "hệ thống thủy lợi nội đồng", "đề án chợ đầu mối",
        "nền tảng bản đồ số dùng chung", "chương trình sữa học đường", "công tác tiếp công dân",
        "khu tái định cư ven sông", "kế hoạch chuyển đổi cơ cấu cây trồng", "quy chế phối hợp quản lý khoáng sản",
        "mạng lưới trạm quan trắc không khí", "chương trình tín dụng cho hộ mới thoát nghèo",
        "điểm phục vụ hành chính công lưu động", "kho dự trữ thuốc, vật tư y tế", "tuyến đê biển xung yếu",
        "cuộc thi ý tưởng khởi nghiệp của thanh niên", "hồ sơ công nhận di tích", "mô hình câu lạc bộ liên thế hệ",
    ],
    seventh=[
        "bộ tiêu chí xã, phường không ma túy", "hệ thống cảnh báo sớm lũ quét",
        "đề án phát triển dược liệu dưới tán rừng", "quy chế chi tiêu nội bộ", "bến xe trung tâm",
        "kế hoạch luân chuyển cán bộ", "chương trình sửa chữa nhà ở cho người có công", "quỹ phòng, chống thiên tai",
        "sân vận động đa năng", "mô hình tự quản về an ninh trật tự", "nghề thủ công truyền thống",
        "cơ sở giết mổ tập trung", "lớp học xóa mù chữ", "tuyến phố đi bộ", "quy trình cấp mã số cơ sở đóng gói",
        "nghĩa trang nhân dân", "trung tâm dữ liệu dự phòng",
    ],
    eighth=[
        "đề án phát triển du lịch nông nghiệp", "trạm trung chuyển rác thải", "quy trình tiếp nhận đơn thư",
        "hệ thống kênh mương cấp 3", "quy ước, hương ước của thôn", "cầu dân sinh", "phòng học bộ môn",
        "danh mục bí mật nhà nước", "vùng sản xuất rau an toàn", "điểm tham vấn tâm lý học đường",
        "chế độ phụ cấp cho người hoạt động không chuyên trách", "nước sinh hoạt hợp vệ sinh",
        "kế hoạch điều tra hộ nghèo", "chợ đêm", "hệ thống quản lý văn bản và điều hành", "đàn gia súc ăn cỏ",
        "giải chạy bộ vì sức khỏe",
    ],
    ninth=[
        "quỹ nhà ở công vụ", "hệ thống thoát nước khu trung tâm", "kế hoạch tiêm phòng cho đàn vật nuôi",
        "lớp tập huấn sơ cấp cứu", "cổng thông tin việc làm", "quy định về tiếng ồn",
        "hội thi nhà nông đua tài", "sổ theo dõi cung cầu lao động", "tuyến đường hoa",
        "nhà vệ sinh trường học", "phương án phòng dịch", "bãi tập kết vật liệu xây dựng",
        "hồ sơ địa giới hành chính", "đề án nuôi biển", "câu lạc bộ võ cổ truyền",
        "bộ nhận diện nông sản của tỉnh", "ao bơi cho học sinh tiểu học",
    ],
    tenth=[
        "bộ quy tắc ứng xử nơi công cộng", "hệ thống bơm cấp nước vùng hạn", "quy trình bàn giao ca trực",
        "kế hoạch thi tuyển viên chức", "tủ sách khuyến học", "đường gom dọc quốc lộ",
        "nhà bán trú cho học sinh", "danh sách đối tượng bảo trợ xã hội", "bản tin dự báo mùa vụ",
        "hợp phần sinh kế của chương trình giảm nghèo", "điểm đỗ xe tạm quanh bệnh viện",
        "cụm thông tin cơ sở tại bến tàu", "chỉ giới hành lang bảo vệ nguồn nước",
        "hội chợ việc làm thanh niên", "tài khoản định danh của tổ chức", "vườn thuốc nam mẫu",
        "chế độ trực cấp cứu ngoài giờ", "quy ước bảo vệ rạn san hô",
    ],
    eleventh=[
        "kế hoạch cải cách hành chính của tỉnh", "hạ tầng kỹ thuật phục vụ chuyển đổi số",
        "thủ tục hành chính thuộc phạm vi quản lý", "dữ liệu ngành nông nghiệp",
        "đề án nâng cao chất lượng nguồn nhân lực", "công tác quản lý đất đai",
        "các tiêu chí nông thôn mới nâng cao", "hệ thống giao thông nông thôn",
        "kế hoạch đầu tư công trung hạn", "công tác chăm sóc sức khỏe ban đầu",
        "sản phẩm nông nghiệp chủ lực", "quy chế phối hợp giữa các cơ quan", "kế hoạch kiểm tra công vụ",
        "dịch vụ công trực tuyến toàn trình", "nền tảng họp trực tuyến của tỉnh",
        "công tác bảo đảm an toàn thông tin", "chương trình giảm nghèo đa chiều",
    ],
    twelfth=[
        "chương trình phát triển công nghiệp công nghệ số", "công tác tiếp nhận, giải quyết hồ sơ",
        "cơ sở dữ liệu chuyên ngành", "kế hoạch phát triển khoa học, công nghệ và đổi mới sáng tạo",
        "chính sách hỗ trợ doanh nghiệp nhỏ và vừa", "công tác phòng, chống tham nhũng, lãng phí",
        "hạ tầng số và hạ tầng bưu chính", "kế hoạch phát triển kinh tế - xã hội 5 năm",
        "các khu, cụm công nghiệp trên địa bàn", "công tác đào tạo nghề cho lao động nông thôn",
        "kỹ năng số cho cán bộ, công chức, viên chức", "danh mục dự án đầu tư trọng điểm",
        "công tác quản lý, sử dụng tài sản công", "chương trình khám sức khỏe định kỳ cho người dân",
        "quy định chức năng, nhiệm vụ và cơ cấu tổ chức", "nội dung chuyển đổi số trong ngành giáo dục",
        "công tác bảo vệ chính trị nội bộ", "hệ thống quản lý chất lượng theo TCVN ISO 9001:2015",
        "vùng sản xuất hàng hóa tập trung", "mô hình chính quyền địa phương 2 cấp",
        "công tác phổ biến, giáo dục pháp luật cho đồng bào dân tộc thiểu số",
        "các văn bản quy phạm pháp luật thuộc thẩm quyền",
    ],
    thirteenth=[
        "việc vận hành chính quyền địa phương hai cấp", "danh mục dịch vụ công trực tuyến toàn trình",
        "chương trình mỗi xã một sản phẩm (OCOP)", "cơ sở dữ liệu đất đai",
        "việc chi trả an sinh xã hội qua tài khoản", "công tác bồi thường, hỗ trợ, tái định cư",
        "kế hoạch sử dụng đất", "sổ sức khỏe điện tử", "đề án sắp xếp đơn vị sự nghiệp công lập",
        "việc sử dụng chữ ký số cá nhân", "phương án ứng phó thiên tai", "học bạ số",
        "công tác quản lý đầu tư công", "trung tâm điều hành thông minh", "việc cấp mã số vùng trồng",
        "quy hoạch chung xã", "chế độ đối với người có công với cách mạng",
        "công tác chi ngân sách và giải ngân vốn", "phong trào Bình dân học vụ số",
        "việc tiếp công dân, giải quyết khiếu nại, tố cáo", "tuyến đường liên xã",
        "hệ thống camera giám sát giao thông", "công tác bảo tồn di tích lịch sử",
        "hồ sơ công nhận xã đạt chuẩn nông thôn mới", "quy trình nội bộ, quy trình điện tử",
        "chương trình hỗ trợ khởi nghiệp sáng tạo", "mạng 5G tại các khu công nghiệp",
        "việc xóa nhà tạm, nhà dột nát",
    ],
    held_out=closed.OBJECTS,
    share=0.75,
)  # fmt: skip

SCOPES = Pool(
    shared=[
        "trên địa bàn", "tại các huyện miền núi", "giai đoạn 2026 - 2030", "phù hợp với điều kiện thực tế",
        "theo hướng gọn, rõ và dễ dùng", "của các cơ quan, đơn vị", "cho người cao tuổi", "đến năm 2030",
    ],
    dev=["gắn với cải cách hành chính", "trong ngành y tế", "bằng nguồn vốn xã hội hóa", "ở khu vực ven biển", "(kể cả vùng sâu, vùng xa)"],
    second=[
        "bảo đảm liên thông từ tỉnh đến xã", "trong lĩnh vực thủy sản", "do Nhà nước quản lý", "tại các khu, cụm công nghiệp",
        "và công khai kết quả trên mạng", "nhằm giảm thời gian chờ đợi; bảo đảm công bằng", "theo phương châm “dễ làm trước”",
    ],
    third=[
        "đối với hộ nghèo, hộ cận nghèo", "trong các đơn vị sự nghiệp công lập", "theo hình thức đối tác công tư",
        "tại 12 xã vùng biên", "kịp thời, đúng quy định", "cho giai đoạn tiếp theo", "giữa các ngành",
    ],
    fourth=[
        "bảo đảm đúng tiến độ", "tại các xã, phường mới thành lập", "theo quy định của pháp luật", "theo lộ trình phù hợp",
        "trên môi trường số", "trong các cơ sở giáo dục", "phục vụ người dân và doanh nghiệp",
    ],
    fifth=[
        "trên phạm vi cả nước", "trong cơ quan nhà nước", "bảo đảm hiệu quả, tiết kiệm", "theo chức năng, nhiệm vụ được giao",
        "tại các khu dân cư", "cho thanh niên và phụ nữ", "trong giai đoạn mới",
    ],
    sixth=[
        "ở các đô thị loại II trở lên", "giai đoạn 2026 - 2028", "theo thẩm quyền", "cho lao động nông thôn",
        "tại các điểm du lịch", "sau sắp xếp đơn vị hành chính", "theo hướng tuần hoàn, ít phát thải",
        "đối với người khuyết tật",
    ],
    seventh=[
        "tại các xã an toàn khu", "trong các doanh nghiệp nhà nước", "nhiệm kỳ 2025 - 2030",
        "theo mô hình liên kết vùng", "cho trẻ em dưới 6 tuổi", "dọc hành lang kinh tế phía Đông",
        "gắn với chuỗi giá trị", "theo chuẩn quốc gia",
    ],
    eighth=[
        "ở những nơi có điều kiện", "theo tiêu chuẩn mới", "giai đoạn 2025 - 2027", "cho phụ nữ khởi nghiệp",
        "trên các tuyến quốc lộ", "tại trung tâm các xã", "do cấp xã quản lý", "đối với trẻ mồ côi",
    ],
    ninth=[
        "ở các thôn chưa có điện", "trong vùng lõi di sản", "đối với lao động mất việc",
        "giai đoạn 2027 - 2030", "tại các chợ truyền thống", "ở tuyến y tế cơ sở", "theo cụm liên kết",
        "cho hội viên phụ nữ",
    ],
    tenth=[
        "ở cả ba cấp học", "thuộc lưu vực sông chính", "trước mùa mưa bão", "cho người lao động làm thuê",
        "tại nơi sáp nhập thôn, tổ dân phố", "giai đoạn 2026 - 2029", "đối với hộ kinh doanh nhỏ lẻ",
        "qua bưu chính công ích",
    ],
    usual=["theo quy định của pháp luật"],
    eleventh=[
        "trên địa bàn tỉnh", "năm 2026", "đáp ứng yêu cầu nhiệm vụ", "trong cơ quan, đơn vị",
        "theo chỉ đạo của cấp trên", "tại các địa phương", "giai đoạn 2026 - 2031",
    ],
    twelfth=[
        "trên địa bàn xã", "của tỉnh giai đoạn 2026 - 2030", "theo Nghị quyết số 57-NQ/TW",
        "theo Quyết định số 1012/QĐ-TTg ngày 06/6/2025", "đến cấp xã", "thuộc lĩnh vực quản lý",
        "bảo đảm tiến độ đề ra", "cho cán bộ, đảng viên và nhân dân", "tại Nghị quyết số 71/NQ-CP",
        "trong toàn ngành", "(Đề án 06)",
    ],
    thirteenth=[
        "theo phương châm 4 tại chỗ", "trong quý, trong năm",
        "tại các cơ quan, đơn vị thuộc phạm vi quản lý", "sau khi sắp xếp đơn vị hành chính",
        "theo Nghị quyết số 66-NQ/TW", "ở cơ sở", "cho hộ nghèo, hộ cận nghèo",
        "theo Luật Tổ chức chính quyền địa phương năm 2025", "tại Trung tâm Phục vụ hành chính công",
        "đối với các dự án trọng điểm", "cho đoàn viên, hội viên", "tại 100% thôn, tổ dân phố",
        "theo hướng dẫn của bộ, ngành trung ương", "trong lĩnh vực được phân công",
    ],
    held_out=closed.SCOPES,
    share=0.5,
)  # fmt: skip

TAILS = Pool(
    shared=[
        "ưu tiên các xã còn khó khăn", "bảo đảm an toàn thông tin", "có sự tham gia của người dân", "trong đó nêu rõ trách nhiệm của từng đơn vị",
        "lấy ý kiến rộng rãi trước khi áp dụng",
    ],
    dev=["hạn chế phát sinh thủ tục", "kế thừa phần đã có", "mỗi năm chọn ít nhất 3 điểm làm mẫu"],
    second=["không làm tăng biên chế", "tính đến biến đổi khí hậu", "có đánh giá giữa kỳ", "kết hợp vốn ngân sách và vốn khác", "tránh trùng lặp"],
    third=[
        "gắn trách nhiệm của người đứng đầu", "khắc phục tình trạng chậm trễ", "chú trọng nơi có đông công nhân",
        "định kỳ công bố kết quả", "không để phát sinh nợ đọng",
    ],
    fourth=[
        "gắn với kiểm tra, giám sát thường xuyên", "bảo đảm công khai, minh bạch", "đáp ứng yêu cầu quản lý",
        "báo cáo cấp có thẩm quyền xem xét", "lồng ghép với các chương trình mục tiêu quốc gia",
    ],
    fifth=[
        "bảo đảm đồng bộ, thống nhất", "nâng cao hiệu lực, hiệu quả quản lý", "phù hợp với mô hình chính quyền địa phương 02 cấp",
        "góp phần nâng cao đời sống người dân", "kịp thời tháo gỡ khó khăn, vướng mắc",
    ],
    sixth=[
        "đúng đối tượng", "tránh hình thức", "huy động tối đa nguồn lực xã hội", "có cơ chế giám sát của cộng đồng",
        "gắn với chỉ tiêu thi đua",
    ],
    seventh=[
        "không gây phiền hà cho người dân", "quy định rõ quy trình, thời gian", "bảo đảm tỷ lệ cán bộ nữ",
        "công khai trên cổng thông tin điện tử", "có tổng kết, rút kinh nghiệm",
    ],
    eighth=[
        "gắn với trách nhiệm cá nhân", "không để chậm, muộn", "ưu tiên sử dụng vật tư trong nước",
        "bảo đảm tính khả thi", "đề cao vai trò giám sát của nhân dân",
    ],
    ninth=[
        "công khai mức thu", "tránh dồn việc vào cuối năm", "có biên bản bàn giao rõ ràng",
        "tôn trọng phong tục địa phương", "kết quả là căn cứ xếp loại cán bộ",
    ],
    tenth=[
        "giao một đầu mối chịu trách nhiệm", "không yêu cầu nộp lại giấy tờ đã có",
        "giữ nguyên quyền lợi của người dân", "báo cáo rõ phần việc chưa làm được",
        "bảo đảm nguồn điện và đường truyền", "ưu tiên học sinh vùng cao",
    ],
    usual=["bảo đảm đồng bộ, thống nhất"],
    eleventh=[
        "bảo đảm chất lượng, tiến độ", "đúng quy định hiện hành",
        "phù hợp với tình hình thực tế của địa phương", "gắn với nhiệm vụ phát triển kinh tế - xã hội",
        "nâng cao sự hài lòng của người dân",
    ],
    twelfth=[
        "hoàn thành các chỉ tiêu được giao", "trọng tâm là cải cách thủ tục hành chính",
        "bảo đảm thiết thực, hiệu quả", "kịp thời biểu dương, khen thưởng",
        "tháo gỡ các điểm nghẽn về thể chế", "phấn đấu hoàn thành 100% kế hoạch",
    ],
    thirteenth=[
        "hoàn thành trước mùa mưa bão", "lấy người dân, doanh nghiệp làm trung tâm",
        "bảo đảm không gián đoạn công việc", "theo nguyên tắc rõ người, rõ việc, rõ thời gian",
        "làm cơ sở xếp loại thi đua cuối năm", "kịp thời báo cáo cấp có thẩm quyền xem xét, quyết định",
        "gắn với chuyển đổi số", "tiết kiệm chi phí, thời gian cho người dân",
    ],
    held_out=closed.TAILS,
    share=0.5,
)  # fmt: skip


def title(dice: Dice) -> str:
    """Return the words of a task."""
    words = [dice.one(VERBS), dice.one(OBJECTS)]
    if dice.often(0.35):
        words[-1] = dice.further(words[-1], ", ", OBJECTS)
    if dice.often(0.8):
        words.append(dice.one(SCOPES))
    text = " ".join(words)
    if dice.often(0.4):
        text += dice.one([", ", "; ", ", "]) + dice.one(TAILS)
    return text + dice.one(["", "", ".", ""])


def theme(dice: Dice) -> str:
    """Return the title of a theme."""
    return f"{dice.one(THEMES)} {dice.one(THEME_TAILS)}".strip()


def measure(dice: Dice) -> tuple[str, str]:
    """Return the name of an indicator and its unit."""
    name, unit = dice.one(MEASURES)
    return f"{name} {dice.one(MEASURE_TAILS)}".strip(), unit


def output(dice: Dice) -> str:
    """Return a required output."""
    text = dice.one(OUTPUTS)
    return f"{text} {dice.one(SCOPES)}" if dice.often(0.2) else text
