"""Quantified aims that prose states become proposals for indicators, decided by grammar, never surely."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from thuocdo.documents.reading.doubts import Doubt
from thuocdo.documents.reading.figures import LONGEST_SENTENCE, Figure, find_figures, may_hold_figures
from thuocdo.documents.reading.goals import Seen, sureness
from thuocdo.documents.reading.horizons import find_cues, horizon_at
from thuocdo.documents.reading.measured import measured, pieces
from thuocdo.documents.reading.passages import Passage
from thuocdo.documents.reading.sentences import sentences
from thuocdo.documents.reading.spelling import plain
from thuocdo.documents.remarks import remark
from thuocdo.documents.types import DraftIndicator, Remark

_SHARE = re.compile(r"\d\s?(?:%|per ?cent\b|phần trăm\b)")
_YEAR = re.compile(r"\b20\d\d\b")
_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Aim:
    """A figure that is a goal: its sentence with the place of the clause, and how sure it is."""

    passage: Passage
    sentence: str
    figure: Figure
    title: str
    horizon: int | None
    confidence: float
    years: tuple[int, ...] = ()
    """All years that the sentence names."""

    @property
    def target_text(self) -> str:
        """Return the words of the target as they are printed."""
        return self.sentence[self.figure.start : self.figure.end].strip()

    @property
    def is_mere_count(self) -> bool:
        """Say whether the figure only counts things, without a bound and outside a section of aims."""
        return self.figure.kind == "number" and not self.figure.printed and self.passage.stage != "aims"


def find_aims(passages: Iterable[Passage], *, english: bool, issued: int | None = None) -> list[Aim]:
    """Return the aims in their order; `issued` is the year of the document, before which all is past."""
    return [
        aim
        for passage in passages
        if passage.stage != "basis"
        for aim in _in_passage(passage, english=english, issued=issued)
    ]


def proposals(aims: Sequence[Aim]) -> list[tuple[DraftIndicator, tuple[Doubt, ...]]]:
    """Return an indicator for each aim, with what a reviewer must look at.

    The code is that of the clause and a running number in it: "II.1/3"; without clause "3".
    """
    count: Counter[str] = Counter()
    found = []
    for aim in aims:
        clause = aim.passage.code
        count[clause] += 1
        code = f"{clause}/{count[clause]}" if clause else str(count[clause])
        entry = DraftIndicator(
            code=code,
            title=aim.title,
            unit=aim.figure.unit,
            target_text=aim.target_text,
            targets=(aim.figure.target,),
            agencies=(),
            horizon=aim.horizon,
            confidence=round(aim.confidence, 2),
            source=aim.passage.place,
        )
        found.append((entry, tuple(_doubts(aim))))
    return found


def unread_aims(passages: Iterable[Passage], aims: Sequence[Aim], issued: int | None) -> list[Remark]:
    """Return one remark on the sentences with a percentage and a coming year that gave no aim."""
    read = {(id(aim.passage), aim.sentence) for aim in aims}
    lost = [
        passage.text[start:end]
        for passage in passages
        if passage.stage not in {"basis", "results"}
        for start, end in sentences(passage.text)
        if _SHARE.search(passage.text, start, end)
        and (id(passage), passage.text[start : min(end, start + LONGEST_SENTENCE)]) not in read
        and any(int(year) > (issued or 0) for year in _YEAR.findall(passage.text[start:end]))
    ]
    if not lost:
        return []
    return [remark("document", None, "aims_unread", count=str(len(lost)), words=lost[0][:_SHOWN])]


def _doubts(aim: Aim) -> Iterator[Doubt]:
    yield Doubt("aim_from_prose", None, {"printed": aim.target_text})
    if aim.figure.about:
        yield Doubt("approximate", "targets")
    if not aim.figure.printed and aim.figure.target.comparator == "=":
        yield Doubt("no_comparator", "targets")
    if aim.figure.ambiguous:
        read = aim.figure.target.value or "—"
        yield Doubt("number_ambiguous", "targets", {"printed": aim.figure.ambiguous, "read": read})
    if aim.horizon is None:
        yield Doubt("aim_without_year", "horizon")
    elif len(aim.years) > 1:
        years = ", ".join(map(str, aim.years))
        yield Doubt("aim_years_several", "horizon", {"year": str(aim.horizon), "years": years})


def _in_passage(passage: Passage, *, english: bool, issued: int | None) -> Iterator[Aim]:
    carried = passage.horizon
    for start, end in sentences(passage.text):
        sentence = passage.text[start : min(end, start + LONGEST_SENTENCE)]
        if not may_hold_figures(sentence):
            continue
        words = plain(sentence)
        cues = find_cues(words)
        figures = find_figures(sentence, english=english)
        spans = [(figure.start, figure.end) for figure in figures]
        follows = False
        for place, (figure, piece) in enumerate(zip(figures, pieces(words, spans), strict=True)):
            horizon = horizon_at(cues, spans, place) or carried
            seen = Seen(
                words,
                figure,
                piece,
                passage.stage,
                horizon,
                issued,
                follows,
                follows and _adds(words, figures, place),
            )
            sure = sureness(seen)
            follows = bool(sure)
            if sure:
                title = measured(sentence, figure, piece, spans, place)
                years = tuple(dict.fromkeys(cue.year for cue in cues))
                yield Aim(passage, sentence, figure, title, horizon, sure, years)
        if cues and _opens_sentence(words, cues[0].start):
            carried = cues[0].year


def _adds(words: str, figures: Sequence[Figure], place: int) -> bool:
    """Say whether a rank behind a count in the same breath only says which ones are counted."""
    before = figures[place - 1]
    between = words[before.end : figures[place].start]
    return before.kind == "number" and not re.search(r"[,;]|\b(?:và|and)\b", between)


def _opens_sentence(words: str, place: int) -> bool:
    return not re.sub(r"[\W\d_]|\b(?:phấn đấu|mục tiêu|tầm nhìn|vision)\b", "", words[:place])
