"""The bodies that a draft names and the register lacks, with what they could be entered as. Pure."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thuocdo.core.country import names as country_names
from thuocdo.core.errors import Fault
from thuocdo.core.text import clean, slug
from thuocdo.documents.types import DraftProgramme
from thuocdo.programme.naming import Names
from thuocdo.programme.review.cells import key_of
from thuocdo.programme.review.types import Key
from thuocdo.programme.types import Agency, AgencyKind, Register

_CODE = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,39}")
_LONGEST = 40
_LONGEST_NAME = 300


@dataclass(frozen=True, slots=True)
class UnknownBody:
    """A name that no body of the register bears, the cells where it stands, and a body to enter.

    Both names of the proposal are the printed one unless the reader's list knows them.
    """

    printed: str
    cells: tuple[Key, ...]
    proposed: Agency


def unknown_bodies(draft: DraftProgramme, names: Names, register: Register) -> tuple[UnknownBody, ...]:
    """Return every name of the draft that the register lacks, in the order in which they stand.

    A proposed code is the one of the reader's list, else the name in plain letters, so the same
    name gets the same code; only where a body has that code already a number is added.
    """
    printed: dict[str, str] = {}
    cells: dict[str, list[Key]] = {}
    for where, field, name in _named(draft):
        if names.code(name) is None:
            same = clean(name).casefold()
            printed.setdefault(same, name)
            cells.setdefault(same, []).append((where, field))
    taken = _taken(register)
    found = []
    for same, name in printed.items():
        body = proposed_body(name, taken)
        taken.add(slug(body.code))
        found.append(UnknownBody(name, tuple(cells[same]), body))
    return tuple(found)


def proposed_body(name: str, taken: set[str]) -> Agency:
    """Return a name as a body to enter; `taken` are the codes in use, as addresses write them."""
    folded = clean(name).casefold()
    known = next(
        (
            each
            for each in country_names()
            if folded in {clean(form).casefold() for form in (each.name_vi, each.name_en, *each.variants)}
        ),
        None,
    )
    if known is None:
        return Agency(_free(_plain(name), taken), name, name, AgencyKind.OTHER)
    kind = AgencyKind(known.kind) if known.kind in set(AgencyKind) else AgencyKind.OTHER
    return Agency(_free(known.code, taken), known.name_vi, known.name_en, kind)


def body_faults(agencies: Sequence[Agency], register: Register) -> list[Fault]:
    """Return what is wrong with bodies as people entered them."""
    taken, faults = _taken(register), []
    for agency in agencies:
        where = agency.name_vi
        if not _CODE.fullmatch(agency.code):
            faults.append(_fault(where, _("the code needs up to 40 plain letters, digits and “-”")))
        elif slug(agency.code) in taken:
            faults.append(_fault(where, _("another body has the code {code}"), code=agency.code))
        if not agency.name_en or len(agency.name_en) > _LONGEST_NAME or len(where) > _LONGEST_NAME:
            faults.append(_fault(where, _("both names are needed, of at most 300 characters")))
        taken.add(slug(agency.code))
    return faults


def _named(draft: DraftProgramme) -> Iterator[tuple[str, str, str]]:
    for row in draft.indicators:
        where = key_of("indicator", row.code, row.horizon)
        yield from ((where, "agencies", name) for name in row.agencies)
    for task in draft.tasks:
        where = key_of("task", task.code)
        yield from ((where, "leads", name) for name in task.leads)
        yield from ((where, "coordinators", name) for name in task.coordinators)


def _taken(register: Register) -> set[str]:
    codes = [*(body.code for body in register.agencies), *(group.code for group in register.groups)]
    return {slug(code) for code in codes}


def _plain(name: str) -> str:
    """Return a name in plain letters, cut at a word; one in another script gets its digest."""
    words = slug(name).split("-")
    while len("-".join(words)) > _LONGEST - 3 and len(words) > 1:
        words.pop()
    code = "-".join(words)[: _LONGEST - 3]
    return code if _CODE.fullmatch(code) else f"b-{hashlib.sha256(name.encode()).hexdigest()[:8]}"


def _free(code: str, taken: set[str]) -> str:
    number, found = 1, code
    while slug(found) in taken:
        number += 1
        found = f"{code}-{number}"
    return found


def _fault(where: str, template: str, **params: str) -> Fault:
    return Fault(where, template.format(**params), "", template, params)


def _(message: str) -> str:
    return message
