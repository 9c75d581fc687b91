"""Rows of a table whose cells are paragraphs: each paragraph is dealt to a column, row after row.

Where no number in front says where a row begins, only the cycle of the columns does. All ways of
dealing are compared paragraph by paragraph and the one whose words fit their columns best is taken.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from thuocdo.documents.reading.bodies import lists_bodies, names_body
from thuocdo.documents.reading.columns import Judge, Role
from thuocdo.documents.reading.deadlines import is_only_time
from thuocdo.documents.reading.dittos import repeats_above
from thuocdo.documents.reading.headings import senses
from thuocdo.documents.reading.headwords import DECISIVE
from thuocdo.documents.reading.labels import read_label, section_title
from thuocdo.documents.reading.paragraphkinds import Kind, fit
from thuocdo.documents.reading.spelling import bare
from thuocdo.documents.reading.targets import is_figure
from thuocdo.documents.reading.ticks import is_mark

SECTION = -1
"""The column of a paragraph that heads the rows below it."""

_EMPTY = frozenset({"", "-", "–", "—"})
_PART = re.compile(
    r"[-+*•·\s]*(?:(?:co quan|don vi|to chuc) )?"
    r"(?:(?P<lead>chu tri|dau moi|lead\w*|led by|responsible\w*|owner\w*|in charge)|"
    r"phoi hop|cung phoi hop|tham gia|ho tro|support\w*|partner\w*|coordinat\w*|assist\w*|contribut\w*|"
    r"with)\b[^:,;]{0,25}: *\S"
)
_ABOUT = 60
_FIGURE = 40
_MISSING = -5.0
_SECTION_AGAIN = -1.0
_BLANK_SECTION = -8.0
_GROUP = 3.0
_HEADS_ROWS = 3.0
_LONGEST_CODE = 5  # longer ones are words with a number: “Outcome 3”
_SECTION_ROLES = frozenset({"theme", "serves", "title"})
_TITLE = 4.0  # words right behind the label of a section
_HEADING_FORMS = frozenset({"roman", "capital", "group"})
_ALONE = 8.0
_SURE = 2.0
_FREE_ROLES = frozenset({"status", "result", "serves", "note", "other", "theme", "output"})
_KNOWN_SHAPE = 0.15
_SHAPE_BONUS = 1.5
_OWNERS = frozenset({"leads", "coordinators"})
_MARKS = " -+•·–*."
_LONGEST_LABEL = 40
_BULLETS = frozenset({"-", "+", "•", "·", "*", "–"})
_JOIN: Mapping[str, float] = {
    "title": -1.2,
    "leads": -0.7,
    "coordinators": -0.5,
    "output": -1.2,
    "other": -1.5,
}
_JOIN_OTHER = -2.5
_RUNS_ON = -0.05
_SAME_CELL = 1.0

_FIGURED = frozenset({"target", "baseline"})
_MARKS_OF_ALL, _NO_MARK = 0.03, -8.0
_WHOLE = 0.3  # of the rows that have a paragraph for each column
_REGULAR = 6.0  # for a row that is like most others
_FEWEST_TEXTS = 2
_LIST_MARKS = frozenset("-+•*–(●")
_TITLED = 12.0
_BARE = 4.0  # for a title without a number, where the table begins with one


@dataclass(slots=True)
class Dealer:
    """Deals paragraphs to the columns of one table."""

    roles: Sequence[Role]
    knows: Judge
    _kinds: dict[str, Kind] = field(default_factory=dict)
    _shapes: dict[int, Counter[str]] = field(default_factory=dict)
    _titles: set[int] = field(default_factory=set)
    _labelled_sections: bool = False
    _marked: bool = False

    def score(self, texts: Sequence[str]) -> float:
        """Return how well all paragraphs fit, where other columns are compared with these."""
        self._see_marks(texts)
        self._learn(texts, self._best(texts)[0])
        return self._best(texts)[1]

    def deal(self, texts: Sequence[str]) -> list[int]:
        """Return the column of each paragraph, SECTION for headings between rows."""
        self._titles = self._behind_whole_rows(texts)
        self._see_marks(texts)
        codes = list(filter(None, map(_section_code, texts)))
        self._labelled_sections = len(codes) > 1 and any(code in {"I", "A"} or " " in code for code in codes)
        self._learn(texts, self._best(texts)[0])
        return self._straightened(texts, self._best(texts)[0])

    def _see_marks(self, texts: Sequence[str]) -> None:
        """See whether the columns of figures hold marks: then nothing else stands in them."""
        self._marked = sum(self._kind(text).mark for text in texts) >= _MARKS_OF_ALL * len(texts)

    def _straightened(self, texts: Sequence[str], columns: list[int]) -> list[int]:
        """Give each paragraph of a row its own column where the row has just as many, and they fit.

        Where most rows have a paragraph for each column, one that has as many leaves none out.
        """
        width = len(self.roles)
        starts = [place for place, column in enumerate(columns) if column == 0]
        if self.roles[0] != "number" or not starts:
            return columns
        stops = [*starts[1:], len(texts)]
        whole = [first for first, stop in zip(starts, stops, strict=True) if stop - first == width]
        if len(whole) < _WHOLE * len(starts):
            return columns
        for first in whole:
            row = texts[first : first + width]
            if self._as_it_stands(row) + _REGULAR >= self._as_dealt(row, columns[first : first + width]):
                columns[first : first + width] = range(width)
        return columns

    def _as_it_stands(self, row: Sequence[str]) -> float:
        return sum(self.fits(text, place) for place, text in enumerate(row))

    def _as_dealt(self, row: Sequence[str], columns: Sequence[int]) -> float:
        """Return how well a row fits as it was dealt, with what its joined and missing cells cost."""
        fits = sum(self.fits(text, column) for text, column in zip(row, columns, strict=True))
        missing = len(self.roles) - len(set(columns) - {SECTION})
        pairs = zip(pairwise(columns), pairwise(row), strict=True)
        joins = sum(self._join(one, above, text) for (one, other), (above, text) in pairs if one == other)
        return fits + joins + _MISSING * missing

    def _behind_whole_rows(self, texts: Sequence[str]) -> set[int]:
        """Return what stands between a row that is whole and the number of the next, once only.

        They are sections where such words stand above the first number, too.
        """
        if (
            self.roles[0] != "number"
            or len(texts) < _FEWEST_TEXTS
            or is_blank(texts[0])
            or read_label(texts[0])
        ):
            return set()
        if read_label(texts[1]) is None or self.knows(texts[0]):
            return set()
        width, seen = len(self.roles), Counter(texts)
        labels = [
            place for place, text in enumerate(texts) if (label := read_label(text)) and label.form != "group"
        ]
        return {0} | {
            after - 1
            for before, after in pairwise(labels)
            if after - before == width + 1
            and seen[texts[after - 1]] == 1
            and not is_blank(texts[after - 1])
            and not self.knows(texts[after - 1])
            and not texts[after - 2].endswith((",", ";"))
            and texts[after - 1][:1] not in _LIST_MARKS
        }

    def fits(self, text: str, column: int) -> float:
        """Return how well a paragraph fits a column."""
        kind = self._kind(text)
        if column == SECTION:
            return self._as_section(text, kind)
        role = self.roles[column]
        if self._marked and role in _FIGURED and not (kind.mark or kind.blank):
            return _NO_MARK
        score = fit(role, kind) - (_HEADS_ROWS if kind.section and role not in _SECTION_ROLES else 0.0)
        shapes = self._shapes.get(column)
        if not shapes or kind.blank:
            return score
        if role in _OWNERS:
            return score + (_SHAPE_BONUS if not kind.agency and shapes[text] > 1 else 0.0)
        return score + (_SHAPE_BONUS if shapes[kind.shape] >= max(2, _KNOWN_SHAPE * shapes.total()) else 0.0)

    def _kind(self, text: str) -> Kind:
        found = self._kinds.get(text)
        if found is None:
            blank = is_blank(text)
            found = self._kinds[text] = Kind(
                blank,
                not blank and (label := read_label(text)) is not None and label.form != "group",
                0.0 if blank else self._agency(text),
                not blank and is_only_time(text),
                not blank and len(text) <= _FIGURE and is_figure(text),
                not blank and is_mark(text),
                len(text),
                _shape(text),
                not blank and len(section_title(text)[0]) > _LONGEST_CODE,
            )
        return found

    def _agency(self, text: str) -> float:
        """Return how surely a paragraph names bodies."""
        if self.knows(text) or names_part(text):
            return 3.0
        if names_body(text):
            return 2.0
        return 1.0 if lists_bodies(text) else 0.0

    def _as_section(self, text: str, kind: Kind) -> float:
        if kind.blank or kind.agency > _SURE or kind.time:
            return _BLANK_SECTION
        label = read_label(text)
        if label:
            if label.form == "group":
                return 0.0 if {"serves", "theme"} & set(self.roles) else _GROUP
            return 1.5 if label.form in _HEADING_FORMS else -4.0
        if section_title(text)[0]:
            return 2.5 if not text[0].isdigit() else 0.0
        # In English titles, too, have capitals.
        names = bool(kind.agency) and not text.isascii()
        if names or (self._labelled_sections and not text.isupper()):
            return _BLANK_SECTION
        return 0.5 if text.isupper() else -3.0

    def _learn(self, texts: Sequence[str], columns: Sequence[int]) -> None:
        """Remember which words begin the cells of the columns whose words are free."""
        for text, column in zip(texts, columns, strict=True):
            if column == SECTION or is_blank(text):
                continue
            if self.roles[column] in _FREE_ROLES:
                self._shapes.setdefault(column, Counter())[_shape(text)] += 1
            elif self.roles[column] in _OWNERS:
                self._shapes.setdefault(column, Counter())[text] += 1

    def _best(self, texts: Sequence[str]) -> tuple[list[int], float]:
        """Compare all ways: `scores` holds the best one that ends in each column, SECTION last."""
        if not texts:
            return [], 0.0
        width = len(self.roles)
        steps = _steps(width)
        places = [*range(width), SECTION]
        alone = self._alone(texts)
        scores = {place: _MISSING * max(place, 0) + self.fits(texts[0], place) for place in places}
        scores[SECTION] += alone[0]
        back: list[dict[int, int]] = []
        for number, (above, text) in enumerate(pairwise(texts), start=1):
            fresh: dict[int, float] = {}
            came: dict[int, int] = {}
            for place in places:
                best, before = max((scores[other] + cost, other) for other, cost in steps[place])
                joined = scores[place] + self._join(place, above, text)
                if joined > best:
                    best, before = joined, place
                fresh[place], came[place] = best + self.fits(text, place), before
            fresh[SECTION] += alone[number]
            scores = fresh
            back.append(came)
        ends = {
            place: score + (0 if place == SECTION else _MISSING * (width - 1 - place))
            for place, score in scores.items()
        }
        place = max(ends, key=lambda end: ends[end])
        score = ends[place]
        columns = [place]
        for came in reversed(back):
            place = came[place]
            columns.append(place)
        return columns[::-1], score

    def _alone(self, texts: Sequence[str]) -> list[float]:
        """Return what speaks for each paragraph being the only words of a row: it heads a section."""
        blanks = [0] * (len(texts) + 1)
        for place in range(len(texts) - 1, -1, -1):
            blanks[place] = blanks[place + 1] + 1 if is_blank(texts[place]) else 0
        rest = len(self.roles) - 1
        bare = self._above_numbers(texts)
        parents = _parents(texts) if self.roles[0] == "number" else set()
        return [
            _ALONE
            if not is_blank(text) and blanks[place + 1] >= rest
            else _TITLED
            if place in self._titles or place in parents
            else _BARE
            if place in bare
            else 0.0
            for place, text in enumerate(texts)
        ]

    def _above_numbers(self, texts: Sequence[str]) -> set[int]:
        """Return what stands right above numbers, where words without one stand above the first number."""
        if self.roles[0] != "number" or is_blank(texts[0]) or read_label(texts[0]):
            return set()
        labels = [read_label(text) is not None for text in texts]
        found = {
            place
            for place, text in enumerate(texts[:-1])
            if labels[place + 1] and not labels[place] and self._may_title(text)
        }
        return found if 0 in found else set()

    def _may_title(self, text: str) -> bool:
        kind = self._kind(text)
        return not (kind.blank or kind.agency or kind.time or kind.figure) and text[:1] not in "(-+•*–●"

    def _join(self, place: int, above: str, text: str) -> float:
        if place == SECTION:
            if is_blank(text):
                return -_BLANK_SECTION  # the empty cells beside the words of a section
            label = read_label(above)
            return -4.0 if label is None else _TITLE if label.form in _HEADING_FORMS else _SECTION_AGAIN
        alone = is_blank(above) or is_blank(text) or self._kind(above).mark or self._kind(text).mark
        if alone or self.roles[place] == "number":
            return -50.0
        role = self.roles[place]
        if role == "leads" and names_part(text) and not _leads(text):
            return _SAME_CELL if "coordinators" not in self.roles else _RUNS_ON
        listed = role in _OWNERS and text[:1] in _BULLETS and above[:1] in _BULLETS
        if listed or above.endswith((",", ";")) or (role in {"title", "output"} and runs_on(text)):
            return _RUNS_ON
        return _JOIN.get(role, _JOIN_OTHER)


def _parents(texts: Sequence[str]) -> set[int]:
    """Return the numbers and titles that head rows: right behind “1” and its words stands “1.1”."""
    found: set[int] = set()
    for place, (first, title, below) in enumerate(zip(texts, texts[1:], texts[2:], strict=False)):
        label, under = read_label(first), read_label(below)
        if (
            label
            and under
            and not is_blank(title)
            and under.parent == label.code != ""
            and under.code.endswith(".1")
        ):
            found |= {place, place + 1}
    return found


def _section_code(text: str) -> str:
    """Return the label of a section, which is no plain number; "" where the text has none."""
    label = read_label(text)
    if label:
        return label.code if label.form in _HEADING_FORMS else ""
    code = section_title(text)[0]
    return "" if code.isdigit() else code


def _steps(width: int) -> dict[int, list[tuple[int, float]]]:
    """Return, for each column, those that may stand before it and what the cells left out cost."""
    found: dict[int, list[tuple[int, float]]] = {
        place: [(place - 1, 0.0), *([(place - 2, _MISSING)] if place > 1 else [(SECTION, _MISSING)])]
        for place in range(1, width)
    }
    found[0] = [(SECTION, 0.0), *((place, _MISSING * (width - 1 - place)) for place in range(1, width))]
    found[SECTION] = [(place, _MISSING * (width - 1 - place)) for place in range(width)]
    return found


def is_blank(text: str) -> bool:
    """Say whether a cell is empty or only stands for the one above: it may stand in every column."""
    return text in _EMPTY or repeats_above(text)


def names_part(text: str) -> bool:
    """Say whether a paragraph names the part that its bodies have: “Lead: …”, “Support: …”."""
    if ":" not in text[:_ABOUT]:
        return False
    return _PART.match(bare(text[:_ABOUT])) is not None or _labelled(text) in _OWNERS


def _leads(text: str) -> bool:
    found = _PART.match(bare(text[:_ABOUT]))
    return found["lead"] is not None if found else _labelled(text) == "leads"


def _labelled(text: str) -> str:
    """Return what a label at the beginning says of the words behind it, in the words of headings."""
    label, _colon, rest = text.partition(":")
    found = senses(label.strip(_MARKS)) if rest.strip() and len(label) <= _LONGEST_LABEL else ()
    return found[0].roles[0] if found and found[0].surely >= DECISIVE else ""


def runs_on(text: str) -> bool:
    """Say whether a paragraph goes on with the one before it, by its first letter or mark."""
    return text[:1].islower() or text[:1] in {"(", *_BULLETS}


def _shape(text: str) -> str:
    return "".join("9" if char.isdigit() else char for char in text.split(" ", 1)[0].lower())
