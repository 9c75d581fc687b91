"""Pages of chasing: who owes the report of a period, a drafted letter, reminders to exactly the listed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from thuocdo.adapters.letter_docx import docx
from thuocdo.config.current import today
from thuocdo.core.errors import Invalid
from thuocdo.cycles.notices import actions, letters
from thuocdo.cycles.notices.owing import period
from thuocdo.cycles.notices.types import Owing, Period
from thuocdo.evaluation.reasons import shown_day
from thuocdo.web.current import current_of
from thuocdo.web.gate import actor_of
from thuocdo.web.language import language
from thuocdo.web.language import words as _
from thuocdo.web.notices import body_names

LONGEST = 20_000
"""Characters of one letter."""

MOST = 150
"""Letters in one file."""

_MEDIA = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "txt": "text/plain; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """The period that was chosen, and the bodies that were ticked: those that still owe something."""

    period: Period
    bodies: tuple[Owing, ...]


@require_safe
def owing(request: HttpRequest) -> HttpResponse:
    """Show the bodies that owe the report of a period, for a letter or a reminder."""
    found, cycles = period(settings.THUOCDO_PROGRAMME, request.GET.get("ky", ""), day=today())
    shown = {
        "person": actor_of(request),
        "known": current_of(),
        "period": found,
        "cycles": cycles,
        "late": today() > found.due_on,
        "owing": [each for each in found.owing if each.open],
        "names": body_names(),
        "reminded": _count(request.GET.get("reminded", "")),
        "told": _count(request.GET.get("told", "")),
    }
    return render(request, "letters.html", shown)


@require_POST
def letter(request: HttpRequest) -> HttpResponse:
    """Draft one joint letter or one for each body; then give out what the person made of it."""
    form = request.POST
    if form.get("do") in {"docx", "txt", "print"}:
        return _given(request, form["do"], _texts(request))
    chosen = _chosen(request)
    if form.get("do") == "each":
        groups: list[Sequence[Owing]] = [(each,) for each in chosen.bodies]
    else:
        groups = [chosen.bodies]
    names = body_names()
    drafts = [_draft(request, chosen.period, group, names) for group in groups]
    titles = [names.get(group[0].agency, group[0].agency) if len(group) == 1 else "" for group in groups]
    return _page(
        request, "letter.html", {"letters": list(zip(titles, drafts, strict=True)), "chosen": chosen}
    )


@require_POST
def remind(request: HttpRequest) -> HttpResponse:
    """Ask once more with the list and its number, then remind exactly those."""
    chosen, count = _chosen(request), _count(request.POST.get("count", ""))
    if request.POST.get("do") != "remind":
        return _page(request, "letters-remind.html", {"chosen": chosen, "names": body_names()})
    told = actions.remind_bodies(
        slug=settings.THUOCDO_PROGRAMME,
        period=chosen.period,
        agencies=request.POST.getlist("body"),
        count=count,
        by=actor_of(request),
        now=timezone.now(),
    )
    done: dict[str, str | int] = {"ky": chosen.period.code, "reminded": count, "told": told}
    return redirect(f"{reverse('letters')}?{urlencode(done)}")


def _chosen(request: HttpRequest) -> Chosen:
    found, _cycles = period(settings.THUOCDO_PROGRAMME, request.POST.get("ky", ""), day=today())
    ticked = set(request.POST.getlist("body"))
    bodies = tuple(each for each in found.owing if each.open and each.agency in ticked)
    if not bodies:
        raise Invalid(_("No body was named."), hint=_("Tick at least one body."))
    return Chosen(found, bodies)


def _draft(request: HttpRequest, found: Period, bodies: Sequence[Owing], names: Mapping[str, str]) -> str:
    person, day = actor_of(request), today()
    about = letters.Occasion(
        sender=names.get(person.agency, person.agency) or person.name,
        act=current_of().facts.programme.number,
        cycle=found.code,
        due=shown_day(found.due_on, language()),
        day=day,
        late=day > found.due_on,
    )
    return letters.draft(about, bodies, names=names, language=language())


def _texts(request: HttpRequest) -> list[str]:
    texts = [text.replace("\f", " ") for text in request.POST.getlist("text")]
    if not texts or not any(text.strip() for text in texts):
        raise Invalid(_("The letter is empty."), hint=_("Write the letter, then download it."))
    if len(texts) > MOST or any(len(text) > LONGEST for text in texts):
        raise Invalid(
            _("A letter has {most} characters at most.", most=LONGEST),
            hint=_("Shorten it, or choose fewer bodies."),
        )
    return texts


def _given(request: HttpRequest, form: str, texts: Sequence[str]) -> HttpResponse:
    if form == "print":
        return _page(request, "letter-print.html", {"texts": texts})
    page_break = "\f" if form == "docx" else f"\n{'-' * 40}\n\n"
    whole = page_break.join(texts)
    response = HttpResponse(docx(whole) if form == "docx" else whole.encode(), content_type=_MEDIA[form])
    response["Content-Disposition"] = f'attachment; filename="don-doc-{today().isoformat()}.{form}"'
    return response


def _page(request: HttpRequest, template: str, shown: Mapping[str, object]) -> HttpResponse:
    return render(request, template, {"person": actor_of(request), **shown})


def _count(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < len("10000") else 0
