"""Search without a server: a page with lists to browse, and small files that a script asks for.

What has a page stands in one file for each beginning of two letters that one of its words has. A file's
address is that beginning, and its bytes change only when what it holds does.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from thuocdo.core.text import fold
from thuocdo.programme.types import AgencyKind
from thuocdo.publication.site.desk import Desk, View

Page = tuple[str, str, View]
PLACE = "tim"
SCRIPT = "assets/search.js"
COMMON = 400
"""A word that more things have leads to none of them: “commune” would be a file of three thousand."""
_LETTERS = 2
_WORD = re.compile(r"[^\W_]+")
_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Thing:
    """What has a page: how the answer names it, and further words by which it is found."""

    kind: str
    path: str
    number: str
    name: str
    beside: str
    further: str

    def words(self) -> frozenset[str]:
        """Return all words by which it is found."""
        return frozenset(words_of(f"{self.number} {self.name} {self.beside} {self.further}"))

    @cached_property
    def line(self) -> str:
        """Return its line in a file; a tab inside a name is a blank."""
        cells = (self.kind, self.path, self.number, self.name, self.beside, self.further)
        return "\t".join(" ".join(cell.split()) for cell in cells)


@dataclass(frozen=True)
class Index:
    """Everything that has a page, by the beginnings of its words, and the words that lead to none."""

    things: tuple[Thing, ...]
    parts: dict[str, list[Thing]]
    common: list[str]

    @cached_property
    def lines(self) -> dict[str, bytes]:
        """Return each part as it is published."""
        return {key: "".join(f"{each.line}\n" for each in some).encode() for key, some in self.parts.items()}


def index(desk: Desk) -> Index:
    """Return what can be found."""
    found_of = [
        desk.memory.of(("thing", given[1]), given, partial(_thing, *given)) for given in _things(desk)
    ]
    return desk.memory.of(("search", desk.language), found_of, partial(_index, found_of))


def _index(found_of: Sequence[tuple[Thing, frozenset[str]]]) -> Index:
    things = tuple(thing for thing, _ in found_of)
    words = [some for _, some in found_of]
    counted = Counter(word for some in words for word in some)
    common = {word for word, count in counted.items() if count > COMMON}
    found: dict[str, list[Thing]] = defaultdict(list)
    for each, some in zip(things, words, strict=True):
        for key in {key_of(word) for word in some - common}:
            found[key].append(each)
    return Index(things, dict(sorted(found.items())), sorted(common))


def files() -> Iterator[tuple[str, bytes]]:
    """Yield the script."""
    yield SCRIPT, (_HERE / "search.js").read_bytes()


def parts(desk: Desk, found: Index) -> Iterator[tuple[str, bytes]]:
    """Yield the files that the script asks for."""
    for key, data in found.lines.items():
        yield f"{desk.path(PLACE)}{key}.txt", data


def pages(desk: Desk, found: Index) -> Iterator[Page]:
    """Yield the page, which says how much each file holds."""
    counted = Counter(each.kind for each in found.things)
    kinds = [
        {"key": kind, "title": desk.say(title), "path": desk.path(folder), "count": counted[kind]}
        for kind, title, folder in _KINDS
        if counted[kind]
    ]
    context = {
        "script": SCRIPT,
        "keys": " ".join(f"{key}:{len(things)}" for key, things in found.parts.items()),
        "common": " ".join(found.common),
        "kinds": kinds,
    }
    yield desk.path(PLACE), "search.html", context


def words_of(text: str) -> list[str]:
    """Return the words of a text as the script takes them: 57-NQ/TW has three."""
    return _WORD.findall(fold(text))


def key_of(word: str) -> str:
    """Return the name of the file that leads to a word."""
    return re.sub(r"[^a-z0-9]", "_", word[:_LETTERS])


_Given = tuple[str, str, tuple[str, str, str], tuple[str, ...]]
"""Kind, path, what is shown of a thing, and the names by which it is found."""


def _things(desk: Desk) -> Iterator[_Given]:
    for task in desk.programme.tasks:
        view = desk.task_views[task.code]
        leads = [str(lead["short"]) for lead in view["leads"]]
        words = (task.name_vi, task.name_en)
        shown = (task.number, str(view["name"]), ", ".join(leads))
        yield "task", view["path"], shown, words
    for each in desk.programme.indicators:
        shown = (each.code, desk.pick(each, "name"), str(each.horizon or ""))
        yield "indicator", desk.indicator_path(each), shown, (each.name_vi, each.name_en)
    for code, agency in sorted(desk.agencies.items()):
        path = desk.agency_path(code)
        if path:
            kind = _OF_BODY.get(agency.kind, "agency")
            names = (agency.name_vi, agency.name_en, agency.short_vi, agency.short_en)
            yield kind, path, ("", desk.pick(agency, "name"), code), names


def _thing(
    kind: str, path: str, shown: tuple[str, str, str], words: Iterable[str]
) -> tuple[Thing, frozenset[str]]:
    """Return a thing with all its words; the further ones are those that it does not show."""
    known = set(words_of(" ".join(shown)))
    further = (word for word in words_of(" ".join(words)) if word not in known)
    found = Thing(kind, path, *shown, " ".join(dict.fromkeys(further)))
    return found, found.words()


def _(message: str) -> str:
    return message


_KINDS = (
    ("task", _("Tasks"), "nhiem-vu"),
    ("indicator", _("Indicators"), "chi-tieu"),
    ("agency", _("Agencies"), "co-quan"),
    ("province", _("Provinces"), "dia-phuong"),
    ("commune", _("Communes, listed by province"), "dia-phuong"),
)
"""Kind of a thing, title of its list, folder of the list's page."""
_OF_BODY = {AgencyKind.PROVINCE: "province", AgencyKind.COMMUNE: "commune"}
