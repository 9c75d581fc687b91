"""What keeps a draft from becoming a version: every fault at once."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from thuocdo.core.errors import Fault
from thuocdo.documents.types import DraftProgramme
from thuocdo.programme.drafted import living_indicators, living_tasks
from thuocdo.programme.history import acts
from thuocdo.programme.likeness import NOTHING
from thuocdo.programme.naming import Names
from thuocdo.programme.types import Programme, Theme

_LONGEST_NUMBER = 40
_LONGEST_CODE = 14
"""The column holds 20 characters; the rest is for the version that a new row's key may carry."""


def draft_faults(
    draft: DraftProgramme,
    *,
    names: Names,
    before: Programme | None,
    effective_on: date,
    partial: bool,
    renumbered: Mapping[str, str] | None,
) -> list[Fault]:
    """Return every place of the draft, or of what people decided about it, that must be put right."""
    return [
        *_head_faults(draft, before, effective_on),
        *_unknown_words(before, by_number=partial or renumbered is not None),
        *_code_faults("task", (row.code for row in draft.tasks)),
        *_code_faults("indicator", (f"{row.code}@{row.horizon}" for row in draft.indicators)),
        *_code_faults("theme", (row.code for row in draft.themes)),
        *_row_faults(draft, names, before.themes if before and partial else ()),
        *renumbering_faults(draft, before, renumbered or {}),
    ]


def _head_faults(draft: DraftProgramme, before: Programme | None, effective_on: date) -> Iterator[Fault]:
    document = draft.document
    if not document.number:
        yield _fault("document", _("has no number; write the one that it bears"), "number")
    elif len(document.number) > _LONGEST_NUMBER:
        yield _fault(
            "document", _("has a number of more than {most} characters"), "number", most=_LONGEST_NUMBER
        )
    if document.issued_on is None:
        yield _fault("document", _("has no date of issue; write the one that it bears"), "issued_on")
    if not draft.tasks and not draft.indicators:
        yield _fault("document", _("names neither a task nor an indicator"), "tasks")
    if before is None:
        return
    last = acts(before)[-1]
    if effective_on < last.effective_on:
        yield _fault(
            "document",
            _("{day} is before {last}, from which version {version} ({act}) is in force"),
            "effective_on",
            day=effective_on.isoformat(),
            last=last.effective_on.isoformat(),
            version=last.version,
            act=last.number,
        )


def _unknown_words(before: Programme | None, *, by_number: bool) -> Iterator[Fault]:
    """Refuse to recognise rows without words: one number too far, and evidence proves another task."""
    if before is None or by_number or not living_tasks(before):
        return
    if all(task.title is None for task in living_tasks(before)):
        message = _(
            "the words of {number} were never adopted, so its rows cannot be recognised; adopt them first"
        )
        yield _fault("document", message, "renumbered", number=before.number)


def _code_faults(kind: str, codes: Iterable[str]) -> Iterator[Fault]:
    for code, count in Counter(codes).items():
        number, where = code.split("@")[0], f"{kind} {code}"
        if not number:
            yield _fault(where.strip(), _("needs the number under which it is kept"), "code")
        elif count > 1:
            yield _fault(
                where, _("stands {count} times; give each row a number of its own"), "code", count=count
            )
        elif len(number) > _LONGEST_CODE or "/" in number:
            message = _("is longer than {most} characters or contains “/”; shorten the number")
            yield _fault(where, message, "code", most=_LONGEST_CODE)


def _row_faults(draft: DraftProgramme, names: Names, standing: Iterable[Theme]) -> Iterator[Fault]:
    themes = {theme.code for theme in draft.themes} | {theme.code for theme in standing}
    for task in draft.tasks:
        where = f"task {task.code}"
        yield from _unknown(where, "leads", task.leads, names)
        yield from _unknown(where, "coordinators", task.coordinators, names)
        if task.theme and task.theme not in themes:
            message = _("stands under {theme}, which is no theme of the document")
            yield _fault(where, message, "theme", theme=task.theme)
    for row in draft.indicators:
        where = f"indicator {row.code}@{row.horizon}"
        yield from _unknown(where, "agencies", row.agencies, names)
        if row.horizon is None:
            message = _("has no year by which it is to be reached; write the year")
            yield _fault(f"indicator {row.code}", message, "horizon")


def _unknown(where: str, field: str, printed: Iterable[str], names: Names) -> Iterator[Fault]:
    for name in printed:
        if names.code(name) is None:
            message = _("“{name}” is no body of the register; add it or correct the name")
            yield _fault(where, message, field, name=name)


def renumbering_faults(
    draft: DraftProgramme, before: Programme | None, renumbered: Mapping[str, str]
) -> list[Fault]:
    """Return what is wrong with the numbers under which people say that rows go on."""
    return list(_renumbering_faults(draft, before, renumbered))


def _renumbering_faults(
    draft: DraftProgramme, before: Programme | None, renumbered: Mapping[str, str]
) -> Iterator[Fault]:
    rows = living_indicators(before) if before else ()
    old = {task.number for task in living_tasks(before)} if before else set()
    old |= {f"{row.number}@{row.horizon}" for row in rows}
    new = {row.code for row in draft.tasks} | {f"{row.code}@{row.horizon}" for row in draft.indicators}
    for number, follows in renumbered.items():
        where = f"{number} → {follows or '–'}"
        if number not in old:
            yield _fault(where, _("the programme has no row {number}"), "renumbered", number=number)
        if follows != NOTHING and follows not in new:
            yield _fault(where, _("the document has no row {number}"), "renumbered", number=follows)
        elif number.partition("@")[2] != follows.partition("@")[2] and follows != NOTHING:
            yield _fault(where, _("a row for another year is another row"), "renumbered")
    for follows, count in Counter(renumbered.values()).items():
        if count > 1 and follows != NOTHING:
            message = _("is said to continue {count} rows; it can continue one")
            yield _fault(follows, message, "renumbered", count=count)


def _fault(where: str, template: str, field: str, **params: object) -> Fault:
    words = {name: str(value) for name, value in params.items()}
    return Fault(where, template.format(**words), field, template, words)


def _(message: str) -> str:
    return message
