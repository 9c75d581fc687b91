"""The people of a programme as notices see them, and notices that one act asks for."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from thuocdo.core.actor import Role
from thuocdo.cycles.notices.types import Notice, Occasion, Period, Person, Place


class Cast:
    """The people to tell, by body and by what they are for."""

    def __init__(self, people: Iterable[Person]) -> None:
        self.people = {person.id: person for person in people}
        self._reporters: dict[str, list[Person]] = defaultdict(list)
        self._heads: dict[str, list[Person]] = defaultdict(list)
        self.monitors: list[Person] = []
        for person in self.people.values():
            for body in person.bodies:
                if Role.REPORTER in person.roles:
                    self._reporters[body].append(person)
                if Role.HEAD in person.roles:
                    self._heads[body].append(person)
            if Role.MONITOR in person.roles:
                self.monitors.append(person)

    def heads(self, agency: str) -> list[Person]:
        """Return who approves for a body."""
        return self._heads.get(agency, [])

    def of(self, agency: str, *, with_heads: bool) -> list[Person]:
        """Return who is reminded for a body, each once; the heads stand in where nobody reports."""
        reporters = self._reporters.get(agency, [])
        heads = self.heads(agency) if with_heads or not reporters else []
        return list({person.id: person for person in (*reporters, *heads)}.values())


def chase_notices(
    programme: str, period: Period, agencies: Sequence[str], people: Sequence[Person], day: date
) -> tuple[Notice, ...]:
    """Return the notices by which a monitor reminds exactly these bodies; once a day for each."""
    cast, owing = Cast(people), {each.agency: each for each in period.owing}
    return tuple(
        Notice(
            key=f"chase:{programme}:{period.code}:{agency}:{day}:{person.id}",
            person=person.id,
            occasion=Occasion.CHASED,
            params={"cycle": period.code, "due": day_text(period.due_on), "open": str(owing[agency].open)},
            place=Place.WORK,
        )
        for agency in agencies
        for person in cast.of(agency, with_heads=True)
    )


@dataclass(frozen=True, slots=True)
class Returning:
    """One act by which records came back to a body: `act` names it, `authors` wrote what came back."""

    act: str
    occasion: Occasion
    agency: str
    tasks: Collection[str]
    authors: Collection[str]


def return_notices(returning: Returning, cast: Cast) -> tuple[Notice, ...]:
    """Return whom a return is told: the authors and, when it came from a verifier, the heads.

    Where no author is left, everybody who reports for the body is told.
    """
    agency = returning.agency
    everybody = cast.of(agency, with_heads=False)
    told = [
        person for person in cast.of(agency, with_heads=True) if person.id in returning.authors
    ] or everybody
    if returning.occasion is Occasion.RETURNED:
        told = [*told, *cast.heads(agency)]
    params = {"tasks": listed(returning.tasks), "count": str(len(returning.tasks))}
    return tuple(
        Notice(
            key=f"{returning.occasion}:{returning.act}:{agency}:{person.id}",
            person=person.id,
            occasion=returning.occasion,
            params=params,
            place=Place.WORK,
        )
        for person in {person.id: person for person in told}.values()
    )


def answer_notices(matter: str, task: str, agency: str, author: str, cast: Cast) -> tuple[Notice, ...]:
    """Return whom the answer to a matter is told: who asked and the heads, or all who report."""
    told = [person for person in cast.of(agency, with_heads=True) if person.id == author]
    told = [*told, *cast.heads(agency)] or cast.of(agency, with_heads=False)
    return tuple(
        Notice(
            f"answered:{matter}:{person.id}",
            person.id,
            Occasion.ANSWERED,
            {"tasks": task},
            Place.MATTERS,
        )
        for person in {person.id: person for person in told}.values()
    )


def delivery_notices(act: str, agency: str, source: str, month: str, cast: Cast) -> tuple[Notice, ...]:
    """Return whom it is told that a delivery of source data does not count: who reports for its owner."""
    return tuple(
        Notice(
            f"delivery:{act}:{person.id}",
            person.id,
            Occasion.DELIVERY,
            {"source": source, "month": month},
            Place.SOURCES,
        )
        for person in cast.of(agency, with_heads=False)
    )


def day_text(day: date) -> str:
    """Return a day as it stands in the parameters of a sentence."""
    return day.isoformat()


def listed(tasks: Iterable[str]) -> str:
    """Return codes of tasks in the order of their numbers, each once."""
    return ", ".join(sorted(set(tasks), key=_number))


def _number(code: str) -> tuple[list[int], str]:
    return [int(part) for part in code.split(".") if part.isdigit()], code
