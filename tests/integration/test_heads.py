"""The register of heads: two people, the act that says so, no overlap, and what counted on a day."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction

from thuocdo.audit.models import Event
from thuocdo.core.actor import Actor, Role
from thuocdo.core.errors import Conflict, Invalid, NotAllowed
from thuocdo.evaluation.queries import facts
from thuocdo.programme.heads import models, queries
from thuocdo.programme.heads.actions import confirm_head, import_heads, propose_head, refuse_head
from thuocdo.programme.heads.types import EntryState

NOW = datetime(2025, 6, 2, 3, tzinfo=UTC)
BINH = Actor("binh", "Bình", frozenset({Role.MONITOR}), "VPTW")
CHI = Actor("chi", "Chi", frozenset({Role.METHODOLOGIST}), "VPTW")
AN = Actor("an", "An", frozenset({Role.REPORTER, Role.HEAD}), "BKHCN")
CELLS = {
    "agency": "BKHCN",
    "person": "Nguyễn Minh Hoạ",
    "office_vi": "Bộ trưởng",
    "office_en": "Minister",
    "since": "1/3/2025",
    "document": "Quyết định số 12/QĐ-TTg ngày 28/2/2025",
}
HEAD = "agency,person,office_vi,office_en,since,document,until,until_document"
LINE = "{agency},{person},Bộ trưởng,Minister,{since},Quyết định số 12/QĐ-TTg ngày 28/2/2025,{until},{act}"

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("model_programme")]


def proposed(**changes):
    """Propose a term as Bình."""
    return propose_head(cells={**CELLS, **changes}, by=BINH, now=NOW)


def confirmed(**changes):
    """Propose a term as Bình and confirm it as Chi."""
    return confirm_head(id=proposed(**changes).id, by=CHI, now=NOW)


def test_an_entry_counts_once_a_second_person_has_confirmed_it():
    """Before that day, and before the second person, nobody is known to head the body."""
    entry = proposed()
    assert queries.terms(as_of=NOW.date()) == ()
    confirm_head(id=entry.id, by=CHI, now=NOW)
    assert [term.person for term in queries.terms(as_of=NOW.date())] == ["Nguyễn Minh Hoạ"]
    assert queries.terms(as_of=NOW.date() - timedelta(days=1)) == ()
    assert facts("nq03", as_of=NOW.date()).heads == queries.terms(as_of=NOW.date())


def test_nobody_confirms_the_own_entry():
    """Four eyes: who proposed an entry cannot confirm it, and a reporter can do neither."""
    entry = proposed()
    with pytest.raises(NotAllowed):
        confirm_head(id=entry.id, by=BINH, now=NOW)
    with pytest.raises(NotAllowed):
        propose_head(cells=CELLS, by=AN, now=NOW)


def test_the_database_refuses_one_person_for_two_and_a_change_of_what_was_decided():
    """Rules hold below the actions too: one name in both places, another person, a row deleted."""
    entry = confirmed()
    row = models.Term.objects.filter(public_id=entry.id)
    for change in ({"decided_by": "binh"}, {"person": "Ai khác"}, {"state": "proposed"}):
        with pytest.raises(DatabaseError), transaction.atomic():
            row.update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        row.delete()


def test_a_changed_entry_takes_the_place_of_the_old_one():
    """The last day of a term is a change: the old entry stays findable, and counts for days before it."""
    old = confirmed()
    later = NOW + timedelta(days=10)
    ending = {"until": "15/6/2025", "until_document": "Quyết định số 40/QĐ-TTg ngày 10/6/2025"}
    new = propose_head(cells={**CELLS, **ending}, replaces=old.id, by=CHI, now=later)
    confirm_head(id=new.id, by=BINH, now=later)
    assert queries.entry(old.id).state is EntryState.REPLACED
    assert [term.until for term in queries.terms(as_of=later.date())] == [date(2025, 6, 15)]
    assert [term.until for term in queries.terms(as_of=NOW.date())] == [None]
    with pytest.raises(Conflict):
        propose_head(cells={**CELLS, **ending}, replaces=old.id, by=CHI, now=later)


def test_two_terms_of_one_body_never_share_a_day():
    """Neither when it is proposed, nor when two proposals that waited are confirmed one after another."""
    one, other = proposed(), proposed(person="Trần Thí Dụ", since="1/4/2025")
    confirm_head(id=one.id, by=CHI, now=NOW)
    for refused in (
        lambda: confirm_head(id=other.id, by=CHI, now=NOW),
        lambda: proposed(person="Lê Ví Dụ", since="2/3/2025"),
    ):
        with pytest.raises(Invalid) as error:
            refused()
        assert "heads this body from 01/03/2025" in error.value.faults[0].message


def test_every_fault_of_a_form_is_named_at_once():
    """A form with many faults gets one refusal with each of them on its field."""
    with pytest.raises(Invalid) as refused:
        proposed(agency="KHÔNG", person="R2D2", document="theo phân công", office_en="")
    assert {each.field for each in refused.value.faults} == {"agency", "person", "document", "office_en"}
    with pytest.raises(Invalid) as refused:
        proposed(since="hôm qua")
    assert [each.field for each in refused.value.faults] == ["since"]


def test_a_file_enters_many_or_none():
    """All lines are proposed, or every fault of every line is named and nothing is entered."""
    lines = [
        HEAD,
        LINE.format(agency="BKHCN", person="Nguyễn Minh Hoạ", since="2025-03-01", until="", act=""),
        LINE.format(agency="BYT", person="Trần Thí Dụ", since="2025-03-01", until="", act=""),
    ]
    made = import_heads(data="\n".join(lines).encode(), by=BINH, now=NOW)
    assert [each.term.agency for each in made] == ["BKHCN", "BYT"]
    assert import_heads(data="\n".join(lines).encode(), by=BINH, now=NOW) == ()
    wrong = [
        *lines[:1],
        LINE.format(agency="BTC", person="", since="2025-03-01", until="", act=""),
        LINE.format(agency="BNV", person="Lê Ví Dụ", since="2025", until="", act=""),
    ]
    with pytest.raises(Invalid) as refused:
        import_heads(data="\n".join(wrong).encode(), by=BINH, now=NOW)
    assert {each.where for each in refused.value.faults} == {"line 2", "line 3"}
    assert models.Term.objects.count() == 2


def test_overlaps_inside_one_file_are_named():
    """Two lines that would make two heads of one body on one day are refused together."""
    lines = [
        HEAD,
        *(
            LINE.format(agency="BYT", person=name, since="2025-03-01", until="", act="")
            for name in ("A", "B")
        ),
    ]
    with pytest.raises(Invalid) as refused:
        import_heads(data="\n".join(lines).encode(), by=BINH, now=NOW)
    assert ["would head the same body" in each.message for each in refused.value.faults] == [True]


def test_a_refusal_needs_a_sentence_and_is_final():
    """A refused entry counts for nothing, and nobody decides it again."""
    entry = proposed()
    with pytest.raises(Invalid):
        refuse_head(id=entry.id, note=" ", by=CHI, now=NOW)
    assert refuse_head(id=entry.id, note="Sai ngày.", by=CHI, now=NOW).state is EntryState.REFUSED
    with pytest.raises(Conflict):
        confirm_head(id=entry.id, by=CHI, now=NOW)


def test_the_trail_has_each_step_and_no_name():
    """Each step leaves an event that names body, day and act; the person stands in the register only."""
    entry = confirmed()
    events = Event.objects.filter(on=entry.id).order_by("id")
    assert [event.kind for event in events] == ["head_proposed", "head_confirmed"]
    assert "Minh Hoạ" not in str([event.body for event in events])
