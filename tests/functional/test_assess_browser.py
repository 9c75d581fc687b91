"""Criteria sets and assessments in a browser: phone and desk, both languages, without scripts."""

import re

import pytest
from tests.factories.browser import lacking
from tests.factories.findings import findings
from tests.functional.test_thresholds_browser import PASSWORD, TOUCHED, page_of

MAKE = f"""
from datetime import UTC, datetime, timedelta
from thuocdo.config import setup
setup.migrate()
from tests.factories.assessed import SMALL, filled, frozen, proposed, submitted, verified
from thuocdo.accounts.actions import add_person
from thuocdo.assessments import actions, proposing
from thuocdo.config.loading import load_model_programme
from thuocdo.core.actor import Actor, Role
now = datetime.now(UTC)
def add(username, agency, *roles):
    return add_person(username=username, name=username, agency=agency, roles=set(roles),
                      password={PASSWORD!r}, by=Actor("setup", "Setup"), now=now)
chi, binh = add("chi", "VPTW", Role.METHODOLOGIST), add("binh", "VPTW", Role.MONITOR)
an, duc = add("an", "BKHCN", Role.REPORTER, Role.HEAD), add("duc", "VPCP", Role.MONITOR)
load_model_programme(slug="nq03", by=chi, confirmed_by=binh, now=now)
days = {{"since": now.date().replace(month=1, day=1), "until": now.date().replace(month=12, day=31)}}
early = datetime(now.year - 1, 6, 1, 3, tzinfo=UTC)
version = frozen(chi, binh, now=early, **days)
proposing.name_experts(id=version, names=["duc"], by=chi, now=now)
period = f"{{now.year}}-H1"
def unit(name):
    return {{"kind": "project", "name": name, "period": period}}
own = filled(version, an, now, period=period)
sent = submitted(version, an, now, **unit("Mot"))
seen = verified(version, an, binh, now, **unit("Hai"))
open_one = verified(version, an, binh, now, **unit("Ba"))
actions.dispute(id=open_one, reasons={{"A1": "Sai."}}, by=an, now=now)
waiting = proposed(chi, text=SMALL.replace("version: 1\\n", "version: 2\\n"), now=now,
                   since=days["until"] + timedelta(days=1), until=days["until"] + timedelta(days=366))
print(version, waiting, own, sent, seen, open_one)
"""

__all__ = ["page_of"]  # a fixture of another file serves here too

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(bool(lacking()), reason=lacking()),
]


def links(page, served, start, pattern):
    """Return the addresses on a page that begin with a word."""
    page.goto(f"{served}{start}")
    found = page.eval_on_selector_all("main a", "all => all.map((each) => each.getAttribute('href'))")
    return [each for each in dict.fromkeys(found) if each and each.startswith(pattern)]


@pytest.mark.parametrize(("width", "language"), [(320, "vi"), (390, "en"), (1280, "vi")])
def test_every_page_is_well_at_every_width(page_of, served, width, language):
    """No finding of axe-core, nothing scrolls sideways, every target is large enough for a finger."""
    looked = 0
    for who, start, pattern in (
        ("chi", "/bo-tieu-chi", "/bo-tieu-chi/B-"),
        ("chi", "/bo-tieu-chi", "/bo-tieu-chi/mau/provincial"),
        ("an", "/danh-gia", "/danh-gia/A-"),
        ("binh", "/danh-gia", "/danh-gia/A-"),
        ("duc", "/danh-gia", "/danh-gia/A-"),
    ):
        page = page_of(who, width)
        at = [start, *links(page, served, start, pattern)]
        at += [f"{each}/cham" for each in at if who == "binh" and "/A-" in each]
        at += ["/bo-tieu-chi/de-xuat?tu=provincial-rule"] if who == "chi" else []
        for each in at:
            sign = "&" if "?" in each else "?"
            page.goto(f"{served}{each}{sign}lang={language}")
            # A tick is as large as its label, which is a target too.
            wrong = [
                found for found in findings(page, TOUCHED) if not re.search(r'type="(checkbox|radio)"', found)
            ]
            assert wrong == [], each
            looked += 1
    assert looked >= 15


def test_a_form_is_filled_in_on_a_phone_without_scripts(page_of, served):
    """Values, a pasted line and a wrong one: what is right stays, and the next try is saved."""
    page = page_of("an", 390, java_script_enabled=False)
    page.goto(f"{served}/danh-gia")
    page.locator("a[href$='/to-khai']").first.click()
    page.fill("#v-asked", "mười hai")
    page.fill("#v-done", "9")
    page.fill("#p-A1", "Quyết định số 55/QĐ-BKHCN ngày 3/4/2025")
    page.locator("button[value=save]").click()
    assert page.input_value("#v-asked") == "mười hai"
    assert page.input_value("#v-done") == "9"
    assert "55/QĐ-BKHCN" in page.inner_text(".read-back >> nth=0")
    page.fill("#v-asked", "12")
    page.locator("button[value=save]").click()
    assert page.locator("[role=status]").count() == 1
    assert "75 %" in page.inner_text("#c-A1 .score")
