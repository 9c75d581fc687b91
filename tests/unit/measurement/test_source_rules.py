"""How a source stands, what a declaration must keep, what drifts, what disagrees: pure rules."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from tests.factories.deliveries import CONTRACTS, TABLES, declaration

from thuocdo.core.errors import Invalid
from thuocdo.core.messages import Reason
from thuocdo.measurement.months import Month
from thuocdo.measurement.sources import words
from thuocdo.measurement.sources.contracts import Contract, Ordered, Range, contract_faults, contracts
from thuocdo.measurement.sources.disagreeing import disagreements
from thuocdo.measurement.sources.judging import drifted, is_held
from thuocdo.measurement.sources.reading import cells_of, guessed, read_declaration
from thuocdo.measurement.sources.rules import condition, declaration_faults, due_on, months_to_ask, owed
from thuocdo.measurement.sources.sealing import seal, unseal
from thuocdo.measurement.sources.standing_places import CountryTree, tree_on
from thuocdo.measurement.sources.types import (
    Broken,
    ColumnProfile,
    Kind,
    Limits,
    Mapped,
    Outcome,
    Profile,
    Rhythm,
    RunValue,
    Schedule,
    SourceState,
)
from thuocdo.measurement.types import Observation, Origin, Standing
from thuocdo.programme.types import Agency, AgencyKind, Register, Succession

BODIES = ("BKHCN",)
AT = datetime(2025, 5, 2, tzinfo=UTC)
FIVE = Decimal("0.05")


def run(month, outcome, *, reason=None):
    """Return a run that ended."""
    nothing = {"digest": "", "file": "", "aside": "", "broken": (), "profile": Profile()}
    counts = dict.fromkeys(("revision", "rows", "quarantined", "bytes"), 0)
    return RunValue(
        id="L",
        source="S",
        month=Month(2025, month),
        outcome=outcome,
        reason=reason,
        started_at=AT,
        ended_at=AT,
        version=1,
        by="jobs",
        **counts,
        **nothing,
    )


JANUARY_TO_MARCH = [run(month, Outcome.KEPT) for month in (1, 2, 3)]
HELD = Reason("web_page")


@pytest.mark.parametrize(
    ("runs", "day", "state", "code"),
    [
        ([], date(2025, 2, 5), SourceState.NEW, None),
        ([], date(2025, 2, 12), SourceState.LATE, "late"),
        (JANUARY_TO_MARCH, date(2025, 5, 10), SourceState.UP, None),
        (JANUARY_TO_MARCH, date(2025, 5, 11), SourceState.LATE, "late"),
        (JANUARY_TO_MARCH, date(2025, 5, 15), SourceState.LATE, "late"),
        (JANUARY_TO_MARCH, date(2025, 5, 16), SourceState.DOWN, "stopped"),
        (
            [*JANUARY_TO_MARCH, run(4, Outcome.HELD, reason=HELD)],
            date(2025, 5, 3),
            SourceState.DOWN,
            "web_page",
        ),
        (
            [run(1, Outcome.KEPT), run(2, Outcome.HELD, reason=HELD), run(3, Outcome.KEPT)],
            date(2025, 4, 3),
            SourceState.DOWN,
            "web_page",
        ),
        ([*JANUARY_TO_MARCH, run(4, Outcome.NOTHING)], date(2025, 5, 3), SourceState.UP, None),
        ([*JANUARY_TO_MARCH, run(4, Outcome.RUNNING)], date(2025, 5, 3), SourceState.UP, None),
        ([*JANUARY_TO_MARCH, run(3, Outcome.SAME)], date(2025, 4, 3), SourceState.UP, None),
    ],
)
def test_how_a_source_stands(runs, day, state, code):
    """New, up, late within the grace, down beyond it or after a bad run: by runs and the day alone."""
    stands = condition(declaration(), paused=False, runs=runs, as_of=day)
    assert (stands.state, stands.reason.code if stands.reason else None) == (state, code)


def test_paused_source_is_neither_late_nor_down():
    """A pause hides what is owed, and what was good stays good."""
    stands = condition(declaration(), paused=True, runs=JANUARY_TO_MARCH, as_of=date(2025, 9, 1))
    assert (stands.state, stands.reason, stands.last_good) == (SourceState.PAUSED, None, Month(2025, 3))


def test_quarters_and_years_are_owed_with_their_last_month():
    """A quarterly source owes March and June, a yearly one December; the month that runs is not owed."""
    quarterly = declaration(schedule=Schedule(Rhythm.QUARTERLY))
    yearly = declaration(schedule=Schedule(Rhythm.YEARLY), first="2023-05")
    assert [str(month) for month in owed(quarterly, date(2025, 8, 1))] == ["2025-03", "2025-06"]
    assert [str(month) for month in owed(yearly, date(2025, 8, 1))] == ["2023-12", "2024-12"]
    assert list(owed(declaration(), date(2025, 1, 31))) == []
    assert due_on(Schedule(days=10), Month(2025, 2)) == date(2025, 3, 10)


def test_what_is_missing_and_the_last_months_are_asked_for():
    """Every month that is missing is asked for, and the last two good ones again for corrections."""
    good = [Month(2025, month) for month in (1, 2, 4)]
    asked = months_to_ask(declaration(), good, date(2025, 6, 2))
    assert [str(month) for month in asked] == ["2025-02", "2025-03", "2025-04", "2025-05"]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": ""}, "name"),
        ({"owner": "XYZ"}, "owner"),
        ({"first": "3/2025"}, "first"),
        ({"place": "../x/{month}"}, "place"),
        ({"place": "dossiers/all.parquet"}, "place"),
        ({"kind": Kind.HTTP, "place": "ftp://x/{month}"}, "place"),
        ({"kind": Kind.POSTGRESQL, "place": "a; drop table b"}, "place"),
        ({"kind": Kind.SHEETS}, "form"),
        ({"limits": Limits(seconds=0)}, "seconds"),
        ({"limits": Limits(rows=0)}, "rows"),
        ({"tolerance": 51}, "tolerance"),
        ({"delimiter": "||"}, "delimiter"),
        ({"schedule": Schedule(days=-1)}, "days"),
    ],
)
def test_declaration_names_its_fault(changed, field):
    """Each fault stands at its field."""
    faults = declaration_faults(declaration(**changed), TABLES, BODIES)
    assert field in {each.field for each in faults}


@pytest.mark.parametrize(
    ("mapped", "said"),
    [
        (Mapped("channel", "kenh", words={"web": "online"}), "online"),
        (Mapped("channel", "kenh", constant="post"), "one is enough"),
        (Mapped("channel"), "needs a column"),
        (Mapped("channel", "kenh", factor=Decimal(2)), "no number"),
        (Mapped("dossier", "ma", words={"a": "b"}), "only codes"),
        (Mapped("minutes_taken", "phut", factor=Decimal(0)), "too small"),
    ],
)
def test_mapping_names_its_fault(mapped, said):
    """A column is mapped once, with words that the table knows and a factor that is one."""
    rest = tuple(each for each in declaration().mapping if each.column != mapped.column)
    faults = declaration_faults(declaration(mapping=(*rest, mapped)), TABLES, BODIES)
    assert [each.field for each in faults] == [f"map-{mapped.column}"]
    assert said in faults[0].message


def test_sound_declaration_has_no_fault():
    """The declaration of the tests is sound, also without a column that may be empty."""
    fewer = tuple(each for each in declaration().mapping if each.column != "payment")
    assert declaration_faults(declaration(), TABLES, BODIES) == ()
    assert declaration_faults(declaration(mapping=fewer), TABLES, BODIES) == ()


def profile(rows, median=None):
    """Return what a delivery looked like."""
    return Profile(rows, (ColumnProfile("minutes_taken", 0, None if median is None else Decimal(median)),))


@pytest.mark.parametrize(
    ("now", "before", "checks"),
    [
        (profile(1000, 50), [], []),
        (profile(1000, 50), [profile(1000, 40)], []),
        (profile(1000, 5000), [profile(1000, 50)], ["unit"]),
        (profile(1000, 50), [profile(1000, 5000)], ["unit"]),
        (profile(1000, 50), [profile(1000, 5000), profile(1000, 51), profile(1000, 52)], []),
        (profile(100, 50), [profile(1000, 50)], ["extent"]),
        (profile(0), [profile(1000, 50)], ["extent"]),
        (profile(99, 5000), [profile(1000, 50)], []),
        (profile(1000), [profile(1000, 50)], []),
        (profile(1000, 0), [profile(1000, 3)], []),
    ],
)
def test_what_differs_from_the_usual(now, before, checks):
    """A median or a number of rows far from that of earlier months is told; few rows tell nothing."""
    assert [each.check for each in drifted(Contract(), now, before)] == checks


@pytest.mark.parametrize(
    ("broken", "tolerance", "held"),
    [
        ((), 0, False),
        ((Broken("empty", "agency", Reason("empty"), 1),), 0, True),
        ((Broken("empty", "agency", Reason("empty"), 1),), 1, False),
        ((Broken("empty", "agency", Reason("empty"), 2),), 1, True),
        ((Broken("unit", "amount", Reason("unit_larger")),), 50, True),
    ],
)
def test_what_holds_a_delivery_back(broken, tolerance, held):
    """Rows beyond the tolerance hold a delivery, and whatever concerns the whole of it."""
    quarantined = sum(each.rows for each in broken)
    assert is_held(broken, rows=1000, quarantined=quarantined, tolerance=tolerance) is held


def test_contracts_speak_of_columns_that_are_there():
    """The shipped contracts are sound, and a wrong one is refused with all its faults."""
    wrong = Contract(
        ranges=(Range("channel", Decimal(2), Decimal(1)),),
        orders=(Ordered("received_at", "minutes_taken"),),
        fresh_days=3,
        unit_factor=Decimal(1),
    )
    fields = [each.field for each in contract_faults("x.toml", wrong, TABLES["dossiers"])]
    assert fields == ["channel", "channel", "minutes_taken", "fresh_days", "unit_factor"]
    assert CONTRACTS["dossiers"].month_of == "received_at"


def test_contract_of_an_unknown_table_is_refused(tmp_path):
    """A file that names no table is a fault."""
    (tmp_path / "nothing.toml").write_text("fresh_days = 0\n")
    with pytest.raises(Invalid):
        contracts(TABLES, tmp_path)


def test_wizard_says_what_it_was_told():
    """A declaration written into cells and read again is the same."""
    mapping = (
        Mapped("agency", "Mã CQ"),
        Mapped("institution", constant="NH1"),
        Mapped("method", "Cách", words={"TM": "cash", "a=b": "card"}),
        Mapped("transactions", "Số"),
        Mapped("amount", "Triệu", factor=Decimal(1000000)),
    )
    declared = declaration("payments", mapping=mapping)
    assert read_declaration(cells_of(declared), TABLES) == (declared, ())


def test_wizard_names_cells_that_cannot_be_read():
    """Numbers, choices and words are each named at their field."""
    cells = {**cells_of(declaration()), "days": "x", "kind": "?", "words-channel": "web"}
    _declared, faults = read_declaration(cells, TABLES)
    assert [each.field for each in faults] == ["days", "kind", "map-channel"]


def test_columns_of_the_same_name_are_guessed():
    """Case, spaces and dashes do not matter when names are compared."""
    found = guessed(TABLES["payments"], ["Agency", "METHOD ", "Số tiền"])
    assert found == {"map-agency": "Agency", "map-method": "METHOD "}


def test_secret_opens_only_with_the_key_that_sealed_it():
    """What is kept says nothing, and another installation's key opens nothing."""
    sealed = seal("mat-khau", "k1")
    assert "mat-khau" not in sealed
    assert (unseal(sealed, "k1"), unseal(sealed, "k2")) == ("mat-khau", "")


def observation(origin, value, *, published=1, period=date(2025, 3, 31)):
    """Return a value of one indicator."""
    return Observation(
        f"O-{origin}-{value}-{published}", "11.6", Decimal(value), "percent", period, "s", origin,
        Standing.DECLARED, "m", published_on=date(2025, 4, published),
    )  # fmt: skip


def test_reported_and_measured_values_far_apart_are_shown():
    """Only pairs beyond the tolerance are told, by their latest vintage that was known on the day."""
    near = [observation(Origin.REPORTED, "52"), observation(Origin.MEASURED, "50")]
    far = [observation(Origin.REPORTED, "60"), observation(Origin.MEASURED, "50")]
    corrected = [*far, observation(Origin.MEASURED, "59", published=9)]
    day = date(2025, 4, 20)
    assert disagreements(near, as_of=day, tolerance=FIVE) == ()
    assert [each.difference for each in disagreements(far, as_of=day, tolerance=FIVE)] == [Decimal(10)]
    assert disagreements(corrected, as_of=day, tolerance=FIVE) == ()
    assert len(disagreements(corrected, as_of=date(2025, 4, 5), tolerance=FIVE)) == 1
    assert disagreements(far, as_of=day, tolerance=Decimal("0.2")) == ()


def test_measured_zero_against_a_reported_value_is_shown():
    """A share of nothing cannot be computed, and the pair is told all the same."""
    pair = [observation(Origin.REPORTED, "60"), observation(Origin.MEASURED, "0")]
    (found,) = disagreements(pair, as_of=date(2025, 5, 1), tolerance=FIVE)
    assert (found.share, found.difference) == (None, Decimal(60))


def test_every_body_stands_under_the_nation_in_the_end():
    """By succession, by the beginning of its code, or at last by itself."""
    agencies = (
        Agency("63", "Cũ", "Old", AgencyKind.PROVINCE),
        Agency("T01", "Mới", "New", AgencyKind.PROVINCE),
    )
    register = Register(agencies, (Succession("63", "T01", date(2025, 7, 1)),), ())
    before, after = tree_on(register, date(2025, 6, 30)), tree_on(register, date(2025, 7, 1))
    assert (before.line("63"), after.line("63")) == (("63", "VN"), ("63", "T01", "VN"))
    assert after.line("T01.X0007") == ("T01.X0007", "T01", "VN")
    assert after.line("lạ") == ("lạ", "VN")
    assert isinstance(after, CountryTree)


PARAMS = (
    "host status seconds megabytes rows most said file column known words kind least first day month usual"
    " now times before source aside metric last value unit due days"
)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_reason_has_words(language):
    """Each reason is said in both languages, with all its parameters filled."""
    filled = dict.fromkeys(PARAMS.split(), "x")
    for code in words.REASONS:
        assert "{" not in words.sentence(Reason(code, filled), language)
