"""What the prose of a document states: its aims in figures, and the duties that it gives to bodies."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from thuocdo.documents.blocks import Block
from thuocdo.documents.reading.agencies import Directory
from thuocdo.documents.reading.aims import Aim, find_aims, proposals, unread_aims
from thuocdo.documents.reading.clausegaps import unread_clauses
from thuocdo.documents.reading.doubts import Doubt
from thuocdo.documents.reading.duties import find_tasks, without_labels
from thuocdo.documents.reading.languages import alternating, in_language, language_of_text
from thuocdo.documents.reading.parts import HIDDEN, PartLanguage
from thuocdo.documents.reading.passages import Outline, Passage, without_label
from thuocdo.documents.reading.sentences import mend, unwrap
from thuocdo.documents.remarks import remark
from thuocdo.documents.types import DraftIndicator, DraftProgramme, DraftTask, Remark

FROM_PROSE = "aim_from_prose"
_OTHER: dict[PartLanguage, PartLanguage] = {"vi": "en", "en": "vi"}


@dataclass(frozen=True, slots=True)
class Prose:
    """The paragraphs of one language, and the same passages in the other one where both take turns."""

    language: PartLanguage
    blocks: Sequence[Block]
    passages: Sequence[Passage]
    twins: Sequence[Passage] = ()


def read_prose(blocks: Sequence[Block], language: PartLanguage) -> Prose:
    """Return the prose of the paragraphs; wrapped lines are joined, one of two languages is kept."""
    lines = unwrap(blocks)
    both = alternating(lines)
    lines = mend(lines) if both else lines
    shown = [line._replace(text=line.text.replace(HIDDEN, " ").strip()) for line in lines]
    passages = Outline().passages(shown)
    if not both:
        return Prose(language, lines, passages)
    other = _OTHER[language]
    return Prose(
        language,
        in_language(lines, language),
        [passage for passage in passages if language_of_text(passage.text) != other],
        [passage for passage in passages if language_of_text(passage.text) != language],
    )


def without_outputs(prose: Prose, directory: Directory) -> Prose:
    """Return the prose without what labels behind duties say: an output with a figure sets no aim."""
    passages, twins = (without_labels(found, directory) for found in (prose.passages, prose.twins))
    return replace(prose, passages=passages, twins=twins)


def read_aims(
    prose: Prose, issued: int | None, duties: Sequence[Mapping[str, int]] = ()
) -> tuple[list[DraftIndicator], list[Remark]]:
    """Return an indicator for each aim of the prose, and its remarks; `issued` is the document's year.

    `duties` are the places of the tasks: a mere count in one says how much is to be done.
    """
    aims = find_aims(prose.passages, english=prose.language == "en", issued=issued)
    aims = [aim for aim in aims if aim.passage.place not in duties or not aim.is_mere_count]
    twins = find_aims(prose.twins, english=prose.language == "vi", issued=issued)
    indicators, remarks = [], []
    for entry, doubts in proposals(aims):
        indicators.append(entry)
        remarks += _remarks(f"indicator {entry.code}", doubts)
    remarks += unread_aims(prose.passages, aims, issued)
    if prose.twins:
        remarks += _differences(aims, [entry.code for entry in indicators], twins)
    return indicators, remarks


def read_duties(prose: Prose, directory: Directory) -> tuple[list[DraftTask], list[Remark]]:
    """Return a task for each duty that the prose gives to a body, and its remarks."""
    tasks, remarks = [], []
    for task, doubts in find_tasks(prose.passages, directory):
        tasks.append(task)
        remarks += _remarks(f"task {task.code}", doubts)
    return tasks, remarks + unread_clauses(prose.passages, [task.code for task in tasks])


def aims_of(draft: DraftProgramme, *, tasks: bool = False) -> tuple[DraftIndicator, ...]:
    """Return the aims that the prose of a draft states, beside the indicators of its table.

    Where the document has no such table they are its proposals themselves; else they are read out
    of its clauses, with `tasks` out of the words of its tasks too ("task 49/1").
    """
    stated = {note.where for note in draft.remarks if note.code == FROM_PROSE}
    proposed = tuple(entry for entry in draft.indicators if f"indicator {entry.code}" in stated)
    if proposed:
        return proposed
    passages = [Passage(clause.code, without_label(clause.text), {}, "duties") for clause in draft.clauses]
    if tasks:
        passages += [Passage(f"task {task.code}", task.title, {}, "duties") for task in draft.tasks]
    issued = draft.document.issued_on.year if draft.document.issued_on else None
    found = find_aims(passages, english=draft.document.language == "en", issued=issued)
    return tuple(entry for entry, _doubts in proposals(found))


def _remarks(where: str, doubts: Sequence[Doubt]) -> list[Remark]:
    return [remark(where, doubt.field, doubt.code, **doubt.params) for doubt in doubts]


def _differences(aims: Sequence[Aim], codes: Sequence[str], twins: Sequence[Aim]) -> list[Remark]:
    """Remark where the two languages of one document state other figures."""
    ours, theirs = [_figures(aim) for aim in aims], [_figures(aim) for aim in twins]
    found = []
    for change, first, last, low, high in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if change == "equal":
            continue
        here = " | ".join(aim.target_text for aim in aims[first:last]) or "—"
        there = " | ".join(aim.target_text for aim in twins[low:high]) or "—"
        where = f"indicator {codes[first]}" if first < last else "document"
        found.append(
            remark(where, "targets" if first < last else None, "languages_differ", read=here, other=there)
        )
    return found


def _figures(aim: Aim) -> tuple[object, ...]:
    target = aim.figure.target
    return aim.horizon, target.comparator, target.value, target.upper, aim.figure.kind
