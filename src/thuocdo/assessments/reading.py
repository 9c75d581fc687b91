"""What people type into the forms of an assessment: values, evidence, reasons, with every fault at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from thuocdo.assessments.errors import HIDDEN, NEEDED, SECRET, TOO_LONG, field_fault
from thuocdo.assessments.questions import inputs_of, may_skip, questions
from thuocdo.assessments.types import MAX_PROOFS, MAX_TEXT, MAX_VALUE, Checked, Giver, Own, Proof
from thuocdo.core.errors import N_, Fault
from thuocdo.core.text import clean
from thuocdo.cycles.lines import address
from thuocdo.cycles.rows import Wrong, read_number, read_yes
from thuocdo.cycles.rules import carries_secret_mark
from thuocdo.documents.proofs import issued_documents, proves_running
from thuocdo.evaluation.scoring.inputs import limits, places
from thuocdo.evaluation.scoring.kinds import Kind, Origin
from thuocdo.evaluation.scoring.types import CriteriaSet, Criterion, Input

NO_INPUT = N_("is no value that this set asks the unit for")
NOT_ASKED = N_("is no value that this set asks for here")
NO_CRITERION = N_("is no criterion of this set")
PLACES = N_("“{value}” has more than {places} decimal places")
TOO_LOW = N_("{value} is less than {least}")
TOO_HIGH = N_("{value} is more than {most}")
NEVER_SKIPPED = N_("this criterion applies to every unit; take the tick away")
MANY_PROOFS = N_("has more than {most} lines of evidence")
NO_FILE = N_("the file {id} is none of your body; add it again")
NO_PROOF = N_(
    "name evidence: a document by number and day, an address, or a file; without it there are no points"
)
UNCLEAR_PROOF = N_(
    "“{line}” names neither a document by its number nor an address; complete it or add a file"
)
WHY_SKIPPED = N_("say why it does not apply")


@dataclass(frozen=True, slots=True)
class TypedOwn:
    """A unit's form as typed; `skipped` holds the reason for each ticked criterion, also an empty one."""

    values: Mapping[str, str] = field(default_factory=dict)
    skipped: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, Sequence[str]] = field(default_factory=dict)
    files: Mapping[str, Sequence[str]] = field(default_factory=dict)
    note: str = ""


@dataclass(slots=True)
class _Kept:
    values: dict[str, str] = field(default_factory=dict)
    skipped: dict[str, str] = field(default_factory=dict)
    proofs: dict[str, tuple[Proof, ...]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def read_own(given: CriteriaSet, typed: TypedOwn, *, own_files: frozenset[str]) -> tuple[Own, list[Fault]]:
    """Return what can be kept of a form, and what is wrong with the rest; fields are named as on the page."""
    kept = _Kept()
    asked = questions(given)
    criteria = {each.id: each for each in given.criteria}
    for name, text in typed.values.items():
        if name not in asked or asked[name].giver is not Giver.UNIT:
            kept.faults.append(field_fault(f"v-{name[:40]}", NO_INPUT))
        elif clean(text):
            value, wrong = read_value(text, asked[name].given, f"v-{name}")
            kept.faults += wrong
            if value:
                kept.values[name] = value
    for name in dict.fromkeys((*typed.skipped, *typed.lines, *typed.files)):
        if name not in criteria:
            kept.faults.append(field_fault(f"p-{name[:40]}", NO_CRITERION))
        else:
            _criterion(criteria[name], typed, own_files, kept)
    note, wrong = read_text(typed.note, "note")
    return Own(kept.values, kept.skipped, kept.proofs, note), kept.faults + wrong


def _criterion(criterion: Criterion, typed: TypedOwn, own_files: frozenset[str], kept: _Kept) -> None:
    name = criterion.id
    if name in typed.skipped:
        if may_skip(criterion):
            kept.skipped[name], wrong = read_text(typed.skipped[name], f"w-{name}")
            kept.faults += wrong
        else:
            kept.faults.append(field_fault(f"s-{name}", NEVER_SKIPPED))
    proofs = []
    lines = [line for line in typed.lines.get(name, ()) if clean(line)]
    if len(lines) > MAX_PROOFS:
        kept.faults.append(field_fault(f"p-{name}", MANY_PROOFS, most=MAX_PROOFS))
    for line in lines[:MAX_PROOFS]:
        text, wrong = read_text(line, f"p-{name}")
        kept.faults += wrong
        if text:
            proofs.append(read_proof(text))
    files = tuple(dict.fromkeys(typed.files.get(name, ())))
    kept.faults += [
        field_fault(f"p-{name}", NO_FILE, id=each[:20]) for each in files if each not in own_files
    ]
    held = tuple(each for each in files if each in own_files)
    if held:
        proofs.append(Proof(files=held))
    if proofs:
        kept.proofs[name] = tuple(proofs)


def read_values(
    given: CriteriaSet, typed: Mapping[str, str], giver: Giver
) -> tuple[dict[str, str], list[Fault]]:
    """Return the values that somebody else than the unit gives, and what is wrong with them."""
    asked = questions(given)
    values: dict[str, str] = {}
    faults: list[Fault] = []
    for name, text in typed.items():
        if name not in asked or asked[name].giver is not giver:
            faults.append(field_fault(f"v-{name[:40]}", NOT_ASKED))
        elif clean(text):
            value, wrong = read_value(text, asked[name].given, f"v-{name}")
            values |= {name: value} if value else {}
            faults += wrong
    return values, faults


def read_proof(text: str) -> Proof:
    """Return what one pasted line says: the first document that it cites as issued, or an address."""
    plain = clean(text)
    cited = issued_documents(plain)
    if not cited:
        return Proof(text=plain, url=address(plain))
    first = cited[0]
    return Proof(plain, first.number, first.issued_on, first.issuer, address(plain))


def is_clear(proof: Proof) -> bool:
    """Say whether a piece of evidence names something that a verifier can look at."""
    return bool(proof.number or proof.url or proof.files) or proves_running(proof.text)


def read_value(text: str, given: Input, name: str) -> tuple[str, list[Fault]]:
    """Return a value in its one spelling (a decimal point, 1 and 0 for yes and no), "" where it is none."""
    plain = clean(text)
    if len(plain) > MAX_VALUE:
        return "", [field_fault(name, TOO_LONG, most=MAX_VALUE)]
    try:
        if given.kind is Kind.YES_NO:
            return str(int(read_yes(plain))), []
        return _within(read_number(plain), plain, given, name)
    except Wrong as wrong:
        return "", [field_fault(name, wrong.sentence, cell=plain, **wrong.params)]


def _within(value: Decimal, plain: str, given: Input, name: str) -> tuple[str, list[Fault]]:
    digits = places(given.kind)
    least, most = limits(given)
    if value != round(value, digits):
        return "", [field_fault(name, PLACES, value=plain, places=digits)]
    if least is not None and value < least:
        return "", [field_fault(name, TOO_LOW, value=plain, least=least)]
    if most is not None and value > most:
        return "", [field_fault(name, TOO_HIGH, value=plain, most=most)]
    if abs(value) >= _HUGE:
        return "", [field_fault(name, TOO_HIGH, value=plain, most=_HUGE)]
    shown = format(value.normalize() + 0, "f")
    return shown, []


_HUGE = Decimal(10) ** 12


def read_text(text: str, name: str, *, needed: bool = False, most: int = MAX_TEXT) -> tuple[str, list[Fault]]:
    """Return a text without spaces around it, "" with the reason where it cannot be kept."""
    plain = text.replace("\r\n", "\n").strip()
    if needed and not plain:
        return "", [field_fault(name, NEEDED)]
    if "\x00" in plain:
        return "", [field_fault(name, HIDDEN)]
    if len(plain) > most:
        return "", [field_fault(name, TOO_LONG, most=most)]
    if carries_secret_mark(plain):
        return "", [field_fault(name, SECRET)]
    return plain, []


def submit_faults(given: CriteriaSet, own: Own) -> list[Fault]:
    """Return what must be mended before a form is handed in: evidence that is missing, reasons not given.

    A value that was not given is no fault: the set says what it is worth.
    """
    found = [field_fault(f"w-{name}", WHY_SKIPPED) for name, why in own.skipped.items() if not why]
    for criterion in given.criteria:
        if criterion.source is not Origin.SELF_ASSESSED or criterion.id in own.skipped:
            continue
        proofs = own.proofs.get(criterion.id, ())
        files = any(each.files for each in proofs)
        found += [
            field_fault(f"p-{criterion.id}", UNCLEAR_PROOF, line=each.text[:80])
            for each in proofs
            if not is_clear(each) and not files
        ]
        if not proofs and _claims(criterion, own):
            found.append(field_fault(f"p-{criterion.id}", NO_PROOF))
    return found


def _claims(criterion: Criterion, own: Own) -> bool:
    """Say whether a unit claims something: every value is there and one of them is not nothing."""
    values = [own.values.get(name, "") for rule in criterion.rules for name in _measured(criterion)]
    return any(value not in {"", "0"} for value in values) and all(
        own.values.get(name) for name in _measured(criterion)
    )


def _measured(criterion: Criterion) -> tuple[str, ...]:
    skip = criterion.not_applicable
    gone = {skip.when_zero} if skip is not None and skip.when_zero else set()
    names = inputs_of(criterion)
    return tuple(each for each in names if each not in gone) or names


@dataclass(frozen=True, slots=True)
class TypedChecked:
    """A verifier's form as typed: the values, and by criterion a decision (yes, no) with a sentence."""

    values: Mapping[str, str] = field(default_factory=dict)
    evidence: Mapping[str, str] = field(default_factory=dict)
    skips: Mapping[str, str] = field(default_factory=dict)
    remarks: Mapping[str, str] = field(default_factory=dict)


def read_checked(given: CriteriaSet, own: Own, typed: TypedChecked) -> tuple[Checked, list[Fault]]:
    """Return what a verifier found, and what is wrong with the form; a refusal needs its sentence."""
    faults: list[Fault] = []
    values: dict[str, str] = {}
    for name, asked in questions(given).items():
        if asked.giver is not Giver.UNIT:
            continue
        if name not in typed.values:
            values[name] = own.values.get(name, "")
            continue
        text = typed.values[name]
        values[name], wrong = read_value(text, asked.given, f"v-{name}") if clean(text) else ("", [])
        faults += wrong
    refused = _refusals(own.proofs, typed.evidence, typed.remarks, faults)
    applies = _refusals(own.skipped, typed.skips, typed.remarks, faults)
    return Checked(values, refused, applies), faults


def _refusals(
    said: Iterable[str], decided: Mapping[str, str], remarks: Mapping[str, str], faults: list[Fault]
) -> dict[str, str]:
    found = {}
    for name in said:
        if decided.get(name) == "no":
            found[name], wrong = read_text(remarks.get(name, ""), f"r-{name}", needed=True)
            faults += wrong
    return found
