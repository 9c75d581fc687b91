"""Writing reviews: taking a draft in, each step of a reviewer, finishing, adopting, discarding."""

import dataclasses
import re
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import PureWindowsPath

import msgspec
from django.db import transaction

from thuocdo.accounts import queries as people
from thuocdo.accounts.rules import check
from thuocdo.accounts.types import Permission
from thuocdo.audit import actions as audit
from thuocdo.core.actor import Actor
from thuocdo.core.errors import Conflict, Invalid, NotAllowed
from thuocdo.documents.types import DraftProgramme
from thuocdo.programme import actions as programmes
from thuocdo.programme import models
from thuocdo.programme.review import queries, rules
from thuocdo.programme.review.numbers import FOLLOWS, choice_faults, choice_key, may_choose, number_of
from thuocdo.programme.review.settling import typed
from thuocdo.programme.review.types import NewRow, Passage, Review, Step, Verdict

_SLUG = re.compile(r"[a-z][a-z0-9-]{1,39}")
_LONGEST_NAME = 200
_LONGEST_NUMBER = 80


@transaction.atomic
def take_in_draft(
    *,
    slug: str,
    draft: DraftProgramme,
    passages: Sequence[Passage],
    file_name: str,
    by: Actor,
    now: datetime,
    partial: bool = False,
) -> int:
    """Put a reading under review and return its id; the file itself is not kept.

    A slug that an adopted programme bears means that the document amends it. The same file is
    refused as long as its draft is under review.
    """
    check(by, Permission.ADOPT)
    if not _SLUG.fullmatch(slug):
        raise Invalid(
            "The short name of the programme does not fit.",
            hint="Use 2 to 40 small letters, digits and “-”, a letter first.",
        )
    waiting = models.Draft.objects.filter(discarded_by="", version=None)
    if waiting.filter(sha256=draft.document.sha256, slug=slug).exists():
        raise Conflict("This file is under review already.", hint="See the list of drafts.")
    amends = models.Programme.objects.filter(slug=slug).exists()
    row = models.Draft.objects.create(
        slug=slug,
        amends=amends,
        partial=partial and amends,
        number=(draft.document.number or "")[:_LONGEST_NUMBER],
        file_name=PureWindowsPath(file_name).name[:_LONGEST_NAME],
        sha256=draft.document.sha256,
        sent_by=by.id,
        sent_at=now,
        content=msgspec.to_builtins(draft),
        passages=[(each.text, each.line, each.page, each.table, each.row) for each in passages],
    )
    body = {"draft": row.pk, "document": row.sha256, "amends": amends, "partial": row.partial}
    audit.record(kind="draft_taken_in", on=slug, by=by, at=now, body=body)
    return row.pk


@transaction.atomic
def decide_cell(
    *, draft: int, where: str, field: str, verdict: Verdict, by: Actor, now: datetime, value: str = ""
) -> None:
    """Record the person's word on a cell or a whole row."""
    _take_step(draft, Step(by.id, verdict, where, field, typed(value)), by=by, now=now)


@transaction.atomic
def add_row(*, draft: int, row: NewRow, by: Actor, now: datetime) -> str:
    """Add a row that the reading missed; returns its key."""
    found = queries.to_review(queries.locked(draft))
    clean = dataclasses.replace(row, code=typed(row.code), title=typed(row.title))
    step = rules.new_row_step(clean, found.steps, by=by.id)
    _take_step(draft, step, by=by, now=now)
    return step.where


@transaction.atomic
def choose_number(*, draft: int, number: str, follows: str, by: Actor, now: datetime) -> None:
    """Say under which number of the act a row of the programme goes on ("": it ends).

    It is a step like any other: the other reviewer is asked too.
    """
    where, field = choice_key(typed(number))
    verdict = Verdict.EDIT if follows else Verdict.BLANK
    _take_step(draft, Step(by.id, verdict, where, field, typed(follows)), by=by, now=now)


@transaction.atomic
def undo_step(*, draft: int, by: Actor, now: datetime) -> None:
    """Take back the person's own last step that still counts."""
    _take_step(draft, Step(by.id, Verdict.UNDO), by=by, now=now)


@transaction.atomic
def release_reviewer(*, draft: int, person: str, by: Actor, now: datetime) -> None:
    """Let a reviewer's steps count no longer, so that somebody else can take the place."""
    _take_step(draft, Step(by.id, Verdict.RELEASE, value=person), by=by, now=now)
    models.Finished.objects.filter(draft_id=draft, person=person).delete()


@transaction.atomic
def finish_review(*, draft: int, by: Actor, now: datetime) -> None:
    """Say that nothing is left to decide for this person."""
    check(by, Permission.ADOPT)
    row = queries.locked(draft)
    found = queries.to_review(row)
    rules.check_reviewer(found.steps, by.id)
    rows = rules.rows_under_review(found.draft, found.steps)
    rules.check_finish(rules.standing(rows, found.steps, by.id))
    _made, created = models.Finished.objects.get_or_create(draft=row, person=by.id, defaults={"at": now})
    if not created:
        raise Conflict("You have finished this draft already.")
    audit.record(kind="draft_finished", on=row.slug, by=by, at=now, body={"draft": draft})


@transaction.atomic
def adopt_reviewed(*, draft: int, effective_on: date, by: Actor, now: datetime) -> int:
    """Adopt a draft that two people have finished, as the first or the next version.

    The two answer for it, whoever of those who may adopt gives the word.
    """
    check(by, Permission.ADOPT)
    row = queries.locked(draft)
    found = queries.to_review(row)
    first, second = rules.check_ready(found.draft, found.steps, found.head.finished)
    if row.amends != models.Programme.objects.filter(slug=row.slug).exists():
        raise Conflict(
            "A programme of this name was adopted meanwhile.",
            hint="Discard the draft and send the file again.",
        )
    made = queries.adoptable(found)
    number = programmes.adopt_draft(
        slug=row.slug,
        draft=made.draft,
        effective_on=effective_on,
        by=people.actor(first),
        confirmed_by=people.actor(second),
        now=now,
        partial=row.partial,
        renumbered=made.renumbered,
    )
    row.version = models.Version.objects.get(programme__slug=row.slug, number=number)
    row.save(update_fields=["version"])
    body = {"draft": draft, "version": number, "reviewers": [first, second]}
    audit.record(kind="draft_adopted", on=row.slug, by=by, at=now, body=body)
    return number


@transaction.atomic
def choose_scope(*, draft: int, partial: bool, by: Actor, now: datetime) -> None:
    """Say whether an amending act amends only the rows that it names.

    It decides what becomes of all other rows, so whoever has finished has to look again.
    """
    check(by, Permission.ADOPT)
    row = queries.locked(draft)
    if not row.amends:
        raise Conflict("This draft amends no programme.")
    row.partial = partial
    row.save(update_fields=["partial"])
    models.Finished.objects.filter(draft=row).delete()
    audit.record(kind="draft_scope", on=row.slug, by=by, at=now, body={"draft": draft, "partial": partial})


@transaction.atomic
def discard_draft(*, draft: int, by: Actor, now: datetime) -> None:
    """Take a draft off the list and forget its words; its steps stay."""
    check(by, Permission.ADOPT)
    row = queries.locked(draft)
    others = [name for name in rules.counting(queries.to_review(row).steps) if name != by.id]
    if others and by.id != row.sent_by:
        raise NotAllowed("Others review this draft.", hint="Who sent the file can discard it.")
    row.discarded_by, row.discarded_at, row.content, row.passages = by.id, now, {}, []
    row.save(update_fields=["discarded_by", "discarded_at", "content", "passages"])
    body = {"draft": draft, "document": row.sha256}
    audit.record(kind="draft_discarded", on=row.slug, by=by, at=now, body=body)


def _take_step(draft: int, step: Step, *, by: Actor, now: datetime) -> None:
    check(by, Permission.ADOPT)
    row = queries.locked(draft)
    found: Review = queries.to_review(row)
    if step.field == FOLLOWS and step.verdict in {Verdict.EDIT, Verdict.BLANK}:
        _check_choice(found, step)
        rows = rules.rows_under_review(found.draft, (*found.steps, step))
    else:
        rows = rules.rows_under_review(found.draft, found.steps)
    rules.check_step(step, rows, found.steps)
    models.ReviewStep.objects.create(
        draft=row,
        number=len(found.steps) + 1,
        by=by.id,
        at=now,
        where=step.where,
        field=step.field,
        verdict=step.verdict.value,
        value=step.value,
    )
    models.Finished.objects.filter(draft=row, person=by.id).delete()
    body = {"draft": draft, "step": len(found.steps) + 1, "verdict": step.verdict.value}
    body |= {"where": step.where, "field": step.field}
    audit.record(kind="draft_step", on=row.slug, by=by, at=now, body=body)


def _check_choice(found: Review, step: Step) -> None:
    """Refuse a number that the programme or the act has not, or where numbers cannot be chosen."""
    made = queries.adoptable(found)
    if made.before is None:
        raise Conflict("This draft amends no programme.")
    if not may_choose(made.before, partial=found.head.partial):
        raise Conflict(
            "The words of the programme have never been adopted, so titles and outputs cannot be compared.",
            hint="Adopt them first; then numbers can be chosen.",
        )
    standing = rules.chosen_numbers(found.steps)
    follows = step.value if step.verdict is Verdict.EDIT else ""
    if faults := choice_faults(made.before, made.draft, standing, (number_of(step.where), follows)):
        raise Invalid("The number was not taken.", faults=faults)
