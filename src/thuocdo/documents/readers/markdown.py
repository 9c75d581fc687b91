"""Markdown (.md): paragraphs, headings, lists and pipe tables."""

import html
import re
from collections.abc import Iterator
from importlib.util import find_spec

from thuocdo.documents.blocks import Block
from thuocdo.documents.encodings import decoded
from thuocdo.documents.layout import MAX_COLUMNS, Cell, Grid, Item, tidy, to_blocks
from thuocdo.documents.readers.html import items_of

SUFFIXES = (".md", ".markdown")

_BORDER = re.compile(r"\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?|\|\s*:?-+:?\s*")
_PIPE = re.compile(r"(?<!\\)\|")
_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*")
_ITEM = re.compile(
    r"[-+*•]\s+|\d{1,9}[.)]\s+|[a-zđ]\)\s+|(?:\d{1,2}(?:\.\d{1,2}){1,3}[.)]?|[IVX]{1,5}\.)\s+(?=[^\W\d_a-zà-ỹđ])"
)
_QUOTE = re.compile(r"(?:>\s?)+(?![\s\d=])")
_FENCE = re.compile(r"```|~~~")
_RULE = re.compile(r"(?:[-*_=]\s*){3,}|=+|-+")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_HTML_TABLE = re.compile(r"(?:<div[^<>]*>\s*)?<table\b", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:b|i|u|em|strong|sup|sub|span|small|font|p|div|center|mark)(?:\s[^<>]{0,300})?>", re.IGNORECASE
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LINK = re.compile(r"!?\[([^\[\]]{0,2000})\]\([^()\s]{0,2000}\)")
_STRONG = re.compile(r"(?<!\\)(\*\*\*|\*\*|__|~~)(?=\S)([^*_~\n]{1,5000}?)(?<=[^\s\\])\1")
_EMPHASIS = re.compile(r"(?<![\w*\\])(\*|_)(?=\S)([^*_\n]{1,5000}?)(?<=[^\s\\])\1(?![\w*])")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def read(data: bytes) -> list[Block]:
    """Return the blocks: soft line ends run on, hard ones (two blanks, a backslash, <br>) end a line."""
    return to_blocks(_items(_without_comments(decoded(data)).splitlines()))


def _without_comments(text: str) -> str:
    end = text.rfind("-->") + 3  # looking for the end of one that never ends would take very long
    return _COMMENT.sub("", text[:end]) + text[end:]


def _items(lines: list[str]) -> Iterator[Item]:
    paragraph: list[str] = []
    place = 0
    tables_end = True
    while place < len(lines):
        line = lines[place]
        text = (
            _QUOTE.sub("", line.strip(" \t"), count=1) if line.lstrip().startswith(">") else line.strip(" \t")
        )
        if "|" in text and place + 1 < len(lines) and _BORDER.fullmatch(lines[place + 1].strip()):
            yield from _paragraphs(paragraph)
            end = place + 2
            while end < len(lines) and "|" in lines[end]:
                end += 1
            yield _table([text, *lines[place + 2 : end]])
            place = end
            continue
        if tables_end and _HTML_TABLE.match(text):
            end = _end_of_table(lines, place)
            tables_end = end > 0  # looked for once: each further look would go through all lines again
            if end:
                yield from _paragraphs(paragraph)
                yield from items_of("\n".join(lines[place:end]))
                place = end
                continue
        heading = _HEADING.fullmatch(text)
        ends = not text or heading or _FENCE.match(text) or _RULE.fullmatch(text)
        if ends or _ITEM.match(text):
            yield from _paragraphs(paragraph)
        if heading:
            yield from _lines(heading[1])
        elif not ends:
            if paragraph and _is_emphasised(text) and _is_emphasised(paragraph[-1].strip()):
                yield from _paragraphs(paragraph)  # such lines head a page, one below the other
            paragraph.append(f"{text}\n" if line.endswith(("  ", "\\")) else f"{text} ")
        place += 1
    yield from _paragraphs(paragraph)


def _end_of_table(lines: list[str], first: int) -> int:
    """Return where a table written in HTML ends, 0 when it does not end or cannot be read here."""
    depth = 0
    for place in range(first, len(lines)):
        low = lines[place].lower()
        depth += low.count("<table") - low.count("</table>")
        if depth <= 0:
            return place + 1 if find_spec("lxml") else 0
    return 0


def _is_emphasised(line: str) -> bool:
    return bool(_STRONG.fullmatch(line) or _EMPHASIS.fullmatch(line))


def _paragraphs(lines: list[str]) -> Iterator[str]:
    text = "".join(lines)
    lines.clear()
    if text:
        yield from _lines(text.replace("\\\n", "\n"))


def _table(lines: list[str]) -> Grid:
    rows = []
    for line in lines:
        text = line.strip().removeprefix("|")
        text = text[:-1] if text.endswith("|") and not text.endswith("\\|") else text
        rows.append([Cell([*filter(None, _lines(cell))]) for cell in _PIPE.split(text)[:MAX_COLUMNS]])
    width = len(rows[0])
    return Grid([[*row[:width], *(Cell() for _missing in range(width - len(row)))] for row in rows])


def _lines(text: str) -> Iterator[str]:
    """Yield the lines of a paragraph or cell without the signs of Markdown; "" is a blank kept on purpose."""
    for line in _BREAK.sub("\n", text).split("\n"):
        words = html.unescape(_plain(line))
        if tidy(words) or "\u00a0" in words:
            yield tidy(words)


def _plain(text: str) -> str:
    for pattern in (_STRONG, _EMPHASIS):
        text = pattern.sub(r"\2", text)
    return _ESCAPE.sub(r"\1", _LINK.sub(r"\1", _TAG.sub("", text)))
