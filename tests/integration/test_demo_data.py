"""The demo's data: every status appears, everything is marked, and a second run changes nothing."""

import re
from collections import Counter
from datetime import UTC, date, datetime

import pytest

from thuocdo.assessments import queries, results
from thuocdo.assessments.types import Side
from thuocdo.audit.models import Event
from thuocdo.config.current import Known, known_of
from thuocdo.config.demo import PASSWORD, SLUG, make_demo_data
from thuocdo.config.illustration import Illustration
from thuocdo.config.illustration_assessments import DISPUTING, PERIOD, SET, VERIFIED, WAITING
from thuocdo.core.canonical import canonical_json
from thuocdo.documents.citations import read_citations
from thuocdo.evaluation.evaluate import evaluate
from thuocdo.evaluation.queries import facts
from thuocdo.evaluation.scoring.remarks import beyond, not_handed_in
from thuocdo.evaluation.types import Status
from thuocdo.programme.catalogue import catalogue
from thuocdo.programme.registry import register
from thuocdo.web.desk import desk

AS_OF = date(2025, 12, 31)
NOW = datetime(2026, 1, 5, tzinfo=UTC)


@pytest.mark.slow
@pytest.mark.django_db
def test_demo_data():
    """One run shows every status and risk, gives bodies their desks, keeps real series; the next adds 0."""
    made = make_demo_data(now=NOW, as_of=AS_OF)
    assert {person.id for person in made.people} == {"an", "binh", "chi", "dung", "giang"}
    known = facts(SLUG, as_of=AS_OF)
    verdicts = evaluate(known)
    found = Counter(part.status for task in verdicts.tasks for part in task.assignments)
    assert set(found) == set(Status) - {Status.REPLACED, Status.NOT_MEASURABLE}
    assert {task.status for task in verdicts.tasks} == set(Status) - {Status.REPLACED}
    reasons = {part.reason.code for task in verdicts.tasks for part in task.assignments}
    risks = "expected_after_due obstacle no_report milestone no_draft no_plan"
    assert {f"risk_{name}" for name in risks.split()} <= reasons
    assert {"done_late", "claimed_monitor_late", "late_nothing_filed", "instance_missed"} <= reasons
    assert any(task.claimed_without_proof for task in verdicts.tasks)
    assert all(item.illustrative for item in (*known.evidence, *known.reports, *known.milestones))
    real = {item.indicator for item in known.observations if not item.illustrative}
    assert real
    assert not real & {item.indicator for item in known.observations if item.illustrative}
    for agency in known.register.agencies[::3]:
        alone, all_told = known_of(SLUG, agency.code, as_of=AS_OF), Known(known, verdicts)
        assert desk(alone, agency.code) == desk(all_told, agency.code)
    events = Event.objects.count()
    again = make_demo_data(now=NOW, as_of=AS_OF)
    assert (again.made, again.people, Event.objects.count()) == (False, made.people, events)
    assert canonical_json(facts(SLUG, as_of=AS_OF)) == canonical_json(known)
    assert len(PASSWORD) >= 12
    check_assessments()


def check_assessments():
    """Twelve ministries are assessed: ten verified, one disputed, one waiting; everything is marked."""
    cards = queries.cards_of(SET, periods=[PERIOD])
    assert Counter(each.state.value for each in cards) == {"verified": 10, "disputed": 1, "submitted": 1}
    assert all(each.illustrative for each in cards)
    cited = [proof.number for each in cards for proofs in each.own.proofs.values() for proof in proofs]
    assert min(int(number.partition("/")[0]) for number in cited) >= 9000
    found = {each.unit: results.result(each) for each in cards}
    assert found["BKHCN"].middle is not None
    assert found["BKHCN"].middle.units == len(VERIFIED)
    assert found[WAITING].checked is None
    disputed = found[DISPUTING]
    assert disputed.checked is not None
    assert disputed.own.explanation.total > disputed.checked.explanation.total
    for each in found.values():
        scored = results.scored_of(each.version, [each.card], Side.OWN)
        assert not beyond(scored, range(scored.table.size))
        assert not_handed_in(scored, range(scored.table.size)) == (
            ("judged",) if each.checked is None else ()
        )


def test_illustrations_are_deterministic_and_recognisable():
    """Two tellings are equal, and each document number is one that no real act carries."""
    first = list(Illustration(catalogue(SLUG), register(), AS_OF).filings())
    assert first == list(Illustration(catalogue(SLUG), register(), AS_OF).filings())
    cited = [item for filing in first for item in read_citations(filing.cells.get("text", ""))]
    assert cited
    running = [re.match(r"(\d+)/(2025/)?", item.number) for item in cited]
    assert all(int(match[1]) >= 9000 or (match[2] and int(match[1]) >= 900) for match in running)
    assert all(filing.cells["illustrative"] == "1" and filing.on <= AS_OF for filing in first)
