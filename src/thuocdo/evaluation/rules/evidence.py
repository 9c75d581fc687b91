"""Which evidence matches which component of a task, from which day it counts, and what refuses it."""

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from thuocdo.core.dates import working_days_between
from thuocdo.core.messages import Reason
from thuocdo.cycles.types import Evidence, EvidenceKind, State
from thuocdo.documents.citations import Citation, announcement, number_key, read_citations, supports_any
from thuocdo.documents.proofs import has_figure, is_agreement, only_announces, proves_running
from thuocdo.evaluation.types import DuplicateUse
from thuocdo.programme.types import FIVE_PARTS, Component, Need, Task

RECEIPT_DAYS = 10
"""Working days within which a document must arrive for its issue date to count."""


_FILED = frozenset({State.SENT, State.VERIFIED})
_JUDGED = frozenset({Need.RUNNING, Need.FIGURE, Need.PERSON, Need.AGREEMENT, Need.PUBLISHED_LIST})


@dataclass(frozen=True, slots=True)
class Offer:
    """One filed piece of evidence as the rules see it on a day.

    `key` is one spelling of the document, so that it counts once. `on` is the day that counts.
    `filed_for` and `verified_for` are components; `each` says that it stands for all of them at
    once (a verifier named them, or it is an attestation). `refusal` is set when it matches none.
    """

    evidence: Evidence
    key: str
    on: date
    filed_for: tuple[str, ...] = ()
    verified_for: tuple[str, ...] = ()
    each: bool = False
    refusal: Reason | None = None


def effective_date(evidence: Evidence, holidays: AbstractSet[date] = frozenset()) -> date:
    """Return the day that counts for a document.

    Its issue date when it stands in the gazette or was received within ten working days of
    issue, else the day of receipt; without an issue date, the day of receipt.
    """
    issued = issue_date(evidence)
    if issued is None:
        return evidence.received_on
    if evidence.in_gazette or evidence.received_on <= issued:
        return issued
    waited = working_days_between(issued, evidence.received_on, holidays)
    return issued if waited <= RECEIPT_DAYS else evidence.received_on


def issue_date(evidence: Evidence) -> date | None:
    """Return the issue date as typed, else as printed beside the number."""
    if evidence.issued_on is not None or not evidence.text:
        return evidence.issued_on
    return next((item.issued_on for item in own_citations(evidence) if item.issued_on), None)


def own_citations(evidence: Evidence) -> tuple[Citation, ...]:
    """Return the documents that the evidence is: the typed number, else what its line cites as issued.

    A typed number decides; the line only tells whether an act of the Assembly is a law.
    """
    in_text = read_citations(evidence.text)
    if not evidence.number:
        return tuple(item for item in in_text if not item.referenced)
    key = number_key(evidence.number)
    same = tuple(item for item in in_text if number_key(item.number) == key)
    return same or read_citations(f"{evidence.text.rstrip('.;!? ')} {evidence.number}")[-1:]


def known_filed(evidence: Evidence, as_of: date) -> bool:
    """Say whether the piece had been sent by that day and stands (not returned, not replaced)."""
    return evidence.state in _FILED and evidence.received_on <= as_of


def known_verified(evidence: Evidence, as_of: date) -> bool:
    """Say whether a second person had verified the piece by that day."""
    verified = evidence.state is State.VERIFIED and evidence.verified_on is not None
    return verified and known_filed(evidence, as_of) and evidence.verified_on <= as_of  # type: ignore[operator]  # tested on the line above


def offer(
    evidence: Evidence,
    task: Task,
    *,
    as_of: date,
    holidays: AbstractSet[date],
    programme_number: str,
    amended_by: tuple[str, ...] = (),
    cited: tuple[Citation, ...] | None = None,
) -> Offer:
    """Return what the piece proves for the task as seen on `as_of`, or why it proves nothing.

    The programme is no proof of its own tasks, nor are the acts that amended it (`amended_by`).
    `cited` are its `own_citations`, from who has read them already.
    """
    cited = own_citations(evidence) if cited is None else cited
    on = effective_date(evidence, holidays)
    key = number_key(cited[0].number) if cited else (evidence.url or evidence.id)
    refusal = _refused_at_once(evidence, task, cited, (programme_number, *amended_by))
    if on > as_of:
        refusal = Reason("future_dated", {"on": on.isoformat()})
    if refusal is not None:
        return Offer(evidence, key, on, refusal=refusal)
    named = {item.code for item in task.components} & {evidence.component}
    asked = [item for item in task.components if not named or item.code in named]
    matching = tuple(item.code for item in asked if _matches(evidence, item, cited))
    accepted = frozenset(evidence.verified_components) - frozenset(FIVE_PARTS)
    verified: tuple[str, ...] = ()
    if known_verified(evidence, as_of):
        verified = tuple(
            item.code for item in task.components if _accepted(evidence, item, accepted, matching)
        )
    filed = tuple(dict.fromkeys(_exact_first(matching, task.components, cited) + verified))
    each = evidence.kind is EvidenceKind.ATTESTATION or bool(accepted)
    if not filed:
        return Offer(evidence, key, on, refusal=_mismatch(evidence, task, cited))
    return Offer(evidence, key, on, filed, verified, each)


class Use(NamedTuple):
    """A document that a piece of evidence offers: its number as printed and as it is compared."""

    key: str
    number: str
    task: str
    piece: str


def document_uses(
    evidence: Iterable[Evidence],
    *,
    as_of: date,
    cited: Callable[[Evidence], tuple[Citation, ...]] = own_citations,
) -> tuple[Use, ...]:
    """Return the document that each piece offers, where it names one; `cited` reads a piece's own."""
    return tuple(
        Use(number_key(document.number), document.number, piece.task, piece.id)
        for piece in evidence
        for document in (cited(piece)[:1] if known_filed(piece, as_of) else ())
    )


def duplicate_use(uses: Iterable[Use], evidence: Iterable[Evidence]) -> tuple[DuplicateUse, ...]:
    """Return the documents that were offered for more than one task, as the first piece prints them."""
    of: dict[str, list[Use]] = {}
    for each in uses:
        of.setdefault(each.key, []).append(each)
    shared = {key: own for key, own in sorted(of.items()) if len({each.task for each in own}) > 1}
    printed = {each.piece: each for own in shared.values() for each in own}
    first: dict[str, str] = {}
    for piece in evidence if shared else ():
        if (use := printed.get(piece.id)) is not None:
            first.setdefault(use.key, use.number)
    return tuple(
        DuplicateUse(
            number=first[key],
            tasks=tuple(sorted({each.task for each in own})),
            evidence=tuple(sorted(each.piece for each in own)),
        )
        for key, own in shared.items()
    )


def _refused_at_once(
    evidence: Evidence, task: Task, cited: tuple[Citation, ...], own: tuple[str, ...]
) -> Reason | None:
    if evidence.kind is EvidenceKind.ATTESTATION and not task.restricted:
        return Reason("attestation_not_allowed")
    numbers = {number_key(number): number for number in own}
    if cited and all(number_key(item.number) in numbers for item in cited):
        return Reason("cites_programme", {"number": numbers[number_key(cited[0].number)]})
    return None


def _matches(evidence: Evidence, component: Component, cited: tuple[Citation, ...]) -> bool:
    if evidence.kind is EvidenceKind.ATTESTATION:
        return True
    needs = component.any_of
    if any(supports_any(needs, item) for item in cited):
        return True
    if only_announces(evidence.text, needs):
        return False
    if component.check_person and set(needs) <= {Need.PERSON}:
        return _can_be_looked_at(evidence, cited)
    return any(_proves(evidence, need, component, cited) for need in needs)


def _proves(evidence: Evidence, need: Need, component: Component, cited: tuple[Citation, ...]) -> bool:
    """Decide the needs that no document number alone can prove."""
    if need is Need.RUNNING:
        shown = bool(evidence.url) and evidence.kind is EvidenceKind.RUNNING
        return shown or proves_running(evidence.text)
    if need is Need.PUBLISHED_LIST:
        return bool(evidence.url)
    if need is Need.AGREEMENT:
        return is_agreement(evidence.text) and issue_date(evidence) is not None
    offered = evidence.component == component.code
    if need is Need.FIGURE:
        return offered and has_figure(evidence.text)
    return need is Need.PERSON and offered and _can_be_looked_at(evidence, cited)


def _can_be_looked_at(evidence: Evidence, cited: tuple[Citation, ...]) -> bool:
    return bool(evidence.number or evidence.url or cited or evidence.issued_on)


def _accepted(
    evidence: Evidence, component: Component, accepted: frozenset[str], matching: tuple[str, ...]
) -> bool:
    """Say whether verification covers the component.

    Without named components it covers what the rules match; named ones narrow that. What no
    rule can decide needs the component's name and the verifier's sentence.
    """
    named = component.code in accepted
    spoken = named and bool(evidence.verifier_note.strip())
    if evidence.kind is not EvidenceKind.ATTESTATION:
        if component.check_person:
            return spoken and not only_announces(evidence.text, component.any_of)
        if spoken and _JUDGED & set(component.any_of):
            return not only_announces(evidence.text, component.any_of)
    return component.code in matching and (named or not accepted)


def _exact_first(
    codes: tuple[str, ...], components: tuple[Component, ...], cited: tuple[Citation, ...]
) -> tuple[str, ...]:
    kinds = {item.kind.value for item in cited}
    needs: Mapping[str, set[str]] = {item.code: {need.value for need in item.any_of} for item in components}
    return tuple(sorted(codes, key=lambda code: not needs[code] & kinds))


def _mismatch(evidence: Evidence, task: Task, cited: tuple[Citation, ...]) -> Reason:
    needs = tuple(need for item in task.components for need in item.any_of)
    code = announcement(evidence.text, needs)
    if code:
        return Reason(code)
    if cited:
        return Reason("wrong_instrument", {"number": cited[0].number})
    return Reason("no_document")
