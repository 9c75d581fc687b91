"""The page of bodies that a draft names and the register lacks: enter them, or correct the cells."""

from collections.abc import Mapping, Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from thuocdo.core.errors import Conflict, Invalid
from thuocdo.core.text import clean
from thuocdo.programme import actions as programmes
from thuocdo.programme.review import queries
from thuocdo.programme.review import words as shown
from thuocdo.programme.review.bodies import UnknownBody, body_faults
from thuocdo.programme.types import Agency, AgencyKind
from thuocdo.web.gate import actor_of
from thuocdo.web.language import N_, language
from thuocdo.web.reviewing import address

KINDS: Mapping[str, str] = {
    AgencyKind.OTHER: N_("Other body"),
    AgencyKind.MINISTRY: N_("Ministry"),
    AgencyKind.MINISTERIAL: N_("Ministerial-level agency"),
    AgencyKind.GOVERNMENT: N_("Government agency"),
    AgencyKind.PROVINCE: N_("Province or city"),
    AgencyKind.COMMUNE: N_("Commune, ward or special zone"),
    AgencyKind.PARTY: N_("Party body"),
    AgencyKind.COMMITTEE: N_("Committee"),
}


@require_http_methods(["GET", "HEAD", "POST"])
def unknown(request: HttpRequest, draft: int) -> HttpResponse:
    """Show the names that the register lacks; take those that are ticked into it, all or none."""
    found = queries.review(draft)
    if found.head.version:
        raise Conflict("The draft has been adopted; what it says no longer changes here.")
    bodies = queries.unknown(found)
    problem = None
    if request.method == "POST":
        try:
            _add(request, bodies)
        except Invalid as refused:
            problem = refused
        else:
            left = queries.unknown(found)
            return redirect("draft-bodies" if left else "draft", draft)
    base = reverse("draft", args=[draft])
    values = {
        "person": actor_of(request),
        "head": found.head,
        "bodies": bodies,
        "kinds": KINDS,
        "english": found.draft.document.language == "en",
        "typed": request.POST if problem else {},
        "problem": problem,
        "link": lambda key: address(base, key),
        "cell_word": _cell_word,
    }
    return render(request, "draft-bodies.html", values, status=problem.http_status if problem else 200)


def _add(request: HttpRequest, bodies: Sequence[UnknownBody]) -> None:
    """Enter the ticked ones; the form names each by its place, and by its name in case the list moved."""
    form, wanted = request.POST, []
    for place, body in enumerate(bodies):
        if form.get(f"add-{place}") == body.printed:
            other = clean(form.get(f"other-{place}", "")) or body.printed
            kind = form.get(f"kind-{place}", "")
            wanted.append(
                Agency(
                    code=form.get(f"code-{place}", "").strip(),
                    name_vi=other if form.get("english") else body.proposed.name_vi,
                    name_en=body.proposed.name_en if form.get("english") else other,
                    kind=AgencyKind(kind) if kind in KINDS else AgencyKind.OTHER,
                )
            )
    if not wanted:
        raise Invalid("No body was ticked.")
    if faults := body_faults(wanted, queries.known_bodies()):
        raise Invalid("No body was added.", faults=faults)
    programmes.add_agencies(agencies=wanted, by=actor_of(request), now=timezone.now())


def _cell_word(key: tuple[str, str]) -> str:
    kind, _space, number = key[0].partition(" ")
    spoken = language()
    return f"{shown.kind_word(kind, spoken)} {number}, {shown.field_word(key[1], spoken)}"
