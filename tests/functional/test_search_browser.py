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
WEIGHTS = """Object.fromEntries(
  ["navigation", "resource"].flatMap((kind) => performance.getEntriesByType(kind))
    .filter((each) => each.name.startsWith("http"))
    .map((each) => [each.name, each.decodedBodySize]))"""
HITS = "#hits li:visible"


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
    page.fill("#q", typed)
    expect(page.get_by_role("status")).not_to_be_empty()
    found = page.locator(HITS).all_inner_texts()
    assert 0 < len(found) < 100
    assert page.get_by_role("status").inner_text() == f"Tìm thấy {len(found)} mục."
    assert any("chuyển đổi số" in words.lower() for words in found)


def test_an_address_holds_what_was_asked(page, address):
    """A search can be sent to somebody: the question stands in the address."""
    page.goto(f"{address}en/nq03/tim/?q=BKHCN")
    expect(page.locator(HITS).first).to_be_visible()
    page.fill("#q", "no such words anywhere")
    page.keyboard.press("Enter")
    assert page.url.endswith("?q=no+such+words+anywhere")
    expect(page.get_by_role("status")).to_have_text("0 found.")
    assert page.locator("section[data-group]:visible").count() == 0


@pytest.mark.parametrize("place", ["nq03/tim/", "en/nq03/tim/"])
def test_page_is_accessible_and_fits_a_phone(page, address, place):
    """No violation of WCAG 2.2 AA and no sideways scrolling at 320 pixels."""
    page.goto(address + place)
    page.fill("#q", "dữ liệu")
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
    assert found.response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_number_and_part_of_a_code_are_found(page, address):
    """A task is found by its number alone, an indicator by 11.1, a body by the beginning of its letters."""
    page.goto(f"{address}nq03/tim/")
    for typed, wanted in (("44", "nhiem-vu/44/"), ("11.1", "chi-tieu/11.1/"), ("bkh", "co-quan/")):
        page.fill("#q", typed)
        expect(page.locator(f"#hits a[href*='{wanted}']").first).to_be_visible()


def test_a_first_look_and_an_answer_are_small(page, address):
    """The page with its style and script weighs little, and an answer fetches one more small file."""
    page.goto(f"{address}nq03/tim/", wait_until="networkidle")
    first = page.evaluate(WEIGHTS)
    assert sum(first.values()) <= 100 * 1024
    page.fill("#q", "chuyen doi so")
    expect(page.locator(HITS).first).to_be_visible()
    then = page.evaluate(WEIGHTS)
    assert len(then) == len(first) + 1
    assert sum(then.values()) <= 150 * 1024


def test_a_list_that_does_not_come_is_told(page, address):
    """When the server is gone, the page says so and still shows its lists to browse."""
    page.goto(f"{address}nq03/tim/")
    page.route("**/*.txt", lambda route: route.abort())
    page.fill("#q", "dữ liệu")
    expect(page.get_by_role("status")).to_contain_text("danh sách bên dưới")
    assert page.locator("main a[href$='nhiem-vu/']").is_visible()


def test_without_a_script_lists_stand_there(chromium, address):
    """Every list is one link away with how much it holds, and no field is shown that does nothing."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}nq03/tim/")
    assert page.locator("#find:visible").count() == 0
    assert "140" in page.locator("main li:has(a[href$='nhiem-vu/'])").inner_text()
    for folder in ("chi-tieu", "co-quan", "dia-phuong", "nhiem-vu"):
        page.locator(f"main a[href$='{folder}/']").click()
        assert page.locator("main a").count() > 20
        page.go_back()
    context.close()
