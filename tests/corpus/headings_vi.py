"""Vietnamese headings of columns, as offices word them."""

# ruff: noqa: E501  a pool of words stands together

from tests.corpus.chance import Pool
from tests.corpus.headings_aims_vi import AIMS
from tests.corpus.headings_bodies_vi import BODIES

HEADINGS = {
    "no": Pool(
        shared=["TT", "STT", "Số TT"], dev=["Stt"], second=["SỐ TT", "Mã số", "S\nTT"],
        third=["Số thứ tự", "Mã NV", "Mã nhiệm vụ"],
        fourth=["Thứ tự"],
        fifth=["Mã số nhiệm vụ", "Mã"],
        sixth=["Số hiệu nhiệm vụ", "Ký hiệu", "STT nhiệm vụ", "Mã công việc"],
        seventh=["Mã hiệu", "Số NV", "TT nhiệm vụ", "Số thứ tự nhiệm vụ"],
        eighth=["Ký hiệu nhiệm vụ", "Số hiệu", "Mã việc", "Thứ tự nhiệm vụ"],
        ninth=["Mã nhiệm vụ số", "Số mục", "Thứ tự việc", "TT công việc"],
        tenth=["Số việc", "Mã đầu việc", "Thứ tự công việc", "Ký hiệu việc"],
        usual=["Số thứ tự"],
        eleventh=["T.T", "S.T.T", "Stt.", "TT NV"],
        twelfth=["TT.", "Số TT.", "STT (số)", "Mục"],
        thirteenth=[
            "TT đầu việc", "TT (nhiệm vụ)", "STT (nhiệm vụ)",
        ],
        fresh=0.2,
        share=0.1,
    ),
    "title": Pool(
        shared=["Nhiệm vụ", "Nội dung", "Nội dung nhiệm vụ", "Tên nhiệm vụ"],
        dev=["NHIỆM VỤ", "Nhiệm vụ, giải pháp", "Nội dung công việc"],
        second=["Nhiệm vụ cụ thể", "Nội dung thực hiện", "Nhiệm vụ/Giải pháp", "Công việc", "Nhiệm vụ chủ yếu", "Tên công việc"],
        third=[
            "Nội dung, nhiệm vụ", "Nhiệm vụ trọng tâm", "Tên nhiệm vụ/đề án", "Nội dung hoạt động", "Đầu việc",
            "Nội dung nhiệm vụ được giao",
        ],
        fourth=[
            "Tên nhiệm vụ, giải pháp", "Nội dung nhiệm vụ, giải pháp", "Nội dung triển khai", "Nhiệm vụ thực hiện",
            "Nhiệm vụ, công việc", "Hoạt động", "Các nhiệm vụ chủ yếu", "Danh mục nhiệm vụ",
        ],
        fifth=[
            "Nội dung nhiệm vụ cụ thể", "Nhiệm vụ, nội dung công việc", "Các nhiệm vụ cụ thể", "Nội dung công việc thực hiện",
            "Nhiệm vụ được giao", "Nhiệm vụ/Đề án", "Các nhiệm vụ, giải pháp",
        ],
        sixth=[
            "Nhiệm vụ, hoạt động", "Nội dung nhiệm vụ trọng tâm", "Nhiệm vụ, giải pháp cụ thể",
            "Tên nhiệm vụ, đề án, dự án", "Nội dung công tác", "Nhiệm vụ/Hoạt động", "Công việc cụ thể",
            "Nội dung, công việc thực hiện",
        ],
        seventh=[
            "Nhiệm vụ chi tiết", "Nội dung nhiệm vụ/công việc", "Nhiệm vụ cần thực hiện", "Tên công việc, nhiệm vụ",
            "Các hoạt động", "Tên đề án, nhiệm vụ", "Nhiệm vụ và giải pháp", "Nội dung hoạt động, nhiệm vụ",
        ],
        eighth=[
            "Nội dung, giải pháp thực hiện", "Tên nhiệm vụ cụ thể", "Nhiệm vụ, đề án",
            "Công việc phải thực hiện", "Nội dung nhiệm vụ thực hiện", "Việc cần làm", "Nhiệm vụ triển khai",
            "Nội dung các nhiệm vụ",
        ],
        ninth=[
            "Nội dung việc cần làm", "Nhiệm vụ phải triển khai", "Công việc, hoạt động",
            "Nhiệm vụ, công việc cụ thể", "Nội dung triển khai thực hiện", "Các công việc chính",
            "Tên hoạt động", "Nhiệm vụ/Công việc",
        ],
        tenth=[
            "Nội dung đầu việc", "Việc phải làm", "Nhiệm vụ/Nội dung công việc", "Công việc được giao",
            "Tên đầu việc", "Nhiệm vụ, nội dung thực hiện", "Các việc chính", "Nội dung nhiệm vụ, hoạt động",
        ],
        usual=[
            "Nhiệm vụ, giải pháp", "Nội dung công việc", "Nhiệm vụ cụ thể", "Nội dung thực hiện",
            "Công việc",
        ],
        eleventh=[
            "Nhiệm vụ chính", "Nhiệm vụ, giải pháp chủ yếu", "Nội dung, nhiệm vụ, giải pháp",
            "Nội dung chính", "Nhiệm vụ, giải pháp thực hiện", "Nhiệm vụ/Nội dung",
            "Tên nhiệm vụ, công việc",
        ],
        twelfth=[
            "Nội dung nhiệm vụ, công việc", "Tên nhiệm vụ, hoạt động", "Nội dung/Nhiệm vụ",
            "Nội dung công việc, nhiệm vụ", "Nhiệm vụ trọng tâm, cụ thể", "Nội dung hoạt động cụ thể",
            "Nhiệm vụ - giải pháp", "Các nội dung thực hiện", "Danh mục nhiệm vụ, giải pháp",
            "Nội dung các hoạt động", "Tên nhiệm vụ/giải pháp", "Các hoạt động cụ thể",
            "Nội dung, giải pháp",
        ],
        thirteenth=[
            "Nội dung công việc được giao", "Công việc được phân công",
            "Nội dung nhiệm vụ cụ thể phải thực hiện", "Nhiệm vụ UBND tỉnh giao",
            "Nội dung, nhiệm vụ được phân công", "Tên nhiệm vụ theo kế hoạch",
            "Nội dung nhiệm vụ theo chương trình công tác", "Nhiệm vụ và nội dung công việc",
            "Nội dung công việc phải làm", "Nhiệm vụ giao", "Nội dung chỉ đạo", "Công việc triển khai",
            "Nội dung kế hoạch", "Tên nhiệm vụ, đề án", "Nội dung, công việc", "Nội dung nhiệm vụ, đề án",
            "Nội dung nhiệm vụ cần thực hiện",
        ],
    ),
    "output": Pool(
        shared=["Sản phẩm", "Kết quả", "Sản phẩm đầu ra"],
        dev=["SẢN PHẨM", "Sản phẩm, kết quả", "Kết quả đầu ra"],
        second=["Kết quả/Sản phẩm", "Dự kiến sản phẩm", "Kết quả cần đạt", "Sản phẩm dự kiến hoàn thành", "Hình thức văn bản"],
        third=[
            "Sản phẩm/Kết quả đầu ra", "Yêu cầu sản phẩm", "Sản phẩm hoàn thành", "Kết quả, sản phẩm", "Kết quả dự kiến",
            "Sản phẩm\n(văn bản, công trình)",
        ],
        fourth=["Sản phẩm dự kiến", "Kết quả/sản phẩm dự kiến", "Sản phẩm/Kết quả", "Sản phẩm cụ thể", "Dự kiến kết quả, sản phẩm", "Sản phẩm\nchủ yếu"],
        fifth=["Kết quả đầu ra dự kiến", "Sản phẩm, kết quả đầu ra", "Sản phẩm đạt được", "Kết quả hoàn thành", "Sản phẩm dự kiến đạt được"],
        sixth=[
            "Sản phẩm chính", "Kết quả phải đạt", "Sản phẩm/Kết quả dự kiến", "Sản phẩm bàn giao",
            "Kết quả đầu ra/Sản phẩm", "Sản phẩm phải hoàn thành",
        ],
        seventh=[
            "Kết quả, sản phẩm hoàn thành", "Sản phẩm đầu ra chủ yếu", "Yêu cầu kết quả, sản phẩm",
            "Kết quả đầu ra cụ thể", "Sản phẩm cần đạt", "Sản phẩm hoặc kết quả",
        ],
        eighth=[
            "Sản phẩm, kết quả dự kiến", "Kết quả cụ thể", "Sản phẩm công việc", "Sản phẩm theo yêu cầu",
            "Dự kiến kết quả", "Sản phẩm/Văn bản",
        ],
        ninth=[
            "Kết quả, sản phẩm đầu ra", "Sản phẩm phải nộp", "Sản phẩm giao nộp", "Kết quả mong đợi",
            "Sản phẩm, văn bản ban hành", "Kết quả phải hoàn thành",
        ],
        tenth=[
            "Sản phẩm phải có", "Kết quả bàn giao", "Sản phẩm/Kết quả phải đạt", "Đầu ra",
            "Sản phẩm, đầu ra", "Kết quả/Văn bản",
        ],
        usual=[
            "Sản phẩm, kết quả", "Sản phẩm dự kiến", "Kết quả đầu ra", "Kết quả/Sản phẩm",
            "Sản phẩm hoàn thành",
        ],
        eleventh=[
            "Kết quả, sản phẩm dự kiến", "Sản phẩm, kết quả cần đạt", "Kết quả/sản phẩm đầu ra",
            "Dự kiến sản phẩm đầu ra", "Sản phẩm/Kết quả cần đạt", "Sản phẩm, kết quả chủ yếu",
            "Sản phẩm (văn bản)",
        ],
        twelfth=[
            "Kết quả, sản phẩm chủ yếu", "Dự kiến sản phẩm hoàn thành", "Sản phẩm/đầu ra",
            "Kết quả, sản phẩm cụ thể", "Kết quả, sản phẩm cần đạt", "Sản phẩm (hình thức văn bản)",
            "Hình thức sản phẩm", "Kết quả cần đạt được", "Loại văn bản/sản phẩm", "Kết quả (sản phẩm)",
            "Dự kiến kết quả đạt được", "Sản phẩm trình",
        ],
        thirteenth=[
            "Sản phẩm (kết quả) phải đạt", "Sản phẩm, kết quả cuối cùng", "Kết quả đầu ra dự kiến đạt",
            "Văn bản, sản phẩm hoàn thành", "Sản phẩm/văn bản trình", "Kết quả yêu cầu",
            "Sản phẩm (dự kiến)", "Yêu cầu kết quả", "Kết quả, sản phẩm dự kiến hoàn thành",
            "Sản phẩm ban hành", "Sản phẩm, văn bản",
        ],
    ),
    "deadline": Pool(
        shared=["Thời gian hoàn thành", "Thời hạn", "Thời gian thực hiện", "Thời hạn hoàn thành"],
        dev=["THỜI GIAN", "Thời gian", "Tiến độ hoàn thành"],
        second=["Lộ trình thực hiện", "Mốc thời gian", "Tiến độ", "Thời gian, tiến độ", "Hạn hoàn thành", "Thời điểm hoàn thành"],
        third=[
            "Thời hạn\n(tháng/năm)", "Thời hạn thực hiện", "Thời gian\nhoàn thành", "Thời gian dự kiến hoàn thành",
            "Thời gian (quý/năm)", "Mốc hoàn thành",
        ],
        fourth=[
            "Thời gian triển khai", "Thời gian thực hiện\n(dự kiến)", "Thời gian thực hiện, hoàn thành", "Thời hạn phải hoàn thành",
            "Thời gian hoàn thành\n(tháng, năm)", "Tiến độ, thời gian hoàn thành",
        ],
        fifth=[
            "Thời hạn, tiến độ", "Thời gian trình, hoàn thành", "Thời gian phải hoàn thành", "Thời gian, lộ trình thực hiện",
            "Dự kiến thời gian hoàn thành", "Tiến độ thực hiện, hoàn thành",
        ],
        sixth=[
            "Thời gian kết thúc", "Hạn thực hiện", "Thời gian, thời hạn hoàn thành", "Thời hạn cuối",
            "Thời gian thực hiện và hoàn thành", "Hạn chót",
        ],
        seventh=[
            "Thời gian cần hoàn thành", "Kỳ hạn hoàn thành", "Hạn hoàn thành\n(ngày/tháng/năm)", "Thời điểm kết thúc",
            "Mốc thời gian hoàn thành", "Thời gian hoàn thành dự kiến",
        ],
        eighth=[
            "Thời gian hoàn tất", "Hạn hoàn thành nhiệm vụ", "Thời hạn giải quyết", "Mốc thời gian thực hiện",
            "Thời hạn hoàn thành\n(quý/năm)", "Thời hạn dự kiến",
        ],
        ninth=[
            "Thời gian chậm nhất", "Hạn cuối hoàn thành", "Thời gian hoàn thành (tháng/năm)",
            "Thời gian kết thúc nhiệm vụ", "Thời gian phải xong", "Hạn xong",
        ],
        tenth=[
            "Thời hạn phải xong", "Hạn phải xong", "Mốc hoàn tất", "Thời gian, hạn hoàn thành",
            "Ngày/tháng hoàn thành", "Thời hạn (chậm nhất)",
        ],
        usual=["Thời gian", "Tiến độ", "Lộ trình thực hiện", "Tiến độ hoàn thành", "Hạn hoàn thành"],
        eleventh=[
            "Tiến độ thực hiện", "Thời hạn hoàn thành nhiệm vụ", "Thời gian hoàn thành nhiệm vụ",
            "Thời gian, tiến độ thực hiện", "Thời gian thực hiện/hoàn thành",
            "Thời gian thực hiện nhiệm vụ", "Thời hạn thực hiện, hoàn thành",
        ],
        twelfth=[
            "Thời gian dự kiến", "Thời gian/Thời hạn", "Tiến độ/Thời hạn hoàn thành",
            "Dự kiến hoàn thành", "Thời gian, lộ trình", "Tiến độ (thời gian)",
            "Thời gian/Tiến độ", "Thời hạn thực hiện/hoàn thành", "Thời gian hoàn thành/trình",
            "Dự kiến thời gian thực hiện", "Thời gian hoàn thành (quý/năm)", "Thời gian ban hành",
            "Thời gian/lộ trình thực hiện",
        ],
        thirteenth=[
            "Thời hạn hoàn thành theo kế hoạch", "Thời gian hoàn thành được giao",
            "Hạn hoàn thành được giao", "Thời gian hoàn thành chậm nhất", "Thời gian (tháng, quý)",
            "Hạn xử lý", "Thời gian trình", "Ngày hoàn thành", "Thời hạn xử lý", "Thời hạn giao",
            "Yêu cầu thời gian", "Thời gian hoàn thành (dự kiến)", "Hạn hoàn thành theo kế hoạch",
            "Thời gian hoàn thành theo yêu cầu", "Thời gian, tiến độ hoàn thành",
        ],
    ),
    "serves": Pool(
        shared=["Nhiệm vụ theo NQ 57"], dev=["Nhiệm vụ theo Nghị quyết 57-NQ/TW"],
        second=["Thực hiện nhiệm vụ tại Nghị quyết 71/NQ-CP", "Nhiệm vụ tương ứng của NQ 57-NQ/TW"],
        third=["Số thứ tự nhiệm vụ tại Nghị quyết 57-NQ/TW"],
        fourth=["Nhiệm vụ tương ứng tại Nghị quyết 03/NQ-CP", "Thực hiện nhiệm vụ theo Nghị quyết 57-NQ/TW"],
        fifth=["Nhiệm vụ theo Nghị quyết số 57-NQ/TW", "Nhiệm vụ tương ứng tại Nghị quyết 57-NQ/TW"],
        sixth=["Nhiệm vụ tại Nghị quyết số 57-NQ/TW", "Nhiệm vụ tương ứng theo Nghị quyết số 57-NQ/TW"],
        seventh=["Nhiệm vụ tại NQ 57-NQ/TW", "Nhiệm vụ theo Nghị quyết số 71/NQ-CP"],
        eighth=["Nhiệm vụ nêu tại Nghị quyết 57-NQ/TW", "Nhiệm vụ theo NQ số 57-NQ/TW"],
        ninth=["Nhiệm vụ đối ứng tại Nghị quyết 57-NQ/TW", "Nhiệm vụ theo Nghị quyết 03/NQ-CP"],
        tenth=[
            "Nhiệm vụ liên quan tại Nghị quyết 57-NQ/TW", "Số nhiệm vụ của Nghị quyết số 57-NQ/TW",
        ],
        eleventh=["Nhiệm vụ giao tại Nghị quyết số 57-NQ/TW", "Số nhiệm vụ theo Nghị quyết 57-NQ/TW"],
        twelfth=[
            "Nhiệm vụ tương ứng tại NQ 57-NQ/TW", "STT nhiệm vụ tại Nghị quyết số 57-NQ/TW",
            "Thứ tự nhiệm vụ tại Nghị quyết 71/NQ-CP",
        ],
        thirteenth=[
            "Nhiệm vụ số (Nghị quyết số 03/NQ-CP)", "Số thứ tự nhiệm vụ trong Nghị quyết số 03/NQ-CP",
            "Mã nhiệm vụ của Nghị quyết cấp trên",
        ],
    ),
    "status": Pool(
        shared=["Tình trạng", "Trạng thái"], dev=["Tình trạng thực hiện"], second=["Mức độ hoàn thành", "Trạng thái thực hiện"],
        third=["Tình trạng xử lý", "Đánh giá mức độ hoàn thành"],
        fourth=["Trạng thái xử lý", "Tình trạng hoàn thành"],
        fifth=["Tình trạng nhiệm vụ", "Trạng thái nhiệm vụ"],
        sixth=["Tình trạng triển khai", "Trạng thái hoàn thành"],
        seventh=["Trạng thái triển khai", "Tình trạng thực hiện nhiệm vụ"],
        eighth=["Tình trạng hiện tại", "Trạng thái hiện nay"],
        ninth=["Tình hình hoàn thành", "Trạng thái công việc"],
        tenth=["Đánh giá tình trạng", "Trạng thái tiến độ"],
        usual=["Tình trạng thực hiện"],
        eleventh=["Tình trạng tiến độ", "Trạng thái thực hiện nhiệm vụ"],
        twelfth=[
            "Tình trạng (hoàn thành/chưa hoàn thành)", "Tiến độ, tình trạng",
            "Tình trạng hoàn thành nhiệm vụ",
        ],
        thirteenth=[
            "Tình trạng (đúng hạn, quá hạn)", "Trạng thái hiện tại", "Tình hình thực hiện",
        ],
    ),
    "result": Pool(
        shared=["Kết quả thực hiện", "Kết quả đạt được"], dev=["Kết quả đến nay"], second=["Kết quả triển khai", "Kết quả thực hiện đến 30/6"],
        third=["Kết quả đã đạt được", "Kết quả thực hiện đến thời điểm báo cáo"],
        fourth=["Kết quả thực hiện đến nay", "Kết quả thực hiện trong kỳ"],
        fifth=["Kết quả thực hiện nhiệm vụ", "Kết quả triển khai đến nay"],
        sixth=["Kết quả thực hiện cụ thể", "Tóm tắt kết quả thực hiện"],
        seventh=["Kết quả thực hiện lũy kế", "Kết quả triển khai thực hiện"],
        eighth=["Kết quả đạt được đến nay", "Kết quả đã thực hiện"],
        ninth=["Kết quả đã làm được", "Kết quả thực hiện tính đến nay"],
        tenth=["Kết quả làm được đến nay", "Tóm tắt kết quả đạt được"],
        usual=["Kết quả đến nay"],
        eleventh=["Tình hình, kết quả thực hiện", "Kết quả thực hiện đến kỳ báo cáo"],
        twelfth=[
            "Kết quả thực hiện (đến nay)", "Kết quả thực hiện đến ngày báo cáo", "Kết quả cụ thể đến nay",
        ],
        thirteenth=[
            "Kết quả thực hiện của đơn vị", "Nội dung đã thực hiện", "Kết quả xử lý",
            "Kết quả đã đạt được đến kỳ báo cáo",
        ],
    ),
    "notes": Pool(
        shared=["Ghi chú"], dev=["GHI CHÚ"], second=["Chú thích", "Ghi chú khác"],
        third=["Lưu ý", "Ghi chú thêm"],
        fourth=["Ghi chú, kiến nghị", "Ghi chú (nếu có)"],
        fifth=["Ghi chú/Đề xuất", "Ghi chú, đề xuất"],
        sixth=["Ghi chú, giải trình", "Chú giải", "Ghi chú về nhiệm vụ"],
        seventh=["Ghi chú bổ sung", "Ghi chú, đề nghị", "Thông tin ghi chú"],
        eighth=["Ghi chú, giải thích", "Nội dung ghi chú", "Ghi chú/Lưu ý"],
        ninth=["Ghi chú riêng", "Phần ghi chú", "Ghi chú cần thiết"],
        tenth=["Ghi chú kèm theo", "Điều cần ghi chú", "Mục ghi chú"],
        eleventh=["Ghi chú, thuyết minh", "Ghi chú (lý do)"],
        twelfth=["Ghi chú khác (nếu có)", "Ghi chú:"],
        thirteenth=[
            "Ghi chú của đơn vị", "Ghi chú (nếu điều chỉnh)", "Ghi chú (lý do, vướng mắc)",
        ],
        fresh=0.15,
        share=0.06,
    ),
    "money": Pool(
        shared=["Kinh phí", "Nguồn kinh phí"], dev=["Kinh phí (triệu đồng)"], second=["Dự kiến kinh phí", "Nguồn lực thực hiện"],
        third=["Khái toán kinh phí\n(tỷ đồng)", "Nguồn vốn", "Kinh phí thực hiện"],
        fourth=["Kinh phí dự kiến\n(triệu đồng)", "Dự toán kinh phí", "Nguồn kinh phí thực hiện"],
        fifth=["Kinh phí\n(đồng)", "Kinh phí dự toán", "Tổng kinh phí"],
        sixth=["Nhu cầu kinh phí", "Kinh phí\n(tỷ đồng)", "Mức kinh phí dự kiến"],
        seventh=["Kinh phí ước tính\n(triệu đồng)", "Dự kiến kinh phí thực hiện", "Tổng nhu cầu vốn"],
        eighth=["Kinh phí thực hiện\n(triệu đồng)", "Ước kinh phí", "Dự toán\n(triệu đồng)"],
        ninth=["Kinh phí cần bố trí\n(triệu đồng)", "Số tiền dự kiến", "Kinh phí khái toán"],
        tenth=["Kinh phí bố trí\n(triệu đồng)", "Mức kinh phí", "Nguồn lực tài chính"],
        usual=["Kinh phí thực hiện", "Dự kiến kinh phí"],
        eleventh=["Kinh phí dự kiến", "Dự kiến nguồn kinh phí", "Kinh phí (tr.đ)", "Nguồn lực, kinh phí"],
        twelfth=[
            "Kinh phí (nếu có)", "Kinh phí (đvt: triệu đồng)", "Nguồn lực",
            "Dự kiến kinh phí (triệu đồng)", "Kinh phí/nguồn kinh phí", "Nguồn vốn thực hiện",
        ],
        thirteenth=[
            "Dự kiến nguồn lực", "Khái toán kinh phí", "Dự toán", "Tổng kinh phí (triệu đồng)",
            "Dự toán kinh phí (nghìn đồng)",
        ],
    ),
    "theme": Pool(
        shared=["Nhóm nhiệm vụ"], dev=["Lĩnh vực"], second=["Nhóm nhiệm vụ, giải pháp", "Trụ cột"],
        third=["Nhóm giải pháp", "Nhóm nội dung", "Mảng công tác"],
        fourth=["Nhóm nhiệm vụ chính", "Lĩnh vực công tác", "Nhóm nhiệm vụ/giải pháp"],
        fifth=["Nhóm nhiệm vụ, công việc", "Nhóm lĩnh vực"],
        sixth=["Nhóm công việc", "Lĩnh vực, nhóm nhiệm vụ", "Mảng nhiệm vụ"],
        seventh=["Nhóm vấn đề", "Nhóm nhiệm vụ trọng tâm", "Chủ đề"],
        eighth=["Lĩnh vực trọng tâm", "Trụ cột, lĩnh vực", "Nhóm chủ đề"],
        ninth=["Nhóm việc", "Nhóm nội dung công tác", "Lĩnh vực nhiệm vụ"],
        tenth=["Nhóm công tác", "Mảng nội dung", "Lĩnh vực phụ trách"],
        usual=["Lĩnh vực"],
        eleventh=["Nhóm nhiệm vụ chủ yếu", "Nhóm nhiệm vụ, lĩnh vực", "Nhóm giải pháp chủ yếu"],
        twelfth=[
            "Nhóm nhiệm vụ chung", "Nội dung, nhóm nhiệm vụ", "Nhóm nội dung nhiệm vụ",
            "Lĩnh vực, nội dung", "Nhóm mục tiêu",
        ],
        thirteenth=[
            "Mảng lĩnh vực", "Nhóm công việc, nhiệm vụ", "Mảng công việc", "Nội dung lớn",
            "Lĩnh vực quản lý",
        ],
    ),
    "plan": Pool(
        shared=["Kế hoạch thực hiện"], dev=["Yêu cầu"], second=["Kết quả và thời gian", "Tiến độ và sản phẩm"],
        third=["Sản phẩm và thời hạn", "Yêu cầu thực hiện"],
        fourth=["Kế hoạch hoàn thành", "Kết quả, thời gian thực hiện"],
        fifth=["Sản phẩm, thời gian hoàn thành", "Kết quả và tiến độ"],
        sixth=["Sản phẩm và tiến độ", "Kết quả, thời hạn hoàn thành"],
        seventh=["Kết quả và thời hạn", "Yêu cầu về sản phẩm, tiến độ"],
        eighth=["Sản phẩm và thời gian hoàn thành", "Yêu cầu hoàn thành"],
        ninth=["Sản phẩm và hạn hoàn thành", "Thời hạn và kết quả"],
        tenth=["Sản phẩm, hạn xong", "Yêu cầu về kết quả, thời hạn"],
        usual=["Sản phẩm và tiến độ"],
        eleventh=["Sản phẩm và thời gian", "Kết quả, tiến độ", "Yêu cầu sản phẩm, thời gian"],
        twelfth=[
            "Kết quả, thời gian", "Thời gian và sản phẩm", "Thời gian, kết quả thực hiện",
            "Tiến độ, sản phẩm",
        ],
        thirteenth=[
            "Sản phẩm, thời hạn",
        ],
    ),
} | BODIES | AIMS  # fmt: skip
