"""The small language of the tables in this folder: facts in words that a non-programmer reads."""

import shlex
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.factories.facts import a_task, an_indicator, some_facts

from thuocdo.cycles.types import Evidence, EvidenceKind, Milestone, Report, Situation, State
from thuocdo.evaluation.types import Facts
from thuocdo.measurement.types import Observation, Origin, Standing
from thuocdo.programme.types import (
    Component,
    Cycle,
    Deadline,
    DeadlineKind,
    IndicatorKind,
    Mode,
    Need,
    Rhythm,
    Target,
    Task,
)

HERE = Path(__file__).parent
CYCLES = (
    Cycle("2025-1", date(2025, 1, 9), date(2025, 6, 14), date(2025, 6, 15)),
    Cycle("2025-2", date(2025, 6, 15), date(2025, 11, 30), date(2025, 12, 1)),
    Cycle("2026-1", date(2025, 12, 1), date(2026, 6, 14), date(2026, 6, 15)),
)
ISSUED_ON = date(2025, 1, 9)
FIVE = "targets+head+criteria+measuring+publishing"


@dataclass(frozen=True)
class Row:
    """One line of a table: the section's "Given" and the cells by column name."""

    name: str
    given: dict[str, str]
    cells: dict[str, str]


def rows(file: str) -> Iterator[Row]:
    """Yield every line of every table of a file, with the section it stands in."""
    section, given, columns = "", {}, []
    for number, line in enumerate((HERE / file).read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("## "):
            section, columns = line[3:], []
        elif line.startswith("Given: "):
            given = _words(line[7:])
        elif line.startswith("|") and not line.startswith("|--"):
            cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
            if columns:
                yield Row(f"line {number}, {section}", given, dict(zip(columns, cells, strict=True)))
            else:
                columns = cells


def task_facts(given: dict[str, str], what: str, as_of: str) -> Facts:
    """Return facts with one task as given and all that was filed and heard of it."""
    task = _task(given)
    facts = some_facts(
        as_of=date.fromisoformat(as_of), evidence=(), reports=(), milestones=(), observations=()
    )
    programme = replace(facts.programme, tasks=(task,), cycles=CYCLES, issued_on=ISSUED_ON, number="03/NQ-CP")
    made: dict[str, list[Any]] = {"evidence": [], "reports": [], "milestones": []}
    for number, item in enumerate(filter(None, (part.strip() for part in what.split(";"))), start=1):
        kind, value = _record(f"r{number}", shlex.split(item))
        made[kind].append(value)
    return replace(facts, programme=programme, **{kind: tuple(values) for kind, values in made.items()})


def indicator_facts(given: dict[str, str], values: str, as_of: str) -> Facts:
    """Return facts with one indicator as given and its values."""
    facts = some_facts(
        as_of=date.fromisoformat(as_of), evidence=(), reports=(), milestones=(), observations=()
    )
    kind = IndicatorKind(given.get("kind", "level"))
    indicator = an_indicator(
        horizon=int(given.get("horizon", "2030")),
        kind=kind,
        lower_is_better=given.get("better") == "lower",
        targets=tuple(_target(text) for text in given.get("target", "").split("/") if text),
        frequency_months=int(given.get("every", "12")),
        noise=Decimal(given["noise"]) if "noise" in given else None,
        gap=given.get("gap", ""),
        unit="percent_per_year" if kind is IndicatorKind.GROWTH else "percent",
    )
    programme = replace(facts.programme, indicators=(indicator,), issued_on=ISSUED_ON)
    items = [item.strip() for item in values.split(";") if item.strip()]
    made = [_observation(f"o{number}", shlex.split(item)) for number, item in enumerate(items)]
    steps = [shlex.split(item) for item in items if item.startswith("milestone")]
    return replace(
        facts,
        programme=programme,
        observations=tuple(item for item in made if item is not None),
        milestones=tuple(
            _milestone(f"m{number}", words[1], _words(" ".join(words[2:])), "1@2030")
            for number, words in enumerate(steps)
        ),
    )


def _words(text: str) -> dict[str, str]:
    pairs = (word.partition("=") for word in shlex.split(text))
    return {key: value for key, _equals, value in pairs}


def _task(given: dict[str, str]) -> Task:
    due = date.fromisoformat(given["due"]) if given.get("due") else None
    needs = given["needs"].split("+") if given["needs"] else []
    components = tuple(_component(code, text) for code, text in zip("abcdefgh", needs, strict=False))
    return a_task(
        leads=tuple(given.get("leads", "bo-a").split("+")),
        coordinators=(),
        deadline=Deadline(DeadlineKind.DATE if due else DeadlineKind.NONE, due=due, day=given.get("day")),
        components=components,
        mode=Mode(given.get("mode", "one_for_all")),
        rhythm=Rhythm(given.get("rhythm", "once")),
        minimum=int(given.get("least", "1")),
        five_part="five_part" in given,
        restricted="restricted" in given,
        unmeasurable=given.get("unmeasurable", ""),
        replaced_by=given.get("replaced_by", ""),
        replaced_on=date.fromisoformat(given["replaced_on"]) if "replaced_on" in given else None,
    )


def _component(code: str, text: str) -> Component:
    needs, _star, least = text.partition("*")
    person = needs == "person"
    any_of = tuple(Need(need) for need in needs.split("/"))
    return Component(code, any_of, code, code, minimum=int(least or 1), check_person=person)


def _record(identity: str, words: list[str]) -> tuple[str, Any]:
    what, head, rest = words[0], words[1], _words(" ".join(shlex.quote(word) for word in words[2:]))
    if what == "report":
        return "reports", _report(identity, head, rest)
    if what == "milestone":
        return "milestones", _milestone(identity, head, rest, "1")
    return "evidence", _evidence(identity, what, head, rest)


def _evidence(identity: str, what: str, head: str, rest: dict[str, str]) -> Evidence:
    kinds = {"runs": EvidenceKind.RUNNING, "attestation": EvidenceKind.ATTESTATION}
    verified = _day(rest, "verified")
    state = State(rest["state"]) if "state" in rest else State.VERIFIED if verified else State.SENT
    issued = _day(rest, "issued")
    return Evidence(
        id=identity,
        task="1",
        agency=rest.get("by", "bo-a"),
        kind=kinds.get(what, EvidenceKind.DOCUMENT),
        text=head if what in {"text", "attestation"} else rest.get("text", ""),
        state=state,
        received_on=_day(rest, "received") or issued or ISSUED_ON,
        number=head if what == "doc" else "",
        issued_on=issued,
        in_gazette="gazette" in rest,
        url=head if what == "runs" else "",
        component=rest.get("part", ""),
        verified_on=verified,
        verified_by="binh" if verified else "",
        verifier_note=rest.get("note", ""),
        verified_components=tuple(rest.get("accepts", "").replace("five", FIVE).split("+"))
        if "accepts" in rest
        else (),
    )


def _report(identity: str, head: str, rest: dict[str, str]) -> Report:
    return Report(
        id=identity,
        task="1",
        agency=rest.get("by", "bo-a"),
        cycle=rest.get("cycle", ""),
        situation=Situation(head),
        state=State(rest.get("state", "sent")),
        received_on=_day(rest, "received") or ISSUED_ON,
        expected_on=_day(rest, "expected"),
        obstacle_since=_day(rest, "since"),
        has_draft="draft" in rest,
        has_plan="plan" in rest,
        public_sentence=rest.get("says", ""),
    )


def _milestone(identity: str, name: str, rest: dict[str, str], task: str) -> Milestone:
    return Milestone(
        identity, task, rest.get("by", "bo-a"), name, date.fromisoformat(rest["due"]), _day(rest, "verified")
    )


def _target(text: str) -> Target:
    if text == "not_below_last_year":
        return Target(">=", test=text)
    value, _at, scope = text.partition("@")
    for sign in (">=", "<=", ">", "<"):
        if value.startswith(sign):
            return Target(sign, Decimal(value[len(sign) :]), scope=scope)
    low, _dash, high = value.partition("..")
    return Target("range" if high else "=", Decimal(low), Decimal(high) if high else None, scope=scope)


def _observation(identity: str, words: list[str]) -> Observation | None:
    if words[0] == "milestone":
        return None
    end, _colon, value = words[0].partition(":")
    rest = _words(" ".join(words[1:]))
    day = date(int(end), 12, 31) if len(end) == len("2024") else date.fromisoformat(end)
    return Observation(
        id=identity,
        indicator="1",
        value=Decimal(value),
        unit=rest.get("unit", "percent"),
        period_end=day,
        source="s",
        origin=Origin.OUTSIDE,
        standing=Standing(rest.get("standing", "declared")),
        method=rest.get("method", "m"),
        scope=rest.get("scope", ""),
        published_on=_day(rest, "published"),
    )


def _day(rest: dict[str, str], key: str) -> date | None:
    return date.fromisoformat(rest[key]) if rest.get(key) else None
