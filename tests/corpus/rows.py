"""The rows of one plan as they are printed, and the themes under which they stand."""

from dataclasses import dataclass, field

from tests.corpus.model import Due, Task


@dataclass
class Printed:
    """A row as printed: the text of each field; `joins` are fields merged with the row above."""

    task: Task
    cells: dict[str, str]
    joins: set[str] = field(default_factory=set)
    sub: bool = False
    mark: str = ""
    nested: bool = False


@dataclass
class Section:
    """A theme with its rows: `code`, `title` as printed, `truth` as read, `body` its lead, `over` above."""

    code: str
    title: str
    truth: tuple[object, object] | None
    rows: list[Printed]
    body: str = ""
    over: tuple[str, str] | None = None
    due: Due | None = None
