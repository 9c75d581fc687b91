"""What a drill plays in: bodies, tasks that each of them leads, and people who report."""

import argparse
import itertools
from dataclasses import dataclass, replace
from datetime import UTC, datetime

PASSWORD = "mot-mat-khau-dai"  # noqa: S105  of invented people in a database that is thrown away
TASKS = 140


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who reports: log-in name, body, and the tasks that the body leads."""

    username: str
    agency: str
    tasks: tuple[str, ...]


def people(agencies: int, tasks: int) -> list[Person]:
    """Return a head and a reporter of each body; every body leads so many tasks of the programme."""
    found = []
    for number in range(agencies):
        code = f"D{number:03d}"
        mine = tuple(str(place % TASKS + 1) for place in range(number * tasks, (number + 1) * tasks))
        found += [Person(f"head-{number}", code, mine), Person(f"reporter-{number}", code, mine)]
    return found


def main() -> None:
    """Make tables, bodies, tasks and people in the database that the environment names."""
    reader = argparse.ArgumentParser(description=main.__doc__)
    reader.add_argument("--agencies", type=int, required=True)
    reader.add_argument("--tasks", type=int, required=True)
    asked = reader.parse_args()
    from thuocdo.config import setup  # noqa: PLC0415  the environment names the database only now

    setup.migrate()
    _fill(people(asked.agencies, asked.tasks))


def _fill(cast: list[Person]) -> None:
    from thuocdo.accounts.actions import add_person  # noqa: PLC0415  after the start of Django
    from thuocdo.core.actor import Actor, Role  # noqa: PLC0415  same
    from thuocdo.programme import actions  # noqa: PLC0415  same
    from thuocdo.programme.catalogue import catalogue  # noqa: PLC0415  same
    from thuocdo.programme.types import Agency, AgencyKind, Mode, Register  # noqa: PLC0415  same

    now = datetime.now(UTC)
    first, second = (
        Actor(name, name, frozenset({Role.PUBLISHER, Role.METHODOLOGIST})) for name in ("first", "second")
    )
    codes = list(dict.fromkeys(person.agency for person in cast))
    bodies = tuple(Agency(code, f"Cơ quan {code}", f"Body {code}", AgencyKind.MINISTRY) for code in codes)
    actions.load_register(register=Register(bodies, (), ()), by=first, now=now)
    whole = catalogue("nq03")
    leads: dict[str, list[str]] = {}
    for person in cast[::2]:
        for task in person.tasks:
            leads.setdefault(task, []).append(person.agency)
    pattern = next(task for task in whole.tasks if task.code == "17")
    tasks = tuple(
        replace(pattern, code=code, mode=Mode.EACH_LEAD, leads=tuple(mine), coordinators=())
        for code, mine in leads.items()
    )
    small = replace(whole, tasks=tasks, indicators=(), duties=())
    actions.load_programme(programme=small, by=first, confirmed_by=second, now=now)
    for person, roles in zip(
        cast, itertools.cycle(({Role.REPORTER, Role.HEAD}, {Role.REPORTER})), strict=False
    ):
        add_person(
            username=person.username,
            name=person.username,
            agency=person.agency,
            roles=roles,
            password=PASSWORD,
            by=first,
            now=now,
        )


if __name__ == "__main__":
    main()
