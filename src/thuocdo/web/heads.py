"""Who heads which body: the register, and two people who enter, change and confirm it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from thuocdo.config.current import today
from thuocdo.core.actor import Actor
from thuocdo.core.errors import Invalid
from thuocdo.programme import queries as programmes
from thuocdo.programme.heads import queries
from thuocdo.programme.heads.actions import confirm_head, import_heads, propose_head, refuse_head
from thuocdo.programme.heads.reading import COLUMNS, MOST_BYTES
from thuocdo.programme.heads.rules import LONGEST_DOCUMENT, LONGEST_NAME, LONGEST_NOTE, gaps, may_keep
from thuocdo.programme.heads.types import Entry, EntryState
from thuocdo.programme.rules import existing_on
from thuocdo.web import deskwords, matters_words
from thuocdo.web.accounts import show
from thuocdo.web.current import current_of
from thuocdo.web.gate import actor_of
from thuocdo.web.language import N_, said_fault
from thuocdo.web.language import words as _

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

STATES: Mapping[EntryState, str] = {
    EntryState.PROPOSED: N_("waits for a second person"),
    EntryState.CONFIRMED: N_("confirmed"),
    EntryState.REFUSED: N_("refused"),
    EntryState.REPLACED: N_("replaced by a later entry"),
}
LABELS: Mapping[str, str] = {
    "agency": N_("Body"),
    "person": N_("Name of the head"),
    "office_vi": N_("Office, in Vietnamese"),
    "office_en": N_("Office, in English"),
    "since": N_("First day in office"),
    "document": N_("Act that appoints"),
    "until": N_("First day no longer in office"),
    "until_document": N_("Act that ends the term"),
    "note": N_("Reason"),
    "file": N_("File"),
}
DONE: Mapping[str, str] = {
    "propose": N_("The entry was proposed. It counts for nothing until a second person confirms it."),
    "import": N_("The lines of the file were proposed. A second person confirms each."),
    "confirm": N_("The entry was confirmed."),
    "refuse": N_("The entry was refused."),
}
_NO_ACT = N_("Say what you decide.")
_LINE = "line "
_NO_FILE = N_("Choose a file first.")


@require_http_methods(["GET", "HEAD", "POST"])
def heads(request: HttpRequest) -> HttpResponse:
    """Show the register with what is not known, and take a proposal or a second person's word."""
    person, refused = actor_of(request), None
    if request.method == "POST":
        act = request.POST.get("act", "")
        try:
            _act(request, act, person)
        except Invalid as wrong:
            refused = wrong
        else:
            return redirect(f"{reverse('heads')}?xong={act}")
    return _page(request, person, refused)


def _act(request: HttpRequest, act: str, person: Actor) -> None:
    form, now = request.POST, timezone.now()
    public_id = form.get("entry", "")
    if act == "propose":
        cells = {name: form.get(name, "") for name in COLUMNS}
        propose_head(cells=cells, replaces=public_id, illustrative=_illustrative(), by=person, now=now)
    elif act == "import":
        import_heads(data=_file(request), illustrative=_illustrative(), by=person, now=now)
    elif act == "confirm":
        confirm_head(id=public_id, by=person, now=now)
    elif act == "refuse":
        refuse_head(id=public_id, note=form.get("note", ""), by=person, now=now)
    else:
        raise Invalid(_NO_ACT)


def _file(request: HttpRequest) -> bytes:
    file = cast("UploadedFile[bytes] | None", request.FILES.get("file"))
    if file is None:
        raise Invalid(_NO_FILE)
    data: bytes = file.read(MOST_BYTES + 1)
    return data


def _illustrative() -> bool:
    """Say whether this workspace holds invented records: what is entered into it is marked as they are."""
    return current_of().facts.illustrative


def _page(request: HttpRequest, person: Actor, refused: Invalid | None) -> HttpResponse:
    current, day, entries = current_of(), today(), queries.entries()
    register = programmes.register("")
    typed = request.POST if refused else _typed(entries, request.GET.get("sua", ""))
    living = existing_on(day, register)
    terms = tuple(each.term for each in entries if each.state is EntryState.CONFIRMED)
    issued = current.facts.programme.issued_on
    leading = {totals.agency for totals in current.verdicts.agencies}
    unknown = [body for body in living if body.code in leading and gaps(body.code, terms, issued, day)]
    shown = {
        "known": current,
        "entries": entries,
        "waiting": [each for each in entries if each.state is EntryState.PROPOSED],
        "others": [each for each in entries if each.state is not EntryState.PROPOSED],
        "states": STATES,
        "labels": LABELS,
        "columns": COLUMNS,
        "groups": matters_words.bodies_to_ask(current, without=frozenset()),
        "bodies": matters_words.body_names(current),
        "unknown": unknown,
        "since": issued,
        "people": deskwords.names(),
        "may_keep": may_keep(person),
        "typed": typed,
        "changed": typed.get("entry", ""),
        "tried": request.POST.get("act", "") if refused else "",
        "tried_entry": request.POST.get("entry", "") if refused else "",
        "faulty": matters_words.faulty(refused, LABELS),
        "lines": _lines(refused) if request.POST.get("act") == "import" else [],
        "done": DONE.get(request.GET.get("xong", ""), ""),
        "most": {"name": LONGEST_NAME, "document": LONGEST_DOCUMENT, "note": LONGEST_NOTE},
    }
    return show(request, "heads.html", shown, 422 if refused else 200)


def _lines(refused: Invalid | None) -> list[str]:
    """Return what is wrong with a file, each fault with its line and column."""
    found = []
    for each in refused.faults if refused else ():
        line = _("line {number}").format(number=each.where.removeprefix(_LINE)) if _LINE in each.where else ""
        label = LABELS.get(each.field or "", "")
        column = _(label) if label else ""
        found.append(": ".join(filter(None, (line, column, said_fault(each)))))
    return found


def _typed(entries: tuple[Entry, ...], public_id: str) -> Mapping[str, str]:
    """Return the form filled with the entry that is to be changed, an empty one for a new entry."""
    found = next(
        (each for each in entries if each.id == public_id and each.state is EntryState.CONFIRMED), None
    )
    if found is None:
        return {}
    term = found.term
    days = {"since": f"{term.since:%d/%m/%Y}", "until": f"{term.until:%d/%m/%Y}" if term.until else ""}
    return {**{name: str(getattr(term, name)) for name in COLUMNS}, **days, "entry": found.id}
