"""Notices and messages are made once and delivered once, whatever the runs, races and crashes."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from threading import Barrier

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.factories.emptied import refuse_other_databases

from thuocdo.core.actor import Role
from thuocdo.core.errors import Conflict
from thuocdo.cycles.notices import models, queries
from thuocdo.cycles.notices.delivery import Spoken, deliver
from thuocdo.cycles.notices.errors import Undelivered
from thuocdo.cycles.notices.leases import give_back, take_lease
from thuocdo.cycles.notices.making import Run, make, remembered
from thuocdo.cycles.notices.outbox import BACKOFF, LEASE, TRIES, Message, claim, due, note_sent, put
from thuocdo.cycles.notices.ports import Channels
from thuocdo.cycles.notices.rules import due_notices
from thuocdo.cycles.notices.types import (
    Channel,
    Duty,
    Notice,
    Occasion,
    Owing,
    Period,
    Person,
    Place,
    Standing,
)

DUE = date(2025, 6, 14)
EM = Person("em", "BKHCN", frozenset({Role.REPORTER}), address="em@example.vn")
KHOA = Person("khoa", "BKHCN", frozenset({Role.HEAD}), address="khoa@example.vn")
BINH = Person("binh", "VPTW", frozenset({Role.MONITOR}))
PEOPLE = (EM, KHOA, BINH)
SPOKEN = Spoken({person.id: person for person in PEOPLE}, lambda code, _l: code, lambda day, _l: day, DUE)


def moment(distance, hour=2):
    """Return a moment so many days from the due day; 2 o'clock UTC is 9 in Hà Nội."""
    return datetime(2025, 6, 14, hour, tzinfo=UTC) + timedelta(days=distance)


def standing(before, *, risky=()):
    """Return a standing with a task and a period that nobody answers."""
    duties = [Duty("7", "BKHCN", DUE, answered=False)]
    duties += [Duty(code, "BKHCN", None, answered=False, risk=object()) for code in risky]
    periods = (Period("2025-1", DUE, (Owing("BKHCN", 10, 0),)),)
    return Standing("nq03", duties=tuple(duties), periods=periods, risks_before=before.risks)


def run(distance, *, extra=(), risky=()):
    """Make the notices of a day and their messages, as a run does; returns how many were new."""
    before, now = remembered("nq03"), moment(distance)
    found = standing(before, risky=risky)
    notices = (*extra, *due_notices(found, PEOPLE, now.date()))
    return make(Run(found, notices), before=before, people=PEOPLE, day=now.date(), now=now, send=True)


class Post:
    """A channel that keeps what it was given, and fails when told to."""

    def __init__(self, failing=None):
        self.given = []
        self.failing = failing

    def send(self, mail):
        """Take a mail, or fail."""
        if self.failing is not None:
            raise self.failing
        self.given.append((mail.id, mail.to, mail.text))

    @property
    def ids(self):
        """Return the ids of everything that was taken, in order."""
        return [each for each, *_ in self.given]


def send(post, now):
    """Deliver what is due at that moment."""
    return deliver(Channels(mailer=post), SPOKEN, clock=lambda: now)


@contextmanager
def nothing_stays():
    """Undo what happens inside, so that each example begins anew."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.mark.django_db
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(days=st.lists(st.integers(-40, 40), min_size=1, max_size=12))
def test_any_sequence_of_runs_tells_each_thing_once(days):
    """Whatever days a run happens on and however often, each key is made once and delivered once."""
    with nothing_stays():
        post = Post()
        for distance in days:
            run(distance, risky=[str(distance % 3)])
            send(post, moment(distance))
            assert run(distance, risky=[str(distance % 3)]) == 0
            send(post, moment(distance))
        keys = list(models.Notice.objects.values_list("key", flat=True))
        assert len(keys) == len(set(keys))
        assert len(post.ids) == len(set(post.ids))
        carried = list(models.Notice.objects.exclude(message="").values_list("message", flat=True))
        assert set(carried) == set(models.Outbox.objects.values_list("key", flat=True))
        a_day = [(to, each.made_at.date()) for to, each in _messages()]
        assert len(a_day) == len(set(a_day))


def _messages():
    return [(row.receiver, row) for row in models.Outbox.objects.exclude(key__startswith="now:")]


@pytest.mark.django_db
def test_a_day_is_one_message_with_everything():
    """Deadline of the period and of a task come in one mail; who has no address reads the list only."""
    run(-7)
    post = Post()
    send(post, moment(-7))
    assert sorted(to for _, to, _ in post.given) == ["em@example.vn", "khoa@example.vn"]
    assert all("2025-1" in text and "7" in text for *_, text in post.given)
    assert queries.unread("em") == 2
    run(-7)
    assert send(post, moment(-7)).sent == 0


@pytest.mark.django_db
def test_returned_work_has_a_message_of_its_own_at_once():
    """A return is mailed beside the day's message, and its notice is not repeated in the next one."""
    back = Notice("returned:act:BKHCN:em", "em", Occasion.RETURNED, {"tasks": "7", "count": "1"}, Place.WORK)
    run(-7)
    run(-7, extra=[back])
    post = Post()
    send(post, moment(-7))
    mine = [text for _, to, text in post.given if to == "em@example.vn"]
    assert len(mine) == 2
    assert sum("trả lại" in text for text in mine) == 1


@pytest.mark.django_db
def test_what_came_too_late_for_today_goes_tomorrow():
    """A notice made after the day's message waits for the next day's, and is carried once."""
    run(-7)
    later = Notice(
        "chase:x", "em", Occasion.CHASED, {"cycle": "2025-1", "due": "2025-06-14", "open": "3"}, Place.WORK
    )
    run(-7, extra=[later])
    assert "chase:x" not in {each.key for each in queries.carried_by("day:2025-06-07:em")}
    run(-6)
    assert {each.key for each in queries.carried_by("day:2025-06-08:em")} == {"chase:x"}


@pytest.mark.django_db
def test_before_the_morning_nothing_leaves():
    """A run at night makes the notices; their message is made by the first run of the morning."""
    before, night = remembered("nq03"), moment(-7, hour=17)
    found = standing(before)
    given_notices = due_notices(found, PEOPLE, date(2025, 6, 8))
    make(Run(found, given_notices), before=before, people=PEOPLE, day=date(2025, 6, 8), now=night, send=False)
    assert models.Notice.objects.exists()
    assert not models.Outbox.objects.exists()


@pytest.mark.django_db
def test_only_what_has_come_to_be_at_risk_is_told():
    """The first run tells no risks; a later one tells those that are new since then, once."""
    run(-20, risky=["1", "2"])
    assert not models.Notice.objects.filter(occasion="at_risk").exists()
    run(-20, risky=["1", "2", "3"])
    run(-20, risky=["1", "2", "3"])
    told = models.Notice.objects.filter(occasion="at_risk", person="em")
    assert [row.params["tasks"] for row in told] == ["3"]


@pytest.mark.django_db
def test_a_failed_try_waits_longer_each_time_and_ends():
    """Each failure pauses longer; after the last try the message is dead and listed."""
    put([Message("k", Channel.MAIL, "em", {})], now=moment(0))
    _carry("k")
    post, now = Post(Undelivered("the mail server cannot be reached")), moment(0)
    for pause in BACKOFF:
        assert send(post, now).failed == 1
        assert send(post, now + pause - timedelta(seconds=1)).failed == 0
        now += pause
    assert send(post, now).failed == 1
    (stuck,) = queries.stuck()
    assert (stuck.attempts, stuck.problem) == (TRIES, "the mail server cannot be reached")
    assert send(post, now + timedelta(days=30)).failed == 0


@pytest.mark.django_db
def test_a_refusal_for_good_is_not_tried_again():
    """What the receiver refuses for good is dead at once."""
    put([Message("k", Channel.MAIL, "em", {})], now=moment(0))
    _carry("k")
    send(Post(Undelivered("no such mailbox", permanent=True)), moment(0))
    assert [each.problem for each in queries.stuck()] == ["no such mailbox"]


@pytest.mark.django_db
def test_a_crash_between_sending_and_noting_repeats_the_same_id():
    """A worker that dies after the receiver accepted leaves the message; it goes again, with the same id."""
    put([Message("k", Channel.MAIL, "em", {})], now=moment(0))
    _carry("k")

    class Dying(Post):
        def send(self, mail):
            super().send(mail)
            raise KeyboardInterrupt

    dying, post = Dying(), Post()
    with pytest.raises(KeyboardInterrupt):
        send(dying, moment(0))
    assert send(post, moment(0) + LEASE - timedelta(seconds=1)).sent == 0
    assert send(post, moment(0) + LEASE).sent == 1
    assert post.ids == dying.ids
    assert send(post, moment(5)).sent == 0


@pytest.mark.django_db
def test_a_message_that_kills_its_worker_ends_too():
    """Tries count when they begin, so a message whose sender always dies is given up after the last one."""
    put([Message("k", Channel.MAIL, "em", {})], now=moment(0))
    now = moment(0)
    for _ in range(TRIES):
        assert claim("k", now=now) is not None
        now += LEASE
    assert claim("k", now=now) is None
    assert [each.problem for each in queries.stuck()] == ["the worker stopped while sending"]


@pytest.mark.django_db
def test_a_late_worker_cannot_note_what_another_has_taken_over():
    """The lease proves whose message it is: a slow worker's outcome counts for nothing after its end."""
    put([Message("k", Channel.MAIL, "em", {})], now=moment(0))
    slow = claim("k", now=moment(0))
    quick = claim("k", now=moment(0) + LEASE)
    assert not note_sent("k", lease=slow.lease, now=moment(0) + LEASE)
    assert note_sent("k", lease=quick.lease, now=moment(0) + LEASE)


@pytest.mark.django_db
def test_a_channel_that_is_off_keeps_its_messages():
    """Nothing leaves and nothing is tried on a channel that no setting names."""
    put([Message("k", Channel.MAIL, "em", {})], now=moment(0))
    assert deliver(Channels(), SPOKEN, clock=lambda: moment(0)).failed == 0
    assert due([Channel.MAIL], now=moment(0), limit=9) == ("k",)


def _carry(key):
    params = {"tasks": "7", "count": "1"}
    models.Notice.objects.create(
        key=f"n:{key}", person="em", occasion="returned", params=params, place="/viec",
        made_on=DUE, made_at=moment(0), message=key,
    )  # fmt: skip


@pytest.fixture
def committed(django_db_setup, django_db_blocker):  # noqa: ARG001  the tables have to be there
    """Let threads see what each commits; the tables of notices are emptied before and after.

    The audit trail refuses to be emptied, so pytest-django's own way cannot be gone.
    """
    refuse_other_databases()
    with django_db_blocker.unblock():
        _empty()
        yield
        _empty()


def _empty():
    for model in (models.Notice, models.Outbox, models.Memory, models.Lease):
        model.objects.all().delete()


def together(count, work):
    """Do a work in so many threads at the same moment; returns what each gave or raised."""
    gate = Barrier(count)

    def one(number):
        gate.wait()
        try:
            return work(number)
        except Conflict as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(one, range(count)))


@pytest.mark.usefixtures("committed")
def test_two_runs_at_once_make_nothing_twice():
    """Of parallel runs on the same memory one ends, and the lists hold each notice once."""
    for distance in (-30, -7, 1):
        outcomes = together(4, lambda _number, day=distance: run(day))
        made = [each for each in outcomes if not isinstance(each, Conflict) and each]
        assert len(made) == 1
    keys = list(models.Notice.objects.values_list("key", flat=True))
    assert len(keys) == len(set(keys))
    assert sum(made) == models.Notice.objects.filter(made_on=date(2025, 6, 15)).count()


@pytest.mark.usefixtures("committed")
def test_two_workers_at_once_send_nothing_twice():
    """Parallel deliveries share the messages: each is sent by exactly one of them."""
    messages = [Message(f"k{number}", Channel.MAIL, "em", {}) for number in range(20)]
    put(messages, now=moment(0))
    for each in messages:
        _carry(each.key)
    posts = [Post() for _ in range(4)]
    done = together(4, lambda number: send(posts[number], moment(0)).sent)
    ids = [each for post in posts for each in post.ids]
    assert sum(done) == len(ids) == len(set(ids)) == 20


@pytest.mark.usefixtures("committed")
def test_one_process_leads():
    """Of many that ask for the lease one gets it; another after its end, or when it is given back."""
    now = moment(0)
    for _ in range(3):
        got = together(4, lambda number: take_lease("jobs", holder=f"h{number}", now=now, seconds=60))
        assert sum(got) == 1
        holder = f"h{got.index(True)}"
        assert take_lease("jobs", holder=holder, now=now, seconds=60)
        give_back("jobs", holder=holder, now=now)
    assert take_lease("jobs", holder="a", now=now, seconds=60)
    assert not take_lease("jobs", holder="b", now=now + timedelta(seconds=59), seconds=60)
    assert take_lease("jobs", holder="b", now=now + timedelta(seconds=60), seconds=60)
