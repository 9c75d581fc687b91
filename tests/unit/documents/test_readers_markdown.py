"""Markdown gives the same programme as plain text."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.factories.documents import (
    SAMPLE,
    Habits,
    as_markdown,
    changed,
    draft_or_refusal,
    same_words,
    sample,
)

from thuocdo.documents import errors
from thuocdo.documents.errors import Unreadable
from thuocdo.documents.files import read_bytes
from thuocdo.documents.readers.markdown import read

HABITS = [
    Habits(),
    Habits(merged_sections=False),
    Habits(two_level_head=True),
    Habits(repeated_head_after=4),
    Habits(split_after=5),
    Habits(english_heads=True),
]
MARKDOWN = as_markdown(sample())
QUICK = 3.0


def texts(page):
    """Return the texts of the blocks."""
    return [block.text for block in read(page.encode())]


@pytest.mark.parametrize("habits", HABITS, ids=str)
def test_same_programme_as_plain_text(habits):
    """Repeated, two-level, split and English tables give the rows of the plain text."""
    plain = read_bytes(SAMPLE.read_bytes(), filename="a.txt")
    assert same_words(read_bytes(as_markdown(sample(habits)), filename="a.md")) == same_words(plain)


def test_signs_of_markdown_are_no_words():
    """Headings, emphasis, links, escapes, comments and rules leave only their words."""
    page = (
        "# Một #\n\nHai **ba** *bốn* [năm](https://example.vn) sáu\\* &amp; a_b_c 2 * 3 * 4\n\n"
        "---\n<!-- x -->\nBảy"
    )
    assert texts(page) == ["Một", "Hai ba bốn năm sáu* & a_b_c 2 * 3 * 4", "Bảy"]


def test_soft_and_hard_line_ends():
    """A line goes on with the next one unless it ends hard or the next one is a list item."""
    assert texts("a) Một\nhai  \nba\\\nbốn\n- năm\n- sáu\nb) bảy<br>tám\n1\\. chín\n\nmười\n===") == [
        "a) Một hai", "ba", "bốn", "- năm", "- sáu", "b) bảy", "tám 1. chín", "mười",
    ]  # fmt: skip


def test_cells():
    """Outer pipes may be missing, pipes may be escaped, cells may be missing or have several lines."""
    page = "TT | Việc | Ai\n--|:-:|--:\n1 | a\\|b<br>c |\n| 2 |\nsau"
    assert [(block.row, block.col, block.text) for block in read(page.encode())] == [
        (1, 1, "TT"), (1, 2, "Việc"), (1, 3, "Ai"), (2, 1, "1"), (2, 2, "a|b\nc"), (2, 3, ""),
        (3, 1, "2"), (3, 2, ""), (3, 3, ""), (0, 0, "sau"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "template"),
    [
        (b"", errors.EMPTY),
        (b"---\n\n***", errors.EMPTY),
        (MARKDOWN.decode().encode("utf-16"), errors.UTF16),
        (b"\x00\x01\x02", errors.BINARY),
        (as_markdown(["**MẬT**", *sample()]), errors.CLASSIFIED),
    ],
    ids=lambda _value: None,
)
def test_refusal(data, template):
    """Each kind of unreadable file has its own sentence."""
    with pytest.raises(Unreadable) as refusal:
        read_bytes(data, filename="a.md")
    assert refusal.value.template == template


@pytest.mark.parametrize(
    "piece", ["**a ", "*a_", "[a", "[a](", "`", "|", "|-", "\\", "<!--", "<br", "> ", "- ", "_ * "]
)
def test_long_hostile_line_is_quick(piece):
    """Very many signs are read or refused without quadratic work."""
    line = (piece * 100_000)[:100_000]
    started = time.process_time()
    with pytest.raises(Unreadable):
        read_bytes(f"{line}\n{line}\n\n{line}".encode(), filename="a.md")
    assert time.process_time() - started < QUICK


@given(st.integers(min_value=0, max_value=2**32), st.integers(min_value=1, max_value=60))
@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
def test_changed_bytes_are_read_or_refused(seed, changes):
    """Changed bytes give a draft or a refusal, nothing else."""
    data = changed(MARKDOWN, seed, changes).decode("utf-8", "ignore").encode()
    for variant in (data, changed(MARKDOWN, seed, changes)):
        assert draft_or_refusal(variant, "a.md")


def test_tables_written_in_html():
    """A table in HTML is a table; one that never ends stays words."""
    page = "<table><tr><td>a</td><td>b</td><td>c</td></tr>\n</table>\n\n<table>x"
    found = read(page.encode())
    assert [(block.text, block.col) for block in found[:3]] == [("a", 1), ("b", 2), ("c", 3)]
    assert found[3].table is None
