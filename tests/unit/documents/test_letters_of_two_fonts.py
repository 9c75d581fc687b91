"""Letters of a PDF become words, also where those with marks come from a second font; our own words."""

import pytest

from thuocdo.documents.flow import lines_of
from thuocdo.documents.letters import SUPPOSED, Word, words_of, woven

TALL, LOW = (10.0, 22.0), (13.0, 20.0)


def signs(text, left=0.0, height=LOW, slant=0.0):
    """Return letters of six points each; a space is three wide, `slant` widens each box."""
    made, x = [], left
    for sign in text:
        width = 3.0 if sign.isspace() else 6.0
        made.append((sign, x, height[0], x + width + slant, height[1], 0))
        x += width
    return made


def word(text, left, height=LOW, *, glued=False):
    """Return a word of letters of six points."""
    return Word(text, left, height[0], left + 6.0 * len(text), height[1], glued)


def read(words):
    """Return the lines that words make."""
    return [line.text() for line in lines_of(words)]


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        # The first font's letters of a line, then those of the second one that fill their gaps.
        (
            [word("B", 0), word("Y", 15), word("T", 24), word("Ộ", 6, TALL), word("Ế", 30, TALL)],
            ["BỘ Y TẾ"],
        ),
        ([word("C", 0), word("NG", 12), word("Ộ", 6, TALL), word("H", 27)], ["CỘNG H"]),
        # Words that merely stand apart stay so, and so do those of two lines.
        ([word("ba", 30), word("hai", 0)], ["hai ba"]),
        ([word("hai", 0), word("ba", 18, (40.0, 47.0))], ["hai", "ba"]),
    ],
)
def test_letters_of_a_second_font_go_back_to_their_places(words, lines):
    """Letters that were written behind their line belong where they stand on it."""
    assert read(woven(words)) == lines


def test_lines_in_their_order_stay_as_they_are():
    """Where nothing comes back on its line the words are those that the letters made."""
    words = [word("một", 0), word("hai", 21), word("ba", 0, (40.0, 47.0))]
    assert woven(words) == words


@pytest.mark.parametrize(
    ("space", "slant", "texts"),
    [(" ", 3.0, ["ngày", "mai"]), (SUPPOSED, 3.0, ["ngàymai"]), (SUPPOSED, 0.0, ["ngày", "mai"])],
)
def test_a_written_space_parts_slanted_words(space, slant, texts):
    """A space of the file parts words whose slanted boxes hide it; one that is supposed needs a gap."""
    assert [found.text for found in words_of(signs(f"ngày{space}mai", slant=slant))] == texts


def test_letters_of_one_height_that_go_back_fill_the_gap():
    """A letter written behind “chn” goes back to its gap, also where both fonts are of one height."""
    made = [*signs("ch"), *signs("n", 18.0), *signs("ắ", 12.0)]
    assert read(woven(list(words_of(made)))) == ["chắn"]
