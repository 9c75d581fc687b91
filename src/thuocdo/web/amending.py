"""What a draft changes in the programme that it amends, and what reviewers choose about its numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from thuocdo.accounts import queries as people
from thuocdo.core.errors import Invalid, NotFound
from thuocdo.programme.amending import difference, looks_partial
from thuocdo.programme.drafted import living_indicators, living_tasks
from thuocdo.programme.likeness import NOTHING
from thuocdo.programme.review import actions, queries, rules
from thuocdo.programme.review import words as shown
from thuocdo.programme.review.numbers import OLD, choice_key, may_choose, numbers_of
from thuocdo.programme.review.settling import typed
from thuocdo.programme.review.types import Review, Step, Why
from thuocdo.programme.types import Programme
from thuocdo.web.gate import actor_of
from thuocdo.web.language import language
from thuocdo.web.language import words as _


@dataclass(frozen=True, slots=True)
class Choice:
    """What people chose about a row of the programme: each one's last word, and whether it waits.

    `offers` are the words of others that the person may take, a new number or "" for an end.
    """

    number: str
    steps: tuple[Step, ...]
    why: Why | None
    offers: tuple[str, ...]


@require_safe
def changes(request: HttpRequest, draft: int) -> HttpResponse:
    """Show what a draft changes in the programme that it amends, as it is decided so far."""
    return _changes(request, draft)


@require_POST
def scope(request: HttpRequest, draft: int) -> HttpResponse:
    """Say whether the act amends only the rows that it names."""
    partial = request.POST.get("partial") == "yes"
    actions.choose_scope(draft=draft, partial=partial, by=actor_of(request), now=timezone.now())
    return redirect("draft-changes", draft)


@require_POST
def number(request: HttpRequest, draft: int) -> HttpResponse:
    """Choose the number under which a row of the programme goes on, or that it ends."""
    try:
        actions.choose_number(
            draft=draft,
            number=request.POST.get("number", ""),
            follows=_follows(request),
            by=actor_of(request),
            now=timezone.now(),
        )
    except Invalid as refused:
        return _changes(request, draft, refused)
    return redirect(f"{reverse('draft-changes', args=[draft])}#numbers")


def _follows(request: HttpRequest) -> str:
    follows = typed(request.POST.get("follows", ""))
    if request.POST.get("ends"):
        return NOTHING
    if not follows:
        raise Invalid("Write the number, or say that the row ends.")
    return follows


def _changes(request: HttpRequest, draft: int, problem: Invalid | None = None) -> HttpResponse:
    found, person = queries.review(draft), actor_of(request)
    made = queries.adoptable(found) if found.head.amends and not found.head.version else None
    if made is None or made.before is None:
        raise NotFound(_("This draft amends no programme."))
    others = [name for name in rules.counting(found.steps) if name != person.id]
    open_to = may_choose(made.before, partial=found.head.partial)
    values = {
        "person": person,
        "head": found.head,
        "before": made.before,
        "difference": difference(
            made.before,
            made.draft,
            partial=found.head.partial,
            renumbered=made.renumbered,
            register=made.register,
        ),
        "seems_partial": looks_partial(made.before, found.draft),
        "choices": choices_of(found, person.id),
        "may_choose": open_to and len(others) < rules.REVIEWERS,
        "old_numbers": _old_numbers(made.before),
        "new_numbers": numbers_of(made.draft),
        "names": {each.id: each.name for each in people.people()},
        "field_word": lambda field: shown.field_word(field, language()),
        "problem": problem,
    }
    return render(request, "draft-changes.html", values, status=problem.http_status if problem else 200)


def choices_of(found: Review, person: str) -> tuple[Choice, ...]:
    """Return every number that somebody chose, with the words of all: here they are seen by both."""
    words = rules.decisions(found.steps)
    rows = rules.rows_under_review(found.draft, found.steps)
    waiting = rules.standing(rows, found.steps, person).open
    made = []
    for row in rows:
        if row.kind != OLD:
            continue
        key = choice_key(row.code)
        steps = tuple(steps[key] for steps in words.values() if key in steps)
        mine = next((step.value for step in steps if step.by == person), None)
        offers = tuple(dict.fromkeys(step.value for step in steps if step.value != mine))
        made.append(Choice(row.code, steps, waiting.get(key), offers if key in waiting else ()))
    return tuple(made)


def _old_numbers(before: Programme) -> Sequence[tuple[str, str]]:
    tasks = [(task.number, task.title or task.name_vi) for task in living_tasks(before)]
    rows = living_indicators(before)
    return tasks + [(f"{row.number}@{row.horizon}", row.title or row.name_vi) for row in rows]
