"""Web pages (.html, .htm), such as a saved page of a law portal: the words that a reader sees."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import Any

from thuocdo.documents import errors
from thuocdo.documents.blocks import Block
from thuocdo.documents.encodings import decoded
from thuocdo.documents.errors import Unreadable
from thuocdo.documents.layout import Cell, Grid, Heading, Item, spread, tidy, to_blocks
from thuocdo.documents.reading.labels import roman
from thuocdo.documents.reading.parts import letterhead, secrecy_mark

SUFFIXES = (".html", ".htm")
SECONDS = 8.0
MEGABYTES = 600
MAX_DEPTH = 500

_LOOK = 4096
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([a-z0-9_:.-]{1,40})""", re.IGNORECASE)
_UTF8 = frozenset({"utf-8", "utf8", "us-ascii", "ascii"})
_DROPPED = frozenset(
    {
        "head", "title", "script", "style", "nav", "aside", "template", "noscript", "svg", "math", "iframe",
        "object", "select", "button", "textarea", "audio", "video", "canvas", "del",
    }
)  # fmt: skip
_INLINE = frozenset(
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i",
        "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
        "time", "tt", "u", "var", "wbr", "img", "input", "nobr",
    }
)  # fmt: skip
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_COUNT = re.compile(r"\d{1,4}")
_LETTERS = 26
_SPAN = re.compile(r"\s*(\d{1,6})")


def read(data: bytes) -> list[Block]:
    """Return the blocks of the visible words."""
    if find_spec("lxml") is None:
        raise Unreadable(errors.NEEDS_FORMATS, suffix=SUFFIXES[0])
    items = _Page().items(_tree(_words(data)))
    blocks = to_blocks(items)
    # Menus of the site may stand above the document: the mark is looked for up to the first table.
    before = next((place for place, block in enumerate(blocks) if block.table), len(blocks))
    for block in blocks[:before]:
        if mark := secrecy_mark([block]):
            raise Unreadable(errors.CLASSIFIED, mark=mark)
    return blocks[letterhead(blocks[:before]) :]


def items_of(words: str) -> list[Item]:
    """Return paragraphs and tables of a piece of HTML."""
    return _Page().items(_tree(words))


def _words(data: bytes) -> str:
    """Return the page as text: the byte order mark rules, then what the page says, then UTF-8."""
    said = _CHARSET.search(data[:_LOOK])
    charset = said[1].decode("ascii").lower() if said and not data.startswith(b"\xef\xbb\xbf") else "utf-8"
    if b"\x00" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable(errors.BINARY)
    if charset not in _UTF8:
        try:
            return data.decode("utf-8")  # many pages name an encoding that they do not keep to
        except UnicodeDecodeError:
            pass
        try:
            data = data.decode(charset).encode()
        except (LookupError, ValueError):
            raise Unreadable(errors.NOT_UTF8) from None
    return decoded(data, check_lines=False)  # many pages are one line


def _tree(words: str) -> Any:
    from lxml import etree, html  # noqa: PLC0415  the base install has no lxml

    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root = html.document_fromstring(words.encode(), parser=parser)
    except etree.XMLSyntaxError:  # nothing that a page holds is an error; the memory was not enough
        raise Unreadable(errors.BROKEN) from None
    except (etree.ParserError, ValueError, AssertionError):
        raise Unreadable(errors.EMPTY) from None
    return root


@dataclass(slots=True)
class _Table:
    """A table being read: rows of (cell, columns, rows), and the cell that is open."""

    rows: list[list[tuple[Cell, int, int]]] = field(default_factory=list)
    cell: Cell = field(default_factory=Cell)


@dataclass(slots=True)
class _List:
    """A list being read; a numbered one shows a number before each item that is no text of the page."""

    numbered: bool
    following: int
    form: str

    def next(self, value: str) -> str:
        """Return the number of the next item, or the one that the item itself asks for."""
        number = int(value) if _COUNT.fullmatch(value) else self.following
        self.following = number + 1
        if self.form in {"i", "I"} and (figures := roman(number)):
            return figures if self.form == "I" else figures.lower()
        if self.form in {"a", "A"} and 0 < number <= _LETTERS:
            return chr(ord(self.form) + number - 1)
        return str(number)


class _Page:
    """Goes through the tags in their order, without recursion, and collects paragraphs and tables."""

    def __init__(self) -> None:
        self._items: list[Item] = []
        self._tables: list[_Table] = []
        self._line: list[str] = []
        self._lists: list[_List] = []
        self._pre = 0
        self._heads = False

    def items(self, root: Any) -> list[Item]:
        """Return paragraphs and tables; refuse a page nested deeper than any that people write."""
        depth = 0
        for event, element in _steps(root):
            if event == "start":
                depth += 1
                if depth > MAX_DEPTH:
                    raise Unreadable(errors.TOO_DEEP, limit=str(MAX_DEPTH))
                self._open(element)
                self._add(element.text)
            else:
                depth -= 1
                self._close(element.tag)
                self._add(element.tail)
        self._end_line()
        return self._items

    def _open(self, element: Any) -> None:
        tag = element.tag
        if tag in _INLINE:
            return
        self._end_line()
        if tag == "table":
            self._tables.append(_Table())
        elif tag == "tr" and self._tables:
            self._tables[-1].rows.append([])
            self._tables[-1].cell = Cell()
        elif tag in {"td", "th"} and self._tables:
            table = self._tables[-1]
            table.cell = Cell()
            if not table.rows:
                table.rows.append([])
            table.rows[-1].append((table.cell, _span(element, "colspan"), _span(element, "rowspan")))
        elif tag in {"ol", "ul"}:
            self._lists.append(_List(tag == "ol", _start(element), element.get("type", "1")))
        elif tag == "li" and self._lists and self._lists[-1].numbered:
            self._line.append(f"{self._lists[-1].next(element.get('value', ''))}. ")
        elif tag == "pre":
            self._pre += 1
        self._heads = self._heads or tag == "h1"

    def _close(self, tag: str) -> None:
        if tag in _INLINE:
            return
        self._end_line()
        if tag == "table":
            grid: Grid = spread(self._tables.pop().rows)
            self._here().append(grid)
        elif tag in {"ol", "ul"} and self._lists:
            self._lists.pop()
        elif tag == "pre":
            self._pre -= 1
        self._heads = self._heads and tag != "h1"

    def _here(self) -> list[Item]:
        return self._tables[-1].cell.items if self._tables else self._items

    def _add(self, text: str | None) -> None:
        if not text:
            return
        first, *rest = text.split("\n") if self._pre else [text]
        self._line.append(first)
        for line in rest:
            self._end_line()
            self._line.append(line)

    def _end_line(self) -> None:
        text = "".join(self._line)
        self._line.clear()
        words = tidy(text)
        if words or ("\u00a0" in text and not self._tables):
            self._here().append(Heading(words) if self._heads else words)


def _steps(root: Any) -> Iterator[tuple[str, Any]]:
    """Yield start and end of each element; of one that is not shown only its end, for what follows it."""
    element, event = root, "start"
    while True:
        if event == "start" and not _shows(element):
            event = "end"
            yield "start", _EMPTY
            yield "end", _Tail(element.tail)
        else:
            yield event, element
            if event == "start" and len(element):
                element = element[0]
                continue
            if event == "start":
                yield "end", element
        if element is root:
            return
        following = element.getnext()
        element, event = (following, "start") if following is not None else (element.getparent(), "end")


@dataclass(frozen=True, slots=True)
class _Tail:
    """Stands for an element that is not shown: only the words behind it count."""

    tail: str | None = None
    text: str | None = None
    tag: str = "span"


_EMPTY = _Tail()


def _shows(element: Any) -> bool:
    if element.tag in _DROPPED or not isinstance(element.tag, str) or "hidden" in element.attrib:
        return False
    return element.get("aria-hidden") != "true" and not _HIDDEN.search(element.get("style", ""))


def _start(element: Any) -> int:
    found = element.get("start", "")
    return int(found) if _COUNT.fullmatch(found) else 1


def _span(element: Any, name: str) -> int:
    found = _SPAN.match(element.get(name, ""))
    return max(1, int(found[1])) if found else 1
