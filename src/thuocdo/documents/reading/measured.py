"""What a figure in a sentence measures, in the words of the document."""

import re
from collections.abc import Sequence
from itertools import pairwise

from thuocdo.documents.reading.figures import Figure
from thuocdo.documents.reading.spelling import plain

_DEED = re.compile(
    r"(?:kết nạp|vận động|trồng|xây|xây dựng|sửa chữa|cải tạo|đào tạo|bồi dưỡng|tập huấn|hỗ trợ|mở|tổ chức|"
    r"tuyển|tuyển dụng|thành lập|hình thành|phát triển|thu hút|cấp|giải quyết|tạo|đóng|mua|lắp đặt)\s+"
    r"(?:\w+ )?(?:mới|thêm|bổ sung|được|lại)\b"
)
"""“Kết nạp mới (150 đảng viên)”: a verb that says nothing of what is counted."""
_Span = tuple[int, int]
_LEAD = re.compile(
    r"^[\s,;:.*_“\"-]*(?:(?:trong đó(?: có)?|đồng thời|và|phấn đấu|mục tiêu(?: là)?|với|of which|in which|"
    r"and|with|"
    r"while|including|also|there|that|ensure that|ensuring that|bảo đảm|đảm bảo|ít nhất là|"
    r"(?:(?:đến|vào|trong|by|in|until|before|trước)\s+)(?:(?:hết|cuối|ngày|tháng|quý|năm|the|end|of|mid|early|late|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|q[1-4]|"
    r"[ivx]{1,3}|\d{1,2}(?:st|nd|rd|th)?)[\s,/.-]+)*20\d\d|"
    r"(?:giai đoạn)\s+20\d\d\s*[-–]\s*20\d\d)\b[\s,:]*)+"
)
_NARROWER = re.compile(
    r",\s+(?:trong đó(?: có)?|bảo đảm|đảm bảo|phấn đấu|đóng góp vào|góp phần|ensuring(?: that)?|"
    r"contributing to(?: maintaining)?|maintaining|of which|in which|with|bringing|raising|đưa|nâng)\s+"
)
_TAIL = re.compile(
    r"(?:[\s,:(]|\b(?:đạt|đạt mức|ở mức|mức|chiếm|duy trì|là|có|còn|xuống|lên|từ|khoảng|thêm|được|tăng lên|"
    r"đạt được|"
    r"phải|cần|sẽ|phấn đấu|bảo đảm|đảm bảo|và|bình quân|trung bình|"
    r"will|shall|must|should|reach|reaches|reaching|account|accounts|for|be|is|to|at|by|of|will be|an|"
    r"average|from|"
    r"maintain|maintained|achieve|attain|stand|about|have|has|make up|constitute|represent|and|with|a|remain|"
    r"come|"
    r"kept|raised|brought|reduced|increased|contributes?))+$"
)
_GROWS = re.compile(r"\b(?:tăng|giảm|increase|rise|grow|reduce|decrease|fall)\w*\s*$")
_TOPIC = re.compile(
    r"^[\s,]*(?:(?:countries|economies|nations|provinces|nước|quốc gia|tỉnh|địa phương)\s+)?(?:về|"
    r"trong lĩnh vực|for|in terms of|in|on|by|regarding|according to|theo)\s+(?P<topic>\S.*)"
)
_OF = re.compile(r"^[\s,]*(?:of|số|các|trong tổng số)\s+")
_FROM = re.compile(
    r"^[\s,]*(?:from|in|trong|tại|ở|so với|compared|annually|by|mỗi|per|will|shall|must|is|are|are to|to)\b"
)
_DOES = re.compile(
    r"(?:\b(?:to|will|shall|must|should)\s+[a-z]+|\b(?:by|of|for)\s+[a-z]+ing)$|"
    r"^(?:we|it|they|our (?:aim|target|goal)|the (?:aim|target|goal))\b"
)
"""What ends with a verb that the figure is the object of: “We aim to vaccinate (at least 80% of …)”."""
_VERB_ONLY, _VERB_WITH_ONE = 2, 4
_CUT = re.compile(r",\s+|\s+và\s+|\s+and\s+|\s+with\s+")
_LONGEST = 400


def pieces(words: str, spans: Sequence[_Span]) -> list[_Span]:
    """Return for each figure the part of the sentence that is about it.

    The border between two figures is a semicolon, else the last comma, else “và”, “and”, “with”.
    """
    if not spans:
        return []
    borders = [0]
    for (_start, end), (following, _end) in pairwise(spans):
        between = words[end:following]
        if ";" in between:
            borders.append(end + between.rindex(";") + 1)
            continue
        commas = [cut.end() for cut in _CUT.finditer(between) if cut.group().startswith(",")]
        joins = [cut.start() for cut in _CUT.finditer(between) if not cut.group().startswith(",")]
        cut = commas[-1] if commas else joins[-1] if joins else len(between)
        borders.append(end + cut)
    ends = [*borders[1:], len(words)]
    found = []
    for (start, end), (first, last) in zip(spans, zip(borders, ends, strict=True), strict=True):
        opening = words.rfind(";", first, start) + 1
        closing = words.find(";", end, last)
        found.append((max(first, opening), closing if closing >= 0 else last))
    return found


def measured(sentence: str, figure: Figure, piece: _Span, spans: Sequence[_Span], place: int) -> str:
    """Return the words that say what is measured, without the figure where they stand on one side of it."""
    if figure.kind == "rank" and (topic := _ranked_in(sentence, spans, place)):
        return topic
    printed = sentence[piece[0] : figure.start]
    left = _trim(printed)
    governed = left != printed.strip(' ,.;:*_“"-')
    acts = left and _acts(left, sentence[figure.end : piece[1]], figure)
    if not acts and (len(left.split()) > _VERB_ONLY or (governed and _is_name(left))):
        return left
    right = sentence[figure.end : piece[1]].strip(" ,.;:*_")
    words = plain(right)
    if figure.kind.startswith("percent"):
        if left or not right or _FROM.match(words):
            return _whole(sentence, piece)
        of = _OF.match(words)
        return right[of.end() if of else 0 :][:_LONGEST]
    if left:
        return _whole(sentence, piece)
    unit = figure.unit or ""
    start = sentence.rfind(unit, figure.number, figure.end) if unit else figure.end
    return sentence[start : piece[1]].strip(" ,.;:*_")[:_LONGEST] or _whole(sentence, piece)


def _acts(left: str, right: str, figure: Figure) -> bool:
    """Say whether the words before the figure only tell what is done to what it counts."""
    if figure.kind.startswith("percent"):
        return bool(_OF.match(plain(right)) and _DOES.search(plain(left)))
    short = _VERB_ONLY < len(left.split()) <= _VERB_WITH_ONE
    return short and figure.kind == "number" and bool(figure.unit) and bool(_DEED.match(plain(left)))


def _ranked_in(sentence: str, spans: Sequence[_Span], place: int) -> str:
    """Return what several ranks in a row share: “nhóm 3 …, nhóm 50 … về A” is about A twice."""
    closing = sentence.find(";", spans[place][1])
    stop = closing if closing >= 0 else len(sentence)
    last = max(end for start, end in spans if start < stop and end >= spans[place][1])
    for end in dict.fromkeys((spans[place][1], last)):
        if topic := _TOPIC.match(plain(sentence[end:stop])):
            return sentence[end + topic.start("topic") : stop].strip(" ,.;:*_")[:_LONGEST]
    return ""


def _trim(left: str) -> str:
    openings = list(_NARROWER.finditer(plain(left)))
    left = left[openings[-1].end() :] if openings else left
    lead = _LEAD.match(plain(left))
    left = left[lead.end() :] if lead else left
    words = plain(left)
    tail = _TAIL.search(words)
    kept = left[: tail.start()] if tail else left
    return kept.strip(' ,.;:*_“"-')[-_LONGEST:]


def _is_name(left: str) -> bool:
    """Say whether one or two words name a thing and are no verb: “HDI”, “Internet users”."""
    first = left.split()[:1]
    return bool(first) and (
        left.isupper() or (len(left.split()) == _VERB_ONLY and not _VERB.match(plain(left)))
    )


_VERB = re.compile(
    r"(?:thu hút|bố trí|dành|đào tạo|xây dựng|hình thành|thành lập|hoàn thành|phát triển|triển khai|trích|"
    r"giảm|tăng|"
    r"nâng|có|hỗ trợ|attract|allocate|train|build|establish|complete|create|increase|reduce|cut|raise|launch|"
    r"set|"
    r"there|ensure|support|spend|each|every|mỗi|to)\b"
)


def _whole(sentence: str, piece: _Span) -> str:
    text = sentence[piece[0] : piece[1]]
    lead = _LEAD.match(plain(text))
    return text[lead.end() if lead else 0 :].strip(" ,.;:*_")[:_LONGEST]
