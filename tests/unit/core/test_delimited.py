"""CSV from outside: open quotes and endless cells are refused, whoever else is in the process."""

import csv

import pytest

from thuocdo.core.delimited import LONGEST_CELL, delimited


def test_rows_are_parted_by_the_sign_that_is_given():
    """Quoted signs and line ends stay in their cell."""
    assert list(delimited('a;"b;c"\n"d\ne";f\n', ";")) == [["a", "b;c"], ["d\ne", "f"]]


def test_a_quotation_mark_must_close():
    """Else it would swallow the rows below it."""
    with pytest.raises(csv.Error):
        list(delimited('a,"b\nc,d\n'))


def test_an_endless_cell_is_refused_even_after_another_package_lifted_the_limit():
    """The limit of the module is one for the whole process, and others set it."""
    csv.field_size_limit(2**30)
    assert list(delimited("x" * LONGEST_CELL)) == [["x" * LONGEST_CELL]]
    with pytest.raises(csv.Error):
        list(delimited("x" * (LONGEST_CELL + 1)))
