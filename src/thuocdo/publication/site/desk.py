"""What all pages of one language share: names, addresses and statuses, prepared once."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from thuocdo.core.memory import Memory
from thuocdo.core.messages import Reason
from thuocdo.cycles.types import Evidence, Report
from thuocdo.evaluation.reasons import (
    indicator_status_word,
    sentence,
    status_word,
)
from thuocdo.evaluation.rules.index import by_task
from thuocdo.evaluation.types import AssignmentVerdict, Facts, TaskVerdict, Verdicts
from thuocdo.programme.rules import predecessors, responsible_on
from thuocdo.programme.types import Agency, AgencyKind, Indicator, Task
from thuocdo.publication.parts import indicator_names
from thuocdo.publication.site import addresses
from thuocdo.publication.site.words import day, say

View = dict[str, Any]
_Made = TypeVar("_Made")
_MOST_SAID = 1 << 17
"""Reasons whose words are kept; a programme of full size has a tenth of it on its pages."""

SHAPES = {
    "done": "done",
    "claimed": "claimed",
    "on_track": "ontrack",
    "within_time": "within",
    "at_risk": "risk",
    "late": "late",
    "not_measurable": "na",
    "replaced": "replaced",
    "met": "done",
    "at_target": "done",
    "inconclusive": "na",
    "no_verdict": "within",
}
ORDER = ("done", "claimed", "on_track", "within_time", "at_risk", "late", "not_measurable", "replaced")
URGENCY = ("late", "at_risk", "claimed", "not_measurable", "within_time", "on_track", "done", "replaced")


@dataclass
class Desk:
    """Facts and verdicts of a snapshot as one language shows them."""

    facts: Facts
    verdicts: Verdicts
    language: str
    memory: Memory = field(default_factory=Memory)
    agencies: dict[str, Agency] = field(init=False)

    def __post_init__(self) -> None:
        self.programme = self.facts.programme
        self.slug = self.programme.slug
        register = self.facts.register
        as_of = self.facts.as_of
        # A code that was used twice in time means its bearer on the day of the snapshot.
        self.agencies = {agency.code: agency for agency in register.agencies}
        self.agencies |= {agency.code: agency for agency in register.agencies if agency.exists_on(as_of)}
        self.groups = {group.code: group for group in register.groups}
        self.task_of = {task.code: task for task in self.programme.tasks}
        self.verdict_of = {verdict.task: verdict for verdict in self.verdicts.tasks}
        self.indicator_verdict_of = {verdict.indicator: verdict for verdict in self.verdicts.indicators}
        self.totals_of = {totals.agency: totals for totals in self.verdicts.agencies}

        # Both languages show the same records.
        self.evidence_of = by_task(self.facts.evidence, self.memory, "evidence")
        self.reports_of = by_task(self.facts.reports, self.memory, "reports")

    @cached_property
    def _ground(self) -> object:
        """Return what stands for all that pages depend upon besides records: the same while that is equal."""
        facts = self.facts
        ground = (
            facts.register,
            facts.programme,
            facts.as_of,
            facts.thresholds,
            facts.illustrative,
            facts.written,
        )
        return self.memory.of(("ground", self.language), ground, object)

    def kept(self, page: str, origin: object, make: Callable[[], View]) -> View:
        """Return what a page shows, the same object as in the round before while its `origin` is equal.

        The origin names every record, verdict and count that `make` looks at; what all pages rest upon
        (programme, register, day, thresholds, written methods) need not be named.
        """
        return self.memory.of(("shows", page), (self._ground, origin), make)

    def pick(self, item: Any, name: str) -> str:
        """Return a text in this language: of a task and "name" that is name_vi or name_en."""
        return str(getattr(item, f"{name}_{self.language}"))

    def say(self, message: str, **params: object) -> str:
        """Return a message in this language."""
        return say(message, self.language, **params)

    def path(self, *parts: str) -> str:
        """Return the folder of a page in this language."""
        return addresses.page(self.language, self.slug, *parts)

    @cached_property
    def task_views(self) -> dict[str, View]:
        """Return what lists show of each task, in the order of the document."""
        return {task.code: self._kept_view(task) for task in self.programme.tasks}

    def _kept_view(self, task: Task) -> View:
        origin = (self.verdict_of[task.code], task.code in self.illustrative_tasks)
        return self.kept(f"{self.language} task {task.code}", origin, lambda: self._task_view(task))

    def _task_view(self, task: Task) -> View:
        verdict = self.verdict_of[task.code]
        return {
            "code": task.code,
            "number": task.number,
            "name": self.pick(task, "name"),
            "path": self.path("nhiem-vu", task.code),
            "theme": task.theme,
            "recurring": verdict.recurring,
            "illustrative": task.code in self.illustrative_tasks,
            "leads": [self.body(code) for code in task.leads],
            "due": day(verdict.due, self.language),
            "due_iso": verdict.due.isoformat() if verdict.due else "",
            "reason": self.sentence(verdict.reason),
            "claim": self.sentence(verdict.claim_reason) if verdict.claim_reason else "",
            **self.mark(verdict.status.value),
        }

    def printed(self, row: Task | Indicator) -> str:
        """Say under which number later acts print a row that they renumbered, "" for all others."""
        if not row.printed or row.replaced_by:
            return ""
        message = _(
            "Number {number} in the programme as amended; the key {code} stays that of its first adoption."
        )
        return self.say(message, number=row.printed, code=row.code)

    def sentence(self, reason: Reason) -> str:
        """Return a reason in words; many pages say the same one, so each is worded once."""
        known = self._said.get(id(reason))
        if known is None or known[0] is not reason:
            if len(self._said) >= _MOST_SAID:
                self._said.clear()
            # The reason is kept beside its words, so that its id stays its own.
            known = self._said[id(reason)] = (reason, sentence(reason, self.language))
        return known[1]

    @cached_property
    def _said(self) -> dict[int, tuple[Reason, str]]:
        return self.memory.lasting(("said", self.language), dict)

    def mark(self, status: str) -> View:
        """Return the status with its shape and word."""
        return {"status": status, "shape": SHAPES[status], "word": self.status_words[status]}

    @cached_property
    def status_words(self) -> dict[str, str]:
        """Return the word of each task status; indicators use `indicator_mark`."""
        return {status: status_word(status, self.language) for status in ORDER}

    def indicator_mark(self, status: str) -> View:
        """Return an indicator's verdict with its shape and word."""
        word = indicator_status_word(status, self.language)
        return {"status": status, "shape": SHAPES[status], "word": word}

    @cached_property
    def illustrative_tasks(self) -> frozenset[str]:
        """Return the codes of tasks that have an illustrative record."""
        kinds: tuple[Mapping[str, list[Evidence]] | Mapping[str, list[Report]], ...]
        kinds = (self.evidence_of, self.reports_of)
        found = {code for kind in kinds for code, own in kind.items() if any(one.illustrative for one in own)}
        return frozenset(found | {step.task for step in self.facts.milestones if step.illustrative})

    def body(self, code: str) -> View:
        """Return a body or group as the document names it, with who holds the duty now."""
        known = self._bodies.get(code)
        if known is None:
            known = self._bodies[code] = self._body(code)
        return known

    @cached_property
    def _bodies(self) -> dict[str, View]:
        return self._of_bodies("bodies", dict)

    def _of_bodies(self, name: str, make: Callable[[], _Made]) -> _Made:
        """Return what follows from which bodies there are and have pages, the same while they do."""
        origin = (self._ground, self.paged_agencies)
        return self.memory.of((name, self.language), origin, make)

    def _body(self, code: str) -> View:
        if code in self.groups:
            group = self.groups[code]
            name = self.pick(group, "name")
            return {"code": code, "name": name, "short": name, "path": "", "now": None, "group": True}
        agency = self.agencies.get(code)
        if agency is None:
            return {"code": code, "name": code, "short": code, "path": "", "now": None, "group": True}
        short = self.pick(agency, "short") or self.pick(agency, "name")
        now = None
        if not agency.exists_on(self.facts.as_of):
            holder = self._holder(code)
            now = self.body(holder) if holder != code else None
        return {
            "code": code,
            "name": self.pick(agency, "name"),
            "short": short,
            "path": self.agency_path(code),
            "now": now,
            "until": day(agency.valid_until, self.language),
            "group": False,
        }

    def _holder(self, code: str) -> str:
        try:
            return responsible_on(code, self.facts.as_of, self.facts.register)
        except Exception:  # noqa: BLE001  a body that ended without a successor is shown as it was
            return code

    def agency_path(self, code: str) -> str:
        """Return the folder of a body's page, "" where it has none."""
        if code not in self._agency_paths:
            self._agency_paths[code] = self._agency_path(code)
        return self._agency_paths[code]

    @cached_property
    def _agency_paths(self) -> dict[str, str]:
        return self._of_bodies("addresses", dict)

    def _agency_path(self, code: str) -> str:
        agency = self.agencies[code]
        if agency.kind is AgencyKind.PROVINCE:
            exists = agency.exists_on(self.facts.as_of)
            return self.path("dia-phuong", agency.statistics_code) if exists else ""
        return addresses.agency(self.language, self.slug, code) if code in self.paged_agencies else ""

    @cached_property
    def paged_agencies(self) -> frozenset[str]:
        """Return the bodies (no provinces) that have a page: named by the programme, or answering now."""
        counted = tuple(self.totals_of)
        return self.memory.of(("paged", self.language), (self._ground, counted), self._paged_agencies)

    def _paged_agencies(self) -> frozenset[str]:
        named = set(self.totals_of)
        for task in self.programme.tasks:
            named.update(task.leads, task.coordinators)
        for indicator in self.programme.indicators:
            named.update(indicator.monitors)
        for code in tuple(named):
            if code in self.agencies:
                named.add(self._holder(code))
                named.update(predecessors(code, self.facts.register))
        known = {code for code in named if code in self.agencies}
        return frozenset(code for code in known if self.agencies[code].kind is not AgencyKind.PROVINCE)

    @cached_property
    def parts_of(self) -> dict[str, list[tuple[TaskVerdict, AssignmentVerdict]]]:
        """Return for each body its own parts in tasks, by the body's code."""
        parts: dict[str, list[tuple[TaskVerdict, AssignmentVerdict]]] = defaultdict(list)
        for verdict in self.verdicts.tasks:
            for assignment in verdict.assignments:
                for code in assignment.agencies:
                    parts[code].append((verdict, assignment))
        return parts

    @cached_property
    def monitors_of(self) -> dict[str, frozenset[str]]:
        """Return for each indicator who monitors it, by the document and now."""
        return {
            item.key: frozenset(item.monitors) | {self._holder(code) for code in item.monitors}
            for item in self.programme.indicators
        }

    @cached_property
    def body_views(self) -> dict[str, View]:
        """Return the views of bodies made so far: lists, maps and pages show the same ones."""
        return {}

    @cached_property
    def communes_of(self) -> dict[str, list[str]]:
        """Return the codes of each province's communes that have a page, as far as they have been sorted."""
        return self._of_bodies("communes", lambda: defaultdict(list))

    def indicator_path(self, indicator: Indicator) -> str:
        """Return the folder of an indicator's page."""
        return self.path("chi-tieu", self._indicator_names[indicator.key])

    @cached_property
    def _indicator_names(self) -> dict[str, str]:
        return indicator_names(self.programme)


def _(message: str) -> str:
    return message
