"""Background work from end to end: what people did becomes notices, mails and calls, each once."""

import hashlib
import hmac
import json
from datetime import UTC, datetime, timedelta
from threading import Event as Flag

import pytest
from tests.factories.rows import evidence, row

from thuocdo.accounts.actions import add_person
from thuocdo.core.actor import Actor, Role
from thuocdo.core.errors import Conflict, Fault, Invalid, NotAllowed, NotFound
from thuocdo.cycles.actions import hand_back, record_rows, verify_records
from thuocdo.cycles.notices import actions, models, queries
from thuocdo.cycles.notices.ports import Channels
from thuocdo.cycles.notices.queries import Wishes
from thuocdo.cycles.notices.signing import secret_of
from thuocdo.cycles.notices.trail import ANSWERS, enqueue
from thuocdo.cycles.notices.types import Event
from thuocdo.cycles.types import Decision
from thuocdo.jobs import runner

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("model_programme", "people")]
FRIDAY = datetime(2025, 6, 20, 3, tzinfo=UTC)
EM = Actor(id="em", name="Em", roles=frozenset({Role.REPORTER}), agency="BKHCN")
KEY = "a key of the installation"
URL = "https://hooks.example/in"


@pytest.fixture
def people(db, an, binh, giang, chi, now):  # noqa: ARG001  db opens the database
    """Add the cast and Em, who reports; An, Em and Giang want mail."""
    for person in (an, binh, giang, EM):
        add_person(
            username=person.id,
            name=person.name,
            agency=person.agency,
            roles=person.roles,
            password=None,
            by=chi,
            now=now,
        )
    for person in (an, EM, giang):
        wishes = Wishes(mail=True, address=f"{person.id}@example.vn")
        actions.set_wishes(wishes=wishes, by=person, now=now)


class Outside:
    """Both channels: keeps every mail and every call."""

    def __init__(self):
        self.mails = []
        self.calls = []

    def send(self, mail):
        """Take a mail."""
        self.mails.append(mail)

    def call(self, call):
        """Take a call."""
        self.calls.append(call)

    def to(self, person):
        """Return the subjects of the mails to a person."""
        return [mail.subject for mail in self.mails if mail.to == f"{person}@example.vn"]


@pytest.fixture
def outside():
    """Return both channels, after a first round that told nobody of the past."""
    found = Outside()
    work(found, FRIDAY - timedelta(days=1))
    found.mails.clear()
    return found


def work(outside, now):
    """Do one round of background work at a moment."""
    channels = Channels(mailer=outside, caller=outside, address="https://thuocdo.example.vn", key=KEY)
    done = runner.run_once("nq03", channels, clock=lambda: now)
    assert done.led
    assert done.problems == {}
    return done


def told(person, occasion):
    """Return the parameters of a person's notices of an occasion."""
    return [dict(each.notice.params) for each in queries.told(person) if each.notice.occasion == occasion]


def test_a_return_reaches_the_author_and_the_head_at_once(outside, an, binh, giang):
    """Work returned in one act is one notice and one mail for author and head, and none for others."""
    sent = record_rows(
        rows=[evidence(task="17"), evidence(3, task="44")], by=an, now=FRIDAY - timedelta(hours=1)
    )
    decisions = [Decision(public_id, accept=False, note="thiếu chữ ký") for public_id in sent.added]
    verify_records(decisions=decisions, by=binh, now=FRIDAY)
    for minutes in (1, 2, 3):
        work(outside, FRIDAY + timedelta(minutes=minutes))
    assert told("an", "returned") == [{"tasks": "17, 44", "count": "2"}]
    assert told(giang.id, "returned") == []
    assert [each for each in outside.to("an") if "trả lại" in each] == [
        "Thước Đo: Sửa nội dung bị người xác minh trả lại (2). Nhiệm vụ: 17, 44."
    ]
    assert "thiếu chữ ký" not in str(outside.mails)


def test_what_a_head_hands_back_reaches_its_author(outside, an):
    """The reporter hears of it at once; the head, who did it, does not."""
    given = record_rows(rows=[evidence(task="17")], by=EM, now=FRIDAY - timedelta(hours=1))
    hand_back(ids=given.added, faults=[Fault(given.added[0], "sai số", "text")], by=an, now=FRIDAY)
    work(outside, FRIDAY + timedelta(minutes=1))
    assert told("em", "handed_back") == [{"tasks": "17", "count": "1"}]
    assert told("an", "handed_back") == []


def test_an_answer_is_told(outside, an, binh, now):
    """The answer to what a body asked stands in the list of who asked."""
    from django.db import transaction  # noqa: PLC0415  same

    from thuocdo.audit import actions as audit  # noqa: PLC0415  same
    from thuocdo.cycles.matters.models import Matter  # noqa: PLC0415  only here

    assert {"dispute_upheld", "extension_refused", "difficulty_solved"} <= ANSWERS
    Matter.objects.create(
        public_id="D-1", key="k", kind="dispute", state="submitted", programme="nq03", task="17",
        agency="BKHCN", content={}, opened_by=an.id, opened_at=now,
    )  # fmt: skip
    with transaction.atomic():
        audit.record(kind="dispute_upheld", on="D-1", by=binh, at=FRIDAY, body={})
    work(outside, FRIDAY + timedelta(minutes=1))
    assert told("an", "answered") == [{"tasks": "17"}]


def test_the_past_tells_nobody(an, binh):
    """What happened before the first round, and what is a week old, is no news."""
    outside = Outside()
    sent = record_rows(rows=[evidence(task="17")], by=an, now=FRIDAY - timedelta(hours=2))
    verify_records(
        decisions=[Decision(sent.added[0], accept=False, note="sai")],
        by=binh,
        now=FRIDAY - timedelta(hours=1),
    )
    work(outside, FRIDAY)
    work(outside, FRIDAY + timedelta(minutes=1))
    assert told("an", "returned") == []


def test_every_day_is_one_message(outside):
    """Over two weeks of rounds nobody gets two messages a day, and no message comes twice."""
    for hours in range(0, 15 * 24, 7):
        work(outside, FRIDAY + timedelta(hours=hours))
    ids = [mail.id for mail in outside.mails]
    assert len(ids) == len(set(ids))
    days = list(models.Outbox.objects.filter(channel="mail").values_list("receiver", "made_at__date"))
    assert len(days) == len(set(days))
    assert {mail.to for mail in outside.mails} >= {"an@example.vn", "em@example.vn", "giang@example.vn"}
    assert all("https://thuocdo.example.vn/" in mail.text for mail in outside.mails)


def test_who_takes_mail_back_gets_none(outside, an, now):
    """A message that waits for somebody who has switched mail off is given up, not sent."""
    actions.set_wishes(wishes=Wishes(), by=an, now=now)
    work(outside, FRIDAY + timedelta(days=1))
    assert outside.to("an") == []


def test_machines_are_told_of_their_own_body(outside, an, giang, binh, settings):
    """A subscription gets the events it asked for, of its own body, signed, each once; others get nothing."""
    settings.THUOCDO_WEBHOOK_HOSTS = ["hooks.example"]
    mine = actions.subscribe(url=URL, events=["evidence.sent", "evidence.returned"], by=an, now=FRIDAY)
    actions.subscribe(url=URL, events=["evidence.sent"], by=giang, now=FRIDAY)
    every = actions.subscribe(url=URL, events=["evidence.returned"], by=binh, now=FRIDAY)
    sent = record_rows(rows=[evidence(task="17")], by=an, now=FRIDAY)
    verify_records(decisions=[Decision(sent.added[0], accept=False, note="sai")], by=binh, now=FRIDAY)
    later = FRIDAY + timedelta(minutes=1)
    for _ in range(3):
        work(outside, later)
    bodies = [json.loads(call.body) for call in outside.calls]
    assert sorted(body["event"] for body in bodies) == [
        "evidence.returned", "evidence.returned", "evidence.sent",
    ]  # fmt: skip
    assert {(body["on"], body["task"], body["agency"]) for body in bodies} == {(sent.added[0], "17", "BKHCN")}
    assert "sai" not in str(outside.calls)
    for call in outside.calls:
        at, first = call.signature.split(",")
        expected = {
            hmac.new(
                secret_of(each, 1, KEY).encode(), f"{at[2:]}.".encode() + call.body, hashlib.sha256
            ).hexdigest()
            for each in (mine, every)
        }
        assert first[3:] in expected
        assert json.loads(call.body)["id"] == call.id


def test_a_rotated_secret_signs_beside_the_old_one_for_a_day(outside, an, settings):
    """After a rotation both secrets sign for a day, then the new one alone."""
    settings.THUOCDO_WEBHOOK_HOSTS = ["hooks.example"]
    mine = actions.subscribe(url=URL, events=["evidence.sent"], by=an, now=FRIDAY)
    assert actions.rotate_secret(subscription=mine, by=an, now=FRIDAY) == 2
    for number, (after, signatures) in enumerate(
        ((timedelta(hours=1), 2), (timedelta(hours=25), 1)), start=2
    ):
        moment = FRIDAY + after
        record_rows(rows=[evidence(number, task=str(15 + number))], by=an, now=moment)
        work(outside, moment)
        assert outside.calls[-1].signature.count("v1=") == signatures


def test_an_ended_subscription_is_not_called(outside, an, giang, settings):
    """Only the own body ends a subscription; after that nothing is sent, not even what waited."""
    settings.THUOCDO_WEBHOOK_HOSTS = ["hooks.example"]
    mine = actions.subscribe(url=URL, events=["evidence.sent"], by=an, now=FRIDAY)
    record_rows(rows=[evidence(task="17")], by=an, now=FRIDAY)
    for change in (actions.unsubscribe, actions.rotate_secret):
        with pytest.raises(NotFound):
            change(subscription=mine, by=giang, now=FRIDAY)
    actions.unsubscribe(subscription=mine, by=an, now=FRIDAY)
    with pytest.raises(NotFound):
        actions.unsubscribe(subscription=mine, by=an, now=FRIDAY)
    work(outside, FRIDAY + timedelta(minutes=1))
    assert outside.calls == []
    assert queries.subscriptions(["BKHCN"]) == ()


@pytest.mark.parametrize(
    "url",
    [
        "http://hooks.example/", "https://other.example/", "https://127.0.0.1/", "https://[::1]/",
        "https://a:b@hooks.example/", "https://hooks.example/#x", "https://hooks.example:22/",
        "https://hooks.example:x/", "javascript:alert(1)", "", "https://hooks.example/" + "a" * 500,
        "https://hooks.example/ư",
    ],
)  # fmt: skip
def test_a_subscription_to_elsewhere_is_refused(url, an, settings):
    """Only plain https addresses of allowed hosts are taken, and every fault is named at once."""
    settings.THUOCDO_WEBHOOK_HOSTS = ["hooks.example", "127.0.0.1", "::1"]
    with pytest.raises(Invalid) as refused:
        actions.subscribe(url=url, events=["nothing"], by=an, now=FRIDAY)
    assert {fault.field for fault in refused.value.faults} == {"url", "events"}


def test_who_neither_reports_nor_reads_all_cannot_subscribe(dung, settings):
    """A person without such a role is refused."""
    settings.THUOCDO_WEBHOOK_HOSTS = ["hooks.example"]
    with pytest.raises(NotAllowed):
        actions.subscribe(url=URL, events=["evidence.sent"], by=dung, now=FRIDAY)


def test_a_body_has_a_bounded_number_of_subscriptions(an, settings):
    """Nobody fills the outbox by subscribing without end."""
    settings.THUOCDO_WEBHOOK_HOSTS = ["hooks.example"]
    for _ in range(actions.MOST):
        actions.subscribe(url=URL, events=["evidence.sent"], by=an, now=FRIDAY)
    with pytest.raises(Conflict):
        actions.subscribe(url=URL, events=["evidence.sent"], by=an, now=FRIDAY)


def test_an_event_from_elsewhere_is_told_once(outside, an, settings):
    """A room can enqueue an event of its own: once for its key, to who may know of the body."""
    settings.THUOCDO_WEBHOOK_HOSTS = ["hooks.example"]
    actions.subscribe(url=URL, events=["reminder"], by=an, now=FRIDAY)
    for agency, expected in (("BKHCN", 1), ("BKHCN", 1), ("BYT", 0)):
        given = {"key": "x", "programme": "nq03", "agency": agency, "body": {"task": "17"}, "now": FRIDAY}
        assert enqueue(Event.REMINDER, **given) == expected
    work(outside, FRIDAY)
    assert [json.loads(call.body)["event"] for call in outside.calls] == ["reminder"]


def test_one_failing_work_does_not_stop_the_others(outside, monkeypatch, an):
    """What fails is reported, the other works are done, and the next round goes on."""
    record_rows(rows=[row("report", task="17", cycle="2025-1", situation="working")], by=an, now=FRIDAY)
    monkeypatch.setattr(runner, "make_notices", lambda *_given, **_more: 1 // 0)
    done = runner.run_once("nq03", Channels(mailer=outside), clock=lambda: FRIDAY)
    assert done.led
    assert set(done.problems) == {"notices"}
    assert "sent" in done.counts


def test_rounds_stop_when_they_are_told_to(outside):
    """The rounds go on until the flag is set; then the lease is free for the next process."""
    stop, seen = Flag(), []

    def tell(done):
        seen.append(done)
        if len(seen) == 3:
            stop.set()

    runner.run_every(0, "nq03", Channels(mailer=outside), clock=lambda: FRIDAY, stop=stop, tell=tell)
    assert [each.led for each in seen] == [True, True, True]
    assert runner.run_once("nq03", Channels(), clock=lambda: FRIDAY).led


def test_only_the_leader_works(outside):
    """While one process leads, another does nothing; after the lease has ended it takes over."""
    channels = Channels(mailer=outside)
    assert runner.run_once("nq03", channels, clock=lambda: FRIDAY, holder="a").led
    assert not runner.run_once("nq03", channels, clock=lambda: FRIDAY, holder="b").led
    after = FRIDAY + timedelta(seconds=runner.LEASE_SECONDS)
    assert runner.run_once("nq03", channels, clock=lambda: after, holder="b").led


def test_without_a_programme_nothing_is_made():
    """An installation without this programme makes no notices and does not fail."""
    done = runner.run_once("none", Channels(), clock=lambda: FRIDAY)
    assert done.problems == {}
    assert models.Memory.objects.filter(programme="none").count() == 0


def test_a_machine_is_reminded_once_for_each_step(outside, an, settings):
    """A subscription to reminders gets each deadline of its body once a step, however often rounds run."""
    settings.THUOCDO_WEBHOOK_HOSTS = ["HOOKS.example"]
    actions.subscribe(url=URL, events=["reminder"], by=an, now=FRIDAY)
    seven_before = datetime(2025, 11, 23, 3, tzinfo=UTC)
    for hours in (0, 1, 5):
        work(outside, seven_before + timedelta(hours=hours))
    bodies = [json.loads(call.body) for call in outside.calls]
    about = [(body["about"], body["due"]) for body in bodies]
    assert ("cycle_due", "2025-11-30") in about
    assert len(about) == len(set(about))
    assert {body["agency"] for body in bodies} == {"BKHCN"}


def test_nothing_is_put_aside_for_mail_that_is_off(an, binh):
    """While e-mail is off no message waits, so that none bursts out when it is switched on."""
    quiet = Channels(caller=Outside())
    runner.run_once("nq03", quiet, clock=lambda: FRIDAY - timedelta(days=1))
    sent = record_rows(rows=[evidence(task="17")], by=an, now=FRIDAY)
    verify_records(decisions=[Decision(sent.added[0], accept=False, note="sai")], by=binh, now=FRIDAY)
    runner.run_once("nq03", quiet, clock=lambda: FRIDAY + timedelta(minutes=1))
    assert told("an", "returned") == [{"tasks": "17", "count": "1"}]
    assert not models.Outbox.objects.exists()


def test_evidence_answers_the_question_of_a_due_day(an):
    """A part with matching evidence is answered and reminds nobody; before, it was asked for."""
    from thuocdo.jobs.notices import standing_of  # noqa: PLC0415  tables are ready only here

    def duty():
        standing = standing_of("nq03", day=FRIDAY.date(), risks_before=None)
        return next(each for each in standing.duties if (each.task, each.agency) == ("44", "BKHCN"))

    before = duty()
    record_rows(rows=[evidence(task="44")], by=an, now=FRIDAY)
    after = duty()
    assert (before.answered, before.filed, before.due) == (False, False, after.due)
    assert (after.answered, after.filed, after.late, after.risk) == (True, True, False, None)


def test_every_duty_is_asked_of_the_body_that_owes_it():
    """What recurs with the period has no day of its own; every other open part has one, each body once."""
    from thuocdo.jobs.notices import standing_of  # noqa: PLC0415  tables are ready only here

    standing = standing_of("nq03", day=FRIDAY.date(), risks_before=None)
    keys = [(each.task, each.agency, each.due) for each in standing.duties]
    assert len(keys) == len(set(keys))
    assert {each.code for each in standing.periods} == {"2025-1", "2025-2"}
    assert any(each.due is None for each in standing.duties)
    assert all(each.open == len(each.tasks) for period in standing.periods for each in period.owing)


def test_who_approves_for_a_head_is_told_as_one(an):
    """A person to whom approving is delegated counts among the heads until the delegation ends."""
    from thuocdo.accounts.models import Delegation, User  # noqa: PLC0415  tables are ready only here

    Delegation.objects.create(
        public_id="x",
        giver=User.objects.get(username=an.id),
        receiver=User.objects.get(username="em"),
        permission="approve",
        starts_on=FRIDAY.date(),
        ends_on=FRIDAY.date(),
        created_at=FRIDAY,
    )

    def heads(day):
        return {each.id for each in queries.people(day) if Role.HEAD in each.roles}

    assert "em" in heads(FRIDAY.date())
    assert "em" not in heads(FRIDAY.date() + timedelta(days=1))


def test_the_command_does_a_round_and_says_so(capsys, monkeypatch):
    """`thuocdo jobs run --once` prints what it did; wrong options are refused; `stuck` counts."""
    from thuocdo.cli import jobs  # noqa: PLC0415  only here
    from thuocdo.config import setup  # noqa: PLC0415  same

    monkeypatch.setattr(setup, "migrate", lambda: None)
    monkeypatch.setenv("THUOCDO_LANG", "vi")
    jobs.run(once=True, every=0)
    assert capsys.readouterr().out.startswith("Thông báo đã tạo: ")
    jobs.stuck()
    assert capsys.readouterr().out == "Thư: 0 đang chờ, 0 đã gửi, 0 bị kẹt.\n"
    for once, every in ((False, 0), (True, 60), (False, 1)):
        with pytest.raises(Invalid, match="--once"):
            jobs.run(once=once, every=every)
