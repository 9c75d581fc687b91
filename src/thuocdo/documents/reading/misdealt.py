"""Whether the cells of a table do not fit its columns, so that no row of it is sure."""

from collections.abc import Sequence

from thuocdo.documents.reading.bodies import looks_like_bodies
from thuocdo.documents.reading.columns import Judge, Role
from thuocdo.documents.reading.contents import holds_times
from thuocdo.documents.reading.deadlines import is_deadline

_FEWEST = 4
_FITS, _FREE = 0.65, 0.5
_BLANK = frozenset({"", "-"})
_OWNERS = frozenset({"leads", "coordinators"})
_OTHERS = frozenset({"title", "output", "unit", "theme"})


def is_misdealt(roles: Sequence[Role], rows: Sequence[Sequence[str]], knows: Judge) -> bool:
    """Say whether a column does not hold what it should: no times or bodies, or these where others belong."""
    for place, role in enumerate(roles):
        cells = [row[place] for row in rows if len(row) > place and row[place] not in _BLANK]
        if len(cells) < _FEWEST:
            continue
        if role == "deadline" and sum(map(is_deadline, cells)) < _FITS * len(cells):
            return True
        if role in _OWNERS | _OTHERS:
            bodies = sum(knows(text) or looks_like_bodies(text) for text in cells)
            if role in _OWNERS and bodies < _FREE * len(cells):
                return True
            if role in _OTHERS and (bodies > _FREE * len(cells) or holds_times(cells)):
                return True
    return False
