"""The search page in a real browser: with a script, without one, on a phone, in both languages."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from tests.factories.browser import lacking
from tests.factories.served_folder import served_folder
from tests.factories.site import model_site

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(bool(lacking()), reason=lacking()),
]
HITS = "li[data-words]:visible"


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """Serve the model programme's site."""
    folder = tmp_path_factory.mktemp("searched")
    for path, data in model_site().items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    with served_folder(folder) as address:
        yield address


@pytest.fixture
def page(chromium):
    """Open a window as narrow as a small phone."""
    context = chromium.new_context(viewport={"width": 320, "height": 700})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("typed", ["chuyển đổi số", "chuyen doi so", "CHUYỂN  ĐỔI số", "so doi chuyen"])
def test_words_are_found_with_and_without_their_marks(page, address, typed):
    """However somebody types the words, in whatever order, the same rows stay."""
    page.goto(f"{address}nq03/tim/")
    everything = page.locator(HITS).count()
    page.fill("#q", typed)
    expect(page.get_by_role("status")).not_to_be_empty()
    found = page.locator(HITS).all_inner_texts()
    assert 0 < len(found) < everything
    assert any("chuyển đổi số" in words.lower() for words in found)


def test_an_address_holds_what_was_asked(page, address):
    """A search can be sent to somebody: the question stands in the address."""
    page.goto(f"{address}en/nq03/tim/?q=BKHCN")
    found = page.locator(HITS).count()
    assert found > 0
    page.fill("#q", "no such words anywhere")
    page.keyboard.press("Enter")
    assert page.url.endswith("?q=no+such+words+anywhere")
    assert page.get_by_role("status").inner_text() == "0 found."
    assert page.locator("section[data-group]:visible").count() == 0


@pytest.mark.parametrize("place", ["nq03/tim/", "en/nq03/tim/"])
def test_page_is_accessible_and_fits_a_phone(page, address, place):
    """No violation of WCAG 2.2 AA and no sideways scrolling at 320 pixels."""
    page.goto(address + place)
    page.fill("#q", "dữ liệu")
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
    assert found.response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_a_script_the_whole_list_stands_there(chromium, address):
    """Every task has its line, and no field is shown that does nothing."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}nq03/tim/")
    assert page.locator("li[data-words] a[href*='nhiem-vu']").count() == 140
    assert page.locator("#find:visible").count() == 0
    context.close()
