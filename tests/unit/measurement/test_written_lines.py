"""On which line of a metric's file a fault stands."""

import pytest
from tests.factories.written import file

from thuocdo.core.errors import Fault, Invalid, fault
from thuocdo.measurement.tables.reading import standard_tables
from thuocdo.measurement.written.lines import line_of
from thuocdo.measurement.written.reading import read_written

TEXT = file()


def line(text, wrong):
    """Return what stands on the line of a fault."""
    number = line_of(text, wrong)
    return None if number is None else text.split("\n")[number - 1]


def test_a_field_stands_where_its_name_does():
    """The first line of the field, whatever its value; a field that lacks stands nowhere."""
    assert line(TEXT, Fault("metric", "x", "unit_vi")).startswith("unit_vi =")
    assert line(TEXT, Fault("metric", "x", "tables")) == "[tables]"
    assert line(TEXT, Fault("metric", "x", "places")) is None
    assert line(TEXT, Fault("metric", "x")) is None


def test_what_looks_like_a_field_inside_a_statement_is_none():
    """A line of the statement that begins like a field is not taken for it, nor a column for a field."""
    text = TEXT.replace("from dossiers where", "from dossiers where\nunit_en = '1' and\n")
    assert line(text, Fault("metric", "x", "unit_en")) == 'unit_en = "%"'
    assert line("[tables]\nscale = ['a']\n", Fault("metric", "x", "scale")) is None


@pytest.mark.parametrize(
    ("field", "params", "there"),
    [
        ("sql", {"name": "channel"}, "  from dossiers where channel"),
        ("sql", {"reason": 'Parser Error: syntax error at or near ")"'}, "select sum(case"),
        ("sql", {"name": "nowhere"}, "sql = '''"),
        ("tables", {"name": "received_at", "table": "dossiers"}, "dossiers = ["),
        ("sql", {"sign": "U+0024"}, "sql = '''"),
    ],
)
def test_what_a_refusal_names_is_looked_for_in_its_field(field, params, there):
    """The line that has the name comes before the first line of the field."""
    wrong = (
        fault("metric", field, "x {reason}", reason="", **params)
        if "reason" not in params
        else fault("metric", field, "x {reason}", **params)
    )
    assert line(TEXT, wrong).startswith(there)


@pytest.mark.parametrize("text", ["a = 1\nb = [\nc = 2", "a = 1\nb =", "a = '''\nx\n", "a = 1\r\nb = c\r\n"])
def test_what_is_no_toml_names_its_line(text):
    """The line that the reader of TOML names is one of the text; never one beyond it."""
    with pytest.raises(Invalid) as refusal:
        read_written(text, standard_tables(), frozenset(), frozenset())
    [wrong] = refusal.value.faults
    number = line_of(text, wrong)
    assert number is None or 1 <= number <= text.count("\n") + 1


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (("Illustrative: the last", "Illustrative:\u202e the last"), "method_en"),
        (('name_en = "Illustrative"', 'name_en = "Illustr\\u200Bative"'), "name_en"),
        (("[tables]", "# gi\u200bau\n[tables]"), None),
    ],
)
def test_a_sign_that_nobody_sees_is_refused_anywhere(change, field):
    """Words, their escapes and remarks of a file hide nothing from who approves it or reads it."""
    text = TEXT.replace(*change)
    with pytest.raises(Invalid) as refusal:
        read_written(text, standard_tables(), frozenset(), frozenset({"11.1"}))
    assert [each.field for each in refusal.value.faults] == [field]


def test_lines_may_end_as_other_systems_end_them():
    """A file with carriage returns is read as one without."""
    text = TEXT.replace("\n", "\r\n")
    found = read_written(text, standard_tables(), frozenset(), frozenset({"11.1"}))
    assert found == read_written(TEXT, standard_tables(), frozenset(), frozenset({"11.1"}))
