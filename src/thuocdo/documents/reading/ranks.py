"""Figures that are ranks: “nhóm 3 nước dẫn đầu”, “top ten in Asia”, “hạng 40”."""

import re

_RANK = re.compile(
    r"(?:(?:nhóm|top|tốp|leading|best)(?:\s+(?:đầu|the|of))?\s*-?\s*|"
    r"(?:thuộc|trong|vào|among|amongst)\s+(?:số\s+|the\s+)?)$"
)
GROUP = re.compile(r"(?:nhóm|top|tốp|leading|best)(?:\s+(?:đầu|the|of))?\s*-?\s*$")
PLACED = re.compile(
    r"(?:(?:xếp|đứng|giữ|đạt|lên)\s+)*\b(?:(?:vị trí|thứ hạng|hạng|thứ)\s+)+$|\b(?:rank(?:ed)?|ranks|"
    r"ranking)\s+(?:at\s+)?(?:the\s+)?$"
)
RANKED_WORDS = re.compile(r"\b(?:nhóm|top|tốp|hạng|thứ|rank|ranked|leading|among)\b")
_RANK_STOP = re.compile(r"[,;.]|\b(?:về|with|and|và)\b")
_RANKED = re.compile(
    r"\s*(?:leading |largest |best )?(?:countries|economies|nations|provinces|cities|nước|quốc gia|tỉnh|"
    r"địa phương|thành phố|"
    r"nền kinh tế|đại học|universities)\b"
)
_LED = re.compile(r"\s*(?:\w+\s+){0,3}?(?:dẫn đầu|đứng đầu|hàng đầu|tốt nhất)")
_LEADERS = re.compile(
    r"^[^,;.]{0,40}?\b(?:dẫn đầu|đứng đầu|hàng đầu|tốt nhất|cao nhất|leading|top|best|most \w+|highest|"
    r"\w+ nhất|[\w-]+est)\b"
)
_PLACE = re.compile(
    r"(?:\b(?:trong|tại|của|ở|in|of|across)\s+)?(?:\bthe\s+)?(?:\bkhu vực\s+)?"
    r"(?P<place>\b(?:đông nam á|châu á(?:[\s-]+thái bình dương)?|châu âu|châu phi|asean|thế giới|toàn cầu|"
    r"cả nước|"
    r"toàn quốc|khu vực|south-?east asia|asia(?:[\s-]+pacific)?|europe|africa|world(?:wide)?|global(?:ly)?|"
    r"country|nationwide|nation(?:ally)?|region)\b)"
)


def rank_named(before: str, after: str) -> str:
    """Return how a rank is named: "group", "place" (among the N leading), "=" (a position), or ""."""
    if GROUP.search(before):
        return "group"
    if PLACED.search(before):
        return "="
    if _RANK.search(before) and _LEADERS.search(after):
        return "place"
    return ""


def rank_start(before: str) -> int:
    """Return where the words begin that make the figure a rank."""
    found = GROUP.search(before) or _RANK.search(before) or PLACED.search(before)
    return found.start() if found else len(before)


def rank_end(text: str, words: str, end: int) -> tuple[int, str | None]:
    """Return where the words of a rank end, and the region or list that it is a rank in."""
    stop = _RANK_STOP.search(words, end)
    place = _PLACE.search(words, end, stop.start() if stop else len(words))
    if place:
        return place.end(), text[place.start("place") : place.end("place")]
    lead = _LED.match(words, end) or _RANKED.match(words, end)
    return lead.end() if lead else end, None
