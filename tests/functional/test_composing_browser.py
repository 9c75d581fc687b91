"""The composer in a browser: phone and desk, both languages, without scripts."""

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
chi, binh = add("chi", Role.METHODOLOGIST), add("binh", Role.MONITOR)
load_model_programme(slug="nq03", by=chi, confirmed_by=binh, now=now)
"""

TOUCHED = "button, summary, input:not([type=hidden]), select"
pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(bool(lacking()), reason=lacking()),
]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_report_is_composed_on_any_screen_without_scripts(chromium, served, language):
    """List, report, its faults, a frozen report and the rows of a number: whole at 320 and 1280 pixels."""
    context = chromium.new_context(viewport={"width": 320, "height": 900}, java_script_enabled=False)
    looking = chromium.new_context(viewport={"width": 320, "height": 900})
    page = context.new_page()
    page.goto(f"{served}/dang-nhap?lang={language}")
    page.fill("#username", "binh")
    page.fill("#password", PASSWORD)
    page.click("main button")
    page.goto(f"{served}/bao-cao/soan?lang={language}")
    page.select_option("#language", language)
    page.click("form.begin button")
    page.fill("#t-assessment", "Tất cả có 140 nhiệm vụ.")
    page.click("button[value=save]")
    assert page.locator(".faults li").count() == 1
    seen = [page.url.split("?")[0]]
    looking.add_cookies(context.cookies())
    eye = looking.new_page()
    wrong = []
    for width in (320, 1280):
        eye.set_viewport_size({"width": width, "height": 900})
        for address in (f"{served}/bao-cao/soan", *seen, f"{seen[0]}/so?so=tasks.theme-VII"):
            eye.goto(f"{address}{'&' if '?' in address else '?'}lang={language}")
            wrong += [(width, address, each) for each in findings(eye, TOUCHED)]
    assert wrong == []
    page.fill("#t-assessment", "{tasks}.")
    page.click("button[value=freeze]")
    assert page.locator(".files a").count() >= 2
    eye.goto(f"{seen[0]}?lang={language}")
    assert findings(eye, TOUCHED) == []
    context.close()
    looking.close()
