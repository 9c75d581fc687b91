"""scores.json: each criteria set as it judged, every input and every point, so that all can be recomputed."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from thuocdo.core.canonical import canonical_json
from thuocdo.core.errors import N_, Fault, IntegrityBroken, Invalid, NotFound
from thuocdo.core.memory import Memory
from thuocdo.core.messages import Reason
from thuocdo.core.typed import from_json
from thuocdo.evaluation.scoring import boards as scoring
from thuocdo.evaluation.scoring.boards import Board
from thuocdo.evaluation.scoring.counting import Counts, count
from thuocdo.evaluation.scoring.exact import decimal
from thuocdo.evaluation.scoring.explaining import Explanation, explain
from thuocdo.evaluation.scoring.inputs import SYSTEM, hidden_from
from thuocdo.evaluation.scoring.loading import fingerprint, load_canonical, load_set, readable, set_bytes
from thuocdo.evaluation.scoring.margin import Margin, margins
from thuocdo.evaluation.scoring.remarks import small_criteria
from thuocdo.evaluation.scoring.sheets import read_inputs
from thuocdo.evaluation.scoring.shipped import shipped
from thuocdo.evaluation.scoring.types import CriteriaSet
from thuocdo.evaluation.types import Facts, Verdicts
from thuocdo.publication.strict import Malformed, read_strict, spell

SCORES_PATH = "scores.json"
FORMAT = 1
PUBLISHED = ("nq57-scorecard",)
"""What a publication scores by where nobody says otherwise."""
MAX_BYTES = 32 * 1024 * 1024
_MAX_SET_BYTES = 512 * 1024
MOST_EARLIER = 4
"""How many periods before the last one a page shows of a unit: two years."""


@dataclass(frozen=True, slots=True)
class UnitScore:
    """One unit: what was counted, what each criterion gave, and the end of it.

    `low` and `high` are the totals that one case decided otherwise would give; `few` are the criteria
    whose share counts fewer than five cases. No points mean: does not apply, or is awaited.
    """

    unit: str
    type: str
    body: str
    inputs: dict[str, int]
    points: dict[str, Decimal | None]
    pillars: dict[str, Decimal | None]
    total: Decimal | None
    possible: Decimal
    level: str
    reasons: tuple[str, ...]
    low: Decimal | None
    high: Decimal | None
    few: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetScores:
    """One set, word for word, and its units in one period."""

    set: dict[str, Any]
    sha256: str
    period: str
    starts_on: date
    ends_on: date
    units: tuple[UnitScore, ...]


@dataclass(frozen=True, slots=True)
class ScoresFile:
    """The file as it stands."""

    format: int
    programme: str
    as_of: date
    illustrative: bool
    boards: tuple[SetScores, ...]


@dataclass(frozen=True)
class Result:
    """A board with everything that tables and pages show of it, worked out once.

    `earlier` gives the boards of the periods before, the latest first, counted from the same facts.
    """

    board: Board
    explained: tuple[Explanation, ...]
    margins: Mapping[int, Margin]
    few: tuple[frozenset[str], ...]
    earlier: Callable[[], tuple[Board, ...]] = tuple

    @property
    def given(self) -> CriteriaSet:
        """Return the set."""
        return self.board.criteria_set

    def totals(self, row: int) -> tuple[Decimal | None, Decimal | None]:
        """Return the lowest and highest total that one case decided otherwise gives a row."""
        margin, places = self.margins.get(row), self.given.rounding.places
        if margin is None:
            return None, None
        return decimal(margin.low, places), decimal(margin.high, places)


def published_sets(names: Iterable[str] = PUBLISHED) -> tuple[CriteriaSet, ...]:
    """Return the sets whose results a publication carries, each a shipped one by name, or a file.

    Refused are sets that read what somebody hands in: their results could not be recomputed from the
    published facts.
    """
    made = tuple(_published_set(name) for name in names)
    twice = [each.set for place, each in enumerate(made) if each.set in {other.set for other in made[:place]}]
    if twice:
        raise Invalid(N_("The set {set} is to be published twice."), params={"set": twice[0]})
    return made


def _published_set(name: str) -> CriteriaSet:
    path = Path(name)
    if not path.suffix:
        given = shipped(name)
    elif path.is_file():
        given = load_set(path.read_bytes())
        given = load_set(path.read_bytes(), inputs=readable(SYSTEM, hidden_from(given.author)))
    else:
        raise NotFound(N_("There is no criteria set “{name}”."), params={"name": name[:200]})
    handed_in = [each for each in read_inputs(given) if each not in SYSTEM]
    if handed_in:
        raise Invalid(
            N_("The set {set} cannot be published: {names} is handed in, and not counted by this system."),
            hint=N_("Publish sets that read only what this system counts."),
            params={"set": given.set, "names": ", ".join(handed_in)},
        )
    return given


def results(
    facts: Facts, verdicts: Verdicts, sets: Iterable[CriteriaSet], memory: Memory | None = None
) -> tuple[Result, ...]:
    """Return the result of each set in the last period whose reports were due; none before the first."""
    sets = tuple(sets)
    if not sets or not scoring.closed_cycles(facts):
        return ()
    counts = count(facts, verdicts, memory)
    return tuple(_result_with_past(each, facts, verdicts, counts) for each in sets)


def _result_with_past(given: CriteriaSet, facts: Facts, verdicts: Verdicts, counts: Counts) -> Result:
    """Return the result of the last closed period; those before are worked out when a page asks for them."""
    *before, last = scoring.closed_cycles(facts)

    @cache
    def earlier() -> tuple[Board, ...]:
        return tuple(
            scoring.board(given, facts, verdicts, period=cycle.code, counts=counts)
            for cycle in reversed(before[-MOST_EARLIER:])
        )

    return result_of(scoring.board(given, facts, verdicts, period=last.code, counts=counts), earlier=earlier)


def result_of(board: Board, *, earlier: Callable[[], tuple[Board, ...]] = tuple) -> Result:
    """Return a board with everything that is shown of it."""
    rows = range(board.scored.table.size)
    return Result(
        board,
        tuple(explain(board.scored, row) for row in rows),
        margins(board.scored),
        tuple(small_criteria(board.scored, row) for row in rows),
        earlier,
    )


def scores_bytes(facts: Facts, found: Iterable[Result]) -> bytes:
    """Return the bytes of scores.json; the same facts and sets always give the same bytes."""
    return spell(_file(facts, found))


def read_scores(data: bytes) -> tuple[ScoresFile, tuple[CriteriaSet, ...]]:
    """Return what a scores.json says and its sets; Invalid or IntegrityBroken names what is wrong."""
    try:
        read = read_strict(data, ScoresFile, limit=MAX_BYTES, format_number=FORMAT)
    except Malformed as error:
        fault = Fault(SCORES_PATH, error.message, error.place or None)
        kind = IntegrityBroken if error.ambiguous else Invalid
        raise kind(f"{fault}.", faults=(fault,)) from None
    spelled = [canonical_json(each.set) for each in read.boards]
    # No honest set is that long; a dishonest one would keep a verifier busy for hours.
    if sum(map(len, spelled)) > _MAX_SET_BYTES:
        fault = Fault(SCORES_PATH, f"holds sets of more than {_MAX_SET_BYTES} bytes", "boards")
        raise Invalid(f"{fault}.", faults=(fault,))
    return read, tuple(map(load_canonical, spelled))


def score_differences(
    published: ScoresFile, facts: Facts, found: Iterable[Result]
) -> Iterator[tuple[str, Reason]]:
    """Yield (what, reason) for each place in which a published file says something else than the rules."""
    right = _file(facts, found)
    for name in ("programme", "as_of", "illustrative"):
        yield from _compared(name, getattr(published, name), getattr(right, name))
    for own, ours in zip(published.boards, right.boards, strict=True):
        label = f"set {ours.set.get('set')}"
        for name in ("sha256", "period", "starts_on", "ends_on"):
            yield from _compared(f"{label}, {name}", getattr(own, name), getattr(ours, name))
        yield from _unit_differences(label, own, ours)


def _unit_differences(label: str, own: SetScores, ours: SetScores) -> Iterator[tuple[str, Reason]]:
    theirs = {unit.unit: unit for unit in own.units}
    if len(theirs) < len(own.units):
        yield f"{label}, units", Reason("twice")
    for unit in ours.units:
        said = theirs.pop(unit.unit, None)
        if said is None:
            yield f"{label}, unit {unit.unit}", Reason("row_missing")
        elif said != unit:
            yield from _of_unit(f"{label}, unit {unit.unit}", said, unit)
    for name in theirs:
        yield f"{label}, unit {name}", Reason("row_extra")


def _of_unit(label: str, said: UnitScore, right: UnitScore) -> Iterator[tuple[str, Reason]]:
    for field, word in (("inputs", "input"), ("points", "criterion"), ("pillars", "pillar")):
        one: Mapping[str, object] = getattr(said, field)
        other: Mapping[str, object] = getattr(right, field)
        for key in dict.fromkeys((*other, *one)):
            yield from _compared(f"{label}, {word} {key}", one.get(key, ""), other.get(key, ""))
    for field in ("type", "body", "total", "possible", "level", "reasons", "low", "high", "few"):
        yield from _compared(f"{label}, {field}", getattr(said, field), getattr(right, field))


def _compared(what: str, published: object, recomputed: object) -> Iterator[tuple[str, Reason]]:
    # Spelled as in the file: 5 and 5.00 are one number, yet two publications.
    said, right = _text(published), _text(recomputed)
    if said != right:
        yield what, Reason("field_differs", {"published": said[:80], "recomputed": right[:80]})


def _text(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "–"
    return "–" if value is None or value == "" else str(value)


def _file(facts: Facts, found: Iterable[Result]) -> ScoresFile:
    return ScoresFile(
        FORMAT,
        facts.programme.slug,
        facts.as_of,
        facts.illustrative,
        tuple(_set_scores(each) for each in found),
    )


def _set_scores(found: Result) -> SetScores:
    cycle = found.board.cycle
    return SetScores(
        from_json(set_bytes(found.given)),
        fingerprint(found.given),
        cycle.code,
        cycle.starts_on,
        cycle.ends_on,
        tuple(_unit(found, row) for row in range(found.board.scored.table.size)),
    )


def _unit(found: Result, row: int) -> UnitScore:
    table, said = found.board.scored.table, found.explained[row]
    unit = table.unit_of(row)
    low, high = found.totals(row)
    return UnitScore(
        unit=unit.id,
        type=unit.type.value,
        body=found.board.bodies[unit.id],
        inputs={
            name: cell
            for name, column in sorted(table.columns.items())
            if isinstance(cell := column[row], int)
        },
        points={line.criterion: line.points for line in said.lines},
        pillars={each.pillar: each.points for each in said.pillars},
        total=said.total,
        possible=said.possible,
        level=said.level,
        reasons=tuple(each.code for each in said.reasons),
        low=low,
        high=high,
        few=tuple(sorted(found.few[row])),
    )
