"""Word documents (.docx): paragraphs, tables and text boxes in the order of the body."""

import re
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from posixpath import normpath
from typing import Any

from thuocdo.documents import errors
from thuocdo.documents.archives import Archive
from thuocdo.documents.blocks import Block
from thuocdo.documents.errors import Unreadable
from thuocdo.documents.layout import MAX_COLUMNS, Cell, Grid, Item, tidy, to_blocks
from thuocdo.documents.reading.parts import secrecy_mark

SUFFIXES = (".docx",)
SECONDS = 10.0
MEGABYTES = 600

_MAIN = "word/document.xml"
_RELATIONS = "_rels/.rels"
_MARGIN = re.compile(r"word/(?:header|footer)\d*\.xml")
# What is deleted, moved away, or a second form of the same drawing for older programs.
_LEFT_OUT = frozenset({"del", "moveFrom", "Fallback", "rPr", "pPr", "instrText", "delText", "object"})
_BREAKS = frozenset({"br", "cr"})
_SIGNS = {"tab": "\t", "noBreakHyphen": "-"}
_OFF = frozenset({"0", "false", "off", "none"})


def read(data: bytes) -> list[Block]:
    """Return the blocks of the body; marks of footnotes stay as [n], automatic numbers are no text."""
    if find_spec("lxml") is None:
        raise Unreadable(errors.NEEDS_FORMATS, suffix=SUFFIXES[0])
    archive = Archive(data)
    main = _main_part(archive)
    if main not in archive.names:
        raise Unreadable(errors.NO_WORD_DOCUMENT)
    body = next((found for found in archive.xml(main) if _name(found) == "body"), None)
    if body is None:
        raise Unreadable(errors.NO_WORD_DOCUMENT)
    blocks = to_blocks(_Notes().items(body))
    _refuse_marked_margins(archive)
    return blocks


def _main_part(archive: Archive) -> str:
    """Return the name of the part that holds the body; some programs number it."""
    if _RELATIONS in archive.names:
        for relation in archive.xml(_RELATIONS):
            if str(relation.get("Type", "")).endswith("/officeDocument"):
                return normpath(str(relation.get("Target", _MAIN))).lstrip("/")
    return _MAIN


def _refuse_marked_margins(archive: Archive) -> None:
    """Refuse a mark of secrecy that stands in the head or foot of the pages."""
    for name in archive.names:
        if _MARGIN.fullmatch(name):
            margin = [Block(text) for text in _Notes().paragraphs(archive.xml(name))]
            if mark := secrecy_mark(margin):
                raise Unreadable(errors.CLASSIFIED, mark=mark)


class _Notes:
    """Walks through elements and counts the marks of notes, as Word numbers them."""

    def __init__(self) -> None:
        self._count = 0

    def items(self, parent: Any) -> list[Item]:
        """Return paragraphs and tables below an element, through wrappers such as content controls."""
        found: list[Item] = []
        waiting = list(reversed(parent))
        while waiting:
            element = waiting.pop()
            name = _name(element)
            if name == "p":
                found += self._paragraph(element)
            elif name == "tbl":
                found.append(self._table(element))
            elif name not in _LEFT_OUT:
                waiting += reversed(element)
        return found

    def paragraphs(self, root: Any) -> Iterator[str]:
        """Yield every paragraph anywhere below an element."""
        for element in root.iter("{*}p"):
            yield from (item for item in self._paragraph(element) if isinstance(item, str))

    def _paragraph(self, paragraph: Any) -> Iterable[Item]:
        """Return the lines of a paragraph, then what its text boxes hold."""
        words: list[str] = []
        boxes: list[Item] = []
        waiting = list(reversed(paragraph))
        while waiting:
            element = waiting.pop()
            name = _name(element)
            if name == "t":
                words.append(element.text or "")
            elif name in _BREAKS:
                words.append("\n")
            elif name in _SIGNS:
                words.append(_SIGNS[name])
            elif name in {"footnoteReference", "endnoteReference"}:
                self._count += 1
                words.append(f" [{self._count}]")
            elif name == "txbxContent":
                boxes += self.items(element)
            elif name not in _LEFT_OUT and not (name == "r" and _is_hidden(element)):
                waiting += reversed(element)
        lines = (tidy(line) for line in "".join(words).split("\n"))
        return [*filter(None, lines), *boxes]

    def _table(self, table: Any) -> Grid:
        rows: list[list[Cell]] = []
        for row in _below(table, "tr"):
            if _property(row, "trPr", "del") is not None:
                continue
            above = rows[-1] if rows else []
            cells = [Cell() for _column in range(_number(_property(row, "trPr", "gridBefore")))]
            for element in _below(row, "tc"):
                merge = _property(element, "tcPr", "vMerge")
                goes_on = merge is not None and _value(merge) != "restart" and len(cells) < len(above)
                cell = above[len(cells)] if goes_on else Cell(self.items(element))
                across = _number(_property(element, "tcPr", "gridSpan")) or 1
                cells += [cell] * min(across, max(1, MAX_COLUMNS - len(cells)))
            rows.append(cells[:MAX_COLUMNS])
        return Grid(rows)


def _below(parent: Any, name: str) -> Iterator[Any]:
    """Yield the rows or cells of a table, through wrappers but not into tables within it."""
    waiting = list(reversed(parent))
    while waiting:
        element = waiting.pop()
        found = _name(element)
        if found == name:
            yield element
        elif found not in {"tbl", "p", *_LEFT_OUT}:
            waiting += reversed(element)


def _name(element: Any) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else "Fallback"


def _property(element: Any, group: str, name: str) -> Any:
    return element.find(f"{{*}}{group}/{{*}}{name}")


def _value(element: Any) -> str:
    return next((str(value) for key, value in element.attrib.items() if key.rpartition("}")[2] == "val"), "")


def _number(element: Any) -> int:
    digits = "" if element is None else _value(element)
    return min(int(digits), MAX_COLUMNS) if digits.isascii() and digits.isdigit() and len(digits) < 9 else 0  # noqa: PLR2004  more digits are no count of columns


def _is_hidden(run: Any) -> bool:
    vanish = _property(run, "rPr", "vanish")
    return vanish is not None and _value(vanish) not in _OFF
