"""What a publication on its way must keep: its moment, its second person, and the way back."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from thuocdo.core.errors import N_, Conflict, Fault
from thuocdo.publication.corrections import Past
from thuocdo.publication.releases.types import CorrectionRequest, Release, RequestState, State

FURTHEST = timedelta(days=366)
LONGEST_NOTE = 1000
_WHERE = "publication"

NO_DAY = N_("is missing; name the day from which it looks")
FUTURE = N_("has not come yet; name today or an earlier day")
NO_MOMENT = N_("is missing; name the moment from which readers get it")
TOO_FAR = N_("lies more than a year ahead")
NO_PLACE = N_("is missing; name the table, the row and the column")
NO_REASON = N_("is missing; say in one sentence for everybody what was wrong and why")
NO_DOCUMENT = N_("is missing; name number and issuer of the signed document that orders it")
NO_DOCUMENT_DAY = N_("is missing; name the day of the document")
SAME_VALUE = N_("is what was published; name the value that is right")
NO_NOTE = N_("is empty; say why it is withdrawn")
TOO_LONG = N_("is longer than {most} characters")
WRONG_WORD = N_("type {word} to confirm")
UNDO = N_(
    "lies before {day}, which readers have: an earlier state is published again only after a correction"
    " of the present publication was logged (thuocdo log correct)"
)


def proposal_faults(
    as_of: date | None, publish_at: datetime | None, *, today: date, now: datetime
) -> Iterator[Fault]:
    """Yield what is wrong with the day and the moment; a moment that has passed means at once."""
    if as_of is None:
        yield fault("as_of", NO_DAY)
    elif as_of > today:
        yield fault("as_of", FUTURE)
    if publish_at is None:
        yield fault("publish_at", NO_MOMENT)
    elif publish_at > now + FURTHEST:
        yield fault("publish_at", TOO_FAR)


def undo_faults(as_of: date, *, before: tuple[str, date] | None, past: Past) -> Iterator[Fault]:
    """Yield why an earlier state may not replace the present one, `before` (digest and day).

    Undoing is a new publication with a correction, never a silent return.
    """
    if before is None or as_of >= before[1]:
        return
    if not any(each.supersedes == before[0] for each in past.corrections):
        yield fault("as_of", UNDO, day=before[1].isoformat())


def confirming_word(manifest: str) -> str:
    """Return what the second person types: the beginning of the digest that the signers see too."""
    return manifest[:12]


def word_faults(typed: str, manifest: str) -> Iterator[Fault]:
    """Yield the fault of a word that was not typed."""
    word = confirming_word(manifest)
    if typed.strip() != word:
        yield fault("typed", WRONG_WORD, word=word)


def note_faults(note: str) -> Iterator[Fault]:
    """Yield what is wrong with the sentence of a withdrawal."""
    if not note.strip():
        yield fault("note", NO_NOTE)
    elif len(note) > LONGEST_NOTE:
        yield fault("note", TOO_LONG, most=str(LONGEST_NOTE))


def check_waits(found: Release) -> None:
    """Refuse what was released or withdrawn already."""
    if not found.waits:
        raise moved()


def check_due(found: Release, now: datetime) -> None:
    """Refuse to release what nobody has confirmed, or before its moment."""
    check_waits(found)
    if found.state is not State.CONFIRMED:
        raise Conflict(N_("A second person has to confirm it first."))
    if now < found.publish_at:
        raise Conflict(
            N_("It is under embargo until {moment} UTC."),
            hint=N_("It is released by itself then; or withdraw it and propose another moment."),
            params={"moment": f"{found.publish_at:%Y-%m-%d %H:%M}"},
        )


def moved() -> Conflict:
    """Return the refusal of an act on what somebody else has moved."""
    return Conflict(N_("This publication was released or withdrawn already."), hint=N_("Look at the list."))


def fault(field: str, template: str, **params: str) -> Fault:
    """Return one fault of a publication on its way."""
    return Fault(_WHERE, template.format(**params), field, template, params)


def order_faults(reason: str, document: str, document_on: date | None, *, today: date) -> Iterator[Fault]:
    """Yield what is missing of why a published value is corrected, and by which document."""
    for field, text, missing in (("reason", reason, NO_REASON), ("document", document, NO_DOCUMENT)):
        if not text.strip():
            yield fault(field, missing)
        elif len(text) > LONGEST_NOTE:
            yield fault(field, TOO_LONG, most=str(LONGEST_NOTE))
    if document_on is None:
        yield fault("document_on", NO_DOCUMENT_DAY)
    elif document_on > today:
        yield fault("document_on", FUTURE)


def check_open(found: CorrectionRequest) -> None:
    """Refuse an act on a correction that was logged or withdrawn already."""
    if found.state is not RequestState.PROPOSED:
        raise ended()


def ended() -> Conflict:
    """Return the refusal of an act on a correction that somebody else has ended."""
    return Conflict(N_("This correction was logged or withdrawn already."), hint=N_("Look at the list."))
