"""PDF documents whose fonts do not say how far their letters reach, as some office programs write them."""

import pytest
from tests.factories import browser
from tests.factories.documents import Habits, sample
from tests.factories.printing import as_pdf

from thuocdo.documents.pdfium import _Page
from thuocdo.documents.readers.pdf import read

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(bool(browser.lacking()), reason=browser.lacking() or "never"),
]


def test_the_size_of_the_font_stands_for_what_it_does_not_say(monkeypatch):
    """Paragraphs and cells are the same whether the reach of letters is told or follows from their size."""
    made = as_pdf(sample(Habits(two_level_head=True)))
    told = read(made)
    monkeypatch.setattr(_Page, "_says_reach", lambda *_same: False)
    assert read(made) == told
