"""Rows that stand as paragraphs: a title, and below it a line for each column, “Lead agency: …”."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from thuocdo.documents.blocks import Block
from thuocdo.documents.reading.columns import Role
from thuocdo.documents.reading.headings import senses
from thuocdo.documents.reading.labels import leading_code, section_title
from thuocdo.documents.reading.oneline import labelled_lines
from thuocdo.documents.reading.spelling import bare

_BULLET = re.compile(r"[-–—+•*·▪●○✓]\s*")
_LISTED = re.compile(r"^[-–—+•*·▪●○✓]\s+")
_CODED = re.compile(
    r"((?:[IVXL]{1,6}|[A-ZĐ]{1,3}|\d{1,3})(?:[.-]\d{1,3}){0,3})(?:\s*[.)/:]+|\s+[–-])\s+(\S.*)", re.DOTALL
)
_TELLING: frozenset[Role] = frozenset({"leads", "coordinators", "output", "deadline", "target", "unit"})
_FEWEST = 3
_NEAR, _CLOSE = 0.3, 0.6  # of the records follow the one before, with a title between at most
_BESIDE = 0.8
_ROUNDS = 3  # a label stands beside one that stands beside one that says what it holds
_FARTHEST = 4  # paragraphs between two records: titles of sections and what introduces them
_FEWEST_BEFORE = 2  # paragraphs above the first row: the only one is the title of the document
_LONGEST_TITLE = 80
_HEADS = {False: ("No.", "Task"), True: ("TT", "Nhiệm vụ")}
_AIM_HEADS = {False: ("No.", "Indicator"), True: ("TT", "Chỉ tiêu")}


@dataclass(slots=True)
class _Record:
    """A row: its title with its place, the paragraphs above that are not its own, and its cells."""

    title: Block
    above: list[Block]
    cells: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Records:
    """Blocks in which such rows are tables, and the paragraphs that are none of them.

    `unsure` are titles of first sections that only those of the later ones show.
    """

    blocks: list[Block]
    paragraphs: list[Block]
    unsure: frozenset[str] = frozenset()


def with_records(blocks: Sequence[Block], paragraphs: Sequence[Block]) -> Records:
    """Return the blocks with labelled paragraphs as tables; `paragraphs` are theirs, unwrapped."""
    lines = list(labelled_lines(paragraphs, _tells))
    names = _names([line.label for line in lines], {bare(line.label) for line in lines if line.beside})
    walk = _Walk(names)
    following = [*(bare(line.label) for line in lines[1:]), ""]
    for line, below in zip(lines, following, strict=False):
        walk.take(line.block, line.label, line.text, below=below)
    runs = [run for run in walk.runs if run.is_table()]
    if not runs:
        return Records(list(blocks), list(paragraphs))
    unsure = frozenset(title for run in runs if (title := run.take_first_section()))
    tables = {run.first: list(_table(run.records, names)) for run in runs}
    spans = [(run.first, run.last) for run in runs]
    return Records(
        list(_replaced(blocks, tables, spans)),
        [block for block in paragraphs if not _within(block.line, spans)],
        unsure,
    )


def _names(labels: Sequence[str], beside_others: Collection[str]) -> dict[str, str]:
    """Return the labels that name columns, as first spelt: they recur, some tell what they hold.

    Those on one line with others need not recur.
    """
    kinds = [bare(label) for label in labels]
    printed = dict(zip(reversed(kinds), reversed(labels), strict=True))
    counts = Counter(filter(None, kinds))
    often = {kind for kind, count in counts.items() if count >= _FEWEST}
    named = {kind for kind in often if _tells(printed[kind])}
    for _further in range(_ROUNDS):
        beside: Counter[str] = Counter()
        for above, kind, below in zip(["", *kinds], kinds, [*kinds[1:], ""], strict=False):
            beside[kind] += above in named or below in named
        near = {kind for kind, count in counts.items() if beside[kind] >= _BESIDE * count}
        named |= {kind for kind in near if kind in often or kind in beside_others or _tells(printed[kind])}
    return {kind: printed[kind] for kind in printed if kind in named}


def _tells(label: str) -> bool:
    """Say whether a label says what its words are: who, what, when."""
    return any(sense.roles[0] in _TELLING for sense in senses(label)[:1])


@dataclass(slots=True)
class _Run:
    """Records that follow each other, and the first and last line that they take.

    `before` are the paragraphs right above the first one.
    """

    first: int
    last: int
    records: list[_Record]
    before: Sequence[Block] = ()

    def is_table(self) -> bool:
        """Say whether these are rows: several, with little between them, as cells of a table would be."""
        between = [len(record.above) for record in self.records]
        near, close = between.count(0), sum(count <= 1 for count in between)
        return len(between) >= _FEWEST and near >= _NEAR * len(between) and close >= _CLOSE * len(between)

    def take_first_section(self) -> str:
        """Take the words above the first row for its section, where later ones have such; return them."""
        later = [record.above[-1].text for record in self.records[1:] if record.above]
        plain = [text for text in later if _is_plain_title(text)]
        if self.records[0].above or len(self.before) < _FEWEST_BEFORE or 2 * len(plain) <= len(later):
            return ""
        title = self.before[-1]
        if not _is_plain_title(title.text):
            return ""
        self.records[0].above = [title]
        self.first = title.line
        return title.text


class _Walk:
    """Walks down the paragraphs and collects the records that follow each other."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self.runs: list[_Run] = []
        self._names = names
        self._run: _Run | None = None
        self._waiting: list[Block] = []
        self._cell: list[str] | None = None

    def take(self, block: Block, label: str, text: str, *, below: str) -> None:
        """Read one paragraph; `below` is the label of the next one."""
        kind = bare(label)
        if kind in self._names:
            self._take_labelled(block, kind, text)
        elif self._cell is not None and self._run and self._goes_on(self._cell, block.text, below):
            self._cell.append(block.text)
            self._run.last = block.line
        else:
            self._cell = None
            self._waiting.append(block)

    def _goes_on(self, cell: Sequence[str], words: str, below: str) -> bool:
        """Say whether a paragraph without a label belongs to the cell above it, and heads no row below it."""
        again = below in self._names and self._run is not None and below in self._run.records[-1].cells
        titled = again and words[:1] == self._run_opens_with()
        return not titled and _goes_on(cell, words)

    def _run_opens_with(self) -> str:
        """Return the bullet before the title of the first row, "" where it has none."""
        first = self._run.records[0].title.text if self._run else ""
        return first[:1] if _BULLET.match(first) else ""

    def _take_labelled(self, block: Block, kind: str, text: str) -> None:
        run = self._run
        if run is None or self._cell is None or kind in run.records[-1].cells:
            run = self._begun(block)
        if run is not None:
            run.last = block.line
            self._cell = run.records[-1].cells.setdefault(kind, [])
            self._cell.append(text)

    def _begun(self, block: Block) -> _Run | None:
        """Return the run with a new record, whose title is the paragraph above; None where none is."""
        waiting, self._waiting, self._cell = self._waiting, [], None
        if not waiting or len(waiting) > _FARTHEST:
            self._run = None
        if not waiting:
            return None
        record = _Record(waiting[-1], waiting[:-1])
        if self._run is None:
            before, record.above = record.above, list(_heads_above(record.above))
            self._run = _Run((record.above or [record.title])[0].line, block.line, [], before)
            self.runs.append(self._run)
        self._run.records.append(record)
        return self._run


def _goes_on(cell: Sequence[str], words: str) -> bool:
    """Say whether a paragraph without a label belongs to the cell above it."""
    return bool(_BULLET.match(words)) or words[:1].islower() or not "".join(cell)


def _heads_above(waiting: Sequence[Block]) -> Sequence[Block]:
    """Return the numbered titles of sections right above the first record."""
    first = len(waiting)
    while first and _is_section(waiting[first - 1].text):
        first -= 1
    return waiting[first:]


def _is_plain_title(text: str) -> bool:
    """Say whether words without a number may head a section."""
    return 0 < len(text) <= _LONGEST_TITLE and text[0].isupper() and not text.endswith((".", ";", ":", ","))


def _is_section(text: str) -> bool:
    return bool(section_title(text)[0] or _CODED.fullmatch(text)) and not text.endswith((".", ";", ":"))


def _within(line: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(first <= line <= last for first, last in spans)


def _replaced(
    blocks: Sequence[Block], tables: dict[int, list[Block]], spans: Sequence[tuple[int, int]]
) -> Iterator[Block]:
    for block in blocks:
        if block.table is not None or not _within(block.line, spans):
            yield block
        elif block.line in tables:
            yield from tables[block.line]


def _table(records: Sequence[_Record], names: dict[str, str]) -> Iterator[Block]:
    """Yield the cells of the table that the records are."""
    kinds = [kind for kind in names if any(kind in record.cells for record in records)]
    order = {kind: place for place, kind in enumerate(_in_order(records, kinds))}
    columns = sorted(kinds, key=order.__getitem__)
    words = " ".join(names[kind] for kind in columns)
    aims = any(sense.roles[0] == "target" for kind in columns for sense in senses(names[kind])[:1])
    heads = (_AIM_HEADS if aims else _HEADS)[not words.isascii()]
    yield from _row(0, [*heads, *(names[kind] for kind in columns)])
    forms = {_form(_coded(record.title.text)[0]) for record in records}
    for record in records:
        for block in record.above:
            yield from _plain_row(block, len(columns) + 2, forms)
        code, title = _coded(record.title.text)
        cells = ["\n".join(filter(None, record.cells.get(kind, ()))) for kind in columns]
        yield from _row(record.title.line, [code, title, *cells])


def _in_order(records: Sequence[_Record], kinds: Sequence[str]) -> list[str]:
    """Return the columns as the fullest record has them, then the others."""
    fullest = max(records, key=lambda record: len(record.cells))
    return [*fullest.cells, *(kind for kind in kinds if kind not in fullest.cells)]


def _coded(text: str) -> tuple[str, str]:
    found = _CODED.fullmatch(text)
    return (found[1], found[2]) if found else leading_code(_LISTED.sub("", text))


def _form(code: str) -> str:
    """Return a code without what is counted in it: “A4.2” and “A5.1” have one form, “5” has another."""
    return re.sub(r"\d+", "0", code)


def _plain_row(block: Block, width: int, forms: Collection[str]) -> Iterator[Block]:
    """Yield a row of words between two records: a section, or a row that has no cells filled."""
    code, title = _coded(block.text)
    if code and _form(code) in forms:
        return _row(block.line, [code, title, *[""] * (width - 2)])
    return (Block(block.text, 0, block.page, 0, block.line, col, 1) for col in range(1, width + 1))


def _row(line: int, texts: Sequence[str]) -> Iterator[Block]:
    return (Block(text, 0, 0, 0, line, col) for col, text in enumerate(texts, start=1))
