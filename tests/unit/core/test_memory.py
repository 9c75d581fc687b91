"""What is remembered from round to round: the same origin, the same thing; never more than that."""

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thuocdo.core.memory import Memory, Same

NUMBERS = st.lists(st.integers(0, 3), max_size=8)


def test_the_same_origin_gives_the_same_thing_and_another_a_new_one():
    """Only what follows from something else is made again."""
    memory, made = Memory(), []

    def asked(origin):
        with memory.round():
            return memory.of("name", origin, lambda: made.append(origin) or [origin])

    first = asked((1, "a"))
    assert asked((1, "a")) is first
    assert asked((2, "a")) == [(2, "a")]
    assert made == [(1, "a"), (2, "a")]


def test_what_a_round_did_not_ask_for_is_forgotten():
    """A thing that is gone from the publication takes no room."""
    memory = Memory()
    with memory.round():
        first = memory.of("name", 1, object)
    with memory.round():
        pass
    with memory.round():
        assert memory.of("name", 1, object) is not first


def test_a_round_that_fails_changes_nothing():
    """What the last good round made is known afterwards."""
    memory = Memory()
    with memory.round():
        first = memory.of("name", 1, object)
    with pytest.raises(ZeroDivisionError), memory.round():
        memory.of("name", 2, lambda: 1 / 0)
    with memory.round():
        assert memory.of("name", 1, object) is first


@given(st.lists(st.tuples(NUMBERS, st.booleans()), max_size=6))
def test_items_are_made_as_if_nothing_were_known(rounds):
    """Whatever comes, goes or changes places: each item has what would be made of it alone."""
    memory = Memory()
    for items, beside in rounds:
        with memory.round():
            make = partial(map, lambda each, b=beside: (each, b))
            found = memory.each("name", items, lambda some, make=make: list(make(some)), beside=beside)
        assert found == [(each, beside) for each in items]


def test_only_the_items_between_are_made():
    """One changed record of a hundred thousand costs one."""
    memory, made = Memory(), []

    def make(some):
        made.append(list(some))
        return [each * 10 for each in some]

    for items in ([1, 2, 3, 4], [1, 2, 9, 4], [1, 2, 9, 8, 4], [1, 4]):
        with memory.round():
            assert memory.each("name", items, make) == [each * 10 for each in items]
    assert made == [[1, 2, 3, 4], [9], [8], []]


def test_the_same_is_the_very_same():
    """Equal numbers may be spelled otherwise."""
    one = object()
    assert Same(one) == Same(one)
    assert Same([]) != Same([])
    assert len({Same(one), Same(one)}) == 1


def test_what_lasts_stays_without_being_asked_for():
    """The state of the disk belongs to no round."""
    memory = Memory()
    found = memory.lasting("disk", list)
    with memory.round():
        pass
    assert memory.lasting("disk", list) is found
