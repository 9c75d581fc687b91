"""A small resolution of our own, printed as offices, translators and newspapers print one."""

import textwrap
from collections.abc import Sequence
from typing import NamedTuple


class Clause(NamedTuple):
    """One paragraph in both languages, with the mark that opens it."""

    mark: str
    vi: str
    en: str
    in_digest: bool = True


HEAD_VI = ("HỘI ĐỒNG NHÂN DÂN TỈNH HẢI SƠN", "Số: 12-NQ/TU", "Hải Sơn, ngày 5 tháng 3 năm 2025")
BODY: Sequence[Clause] = (
    Clause(
        "",
        "Những năm gần đây, nghề cá của tỉnh nhà đã có bước tiến nhưng tàu thuyền còn nhỏ, bến bãi còn chật "
        "và "
        "người trẻ chưa gắn bó với biển.",
        "In recent years the fisheries of our province have moved ahead, but the boats are still small, the "
        "harbours are narrow and young people do not stay with the sea.",
    ),
    Clause("I. ", "QUAN ĐIỂM", "VIEWPOINTS", in_digest=False),
    Clause(
        "1. ",
        "Phát triển nghề cá bền vững là việc của toàn tỉnh, lấy ngư dân làm trung tâm và lấy khoa học làm "
        "gốc.",
        "Developing sustainable fisheries is the work of the whole province, with the fishers at the centre "
        "and "
        "science as the root.",
        in_digest=False,
    ),
    Clause("II. ", "MỤC TIÊU", "OBJECTIVES", in_digest=False),
    Clause("1. ", "Đến năm 2030", "By 2030", in_digest=False),
    Clause(
        "- ",
        "Tỉnh thuộc nhóm 5 địa phương dẫn đầu cả nước về nuôi biển; sản lượng nuôi biển chiếm tối thiểu 40% "
        "tổng "
        "sản lượng thủy sản. Tối thiểu 8 cảng cá được nâng cấp theo chuẩn xanh của Hội Nghề cá.",
        "The province will be among the top five localities in the country for marine farming; marine "
        "farming "
        "will account for at least 40% of the total catch. At least eight fishing ports will be upgraded to "
        "the "
        "green standard of the fishers' union.",
    ),
    Clause(
        "- ",
        "Thu nhập của ngư dân tăng trung bình 7 - 9%/năm; tỉ lệ tàu có thiết bị giám sát đạt 100%, trong đó "
        "trên "
        "60% dùng thiết bị sản xuất trong nước. Cứu hộ đạt 3 tàu trên một nghìn ngư dân.",
        "The income of fishers will increase by an average of 7-9% per year; the share of boats with "
        "tracking "
        "devices will reach 100%, of which more than 60% will come from domestic makers. Rescue will reach 3 "
        "boats per thousand people at sea.",
    ),
    Clause("2. ", "Tầm nhìn đến năm 2045", "Vision to 2045", in_digest=False),
    Clause(
        "",
        "Nghề cá của tỉnh thuộc nhóm 10 nghề cá đứng đầu Đông Nam Á về giá trị; chỉ số sức khỏe đại dương "
        "duy "
        "trì trên 0,8.",
        "The fisheries of the province will be among the top ten in Southeast Asia for value; the ocean "
        "health "
        "index will be kept above 0.8.",
    ),
    Clause("III. ", "NHIỆM VỤ, GIẢI PHÁP", "TASKS AND SOLUTIONS", in_digest=False),
    Clause(
        "1. ",
        "Bố trí ít nhất 5% ngân sách sự nghiệp của tỉnh cho nghiên cứu giống biển và bảo vệ rạn san hô ven "
        "bờ.",
        "Allocate at least 5% of the recurrent budget of the province to research on marine seed and to the "
        "protection of the reefs.",
    ),
    Clause(
        "2. ",
        "Bảo đảm các hợp tác xã nắm giữ tối đa 30% hạn ngạch khai thác của từng vùng, tránh dồn vào vài chủ "
        "tàu.",
        "Ensure that cooperatives hold no more than 30% of the quota of each area, so that it does not fall "
        "to "
        "a few owners.",
        in_digest=False,
    ),
)
AIMS = (
    (2030, "<=", "5", None, "rank"),
    (2030, ">=", "40", None, "percent"),
    (2030, ">=", "8", None, "number"),
    (2030, "range", "7", "9", "percent_per_year"),
    (2030, "=", "100", None, "percent"),
    (2030, ">", "60", None, "percent"),
    (2030, "=", "3", None, "ratio"),
    (2045, "<=", "10", None, "rank"),
    (2045, ">", "0.8", None, "number"),
    (None, ">=", "5", None, "percent"),
    (None, "<=", "30", None, "percent"),
)
NOT_IN_DIGEST = AIMS[-1:]
"""The digest leaves clause III.2 out."""


def bilingual() -> str:
    """Return each paragraph in Vietnamese and then in English, headings on one line."""
    lines = [*HEAD_VI, "NGHỊ QUYẾT", "về phát triển nghề cá bền vững"]
    for clause in BODY:
        if clause.vi.isupper() or len(clause.vi) < 30:
            lines.append(f"{clause.mark}{clause.vi} ({clause.en})")
        else:
            lines += [f"{clause.mark}{clause.vi}", clause.en]
    return "\n\n".join(lines)


def english() -> str:
    """Return the translation alone, with no letterhead."""
    return "\n".join(f"{clause.mark}{clause.en}" for clause in BODY)


def wrapped() -> str:
    """Return the Vietnamese text with lines of 76 letters, each followed by a blank one."""
    lines = ["NGHỊ QUYẾT", "CỦA HỘI ĐỒNG NHÂN DÂN TỈNH", "về phát triển nghề cá bền vững", "-----"]
    for clause in BODY:
        lines += textwrap.wrap(f"{clause.mark}{clause.vi}", 76, break_on_hyphens=False)
    return " \n\n".join(lines)


def digest() -> str:
    """Return what a newspaper prints: no numbers, no headings, one clause left out."""
    lines = [
        (
            "Thường trực Hội đồng nhân dân tỉnh vừa ký ban hành Nghị quyết số 12-NQ/TU ngày "
            "05/3/2025 của Hội "
            "đồng "
            "nhân dân tỉnh về phát triển nghề cá bền vững."
        )
    ]
    kept = [clause.vi for clause in BODY if clause.in_digest]
    opening, first, *others = kept
    lines += [opening, f"Nghị quyết đề ra mục tiêu đến năm 2030, {first[0].lower()}{first[1:]}"]
    middle, vision, duty = others
    lines += [middle, f"Tầm nhìn đến năm 2045, {vision[0].lower()}{vision[1:]}"]
    lines += [
        "Để thực hiện các mục tiêu trên, nghị quyết nêu 2 nhiệm vụ, giải pháp.",
        f"Thứ nhất, {duty[0].lower()}{duty[1:]}",
    ]
    return "\n\n".join(lines)
