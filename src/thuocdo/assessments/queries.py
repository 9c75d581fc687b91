"""Reading versions of sets and assessments: each person finds what concerns the own body, and no more."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.conf import settings
from django.db.models import Count, Q, QuerySet, Sum

from thuocdo.accounts.rules import can
from thuocdo.accounts.types import Permission
from thuocdo.assessments import models
from thuocdo.assessments.errors import no_assessment, no_set
from thuocdo.assessments.periods import Stretch, stretches
from thuocdo.assessments.questions import questions
from thuocdo.assessments.rules import OPEN, SCORED, Case, may_read, may_read_set
from thuocdo.assessments.types import Card, Giver, SetState, SetVersion, State, Word
from thuocdo.core.actor import Actor
from thuocdo.cycles.rules import related
from thuocdo.evaluation.scoring.boards import TYPE_OF
from thuocdo.evaluation.scoring.kinds import UnitType
from thuocdo.evaluation.scoring.loading import load_canonical
from thuocdo.evaluation.scoring.types import CriteriaSet
from thuocdo.programme import queries as programmes
from thuocdo.programme.rules import existing_on
from thuocdo.programme.types import Agency

PAGE = 50
OF_REGISTER = frozenset({*TYPE_OF.values(), UnitType.AGENCY})
"""Kinds of units that are bodies of the register."""

NAMED = frozenset(UnitType) - OF_REGISTER - {UnitType.HEAD, UnitType.COUNTRY}
"""Kinds of units that the body which answers for them names itself; heads have a register of their own."""

_READERS = (Permission.READ_ALL, Permission.VERIFY, Permission.JUDGE)
_SCORED = [state.value for state in SCORED]
_OPEN = [state.value for state in OPEN]


@dataclass(frozen=True, slots=True)
class Due:
    """A set that judges a body in a period, with its assessment where one was opened."""

    version: SetVersion
    stretch: Stretch
    kind: UnitType | None
    card: Card | None


def versions(*, by: Actor) -> tuple[SetVersion, ...]:
    """Return the versions that a person may see, by name, the newest first."""
    rows = models.SetVersion.objects.order_by("name", "-number", "-proposed_at")
    return tuple(_version(row) for row in rows if _sees(row, by))


def version(public_id: str, *, by: Actor) -> SetVersion:
    """Return one version; what the person may not see does not exist."""
    row = models.SetVersion.objects.filter(public_id=public_id).first()
    if row is None or not _sees(row, by):
        raise no_set()
    return _version(row)


def text_of(public_id: str, *, by: Actor) -> tuple[str, str, str]:
    """Return the file of a version as it was proposed, why, and its one spelling as canonical JSON."""
    row = models.SetVersion.objects.filter(public_id=version(public_id, by=by).id).get()
    return row.text, row.reason, row.spelling


def frozen(*, day: date | None = None) -> tuple[SetVersion, ...]:
    """Return the frozen versions, those that judge a day where one is named; of a set the newest first."""
    rows = models.SetVersion.objects.filter(state=SetState.FROZEN.value).order_by("name", "-number")
    if day is not None:
        rows = rows.filter(judges_from__lte=day, judges_until__gte=day)
    return tuple(_version(row) for row in rows)


def experts(version_id: str) -> frozenset[str]:
    """Return the log-in names of those who score by a version."""
    rows = models.Expert.objects.filter(version__public_id=version_id)
    return frozenset(rows.values_list("person", flat=True))


def judged_periods(found: SetVersion, *, day: date) -> tuple[Stretch, ...]:
    """Return the periods that a version judges and that have begun, the latest first.

    Where a newer frozen version of the same set judges a period, it is that one's.
    """
    newer = models.SetVersion.objects.filter(
        name=found.name, state=SetState.FROZEN.value, number__gt=found.criteria_set.version
    ).values_list("judges_from", "judges_until")
    return tuple(
        each
        for each in reversed(
            stretches(found.criteria_set.period, since=found.judges_from, until=found.judges_until)
        )
        if each.starts_on <= day
        and not any(start <= each.starts_on and each.ends_on <= end for start, end in newer)
    )


def due(*, by: Actor, day: date) -> tuple[Due, ...]:
    """Return what the person's body has to fill in or has filled in, the latest period first."""
    if not by.agency:
        return ()
    kind = kind_of(by.agency, day)
    own = {(each.version, each.unit, each.period): each for each in _cards(_rows().filter(agency=by.agency))}
    found = []
    for each in frozen():
        units = each.criteria_set.units
        if all(asked.giver is Giver.SYSTEM for asked in questions(each.criteria_set).values()):
            continue  # nobody is asked anything; such a set is scored without a form
        named = any(unit in NAMED for unit in units)
        for stretch in judged_periods(each, day=day):
            if kind in units:
                card = own.pop((each.id, by.agency, stretch.code), None)
                found.append(Due(each, stretch, kind, card))
            for key in [key for key in own if key[0] == each.id and key[2] == stretch.code]:
                card = own.pop(key)
                found.append(Due(each, stretch, card.kind, card))
            if named:
                found.append(Due(each, stretch, None, None))
    return tuple(sorted(found, key=lambda each: each.stretch.ends_on, reverse=True))


def listed(
    *, by: Actor, states: Collection[str] = (), version_id: str = "", period: str = "", page: int = 1
) -> tuple[tuple[Card, ...], int]:
    """Return one page of the assessments that a person may see, and how many there are."""
    rows = _visible(by)
    if states:
        rows = rows.filter(state__in=list(states))
    if version_id:
        rows = rows.filter(version__public_id=version_id)
    if period:
        rows = rows.filter(period=period)
    rows = rows.order_by("-period", "unit", "id")
    return _cards(rows[(page - 1) * PAGE : page * PAGE]), rows.count()


def waiting_for_expert(*, by: Actor) -> tuple[Card, ...]:
    """Return the submitted assessments that a named expert may score."""
    mine = models.Expert.objects.filter(person=by.id).values_list("version", flat=True)
    rows = _rows().filter(version__in=mine, state="submitted").order_by("-period", "unit")
    return _cards(rows.exclude(agency=by.agency) if by.agency else rows)


def card(public_id: str, *, by: Actor, day: date) -> Card:
    """Return one assessment; what the person may not see does not exist."""
    found = next(iter(_cards(_rows().filter(public_id=public_id))), None)
    if found is None:
        raise no_assessment()
    scores = found.state.value == "submitted" and by.id in experts(found.version)
    if not scores and not may_read(case_of(found, day), by):
        raise no_assessment()
    return found


def said(public_id: str) -> tuple[Word, ...]:
    """Return everything that was done and said about an assessment, in order."""
    rows = models.AssessmentWord.objects.filter(assessment__public_id=public_id)
    return tuple(row.to_value() for row in rows.order_by("number"))


def own_scores(public_id: str, *, by: Actor) -> Mapping[str, str]:
    """Return what an expert gave, by input."""
    rows = models.ExpertScore.objects.filter(assessment__public_id=public_id, person=by.id)
    return dict(rows.values_list("question", "value"))


def cards_of(
    name: str, *, periods: Collection[str], by: Actor | None = None, units: Collection[str] = ()
) -> tuple[Card, ...]:
    """Return the assessments under a set in some periods: all, those that a person may see, of some units.

    A period belongs to one version of the set; the period before may have been another one's.
    """
    rows = _rows() if by is None else _visible(by)
    rows = rows.filter(version__name=name, period__in=periods)
    return _cards(rows.filter(unit__in=units) if units else rows)


def units_seen(name: str, period: str, *, by: Actor, after: str, limit: int) -> tuple[str, ...]:
    """Return the next units, in their order, whose assessment a person may see."""
    rows = _visible(by).filter(version__name=name, period=period, unit__gt=after)
    return tuple(rows.order_by("unit").values_list("unit", flat=True)[:limit])


def mark_of(name: str, periods: Collection[str]) -> tuple[int, int]:
    """Return what changes with every change of a verified assessment, so that what follows may be kept."""
    rows = _rows().filter(version__name=name, period__in=periods, state__in=_SCORED)
    found = rows.aggregate(count=Count("id"), numbers=Sum("number"))
    return found["count"], found["numbers"] or 0


def cards_of_unit(name: str, unit: str) -> tuple[Card, ...]:
    """Return the assessments of a unit under any version of a set, the latest first."""
    rows = _rows().filter(version__name=name, unit=unit).order_by("-period")
    return _cards(rows)


def states_of(version_id: str, period: str) -> Mapping[str, State]:
    """Return by unit where its assessment under a version stands in a period."""
    rows = models.Assessment.objects.filter(version__public_id=version_id, period=period)
    return {unit: State(state) for unit, state in rows.values_list("unit", "state")}


def files_named() -> set[str]:
    """Return the ids of all files that forms name, so that nobody sweeps them away."""
    contents = models.Assessment.objects.filter(state__in=_OPEN).values_list("own", flat=True)
    return {
        name
        for own in contents.iterator()
        for proofs in own.get("proofs", {}).values()
        for proof in proofs
        for name in proof.get("files", ())
    }


def set_of(version_id: str) -> SetVersion:
    """Return a version whoever asks: the caller has found an assessment under it."""
    return _version(models.SetVersion.objects.get(public_id=version_id))


def case_of(found: Card, day: date) -> Case:
    """Return what the table of moves must know."""
    register = programmes.register(settings.THUOCDO_PROGRAMME)
    return Case(
        id=found.id,
        state=found.state,
        own=related({found.agency}, day=day, register=register),
        people=frozenset({found.saved_by, found.submitted_by} - {""}),
        verifier=found.verified_by,
        disputer=found.disputed_by,
        dispute_until=found.dispute_until,
    )


def kind_of(agency: str, day: date) -> UnitType | None:
    """Return which kind of unit a body is on a day; None for one that does not exist."""
    found = next((each for each in bodies_on(day) if each.code == agency), None)
    return type_of(found) if found is not None else None


def type_of(body: Agency) -> UnitType:
    """Return which kind of unit a body of the register is."""
    return TYPE_OF.get(body.kind, UnitType.AGENCY)


def bodies_on(day: date) -> tuple[Agency, ...]:
    """Return the bodies that exist on a day."""
    return existing_on(day, programmes.register(settings.THUOCDO_PROGRAMME))


def bodies() -> tuple[Agency, ...]:
    """Return all bodies that there are or were, for their names."""
    return programmes.register(settings.THUOCDO_PROGRAMME).agencies


def _rows() -> QuerySet[models.Assessment]:
    found: QuerySet[models.Assessment] = models.Assessment.objects.select_related("version")
    return found


def _visible(by: Actor) -> QuerySet[models.Assessment]:
    """Return what somebody may see; `may_read` says the same of a single one."""
    works = can(by, Permission.REPORT) or can(by, Permission.APPROVE)
    mine = Q(agency=by.agency) if by.agency and works else Q(pk__in=[])
    others = ~Q(state__in=_OPEN) if any(can(by, each) for each in _READERS) else Q(pk__in=[])
    return _rows().filter(mine | others)


def _cards(rows: Iterable[models.Assessment]) -> tuple[Card, ...]:
    several: Sequence[models.Assessment] = list(rows)
    given: dict[int, dict[str, tuple[str, ...]]] = {}
    for score in models.ExpertScore.objects.filter(assessment__in=[each.pk for each in several]):
        own = given.setdefault(score.assessment_id, {})
        own[score.question] = (*own.get(score.question, ()), score.value)
    office = _office([each for each in several if not each.verified_by])
    return tuple(
        row.to_value(given.get(row.pk), office.get((row.version_id, row.unit, row.period))) for row in several
    )


def _office(rows: Sequence[models.Assessment]) -> dict[tuple[int, str, str], dict[str, str]]:
    found: dict[tuple[int, str, str], dict[str, str]] = {}
    if not rows:
        return found
    values = models.OfficeValue.objects.filter(
        version__in={each.version_id for each in rows}, period__in={each.period for each in rows}
    )
    if len(rows) == 1:
        values = values.filter(unit=rows[0].unit)
    for each in values:
        found.setdefault((each.version_id, each.unit, each.period), {})[each.question] = each.value
    return found


def _sees(row: models.SetVersion, by: Actor) -> bool:
    return may_read_set(SetState(row.state), body=row.body, proposed_by=row.proposed_by, by=by)


def _version(row: models.SetVersion) -> SetVersion:
    return row.to_value(_loaded(row.spelling))


@lru_cache(maxsize=64)
def _loaded(spelling: str) -> CriteriaSet:
    return load_canonical(spelling.encode())
