"""One piece of evidence in the panel: what was read of its line, and how it matches the required output."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from thuocdo.cycles.lines import read_line
from thuocdo.cycles.types import EvidenceKind, ReadLine
from thuocdo.documents.citations import number_key
from thuocdo.evaluation.reasons import shown_day
from thuocdo.programme.reading_page import needs_in_words
from thuocdo.programme.types import Component, Task
from thuocdo.web.language import N_, language
from thuocdo.web.language import words as _
from thuocdo.web.work_form import SEEN, blank_proof, says

KINDS: tuple[tuple[str, str], ...] = (
    ("", N_("told by the line")),
    (EvidenceKind.DOCUMENT.value, N_("a document")),
    (EvidenceKind.RUNNING.value, N_("proof that it runs")),
    (EvidenceKind.ATTESTATION.value, N_("an attestation, for what may not be shown")),
)
"""The kinds of evidence as the panel offers them."""


@dataclass(frozen=True, slots=True)
class Said:
    """One thing to know about a piece of evidence: "yes" it matches, "no" it does not, or a note."""

    kind: str
    said: str


@dataclass(frozen=True, slots=True)
class Part:
    """A required part in words."""

    code: str
    name: str
    need: str


@dataclass(frozen=True, slots=True)
class File:
    """A file as it was received: its name, and size and pages in words."""

    id: str
    name: str
    said: str


@dataclass(frozen=True, slots=True)
class Proof:
    """A piece of evidence as the panel shows it; `shown` says that something was read of it."""

    at: int
    cells: Mapping[str, str]
    read: ReadLine
    lines: tuple[Said, ...]
    shown: bool
    rest_open: bool
    files: tuple[File, ...] = ()


def completed(cells: Mapping[str, str], task: Task) -> tuple[dict[str, str], ReadLine]:
    """Return evidence with what its line tells, and what was read.

    A field takes what a new line tells unless a person has put something else there.
    """
    line, seen = cells.get("text", ""), cells.get(SEEN, "")
    read = read_line(line, task=task)
    kept = {**blank_proof(), **cells, SEEN: line}
    if line == seen:
        return kept, read
    told, told_before = _told(read), _told(read_line(seen, task=task))
    for name, value in told.items():
        if kept[name] in {"", told_before[name]}:
            kept[name] = value
    return kept, read


def _told(read: ReadLine) -> dict[str, str]:
    return {
        "number": read.number,
        "issued_on": written(read.issued_on),
        "issuer": read.issuer,
        "url": read.url,
    }


def proof_of(
    at: int, cells: Mapping[str, str], task: Task, *, due: date | None, offered: Mapping[str, str]
) -> Proof:
    """Return one piece of evidence with its reading and its match.

    `offered` names the other tasks to which a document was given, by the key of its number.
    """
    full, read = completed(cells, task)
    told = bool(full["number"] or full["issued_on"] or full["issuer"])
    paper = says(full) and read.kind is EvidenceKind.DOCUMENT and not read.announces
    rest = bool(full["url"] or full["evidence_kind"] or full["component"])
    lines = _lines(full, read, task, due) if says(full) else []
    others = offered.get(number_key(full["number"]), "") if full["number"] else ""
    if others:
        said = _("It was given for task {tasks} too: this is flagged, not refused.", tasks=others)
        lines.append(Said("note", said))
    return Proof(at, full, read, tuple(lines), told or paper, rest)


def parts_of(task: Task) -> tuple[Part, ...]:
    """Return what the task requires, part by part, in the language of the request."""
    spoken = language()
    return tuple(
        Part(each.code, each.name_vi if spoken == "vi" else each.name_en, needs_in_words(each, spoken))
        for each in task.components
    )


def written(day: date | None) -> str:
    """Return a day as it is typed into a field; "" for none."""
    return f"{day:%d/%m/%Y}" if day else ""


def _lines(cells: Mapping[str, str], read: ReadLine, task: Task, due: date | None) -> list[Said]:
    found = []
    if read.announces:
        found.append(
            Said(
                "no", _("This only announces a result to come. It is not evidence: the task stays as it is.")
            )
        )
    named = [part for part in task.components if part.code in (cells["component"], *read.proves)]
    if named and not read.announces:
        found.append(Said("yes", _("It matches what is required: {parts}.", parts=_names(named))))
    elif not read.announces and cells["text"]:
        found.append(_no_match(task, read))
    if read.issued_on and due and not read.announces:
        found.append(_in_time(read.issued_on, due))
    return found


def _no_match(task: Task, read: ReadLine) -> Said:
    if any(part.check_person for part in task.components):
        return Said("note", _("No rule decides this part: a verifier will read it."))
    wanted = "; ".join(dict.fromkeys(part.need for part in parts_of(task)))
    if read.number:
        return Said(
            "no",
            _(
                "{number} is not the kind of document that is required: {wanted}.",
                number=read.number,
                wanted=wanted,
            ),
        )
    return Said("no", _("No document number was found in this line. Required: {wanted}.", wanted=wanted))


def _in_time(issued: date, due: date) -> Said:
    days, shown = (due - issued).days, shown_day(due, language())
    if days == 0:
        return Said("yes", _("Issued on the due date {due}.", due=shown))
    if days < 0:
        return Said("no", _("Issued {days} days after the due date {due}.", days=-days, due=shown))
    return Said("yes", _("Issued {days} days before the due date {due}.", days=days, due=shown))


def _names(parts: list[Component]) -> str:
    return "; ".join(part.name_vi if language() == "vi" else part.name_en for part in parts)
