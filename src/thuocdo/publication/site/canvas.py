"""A picture of few colours, filled with convex pieces whose edges are smoothed, as a PNG file.

Source: Portable Network Graphics (third edition): eight bits a pixel, with a palette.
"""

import math
import struct
import zlib
from collections.abc import Sequence

Point = tuple[float, float]
_LEVELS = 8
"""Steps between a colour and the one below it."""
_LINES = 4
"""Lines that are looked at within a pixel."""


class Canvas:
    """A picture under construction; colours are given as "#0F3D5E"."""

    def __init__(self, width: int, height: int, ground: str) -> None:
        self.width, self.height = width, height
        self._palette = [_rgb(ground)]
        self._steps: dict[tuple[str, str], int] = {}
        self._pixels = bytearray(width * height)

    def box(self, x: int, y: int, width: int, height: int, colour: str) -> None:
        """Fill a rectangle; what lies beyond the picture is left out."""
        index = self._step(colour, colour) + _LEVELS
        for row in range(y, min(y + height, self.height)):
            self._pixels[row * self.width + x : row * self.width + x + width] = bytes([index]) * width

    def fill(self, points: Sequence[Point], colour: str, below: str) -> None:
        """Fill a convex piece; `below` is the colour with which its edges are blended."""
        first = math.floor(min(y for _x, y in points))
        count = math.ceil(max(y for _x, y in points)) - first
        spans = _spans(points, first, count)
        step = self._step(colour, below)
        for row in range(count):
            lines = [span for span in spans[row * _LINES : (row + 1) * _LINES] if span[0] < span[1]]
            if lines:
                self._row(first + row, lines, step)

    def _row(self, row: int, lines: Sequence[Point], step: int) -> None:
        begin, end = math.floor(min(a for a, _b in lines)), math.ceil(max(b for _a, b in lines))
        whole = len(lines) == _LINES
        inner = math.ceil(max(a for a, _b in lines)) if whole else end
        outer = max(inner, math.floor(min(b for _a, b in lines))) if whole else end
        at = row * self.width
        self._pixels[at + inner : at + outer] = bytes([step + _LEVELS]) * (outer - inner)
        for x in (*range(begin, inner), *range(outer, end)):
            covered = sum(max(0.0, min(b, x + 1) - max(a, x)) for a, b in lines) / _LINES
            level, old = round(covered * _LEVELS), self._pixels[at + x] - step
            # Pieces of one colour may overlap: an edge takes nothing from what is filled already.
            self._pixels[at + x] = step + max(level, old if 0 <= old <= _LEVELS else 0)

    def _step(self, colour: str, below: str) -> int:
        """Return where the palette's steps from one colour to another begin."""
        key = (colour, below)
        if key not in self._steps:
            self._steps[key] = len(self._palette)
            over, under = _rgb(colour), _rgb(below)
            for level in range(_LEVELS + 1):
                mixed = [
                    (a * level + b * (_LEVELS - level)) // _LEVELS for a, b in zip(over, under, strict=True)
                ]
                self._palette.append(bytes(mixed))
        return self._steps[key]

    def png(self) -> bytes:
        """Return the picture as a file."""
        rows = (self._pixels[at : at + self.width] for at in range(0, len(self._pixels), self.width))
        head = struct.pack(">IIBBBBB", self.width, self.height, 8, 3, 0, 0, 0)
        data = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
        chunks = ((b"IHDR", head), (b"PLTE", b"".join(self._palette)), (b"IDAT", data), (b"IEND", b""))
        return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, body) for name, body in chunks)


def _spans(points: Sequence[Point], first: int, count: int) -> list[Point]:
    """Return from where to where each line lies within the piece."""
    lefts, rights = [math.inf] * (count * _LINES), [-math.inf] * (count * _LINES)
    for (x0, y0), (x1, y1) in zip(points, (*points[1:], points[0]), strict=True):
        low, high = ((x0, y0), (x1, y1)) if y0 <= y1 else ((x1, y1), (x0, y0))
        begin, end = ((y - first) * _LINES - 0.5 for y in (low[1], high[1]))
        for line in range(math.ceil(begin), math.ceil(end)):
            x = low[0] + (high[0] - low[0]) * (line - begin) / (end - begin)
            lefts[line], rights[line] = min(lefts[line], x), max(rights[line], x)
    return list(zip(lefts, rights, strict=True))


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _rgb(colour: str) -> bytes:
    return bytes.fromhex(colour.removeprefix("#"))
