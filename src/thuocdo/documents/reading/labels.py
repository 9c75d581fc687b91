"""Labels of rows (numbers, letters, Roman numerals, printed codes) and of the sections between them."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from thuocdo.documents.reading.clauses import LETTERS
from thuocdo.documents.reading.spelling import bare

Form = Literal["number", "letter", "roman", "capital", "group", "printed"]

_NUMBER = re.compile(r"\(?(\d{1,4}(?:\.\d{1,3}){0,3})(?:[.)/:]|\.\))?\)?")
_WORD_NUMBER = re.compile(
    r"(?:action|task|activity|measure|initiative|indicator|kpi|commitment|recommendation|no|so|nhiem vu|"
    r"hoat dong|chi tieu|viec)\.?\s*[:#]?\s*(\d{1,4}(?:\.\d{1,3}){0,3})[.:]?"
)
_LETTER = re.compile(r"\(?([a-zđ])\s?[).]?")
_NUMBER_LETTER = re.compile(r"(\d{1,4})(\.?)([a-zđ])[).]?")
_ROMAN = re.compile(r"([IVXL]{1,7})\s?[.)/:]?")
_CAPITAL = re.compile(r"([A-ZĐ])\s?[.)/:]?")
_PRINTED = re.compile(
    r"(?!(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b)[A-ZĐ][a-z]{1,6}\.\s?\d{1,3}(?:\.\d{1,2})*|"
    r"(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))[A-ZĐ][a-z]{2,12}[-_]\d{1,3}(?:\.\d{1,2})*|"
    r"(?:[IVXL]{1,5}[.\-])?[A-Z]{1,4}\d{1,2}[.\-][A-Z]{1,3}\d{1,3}|[A-ZĐ]{1,8}\d?(?:[\s.\-][IVXL]{1,5}(?=[.\-]))?(?:[\s._/-]?\d{1,4}){1,4}(?:\.?[a-z])?\.?|\d{1,2}-\d{2,3}"
)
_LONGEST = 40
_ROMAN_VALUES = (("L", 50), ("XL", 40), ("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1))
_GROUP_WORDS = (
    r"nhom(?: nhiem vu| giai phap| viec)?|phan|chuong|muc|linh vuc|tru cot|chu de|mang|mui|"
    r"programme(?= )|program(?= )|"
    r"(?:strategic |priority |policy |key )?(?:theme|pillar|part|section|goal|objective|priority|area|"
    r"chapter|focus area|focus|component|strand|outcome|cluster|thrust|workstream|work stream|group|mission|"
    r"aim|imperative|enabler|driver|ambition|dimension|sector|action area|result area|direction|intervention)"
)
_GROUP_LABEL = re.compile(
    rf"(?:{_GROUP_WORDS})\s*(?:thu\s+)?(?:\d{{1,2}}|(?<=\s)(?:[ivxl]{{1,6}}|[a-z]))[.:)]?"
)
_GROUP = re.compile(
    rf"(?P<words>(?:{_GROUP_WORDS})\s*(?:thu\s+)?(?P<code>\d{{1,2}}|(?<=\s)(?:[ivxl]{{1,6}}|[a-z])))\s*[.:)–-]+\s*(?P<title>\S)"
)
_LED = re.compile(
    r"(?P<code>\d{1,2}(?:\.\d{1,2})?|[ivxl]{1,6}|[a-zđ])"
    # A letter and a stroke without a space are an abbreviation: “Đ/v tính”, “V/v”.
    r"\s*(?:[.:)]+\s*|(?:(?<=\d)|(?<=[ivxl]{2}))/\s*|/\s+|\s[–-]\s*)(?P<title>[^\W\d_])"
)
_ACTION_LED = re.compile(
    r"(?:(?:action|task|activity|measure|initiative|indicator|kpi|commitment|recommendation|"
    r"nhiem vu|hoat dong|"
    r"chi tieu)\s+)?(?P<code>[a-z]{0,3}\d{1,3}(?:\.\d{1,3}){0,3})(?:[.:)]+\s+|\s+[–-]\s+|\.?\s+(?=[^\W\d_]))"
    r"(?P<title>\S)"
)


@dataclass(frozen=True, slots=True)
class Label:
    """The label of a row: its code, the code of the row that it is a part of, and its form."""

    code: str
    parent: str | None
    form: Form


def read_label(text: str, parent: str | None = None) -> Label | None:
    """Return the label, None when the words are none; `parent` is the row that a letter belongs to."""
    text = text.strip()
    return _label(text, parent) if text and len(text) <= _LONGEST else None


@lru_cache(maxsize=4096)
def _label(text: str, parent: str | None) -> Label | None:
    if found := _NUMBER.fullmatch(text) or _WORD_NUMBER.fullmatch(bare(text)):
        first, *rest = found[1].split(".")
        parts = [str(int(first)), *rest]  # “1.01” is printed so for the sake of its order
        return Label(".".join(parts), ".".join(parts[:-1]) or None, "number")
    if found := _NUMBER_LETTER.fullmatch(text):
        return Label(f"{int(found[1])}{found[2]}{found[3]}", str(int(found[1])), "letter")
    if (found := _LETTER.fullmatch(text)) and found[1] in LETTERS:
        return Label(f"{parent}.{found[1]}" if parent else found[1], parent, "letter")
    return _other_label(text)


def _other_label(text: str) -> Label | None:
    found = _ROMAN.fullmatch(text)
    if found and roman_value(found[1]):
        return Label(found[1], None, "roman")
    if found := _CAPITAL.fullmatch(text):
        return Label(found[1], None, "capital")
    if _GROUP_LABEL.fullmatch(bare(text)):
        return Label(text.rstrip(".:)"), None, "group")
    return Label(text.rstrip("."), None, "printed") if _PRINTED.fullmatch(text) else None


def section_title(text: str) -> tuple[str, str]:
    """Return (code, title) of a section whose label stands before its words; "" where it has none."""
    words = bare(text)
    if found := _GROUP.match(words):
        return text[: found.end("words")], text[found.start("title") :]
    found = _LED.match(words) if _is_upper(text) else None
    if not found:
        return "", text
    code = text[found.start("code") : found.end("code")]
    return code.upper() if not code.isdigit() else code, text[found.start("title") :]


def leading_code(text: str) -> tuple[str, str]:
    """Return (code, title) of a task whose number stands before its words; "" where it has none."""
    found = _ACTION_LED.match(bare(text))
    if not found:
        return "", text
    printed = text[found.start("code") : found.end("code")]
    return printed, text[found.start("title") :]


def roman_value(text: str) -> int:
    """Return the value of a Roman numeral, 0 when it is none."""
    rest, value = text, 0
    for sign, worth in _ROMAN_VALUES:
        while rest.startswith(sign):
            rest, value = rest[len(sign) :], value + worth
    return 0 if rest else value


def roman(value: int) -> str:
    """Return a number as a Roman numeral."""
    text = ""
    for sign, worth in _ROMAN_VALUES:
        text += sign * (value // worth)
        value %= worth
    return text


def next_label(code: str) -> str:
    """Return the label of the section behind one: 3 behind 2, IV behind III, C behind B; "" for others."""
    if code.isdigit():
        return str(int(code) + 1)
    if value := roman_value(code):
        return roman(value + 1)
    return chr(ord(code) + 1) if len(code) == 1 and "A" <= code < "Z" else ""


def _is_upper(text: str) -> bool:
    """Say whether the label is a figure or stands in capitals: a) is no section."""
    return text[:1].isdigit() or text[:1].isupper()
