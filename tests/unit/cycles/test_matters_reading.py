"""Reading the forms of matters: every fault at once, each on its field, and nothing guessed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thuocdo.core.messages import catalogue
from thuocdo.cycles.matters import reading
from thuocdo.cycles.matters.reading import Around, act_numbers, answer_faults, read_content, typed_answer
from thuocdo.cycles.matters.types import MAX_NOTE, MAX_TEXT, Answer, Kind
from thuocdo.programme import designating

DAY = date(2025, 6, 20)
AROUND = Around(
    day=DAY,
    due=date(2025, 12, 31),
    records={"E-1"},
    bodies={"BTC", "BYT", "BKHCN"},
    own={"BKHCN"},
    had={"BYT"},
)


def fields(found):
    """Return the fields that have a fault."""
    return [fault.field for fault in found]


@pytest.mark.parametrize(
    ("kind", "cells", "wrong"),
    [
        (Kind.DISPUTE, {"text": "Vì sao", "wished": "done", "evidence": "E-1"}, []),
        (Kind.DISPUTE, {}, ["text", "wished"]),
        (Kind.DISPUTE, {"text": "x", "wished": "late"}, ["wished"]),
        (Kind.DISPUTE, {"text": "x", "wished": "done", "evidence": "E-1 E-2"}, ["evidence"]),
        (Kind.EXTENSION, {"text": "x", "wished_on": "2026-03-31"}, []),
        (Kind.EXTENSION, {"text": "x", "wished_on": "31/12/2025"}, ["wished_on"]),
        (Kind.EXTENSION, {"text": " \n ", "wished_on": "30/2/2026"}, ["text", "wished_on"]),
        (Kind.DIFFICULTY, {"text": "x", "asked": "BTC"}, []),
        (Kind.DIFFICULTY, {"text": "x", "asked": "BKHCN"}, ["asked"]),
        (Kind.PROPOSAL, {"text": "x", "asked": "NICHTS"}, ["asked"]),
        (Kind.NOTE, {"text": "a" * MAX_NOTE}, []),
        (Kind.NOTE, {"text": "a" * (MAX_NOTE + 1)}, ["text"]),
        (Kind.NOTE, {"text": "Văn bản TỐI MẬT"}, ["text"]),
        (Kind.DIFFICULTY, {"text": "a" * (MAX_TEXT + 1), "asked": ""}, ["text", "asked"]),
        (Kind.DESIGNATION, {"document": "12/QĐ-TTg", "on": "01/06/2025", "members": "48"}, []),
        (Kind.DESIGNATION, {}, ["on", "document", "members"]),
    ],
)
def test_forms(kind, cells, wrong):
    """Each kind names exactly the fields that are wrong."""
    assert fields(read_content(kind, cells, AROUND).faults) == wrong


@pytest.mark.parametrize(
    ("answer", "needs", "wrong"),
    [
        (Answer(), ("text",), ["text"]),
        (Answer(text="x"), ("text", "remedy"), ["remedy"]),
        (Answer(text="x", remedy="set_status_done"), ("text", "remedy"), ["remedy"]),
        (Answer(document="Quyết định số 12/QĐ-TTg ngày 05/6/2025"), ("document",), []),
        (Answer(document="Tờ trình số 12/TTr-BKHCN ngày 05/6/2025"), ("document",), ["document"]),
        (Answer(document="Quyết định số 12/QĐ-TTg ngày 05/7/2025"), ("document",), ["document"]),
        (Answer(document="sẽ có văn bản"), ("document",), ["document"]),
        (Answer(text="x", body="BYT"), ("text", "body"), ["body"]),
        (Answer(text="x", body="BTC"), ("text", "body"), []),
    ],
)
def test_answers(answer, needs, wrong):
    """An answer needs what its move says; no answer can name a status."""
    assert fields(answer_faults(answer, needs=needs, kind=Kind.EXTENSION, around=AROUND)) == wrong


def test_line_breaks_are_the_writers_own():
    """Lines stay, spaces inside them collapse, and what is around the text goes."""
    assert typed_answer({"text": "  một \r\n\r\n hai   ba  \n"}).text == "một\n\nhai ba"


def test_the_act_of_an_answer_is_known_by_its_number():
    """Numbers are read out of the citation, so that an adopted amendment is recognised."""
    assert act_numbers("Nghị quyết số 71/NQ-CP ngày 1/4/2025 của Chính phủ") == ("71/NQ-CP",)


def test_every_fault_can_be_said_in_vietnamese():
    """No template of a fault lacks its Vietnamese words."""
    templates = [
        value
        for module in (reading, designating)
        for name, value in vars(module).items()
        if name.isupper() and isinstance(value, str)
    ]
    assert len(templates) > 15
    assert [each for each in templates if each not in catalogue("vi")] == []


@given(
    st.sampled_from(list(Kind)),
    st.dictionaries(
        st.sampled_from(["text", "wished", "evidence", "wished_on", "asked", "document", "on", "members"]),
        st.text(max_size=60),
    ),
)
def test_no_form_breaks_the_reader(kind, cells):
    """Whatever is typed gives content or faults, and a fault always names its field and can be filled in."""
    read = read_content(kind, cells, AROUND)
    for fault in read.faults:
        assert fault.field
        assert fault.message == fault.template.format(**fault.params)
