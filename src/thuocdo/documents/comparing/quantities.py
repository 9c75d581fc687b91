"""The aims of a document as quantities that can be compared: rows, aims of the prose, figures in duties."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from thuocdo.core.text import fold
from thuocdo.documents.comparing.types import Difference, Place, Side
from thuocdo.documents.reading.figures import Figure, find_figures
from thuocdo.documents.reading.stated import parts_of
from thuocdo.documents.reading.units import unit_kind
from thuocdo.documents.types import DraftIndicator, DraftProgramme, DraftTarget

_TONES = re.compile(r"[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹàáèéìíòóùúãõ]", re.IGNORECASE)
_TONED_SHARE = 0.03
_YEAR = re.compile(r"\b(20\d\d)\b")
_LARGER_COUNT = 10
_RANK = re.compile(r"thu bac|thu hang|xep hang|\brank")
_SCOPES = (
    ("southeast_asia", re.compile(r"dong nam a|south-?\s?east asia|asean")),
    ("world", re.compile(r"the gioi|toan cau|world|global")),
    ("asia", re.compile(r"chau a|\basia")),
    ("nation", re.compile(r"ca nuoc|toan quoc|nation|country")),
)
_SIGNS = {">=": "≥ ", "<=": "≤ ", ">": "> ", "<": "< ", "=": ""}


@dataclass(frozen=True, slots=True)
class Aim:
    """One quantity that a document aims at; without a figure it stands in words alone.

    `measure` is what the figure counts: "percent", "percent_per_year", "rank", "ratio", "number",
    or "" where nothing is counted.
    """

    place: Place
    words: str
    measure: str
    targets: tuple[DraftTarget, ...]
    horizon: int | None

    @property
    def figures(self) -> frozenset[tuple[str, str | None]]:
        """Return the figures without comparators and scopes."""
        return frozenset((target.value, target.upper) for target in self.targets if target.value)


def is_english(draft: DraftProgramme) -> bool:
    """Say whether the words of a draft are English, whatever its head says of a bilingual file."""
    words = " ".join(
        (
            *(item.title for item in draft.tasks[:40]),
            *(item.title for item in draft.indicators[:40]),
            *(item.text for item in draft.clauses[:20]),
        )
    )
    return len(_TONES.findall(words)) < _TONED_SHARE * len(words)


def aims(draft: DraftProgramme, side: Side) -> tuple[Aim, ...]:
    """Return the aims of a draft that carry a target; a row that only heads others carries none."""
    return tuple(_aim(item, side) for item in draft.indicators if item.targets)


def worded_aims(draft: DraftProgramme, side: Side) -> tuple[Aim, ...]:
    """Return the aims that the prose states without a figure."""
    words = (DraftTarget("qualitative"),)
    return tuple(
        Aim(Place(side, "aim", item.code, item.text, item.horizon), item.text, "", words, item.horizon)
        for item in draft.statements
    )


def duties_with_figures(draft: DraftProgramme, side: Side) -> tuple[Aim, ...]:
    """Return the figures that stand in clauses and tasks: what is to be reached there, if it is an aim."""
    english = is_english(draft)
    texts = [
        *((Place(side, "clause", clause.code, clause.text), clause.text) for clause in draft.clauses),
        *((Place(side, "task", task.code, task.title), task.title) for task in draft.tasks),
        *((Place(side, "task", task.code), task.output) for task in draft.tasks if task.output),
    ]
    found: list[Aim] = []
    for place, text in texts:
        for words in parts_of(text):
            figures = [item for item in find_figures(words, english=english) if _may_be_aim(item)]
            if not figures:
                continue
            shown = Place(side, place.element, place.code, words)
            targets = tuple(figure.target for figure in figures)
            found.append(Aim(shown, words, _measure(figures[0].kind), targets, _last_year(words)))
    return tuple(found)


def differences(first: Aim, second: Aim) -> tuple[Difference, ...]:
    """Return what the targets of two aims say differently; what only one of them adds is no difference.

    Targets are compared within their scope; a target without a scope is compared with any.
    """
    ours, theirs = list(first.targets), list(second.targets)
    for target in tuple(ours):
        same = next((other for other in theirs if _same(target, other)), None)
        if same is not None:
            ours.remove(target)
            theirs.remove(same)
    found: list[Difference] = []
    if ours and theirs:
        one, other = _closest(ours, theirs)
        found.append(Difference(_field(one, other), target_text(one), target_text(other)))
    if first.horizon and second.horizon and first.horizon != second.horizon:
        found.append(Difference("horizon", str(first.horizon), str(second.horizon)))
    return tuple(found)


def target_text(target: DraftTarget) -> str | None:
    """Return a target as figures and signs; None for one in words alone."""
    if target.value is None:
        return None
    figure = (
        f"{target.value}–{target.upper}" if target.upper else f"{_SIGNS[target.comparator]}{target.value}"
    )
    return f"{figure} {target.scope}" if target.scope else figure


def _may_be_aim(figure: Figure) -> bool:
    """Say whether a figure in a duty may be aimed at: bounded, a share, a range, or a larger count."""
    if figure.kind == "duration":
        return False
    share = figure.kind not in {"number", "times"}
    counted = bool(figure.unit) and Decimal(figure.target.value or 0) >= _LARGER_COUNT
    return figure.printed or share or figure.target.upper is not None or counted


def _aim(item: DraftIndicator, side: Side) -> Aim:
    figures = any(target.value for target in item.targets)
    return Aim(
        Place(side, "aim", item.code, item.title, item.horizon),
        item.title,
        _measure(unit_kind(item.unit, item.target_text), item.unit) if figures else "",
        item.targets,
        item.horizon,
    )


def _measure(kind: str, unit: str | None = None) -> str:
    if unit and _RANK.search(fold(unit)):
        return "rank"
    return "percent" if kind == "percent_per_year" else kind


def _last_year(words: str) -> int | None:
    years = _YEAR.findall(words)
    return int(years[-1]) if years else None


def _scope(target: DraftTarget) -> str:
    words = fold(target.scope or "")
    return next((key for key, pattern in _SCOPES if pattern.search(words)), words)


def _same(one: DraftTarget, other: DraftTarget) -> bool:
    figures = (one.comparator, one.value, one.upper) == (other.comparator, other.value, other.upper)
    return figures and (not _scope(one) or not _scope(other) or _scope(one) == _scope(other))


def _closest(ours: Sequence[DraftTarget], theirs: Sequence[DraftTarget]) -> tuple[DraftTarget, DraftTarget]:
    """Return the two targets that most likely mean the same: the same scope, then the same figure."""
    pairs = [(one, other) for one in ours for other in theirs]
    return max(
        pairs,
        key=lambda pair: (_scope(pair[0]) == _scope(pair[1]), pair[0].value == pair[1].value),
    )


def _field(one: DraftTarget, other: DraftTarget) -> str:
    if (one.value is None) != (other.value is None):
        return "figure_added"
    if (one.value, one.upper) != (other.value, other.upper):
        return "value"
    return "comparator" if one.comparator != other.comparator else "scope"
