"""Printed pages become paragraphs and tables again; tables that cross pages are one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thuocdo.core.country import names
from thuocdo.documents import errors
from thuocdo.documents.aligned import Aligned, aligned_tables
from thuocdo.documents.bands import flows
from thuocdo.documents.errors import Unreadable
from thuocdo.documents.flow import Frame, Line, continues, grouped, joined, lines_of, usual_pitch
from thuocdo.documents.furniture import split_notes, without_furniture
from thuocdo.documents.hyphens import settled
from thuocdo.documents.layout import MAX_CELLS, Item, Paragraph
from thuocdo.documents.letters import Word
from thuocdo.documents.lined import lined_tables
from thuocdo.documents.named import Bodies
from thuocdo.documents.pdfium import MAX_ON_PAGE, Sheet
from thuocdo.documents.printedcells import MARGIN, Part, PrintedTable, middle
from thuocdo.documents.reading.agencies import directory
from thuocdo.documents.ruled import RuledTable, Stroke, clustered, ruled_tables

_SAME_BORDER = 4.0
_FLUSH = 12.0
_FLUSH_LINES = 4


@dataclass(slots=True)
class _Text:
    """Paragraphs of one page as the lines that they are made of."""

    page: int
    groups: list[list[Line]]
    frame: Frame


Piece = _Text | list[Part] | Aligned


def items_of(sheets: Sequence[Sheet]) -> tuple[list[Item], list[str]]:
    """Return paragraphs and tables, and the words that stand beside the text: heads, feet, watermarks."""
    ruled = [_ruled(sheet) for sheet in sheets]
    lined = lined_tables([(sheet, loose) for sheet, (_tables, loose) in zip(sheets, ruled, strict=True)])
    tables = [[*found, *more] for (found, _loose), more in zip(ruled, lined, strict=True)]
    parts = [_parts(sheet, found) for sheet, found in zip(sheets, tables, strict=True)]
    rests = [lines_of(_outside(sheet, found)) for sheet, found in zip(sheets, parts, strict=True)]
    kept, aside = without_furniture(list(zip(sheets, rests, strict=True)))
    frames = _body_frames(sheets, kept)
    pieces: list[Piece] = []
    notes: list[Piece] = []
    for sheet, found, lines in zip(sheets, parts, kept, strict=True):
        cut = split_notes(sheet, lines)
        for piece in _page(sheet, found, lines[:cut], frames, pieces[-1] if pieces else None):
            if not _joins(pieces, piece):
                pieces += notes
                notes = []
                pieces.append(piece)
        if cut < len(lines):
            notes.append(_text(sheet, lines[cut:], frames))
    return settled(list(_items([*pieces, *notes]))), [*aside, *(sheet.tilted for sheet in sheets)]


def _ruled(sheet: Sheet) -> tuple[list[RuledTable], list[Stroke]]:
    found = ruled_tables(sheet.rulings)
    if found is None or sum(len(table.xs) * len(table.ys) for table in found[0]) > MAX_CELLS:
        raise Unreadable(errors.TOO_FULL, page=str(sheet.number), limit=f"{MAX_ON_PAGE:,}")
    return found


def _parts(sheet: Sheet, tables: Sequence[RuledTable]) -> list[Part]:
    """Return the tables of a page with their words; those within a cell hang below the outer one."""
    parts = [Part(sheet.number, table) for table in sorted(tables, key=RuledTable.area)]
    outer: list[Part] = []
    for place, part in enumerate(parts):
        around = next((other for other in parts[place + 1 :] if _is_within(part.table, other.table)), None)
        (around.within if around else outer).append(part)
    for word in sheet.words:
        x, y = middle(word)
        holder = next((part for part in parts if part.table.holds(x, y)), None)
        if holder:
            holder.words.append(word)
    return sorted(outer, key=lambda part: (part.table.ys[0], part.table.xs[0]))


def _is_within(inner: RuledTable, outer: RuledTable) -> bool:
    return outer.holds(inner.xs[0], inner.ys[0]) and outer.holds(inner.xs[-1], inner.ys[-1])


def _outside(sheet: Sheet, parts: Sequence[Part]) -> Iterator[Word]:
    return (word for word in sheet.words if not any(part.table.holds(*middle(word)) for part in parts))


def _body_frames(sheets: Sequence[Sheet], pages: Sequence[Sequence[Line]]) -> dict[int, Frame]:
    """Return where text may run on pages of each width: as far as any, or to a margin like the left."""
    pitch = usual_pitch(pages)
    frames: dict[int, Frame] = {}
    for width in {round(sheet.width) for sheet in sheets}:
        lines = [
            line
            for sheet, found in zip(sheets, pages, strict=True)
            if round(sheet.width) == width
            for line in found
        ]
        left = min((line.x0 for line in lines), default=0)
        right = max((line.x1 for line in lines), default=width)
        if right < width / 2 or sum(line.x1 > right - _FLUSH for line in lines) < _FLUSH_LINES:
            right = max(right, width - left - MARGIN)
        frames[width] = Frame(left, right, pitch)
    return frames


def _page(
    sheet: Sheet,
    tables: Sequence[Part],
    lines: Sequence[Line],
    frames: dict[int, Frame],
    before: Piece | None,
) -> Iterator[Piece]:
    """Yield text and tables from above downwards."""
    rest = list(lines)
    for part in tables:
        above = [line for line in rest if line.main.y0 + line.main.y1 < 2 * part.table.ys[0]]
        rest = rest[len(above) :]
        yield from _band(sheet, above, frames, before)
        yield [part]
        before = None
    yield from _band(sheet, rest, frames, before)


def _band(
    sheet: Sheet, lines: Sequence[Line], frames: dict[int, Frame], before: Piece | None
) -> Iterator[Piece]:
    known = before if isinstance(before, Aligned) else None
    for found in aligned_tables(lines, known, sheet.number):
        if isinstance(found, Aligned):
            yield found
        elif found:
            yield _text(sheet, found, frames)


def _text(sheet: Sheet, lines: Sequence[Line], frames: dict[int, Frame]) -> _Text:
    frame = frames[round(sheet.width)]
    groups: list[list[Line]] = []
    right = max(frame.right, *(line.x1 for line in lines))
    for flow in flows(lines, frame.left, min(right, sheet.width)):
        groups += grouped(flow.lines, Frame(flow.left, flow.right, frame.pitch))
    return _Text(sheet.number, groups, frame)


def _joins(pieces: Sequence[Piece], piece: Piece) -> bool:
    """Join a piece to the one before it on an earlier page, and say whether that was so."""
    before = pieces[-1] if pieces else None
    if isinstance(before, Aligned) and isinstance(piece, Aligned) and piece.goes_on:
        before.rows += piece.rows
        return True
    if isinstance(before, list) and isinstance(piece, list):
        goes_on = before[-1].page != piece[0].page and _same_borders(before, piece[0].table.xs)
        if goes_on:
            before += piece
        return goes_on
    if not isinstance(before, _Text) or not isinstance(piece, _Text) or before.page == piece.page:
        return False
    if not continues(before.groups[-1], piece.groups[0][0], before.frame):
        return False
    before.groups[-1] += piece.groups.pop(0)
    return not piece.groups


def _same_borders(parts: Sequence[Part], xs: Sequence[float]) -> bool:
    known = clustered(x for part in parts for x in part.table.xs)
    if abs(known[0] - xs[0]) > _SAME_BORDER or abs(known[-1] - xs[-1]) > _SAME_BORDER:
        return False
    few, many = sorted((known, list(xs)), key=len)
    return all(any(abs(one - other) <= _SAME_BORDER for other in many) for one in few)


def _items(pieces: Sequence[Piece]) -> Iterator[Item]:
    knows = directory(names()).knows
    tables = {id(piece): PrintedTable(piece) for piece in pieces if isinstance(piece, list)}
    bodies = Bodies((lines for table in tables.values() for lines in table.lists()), knows)
    for piece in pieces:
        if isinstance(piece, _Text):
            for group in piece.groups:
                yield Paragraph(joined(line.text() for line in group), piece.page)
        elif isinstance(piece, Aligned):
            yield piece.grid()
        else:
            yield tables[id(piece)].grid(bodies, knows)
