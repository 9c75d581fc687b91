"""Reading the forms of matters: what was typed into content, with every fault at once."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from thuocdo.core.errors import Fault
from thuocdo.core.text import clean
from thuocdo.cycles.matters.types import MAX_NOTE, MAX_TEXT, Answer, Cells, Content, Kind, Read, Remedy, Wish
from thuocdo.cycles.rules import carries_secret_mark
from thuocdo.documents.citations import read_citations
from thuocdo.documents.instruments import Kind as Instrument
from thuocdo.programme.review.settling import read_day

MAX_DOCUMENT = 300
_NO_ACT = frozenset({Instrument.SUBMISSION, Instrument.REPORT})


N_ = str
"""Marks a message for translation; `core.messages.fault_sentence` says it."""

EMPTY = N_("is empty")
TOO_LONG = N_("has {length} characters; at most {most} fit")
SECRET = N_("carries a mark of state secrecy; this system must not hold state secrets")
NO_DAY = N_("is no date; write 12/06/2025 or 2025-06-12")
NO_LATER = N_("must lie after the deadline of the task, {due}")
PAST = N_("must lie in the future")
NO_WISH = N_("is none of the statuses to choose from")
NO_REMEDY = N_("is none of the acts to choose from")
NO_RECORD = N_("{id} is no record of your body on this task")
NO_BODY = N_("{code} is no body that exists today")
OWN_BODY = N_("is the body that asks")
HAD_IT = N_("has had this matter already")
NO_ACT = N_("needs the number of an act, for example “Quyết định số 12/QĐ-TTg ngày 05/01/2026”")
NOT_DECIDING = N_("is a submission or a report; only an act of a competent authority changes a deadline")
FUTURE_ACT = N_("is dated after today")


@dataclass(frozen=True, slots=True)
class Around:
    """What the reader must know of the world: today, the task's deadline, records and bodies."""

    day: date
    due: date | None = None
    records: Collection[str] = ()
    bodies: Collection[str] = ()
    own: Collection[str] = ()
    had: Collection[str] = ()


def read_content(kind: Kind, cells: Cells, around: Around) -> Read:
    """Return what the form says, or every fault of it, each on its field."""
    most, needed = MAX_NOTE if kind is Kind.NOTE else MAX_TEXT, kind is not Kind.DESIGNATION
    faults = list(_text_faults("text", _long(cells, "text"), most, needed=needed))
    reader = _READERS.get(kind)
    if reader is None:
        return Read(Content(text=_long(cells, "text")), faults=tuple(faults))
    read = reader(cells, around)
    return Read(read.content, read.asked, (*faults, *read.faults))


def answer_faults(answer: Answer, *, needs: Collection[str], kind: Kind, around: Around) -> tuple[Fault, ...]:
    """Return what is wrong with an answer: what the move needs and what stands in it."""
    faults = list(_text_faults("text", answer.text, MAX_TEXT, needed="text" in needs))
    faults += _text_faults("document", answer.document, MAX_DOCUMENT, needed="document" in needs)
    if "document" in needs and answer.document and not faults:
        faults += _act_faults(answer.document, around.day)
    if "remedy" in needs and answer.remedy not in set(Remedy):
        faults.append(fault("remedy", NO_REMEDY))
    if "body" in needs:
        faults += _body_faults("body", answer.body, around)
    if kind is Kind.EXTENSION and answer.document and "document" not in needs and not faults:
        faults += _act_faults(answer.document, around.day)
    return tuple(faults)


def fault(field: str, template: str, **params: str) -> Fault:
    """Return a fault of one field of the form, sayable in both languages."""
    return Fault("form", template.format(**params), field, template, params)


def typed_answer(cells: Cells) -> Answer:
    """Return the answer as typed."""
    short = {name: clean(cells.get(name, "")) for name in ("document", "remedy", "body")}
    return Answer(text=_long(cells, "text"), **short)


def act_numbers(document: str) -> tuple[str, ...]:
    """Return the numbers of the acts that a citation names."""
    return tuple(found.number for found in read_citations(document))


def _dispute(cells: Cells, around: Around) -> Read:
    wished = clean(cells.get("wished", ""))
    ids = tuple(dict.fromkeys(cells.get("evidence", "").split()))
    faults = [] if wished in set(Wish) else [fault("wished", NO_WISH)]
    faults += [fault("evidence", NO_RECORD, id=each) for each in ids if each not in around.records]
    return Read(Content(text=_long(cells, "text"), wished=wished, evidence=ids), faults=tuple(faults))


def _extension(cells: Cells, around: Around) -> Read:
    typed = clean(cells.get("wished_on", ""))
    wished, faults = _day("wished_on", typed)
    if wished is not None and around.due is not None and wished <= around.due:
        faults.append(fault("wished_on", NO_LATER, due=around.due.strftime("%d/%m/%Y")))
    elif wished is not None and wished <= around.day:
        faults.append(fault("wished_on", PAST))
    return Read(Content(text=_long(cells, "text"), wished_on=wished), faults=tuple(faults))


def _asking(cells: Cells, around: Around) -> Read:
    asked = clean(cells.get("asked", ""))
    return Read(Content(text=_long(cells, "text")), asked, faults=tuple(_body_faults("asked", asked, around)))


def _designation(cells: Cells, around: Around) -> Read:
    """Read who is meant; whether the members fit the name is the programme's own check."""
    on, faults = _day("on", clean(cells.get("on", "")))
    document = clean(cells.get("document", ""))
    faults += _text_faults("document", document, MAX_DOCUMENT)
    if document and not any(each.field == "document" for each in faults):
        faults += _act_faults(document, around.day)
    members = tuple(dict.fromkeys(cells.get("members", "").replace(",", " ").split()))
    if not members and on is None:  # with a day the programme's own check says so
        faults.append(fault("members", EMPTY))
    content = Content(
        text=_long(cells, "text"),
        group=clean(cells.get("group", "")),
        members=members,
        document=document,
        on=on,
    )
    return Read(content, faults=tuple(faults))


_READERS: Mapping[Kind, Callable[[Cells, Around], Read]] = {
    Kind.DISPUTE: _dispute,
    Kind.EXTENSION: _extension,
    Kind.DIFFICULTY: _asking,
    Kind.PROPOSAL: _asking,
    Kind.DESIGNATION: _designation,
}


def _long(cells: Cells, name: str) -> str:
    """Return a text of several lines, each cleaned; line breaks are the writer's own."""
    lines = [clean(line) for line in cells.get(name, "").replace("\r\n", "\n").split("\n")]
    return "\n".join(lines).strip()


def _text_faults(field: str, text: str, most: int, *, needed: bool = True) -> Iterator[Fault]:
    if needed and not text:
        yield fault(field, EMPTY)
    if len(text) > most:
        yield fault(field, TOO_LONG, length=str(len(text)), most=str(most))
    if carries_secret_mark(text):
        yield fault(field, SECRET)


def _day(field: str, typed: str) -> tuple[date | None, list[Fault]]:
    if not typed:
        return None, [fault(field, EMPTY)]
    found = read_day(typed)
    return found, [] if found else [fault(field, NO_DAY)]


def _body_faults(field: str, code: str, around: Around) -> Iterator[Fault]:
    if not code:
        yield fault(field, EMPTY)
    elif code not in around.bodies:
        yield fault(field, NO_BODY, code=code[:40])
    elif code in around.own:
        yield fault(field, OWN_BODY)
    elif code in around.had:
        yield fault(field, HAD_IT)


def _act_faults(document: str, day: date) -> Iterator[Fault]:
    """An act is cited by its number; what only asks or reports decides nothing."""
    cited = read_citations(document)
    if not cited:
        yield fault("document", NO_ACT)
    elif all(each.kind in _NO_ACT for each in cited):
        yield fault("document", NOT_DECIDING)
    elif any(each.issued_on is not None and each.issued_on > day for each in cited):
        yield fault("document", FUTURE_ACT)
