"""Who may write and approve metrics, and which version measures a period."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from thuocdo.core.actor import Actor, Role
from thuocdo.core.canonical import sha256_hex
from thuocdo.core.errors import N_, Fault, NotAllowed, fault
from thuocdo.log.types import Method
from thuocdo.measurement.written.types import Step, Version, Written

LONGEST = 1000
FURTHEST = timedelta(days=2 * 366)
_WHERE = "metric"


def check_writer(by: Actor) -> None:
    """Refuse who does not keep the methods."""
    if Role.METHODOLOGIST not in by.roles:
        raise NotAllowed(
            N_("{name} does not keep the methods."),
            hint=N_("A methodologist writes and proposes metrics."),
            params={"name": by.name},
        )


def can_write(by: Actor) -> bool:
    """Ask; the action still checks."""
    return Role.METHODOLOGIST in by.roles


def day_faults(applies_from: date, today: date) -> Iterator[Fault]:
    """Yield what is wrong with the first day: who has seen numbers of a period may not choose its method."""
    if applies_from <= today:
        yield fault(
            _WHERE,
            "applies_from",
            N_("must lie after today, {today}: a method is fixed before the period that it measures"),
            today=today.isoformat(),
        )
    elif applies_from > today + FURTHEST:
        yield fault(_WHERE, "applies_from", N_("lies more than two years ahead"))


def said_faults(text: str, field: str) -> Iterator[Fault]:
    """Yield what is wrong with the sentence that goes with a proposal or a refusal."""
    if not text.strip():
        yield fault(_WHERE, field, N_("is empty; say why"))
    elif len(text) > LONGEST:
        yield fault(_WHERE, field, N_("is longer than {most} characters"), most=LONGEST)


def digest_of(text: str) -> str:
    """Return what names a file: the SHA-256 of its bytes."""
    return sha256_hex(text.encode())


def method_of(version: Version) -> Method:
    """Return the entry of a version in the log: digests of all that it declares, and of its statement."""
    return Method(
        code=f"{version.code}/{version.number}",
        formula=version.digest,
        queries=sha256_hex(version.written.sql.encode()),
        engine=version.trial.engine,
    )


def in_force(versions: Iterable[Version], first_day: date, *, logged: bool) -> Mapping[str, Version]:
    """Return by code the version that measures a period that begins on a day; the newest that applies.

    Where this installation has a log (`logged`), a version measures only periods that began after the
    day on which its method was logged.
    """
    found: dict[str, Version] = {}
    for version in sorted(versions, key=lambda each: each.number):
        late = version.logged_on is None or version.logged_on >= first_day
        if (
            version.step is Step.APPROVED
            and version.written.applies_from <= first_day
            and not (logged and late)
        ):
            found[version.code] = version
    return found


def columns_read(written: Iterable[Written]) -> Mapping[str, frozenset[str]]:
    """Return by table the columns that these metrics read."""
    found: dict[str, frozenset[str]] = {}
    for each in written:
        for table, columns in each.tables.items():
            found[table] = found.get(table, frozenset()) | frozenset(columns)
    return found
