"""The day on which a document was issued: in its letterhead, or beside a word that says so."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from thuocdo.documents.reading.headings import senses
from thuocdo.documents.reading.opening import Piece, labelled
from thuocdo.documents.reading.periods import Period, find_periods

_BLANK = re.compile(r"\bngay\s*[./…_ ]*\s*thang\s*[./…_ ]*\s*(?:nam|/)\s*(?:20\d\d|[./…_ ]*)\W*$")
"""“ngày … tháng … năm 2026” of a draft: nobody has issued it yet."""
_ISSUED = re.compile(
    r"\b(?:published|issued|issue|released?|publication|adopted|approved|endorsed|endorsement|agreed|launched|"
    r"updated|dated|notified|signed|done|given|tabled|version|posted|as at|ban hanh|thong qua|made public)\b"
)
_DATE = frozenset({"date", "ngay"})
_CLOCK = re.compile(r"\b\d{1,2}:\d\d\b")
_CITES = re.compile(
    r"\W*(?:can cu|thuc hien|theo|xet|pursuant|in line with|whereas|according|having regard|based on|"
    r"following|trien khai|kem theo|\d{1,3}[.)]\s)|(?!so\b|no\b).*\b(?:so|no)\W{0,3}\s*\d+[/-]"
)
_OTHER_DAY = re.compile(
    r"\b(?:by|before|until|till|to|from|since|due|deadline|effective|truoc|den|tu|han|hieu luc)"
    r"(?: (?!on\b)\w+){0,2}\W*$"
)
"""Words right before a day on which something else happens."""
_FIGURES = re.compile(r"\d{1,2}\D\d{1,2}\D20\d\d")
_MONTHS = 12
_PLACE = 7  # words before the day: “Thành phố Hồ Chí Minh”
_WORD = re.compile(r"[^\W\d_]+")


class Day(NamedTuple):
    """A day, and the words that it is taken from where they do not say for sure that it is the one."""

    day: date
    unsure: str = ""


def issued_on(found: Sequence[Piece], *, english: bool = False) -> Day | None:
    """Return the day of issue; a line that only names a day, or cites another document, is weaker or none.

    In English a day in figures may have the month first.
    """
    perhaps: Day | None = None
    for piece in found:
        if _BLANK.search(piece.words):
            return None
        days = [period for period in find_periods(piece.words) if period.kind == "date"]
        if len(days) != 1 or _CITES.match(piece.words):
            continue
        day = days[0]
        before = piece.words[: day.start]
        rest = f"{before} {piece.words[day.end :]}"
        said = labelled(piece.text)
        issued = bool(_ISSUED.search(rest)) or (said is not None and said[0] in _DATE)
        if _OTHER_DAY.search(before) or (said and not issued and _heads_times(said[0])):
            continue
        unsure = bool(day.doubt or _CLOCK.search(rest)) or (english and _may_be_month_first(piece, day))
        if not unsure and (issued or _is_of_letterhead(piece, day)):
            return Day(day.last)
        perhaps = perhaps or Day(day.last, piece.text)
    return perhaps


def _is_of_letterhead(piece: Piece, day: Period) -> bool:
    """Say whether the line is the place and the day, or the day alone."""
    before = piece.text[: day.start].strip()
    named = before[:1].isupper() or not before
    behind = _WORD.search(piece.words[day.end :])
    return not behind and named and len(_WORD.findall(before)) <= _PLACE and not before.endswith(":")


def _may_be_month_first(piece: Piece, day: Period) -> bool:
    """Say whether a day is printed in figures that could be month and day as well."""
    figures = _FIGURES.fullmatch(piece.words[day.start : day.end].strip())
    return bool(figures) and day.last.day <= _MONTHS and day.last.day != day.last.month


def _heads_times(label: str) -> bool:
    """Say whether a label heads the time of a task: “Deadline: …”."""
    return any("deadline" in sense.roles for sense in senses(label))
