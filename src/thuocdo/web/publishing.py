"""The publisher's page: what a publication would change, its checks, its second person, its signatures."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from thuocdo.config.current import today
from thuocdo.config.transparency import desk, entering, past, scored_sets
from thuocdo.core.actor import Actor
from thuocdo.core.errors import Fault, Invalid, ThuocDoError
from thuocdo.core.messages import fault_sentence
from thuocdo.evaluation.queries import facts as facts_known
from thuocdo.programme.review.settling import read_day
from thuocdo.programme.review.settling import typed as clean_text
from thuocdo.publication import checks
from thuocdo.publication.corrections import Past
from thuocdo.publication.difference import difference
from thuocdo.publication.manifest import Manifest
from thuocdo.publication.prepared import read_prepared
from thuocdo.publication.publish import previous
from thuocdo.publication.releases import actions, queries, releasing
from thuocdo.publication.releases.places import missing
from thuocdo.publication.releases.rules import LONGEST_NOTE, NO_DAY, confirming_word, fault
from thuocdo.publication.releases.types import Release, State
from thuocdo.publication.sentences import sentence
from thuocdo.publication.signatures import MAX_BYTES
from thuocdo.web import deskwords
from thuocdo.web import thresholds_shown as words
from thuocdo.web.gate import actor_of
from thuocdo.web.language import N_, language

DONE: Mapping[str, str] = {
    "propose": N_("The publication is prepared. A second person confirms it, and the key holders sign it."),
    "confirm": N_("The publication was confirmed. It is released at its moment, once enough people signed."),
    "sign": N_("The signature was taken."),
    "withdraw": N_("The publication was withdrawn; readers got nothing of it."),
    "release": N_("The publication was released."),
}
STATES: Mapping[State, str] = {
    State.PROPOSED: N_("waits for a second person"),
    State.CONFIRMED: N_("confirmed"),
    State.RELEASED: N_("released"),
    State.WITHDRAWN: N_("withdrawn"),
}
_NOTHING = N_("Nothing was changed.")
_NO_ACT = N_("Say what you decide")
_NO_TIME = N_("is no time of day; write it as 07:30")
_SENTENCE = "say-"
_LONGEST_CELL = 40


@require_http_methods(["GET", "HEAD", "POST"])
def publications(request: HttpRequest) -> HttpResponse:
    """Show what readers have, what is on its way and what a new publication would change; take each step."""
    person = actor_of(request)
    faults: tuple[Fault, ...] = ()
    status = 200
    if request.method == "POST":
        act = request.POST.get("act", "")
        try:
            _ACTS.get(act, _nothing)(request.POST, person)
        except Invalid as wrong:
            faults, status = wrong.faults or (_whole(wrong),), 422
        else:
            return redirect(f"{reverse('publications')}?xong={act}")
    return _page(request, person, faults, status)


@require_safe
def publication_manifest(request: HttpRequest, id: str) -> HttpResponse:  # noqa: A002, ARG001  the gate has looked at the request
    """Give the manifest that the key holders sign."""
    queries.release(id)
    _manifest, data = read_prepared(desk().folder(id))
    answer = HttpResponse(data, content_type="application/json")
    answer["Content-Disposition"] = 'attachment; filename="manifest.json"'
    return answer


def _propose(form: Mapping[str, str], person: Actor) -> None:
    day = read_day(form.get("as_of", "").strip()[:_LONGEST_CELL])
    if day is None:
        raise Invalid(_NOTHING, faults=[fault("as_of", NO_DAY)])
    said = {
        name.removeprefix(_SENTENCE): clean_text(text[:LONGEST_NOTE])
        for name, text in form.items()
        if name.startswith(_SENTENCE)
    }
    releasing.propose(
        desk=desk(),
        facts=facts_known(_slug(), as_of=day),
        publish_at=_moment(form),
        accepted=said,
        past=past(),
        by=person,
        now=timezone.now(),
        sets=scored_sets(),
    )


def _confirm(form: Mapping[str, str], person: Actor) -> None:
    typed = form.get("typed", "")[:_LONGEST_CELL]
    actions.confirm(id=form.get("publication", ""), typed=typed, by=person, now=timezone.now())


def _sign(form: Mapping[str, str], person: Actor) -> None:
    data = form.get("signature", "")[: MAX_BYTES + 1].strip().encode()
    actions.bring_signature(
        desk=desk(), id=form.get("publication", ""), data=data, by=person, now=timezone.now()
    )


def _withdraw(form: Mapping[str, str], person: Actor) -> None:
    note = clean_text(form.get("note", "")[: LONGEST_NOTE + 1])
    actions.withdraw(desk=desk(), id=form.get("publication", ""), note=note, by=person, now=timezone.now())


def _release(form: Mapping[str, str], person: Actor) -> None:
    found = queries.release(form.get("publication", ""))
    manifest, _data = read_prepared(desk().folder(found.id))
    enter = entering(Past(manifest.corrections, manifest.taken_away))
    releasing.release(desk=desk(), id=found.id, enter=enter, by=person, now=timezone.now())


def _nothing(form: Mapping[str, str], person: Actor) -> None:  # noqa: ARG001  the form of an act
    raise Invalid(_NOTHING, faults=[Fault("publication", _NO_ACT, None, _NO_ACT)])


_ACTS = {
    "propose": _propose,
    "confirm": _confirm,
    "sign": _sign,
    "withdraw": _withdraw,
    "release": _release,
}


def _page(request: HttpRequest, person: Actor, faults: tuple[Fault, ...], status: int) -> HttpResponse:
    place = desk()
    waiting = queries.waiting(_slug())
    before = previous(place.site)
    shown = {
        "person": person,
        "words": words,
        "today": today(),
        "before": None if before is None else before[0],
        "waiting": None if waiting is None else _waiting(waiting, before[0] if before else None),
        "looked": None if waiting else _looked(request),
        "history": queries.releases(_slug()),
        "states": STATES,
        "form": request.POST if status != 200 else {},  # noqa: PLR2004  OK
        "faulty": words.faulty(faults),
        "wrong": [fault_sentence(each, language()) for each in faults],
        "people": deskwords.names(),
        "trust": place.trust,
        "done": DONE.get(request.GET.get("xong", ""), ""),
        "most": LONGEST_NOTE,
        "corrections": past().corrections,
    }
    return render(request, "publishing.html", shown, status=status)


def _waiting(found: Release, before: Manifest | None) -> dict[str, Any]:
    place = desk()
    folder = place.folder(found.id)
    manifest, _data = read_prepared(folder)
    return {
        "release": found,
        "word": confirming_word(found.manifest),
        "manifest": manifest,
        "difference": difference(folder, manifest, place.site, before),
        "missing": missing(place, found),
        "now": timezone.now() >= found.publish_at,
    }


def _looked(request: HttpRequest) -> dict[str, Any]:
    """Return the checks of the day that was asked for, today's without one."""
    asked = (request.POST or request.GET).get("as_of", "")
    day = read_day(asked.strip()[:_LONGEST_CELL]) or today()
    try:
        facts = facts_known(_slug(), as_of=day)
    except ThuocDoError as refused:
        return {"day": day, "errors": [refused.message], "warnings": []}
    tongue = language()
    return {
        "day": day,
        "errors": [
            f"{each.where}: {sentence(each.reason, tongue)}" for each in checks.errors(facts, timezone.now())
        ],
        "warnings": [(each.reason.code, sentence(each.reason, tongue)) for each in checks.warnings(facts)],
    }


def _moment(form: Mapping[str, str]) -> datetime:
    """Return the embargo's end; now where no day was named."""
    day = form.get("publish_on", "").strip()[:_LONGEST_CELL]
    if not day:
        return timezone.now()
    found = read_day(day)
    if found is None:
        raise Invalid(_NOTHING, faults=[fault("publish_on", NO_DAY)])
    return _at(found, form.get("publish_time", "").strip()[:_LONGEST_CELL] or "00:00")


def _at(day: date, clock: str) -> datetime:
    try:
        hour = time.fromisoformat(clock)
    except ValueError:
        raise Invalid(_NOTHING, faults=[fault("publish_time", _NO_TIME)]) from None
    zone = ZoneInfo(settings.THUOCDO_ZONE)
    return datetime.combine(day, hour.replace(tzinfo=None), tzinfo=zone).astimezone(UTC)


def _whole(wrong: Invalid) -> Fault:
    values = {name: str(value) for name, value in wrong.params.items()}
    return Fault("publication", wrong.message, None, wrong.template, values)


def _slug() -> str:
    return str(settings.THUOCDO_PROGRAMME)
