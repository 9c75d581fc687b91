"""What the cells of a table say against the words of its headings, before its columns are dealt."""

import re
from collections.abc import Mapping

from thuocdo.documents.reading.between import between
from thuocdo.documents.reading.contents import Contents
from thuocdo.documents.reading.headings import Sense
from thuocdo.documents.reading.headwords import CLEAR
from thuocdo.documents.reading.looks import Look, holds_figure, look_at
from thuocdo.documents.reading.spelling import bare

__all__ = ["holds_figure", "weighed"]

Wishes = Mapping[int, tuple[Sense, ...]]

_FEWEST = 3  # filled cells that say anything
_SEVERAL = 5
_NONE = 0.1
_FEW, _SOME, _HALF, _MOST, _MOSTLY, _NEARLY = 0.2, 0.35, 0.5, 0.6, 0.8, 0.9
_WORDS_OF_BODY = 2.5  # “Xã” and “Bộ” count things, “Sở Y tế” counts nothing
_WORDS_OF_NAME = 2
_SENTENCE = 20  # letters of what is to be done
_PHRASE = 15
_SHORT = 60
_UNIT = 30
_SAMPLE = 20  # cells that show whether a column names bodies
_LONGEST_NAMES = 300
_BESIDE = 6  # words beside a figure
_YEAR = re.compile(r"\b20\d\d\b")
_WORD = re.compile(r"[^\W\d_]+")
_GRADE = 3  # words
_UNTIMED = frozenset({"theme", "target", "serves", "other", "note"})
_OWNERS = frozenset({"leads", "coordinators"})
_NOBODY = re.compile(r"\W*$|(?:khong|chua)\b|(?:none|nil|not|n/?a|no)\b(?! of)")
_BLANK = frozenset({"", "-"})


def weighed(wishes: Wishes, contents: Contents) -> dict[int, tuple[Sense, ...]]:
    """Return what the columns may hold without what their cells speak against.

    Words of a heading may mislead: a field of work is no body, a milestone may be a figure. What
    the cells changed is added to the columns that only their cells explain.
    """
    looks = {place: look for place in range(len(contents.heads)) if (look := look_at(contents, place))}
    found = dict(wishes)
    for place in looks:
        wish = found.get(place, ())
        kept = _kept(place, wishes, looks)
        if _is_grouping(place, looks, wishes):
            kept = (Sense(("theme",), CLEAR),)
        if kept != wish:
            contents.guessed.add(place)
            found[place] = kept
    settled = between(found, looks)
    contents.guessed |= settled.keys()
    found |= settled
    for place in _of_years(contents, looks):
        if not any("baseline" in sense.roles for sense in found.get(place, ())[:1]):
            found[place] = (Sense(("target",), CLEAR),)
    return {place: wish for place, wish in found.items() if wish}


def _kept(place: int, wishes: Wishes, looks: Mapping[int, Look]) -> tuple[Sense, ...]:
    """Return the senses of a heading that the cells allow."""
    look, wish = looks[place], wishes.get(place, ())
    others = {sense.roles[0] for number, other in wishes.items() if number != place for sense in other[:1]}
    timeless, stateless = "deadline" not in others, "status" not in others
    bodies = any(other.bodies >= _MOSTLY for number, other in looks.items() if number != place)
    senses: list[Sense] = []
    for number, sense in enumerate(wish):
        rest = number + 1 < len(wish)
        roles = tuple(role for role in sense.roles if not (_clashes(role, look, bodies) and rest))
        roles = tuple(role for role in roles if role not in _OWNERS or not (bodies and _names_none(look)))
        roles = tuple(
            role for role in roles if role != "unit" or not (_names_many(look) or look.letters > _UNIT)
        )
        figures = look.figures >= _MOST and look.times < _FEW
        if figures and {"deadline", "theme"} & {*roles}:
            roles = ("target",)
        if look.times >= _MOST and number == 0 and roles and roles[0] in _UNTIMED and timeless:
            roles = ("deadline",)
        if roles[:1] == ("result",) and stateless and _is_graded(look):
            roles = ("status",)
        if roles:
            senses.append(sense if roles == sense.roles else Sense(roles, sense.surely))
    return tuple(senses)


def _clashes(role: str, look: Look, bodies: bool) -> bool:  # noqa: FBT001  whether other columns hold bodies
    """Say whether the cells are not what the words say, where these may say something else too."""
    if role in _OWNERS:
        few = len(look.cells) < _SEVERAL  # so few unknown names say nothing against a plain heading
        return not few and ((bodies and look.bodies < _SOME) or (role == "coordinators" and not look.bodies))
    return role in {"theme", "target"} and len(look.cells) >= _SEVERAL and _is_prose(look)


def _names_none(look: Look) -> bool:
    """Say whether hardly a cell names a body, and the words come back again and again: no unknown names."""
    return len(look.cells) >= _SEVERAL and look.bodies < _NONE and look.distinct <= _HALF


def _is_graded(look: Look) -> bool:
    """Say whether a few short words stand in all cells, again and again."""
    return len(look.cells) >= _SEVERAL and look.words <= _GRADE and look.distinct <= _HALF


def _names_many(look: Look) -> bool:
    """Say whether the cells name bodies, in more words than a unit has."""
    if look.bodies >= _MOSTLY and look.words >= _WORDS_OF_NAME:
        return True
    return look.bodies >= _MOST and look.words >= _WORDS_OF_BODY


def _is_prose(look: Look) -> bool:
    """Say whether each cell has words of its own, and many."""
    return look.distinct >= _NEARLY and look.letters >= _PHRASE and look.figures < _HALF


def _is_grouping(place: int, looks: Mapping[int, Look], wishes: Wishes) -> bool:
    """Say whether what a heading calls tasks are groups of them: each over several rows, tasks beside it."""
    if _first(wishes, place) != "title":
        return False
    look = looks[place]
    if len(look.cells) < _SEVERAL or look.runs > _HALF or look.distinct > _HALF:
        return False
    return any(
        other.distinct >= _NEARLY and other.letters >= _SENTENCE and _first(wishes, number) in {"title", ""}
        for number, other in looks.items()
        if number != place and other.bodies < _HALF and other.times < _HALF
    )


def _first(wishes: Wishes, place: int) -> str:
    wish = wishes.get(place, ())
    return wish[0].roles[0] if wish else ""


def _of_years(contents: Contents, looks: Mapping[int, Look]) -> list[int]:
    """Return the columns whose heads differ in a year alone, where figures stand below them."""
    alike: dict[str, list[int]] = {}
    for place, levels in enumerate(contents.heads):
        head = bare(" ".join(levels))
        if _YEAR.search(head) and (masked := _YEAR.sub("", head)).strip():
            alike.setdefault(masked, []).append(place)
    found: list[int] = []
    for places in alike.values():
        shares = [looks[place].figures for place in places if place in looks]
        if len(places) > 1 and shares and sum(shares) >= _HALF * len(shares):
            found += places
    return found
