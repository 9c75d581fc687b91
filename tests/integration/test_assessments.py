"""Assessments in the database: two people freeze, a unit fills in, others verify, dispute, answer, finish."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from tests.factories.assessed import EARLY, LINE, OWN, SMALL, filled, frozen, proposed, submitted, verified

from thuocdo.accounts.actions import add_person
from thuocdo.assessments import actions, checking, models, office, previewing, proposing, queries, results
from thuocdo.assessments.checking import Decision
from thuocdo.assessments.periods import Stretch
from thuocdo.assessments.reading import TypedChecked, TypedOwn
from thuocdo.assessments.types import SetState, State
from thuocdo.audit.models import Event
from thuocdo.config.counting import counted
from thuocdo.core.actor import Actor, Role
from thuocdo.core.errors import Conflict, Invalid, NotAllowed, NotFound
from thuocdo.cycles.attaching import attach
from thuocdo.cycles.sweeping import sweep_files

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("model_programme")]

DUC = Actor("duc", "Đức", frozenset({Role.MONITOR}), "VPCP")
"""Another monitor, who answers what Bình verified."""


def totals(public_id, by, now):
    """Return the unit's own total and the verified one."""
    found = results.result(queries.card(public_id, by=by, day=now.date()))
    return found.own.explanation.total, found.checked and found.checked.explanation.total


def test_a_set_is_frozen_by_a_second_person_before_its_first_day(chi, binh):
    """The frozen set says itself since when it stands and which days it judges, and never changes again."""
    made = proposed(chi)
    with pytest.raises(NotAllowed):
        proposing.freeze_set(id=made, by=chi, now=EARLY)
    done = proposing.freeze_set(id=made, by=binh, now=EARLY)
    assert (done.state, done.frozen_on) == (SetState.FROZEN, date(2024, 12, 2))
    assert done.criteria_set.judges.from_ == date(2025, 1, 1)
    assert done.digest == models.SetVersion.objects.get(public_id=made).digest
    with pytest.raises(Conflict):
        proposing.freeze_set(id=made, by=binh, now=EARLY)
    with pytest.raises(Exception, match="stays"):
        models.SetVersion.objects.filter(public_id=made).update(spelling="{}")


def test_a_set_that_begins_today_or_too_late_is_refused(chi, binh, now):
    """Nobody is judged by a set that stood only after the period had begun."""
    with pytest.raises(Invalid) as refused:
        proposed(chi, now=now)
    assert {each.field for each in refused.value.faults} == {"judges_from"}
    made = proposed(chi)
    with pytest.raises(Conflict):
        proposing.freeze_set(id=made, by=binh, now=now)


def test_a_wrong_set_names_every_fault_with_its_line_and_nothing_is_kept(chi):
    """A faulty file is refused as a whole."""
    with pytest.raises(Invalid) as refused:
        proposed(chi, text=SMALL.replace("points: 4", "points: 5").replace("kind: yes_no", "kind: maybe"))
    assert len(refused.value.faults) >= 1
    assert all(each.where.startswith("line ") for each in refused.value.faults)
    assert not models.SetVersion.objects.exists()


def test_a_set_reads_only_what_its_author_may_see(an, chi):
    """What the head of one body cannot read does not exist for the set that the head writes."""
    text = (
        SMALL.replace("measure: {value: open}\n", "measure: {value: reports.returned}\n")
        .replace("score: {by: yes_no}", "score: {by: count, each: 1}")
        .replace("  open: {title: {vi: Đã công khai, en: Made open}, kind: yes_no}\n", "")
    )
    with pytest.raises(Invalid) as refused:
        proposed(an, text=text)
    assert any("reports.returned" in each.message for each in refused.value.faults)
    assert proposed(chi, text=text).startswith("B-")
    public = text.replace("reports.returned", "reports.in_time").replace("set: thu-nghiem", "set: khac")
    assert proposed(an, text=public).startswith("B-")


def test_a_head_writes_sets_of_the_own_body_only_and_nobody_else_proposes(an, em, giang):
    """The author of a body's set is that body; a reporter proposes none."""
    with pytest.raises(Invalid) as refused:
        proposed(giang)
    assert {each.field for each in refused.value.faults} == {"author"}
    with pytest.raises(NotAllowed):
        proposed(em)
    made = proposed(an)
    with pytest.raises(NotFound):
        queries.version(made, by=giang)
    assert queries.version(made, by=an).id == made


def test_a_unit_fills_in_and_is_scored_on_both_sides(chi, binh, an, em, now):
    """What the unit says and what the verifier finds are scored apart, and both stay."""
    version = frozen(chi, binh)
    made = filled(version, em, now)
    with pytest.raises(NotFound):
        queries.card(made, by=binh, day=now.date())
    actions.hand_in(id=made, to=State.WAITING, by=em, now=now)
    with pytest.raises(NotAllowed):
        actions.hand_in(id=made, to=State.SUBMITTED, by=em, now=now)
    actions.hand_in(id=made, to=State.SUBMITTED, by=an, now=now)
    assert totals(made, an, now) == (Decimal("12.00"), None)
    typed = TypedChecked(values={"done": "6"}, evidence={"A2": "no"}, remarks={"A2": "Trang không mở được."})
    checking.look(id=made, typed=typed, number=None, finished=True, by=binh, now=now)
    assert totals(made, an, now) == (Decimal("12.00"), Decimal("6.00"))
    kinds = list(Event.objects.filter(on=made).order_by("id").values_list("kind", flat=True))
    assert kinds == [
        "assessment_opened",
        "assessment_saved",
        "assessment_handed_up",
        "assessment_submitted",
        "assessment_verified",
    ]


def test_what_is_right_is_kept_and_what_is_wrong_is_named(chi, binh, em, now):
    """A form is saved as it goes: a wrong value loses no other one."""
    made = filled(frozen(chi, binh), em, now)
    typed = TypedOwn(
        values={"asked": "mười", "done": "8", "judged": "9", "open": "x"},
        skipped={"A1": "", "A2": "Không có trang."},
        lines={"A1": [LINE], "B9": ["x"]},
        files={"A1": ["F-000000000000"]},
        note="Tài liệu MẬT",
    )
    done = actions.save_own(id=made, typed=typed, number=None, by=em, now=now)
    assert [each.field for each in done.faults] == ["v-asked", "v-judged", "s-A1", "p-A1", "p-B9", "note"]
    kept = queries.card(made, by=em, day=now.date()).own
    assert kept.values == {"done": "8", "open": "1"}
    assert kept.skipped == {"A2": "Không có trang."}
    assert kept.proofs["A1"][0].number == "1234/QĐ-BKHCN"
    with pytest.raises(Conflict):
        actions.save_own(id=made, typed=OWN, number=1, by=em, now=now)


def test_evidence_is_mandatory_when_it_is_handed_in(chi, binh, an, now):
    """A claim without evidence, evidence that names nothing, a tick without a reason: refused at once."""
    typed = replace(OWN, lines={"A1": ["Đã xong hết"]}, skipped={"A2": ""})
    made = filled(frozen(chi, binh), an, now, typed=typed)
    with pytest.raises(Invalid) as refused:
        actions.hand_in(id=made, to=State.SUBMITTED, by=an, now=now)
    assert [each.field for each in refused.value.faults] == ["w-A2", "p-A1"]
    actions.save_own(id=made, typed=replace(OWN, lines={}), number=None, by=an, now=now)
    with pytest.raises(Invalid) as refused:
        actions.hand_in(id=made, to=State.SUBMITTED, by=an, now=now)
    assert [each.field for each in refused.value.faults] == ["p-A1", "p-A2"]


def test_nobody_of_the_body_verifies_and_another_again_answers(chi, binh, an, giang, now):
    """The verifier is of another body, and who verified does not answer the dispute."""
    version = frozen(chi, binh)
    made = submitted(version, an, now)
    inside = Actor("trong", "Trong", frozenset({Role.MONITOR}), "BKHCN")
    with pytest.raises(NotAllowed):
        checking.look(id=made, typed=TypedChecked(), number=None, finished=True, by=inside, now=now)
    checking.look(
        id=made, typed=TypedChecked(values={"done": "5"}), number=None, finished=True, by=binh, now=now
    )
    with pytest.raises(NotFound):
        actions.dispute(id=made, reasons={"A1": "Sai."}, by=giang, now=now)
    actions.dispute(id=made, reasons={"A1": "Biên bản ghi 8 việc."}, by=an, now=now)
    decision = {"A1": Decision(upheld=True, text="Biên bản đúng là ghi 8 việc.")}
    with pytest.raises(NotAllowed):
        checking.answer(id=made, decisions=decision, by=binh, now=now)
    with pytest.raises(Invalid):
        checking.answer(id=made, decisions={}, by=DUC, now=now)
    checking.answer(id=made, decisions=decision, by=DUC, now=now)
    assert totals(made, an, now) == (Decimal("12.00"), Decimal("12.00"))
    actions.finish(id=made, by=an, now=now)
    with pytest.raises(Exception, match="stays"):
        models.Assessment.objects.filter(public_id=made).update(own={})


def test_a_verifier_closes_only_after_the_days_of_dispute(chi, binh, an, now):
    """Until its last day the head may dispute; then a verifier makes the result final."""
    made = verified(frozen(chi, binh), an, binh, now)
    with pytest.raises(Conflict):
        actions.finish(id=made, by=binh, now=now)
    actions.finish(id=made, by=binh, now=now + timedelta(days=30))
    assert queries.card(made, by=an, day=now.date()).state is State.FINAL


def test_experts_score_apart_and_their_spread_is_shown(chi, binh, an, now):
    """Each named expert gives an own score; fewer than the set asks for count as none."""
    version = frozen(chi, binh)
    for name in ("gs1", "gs2"):
        add_person(username=name, name=name, agency="", roles=set(), password=None, by=chi, now=now)
    proposing.name_experts(id=version, names=["gs1", "gs2"], by=chi, now=now)
    made = submitted(version, an, now)
    first, second = (Actor(name, name) for name in ("gs1", "gs2"))
    checking.give_scores(id=made, typed={"judged": "6,5"}, by=first, now=now)
    with pytest.raises(NotFound):
        checking.give_scores(id=made, typed={"judged": "6"}, by=Actor("gs3", "gs3"), now=now)
    assert totals(made, an, now)[0] == Decimal("12.00")
    checking.give_scores(id=made, typed={"judged": "9"}, by=second, now=now)
    line = results.result(queries.card(made, by=an, day=now.date())).own.explanation.lines[3]
    assert line.spread == (Decimal("6.5"), Decimal(9))
    assert line.points == Decimal("2.33")


def test_the_office_hands_in_what_no_unit_gives(chi, binh, an, giang, now):
    """A survey's numbers come from the office of the set, for many units, each with its own faults."""
    version = frozen(chi, binh)
    made = submitted(version, giang, now)
    rows = {"BYT": {"heard": "40", "content": "20"}, "BKHCN": {"heard": "5"}, "XXX": {"heard": "1"}}
    done = office.give_values(version=version, period="2025-H1", rows=rows, by=an, now=now)
    assert (done.kept, set(done.faulty)) == (("BYT",), {"BKHCN", "XXX"})
    assert totals(made, giang, now)[0] == Decimal("13.50")
    with pytest.raises(NotAllowed):
        office.give_values(version=version, period="2025-H1", rows=rows, by=giang, now=now)
    checking.look(id=made, typed=TypedChecked(), number=None, finished=True, by=binh, now=now)
    again = office.give_values(version=version, period="2025-H1", rows={"BYT": rows["BYT"]}, by=binh, now=now)
    assert again.kept == ()


def test_a_unit_that_is_no_body_is_named_by_the_body_that_answers(chi, binh, an, now):
    """A project has a name, and the same name is the same unit."""
    version = frozen(chi, binh)
    unit = {"kind": "project", "name": "Nền tảng số quốc gia"}
    made = filled(version, an, now, **unit)
    assert filled(version, an, now, **unit) == made
    assert queries.card(made, by=an, day=now.date()).unit == "BKHCN/nen-tang-so-quoc-gia"
    with pytest.raises(Invalid):
        actions.open_assessment(version=version, period="2027", by=an, now=now)


def test_who_would_move_is_shown_before_a_changed_set_is_proposed(chi, binh, an, giang, now):
    """A new version is tried on the last period; a head sees the own body's move only."""
    version = frozen(chi, binh)
    for head in (an, giang):
        verified(version, head, binh, now)
    changed = SMALL.replace("version: 1\n", "version: 2\n").replace(
        "full_at: 100}\n      - id: A2", "full_at: 80}\n      - id: A2"
    )
    found = previewing.preview(changed.encode(), by=chi)
    assert (found.period, found.units) == ("2025-H1", 2)
    assert {each.unit: (each.old, each.new) for each in found.changes} == {
        "BKHCN": ("12.00", "14.00"),
        "BYT": ("12.00", "14.00"),
    }
    assert [each.unit for each in previewing.preview(changed.encode(), by=an).changes] == ["BKHCN"]


def test_similar_units_are_compared_only_where_ten_stand(chi, binh, now):
    """Below ten units nothing is said of the others; from ten on where the middle half lies."""
    version = frozen(chi, binh)
    codes = [
        each.code
        for each in queries.bodies_on(now.date())
        if queries.kind_of(each.code, now.date()) == "ministry"
    ]
    heads = [Actor(f"h{code}", code, frozenset({Role.REPORTER, Role.HEAD}), code) for code in codes[:10]]
    made = []
    for place, head in enumerate(heads):
        typed = replace(OWN, values={**OWN.values, "done": str(place + 1)})
        made.append(verified(version, head, binh, now, typed=typed))
        found = results.result(queries.card(made[0], by=heads[0], day=now.date()))
        assert (found.middle is not None) == (place == 9)
    assert (found.middle.units, found.middle.low, found.middle.high) == (
        10,
        Decimal("7.00"),
        Decimal("12.00"),
    )


def test_a_note_and_the_own_past_stand_beside_the_result(chi, binh, an, now):
    """The head attaches a note; earlier verified totals are shown with their version."""
    version = frozen(chi, binh)
    verified(version, an, binh, now)
    later = now + timedelta(days=200)
    made = verified(version, an, binh, later, period="2025-H2")
    actions.attach_note(id=made, text="Số liệu tháng 12 chưa chốt.", by=an, now=later)
    found = results.result(queries.card(made, by=an, day=later.date()))
    assert found.card.own.note == "Số liệu tháng 12 chưa chốt."
    assert [(each.period, each.total, each.version) for each in found.earlier] == [
        ("2025-H1", Decimal("12.00"), 1)
    ]


def test_a_file_that_a_form_names_is_not_swept_away(chi, binh, em, now, settings, tmp_path):
    """A form may stay open for months; its files stay with it, and one that nothing names goes."""
    settings.THUOCDO_FILES = tmp_path / "files"
    png = b"\x89PNG\r\n\x1a\n" + b"\x00" * 40
    kept, unused = (attach(name=f"{n}.png", data=png + n.encode(), by=em, now=now).public_id for n in "ab")
    made = filled(frozen(chi, binh), em, now)
    typed = replace(OWN, files={"A1": [kept]})
    actions.save_own(id=made, typed=typed, number=None, by=em, now=now)
    assert sweep_files(by=chi, now=now + timedelta(days=60)).rows == (unused,)


def test_what_this_system_counts_is_fixed_at_verification(chi, binh, an, now, monkeypatch):
    """Until then it is counted anew each time; afterwards the result stays what was verified."""
    text = SMALL.replace(
        "measure: {share: done, out_of: asked, at_least: 1}", "measure: {value: reports.due}"
    )
    text = text.replace(
        "source: self_assessed\n        evidence: {vi: Báo cáo, en: Report}", "source: computed"
    )
    text = text.replace("  asked: {title: {vi: Việc phải làm, en: Things to do}, kind: count}\n", "")
    text = text.replace("  done: {title: {vi: Việc đã làm, en: Things done}, kind: count}\n", "")
    version = frozen(
        chi,
        binh,
        text=text.replace("by: linear, full_at: 100}\n      - id: A2", "by: count, each: 1}\n      - id: A2"),
    )
    seen = []

    def counts():
        seen.append(len(seen) + 3)
        return lambda units, _stretch, names: {unit: {names[0]: Decimal(seen[-1])} for unit in units}

    monkeypatch.setattr("thuocdo.assessments.ports.counts", counts)
    made = submitted(version, an, now, typed=replace(OWN, values={"open": "1"}, lines={"A2": [LINE]}))
    assert totals(made, an, now)[0] == Decimal("7.00")
    assert totals(made, an, now)[0] == Decimal("8.00")
    checking.look(id=made, typed=TypedChecked(), number=None, finished=True, by=binh, now=now)
    assert totals(made, an, now) == totals(made, an, now) == (Decimal("9.00"), Decimal("9.00"))


def test_the_counts_of_the_programme_reach_an_assessment(now, monkeypatch):
    """The wiring counts for bodies of the register and knows nothing of a project."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    found = counted(
        ["BKHCN", "BKHCN/du-an"], Stretch("2025-H1", date(2025, 1, 1), date(2025, 6, 30)), ["reports.due"]
    )
    assert set(found["BKHCN"]) == {"reports.due"}
    assert found["BKHCN/du-an"] == {}
