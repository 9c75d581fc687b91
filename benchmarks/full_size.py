"""Facts of a full-size programme: provinces, thousands of communes, years of cycles, all of it illustrative.

The model programme is taken as it is and continued: further tasks are copies of its own, communes
are numbered units under the real provinces, and every record is invented from a seed and says so.
The same numbers always give the same facts.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from thuocdo.config.illustration import DOCUMENTS
from thuocdo.cycles.types import Evidence, EvidenceKind, Report, Situation, State
from thuocdo.evaluation.rules.bodies import Bodies
from thuocdo.evaluation.rules.instances import Instance, instances
from thuocdo.evaluation.types import Facts
from thuocdo.measurement.baselines import published_baselines
from thuocdo.measurement.types import Observation, Origin, Standing
from thuocdo.programme.catalogue import catalogue
from thuocdo.programme.registry import register
from thuocdo.programme.types import (
    FIVE_PARTS,
    Agency,
    AgencyKind,
    Component,
    Cycle,
    Deadline,
    DeadlineKind,
    Group,
    Indicator,
    Mode,
    Need,
    Programme,
    Register,
    Rhythm,
    Task,
)

MARK = "(MINH HOẠ / ILLUSTRATIVE)"
_GROUP = "G_COMMUNE"
_FIRST_YEAR = 2025
_OF_COMMUNES = 3
_IN_TIME, _LATE, _UNVERIFIED = 0.78, 0.08, 0.06
_RECENT = 2
_RUNNING = f"Biên bản nghiệm thu: đã vận hành {MARK}"


@dataclass(frozen=True, slots=True)
class Size:
    """How much is made; the defaults are the whole country for ten years."""

    communes: int = 3321
    tasks: int = 400
    years: int = 10
    seed: int = 57

    @property
    def as_of(self) -> date:
        """Return the day the facts look from: the end of the last year."""
        return date(_FIRST_YEAR + self.years - 1, 12, 31)


def full_size(size: Size) -> Facts:
    """Return the facts of a programme of this size."""
    programme = _programme(size)
    bodies = _register(size)
    teller = _Teller(programme, bodies, size)
    evidence: list[Evidence] = []
    reports: list[Report] = []
    for task in programme.tasks:
        for each in teller.told(task):
            (evidence if isinstance(each, Evidence) else reports).append(each)  # type: ignore[arg-type]
    return Facts(
        programme,
        bodies,
        size.as_of,
        evidence=tuple(evidence),
        reports=tuple(reports),
        observations=(*published_baselines(), *_values(programme, size)),
        illustrative=True,
    )


def _programme(size: Size) -> Programme:
    model = catalogue()
    copies = [_copy(model.tasks[at % len(model.tasks)], at + 1, size) for at in range(size.tasks)]
    own = list(model.tasks[: size.tasks])
    copies = own + copies[len(own) :]
    copies[-_OF_COMMUNES:] = [_of_communes(each, place) for place, each in enumerate(copies[-_OF_COMMUNES:])]
    return replace(
        model,
        slug="minh-hoa",
        number="00/MH-2025",
        name_vi=f"Chương trình cỡ đầy đủ {MARK}",
        name_en=f"Full-size programme {MARK}",
        tasks=tuple(copies),
        cycles=tuple(_cycles(size.years)),
        amendments=(),
    )


def _copy(task: Task, number: int, size: Size) -> Task:
    """Return a copy of a task under the next number; one with a due date gets one in the years at hand."""
    found = replace(
        task,
        code=str(number),
        name_vi=f"{task.name_vi} – bản {number} {MARK}",
        name_en=f"{task.name_en} – copy {number} {MARK}",
        printed="",
        replaced_by="",
        replaced_on=None,
        deadline_history=(),
    )
    if task.rhythm is not Rhythm.ONCE or task.deadline.due is None:
        return found
    year = _FIRST_YEAR + number % (size.years + 1)
    deadline = Deadline(DeadlineKind.YEAR, str(year), due=date(year, 12, 31))
    return replace(found, deadline=deadline, first_due=deadline.due)


def _of_communes(task: Task, place: int) -> Task:
    """Return a task that every commune has: each cycle, each year, or once."""
    due = date(_FIRST_YEAR + 1 + place, 6, 30)
    times = (
        (Rhythm.EACH_CYCLE, Deadline(DeadlineKind.ONGOING, "Thường xuyên")),
        (Rhythm.EACH_YEAR, Deadline(DeadlineKind.ANNUAL, "Hằng năm")),
        (Rhythm.ONCE, Deadline(DeadlineKind.MONTH, f"{due.month}/{due.year}", due=due)),
    )
    rhythm, deadline = times[min(place, 2)]
    return replace(
        task,
        name_vi=f"Kế hoạch của mỗi xã, bản {place + 1} {MARK}",
        name_en=f"A plan of every commune, copy {place + 1} {MARK}",
        leads=(_GROUP,),
        coordinators=(),
        deadline=deadline,
        first_due=deadline.due,
        components=(Component("a", (Need.PLAN,), "Kế hoạch", "Plan"),),
        mode=Mode.EACH_LEAD,
        rhythm=rhythm,
        minimum=1,
        five_part=False,
        unmeasurable="",
        doubtful_leads=False,
        restricted=False,
    )


def _cycles(years: int) -> Iterator[Cycle]:
    for year in range(_FIRST_YEAR, _FIRST_YEAR + years):
        opened = date(2025, 1, 9) if year == _FIRST_YEAR else date(year - 1, 12, 1)
        yield Cycle(f"{year}-1", opened, date(year, 6, 14), date(year, 6, 15))
        yield Cycle(f"{year}-2", date(year, 6, 15), date(year, 11, 30), date(year, 12, 1))


def _register(size: Size) -> Register:
    real = register()
    provinces = [
        each
        for each in real.agencies
        if each.kind is AgencyKind.PROVINCE and each.exists_on(date(_FIRST_YEAR, 12, 31))
    ]
    communes = tuple(_commune(provinces[at % len(provinces)], at + 1) for at in range(size.communes))
    group = Group(
        _GROUP, "Các xã, phường, đặc khu", "Communes, wards and special zones", (AgencyKind.COMMUNE,)
    )
    return replace(real, agencies=(*real.agencies, *communes), groups=(*real.groups, group))


def _commune(province: Agency, number: int) -> Agency:
    return Agency(
        f"{province.code}.X{number:04}",
        f"Xã minh hoạ {number:04}",
        f"Illustrative commune {number:04}",
        AgencyKind.COMMUNE,
        valid_from=date(2025, 7, 1),
    )


class _Teller:
    """Invents what became of each part of each task."""

    def __init__(self, programme: Programme, bodies: Register, size: Size) -> None:
        self.programme = programme
        self.size = size
        self.bodies = Bodies(bodies, size.as_of)
        self.chance = random.Random(size.seed)  # noqa: S311  the same story each time
        self.number = 0

    def told(self, task: Task) -> Iterator[Evidence | Report]:
        """Yield the records of one task, body by body and period by period."""
        for instance in instances(task, self.programme, self.size.as_of):
            parts = self.bodies.parts(task.leads, task=task.code, due=instance.due).parts
            alone = task.mode is Mode.EACH_LEAD
            for part in parts if alone else parts[:1]:
                yield from self._part(task, instance, part.holder)

    def _part(self, task: Task, instance: Instance, agency: str) -> Iterator[Evidence | Report]:
        drawn = self.chance.random()
        if drawn < _IN_TIME + _LATE + _UNVERIFIED and self._is_proved(task, instance):
            day = instance.due - timedelta(days=20 + self.chance.randrange(60))
            if _IN_TIME < drawn < _IN_TIME + _LATE and not instance.recurring:
                day = instance.due + timedelta(days=10 + self.chance.randrange(60))
            day = max(day, instance.starts_on)
            if day + timedelta(days=15) < self.size.as_of:
                yield from self._evidence(task, agency, day, verified=drawn < _IN_TIME + _LATE)
        yield from self._reports(task, instance, agency, done=drawn < _IN_TIME)

    def _is_proved(self, task: Task, instance: Instance) -> bool:
        """Say whether evidence is made: of what each commune does each cycle, for the last cycles alone."""
        many = task.leads == (_GROUP,) and task.rhythm is Rhythm.EACH_CYCLE
        return not many or instance.code in {each.code for each in self.programme.cycles[-_RECENT:]}

    def _reports(self, task: Task, instance: Instance, agency: str, *, done: bool) -> Iterator[Report]:
        """Yield one report in each cycle in which the part is open; communes say one word each cycle."""
        if task.leads == (_GROUP,) and task.rhythm is not Rhythm.EACH_CYCLE:
            return
        for cycle in self.programme.cycles:
            if cycle.ends_on < instance.starts_on or cycle.starts_on > instance.due:
                continue
            if instance.recurring and cycle.code != instance.code and task.rhythm is Rhythm.EACH_CYCLE:
                continue
            self.number += 1
            yield Report(
                id=f"r{self.number:06}",
                task=task.code,
                agency=agency,
                cycle=cycle.code,
                situation=Situation.DONE if done else Situation.WORKING,
                state=State.SENT,
                received_on=cycle.ends_on - timedelta(days=1 + self.chance.randrange(20)),
                has_plan=True,
                has_draft=True,
                public_sentence=f"Báo cáo kỳ {cycle.code} {MARK}",
                illustrative=True,
            )

    def _evidence(self, task: Task, agency: str, day: date, *, verified: bool) -> Iterator[Evidence]:
        """Yield one piece for each required part, of the kind that it asks for."""
        for part in task.components:
            self.number += 1
            need = part.any_of[0]
            running = need is Need.RUNNING
            word, form, issuer = DOCUMENTS.get(need, DOCUMENTS[Need.PERSON])
            # Provinces and communes sign as committees.
            symbol = "UBND" if agency.startswith("VN") else agency
            number = "" if running else form.format(low=self.number, high=self.number, symbol=symbol)
            yield Evidence(
                id=f"e{self.number:06}",
                task=task.code,
                agency=agency,
                kind=EvidenceKind.RUNNING if running else EvidenceKind.DOCUMENT,
                text=f"{word} số {number} ngày {day.day}/{day.month}/{day.year}" if number else _RUNNING,
                state=State.VERIFIED if verified else State.SENT,
                received_on=day + timedelta(days=2),
                number=number,
                issuer=issuer.format(name=agency),
                issued_on=day,
                url=f"https://minh-hoa.example/{self.number}" if running else "",
                component=part.code,
                verified_on=day + timedelta(days=9) if verified else None,
                verified_by="binh" if verified else "",
                verifier_note=f"Đã đối chiếu {MARK}" if verified else "",
                verified_components=(part.code, *(FIVE_PARTS if task.five_part else ())) if verified else (),
                illustrative=True,
            )


def _values(programme: Programme, size: Size) -> Iterator[Observation]:
    """Yield a value a year for each indicator that no source has published a value of."""
    chance = random.Random(size.seed + 1)  # noqa: S311  as above
    known = {each.indicator for each in published_baselines()}
    for indicator in programme.indicators:
        if indicator.code in known or not indicator.targets:
            continue
        for year in range(_FIRST_YEAR - 1, _FIRST_YEAR + size.years):
            yield from _of_year(indicator, year, chance)
        known.add(indicator.code)


def _of_year(indicator: Indicator, year: int, chance: random.Random) -> Iterator[Observation]:
    for target in indicator.targets:
        if target.value is None:
            continue
        way = Decimal(min(10, year - _FIRST_YEAR + 4)) / 10
        swing = Decimal(chance.randrange(90, 110)) / 100
        yield Observation(
            id=f"v-{indicator.code}-{year}-{target.scope or 'all'}",
            indicator=indicator.code,
            value=(target.value * way * swing).quantize(Decimal("0.01")),
            unit=indicator.unit,
            period_end=date(year, 12, 31),
            source=f"Nguồn minh hoạ {MARK}",
            origin=Origin.REPORTED,
            standing=Standing.DECLARED,
            method="minh-hoa",
            scope=target.scope,
            period_start=date(year, 1, 1),
            published_on=min(date(year + 1, 2, 1), date(year, 12, 31)),
            received_on=date(year, 12, 31),
            illustrative=True,
        )
