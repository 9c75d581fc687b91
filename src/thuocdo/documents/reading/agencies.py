"""Names of bodies in a cell: splits it, knows names that contain commas or “và”, and canonicalises."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from thuocdo.core.country import Name
from thuocdo.documents.reading.doubts import Doubt
from thuocdo.documents.reading.spelling import bare

_TOKEN = re.compile(r"\n|\w+(?:'\w+)*|[^\w\s]")
_JOINS = frozenset({",", ";", ".", ":", "va", "and", "&", "/", "+", "-", "cung"})
_ENDS = _JOINS - {"-"} | {"("}
_BREAKS = frozenset({",", ";"})
_UNNAMED = re.compile(
    r"lien quan|duoc lua chon|du dieu kien|chu quan|relevant|selected|eligible|in charge of"
)
# "the localities Bắc Ninh, An Giang": the collective word only introduces the names behind it.
_INTRODUCERS = tuple(
    tuple(words.split())
    for words in (
        "cac dia phuong",
        "cac tinh",
        "cac tinh , thanh pho",
        "cac thanh pho",
        "tinh",
        "provinces of",
    )
)
_BODIES = frozenset({"ministry", "ministerial_agency", "government_agency", "party_body", "province"})
_FUZZY_WORD = 3
_FUZZY_NAME = 10
_LONGEST_CELL = 3000
_REMEMBERED = 5000

Tokens = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Owners:
    """Who a cell names, in its order; `known` says that nothing of the cell is left over."""

    names: tuple[str, ...]
    known: bool
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell in words: where each stands in the text, and whether it begins a paragraph."""

    text: str
    words: Tokens
    spans: tuple[tuple[int, int], ...]
    fresh: frozenset[int]

    def printed(self, start: int, end: int) -> str:
        """Return the words from `start` up to `end` as they are printed."""
        return self.text[self.spans[start][0] : self.spans[end - 1][1]]

    def ends_at(self, place: int) -> bool:
        """Say whether a name may end before the word at `place`."""
        return place >= len(self.words) or self.words[place] in _ENDS or place in self.fresh


class Directory:
    """All known names of a country, ready to be found in cells; the longest one wins."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._by_word: dict[str, list[tuple[Tokens, Name]]] = {}
        self._provinces: set[Tokens] = set()
        self._seen: dict[str, Owners] = {}
        entries: dict[Tokens, Name] = {}
        for name in names:
            for form in (name.name_vi, name.name_en, *name.variants):
                words = tuple(_TOKEN.findall(bare(form)))
                if words:
                    entries.setdefault(words, name)
                if name.kind == "province":
                    self._provinces.add(words)
        for words, name in sorted(entries.items(), key=lambda entry: -len(entry[0])):
            self._by_word.setdefault(words[0], []).append((words, name))
        self._entries = entries

    def read(self, text: str, field: str | None = None) -> Owners:
        """Return the bodies that a cell names; a name found nowhere stays as printed."""
        found = self._seen.get(text)
        if found is None:
            if len(self._seen) >= _REMEMBERED:
                self._seen.clear()
            found = self._seen[text] = self._read(text[:_LONGEST_CELL])
        doubts = tuple(Doubt(doubt.code, field, doubt.params) for doubt in found.doubts)
        return Owners(found.names, found.known, doubts)

    def knows(self, text: str) -> bool:
        """Say whether the whole text is a list of known names."""
        return self.read(text).known

    def starts_with(self, text: str) -> str | None:
        """Return the canonical name of the body that the text begins with."""
        cell = _cell(text)
        entry = self._match(cell, 0, whole=False) if cell.words else None
        return entry[1].name_vi if entry and entry[1].kind in _BODIES else None

    def _read(self, text: str) -> Owners:
        cell = _cell(text)
        names: dict[str, None] = {}
        doubts: list[Doubt] = []
        known = True
        for start, end, name in self._items(cell):
            printed = cell.printed(start, end)
            near = None if name else self._near(cell, start)
            body = name or near
            if body is None:
                known = False
                names[printed] = None
                doubts.append(Doubt("unknown_agency", params={"printed": printed}))
                continue
            if near:
                doubts.append(Doubt("name_typo", params={"printed": printed, "read": near.name_vi}))
            names[body.name_vi] = None
            doubts.extend(_doubts(body, printed))
            if (after := _after_brackets(cell, end)) > end:
                doubts.append(Doubt("aside", params={"printed": cell.printed(end, after)}))
        if cell.words and cell.words[-1] in _BREAKS:
            doubts.append(Doubt("trailing_comma"))
        return Owners(tuple(names), known and bool(names), tuple(doubts))

    def _items(self, cell: _Cell) -> Iterator[tuple[int, int, Name | None]]:
        place, count = 0, len(cell.words)
        while place < count:
            if cell.words[place] in _JOINS:
                place += 1
                continue
            entry = self._match(cell, place)
            if entry is None and (skipped := self._introducer(cell, place)):
                place += skipped
                continue
            if entry is None:
                near = self._near_words(cell, place)
                end = place + len(near[0]) if near else self._unknown_end(cell, place)
                yield place, end, None
            else:
                end = place + len(entry[0])
                yield place, end, entry[1]
            place = _after_brackets(cell, end)

    def _match(self, cell: _Cell, place: int, *, whole: bool = True) -> tuple[Tokens, Name] | None:
        for words, name in self._by_word.get(cell.words[place], ()):
            end = place + len(words)
            if cell.words[place:end] == words and (not whole or cell.ends_at(end)):
                return words, name
        return None

    def _introducer(self, cell: _Cell, place: int) -> int:
        for words in _INTRODUCERS:
            end = place + len(words)
            if cell.words[place:end] != words or end >= len(cell.words):
                continue
            entry = self._match(cell, end)
            if entry and entry[0] in self._provinces:
                return len(words)
        return 0

    def _unknown_end(self, cell: _Cell, place: int) -> int:
        end = place + 1
        while end < len(cell.words) and end not in cell.fresh and cell.words[end] not in _BREAKS:
            joined = cell.words[end] in _JOINS and end + 1 < len(cell.words)
            if joined and self._match(cell, end + 1):
                break
            end += 1
        return end

    def _near(self, cell: _Cell, place: int) -> Name | None:
        near = self._near_words(cell, place)
        return near[1] if near else None

    def _near_words(self, cell: _Cell, place: int) -> tuple[Tokens, Name] | None:
        """Find the one name that differs by a single letter in a single word."""
        found: dict[str, tuple[Tokens, Name]] = {}
        for words, name in self._entries.items():
            end = place + len(words)
            if sum(map(len, words)) < _FUZZY_NAME or not cell.ends_at(end) or end > len(cell.words):
                continue
            wrong = [pair for pair in zip(cell.words[place:end], words, strict=True) if pair[0] != pair[1]]
            if len(wrong) == 1 and _one_letter_apart(*wrong[0]):
                found[name.name_vi] = words, name
        return next(iter(found.values())) if len(found) == 1 else None


@lru_cache(maxsize=4)
def directory(names: tuple[Name, ...]) -> Directory:
    """Return the directory of these names, made once."""
    return Directory(names)


def _cell(text: str) -> _Cell:
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    fresh: set[int] = set()
    for match in _TOKEN.finditer(bare(text)):
        if match.group() == "\n":
            fresh.add(len(words))
        else:
            words.append(match.group())
            spans.append(match.span())
    return _Cell(text, tuple(words), tuple(spans), frozenset(fresh))


def _after_brackets(cell: _Cell, place: int) -> int:
    if place < len(cell.words) and cell.words[place] == "(" and ")" in cell.words[place:]:
        return cell.words.index(")", place) + 1
    return place


def _one_letter_apart(printed: str, known: str) -> bool:
    if min(len(printed), len(known)) < _FUZZY_WORD or abs(len(printed) - len(known)) > 1:
        return False
    same = 0
    while same < min(len(printed), len(known)) and printed[same] == known[same]:
        same += 1
    return (
        printed[same + 1 :] == known[same + 1 :]
        or printed[same + 1 :] == known[same:]
        or printed[same:] == known[same + 1 :]
    )


def _doubts(name: Name, printed: str) -> list[Doubt]:
    found = []
    if name.kind == "group" and _UNNAMED.search(bare(printed)):
        found.append(Doubt("members_not_named", params={"printed": printed}))
    canonical = bare(name.name_vi)
    shown = bare(printed)
    if name.kind == "ministry" and shown[:3] == "bo " and shown != canonical:
        found.append(Doubt("name_variant", params={"printed": printed, "read": name.name_vi}))
    return found
