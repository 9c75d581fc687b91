"""Who is told what: the ladder, what is answered, early warning, queues and the weekly summary."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thuocdo.core.actor import Role
from thuocdo.core.messages import Reason
from thuocdo.cycles.notices.cast import Cast, Returning, answer_notices, chase_notices, return_notices
from thuocdo.cycles.notices.rules import due_notices, risks
from thuocdo.cycles.notices.types import Duty, Occasion, Owing, Period, Person, Queued, Standing
from thuocdo.cycles.types import State

EM = Person("em", "BKHCN", frozenset({Role.REPORTER}))
KHOA = Person("khoa", "BKHCN", frozenset({Role.HEAD}))
GIANG = Person("giang", "BYT", frozenset({Role.REPORTER, Role.HEAD}))
LAN = Person("lan", "BTC", frozenset({Role.HEAD}))
BINH = Person("binh", "VPTW", frozenset({Role.MONITOR}))
DUNG = Person("dung", "", frozenset())
PEOPLE = (EM, KHOA, GIANG, LAN, BINH, DUNG)
DUE = date(2025, 6, 14)


def period(**sent):
    """Return the period due on 14 June with ten tasks asked of each body, and how many were sent."""
    return Period("2025-1", DUE, tuple(Owing(agency, 10, count) for agency, count in sent.items()))


def told(standing, day, occasion=None):
    """Return who is told on a day, by occasion."""
    notices = due_notices(standing, PEOPLE, day)
    return [(each.person, each.occasion) for each in notices if occasion in {None, each.occasion}]


def on(distance):
    """Return the day so far from the due day."""
    return DUE + timedelta(days=distance)


@pytest.mark.parametrize(
    ("distance", "sent", "people"),
    [
        (-30, 0, ["em"]),
        (-14, 0, ["em"]),
        (-7, 0, ["em", "khoa"]),
        (-7, 3, ["em"]),
        (-3, 0, ["em", "khoa"]),
        (-1, 3, ["em"]),
        (1, 3, ["em", "khoa"]),
        (1, 10, []),
        (-30, 10, []),
        (-20, 0, []),
        (20, 0, []),
    ],
)
def test_the_ladder_of_a_period(distance, sent, people):
    """The reporter is reminded, the head too from seven days before when nothing was sent, and after it."""
    standing = Standing("nq03", periods=(period(BKHCN=sent),))
    assert [person for person, _ in told(standing, on(distance), Occasion.CYCLE_DUE)] == people


@pytest.mark.parametrize(("distance", "expected"), [(-1, []), (1, ["binh"]), (6, []), (13, ["binh"])])
def test_the_monitor_is_told_after_the_day_and_ten_working_days_later(distance, expected):
    """One notice names all bodies that owe, on the day after and ten working days after the due day."""
    standing = Standing("nq03", periods=(period(BKHCN=3, BYT=0, BTC=10),))
    notices = [
        each for each in due_notices(standing, PEOPLE, on(distance)) if each.occasion is Occasion.BODIES_OWE
    ]
    assert [each.person for each in notices] == expected
    assert all(each.params["bodies"] == "BKHCN, BYT" and each.params["count"] == "2" for each in notices)


def test_a_body_without_a_reporter_is_told_through_its_head():
    """Where nobody reports, the head gets every reminder from the first one on."""
    standing = Standing("nq03", periods=(period(BTC=0),))
    assert told(standing, on(-30)) == [("lan", Occasion.CYCLE_DUE)]


def test_a_body_without_anybody_is_named_to_the_monitor():
    """Where nobody can be told, the monitor learns it while there is time."""
    standing = Standing("nq03", periods=(period(BQP=0),))
    (notice,) = due_notices(standing, PEOPLE, on(-30))
    assert (notice.person, notice.occasion, notice.params["bodies"]) == ("binh", Occasion.NOBODY, "BQP")


def test_tasks_of_one_day_are_one_notice():
    """Forty tasks due on one day are one line with their numbers in order, and none for the head."""
    duties = [Duty(str(number), "BKHCN", DUE, answered=False, filed=True) for number in range(40, 0, -1)]
    (notice,) = due_notices(Standing("nq03", duties=tuple(duties)), PEOPLE, on(-7))
    assert notice.person == "em"
    assert notice.params["count"] == "40"
    assert notice.params["tasks"].startswith("1, 2, 3, ")


def test_the_head_is_told_of_what_nothing_was_filed_for():
    """Seven days before, the head's notice lists only the silent tasks; after the day it lists all."""
    duties = (Duty("1", "BKHCN", DUE, answered=False, filed=True), Duty("2", "BKHCN", DUE, answered=False))
    standing = Standing("nq03", duties=duties)
    before = {each.person: each.params["tasks"] for each in due_notices(standing, PEOPLE, on(-7))}
    after = {
        each.person: each.params["tasks"]
        for each in due_notices(standing, PEOPLE, on(1))
        if each.occasion is Occasion.TASK_DUE
    }
    assert before == {"em": "1, 2", "khoa": "2"}
    assert after == {"em": "1, 2", "khoa": "1, 2"}


def test_what_is_answered_is_not_reminded():
    """A part with an answer, and a part without a day, remind nobody on any day."""
    duties = (Duty("1", "BKHCN", DUE, answered=True), Duty("2", "BKHCN", None, answered=False))
    standing = Standing("nq03", duties=duties)
    days = [on(distance) for distance in range(-40, 30) if on(distance).weekday() > 2]
    assert [told(standing, day) for day in days] == [[] for _ in days]


@pytest.mark.parametrize(("distance", "expected"), [(-1, 0), (1, 1), (13, 1), (18, 0)])
def test_the_monitor_learns_of_tasks_without_a_result(distance, expected):
    """After a task's day, and ten working days later, the monitor gets the unanswered tasks of that day."""
    standing = Standing("nq03", duties=(Duty("7", "BKHCN", DUE, answered=False),))
    assert len(told(standing, on(distance), Occasion.TASKS_OWED)) == expected


RISK = Reason("risk_no_draft")
FRIDAY = date(2025, 6, 20)


def test_only_new_risks_warn():
    """What was at risk at the last run warns nobody again; the first run ever warns nobody at all."""
    duties = tuple(Duty(code, "BKHCN", None, answered=False, risk=RISK) for code in ("3", "12", "5"))
    standing = Standing("nq03", duties=duties, risks_before=frozenset({("5", "BKHCN")}))
    notices = due_notices(standing, PEOPLE, FRIDAY)
    assert {(each.person, each.params["tasks"]) for each in notices} == {("em", "3, 12"), ("khoa", "3, 12")}
    assert due_notices(replace(standing, risks_before=None), PEOPLE, FRIDAY) == ()
    assert due_notices(replace(standing, risks_before=risks(standing)), PEOPLE, FRIDAY) == ()


@pytest.mark.parametrize(
    ("state", "since", "expected"),
    [
        (State.SUBMITTED, "2025-06-17", ["khoa"]),
        (State.SUBMITTED, "2025-06-18", []),
        (State.SUBMITTED, "2025-06-16", ["khoa"]),
        (State.SENT, "2025-06-05", ["binh"]),
        (State.SENT, "2025-06-06", []),
        (State.RETURNED, "2025-01-06", []),
    ],
)
def test_what_waits_too_long_is_told_to_who_keeps_it(state, since, expected):
    """More than two working days wait for the head, more than ten for the verifier; weekends do not count."""
    standing = Standing("nq03", queued=(Queued(state, "BKHCN", date.fromisoformat(since), 4),))
    notices = due_notices(standing, PEOPLE, FRIDAY)
    assert [each.person for each in notices] == expected
    assert all(each.params == {"count": "4", "since": since} for each in notices)


MONDAY = date(2025, 6, 16)


def test_the_weekly_summary_counts_and_keeps_still_when_nothing_is_there():
    """On Monday each person gets one summary of what is not nothing; who has nothing gets none."""
    duties = (
        Duty("1", "BKHCN", date(2025, 5, 1), answered=False, late=True),
        Duty("2", "BKHCN", date(2025, 6, 25), answered=False, risk=RISK),
        Duty("3", "BKHCN", date(2025, 6, 25), answered=True),
    )
    standing = Standing(
        "nq03", duties=duties, queued=(Queued(State.SUBMITTED, "BKHCN", MONDAY),), returned={"BKHCN": 2}
    )
    found = {each.person: dict(each.params) for each in due_notices(standing, PEOPLE, MONDAY)}
    mine = {"late": "1", "soon": "1", "risk": "1", "returned": "2"}
    assert found == {"em": mine, "khoa": {**mine, "approval": "1"}, "binh": {"late": "1"}}


def test_who_wants_no_summary_gets_none():
    """The weekly summary can be switched off; deadlines cannot."""
    duties = (Duty("1", "BKHCN", MONDAY + timedelta(days=7), answered=False),)
    quiet = replace(EM, digest=False)
    notices = due_notices(Standing("nq03", duties=duties), (quiet,), MONDAY)
    assert [each.occasion for each in notices] == [Occasion.TASK_DUE]


def test_a_return_tells_the_author_and_the_heads():
    """A verifier's return reaches the author and the head; a head's only the author; a lost author, all."""
    cast = Cast(PEOPLE)
    back = Returning("act", Occasion.RETURNED, "BKHCN", ["5", "12"], {"em"})
    assert [each.person for each in return_notices(back, cast)] == ["em", "khoa"]
    handed = replace(back, occasion=Occasion.HANDED_BACK)
    assert [(each.person, each.params["tasks"]) for each in return_notices(handed, cast)] == [("em", "5, 12")]
    gone = replace(handed, authors={"nobody"})
    assert [each.person for each in return_notices(gone, cast)] == ["em"]


def test_an_answer_tells_who_asked_and_the_heads():
    """The answer to a matter reaches its author and the heads of the body, nobody of another body."""
    assert [each.person for each in answer_notices("M-1", "7", "BKHCN", "em", Cast(PEOPLE))] == ["em", "khoa"]


def test_chasing_reaches_exactly_the_named_bodies():
    """Who is not named is not reminded, whatever is owed."""
    notices = chase_notices("nq03", period(BKHCN=0, BYT=0, BTC=0), ["BYT", "BTC"], PEOPLE, DUE)
    assert [each.person for each in notices] == ["giang", "lan"]


@given(
    distances=st.lists(st.integers(-45, 40), min_size=1, max_size=30),
    sent=st.integers(0, 10),
    answered=st.booleans(),
)
def test_whatever_the_runs_each_key_says_one_thing(distances, sent, answered):
    """Over any days in any order, a key always has one person and one occasion, and comes once a run."""
    standing = Standing(
        "nq03",
        duties=(Duty("7", "BKHCN", DUE, answered=answered), Duty("8", "BYT", on(3), answered=False)),
        periods=(period(BKHCN=sent, BYT=0, BQP=1),),
        queued=(Queued(State.SENT, "BYT", on(-20)), Queued(State.SUBMITTED, "BYT", on(-4))),
    )
    meaning = {}
    for distance in distances:
        notices = due_notices(standing, PEOPLE, on(distance))
        assert max(Counter(each.key for each in notices).values(), default=1) == 1
        for each in notices:
            said = (each.person, each.occasion)
            assert meaning.setdefault(each.key, said) == said


def test_people_of_a_body_that_ended_are_told_of_what_its_heir_owes():
    """After a merger the old reporters and heads are reminded beside those of the successor."""
    old = Person("cu", "BTTTT", frozenset({Role.REPORTER, Role.HEAD}), heir="BKHCN")
    standing = Standing("nq03", periods=(period(BKHCN=0),))
    notices = due_notices(standing, (EM, old), on(-30))
    assert {each.person for each in notices if each.occasion is Occasion.CYCLE_DUE} == {"em", "cu"}
