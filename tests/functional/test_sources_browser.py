"""The measurement room in a browser: sources, runs, quality and lineage; phone and desk, both languages."""

import pytest
from tests.factories.browser import lacking
from tests.factories.findings import findings

PASSWORD = "mot-mat-khau-dai"
MAKE = f"""
from datetime import UTC, datetime
from thuocdo.config import setup
setup.migrate()
from django.conf import settings
from tests.factories.deliveries import declaration, register
from thuocdo.accounts.actions import add_person
from thuocdo.config.loading import load_model_programme
from thuocdo.core.actor import Actor, Role
from thuocdo.jobs.measuring import measure
from thuocdo.measurement.months import Month
from thuocdo.measurement.sources import actions
from thuocdo.measurement.synthetic.types import Planted
now = datetime(2025, 5, 20, 5, tzinfo=UTC)
def add(username, *roles):
    return add_person(username=username, name=username, agency="VPTW", roles=set(roles),
                      password={PASSWORD!r}, by=Actor("setup", "Setup"), now=now)
chi, binh = add("chi", Role.METHODOLOGIST), add("binh", Role.MONITOR)
load_model_programme(slug="nq03", by=chi, confirmed_by=binh, now=now)
version = actions.propose_source(declaration=declaration(), by=chi, now=now)
actions.switch_on(id=version.source, number=1, by=binh, now=now)
register(settings.THUOCDO_DELIVERIES, planted={{Month(2025, 3): Planted.DUPLICATES}})
measure("nq03", clock=lambda: now, tell=lambda _reason: None)
"""
TOUCHED = "button, input:not([type=hidden]), select"
pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(bool(lacking()), reason=lacking()),
]


@pytest.fixture
def page_of(chromium, served):
    """Return a function that opens a window in which Chi, who keeps the sources, has logged in."""
    contexts = []

    def open_in(width, **options):
        context = chromium.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{served}/dang-nhap")
        page.fill("#username", "chi")
        page.fill("#password", PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: "dang-nhap" not in url)
        return page

    yield open_in
    for context in contexts:
        context.close()


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_of_the_room_has_a_finding(page_of, served, width, language):
    """axe-core finds nothing and nothing scrolls sideways, from the list of sources down to the rows."""
    page = page_of(width)
    page.goto(f"{served}/nguon-du-lieu?lang={language}")
    source = page.locator("main th a").first.get_attribute("href")
    page.goto(f"{served}/nguon-du-lieu/so-do")
    value = page.locator("main td a[href*='/so-do/']").first.get_attribute("href")
    page.goto(served + value)
    rows = page.locator("main .runs th a").first.get_attribute("href")
    runs = "/nguon-du-lieu/lan-doc"
    for address in ("/nguon-du-lieu", source, f"{source}/chat-luong", runs, f"{runs}?outcome=held"):
        page.goto(served + address)
        assert findings(page, TOUCHED) == [], address
    for address in ("/nguon-du-lieu/so-do", value, f"{value}?dem=1", f"{value}?tinh=1", rows):
        page.goto(served + address)
        assert findings(page, TOUCHED) == [], address


def test_from_the_mark_down_to_the_rows_by_keys_without_scripts(page_of, served):
    """The mark of a published value is typed, and the keys alone lead to its rows."""
    page = page_of(390, java_script_enabled=False)
    page.goto(f"{served}/nguon-du-lieu/so-do?lang=en")
    page.locator("main td a[href*='/so-do/']").first.focus()
    page.keyboard.press("Enter")
    digest = page.locator(".place").first.inner_text()
    page.goto(f"{served}/nguon-du-lieu/so-do")
    page.fill("#mark", f"[{digest[:8]}]")
    page.keyboard.press("Enter")
    page.wait_for_url("**mark=**")
    page.locator("main td a[href*='/so-do/']").first.focus()
    page.keyboard.press("Enter")
    page.locator("main .runs th a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**lan=**")
    assert "At most twenty" in page.locator("main").inner_text()
