"""An officer logs in and finds the work, on a phone and on a desk, in both languages."""

import pytest
from tests.factories.browser import lacking

WIDTHS = (360, 1366)
NARROWEST = 320
TOUCH = 44
PAGES = ("/viec", "/theo-doi", "/tai-khoan", "/nichts")
PASSWORD = "mot-mat-khau-dai"
MAKE = f"""
from datetime import UTC, datetime
from thuocdo.config import setup
setup.migrate()
from thuocdo.accounts.actions import add_person
from thuocdo.config.loading import load_model_programme
from thuocdo.core.actor import Actor, Role
now = datetime(2025, 6, 20, 3, tzinfo=UTC)
first = Actor("setup", "Setup")
def add(username, name, agency, role):
    return add_person(username=username, name=name, agency=agency, roles={{role}}, password={PASSWORD!r},
                      by=first, now=now)
add("an", "An", "BKHCN", Role.REPORTER)
chi = add("chi", "Chi", "VPTW", Role.METHODOLOGIST)
binh = add("binh", "Bình", "VPTW", Role.MONITOR)
load_model_programme(slug="nq03", by=chi, confirmed_by=binh, now=now)
"""

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(bool(lacking()), reason=lacking()),
]


@pytest.fixture
def page_for(chromium, served):
    """Return a function that opens the log-in page in a window of its own, without JavaScript of ours."""
    contexts = []

    def open_in(width, language, scheme="light"):
        context = chromium.new_context(
            viewport={"width": width, "height": 800}, locale=language, color_scheme=scheme
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{served}/dang-nhap?lang={language}")
        return page

    yield open_in
    for context in contexts:
        context.close()


def log_in(page, username="binh"):
    """Fill in the form as a person does."""
    page.fill("#username", username)
    page.fill("#password", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/viec")


def violations(page):
    """Return what axe-core finds, as short lines."""
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415  only where there is a browser

    found = Axe().run(page).response["violations"]
    return [f"{each['id']}: {node['html'][:120]}" for each in found for node in each["nodes"]]


def is_too_wide(page):
    """Say whether the page scrolls sideways."""
    return page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_is_free_of_findings(width, language, scheme, page_for, served):
    """axe-core finds nothing on any page of the application, at both widths, light and dark."""
    page = page_for(width, language, scheme)
    assert violations(page) == []
    log_in(page)
    for address in PAGES:
        page.goto(served + address)
        assert (address, page.get_attribute("html", "lang")) == (address, language)
        assert (address, violations(page)) == (address, [])


@pytest.mark.parametrize("username", ["an", "binh"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_nothing_scrolls_sideways_on_the_narrowest_phone(username, language, page_for, served):
    """At 320 pixels every page keeps within its width, and what is touched is large enough."""
    page = page_for(NARROWEST, language)
    assert not is_too_wide(page)
    log_in(page, username)
    for address in PAGES:
        page.goto(served + address)
        assert (address, is_too_wide(page)) == (address, False)
        for button in page.locator(".fold-button").all():  # a refusal has no menu
            button.click()
        assert (address, is_too_wide(page)) == (address, False)
        for target in page.locator("header a, button, .button, .field").filter(visible=True).all():
            assert target.bounding_box()["height"] >= TOUCH, (address, target.inner_text())


def test_an_officer_works_with_the_keyboard_alone(page_for):
    """Log in, reach the content by the skip link, read the first task, and log out, without a mouse."""
    page = page_for(1366, "vi")
    log_in(page, "an")
    assert page.locator("h1").inner_text() == "Việc của tôi"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")
    assert page.locator("table.list tbody tr").first.locator(".status").inner_text() == "Quá hạn"
    page.locator("form.leave button").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/dang-nhap")


def test_the_policy_stops_nothing_that_we_need(page_for):
    """The style sheet is taken and the browser reports no refused file."""
    refused = []
    page = page_for(1366, "vi")
    page.on("console", lambda message: refused.append(message.text))
    page.reload()
    log_in(page)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(251, 250, 246)"
    assert refused == []
