"""The foreword that only the closed part has."""

# ruff: noqa: E501  a pool of words stands together

FOREWORDS = {
    "vi": [
        "Sau một năm vận hành mô hình chính quyền địa phương hai cấp, toàn tỉnh đã giải quyết 312.480 hồ sơ, trong đó 96,2% đúng và trước hạn.",
        "Trong 74 nhiệm vụ được giao năm trước, các cơ quan đã hoàn thành 63 nhiệm vụ, còn 11 nhiệm vụ chuyển sang kỳ này.",
        "Để khắc phục các hạn chế đã được chỉ ra, Kế hoạch này tập trung vào những việc có địa chỉ, có thời hạn rõ ràng.",
    ],
    "en": [
        "Message from the Mayor",
        "Over the past year we met 1,260 residents at 18 community forums and received 540 written comments.",
        "Some 71% of the activities in the last plan were completed, and 22 are continued in this one.",
        "Every activity now has an office responsible, an output and a schedule.",
    ],
}
