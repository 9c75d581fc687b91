"""A small invented programme with every kind of row, for tests that need facts and no catalogue."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from thuocdo.cycles.types import Evidence, EvidenceKind, Milestone, Report, Situation, State
from thuocdo.evaluation.types import Facts
from thuocdo.measurement.types import Observation, Origin, Standing
from thuocdo.programme.types import (
    Agency,
    AgencyKind,
    Component,
    Cycle,
    Deadline,
    DeadlineKind,
    Duty,
    Group,
    Indicator,
    IndicatorKind,
    Mode,
    Need,
    Programme,
    Register,
    Rhythm,
    Target,
    Task,
    Theme,
)

AS_OF = date(2025, 12, 31)


def a_task(code: str = "1", **changes: Any) -> Task:
    """Return a task that asks one ministry for one decree by 30 June 2025."""
    task = Task(
        code=code,
        theme="I",
        name_vi=f"Nhiệm vụ thử {code}",
        name_en=f"Trial task {code}",
        leads=("bo-a",),
        coordinators=("bo-b",),
        deadline=Deadline(DeadlineKind.MONTH, "6/2025", due=date(2025, 6, 30)),
        components=(Component("1", (Need.DECREE,), "Nghị định", "Decree"),),
        mode=Mode.ONE_FOR_ALL,
        rhythm=Rhythm.ONCE,
    )
    return replace(task, **changes)


def an_indicator(code: str = "1", **changes: Any) -> Indicator:
    """Return an indicator in percent that should reach 50 by 2030."""
    indicator = Indicator(
        code=code,
        horizon=2030,
        name_vi=f"Chỉ tiêu thử {code}",
        name_en=f"Trial indicator {code}",
        kind=IndicatorKind.LEVEL,
        unit="percent",
        unit_vi="%",
        unit_en="%",
        lower_is_better=False,
        targets=(Target(">=", Decimal(50)),),
        monitors=("bo-b",),
    )
    return replace(indicator, **changes)


def some_evidence(**changes: Any) -> Evidence:
    """Return a decree of task 1, issued in time and verified by a second person."""
    evidence = Evidence(
        id="e1",
        task="1",
        agency="bo-a",
        kind=EvidenceKind.DOCUMENT,
        text="Nghị định 11/2025/NĐ-CP ngày 20/6/2025",
        state=State.VERIFIED,
        received_on=date(2025, 6, 23),
        number="11/2025/NĐ-CP",
        issuer="Chính phủ",
        issued_on=date(2025, 6, 20),
        in_gazette=True,
        component="1",
        verified_on=date(2025, 6, 27),
        verified_by="binh",
        verified_components=("1",),
        illustrative=True,
    )
    return replace(evidence, **changes)


def an_observation(**changes: Any) -> Observation:
    """Return the baseline of indicator 1."""
    observation = Observation(
        id="o1",
        indicator="1",
        value=Decimal("20.5"),
        unit="percent",
        period_end=date(2024, 12, 31),
        source="Niên giám thử",
        origin=Origin.OUTSIDE,
        standing=Standing.DECLARED,
        method="m1",
        published_on=date(2025, 3, 1),
    )
    return replace(observation, **changes)


def some_facts(**changes: Any) -> Facts:
    """Return facts with tasks done, late and recurring, indicators, provinces and a duty."""
    facts = Facts(
        programme=_programme(),
        register=_register(),
        as_of=AS_OF,
        evidence=(some_evidence(),),
        reports=(_report(),),
        milestones=(Milestone("m1", "3", "bo-a", "Dự thảo", date(2025, 9, 30), illustrative=True),),
        observations=(
            an_observation(),
            an_observation(id="o2", value=Decimal("24.0"), period_end=date(2025, 6, 30)),
        ),
        illustrative=True,
    )
    return replace(facts, **changes)


def _report() -> Report:
    return Report(
        id="r1",
        task="2",
        agency="bo-a",
        cycle="2025-2",
        situation=Situation.DONE,
        state=State.SENT,
        received_on=date(2025, 11, 28),
        public_sentence="=Đã trình, chờ ký",
        illustrative=True,
    )


def _programme() -> Programme:
    year = Deadline(DeadlineKind.ANNUAL, "Hằng năm", due=None, every="year")
    return Programme(
        slug="thu",
        number="1/NQ-THU",
        name_vi="Chương trình thử",
        name_en="Trial programme",
        issuer_vi="Cơ quan thử",
        issuer_en="Trial issuer",
        issued_on=date(2025, 1, 9),
        version=1,
        themes=(Theme("I", "Nhóm một", "Theme one"), Theme("II", "Nhóm hai", "Theme two")),
        tasks=(
            a_task("1"),
            a_task("2"),
            a_task("3", deadline=Deadline(DeadlineKind.YEAR, "2026", due=date(2026, 12, 31))),
            a_task("4", leads=("tinh",), mode=Mode.EACH_LEAD),
            a_task("5", theme="II", deadline=year, rhythm=Rhythm.EACH_YEAR),
            a_task(
                "6",
                theme="II",
                components=(Component("1", (Need.PERSON,), "Mô hình", "Model", check_person=True),),
            ),
        ),
        indicators=(
            an_indicator("1"),
            an_indicator("2", gap="no_definition", gap_owner="bo-b", gap_task="6"),
            an_indicator(
                "3", targets=(Target(">=", Decimal(3), scope="a"), Target("<=", Decimal("7.5"), scope="b"))
            ),
        ),
        duties=(Duty("III.1", "Việc chưa giao", "Unassigned duty", ("1", "2")),),
        cycles=(
            Cycle("2025-1", date(2025, 1, 1), date(2025, 6, 30), date(2025, 6, 15)),
            Cycle("2025-2", date(2025, 7, 1), date(2025, 12, 31), date(2025, 12, 1)),
        ),
    )


def _register() -> Register:
    return Register(
        agencies=(
            Agency("bo-a", "Bộ A", "Ministry A", AgencyKind.MINISTRY),
            Agency("bo-b", "Bộ B", "Ministry B", AgencyKind.MINISTRY),
            Agency("tinh-x", "Tỉnh X", "Province X", AgencyKind.PROVINCE),
            Agency("tinh-y", "Tỉnh Y", "Province Y", AgencyKind.PROVINCE),
        ),
        successions=(),
        groups=(Group("tinh", "Các tỉnh", "All provinces", (AgencyKind.PROVINCE,)),),
    )
