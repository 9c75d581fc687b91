"""A file of observations: what it may look like, and every fault of it at once."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis.strategies import binary
from tests.factories.observations import HEAD, read, table

from thuocdo.core.errors import Invalid
from thuocdo.core.messages import fault_sentence
from thuocdo.publication.observations import reading, words


def faults(text):
    """Return the faults of a file as a terminal says them."""
    with pytest.raises(Invalid) as refused:
        read(text)
    return [str(each) for each in refused.value.faults]


def test_a_tidy_file_is_read_as_it_stands():
    """Each line is a value with its period's days, its parts and its source; digits stay as printed."""
    data = read(
        f"{HEAD},numerator,denominator,provisional,source\n1.1,Huế,2024,12.50,%,125,1000,true,Niên giám\n"
    )
    (value,) = data.values
    assert value[:2] == ("1.1", "Huế")
    assert [str(each) for each in value.period] == ["2024", "2024-01-01", "2024-12-31"]
    assert (str(value.value), value.numerator, value.denominator) == ("12.50", 125, 1000)
    assert (value.unit, value.provisional, value.source) == ("%", True, "Niên giám")


@pytest.mark.parametrize(
    "text",
    [
        "indicator;area;year;value;unit\n1;A;2024;1,5;%\n",
        "\ufeffIndicator\tArea\tYear\tValue\tUnit\r\n1\tA\t2024\t1.5\t%\r\n",
        "Chỉ tiêu,Địa phương,Năm,Giá trị,Đơn vị\n1,A,2024,1.5,%\n",
        "STRUCTURE,ACTION,INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE\ndataflow,I,1,A,2024,1.5,%\n",
        'value,unit,year,area,indicator\n"1.5",%,2024,A,1\n\n',
    ],
)
def test_the_usual_ways_to_write_it_say_the_same(text):
    """Separators, decimal commas, Vietnamese names, SDMX-CSV and any order of columns are understood."""
    (value,) = read(text).values
    assert (value.indicator, value.area, value.period.text) == ("1", "A", "2024")
    assert (value.value, value.unit) == (Decimal("1.5"), "%")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2024", ("2024-01-01", "2024-12-31")),
        ("2024-Q1", ("2024-01-01", "2024-03-31")),
        ("2024Q4", ("2024-10-01", "2024-12-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2024-02-29", ("2024-02-29", "2024-02-29")),
    ],
)
def test_periods_have_their_first_and_last_day(text, days):
    """A year, a quarter, a month and a day."""
    (value,) = read(f"{HEAD}\n1,A,{text},1,%\n").values
    assert (value.period.start.isoformat(), value.period.end.isoformat()) == days


def test_every_fault_of_a_file_is_named_at_once_with_line_and_column():
    """Nobody mends one cell to be told of the next."""
    text = (
        f"{HEAD},status\n1.1,A,2024,1.5,%,A\n1.1,A,2024,2.5,%,A\n1.1,B,20x4,many,người,Z\n"
        "1.1,B,2024,1.000.000,%\n,C,2024-13,1,%,P\n"
    )
    assert faults(text) == [
        "line 3, “year”: this indicator, area and period stand on line 2 already; keep one of the two lines",
        "line 4, “year”: “20x4” is no period; write 2025, 2025-Q2, 2025-07 or 2025-07-31",
        "line 4, “value”: “many” is no number; write digits with “.” for decimals and no sign for thousands",
        f"line 4, “status”: {words.SAID.format(value='Z')}",
        "line 4, “unit”: the unit is “người”, on line 2 it is “%”; an indicator has one unit",
        "line 5: the line has 5 cells, the first line names 6; add or drop cells",
        "line 6, “indicator”: nothing stands here; every line needs it",
        "line 6, “year”: “2024-13” is no period; write 2025, 2025-Q2, 2025-07 or 2025-07-31",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "there is no column “indicator”"),
        ("indicator,area,year,value\n", "there is no column “unit”"),
        (f"{HEAD},colour\n", "this column is not known"),
        (f"{HEAD},Năm\n", "this column stands there twice"),
        (f"{HEAD}\n", "there is no line with a value"),
        (f'{HEAD}\n1,A,2024,1,"%\n', "the line is no CSV"),
        (f"{HEAD}\n1,A,2024,1,{'%' * 501}\n", "more than 500 characters"),
        (f"{HEAD},action\n1,A,2024,1,%,D\n", "would take values away"),
        (
            f"{HEAD},area_name\n1,A,2024,1,%,An\n1,A,2023,1,%,Bình\n",
            "is called “Bình” here and “An” on line 2",
        ),
        (f"{HEAD}\n1,A,2024,1,%\n".encode("utf-16"), "is not written in UTF-8"),
        ("indicator;area;year;value;unit\n1;A;2023;1,5;%\n1;A;2024;1.5;%\n", "with “,” for decimals"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(text, said):
    """The sentence names what is wrong and how to mend it."""
    assert any(said in each for each in faults(text))


def test_a_file_that_is_too_large_is_refused(monkeypatch):
    """A reader that holds everything in memory says how much that may be."""
    monkeypatch.setattr(reading, "MOST_BYTES", 10)
    assert faults(table()) == ["line 1: the file is larger than 0 MB; divide it"]


def test_of_very_many_faults_the_first_ones_are_named_and_the_rest_counted():
    """Thousands of lines on a terminal help nobody."""
    found = faults(f"{HEAD}\n" + "".join(f"1,A{number},2024,?,%\n" for number in range(500)))
    assert len(found) == reading.MOST_FAULTS + 1
    assert found[-1] == "line 202: and 300 more faults; mend these first"


def test_faults_are_said_in_vietnamese_and_columns_stay_as_the_file_names_them():
    """The column “unit” is not translated: the reader looks for it in the file."""
    with pytest.raises(Invalid) as refused:
        read(f"{HEAD}\n1,A,2024,1,\n")
    (fault,) = refused.value.faults
    assert fault_sentence(fault, "vi") == "dòng 2, “unit”: ô này trống; dòng nào cũng phải có"


def test_the_whole_file_or_single_lines_are_marked_as_illustrative():
    """Who hands in invented values says so once or line by line."""
    text = f"{HEAD},illustrative\n1,A,2024,1,%,true\n1,A,2025,1,%,\n"
    assert [each.illustrative for each in read(text).values] == [True, False]
    assert [each.illustrative for each in read(text, illustrative=True).values] == [True, True]


@given(binary(max_size=300))
def test_any_bytes_are_read_or_refused(data):
    """No file makes the reader fall over."""
    for text in (data, f"{HEAD}\n".encode() + data):
        try:
            read(text)
        except Invalid as refused:
            assert refused.faults  # noqa: PT017  either outcome is right, another exception is not
