"""Word documents (.docx): paragraphs, tables and text boxes in the order of the body."""

import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.util import find_spec
from posixpath import dirname, normpath
from typing import Any

from thuocdo.documents import errors
from thuocdo.documents.archives import Archive
from thuocdo.documents.blocks import Block
from thuocdo.documents.errors import Unreadable
from thuocdo.documents.layout import MAX_COLUMNS, Cell, Grid, Item, tidy, to_blocks
from thuocdo.documents.reading.parts import secrecy_mark
from thuocdo.documents.wordlists import Numbering

SUFFIXES = (".docx",)
SECONDS = 8.0
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
    """Return the blocks of the body, with the numbers that Word makes; notes [n] stand behind it."""
    if find_spec("lxml") is None:
        raise Unreadable(errors.NEEDS_FORMATS, suffix=SUFFIXES[0])
    archive = Archive(data)
    main = _main_part(archive)
    if main not in archive.names:
        raise Unreadable(errors.NO_WORD_DOCUMENT)
    body = next((found for found in archive.xml(main) if _name(found) == "body"), None)
    if body is None:
        raise Unreadable(errors.NO_WORD_DOCUMENT)
    walk = _Walk(_numbering(archive, main), _notes(archive, main))
    items = walk.items(body)
    blocks = to_blocks([*items, *walk.notes])
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
            margin = [Block(text) for text in _Walk().paragraphs(archive.xml(name))]
            if mark := secrecy_mark(margin):
                raise Unreadable(errors.CLASSIFIED, mark=mark)


def _numbering(archive: Archive, main: str) -> Numbering:
    """Return the lists of the document; their parts stand beside its body."""
    parts = [f"{dirname(main)}/{name}".lstrip("/") for name in ("numbering.xml", "styles.xml")]
    return Numbering(*(archive.xml(part) if part in archive.names else None for part in parts))


def _notes(archive: Archive, main: str) -> Mapping[str, str]:
    """Return the words of the notes by kind and number of their marks."""
    found: dict[str, str] = {}
    for kind in ("footnote", "endnote"):
        part = f"{dirname(main)}/{kind}s.xml".lstrip("/")
        if part in archive.names:
            for note in archive.xml(part):
                words = " ".join(_Walk().paragraphs(note))
                found[f"{kind} {_attribute(note, 'id')}"] = words
    return found


class _Walk:
    """Walks through elements and counts lists and the marks of notes, as Word numbers them."""

    def __init__(self, numbering: Numbering | None = None, notes: Mapping[str, str] | None = None) -> None:
        self.notes: list[str] = []
        self._texts = notes or {}
        self._numbering = numbering or Numbering()
        self._count = 0

    def items(self, parent: Any, *, inside: bool = False) -> list[Item]:
        """Return paragraphs and tables below an element, through wrappers such as content controls.

        `inside` a cell a list may number paragraphs that hold nothing.
        """
        found: list[Item] = []
        waiting = list(reversed(parent))
        while waiting:
            element = waiting.pop()
            name = _name(element)
            if name == "p":
                found += self._paragraph(element, inside=inside)
            elif name == "tbl":
                found.append(self._table(element))
            elif name not in _LEFT_OUT:
                waiting += reversed(element)
        return found

    def paragraphs(self, root: Any) -> Iterator[str]:
        """Yield every paragraph anywhere below an element."""
        for element in root.iter("{*}p"):
            yield from (item for item in self._paragraph(element) if isinstance(item, str))

    def _paragraph(self, paragraph: Any, *, inside: bool = False) -> Iterable[Item]:
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
                words.append(f" [{self._mark(name.removesuffix('Reference'), element)}]")
            elif name == "txbxContent":
                boxes += self.items(element)
            elif name not in _LEFT_OUT and not (name == "r" and _is_hidden(element)):
                waiting += reversed(element)
        lines = [*filter(None, (tidy(line) for line in "".join(words).split("\n")))]
        if (lines or inside) and (label := tidy(self._numbering.label(paragraph))):
            lines[:1] = [" ".join([label, *lines[:1]])]
        return [*lines, *boxes]

    def _mark(self, kind: str, reference: Any) -> int:
        """Count a note and keep its words, to stand behind the body."""
        self._count += 1
        if words := self._texts.get(f"{kind} {_attribute(reference, 'id')}"):
            self.notes.append(f"[{self._count}] {words}")
        return self._count

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
                cell = above[len(cells)] if goes_on else Cell(self.items(element, inside=True))
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
    return _attribute(element, "val")


def _attribute(element: Any, name: str) -> str:
    return next((str(value) for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _number(element: Any) -> int:
    digits = "" if element is None else _value(element)
    return min(int(digits), MAX_COLUMNS) if digits.isascii() and digits.isdigit() and len(digits) < 9 else 0  # noqa: PLR2004  more digits are no count of columns


def _is_hidden(run: Any) -> bool:
    vanish = _property(run, "rPr", "vanish")
    return vanish is not None and _value(vanish) not in _OFF
