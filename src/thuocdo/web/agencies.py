"""The register of public bodies: the list, and one body with its names, its lineage and its duties."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from thuocdo.accounts.belonging import accounts_of, tokens_of_bodies
from thuocdo.config.current import today
from thuocdo.core.errors import NotFound
from thuocdo.programme import queries
from thuocdo.programme.lineage import Step, lineage, search, steps_of
from thuocdo.programme.moving import led_by, monitored_by, taking_part
from thuocdo.programme.reorganising import Restructured, programmes_known, restructurings
from thuocdo.programme.restructuring import Turn
from thuocdo.programme.types import Agency, AgencyKind, Indicator, Task
from thuocdo.web import deskwords
from thuocdo.web.accounts import show
from thuocdo.web.language import N_
from thuocdo.web.language import words as _
from thuocdo.web.unknown import KINDS

PAGE = 50
"""Bodies on one page of the list."""

STATES = {"living": N_("exist today"), "ended": N_("have ended"), "all": N_("all")}
_ALIVE = {"living": True, "ended": False, "all": None}
_LONGEST_NUMBER = 6

TURNS = {
    Turn.NEW: N_("A new body"),
    Turn.RENAMED: N_("A body gets a new name"),
    Turn.MERGED: N_("Bodies merge into one"),
    Turn.SPLIT: N_("A body is split"),
    Turn.PART: N_("A part moves to another body"),
}


@dataclass(frozen=True, slots=True)
class Duties:
    """What a body answers for in one programme."""

    number: str
    leads: tuple[Task, ...]
    supports: tuple[Task, ...]
    monitors: tuple[Indicator, ...]


@require_safe
def agencies(request: HttpRequest) -> HttpResponse:
    """Show the bodies page by page, searched by words, kind and whether they still exist."""
    asked = request.GET
    kind, state = asked.get("kind", ""), asked.get("state", "")
    words = asked.get("q", "").strip()[:100]
    register, day = queries.register(""), today()
    found = search(
        register,
        words=words,
        kind=AgencyKind(kind) if kind in KINDS else None,
        alive=_ALIVE.get(state, True),
        day=day,
    )
    pages = max(1, -(-len(found) // PAGE))
    number = asked.get("page", "1")
    page = int(number) if number.isascii() and number.isdigit() and len(number) < _LONGEST_NUMBER else 1
    page = min(max(page, 1), pages)
    before: dict[str, list[str]] = {}
    for step in register.successions:
        before.setdefault(step.successor, []).append(step.predecessor)
    shown = {
        "found": found[(page - 1) * PAGE : page * PAGE],
        "count": len(found),
        "page": page,
        "pages": pages,
        "words": words,
        "kind": kind if kind in KINDS else "",
        "state": state if state in STATES else "living",
        "kinds": KINDS,
        "states": STATES,
        "before": before,
        "after": {step.predecessor: step.successor for step in register.successions},
        "names": {agency.code: agency for agency in register.agencies},
        "last_day": last_day,
    }
    return show(request, "agencies.html", shown)


@require_safe
def agency(request: HttpRequest, agency: str) -> HttpResponse:
    """Show one body: names in time, where it comes from and went to, what it answers for today."""
    register, made = queries.register(""), restructurings()
    try:
        line = lineage(agency, register, steps_of(register, made_steps(made)))
    except NotFound:
        raise NotFound(
            _("The register knows no such body."), hint=_("Look for it in the list of bodies.")
        ) from None
    day = today()
    came = [each.code for each in line.came]
    people = accounts_of([agency, *came])
    shown = {
        "line": line,
        "day_today": day,
        "kinds": KINDS,
        "turns": TURNS,
        "made": [each for each in made if agency in {*each.bodies, *each.takers, each.starts}],
        "names": {each.code: each for each in register.agencies},
        "duties": [
            Duties(
                number=programme.number,
                leads=led_by(agency, programme, own, day),
                supports=taking_part(agency, programme, own, day),
                monitors=monitored_by(agency, programme, own, day),
            )
            for programme, own in programmes_known()
        ],
        "people": people.get(agency, 0),
        "inherited": sum(people.get(code, 0) for code in came),
        "tokens": tokens_of_bodies([agency], now=timezone.now()).get(agency, 0),
        "writers": deskwords.names() if made else {},
        "done": "xong" in request.GET,
        "last_day": last_day,
    }
    return show(request, "agency.html", shown)


def last_day(body: Agency) -> date:
    """Return the last day on which a body that ends exists; the register keeps the day after it."""
    return (body.valid_until or date.max) - timedelta(days=1)


def made_steps(made: Iterable[Restructured]) -> Iterator[Step]:
    """Yield the passings of duties that were ordered here, with their documents."""
    for each in made:
        for place, taker in enumerate(each.takers):
            main = place == 0 and each.kind is not Turn.PART
            for body in each.bodies:
                yield Step(body, taker, each.on, main, each.document)
