"""What a desk shows of evidence: the required parts beside it, the automatic checks, who else offered it."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date

from thuocdo.config.current import Known
from thuocdo.core.messages import Reason
from thuocdo.cycles.checks import Check, File, Offered, Span, Subject, asked_parts, examine
from thuocdo.cycles.types import Evidence, State
from thuocdo.documents.citations import number_key
from thuocdo.evaluation.rules.evidence import Offer, issue_date, offer, own_citations
from thuocdo.evaluation.rules.instances import Instance, instances
from thuocdo.programme.types import FIVE_PARTS, Agency, Component, Rhythm, Task


@dataclass(frozen=True, slots=True)
class Part:
    """One required part of a task beside a piece of evidence.

    `named` says that the piece names it, `fits` that a rule matches the two, `proved` that other
    evidence of the same body was accepted for it already. `person` asks the verifier for a sentence.
    """

    code: str
    component: Component | None
    named: bool = False
    fits: bool = False
    proved: bool = False
    ticked: bool = False

    @property
    def person(self) -> bool:
        """Say whether no rule decides it."""
        return self.component is None or self.component.check_person


@dataclass(frozen=True, slots=True)
class Sight:
    """One piece of evidence with everything that its page shows; `refusal` says why it matches nothing."""

    task: Task
    due: date | None
    instance: str
    parts: tuple[Part, ...]
    checks: tuple[Check, ...]
    refusal: Reason | None


class Names:
    """Names of bodies on a day: a code that was used twice means its bearer on that day."""

    def __init__(self, known: Known) -> None:
        register = known.facts.register
        self._agencies = {agency.code: agency for agency in register.agencies}
        self._agencies |= {each.code: each for each in register.agencies if each.exists_on(known.facts.as_of)}
        self._groups = {group.code: group for group in register.groups}

    def __call__(self, code: str, language: str) -> str:
        """Return the name of a body or group in a language; an unknown code stands for itself."""
        found = self._agencies.get(code) or self._groups.get(code)
        if found is None:
            return code
        return found.name_vi if language == "vi" else found.name_en

    def body(self, code: str) -> Agency | None:
        """Return the body that bears a code, if there is one."""
        return self._agencies.get(code)


class Uses:
    """Which documents and files were offered for which task, and by whom: everything that had been sent."""

    def __init__(self, known: Known) -> None:
        self._found: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for piece in known.facts.evidence:
            if piece.state is not State.RETURNED:
                for key in (*_documents(piece), *piece.files):
                    self._found[key].add((piece.task, piece.agency))

    def documents(self, piece: Evidence) -> tuple[str, ...]:
        """Return the other tasks to which the same document was offered."""
        return self._others(piece, _documents(piece))

    def files(self, piece: Evidence) -> tuple[str, ...]:
        """Return the other tasks for which the same file was handed in."""
        return self._others(piece, piece.files)

    def by_others(self, piece: Evidence) -> bool:
        """Say whether another body offered the same document or file."""
        return any(
            agency != piece.agency
            for key in (*_documents(piece), *piece.files)
            for _, agency in self._found.get(key, ())
        )

    def _others(self, piece: Evidence, keys: tuple[str, ...]) -> tuple[str, ...]:
        tasks = {task for key in keys for task, _ in self._found.get(key, ())} - {piece.task}
        return tuple(sorted(tasks, key=lambda code: (len(code), code)))


def see(piece: Evidence, task: Task, known: Known, *, uses: Uses, files: tuple[File, ...] = ()) -> Sight:
    """Return what the verifier sees of a piece; checks are made on the day of the facts."""
    made = _offer(piece, task, known)
    begun = instances(task, known.facts.programme, known.facts.as_of)
    instance = _instance(begun, made.on)
    subject = Subject(
        evidence=piece,
        task=task,
        cited=own_citations(piece),
        issued_on=issue_date(piece),
        counts_on=made.on,
        due=instance.due if instance else task.deadline.due,
        spans=None if task.rhythm is Rhythm.ONCE else tuple(_span(each) for each in begun),
        same_document=uses.documents(piece),
        same_file=uses.files(piece),
        files=files,
        holidays=frozenset(known.facts.holidays),
    )
    return Sight(
        task=task,
        due=subject.due,
        instance=instance.code if instance else "",
        parts=_parts(piece, task, made, _proved(piece, known)),
        checks=examine(subject),
        refusal=made.refusal,
    )


def offered(piece: Evidence, task: Task, known: Known, *, uses: Uses) -> Offered:
    """Return how a piece that waits for the head looks to the rules: as if it had been sent."""
    made = _offer(piece, task, known)
    person = any(part.check_person for part in asked_parts(piece, task))
    return Offered(piece, matches=made.refusal is None or person, elsewhere=uses.by_others(piece))


def proves_nothing_by_rule(piece: Evidence, task: Task, known: Known) -> bool:
    """Say whether accepting a piece without naming a part would accept it for nothing at all."""
    return not piece.component and not _offer(piece, task, known).filed_for


def _offer(piece: Evidence, task: Task, known: Known) -> Offer:
    facts = known.facts
    return offer(
        replace(piece, state=State.SENT),
        task,
        as_of=facts.as_of,
        holidays=frozenset(facts.holidays),
        programme_number=facts.programme.number,
        amended_by=tuple(act.number for act in facts.programme.acts),
    )


def _documents(piece: Evidence) -> tuple[str, ...]:
    return tuple(dict.fromkeys(number_key(item.number) for item in own_citations(piece)[:1]))


def _instance(begun: tuple[Instance, ...], on: date) -> Instance | None:
    covering = tuple(each for each in begun if each.covers(on)) or begun
    return covering[-1] if covering else None


def _span(instance: Instance) -> Span:
    return Span(instance.code, instance.starts_on, instance.ends_on)


def _proved(piece: Evidence, known: Known) -> frozenset[str]:
    verdict = next((each for each in known.verdicts.tasks if each.task == piece.task), None)
    assignments = verdict.assignments if verdict else ()
    return frozenset(
        part.component
        for each in assignments
        if piece.agency in {*each.agencies, each.origin}
        for part in each.components
        if part.verified
    )


def _parts(piece: Evidence, task: Task, made: Offer, proved: frozenset[str]) -> tuple[Part, ...]:
    """Return the parts; ticked is what the piece names, or the only part there is.

    Of several parts that a rule matches none is ticked: a paper stands for one of them, and a tick
    says that it proves each.
    """
    alone = len(task.components) == 1 and not task.five_part
    found = [
        Part(
            code=each.code,
            component=each,
            named=each.code == piece.component,
            fits=each.code in made.filed_for,
            proved=each.code in proved,
            ticked=each.code == piece.component or (alone and each.code in made.filed_for),
        )
        for each in task.components
    ]
    return (*found, *(Part(code, None) for code in (FIVE_PARTS if task.five_part else ())))
