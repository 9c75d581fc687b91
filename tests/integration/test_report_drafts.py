"""Composing in the database: who may, versions, freezing with the facts, and that frozen means frozen."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction
from tests.factories.rows import row

from thuocdo.audit.queries import events_on
from thuocdo.core.actor import Actor, Role
from thuocdo.core.errors import Conflict, IntegrityBroken, Invalid, NotAllowed, NotFound
from thuocdo.cycles.actions import record_rows
from thuocdo.evaluation.queries import facts
from thuocdo.reports import models, queries
from thuocdo.reports.actions import begin_report, discard_report, freeze_report, save_report
from thuocdo.reports.composing import asked_of, compose
from thuocdo.reports.counting import Figures
from thuocdo.reports.types import Heading, Layout, Own, State

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("model_programme")]

DAY = date(2025, 6, 20)
KEYS = ("leadership", "assessment", "proposals", "theme-I")
EM = Actor("em", "Em", frozenset({Role.REPORTER}), "BKHCN")
AUDITOR = Actor("kiem", "Kiểm", frozenset({Role.AUDITOR}))


def begun(by, now, agency="", **changes):
    """Begin a report of the first period."""
    asked = {"slug": "nq03", "cycle": "2025-1", "layout": Layout.STATE, "language": "vi", "as_of": DAY}
    return begin_report(**{**asked, **changes}, agency=agency, by=by, now=now)


def saved(found, by, now, texts, **changes):
    """Keep an author's texts, from the version that was seen."""
    own = changes.pop("own", Own(texts))
    given = {"version": found.version, "as_of": DAY, "keys": KEYS, **changes}
    return save_report(id=found.id, own=own, by=by, now=now, **given)


def test_what_is_saved_comes_back(binh, now):
    """Texts, what stands above and below, and the day of the numbers are kept; the version goes up."""
    heading = Heading(issuer="Bộ A", dated=date(2025, 6, 5), recipients=("Thủ tướng", "Lưu: VT"))
    found = saved(begun(binh, now), binh, now, {}, own=Own({"assessment": "Một.", "proposals": " "}, heading))
    assert queries.report(found.id, by=binh) == found
    assert (found.version, found.own.heading) == (2, heading)
    assert found.own.texts == {"assessment": "Một."}


def test_events_tell_what_was_done_and_no_words(binh, now):
    """Each act leaves an event; a saved one names the sections that changed, never their text."""
    found = saved(begun(binh, now), binh, now, {"assessment": "Chuyện kín"})
    frozen = freeze_report(id=found.id, version=found.version, by=binh, now=now)
    told = events_on(found.id)
    assert [each.kind for each in told] == ["report_begun", "report_saved", "report_frozen"]
    assert told[1].body["sections"] == ["assessment"]
    assert told[2].body["digest"] == frozen.digest
    assert "Chuyện kín" not in str([each.body for each in told])


def test_of_two_who_save_one_wins(binh, chi, now):
    """Who saves from an older version is refused and loses nothing of the other's words."""
    found = begun(binh, now)
    saved(found, binh, now, {"assessment": "Của Bình"})
    with pytest.raises(Conflict, match="meanwhile"):
        saved(found, chi, now, {"assessment": "Của Chi"})
    assert queries.report(found.id, by=chi).own.texts == {"assessment": "Của Bình"}


def test_one_draft_of_a_kind_is_open(binh, now):
    """A second open draft of the same report is refused; another paper or language is another report."""
    begun(binh, now)
    with pytest.raises(Conflict, match="open already"):
        begun(binh, now)
    assert begun(binh, now, layout=Layout.PARTY).id
    assert begun(binh, now, language="en").id


def test_who_composes_for_whom(an, binh, chi, dung, giang, now):
    """Who verifies or publishes composes the office's, a body's people its own; to others it is unknown."""
    for person in (an, dung, giang):
        with pytest.raises(NotAllowed):
            begun(person, now)
    office, own = begun(chi, now), begun(an, now, "BKHCN")
    for person in (giang, binh, dung):
        with pytest.raises(NotFound):
            queries.report(own.id, by=person)
        with pytest.raises(NotFound):
            begun(person, now, "BKHCN")
    with pytest.raises(NotFound):
        queries.report(office.id, by=an)
    assert [each.id for each in queries.reports("nq03", by=binh)] == [office.id]
    assert [each.id for each in queries.reports("nq03", by=EM)] == [own.id]


def test_the_head_freezes_a_bodys_report(an, now):
    """Who reports composes, only the head freezes; then who reads all sees it too."""
    found = begun(EM, now, "BKHCN")
    with pytest.raises(NotAllowed):
        freeze_report(id=found.id, version=found.version, by=EM, now=now)
    with pytest.raises(NotFound):
        queries.report(found.id, by=AUDITOR)
    freeze_report(id=found.id, version=found.version, by=an, now=now)
    assert queries.report(found.id, by=AUDITOR).state is State.FROZEN


def test_a_frozen_report_keeps_its_numbers(an, binh, now):
    """What is recorded later changes the facts of the day, and nothing of a frozen report."""
    found = begun(binh, now)
    frozen = freeze_report(id=found.id, version=found.version, by=binh, now=now)
    before = numbers(frozen)
    record_rows(rows=[row("report", task="17", cycle="2025-1", situation="working")], by=an, now=now)
    snapshot = queries.snapshot_of(frozen)
    assert snapshot.facts != facts("nq03", as_of=DAY)
    assert numbers(frozen) == before
    with pytest.raises(Conflict, match="frozen"):
        saved(frozen, binh, now, {"assessment": "Muộn"})
    with pytest.raises(Conflict):
        freeze_report(id=found.id, version=frozen.version, by=binh, now=now)
    with pytest.raises(Conflict):
        discard_report(id=found.id, version=frozen.version, by=binh, now=now)


def numbers(found):
    """Return how many reports came, as the frozen report counts them."""
    snapshot = queries.snapshot_of(found)
    asked = asked_of(found, snapshot.facts.programme)
    assert compose(asked, snapshot, found.own).report.digest == found.digest
    return Figures(snapshot, asked.cycle).value("reports.received")


def test_a_report_with_typed_numbers_is_not_frozen(binh, now):
    """Everything that the check finds is refused at once, and the draft stays one."""
    found = saved(begun(binh, now), binh, now, {"assessment": "Có 12 việc và {tasks.khong}"})
    with pytest.raises(Invalid) as refused:
        freeze_report(id=found.id, version=found.version, by=binh, now=now)
    assert len(refused.value.faults) == 2
    assert queries.report(found.id, by=binh).state is State.DRAFT
    assert not models.FrozenFacts.objects.exists()


def test_facts_that_were_exchanged_are_found(binh, now):
    """A snapshot whose bytes no longer have their digest is refused, never printed."""
    found = begun(binh, now)
    other = freeze_report(id=found.id, version=found.version, by=binh, now=now)
    second = begun(binh, now, as_of=date(2025, 6, 19))
    last = freeze_report(id=second.id, version=second.version, by=binh, now=now)
    data = models.FrozenFacts.objects.get(digest=other.digest).data
    models.FrozenFacts.objects.filter(digest=last.digest).update(data=data)
    with pytest.raises(IntegrityBroken):
        queries.snapshot_of(last)


def test_words_go_on_in_a_new_draft(binh, now):
    """A new draft takes the words of a frozen report and counts anew."""
    found = saved(begun(binh, now), binh, now, {"proposals": "Đề nghị."})
    frozen = freeze_report(id=found.id, version=found.version, by=binh, now=now)
    again = begun(binh, now, after=frozen.id)
    assert (again.own.texts, again.state, again.digest) == ({"proposals": "Đề nghị."}, State.DRAFT, "")


def test_what_cannot_be_kept_is_refused_at_once(binh, now):
    """Too long texts, unknown sections and fields, and a day to come are all named together."""
    found = begun(binh, now)
    own = Own({"la": "x", "assessment": "x" * 20_001}, Heading(place="x" * 301, recipients=("y",) * 31))
    with pytest.raises(Invalid) as refused:
        saved(found, binh, now, {}, own=own)
    assert {each.field for each in refused.value.faults} == {"la", "assessment", "place", "recipients"}
    with pytest.raises(Invalid):
        saved(found, binh, now, {}, as_of=date(2025, 6, 21))
    with pytest.raises(NotFound, match="2031-1"):
        begun(binh, now, cycle="2031-1")


def test_a_draft_is_thrown_away_by_its_version(binh, now):
    """Who saw an older version does not throw away the newer; who did, does."""
    found = begun(binh, now)
    newer = saved(found, binh, now, {"assessment": "Một"})
    with pytest.raises(Conflict):
        discard_report(id=found.id, version=found.version, by=binh, now=now)
    discard_report(id=found.id, version=newer.version, by=binh, now=now)
    assert queries.reports("nq03", by=binh) == ()


def test_the_database_refuses_a_frozen_report_without_facts(binh, now):
    """A report cannot be marked as frozen behind the actions' back while no facts stand with it."""
    found = begun(binh, now)
    with pytest.raises(DatabaseError), transaction.atomic():
        models.ReportDraft.objects.filter(public_id=found.id).update(state="frozen")
