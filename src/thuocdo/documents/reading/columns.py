"""The heading of a table: which column holds what."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from thuocdo.documents.reading.parts import HIDDEN
from thuocdo.documents.reading.spelling import bare

Role = Literal[
    "number",
    "title",
    "unit",
    "target",
    "leads",
    "coordinators",
    "output",
    "deadline",
    "status",
    "result",
    "note",
]
Kind = Literal["indicators", "tasks"]
NUMBER_HEADS = frozenset({"tt", "stt", "so tt", "so thu tu", "no", "no.", "#", "stt.", "tt."})
_ROLES: tuple[tuple[re.Pattern[str], Role], ...] = (
    (re.compile(r"phoi hop|coordinat|support"), "coordinators"),
    (
        re.compile(
            r"chu tri|\blead|presid|theo doi|responsible|co quan thuc hien|don vi thuc hien|in charge"
        ),
        "leads",
    ),
    (re.compile(r"ghi chu|\bnotes?\b|remarks?"), "note"),
    (re.compile(r"tinh trang|trang thai|\bstatus"), "status"),
    (re.compile(r"ket qua thuc hien|ket qua dat duoc|progress"), "result"),
    (re.compile(r"thoi gian|thoi han|tien do|han hoan thanh|hoan thanh|deadline|time|due"), "deadline"),
    (re.compile(r"^don vi|\bunit"), "unit"),
    (re.compile(r"muc tieu|gia tri|target|value|^(?:den )?(?:nam )?20\d\d$"), "target"),
    (re.compile(r"chi tieu|indicator"), "title"),
    (re.compile(r"ket qua|san pham|dau ra|output|deliverable|result|outcome|product"), "output"),
    (
        re.compile(r"nhiem vu|noi dung|cong viec|giai phap|hoat dong|task|activit|content|description"),
        "title",
    ),
)
_ORDER: tuple[Role, ...] = (
    "number", "title", "unit", "target", "leads", "coordinators", "output", "deadline",
)  # fmt: skip
_INDICATOR = re.compile(r"chi tieu|indicator")
_YEAR = re.compile(r"\b(20\d\d)\b")
_FEWEST = 3
_LONGEST = 120
_LONGEST_NUMBER_HEAD = 12


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one table in their order; `years` holds the year named in a column's head."""

    kind: Kind
    roles: tuple[Role, ...]
    heads: tuple[str, ...]
    years: tuple[int | None, ...]


def is_number_head(text: str) -> bool:
    """Say whether a cell is the head of the column of row numbers."""
    return len(text) <= _LONGEST_NUMBER_HEAD and bare(text).replace("\n", " ") in NUMBER_HEADS


def read_columns(heads: Sequence[str]) -> Columns | None:
    """Return what the columns hold, None when these are no heads of a task or indicator table."""
    cells: list[str] = []
    roles: list[Role | None] = []
    for head in heads:
        role = None if head == HIDDEN else _role(head)
        if role is None and head != HIDDEN and len(cells) > 1 and roles[-1] is not None:
            cells[-1] = f"{cells[-1]} {head}"  # a head of two paragraphs
            roles[-1] = _role(cells[-1]) or roles[-1]
            continue
        cells.append(head)
        roles.append(role)
    for place, cell in enumerate(cells):
        if cell == HIDDEN:
            roles[place] = _hidden_role(roles, place)
    known = [role for role in roles if role]
    if len(known) < _FEWEST or len(known) != len(roles) or "title" not in known or known[0] != "number":
        return None
    return _columns(cells, known)


def _columns(cells: list[str], roles: list[Role]) -> Columns | None:
    indicators = "unit" in roles or bool(_INDICATOR.search(bare(cells[roles.index("title")])))
    if indicators and "target" not in roles and "output" in roles:
        roles[roles.index("output")] = "target"
    needed = "target" if indicators else "leads"
    if needed not in roles:
        return None
    years = tuple(int(found[1]) if (found := _YEAR.search(cell)) else None for cell in cells)
    return Columns("indicators" if indicators else "tasks", tuple(roles), tuple(cells), years)


def _hidden_role(roles: Sequence[Role | None], place: int) -> Role | None:
    """Return what a column with a hidden head holds: what usually stands between its neighbours."""
    before = [_ORDER.index(role) for role in roles[:place] if role in _ORDER]
    after = [_ORDER.index(role) for role in roles[place + 1 :] if role in _ORDER]
    between = _ORDER[max(before, default=-1) + 1 : min(after, default=len(_ORDER))]
    return next((role for role in between if role not in roles), None)


def _role(head: str) -> Role | None:
    words = " ".join(bare(head[:_LONGEST]).split())
    if words in NUMBER_HEADS:
        return "number"
    return next((role for pattern, role in _ROLES if pattern.search(words)), None)
