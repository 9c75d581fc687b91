"""Vietnamese headings of the columns of bodies that only the closed part has."""

BODIES = {
    "leads": [
        "Cơ quan, đơn vị chủ trì tổ chức thực hiện", "Đơn vị chủ trì/đầu mối",
        "Cơ quan chủ trì, chịu trách nhiệm", "Đầu mối chủ trì", "Cơ quan, đơn vị thực hiện chính",
        "Cơ quan, đơn vị phụ trách", "Đơn vị chủ trì (phòng, ban)", "Sở, ban, ngành chủ trì",
        "Đơn vị trực tiếp thực hiện",
        "Cơ quan chủ trì thực hiện, tham mưu", "Đơn vị giao chủ trì", "Phòng, đơn vị chủ trì",
        "Chủ trì tổ chức thực hiện",
        "Đơn vị tham mưu chính", "Cơ quan/Địa phương chủ trì",
    ],
    "coordinators": [
        "Sở, ban, ngành phối hợp", "Cơ quan, đơn vị có liên quan phối hợp", "Đơn vị phối hợp/liên quan",
        "Đơn vị giao phối hợp",
        "Phòng, đơn vị phối hợp", "Phối hợp tổ chức thực hiện", "Cơ quan/Địa phương phối hợp",
        "Đơn vị phối hợp (phòng, ban)", "Cơ quan phối hợp, hỗ trợ",
        "Đơn vị cùng thực hiện",
    ],
    "bodies": [
        "Chủ trì/Phối hợp", "Đơn vị chủ trì thực hiện và phối hợp", "Trách nhiệm chủ trì và phối hợp",
        "Cơ quan thực hiện (chủ trì; phối hợp)",
        "Phân giao thực hiện", "Cơ quan chủ trì và các cơ quan phối hợp",
    ],
}  # fmt: skip
