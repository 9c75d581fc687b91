"""The register of bodies in a browser: phone and desk, both languages, without scripts, by keys."""

import pytest
from tests.factories.browser import lacking

PASSWORD = "mot-mat-khau-dai"
MAKE = f"""
from datetime import UTC, datetime
from thuocdo.config import setup
setup.migrate()
from thuocdo.accounts.actions import add_person
from thuocdo.config.loading import load_model_programme
from thuocdo.core.actor import Actor, Role
now = datetime.now(UTC)
def add(username, *roles):
    return add_person(username=username, name=username, agency="VPTW", roles=set(roles),
                      password={PASSWORD!r}, by=Actor("setup", "Setup"), now=now)
chi, binh, _hoa = add("chi", Role.METHODOLOGIST), add("binh", Role.MONITOR), add("hoa", Role.ADMINISTRATOR)
load_model_programme(slug="nq03", by=chi, confirmed_by=binh, now=now)
"""
PAGES = (
    "/co-quan?state=all",
    "/co-quan/BNNMT",
    "/co-quan/VN34-01",
    "/co-quan/thay-doi",
    *(
        f"/co-quan/thay-doi?kind={kind}&bodies=BKHCN"
        for kind in ("new", "renamed", "merged", "split", "part")
    ),
    "/co-quan/thay-doi?kind=part",
)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(bool(lacking()), reason=lacking()),
]


@pytest.fixture(scope="module")
def cookies(chromium, served):
    """Return the cookies of the administrator, who has logged in once."""
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{served}/dang-nhap")
    page.fill("#username", "hoa")
    page.fill("#password", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "dang-nhap" not in url)
    yield context.cookies()
    context.close()


@pytest.fixture
def page_of(chromium, cookies):
    """Return a function that opens a window of the administrator."""
    contexts = []

    def open_in(width=1280, **options):
        context = chromium.new_context(viewport={"width": width, "height": 900}, **options)
        context.add_cookies(cookies)
        contexts.append(context)
        return context.new_page()

    yield open_in
    for context in contexts:
        context.close()


def findings(page):
    """Return what axe-core finds, sideways scroll, and targets that a finger misses."""
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415  only where there is a browser

    rules = Axe().run(page).response["violations"]
    found = [f"{each['id']}: {node['html'][:120]}" for each in rules for node in each["nodes"]]
    if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
        found.append("scrolls sideways")
    return found + page.evaluate(
        """() => [...document.querySelectorAll('main :is(button, summary, select, input:not([type=hidden]))')]
        .map((each) => [each, each.getBoundingClientRect()])
        .filter(([each, box]) => box.width && box.height && (each.matches('[type=checkbox]') ?
            each.parentElement.getBoundingClientRect().height < 44 : box.height < 44))
        .map(([each]) => each.outerHTML.slice(0, 90))"""
    )


def filled(page, served, **more):
    """Fill the form of a merger and ask for the preview."""
    page.goto(f"{served}/co-quan/thay-doi?kind=merged&bodies=BTP")
    page.select_option("#heir", more.get("heir", "BYT"))
    page.fill("#on", "1/3/2031")
    page.fill("#document_on", "2025-06-01")
    page.fill("#document", "Nghị quyết số 1/2025/QH15 của Quốc hội")
    page.keyboard.press("Enter")
    page.wait_for_selector("#typed")


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_pages_are_free_of_findings(page_of, served, width, language):
    """axe-core finds nothing and nothing scrolls sideways, on the pages, with faults and in the preview."""
    page = page_of(width)
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))
    for address in PAGES:
        answer = page.goto(f"{served}{address}{'&' if '?' in address else '?'}lang={language}")
        assert answer.status == 200
        for summary in page.locator("main summary").all()[:2]:
            summary.click()
        assert findings(page) == [], address
        assert complaints == [], address
    page.goto(f"{served}/co-quan/thay-doi?kind=split")
    page.click("button[value=look]")
    page.wait_for_selector("#problem")
    assert findings(page) == []
    filled(page, served)
    for summary in page.locator("main summary").all():
        summary.click()
    assert findings(page) == []


def test_the_smallest_screen_and_dark_colours(page_of, served):
    """A window of 320 px holds list, body and preview; dark colours keep their contrast."""
    page = page_of(320, color_scheme="dark")
    for address in PAGES[:3]:
        page.goto(f"{served}{address}")
        assert findings(page) == [], address
    filled(page, served)
    assert findings(page) == []


def test_a_change_is_made_without_scripts_by_keys(page_of, served):
    """Form, preview, typed word and the page of the successor work with scripts off, by Enter alone."""
    page = page_of(java_script_enabled=False)
    page.goto(f"{served}/co-quan/thay-doi?kind=renamed&bodies=BCT&lang=en")
    for name, text in (
        ("name_vi", "Bộ Thử"),
        ("name_en", "Ministry of Trials"),
        ("code", "BTHU"),
        ("on", "1/3/2030"),
        ("document_on", "1/6/2025"),
        ("document", "Nghị quyết số 2/2025/QH15"),
    ):
        page.fill(f"#{name}", text)
    page.keyboard.press("Enter")
    page.wait_for_selector("#typed")
    page.fill("#typed", "BCT")
    page.keyboard.press("Enter")
    page.wait_for_url("**/co-quan/BTHU?xong=1")
    assert "Ministry of Industry and Trade" in page.inner_text("main")
    assert page.locator(".told").count() == 1
