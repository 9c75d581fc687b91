"""Compares the truth of a plan with the draft that was read, field by field.

A wrong field counts as remarked when a remark stands on the same row and names that field or none,
or when the row's confidence is below 0.9. A row that was not read at all counts as remarked when the
row read before it carries a remark about the whole row, or is unsure: whoever looks there finds it;
so does a remark of the document that a table was not read. A doubt about a theme stands for the tasks
below it, and a remark that a column was not read for cells that were left blank.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from tests.corpus.bodies import canonical
from tests.corpus.model import UNSCORED, Due, Indicator, OneOf, Task, Truth

from thuocdo.documents.types import DraftDeadline, DraftIndicator, DraftProgramme, DraftTask

SURE = 0.9
SAME = 0.72
TASK_FIELDS = ["code", "title", "theme", "leads", "coordinators", "output", "deadline_text", "deadline"]
TASK_EXTRAS = {"serves": "serves", "status_text": "status", "result_text": "result"}
INDICATOR_FIELDS = ["code", "title", "unit", "target_text", "targets", "agencies", "horizon", "parent"]
COLUMN_OF = {"coordinators": ("coordinators", "bodies"), "output": ("output",)}


@dataclass
class Fault:
    """One wrong field."""

    kind: str
    where: str
    truth: object
    read: object
    remarked: bool
    remark: str = ""


@dataclass
class Score:
    """How many fields were compared, and which were wrong."""

    fields: int = 0
    faults: list[Fault] = field(default_factory=list)
    seconds: float = 0.0
    kinds: Counter[str] = field(default_factory=Counter)

    def add(self, other: "Score") -> None:
        """Count another document in."""
        self.fields += other.fields
        self.faults += other.faults
        self.seconds += other.seconds
        self.kinds += other.kinds

    @property
    def right(self) -> float:
        """Return the share of fields that are right."""
        return 1 - len(self.faults) / self.fields if self.fields else 1.0

    @property
    def remarked(self) -> float:
        """Return the share of wrong fields that a remark points at."""
        return sum(fault.remarked for fault in self.faults) / len(self.faults) if self.faults else 1.0


def plain(text: object) -> str:
    """Return words as they are compared: NFC, one kind of dash and of Đ, white space collapsed."""
    if text is None:
        return ""
    words = (
        unicodedata.normalize("NFC", str(text)).replace("Ð", "Đ").replace("\u00ad", "").replace("\u200b", "")
    )
    return " ".join(re.sub("[‐‑–—−]", "-", words).split())


def refused(truth: Truth, why: str) -> Score:
    """Return the score of a document that was refused: all of its fields are wrong, and it was said."""
    score = score_draft(truth, DraftProgramme(document=_nothing()), {})
    for fault in score.faults:
        fault.kind, fault.remarked, fault.remark = "refused", True, why
    return score


def _nothing() -> object:
    from thuocdo.documents.types import DocumentData  # noqa: PLC0415  only for a refusal

    return DocumentData()


def score_draft(truth: Truth, draft: DraftProgramme, aliases: dict[str, str]) -> Score:
    """Return the score of one reading."""
    return _Comparison(truth, draft, aliases).score()


class _Comparison:
    def __init__(self, truth: Truth, draft: DraftProgramme, aliases: dict[str, str]) -> None:
        self.truth, self.draft, self.aliases = truth, draft, aliases
        self.result = Score()
        self.before: dict[int, object] = {}
        self.themes = {theme.code: theme.title for theme in draft.themes}
        self.alias = {plain(word): plain(name) for word, name in aliases.items()}

    def score(self) -> Score:
        self._document()
        self._themes()
        pairs = _aligned(self.truth.tasks, self.draft.tasks, _task_key, _read_task_key)
        self.before = _rows_before(self.truth.tasks, pairs)
        for task, read in pairs:
            self._task(task, read)
        found_aims = _aligned(self.truth.indicators, self.draft.indicators, _aim_key, _read_aim_key)
        self.before = _rows_before(self.truth.indicators, found_aims)
        for aim, found in found_aims:
            self._indicator(aim, found)
        return self.result

    def _count(
        self, kind: str, where: str, truth: object, read: object, *, right: bool, sure: float = 1.0
    ) -> None:
        self.result.fields += 1
        self.result.kinds[kind] += 1
        if right:
            return
        name = kind.split(" ", 1)[-1]
        notes = [
            note.code or note.message
            for note in self.draft.remarks
            if (note.where == where and (note.field is None or _same_field(note.field, name)))
            or (name == "theme" and kind == "task theme" and note.where == f"theme {read}")
        ]
        blank = read is None or read == ()
        notes += [note.code for note in self.draft.remarks if blank and note.code == "column_unread"]
        remarked = bool(notes) or sure < SURE
        said = ", ".join(notes) or (f"confidence {sure}" if sure < SURE else "")
        self.result.faults.append(Fault(kind, where, truth, read, remarked, said))

    def _document(self) -> None:
        for name, value in self.truth.document.items():
            if value is UNSCORED:
                continue
            read = getattr(self.draft.document, name)
            read = read.isoformat() if hasattr(read, "isoformat") else read
            self._count(
                f"document {name}", "document", value, read, right=self._fits_document(name, value, read)
            )

    def _fits_document(self, name: str, value: object, read: object) -> bool:
        if name == "issuer":
            wanted = [canonical(plain(item), {}) for item in _options(value)]
            return canonical(plain(read), {}) in wanted
        return any(plain(item).casefold() == plain(read).casefold() for item in _options(value))

    def _themes(self) -> None:
        wanted = list(self.truth.themes)
        for theme in self.draft.themes:
            match = next((pair for pair in wanted if _fits(pair[1], theme.title)), None)
            where = f"theme {theme.code}"
            if match is None and any(_fits(title, theme.title) for title in self.truth.loose):
                continue
            if match is None:
                self._count("theme extra", where, None, theme, right=False)
                continue
            wanted.remove(match)
            self._count("theme title", where, match[1], theme.title, right=True)
            if match[0] is not UNSCORED:
                self._count("theme code", where, match[0], theme.code, right=_fits(match[0], theme.code))
        for code, title in wanted:
            shown = next(iter(_options(code)))
            self._count("theme missing", f"theme {shown}", title, None, right=False)

    def _task(self, task: Task | None, read: DraftTask | None) -> None:
        if task is None and read is not None:
            self._count("task extra", f"task {read.code}", None, read, right=False, sure=read.confidence)
            return
        if task is None or task.optional:
            return
        if read is None:
            code = next(iter(_options(task.code)))
            for name in _scored_task_fields(self.truth, task, None):
                self._missing(f"task missing:{name}", f"task {code}", task)
            return
        where = f"task {read.code}"
        for name in _scored_task_fields(self.truth, task, read):
            value, found = getattr(task, name), getattr(read, name)
            right = self._fits_field(name, value, found)
            self._count(f"task {name}", where, _shown(name, value), found, right=right, sure=read.confidence)

    def _missing(self, kind: str, where: str, row: Task | Indicator) -> None:
        """Count a field of a row that was not read; a doubt about the row above it points at it."""
        self._count(kind, where, row.title, None, right=False)
        if any(note.code in {"table_unread", "heading_unread"} for note in self.draft.remarks):
            self.result.faults[-1].remarked = True
            self.result.faults[-1].remark = "table_unread"
        above = self.before.get(id(row))
        if above is None or self.result.faults[-1].remarked:
            return
        place = f"{'task' if isinstance(above, DraftTask) else 'indicator'} {above.code}"
        notes = [note.code for note in self.draft.remarks if note.where == place and note.field is None]
        if notes or above.confidence < SURE:
            self.result.faults[-1].remarked = True
            self.result.faults[-1].remark = f"{place}: {', '.join(notes) or above.confidence}"

    def _fits_field(self, name: str, value: object, read: object) -> bool:
        if name in {"leads", "coordinators", "agencies"}:
            return [self._body(item) for item in value] == [self._body(item) for item in read]
        if name == "deadline":
            return _fits_deadline(value, read)
        if name == "theme":
            return self._fits_theme(value, read)
        return _fits(value, read)

    def _body(self, name: str) -> str:
        text = plain(name)
        return canonical(self.alias.get(text, text), {})

    def _fits_theme(self, value: object, read: object) -> bool:
        if value is None or read is None:
            return value is None and read is None
        code, title = value
        if code is not UNSCORED and _fits(code, read):
            return True
        return _fits(title, self.themes.get(str(read))) or _fits(title, read)

    def _indicator(self, aim: Indicator | None, read: DraftIndicator | None) -> None:
        if aim is None and read is not None:
            self._count(
                "indicator extra", f"indicator {read.code}", None, read, right=False, sure=read.confidence
            )
            return
        if aim is None or aim.optional:
            return
        names = [name for name in INDICATOR_FIELDS if name != "code" or aim.code is not None]
        if read is None:
            for name in names:
                self._missing(f"indicator missing:{name}", f"indicator {aim.code}", aim)
            return
        for name in names:
            value, found = getattr(aim, name), getattr(read, name)
            if name == "targets":
                found = tuple((item.comparator, item.value, item.upper, item.scope) for item in read.targets)
                right = value is UNSCORED or value == found
            elif name == "horizon":
                right = value == found
            else:
                right = self._fits_field(name, value, found)
            self._count(
                f"indicator {name}", f"indicator {read.code}", value, found, right=right, sure=read.confidence
            )


def _same_field(said: str, name: str) -> bool:
    family = {
        "deadline_text": "deadline",
        "target_text": "targets",
        "leads_text": "leads",
        "agencies_text": "agencies",
    }
    return family.get(said, said) == family.get(name, name)


def _options(value: object) -> tuple[object, ...]:
    return value.values if isinstance(value, OneOf) else (value,)


def _shown(name: str, value: object) -> object:
    return value[1] if name == "theme" and isinstance(value, tuple) else value


def _fits(value: object, read: object) -> bool:
    return value is UNSCORED or any(plain(item) == plain(read) for item in _options(value))


def _fits_deadline(value: object, read: DraftDeadline) -> bool:
    if value is UNSCORED:
        return True
    if not isinstance(value, Due):
        raise TypeError("A deadline's truth is a Due.")
    start = read.start.isoformat() if read.start else None
    due = read.due.isoformat() if read.due else None
    same = read.kind in value.kinds and start in _options(value.start) and due == value.due
    return same and read.every in value.every and read.day in _options(value.day)


def _scored_task_fields(truth: Truth, task: Task, read: DraftTask | None) -> Iterator[str]:
    for name in TASK_FIELDS:
        if getattr(task, name) is UNSCORED:
            continue
        printed = name not in COLUMN_OF or any(column in truth.columns for column in COLUMN_OF[name])
        printed = printed and (name != "theme" or bool(truth.themes))
        if printed or (read is not None and getattr(read, name)):
            yield name
    for name, column in TASK_EXTRAS.items():
        if column in truth.columns or (read is not None and getattr(read, name)):
            yield name


def _task_key(task: Task) -> tuple[list[str], str]:
    codes = [] if task.code is UNSCORED else [plain(code) for code in _options(task.code)]
    return codes, plain(next(iter(_options(task.title))))


def _read_task_key(task: DraftTask) -> tuple[str, str]:
    return plain(task.code), plain(task.title)


def _aim_key(aim: Indicator) -> tuple[list[str], str]:
    return [] if aim.code is None else [f"{aim.code}@{aim.horizon}"], f"{plain(aim.title)} {aim.horizon}"


def _read_aim_key(aim: DraftIndicator) -> tuple[str, str]:
    return f"{plain(aim.code)}@{aim.horizon}", f"{plain(aim.title)} {aim.horizon}"


def _aligned(
    wanted: Iterable[object], read: Iterable[object], key: object, read_key: object
) -> list[tuple[object, object]]:
    """Pair rows by code and title, then by code, then by title; what is left is missing or extra."""
    left = [(item, *key(item)) for item in wanted]
    found = [(item, *read_key(item)) for item in read]
    pairs: list[tuple[object, object]] = []
    for test in (_both, _by_code, _by_title, _by_likeness):
        rest = []
        for item, codes, title in left:
            match = next((one for one in found if test(codes, title, one[1], one[2])), None)
            if match is None:
                rest.append((item, codes, title))
            else:
                found.remove(match)
                pairs.append((item, match[0]))
        left = rest
    return [*pairs, *((item, None) for item, _, _ in left), *((None, one[0]) for one in found)]


def _rows_before(wanted: Iterable[object], pairs: list[tuple[object, object]]) -> dict[int, object]:
    """Return for each row of the truth the row that was read in the place before it."""
    read = {id(item): found for item, found in pairs if item is not None and found is not None}
    before: dict[int, object] = {}
    last = None
    for item in wanted:
        if last is not None:
            before[id(item)] = last
        last = read.get(id(item), last)
    return before


def _both(codes: list[str], title: str, code: str, words: str) -> bool:
    return title == words and (not codes or code in codes)


def _by_code(codes: list[str], _title: str, code: str, _words: str) -> bool:
    return code in codes


def _by_title(_codes: list[str], title: str, _code: str, words: str) -> bool:
    return title == words


def _by_likeness(_codes: list[str], title: str, _code: str, words: str) -> bool:
    return SequenceMatcher(None, title, words, autojunk=False).quick_ratio() > SAME and (
        SequenceMatcher(None, title, words, autojunk=False).ratio() > SAME
    )
