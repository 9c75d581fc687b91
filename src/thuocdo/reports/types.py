"""A composed report as values: sections of lines and tables, every number with the query it came from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from thuocdo.core.errors import Fault
from thuocdo.evaluation.types import Facts, Verdicts
from thuocdo.programme.types import Cycle


class Layout(StrEnum):
    """Whose form the file follows: the administration's (Decree 30/2020) or the Party's."""

    STATE = "state"
    PARTY = "party"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Frozen facts and what the rules make of them; `digest` is the SHA-256 of their facts.json."""

    facts: Facts
    verdicts: Verdicts
    digest: str


@dataclass(frozen=True, slots=True)
class Asked:
    """Which report is asked for: of a period, of the office ("") or of one body, in which form."""

    cycle: Cycle
    agency: str = ""
    layout: Layout = Layout.STATE
    language: str = "vi"


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a line without a live number."""

    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A live number: the query that gives it, and what is shown for it."""

    query: str
    shown: str


@dataclass(frozen=True, slots=True)
class Remarked:
    """A number that the snapshot does not know, with the source that its author names."""

    shown: str
    source: str


Inline = Words | Figure | Remarked


@dataclass(frozen=True, slots=True)
class Source:
    """Who said a quoted sentence: body, public id of the report, day of receipt, task."""

    agency: str
    report: str
    on: date
    task: str


class Voice(StrEnum):
    """Whose words a line holds: the outline's own, the office's who composes, or a body's."""

    OUTLINE = "outline"
    AUTHOR = "author"
    QUOTED = "quoted"


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph; `item` begins with a dash."""

    parts: tuple[Inline, ...]
    voice: Voice = Voice.OUTLINE
    item: bool = False
    sources: tuple[Source, ...] = ()

    @property
    def text(self) -> str:
        """Return the paragraph as it is read."""
        return "".join(shown(part) for part in self.parts)


Cell = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: heads, shares of the width, rows of cells; with `total` the last row sums the others."""

    key: str
    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]
    total: bool = False


Block = Line | Grid


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it; level 1 is the outline's, 2 is within one."""

    key: str
    number: str
    title: str
    level: int
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Annex:
    """A table after the report, on pages of its own."""

    key: str
    title: str
    grid: Grid


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above and below the report and is typed by the office; blanks are left to fill in."""

    parent: str = ""
    issuer: str = ""
    number: str = ""
    place: str = ""
    dated: date | None = None
    signing: str = ""
    signer: str = ""
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """One composed report, ready to be drawn; `silent` are the bodies that it must name as missing."""

    asked: Asked
    heading: Heading
    title: str
    subject: str
    sections: tuple[Section, ...]
    annexes: tuple[Annex, ...]
    digest: str
    as_of: date
    illustrative: bool
    silent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """One row of the table of references: where, in which sentence, which query, which value."""

    place: str
    sentence: str
    query: str
    shown: str


@dataclass(frozen=True, slots=True)
class Own:
    """The office's own words of a report: sentences by section key, one paragraph a line."""

    texts: Mapping[str, str] = field(default_factory=dict)
    heading: Heading = field(default_factory=Heading)


class State(StrEnum):
    """A draft changes; a frozen report keeps its snapshot and never changes again."""

    DRAFT = "draft"
    FROZEN = "frozen"


@dataclass(frozen=True, slots=True)
class Saved:
    """A report that somebody composes: what is asked for, the day of its numbers, the office's words.

    `digest` names the snapshot of a frozen report, "" before.
    """

    id: str
    programme: str
    cycle: str
    agency: str
    layout: Layout
    language: str
    as_of: date
    own: Own
    state: State
    version: int
    by: str
    at: datetime
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Composed:
    """A report with everything that a check finds in it."""

    report: Report
    faults: tuple[Fault, ...]


def shown(part: Inline) -> str:
    """Return what is read of a part of a line."""
    match part:
        case Words(text):
            return text
        case Remarked(number, source):
            return f"{number} ({source})"
        case Figure(_, number):
            return number


def lines_of(report: Report) -> Iterator[tuple[str, Line]]:
    """Yield every line of the text with the place where it stands."""
    for section in report.sections:
        for block in section.blocks:
            if isinstance(block, Line):
                yield place_of(section), block


def grids_of(report: Report) -> Iterator[tuple[str, Grid]]:
    """Yield every table of text and annexes with its place."""
    for section in report.sections:
        for block in section.blocks:
            if isinstance(block, Grid):
                yield place_of(section), block
    for annex in report.annexes:
        yield annex.title, annex.grid


def place_of(section: Section) -> str:
    """Return how a fault or a reference names a section."""
    return f"{section.number} {section.title}".strip()
