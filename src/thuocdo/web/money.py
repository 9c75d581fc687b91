"""Money of the programme for the monitor: allocated and disbursed per task and body, as last reported."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thuocdo.cycles.types import Report, State
from thuocdo.programme.types import Task
from thuocdo.web import matters_words
from thuocdo.web.current import current_of
from thuocdo.web.gate import actor_of
from thuocdo.web.language import language

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Sum:
    """What one body last said of the money of one task, in million VND since the task's start."""

    task: Task
    agency: str
    allocated: Decimal | None
    disbursed: Decimal | None
    reported_on: date

    @property
    def share(self) -> Decimal | None:
        """Return what was disbursed of each hundred allocated, None where either is unknown."""
        if not self.allocated or self.disbursed is None:
            return None
        return self.disbursed * _HUNDRED / self.allocated


@require_safe
def money(request: HttpRequest) -> HttpResponse:
    """Show the money of all tasks, with how many tasks have said anything at all."""
    current = current_of()
    tasks = current.facts.programme.tasks
    sums = sums_of(tasks, current.facts.reports)
    complete = [each for each in sums if each.share is not None]
    allocated = sum((each.allocated or Decimal(0) for each in complete), Decimal(0))
    disbursed = sum((each.disbursed or Decimal(0) for each in complete), Decimal(0))
    shown = {
        "person": actor_of(request),
        "known": current,
        "view": "money",
        "sums": sums,
        "told": len({each.task.code for each in sums}),
        "tasks": len(tasks),
        "complete": len(complete),
        "allocated": allocated,
        "disbursed": disbursed,
        "share": disbursed * _HUNDRED / allocated if allocated else None,
        "bodies": matters_words.body_names(current),
        "amount": _amount,
    }
    return render(request, "money.html", shown)


def sums_of(tasks: Iterable[Task], reports: Iterable[Report]) -> tuple[Sum, ...]:
    """Return the last figures of each task and body, in the order of the programme.

    Figures run since the task's start, so a later report without any leaves the earlier ones
    standing, with their day; what was returned counts for nothing.
    """
    last: dict[tuple[str, str], Report] = {}
    for report in sorted(reports, key=lambda each: (each.received_on, each.id)):
        if report.state is not State.RETURNED and (report.allocated, report.disbursed) != (None, None):
            last[report.task, report.agency] = report
    return tuple(
        Sum(task, agency, found.allocated, found.disbursed, found.received_on)
        for task in tasks
        for (code, agency), found in last.items()
        if code == task.code
    )


def _amount(value: Decimal | None, decimals: int = 0) -> str:
    """Return a number as it is written in the language, with its thousands apart."""
    if value is None:
        return ""
    text = f"{value:,.{decimals}f}"
    return text.translate(str.maketrans(",.", ".,")) if language() == "vi" else text
