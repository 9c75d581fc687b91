"""Pages of a PDF as PDFium shows them: words with their place, drawn lines, and nothing that runs."""

import ctypes
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from math import hypot, pi
from typing import Any, NamedTuple

from thuocdo.documents import errors
from thuocdo.documents.errors import Unreadable
from thuocdo.documents.letters import SUPPOSED, Word, words_of, woven

MAX_PAGES = 400
MAX_ON_PAGE = 50_000
_DEEPEST_FORM = 5
_THIN = 4.0  # points; a filled shape so thin is a line
_QUARTER = pi / 2
_TILT = 0.05  # radians
_SCAN_WORDS = 100  # letters that a stamp on a picture of a page may have
_OUTLINES = 2_000  # strokes of letters that are drawn, not written
_LEGACY_SHARE = 0.2
_SURROGATES = range(0xD800, 0xE000)
_LAST_SIGN = 0x10FFFF
_FONT_NAME = 256
_ABOVE, _BELOW = 0.9, 0.22  # of a font's size; how far letters reach, where the file does not say
_LEAST_DEPTH, _LEAST_REACH = 0.12, 0.8  # no font for text reaches less far


class Ruling(NamedTuple):
    """A drawn line that runs along the page or across it, as the rectangle that it covers."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(slots=True)
class Sheet:
    """One page, turned so that its words run from left to right."""

    number: int
    width: float = 0
    height: float = 0
    words: list[Word] = field(default_factory=list)
    rulings: list[Ruling] = field(default_factory=list)
    tilted: str = ""  # words across the page, such as a watermark
    pictures: int = 0
    strokes: int = 0
    letters: int = 0


def read_sheets(data: bytes) -> list[Sheet]:
    """Return the pages; Unreadable for what is no PDF, has a password, no text or too much of it."""
    import pypdfium2  # noqa: PLC0415  the base install has no PDFium

    try:
        document: Any = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        locked = fault.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD
        raise Unreadable(errors.PROTECTED if locked else errors.DAMAGED) from None
    try:
        if len(document) > MAX_PAGES:
            raise Unreadable(errors.TOO_MANY_PAGES, limit=str(MAX_PAGES))
        fonts: Counter[str] = Counter()
        sheets = [_sheet(document, number, fonts) for number in range(1, len(document) + 1)]
    except pypdfium2.PdfiumError:
        raise Unreadable(errors.DAMAGED) from None
    finally:
        document.close()
    _refuse_legacy_fonts(fonts)
    letters = sum(sheet.letters for sheet in sheets)
    pictures = sum(sheet.pictures > 0 or sheet.strokes > _OUTLINES for sheet in sheets)
    scanned = pictures * 2 >= len(sheets) > 0
    if scanned and letters < _SCAN_WORDS * len(sheets):
        raise Unreadable(errors.NO_TEXT)
    return sheets


def _sheet(document: Any, number: int, fonts: Counter[str]) -> Sheet:
    page = document[number - 1]
    try:
        return _Page(page, Sheet(number), fonts).read()
    finally:
        page.close()


def _refuse_legacy_fonts(fonts: Counter[str]) -> None:
    """Refuse letters of a font that shows Vietnamese by other signs than Unicode's."""
    signs = Counter[str]()
    for name, count in fonts.items():
        plain = name.rpartition("+")[2].lower()
        kind = "VNI" if plain.startswith("vni") else "TCVN3 (ABC)" if plain.startswith((".vn", "vn")) else ""
        signs[kind] += count
    total = signs.total()
    for kind, count in signs.items():
        if kind and count >= _LEGACY_SHARE * total:
            raise Unreadable(errors.LEGACY, encoding=kind)


class _Page:
    """Reads one page: its objects first, which tell how the words run, then the letters."""

    def __init__(self, page: Any, sheet: Sheet, fonts: Counter[str]) -> None:
        import pypdfium2.raw  # noqa: PLC0415  the base install has no PDFium

        self._raw: Any = pypdfium2.raw
        self._page, self._sheet, self._fonts = page, sheet, fonts
        self._seen = 0
        self._turned = False
        self._names: dict[int | None, str] = {}
        self._clips: dict[int | None, Any] = {}
        self._reaches: dict[int | None, bool] = {}
        box = self._raw.FS_RECTF()
        self._raw.FPDF_GetPageBoundingBox(page, box)
        self._box = (box.left, box.bottom, box.right, box.top)

    def read(self) -> Sheet:
        """Return the page."""
        sheet = self._sheet
        shapes = list(self._shapes(self._page.raw, None, 0))
        signs = list(self._signs())
        turn = 0
        if self._turned:
            angles = Counter(turn for *_sign, turn in signs if turn is not None)
            turn = max(angles, key=lambda found: angles[found], default=0)
            sheet.tilted = "".join(sign for sign, *_box, other in signs if other != turn)
            signs = [
                (sign, *self._upright(x0, y0, x1, y1, turn), 0)
                for sign, x0, y0, x1, y1, other in signs
                if other == turn
            ]
        left, bottom, right, top = self._box
        size = (right - left, top - bottom)
        sheet.width, sheet.height = size if turn % 2 == 0 else size[::-1]
        sheet.rulings = [
            line for line in (Ruling(*self._upright(*shape, turn)) for shape in shapes) if _straight(line)
        ]
        words = words_of(signs)
        if not self._turned:  # so many letters: only the words are put upright
            words = (
                Word(word.text, *self._upright(word.x0, word.y0, word.x1, word.y1, 0), word.glued)
                for word in words
            )
        sheet.words = woven([word for word in words if self._visible(word)])
        sheet.letters = sum(len(word.text) for word in sheet.words)
        return sheet

    def _visible(self, word: Word) -> bool:
        across, down = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
        return 0 <= across <= self._sheet.width and 0 <= down <= self._sheet.height

    def _upright(
        self, x0: float, y0: float, x1: float, y1: float, turn: int
    ) -> tuple[float, float, float, float]:
        """Return a rectangle with y growing downwards, on the page turned clockwise so many quarters."""
        left, bottom, right, top = self._box
        if turn == 0:
            return x0 - left, top - y1, x1 - left, top - y0
        if turn == 1:
            return y0 - bottom, x0 - left, y1 - bottom, x1 - left
        if turn == 2:  # noqa: PLR2004  half a turn
            return right - x1, y0 - bottom, right - x0, y1 - bottom
        return top - y1, right - x1, top - y0, right - x0

    def _count(self, more: int) -> None:
        self._seen += more
        if self._seen > MAX_ON_PAGE:
            raise Unreadable(errors.TOO_FULL, page=str(self._sheet.number), limit=f"{MAX_ON_PAGE:,}")

    def _shapes(self, holder: Any, matrix: Any, depth: int) -> Iterator[tuple[float, float, float, float]]:
        """Yield the lines below a page or a form, and take note of fonts and pictures."""
        raw = self._raw
        if depth:
            count, get = raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject
        else:
            count, get = raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject
        total = count(holder)
        self._count(max(0, total))
        for place in range(total):
            found = get(holder, place)
            kind = raw.FPDFPageObj_GetType(found)
            if kind == raw.FPDF_PAGEOBJ_TEXT:
                self._note_text(found, matrix)
                if not depth:  # a form has its own measure, which its clips keep to
                    self._clips[_address(found)] = found
            elif kind == raw.FPDF_PAGEOBJ_PATH:
                yield from (_moved(shape, matrix) for shape in self._path(found))
            elif kind == raw.FPDF_PAGEOBJ_IMAGE:
                self._sheet.pictures += 1
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST_FORM:
                yield from self._shapes(found, _joined(self._matrix(found), matrix), depth + 1)

    def _matrix(self, found: Any) -> tuple[float, ...]:
        made = self._raw.FS_MATRIX()
        self._raw.FPDFPageObj_GetMatrix(found, made)
        return made.a, made.b, made.c, made.d, made.e, made.f

    def _note_text(self, found: Any, matrix: Any) -> None:
        raw = self._raw
        font = raw.FPDFTextObj_GetFont(found)
        key = _address(font)
        if key not in self._names:
            made = ctypes.create_string_buffer(_FONT_NAME)
            raw.FPDFFont_GetBaseFontName(font, made, _FONT_NAME)
            self._names[key] = made.value.decode("utf-8", "replace")
        self._fonts[self._names[key]] += 1
        a, b, *_rest = _joined(self._matrix(found), matrix)
        self._turned = self._turned or a <= 0 or abs(b) > _TILT * a

    def _path(self, found: Any) -> Iterator[tuple[float, float, float, float]]:
        """Yield the straight lines of a drawn path and the thin shapes of a filled one."""
        raw = self._raw
        filled, stroked = ctypes.c_int(), raw.FPDF_BOOL()
        raw.FPDFPath_GetDrawMode(found, filled, stroked)
        segments = raw.FPDFPath_CountSegments(found)
        self._count(max(0, segments))
        self._sheet.strokes += max(0, segments)
        if not (filled.value or stroked.value):
            return
        simple = 2 if stroked.value else 6
        if segments <= simple:
            left, bottom, right, top = (ctypes.c_float() for _side in range(4))
            if raw.FPDFPageObj_GetBounds(found, left, bottom, right, top):
                yield left.value, bottom.value, right.value, top.value
            return
        matrix = self._matrix(found)
        for points in self._outlines(found, segments):
            moved = [_point(x, y, matrix) for x, y in points]
            if stroked.value:
                yield from (_around(pair) for pair in pairwise(moved))
            else:
                yield _around(moved)

    def _outlines(self, found: Any, segments: int) -> Iterator[list[tuple[float, float]]]:
        """Yield the points of each part of a path; curves end one, for they are no borders."""
        raw = self._raw
        x, y = ctypes.c_float(), ctypes.c_float()
        points: list[tuple[float, float]] = []
        for place in range(segments):
            segment = raw.FPDFPath_GetPathSegment(found, place)
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            if raw.FPDFPathSegment_GetType(segment) != raw.FPDF_SEGMENT_LINETO and points:
                yield points
                points = []
            points.append((x.value, y.value))
            if raw.FPDFPathSegment_GetClose(segment):
                points.append(points[0])
        if points:
            yield points

    def _signs(self) -> Iterator[tuple[str, float, float, float, float, int | None]]:
        """Yield each letter with its box and the quarter turns of its line, None for one that runs askew."""
        raw = self._raw
        text = raw.FPDFText_LoadPage(self._page)
        try:
            total = raw.FPDFText_CountChars(text)
            self._count(max(0, total))
            box = raw.FS_RECTF()
            begins, left_out, fitted = True, False, False
            turn: int | None = 0
            for place in range(total):
                code = raw.FPDFText_GetUnicode(text, place)
                if code in _SURROGATES or not 0 < code <= _LAST_SIGN:
                    continue
                sign = chr(code)
                if sign.isspace():
                    begins = True
                    supposed = raw.FPDFText_IsGenerated(text, place)
                    yield SUPPOSED if supposed else " ", 0, 0, 0, 0, turn
                    continue
                raw.FPDFText_GetLooseCharBox(text, place, box)
                if begins:  # asked for each word only: it costs as much as the letters do
                    begins = False
                    found = raw.FPDFText_GetTextObject(text, place)
                    left_out = self._is_cut_off(found, box)
                    fitted = not (self._turned or self._says_reach(found))
                if left_out:
                    continue
                if fitted:
                    box.bottom, box.top = self._reach(text, place)
                if self._turned:
                    quarters = raw.FPDFText_GetCharAngle(text, place) / _QUARTER
                    turn = -round(quarters) % 4 if abs(quarters - round(quarters)) < _TILT else None
                yield sign, box.left, box.bottom, box.right, box.top, turn
        finally:
            raw.FPDFText_ClosePage(text)

    def _says_reach(self, found: Any) -> bool:
        """Say whether the font tells how far its letters reach; else PDFium measures some of them."""
        raw = self._raw
        font = raw.FPDFTextObj_GetFont(found) if found else None
        key = _address(font)
        if key not in self._reaches:
            up, down = ctypes.c_float(), ctypes.c_float()
            unit = ctypes.c_float(1.0)
            known = (
                font and raw.FPDFFont_GetAscent(font, unit, up) and raw.FPDFFont_GetDescent(font, unit, down)
            )
            self._reaches[key] = not known or (
                down.value < -_LEAST_DEPTH and up.value - down.value > _LEAST_REACH
            )
        return self._reaches[key]

    def _reach(self, text: Any, place: int) -> tuple[float, float]:
        """Return the lower and the upper end of a letter's line, by the size of its font."""
        raw = self._raw
        made, x, y = raw.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetMatrix(text, place, made)
        size = raw.FPDFText_GetFontSize(text, place) * hypot(made.c, made.d)
        raw.FPDFText_GetCharOrigin(text, place, x, y)
        return y.value - _BELOW * size, y.value + _ABOVE * size

    def _is_cut_off(self, found: Any, box: Any) -> bool:
        """Say whether a letter lies beyond its clip, as Chromium leaves some at the end of pages."""
        key = _address(found)
        clip = self._clips.get(key)
        if clip is None:
            return False
        if not isinstance(clip, tuple):
            clip = self._clips[key] = self._clip(clip)
        left, bottom, right, top = clip
        across, down = (box.left + box.right) / 2, (box.bottom + box.top) / 2
        return not (left - 1 <= across <= right + 1 and bottom - 1 <= down <= top + 1)

    def _clip(self, found: Any) -> tuple[float, float, float, float]:
        """Return the rectangle around what the clips of an object show."""
        raw = self._raw
        path = raw.FPDFPageObj_GetClipPath(found)
        left = bottom = float("-inf")
        right = top = float("inf")
        x, y = ctypes.c_float(), ctypes.c_float()
        for number in range(max(0, raw.FPDFClipPath_CountPaths(path)) if path else 0):
            segments = max(0, raw.FPDFClipPath_CountPathSegments(path, number))
            self._count(segments)
            points = []
            for place in range(segments):
                raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(path, number, place), x, y)
                points.append((x.value, y.value))
            if points:
                shown = _around(points)
                left, bottom = max(left, shown[0]), max(bottom, shown[1])
                right, top = min(right, shown[2]), min(top, shown[3])
        return left, bottom, right, top


def _address(handle: Any) -> int | None:
    return ctypes.cast(handle, ctypes.c_void_p).value


def _straight(line: Ruling) -> bool:
    return min(line.x1 - line.x0, line.y1 - line.y0) <= _THIN


def _point(x: float, y: float, matrix: tuple[float, ...]) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _around(points: Any) -> tuple[float, float, float, float]:
    across, down = [x for x, _y in points], [y for _x, y in points]
    return min(across), min(down), max(across), max(down)


def _moved(shape: tuple[float, float, float, float], matrix: Any) -> tuple[float, float, float, float]:
    if matrix is None:
        return shape
    x0, y0, x1, y1 = shape
    return _around([_point(x0, y0, matrix), _point(x1, y1, matrix)])


def _joined(inner: tuple[float, ...], outer: Any) -> tuple[float, ...]:
    if outer is None:
        return inner
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m
