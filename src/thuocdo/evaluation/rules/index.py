"""The facts arranged for the rules: what belongs to which task, read once for all."""

from collections import defaultdict
from dataclasses import dataclass

from thuocdo.core.text import clean
from thuocdo.cycles.types import Evidence, EvidenceKind, Milestone, Report, State
from thuocdo.documents.citations import Citation
from thuocdo.evaluation.rules.bodies import Bodies, Part
from thuocdo.evaluation.rules.clock import heard
from thuocdo.evaluation.rules.evidence import Offer, known_filed, offer, own_citations
from thuocdo.evaluation.types import Facts, TaskVerdict
from thuocdo.programme.types import Programme, Rhythm, Task


@dataclass(frozen=True, slots=True)
class Heard:
    """All that was heard of one task, or of one body's part in it."""

    offers: tuple[Offer, ...] = ()
    reports: tuple[Report, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    returned: bool = False


class FactsIndex:
    """Facts by task; `bodies` answers who owes what on the facts' day.

    With `body`, tasks that each lead answers for alone are judged for that body's part only.
    `judged_before` keeps the verdicts on periods, by task and period: scores ask for them again.
    """

    def __init__(self, facts: Facts, body: str = "") -> None:
        self.facts = facts
        self._body = body
        self.as_of = facts.as_of
        self.programme: Programme = facts.programme
        self.bodies = Bodies(facts.register, facts.as_of)
        self.holidays = frozenset(facts.holidays)
        self._tasks = {task.code: task for task in facts.programme.tasks}
        self._offers: dict[str, list[Offer]] = defaultdict(list)
        self._reports: dict[str, list[Report]] = defaultdict(list)
        self._milestones: dict[str, list[Milestone]] = defaultdict(list)
        self._returned: dict[str, set[str]] = defaultdict(set)
        self._of_parts: dict[tuple[str, tuple[Part, ...]], dict[str, Heard]] = {}
        self.judged_before: dict[tuple[str, str], TaskVerdict] = {}
        self._cited: dict[int, tuple[Citation, ...]] = {}
        self._fill()

    def cited(self, piece: Evidence) -> tuple[Citation, ...]:
        """Return the documents that a piece of the facts is; its line is read once."""
        # The facts hold the piece for as long as the index lives, so its id stays its own.
        if id(piece) not in self._cited:
            self._cited[id(piece)] = own_citations(piece)
        return self._cited[id(piece)]

    def milestones_of(self, key: str) -> tuple[Milestone, ...]:
        """Return the milestones registered for a task code or an indicator key."""
        return tuple(self._milestones[key])

    def judged(self, task: Task, parts: tuple[Part, ...]) -> tuple[Part, ...]:
        """Return the parts that are judged: all, or the one body's own where others do not touch it."""
        if not self._body or task.rhythm is not Rhythm.ONCE:
            return parts
        return tuple(part for part in parts if part.holder == self._body) or parts

    def whole(self, task: Task) -> Heard:
        """Return all that was heard of a task, from whichever body."""
        return Heard(
            offers=tuple(self._offers[task.code]),
            reports=heard(tuple(self._reports[task.code]), self.as_of),
            milestones=tuple(self._milestones[task.code]),
            returned=bool(self._returned[task.code]),
        )

    def of_parts(self, task: Task, parts: tuple[Part, ...]) -> dict[str, Heard]:
        """Return what was heard for each part, by its origin.

        A body's record counts for its own duty, for those it has taken over, and a
        predecessor's record counts for the body that followed it by the due date. The periods of a
        task that recurs mostly have the same parts, so what was sorted out once is remembered.
        """
        key = (task.code, parts)
        if key not in self._of_parts:
            self._of_parts[key] = self._sorted_out(task, parts)
        return self._of_parts[key]

    def _sorted_out(self, task: Task, parts: tuple[Part, ...]) -> dict[str, Heard]:
        takers: dict[str, list[str]] = defaultdict(list)
        for part in parts:
            for code in {part.origin, part.holder}:
                takers[code].append(part.origin)
        origins = {part.origin for part in parts}
        sorted_out: dict[str, tuple[list[Offer], list[Report], list[Milestone]]]
        sorted_out = {origin: ([], [], []) for origin in origins}

        def owners(agency: str) -> list[str]:
            if agency not in takers:
                followed = self.bodies.holder(agency, task=task.code)
                takers[agency] = takers.get(followed, [])
            return takers[agency]

        for item in self._offers[task.code]:
            for origin in owners(item.evidence.agency):
                sorted_out[origin][0].append(item)
        for report in self._reports[task.code]:
            for origin in owners(report.agency):
                sorted_out[origin][1].append(report)
        for milestone in self._milestones[task.code]:
            for origin in owners(milestone.agency):
                sorted_out[origin][2].append(milestone)
        back = {origin for agency in self._returned[task.code] for origin in owners(agency)}
        return {
            origin: Heard(tuple(offers), heard(tuple(reports), self.as_of), tuple(steps), origin in back)
            for origin, (offers, reports, steps) in sorted_out.items()
        }

    def _fill(self) -> None:
        for piece in sorted(self.facts.evidence, key=lambda item: (item.received_on, item.id)):
            task = self._tasks.get(piece.task)
            if task is None:
                continue
            if piece.state is State.RETURNED and piece.received_on <= self.as_of:
                self._returned[task.code].add(piece.agency)
            shown = piece.kind is not EvidenceKind.DOCUMENT or clean(piece.text + piece.number + piece.url)
            if known_filed(piece, self.as_of) and shown:
                self._offers[task.code].append(
                    offer(
                        piece,
                        task,
                        as_of=self.as_of,
                        holidays=self.holidays,
                        programme_number=self.programme.number,
                        amended_by=tuple(act.number for act in self.programme.acts),
                        cited=self.cited(piece),
                    )
                )
        for report in self.facts.reports:
            self._reports[report.task].append(report)
        for milestone in self.facts.milestones:
            self._milestones[milestone.task].append(milestone)


_last: tuple[Facts, FactsIndex] | None = None


def arranged(facts: Facts) -> FactsIndex:
    """Return the facts arranged; whoever asks with the very same facts gets the very same index.

    Statuses, then scores, then a verifier's comparison ask one after another. Facts never change,
    so being the same object is enough; only the last are kept.
    """
    global _last  # noqa: PLW0603  one remembered value, replaced as a whole
    last = _last
    if last is None or last[0] is not facts:
        last = _last = (facts, FactsIndex(facts))
    return last[1]
