"""Rows of a table whose cells the format knows: sections, labels, “-nt-”, merged and broken rows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from thuocdo.documents.blocks import Block
from thuocdo.documents.reading.columns import Columns, Role
from thuocdo.documents.reading.deadlines import is_deadline
from thuocdo.documents.reading.dittos import repeats_above
from thuocdo.documents.reading.doubts import Doubt
from thuocdo.documents.reading.labels import Label, leading_code, read_label, section_title
from thuocdo.documents.reading.rows import Row, Table
from thuocdo.documents.reading.spelling import bare

_TOTAL = re.compile(
    r"(?:tong (?:cong|so)\b|(?:sub|grand)?[ -]?total\b|"
    r"(?:tong|cong)\b(?: (?:muc|nhom|phan|chuong|linh vuc|theo)\b.{0,20})?(?=\W*$|\s*:\s*\d))"
)
_CONTINUED = re.compile(r"\s*[(\[–-]?\s*(?:tiep theo|tiep|continued|cont'?d?|cont\.)\s*[)\].]?$")
_FOOT = re.compile(r"(?:ghi chu|luu y|\*)\s*[:.]?\s|(?:notes?|nguon|sources?)(?: \w+){0,3}\s*[:.]\s")
_ANNEX = re.compile(r"(?:phu luc|bang|bieu|annex|appendix|table|attached|\(|kem theo)")
_CAPTION = re.compile(
    r"(?:bang|bieu|phu luc|table|matrix|annex|appendix)(?: (?:so|no\.?))? ?(?:\d|[ivx]+\b)[\w.]*\s*[:.–-]"
)
_COLUMN_NUMBER = re.compile(r"\W*([A-Z]|\d{1,2})\W*(?:=.*)?")
_COUNTED = re.compile(r"[^\W\d_][^\d\n]{2,40}\s(?:\d{1,2}|[IVXL]{1,5}|[A-Z])\s*[.:)]?")
_DASHES = frozenset({"–", "—", "−", "--", "---", "_", "…", "...", "/", "//"})
_BULLETS = frozenset({"-", "+", "•", "*", "–"})
_CONNECTS = re.compile(r"(?:\b(?:va|and|of|cua|the|cac|ve|for|to|in|cho|theo|tai|with|or|hoac|voi)|[,–-])$")
_NUMBER_IN = re.compile(r"\D{0,3}(\d{1,4}(?:\.\d{1,3})?)\b")
_WORD = re.compile(r"[^\W\d_]{2,}")
_DECIMAL = re.compile(r"^(\d{1,3}),(\d{1,3})$")  # “1.2” as a number of a workbook
_DIGIT = re.compile(r"\d")
_ENDS_TITLE = (".", ";", "!", "?", ")")
_LONGEST_SECTION = 300
_MOST = 0.5


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a grid: in the order of rows, the number first, and where each stands on the page."""

    columns: Columns
    places: tuple[int, ...]
    number: int | None
    width: int
    heads: tuple[tuple[str, ...], ...] = ()

    def place(self, role: str) -> int | None:
        """Return the physical place of the first column that holds this."""
        pairs = zip(self.columns.roles[1:], self.places, strict=True)
        return next((place for found, place in pairs if found == role), None)


@dataclass(slots=True)
class _Line:
    """One physical row: its texts, the merged cell that each belongs to, and its label."""

    texts: list[str]
    merged: list[int]
    place: dict[str, int]
    label: Label | None = None


class Walk:
    """Walks down the rows of one table and keeps what the next row needs of those above."""

    def __init__(self, layout: Layout, body: Sequence[Sequence[Block]]) -> None:
        self.layout = layout
        self._found: list[Row] = []
        self._above: _Line | None = None
        self._theme = ""
        self._themes = 0
        title = layout.place("title") or 0
        texts = [line[title].text for line in body if len(line) > title]
        filled = [text for text in texts if text]
        coded = sum(bool(leading_code(text)[0]) for text in filled)
        number = layout.number
        labels = [line[number].text for line in body if number is not None and len(line) > number]
        self._numbered = any(labels) and number is not None and _numbers_rows(body, number)
        self._led = not self._numbered and coded > _MOST * len(filled)
        self._bare_heads = False

    def stands_below(self, above: Sequence[str], *, titled: bool) -> None:
        """Take words right above the table for the title of its section, where they are numbered.

        `titled` says that such tables all have words of their own above them, numbered or not.
        """
        if self.layout.columns.kind != "tasks":
            return
        plain = ""
        for text in reversed(above):
            if titled and _CAPTION.match(bare(text)):
                continue  # the name of the table stands between it and the title of its section
            if _ANNEX.match(bare(text)) or len(text) > _LONGEST_SECTION:
                break
            if text.endswith((".", ";", ":")):
                continue  # a sentence that introduces the section
            code, title = section_title(text)
            if code and (titled or " " in code):
                self._open_theme(code, title, {})
                return
            plain = plain or text
        if titled and plain:
            self._open_theme("", plain, {})

    def table(self) -> Table:
        """Return the table as far as it was read."""
        rows = self._found
        while rows and rows[-1].kind == "section" and rows[-1].inferred:
            rows = rows[:-1]  # a note below the table
        return Table(self.layout.columns, tuple(rows))

    def read(self, lines: Sequence[Sequence[Block]]) -> None:
        """Read further rows."""
        made = [line for row in lines if (line := self._line(row))]
        self._bare_heads = self._bare_heads or self._numbers_head_sections(made)
        for place, line in enumerate(made):
            self._take(line, made[place + 1] if place + 1 < len(made) else None)

    def _line(self, row: Sequence[Block]) -> _Line | None:
        width = self.layout.width
        texts = ["" if cell.text in _DASHES else cell.text for cell in row][:width]
        texts += [""] * (width - len(texts))
        merged = [cell.merged for cell in row][:width]
        merged += [0] * (width - len(merged))
        if not any(texts) or tuple(texts) in self.layout.heads or numbers_columns(texts):
            return None
        line = _Line(texts, merged, row[0].place())
        number = self.layout.number
        if number is not None:
            texts[number] = _DECIMAL.sub(r"\1.\2", texts[number])
            line.label = read_label(texts[number])
        return None if line.label is None and _is_total(texts) else line

    def _numbers_head_sections(self, lines: Sequence[_Line]) -> bool:
        """Say whether rows 1, 2 … only head the rows 1.1, 1.2 … below them."""
        if self.layout.columns.kind == "indicators":
            return False
        labelled = [line for line in lines if line.label and line.label.form == "number"]
        tops = [line for line in labelled if not (line.label and line.label.parent)]
        return len(tops) < len(labelled) and all(self._alone(line) is not None for line in tops)

    # 1. Sections ------------------------------------------------------------------------------

    def _alone(self, line: _Line) -> str | None:
        """Return the only text of a row beside its label, None when there are several."""
        number = self.layout.number
        texts = {
            text
            for place, text in enumerate(line.texts)
            if text and text != "-" and not (place == number and line.label)
        }
        if len(texts) == 2 and number is not None and _COUNTED.fullmatch(line.texts[number]):  # noqa: PLR2004  the label and its title
            texts.discard(line.texts[number])
        return next(iter(texts)) if len(texts) == 1 else None

    def _section(self, line: _Line, below: _Line | None) -> tuple[str, str] | None:
        """Return (code, title) of a row that heads the rows below it; None for any other row."""
        text = self._alone(line)
        if text is None or len(text) > _LONGEST_SECTION:
            return None
        spread = sum(cell == text for cell in line.texts)
        label, tasks = line.label, self.layout.columns.kind == "tasks"
        if label:
            heads = label.form in {"roman", "capital"}
            if label.form == "group":
                return label.code, text
            parted = below is not None and below.label is not None and below.label.form == "letter"
            numbered = label.form in {"number", "printed"} and (spread > 2 or self._bare_heads)  # noqa: PLR2004  more than the title
            return (label.code, text) if heads or (tasks and numbered and not parted) else None
        if counted := self._counted(line, text):
            return counted
        code, title = section_title(text)
        at_start = line.texts[0] == text or (
            self.layout.number is not None and line.texts[self.layout.number]
        )
        if spread > 1 or at_start:
            return code, title
        group = bool(code) and not code.isdigit()
        return (code, title) if group or self._heads_alone(line, text, below) else None

    def _counted(self, line: _Line, text: str) -> tuple[str, str] | None:
        """Return a section whose words and count stand in the column of numbers, whatever the words."""
        number = self.layout.number
        printed = "" if number is None else line.texts[number]
        wide = self.layout.width > 3  # noqa: PLR2004  a row of few cells may be a task
        return (
            (printed.rstrip(".:) "), text)
            if wide and printed != text and _COUNTED.fullmatch(printed)
            else None
        )

    def _heads_alone(self, line: _Line, text: str, below: _Line | None) -> bool:
        """Say whether words in the title column alone head a section and do not end the row above."""
        if line.texts[self.layout.place("title") or 0] != text or not text[:1].isupper():
            return False
        if not self._numbered:
            return below is not None and self._alone(below) is None
        ended = self._above is None or bool(
            below and below.label and below.label.form in {"number", "printed"} and not below.label.parent
        )
        return ended and (self._above is None or not self._title_runs_on())

    def _title_runs_on(self) -> bool:
        rows = [row for row in self._found if row.kind == "row"]
        title = rows[-1].cells[self._order("title")] if rows and rows[-1].cells else ""
        return bool(_CONNECTS.search(bare(title)))

    def _order(self, role: Role) -> int:
        return self.layout.columns.roles.index(role) - 1

    def _open_theme(self, code: str, title: str, place: dict[str, int]) -> None:
        if _CAPTION.match(bare(title)):
            return  # the name of the table itself
        above = next((row for row in reversed(self._found) if row.kind == "section"), None)
        if above and _CONTINUED.sub("", bare(title)) in {bare(above.paragraphs[0]), ""}:
            return  # repeated at the top of a new page
        self._themes += 1
        inferred = not code
        row = Row(code or str(self._themes), "section", place, paragraphs=(title,), inferred=inferred)
        self._found.append(row)

    # 2. Rows ----------------------------------------------------------------------------------

    def _take(self, line: _Line, below: _Line | None) -> None:
        if self._above:
            line.texts = [
                top if repeats_above(text) else text
                for text, top in zip(line.texts, self._above.texts, strict=True)
            ]
        if section := self._section(line, below):
            code, title = section
            if code or not (_FOOT.match(bare(title)) or title.endswith(".")):
                self._open_theme(code, title, line.place)
            return
        doubts = self._clear_wide_cells(line)
        theme = self.layout.place("theme")
        if theme is not None and _strays(line, theme):
            doubts.append(Doubt("cells_unclear"))
        elif theme is not None and line.texts[theme] and line.texts[theme] != self._theme:
            self._theme = line.texts[theme]
            if self.layout.columns.kind == "tasks":
                self._open_theme(*section_title(self._theme), line.place)
        self._add(line, doubts)
        self._above = line

    def _add(self, line: _Line, doubts: list[Doubt]) -> None:
        cells = [line.texts[place] for place in self.layout.places]
        title = self._order("title")
        above = next((row for row in reversed(self._found) if row.kind == "row"), None)
        if above and self._is_same_task(line, cells):
            self._join(above, line, cells)
            return
        code, parent, inferred = self._code(line, cells, title, above)
        if any(row.code == code and row.kind == "row" for row in self._found):
            doubts.append(Doubt("code_repeated", "code", {"printed": code}))
        self._found.append(
            Row(
                code,
                "row",
                line.place,
                cells=tuple(cells),
                parent=parent,
                inferred=inferred,
                doubts=tuple(doubts),
                lettered=bool(line.label and line.label.form == "letter"),
            )
        )

    def _code(
        self, line: _Line, cells: list[str], title: int, above: Row | None
    ) -> tuple[str, str | None, bool]:
        """Return (code, parent, whether it is inferred); a code that leads the title is taken out of it."""
        if line.label:
            label = line.label
            if label.form == "letter" and not label.parent:
                parent = next(
                    (row.code for row in reversed(self._found) if row.kind == "row" and not row.lettered),
                    None,
                )
                label = read_label(line.texts[self.layout.number or 0], parent) or label
            return label.code, label.parent, False
        if self._led:
            code, words = leading_code(cells[title])
            if code:
                cells[title] = words
                label_read = read_label(code)
                return (label_read.code, label_read.parent, False) if label_read else (code, None, False)
        printed = "" if self.layout.number is None else line.texts[self.layout.number]
        if found := _NUMBER_IN.match(printed):
            return found[1], None, False
        if self._numbered and above:
            return above.code, above.parent, False
        return str(sum(row.kind == "row" for row in self._found) + 1), None, True

    def _is_same_task(self, line: _Line, cells: Sequence[str]) -> bool:
        """Say whether the row goes on with the task above: no number and title of its own."""
        above = self._above
        title = self.layout.place("title")
        if above is None or title is None:
            return False
        if line.merged[title] and line.merged[title] == above.merged[title]:
            return True
        number = self.layout.number
        if line.label or (number is not None and line.texts[number] not in {"", *_BULLETS}):
            return False
        words = line.texts[title]
        if not words or not self._numbered:
            return not words
        return not self._is_whole(line, above, cells)

    def _is_whole(self, line: _Line, above: _Line, cells: Sequence[str]) -> bool:
        """Say whether a row without a number is a task of its own: nothing in it ends the row above."""
        title = self.layout.place("title") or 0
        time = self.layout.place("deadline")
        if not line.texts[title][:1].isupper() or sum(map(bool, cells)) <= _MOST * len(cells):
            return False
        return time is not None and is_deadline(line.texts[time]) and is_deadline(above.texts[time])

    def _join(self, above: Row, line: _Line, cells: Sequence[str]) -> None:
        earlier = self._above
        joined = [
            top
            if earlier and line.merged[place] and line.merged[place] == earlier.merged[place]
            else _joined(top, text)
            for top, text, place in zip(above.cells or (), cells, self.layout.places, strict=True)
        ]
        title = self.layout.place("title") or 0
        shared = earlier and line.merged[title] and line.merged[title] == earlier.merged[title]
        whole = not shared and sum(map(bool, cells)) > len(cells) / 2
        place = len(self._found) - 1 - self._found[::-1].index(above)
        self._found[place] = replace(above, cells=tuple(joined), swallowed=above.swallowed + whole)

    def _clear_wide_cells(self, line: _Line) -> list[Doubt]:
        """Leave a cell that is merged over unlike columns only where its words fit."""
        roles = dict(zip(self.layout.places, self.layout.columns.roles[1:], strict=True))
        doubts = []
        for merged, group in groupby(range(len(line.texts)), key=lambda place: line.merged[place]):
            places = [place for place in group if place in roles]
            if not merged or len({roles[place] for place in places}) < 2 or not line.texts[places[0]]:  # noqa: PLR2004  one role is no doubt
                continue
            timed = [
                place for place in places if roles[place] == "deadline" and is_deadline(line.texts[place])
            ]
            kept = (timed or places)[0]
            for place in places:
                if place != kept:
                    line.texts[place] = ""
            doubts.append(
                Doubt("cell_merged", _FIELDS.get(roles[kept], roles[kept]), {"count": str(len(places))})
            )
        return doubts


_FIELDS = {"deadline": "deadline_text", "target": "target_text"}


def _is_total(texts: Sequence[str]) -> bool:
    """Say whether a row adds up others: “Total value of exports” has a unit or a body."""
    found = next((text for text in texts[:2] if _TOTAL.match(bare(text))), "")
    return bool(found) and not any(
        len(_WORD.findall(text)) > 1 and not _DIGIT.search(text) for text in texts if text != found
    )


def _numbers_rows(body: Sequence[Sequence[Block]], number: int) -> bool:
    """Say whether a column numbers the rows themselves, not only the sections above them."""
    full = [line for line in body if 2 * len({cell.text for cell in line if cell.text}) > len(line)]
    bare_rows = sum(len(line) > number and line[number].text in {"", *_BULLETS} for line in full)
    return not full or bare_rows <= _MOST * len(full)


def numbers_columns(texts: Sequence[str]) -> bool:
    """Say whether a row only numbers the columns: 1 2 3, (1) (2) (3), A B 1 2 3."""
    found = [_COLUMN_NUMBER.fullmatch(text) for text in texts if text]
    if len(found) < 3 or not all(found):  # noqa: PLR2004  the fewest columns of a table
        return False
    signs = [match[1] for match in found if match]
    numbers = [int(sign) for sign in signs if sign.isdigit()]
    letters = [sign for sign in signs if not sign.isdigit()]
    steps = {after - before for before, after in pairwise(numbers)}
    in_order = letters == [chr(ord("A") + place) for place in range(len(letters))]
    return steps <= {0, 1} and in_order and (numbers[:1] in ([1], [0]) or not numbers)


def _strays(line: _Line, theme: int) -> bool:
    """Say whether an entry of a list of bodies was dealt to the column of themes."""
    return "line" in line.place and line.texts[theme][:1] in {*_BULLETS, "—", "·", "▪", "●"}


def _joined(above: str, text: str) -> str:
    if not above or not text or text == "-":
        return above or text
    runs_on = text[:1].islower() or bool(_CONNECTS.search(bare(above)))
    return f"{above} {text}" if runs_on else f"{above}\n{text}"
