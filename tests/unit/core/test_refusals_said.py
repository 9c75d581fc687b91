"""A refusal with parameters is said in both languages, with its hint and the words of enums."""

import pytest

from thuocdo.core.errors import Conflict, Fault, Invalid, Unnamed, fault
from thuocdo.core.messages import fault_words, said
from thuocdo.cycles.errors import WrongState
from thuocdo.cycles.faults import NO_SUCH_PART
from thuocdo.cycles.rules import Paper, check_waits
from thuocdo.cycles.types import State


def test_a_sentence_is_filled_in_the_language_of_the_reader():
    """English stands in the message itself; Vietnamese comes from the template, its state in words."""
    with pytest.raises(WrongState) as refused:
        check_waits(Paper("R-1", State.SENT, "BYT", frozenset(), frozenset()))
    assert refused.value.message == "R-1 is sent and does not wait for approval."
    assert said(refused.value, "vi")[0] == "R-1 đang ở trạng thái “đã gửi”, không chờ phê duyệt."
    assert said(refused.value, "en")[0] == refused.value.message
    assert "danh sách" in said(refused.value, "vi")[1]


def test_a_missing_name_is_translated():
    """Where somebody belongs to no body, that is said in words too."""
    params = {"name": "An", "own": Unnamed.BODY, "agency": "BYT"}
    error = Invalid("{name} belongs to {own} and may not report for {agency}.", params=params)
    assert error.message == "An belongs to no body and may not report for BYT."
    assert said(error, "vi")[0] == "An thuộc (chưa có cơ quan), không được báo cáo thay BYT."


def test_a_sentence_without_parameters_keeps_its_braces():
    """What a person wrote is not taken for a template."""
    error = Conflict("{chưa} rõ", hint="{x}")
    assert str(error) == "{chưa} rõ {x}"
    assert said(error, "vi") == ("{chưa} rõ", "{x}")
    assert fault_words(Fault("x", "{chưa} rõ"), "vi") == "{chưa} rõ"


def test_a_fault_of_verifying_is_said():
    """What is wrong with a decision is Vietnamese on a Vietnamese page."""
    wrong = fault("E-1", "component", NO_SUCH_PART, task="17", part="c")
    assert wrong.message == "task 17 has no part c"
    assert fault_words(wrong, "vi") == "nhiệm vụ 17 không có phần c"
