"""Cells that are unlike the others of their column: blank, of another kind, too long, with labels in them."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from statistics import median

from thuocdo.documents.reading.bodies import names_body
from thuocdo.documents.reading.deadlines import is_only_time
from thuocdo.documents.reading.headings import senses
from thuocdo.documents.remarks import remark
from thuocdo.documents.types import DraftProgramme, DraftTask, Remark

Judge = Callable[[str], bool]
_FEWEST = 5  # rows that show how a column looks
_MOSTLY = {"leads": 0.8, "output": 0.8, "deadline": 0.8, "coordinators": 0.95}
"""From which share of filled cells on a blank one is unlike the others."""
_LONG, _TIMES = 200, 4  # letters; times as long as the middle one
_LABEL = re.compile(r"(?:^|[.;,\n(]\s*)(?:[-+•*]\s*)?([^\W\d_][^:.;,()\n]{2,40}?)\s*:\s*(?=\S)")
_LABELS = frozenset({"leads", "coordinators", "output", "deadline"})
_CODE = re.compile(r"(?:[A-ZĐ]{1,6}[-. ]?)?(?:[IVX]+|\d+)(?:[.\-/]\d+)*\s*[.:)–-]\s+|[A-ZĐ]{1,5}\d[\w.]*\s+")
_NUMBERED = re.compile(r"\b(?:No\.?|Số:?)\s*\d+", re.IGNORECASE)
_SEVERAL = 2


def unlike_cells(draft: DraftProgramme, knows: Judge) -> Iterator[Remark]:
    """Yield a remark on each cell of a task that does not look like the others of its column."""
    told = {(note.where, (note.field or "").replace("_text", "")) for note in draft.remarks}
    for name, where, code, params in _found(draft.tasks, knows):
        if (where, name) not in told:
            yield remark(where, name, code, **params)


def unlike_units(draft: DraftProgramme, knows: Judge) -> Iterator[Remark]:
    """Yield a remark on each unit of an indicator that looks like a body or a time."""
    for code, unit in dict.fromkeys((item.code, item.unit or "") for item in draft.indicators):
        if unit and (is_only_time(unit) or ((knows(unit) or names_body(unit)) and " " in unit)):
            yield remark(f"indicator {code}", "unit", "cell_of_other_kind", printed=unit[:_LONG])


def unlike_title(title: str | None, knows: Judge) -> Iterator[Remark]:
    """Yield a remark where the title of the document holds a number or the line of a letterhead."""
    lines = (title or "").split("\n")
    if _NUMBERED.search(title or "") or (len(lines) > 1 and any(map(knows, lines))):
        yield remark("document", "title", "title_with_others", printed=" / ".join(lines))


def _found(tasks: Sequence[DraftTask], knows: Judge) -> Iterator[tuple[str, str, str, dict[str, str]]]:
    columns = {name: [_text(task, name) for task in tasks] for name in ("title", *_MOSTLY)}
    for name, cells in columns.items():
        filled = [text for text in cells if text]
        many = len(cells) >= _FEWEST
        usual = median(map(len, filled)) if filled else 0
        blanks = many and len(filled) >= _MOSTLY.get(name, 2) * len(cells)
        labels = Counter(label for text in filled for label in _labels(name, text))
        coded = name == "title" and sum(bool(_CODE.match(text)) for text in filled) >= _SEVERAL
        for task, text in zip(tasks, cells, strict=True):
            where = f"task {task.code}"
            if not text:
                if blanks:
                    yield name, where, "blank_unlike", {}
                continue
            label = next((label for label in _labels(name, text) if _is_label(name, label, labels)), None)
            if label:
                yield name, where, "label_inside", {"label": label}
            elif (coded and _CODE.match(text)) or _is_other(name, text, knows):
                yield name, where, "cell_of_other_kind", {"printed": text[:_LONG]}
            elif many and len(text) > max(_LONG, _TIMES * usual):
                yield name, where, "cell_long", {"letters": str(len(text))}


def _text(task: DraftTask, name: str) -> str:
    """Return the words of a field; names that another place of the document gives count as words."""
    if name == "deadline":
        return task.deadline_text or ("" if task.deadline.kind == "none" else task.deadline.kind)
    if name in {"leads", "coordinators"}:
        return str(getattr(task, f"{name}_text") or " ".join(getattr(task, name)))
    return str(getattr(task, name) or "")


def _labels(name: str, text: str) -> Iterator[str]:
    """Yield the words before colons within a cell; the first words of a title are its own."""
    for found in _LABEL.finditer(text):
        if found.start() or name != "title":
            yield found[1]


def _is_label(name: str, label: str, counts: Counter[str]) -> bool:
    """Say whether words before a colon name another field, or come back in other rows of a column."""
    roles = {sense.roles[0] for sense in senses(label)[:1]} & _LABELS
    others = roles - {name} - ({"leads", "coordinators"} if name in {"leads", "coordinators"} else set())
    return bool(others) or (counts[label] > _SEVERAL and name != "deadline")


def _is_other(name: str, text: str, knows: Judge) -> bool:
    """Say whether a cell holds what belongs to another field."""
    if name == "deadline":
        return knows(text)
    if name in {"leads", "coordinators"}:
        return is_only_time(text)
    return is_only_time(text) or knows(text)
