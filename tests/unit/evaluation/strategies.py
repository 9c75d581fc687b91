"""Random tasks and what was filed and heard of them, for properties that must hold for all."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st
from tests.factories.facts import a_task, some_facts
from tests.spec.language import CYCLES, ISSUED_ON

from thuocdo.cycles.types import Evidence, EvidenceKind, Milestone, Report, Situation, State
from thuocdo.evaluation.types import Facts
from thuocdo.programme.types import FIVE_PARTS, Component, Deadline, DeadlineKind, Mode, Need, Rhythm, Task

DAYS = st.dates(date(2025, 2, 1), date(2026, 3, 31))
UNTIL = date(2026, 1, 31)
NUMBERS = ("1/QĐ-TTg", "2/QĐ-TTg", "8/2025/NĐ-CP", "9/NQ-CP", "5/QĐ-BKHCN", "6/KH-UBND", "03/NQ-CP", "")
NEEDS = (*[Need.PM_DECISION, Need.GOVERNMENT_RESOLUTION, Need.DECREE, Need.PLAN] * 6, *Need)
STATES = (*[State.VERIFIED] * 5, *[State.SENT] * 3, *State)
KINDS = (*[EvidenceKind.DOCUMENT] * 5, *EvidenceKind)
TEXTS = (
    "",
    "",
    "",
    "",
    "Đã trình Thủ tướng xem xét",
    "sẽ ban hành trước 28/5",
    "Biên bản nghiệm thu",
    "Quyết định 3/QĐ-TTg",
    "15 %",
)
BODIES = ("bo-a", "bo-a", "bo-b", "tinh-x", "tinh-y", "la-lung", "")
PARTS = ("", "", "", "a", "b", "z")


@st.composite
def tasks(draw: st.DrawFn, *, rhythms: tuple[Rhythm, ...] = (*[Rhythm.ONCE] * 4, *Rhythm)) -> Task:
    """Draw a task of any mode, rhythm and need."""
    count = draw(st.sampled_from([2, 1, 1, 2, 3, 1, 2, 2, 0]))
    components = tuple(
        Component(
            code,
            tuple(draw(st.lists(st.sampled_from(NEEDS), min_size=1, max_size=2, unique=True))),
            code,
            code,
            minimum=draw(st.sampled_from([1, 1, 1, 2])),
            check_person=draw(st.sampled_from([False, False, False, True])),
        )
        for code in "abc"[:count]
    )
    due = draw(DAYS) if draw(st.integers(0, 9)) < 9 else None
    return a_task(
        leads=tuple(
            draw(st.lists(st.sampled_from(["bo-a", "bo-b", "tinh"]), min_size=1, max_size=2, unique=True))
        ),
        deadline=Deadline(
            DeadlineKind.DATE if due else DeadlineKind.NONE,
            due=due,
            day=draw(st.sampled_from([None, "02-29"])),
        ),
        components=components,
        mode=draw(st.sampled_from(list(Mode))),
        rhythm=draw(st.sampled_from(rhythms)),
        minimum=draw(st.integers(1, 2)),
        five_part=draw(st.sampled_from([False, False, False, True])),
        restricted=draw(st.booleans()),
    )


@st.composite
def pieces(draw: st.DrawFn, until: date | None = None) -> Evidence:
    """Draw a piece of evidence; with `until`, everything about it was known by that day."""
    received = draw(st.dates(date(2024, 12, 1), until or UNTIL))
    late = st.dates(received, until or UNTIL)
    state = draw(st.sampled_from(STATES))
    issued = draw(st.none() | st.dates(date(2024, 12, 1), received))
    return Evidence(
        id=f"e{draw(st.integers(0, 10**9))}",
        task="1",
        agency=draw(st.sampled_from(BODIES)),
        kind=draw(st.sampled_from(KINDS)),
        text=draw(st.sampled_from(TEXTS)),
        state=state,
        received_on=received,
        number=draw(st.sampled_from(NUMBERS)),
        issued_on=issued,
        in_gazette=draw(st.booleans()),
        url=draw(st.sampled_from(["", "https://vi.du"])),
        component=draw(st.sampled_from(PARTS)),
        verified_on=draw(late) if state is State.VERIFIED else None,
        verifier_note=draw(st.sampled_from(["", "Đã xem"])),
        verified_components=draw(st.sampled_from([(), (), (), ("a",), ("a", "b"), ("z",), FIVE_PARTS])),
    )


@st.composite
def reports(draw: st.DrawFn, until: date | None = None) -> Report:
    """Draw a report of any situation."""
    day = st.dates(date(2024, 12, 1), until or UNTIL)
    return Report(
        id=f"r{draw(st.integers(0, 10**9))}",
        task="1",
        agency=draw(st.sampled_from(BODIES)),
        cycle=draw(st.sampled_from(["", "2025-1", "2025-2"])),
        situation=draw(st.sampled_from(list(Situation))),
        state=draw(st.sampled_from(list(State))),
        received_on=draw(day),
        expected_on=draw(st.none() | DAYS),
        obstacle_since=draw(st.none() | day),
        has_draft=draw(st.booleans()),
        has_plan=draw(st.booleans()),
        public_sentence=draw(st.sampled_from(TEXTS)),
    )


@st.composite
def milestones(draw: st.DrawFn, until: date | None = None) -> Milestone:
    """Draw a milestone, kept or not."""
    due = draw(DAYS)
    verified = draw(st.none() | st.dates(date(2024, 12, 1), until or UNTIL))
    return Milestone(
        f"m{draw(st.integers(0, 10**9))}", "1", draw(st.sampled_from(BODIES)), "mốc", due, verified
    )


@st.composite
def any_facts(
    draw: st.DrawFn, *, until: date | None = None, rhythms: tuple[Rhythm, ...] = (*[Rhythm.ONCE] * 4, *Rhythm)
) -> Facts:
    """Draw facts about one random task."""
    facts = some_facts(observations=(), as_of=until or draw(DAYS))
    programme = replace(
        facts.programme,
        tasks=(draw(tasks(rhythms=rhythms)),),
        cycles=CYCLES,
        issued_on=ISSUED_ON,
        number="03/NQ-CP",
    )
    return replace(
        facts,
        programme=programme,
        evidence=tuple(draw(st.lists(pieces(until), min_size=draw(st.integers(0, 4)), max_size=6))),
        reports=tuple(draw(st.lists(reports(until), max_size=3))),
        milestones=tuple(draw(st.lists(milestones(until), max_size=3))),
    )


def later(day: date, days: int) -> date:
    """Return the day some days later."""
    return day + timedelta(days=days)
