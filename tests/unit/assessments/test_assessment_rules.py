"""Whose move it is in an assessment; periods, questions, values, and both sides of a score."""

from datetime import date
from decimal import Decimal

import pytest
from tests.factories.assessed import LINE, SMALL

from thuocdo.assessments import periods, rules
from thuocdo.assessments.questions import asked_at, questions
from thuocdo.assessments.reading import TypedChecked, TypedOwn, read_checked, read_own, read_proof, read_value
from thuocdo.assessments.rules import Case, Owner, moves_of
from thuocdo.assessments.tables import cell_of, table_of
from thuocdo.assessments.types import Card, Checked, Giver, Own, Proof, Ruling, SetState, Side, State
from thuocdo.core.actor import Actor, Role
from thuocdo.core.errors import ThuocDoError
from thuocdo.evaluation.scoring.engine import score
from thuocdo.evaluation.scoring.inputs import INSIDE, SYSTEM
from thuocdo.evaluation.scoring.kinds import Kind, Period, UnitType
from thuocdo.evaluation.scoring.loading import load_set
from thuocdo.evaluation.scoring.types import Input, Words

DAY = date(2025, 6, 20)
SET = load_set(SMALL.encode())
BODY = frozenset({"BKHCN", "BTTTT"})
OTHER = Actor("khac", "Khác", frozenset({Role.MONITOR}), "VPCP")


def case(state, **more):
    """Return an assessment of An's ministry in a state."""
    given = {"people": frozenset({"an"}), "verifier": "binh", "dispute_until": date(2025, 7, 4)}
    return Case("A-1", state, BODY, **{**given, **more})


def card(**more):
    """Return an assessment as a value."""
    given = {"unit": "BKHCN", "name": "", "kind": UnitType.MINISTRY, "phase": "", "agency": "BKHCN"}
    own = Own(
        values={"asked": "10", "done": "8", "open": "1"},
        proofs={"A1": (Proof(text=LINE, number="1"),), "A2": (Proof(url="x"),)},
    )
    return Card(
        **{
            "id": "A-1",
            "version": "B-1",
            "period": "2025-H1",
            "state": State.VERIFIED,
            "number": 1,
            "own": own,
            **given,
            **more,
        }
    )


def total(side, **more):
    """Return the total of one assessment on a side."""
    scored = score(SET, table_of(SET, [card(**more)], side))
    return Decimal(scored.totals[0].total) / 100


def test_every_state_stands_in_the_table_and_only_final_is_an_end():
    """A state that nobody reaches or leaves would be a dead end."""
    left = {state for state, _to in rules.MOVES}
    reached = {to for _state, to in rules.MOVES}
    assert left | reached == set(State)
    assert set(State) - left == {State.FINAL}
    assert set(State) - reached == set()


def test_who_may_move_from_each_state(an, em, binh, chi, dung, giang):
    """The whole table once: by state and person where the assessment may go."""
    people = {"an": an, "em": em, "binh": binh, "khac": OTHER, "chi": chi, "dung": dung, "giang": giang}
    found = {
        (state, name): moves_of(case(state), by, DAY)
        for state in State
        for name, by in people.items()
        if moves_of(case(state), by, DAY)
    }
    assert found == {
        (State.SAVED, "an"): (State.WAITING, State.SUBMITTED),
        (State.SAVED, "em"): (State.WAITING,),
        (State.WAITING, "an"): (State.SAVED, State.SUBMITTED),
        (State.WAITING, "em"): (State.SAVED,),
        (State.SUBMITTED, "binh"): (State.VERIFIED,),
        (State.SUBMITTED, "khac"): (State.VERIFIED,),
        (State.VERIFIED, "an"): (State.DISPUTED, State.FINAL),
        (State.DISPUTED, "an"): (State.VERIFIED,),
        (State.DISPUTED, "khac"): (State.ANSWERED,),
        (State.ANSWERED, "an"): (State.FINAL,),
        (State.ANSWERED, "binh"): (State.FINAL,),
        (State.ANSWERED, "khac"): (State.FINAL,),
    }


def test_nobody_of_the_body_or_its_predecessor_judges_it():
    """A verifier of the ministry that was merged into the body is of the body."""
    for agency in BODY:
        inside = Actor("trong", "Trong", frozenset({Role.MONITOR}), agency)
        for state in (State.SUBMITTED, State.DISPUTED):
            assert moves_of(case(state), inside, DAY) == ()
    assert {move.owner for moves in rules.MOVES.values() for move in moves} == set(Owner)


@pytest.mark.parametrize("state", State)
def test_what_was_not_handed_in_stays_inside(state, em, binh, chi, dung, giang):
    """Others see an assessment from when it was handed in; another body's reporter never does."""
    outside = state not in {State.SAVED, State.WAITING}
    assert [rules.may_read(case(state), by) for by in (em, binh, chi, dung, giang)] == [
        True, outside, outside, False, False,
    ]  # fmt: skip


def test_only_a_named_expert_of_another_body_scores(binh, an):
    """An expert who is not named, belongs to the body or comes too late is refused."""
    rules.check_expert(case(State.SUBMITTED), binh, frozenset({"binh"}))
    for by, named, state in (
        (binh, frozenset(), State.SUBMITTED),
        (an, frozenset({"an"}), State.SUBMITTED),
        (binh, frozenset({"binh"}), State.VERIFIED),
    ):
        with pytest.raises(ThuocDoError):
            rules.check_expert(case(state), by, named)


def test_inputs_that_one_may_not_read_do_not_exist(an, chi):
    """Who reads everything may use every input; a head what stands in publications."""
    assert rules.inputs_for(chi) == SYSTEM
    own = rules.inputs_for(an)
    assert {"tasks.lead_due", "indicators.measured", "reports.in_time"} <= set(own)
    assert set(SYSTEM) - set(own) == INSIDE
    assert "reports.returned" in INSIDE


def test_a_proposal_is_seen_by_its_maker_and_by_who_decides(an, em, chi, giang):
    """A frozen set everybody sees."""
    seen = [
        rules.may_read_set(SetState.PROPOSED, body="BKHCN", proposed_by="an", by=by)
        for by in (an, em, chi, giang)
    ]
    assert seen == [True, False, True, False]
    assert rules.may_read_set(SetState.FROZEN, body="BKHCN", proposed_by="an", by=giang)


@pytest.mark.parametrize(
    ("length", "codes"),
    [
        (Period.YEAR, ["2025"]),
        (Period.HALF_YEAR, ["2025-H1", "2025-H2"]),
        (Period.QUARTER, ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"]),
        (Period.MONTH, [f"2025-{month:02}" for month in range(1, 13)]),
    ],
)
def test_a_span_holds_whole_periods_only(length, codes):
    """What begins before the first day or ends after the last one is not judged."""
    found = periods.stretches(length, since=date(2025, 1, 1), until=date(2025, 12, 31))
    assert [each.code for each in found] == codes
    short = periods.stretches(length, since=date(2025, 1, 2), until=date(2025, 12, 31))
    assert [each.code for each in short] == codes[1:]
    assert periods.before(found[0], length).ends_on == date(2024, 12, 31)


def test_each_input_is_asked_once_and_of_one_giver():
    """Units, experts and the office are each asked for what is theirs; a condition's input is the unit's."""
    givers = {name: each.giver for name, each in questions(SET).items()}
    assert givers == {
        "done": Giver.UNIT, "asked": Giver.UNIT, "open": Giver.UNIT, "content": Giver.OFFICE,
        "heard": Giver.OFFICE, "judged": Giver.EXPERT, "safe": Giver.UNIT,
    }  # fmt: skip
    own = asked_at(SET, Giver.UNIT)
    assert [each.name for several in own.values() for each in several] == ["done", "asked", "open", "safe"]
    assert list(own) == ["A1", "A2", ""]


@pytest.mark.parametrize(
    ("kind", "text", "kept"),
    [
        (Kind.COUNT, " 12 ", "12"),
        (Kind.COUNT, "12,5", ""),
        (Kind.COUNT, "-1", ""),
        (Kind.COUNT, "1.200", ""),
        (Kind.PERCENT, "99,25", "99.25"),
        (Kind.PERCENT, "100,1", ""),
        (Kind.YES_NO, "Có", "1"),
        (Kind.YES_NO, "no", "0"),
        (Kind.YES_NO, "2", ""),
        (Kind.AMOUNT, "-3.50", "-3.5"),
        (Kind.AMOUNT, "9" * 13, ""),
        (Kind.COUNT, "1" * 61, ""),
    ],
)
def test_a_value_has_one_spelling_or_a_reason(kind, text, kept):
    """Comma or point, but no grouped thousands; what cannot be is refused with one sentence."""
    given = Input(title=Words(vi="a", en="a"), kind=kind)
    value, wrong = read_value(text, given, "v-a")
    assert (value, len(wrong)) == (kept, 0 if kept else 1)


def test_a_pasted_line_is_read():
    """Type, number, day and issuer come from the line; an address stands alone."""
    found = read_proof(LINE)
    assert (found.number, found.issued_on) == ("1234/QĐ-BKHCN", date(2025, 3, 12))
    assert read_proof("https://bo.example.vn/a").url == "https://bo.example.vn/a"


def test_both_sides_are_worked_out_apart():
    """What the verifier changes counts on the verified side only; a refused evidence takes the points."""
    assert total(Side.OWN) == total(Side.CHECKED) == Decimal(12)
    looked = Checked(values={"asked": "10", "done": "4", "open": "1"}, refused={"A2": "Không mở được."})
    assert (total(Side.OWN, checked=looked), total(Side.CHECKED, checked=looked)) == (Decimal(12), Decimal(4))
    back = Ruling(reasons={"A2": "x"}, upheld={"A2": True}, answers={"A2": "y"})
    assert total(Side.CHECKED, checked=looked, ruling=back) == Decimal(8)


def test_a_skip_counts_until_somebody_says_that_it_applies():
    """What does not apply leaves the maximum, and comes back when the verifier does not agree."""
    own = Own(
        values={"asked": "10", "done": "10"}, skipped={"A2": "Không có."}, proofs={"A1": (Proof(url="x"),)}
    )
    assert total(Side.CHECKED, own=own) == Decimal("12.5")
    assert total(Side.CHECKED, own=own, checked=Checked(applies={"A2": "Có."})) == Decimal(10)


def test_a_refusal_needs_its_sentence():
    """A verifier who takes points away says why."""
    own = card().own
    typed = TypedChecked(evidence={"A1": "no"}, values={"done": "x"})
    _checked, faults = read_checked(SET, own, typed)
    assert [each.field for each in faults] == ["v-done", "r-A1"]


def test_a_form_can_hold_anything_without_failing():
    """Unknown names, signs that cannot be stored and marks of secrecy each give a fault."""
    typed = TypedOwn(
        {"none": "1"}, {"A2": "TỐI MẬT"}, {"A1": ["a\x00"], "Z": ["b"]}, {"A1": ["F-1"]}, "x" * 2001
    )
    own, faults = read_own(SET, typed, own_files=frozenset())
    assert own == Own(skipped={"A2": ""})
    assert [each.field for each in faults] == ["v-none", "w-A2", "p-A1", "p-A1", "p-Z", "note"]


def test_a_value_that_another_version_could_not_hold_counts_as_none():
    """A set whose input became a whole number reads no half of the period before."""
    assert cell_of("2.5", Kind.COUNT) is None
    assert cell_of("2.5", Kind.AMOUNT) == 25000
