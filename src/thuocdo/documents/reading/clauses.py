"""The clauses of a document's body: sections I., numbers 1., letters a) in Vietnamese order."""

import dataclasses
import re
from collections.abc import Sequence
from dataclasses import dataclass

from thuocdo.documents.blocks import Block
from thuocdo.documents.reading.parts import HIDDEN
from thuocdo.documents.reading.spelling import bare
from thuocdo.documents.remarks import remark
from thuocdo.documents.types import DraftClause, Remark

LETTERS = [
    "a",
    "b",
    "c",
    "d",
    "đ",
    "e",
    "g",
    "h",
    "i",
    "k",
    "l",
    "m",
    "n",
    "o",
    "p",
    "q",
    "r",
    "s",
    "t",
    "u",
    "v",
    "x",
    "y",
]
_SECTION = re.compile(r"([IVX]{1,6})\s*[.–—-]\s+(\S.*)")
_NUMBER = re.compile(r"(\d{1,2})\.\s+(\S.*)", re.DOTALL)
_LETTER = re.compile(r"(dd|[a-zđ])\)\s+(\S.*)", re.DOTALL)
_ENDS = re.compile(r"(?:phu luc|appendix|annex|noi nhan|recipients?)\b|(?:tm|kt|tl|tuq)\.")
# What a document aims at is no duty; the clauses of its other sections are.
_AIMS = re.compile(r"muc tieu|quan diem|muc dich|objective|viewpoint|purpose|aims")
_ITEMS = ("-", "+", "•")
_REPEAT_LENGTH = 40


@dataclass(slots=True)
class _Number:
    """A numbered paragraph: a heading when letters follow, else a clause itself."""

    code: str
    lines: list[str]
    letters: list[tuple[str, list[str]]] = dataclasses.field(default_factory=list)


def read_clauses(blocks: Sequence[Block]) -> tuple[tuple[DraftClause, ...], list[Remark]]:
    """Return the clauses of the body, up to the first annex, and remarks on gaps and repetitions."""
    clauses: list[DraftClause] = []
    gaps: list[Remark] = []
    for number in _numbers(blocks):
        if not number.letters:
            clauses.append(_clause(number.code, number.lines, gaps))
        expected = 0
        for letter, lines in number.letters:
            code = f"{number.code}.{letter}"
            clauses.append(_clause(code, lines, gaps))
            place = LETTERS.index(letter) if letter in LETTERS else expected
            gaps += [
                remark(f"clause {code}", None, "clause_skipped", letter=missing)
                for missing in LETTERS[expected:place]
            ]
            expected = place + 1
    return tuple(clauses), gaps + _repeated(clauses)


def _clause(code: str, lines: Sequence[str], notes: list[Remark]) -> DraftClause:
    text = "\n".join(lines)
    if HIDDEN in text:
        notes.append(remark(f"clause {code}", "text", "hidden"))
    return DraftClause(code, text.replace(HIDDEN, ""))


def _numbers(blocks: Sequence[Block]) -> list[_Number]:
    found: list[_Number] = []
    section = ""
    open_lines: list[str] | None = None
    passed = False
    for block in blocks:
        text = block.text
        if _ENDS.match(bare(text[:40])):
            if found:
                break
            section, open_lines = "", None
        elif heading := _SECTION.match(text):
            section = "" if _AIMS.search(bare(heading[2])) else heading[1]
            open_lines = None
        elif not text:
            open_lines = None
        elif text == HIDDEN:
            passed = True
            continue
        elif section and (number := _NUMBER.match(text)):
            open_lines = [text]
            found.append(_Number(f"{section}.{number[1]}", open_lines))
        elif section and found and (letter := _LETTER.match(text)):
            open_lines = [text]
            found[-1].letters.append((letter[1].replace("dd", "đ"), open_lines))
        elif open_lines is not None and (not passed or text.startswith(_ITEMS)):
            # Behind a hidden passage only a further item of a list surely belongs to the clause.
            open_lines.append(HIDDEN + text if passed else text)
        passed = False
    return found


def _repeated(clauses: Sequence[DraftClause]) -> list[Remark]:
    seen: dict[str, str] = {}
    found = []
    for clause in clauses:
        words = bare(clause.text.split(" ", 1)[-1])
        if words in seen and len(words) >= _REPEAT_LENGTH:
            found.append(remark(f"clause {clause.code}", None, "clause_repeated", other=seen[words]))
        seen.setdefault(words, clause.code)
    return found
