"""The page of corrections: one person says which published value was wrong, another logs it."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from thuocdo.config.transparency import desk, patient
from thuocdo.core.actor import Actor
from thuocdo.core.errors import Fault, Invalid, NotFound
from thuocdo.core.messages import fault_sentence
from thuocdo.programme.review.settling import read_day
from thuocdo.programme.review.settling import typed as clean_text
from thuocdo.publication.corrections import SUFFIX, read_place
from thuocdo.publication.manifest import Manifest
from thuocdo.publication.publish import previous
from thuocdo.publication.releases import actions, mending, queries
from thuocdo.publication.releases.rules import LONGEST_NOTE
from thuocdo.publication.releases.types import CorrectionRequest, RequestState
from thuocdo.web import deskwords
from thuocdo.web.gate import actor_of
from thuocdo.web.language import N_, language

DONE: Mapping[str, str] = {
    "propose": N_("The correction is proposed. A second person confirms it."),
    "confirm": N_("The correction stands in the log. The next publication lists it: prepare it now."),
    "withdraw": N_("The correction was withdrawn; nothing of it is in the log."),
}
STATES: Mapping[RequestState, str] = {
    RequestState.PROPOSED: N_("waits for a second person"),
    RequestState.LOGGED: N_("stands in the log"),
    RequestState.WITHDRAWN: N_("withdrawn"),
}
FIELDS = ("table", "row", "column", "new", "reason", "document", "document_on")
_NOTHING = N_("Nothing was changed.")
_NO_ACT = N_("Say what you decide")
_LONGEST_CELL = 200


@require_http_methods(["GET", "HEAD", "POST"])
def corrections(request: HttpRequest) -> HttpResponse:
    """Show what is on its way into the log and the form for another value; take each step."""
    person = actor_of(request)
    faults: tuple[Fault, ...] = ()
    status = 200
    if request.method == "POST":
        act = request.POST.get("act", "")
        try:
            _ACTS.get(act, _nothing)(request.POST, person)
        except Invalid as wrong:
            faults, status = wrong.faults or (Fault("correction", wrong.message, None, wrong.template),), 422
        else:
            return redirect(f"{reverse('corrections')}?xong={act}")
    return _page(request, person, faults, status)


def _propose(form: Mapping[str, str], person: Actor) -> None:
    told = {name: clean_text(form.get(name, "")[: LONGEST_NOTE + 1]) for name in FIELDS}
    day = read_day(told.pop("document_on")[:_LONGEST_CELL])
    wrong = mending.Wrong(**told, document_on=day)
    mending.propose(desk=desk(), wrong=wrong, by=person, now=timezone.now())


def _confirm(form: Mapping[str, str], person: Actor) -> None:
    signer = patient()
    if signer is None:
        raise NotFound(N_("There is no log here, and without one no correction can be logged."))
    mending.confirm(desk=desk(), signer=signer, id=form.get("correction", ""), by=person, now=timezone.now())


def _withdraw(form: Mapping[str, str], person: Actor) -> None:
    note = clean_text(form.get("note", "")[: LONGEST_NOTE + 1])
    actions.withdraw_correction(id=form.get("correction", ""), note=note, by=person, now=timezone.now())


def _nothing(form: Mapping[str, str], person: Actor) -> None:  # noqa: ARG001  the form of an act
    raise Invalid(_NOTHING, faults=[Fault("correction", _NO_ACT, None, _NO_ACT)])


_ACTS = {"propose": _propose, "confirm": _confirm, "withdraw": _withdraw}


def _page(request: HttpRequest, person: Actor, faults: tuple[Fault, ...], status: int) -> HttpResponse:
    found = previous(desk().site)
    head = None if found is None else found[0]
    wrong = [fault_sentence(each, language()) for each in faults]
    shown = {
        "person": person,
        "before": head,
        "log": patient() is not None,
        "tables": sorted(_tables(head)) if head else [],
        "requests": [_shown(each, head) for each in queries.correction_requests(settings.THUOCDO_PROGRAMME)],
        "states": STATES,
        "form": request.POST if status != 200 else {},  # noqa: PLR2004  OK
        "faulty": {each.field or "": said for each, said in reversed(list(zip(faults, wrong, strict=True)))},
        "wrong": wrong,
        "people": deskwords.names(),
        "done": DONE.get(request.GET.get("xong", ""), ""),
        "most": LONGEST_NOTE,
        "longest": _LONGEST_CELL,
    }
    return render(request, "correcting.html", shown, status=status)


def _shown(found: CorrectionRequest, head: Manifest | None) -> dict[str, Any]:
    """Return a correction with the pages that will carry its note."""
    place = read_place(found.where)
    name = place.row.rpartition(" ")[2]
    pages = (f"{place.table}/{name}/", f"en/{place.table}/{name}/")
    return {
        "request": found,
        "pages": [page for page in pages if head and f"{page}index.html" in head.files],
    }


def _tables(head: Manifest) -> Iterator[str]:
    """Yield the addresses of the tables that readers have, those of single pages apart."""
    for path in head.files:
        if path.startswith(f"{head.programme}/") and path.endswith(SUFFIX):
            table = path.removesuffix(SUFFIX)
            if f"{table}/index.html" not in head.files or f"{table}.parquet" in head.files:
                yield table
