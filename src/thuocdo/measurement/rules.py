"""Who may hand in a value of an indicator, and who may verify it."""

from collections.abc import Set as AbstractSet

from thuocdo.accounts.rules import can, check
from thuocdo.accounts.types import Permission
from thuocdo.core.actor import Actor, Role
from thuocdo.core.errors import NotAllowed
from thuocdo.measurement.errors import OwnValue
from thuocdo.measurement.types import Origin

_OUTSIDE = frozenset({Role.MONITOR, Role.METHODOLOGIST})


def check_recorder(by: Actor, *, origin: Origin, agency: str) -> None:
    """Refuse who may not hand in such a value.

    A body reports its own values; values from an outside source or measured from source data
    are entered by those who monitor or keep the method.
    """
    if origin is not Origin.REPORTED:
        if not by.roles & _OUTSIDE:
            raise NotAllowed(
                f"{by.name} may not enter values of origin {origin.value!r}.",
                hint="A monitor or methodologist enters them; an agency writes origin reported.",
            )
        return
    check(by, Permission.REPORT)
    if not by.agency or by.agency != agency:
        raise NotAllowed(
            f"{by.name} belongs to {by.agency or 'no body'} and may not report for {agency or 'nobody'}.",
            hint="A body reports its own values.",
        )


def check_verifier(
    by: Actor, *, author: str, origin: Origin, agency: str, monitors: AbstractSet[str]
) -> None:
    """Refuse the author, and for a reported value everybody of the reporting or monitoring bodies."""
    check(by, Permission.VERIFY)
    if by.id == author:
        raise OwnValue(f"{by.name} cannot verify their own value.", hint="A second person has to do it.")
    if origin is Origin.REPORTED and by.agency and by.agency in {agency, *monitors}:
        raise OwnValue(
            f"{by.name} belongs to {by.agency}, which answers for this value.",
            hint="Somebody of another body has to verify it.",
        )


def can_verify(by: Actor, *, author: str, origin: Origin, agency: str, monitors: AbstractSet[str]) -> bool:
    """Ask; the action still checks."""
    if not can(by, Permission.VERIFY):
        return False
    try:
        check_verifier(by, author=author, origin=origin, agency=agency, monitors=monitors)
    except NotAllowed:
        return False
    return True


def is_observation(public_id: str) -> bool:
    """Say whether a public id is that of a recorded value."""
    return public_id.startswith("O-")
