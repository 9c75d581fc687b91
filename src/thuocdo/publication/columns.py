"""The columns of the open data: one name, one type and one meaning wherever a column stands."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from thuocdo.core.memory import Memory
from thuocdo.cycles.types import EvidenceKind, Situation, State
from thuocdo.evaluation.types import IndicatorStatus, OfficeCell, Status
from thuocdo.measurement.types import Origin, Standing
from thuocdo.programme.types import AgencyKind, DeadlineKind, IndicatorKind, Mode, Rhythm

Cell = str | int | bool | Decimal | date | tuple[str, ...] | None
Row = tuple[Cell, ...]
_Made = TypeVar("_Made")

TEXT, INTEGER, DECIMAL, DATE, BOOLEAN, LIST = "text", "integer", "decimal", "date", "boolean", "list"


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `meaning` is an English message, translated through the catalogue."""

    name: str
    type: str
    meaning: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the open data.

    `path` has no ending: each writer adds its own. The first `keys` columns name a row. A `part`
    repeats rows of a whole table for one page.
    """

    name: str
    path: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    keys: int = 1
    part: bool = False

    @property
    def origin(self) -> object:
        """Return what the bytes of the table follow from: 1.0 and 1.00 are equal, and written otherwise."""
        if not any(column.type == DECIMAL for column in self.columns):
            return self
        return self, [str(cell) for row in self.rows for cell in row if type(cell) is Decimal]

    def each(
        self, memory: Memory, form: str, make: Callable[[Sequence[Row]], Sequence[_Made]]
    ) -> Sequence[_Made]:
        """Return what `make` gives for each row, as far as known from the round before by `memory`."""
        if any(column.type == DECIMAL for column in self.columns):
            return make(self.rows)
        return memory.each((self.path, form), self.rows, make, beside=self.columns)

    def row_name(self, row: Sequence[object]) -> str:
        """Return how a fault names a row: "task 44"."""
        return ", ".join(
            f"{column.name} {value}" for column, value in zip(self.columns[: self.keys], row, strict=False)
        )


def columns(*names: str) -> tuple[Column, ...]:
    """Return the columns of these names."""
    return tuple(_COLUMNS[name] for name in names)


def counts(prefix: str) -> tuple[Column, ...]:
    """Return one counting column per status, and their names in the order of the statuses."""
    return columns(*(f"{prefix}_{status}" for status in Status))


_STATUS = tuple(Status)
_MEANINGS: dict[str, tuple[str, str]] = {
    "task": (TEXT, "Number of the task in the programme."),
    "theme": (TEXT, "Number of the group of tasks."),
    "theme_name_vi": (TEXT, "Our short name of the group of tasks, Vietnamese."),
    "theme_name_en": (TEXT, "Our short name of the group of tasks, English."),
    "name_vi": (TEXT, "Short name, Vietnamese."),
    "name_en": (TEXT, "Short name, English."),
    "leads": (LIST, "Codes of the bodies or groups that the document names as leads."),
    "coordinators": (LIST, "Codes of the bodies or groups that coordinate."),
    "deadline_text": (TEXT, "The time as the document prints it."),
    "deadline_kind": (TEXT, "How the document states the time."),
    "due": (DATE, "Last day in time."),
    "first_due": (DATE, "Last day in time by the first version of the programme."),
    "rhythm": (TEXT, "Once, or an instance in each cycle or year."),
    "mode": (TEXT, "Who must deliver."),
    "status": (TEXT, "Status, computed by the rules and never chosen."),
    "reason": (TEXT, "Code of the reason for the status."),
    "reason_values": (LIST, "The values that the reason names, each as name=value."),
    "done_on": (DATE, "Day on which it was done."),
    "days_late": (INTEGER, "Days after the due day."),
    "overdue": (BOOLEAN, "Whether the due day has passed and it is not done."),
    "claimed_without_proof": (BOOLEAN, "Whether it was reported as done without matching evidence."),
    "claim_reason": (TEXT, "Code of the reason why the claim does not count."),
    "office_cell": (TEXT, "Cell of the Government Office's table."),
    "recurring": (BOOLEAN, "Whether it recurs; a recurring task is never done overall."),
    "instance": (TEXT, "The instance that the status speaks of."),
    "run_done": (INTEGER, "Instances done so far."),
    "run_total": (INTEGER, "Instances due so far."),
    "current": (TEXT, "The running instance."),
    "current_status": (TEXT, "Status of the running instance."),
    "printed_number": (TEXT, "Number under which the act in force prints the row."),
    "deadline_act": (TEXT, "Number of the act that set the deadline in force."),
    "members_unnamed": (BOOLEAN, "Whether no document has yet named who is meant by a group."),
    "illustrative": (BOOLEAN, "Whether the row rests on illustrative records that are not real."),
    "agencies": (LIST, "Codes of the bodies that answer for this part."),
    "original_agency": (
        TEXT,
        "Code of the body that had the part on the due day; another one may answer since.",
    ),
    "agencies_names_vi": (LIST, "Names of these bodies, Vietnamese."),
    "agencies_names_en": (LIST, "Names of these bodies, English."),
    "components_total": (INTEGER, "Required components."),
    "components_filed": (INTEGER, "Components with matching evidence."),
    "components_verified": (INTEGER, "Components whose evidence a second person has verified."),
    "indicator": (TEXT, "Key of the indicator: its number in the programme, @, its horizon."),
    "code": (TEXT, "Number of the indicator in the programme."),
    "horizon": (INTEGER, "Year for which the target is set."),
    "kind": (TEXT, "Kind of the body, the indicator or the evidence."),
    "unit": (TEXT, "Code of the unit."),
    "unit_vi": (TEXT, "Unit, Vietnamese."),
    "unit_en": (TEXT, "Unit, English."),
    "lower_is_better": (BOOLEAN, "Whether a lower value is better."),
    "monitors": (LIST, "Codes of the bodies that monitor the indicator."),
    "measured": (INTEGER, "Targets of the row that have a value."),
    "targets": (INTEGER, "Targets of the row."),
    "gap": (TEXT, "Code of the reason why it cannot be measured yet."),
    "gap_owner": (TEXT, "Code of the body that owes what is missing."),
    "gap_task": (TEXT, "Number of the task that would close the gap."),
    "target": (INTEGER, "Place of the target in its row, from 1."),
    "interim": (BOOLEAN, "Whether somebody else set the target for a time before the horizon."),
    "scope": (TEXT, "Key of the part that the target speaks of; empty for the whole."),
    "comparator": (TEXT, "Comparator as printed."),
    "target_value": (DECIMAL, "Value to be reached."),
    "target_upper": (DECIMAL, "Upper end of a range to be reached."),
    "test": (TEXT, "What is compared with the target."),
    "progress": (DECIMAL, "Progress P against the required path; 1 is on the path."),
    "baseline": (DECIMAL, "Value from which the path starts."),
    "baseline_end": (DATE, "Last day of the baseline's period."),
    "value": (DECIMAL, "The value."),
    "value_end": (DATE, "Last day of the value's period."),
    "required": (DECIMAL, "Value that the path asks for on that day."),
    "distance": (DECIMAL, "Distance of the value from the required one."),
    "distance_share": (DECIMAL, "Share of the way from baseline to target that is covered."),
    "time_share": (DECIMAL, "Share of the time that has passed."),
    "at_target_from_start": (BOOLEAN, "Whether the target was met from the start."),
    "observation": (TEXT, "Id of the observation."),
    "place": (TEXT, "Code of the place; VN is the whole country."),
    "period_start": (DATE, "First day of the period."),
    "period_end": (DATE, "Last day of the period."),
    "source": (TEXT, "Source of the value."),
    "origin": (TEXT, "Measured from source, reported by the agency, or taken from an outside index."),
    "standing": (TEXT, "What the series may be used for; only the declared method decides."),
    "method": (TEXT, "Method by which the value was made."),
    "qualifier": (TEXT, "What was printed before the value."),
    "published_on": (DATE, "Day on which the source published it."),
    "received_on": (DATE, "Day on which it was received."),
    "provisional": (BOOLEAN, "Whether the value is provisional."),
    "numerator": (DECIMAL, "Numerator, where one is given."),
    "denominator": (DECIMAL, "Denominator, where one is given."),
    "definition_vi": (TEXT, "Definition, Vietnamese."),
    "definition_en": (TEXT, "Definition, English."),
    "verified_by": (TEXT, "Who verified it."),
    "tasks": (LIST, "Numbers of the tasks."),
    "pieces": (LIST, "Ids of the pieces of evidence."),
    "evidence": (TEXT, "Id of the evidence."),
    "report": (TEXT, "Id of the report."),
    "agency": (TEXT, "Code of the body."),
    "text": (TEXT, "The line as it was given."),
    "state": (TEXT, "Where it stands between saved and verified."),
    "number": (TEXT, "Number of the document."),
    "issuer": (TEXT, "Who issued the document."),
    "issued_on": (DATE, "Day of issue."),
    "in_gazette": (BOOLEAN, "Whether the official gazette carries the document."),
    "url": (TEXT, "Address."),
    "component": (TEXT, "Code of the required component."),
    "verified_on": (DATE, "Day of verification."),
    "verifier_note": (TEXT, "The verifier's sentence."),
    "verified_components": (LIST, "Components that the verifier accepted."),
    "cycle": (TEXT, "Reporting cycle."),
    "situation": (TEXT, "What the lead says of its task; a claim, not a status."),
    "expected_on": (DATE, "Day on which the lead expects to be done."),
    "obstacle": (TEXT, "The obstacle that the lead names."),
    "obstacle_since": (DATE, "Day since which the obstacle stands."),
    "public_sentence": (TEXT, "The lead's sentence for the public."),
    "any_of": (LIST, "Kinds of output, any of which satisfies."),
    "minimum": (INTEGER, "How many pieces are needed."),
    "check_person": (BOOLEAN, "Whether a person decides, with a sentence, because no rule does."),
    "read_from": (TEXT, "Where the need was read: output, title or the lead's plan."),
    "valid_from": (DATE, "First day on which the body exists under this code."),
    "valid_until": (DATE, "First day on which it no longer exists; empty while it does."),
    "due_tasks": (INTEGER, "Tasks led that have fallen due."),
    "due_done_in_time": (INTEGER, "Of these, done in time."),
    "evidence_filed": (INTEGER, "Pieces of evidence filed."),
    "evidence_verified": (INTEGER, "Pieces of evidence verified."),
    "open_tasks": (LIST, "Numbers of the tasks that are open."),
    "clause": (TEXT, "Clause of the document."),
    "nearest_tasks": (LIST, "Numbers of the nearest tasks; none of them assigns the duty."),
    "part": (TEXT, "What is counted: once, recurring, office, indicators or a group of tasks."),
    "key": (TEXT, "Status or cell that is counted."),
    "count": (INTEGER, "How many."),
    "milestone": (TEXT, "Id of the milestone."),
    "table": (TEXT, "Name of the table."),
    "file": (TEXT, "Address of the table without its ending."),
    "column": (TEXT, "Name of the column."),
    "type": (TEXT, "Type of the values; decimals are text in JSON, so that none is rounded."),
    "meaning_vi": (TEXT, "Meaning, Vietnamese."),
    "meaning_en": (TEXT, "Meaning, English."),
    "values": (LIST, "The values that may stand there, where they are fixed."),
}
_COUNTED = {
    "assignments": "Assignments of the task with status {status}.",
    "lead": "Tasks that end, of which the body answers for a part alone, with status {status}.",
    "co_lead": "Tasks that end, for which the body answers together with others, with status {status}.",
    "partner": "Tasks that end and that the body coordinates, with status {status}.",
    "recurring": "Tasks that recur and that the body leads; its last part has status {status}.",
}
_VALUES: dict[str, tuple[str, ...]] = {
    "current_status": _STATUS,
    "status": tuple(dict.fromkeys((*_STATUS, *IndicatorStatus))),
    "kind": (*AgencyKind, *IndicatorKind, *EvidenceKind),
    "deadline_kind": tuple(DeadlineKind),
    "office_cell": tuple(OfficeCell),
    "rhythm": tuple(Rhythm),
    "mode": tuple(Mode),
    "origin": tuple(Origin),
    "standing": tuple(Standing),
    "situation": tuple(Situation),
    "state": tuple(State),
}
_COLUMNS: dict[str, Column] = {
    name: Column(name, kind, meaning, _VALUES.get(name, ())) for name, (kind, meaning) in _MEANINGS.items()
} | {
    f"{prefix}_{status}": Column(f"{prefix}_{status}", INTEGER, meaning)
    for prefix, meaning in _COUNTED.items()
    for status in _STATUS
}
