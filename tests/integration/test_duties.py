"""What a form is held against is found without reading records when the period is near its end."""

from datetime import date

import pytest

from thuocdo.config.current import known_of
from thuocdo.core.actor import Actor, Role
from thuocdo.web import work_desk
from thuocdo.web.work_desk import Place, duty_now, work_of

NEAR, FAR = date(2025, 11, 20), date(2025, 8, 20)


@pytest.fixture
def on(monkeypatch):
    """Return how to let it be a certain day."""
    return lambda day: monkeypatch.setattr(work_desk, "today", lambda: day)


def person_of(agency):
    """Return a reporter of a body."""
    return Actor("em", "Em", frozenset({Role.REPORTER}), agency)


@pytest.mark.parametrize("agency", ["BKHCN", "BYT", "BTC", "VN34-01"])
def test_the_short_way_finds_what_the_desk_says(model_programme, on, agency):
    """For every task of the programme it is the same duty as on the desk, and none where there is none."""
    on(NEAR)
    person, known = person_of(agency), known_of(model_programme, agency, as_of=NEAR)
    work = work_of(known, person)
    lines = {
        line.task.code: Place(person, known, work, line).duty for line in (*work.leads, *work.takes_part)
    }
    assert lines
    for task in (*lines, "999", ""):
        assert duty_now(person, task) == lines.get(task)


def test_far_from_the_end_records_decide(model_programme, on):  # noqa: ARG001  loaded
    """Outside of the last weeks a due date may ask between the periods, so the desk is read."""
    on(FAR)
    assert duty_now(person_of("BKHCN"), "44") is None


@pytest.mark.django_db
def test_without_a_programme_there_is_no_duty(on):
    """Before a programme is loaded nothing is found, and nothing breaks."""
    on(NEAR)
    assert duty_now(person_of("BKHCN"), "44") is None


@pytest.mark.usefixtures("model_programme")
def test_no_record_is_read(on, django_assert_num_queries):
    """Once the programme is kept, three questions are asked of the trail and one of the calendar."""
    on(NEAR)
    person = person_of("BKHCN")
    duty_now(person, "44")
    with django_assert_num_queries(4):
        assert duty_now(person, "44").cycle == "2025-2"


def test_other_bodies_tasks_are_not_found(model_programme, on):
    """Of the tasks that lie on other desks none is found here."""
    on(NEAR)
    mine = work_of(known_of(model_programme, "BYT", as_of=NEAR), person_of("BYT"))
    own = {line.task.code for line in (*mine.leads, *mine.takes_part)}
    every = [task.code for task in known_of(model_programme, "VPCP", as_of=NEAR).facts.programme.tasks]
    foreign = [code for code in every if code not in own]
    assert all(duty_now(person_of("BYT"), code) is None for code in foreign)
