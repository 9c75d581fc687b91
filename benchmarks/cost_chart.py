"""A chart of what a pass costs by how many rows it reads, as SVG, beside the line of a linear cost."""

from collections.abc import Sequence
from dataclasses import dataclass

_WIDTH, _HEIGHT, _LEFT, _BOTTOM, _TOP = 640, 400, 64, 56, 40


@dataclass(frozen=True, slots=True)
class Point:
    """What one pass over so many rows took: seconds on the clock, and of the processors."""

    rows: int
    seconds: float
    cpu: float


def chart(points: Sequence[Point]) -> str:
    """Return the chart, each series with its line."""
    most_rows = max(point.rows for point in points)
    most = max(max(point.seconds, point.cpu) for point in points) * 1.1
    series = (
        ("processor seconds", "#1f4e79", [(point.rows, point.cpu) for point in points]),
        ("seconds on the clock", "#b35900", [(point.rows, point.seconds) for point in points]),
    )

    def place(rows: float, seconds: float) -> tuple[float, float]:
        across = _LEFT + rows / (most_rows * 1.05) * (_WIDTH - _LEFT - 24)
        return across, _HEIGHT - _BOTTOM - seconds / most * (_HEIGHT - _BOTTOM - _TOP)

    box = f'viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {box} font-family="sans-serif" font-size="13">',
        "<title>Cost of one fused pass by the number of rows (illustrative data)</title>",
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
    ]
    zero, right, top = place(0, 0), place(most_rows * 1.05, 0), place(0, most)
    parts += [_line(zero, end, "#444") for end in (right, top)]
    for number, (name, colour, found) in enumerate(series):
        fixed, slope = fitted(found)
        parts.append(_line(place(0, fixed), place(most_rows, fixed + slope * most_rows), colour, dashed=True))
        said = f"● {name}: {fixed:.2f} s + {slope * 1e9:.0f} ns a row (dashed)"
        parts.append(_text(_LEFT + 16, _TOP + 18 * number, said, fill=colour))
        for rows, cost in found:
            across, down = place(rows, cost)
            parts.append(f'<circle cx="{across:.1f}" cy="{down:.1f}" r="4.5" fill="{colour}"/>')
            parts.append(
                _text(across - 8, down - 8 + 24 * number, f"{cost:.2f} s", fill=colour, anchor="end")
            )
    for point in points:
        across, down = place(point.rows, 0)
        parts.append(_text(across, down + 20, f"{point.rows / 1e6:g}", anchor="middle"))
    parts.append(_text(_WIDTH / 2, _HEIGHT - 12, "million rows (illustrative)", anchor="middle"))
    return "\n".join([*parts, "</svg>"]) + "\n"


def fitted(points: Sequence[tuple[int, float]]) -> tuple[float, float]:
    """Return the line of least squares through rows and seconds: what is paid once, and for each row."""
    rows, seconds = (sum(values) / len(points) for values in zip(*points, strict=True))
    spread = sum((each - rows) ** 2 for each, _cost in points)
    slope = sum((each - rows) * (cost - seconds) for each, cost in points) / spread if spread else 0.0
    return seconds - slope * rows, slope


def _line(start: tuple[float, float], end: tuple[float, float], colour: str, *, dashed: bool = False) -> str:
    places = f'x1="{start[0]:.1f}" y1="{start[1]:.1f}" x2="{end[0]:.1f}" y2="{end[1]:.1f}"'
    dashes = ' stroke-dasharray="5 5"' if dashed else ""
    return f'<line {places} stroke="{colour}"{dashes}/>'


def _text(across: float, down: float, words: str, *, fill: str = "#222", anchor: str = "start") -> str:
    return f'<text x="{across:.1f}" y="{down:.1f}" fill="{fill}" text-anchor="{anchor}">{words}</text>'
