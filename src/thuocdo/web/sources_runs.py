"""The runs of all sources, and how good the data of one source has been."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from thuocdo.config.current import today
from thuocdo.core.dates import month_end
from thuocdo.measurement.sources import quality, queries
from thuocdo.measurement.sources.types import Condition, Outcome
from thuocdo.web import deskwords, sources_words
from thuocdo.web.accounts import show
from thuocdo.web.gate import actor_of

ON_A_PAGE = 50


@require_safe
def source_runs(request: HttpRequest) -> HttpResponse:
    """Show the runs of the sources that the person may see: what goes on, was kept, was refused."""
    person = actor_of(request)
    found = queries.sources(person)
    named = {each.id: each.shown.declaration for each in found}
    source = request.GET.get("source", "")
    outcome = request.GET.get("outcome", "")
    source = source if source in named else ""
    outcome = outcome if outcome in set(Outcome) else ""
    page = _page(request.GET.get("trang", ""))
    skip = (page - 1) * ON_A_PAGE
    runs, total = quality.listed(person, source=source, outcome=outcome, skip=skip, most=ON_A_PAGE)
    shown = {
        "runs": runs,
        "total": total,
        "pages": max(1, -(-total // ON_A_PAGE)),
        "page": page,
        "counts": quality.counts(person),
        "named": named,
        "source": source,
        "outcome": outcome,
        "outcomes": list(Outcome),
        "people": deskwords.names(),
        "now": timezone.now(),
        "words": sources_words,
    }
    return show(request, "source-runs.html", shown)


@require_safe
def source_quality(request: HttpRequest, source: str) -> HttpResponse:
    """Show how good the data of a source has been: state, checks, what was set aside, its age."""
    person = actor_of(request)
    found = queries.source(source, person)
    stands = queries.conditions([found], as_of=today())[found.id]
    shown = {
        "found": found,
        "stands": stands,
        "quality": quality.quality(source),
        "age": _age(stands),
        "contracts": sources_words.checks_of(found.shown.declaration.table),
        "days": settings.THUOCDO_QUARANTINE_DAYS,
        "words": sources_words,
    }
    return show(request, "source-quality.html", shown)


def _age(stands: Condition) -> int | None:
    """Return how many days the last good value is old."""
    last = stands.last_good
    return None if last is None else max(0, (today() - month_end(last.year, last.month)).days)


def _page(text: str) -> int:
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < len("1000000") else 1
