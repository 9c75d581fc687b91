"""Faults of a report at the fields of the panel: which field, how it is called, and the sentence."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from thuocdo.core.errors import Fault
from thuocdo.core.messages import translate
from thuocdo.evaluation.reasons import shown_day
from thuocdo.web.language import N_, language
from thuocdo.web.language import words as _
from thuocdo.web.work_form import PROOF

LABELS: Mapping[str, str] = {
    "situation": N_("How does it stand?"),
    "expected_on": N_("Expected date"),
    "has_draft": N_("A draft exists"),
    "has_plan": N_("A plan with dates exists"),
    "obstacle": N_("What stands in the way?"),
    "obstacle_since": N_("Since when?"),
    "allocated": N_("Allocated, million VND"),
    "disbursed": N_("Disbursed, million VND"),
    "public_sentence": N_("One sentence for the public"),
    "reason": N_("Why is it changed?"),
    "evidence": N_("Document, evidence"),
    "text": N_("Line of the document"),
    "number": N_("Number"),
    "issued_on": N_("Date of issue"),
    "issuer": N_("Issued by"),
    "url": N_("Address"),
    "evidence_kind": N_("Kind of evidence"),
    "component": N_("Part that it proves"),
    "files": N_("File"),
}
"""What each field of the panel is called."""

_PLACE = re.compile(r"evidence (\d+)")
_DAY = r"(?P<day>\d{4}-\d\d-\d\d)"
_SPOKEN: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(_DAY + " has not come yet"), N_("{day} has not come yet")),
    (re.compile(r"is longer than (?P<most>\d+) characters"), N_("is longer than {most} characters")),
    (
        re.compile(r"is empty, and (?P<id>\S+) was sent already: say why it is replaced"),
        N_("is empty, and {id} was sent already: say why it is replaced"),
    ),
    (
        re.compile(r"is the same that was returned as (?P<id>\S+): change what was wrong, or leave it out"),
        N_("is the same that was returned as {id}: change what was wrong, or leave it out"),
    ),
)
"""Sentences of the rooms that carry a value, and what they are made of, to be said in another language."""
_QUOTED = re.compile(r"(“.*”) (.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Shown:
    """One fault as the panel shows it: the id of its field ("" for the whole), its name, the sentence."""

    id: str
    label: str
    said: str


def shown(faults: Iterable[Fault]) -> tuple[Shown, ...]:
    """Return the faults in the language of the request, each with the field to which it belongs."""
    return tuple(_shown(fault) for fault in faults)


def by_field(faults: Sequence[Shown]) -> dict[str, tuple[str, ...]]:
    """Return the sentences of each field."""
    found: dict[str, list[str]] = {}
    for each in faults:
        found.setdefault(each.id, []).append(each.said)
    return {name: tuple(dict.fromkeys(said)) for name, said in found.items()}


def _shown(fault: Fault) -> Shown:
    name, place = fault.field or "", _PLACE.search(fault.where)
    said = sentence(fault)
    if name == "reason" or (not place and name not in PROOF):
        return Shown(name if name in LABELS else "", _(LABELS[name]) if name in LABELS else name, said)
    at = int(place[1]) - 1 if place else 0  # a head names the field; of one piece there is no doubt
    field = name if name in LABELS else "text"
    return Shown(f"proof-{at}-{field}", f"{_('Evidence {number}', number=at + 1)}: {_(LABELS[field])}", said)


def sentence(fault: Fault) -> str:
    """Return what is wrong, in the language of the request; what a person wrote stays as it was written."""
    if fault.template:
        return translate(fault.template, language()).format(**fault.params)
    quoted = _QUOTED.fullmatch(fault.message)
    if quoted:
        return f"{quoted[1]} {_(quoted[2])}"
    for pattern, message in _SPOKEN:
        if found := pattern.fullmatch(fault.message):
            return _(message, **{name: _value(value) for name, value in found.groupdict().items()})
    return _(fault.message)


def _value(word: str) -> str:
    """Return a value of a sentence; a day as people write it."""
    try:
        return shown_day(date.fromisoformat(word), language())
    except ValueError:
        return word
