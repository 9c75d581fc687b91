"""What can be said of a report and its evidence before a person looks.

Checks are for the verifier, warnings for the head. Pure: whoever asks gives what was read, and turns
the codes into words with `SENTENCES`.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thuocdo.core.dates import working_days_between
from thuocdo.core.messages import Reason
from thuocdo.cycles.types import Evidence, EvidenceKind, Report, Situation
from thuocdo.documents.citations import Citation, announcement, number_key, read_citations, supports_any
from thuocdo.documents.proofs import only_announces
from thuocdo.programme.types import Component, Need, Task

RECEIPT_DAYS = 10
"""Working days within which a document must arrive for its issue date to count."""

VERIFYING_DAYS = 10
"""Working days that verification may take; beyond them the delay is the monitor's."""

_NO_PAPER_PROVES = frozenset({Need.RUNNING, Need.FIGURE, Need.PERSON})
_SIGNATURE = re.compile(rb"/Type\s*/Sig(?![A-Za-z])|/SubFilter\s*/(?:adbe\.|ETSI\.)")
_RANGE = re.compile(rb"/ByteRange\s*\[")


def _(message: str) -> str:
    """Mark a message for translation; the catalogue is asked when it is shown."""
    return message


SENTENCES: Mapping[str, str] = {
    "number_read": _("{number} is written as such a number is."),
    "number_missing": _("No document number could be read from the line."),
    "number_unknown": _("“{number}” is written like no kind of document that is known here."),
    "number_differs": _("The number {number} was typed, but the line speaks of {other}."),
    "number_not_asked": _("It is no document, so it bears no number."),
    "level_enough": _("{number} is of the required kind or higher."),
    "level_wrong": _("{number} is not of the required kind, nor of a higher one."),
    "level_person": _("No rule decides this part: a person has to look."),
    "level_no_number": _("Without a document number the issuer’s level cannot be told."),
    "date_in_time": _("The day that counts is {on}; it was due on {due}."),
    "date_late": _("The day that counts is {on}, {days} days after the due date {due}."),
    "date_to_come": _("It bears the date {on}, which had not come when it was received."),
    "date_no_due": _("The task has no due date to compare with."),
    "date_missing": _("No date of issue could be read; the day of receipt, {on}, counts."),
    "instance_inside": _("{on} lies in the period {instance}."),
    "instance_outside": _("{on} lies in no period of this task that has begun."),
    "reuse_none": _("No other task was offered this document or file."),
    "reuse_document": _("The same document was offered for task {tasks} too: flagged, not refused."),
    "reuse_file": _("The same file was handed in for task {tasks} too: flagged, not refused."),
    "announces_not": _("The line does not merely announce."),
    "announces_submitted_not_passed": _("The line says that it was submitted, not passed."),
    "announces_will_issue": _("The line says that it will be issued."),
    "announces_collecting_opinions": _("The line says that opinions are still being collected."),
    "announces_being_drafted": _("The line says that it is still being drafted."),
    "announces_not_issued": _("The line says that it has not been issued."),
    "signature_found": _("A digital signature was found in {file}. Whether it is valid was not checked."),
    "signature_not_found": _("No digital signature was found in {file}."),
    "signature_no_pdf": _("No PDF file was handed in."),
    "receipt_in_time": _("Received on {on}, within ten working days of issue."),
    "receipt_late": _("Received on {on}, {days} working days after issue: the day of receipt counts."),
    "receipt_no_date": _("Without a date of issue the delay cannot be told."),
    "warn_announces": _("The evidence only announces: {text}"),
    "warn_no_match": _("No rule matches this with the required output: {text}"),
    "warn_no_evidence": _("It says “done”, and no evidence was given."),
    "warn_expected_late": _("It is expected on {on}, after the due date {due}."),
    "warn_other_body": _("Another body has offered the same document or file: {text}"),
    "warn_unchanged": _("Unchanged since last period: {field}."),
}
"""Every code of this file with its English sentence."""

NAMES: Mapping[str, str] = {
    "number": _("Form of the number"),
    "level": _("Level of the issuer"),
    "date": _("Date against the deadline"),
    "instance": _("Inside the period"),
    "reuse": _("Used elsewhere"),
    "announces": _("More than an announcement"),
    "signature": _("Digital signature"),
    "receipt": _("Received in time"),
}
"""What each check is called."""


class Outcome(StrEnum):
    """What a check says; where it cannot tell, a person has to look."""

    PASS = "pass"  # noqa: S105  the word of a check, no password
    FAIL = "fail"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Check:
    """One automatic check: its name (a key of `NAMES`), the outcome, and why (a key of `SENTENCES`)."""

    name: str
    outcome: Outcome
    why: Reason


@dataclass(frozen=True, slots=True)
class Span:
    """One instance of a recurring task: evidence dated inside it counts."""

    code: str
    starts_on: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class File:
    """A file that was handed in; `signed` is None where nobody can tell (it is no PDF)."""

    name: str
    signed: bool | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """One piece of evidence with everything that the checks look at.

    `cited` are the documents that it is (not those it only points at) and `counts_on` the day that
    counts. `spans` are the instances that have begun, None for a task that is owed once.
    `same_document` and `same_file` are the numbers of other tasks to which the same was offered.
    """

    evidence: Evidence
    task: Task
    cited: tuple[Citation, ...]
    issued_on: date | None
    counts_on: date
    due: date | None = None
    spans: tuple[Span, ...] | None = None
    same_document: tuple[str, ...] = ()
    same_file: tuple[str, ...] = ()
    files: tuple[File, ...] = ()
    holidays: frozenset[date] = frozenset()


def examine(subject: Subject) -> tuple[Check, ...]:
    """Return all checks of one piece, in the order in which a verifier reads them."""
    found = [
        _number(subject),
        _level(subject),
        _date(subject),
        _instance(subject),
        _receipt(subject),
        _announces(subject),
        _reuse(subject),
        *_signatures(subject),
    ]
    return tuple(check for check in found if check is not None)


def signature_in(data: bytes) -> bool:
    """Say whether a PDF carries a digital signature; nothing is said about its being valid.

    A signature names the bytes it covers, so its dictionary always stands uncompressed in the file.
    """
    return bool(_SIGNATURE.search(data) and _RANGE.search(data))


def asked_parts(evidence: Evidence, task: Task) -> tuple[Component, ...]:
    """Return the required parts that a piece speaks of: the one it names, else all."""
    named = tuple(part for part in task.components if part.code == evidence.component)
    return named or task.components


def _check(name: str, outcome: Outcome, why: str, /, **params: str) -> Check:
    return Check(name, outcome, Reason(f"{name}_{why}", params))


def _number(subject: Subject) -> Check:
    evidence = subject.evidence
    if evidence.kind is not EvidenceKind.DOCUMENT:
        return _check("number", Outcome.UNKNOWN, "not_asked")
    typed = evidence.number.strip()
    if typed and not read_citations(typed):
        return _check("number", Outcome.FAIL, "unknown", number=typed)
    if not subject.cited:
        return _check("number", Outcome.FAIL, "missing")
    number = subject.cited[0].number
    in_line = [item.number for item in read_citations(evidence.text) if not item.referenced]
    if in_line and number_key(number) not in {number_key(each) for each in in_line}:
        return _check("number", Outcome.FAIL, "differs", number=number, other=", ".join(in_line))
    return _check("number", Outcome.PASS, "read", number=number)


def _level(subject: Subject) -> Check:
    parts = asked_parts(subject.evidence, subject.task)
    for cited in subject.cited:
        if any(supports_any(part.any_of, cited) for part in parts):
            return _check("level", Outcome.PASS, "enough", number=cited.number)
    if any(part.check_person or _NO_PAPER_PROVES & set(part.any_of) for part in parts):
        return _check("level", Outcome.UNKNOWN, "person")
    if not subject.cited:
        return _check("level", Outcome.UNKNOWN, "no_number")
    return _check("level", Outcome.FAIL, "wrong", number=subject.cited[0].number)


def _date(subject: Subject) -> Check:
    on, due = subject.counts_on, subject.due
    if subject.issued_on is not None and subject.issued_on > subject.evidence.received_on:
        return _check("date", Outcome.FAIL, "to_come", on=subject.issued_on.isoformat())
    if due is None:
        return _check("date", Outcome.UNKNOWN, "no_due")
    if on > due:
        days = str((on - due).days)
        return _check("date", Outcome.FAIL, "late", on=on.isoformat(), due=due.isoformat(), days=days)
    if subject.issued_on is None:
        return _check("date", Outcome.UNKNOWN, "missing", on=on.isoformat())
    return _check("date", Outcome.PASS, "in_time", on=on.isoformat(), due=due.isoformat())


def _instance(subject: Subject) -> Check | None:
    if subject.spans is None:
        return None
    on = subject.counts_on
    inside = [span for span in subject.spans if span.starts_on <= on <= span.ends_on]
    if not inside:
        return _check("instance", Outcome.FAIL, "outside", on=on.isoformat())
    return _check("instance", Outcome.PASS, "inside", on=on.isoformat(), instance=inside[-1].code)


def _receipt(subject: Subject) -> Check:
    issued, received = subject.issued_on, subject.evidence.received_on
    if issued is None or issued > received:
        return _check("receipt", Outcome.UNKNOWN, "no_date")
    waited = working_days_between(issued, received, subject.holidays)
    if waited > RECEIPT_DAYS:
        return _check("receipt", Outcome.FAIL, "late", on=received.isoformat(), days=str(waited))
    return _check("receipt", Outcome.PASS, "in_time", on=received.isoformat())


def _announces(subject: Subject) -> Check:
    code = _announcement(subject.evidence, subject.task)
    outcome = Outcome.FAIL if code else Outcome.PASS
    return _check("announces", outcome, code or "not")


def _reuse(subject: Subject) -> Check:
    if subject.same_file:
        return _check("reuse", Outcome.FAIL, "file", tasks=", ".join(subject.same_file))
    if subject.same_document:
        return _check("reuse", Outcome.FAIL, "document", tasks=", ".join(subject.same_document))
    return _check("reuse", Outcome.PASS, "none")


def _signatures(subject: Subject) -> Iterable[Check]:
    papers = [file for file in subject.files if file.signed is not None]
    for file in papers:
        if file.signed:
            yield _check("signature", Outcome.PASS, "found", file=file.name)
        else:
            yield _check("signature", Outcome.UNKNOWN, "not_found", file=file.name)
    if not papers:
        yield _check("signature", Outcome.UNKNOWN, "no_pdf")


def _announcement(evidence: Evidence, task: Task) -> str:
    needs = tuple(need for part in asked_parts(evidence, task) for need in part.any_of)
    return announcement(evidence.text, needs) if only_announces(evidence.text, needs) else ""


# What the head should look at before approving ----------------------------------------------------


@dataclass(frozen=True, slots=True)
class Offered:
    """One piece that waits with a report: whether a rule matches it, and who else offered the same."""

    evidence: Evidence
    matches: bool
    elsewhere: bool = False


COMPARED = ("public_sentence", "obstacle")
"""What a body is expected to write anew each period; an expected day may well stay."""


def warnings(
    *, task: Task, report: Report | None, before: Report | None, offered: Sequence[Offered], due: date | None
) -> tuple[Reason, ...]:
    """Return why a person should read an item before it is approved; empty lets it go with the others.

    `before` is the same body's report of the last period. What no rule can decide (`check: person`)
    is no warning: the verifier looks at it.
    """
    found = [*_evidence_warnings(task, offered)]
    if report is None:
        return tuple(found)
    if report.situation is Situation.DONE and not offered:
        found.append(Reason("warn_no_evidence"))
    if report.expected_on is not None and due is not None and report.expected_on > due:
        days = {"on": report.expected_on.isoformat(), "due": due.isoformat()}
        found.append(Reason("warn_expected_late", days))
    return (*found, *_unchanged(report, before))


def _evidence_warnings(task: Task, offered: Sequence[Offered]) -> Iterable[Reason]:
    for item in offered:
        text = {"text": item.evidence.text}
        if _announcement(item.evidence, task):
            yield Reason("warn_announces", text)
        elif not item.matches:
            yield Reason("warn_no_match", text)
        if item.elsewhere:
            yield Reason("warn_other_body", text)


def _unchanged(report: Report, before: Report | None) -> Iterable[Reason]:
    if before is None:
        return
    for name in COMPARED:
        now = getattr(report, name)
        if now and now == getattr(before, name):
            yield Reason("warn_unchanged", {"field": name})
