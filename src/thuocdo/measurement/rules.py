"""Who may hand in a value of an indicator, and who may verify it."""

from collections.abc import Set as AbstractSet

from thuocdo.accounts.rules import can, check
from thuocdo.accounts.types import Permission
from thuocdo.core.actor import Actor, Role
from thuocdo.core.errors import N_, NotAllowed, Unnamed
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
                N_("{name} may not enter values of origin '{origin}'."),
                hint=N_("A monitor or methodologist enters them; an agency writes origin reported."),
                params={"name": by.name, "origin": origin.value},
            )
        return
    check(by, Permission.REPORT)
    if not by.agency or by.agency != agency:
        raise NotAllowed(
            N_("{name} belongs to {own} and may not report for {agency}."),
            hint=N_("A body reports its own values."),
            params={"name": by.name, "own": by.agency or Unnamed.BODY, "agency": agency or Unnamed.ONE},
        )


def check_verifier(
    by: Actor, *, author: str, origin: Origin, agency: str, monitors: AbstractSet[str]
) -> None:
    """Refuse the author, and for a reported value everybody of the reporting or monitoring bodies."""
    check(by, Permission.VERIFY)
    if by.id == author:
        hint = N_("A second person has to do it.")
        raise OwnValue(N_("{name} cannot verify their own value."), hint=hint, params={"name": by.name})
    if origin is Origin.REPORTED and by.agency and by.agency in {agency, *monitors}:
        raise OwnValue(
            N_("{name} belongs to {agency}, which answers for this value."),
            hint=N_("Somebody of another body has to verify it."),
            params={"name": by.name, "agency": by.agency},
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
