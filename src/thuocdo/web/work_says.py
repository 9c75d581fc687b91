"""What the public will read if a report is sent: the computed status, and one sentence in plain words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from thuocdo.core.messages import translate
from thuocdo.cycles.cells import rows_of
from thuocdo.cycles.rows import Parsed, parse
from thuocdo.cycles.types import Evidence, EvidenceKind, RawRow, Report, Situation, State
from thuocdo.evaluation.preview import preview
from thuocdo.evaluation.reasons import shown_day
from thuocdo.evaluation.types import AssignmentVerdict, Facts, TaskVerdict
from thuocdo.programme.types import Agency, Task
from thuocdo.web.language import N_
from thuocdo.web.work_form import LONGEST_SENTENCE, PROOF, Typed, given
from thuocdo.web.work_lines import completed

_ISSUED = N_("{issuer} issued {document} on {day}: {task}.")
_ISSUED_BARE = N_("{document} has been issued: {task}.")
_DONE = N_("{body} reports as done: {task}.")
_WORKING = N_("{body} is working on it: {task}.")
_WORKING_UNTIL = N_("{body} is working on it and expects to be done by {day}: {task}.")
_OBSTACLE = N_("{body} has met an obstacle: {task}.")
_NOT_OURS = N_("{body} holds that this is not its duty: {task}.")
_FEWEST = 20


@dataclass(frozen=True, slots=True)
class Says:
    """What the public page will say, now and once verified; None where the form cannot be read yet."""

    public: TaskVerdict | AssignmentVerdict | None
    verified: TaskVerdict | AssignmentVerdict | None


def says_of(facts: Facts, task: Task, agency: str, cycle: str, typed: Typed) -> Says:
    """Return the status that the form would bring about; faulty forms bring about none."""
    cells, proofs = given(typed)
    full = [
        {name: cell for name, cell in completed(one, task)[0].items() if cell and name in PROOF}
        for one in proofs
    ]
    content = {
        "cells": {**cells, "situation": cells.get("situation", Situation.WORKING.value)},
        "evidence": full,
    }
    rows = [parse(row) for row in rows_of(facts.programme.slug, task.code, cycle, content)]
    read = [row for row in rows if isinstance(row, Parsed)]
    if len(read) < len(rows):
        return Says(None, None)
    report = _report(read[0], task.code, agency, cycle, facts.as_of) if cells.get("situation") else None
    filed = [_evidence(row, task.code, agency, facts.as_of) for row in read[1:]]

    def ahead(*, verified: bool) -> TaskVerdict | AssignmentVerdict:
        found = preview(
            facts, task=task.code, agency=agency, report=report, evidence=filed, verified=verified
        )
        return _own(found, agency)

    return Says(ahead(verified=False), ahead(verified=True) if filed else None)


def _own(verdict: TaskVerdict, agency: str) -> TaskVerdict | AssignmentVerdict:
    """Return the body's own part where several bodies each have one."""
    mine = [part for part in verdict.assignments if agency in part.agencies]
    return mine[0] if mine and len(verdict.assignments) > 1 else verdict


def sentence_for(task: Task, agency: str, agencies: Iterable[Agency], typed: Typed, language: str) -> str:
    """Return the sentence that is proposed for the public, "" before a situation is chosen."""
    names = {each.code: each.name_vi if language == "vi" else each.name_en for each in agencies}
    message, params = _template(task, typed, names, language)
    if not message:
        return ""
    title = task.name_vi if language == "vi" else task.name_en
    template = translate(message, language)
    told = template.format(body=names.get(agency, agency), task=title, **params)
    over = len(told) - LONGEST_SENTENCE
    if over <= 0:
        return told
    short = title[: max(_FEWEST, len(title) - over - 1)].rstrip()
    return template.format(body=names.get(agency, agency), task=f"{short}…", **params)


def _template(
    task: Task, typed: Typed, names: Mapping[str, str], language: str
) -> tuple[str, dict[str, str]]:
    situation = typed.cells.get("situation", "")
    if situation == Situation.DONE.value:
        return _done(task, typed, names, language)
    if situation == Situation.WORKING.value:
        day = _day_in(typed.cells.get("expected_on", ""), language)
        return (_WORKING_UNTIL, {"day": day}) if day else (_WORKING, {})
    plain = {Situation.OBSTACLE.value: _OBSTACLE, Situation.NOT_OURS.value: _NOT_OURS}
    return plain.get(situation, ""), {}


def _done(task: Task, typed: Typed, names: Mapping[str, str], language: str) -> tuple[str, dict[str, str]]:
    """Return the sentence about the first document that was issued; a body's code becomes its name."""
    for one in typed.proofs:
        full, read = completed(one, task)
        if not full["number"] or read.announces:
            continue
        document = _called(read.type_word, full["number"], language)
        day, issuer = _day_in(full["issued_on"], language), full["issuer"]
        if issuer and day:
            return _ISSUED, {"issuer": names.get(issuer, issuer), "document": document, "day": day}
        return _ISSUED_BARE, {"document": document}
    return _DONE, {}


def _called(type_word: str, number: str, language: str) -> str:
    """Return a document as a sentence names it: "Quyết định số 1131/QĐ-TTg", in English by its number."""
    noun = type_word.partition(" của ")[0]
    return f"{noun} số {number}" if noun and language == "vi" else number


def _day_in(cell: str, language: str) -> str:
    """Return the day that a field holds as people write it, "" when it holds none."""
    row = parse(RawRow("", {"kind": "report", "task": "-", "situation": "working", "expected_on": cell}))
    day = row.fields.get("expected_on") if isinstance(row, Parsed) else None
    return shown_day(day, language) if day else ""


def _report(row: Parsed, task: str, agency: str, cycle: str, day: date) -> Report:
    fields = {**row.fields, "situation": Situation(row.fields["situation"]), "task": task, "cycle": cycle}
    return Report(id="", agency=agency, state=State.SENT, received_on=day, **fields)


def _evidence(row: Parsed, task: str, agency: str, day: date) -> Evidence:
    fields = {**row.fields, "task": task}
    kind = EvidenceKind(fields.pop("evidence_kind", EvidenceKind.DOCUMENT.value))
    return Evidence(id="", agency=agency, kind=kind, state=State.SENT, received_on=day, **fields)
