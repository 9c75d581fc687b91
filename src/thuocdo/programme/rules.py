"""Who answers for a duty on a day: bodies in time, their successors, and what collective names mean."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from itertools import pairwise

from thuocdo.core.errors import Fault, Invalid, NotFound
from thuocdo.programme.types import Agency, Assigned, Designation, Group, Register


def responsible_on(code: str, day: date, register: Register) -> str:
    """Return the body that carries the duties of `code` on that day, following successions.

    A split body is followed to its main successor; an assignment for one task is a
    `Designation` and is honoured by `assigned_to`. A body that does not exist yet on that
    day answers for nothing, so it is refused with `NotFound`; so is a body that ended
    without a successor. A chain that returns to where it was is refused with `Invalid`.
    """
    current = _agency(code, register)
    seen = {current.code}
    while not current.exists_on(day):
        step = _index(register).successions.get(current.code)
        if step is None or day < step.on:
            raise NotFound(
                f"{current.code} has no body that answers for it on {day.isoformat()}.",
                hint="Add its succession to the register, or ask for a day on which it exists.",
            )
        if step.successor in seen:
            raise Invalid(f"The successions of {code} run in a circle at {step.successor}.")
        seen.add(step.successor)
        current = _agency(step.successor, register)
    return current.code


def holder_on(code: str, day: date, register: Register) -> str:
    """Return who carries the duties of `code` on that day; the body itself when nobody answers for it.

    A body that ended without a successor, or does not exist yet, keeps what was said of it.
    """
    try:
        return responsible_on(code, day, register)
    except NotFound:
        return code


def predecessors(code: str, register: Register) -> tuple[str, ...]:
    """Return every body whose duties have come to `code`, the nearest first."""
    found: list[str] = []
    front = [_agency(code, register).code]
    while front:
        front = [
            step.predecessor
            for step in register.successions
            if step.successor in front and step.predecessor not in found
        ]
        found.extend(front)
    return tuple(found)


def existing_on(day: date, register: Register) -> tuple[Agency, ...]:
    """Return the bodies that exist on that day, in the order of the register."""
    return tuple(agency for agency in register.agencies if agency.exists_on(day))


def by_statistics_code(code: str, day: date, register: Register) -> Agency | None:
    """Return the province that a statistics code means on that day.

    Codes are reused (seven changed meaning on 1 July 2025), so the day is part of the key.
    """
    for agency in existing_on(day, register):
        if agency.statistics_code == code:
            return agency
    return None


def members_at_due(
    group: str, *, task: str, due: date | None, as_of: date, register: Register
) -> tuple[str, ...] | None:
    """Return who was meant by a collective name in a task, before successors are followed.

    Members are the bodies of the group's kinds that exist at the end of the due date; while
    that day lies ahead, or there is none, those that exist on `as_of`. Where the words ask
    for a choice only the latest designation for that task counts, and None says that no
    document has named the members yet.
    """
    found = _group(group, register)
    if found.needs_designation:
        designation = _designation(task, group, as_of, register)
        return None if designation is None else designation.members
    day = as_of if due is None else min(due, as_of)
    return tuple(agency.code for agency in existing_on(day, register) if agency.kind in found.kinds)


def members(
    group: str, *, task: str, due: date | None, as_of: date, register: Register
) -> tuple[str, ...] | None:
    """Return who answers on `as_of` for a collective name in a task; None when nobody is named.

    The 63 provinces that owed a plan in January 2025 answer through their 34 successors
    afterwards: order is kept and each body stands once.
    """
    holders = members_at_due(group, task=task, due=due, as_of=as_of, register=register)
    if holders is None:
        return None
    return _once(responsible_on(holder, as_of, register) for holder in holders)


def assigned_to(
    leads: tuple[str, ...], *, task: str, due: date | None, as_of: date, register: Register
) -> Assigned:
    """Return who answers for a task on `as_of`: named leads and groups, successors followed.

    Where a document names other bodies for this task (a split lead needs one per task), that
    designation takes the place of the lead. A lead that the document names before it exists
    stays as named: nobody else has its duty.
    """
    agencies: list[str] = []
    unnamed: list[str] = []
    for lead in leads:
        if lead in _index(register).groups:
            named = members(lead, task=task, due=due, as_of=as_of, register=register)
        else:
            named = _named(lead, task, as_of, register)
        if named is None:
            unnamed.append(lead)
        else:
            agencies.extend(named)
    return Assigned(agencies=_once(agencies), unnamed=_once(unnamed))


def check_register(register: Register) -> Register:
    """Return the register, or refuse it with every fault at once.

    Held here: codes are unique, periods are coherent, every ended body has one successor that
    exists from that day on, groups can expand or ask for a designation, and a statistics code
    means one province at a time.
    """
    faults = [
        *_code_faults(register),
        *_period_faults(register),
        *_succession_faults(register),
        *_group_faults(register),
        *_statistics_code_faults(register),
    ]
    if faults:
        raise Invalid("The register of agencies is not coherent.", faults=faults)
    return register


class _Index:
    """Look-ups by code over one register."""

    def __init__(self, register: Register) -> None:
        self.agencies = {agency.code: agency for agency in register.agencies}
        self.groups = {group.code: group for group in register.groups}
        self.successions = {step.predecessor: step for step in register.successions}


class _Same:
    """A register known by identity: hashing its 150 bodies on every look-up would cost more."""

    def __init__(self, register: Register) -> None:
        self.register = register

    def __hash__(self) -> int:
        return id(self.register)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.register is self.register


@lru_cache(maxsize=16)
def _index_of(same: _Same) -> _Index:
    return _Index(same.register)


def _index(register: Register) -> _Index:
    return _index_of(_Same(register))


def _agency(code: str, register: Register) -> Agency:
    try:
        return _index(register).agencies[code]
    except KeyError:
        raise NotFound(
            f"No body has the code {code}.", hint="Use a code of agencies.csv or provinces.csv."
        ) from None


def _group(code: str, register: Register) -> Group:
    try:
        return _index(register).groups[code]
    except KeyError:
        raise NotFound(f"No group has the code {code}.", hint="Use a code of groups.csv.") from None


def _designation(task: str, meant: str, as_of: date, register: Register) -> Designation | None:
    known = [
        item
        for item in register.designations
        if item.task == task and item.group == meant and item.on <= as_of
    ]
    return max(known, key=lambda item: item.on, default=None)


def _named(lead: str, task: str, as_of: date, register: Register) -> tuple[str, ...]:
    designation = _designation(task, lead, as_of, register)
    named = (lead,) if designation is None else designation.members
    return tuple(_once(_answering(code, as_of, register) for code in named))


def _answering(code: str, as_of: date, register: Register) -> str:
    started = _agency(code, register).valid_from
    if started is not None and as_of < started:
        return code
    return responsible_on(code, as_of, register)


def _once(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(codes))


def _code_faults(register: Register) -> Iterator[Fault]:
    seen: set[str] = set()
    for code in [*(a.code for a in register.agencies), *(g.code for g in register.groups)]:
        if code in seen:
            yield Fault(code, "stands twice; a code means one body or group", "code")
        seen.add(code)


def _period_faults(register: Register) -> Iterator[Fault]:
    followed = {step.predecessor for step in register.successions}
    for agency in register.agencies:
        start, end = agency.valid_from, agency.valid_until
        if start is not None and end is not None and end <= start:
            yield Fault(agency.code, "ends before it starts", "valid_until")
        if end is not None and agency.code not in followed:
            yield Fault(agency.code, "ended, and no succession says who carries its duties", "valid_until")


def _succession_faults(register: Register) -> Iterator[Fault]:
    agencies = {agency.code: agency for agency in register.agencies}
    followed: set[str] = set()
    for step in register.successions:
        where = f"{step.predecessor} → {step.successor}"
        before, after = agencies.get(step.predecessor), agencies.get(step.successor)
        if step.predecessor in followed:
            yield Fault(where, "is a second successor; name the main one only", "predecessor")
        followed.add(step.predecessor)
        if before is None:
            yield Fault(where, "the predecessor is unknown", "predecessor")
        elif before.valid_until != step.on:
            yield Fault(where, "the predecessor does not end on that day", "on")
        if after is None:
            yield Fault(where, "the successor is unknown", "successor")
        elif not after.exists_on(step.on):
            yield Fault(where, "the successor does not exist on that day", "on")


def _group_faults(register: Register) -> Iterator[Fault]:
    agencies = {agency.code for agency in register.agencies}
    known = agencies | {group.code for group in register.groups}
    for group in register.groups:
        if not group.kinds and not group.needs_designation:
            yield Fault(group.code, "has neither kinds nor a designation to expand by", "kinds")
    for item in register.designations:
        where = f"{item.group}, task {item.task}"
        if item.group not in known:
            yield Fault(where, "the designated group or body is unknown", "group")
        for code in item.members:
            if code not in agencies:
                yield Fault(where, f"the member {code} is unknown", "members")


def _statistics_code_faults(register: Register) -> Iterator[Fault]:
    coded = sorted(
        (agency for agency in register.agencies if agency.statistics_code),
        key=lambda agency: (agency.statistics_code, agency.valid_from or date.min),
    )
    for earlier, later in pairwise(coded):
        if earlier.statistics_code != later.statistics_code:
            continue
        if earlier.valid_until is None or (later.valid_from or date.min) < earlier.valid_until:
            yield Fault(
                later.code, f"has the statistics code of {earlier.code} at the same time", "statistics_code"
            )
