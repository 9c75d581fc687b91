"""Tables whose cells are paragraphs: their headings, and which way of finding the rows suits them."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from thuocdo.documents.blocks import Block
from thuocdo.documents.reading.bodies import names_body
from thuocdo.documents.reading.borders import BULLETS, Habits, best_border, borders
from thuocdo.documents.reading.columns import Columns, Judge
from thuocdo.documents.reading.deadlines import is_only_time
from thuocdo.documents.reading.dittos import repeats_above
from thuocdo.documents.reading.doubts import Doubt
from thuocdo.documents.reading.gridrows import Walk
from thuocdo.documents.reading.grids import layout_of
from thuocdo.documents.reading.headways import WIDEST
from thuocdo.documents.reading.labels import read_label, section_title
from thuocdo.documents.reading.paragraphheads import Head, find_heads
from thuocdo.documents.reading.parts import HIDDEN
from thuocdo.documents.reading.refined import clear_lines, refined
from thuocdo.documents.reading.rows import EndsWell, Row, Table, ends_table, numbered_table
from thuocdo.documents.reading.spelling import bare
from thuocdo.documents.reading.stream import SECTION, Dealer, names_part, runs_on

_ABOVE = 4
_ABOUT = 40
_INTRODUCED = 2
_TITLED = 3  # an annex, its title, the title of its first section
_ANNEX = re.compile(r"(?:phu luc|annex|appendix|schedule)\b")
_TOTAL = re.compile(
    r"(?:tong (?:cong|so)|cong|(?:sub|grand)?[ -]?total)"
    r"(?: (?:muc|nhom|phan|theme|section|part)?[^:]{0,12})?\W*\d+ \w+"
)
_LONG_ROWS = 1.8
_MOSTLY = 0.9
_TEACHING = 10  # rows that teach what stands in which column
_LONGEST_SECTION = 150
_OWNERS = frozenset({"leads", "coordinators"})
_SINGLE = frozenset({"title", "deadline", "unit", "number"})
_UNFIT = -2.0
_PARTED = "\v"  # between the paragraphs of a cell; the lines of one paragraph are together


def find_tables(
    blocks: Sequence[Block], ends_well: Callable[[Columns], EndsWell], knows: Judge
) -> list[Table]:
    """Return the tables among the paragraphs: by the numbers in front of rows, else by their columns."""
    tables: list[Table] = []
    heads = list(find_heads(blocks, knows))
    starts = [head.start for head in heads] + [len(blocks)]
    place = 0
    while place < len(heads):
        columns, after = heads[place].columns, place + 1
        while after < len(heads) and heads[after].columns == columns and not _restarts(blocks, heads[after]):
            after += 1  # repeated on a new page, or over the next section
        parts = _parts(blocks, heads[place:after], starts[place + 1 : after + 1], knows)
        body = [block for part in parts for block in part.body]
        numbered = None
        if not any(part.bare_title or _names_section(part.above) for part in parts) and _numbers_lead(
            columns, body
        ):
            numbered = numbered_table(body, columns, ends_well(columns))
        if numbered and _is_plain(numbered, knows) and (table := _seen_again(numbered, knows)):
            tables.append(table)
        else:
            tables.append(_dealt(columns, parts, knows))
        place = after
    return tables


def _seen_again(table: Table, knows: Judge) -> Table | None:
    """Return the table with what its cells say of its columns, None where several of these are one time."""
    width = len(table.columns.roles)
    found = refined(table.columns, clear_lines(table.rows, width), knows)
    if found is None:
        return table
    return Table(found[0], table.rows) if len(found[0].roles) == width else None


@dataclass(frozen=True, slots=True)
class _Part:
    """What stands below one heading of a table, and the words right above that heading."""

    above: list[str]
    body: list[Block]
    bare_title: bool = False


def _parts(blocks: Sequence[Block], heads: Sequence[Head], stops: Sequence[int], knows: Judge) -> list[_Part]:
    """Return the parts of a table below each of its headings; words above a later one are no row's."""
    parts: list[_Part] = []
    bare_titles = _have_bare_titles(blocks, heads, knows)
    for head, stop in zip(heads, stops, strict=True):
        body = list(_without_totals(blocks[head.first : stop], len(head.columns.roles)))
        above = [block.text for block in blocks[max(0, head.start - _ABOVE) : head.start]]
        if parts:
            above = above[len(above) - (1 if bare_titles else _introduced(above)) :]
            del parts[-1].body[len(parts[-1].body) - len(above) :]
        parts.append(_Part(above, body, bare_title=bare_titles))
    if stops[-1] < len(blocks):
        del parts[-1].body[len(parts[-1].body) - _captions([block.text for block in parts[-1].body]) :]
    return parts


def _captions(texts: Sequence[str]) -> int:
    """Return how many paragraphs at the end name the table below them: capitals, an annex, a section."""
    count = 0
    for text in reversed(texts[-_ABOVE:]):
        capitals = text.isupper() and " " in text and not any(char.isdigit() for char in text)
        if not (capitals or _ANNEX.match(bare(text)) or (count == 0 and section_title(text)[0])):
            break
        count += 1
    return count


def _have_bare_titles(blocks: Sequence[Block], heads: Sequence[Head], knows: Judge) -> bool:
    """Say whether words without a label, found nowhere else, stand above each heading of a table."""
    above = [block.text for block in blocks[max(0, heads[0].start - _TITLED) : heads[0].start]]
    if len(heads) == 1 or len(above) < _TITLED:
        return False
    if not (_ANNEX.match(bare(above[0])) or _stand_behind_whole_rows(blocks, heads)):
        return False
    titles = [blocks[head.start - 1].text for head in heads]
    if any(not text or text.isupper() or text.endswith((".", ":", ";", ",", ")")) for text in titles):
        return False
    if any(
        is_only_time(text) or read_label(text) or section_title(text)[0] or knows(text) for text in titles
    ):
        return False
    seen = Counter(block.text for block in blocks)
    return all(seen[text] <= titles.count(text) and len(text) <= _LONGEST_SECTION for text in titles)


def _stand_behind_whole_rows(blocks: Sequence[Block], heads: Sequence[Head]) -> bool:
    """Say whether one paragraph stands between the last row, which is whole, and each repeated heading."""
    if heads[0].columns.roles[0] != "number":
        return False
    width = len(heads[0].columns.roles)
    before = [blocks[max(0, head.start - 1 - width)].text for head in heads[1:]]
    return sum(read_label(text) is not None for text in before) >= len(before) / 2


def _without_totals(blocks: Sequence[Block], width: int) -> Iterator[Block]:
    """Yield the paragraphs but lines like “Total: 6 actions” and the empty cells beside these."""
    beside = 0
    for block in blocks:
        if block.text and _TOTAL.match(bare(block.text[:_ABOUT])):
            beside = width - 1
        elif beside and block.text == "":
            beside -= 1
        else:
            beside = 0
            yield block


def _introduced(above: Sequence[str]) -> int:
    """Return how many paragraphs above a repeated heading name its section and introduce it."""
    for count, text in enumerate(reversed(above[-_INTRODUCED:]), start=1):
        if section_title(text)[0] and len(text) <= _LONGEST_SECTION:
            return count
        if not text.endswith((".", ":")):
            break
    return 0


def _names_section(above: Sequence[str]) -> bool:
    return _introduced(above) > 0


def _restarts(blocks: Sequence[Block], head: Head) -> bool:
    """Say whether the first number below a heading begins a table anew."""
    labels = (block.text for block in blocks[head.first : head.first + WIDEST] if read_label(block.text))
    return next(labels, "").rstrip(".") in {"1", "I"} and head.annexed


def _numbers_lead(columns: Columns, body: Sequence[Block]) -> bool:
    """Say whether numbers in front tell where rows begin, and no heading between rows hides one."""
    if columns.roles[0] != "number" or "theme" in columns.roles or _begins_bare(body):
        return False
    return not _heads_sections(columns, body)


def _heads_sections(columns: Columns, body: Sequence[Block]) -> bool:
    """Say whether words among the rows head sections, or name parts, so that numbers do not tell all."""
    if columns.kind == "tasks" and _numbers_sections(body, len(columns.roles)):
        return True
    width, blanks, below_is_label = len(columns.roles), 0, False
    for block in reversed(body):
        if repeats_above(block.text) or (":" in block.text and names_part(block.text)):
            return True
        blanks = blanks + 1 if block.text == "" else 0
        if blanks >= width - 1:
            return True
        code = section_title(block.text)[0] if 0 < len(block.text) <= _LONGEST_SECTION else ""
        if code and ((not code.isdigit() and "." not in code) or below_is_label):
            return True
        label = read_label(block.text)
        if label and label.form in {"capital", "group"} and not below_is_label:
            return True
        below_is_label = label is not None
    return False


def _numbers_sections(body: Sequence[Block], width: int) -> bool:
    """Say whether plain numbers head sections: “1”, words, empty cells, and right below them “1.1”."""
    for place in range(len(body) - width):
        label, below = read_label(body[place].text), read_label(body[place + width].text)
        rest = [block.text for block in body[place + 2 : place + width]]
        if label and label.form == "number" and below and below.parent == label.code and not any(rest):
            return True
    return False


def _begins_bare(body: Sequence[Block]) -> bool:
    """Say whether a section without a number stands above the first row."""
    first = body[0].text if body else ""
    return bool(first) and first != HIDDEN and not read_label(first)


def _is_plain(table: Table, knows: Judge) -> bool:
    """Say whether the numbers in front found the rows: nearly all hold one paragraph a column."""
    width = len(table.columns.roles)
    rows = [row for row in table.rows if row.kind == "row"]
    lengths = [len(row.paragraphs) + 1 for row in rows if not row.last]
    if any(HIDDEN in row.paragraphs for row in rows):
        return True
    if any(sum(map(bool, row.paragraphs)) > _TITLED for row in table.rows if row.kind == "section"):
        return False  # rows whose numbers begin anew were taken for words of the section
    left_over = sum(bool(read_label(text)) for row in rows if row.last for text in row.paragraphs[width:])
    if not lengths or left_over > 1:
        return False
    if len(lengths) < _TEACHING and _are_known(rows, knows):
        return sum(lengths) <= _LONG_ROWS * width * len(lengths)
    return sum(length == width for length in lengths) >= _MOSTLY * len(lengths)


def _are_known(rows: Sequence[Row], knows: Judge) -> bool:
    """Say whether most of what looks like a body in the rows is one that we were told."""
    bodies = [text for row in rows for text in row.paragraphs if names_body(text)]
    return 2 * sum(map(knows, bodies)) >= len(bodies)


def _end(blocks: Sequence[Block]) -> int:
    return next((place for place, block in enumerate(blocks) if ends_table(block.text)), len(blocks))


def _dealt(columns: Columns, parts: Sequence[_Part], knows: Judge) -> Table:
    """Deal the paragraphs, and read the rows that come out as those of a grid."""
    bodies = [part.body[: _end(part.body)] for part in parts]
    rows = _deal(columns, bodies, knows)
    if again := refined(columns, rows.lines, knows):
        if len(again[0].roles) == len(columns.roles):
            columns, rows = again[0], _deal(again[0], bodies, knows)
        elif len(again[1]) == len(rows.lines):
            columns, rows = again[0], replace(rows, lines=[list(line) for line in again[1]])
    lines = rows.lines
    walk = Walk(layout_of(columns, (tuple(columns.heads),), lines), lines)
    titled = _is_titled(parts)
    for part, first, last in zip(parts, [0, *rows.ends], rows.ends, strict=False):
        walk.stands_below(part.above[-_INTRODUCED:], titled=titled)
        walk.read(lines[first:last])
    table = walk.table()
    return Table(table.columns, tuple(_with_doubts(row, rows.doubts) for row in table.rows))


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows that dealing gives: their cells, where each part of the table ends, and what is doubtful."""

    lines: list[list[Block]]
    ends: list[int]
    doubts: dict[int, list[Doubt]]


def _deal(columns: Columns, bodies: Sequence[Sequence[Block]], knows: Judge) -> _Rows:
    dealer = Dealer(columns.roles, knows)
    dealt = dealer.deal([block.text for body in bodies for block in body])
    lines: list[list[Block]] = []
    doubts: dict[int, list[Doubt]] = {}
    ends: list[int] = []
    start = 0
    for body in bodies:
        columns_of = dealt[start : start + len(body)]
        start += len(body)
        for group in _grouped(columns_of):
            line, found = _line([(body[place], columns_of[place]) for place in group], columns, dealer)
            lines.append(line)
            doubts[line[0].line] = found
        ends.append(len(lines))
    return _Rows(_with_borders(lines, columns, doubts), ends, doubts)


def _is_titled(parts: Sequence[_Part]) -> bool:
    """Say whether each part stands below the name of its section, or the first below one of several."""
    named = [_names_section(part.above) for part in parts]
    if parts[0].bare_title:
        return True
    if not named[0]:
        return False
    return sum(named) > 1  # a part without a name goes on with the section, on a new page


def _grouped(dealt: Sequence[int]) -> Iterator[list[int]]:
    """Yield the paragraphs of each row, or of each heading between rows."""
    group: list[int] = []
    for place, column in enumerate(dealt):
        before = dealt[place - 1] if place else column
        if group and ((column == SECTION) != (before == SECTION) or column < before):
            yield group
            group = []
        group.append(place)
    if group:
        yield group


def _line(
    parts: Sequence[tuple[Block, int]], columns: Columns, dealer: Dealer
) -> tuple[list[Block], list[Doubt]]:
    """Return the cells of one row; a heading between rows fills them all."""
    width = len(columns.roles)
    first = parts[0][0]
    if parts[0][1] == SECTION:
        texts = [block.text for block, _column in parts if block.text]
        label = texts[0].rstrip(" .:)") if len(texts) > 1 and read_label(texts[0]) else ""
        words = texts[1:] if label else texts
        title = "\n".join([*words[:1], *(text for text in words[1:] if not text.endswith("."))])
        whole = f"{label}. {title}" if label else title
        return [first._replace(text=whole) for _column in range(width)], []
    cells = [[block.text for block, column in parts if column == place] for place in range(width)]
    found: list[Doubt] = []
    if any(dealer.fits(block.text, column) <= _UNFIT for block, column in parts) or any(
        role in _SINGLE and not all(map(runs_on, cell[1:]))
        for role, cell in zip(columns.roles, cells, strict=True)
    ):
        found.append(Doubt("cells_unclear"))
    found += _open_lists(columns, cells)
    if any(not cell for cell in cells):
        found.append(Doubt("cells_missing"))
    return [first._replace(text=_PARTED.join(cell)) for cell in cells], found


def _open_lists(columns: Columns, cells: Sequence[list[str]]) -> Iterator[Doubt]:
    """Yield a doubt where bodies stand line by line beside an empty cell: they may be of both cells."""
    for place, (role, cell) in enumerate(zip(columns.roles, cells, strict=True)):
        beside = [
            other
            for other in (place - 1, place + 1)
            if 0 <= other < len(cells) and columns.roles[other] in _OWNERS and not any(cells[other])
        ]
        loose = any(not text.endswith((",", ";")) and text[:1] not in BULLETS for text in cell[:-1])
        if role in _OWNERS and beside and loose:
            yield Doubt("paragraphs_in_cell", role, {"count": str(len(cell))})


def _with_borders(
    lines: Sequence[list[Block]], columns: Columns, doubts: dict[int, list[Doubt]]
) -> list[list[Block]]:
    """Place the border between two columns of bodies where other rows of the table have it."""
    pairs = [
        place
        for place in range(len(columns.roles) - 1)
        if columns.roles[place] in _OWNERS and columns.roles[place + 1] in _OWNERS
    ]
    made = [list(line) for line in lines]
    for place in pairs:
        left, right = Habits(), Habits()
        for line in made:
            if not _loose(line, place):
                left.learn(line[place].text)
                right.learn(line[place + 1].text)
        for line in made:
            if not _loose(line, place):
                continue
            parts = [*line[place].text.split(_PARTED), *line[place + 1].text.split(_PARTED)]
            ways = borders(parts)
            way = best_border(parts, ways, left, right)
            line[place] = line[place]._replace(text=_PARTED.join(parts[:way]))
            line[place + 1] = line[place + 1]._replace(text=_PARTED.join(parts[way:]))
            if len(ways) > 1:
                shown = [
                    f"{' / '.join(parts[:cut])} | {' / '.join(parts[cut:])}" for cut in ways if cut != way
                ]
                read = f"{' / '.join(parts[:way])} | {' / '.join(parts[way:])}"
                doubt = Doubt("border_doubtful", columns.roles[place], {"read": read, "other": shown[0]})
                doubts.setdefault(line[0].line, []).append(doubt)
    return [[cell._replace(text=cell.text.replace(_PARTED, "\n")) for cell in line] for line in made]


def _loose(line: Sequence[Block], place: int) -> bool:
    """Say whether more paragraphs of bodies stand here than columns, so that the border is open."""
    left, right = line[place].text, line[place + 1].text
    return bool(left and right) and left != right and _PARTED in f"{left}{right}"


def _with_doubts(row: Row, doubts: dict[int, list[Doubt]]) -> Row:
    found = doubts.get(row.place.get("line", 0), [])
    return replace(row, doubts=(*row.doubts, *found)) if found and row.kind == "row" else row
