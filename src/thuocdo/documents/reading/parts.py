"""The language parts of a file: which one is read, what is hidden in it, and state secrets."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from thuocdo.documents.blocks import Block
from thuocdo.documents.reading.spelling import bare

HIDDEN = "\ufffc"
"""Stands for words that this copy hides behind an invitation to sign up."""

PartLanguage = Literal["vi", "en"]
_MOTTOES: tuple[tuple[str, PartLanguage], ...] = (
    ("cong hoa xa hoi chu nghia viet nam", "vi"),
    ("dang cong san viet nam", "vi"),
    ("socialist republic of viet", "en"),
    ("communist party of viet", "en"),
)
_BELOW_MOTTO = re.compile(r"\W*(?:doc lap\W+tu do|independence\W+freedom)\b")
_RULE = re.compile(r"[-–—_=*\s]+")
_DOT = frozenset(".…")
_DOTS = re.compile(r"[.…\s]+")
_ADVERTISING = re.compile(
    r"sign up|sign in|membership|log ?in|dang nhap|dang ky thanh vien|xem day du|hoi vien"
)
_SECRECY = re.compile(
    r"[\s\[({*]*(?:(?:độ|mức độ) mật\s*:\s*)?(tuyệt mật|tối mật|mật|top secret|secret)[\s\])}*.]*",
    re.IGNORECASE,
)
_WORDS: dict[PartLanguage, frozenset[str]] = {
    "vi": frozenset(
        [
            "và",
            "các",
            "của",
            "về",
            "cho",
            "theo",
            "được",
            "nhiệm",
            "vụ",
            "trong",
            "ngày",
            "tháng",
            "năm",
            "quan",
            "số",
            "thực",
            "hiện",
        ]
    ),
    "en": frozenset(["the", "of", "and", "for", "to", "in", "on", "with", "by"]),
}
_WORD = re.compile(r"[^\W\d_]+")
_BACK = 4
_LETTERHEAD = 6  # issuer, rule and number may stand above the motto
_HEAD = 60
_SAMPLE = 400
_SHARE = 0.03
_DOTTED_LINES = 2
# Looking at one letter first: this is asked of every line.
_MOTTO_LETTERS = frozenset("CcĐđSs")
_LONGEST_MOTTO = 120


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the file in one language."""

    language: PartLanguage
    blocks: Sequence[Block]


def split_parts(blocks: Sequence[Block]) -> list[Part]:
    """Cut the file where a national heading in the other language begins a new document."""
    marks: list[tuple[int, PartLanguage]] = []
    for place, block in enumerate(blocks):
        language = _motto(block.text)
        if language and (not marks or marks[-1][1] != language):
            marks.append((_start(blocks, place), language))
    if not marks:
        spoken = language_of(blocks)
        return [Part(spoken, blocks)] if spoken else []
    cuts = [0, *(place for place, _language in marks[1:]), len(blocks)]
    return [
        Part(language, blocks[cuts[number] : cuts[number + 1]])
        for number, (_place, language) in enumerate(marks)
    ]


def language_of(blocks: Sequence[Block]) -> PartLanguage | None:
    """Return the language whose little words the text uses, None when it is another one."""
    step = max(1, len(blocks) // _SAMPLE)
    words = [word for block in blocks[::step] for word in _WORD.findall(block.text[:_SAMPLE].lower())]
    shares = {name: sum(word in known for word in words) for name, known in _WORDS.items()}
    best = max(shares, key=lambda name: shares[name])
    return best if words and shares[best] / len(words) >= _SHARE else None


def secrecy_mark(blocks: Sequence[Block]) -> str | None:
    """Return the mark of a state secret when one stands on a line of its own near the top."""
    for block in blocks[:_HEAD]:
        for line in block.text.split("\n"):
            if len(line) <= _HEAD and (found := _SECRECY.fullmatch(line)):
                return found[1].upper()
    return None


def letterhead(blocks: Sequence[Block]) -> int:
    """Return where the document begins on a page that shows other words first, 0 when it is not seen."""
    motto = next((place for place, block in enumerate(blocks) if _motto(block.text)), 0)
    above = range(max(0, motto - _LETTERHEAD), motto)
    return next((place for place in above if blocks[place].text.isupper()), motto)


def fold_hidden(blocks: Sequence[Block]) -> tuple[list[Block], int]:
    """Replace each run of dotted lines and its invitation to sign up by one HIDDEN block."""
    kept: list[Block] = []
    count = place = 0
    while place < len(blocks):
        end = place
        while end < len(blocks) and blocks[end].text[:1] in _DOT and _DOTS.fullmatch(blocks[end].text):
            end += 1
        dotted = end - place
        advertised = end < len(blocks) and bool(_ADVERTISING.search(bare(blocks[end].text[:200])))
        if dotted and (advertised or dotted > _DOTTED_LINES):
            kept.append(blocks[place]._replace(text=HIDDEN))
            count += 1
            place = end + advertised
            continue
        kept.append(blocks[place])
        place += 1
    return kept, count


def is_rule(text: str) -> bool:
    """Say whether the line is only a drawn line."""
    return bool(_RULE.fullmatch(text))


def is_motto(text: str) -> bool:
    """Say whether the line is the national heading or the motto below it."""
    words = text[4:] if text[:4].lower() == "the " else text
    return _motto(words) is not None or bool(_BELOW_MOTTO.match(bare(text)))


def _motto(text: str) -> PartLanguage | None:
    if text[:1] not in _MOTTO_LETTERS or len(text) > _LONGEST_MOTTO:
        return None
    words = bare(text)
    return next(
        (language for motto, language in _MOTTOES if motto in words and len(words) < 3 * len(motto)), None
    )


def _start(blocks: Sequence[Block], motto: int) -> int:
    """Return where the issuer's line above the motto begins."""
    place = motto
    while place > 0 and motto - place < _BACK:
        above = blocks[place - 1].text
        if not above or not (is_rule(above) or above.isupper()):
            break
        place -= 1
    return place
