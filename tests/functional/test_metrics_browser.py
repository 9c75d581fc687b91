"""The pages of metrics in a browser: phone and desk, both languages, by keys, without scripts."""

from datetime import UTC, datetime

import pytest
from tests.factories.browser import lacking
from tests.factories.findings import findings
from tests.factories.written import file
from tests.functional.test_thresholds_browser import PASSWORD, page_of

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
chi, kim = add("chi", Role.METHODOLOGIST), add("kim", Role.METHODOLOGIST)
load_model_programme(slug="nq03", by=chi, confirmed_by=kim, now=now)
"""
NEXT = f"{datetime.now(UTC).year + 1}-02-01"
TOUCHED = "button, textarea, summary, table a"
__all__ = ["page_of"]
pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(bool(lacking()), reason=lacking()),
]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_pages_are_free_of_findings(page_of, served, width, language):
    """axe-core finds nothing and nothing scrolls sideways: list, empty form, faults, and a trial."""
    page = page_of("chi", width)
    page.goto(f"{served}/phep-do?lang={language}")
    assert findings(page, TOUCHED) == []
    page.goto(f"{served}/phep-do/moi?ma=11.6-online-payment")
    page.locator("main summary").last.click()
    assert findings(page, TOUCHED) == []
    for text in (file(unit_vi="", sql="drop table x"), file("11.6-online-payment", applies_from=NEXT)):
        page.fill("#text", text)
        page.click("button[value=look]")
        assert findings(page, TOUCHED) == []


def test_two_people_without_scripts(page_of, served):
    """One tries and proposes, another reads and approves; the pages between have no finding."""
    page = page_of("chi", 390, java_script_enabled=False)
    page.goto(f"{served}/phep-do/moi")
    page.fill("#text", file(applies_from=NEXT))
    page.click("button[value=look]")
    page.wait_for_selector(".trial")
    page.fill("#reason", "Hội đồng phương pháp")
    page.click("button[value=propose]")
    page.wait_for_selector(".told")
    own = page.url.split("?")[0]
    second = page_of("kim", 390)
    second.goto(own)
    assert findings(second, TOUCHED) == []
    second.focus("button[value=approve]")
    second.keyboard.press("Enter")
    second.wait_for_url("**?xong=approve")
    assert findings(second, TOUCHED) == []
