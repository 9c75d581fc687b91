"""On which line of the file of a metric a fault stands."""

import re
from collections.abc import Iterator, Sequence

from thuocdo.core.errors import Fault
from thuocdo.measurement.written.types import COLUMNS

_TOML_SAYS = re.compile(r"at line (\d+)")
_ENGINE_SAYS = re.compile(r'near "([^"]{1,60})"')
_QUOTES = ("'''", '"""')
_POINTING = ("name", "table", "sign", "code", "value", "kind", "found")
"""What a refusal names that may be found in the text."""


def line_of(text: str, wrong: Fault) -> int | None:
    """Return the number of the line from 1, None where a fault stands on no line of its own."""
    said = _TOML_SAYS.search(wrong.params.get("reason", ""))
    lines = text.split("\n")
    if said and wrong.field is None:
        return min(int(said[1]), len(lines))
    span = _span(lines, wrong.field) if wrong.field else range(len(lines))
    if not span:
        return None
    near = _ENGINE_SAYS.search(wrong.params.get("reason", ""))
    names = [wrong.params[key] for key in _POINTING if key in wrong.params] + ([near[1]] if near else [])
    for name in names:
        for number in span:
            if name and name not in COLUMNS and _stands(_letter(name), lines[number]):
                return number + 1
    return span.start + 1 if wrong.field else None


def _span(lines: Sequence[str], field: str) -> range:
    """Return the lines of a field: that of its name, and those that its value goes on over."""
    names = _names(lines)
    starts = [number for number, name in names if name == field]
    if not starts:
        return range(0)
    following = (number for number, _name in names if number > starts[0])
    return range(starts[0], next(following, len(lines)))


def _names(lines: Sequence[str]) -> list[tuple[int, str]]:
    """Return each field with the number of its line; a field of a table is that of the table."""
    return list(_found(lines))


def _found(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    inside, table = "", ""
    for number, line in enumerate(lines):
        if not inside:
            head = re.match(r"\s*\[([^\]]*)\]", line)
            name = re.match(r"\s*[\"']?([\w-]+)[\"']?\s*=", line)
            if head:
                table = head[1].strip()
                yield number, table
            elif name and not table:
                yield number, name[1]
        inside = _left_open(line, inside)


def _left_open(line: str, inside: str) -> str:
    """Return the three quotes that are open after a line, "" for none."""
    at = 0
    while True:
        found = [(line.find(each, at), each) for each in ((inside,) if inside else _QUOTES)]
        places = [(place, each) for place, each in found if place >= 0]
        if not places:
            return inside
        place, each = min(places)
        inside, at = ("" if inside else each), place + len(each)


def _letter(name: str) -> str:
    """Return what a refusal names, or the letter whose number it names."""
    return chr(int(name.removeprefix("U+"), 16)) if re.fullmatch(r"U\+[0-9A-F]{4,6}", name) else name


def _stands(name: str, line: str) -> bool:
    return name.lower() in line.lower()
