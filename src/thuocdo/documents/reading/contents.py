"""What the cells of a column say that it holds, where the words of its heading do not."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from thuocdo.documents.reading.bodies import is_kind_of_body, looks_like_bodies, without_parts
from thuocdo.documents.reading.calendars import names_time
from thuocdo.documents.reading.deadlines import is_only_time
from thuocdo.documents.reading.headings import INDICATOR_HEAD, Role
from thuocdo.documents.reading.products import is_product
from thuocdo.documents.reading.reported import are_reported
from thuocdo.documents.reading.spelling import bare
from thuocdo.documents.reading.targets import is_figure

Judge = Callable[[str], bool]
"""Says whether a whole text is a list of known bodies."""

_UNSURE = frozenset({None, "other", "theme", "output", "status", "result", "target"})
_OVERRULED = frozenset({"theme", "serves", "output", "status", "result", "note", "baseline"})
"""What the words of a heading with a year in it may say wrongly, where figures stand below it."""
_LOOKED_AT = 40  # cells of a column
_FITS = 0.6
_MOSTLY = 0.8
_SOME = 0.3  # of the cells, beside a column of units
_SIGNED = 0.2  # of the cells of a column of targets bear a word or a sign for a bound
_LONGEST_TIME = 120
_LONGEST_FIGURE = 60
_LONGEST_UNIT = 25
_SENTENCE = 40  # letters of what is to be done, on the average
_FEW_UNITS = 0.7
_SINGLE = 0.3
_WORDS_OF_UNIT = 2.5  # on the average
_BLANK = frozenset({"", "-"})
_YEAR = re.compile(r"\b(20\d\d)\b")
_GOAL = re.compile(
    r"\b(?:muc tieu|chi tieu|ke hoach|phan dau|(?:phai|can) dat|targets?|goals?|aims?|"
    r"plan(?:ned)?|projected)\b"
)
_ONLY_FIGURE = re.compile(r"[\d.,\s%]+\D{0,15}")


@dataclass(slots=True)
class Contents:
    """The cells below the heads of a table; `guessed` are the columns that only their cells explain."""

    heads: Sequence[tuple[str, ...]]
    samples: Sequence[Sequence[str]]
    knows: Judge | None
    guessed: set[int] = field(default_factory=set)
    shows_figures: bool = False

    def cells(self, place: int) -> Sequence[str]:
        """Return the first cells of a column."""
        return self.samples[place][:_LOOKED_AT] if place < len(self.samples) else ()

    def fit(self, place: int, role: str) -> float | None:
        """Return the share of the column's cells that look like this, None where that cannot be seen."""
        measure = self._measures().get(role)
        cells = [text for text in self.cells(place) if text not in _BLANK]
        if measure is None or not cells:
            return None
        return sum(map(measure, cells)) / len(cells)

    def fill(self, roles: list[Role | None]) -> None:
        """Give columns whose heading explains nothing the role that their cells show and that is missing."""
        if not self.samples:
            self._guess_years(roles)
            return
        for role in ("deadline", "leads"):
            if role not in roles:
                self._give(roles, role, most=1)
        self._find_bodies(roles)
        self._overrule(roles)
        if "target" not in roles and ("unit" in roles or "deadline" not in roles):
            self._give(roles, "target", most=len(roles))
            self.shows_figures = "target" in roles
        self._find_past(roles)
        if "target" in roles and "unit" not in roles:
            self._find_unit(roles)
        if not {"output", "target", "unit"} & set(roles):
            self._give(roles, "output", most=1)

    def find_title(self, roles: list[Role | None]) -> None:
        """Take the column with the longest words for what is to be done, where no heading says so."""
        open_ = [
            place
            for place, role in enumerate(roles)
            if role in _UNSURE or (role == "serves" and self._tells_work(place))
        ]
        lengths = {place: sum(map(len, set(self.cells(place)))) for place in open_}
        place = max(open_, key=lambda place: (lengths[place], -place), default=None)
        if place is not None and (lengths[place] or roles[place] not in {None, "other"}):
            roles[place] = "title"
            self.guessed.add(place)

    def _tells_work(self, place: int) -> bool:
        """Say whether the cells are sentences, longer than what names a place in another programme."""
        cells = [text for text in self.cells(place) if text not in _BLANK]
        return bool(cells) and sum(map(len, cells)) >= _SENTENCE * len(cells)

    def _measures(self) -> Mapping[str, Judge]:
        knows = self.knows
        found: dict[str, Judge] = {"deadline": _is_time, "target": _is_figure, "output": is_product}
        if knows:
            found |= {"leads": knows, "coordinators": knows}
            found["unit"] = lambda text: (
                len(text) <= _LONGEST_FIGURE and not (knows(text) and len(text) > _LONGEST_UNIT)
            )
        return found

    def _give(self, roles: list[Role | None], role: Role, most: int) -> None:
        """Give the role to columns with unknown headings whose cells look like it."""
        for place, held in enumerate(roles):
            if role == "output" and are_reported(self.cells(place)):
                continue
            if most and held is None and (self.fit(place, role) or 0) >= _FITS:
                roles[place] = role
                self.guessed.add(place)
                most -= 1

    def _find_bodies(self, roles: list[Role | None]) -> None:
        """Take columns of what looks like bodies for those who lead and, beside these, who support."""
        for place, held in enumerate(roles):
            missing: Role | None = next(
                (role for role in ("leads", "coordinators") if role not in roles), None
            )
            if held is not None or missing is None:
                continue
            cells = [text for text in self.cells(place) if text not in _BLANK]
            bodies = sum(self.is_body(text) for text in cells)
            if len(cells) > 1 and bodies >= _MOSTLY * len(cells):
                roles[place] = missing
                self.guessed.add(place)

    def is_body(self, text: str) -> bool:
        """Say whether words name bodies, whatever says beside them which part each has."""
        names = without_parts(text)
        if self.knows is not None and self.knows(names):
            return True
        return looks_like_bodies(text) and (is_kind_of_body(names) or not is_product(names))

    def _overrule(self, roles: list[Role | None]) -> None:
        """Let figures below a heading with a year be targets, whatever else its words may mean."""
        if "deadline" in roles:
            return
        had, past = "target" in roles, roles.count("baseline")
        for place, role in enumerate(roles):
            named = any(_YEAR.search(level) for level in self.heads[place])
            if not named or (role is not None and role not in _OVERRULED) or (role == "baseline" and had):
                continue
            if (self.fit(place, "target") or 0) < (_SOME if "unit" in roles else _MOSTLY):
                continue
            if role != "baseline" or past > 1 or self._is_signed(place):
                roles[place] = "target"
                self.guessed.add(place)

    def _guess_years(self, roles: list[Role | None]) -> None:
        """Take heads with a year for targets while no cells are known: the first of several is the past."""
        measured = "unit" in roles or any(
            INDICATOR_HEAD.search(bare(" ".join(levels))) for levels in self.heads
        )
        if not measured or {"target", "deadline"} & set(roles):
            return
        named = [
            place
            for place, role in enumerate(roles)
            if (role is None or role in _OVERRULED) and any(map(_YEAR.search, self.heads[place]))
        ]
        past = len(named) > 1 and "baseline" not in roles
        for place in named[1:] if past else named[-1:] if "baseline" in roles else named:
            if roles[place] != "baseline" or len(named) > 1:
                roles[place] = "target"
                self.guessed.add(place)

    def _find_past(self, roles: list[Role | None]) -> None:
        """Take the earliest year for the past, where only the figures of later years bear a bound."""
        years = {
            place: int(found[-1])
            for place, role in enumerate(roles)
            if role == "target" and (found := _YEAR.findall(" ".join(self.heads[place])))
        }
        if "baseline" in roles or not years:
            return
        if len(years) == 1:
            self._find_past_beside(roles, next(iter(years)))
            return
        first = min(years, key=lambda place: (years[place], place))
        later = [place for place in years if place != first]
        if any(years[place] == years[first] for place in later) or self._is_signed(first):
            return
        words = [_YEAR.sub("", " ".join(self.heads[place])).split() for place in (first, *later)]
        alike = len(later) > 1 and all(other == words[1] != words[0] for other in words[1:])
        aimed = [bool(_GOAL.search(bare(" ".join(self.heads[place])))) for place in (first, *later)]
        if alike or (all(aimed[1:]) and not aimed[0]) or all(map(self._is_signed, later)):
            roles[first] = "baseline"
            self.guessed.add(first)

    def _find_past_beside(self, roles: list[Role | None], dated: int) -> None:
        """Take the only column with a year for the past, where bounds stand in one without a year alone."""
        others = [
            place
            for place, role in enumerate(roles)
            if role in {None, "output", "result", "target"} and place != dated and self._is_signed(place)
        ]
        others = [place for place in others if (self.fit(place, "target") or 0) >= _FITS]
        if others and not self._is_signed(dated) and not _GOAL.search(bare(" ".join(self.heads[dated]))):
            roles[dated] = "baseline"
            roles[others[0]] = "target"
            self.guessed |= {dated, others[0]}

    def _is_signed(self, place: int) -> bool:
        """Say whether words or signs for a bound stand beside the figures of a column."""
        cells = [text for text in self.cells(place) if text not in _BLANK]
        signed = sum(not _ONLY_FIGURE.fullmatch(text) for text in cells)
        return signed > _SIGNED * len(cells)

    def _find_unit(self, roles: list[Role | None]) -> None:
        """Take a column of few short words beside the figures for their units."""
        for place, held in enumerate(roles):
            cells = [text for text in self.cells(place) if text]
            if held is not None or not cells or (self.fit(place, "unit") or 0) < 1:
                continue
            if sum(text.count(" ") + 1 for text in cells) > _WORDS_OF_UNIT * len(cells):
                continue
            few = len(set(cells)) <= _FEW_UNITS * len(cells) or any("%" in text for text in cells)
            if (
                few
                and _look_like_units(cells)
                and all(len(text) <= _LONGEST_UNIT and not is_figure(text) for text in cells)
            ):
                roles[place] = "unit"
                self.guessed.add(place)
                return


def _look_like_units(cells: Sequence[str]) -> bool:
    """Say whether words are units and no names of sources: in English many of them are single words."""
    english = [text for text in cells if text.isascii() and "%" not in text]
    return sum(" " not in text for text in english) >= _SINGLE * len(english)


def holds_times(cells: Sequence[str]) -> bool:
    """Say whether nearly all cells that are filled name a time and hardly anything else."""
    filled = [text for text in cells if text not in _BLANK]
    return bool(filled) and sum(map(is_only_time, filled)) >= _MOSTLY * len(filled)


def _is_time(text: str) -> bool:
    """Say whether a cell names a time: an annual report is a document."""
    if len(text) > _LONGEST_TIME or not names_time(text):
        return False
    return any(char.isdigit() for char in text) or not is_product(text)


def _is_figure(text: str) -> bool:
    return len(text) <= _LONGEST_FIGURE and is_figure(text)
