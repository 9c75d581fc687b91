"""Rows of the indicator table become draft indicators, one for each horizon, with their doubts."""

from collections.abc import Mapping

from thuocdo.documents.reading.calendars import read_within
from thuocdo.documents.reading.doubts import Doubt
from thuocdo.documents.reading.rows import Row
from thuocdo.documents.reading.spelling import bare
from thuocdo.documents.reading.targets import HorizonTargets, read_targets
from thuocdo.documents.reading.tasks import BLANKS, Source, blank_doubts, title_doubts
from thuocdo.documents.types import DraftIndicator

INDICATOR_FIELDS = {"title": "title", "unit": "unit", "target": "target_text", "leads": "agencies"}
"""The draft's field for each column; a blank in one of them is remarked."""
_RANKS = frozenset({"thu bac", "thu hang", "xep hang", "hang", "rank", "ranking"})


def read_indicator(
    row: Row, texts: Mapping[str, str], horizon: int | None, source: Source, *, english: bool
) -> tuple[list[DraftIndicator], list[Doubt]]:
    """Return the indicator, one entry for each horizon that its cells or columns name, and its doubts."""
    unit = _filled(texts, "unit")
    owners = source.directory.read(_filled(texts, "leads"), "agencies")
    notes = [*owners.doubts, *title_doubts(texts["title"], source.notes)]
    if any(_filled(texts, role) for role in texts if role != "title"):
        notes += blank_doubts(texts, INDICATOR_FIELDS)
    else:
        notes.append(Doubt("header_row"))
    entries = []
    targets = _targets(texts, horizon)
    own, time_doubts = _own_year(texts, source)
    if own and len(targets) == 1:
        targets = [(own, targets[0][1])]
    notes += time_doubts
    for year, text in targets:
        parts, doubts = read_targets(text, unit=unit, english=english)
        notes += doubts
        if bare(unit) in _RANKS and _ranks_without_scope(parts):
            notes.append(Doubt("rank_without_scope", "targets"))
        entries += [
            DraftIndicator(
                code=row.code,
                parent=row.parent,
                title=texts["title"],
                unit=unit or None,
                target_text=text or None,
                targets=part.targets,
                agencies=owners.names,
                agencies_text=texts.get("leads") or None,
                horizon=part.horizon or year,
                confidence=1.0,
                source=row.place,
            )
            for part in parts or (HorizonTargets(None, ()),)
        ]
    if any(entry.horizon is None and entry.targets for entry in entries):
        notes.append(Doubt("aim_without_year", "horizon"))
    return entries, notes


def _own_year(texts: Mapping[str, str], source: Source) -> tuple[int | None, list[Doubt]]:
    """Return the year in a column of times beside the targets, “Target year”, and what is doubtful of it."""
    printed = _filled(texts, "deadline")
    if not printed:
        return None, []
    time, doubts = read_within(printed, source.calendar)
    return (time.due.year if time.due else None), [
        Doubt(doubt.code, "horizon", doubt.params) for doubt in doubts
    ]


def _targets(texts: Mapping[str, str], horizon: int | None) -> list[tuple[int | None, str]]:
    """Return (horizon, cell) of each target column that is filled, the first one if none is."""
    found = [(horizon, texts.get("target", ""))]
    found += [(int(role[-4:]), text) for role, text in texts.items() if role.startswith("target ")]
    return [pair for pair in found if pair[1] not in BLANKS] or found[:1]


def _filled(texts: Mapping[str, str], role: str) -> str:
    text = texts.get(role, "")
    return "" if text in BLANKS else text


def _ranks_without_scope(parts: tuple[HorizonTargets, ...]) -> bool:
    return any(target.value and not target.scope for part in parts for target in part.targets)
