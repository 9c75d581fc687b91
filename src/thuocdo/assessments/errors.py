"""Sentences of this room that stand in more than one place."""

from thuocdo.core.errors import N_, Conflict, Fault, NotFound, fault

NOTHING_DONE = N_("Nothing was changed.")
NO_ASSESSMENT = N_("There is no such assessment.")
SEE_LIST = N_("Look for it in the list of assessments.")
NO_SET = N_("There is no such version of a criteria set.")
SEE_SETS = N_("Look for it in the list of criteria sets.")
MOVED = N_("Somebody else changed this meanwhile.")
OPEN_AGAIN = N_("Open it again; what you typed was not saved.")

NEEDED = N_("write a sentence")
TOO_LONG = N_("is longer than {most} characters")
SECRET = N_("carries a mark of state secrecy; such a text must not stand in this system")
HIDDEN = N_("holds a character that cannot be stored")


def field_fault(field: str, template: str, **params: object) -> Fault:
    """Return a fault of one field of a form, sayable in both languages."""
    return fault("form", field, template, **params)


def no_assessment() -> NotFound:
    """Return the refusal of an assessment that is not there, or not for this person."""
    return NotFound(NO_ASSESSMENT, hint=SEE_LIST)


def no_set() -> NotFound:
    """Return the refusal of a version that is not there, or not for this person."""
    return NotFound(NO_SET, hint=SEE_SETS)


def moved() -> Conflict:
    """Return the refusal of who comes second."""
    return Conflict(MOVED, hint=OPEN_AGAIN)
