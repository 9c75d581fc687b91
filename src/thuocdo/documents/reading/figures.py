"""The figures of a sentence that could be goals: how much, of what, and with which bound."""

import re
from dataclasses import dataclass
from decimal import Decimal

from thuocdo.documents.reading.bounds import OR_LESS, OR_MORE, read_bound
from thuocdo.documents.reading.numbers import (
    ENGLISH_WORDS,
    NUMBER,
    NUMBER_WORDS,
    ORDINALS,
    PERCENT,
    WINDOW,
    WORD,
)
from thuocdo.documents.reading.ranks import GROUP, PLACED, rank_end, rank_named, rank_start
from thuocdo.documents.reading.references import without_references
from thuocdo.documents.reading.spelling import plain
from thuocdo.documents.reading.targets import read_number
from thuocdo.documents.reading.units import PER_YEAR, kind_of, unit_end
from thuocdo.documents.types import DraftTarget

_ANY_FIGURE = re.compile(rf"\d|\b(?:{WORD}|đôi|doubl|tripl|quadrupl)", re.IGNORECASE)
_FIGURE = re.compile(
    rf"(?<![\w.,/\x00-])(?P<money>(?:us)?[$€]\s*)?(?P<low>{NUMBER}|(?:{WORD})\b(?! phần| out of))(?:st|nd|rd|"
    rf"th)?"
    rf"(?P<percent>\s*(?:{PERCENT}))?"
)
_JOINED = re.compile(
    r"\s*(?P<join>-|~|\b(?:đến|tới|to|and|và|lên)\b)\s*"
    rf"(?P<high>{NUMBER}|(?:{WORD})\b)(?![^\W_]|[.,]\d)(?P<percent>\s*(?:{PERCENT}))?"
)
_CHANGE = re.compile(
    r"\b(?:increas|ris|rais|grow|reduc|cut|lower|decreas|improv|nâng|đưa|mở rộng|tăng|giảm)[^;]{0,80}"
    r"\b(?:from|từ)\s*(?:\w+\s+){0,2}$"
)
_BUILDS = re.compile(
    r"\b(?:xây dựng|thành lập|hình thành|đào tạo|hoàn thành|có thêm|có|đạt|"
    r"build|establish|create|develop|train|complete|open|launch|attract|form|set up|reach|have)\s+(?:thêm |"
    r"mới |another |new )?$"
)
_TIMES = re.compile(
    r"\bgấp (?P<vi>đôi|hai|ba|bốn|năm|mười)\b(?: lần)?|"
    r"\b(?P<en>doubl(?:e|ing)|tripl(?:e|ing)|quadrupl(?:e|ing))\b(?![- ](?:digit|tax|standard|major|degree))"
)
_TIMES_WORDS = {
    "đôi": 2,
    "double": 2,
    "doubling": 2,
    "triple": 3,
    "tripling": 3,
    "quadruple": 4,
    "quadrupling": 4,
}
_ANY_WORD = re.compile(r"[^\W\d_]{2}")
_UNIT_LETTERS = re.compile(
    r"(?:k?m|km2|m2|m3|ha|kg|mw|gw|kwh|gwh|twh|gbps|mbps|tbps|gb|mb|tb|pb|usd|vnd|x|mwh|pflops|tn|bn|m)\b"
)
LONGEST_SENTENCE = 4000
"""What stands behind so many letters of one sentence is not read for figures."""


_AGED = re.compile(
    r"\b(?:residents|people|persons?|adults|those|women|men|workers|children|citizens|pensioners|aged?|người|"
    r"phụ nữ|công dân|trẻ em)\s+(?:aged\s+|từ\s+)?(?:over|above|under|below|trên|dưới|từ đủ)\s*$"
)
"""What says how old people are: “residents over 65”."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in a sentence: `start` and `end` enclose comparator, number and unit.

    `number` is where the number itself begins. `kind` is what the number counts: "percent",
    "percent_per_year", "rank", "times", "duration", "ratio", "number".
    """

    start: int
    number: int
    end: int
    target: DraftTarget
    unit: str | None
    kind: str
    printed: bool
    """Whether a comparator is printed."""
    about: bool = False
    changed: bool = False
    """Whether the words say from what to what it is to change; the target is the latter."""
    ambiguous: str = ""


def may_hold_figures(text: str) -> bool:
    """Say whether a text holds a digit or a number word beside other words; most sentences do not."""
    return bool(_ANY_FIGURE.search(text) and _ANY_WORD.search(text))


def find_figures(text: str, *, english: bool) -> list[Figure]:
    """Return the figures of a sentence that are no date, reference, mark or part of a name."""
    text = text[:LONGEST_SENTENCE]
    words = without_references(plain(text))
    found: list[Figure] = []
    for match in _FIGURE.finditer(words):
        figure = _figure(text, words, match, english=english)
        if figure and (not found or figure.number >= found[-1].end):
            found.append(figure)
    times = [_times(match) for match in _TIMES.finditer(words)]
    return sorted([*found, *times], key=lambda figure: figure.number) if times else found


def _times(match: re.Match[str]) -> Figure:
    """Return “gấp đôi”, “double” as a figure."""
    word = match["vi"] or match["en"]
    value = str(_TIMES_WORDS.get(word) or NUMBER_WORDS[word])
    unit = "lần" if match["vi"] else "times"
    return Figure(
        match.start(), match.start(), match.end(), DraftTarget("=", value), unit, "times", printed=False
    )


@dataclass(frozen=True, slots=True)
class _Amount:
    """The digits of a figure: one number or a range, and where they end with their per cent sign."""

    low: str
    high: str | None
    end: int
    percent: bool
    unit_start: int
    changed: bool = False


def _figure(text: str, words: str, match: re.Match[str], *, english: bool) -> Figure | None:
    offset = max(0, match.start() - WINDOW)
    before = words[offset : match.start()]
    if not _stands_alone(match, before, words[match.end() : match.end() + WINDOW]):
        return None
    amount = _amount(words, match, before, english=english)
    value, doubtful = _value(amount.low, english=english)
    upper, doubtful_upper = _value(amount.high, english=english) if amount.high else (None, False)
    if value is None:
        return None
    sign, about, start = read_bound(before)
    rank = "" if amount.percent else rank_named(before, words[amount.end : amount.end + WINDOW])
    start = None if start is None else offset + start
    if rank == "place" and sign:
        rank = ""  # “at least 3 leading firms” counts firms
    end = unit_end(words, amount.end, percent=amount.percent)
    scope = None
    if rank:
        sign, start = sign if rank == "=" else "<=", offset + rank_start(before)
        end, scope = rank_end(text, words, amount.end)
    kind = "rank" if rank else kind_of(words[amount.unit_start : end], percent=amount.percent)
    unit = None if rank else text[amount.unit_start : end].strip(" .,-") or None
    if sign and unit is None and not (rank or amount.percent) and _AGED.search(before):
        return None
    if turned := OR_MORE.match(words, end):
        sign, end = "<=" if rank else ">=", turned.end()
    elif turned := OR_LESS.match(words, end):
        sign, end = "<=", turned.end()
    target = DraftTarget("range" if upper else sign or "=", value, upper, scope)
    return Figure(
        start=match.start() if start is None else start,
        number=match.start(),
        end=end,
        target=target,
        unit=unit if not match["money"] else " ".join(filter(None, (match["money"].strip().upper(), unit))),
        kind=kind,
        printed=bool(sign),
        about=about,
        changed=amount.changed,
        ambiguous=amount.low if doubtful else amount.high or "" if doubtful_upper else "",
    )


def _stands_alone(match: re.Match[str], before: str, after: str) -> bool:
    """Say whether the digits or the number word are a number of something, not a piece of a name."""
    low = match["low"]
    if low[0].isdigit():
        return not after[:1].isalpha() or bool(_UNIT_LETTERS.match(after)) or match.group()[-1] == " "
    if low == "năm" and re.match(r"\s*[\d\x00]", after):
        return False  # “năm 2030” is a year
    if GROUP.search(before) or PLACED.search(before) or re.search(r"\bamong the $", before):
        return True
    return low not in ORDINALS and _is_counted(low, before)


def _is_counted(word: str, before: str) -> bool:
    """Say whether a number word counts: behind a bound or a verb of building, or opening the sentence."""
    if word != "năm" and _BUILDS.search(before):
        return True
    english = word in ENGLISH_WORDS and word != "one"
    sign, _about, _start = read_bound(before)
    return sign in {">=", "<="} or bool(english and (sign or not before.strip()))


def _amount(words: str, match: re.Match[str], before: str, *, english: bool) -> _Amount:
    low, end, percent = match["low"], match.end(), bool(match["percent"])
    one = _Amount(low, None, end, percent, match.end("low"))
    joined = _JOINED.match(words, end)
    if not joined or low[0].isdigit() != joined["high"][0].isdigit():
        return one
    high = joined["high"]
    percent = percent or bool(joined["percent"])
    yearly = PER_YEAR.match(words, joined.end())
    if joined["join"] == "lên" or (joined["join"] != "-" and not yearly and _CHANGE.search(before)):
        # “from 20 % to 30 %”: the aim is the latter.
        return _Amount(high, None, joined.end(), percent, joined.end("high"), changed=True)
    if joined["join"] in {"and", "và"} and not re.search(r"\b(?:between|giữa|từ)\s*$", before):
        return one
    if _size(low, english=english) >= _size(high, english=english):
        return one
    return _Amount(low, high, joined.end(), percent, joined.end("high"))


def _value(printed: str, *, english: bool) -> tuple[str | None, bool]:
    if printed in NUMBER_WORDS:
        return str(NUMBER_WORDS[printed]), False
    value, doubts = read_number(printed, english=english)
    return value, bool(doubts)


def _size(printed: str, *, english: bool) -> Decimal:
    value, _doubtful = _value(printed, english=english)
    return Decimal(value or 0)
