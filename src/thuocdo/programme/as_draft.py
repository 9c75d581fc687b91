"""An adopted programme as a draft, so that it can be compared with a document that was only read."""

from datetime import date, timedelta
from functools import cache

from thuocdo.core.country import Name, names
from thuocdo.core.errors import NotFound
from thuocdo.documents.comparing.compare import compare
from thuocdo.documents.comparing.types import Comparison, Ended, EndedBody
from thuocdo.documents.types import (
    Comparator,
    DocumentData,
    DraftClause,
    DraftDeadline,
    DraftIndicator,
    DraftProgramme,
    DraftTarget,
    DraftTask,
    DraftTheme,
    Every,
    Language,
)
from thuocdo.programme.naming import Names
from thuocdo.programme.rules import responsible_on
from thuocdo.programme.types import (
    Agency,
    Deadline,
    Duty,
    Group,
    Indicator,
    Programme,
    Register,
    Target,
    Task,
    Theme,
)


def as_draft(programme: Programme, register: Register, *, language: Language = "vi") -> DraftProgramme:
    """Return what an adopted version says in the form that reading a document yields.

    Rows that no later act has replaced, with the official words where they were adopted and our
    short names in `language` where not; an output that was not adopted is left blank. A task
    serves the clauses that the catalogue gives it; the clauses without any task stand as clauses.
    """
    shown = _shown(register, language)
    return DraftProgramme(
        DocumentData(
            number=programme.number,
            title=_said(programme, language),
            issuer=programme.issuer_en if language == "en" else programme.issuer_vi,
            issued_on=programme.issued_on,
            language=language,
        ),
        themes=tuple(DraftTheme(item.code, item.title or _said(item, language)) for item in programme.themes),
        clauses=tuple(DraftClause(item.clause, _said(item, language)) for item in programme.duties),
        indicators=tuple(
            _indicator(item, shown, language) for item in programme.indicators if not item.replaced_by
        ),
        tasks=tuple(_task(item, shown, language) for item in programme.tasks if not item.replaced_by),
    )


def ended_bodies(register: Register, as_of: date) -> EndedBody:
    """Return what tells of a printed name whether its body has ended by `as_of`, and who follows it.

    A name means the body that had it on the document's day: two bodies may carry one name in turn.
    """
    by_code = {agency.code: agency for agency in register.agencies}

    @cache
    def known(day: date) -> Names:
        return Names(register, day)

    def ended(name: str, issued_on: date | None) -> Ended | None:
        body = by_code.get(known(issued_on or as_of).code(name) or "")
        if body is None or body.valid_until is None or as_of < body.valid_until:
            return None
        try:
            heir = by_code[responsible_on(body.code, as_of, register)]
        except NotFound:
            return Ended(body.valid_until - timedelta(days=1))
        return Ended(body.valid_until - timedelta(days=1), heir.name_vi, heir.name_en)

    return ended


def compare_documents(
    first: DraftProgramme, second: DraftProgramme, *, register: Register, as_of: date
) -> Comparison:
    """Return what `documents.comparing` finds, with the bodies of a register on a day."""
    return compare(first, second, as_of=as_of, ended=ended_bodies(register, as_of))


def day_of(first: DraftProgramme, second: DraftProgramme) -> date | None:
    """Return the day on which the later of two documents was issued; None where neither says it."""
    days = (first.document.issued_on, second.document.issued_on)
    return max((day for day in days if day), default=None)


def _task(task: Task, shown: dict[str, str], language: Language) -> DraftTask:
    return DraftTask(
        code=task.number,
        title=task.title or _said(task, language),
        leads=tuple(shown.get(code, code) for code in task.leads),
        coordinators=tuple(shown.get(code, code) for code in task.coordinators),
        output=task.output,
        deadline_text=task.deadline.text or None,
        deadline=_deadline(task.deadline),
        confidence=1.0,
        theme=task.theme,
        leads_text=task.leads_text,
        coordinators_text=task.coordinators_text,
        serves="; ".join(task.clauses) or None,
    )


def _deadline(deadline: Deadline) -> DraftDeadline:
    rhythms: dict[str, Every] = {
        "month": "month", "quarter": "quarter", "half_year": "half_year", "year": "year",
    }  # fmt: skip
    every = rhythms.get(deadline.every or "")
    return DraftDeadline(deadline.kind.value, deadline.start, deadline.due, every, deadline.day)


def _indicator(item: Indicator, shown: dict[str, str], language: Language) -> DraftIndicator:
    return DraftIndicator(
        code=item.number,
        title=item.title or _said(item, language),
        unit=(item.unit_en if language == "en" else item.unit_vi) or None,
        target_text=item.target_text,
        targets=tuple(_target(target, language) for target in item.targets if target.test == "level"),
        agencies=tuple(shown.get(code, code) for code in item.monitors),
        horizon=item.horizon,
        confidence=1.0,
        parent=item.parent or None,
    )


def _target(target: Target, language: Language) -> DraftTarget:
    signs: dict[str, Comparator] = {sign: sign for sign in (">=", ">", "<=", "<", "=", "range")}
    comparator = signs.get(target.comparator, "qualitative")
    scope = target.scope_en if language == "en" else target.scope_vi
    value, upper = (
        None if number is None else format(number, "f") for number in (target.value, target.upper)
    )
    return DraftTarget(comparator, value, upper, scope or None)


def _said(thing: Programme | Theme | Task | Indicator | Duty, language: Language) -> str:
    return thing.name_en if language == "en" else thing.name_vi


def _shown(register: Register, language: Language) -> dict[str, str]:
    """Return the name of each body: as reading a document would give it, else as the register has it."""
    known: tuple[Name | Agency | Group, ...] = (*names(), *register.agencies, *register.groups)
    # From the last to the first: the list of names wins, as it does when a document is read.
    return {item.code: item.name_en if language == "en" else item.name_vi for item in reversed(known)}
