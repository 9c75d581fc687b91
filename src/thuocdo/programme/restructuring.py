"""Bodies that begin, are renamed, merge, split or hand over a part: what is proposed and all its faults."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from thuocdo.core.errors import Fault
from thuocdo.core.text import clean
from thuocdo.programme.types import Agency, Register, Succession

N_ = str
"""Marks a message for translation; `core.messages.fault_sentence` says it."""


class Turn(StrEnum):
    """What happens to bodies on a day; a part that moves ends nobody."""

    NEW = "new"
    RENAMED = "renamed"
    MERGED = "merged"
    SPLIT = "split"
    PART = "part"


ONE_BODY = frozenset({Turn.RENAMED, Turn.SPLIT, Turn.PART})
"""Kinds that are about one body."""

ENDING = frozenset({Turn.RENAMED, Turn.MERGED, Turn.SPLIT})
"""Kinds after which the bodies they are about no longer exist."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change of bodies as somebody proposes it, with the document that orders it.

    `bodies` are those it happens to, `heirs` those that exist already and take over, the main one
    first; `starts` is a body that begins with the change and is then the main heir. `tasks` are
    (programme, task) of a part that moves.
    """

    kind: Turn
    on: date | None
    document: str
    document_on: date | None
    bodies: tuple[str, ...] = ()
    heirs: tuple[str, ...] = ()
    starts: Agency | None = None
    tasks: tuple[tuple[str, str], ...] = ()

    @property
    def ends(self) -> tuple[str, ...]:
        """Return the bodies that no longer exist from that day on."""
        return self.bodies if self.kind in ENDING else ()

    @property
    def takers(self) -> tuple[str, ...]:
        """Return everybody who takes over, the main one first."""
        begun = () if self.starts is None or self.kind is Turn.NEW else (self.starts.code,)
        return (*begun, *self.heirs)

    @property
    def word(self) -> str:
        """Return what has to be typed to confirm: the codes of the bodies that it happens to."""
        begun = () if self.starts is None else (self.starts.code,)
        return " ".join(self.bodies or begun)


NO_DAY = N_("is missing or no date; write it as 2026-03-01 or 1/3/2026")
NO_DOCUMENT = N_("is missing: a document orders every change of bodies")
DOCUMENT_AHEAD = N_("lies in the future: the document does not exist yet")
NO_BODY = N_("no body is chosen")
ONE_ONLY = N_("this kind of change is about one body; choose one")
MERGES_ONE = N_("choose at least two bodies that become a new one; one alone is renamed")
UNKNOWN = N_("the register knows no body with the code {code}")
ENDED = N_("{code} ends on {day}; a change after that day is one of its successor")
TOO_EARLY = N_("{code} exists from {day} only; the change must come later")
NO_HEIR = N_("nobody takes over the duties; choose a body or name a new one")
ONE_HEIR = N_("one body takes over; choose one only")
FEW_HEIRS = N_("a split needs at least two bodies that take over")
OWN_HEIR = N_("{code} cannot take over from itself")
HEIR_AWAY = N_("{code} does not exist on {day}, so it can take over nothing")
CIRCLE = N_("{code} goes over to {heir} later: the succession would run in a circle")
NO_NEW = N_("the new body needs a code, a Vietnamese and an English name")
ODD_CODE = N_("write 2 to 40 capital letters, digits, “-” or “_”, a letter first")
CODE_TAKEN = N_("{code} is taken: codes are never used again, not even of bodies that have ended")
NAME_TAKEN = N_("“{name}” is the name of {code}, which exists on that day")
STATISTICS_TAKEN = N_("the statistics code {number} belongs to {code} on that day")
NO_TASKS = N_("choose the tasks that move")
NOT_ITS_TASK = N_("{code} does not lead task {task}")

_CODE = re.compile(r"[^\W\d_][\w-]{1,39}")
_LONGEST = 200


def change_faults(change: Change, register: Register, today: date) -> tuple[Fault, ...]:
    """Return every reason why the change cannot be made, at once; whose tasks move is held elsewhere."""
    return (
        *_document_faults(change, today),
        *_body_faults(change, register),
        *_heir_faults(change, register),
        *_new_body_faults(change, register),
    )


def after(change: Change, register: Register) -> Register:
    """Return the register as the change leaves it; the change must be without faults.

    Bodies that end keep their row and name, with the day on which they end. A split body is
    followed to its main heir; who else takes over a task is named by a document for each task.
    """
    if change.on is None:
        return register
    ended = frozenset(change.ends)
    agencies = [
        replace(agency, valid_until=change.on) if agency.code in ended else agency
        for agency in register.agencies
    ]
    if change.starts is not None:
        agencies.append(replace(change.starts, valid_from=change.on))
    steps = [Succession(code, change.takers[0], change.on) for code in change.ends]
    return replace(register, agencies=tuple(agencies), successions=(*register.successions, *steps))


def fault(field: str, template: str, **params: str) -> Fault:
    """Return a fault of the form of a change."""
    return Fault("form", template.format(**params), field, template, params)


def _document_faults(change: Change, today: date) -> Iterator[Fault]:
    if change.on is None:
        yield fault("on", NO_DAY)
    if not change.document.strip() or len(change.document) > _LONGEST:
        yield fault("document", NO_DOCUMENT)
    if change.document_on is None:
        yield fault("document_on", NO_DAY)
    elif change.document_on > today:
        yield fault("document_on", DOCUMENT_AHEAD)


def _body_faults(change: Change, register: Register) -> Iterator[Fault]:
    if change.kind is Turn.NEW:
        return
    if not change.bodies:
        yield fault("bodies", NO_BODY)
    elif change.kind in ONE_BODY and len(change.bodies) > 1:
        yield fault("bodies", ONE_ONLY)
    elif change.kind is Turn.MERGED and change.starts is not None and len(change.bodies) == 1:
        yield fault("bodies", MERGES_ONE)
    known = {agency.code: agency for agency in register.agencies}
    for code in change.bodies:
        body = known.get(code)
        if body is None:
            yield fault("bodies", UNKNOWN, code=code)
        elif body.valid_until is not None:
            yield fault("bodies", ENDED, code=code, day=_shown(body.valid_until))
        elif change.on is not None and body.valid_from is not None and change.on <= body.valid_from:
            yield fault("on", TOO_EARLY, code=code, day=_shown(body.valid_from))


def _heir_faults(change: Change, register: Register) -> Iterator[Fault]:
    if change.kind in {Turn.NEW, Turn.RENAMED}:
        return
    if not change.takers:
        yield fault("heirs", NO_HEIR)
    elif change.kind is Turn.SPLIT and len(change.takers) == 1:
        yield fault("heirs", FEW_HEIRS)
    elif change.kind is not Turn.SPLIT and len(change.takers) > 1:
        yield fault("heirs", ONE_HEIR)
    known = {agency.code: agency for agency in register.agencies}
    for code in change.heirs:
        body = known.get(code)
        if body is None:
            yield fault("heirs", UNKNOWN, code=code)
        elif code in change.bodies:
            yield fault("heirs", OWN_HEIR, code=code)
        elif back := _returns_to(code, change.ends, register):
            yield fault("heirs", CIRCLE, code=code, heir=back)
        elif change.on is not None and not body.exists_on(change.on):
            yield fault("heirs", HEIR_AWAY, code=code, day=_shown(change.on))


def _returns_to(code: str, ends: Iterable[str], register: Register) -> str:
    """Return the ending body that the successions of `code` lead back to, "" for none."""
    steps = {step.predecessor: step.successor for step in register.successions}
    seen: set[str] = set()
    while code in steps and code not in seen:
        seen.add(code)
        code = steps[code]
        if code in ends:
            return code
    return ""


def _new_body_faults(change: Change, register: Register) -> Iterator[Fault]:
    body = change.starts
    if body is None:
        if change.kind in {Turn.NEW, Turn.RENAMED}:
            yield fault("new", NO_NEW)
        return
    if not (body.code and body.name_vi and body.name_en):
        yield fault("new", NO_NEW)
    if body.code and (not _CODE.fullmatch(body.code) or body.code != body.code.upper()):
        yield fault("code", ODD_CODE)
    codes = (*(each.code for each in register.agencies), *(each.code for each in register.groups))
    taken = {code.casefold() for code in codes}
    if body.code.casefold() in taken:
        yield fault("code", CODE_TAKEN, code=body.code)
    if change.on is not None:
        staying = [
            each
            for each in register.agencies
            if each.code not in change.ends and (each.valid_until is None or change.on < each.valid_until)
        ]
        yield from _same_faults(body, staying)


def _same_faults(body: Agency, staying: Iterable[Agency]) -> Iterator[Fault]:
    """Yield a fault for each name or number that a body which goes on existing bears already."""
    for other in staying:
        for field in ("name_vi", "name_en", "short_vi", "short_en"):
            name = getattr(body, field)
            if name and _same(name) == _same(getattr(other, field)):
                yield fault(field, NAME_TAKEN, name=name, code=other.code)
        if body.statistics_code and body.statistics_code == other.statistics_code:
            number = body.statistics_code
            yield fault("statistics_code", STATISTICS_TAKEN, number=number, code=other.code)


def _shown(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _same(name: str) -> str:
    return clean(name).casefold()
