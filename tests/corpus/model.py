"""What a generated document is: its truth, and its pages as paragraphs and tables of cells."""

from collections.abc import Sequence
from dataclasses import dataclass, field


class _Unscored:
    """The mark of a field for which several truths are defensible."""

    def __repr__(self) -> str:
        """Return the word that an explanation prints."""
        return "(not scored)"


UNSCORED = _Unscored()


@dataclass(frozen=True)
class OneOf:
    """Several readings that are all right."""

    values: tuple[object, ...]


@dataclass(frozen=True)
class Due:
    """A deadline's truth; `kinds` are all that fit, the usual one first; `start` and `day` may be OneOf."""

    kinds: tuple[str, ...]
    start: object = None
    due: str | None = None
    every: tuple[str | None, ...] = (None,)
    day: object = None


NO_DUE = Due(("none",))


@dataclass
class Task:
    """The truth of one task; a value may be UNSCORED or OneOf."""

    code: object
    title: object
    theme: object = None
    leads: object = ()
    coordinators: object = ()
    output: object = None
    deadline_text: object = None
    deadline: object = NO_DUE
    serves: object = None
    status_text: object = None
    result_text: object = None
    optional: bool = False


@dataclass
class Indicator:
    """The truth of one indicator for one horizon; `targets` are (comparator, value, upper, scope)."""

    code: object
    title: object
    unit: object = None
    target_text: object = None
    targets: object = ()
    agencies: object = ()
    horizon: object = None
    parent: object = None
    optional: bool = False


@dataclass
class Truth:
    """What a perfect reading of the document gives; `loose` are titles that may be called themes or not."""

    document: dict[str, object]
    themes: list[tuple[object, object]] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    indicators: list[Indicator] = field(default_factory=list)
    columns: set[str] = field(default_factory=set)
    loose: list[object] = field(default_factory=list)


@dataclass
class Cell:
    """One cell as it is printed; lines are parted by line feeds. `inner` is a table within the cell."""

    text: str = ""
    columns: int = 1
    rows: int = 1
    bold: bool = False
    numbered: bool = False
    mark: str = ""
    inner: list[list[str]] | None = None


@dataclass
class Row:
    """A row; cells that a merged cell from above covers are None."""

    cells: list[Cell | None]
    kind: str = "body"
    hidden: bool = False


@dataclass
class Table:
    """A table as it stands on the page; `hidden_columns` only where a format can hide them."""

    rows: list[Row]
    widths: Sequence[int]
    name: str = ""
    hidden_columns: tuple[int, ...] = ()
    continues: bool = False


@dataclass
class Line:
    """A paragraph; style is one of letterhead, kind, title, head, text, theme, note, advert, sign, stamp."""

    text: str
    style: str = "text"
    boxed: bool = False


Part = Line | Table


@dataclass
class Plan:
    """A programme: its truth, its pages, and how they are drawn."""

    seed: int
    pool: str
    country: str
    language: str
    truth: Truth
    parts: list[Part]
    looks: dict[str, object] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
