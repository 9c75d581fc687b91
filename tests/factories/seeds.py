"""One small valid file of each format, for tests that change it."""

from functools import cache

from tests.factories import sheets
from tests.factories.documents import SAMPLE, as_docx, as_html, as_markdown, sample
from tests.factories.printing import written

_WORDS = ("The programme of the government", "for the tasks of the ministries and the provinces")
_ROWS = (
    ("No.", "Task", "Lead agency", "Deadline"),
    ("1.", "Plant trees in the yard of the school", "Ministry of Health", "6/2026"),
    ("2.", "Write a guide for the planting of trees", "Ministry of Finance", "7/2026"),
)
_COLUMNS = (60, 90, 330, 470, 540)
_TOP, _HIGH = 640, 30


def small_pdf() -> bytes:
    """Return a page with a heading and a table with drawn lines."""
    parts = [_text(60, 760 - 20 * number, words) for number, words in enumerate(_WORDS)]
    for number, row in enumerate(_ROWS):
        parts += (
            _text(x + 4, _TOP - _HIGH * number - 18, words) for x, words in zip(_COLUMNS, row, strict=False)
        )
    bottom = _TOP - _HIGH * len(_ROWS)
    parts += (f"{x} {_TOP} m {x} {bottom} l S" for x in _COLUMNS)
    for number in range(len(_ROWS) + 1):
        parts.append(f"{_COLUMNS[0]} {_TOP - _HIGH * number} m {_COLUMNS[-1]} {_TOP - _HIGH * number} l S")
    return written("\n".join(parts))


@cache
def seeds() -> dict[str, bytes]:
    """Return suffix → bytes."""
    content = sample()
    return {
        ".txt": SAMPLE.read_bytes(),
        ".md": as_markdown(content),
        ".docx": as_docx(content),
        ".html": as_html(content),
        ".xlsx": sheets.sample_xlsx(),
        ".csv": sheets.sample_csv(),
        ".pdf": small_pdf(),
    }


def _text(x: float, y: float, words: str) -> str:
    return f"BT /F1 9 Tf {x} {y} Td ({words}) Tj ET"
