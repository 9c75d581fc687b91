"""What the columns of a table say about each other, whatever their headings: rules that need no word.

Each rule takes what the headings may mean and how the columns look, and returns what changes.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from thuocdo.documents.reading.deadlines import read_deadline
from thuocdo.documents.reading.headings import Role, Sense
from thuocdo.documents.reading.headwords import CLEAR, DECISIVE
from thuocdo.documents.reading.looks import Look
from thuocdo.documents.reading.products import is_product
from thuocdo.documents.reading.reported import are_reported
from thuocdo.documents.reading.spelling import bare

Wishes = Mapping[int, tuple[Sense, ...]]
Looks = Mapping[int, Look]

_FEW, _HALF, _MOST, _NEARLY = 0.2, 0.5, 0.6, 0.9
_SENTENCE = 30  # letters of what is to be done
_FEWEST_PAIRS = 3
_SEVERAL = 5
_LONGEST_SECTION = 80
_PHRASE = 12  # letters of the name of a section
_OWNERS = frozenset({"leads", "coordinators"})
_TIMES = frozenset({"deadline", "", "target", "theme", "other"})
"""What a column of times may seem to be by its heading."""

_NO_WORK = frozenset({"unit", "number", "note", "result", "status", "title"})
_ACT = re.compile(
    r"\b\d{1,5}[-/\w]*/\w*[a-z]|^(?:luat|nghi quyet|quyet dinh|chi thi|ke hoach|cong van|act|law)\b"
)
_WITHIN = re.compile(
    r"\b(?:muc|nhiem vu|chi tieu|muc tieu|khoan|diem|dieu|task|action|goal|target|section|item)\b"
)


def between(wishes: Wishes, looks: Looks) -> dict[int, tuple[Sense, ...]]:
    """Return the columns whose meaning follows from the others, with what they may hold."""
    changed: dict[int, tuple[Sense, ...]] = {}
    for rule in (_owners, _works, _work, _later_time, _sections, _products, _bases):
        changed |= rule({**wishes, **changed}, looks)
    return changed


def _work(wishes: Wishes, looks: Looks) -> dict[int, tuple[Sense, ...]]:
    """Take the column of long and differing sentences for what is to be done, where no other one can be."""
    named = [place for place, wish in wishes.items() if wish and wish[0].roles[0] == "title"]
    if any(place not in looks or not _is_figures(looks[place]) for place in named):
        return {}
    open_ = [
        place
        for place, look in looks.items()
        if _is_prose(look)
        and look.letters >= _SENTENCE
        and _first(wishes, place) not in _NO_WORK
        and not (_first(wishes, place) in _OWNERS and look.bodies >= _FEW)
    ]
    if not open_:
        return {}
    place = max(open_, key=lambda place: looks[place].letters)
    known = _first(wishes, place) in {"deadline", "output"}
    if known and not named:
        return {}
    return _numbers(named) | {place: (Sense(("title",), DECISIVE),)}


def _numbers(places: Sequence[int]) -> dict[int, tuple[Sense, ...]]:
    """Return what a heading that speaks of tasks above mere numbers names: the tasks of another programme."""
    return {place: (Sense(("serves",) if place else ("number",), DECISIVE),) for place in places}


def _works(wishes: Wishes, looks: Looks) -> dict[int, tuple[Sense, ...]]:
    """Of several columns headed by tasks the only one of sentences holds them, beside figures and blanks."""
    named = [place for place in wishes if _first(wishes, place) == "title"]
    told = [place for place in named if place in looks and _is_prose(looks[place])]
    others = [place for place in named if place not in told]
    if len(told) != 1 or any(place in looks and not _is_figures(looks[place]) for place in others):
        return {}
    return _numbers(others)


def _owners(wishes: Wishes, looks: Looks) -> dict[int, tuple[Sense, ...]]:
    """Of two columns headed by tasks, “Action by” and “Action”, the one of bodies names who leads."""
    named = [place for place, wish in wishes.items() if wish and wish[0].roles[0] == "title"]
    if "leads" in {_first(wishes, place) for place in wishes}:
        return {}
    bodies = [place for place in named if place in looks and looks[place].bodies >= _MOST]
    work = [place for place in named if place in looks and _is_prose(looks[place])]
    return {bodies[0]: (Sense(("leads",), DECISIVE),)} if bodies and work else {}


def _later_time(wishes: Wishes, looks: Looks) -> dict[int, tuple[Sense, ...]]:
    """Of two columns of times, row by row one before the other, the later one is the deadline."""
    # What a heading calls results may name days throughout: those of the documents that were issued.
    timed = [
        place for place, look in looks.items() if look.times >= _MOST and _first(wishes, place) in _TIMES
    ]
    found: dict[int, tuple[Sense, ...]] = {}
    if len(timed) < 2:  # noqa: PLR2004  a pair
        return found
    last = timed[0]
    for place in timed[1:]:
        if _precedes(looks[last], looks[place]):
            last = place
    earlier = [place for place in timed if place != last and _precedes(looks[place], looks[last])]
    if not earlier:
        return found
    for place in earlier:
        found[place] = (Sense(("other",), DECISIVE),)
    return found | {last: (Sense(("deadline",), DECISIVE),)}


def _precedes(first: Look, second: Look) -> bool:
    """Say whether nearly all times of a column lie before those of another one in the same rows."""
    pairs = [
        (start, end)
        for one, other in zip(first.rows, second.rows, strict=False)
        if (start := read_deadline(one)[0].due) and (end := read_deadline(other)[0].due)
    ]
    return len(pairs) >= _FEWEST_PAIRS and sum(a < b for a, b in pairs) >= _NEARLY * len(pairs)


def _sections(wishes: Wishes, looks: Looks) -> dict[int, tuple[Sense, ...]]:
    """Take a column without a known heading for the themes, where each text stands in one stretch of rows."""
    held = [place for place, wish in wishes.items() if wish and wish[0].roles[0] == "theme"]
    if any(place not in looks or _is_stretched(looks[place]) for place in held):
        return {}
    for place, look in looks.items():
        if not wishes.get(place) and _is_stretched(look):
            scattered: dict[int, tuple[Sense, ...]] = {other: (Sense(("note",), CLEAR),) for other in held}
            return scattered | {place: (Sense(("theme",), CLEAR),)}
    return {}


def _is_stretched(look: Look) -> bool:
    """Say whether texts of some words stand over several rows each, and no text comes back."""
    cells = look.cells
    runs = sum(above != below for above, below in pairwise(cells)) + 1
    different = len(set(cells))
    if len(cells) < _SEVERAL or different < 2 or runs > different or different > _HALF * len(cells):  # noqa: PLR2004  one text heads everything
        return False
    plain = look.bodies < _HALF and look.times < _FEW and look.figures < _FEW
    return plain and look.letters >= _PHRASE and max(map(len, cells)) <= _LONGEST_SECTION


def _products(wishes: Wishes, looks: Looks) -> dict[int, tuple[Sense, ...]]:
    """Take results for outputs, where the cells name products and no other column does."""
    roles = {place: wish[0].roles[0] for place, wish in wishes.items() if wish}
    results = [place for place, role in roles.items() if role == "result"]
    if len(results) != 1 or {"output", "result/output"} & {*roles.values()}:
        return {}
    place = results[0]
    senses = [role for sense in wishes[place] for role in sense.roles]
    look = looks.get(place)
    if look is None or "output" not in senses or "title" not in roles.values() or are_reported(look.cells):
        return {}
    share = sum(map(is_product, look.cells)) / len(look.cells)
    return {place: (Sense(("output",), DECISIVE),)} if share >= _MOST else {}


def _bases(wishes: Wishes, looks: Looks) -> dict[int, tuple[Sense, ...]]:
    """Leave out acts that order or allow the work: what a task serves is a place in another programme."""
    found: dict[int, tuple[Sense, ...]] = {}
    for place, wish in wishes.items():
        look = looks.get(place)
        if not wish or wish[0].roles[0] != "serves" or look is None:
            continue
        words = [bare(text) for text in look.cells]
        acts = sum(bool(_ACT.search(text)) and not _WITHIN.search(text) for text in words)
        if acts >= _MOST * len(words):
            found[place] = (Sense(("other",), DECISIVE),)
    return found


def _first(wishes: Wishes, place: int) -> Role | str:
    wish = wishes.get(place, ())
    return wish[0].roles[0] if wish else ""


def _is_figures(look: Look) -> bool:
    return look.figures >= _MOST


def _is_prose(look: Look) -> bool:
    """Say whether each cell has words of its own, and neither times, bodies nor figures."""
    return (
        look.distinct >= _NEARLY
        and look.letters >= _SENTENCE / 2
        and max(look.times, look.figures) < _FEW
        and look.bodies < _HALF
    )
