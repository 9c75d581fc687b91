"""Changing bodies: the form, the preview with its counts, and the act behind a typed word."""

from collections.abc import Mapping
from datetime import date

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from thuocdo.config.current import today
from thuocdo.core.errors import Conflict, Fault, Invalid
from thuocdo.core.text import clean
from thuocdo.cycles.held import in_hand
from thuocdo.programme import queries
from thuocdo.programme.moving import led_by
from thuocdo.programme.reorganising import Preview, preview_change, programmes_known, restructure
from thuocdo.programme.restructuring import ONE_BODY, Change, Turn
from thuocdo.programme.review.settling import read_day
from thuocdo.programme.rules import existing_on
from thuocdo.programme.types import Agency, AgencyKind, Register
from thuocdo.web.accounts import show
from thuocdo.web.agencies import TURNS
from thuocdo.web.gate import actor_of
from thuocdo.web.language import N_
from thuocdo.web.unknown import KINDS

NEW = "new"
"""What a choice of the main heir says when a body begins with the change."""

SAID = {
    Turn.NEW: N_("It begins on a day; groups that the document names by kind count it from then on."),
    Turn.RENAMED: N_("The old name stays printed for what happened under it; the new one answers."),
    Turn.MERGED: N_("One or several bodies end; the one that takes over answers for all that they owed."),
    Turn.SPLIT: N_("The main heir answers until a document names, task by task, who leads."),
    Turn.PART: N_("The body goes on; a document then names, task by task, who leads instead of it."),
}
FIELDS = {
    "on": N_("Date of effect"),
    "document": N_("Document that orders it"),
    "document_on": N_("Day of the document"),
    "bodies": N_("Bodies"),
    "heirs": N_("Who takes over"),
    "new": N_("New body"),
    "code": N_("Code"),
    "name_vi": N_("Vietnamese name"),
    "name_en": N_("English name"),
    "short_vi": N_("Short name, Vietnamese"),
    "short_en": N_("Short name, English"),
    "statistics_code": N_("Statistics code"),
    "tasks": N_("Tasks"),
    "typed": N_("Confirmation"),
}
_TEXTS = ("code", "name_vi", "name_en", "short_vi", "short_en", "statistics_code")
_MOST = {"code": 40, "statistics_code": 10, "document": 201}
_YEARS = range(2000, 2200)
_CONFLICT = 409


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest) -> HttpResponse:
    """Show the kinds of change, the form of one, and what a filled form would move."""
    form = request.POST if request.method == "POST" else request.GET
    kind = _kind(form)
    if kind is None:
        return show(request, "agency-kinds.html", {"turns": TURNS, "said": SAID, "body": _first(form)})
    if request.method != "POST" or form.get("do") == "back":
        return _form(request, kind, form)
    try:
        asked = _read(form, kind)
        found = preview_change(change=asked, by=actor_of(request), now=timezone.now())
    except Invalid as wrong:
        return _form(request, kind, form, wrong.faults, status=422)
    return _preview(request, asked, found)


@require_POST
def act(request: HttpRequest) -> HttpResponse:
    """Make the change that was previewed; show the new preview where something else would move by now."""
    kind = _kind(request.POST)
    if kind is None:
        return redirect("agency-change")
    asked, by, now = _read(request.POST, kind), actor_of(request), timezone.now()
    given = {"seen": request.POST.get("seen", ""), "typed": request.POST.get("typed", "")[:400]}
    try:
        restructure(change=asked, **given, by=by, now=now)
    except (Conflict, Invalid) as refused:
        return _again(request, asked, refused)
    shown = (*asked.takers, *([asked.starts.code] if asked.starts else []), *asked.bodies)[0]
    return redirect(f"{reverse('agency', args=[shown])}?xong=1")


def _again(request: HttpRequest, asked: Change, refused: Conflict | Invalid) -> HttpResponse:
    """Return the preview as it is by now, or the form where the change cannot be made any more."""
    faults = refused.faults if isinstance(refused, Invalid) else ()
    status = refused.http_status
    try:
        found = preview_change(change=asked, by=actor_of(request), now=timezone.now())
    except Invalid as wrong:
        return _form(request, asked.kind, request.POST, wrong.faults, status=status)
    return _preview(request, asked, found, faults, moved=not faults, status=status)


def _preview(
    request: HttpRequest,
    asked: Change,
    found: Preview,
    faults: tuple[Fault, ...] = (),
    *,
    moved: bool = False,
    status: int = 200,
) -> HttpResponse:
    register = queries.register("")
    bodies = {each.code: each for each in register.agencies}
    if asked.starts is not None:
        bodies[asked.starts.code] = asked.starts
    kept = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in {"csrfmiddlewaretoken", "do", "seen", "typed"}
        for value in values
    ]
    shown = {
        "change": asked,
        "moves": found.moves,
        "seen": found.digest,
        "kept": kept,
        "names": bodies,
        "groups": {each.code: each for each in register.groups},
        "turns": TURNS,
        "kinds": KINDS,
        "in_hand": in_hand(asked.ends) if asked.ends else None,
        "faults": faults,
        "moved": moved,
        "day_today": today(),
    }
    return show(request, "agency-preview.html", shown, status=status)


def _form(
    request: HttpRequest, kind: Turn, form: QueryDict, faults: tuple[Fault, ...] = (), *, status: int = 200
) -> HttpResponse:
    register = queries.register("")
    chosen = form.getlist("bodies")
    body = next((each for each in register.agencies if each.code == _first(form)), None)
    shown = {
        "kind": kind,
        "turns": TURNS,
        "said": SAID,
        "kinds": KINDS,
        "fields": FIELDS,
        "choices": _choices(register),
        "chosen": chosen,
        "others": form.getlist("others"),
        "given": form,
        "body": body,
        "body_kind": form.get("kind_of_body", "") or (body.kind.value if body else ""),
        "tasks": _tasks(body) if body and kind is Turn.PART else (),
        "ticked": form.getlist("tasks"),
        "faults": faults,
        "one": kind in ONE_BODY,
        "begins": kind in {Turn.NEW, Turn.RENAMED},
        "may_begin": kind in {Turn.MERGED, Turn.SPLIT},
        "new": NEW,
    }
    return show(request, "agency-change.html", shown, status=status)


def _choices(register: Register) -> list[tuple[AgencyKind, list[Agency]]]:
    """Return the bodies that exist today or later, by kind in the order of the register."""
    day = today()
    later = [each for each in register.agencies if each.valid_from is not None and each.valid_from > day]
    living = [*existing_on(day, register), *later]
    return [(kind, own) for kind in AgencyKind if (own := [each for each in living if each.kind is kind])]


def _tasks(body: Agency) -> list[tuple[str, list[tuple[str, str, str, str]]]]:
    """Return what a body leads by name, by programme: value of the box, number and both names."""
    return [
        (
            programme.number,
            [
                (f"{programme.slug}/{task.code}", task.number, task.name_vi, task.name_en)
                for task in led_by(body.code, programme, own, today())
            ],
        )
        for programme, own in programmes_known()
    ]


def _read(form: QueryDict, kind: Turn) -> Change:
    """Return the change that a form describes; what is missing is named by the rules, all at once."""
    main = form.get("heir", "")
    on = _day(form, "on")
    begins = kind in {Turn.NEW, Turn.RENAMED} or (main == NEW and kind in {Turn.MERGED, Turn.SPLIT})
    heirs = [main] if main and main != NEW and kind in {Turn.MERGED, Turn.SPLIT, Turn.PART} else []
    if kind is Turn.SPLIT:
        heirs += [code for code in form.getlist("others") if code not in heirs]
    parts = (value.partition("/") for value in form.getlist("tasks")) if kind is Turn.PART else ()
    return Change(
        kind=kind,
        on=on,
        document=clean(form.get("document", ""))[: _MOST["document"]],
        document_on=_day(form, "document_on"),
        bodies=()
        if kind is Turn.NEW
        else tuple(dict.fromkeys(each for each in form.getlist("bodies") if each)),
        heirs=tuple(heirs),
        starts=_begun(form, on) if begins else None,
        tasks=tuple(sorted({(slug, task) for slug, _line, task in parts})),
    )


def _begun(form: QueryDict, on: date | None) -> Agency | None:
    """Return the body that a form describes, None where its fields are empty."""
    texts = {name: clean(form.get(name, ""))[: _MOST.get(name, 200)] for name in _TEXTS}
    if not any(texts.values()):
        return None
    kind = form.get("kind_of_body", "")
    return Agency(
        code=texts["code"],
        name_vi=texts["name_vi"],
        name_en=texts["name_en"],
        kind=AgencyKind(kind) if kind in KINDS else AgencyKind.OTHER,
        valid_from=on,
        short_vi=texts["short_vi"],
        short_en=texts["short_en"],
        statistics_code=texts["statistics_code"],
    )


def _kind(form: Mapping[str, str]) -> Turn | None:
    given = form.get("kind", "")
    return Turn(given) if given in set(Turn) else None


def _first(form: QueryDict) -> str:
    return next(iter(form.getlist("bodies")), "")


def _day(form: Mapping[str, str], field: str) -> date | None:
    found = read_day(form.get(field, "")[:40])
    return found if found is not None and found.year in _YEARS else None
