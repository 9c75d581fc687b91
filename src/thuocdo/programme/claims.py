"""A status report against an adopted programme: what is claimed, and what its own evidence supports."""

import math
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from thuocdo.core.country import names
from thuocdo.core.messages import Reason
from thuocdo.core.text import fold
from thuocdo.documents.citations import announcement
from thuocdo.documents.proofs import Part, Support, issued_documents
from thuocdo.documents.reading.claims import Claimed, claimed_status, reported_text, row_support
from thuocdo.documents.types import CitedDocument, DraftProgramme, DraftTask
from thuocdo.programme.drafted import living_tasks
from thuocdo.programme.types import Mode, Programme, Task

SAME_NUMBER = 35
"""Percent of likeness below which a row under a task's number speaks of another task."""
BY_WORDS = 70
"""Percent of likeness from which a row under another number is the same task."""
CLEAR = 15
"""By how many points the next task must lie behind; with this much in favour of another task the
row's own number is not believed."""
_LEADS = 30
"""Percent of the likeness that the leads decide, where a row names them."""
_TELLING = 3
"""How many rare words must be shared before the words alone tell a task."""
_WHOLE = 100
_CODES = {name.name_vi: name.code for name in names()}
_SHORT_WORD = 2


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One row of the report beside the task that it speaks of.

    `task` is the key of the task and `number` what the act in force prints for it. The key is None
    where no task could be told; `nearest` is then the number of the one that came closest.
    `matched_by` is "number" or "words", `likeness` in percent says how far the words agree.
    `supported` says that the documents and proofs in the row satisfy every part of the task's
    output, by the rules that decide its status; `reason` says why they do not, `announces` that the
    row only announces.
    """

    code: str
    title: str
    task: str | None
    matched_by: str
    likeness: int
    claimed: Claimed
    status_text: str
    supported: bool
    documents: tuple[CitedDocument, ...] = ()
    reason: Reason | None = None
    announces: bool = False
    nearest: str = ""
    number: str = ""

    @property
    def differs(self) -> bool:
        """Say whether completion is claimed and not supported."""
        return self.claimed == "done" and not self.supported


@dataclass(frozen=True, slots=True)
class ClaimSummary:
    """A whole report: its rows in their order, and the numbers of the tasks that nobody reported on."""

    programme: str
    version: int
    document: str
    rows: tuple[ClaimRow, ...]
    unreported: tuple[str, ...]

    @property
    def claimed_done(self) -> int:
        """Return how many rows claim completion."""
        return sum(row.claimed == "done" for row in self.rows)

    @property
    def supported(self) -> int:
        """Return how many of those are supported by what the row cites or proves."""
        return sum(row.claimed == "done" and row.supported for row in self.rows)

    @property
    def difference(self) -> int:
        """Return how many claims of completion nothing in their row supports."""
        return self.claimed_done - self.supported

    @property
    def announcements(self) -> int:
        """Return how many rows only announce."""
        return sum(row.announces for row in self.rows)

    @property
    def unmatched(self) -> tuple[str, ...]:
        """Return the numbers of the rows that fit no task."""
        return tuple(row.code for row in self.rows if row.task is None)


def match_claims(programme: Programme, draft: DraftProgramme) -> ClaimSummary:
    """Return each row of the report beside its task, what it claims and what its evidence supports.

    A row is the task of its number where the words agree enough, else the task whose words agree
    clearly best; several rows (one of each lead) may speak of one task. Never a mere neighbour.
    """
    finder = _Finder(living_tasks(programme))
    rows = tuple(_row(programme, finder, item) for item in draft.tasks)
    reported = {row.task for row in rows}
    return ClaimSummary(
        programme=programme.number,
        version=programme.version,
        document=draft.document.number or "",
        rows=rows,
        unreported=tuple(task.number for task in finder.tasks if task.code not in reported),
    )


@dataclass(frozen=True, slots=True)
class _Match:
    task: Task | None
    by: str
    likeness: int
    nearest: str = ""


class _Finder:
    """The tasks of a programme, found by number and words; rare words weigh more than common ones."""

    def __init__(self, tasks: Sequence[Task]) -> None:
        self.tasks = tasks
        self._by_key = {task.code: task for task in tasks}
        # A report names the number that the act in force prints; the key may be an older one.
        self._by_number = {task.number: task for task in tasks}
        titles = Counter(fold(task.title) for task in tasks if task.title)
        self._by_title = {
            fold(task.title): task for task in tasks if task.title and titles[fold(task.title)] == 1
        }
        self._forms = {task.code: [_words(form) for form in _forms(task)] for task in tasks}
        used = Counter(word for forms in self._forms.values() for word in set().union(*forms))
        self._weight = {word: math.log(1 + len(tasks) / count) for word, count in used.items()}
        self._rare = math.log(1 + len(tasks))

    def find(self, row: DraftTask) -> _Match:
        """Return the task that the row speaks of."""
        words, leads = _words(row.title), {_CODES.get(name, name) for name in row.leads}
        scores = sorted(
            ((self._likeness(words, leads, task), task.code) for task in self.tasks), reverse=True
        )
        numbered = self._by_number.get(row.code)
        if same := self._by_title.get(fold(row.title)):
            return _Match(same, "number" if same is numbered else "words", _WHOLE)
        if numbered is not None:
            likeness = self._likeness(words, leads, numbered)
            if likeness >= SAME_NUMBER and scores[0][0] - likeness < CLEAR:
                return _Match(numbered, "number", likeness)
        if not scores:
            return _Match(None, "", 0)
        best, code = scores[0]
        second = scores[1][0] if len(scores) > 1 else 0
        if best >= BY_WORDS and best - second >= CLEAR:
            return _Match(self._by_key[code], "words", best)
        return _Match(None, "", best, self._by_key[code].number)

    def _likeness(self, words: frozenset[str], leads: AbstractSet[str], task: Task) -> int:
        """Return how far the words agree, and where the row names leads, whether these do too."""
        forms = self._forms[task.code]
        alike = max((self._shared(words, form, whole=bool(task.title)) for form in forms), default=0)
        if not leads:
            return alike
        common = _WHOLE if leads & set(task.leads) else 0
        return ((_WHOLE - _LEADS) * alike + _LEADS * common) // _WHOLE

    def _shared(self, words: frozenset[str], form: frozenset[str], *, whole: bool) -> int:
        """Return the weight of shared words over that of the shorter text; few words prove little.

        Against the `whole` words of the document, words that only one side has count too.
        """
        one, other = self._sum(words), self._sum(form)
        if not one or not other:
            return 0
        common = self._sum(words & form)
        telling = min(1.0, common / (_TELLING * self._rare))
        within = telling * common / min(one, other)
        if not whole:
            return round(_WHOLE * within)
        return round(_WHOLE * (within + 2 * common / (one + other)) / 2)

    def _sum(self, words: frozenset[str]) -> float:
        return sum(self._weight.get(word, self._rare) for word in words)


def _row(programme: Programme, finder: _Finder, row: DraftTask) -> ClaimRow:
    match = finder.find(row)
    text = reported_text(row)
    claimed = claimed_status(row.status_text, row.result_text)
    if match.task is None:
        found = Support(issued_documents(text, but=programme.number), reason="no_task")
    else:
        found = _support(match.task, row, programme.number)
    return ClaimRow(
        code=row.code,
        title=row.title,
        task=match.task.code if match.task else None,
        matched_by=match.by,
        likeness=match.likeness,
        claimed=claimed,
        status_text=row.status_text or "",
        supported=not found.reason,
        documents=tuple(CitedDocument(item.number, item.issued_on) for item in found.documents),
        reason=_reason(found) if found.reason else None,
        announces=bool(announcement(text, _needs(match.task))),
        nearest=match.nearest,
        number=match.task.number if match.task else "",
    )


def _support(task: Task, row: DraftTask, number: str) -> Support:
    """Return what the text proves of the task, and a reason where no text alone can prove it."""
    cited = issued_documents(reported_text(row), but=number)
    if task.unmeasurable or not task.components:
        return Support(cited, reason="not_measurable")
    if task.restricted:
        return Support(cited, reason="restricted")
    least = task.minimum if task.mode is Mode.AT_LEAST else 1
    parts = tuple(
        Part(item.code, tuple(need.value for need in item.any_of), max(item.minimum, least))
        for item in task.components
    )
    found = row_support(row, parts, programme_number=number)
    if found.reason:
        return found
    if task.five_part or any(item.check_person for item in task.components):
        return Support(found.documents, reason="five_part" if task.five_part else "person_decides")
    return found


def _reason(found: Support) -> Reason:
    params = {"parts": ", ".join(found.open)} if found.open else {}
    if found.reason == "wrong_instrument":
        params["number"] = found.documents[0].number
    return Reason(found.reason, params)


def _needs(task: Task | None) -> tuple[str, ...]:
    return tuple(need.value for item in task.components for need in item.any_of) if task else ()


def _forms(task: Task) -> list[str]:
    """Return the words of the document where they were adopted, else our own short names."""
    return [task.title] if task.title else [task.name_vi, task.name_en]


def _words(text: str) -> frozenset[str]:
    return frozenset(
        word.strip(".,;:()“”\"'") for word in fold(text).split() if len(word.strip(".,;:()")) >= _SHORT_WORD
    )
