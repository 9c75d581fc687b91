"""Tests of reading a page's attributes and marks."""

import time
from dataclasses import replace

import pytest
from tests.factories.facts import an_indicator, some_facts

from thuocdo.core.messages import Reason
from thuocdo.evaluation.evaluate import evaluate
from thuocdo.publication.pages import (
    Shown,
    expected,
    look,
    marked,
    missing_pages,
    own_pages,
    page_faults,
    shown,
)

STATUSES = {("task", "44"): "late", ("indicator", "10@2030"): "on_track"}


@pytest.mark.parametrize(
    "tag",
    [
        '<main data-kind="task" data-code="44" data-status="late">',
        "<main class=x data-status='late' data-code='44' data-kind='task' id=y>",
        "<main\n  data-kind=task data-code=44\n data-status=late>",
        '<main data-kind="t&#97;sk" data-code="44" data-status="late" />',
    ],
)
def test_attributes_are_read_in_any_spelling_of_html(tag):
    """Order, quotes, line breaks and entities do not matter."""
    assert list(shown(f"<p>{tag}x</main>")) == [Shown("main", "task", "44", "late")]


@pytest.mark.parametrize("text", ["data-status", "<p>data-status=late", '<li data-status="late">', "<", ""])
def test_what_shows_no_thing_is_no_status(text):
    """Words about statuses and legends without a code are left alone."""
    assert list(shown(text)) == []


def test_every_element_is_read():
    """Shapes on an overview are read one by one."""
    text = "".join(f'<a data-kind=task data-code="{n}" data-status="late"></a>' for n in range(140))
    assert [each.code for each in shown(text)] == [str(n) for n in range(140)]


@pytest.mark.parametrize(
    "piece", ["data-status=", "<a data-status=", '<a data-code="', "<" * 50, "data-kind   "]
)
def test_a_hostile_page_takes_linear_time(piece):
    """Megabytes of unclosed tags are read in a second or two, not for ever."""
    text = piece * (2_000_000 // len(piece))
    started = time.perf_counter()
    list(shown(text))
    assert time.perf_counter() - started < 5


def test_a_wrong_status_and_an_unknown_thing_are_faults():
    """Both carry the kind and code that the page shows."""
    text = (
        '<a data-kind="task" data-code="44" data-status="done">'
        '<a data-kind="task" data-code="9" data-status="done">'
    )
    assert list(page_faults(look(text), STATUSES, illustrative=False)) == [
        ("task 44", Reason("field_differs", {"published": "done", "recomputed": "late"})),
        ("task 9", Reason("page_unknown")),
    ]


@pytest.mark.parametrize("text", ["MINH HOẠ", "Minh hoạ", "minh họa", "ILLUSTRATIVE", "Illustrative data"])
def test_the_mark_is_found_in_either_language_and_case(text):
    """Style sheets may draw it in capitals, and the tone mark may stand on either vowel."""
    assert marked(f"<p>{text}</p>")
    assert list(page_faults(look(text), STATUSES, illustrative=True)) == []


def test_a_page_without_the_mark_is_a_fault_only_where_it_is_due():
    """Real publications carry none."""
    assert list(page_faults(look("<p>"), STATUSES, illustrative=True)) == [("", Reason("page_unmarked"))]
    assert list(page_faults(look("<p>"), STATUSES, illustrative=False)) == []


def test_only_main_is_a_page_of_its_own():
    """A link on a list does not stand for the page it leads to."""
    link = '<a data-kind="task" data-code="44" data-status="late">'
    main = '<main data-kind="indicator" data-code="10@2030" data-status="on_track">'
    assert list(own_pages("en/x.html", look(link + main))) == [("en", "indicator", "10@2030")]


def test_a_missing_page_is_named_for_each_language():
    """Every task and indicator has a page in Vietnamese and in English."""
    verdicts = evaluate(some_facts())
    every = {(language, kind, code) for language in ("vi", "en") for kind, code in expected(verdicts)}
    assert list(missing_pages(every, verdicts)) == []
    assert list(missing_pages(every - {("en", "task", "2")}, verdicts)) == [
        ("task 2", Reason("page_missing", {"language": "en"}))
    ]


def test_an_indicator_is_known_by_its_number_where_that_is_enough():
    """Two rows with one number and two horizons need the whole key."""
    facts = some_facts()
    twins = (an_indicator("1"), an_indicator("1", horizon=2025), an_indicator("2"))
    programme = replace(facts.programme, indicators=twins)
    names = {
        code for kind, code in expected(evaluate(replace(facts, programme=programme))) if kind == "indicator"
    }
    assert names == {"1@2030", "1@2025", "2@2030", "2"}
