"""The page of thresholds in a browser: phone and desk, both languages, by keys, without scripts."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.factories.browser import lacking
from tests.factories.findings import findings

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
DAY = (datetime.now(UTC) + timedelta(days=30)).date().isoformat()
ASKED = "on_track_from=90&at_risk_from=20&draft_share=50&obstacle_days=30&plan_months=1&applies_from="

TOUCHED = "button, input:not([type=hidden])"
pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(bool(lacking()), reason=lacking()),
]


@pytest.fixture
def page_of(chromium, served):
    """Return a function that opens a window in which somebody has logged in."""
    contexts = []

    def open_in(who, width=1280, **options):
        context = chromium.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{served}/dang-nhap")
        page.fill("#username", who)
        page.fill("#password", PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: "dang-nhap" not in url)
        return page

    yield open_in
    for context in contexts:
        context.close()


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_page_is_free_of_findings(page_of, served, width, language):
    """axe-core finds nothing and nothing scrolls sideways: plain, looked at, and with faults."""
    page = page_of("chi", width)
    for asked in ("", f"{ASKED}{DAY}", f"{ASKED}2020-01-01".replace("=90", "=x")):
        page.goto(f"{served}/nguong?lang={language}&{asked}")
        for summary in page.locator("main summary").all()[:2]:
            summary.click()
        assert findings(page, TOUCHED) == [], asked


def test_two_people_by_keys_and_without_scripts(page_of, served):
    """One looks and proposes, another approves, both by keys alone; the waiting page has no finding."""
    page = page_of("chi", 390, java_script_enabled=False)
    page.goto(f"{served}/nguong")
    page.fill("#obstacle_days", "10")
    page.fill("#applies_from", DAY)
    page.keyboard.press("Enter")
    page.wait_for_selector("#typed-propose")
    page.fill("#reason", "Cảnh báo sớm hơn")
    page.fill("#typed-propose", f"nguong-{DAY}")
    page.keyboard.press("Enter")
    page.wait_for_selector(".told")
    second = page_of("hoa", 390)
    second.goto(f"{served}/nguong")
    assert findings(second, TOUCHED) == []
    second.fill("#typed-approve", f"nguong-{DAY}")
    second.keyboard.press("Enter")
    second.wait_for_url("**/nguong?xong=approve")
    assert findings(second, TOUCHED) == []
