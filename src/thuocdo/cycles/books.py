"""The programmes that files of one day speak of, and who may say something of a task."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.conf import settings

from thuocdo.core.dates import local_day
from thuocdo.core.workdays import holidays
from thuocdo.cycles import opening
from thuocdo.cycles.calendar import preset
from thuocdo.cycles.rules import lead_bodies, related
from thuocdo.cycles.types import OpenCycle
from thuocdo.programme import queries as programmes
from thuocdo.programme.rules import assigned_to, responsible_on
from thuocdo.programme.types import Indicator, Programme, Register, Task


def today_of(now: datetime) -> date:
    """Return the day of a moment in the programme's time zone."""
    return local_day(now, settings.THUOCDO_ZONE)


@dataclass(slots=True)
class Books:
    """The programmes that files of one day speak of, loaded once, and who may say something of a task.

    Several files of the same day may share the books; what is recorded is never remembered here.
    """

    day: date
    _slugs: tuple[str, ...] | None = None
    _programmes: dict[str, Programme] = field(default_factory=dict)
    _registers: dict[str, Register] = field(default_factory=dict)
    _tasks: dict[tuple[str, str], Task] = field(default_factory=dict)
    _indicators: dict[tuple[str, str], Indicator] = field(default_factory=dict)
    _leads: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    _partners: dict[tuple[str, str], frozenset[str] | None] = field(default_factory=dict)
    _cycles: dict[str, dict[str, OpenCycle]] = field(default_factory=dict)

    def only_programme(self) -> str:
        """Return the slug that an empty column means."""
        if self._slugs is None:
            self._slugs = programmes.slugs()
        return self._slugs[0] if len(self._slugs) == 1 else ""

    def programme(self, slug: str) -> Programme:
        """Return the version in force on the day of receipt; raises `NotFound`."""
        if slug not in self._programmes:
            found = programmes.programme(slug, as_of=self.day)
            self._programmes[slug] = found
            self._tasks.update({(slug, task.code): task for task in found.tasks})
            self._indicators.update({(slug, item.code): item for item in found.indicators})
        return self._programmes[slug]

    def register(self, slug: str) -> Register:
        """Return all bodies, with the designations of a programme."""
        if slug not in self._registers:
            self._registers[slug] = programmes.register(slug)
        return self._registers[slug]

    def task(self, slug: str, code: str) -> Task | None:
        """Return a task, or None."""
        self.programme(slug)
        return self._tasks.get((slug, code))

    def indicator(self, slug: str, code: str) -> Indicator | None:
        """Return an indicator row, or None."""
        self.programme(slug)
        return self._indicators.get((slug, code))

    def leads(self, slug: str, task: Task) -> frozenset[str]:
        """Return the leads of a task with their predecessors and successors."""
        key = (slug, task.code)
        if key not in self._leads:
            self._leads[key] = lead_bodies(task, day=self.day, register=self.register(slug))
        return self._leads[key]

    def answerable(self, slug: str, about: str) -> frozenset[str]:
        """Return the bodies that answer for a task (or, by its key, an indicator): none may verify for it."""
        task = self.task(slug, about)
        if task is not None:
            return self.leads(slug, task)
        item = self.indicator(slug, about.partition("@")[0])
        if item is None:
            return frozenset()
        return related(set(item.monitors), day=self.day, register=self.register(slug))

    def takes_part(self, slug: str, task: Task, agency: str) -> bool:
        """Say whether a body leads or supports a task; anybody may while no document names the members."""
        key = (slug, task.code)
        if agency in self.leads(slug, task):
            return True
        if key not in self._partners:
            register = self.register(slug)
            named = assigned_to(
                (*task.leads, *task.coordinators),
                task=task.code,
                due=task.deadline.due,
                as_of=self.day,
                register=register,
            )
            partners = related(set(named.agencies), day=self.day, register=register)
            self._partners[key] = None if named.unnamed else partners
        partners_now = self._partners[key]
        return partners_now is None or agency in partners_now

    def answers_for(self, slug: str, agency: str) -> str:
        """Return the body that answers for `agency` today; raises `NotFound`."""
        return responsible_on(agency, self.day, self.register(slug))

    def cycles(self, slug: str) -> Mapping[str, OpenCycle]:
        """Return the cycles that reports can name: the programme's, and those that were opened."""
        if slug not in self._cycles:
            programme = self.programme(slug)
            opened = {cycle.code: cycle for cycle in opening.cycles_of(slug)}
            own = {cycle.code: preset(cycle, holidays()) for cycle in programme.cycles}
            self._cycles[slug] = own | opened
        return self._cycles[slug]
