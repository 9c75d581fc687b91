"""The adopted content of a document: themes, tasks, indicators, agencies in time."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from thuocdo.programme.acts import Act, DeadlineSet


class AgencyKind(StrEnum):
    """What sort of body it is; groups expand by kind."""

    MINISTRY = "ministry"
    MINISTERIAL = "ministerial_agency"
    GOVERNMENT = "government_agency"
    PROVINCE = "province"
    COMMUNE = "commune"
    PARTY = "party_body"
    COMMITTEE = "committee"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Agency:
    """A body for as long as it exists under one code.

    `code` is the code of agencies.csv or the unit_id of provinces.csv. `valid_until` is
    exclusive; None means open on that side.
    """

    code: str
    name_vi: str
    name_en: str
    kind: AgencyKind
    valid_from: date | None = None
    valid_until: date | None = None
    short_vi: str = ""
    short_en: str = ""
    statistics_code: str = ""
    note_vi: str = ""
    note_en: str = ""

    def exists_on(self, day: date) -> bool:
        """Say whether the body exists on that day."""
        started = self.valid_from is None or self.valid_from <= day
        return started and (self.valid_until is None or day < self.valid_until)


@dataclass(frozen=True, slots=True)
class Succession:
    """From `on` the duties of `predecessor` are carried by `successor` (the main one of a split)."""

    predecessor: str
    successor: str
    on: date


@dataclass(frozen=True, slots=True)
class Group:
    """A collective name in the document and who it means.

    `kinds` are the kinds whose bodies it covers on the task's due date. Where the words ask
    for a choice ("selected", "eligible", "by the list"), `needs_designation` is true and only
    a dated designation names the members.
    """

    code: str
    name_vi: str
    name_en: str
    kinds: tuple[AgencyKind, ...] = ()
    needs_designation: bool = False


@dataclass(frozen=True, slots=True)
class Designation:
    """A dated document that names who is meant by a group in one task."""

    task: str
    group: str
    members: tuple[str, ...]
    document: str
    on: date


class DeadlineKind(StrEnum):
    """How the document states the time."""

    DATE = "date"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    YEAR_RANGE = "year_range"
    ONGOING = "ongoing"
    ANNUAL = "annual"
    OPEN_FROM = "open_from"
    RELATIVE = "relative"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Deadline:
    """The time of a task: the printed words and our reading; `due` is the last day in time."""

    kind: DeadlineKind
    text: str = ""
    start: date | None = None
    due: date | None = None
    every: str | None = None
    day: str | None = None


class Need(StrEnum):
    """What would prove a component: an instrument, a paper that was sent, or something that runs."""

    LAW = "law"
    ASSEMBLY_RESOLUTION = "assembly_resolution"
    DECREE = "decree"
    GOVERNMENT_RESOLUTION = "government_resolution"
    PM_DECISION = "pm_decision"
    MINISTER_DECISION = "minister_decision"
    COMPETENT_DECISION = "competent_decision"
    NORMATIVE_ACT = "normative_act"
    APPROVED_SCHEME = "approved_scheme"
    PLAN = "plan"
    GUIDANCE = "guidance"
    STANDARD = "standard"
    DOSSIER = "dossier"
    PROPOSAL = "proposal"
    REPORT = "report"
    PUBLISHED_LIST = "published_list"
    AGREEMENT = "agreement"
    RUNNING = "running"
    FIGURE = "figure"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Component:
    """One required part of a task's output.

    `any_of` are alternatives ("/" in the words). `minimum` counts pieces of evidence for
    "at least N". `check_person` means no rule decides: a verifier does, with a sentence.
    `read_from` tells where the need was read: "output", "title" (blank output cell) or "plan".
    """

    code: str
    any_of: tuple[Need, ...]
    name_vi: str
    name_en: str
    minimum: int = 1
    check_person: bool = False
    read_from: str = "output"


class Mode(StrEnum):
    """Who must deliver: each lead its own, one for all leads, each listed part, or at least N."""

    EACH_LEAD = "each_lead"
    ONE_FOR_ALL = "one_for_all"
    EVERY_COMPONENT = "every_component"
    AT_LEAST = "at_least"


class Rhythm(StrEnum):
    """Once, or an instance each cycle or year."""

    ONCE = "once"
    EACH_CYCLE = "each_cycle"
    EACH_YEAR = "each_year"


FIVE_PARTS = ("targets", "head", "criteria", "measuring", "publishing")
"""What a task whose clause asks for a whole programme is verified against, beside its own parts."""


@dataclass(frozen=True, slots=True)
class Task:
    """One row of the task list. Words of the document are None until it has been adopted.

    `code` is the key: the number at first adoption, kept across versions. `printed` is the number
    that the latest act prints, where that is another; `number` is what a reader of the act sees.
    `deadline_history` is empty while only the programme's first act has spoken.
    """

    code: str
    theme: str
    name_vi: str
    name_en: str
    leads: tuple[str, ...]
    coordinators: tuple[str, ...]
    deadline: Deadline
    components: tuple[Component, ...]
    mode: Mode
    rhythm: Rhythm
    minimum: int = 1
    clauses: tuple[str, ...] = ()
    five_part: bool = False
    unmeasurable: str = ""
    doubtful_leads: bool = False
    restricted: bool = False
    reading_vi: str = ""
    reading_en: str = ""
    title: str | None = None
    output: str | None = None
    leads_text: str | None = None
    coordinators_text: str | None = None
    replaced_by: str = ""
    replaced_on: date | None = None
    first_due: date | None = None
    printed: str = ""
    deadline_history: tuple[DeadlineSet, ...] = ()

    @property
    def number(self) -> str:
        """Return the number under which the act in force prints the task."""
        return self.printed or self.code

    @property
    def assigned_on(self) -> date | None:
        """Return from when a task that a later act added is owed; None for the first act's."""
        return self.deadline_history[0].effective_on if self.deadline_history else None


class IndicatorKind(StrEnum):
    """How progress is judged (domain.md, verdict on an indicator)."""

    LEVEL = "level"
    RANK = "rank"
    COUNT = "count"
    GROWTH = "growth"
    KEEP_ABOVE = "keep_above"
    AVERAGE = "average"
    WORDS = "words"
    HEADER = "header"


@dataclass(frozen=True, slots=True)
class Target:
    """What is to be reached: comparator as printed, values as decimals, scope in the cell's words.

    `scope` is a key ("world", "southeast_asia", "" for none) that observations repeat.
    """

    comparator: str
    value: Decimal | None = None
    upper: Decimal | None = None
    scope: str = ""
    scope_vi: str = ""
    scope_en: str = ""
    test: str = "level"
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """One row of the indicator table. Key: code@horizon; `printed` and `number` as for tasks.

    `gap` names why no value can be computed yet (a reason code), `gap_owner` who owes it,
    `gap_task` the task that would close it. `frequency_months` is how often a value appears.
    `noise` is the normal size of a year's change, None when unknown. `shares_path_with` names the
    row that measures the same quantity for another horizon. `assigned_to` are the bodies to which an act,
    `assigned_by`, assigns the value itself; who monitors a value does not answer for it.
    """

    code: str
    horizon: int
    name_vi: str
    name_en: str
    kind: IndicatorKind
    unit: str
    unit_vi: str
    unit_en: str
    lower_is_better: bool
    targets: tuple[Target, ...]
    monitors: tuple[str, ...]
    parent: str = ""
    frequency_months: int = 12
    decimals: int = 2
    noise: Decimal | None = None
    method_vi: str = ""
    method_en: str = ""
    gap: str = ""
    gap_owner: str = ""
    gap_task: str = ""
    shares_path_with: str = ""
    tasks: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    reading_vi: str = ""
    reading_en: str = ""
    title: str | None = None
    target_text: str | None = None
    printed: str = ""
    replaced_by: str = ""
    replaced_on: date | None = None
    assigned_to: tuple[str, ...] = ()
    assigned_by: str = ""

    @property
    def number(self) -> str:
        """Return the number under which the act in force prints the row."""
        return self.printed or self.code

    @property
    def key(self) -> str:
        """Return code@horizon, the key across versions."""
        return f"{self.code}@{self.horizon}"


@dataclass(frozen=True, slots=True)
class Duty:
    """What a clause demands and no task row assigns: in the catalogue, counted apart."""

    clause: str
    name_vi: str
    name_en: str
    nearest_tasks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Theme:
    """A group of tasks, I to VII."""

    code: str
    name_vi: str
    name_en: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Amendment:
    """A later act that changes the programme, shown on every page until it has been read in."""

    number: str
    on: date
    note_vi: str
    note_en: str


@dataclass(frozen=True, slots=True)
class Cycle:
    """A reporting period; reports are due before `due_before`, evidence counts from `starts_on`."""

    code: str
    starts_on: date
    ends_on: date
    due_before: date


@dataclass(frozen=True, slots=True)
class Programme:
    """One version of a programme: everything the document assigns, as later acts have left it.

    `number` and `issued_on` are those of the first act, whatever amends it; `acts` are all that have
    been read in, the first one first (empty for a built-in programme that nothing has amended).
    """

    slug: str
    number: str
    name_vi: str
    name_en: str
    issuer_vi: str
    issuer_en: str
    issued_on: date
    version: int
    themes: tuple[Theme, ...]
    tasks: tuple[Task, ...]
    indicators: tuple[Indicator, ...]
    duties: tuple[Duty, ...] = ()
    cycles: tuple[Cycle, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True)
class Register:
    """All bodies in time: agencies, who follows whom, and the collective names."""

    agencies: tuple[Agency, ...]
    successions: tuple[Succession, ...]
    groups: tuple[Group, ...]
    designations: tuple[Designation, ...] = ()


@dataclass(frozen=True, slots=True)
class Assigned:
    """Who answers for a task on a day, successors already followed.

    `agencies` are codes of bodies in the order of the document, each once. `unnamed` are the
    codes of groups whose members no document has named yet.
    """

    agencies: tuple[str, ...]
    unnamed: tuple[str, ...] = ()
