"""Two versions of one draft side by side: which fields differ, and what each says."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings

from thuocdo.core.dates import local_day
from thuocdo.cycles.types import SavedDraft
from thuocdo.web.language import words as _
from thuocdo.web.work_faults import LABELS
from thuocdo.web.work_form import CELLS, Typed, given
from thuocdo.web.work_panel import SITUATIONS, Conflict, Differing


def compared(typed: Typed, theirs: SavedDraft | None, names: Mapping[str, str]) -> Conflict:
    """Return both versions; without a stored one, what was typed stands alone and can be saved anew."""
    if theirs is None:
        return Conflict("", "", None, ())
    cells, proofs = given(typed)
    lines = []
    for name in CELLS:
        mine, other = cells.get(name, ""), theirs.cells.get(name, "")
        if mine != other:
            lines.append(Differing(name, _(LABELS[name]), _said(name, mine), _said(name, other)))
    if proofs != [dict(each) for each in theirs.evidence]:
        lines.append(Differing("evidence", _(LABELS["evidence"]), _pieces(proofs), _pieces(theirs.evidence)))
    return Conflict(
        by=names.get(theirs.saved_by, theirs.saved_by),
        time=clock(theirs.saved_at),
        day=local_day(theirs.saved_at, settings.THUOCDO_ZONE),
        lines=tuple(lines),
    )


def clock(moment: datetime) -> str:
    """Return the time of day by the programme's clock."""
    return f"{moment.astimezone(ZoneInfo(settings.THUOCDO_ZONE)):%H:%M}"


def _said(name: str, cell: str) -> str:
    words = dict(SITUATIONS)
    if name == "situation" and cell in words:
        return _(words[cell])
    if name in {"has_draft", "has_plan"}:
        return _("yes") if cell else ""
    return cell


def _pieces(proofs: Sequence[Mapping[str, str]]) -> str:
    return "; ".join(
        " ".join(filter(None, (one.get("text"), one.get("url"), one.get("files")))) for one in proofs
    )
