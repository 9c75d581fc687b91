"""Versions in time: two acts amend a programme, and each day has the version that was in force."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.factories import versions as acts
from tests.factories.rows import evidence, row

from thuocdo.audit.models import Event
from thuocdo.core.errors import Conflict, Invalid, NotAllowed, NotFound
from thuocdo.cycles.actions import record_rows
from thuocdo.evaluation.evaluate import evaluate
from thuocdo.evaluation.queries import facts
from thuocdo.evaluation.types import IndicatorStatus, Status
from thuocdo.programme import actions, queries
from thuocdo.programme.amending import difference
from thuocdo.programme.models import OfficialWords, Version
from thuocdo.programme.registry import register

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def adopt(chi, binh, now):
    """Load the register; returns the adoption of a draft by two people."""
    actions.load_register(register=register(), by=chi, now=now)

    def adopted(draft, effective_on, **more):
        given = {"slug": "cay", "by": chi, "confirmed_by": binh, "now": now}
        return actions.adopt_draft(draft=draft, effective_on=effective_on, **{**given, **more})

    return adopted


@pytest.fixture
def amended_twice(adopt):
    """Adopt the programme and both acts that amend it; returns its slug."""
    numbers = [
        adopt(acts.first_draft(), acts.ISSUED),
        adopt(acts.second_draft(), acts.SECOND),
        adopt(acts.third_draft(), acts.THIRD, partial=True),
    ]
    assert numbers == [1, 2, 3]
    return "cay"


def verdicts(slug, day):
    """Return the verdicts on the tasks of the version in force on a day, by key."""
    return {item.task: item for item in evaluate(facts(slug, as_of=day)).tasks}


def test_a_day_between_has_the_version_of_that_day(amended_twice):
    """After two amendments every past day is still judged by the version in force on it."""
    days = [acts.ISSUED, acts.SECOND - DAY, acts.SECOND, acts.THIRD - DAY, acts.THIRD]
    in_force = [queries.programme(amended_twice, as_of=day).version for day in days]
    assert in_force == [1, 1, 2, 2, 3]
    assert queries.programme(amended_twice).version == 3
    due = [verdicts(amended_twice, day)["1"].due for day in days[1::2]]
    assert due == [date(2025, 6, 30), date(2025, 12, 31)]
    with pytest.raises(NotFound, match="2025-02-05"):
        queries.programme(amended_twice, as_of=acts.ISSUED - DAY)
    infos = queries.versions(amended_twice)
    assert [(info.number, info.act, info.effective_on, info.tasks) for info in infos] == [
        (1, "901/NQ-CP", acts.ISSUED, 5), (2, "902/NQ-CP", acts.SECOND, 6), (3, "903/NQ-CP", acts.THIRD, 7),
    ]  # fmt: skip


def test_a_moved_deadline_counts_from_the_effect_of_its_act(adopt):
    """Late on the last day of the first version, in time from the day on which the act moved it."""
    adopt(acts.first_draft(), acts.ISSUED)
    adopt(acts.second_draft(), date(2025, 7, 15))
    before, after = verdicts("cay", date(2025, 7, 14))["1"], verdicts("cay", date(2025, 7, 15))["1"]
    assert (before.status, before.days_late, before.due) == (Status.LATE, 14, date(2025, 6, 30))
    assert (after.overdue, after.due, after.first_due) == (False, date(2025, 12, 31), date(2025, 6, 30))
    assert after.status is not Status.LATE


def test_evidence_follows_a_renumbered_task(adopt, an, now):
    """What was filed for task 3 still proves it when the act in force prints it as 4."""
    adopt(acts.first_draft(), acts.ISSUED)
    record_rows(rows=[evidence(task="3", programme="cay")], by=an, now=now)
    adopt(acts.second_draft(), acts.SECOND)
    known = facts("cay", as_of=acts.SECOND)
    task = next(each for each in known.programme.tasks if each.number == "4" and not each.replaced_by)
    assert task.code == "3"
    verdict = verdicts("cay", acts.SECOND)[task.code]
    assert any(part.filed for each in verdict.assignments for part in each.components)


def test_dropped_rows_are_shown_as_ended(amended_twice):
    """A task or indicator that an act dropped is replaced, in no share, and never vanishes."""
    found = verdicts(amended_twice, acts.THIRD)
    assert {key for key, item in found.items() if item.status is Status.REPLACED} == {"4", "5"}
    assert found["4"].reason.params == {"act": "902/NQ-CP", "on": "2025-07-01"}
    assert verdicts(amended_twice, acts.THIRD - DAY)["5"].status is not Status.REPLACED
    rows = {item.indicator: item for item in evaluate(facts(amended_twice, as_of=acts.THIRD)).indicators}
    assert rows["3@2030"].status is IndicatorStatus.REPLACED
    assert set(rows) == {"1@2030", "2@2030", "3@2030"}


def test_a_task_of_a_later_act_is_owed_from_its_effect(amended_twice, an, now):
    """A row that version 2 added is unknown before, and its time runs from that act."""
    assert "2-v2" not in verdicts(amended_twice, acts.SECOND - DAY)
    task = next(each for each in queries.programme(amended_twice).tasks if each.code == "2-v2")
    assert task.assigned_on == acts.SECOND
    with pytest.raises(Invalid):
        record_rows(rows=[row("report", task="2-v2", programme="cay", situation="working")], by=an, now=now)


def test_an_amending_act_proves_none_of_its_tasks(amended_twice, an, now):
    """Whoever cites the act that amended the programme has cited the programme itself."""
    cited = "Nghị quyết số 902/NQ-CP ngày 20/6/2025 của Chính phủ"
    record_rows(rows=[evidence(task="1", programme="cay", text=cited)], by=an, now=now)
    verdict = verdicts(amended_twice, acts.SECOND)["1"]
    assert verdict.claim_reason is not None
    assert (verdict.claim_reason.code, verdict.claim_reason.params) == (
        "cites_programme",
        {"number": "902/NQ-CP"},
    )


def test_words_stand_apart_from_the_reading(amended_twice):
    """Every version carries the words in force; the rows of the reading hold none."""
    programme = queries.programme(amended_twice)
    assert {task.title is None for task in programme.tasks} == {False}
    last = Version.objects.get(number=3)
    assert {row.content["title"] for row in last.tasks.all()} == {None}
    assert OfficialWords.objects.filter(version=last, kind="task").count() == 7
    assert difference(programme, acts.draft_of(programme)).empty


def test_one_event_for_each_adoption(amended_twice):
    """The trail says who adopted which act, from when, with which file."""
    events = [json.loads(event.body) for event in Event.objects.filter(kind="version_adopted").order_by("id")]
    assert [(body["version"], body["act"], body["partial"]) for body in events] == [
        (1, "901/NQ-CP", False), (2, "902/NQ-CP", False), (3, "903/NQ-CP", True),
    ]  # fmt: skip
    assert amended_twice in {event.on for event in Event.objects.filter(kind="version_adopted")}


def test_what_adoption_refuses_leaves_nothing(adopt, an, chi):
    """One person, the same act, the same file, a day before the last version, a bad name: nothing is kept."""
    adopt(acts.first_draft(), acts.ISSUED)
    events = Event.objects.count()
    again = acts.first_draft()
    renamed = replace(again, document=replace(again.document, number="977/NQ-CP"))
    for refusal, draft, more in (
        (NotAllowed, acts.second_draft(), {"confirmed_by": chi}),
        (NotAllowed, acts.second_draft(), {"confirmed_by": an}),
        (Conflict, again, {}),
        (Conflict, renamed, {}),
        (Invalid, acts.second_draft(), {"effective_on": acts.ISSUED - DAY}),
        (Invalid, acts.second_draft(), {"slug": "Cây xanh"}),
    ):
        with pytest.raises(refusal):
            adopt(draft, **{"effective_on": acts.SECOND, **more})
    assert Version.objects.count() == 1
    assert Event.objects.count() == events


def test_words_of_an_amended_programme_come_with_its_acts(amended_twice, chi, binh, now):
    """Words cannot be put over a version that brought its own."""
    with pytest.raises(Conflict):
        actions.adopt_words(slug=amended_twice, draft=acts.second_draft(), by=chi, confirmed_by=binh, now=now)
