"""Bodies that a cell names: split, known ones by their canonical name, the others as printed with a doubt."""

import re
from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass, replace
from functools import lru_cache

from thuocdo.core.country import Name
from thuocdo.documents.reading.bodyforms import INTRODUCERS, content, spellings, with_province, without_stop
from thuocdo.documents.reading.doubts import Doubt
from thuocdo.documents.reading.likeness import Likeness, Neighbours, exactly, names_of
from thuocdo.documents.reading.nameedges import unsure_name
from thuocdo.documents.reading.names import BREAKS, Cell, Tokens, read_cell
from thuocdo.documents.reading.spelling import bare

_UNNAMED = re.compile(
    r"lien quan|duoc lua chon|du dieu kien|chu quan|relevant|selected|eligible|in charge of"
)
# "Các bộ: Công an, Y tế": the kind of body is said once for all names behind it.
_KINDS = frozenset({"bo", "so"})
_BODIES = frozenset({"ministry", "ministerial_agency", "government_agency", "party_body", "province"})
_OF_PROVINCE = "department"
_OF_FIELDS = frozenset({"phong", "so", "ban", "chi", "cuc", "vu"})
"""The words that begin an office named by its fields of work."""
_AND = "va"
_OF_KINDS = frozenset({"ministry", _OF_PROVINCE})
_KINDS_OF_PLACE = frozenset({"tinh", "pho", "tp"})  # the last words of “tỉnh” and “thành phố”
_LONGEST_CELL = 3000
_QUALIFIES = frozenset({"thuoc", "truc", "tren", "cua", "cap", "tai", "dong", "o"})
_REMEMBERED = 5000


@dataclass(frozen=True, slots=True)
class Owners:
    """Who a cell names, in its order; `known` says that nothing of the cell is left over."""

    names: tuple[str, ...]
    known: bool
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class _Item:
    """One name of a cell: the words from `start` to `end`, and the body that they mean if known.

    `shown` is its canonical name; `likeness` is set where the words are no known spelling,
    `kind_left_out` where “Bộ” or “Sở” was said only once for several names.
    """

    start: int
    end: int
    name: Name | None = None
    shown: str = ""
    likeness: Likeness | None = None
    kind_left_out: bool = False


class Directory:
    """All known names of a country, ready to be found in cells; the longest one wins.

    In a document from `abroad` they only help to tell names apart; each stays as printed.
    """

    def __init__(self, names: Sequence[Name], *, abroad: bool = False) -> None:
        self._abroad = abroad
        self._by_word: dict[str, list[tuple[Tokens, Name]]] = {}
        self._provinces: dict[Tokens, Name] = {}
        self._acronyms: dict[Tokens, str] = {}
        self._seen: dict[str, Owners] = {}
        self._alone: frozenset[Tokens] = frozenset()
        self._loose: dict[Tokens, Name | None] = {}
        entries: dict[Tokens, Name] = {}
        printed: dict[str, Name] = {}
        for name in names:
            for form in spellings(name):
                cell = read_cell(form)
                words = cell.words
                if words and words not in entries:
                    entries[words] = name
                    printed[" ".join(cell.plain)] = name
                    if (head := cell.printed(0, 1)).isupper() and head.isascii():
                        self._acronyms[words] = head
                if name.kind == "province":
                    self._provinces.setdefault(words, name)
        for words, name in entries.items():
            joined = content(words)
            if joined == words:
                continue
            same = self._loose.setdefault(joined, name)
            if same is None or same.name_vi != name.name_vi:
                self._loose[joined] = None
        for words, name in sorted(entries.items(), key=lambda entry: -len(entry[0])):
            self._by_word.setdefault(words[0], []).append((words, name))
        self._neighbours = Neighbours(printed)

    def having_seen(self, alone: frozenset[Tokens]) -> "Directory":
        """Return the same names for one document, with those that stand alone in its cells."""
        found = copy(self)
        found._seen, found._alone = {}, alone  # noqa: SLF001  a copy of its own kind
        return found

    def read(self, text: str, field: str | None = None) -> Owners:
        """Return the bodies that a cell names; a name found nowhere stays as printed."""
        found = self._seen.get(text)
        if found is None:
            if len(self._seen) >= _REMEMBERED:
                self._seen.clear()
            found = self._seen[text] = self._read(text[:_LONGEST_CELL])
        doubts = tuple(Doubt(doubt.code, field, doubt.params) for doubt in found.doubts)
        return Owners(found.names, found.known, doubts)

    def parted(self, text: str) -> list[str]:
        """Return the names of a list as they are printed, whether known or not."""
        cell = self._cell(text[:_LONGEST_CELL])
        return [cell.printed(item.start, item.end) for item in self._items(cell)] if cell.words else []

    def knows(self, text: str) -> bool:
        """Say whether the whole text is a list of known names."""
        return self.read(text).known

    def starts_with(self, text: str) -> str | None:
        """Return the canonical name of the body that the text begins with."""
        cell = read_cell(text)
        item = self._match(cell, 0, whole=False) if cell.words else None
        return item.shown if item and item.name and item.name.kind in _BODIES else None

    def _read(self, text: str) -> Owners:
        cell = self._cell(text)
        names: dict[str, None] = {}
        doubts: list[Doubt] = []
        known = True
        items = list(self._items(cell))
        if self._has_unsure_names(cell, items):
            doubts.append(Doubt("names_unsure", params={"printed": text.replace("\n", " / ")}))
        for item in items:
            printed = cell.printed(item.start, item.end)
            if self._abroad and item.name and item.likeness is None:
                names[printed] = None
                continue
            doubts.extend(_doubts(item, printed))
            if item.name is None:
                known = False
                names[without_stop(printed)] = None
                continue
            names[item.shown] = None
            if (after := cell.after_brackets(item.end)) > item.end:
                doubts.append(Doubt("aside", params={"printed": cell.printed(item.end, after)}))
        if cell.words and cell.words[-1] in {",", ";"}:
            doubts.append(Doubt("trailing_comma"))
        return Owners(tuple(names), known and bool(names), tuple(doubts))

    def _has_unsure_names(self, cell: Cell, items: Sequence[_Item]) -> bool:
        """Say whether it is open where a name ends that nobody knows."""
        spans = [(item.start, item.end) for item in items]
        return any(
            (item.name is None or (self._abroad and item.likeness is None))
            and unsure_name(cell, spans, place, self._alone)
            for place, item in enumerate(items)
        )

    def _cell(self, text: str) -> Cell:
        """Return the words of a cell; a line may go on with the name above it, or with its province."""
        cell = read_cell(text)
        wrapped: set[int] = set()
        start = 0
        for place in sorted(cell.fresh - {0, len(cell.words)}):
            if self._wraps(cell, start, place):
                wrapped.add(place)
            else:
                start = place
        return replace(cell, fresh=cell.fresh - wrapped) if wrapped else cell

    def _wraps(self, cell: Cell, start: int, place: int) -> bool:
        """Say whether the line at `place` goes on with a name of the line that begins at `start`."""
        if cell.words[place - 1] in _KINDS_OF_PLACE:
            ends = (place + len(form) for form in self._provinces if cell.words[place:][: len(form)] == form)
            return any(map(cell.ends_at, ends))
        return cell.begins_within(place) and not self.knows(cell.printed(start, place))

    def _items(self, cell: Cell) -> Iterator[_Item]:
        place, kind = cell.after_marks(0), ""
        while place < len(cell.words):
            if after := self._kind_once(cell, place):
                kind, place = cell.words[place + 1], after
            item = self._match(cell, place) or self._of_kind(cell, place, kind)
            if item and self._abroad and self._is_part(cell, item):
                item = None
            skipped = self._introducer(cell, place)
            if skipped and (item is None or item.end <= place + skipped):
                place = cell.after_marks(place + skipped)
                continue
            if item is None:
                item = self._whole(cell, self._near(cell, place) or self._unknown(cell, place))
            elif self._goes_on(cell, item) and (longer := self._near(cell, place, item.end)) and longer.name:
                item = longer
            elif self._is_qualified(cell, item):
                item = self._longer(cell, item)
            elif self._names_fields(cell, item):
                item = _Item(place, cell.unknown_end(item.end + 1, self._alone))
            yield item
            kind = _kind_of(cell, item) or (kind if item.name else "")
            place = cell.after_marks(cell.after_brackets(item.end) if item.name else item.end)

    def _kind_once(self, cell: Cell, place: int) -> int:
        """Return where the names begin behind “các bộ” or “các sở”, 0 when it introduces none."""
        if cell.words[place] != "cac" or not _KINDS & {*cell.words[place + 1 : place + 2]}:
            return 0
        after = place + 3 if cell.words[place + 2 : place + 3] == (":",) else place + 2
        return after if self._of_kind(cell, after, cell.words[place + 1]) else 0

    def _of_kind(self, cell: Cell, place: int, kind: str) -> _Item | None:
        """Return the body that the words name once their kind is put before them."""
        if not kind:
            return None
        for form, name in self._by_word.get(kind, ()):
            end = place + len(form) - 1
            named = name.kind in _OF_KINDS and end > place and cell.words[place:end] == form[1:]
            if named and cell.ends_at(end):
                return _Item(place, end, name, name.name_vi, kind_left_out=True)
        return None

    def _is_part(self, cell: Cell, item: _Item) -> bool:
        """Say whether a name goes on: abroad a Ministry of Finance and Trade is no list."""
        after = item.end + 1
        if (
            cell.words[item.end : after] not in {("va",), (",",)}
            or item.end in cell.fresh
            or after >= len(cell.words)
        ):
            return False
        capital = cell.printed(after, after + 1)[:1].isupper()
        return (
            capital and not cell.starts_name(after) and cell.unknown_end(item.start, self._alone) > item.end
        )

    def _is_qualified(self, cell: Cell, item: _Item) -> bool:
        """Say whether words behind a group make it another one: “các cơ quan, đơn vị thuộc xã”."""
        if item.name is None or item.name.kind != "group" or item.end in cell.fresh:
            return False
        following = cell.words[item.end : item.end + 2]
        if following[:1] in {(",",), ("va",)} and len(following) > 1 and item.end + 1 not in cell.fresh:
            small = cell.printed(item.end + 1, item.end + 2).islower()
            return small and self._match(cell, item.end + 1) is None
        return following != () and following[0] in _QUALIFIES

    def _names_fields(self, cell: Cell, item: _Item) -> bool:
        """Say whether an office has another field of work behind “và”: “Phòng Kinh tế và Xây dựng”."""
        after = item.end + 1
        if item.name is None or cell.words[item.end : after] != (_AND,) or not cell.names_field(after):
            return False
        words = cell.words[after : cell.unknown_end(after)]
        known = words in self._alone or words in self._provinces or self._match(cell, after)
        return cell.words[item.start] in _OF_FIELDS and not known

    def _longer(self, cell: Cell, item: _Item) -> _Item:
        """Return the name that a group and the words behind it make together."""
        near = self._near(cell, item.start, item.end)
        return near if near and near.name else _Item(item.start, cell.unknown_end(item.end, self._alone))

    def _goes_on(self, cell: Cell, item: _Item) -> bool:
        """Say whether words that nobody knows stand behind a known name: it may be part of a longer one."""
        following = cell.after_marks(item.end)
        loose = following < len(cell.words) and cell.words[following] != "(" and following not in cell.fresh
        return loose and self._match(cell, following) is None

    def _match(self, cell: Cell, place: int, *, whole: bool = True) -> _Item | None:
        for form, name in self._by_word.get(cell.words[place], ()):
            end = place + len(form)
            if cell.words[place:end] != form or not self._spelt(cell, place, form):
                continue
            if end > self._next_group(cell, place):
                continue
            if name.kind == _OF_PROVINCE and (own := self._of_province(cell, place, end, name)):
                return own
            if not whole or cell.ends_at(end):
                return _Item(place, end, name, name.name_vi)
        return None

    def _spelt(self, cell: Cell, place: int, form: Tokens) -> bool:
        """Say whether an acronym is printed as one: “CA tỉnh” is no “cá tỉnh”, “MOST” no “most”."""
        head = self._acronyms.get(form)
        if head is None:
            return True
        printed = cell.printed(place, place + 1)
        written = printed[:1].isupper() and printed[1:] != printed[1:].lower()
        return printed.upper() == head and (len(form) > 1 or written)

    def _of_province(self, cell: Cell, place: int, end: int, name: Name) -> _Item | None:
        """Return a department with its province behind it: one body."""
        if end >= len(cell.words) or end in cell.fresh or cell.words[end] in BREAKS:
            return None
        for form, province in self._provinces.items():
            after = end + len(form)
            if cell.words[end:after] == form and cell.ends_at(after):
                shown = with_province(name.name_vi, province.name_vi)
                return _Item(place, after, name, shown)
        return None

    def _unknown(self, cell: Cell, place: int) -> _Item:
        """Return the words of a name that nobody knows, up to “and” before a known one."""
        end = cell.unknown_end(place, self._alone)
        joins = (at for at in range(place + 1, end - 1) if cell.words[at] == "va")
        return _Item(place, next((at for at in joins if self._match(cell, at + 1)), end))

    def _whole(self, cell: Cell, item: _Item) -> _Item:
        """Return what is only like a known name, with small words behind its comma that are no body."""
        after = item.end + 1
        if item.likeness is None or cell.words[item.end : after] != (",",) or after >= len(cell.words):
            return item
        small = after not in cell.fresh and cell.printed(after, after + 1).islower()
        if not small or self._match(cell, after) or cell.starts_name(after):
            return item
        return _Item(item.start, cell.unknown_end(after, self._alone))

    def _introducer(self, cell: Cell, place: int) -> int:
        for words in INTRODUCERS:
            end = place + len(words)
            if cell.words[place:end] != words or end >= len(cell.words):
                continue
            if cell.words[end] == ":" and end + 1 < len(cell.words):
                end += 1
            item = self._match(cell, end)
            if item and cell.words[item.start : item.end] in self._provinces:
                return end - place
        return 0

    @staticmethod
    def _next_group(cell: Cell, place: int) -> int:
        """Return where behind a comma “Các …” begins another name, or the cell ends."""
        starts = (
            at - 1
            for at in range(place + 2, len(cell.words))
            if cell.words[at] == "cac" and cell.words[at - 1] == "," and cell.printed(at, at + 1)[0] == "C"
        )
        return next(starts, len(cell.words))

    def _near(self, cell: Cell, place: int, least: int = 0) -> _Item | None:
        """Return the known name that the words are a misprint of, else what they could be.

        Only names that end behind the word `least` are looked for.
        """
        best: _Item | None = None
        last = min(self._next_group(cell, place), place + self._neighbours.longest + 1)
        for end in range(place + 1, last + 1):
            if self._abroad or end <= least or not cell.ends_at(end):
                continue
            printed = " ".join(cell.plain[place:end])
            loose = self._loose.get(content(cell.words[place:end]))
            likeness = exactly(loose, printed) if loose else self._neighbours.nearest(printed)
            if likeness and _better(likeness, best):
                shown = likeness.name.name_vi if likeness.name else ""
                best = _Item(place, end, likeness.name, shown, likeness)
            if end in cell.fresh or cell.words[end - 1 : end] == (";",):
                break
        if best and best.name is None:
            return _Item(place, max(best.end, cell.unknown_end(place, self._alone)), likeness=best.likeness)
        return best


@lru_cache(maxsize=4)
def directory(names: tuple[Name, ...], *, abroad: bool = False) -> Directory:
    """Return the directory of these names, made once."""
    return Directory(names, abroad=abroad)


def _kind_of(cell: Cell, item: _Item) -> str:
    """Return the kind of body that a name begins with, where the next one may leave it out."""
    head = cell.words[item.start]
    return head if item.name and head in _KINDS else ""


def _better(likeness: Likeness, best: _Item | None) -> bool:
    if best is None or best.likeness is None:
        return True
    one, other = likeness.name is not None, best.name is not None
    return (one, likeness.percent) > (other, best.likeness.percent)


def _doubts(item: _Item, printed: str) -> Iterator[Doubt]:
    name, likeness = item.name, item.likeness
    if name is None and likeness is None:
        yield Doubt("unknown_agency", params={"printed": printed})
    elif name is None and likeness is not None:
        params = {"printed": printed, "candidates": names_of(likeness.candidates)}
        yield Doubt("agency_candidates", params=params | {"likeness": str(likeness.percent)})
    elif name is not None:
        if likeness is not None:
            params = {"printed": printed, "read": name.name_vi, "likeness": str(likeness.percent)}
            yield Doubt("name_typo", params=params)
        shown = bare(printed)
        if name.kind == "group" and _UNNAMED.search(shown):
            yield Doubt("members_not_named", params={"printed": printed})
        spelt = name.kind == "ministry" and shown[:3] == "bo " and shown != bare(name.name_vi)
        if likeness is None and (spelt or item.kind_left_out):
            yield Doubt("name_variant", params={"printed": printed, "read": name.name_vi})
