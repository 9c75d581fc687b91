"""Where a body comes from and what became of it: its names in time and the graph of its successions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from thuocdo.core.errors import NotFound
from thuocdo.core.text import slug
from thuocdo.programme.types import Agency, AgencyKind, Register


@dataclass(frozen=True, slots=True)
class Step:
    """One passing of duties; `main` is false for who takes over only what a document gives it."""

    predecessor: str
    successor: str
    on: date
    main: bool = True
    document: str = ""


@dataclass(frozen=True, slots=True)
class Node:
    """A body in the graph with the step that leads to it, and the bodies beyond it."""

    body: Agency
    step: Step
    beyond: tuple["Node", ...] = ()


@dataclass(frozen=True, slots=True)
class Lineage:
    """A body between those that it comes from and those that its duties have gone to.

    `names` are all bodies of the main line in time, the earliest first.
    """

    body: Agency
    before: tuple[Node, ...]
    after: tuple[Node, ...]
    names: tuple[Agency, ...]

    @property
    def came(self) -> tuple[Agency, ...]:
        """Return the bodies that have wholly gone over to this one, directly or by way of others."""
        main = (node for node in _flat(self.before) if node.step.main)
        return tuple({node.body.code: node.body for node in main}.values())


def steps_of(register: Register, more: Iterable[Step]) -> tuple[Step, ...]:
    """Return all steps: the register's, each with what is known of its document, and those for parts."""
    told = {(each.predecessor, each.successor, each.on): each for each in more}
    main = [
        told.pop((each.predecessor, each.successor, each.on), Step(each.predecessor, each.successor, each.on))
        for each in register.successions
    ]
    return (*main, *told.values())


def lineage(code: str, register: Register, steps: Sequence[Step]) -> Lineage:
    """Return the lineage of a body; raises NotFound for a code that the register does not hold."""
    agencies = {agency.code: agency for agency in register.agencies}
    if code not in agencies:
        raise NotFound("The register knows no such body.", hint="Look for it in the list of bodies.")
    before = _beyond(code, agencies, steps, back=True, seen=frozenset({code}))
    after = _beyond(code, agencies, steps, back=False, seen=frozenset({code}))
    found = {code: agencies[code]}
    for node in (*_flat(before), *_flat(after)):
        found.setdefault(node.body.code, node.body)
    names = sorted(
        found.values(), key=lambda body: (body.valid_from or date.min, body.valid_until or date.max)
    )
    return Lineage(agencies[code], before, after, tuple(names))


def search(
    register: Register,
    *,
    words: str = "",
    kind: AgencyKind | None = None,
    alive: bool | None = None,
    day: date,
) -> tuple[Agency, ...]:
    """Return the bodies in whose names all words begin one, tone marks or none, in the register's order."""
    wanted = slug(words).split("-")
    return tuple(
        agency
        for agency in register.agencies
        if (kind is None or agency.kind is kind)
        and (alive is None or (agency.valid_until is None or day < agency.valid_until) is alive)
        and all(any(each.startswith(word) for each in _words(agency)) for word in wanted)
    )


def _words(agency: Agency) -> list[str]:
    names = (agency.code, agency.name_vi, agency.name_en, agency.short_vi, agency.short_en)
    return slug(" ".join(names)).split("-")


def _beyond(
    code: str, agencies: dict[str, Agency], steps: Sequence[Step], *, back: bool, seen: frozenset[str]
) -> tuple[Node, ...]:
    """Return the next bodies in one direction; one that was met on the way is not entered again."""
    found = []
    for step in steps:
        here, there = (step.successor, step.predecessor) if back else (step.predecessor, step.successor)
        if here == code and there in agencies and there not in seen:
            # What a neighbour did besides, in parts, is no history of this body.
            further = _beyond(there, agencies, steps, back=back, seen=seen | {there}) if step.main else ()
            found.append(Node(agencies[there], step, further))
    return tuple(found)


def _flat(nodes: Iterable[Node]) -> Iterable[Node]:
    for node in nodes:
        yield node
        yield from _flat(node.beyond)
