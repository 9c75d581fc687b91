"""What each person of a body wrote for a period and what became of it; it stays inside the body.

Source: staff results stay inside the agency, only totals are published (domain.md, “Scoring”).
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from thuocdo.accounts.rules import check, permissions_of_roles
from thuocdo.accounts.types import Permission
from thuocdo.core.actor import Actor
from thuocdo.cycles import models
from thuocdo.cycles.opening import cycle_named
from thuocdo.cycles.types import INSIDE, State


@dataclass(frozen=True, slots=True)
class Written:
    """Reports that one person wrote: how many went out, in time, were returned, were verified.

    `person` is the log-in name. The same of pieces of evidence, which have no due day of their own.
    """

    person: str
    reports: int = 0
    in_time: int = 0
    reports_returned: int = 0
    reports_verified: int = 0
    evidence: int = 0
    evidence_returned: int = 0
    evidence_verified: int = 0


def written(slug: str, cycle: str, *, by: Actor, day: date) -> tuple[Written, ...]:
    """Return what people of the actor's own body wrote for a cycle, by log-in name, never a rank.

    The head of the body sees everybody, others themselves, also who approves for the head. Each report
    counts once, as its last version; it was returned if the verifier returned any version, for what the
    head hands back inside the body is how good reports come about. Evidence counts for the cycle in whose
    days it came in.
    Raises NotFound for a cycle that is none.
    """
    check(by, Permission.REPORT)
    found = cycle_named(slug, cycle, day=day)
    own = {"programme": slug, "agency": by.agency}
    if Permission.APPROVE not in permissions_of_roles(by.roles):
        own["author"] = by.id
    reports = models.Report.objects.filter(**own, content__cycle=cycle)
    days = (found.starts_on, found.closes_on)
    evidence = models.Evidence.objects.filter(**own, received_on__range=days)
    count: dict[str, Counter[str]] = {}
    _count(count, reports, "reports", due=found.due_on)
    _count(count, evidence, "evidence")
    return tuple(Written(person, **count[person]) for person in sorted(count))


def _count(
    count: dict[str, Counter[str]], rows: Iterable[models.Record], kind: str, *, due: date | None = None
) -> None:
    """Add the records of one kind to what was counted of each author."""
    returned: dict[str, set[str]] = {}
    for row in rows:
        mine = count.setdefault(row.author, Counter())
        if row.returned_on is not None:
            returned.setdefault(row.author, set()).add(_thing(row))
        if row.state in {*INSIDE, State.CORRECTED.value}:
            continue
        mine[kind] += 1
        mine[f"{kind}_verified"] += row.state == State.VERIFIED.value
        if due is not None:
            mine["in_time"] += row.received_on <= due
    for person, things in returned.items():
        count[person][f"{kind}_returned"] = len(things)


def _thing(row: models.Record) -> str:
    """Return what the versions of one report have in common; a piece of evidence stands for itself."""
    return row.task if isinstance(row, models.Report) else row.public_id
