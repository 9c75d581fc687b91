"""Pages of the review: send a document in, go through its doubtful cells, finish, adopt."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.datastructures import MultiValueDictKeyError
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thuocdo.accounts import queries as people
from thuocdo.adapters.reading import read_handed_over
from thuocdo.core.errors import Conflict, Invalid, ThuocDoError
from thuocdo.documents import errors
from thuocdo.documents.errors import Unreadable
from thuocdo.documents.files import MAX_BYTES, MEGABYTE, known_readers
from thuocdo.documents.remarks import sentence
from thuocdo.programme.review import actions, queries, rules
from thuocdo.programme.review import words as shown
from thuocdo.programme.review.passages import passages_of
from thuocdo.programme.review.settling import read_day
from thuocdo.programme.review.types import DROPPABLE, Key, NewRow, Review, Verdict
from thuocdo.web.errors import HEADERS
from thuocdo.web.gate import actor_of
from thuocdo.web.language import language, said, said_fault, said_with_hint
from thuocdo.web.language import words as _
from thuocdo.web.reviewing import Asked, address, address_after, draft_page

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

_SCRIPTED = {"Content-Security-Policy": f"{HEADERS['Content-Security-Policy']}; script-src 'self'"}
"""Only the page of a draft runs a script, and only our own file; it works without it too."""


@require_http_methods(["GET", "HEAD", "POST"])
def drafts(request: HttpRequest) -> HttpResponse:
    """Show the drafts under review, and take a document in."""
    if request.method != "POST":
        return _list(request)
    try:
        made = _take_in(request)
    except (Unreadable, Invalid, Conflict) as refused:
        return _list(request, problem=refused)
    return redirect("draft", made)


@require_safe
def draft(request: HttpRequest, draft: int) -> HttpResponse:
    """Show one page of a draft: the words of the source, and the rows with what waits."""
    page = request.GET.get("page", "")
    asked = Asked(
        row=request.GET.get("row", ""),
        page=int(page) if page.isdecimal() and page.isascii() else 0,
        only_open=request.GET.get("show") == "open",
    )
    return _draft(request, queries.review(draft), asked)


@require_POST
def step(request: HttpRequest, draft: int) -> HttpResponse:
    """Take one step and go to the next cell that waits."""
    form, base = request.POST, reverse("draft", args=[draft])
    key: Key | None = (form.get("where", ""), form.get("field", ""))
    only_open = form.get("show") == "open"
    try:
        key = _step(request, draft, form, key or ("", ""))
    except Invalid as refused:
        problem = said_fault(refused.faults[0]) if refused.faults else said(refused)
        asked = Asked(key=key, only_open=only_open, typed=form.get("value", ""), problem=problem)
        return _draft(request, queries.review(draft), asked, status=refused.http_status)
    if form.get("verdict") == Verdict.UNDO:
        return redirect(address(base, key, only_open=only_open))
    person = actor_of(request).id
    return redirect(address_after(queries.review(draft), base, person, key, only_open=only_open))


@require_POST
def finish(request: HttpRequest, draft: int) -> HttpResponse:
    """Say that nothing is left for this person."""
    actions.finish_review(draft=draft, by=actor_of(request), now=timezone.now())
    return redirect("draft", draft)


@require_POST
def adopt(request: HttpRequest, draft: int) -> HttpResponse:
    """Adopt what two people have finished, with its date of effect."""
    day = read_day(request.POST.get("effective_on", ""))
    if day is None:
        raise Invalid(_("The date of effect is missing."), hint=_("Write it as 2025-01-09 or 9/1/2025."))
    actions.adopt_reviewed(draft=draft, effective_on=day, by=actor_of(request), now=timezone.now())
    return redirect("draft", draft)


@require_POST
def discard(request: HttpRequest, draft: int) -> HttpResponse:
    """Forget a draft."""
    actions.discard_draft(draft=draft, by=actor_of(request), now=timezone.now())
    return redirect("drafts")


def _take_in(request: HttpRequest) -> int:
    """Read the file in a child process and put the draft under review; nothing else of it stays."""
    person = actor_of(request)
    slug = request.POST.get("amends") or request.POST.get("slug", "").strip()
    try:
        file = cast("UploadedFile[bytes]", request.FILES["file"])
    except MultiValueDictKeyError:
        if getattr(request, "too_large", False):
            raise Unreadable(errors.TOO_LARGE, limit=str(MAX_BYTES // MEGABYTE)) from None
        raise Invalid("Choose a file first.") from None
    name = file.name or ""
    read, blocks = read_handed_over(file.read(), name)
    return actions.take_in_draft(
        slug=slug,
        draft=read,
        passages=passages_of(blocks),
        file_name=name,
        partial=request.POST.get("partial") == "yes",
        by=person,
        now=timezone.now(),
    )


def _step(request: HttpRequest, draft: int, form: Mapping[str, str], key: Key) -> Key | None:
    """Take the step that the form holds; returns the cell that it was about."""
    act: dict[str, Any] = {"draft": draft, "by": actor_of(request), "now": timezone.now()}
    verdict = form.get("verdict", "")
    if verdict not in set(Verdict):
        raise Invalid("This is no step of a review.")
    if verdict == Verdict.UNDO:
        undone = rules.counting(queries.review(draft).steps).get(act["by"].id, [])
        actions.undo_step(**act)
        return undone[-1].key if undone else None
    if verdict == Verdict.RELEASE:
        actions.release_reviewer(person=form.get("value", ""), **act)
        return None
    if verdict == Verdict.ADD:
        return actions.add_row(row=_new_row(form), **act), "row"
    value = form.get("value", "").replace("\r\n", "\n")
    actions.decide_cell(where=key[0], field=key[1], verdict=Verdict(verdict), value=value, **act)
    return key


def _new_row(form: Mapping[str, str]) -> NewRow:
    year = form.get("horizon", "").strip()
    return NewRow(
        kind="indicator" if form.get("kind") == "indicator" else "task",
        code=form.get("code", "").strip(),
        title=form.get("title", "").strip(),
        after=form.get("where", ""),
        horizon=int(year) if year.isdecimal() and year.isascii() else None,
        theme=form.get("theme") or None,
    )


def _list(request: HttpRequest, problem: ThuocDoError | None = None) -> HttpResponse:
    values = {
        "person": actor_of(request),
        "heads": queries.heads(),
        "programmes": queries.adopted_programmes(),
        "names": _names(),
        "suffixes": ",".join(sorted(known_readers())),
        "megabytes": MAX_BYTES // MEGABYTE,
        "problem": said_with_hint(problem) if problem else "",
        "typed": request.POST,
    }
    return render(request, "drafts.html", values, status=problem.http_status if problem else 200)


def _draft(request: HttpRequest, found: Review, asked: Asked, *, status: int = 200) -> HttpResponse:
    person, spoken = actor_of(request), language()
    base = reverse("draft", args=[found.head.id])
    view = draft_page(found, base, person.id, asked)
    done = not view.standing.open and not view.head.version
    unknown = queries.unknown(found) if done else ()
    lacking = {(where, field) for body in unknown for where, field in body.cells}
    faults = queries.obstacles(found) if done else ()
    values = {
        "person": person,
        "view": view,
        "base": base,
        "unknown": unknown,
        "obstacles": [fault for fault in faults if (fault.where, fault.field) not in lacking],
        "link": lambda where: address(base, (where, "row")),
        "names": _names(),
        "issued_on": found.draft.document.issued_on,
        "say": lambda note: sentence(note, spoken),
        "read_as": lambda cell: shown.reading_words(cell, spoken),
        "field_word": lambda field: shown.field_word(field, spoken),
        "row_word": lambda row: shown.row_word(row, spoken),
        "place_word": lambda passage: shown.place_words(passage, spoken),
        "droppable": DROPPABLE,
        "themes": [theme.code for theme in found.draft.themes],
    }
    response = render(request, "draft.html", values, status=status)
    for name, value in _SCRIPTED.items():
        response[name] = value
    return response


def _names() -> Mapping[str, str]:
    return {person.id: person.name for person in people.people()}
