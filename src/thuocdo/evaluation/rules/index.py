"""The facts arranged for the rules: what belongs to which task, read once for all."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TypeVar

from thuocdo.core.memory import Memory, Same
from thuocdo.core.text import clean
from thuocdo.cycles.types import Evidence, EvidenceKind, Milestone, Report, State
from thuocdo.documents.citations import Citation
from thuocdo.evaluation.rules.bodies import Bodies, Part
from thuocdo.evaluation.rules.clock import heard
from thuocdo.evaluation.rules.evidence import (
    Offer,
    Use,
    document_uses,
    known_filed,
    known_verified,
    offer,
    own_citations,
)
from thuocdo.evaluation.types import Facts, TaskVerdict
from thuocdo.programme.types import Programme, Rhythm, Task

_Record = TypeVar("_Record", Evidence, Report, Milestone)


@dataclass(frozen=True, slots=True)
class Heard:
    """All that was heard of one task, or of one body's part in it."""

    offers: tuple[Offer, ...] = ()
    reports: tuple[Report, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    returned: bool = False


@dataclass(frozen=True, slots=True)
class Records:
    """The records of one task, in the order of the facts."""

    evidence: tuple[Evidence, ...] = ()
    reports: tuple[Report, ...] = ()
    milestones: tuple[Milestone, ...] = ()


class Seen:
    """What all tasks are judged by besides their own records; `bodies` answers who owes what that day."""

    def __init__(self, facts: Facts) -> None:
        self.as_of = facts.as_of
        self.programme: Programme = facts.programme
        self.holidays = frozenset(facts.holidays)
        self.bodies = Bodies(facts.register, facts.as_of)


class OfTask:
    """All records of one task, read once, and what has been judged from them so far.

    `judged` keeps the verdicts on its periods by their code, `verdict` the one on the whole:
    scores ask for them again.
    """

    def __init__(self, task: Task, records: Records, seen: Seen) -> None:
        self.task = task
        self.judged: dict[str, TaskVerdict] = {}
        self.verdict: TaskVerdict | None = None
        self.records = records
        self._seen = seen
        self._offers: list[Offer] = []
        self._returned: set[str] = set()
        self._of_parts: dict[tuple[Part, ...], dict[str, Heard]] = {}
        self._cited: dict[int, tuple[Citation, ...]] = {}
        self._read()

    def cited(self, piece: Evidence) -> tuple[Citation, ...]:
        """Return the documents that a piece of this task is; its line is read once."""
        # The records hold the piece for as long as this lives, so its id stays its own.
        if id(piece) not in self._cited:
            self._cited[id(piece)] = own_citations(piece)
        return self._cited[id(piece)]

    @cached_property
    def uses(self) -> tuple[Use, ...]:
        """Return which documents its pieces offer."""
        return document_uses(self.records.evidence, as_of=self._seen.as_of, cited=self.cited)

    @cached_property
    def filed(self) -> dict[str, tuple[int, int]]:
        """Return how many pieces stand for each body, and how many of them were verified."""
        found: dict[str, tuple[int, int]] = {}
        for piece in self.records.evidence:
            if piece.agency and known_filed(piece, self._seen.as_of):
                body = self._seen.bodies.holder(piece.agency, task=self.task.code)
                filed, verified = found.get(body, (0, 0))
                found[body] = (filed + 1, verified + known_verified(piece, self._seen.as_of))
        return found

    @cached_property
    def whole(self) -> Heard:
        """Return all that was heard of the task, from whichever body."""
        return Heard(
            offers=tuple(self._offers),
            reports=heard(self.records.reports, self._seen.as_of),
            milestones=self.records.milestones,
            returned=bool(self._returned),
        )

    def of_parts(self, parts: tuple[Part, ...]) -> dict[str, Heard]:
        """Return what was heard for each part, by its origin.

        A body's record counts for its own duty, for those it has taken over, and a
        predecessor's record counts for the body that followed it by the due date. The periods of a
        task that recurs mostly have the same parts, so what was sorted out once is remembered.
        """
        if parts not in self._of_parts:
            self._of_parts[parts] = self._sorted_out(parts)
        return self._of_parts[parts]

    def _sorted_out(self, parts: tuple[Part, ...]) -> dict[str, Heard]:
        takers: dict[str, list[str]] = defaultdict(list)
        for part in parts:
            for code in {part.origin, part.holder}:
                takers[code].append(part.origin)
        origins = {part.origin for part in parts}
        sorted_out: dict[str, tuple[list[Offer], list[Report], list[Milestone]]]
        sorted_out = {origin: ([], [], []) for origin in origins}

        def owners(agency: str) -> list[str]:
            if agency not in takers:
                followed = self._seen.bodies.holder(agency, task=self.task.code)
                takers[agency] = takers.get(followed, [])
            return takers[agency]

        for item in self._offers:
            for origin in owners(item.evidence.agency):
                sorted_out[origin][0].append(item)
        for report in self.records.reports:
            for origin in owners(report.agency):
                sorted_out[origin][1].append(report)
        for milestone in self.records.milestones:
            for origin in owners(milestone.agency):
                sorted_out[origin][2].append(milestone)
        back = {origin for agency in self._returned for origin in owners(agency)}
        return {
            origin: Heard(
                tuple(offers), heard(tuple(reports), self._seen.as_of), tuple(steps), origin in back
            )
            for origin, (offers, reports, steps) in sorted_out.items()
        }

    def _read(self) -> None:
        as_of, programme = self._seen.as_of, self._seen.programme
        for piece in sorted(self.records.evidence, key=lambda item: (item.received_on, item.id)):
            if piece.state is State.RETURNED and piece.received_on <= as_of:
                self._returned.add(piece.agency)
            shown = piece.kind is not EvidenceKind.DOCUMENT or clean(piece.text + piece.number + piece.url)
            if known_filed(piece, as_of) and shown:
                self._offers.append(
                    offer(
                        piece,
                        self.task,
                        as_of=as_of,
                        holidays=self._seen.holidays,
                        programme_number=programme.number,
                        amended_by=tuple(act.number for act in programme.acts),
                        cited=self.cited(piece),
                    )
                )


class FactsIndex:
    """Facts by task, each task's records arranged in `of`.

    With `body`, tasks that each lead answers for alone are judged for that body's part only. What
    `memory` knows of a task from the round before stands as it was while all its records do.
    """

    def __init__(self, facts: Facts, body: str = "", memory: Memory | None = None) -> None:
        memory = memory or Memory()
        self.facts = facts
        self._body = body
        origin = (facts.as_of, facts.holidays, facts.thresholds, facts.register, facts.programme, body)
        self.seen = seen = memory.of("seen", origin, lambda: Seen(facts))
        self.as_of, self.programme = seen.as_of, seen.programme
        self.bodies, self.holidays = seen.bodies, seen.holidays
        evidence = by_task(facts.evidence, memory, "evidence")
        reports = by_task(facts.reports, memory, "reports")
        self._milestones = by_task(facts.milestones, memory, "milestones")
        self.of: dict[str, OfTask] = {}
        for task in facts.programme.tasks:
            code = task.code
            records = Records(
                tuple(evidence.get(code, ())), tuple(reports.get(code, ())), self.milestones_of(code)
            )
            self.of[code] = memory.of(
                ("task", code),
                (seen, records),
                partial(OfTask, task, records, seen),
            )

    def uses(self) -> Iterator[Use]:
        """Yield the document that each piece of evidence offers, also for a task that is no longer there."""
        for own in self.of.values():
            yield from own.uses
        others = (piece for piece in self.facts.evidence if piece.task not in self.of)
        yield from document_uses(others, as_of=self.as_of)

    def milestones_of(self, key: str) -> tuple[Milestone, ...]:
        """Return the milestones registered for a task code or an indicator key."""
        return tuple(self._milestones.get(key, ()))

    def judged(self, task: Task, parts: tuple[Part, ...]) -> tuple[Part, ...]:
        """Return the parts that are judged: all, or the one body's own where others do not touch it."""
        if not self._body or task.rhythm is not Rhythm.ONCE:
            return parts
        return tuple(part for part in parts if part.holder == self._body) or parts


def by_task(items: Sequence[_Record], memory: Memory, kind: str) -> Mapping[str, list[_Record]]:
    """Return records by the code of their task, sorted out once for rules and pages."""
    return memory.of(("by task", kind), Same(items), partial(_by_task, items))


def _by_task(items: Iterable[_Record]) -> dict[str, list[_Record]]:
    found: dict[str, list[_Record]] = defaultdict(list)
    for each in items:
        found[each.task].append(each)
    return found


_last: tuple[Facts, FactsIndex] | None = None


def arranged(facts: Facts, memory: Memory | None = None) -> FactsIndex:
    """Return the facts arranged; whoever asks with the very same facts gets the very same index.

    Statuses, then scores, then a verifier's comparison ask one after another. Facts never change,
    so being the same object is enough; only the last are kept.
    """
    global _last  # noqa: PLW0603  one remembered value, replaced as a whole
    last = _last
    if last is None or last[0] is not facts:
        last = _last = (facts, FactsIndex(facts, memory=memory))
    return last[1]
