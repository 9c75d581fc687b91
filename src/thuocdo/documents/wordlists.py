"""Numbers that Word makes by itself: read from its lists and styles, counted as it shows them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from thuocdo.documents.reading.labels import roman

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_SIGNS = frozenset({"-", "–", "+"})
_LARGEST = 100_000
_LETTERS = 26
_ORDINALS = {1: "1st", 2: "2nd", 3: "3rd"}


@dataclass(slots=True)
class _Level:
    """One level of a list: how it counts, from where, and the words around the number."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    plain: bool = False
    restarts: bool = True


@dataclass(slots=True)
class _List:
    """A list: the levels that it shows, the count that it shares, and where it starts anew."""

    count: str
    levels: dict[int, _Level]
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of one document, and how far each has counted."""

    def __init__(self, numbering: Any = None, styles: Any = None) -> None:
        self._lists: dict[str, _List] = {}
        self._styles: dict[str, tuple[str, int | None]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        if numbering is not None:
            self._read_lists(numbering)
        if styles is not None and self._lists:
            self._read_styles(styles)

    def label(self, paragraph: Any) -> str:
        """Return the number that stands before a paragraph, "" when there is none; counts it."""
        if not self._lists:
            return ""
        number, level = self._membership(paragraph)
        found = self._lists.get(number)
        if found is None or level not in found.levels:
            return ""
        return self._count(number, found, level)

    def _membership(self, paragraph: Any) -> tuple[str, int]:
        """Return (list, level) of a paragraph: its own words first, then those of its style."""
        properties = _child(paragraph, "pPr")
        own = _child(properties, "numPr")
        number, level = _value(_child(own, "numId")), _value(_child(own, "ilvl"))
        style = self._styles.get(_value(_child(properties, "pStyle")), ("", None))
        place = int(level) if level.isdecimal() else style[1] or 0
        return (number or style[0]), min(place, _LEVELS - 1)

    def _count(self, number: str, found: _List, level: int) -> str:
        counts = self._counts.setdefault(found.count, {})
        shown = found.levels[level]
        fresh = level in found.starts and (number, level) not in self._begun
        self._begun.add((number, level))
        start = found.starts.get(level, shown.start)
        counts[level] = start if fresh or level not in counts else min(counts[level] + 1, _LARGEST)
        for deeper in range(level + 1, _LEVELS):
            if deeper in found.levels and found.levels[deeper].restarts:
                counts.pop(deeper, None)
        if shown.form == "bullet":
            return shown.text if shown.text in _SIGNS else ""
        if shown.form == "none" and "%" in shown.text:
            return ""

        def figure(place: re.Match[str]) -> str:
            other = int(place[1]) - 1
            form = found.levels.get(other, shown)
            value = counts.get(other, form.start)
            return _figure(value, "decimal" if shown.plain else form.form)

        return _PLACE.sub(figure, shown.text).strip()

    def _read_lists(self, root: Any) -> None:
        abstract: dict[str, dict[int, _Level]] = {}
        for element in root:
            name, key = _name(element), _attribute(element, "abstractNumId")
            if name == "abstractNum":
                abstract[key] = dict(filter(None, (_level(child) for child in element)))
            elif name == "num":
                shared = _value(_child(element, "abstractNumId"))
                made = _List(shared, dict(abstract.get(shared, {})))
                for override in element:
                    place = _attribute(override, "ilvl")
                    if _name(override) != "lvlOverride" or not place.isdecimal():
                        continue
                    start = _value(_child(override, "startOverride"))
                    if start.isdecimal():
                        made.starts[int(place)] = min(int(start), _LARGEST)
                    if replaced := _level(_child(override, "lvl")):
                        made.levels[replaced[0]] = replaced[1]
                self._lists[_attribute(element, "numId")] = made

    def _read_styles(self, root: Any) -> None:
        own: dict[str, tuple[str, int | None]] = {}
        parents: dict[str, str] = {}
        for style in root:
            if _name(style) != "style":
                continue
            key = _attribute(style, "styleId")
            properties = _child(_child(style, "pPr"), "numPr")
            level = _value(_child(properties, "ilvl"))
            own[key] = _value(_child(properties, "numId")), int(level) if level.isdecimal() else None
            parents[key] = _value(_child(style, "basedOn"))
        for key in own:
            self._styles[key] = _inherited(key, own, parents)


def _inherited(
    key: str, own: Mapping[str, tuple[str, int | None]], parents: Mapping[str, str]
) -> tuple[str, int | None]:
    number, level = "", None
    seen: set[str] = set()
    while key in own and key not in seen:
        seen.add(key)
        number = number or own[key][0]
        level = own[key][1] if level is None else level
        key = parents.get(key, "")
    return number, level


def _level(element: Any) -> tuple[int, _Level] | None:
    if element is None or _name(element) != "lvl":
        return None
    place, start = _attribute(element, "ilvl"), _value(_child(element, "start"))
    if not place.isdecimal() or int(place) >= _LEVELS:
        return None
    plain = _child(element, "isLgl")
    return int(place), _Level(
        min(int(start), _LARGEST) if start.isdecimal() else 1,
        _value(_child(element, "numFmt")) or "decimal",
        _value(_child(element, "lvlText"))[:40],
        plain is not None and _value(plain) not in {"0", "false"},
        _value(_child(element, "lvlRestart")) != "0",
    )


def _figure(value: int, form: str) -> str:
    if form in {"upperRoman", "lowerRoman"}:
        text = "M" * (value // 1000) if value >= 50 else roman(value)  # noqa: PLR2004  no list of Roman numbers goes so far
        return text if form == "upperRoman" else text.lower()
    if form in {"upperLetter", "lowerLetter"} and value > 0:
        text = chr(ord("a") + (value - 1) % _LETTERS) * min((value - 1) // _LETTERS + 1, 3)
        return text.upper() if form == "upperLetter" else text
    if form == "decimalZero":
        return f"{value:02d}"
    return _ORDINALS.get(value, f"{value}th") if form == "ordinal" else str(value)


def _name(element: Any) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _child(element: Any, name: str) -> Any:
    return None if element is None else element.find(f"{{*}}{name}")


def _attribute(element: Any, name: str) -> str:
    return next((str(value) for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _value(element: Any) -> str:
    return "" if element is None else _attribute(element, "val")
