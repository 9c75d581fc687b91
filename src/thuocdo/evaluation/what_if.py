"""What other thresholds would change, status by status: a pure look aside, before anybody decides."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from thuocdo.evaluation.evaluate import evaluate
from thuocdo.evaluation.types import Facts, Verdicts
from thuocdo.measurement.thresholds.types import Thresholds


class Judged(StrEnum):
    """What has a status: a task, the running period of one that recurs, a body's part, an indicator."""

    TASK = "task"
    PERIOD = "period"
    PART = "part"
    INDICATOR = "indicator"


@dataclass(frozen=True, slots=True)
class Change:
    """One status that would be another one; `key` is the task's code or the indicator's key.

    `detail` names the period, or the body whose part it is.
    """

    what: Judged
    key: str
    before: str
    after: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Effect:
    """All statuses that would change in one programme, of how many that there are."""

    programme: str
    changes: tuple[Change, ...]
    counted: Mapping[Judged, int]

    @property
    def count(self) -> int:
        """Return how many statuses change: of tasks, running periods and indicators.

        The parts of bodies are what a task's status is made of; they are shown, not counted again.
        """
        return sum(change.what is not Judged.PART for change in self.changes)

    def moves(self, what: Judged) -> tuple[tuple[str, str, tuple[Change, ...]], ...]:
        """Return the changes of one kind by where they go from and to."""
        among = [change for change in self.changes if change.what is what]
        pairs = sorted(Counter((change.before, change.after) for change in among))
        return tuple(
            (before, after, tuple(each for each in among if (each.before, each.after) == (before, after)))
            for before, after in pairs
        )


def effect(facts: Facts, before: Thresholds, after: Thresholds) -> Effect:
    """Return what changes between two sets of thresholds, everything else being as it is."""
    old = _statuses(evaluate(replace(facts, thresholds=before)))
    new = _statuses(evaluate(replace(facts, thresholds=after)))
    changes = tuple(
        Change(what, key, old[what, key, detail], status, detail)
        for (what, key, detail), status in new.items()
        if old[what, key, detail] != status
    )
    return Effect(facts.programme.slug, changes, Counter(what for what, _key, _detail in new))


def _statuses(verdicts: Verdicts) -> dict[tuple[Judged, str, str], str]:
    return {(what, key, detail): status for what, key, detail, status in _each(verdicts)}


def _each(verdicts: Verdicts) -> Iterator[tuple[Judged, str, str, str]]:
    """Yield every status that a page shows; thresholds change no one's duty, so both sides have the same."""
    for task in verdicts.tasks:
        yield Judged.TASK, task.task, "", task.status.value
        if task.current_status is not None:
            yield Judged.PERIOD, task.task, task.current, task.current_status.value
        for part in task.assignments:
            yield Judged.PART, task.task, part.origin or " ".join(part.agencies), part.status.value
    for row in verdicts.indicators:
        yield Judged.INDICATOR, row.indicator, "", row.status.value
