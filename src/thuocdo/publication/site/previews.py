"""The pictures that social networks show beside a link: a status's shape, without words.

Drawn here from convex pieces and written as PNG with what Python has. No library at hand draws text, and no
font is on every machine (docs/decisions/0023): the words stand in the page's og:title and og:description.
Only the illustrative mark is spelled, in letters made of squares.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from thuocdo.publication.site.canvas import Canvas, Point

FOLDER = "assets/preview/"
WIDTH, HEIGHT = 1200, 630
GENERAL = "general"
_PAPER, _INK, _CARD, _AMBER, _DARK = "#FBFAF6", "#14202E", "#FFFFFF", "#F0B429", "#2A1B00"
_DONE, _TRACK, _RISK_EDGE, _LATE, _NONE = "#0F3D5E", "#2F8C9F", "#8A5A00", "#BA2D20", "#6B7480"
_MIDDLE, _SIZE = (600, 300), 360
_BAND = 64
_DOT = 5
Piece = tuple[str, str, Sequence[Sequence[Point]]]
"""Colour, the colour below it, and convex pieces in the 20 × 20 units of the site's shapes."""

_LETTERS = {
    "A": "01110 10001 10001 11111 10001 10001 10001",
    "E": "11111 10000 10000 11110 10000 10000 11111",
    "H": "10001 10001 10001 11111 10001 10001 10001",
    "I": "111 010 010 010 010 010 111",
    "L": "10000 10000 10000 10000 10000 10000 11111",
    "M": "10001 11011 10101 10101 10001 10001 10001",
    "N": "10001 11001 10101 10101 10011 10001 10001",
    "O": "01110 10001 10001 10001 10001 10001 01110",
    "R": "11110 10001 10001 11110 10100 10010 10001",
    "S": "01111 10000 10000 01110 00001 00001 11110",
    "T": "11111 00100 00100 00100 00100 00100 00100",
    "U": "10001 10001 10001 10001 10001 10001 01110",
    "V": "10001 10001 10001 10001 01010 01010 00100",
    "Ạ": "01110 10001 10001 11111 10001 10001 10001 00000 00100",
    "/": "00001 00001 00010 00100 01000 10000 10000",
    " ": "000 000 000 000 000 000 000",
}


def files(*, illustrative: bool) -> Iterator[tuple[str, bytes]]:
    """Yield a picture for each shape and one for all other pages; the same bytes every time."""
    for name in (*_shapes(), GENERAL):
        yield f"{FOLDER}{name}.png", _picture(name, illustrative)


@cache
def _picture(name: str, illustrative: bool) -> bytes:  # noqa: FBT001  a part of the cache's key
    canvas = Canvas(WIDTH, HEIGHT, _PAPER)
    for place in range(40):  # the yardstick along the foot
        canvas.box(place * 30 + 13, HEIGHT - (70 if place % 5 == 0 else 40), 4, 70, _INK)
    if illustrative:
        canvas.box(0, 0, WIDTH, _BAND, _AMBER)
        _spell(canvas, "MINH HOẠ / ILLUSTRATIVE")
    for colour, below, pieces in _shapes().get(name, _general()):
        for piece in pieces:
            canvas.fill([_placed(point) for point in piece], colour, below)
    return canvas.png()


def _spell(canvas: Canvas, text: str) -> None:
    """Write a text of the known letters into the band, each of squares."""
    letters = [_LETTERS[letter].split() for letter in text]
    wide = sum(len(rows[0]) + 1 for rows in letters) * _DOT
    x = (WIDTH - wide) // 2
    for rows in letters:
        for line, row in enumerate(rows):
            for place, dot in enumerate(row):
                if dot == "1":
                    canvas.box(x + place * _DOT, 9 + line * _DOT, _DOT, _DOT, _DARK)
        x += (len(rows[0]) + 1) * _DOT


def _placed(point: Point) -> Point:
    unit = _SIZE / 20
    return _MIDDLE[0] + (point[0] - 10) * unit, _MIDDLE[1] + (point[1] - 10) * unit


@cache
def _shapes() -> Mapping[str, tuple[Piece, ...]]:
    """Return the site's shapes (templates/macros.html), drawn of discs, corners and strokes."""
    tick = ((6, 10.3), (8.8, 13.1), (14.2, 7.4))
    square, inner = _square(1.9, 3.4), _square(3.7, 2.5)
    starts = [3.1 + 3.8 * place for place in range(4)]
    dash = [_stroke((at, y), (at + 2.4, y), 1.8) for at in starts for y in (2.2, 17.8)]
    dash += [_stroke((x, at), (x, at + 2.4), 1.8) for at in starts for x in (2.2, 17.8)]
    triangle = [(10, 1.9), (18.6, 17.5), (1.4, 17.5)]
    return {
        "done": ((_DONE, _PAPER, [_disc(10, 10, 8.6)]), (_CARD, _DONE, _line(tick, 2.1))),
        "claimed": (
            (_DONE, _PAPER, [_disc(10, 10, 8.7)]),
            (_CARD, _DONE, [_disc(10, 10, 6.9)]),
            (_DONE, _CARD, _line(((6.4, 10.3), (8.9, 12.8), (13.7, 7.8)), 1.8)),
        ),
        "ontrack": (
            (_TRACK, _PAPER, [square]),
            (
                _CARD,
                _TRACK,
                [*_line(((5.6, 10), (13.6, 10)), 2.1), *_line(((10.4, 6.6), (13.9, 10), (10.4, 13.4)), 2.1)],
            ),
        ),
        "within": (
            (_TRACK, _PAPER, [square]),
            (_CARD, _TRACK, [inner]),
            (_TRACK, _CARD, [_disc(10, 10, 1.9)]),
        ),
        "risk": (
            (_AMBER, _PAPER, [triangle]),
            (_DARK, _AMBER, [*_line(((10, 7.4), (10, 12)), 2.1), _disc(10, 14.7, 1.15)]),
        ),
        "late": (
            (_LATE, _PAPER, [[(10, 0.9), (19.1, 10), (10, 19.1), (0.9, 10)]]),
            (_CARD, _LATE, [*_line(((10, 5.6), (10, 10.8)), 2.1), _disc(10, 13.8, 1.15)]),
        ),
        "na": ((_NONE, _PAPER, [*dash, *_line(((6.6, 10), (13.4, 10)), 2.1)]),),
        "replaced": (
            (
                _NONE,
                _PAPER,
                [
                    *_line(((3, 6.5), (14, 6.5)), 2.1),
                    *_line(((11.4, 3.9), (14, 6.5)), 2.1),
                    *_line(((17, 13.5), (6, 13.5)), 2.1),
                    *_line(((8.6, 16.1), (6, 13.5)), 2.1),
                ],
            ),
        ),
    }


def _general() -> tuple[Piece, ...]:
    """Return the mark of the site: bars on a ground line."""
    bars = [
        ((7, 24), (25, 24)),
        *(((x, 24), (x, top)) for x, top in ((9.5, 19), (14, 16), (18.5, 13), (23, 8))),
    ]
    lines = [_line([(x / 1.6, y / 1.6) for x, y in bar], 1.5) for bar in bars]
    return ((_INK, _PAPER, [_square(0, 5)]), (_CARD, _INK, [piece for line in lines for piece in line]))


def _disc(x: float, y: float, radius: float) -> list[Point]:
    turns = [math.tau * step / 96 for step in range(96)]
    return [(x + radius * math.cos(turn), y + radius * math.sin(turn)) for turn in turns]


def _square(edge: float, radius: float) -> list[Point]:
    """Return a square with round corners, `edge` units from the border."""
    near, far = edge + radius, 20 - edge - radius
    corners = ((far, far, 0), (near, far, 1), (near, near, 2), (far, near, 3))
    turns = [(x, y, math.tau * (quarter / 4 + step / 64)) for x, y, quarter in corners for step in range(17)]
    return [(x + radius * math.cos(turn), y + radius * math.sin(turn)) for x, y, turn in turns]


def _line(points: Sequence[Point], width: float) -> list[Sequence[Point]]:
    """Return a line with round ends and joints."""
    strokes = [_stroke(one, other, width) for one, other in pairwise(points)]
    return [*strokes, *(_disc(x, y, width / 2) for x, y in points)]


def _stroke(one: Point, other: Point, width: float) -> list[Point]:
    length = math.dist(one, other)
    x, y = (other[1] - one[1]) / length * width / 2, (one[0] - other[0]) / length * width / 2
    return [
        (one[0] + x, one[1] + y),
        (other[0] + x, other[1] + y),
        (other[0] - x, other[1] - y),
        (one[0] - x, one[1] - y),
    ]
