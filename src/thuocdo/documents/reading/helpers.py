"""Where the names of bodies end in a sentence: by known names, by capitals, and by what is to be done."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

from thuocdo.documents.reading.agencies import Directory
from thuocdo.documents.reading.bodies import begins_as_body
from thuocdo.documents.reading.spelling import bare

VERBS = (
    r"chủ trì|có trách nhiệm|chịu trách nhiệm|lãnh đạo|chỉ đạo|phối hợp|khẩn trương|tham mưu|thực hiện|"
    r"xây dựng|"
    r"ban hành|trình|tổ chức(?! (?:chính trị|xã hội|đoàn thể|liên quan|đảng|có |chịu |khác|cá nhân|nghề)|,)|"
    r"hướng dẫn|theo dõi|rà soát|nghiên cứu|báo cáo|hoàn thiện|hoàn thành|bố trí|đề xuất|"
    r"triển khai|tiếp tục|cân đối|bảo đảm|đảm bảo|đẩy mạnh|kiểm tra|giám sát|đôn đốc|tăng cường|chủ động|"
    r"căn cứ|"
    r"quyết định|phê duyệt|thành lập|cụ thể hóa|cụ thể hoá|quán triệt|đưa|cung cấp|công bố|hỗ trợ|tổng hợp|"
    r"sửa đổi|quy định|lập|phân bổ|tuyên truyền|phổ biến|làm đầu mối|là (?:(?:cơ quan|"
    r"đơn vị) )?đầu mối|phát triển|nâng cấp|"
    r"thể chế hoá|thể chế hóa|góp ý|tham gia|cùng|phải|cần|sẽ"
)
"""Verbs before which the name of a body may end, wherever it stands in the sentence."""
_MORE_VERBS = (
    r"khởi công|động thổ|khánh thành|lắp đặt|lắp|kéo|mở|đóng|vận động|thẩm định|thẩm tra|thanh tra|điều tra|"
    r"khảo sát|đo đạc|đo|mua|bán|sửa|tu bổ|duy tu|cải tạo|tôn tạo|trồng|chăm sóc|nuôi|thả|tưới|nạo vét|"
    r"dọn|thu gom|thu hồi|thu thập|thu hút|phân loại|bàn giao|tiếp nhận|giải phóng|giải quyết|giải ngân|"
    r"xử lý|"
    r"số hóa|số hoá|tích hợp|kết nối|chia sẻ|vận hành|khai thác|đào tạo|bồi dưỡng|tập huấn|huấn luyện|tuyển|"
    r"bổ sung|điều chỉnh|ký|mời|đón|giới thiệu|quảng bá|xúc tiến|truyền thông|đăng|phát động|phát hành|"
    r"phát sóng|"
    r"biên soạn|soạn thảo|dự thảo|tham vấn|lấy ý kiến|đánh giá|sơ kết|tổng kết|khen thưởng|công nhận|"
    r"xác nhận|xác định|thí điểm|nhân rộng|huy động|kêu gọi|di dời|sắp xếp|kiện toàn|củng cố|khôi phục|"
    r"phục hồi|"
    r"bảo tồn|ứng phó|khắc phục|chuẩn bị|chuyển|chuẩn hóa|chuẩn hoá|cập nhật|hiện đại hóa|tạo|duy trì|"
    r"giữ|nhập|"
    r"đặt|khám|tiêm|dạy|vẽ|in ấn|quay|treo|dựng|bảo trì|kiểm định|kiểm kê|kiểm soát|kiểm đếm|thống kê|"
    r"đào|đắp|khoan|xả|chở|cắm|phun|rải|vớt|cứu|nhận|trao|tặng|quyên góp|khử trùng|"
    r"tính toán|phân tích|phân công|giao|nộp|gửi|đề nghị|kiến nghị|tiến hành|thông báo|đăng ký|"
    r"cấp (?:phát|phép|"
    r"giấy|mã|vốn|phiếu|thẻ)|mở rộng|nâng cao|nâng|giảm|tăng|xóa|xoá|chấm dứt|ngăn chặn|tháo gỡ|để|nhằm|"
    r"trong việc"
)
_DEED = re.compile(rf"(?:{VERBS}|{_MORE_VERBS})\b")
_OF_PLACE = r"(?:tỉnh|thành phố|thị xã|huyện|xã|phường|đặc khu|trung ương|khu vực|quốc gia|địa phương)\b"
_TAIL = re.compile(
    rf"{_OF_PLACE}|(?:các cấp|cấp (?:tỉnh|huyện|xã)|cùng cấp|cơ sở|liên quan|có liên quan|trực thuộc|"
    rf"sở tại)\b"
)
_VERB_IN_NAME = re.compile(rf"(?:\w+ ){{1,2}}{_OF_PLACE}(?=\s*(?:[,;]|$)|\s+(?:và|{VERBS}|{_MORE_VERBS})\b)")
_JOIN = re.compile(r"\s*[,;/&]\s*(?:và\s+|cùng\s+)?|\s+(?:và|cùng(?: với)?)\s+")
_GROUP = re.compile(
    r"(?:các|những|một số|đơn vị|cơ quan|địa phương|chính quyền|doanh nghiệp)\b|tổ chức (?:chính|xã|"
    r"liên|đoàn)"
)
_WORD = re.compile(r"[\w&/-]+")
_WITHIN = frozenset({"và", "của", "&", "-"})
_LONGEST = 200
_FEW, _SEVERAL, _MANY = 3, 8, 10  # words in small letters that a name may hold before what is to be done
_SYLLABLES = frozenset(
    {"tạo", "dựng", "nuôi", "đo", "sửa", "chuyển", "giao", "bán", "nhận", "dạy", "đăng", "cứu"}
)
"""Verbs that behind a capital are the rest of a word: “Đào tạo”, “Xây dựng”."""
_CAPITAL_BEFORE = re.compile(r"(?:^|\s)[A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠ-Ỹ]\w*\s$")
_GAP = 3
_HEAD = 2  # words in capitals that only say what kind of body it is: “Ban Quản lý”
_LONGEST_NAME = 18
_LONGEST_KNOWN = 12  # looking for more words of each list would take long
_NO_NAME = re.compile(
    r"\b(?:giao|đã|được|phải|cần|sẽ|là|để|nhằm|do|khi|nếu|này|mọi|mỗi)\b|(?:\bvà|\bcủa|\bvới|,|-)$"
)
_FRAME = re.compile(
    r"^(?:(?P<order>[^.;:]{0,60}?\b(?:[Gg]iao(?: cho)?|[Yy]êu cầu|[Đđ]ề nghị|[Pp]hân công))\s+)?"
    r"(?P<who>[^.;:]{2,200}?),?\s+(?P<deed>(?P<led>chủ trì|có trách nhiệm|chịu trách nhiệm)\b.*\S.*)$",
    re.DOTALL,
)
_ORDER = re.compile(r"^[^.;:]{0,60}?\b(?:[Gg]iao(?: cho)?|[Pp]hân công)\s+")
_LITTLE = frozenset({"of", "the", "for", "and", "in", "on", "to", "de", "la", "del", "&", "at"})
_TEXTS = re.compile(
    r"\b(?:act|law|bill|code|plan|order|circular|decree|decision|resolution|policy|programme|program|"
    r"strategy|"
    r"framework|agreement|regulations?|rules?|memorandum|annex|article|section|project|day|week|year|fund|"
    r"report|register|system|portal)$"
)


@lru_cache(maxsize=512)
def names_end(text: str, directory: Directory) -> int:
    """Return where the list of bodies ends with which the words begin, 0 where they begin with none."""
    end = _name_end(text, 0, directory)
    while end:
        join = _JOIN.match(text, end)
        if not join or not begins_name(text, join.end()):
            break
        further = _name_end(text, join.end(), directory)
        if further == join.end():
            break
        end = further
    return end


def led_by(sentence: str) -> tuple[str, str] | None:
    """Return who leads and what is to be done, where “chủ trì” or “có trách nhiệm” ends the name.

    Whatever the words between “Giao” and “chủ trì” are, they name the body.
    """
    found = _FRAME.match(sentence)
    if not found:
        return None
    who = found["who"].strip(" ,*_")
    if not who[:1].isupper() or len(who.split()) > _LONGEST_NAME or _NO_NAME.search(who.lower()):
        return None
    capitals = sum(word[:1].isupper() for word in who.split())
    bodily = begins_as_body(bare(who))
    if not found["order"] and not bodily and (capitals < _HEAD or found["led"] != "chủ trì"):
        return None
    return who, found["deed"]


def ordered_to(sentence: str, directory: Directory, *, labelled: bool = False) -> tuple[str, str] | None:
    """Return whom “Giao” orders to do what, where neither the body nor what it is to do is known.

    With a labelled time or output behind it, a clause that begins with a body orders without that word.
    """
    order = _ORDER.match(sentence)
    rest = (
        sentence[order.end() :] if order else sentence if labelled and begins_as_body(bare(sentence)) else ""
    )
    if not rest[:1].isupper():
        return None
    end = names_end(rest, directory)
    deed = rest[end:].lstrip(" ,:")
    return (rest[:end], deed) if end and deed[:1].islower() else None


def begins_name(text: str, place: int = 0) -> bool:
    """Say whether a name may begin here: with a capital, or as a group does, “các xã ven biển”."""
    return text[place : place + 1].isupper() or bool(_GROUP.match(text, place))


def is_proper_name(who: str) -> bool:
    """Say whether English words are a name, and not that of an act or a plan: “Philippine Coast Guard”."""
    words = who.replace(",", " ").split()
    if not 0 < len(words) <= _LONGEST_NAME or _TEXTS.search(who.lower()):
        return False
    if len(words) == 1:
        return len(who) > _HEAD and who.isupper()
    tall = [word for word in words if word[0].isupper()]
    return len(tall) > 1 and all(word in tall or word in _LITTLE for word in words)


def _name_end(text: str, place: int, directory: Directory) -> int:
    """Return where one name ends that begins at `place`; `place` itself where none does."""
    start = _known_end(text, place, directory)
    known = start > place
    words = _run(text, start)
    number = 0
    while number < len(words) and _is_tall(text, words, number, inside=known or number > 0):
        number += 1
    if not (number or known):
        return _group_end(text, words) if words and _GROUP.match(text, place) else place
    tall = number
    while number < len(words) and (tail := _TAIL.match(text, words[number].start())):
        number += len(tail.group().split())
    number = min(number, len(words))
    if number < len(words) and not _is_deed(text, words[number].start()):
        farthest = _FEW if known or number > tall else _SEVERAL if tall <= _HEAD else 0
        number = _further_end(text, words, number, farthest)
    return words[number - 1].end() if number else start


def _further_end(text: str, words: Sequence[re.Match[str]], number: int, farthest: int) -> int:
    """Return how many words a name has whose words in small letters go on until something ends it.

    What is to be done ends it, or another name behind “và” or a comma; else the last capital near by.
    """
    for later in range(number + 1, min(number + farthest, len(words) - 1) + 1):
        join = _JOIN.match(text, words[later - 1].end())
        if _is_deed(text, words[later].start()) or (join and begins_name(text, join.end())):
            return later
    join = _JOIN.match(text, words[-1].end())
    if join and begins_name(text, join.end()) and len(words) - number <= farthest:
        return len(words)
    last = number
    if farthest < _SEVERAL:
        return last
    for later in range(number, min(number + farthest, len(words))):
        if later - last >= _GAP:
            break
        counted = words[later].group().isdigit() and words[later - 1].group() == "số"
        if words[later].group()[:1].isupper() or counted:
            last = later + 1  # “Công ty Cổ phần Muối”: capitals go on behind a word or two
    return last


def _run(text: str, place: int) -> list[re.Match[str]]:
    """Return the words from `place` that only blanks part."""
    found: list[re.Match[str]] = []
    end = place
    for word in _WORD.finditer(text, place, place + _LONGEST):
        if text[end : word.start()].strip():
            break
        found.append(word)
        end = word.end()
    return found


def _known_end(text: str, place: int, directory: Directory) -> int:
    """Return where the longest list of known names ends that begins at `place`, `place` where none does."""
    words = islice(_WORD.finditer(text, place, place + _LONGEST), _LONGEST_KNOWN)
    ends = [word.end() for word in words]
    known = (end for end in reversed(ends) if directory.knows(text[place:end]))
    end = next(known, place)
    alone = text[place:end]  # one word in small letters behind a capital is part of a longer name
    return place if " " not in alone and not alone.isupper() else end


def _is_tall(text: str, words: Sequence[re.Match[str]], number: int, *, inside: bool) -> bool:
    """Say whether a word is part of a name by its capital; `inside` says that the name has begun."""
    word = words[number].group()
    if word[:1].isupper() or word[:1].isdigit():
        return word[:1].isupper() or number > 0
    following = words[number + 1].group()[:1] if number + 1 < len(words) else ""
    return inside and word in _WITHIN and following.isupper() and not _heads_name(text, words[number + 1])


def _heads_name(text: str, word: re.Match[str]) -> bool:
    """Say whether a name of its own begins behind “và”: it is another body."""
    return begins_as_body(bare(text[word.start() : word.start() + _LONGEST]))


def _group_end(text: str, words: Sequence[re.Match[str]]) -> int:
    """Return where a group in small letters ends, “các xã ven biển”: where what is to be done begins."""
    for word in words[1 : _MANY + 1]:
        if _is_deed(text, word.start()):
            return words[words.index(word) - 1].end()
    return words[-1].end() if len(words) <= _MANY else words[0].start()


def _is_deed(text: str, place: int) -> bool:
    """Say whether a verb begins here that no name holds: “đầu tư xây dựng tỉnh” is one."""
    found = _DEED.match(text, place)
    if not found or _VERB_IN_NAME.match(text, place):
        return False
    return not (found.group() in _SYLLABLES and _CAPITAL_BEFORE.search(text, 0, place))
