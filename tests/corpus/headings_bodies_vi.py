"""Vietnamese headings of the columns of bodies, as offices word them."""

# ruff: noqa: E501  a pool of words stands together

from tests.corpus.chance import Pool
from tests.corpus.closed import headings_bodies_vi as closed

BODIES = {
    "leads": Pool(
        shared=["Cơ quan chủ trì", "Đơn vị chủ trì", "Chủ trì"],
        dev=["CƠ QUAN CHỦ TRÌ", "Cơ quan chủ trì thực hiện"],
        second=["Cơ quan, đơn vị chủ trì", "Cơ quan chịu trách nhiệm", "Đơn vị thực hiện", "Đơn vị đầu mối", "Cơ quan/Đơn vị chủ trì"],
        third=[
            "Cơ quan\nchủ trì", "Chủ trì thực hiện", "Cơ quan được giao chủ trì", "Đơn vị chủ trì tham mưu", "CQ chủ trì",
            "Cơ quan đầu mối",
        ],
        fourth=[
            "Đơn vị chủ trì thực hiện", "Cơ quan, đơn vị chủ trì thực hiện", "Cơ quan chủ trì\n(đầu mối)", "Cơ quan chủ trì, tham mưu",
            "ĐV chủ trì", "Đơn vị được giao chủ trì",
        ],
        fifth=[
            "Cơ quan thực hiện chính", "Cơ quan chủ trì/đầu mối", "Cơ quan, địa phương chủ trì", "Đơn vị chủ trì, tham mưu",
            "Sở, ngành chủ trì", "Đơn vị đầu mối chủ trì",
        ],
        sixth=[
            "Cơ quan chủ trì tham mưu", "Cơ quan chịu trách nhiệm chính", "Đơn vị, địa phương chủ trì",
            "Cơ quan chủ trì soạn thảo", "Cơ quan, tổ chức chủ trì", "Cơ quan, đơn vị được giao chủ trì",
        ],
        seventh=[
            "Cơ quan, đơn vị chịu trách nhiệm chính", "Đơn vị chủ trì triển khai", "Cơ quan chủ trì triển khai",
            "Đơn vị chịu trách nhiệm chủ trì", "Phòng, ban, đơn vị chủ trì", "Đơn vị được phân công chủ trì",
        ],
        eighth=[
            "Đơn vị chủ trì (đầu mối)", "Tổ chức chủ trì", "Phân công chủ trì", "Đơn vị thực hiện chính",
            "Ban, ngành chủ trì", "Cơ quan chủ trì\n(chịu trách nhiệm chính)",
        ],
        ninth=[
            "Đơn vị chịu trách nhiệm chính", "Cơ quan giữ vai trò chủ trì", "Nơi chủ trì",
            "Cơ quan, đơn vị đầu mối", "Đơn vị chủ trì chính", "Cơ quan chủ trì (chính)",
        ],
        tenth=[
            "Bên chủ trì", "Đơn vị, cá nhân chủ trì", "Cơ quan nhận nhiệm vụ chủ trì",
            "Đơn vị đứng đầu (chủ trì)", "Chịu trách nhiệm chủ trì", "Cơ quan/tổ chức chủ trì",
        ],
        usual=[
            "Cơ quan, đơn vị chủ trì", "Đơn vị thực hiện", "Cơ quan chủ trì thực hiện",
            "Đơn vị chủ trì thực hiện",
        ],
        eleventh=[
            "Cơ quan, đơn vị chủ trì tham mưu", "Cơ quan/đơn vị chủ trì thực hiện",
            "Đơn vị chủ trì tham mưu thực hiện", "Chủ trì tham mưu", "Cơ quan chủ trì thực hiện nhiệm vụ",
            "Đơn vị, bộ phận chủ trì", "Cấp, ngành chủ trì",
        ],
        twelfth=[
            "Cơ quan chủ trì/thực hiện", "Cơ quan thường trực, chủ trì", "Đơn vị chủ trì/tham mưu", "Đơn vị/Cơ quan chủ trì", "Chủ trì (đơn vị)", "Đơn vị chịu trách nhiệm thực hiện",
            "Đơn vị (chủ trì)", "Phòng chủ trì", "Cơ quan/Đơn vị thực hiện",
            "Cơ quan, đơn vị, địa phương chủ trì", "Bộ, cơ quan chủ trì", "Cơ quan tham mưu",
        ],
        thirteenth=[
            "Đơn vị chủ trì tham mưu, thực hiện", "Cơ quan được phân công chủ trì", "Sở/ngành chủ trì",
            "Cơ quan chủ trì (sở, ngành)", "Đơn vị phụ trách", "Đơn vị được giao nhiệm vụ", "Giao chủ trì",
            "Bộ phận chủ trì", "Trách nhiệm chủ trì", "Cơ quan được giao", "Đơn vị đầu mối thực hiện",
            "Đơn vị xử lý chính", "Cơ quan đầu mối chủ trì", "Cơ quan chủ trì xử lý",
        ],
        held_out=closed.BODIES["leads"],
    ),
    "coordinators": Pool(
        shared=["Cơ quan phối hợp", "Đơn vị phối hợp", "Phối hợp"],
        dev=["CƠ QUAN PHỐI HỢP", "Cơ quan phối hợp thực hiện"],
        second=["Cơ quan, đơn vị phối hợp", "Các đơn vị phối hợp", "Cơ quan/Đơn vị phối hợp", "Đơn vị liên quan"],
        third=[
            "Phối hợp thực hiện", "Cơ quan\nphối hợp", "Cơ quan, tổ chức phối hợp", "CQ phối hợp", "Đơn vị tham gia phối hợp",
        ],
        fourth=["Đơn vị phối hợp thực hiện", "Cơ quan, đơn vị phối hợp thực hiện", "Cơ quan, đơn vị cùng phối hợp", "ĐV phối hợp", "Các cơ quan phối hợp"],
        fifth=[
            "Các cơ quan, đơn vị phối hợp", "Đơn vị, địa phương phối hợp", "Sở, ngành phối hợp", "Cơ quan/đơn vị phối hợp thực hiện",
            "Cơ quan tham gia phối hợp",
        ],
        sixth=[
            "Cơ quan, địa phương phối hợp", "Cơ quan cùng phối hợp", "Phối hợp tham mưu", "Cơ quan phối hợp chính",
            "Cơ quan, đơn vị tham gia phối hợp",
        ],
        seventh=[
            "Các đơn vị cùng phối hợp", "Đơn vị, tổ chức phối hợp", "Phối hợp triển khai",
            "Phòng, ban, đơn vị phối hợp", "Đơn vị được phân công phối hợp",
        ],
        eighth=[
            "Tổ chức phối hợp", "Phân công phối hợp", "Ban, ngành phối hợp", "Cơ quan phối hợp (nếu có)",
            "Đơn vị phối hợp chính",
        ],
        ninth=[
            "Cơ quan phối hợp triển khai", "Đơn vị cùng phối hợp", "Các bên phối hợp",
            "Cơ quan, đơn vị cùng thực hiện", "Nơi phối hợp",
        ],
        tenth=[
            "Bên phối hợp", "Các đơn vị tham gia phối hợp", "Cùng phối hợp thực hiện",
            "Cơ quan/tổ chức phối hợp", "Phối hợp cùng",
        ],
        usual=[
            "Cơ quan, đơn vị phối hợp", "Cơ quan phối hợp thực hiện", "Đơn vị phối hợp thực hiện",
            "Các đơn vị phối hợp",
        ],
        eleventh=[
            "Cơ quan/đơn vị cùng phối hợp", "Đơn vị phối hợp tham mưu", "Cơ quan, đơn vị phối hợp tham mưu",
            "Cơ quan phối hợp thực hiện nhiệm vụ", "Đơn vị, bộ phận phối hợp", "Cấp, ngành phối hợp",
        ],
        twelfth=[
            "Đơn vị liên quan phối hợp", "Cơ quan, đơn vị, địa phương phối hợp", "Đơn vị/Cơ quan phối hợp",
            "Đơn vị phối hợp, tham gia", "Đơn vị (phối hợp)", "Phối hợp (đơn vị)", "Phòng phối hợp",
            "Cơ quan, đơn vị liên quan", "Bộ, cơ quan phối hợp", "Cơ quan phối hợp/tham gia",
            "Các cơ quan, đơn vị, địa phương phối hợp",
        ],
        thirteenth=[
            "Cơ quan, đơn vị được giao phối hợp", "Sở/ngành, địa phương phối hợp", "Giao phối hợp",
            "Bộ phận phối hợp", "Trách nhiệm phối hợp", "Đơn vị phối hợp xử lý", "Các sở, ngành phối hợp",
            "Các cơ quan, địa phương phối hợp",
        ],
        held_out=closed.BODIES["coordinators"],
    ),
    "bodies": Pool(
        shared=["Cơ quan thực hiện", "Phân công thực hiện"], dev=["Tổ chức thực hiện"], second=["Trách nhiệm", "Đơn vị tham gia"],
        third=[
            "Phân công trách nhiệm", "Đơn vị chủ trì và phối hợp", "Cơ quan, đơn vị thực hiện",
        ],
        fourth=["Cơ quan chủ trì, phối hợp", "Đơn vị chủ trì/phối hợp", "Phân công"],
        fifth=["Cơ quan chủ trì và phối hợp", "Phân công nhiệm vụ", "Đơn vị chủ trì, phối hợp thực hiện"],
        sixth=["Trách nhiệm thực hiện", "Đơn vị chủ trì, đơn vị phối hợp", "Phân công chủ trì, phối hợp"],
        seventh=[
            "Cơ quan chủ trì/phối hợp", "Đơn vị chủ trì - phối hợp", "Cơ quan, đơn vị chủ trì, phối hợp",
        ],
        eighth=["Chủ trì, phối hợp", "Phân công cơ quan thực hiện", "Đơn vị chủ trì; đơn vị phối hợp"],
        ninth=[
            "Đơn vị chủ trì, đơn vị cùng phối hợp", "Cơ quan, đơn vị được phân công",
            "Nơi thực hiện (chủ trì, phối hợp)",
        ],
        tenth=[
            "Chủ trì/phối hợp thực hiện", "Đơn vị thực hiện (chủ trì; phối hợp)", "Trách nhiệm chủ trì, phối hợp",
        ],
        usual=["Cơ quan chủ trì, phối hợp"],
        eleventh=[
            "Đơn vị chủ trì, phối hợp", "Cơ quan, đơn vị chủ trì và phối hợp",
            "Phân công chủ trì và phối hợp", "Cơ quan chủ trì - Cơ quan phối hợp",
        ],
        twelfth=[
            "Cơ quan chủ trì; phối hợp", "Cơ quan, đơn vị chủ trì/phối hợp",
            "Trách nhiệm thực hiện (chủ trì, phối hợp)", "Phân công chủ trì/phối hợp",
            "Cơ quan chủ trì, cơ quan phối hợp",
        ],
        thirteenth=[
            "Phân công thực hiện (chủ trì, phối hợp)",
            "Cơ quan, đơn vị được phân công (chủ trì, phối hợp)", "Đơn vị chủ trì và phối hợp thực hiện",
            "Đơn vị thực hiện (chủ trì/phối hợp)", "Phân công đơn vị thực hiện",
            "Phân công cơ quan chủ trì và phối hợp",
        ],
        held_out=closed.BODIES["bodies"],
    ),
}  # fmt: skip
