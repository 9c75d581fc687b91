"""Pages of the evaluation room: my work, and the counts of all bodies."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thuocdo.config.current import Known, known, today
from thuocdo.core.errors import NotFound, Unavailable
from thuocdo.evaluation.types import Status
from thuocdo.web import desk
from thuocdo.web.gate import actor_of
from thuocdo.web.language import words as _


@require_safe
def work(request: HttpRequest) -> HttpResponse:
    """Show the tasks of the person's body, the most urgent first."""
    person, current = actor_of(request), _current()
    shown = {
        "person": person,
        "known": current,
        "desk": desk.desk(current, person.agency) if person.agency else None,
    }
    return render(request, "work.html", shown)


@require_safe
def bodies(request: HttpRequest) -> HttpResponse:
    """Show how many tasks each body has by status, central bodies and provinces apart."""
    current = _current()
    central, provinces = desk.overview(current)
    shown = {
        "person": actor_of(request),
        "known": current,
        "tables": (("central", central), ("provinces", provinces)),
        "statuses": [status for status in desk.URGENCY if status is not Status.REPLACED],
    }
    return render(request, "bodies.html", shown)


def _current() -> Known:
    """Return what is known today of the programme that this installation runs."""
    try:
        return known(settings.THUOCDO_PROGRAMME, as_of=today())
    except NotFound as error:
        raise Unavailable(
            _("No programme has been loaded here yet."), hint=_("Load one with: thuocdo load")
        ) from error
