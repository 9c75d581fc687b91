"""Lines of a letterhead that were too long for their side: the motto and the day are whole again."""

import re
from collections.abc import Sequence

from thuocdo.documents.blocks import Block
from thuocdo.documents.reading.spelling import bare

_HEAD = 60
_LONGEST = 60
_MOTTOES = (
    "cong hoa xa hoi chu nghia viet nam",
    "dang cong san viet nam",
    "socialist republic of viet nam",
    "doc lap - tu do - hanh phuc",
    "independence - freedom - happiness",
)
_FEWEST = 2  # words of a motto on its first line
_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)
_OPEN_DAY = re.compile(
    r".*\bngay(?: \d{1,2}(?: thang(?: \d{1,2}(?: nam)?)?)?)?"
    rf"|.*\b(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTHS}),?|(?:{_MONTHS}) \d{{1,2}}(?:st|nd|rd|th)?,?)"
)
_REST_OF_DAY = re.compile(r"(?:(?:(?:ngay )?\d{1,2} )?thang \d{1,2} )?(?:nam )?20\d\d|\d{1,2} nam 20\d\d")
_NAMES_DAY = re.compile(r"\bngay \d{1,2} thang \d{1,2} nam 20\d\d$|[a-z\d],? 20\d\d$")


def mended_head(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with motto and day of the letterhead on one line each."""
    made: list[Block] = []
    for place, block in enumerate(blocks):
        if place < _HEAD and made and _is_one_line(made[-1], block):
            made[-1] = made[-1]._replace(text=f"{made[-1].text} {block.text}")
        else:
            made.append(block)
    return made


def _is_one_line(above: Block, block: Block) -> bool:
    if above.table is not None or block.table is not None or not (above.text and block.text):
        return False
    if len(above.text) > _LONGEST or len(block.text) > _LONGEST:
        return False
    first, rest = bare(above.text), bare(block.text)
    return _breaks_motto(first, rest) or _breaks_day(first, rest)


def _breaks_motto(first: str, rest: str) -> bool:
    """Say whether the words end a motto that the line above begins; an issuer may stand before it."""
    for motto in _MOTTOES:
        words = motto.split(" ")
        for cut in range(_FEWEST, len(words)):
            head, tail = " ".join(words[:cut]).rstrip(" -"), " ".join(words[cut:]).lstrip(" -")
            if first.rstrip(" -").endswith(head) and rest.lstrip("- ") == tail:
                return True
    return False


def _breaks_day(first: str, rest: str) -> bool:
    return bool(
        _OPEN_DAY.fullmatch(first) and _REST_OF_DAY.fullmatch(rest) and _NAMES_DAY.search(f"{first} {rest}")
    )
