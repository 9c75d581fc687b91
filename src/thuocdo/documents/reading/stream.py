"""Rows of a table whose cells are paragraphs: each paragraph is dealt to a column, row after row.

Where no number in front says where a row begins, only the cycle of the columns does. All ways of
dealing are compared paragraph by paragraph and the one whose words fit their columns best is taken.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from thuocdo.documents.reading.columns import Judge, Role
from thuocdo.documents.reading.deadlines import is_only_time
from thuocdo.documents.reading.labels import read_label, section_title
from thuocdo.documents.reading.spelling import bare
from thuocdo.documents.reading.targets import is_figure

SECTION = -1
"""The column of a paragraph that heads the rows below it."""

AGAIN = frozenset(
    form
    for word in ("nt", "do", "ditto", "như trên", "Như trên", "as above", "As above")
    for form in (f"-{word}-", f"- {word} -", f"({word})", word, f"{word}.")
) | {'"'}
"""Words that stand for those of the cell above."""

_BLANKS = frozenset({"", "-", "–", "—"}) | AGAIN
_PART = re.compile(
    r"[-+*•·\s]*(?:(?:co quan|don vi|to chuc) )?"
    r"(?:(?P<lead>chu tri|dau moi|lead\w*|led by|responsible\w*|owner\w*|in charge)|"
    r"phoi hop|cung phoi hop|tham gia|ho tro|support\w*|partner\w*|coordinat\w*|assist\w*|contribut\w*|"
    r"with)\b[^:,;]{0,25}: *\S"
)
_LONG = 60
_SHORT = 25
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
_LONGEST_NAMES = 300
_MARKS = " -+•·–*."
_BULLETS = frozenset({"-", "+", "•", "·", "*", "–"})
_LISTED = re.compile(r"[,;/\n]")
_WORD = re.compile(r"[A-Za-z][\w']*")
_VIETNAMESE = re.compile(r"[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
_LITTLE = frozenset({"of", "the", "for", "and", "in", "on", "to", "with", "all", "other", "a"})
_BODY_VI = re.compile(
    r"(?:cac )?(?:bo|so|ubnd|uy ban|ban(?! hanh)|cuc|vu|vien|hoi|truong|cong an|tinh doan|"
    r"thanh tra|van phong|toa an|ngan hang|tap doan|tong cong ty|cong ty|trung tam|"
    r"lien doan|mat tran|doan|phong|chi cuc|dai|"
    r"bao|hoc vien|"
    r"dai hoc|quy|hiep hoi|lien minh|kho bac|hai quan|thue|bo chi huy|co quan|don vi|dia phuong|"
    r"huyen|xa|tinh)\b"
)
_BLANK: Mapping[str, float] = {"title": -5.0, "leads": -1.0, "number": -1.5, "unit": -0.5, "target": -0.3}
_SURELY: Mapping[str, tuple[float, float]] = {"deadline": (3.0, -4.0), "number": (4.0, -6.0)}
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

_BARE = 4.0  # for a title without a number, where the table begins with one


@dataclass(frozen=True, slots=True)
class Kind:
    """What a paragraph looks like, whatever column it stands in."""

    blank: bool
    label: bool
    agency: float
    time: bool
    figure: bool
    length: int
    shape: str
    section: bool


@dataclass(slots=True)
class Dealer:
    """Deals paragraphs to the columns of one table."""

    roles: Sequence[Role]
    knows: Judge
    _kinds: dict[str, Kind] = field(default_factory=dict)
    _shapes: dict[int, Counter[str]] = field(default_factory=dict)

    def deal(self, texts: Sequence[str]) -> tuple[list[int], float]:
        """Return the column of each paragraph, SECTION for headings between rows, and how well all fit."""
        first, _score = self._best(texts)
        self._learn(texts, first)
        return self._best(texts)

    def fits(self, text: str, column: int) -> float:
        """Return how well a paragraph fits a column."""
        kind = self._kind(text)
        if column == SECTION:
            return self._as_section(text, kind)
        role = self.roles[column]
        score = _fit(role, kind) - (_HEADS_ROWS if kind.section and role not in _SECTION_ROLES else 0.0)
        shapes = self._shapes.get(column)
        if not shapes or kind.blank:
            return score
        if role in _OWNERS:
            return score + (_SHAPE_BONUS if not kind.agency and shapes[text] > 1 else 0.0)
        return score + (_SHAPE_BONUS if shapes[kind.shape] >= max(2, _KNOWN_SHAPE * shapes.total()) else 0.0)

    def _kind(self, text: str) -> Kind:
        found = self._kinds.get(text)
        if found is None:
            blank = text in _BLANKS
            found = self._kinds[text] = Kind(
                blank,
                not blank and (label := read_label(text)) is not None and label.form != "group",
                0.0 if blank else self._agency(text),
                not blank and is_only_time(text),
                not blank and len(text) <= _FIGURE and is_figure(text),
                len(text),
                _shape(text),
                not blank and len(section_title(text)[0]) > _LONGEST_CODE,
            )
        return found

    def _agency(self, text: str) -> float:
        """Return how surely a paragraph names bodies."""
        if self.knows(text) or names_part(text):
            return 3.0
        return 2.0 if names_body(text) else 0.0

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
        return 0.5 if text.isupper() else -3.0

    def _learn(self, texts: Sequence[str], columns: Sequence[int]) -> None:
        """Remember which words begin the cells of the columns whose words are free."""
        for text, column in zip(texts, columns, strict=True):
            if column == SECTION or text in _BLANKS:
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
            blanks[place] = blanks[place + 1] + 1 if texts[place] in _BLANKS else 0
        rest = len(self.roles) - 1
        bare = self._above_numbers(texts)
        return [
            _ALONE if text not in _BLANKS and blanks[place + 1] >= rest else _BARE if place in bare else 0.0
            for place, text in enumerate(texts)
        ]

    def _above_numbers(self, texts: Sequence[str]) -> set[int]:
        """Return what stands right above numbers, where words without one stand above the first number."""
        if self.roles[0] != "number" or texts[0] in _BLANKS or read_label(texts[0]):
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
            if text in _BLANKS:
                return -_BLANK_SECTION  # the empty cells beside the words of a section
            label = read_label(above)
            return -4.0 if label is None else _TITLE if label.form in _HEADING_FORMS else _SECTION_AGAIN
        if above in _BLANKS or text in _BLANKS or self.roles[place] == "number":
            return -50.0
        role = self.roles[place]
        if role == "leads" and names_part(text) and not _leads(text):
            return _SAME_CELL if "coordinators" not in self.roles else _RUNS_ON
        listed = role in _OWNERS and text[:1] in _BULLETS and above[:1] in _BULLETS
        if listed or above.endswith((",", ";")) or (role in {"title", "output"} and runs_on(text)):
            return _RUNS_ON
        return _JOIN.get(role, _JOIN_OTHER)


def _steps(width: int) -> dict[int, list[tuple[int, float]]]:
    """Return, for each column, those that may stand before it and what the cells left out cost."""
    found: dict[int, list[tuple[int, float]]] = {
        place: [(place - 1, 0.0), *([(place - 2, _MISSING)] if place > 1 else [(SECTION, _MISSING)])]
        for place in range(1, width)
    }
    found[0] = [(SECTION, 0.0), *((place, _MISSING * (width - 1 - place)) for place in range(1, width))]
    found[SECTION] = [(place, _MISSING * (width - 1 - place)) for place in range(width)]
    return found


def names_part(text: str) -> bool:
    """Say whether a paragraph names the part that its bodies have: “Lead: …”, “Support: …”."""
    return ":" in text[:_ABOUT] and _PART.match(bare(text[:_ABOUT])) is not None


def _leads(text: str) -> bool:
    found = _PART.match(bare(text[:_ABOUT]))
    return found is not None and found["lead"] is not None


def names_body(text: str) -> bool:
    """Say whether words look like the name of a body, or a list of such names, that nobody told us."""
    if len(text) > _LONGEST_NAMES or any(char.isdigit() for char in text):
        return False
    parts = [part.strip(_MARKS) for part in _LISTED.split(text) if part.strip(_MARKS)]
    return bool(parts) and all(_is_name(part) for part in parts)


def _is_name(text: str) -> bool:
    if _BODY_VI.match(bare(text)) and text[:1].isupper() and not text.startswith("Số "):
        return True
    words = [word for word in _WORD.findall(text) if word.lower() not in _LITTLE]
    if len(words) == 1 and len(text) > 2 and text.isupper():  # noqa: PLR2004  initials have three letters at least
        return True
    return len(words) > 1 and not _VIETNAMESE.search(text) and all(word[0].isupper() for word in words)


def runs_on(text: str) -> bool:
    """Say whether a paragraph goes on with the one before it, by its first letter or mark."""
    return text[:1].islower() or text[:1] in {"(", *_BULLETS}


def _shape(text: str) -> str:
    return "".join("9" if char.isdigit() else char for char in text.split(" ", 1)[0].lower())


def _fit(role: Role, kind: Kind) -> float:
    if kind.blank:
        return _BLANK.get(role, 0.0)
    if role in _OWNERS:
        return kind.agency or (-2.5 if kind.length <= _LONG and not (kind.time or kind.label) else -5.0)
    if role in {"deadline", "number"}:
        fits = kind.time if role == "deadline" else kind.label
        return _SURELY[role][0] if fits else _SURELY[role][1]
    if role == "theme" and kind.agency and kind.agency <= _SURE:
        return 0.0
    if kind.agency:
        return -4.0 if role in {"title", "target", "baseline", "unit"} else -2.0
    return _fit_words(role, kind)


def _fit_words(role: Role, kind: Kind) -> float:
    if role in {"target", "baseline"}:
        return 2.0 if kind.figure else -1.5
    if role == "unit":
        return 1.5 if kind.length <= _SHORT and not kind.figure else -3.0
    odd = kind.time or kind.label
    if role == "title":
        return -4.0 if odd else 1.5 if kind.length > _LONG else 1.0 if kind.length > _SHORT else 0.0
    if role in {"status", "result"}:
        return 0.5
    return -2.0 if odd else 0.5 if kind.length <= _LONG else -0.5
