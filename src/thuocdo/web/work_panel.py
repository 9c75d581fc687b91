"""The panel of one task as values: what is typed, what stood there, what is wrong, what will be said."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from uuid import uuid4

from django.conf import settings

from thuocdo.accounts.rules import can
from thuocdo.accounts.types import Permission
from thuocdo.core.actor import Actor
from thuocdo.cycles.attaching import files_named
from thuocdo.cycles.queries import offered
from thuocdo.cycles.types import AttachedFile, EvidenceStanding, Report, SavedDraft, Situation, State
from thuocdo.documents.citations import number_key
from thuocdo.evaluation.reasons import shown_day
from thuocdo.evaluation.types import AssignmentVerdict, TaskVerdict
from thuocdo.programme.queries import programme
from thuocdo.programme.types import Agency, Task
from thuocdo.web.language import N_, language
from thuocdo.web.language import words as _
from thuocdo.web.work_desk import STATES, Duty, Line, Place
from thuocdo.web.work_faults import Shown, by_field, shown
from thuocdo.web.work_form import CELLS, Typed, blank_proof
from thuocdo.web.work_lines import File, Part, Proof, completed, parts_of, proof_of, written
from thuocdo.web.work_says import says_of, sentence_for

SITUATIONS: tuple[tuple[str, str], ...] = (
    (Situation.DONE.value, N_("There is a result")),
    (Situation.WORKING.value, N_("Work is under way")),
    (Situation.OBSTACLE.value, N_("There is an obstacle")),
    (Situation.NOT_OURS.value, N_("Not our task")),
)
"""The four answers to the first question, on the keys 1 to 4."""

_HANDED_IN: Mapping[str, str] = {
    "submitted": N_("It waits for your head. What you send now takes its place."),
    "sent": N_("It was sent and waits for verification. What you send now takes its place."),
    "verified": N_("It has been verified. What you send now is a new version and has to be verified again."),
}


_LASTING = ("expected_on", "has_draft", "has_plan", "allocated", "disbursed")
"""What mostly stays from one period to the next, and so need not be typed again."""

_IN_THE_FORM = frozenset({State.SAVED, State.RETURNED})
_OUTSIDE = frozenset({State.SENT, State.RETURNED, State.VERIFIED})
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two versions of one draft: who saved the other and when, and the fields that differ."""

    by: str
    time: str
    day: date | None
    lines: tuple["Differing", ...]


@dataclass(frozen=True, slots=True)
class Differing:
    """One field of a conflict with both versions; `chosen` is whose stays unless the person says other."""

    name: str
    label: str
    mine: str
    theirs: str
    chosen: str = "mine"


@dataclass(frozen=True, slots=True)
class Filed:
    """A piece of evidence that was handed in before, with where it stands."""

    text: str
    state: str
    word: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """What keeps the panel open after a button: faults, another version, or a word of success."""

    faults: tuple[Shown, ...] = ()
    conflict: Conflict | None = None
    notice: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """Everything that the panel of one task shows."""

    task: Task
    row: Line
    cycle: str
    typed: Typed
    proofs: tuple[Proof, ...]
    parts: tuple[Part, ...]
    filed: tuple["Filed", ...]
    before: Mapping[str, str]
    errors: tuple[Shown, ...]
    returned: tuple[Shown, ...]
    faults: Mapping[str, tuple[str, ...]]
    conflict: Conflict | None
    notice: str
    handed_in: str
    needs_reason: bool
    is_head: bool
    public: TaskVerdict | AssignmentVerdict | None
    verified: TaskVerdict | AssignmentVerdict | None
    in_english: str
    money_open: bool
    megabytes: int


def opened(row: Line, draft: SavedDraft | None, day: date) -> Typed:
    """Return what stands in the panel at first: the draft, what was given back, or last period's words.

    An expected day that has passed by `day` is not offered again.
    """
    key, standing = uuid4().hex, row.standing
    if draft is not None:
        cells = {name: draft.cells.get(name, "") for name in CELLS}
        proofs = tuple({**blank_proof(), **one} for one in draft.evidence) or (blank_proof(),)
        return Typed(cells, proofs, key, draft.version)
    empty = dict.fromkeys(CELLS, "")
    back = tuple(_again(each) for each in standing.evidence if each.state is State.RETURNED)
    if standing.report is not None:
        return Typed({**empty, **report_cells(standing.report)}, back or (blank_proof(),), key)
    last = standing.before
    before = report_cells(last) if last else {}
    if last and last.expected_on and last.expected_on < day:
        before["expected_on"] = ""
    return Typed(
        {**empty, **{name: before.get(name, "") for name in _LASTING}}, back or (blank_proof(),), key
    )


def panel_of(
    place: Place, typed: Typed, trouble: Trouble | None = None, draft: SavedDraft | None = None
) -> Panel:
    """Return the panel with what is typed; `draft` is what is stored, with what the head said of it."""
    trouble, row, duty = trouble or Trouble(), place.row, place.duty
    others = _offered_elsewhere(place, typed)
    proofs = tuple(
        proof_of(at, _own(cells, duty), row.task, due=row.due, offered=others)
        for at, cells in enumerate(typed.proofs or (blank_proof(),))
    )
    typed = typed.with_proofs([proof.cells for proof in proofs])
    typed, in_english = _with_sentence(duty, typed)
    says = says_of(place.known.facts, row.task, place.person.agency, row.cycle, typed)
    back = (*_given_back(row), *(shown(draft.faults) if draft else ()))
    standing = row.standing
    return Panel(
        task=row.task,
        row=row,
        cycle=row.cycle,
        typed=typed,
        proofs=_with_files(proofs, place.person),
        parts=parts_of(row.task),
        filed=tuple(_filed(each) for each in standing.evidence if each.state not in _IN_THE_FORM),
        before=_before(standing.before),
        errors=trouble.faults,
        returned=() if trouble.faults else back,
        faults=by_field(trouble.faults or back),
        conflict=trouble.conflict,
        notice=trouble.notice,
        handed_in=_HANDED_IN.get(row.state, ""),
        needs_reason=(standing.report is not None and standing.report.state in _OUTSIDE)
        or any(proof.cells["corrects"] for proof in proofs),
        is_head=can(place.person, Permission.APPROVE),
        public=says.public,
        verified=says.verified,
        in_english=in_english,
        money_open=bool(typed.cells.get("allocated") or typed.cells.get("disbursed")),
        megabytes=settings.THUOCDO_MAX_FILE_MB,
    )


def completed_form(duty: Duty, typed: Typed) -> Typed:
    """Return the form with what its lines tell and the sentence that follows, as the person would see it."""
    filled = [completed(_own(cells, duty), duty.task)[0] for cells in typed.proofs]
    return _with_sentence(duty, typed.with_proofs(filled))[0]


def _offered_elsewhere(place: Place, typed: Typed) -> dict[str, str]:
    """Return for each document the numbers of the other tasks to which it was given."""
    read = [completed(cells, place.row.task)[0]["number"] for cells in typed.proofs]
    keys = {number_key(number) for number in read if number}
    found = {key: sorted(tasks - {place.row.task.code}) for key, tasks in offered(place.slug, keys).items()}
    if not any(found.values()):
        return {}
    numbers = {task.code: task.number for task in programme(place.slug).tasks}
    return {
        key: ", ".join(numbers.get(task, task) for task in tasks) for key, tasks in found.items() if tasks
    }


def _with_sentence(duty: Duty, typed: Typed) -> tuple[Typed, str]:
    """Propose a sentence unless a person has put it in other words; returns its English beside it."""
    agency, task = duty.person.agency, duty.task
    agencies = [each for each in duty.register.agencies if _exists(each, duty.as_of)]
    proposed = sentence_for(task, agency, agencies, typed, "vi")
    sentence = typed.cells.get("public_sentence", "")
    if sentence == typed.said:
        sentence = proposed
    english = sentence_for(task, agency, agencies, typed, "en") if sentence == proposed else ""
    return replace(typed.with_cells(public_sentence=sentence), said=proposed), english


def _own(cells: Mapping[str, str], duty: Duty) -> Mapping[str, str]:
    """Return evidence that may take the place of this body's own evidence only."""
    return cells if cells.get("corrects", "") in {"", *duty.own} else {**cells, "corrects": ""}


def _exists(agency: Agency, day: date) -> bool:
    """Say whether a body bears its code on a day; codes are used again after a merger."""
    begun = agency.valid_from is None or agency.valid_from <= day
    return begun and (agency.valid_until is None or day < agency.valid_until)


def _with_files(proofs: tuple[Proof, ...], person: Actor) -> tuple[Proof, ...]:
    """Return the evidence with its files by name, read with one query."""
    named = {proof.at: proof.cells["files"].split() for proof in proofs}
    ids = [each for own in named.values() for each in own]
    found = files_named(ids, by=person) if ids else {}
    return tuple(
        replace(proof, files=tuple(_file(found[each]) for each in named[proof.at] if each in found))
        for proof in proofs
    )


def _file(one: AttachedFile) -> File:
    size = (
        f"{max(one.size, 1000) / 1_000_000:.1f} MB" if one.size >= _MEGABYTE else f"{-(-one.size // 1000)} kB"
    )
    pages = (
        "" if one.pages is None else _("{count} pages", count=one.pages) if one.pages != 1 else _("1 page")
    )
    return File(
        one.public_id,
        one.name,
        " · ".join(filter(None, (size.replace(".", "," if language() == "vi" else "."), pages))),
    )


def _filed(each: EvidenceStanding) -> Filed:
    text = each.value.text or each.value.url
    return Filed(text, each.state.value, STATES.get(each.state.value, each.state.value))


def _given_back(row: Line) -> tuple[Shown, ...]:
    """Return every fault of what was given back, each on its field."""
    found = list(shown(row.standing.faults))
    back = [each for each in row.standing.evidence if each.state is State.RETURNED]
    for at, each in enumerate(back):
        for fault in each.faults:
            named = replace(fault, where=f"task {row.task.code}, evidence {at + 1}")
            found += shown([named])
    return tuple(found)


def _again(evidence: EvidenceStanding) -> dict[str, str]:
    """Return evidence that was given back as it may be given again, in the place of the old."""
    value = evidence.value
    return {
        **blank_proof(),
        "text": value.text,
        "number": value.number,
        "issued_on": written(value.issued_on),
        "issuer": value.issuer,
        "url": value.url,
        "component": value.component,
        "corrects": value.id,
    }


def report_cells(report: Report) -> dict[str, str]:
    """Return a report as the cells of the panel."""
    return {
        "situation": report.situation.value,
        "expected_on": written(report.expected_on),
        "obstacle": report.obstacle,
        "obstacle_since": written(report.obstacle_since),
        "has_draft": "1" if report.has_draft else "",
        "has_plan": "1" if report.has_plan else "",
        "allocated": _number(report.allocated),
        "disbursed": _number(report.disbursed),
        "public_sentence": report.public_sentence,
    }


def _before(report: Report | None) -> dict[str, str]:
    """Return last period's words as they stand greyed beside the fields."""
    if report is None:
        return {}
    found = {**report_cells(report), "situation": _(dict(SITUATIONS)[report.situation.value])}
    for name in ("expected_on", "obstacle_since"):
        day = getattr(report, name)
        found[name] = shown_day(day, language()) if day else ""
    return {name: value for name, value in found.items() if value and value != "1"}


def _number(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}".replace(".", ",")
