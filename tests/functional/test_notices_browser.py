"""Notices and chasing in a browser: free of findings on a phone and on a desk, in both languages, by keys."""

from pathlib import Path

import pytest
from tests.factories.browser import lacking

PASSWORD = "mot-mat-khau-dai"
MAKE = f"""
from datetime import UTC, datetime
from thuocdo.config import setup
setup.migrate()
from django.utils import timezone
from thuocdo.accounts.actions import add_person
from thuocdo.config.loading import load_model_programme
from thuocdo.core.actor import Actor, Role
from thuocdo.cycles.notices import models
now = datetime.now(UTC)
first = Actor("setup", "Setup")
def add(username, name, agency, *roles):
    return add_person(username=username, name=name, agency=agency, roles=set(roles), password={PASSWORD!r},
                      by=first, now=now)
add("an", "An", "BKHCN", Role.REPORTER, Role.HEAD)
chi = add("chi", "Chi", "VPTW", Role.METHODOLOGIST)
binh = add("binh", "Bình", "VPTW", Role.MONITOR)
add("hoa", "Hoa", "", Role.ADMINISTRATOR)
load_model_programme(slug="nq03", by=chi, confirmed_by=binh, now=now)
def tell(number, occasion, **params):
    models.Notice.objects.create(key=str(number), person="an", occasion=occasion, params=params,
                                 place="/viec", made_on=now.date(), made_at=now)
tasks = ", ".join(str(each) for each in range(1, 41))
tell(1, "task_due", due="2026-12-31", days="7", tasks=tasks, count="40")
tell(2, "digest", late="3", soon="2", returned="1")
models.Notice.objects.filter(key="2").update(read_at=now)
models.Outbox.objects.create(key="k", channel="mail", receiver="an", state="dead", attempts=6,
                             made_at=now, next_at=now, problem="the mail server cannot be reached")
"""
PAGES = (
    ("an", "/thong-bao"),
    ("an", "/tai-khoan/thong-bao"),
    ("hoa", "/thong-bao/chua-gui"),
    ("binh", "/theo-doi/don-doc"),
)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(bool(lacking()), reason=lacking()),
]


@pytest.fixture
def page_of(chromium, served):
    """Return a function that opens a window of its own in which somebody has logged in."""
    contexts = []

    def open_in(username, width, language, scheme="light"):
        context = chromium.new_context(
            viewport={"width": width, "height": 800}, locale=language, color_scheme=scheme
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{served}/dang-nhap?lang={language}")
        page.fill("#username", username)
        page.fill("#password", PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: "dang-nhap" not in url, wait_until="load")
        return page

    yield open_in
    for context in contexts:
        context.close()


def findings(page):
    """Return what axe-core finds, and whether the page scrolls sideways, as short lines."""
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415  only where there is a browser

    found = Axe().run(page).response["violations"]
    lines = [f"{each['id']}: {node['html'][:120]}" for each in found for node in each["nodes"]]
    wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    return [*lines, "too wide"] if wide else lines


@pytest.mark.parametrize(
    ("width", "language", "scheme"),
    [
        (320, "vi", "dark"),
        (390, "vi", "light"),
        (390, "en", "light"),
        (1280, "vi", "light"),
        (1280, "en", "dark"),
    ],
)
def test_every_page_is_free_of_findings(width, language, scheme, page_of, served):
    """axe-core finds nothing on any page, nothing scrolls sideways, and the language is the asked one."""
    for username in ("an", "hoa", "binh"):
        page = page_of(username, width, language, scheme)
        for person, address in PAGES:
            if person == username:
                page.goto(served + address)
                assert (address, page.get_attribute("html", "lang")) == (address, language)
                assert (address, findings(page)) == (address, [])


@pytest.mark.parametrize("width", [390, 1280])
def test_the_steps_of_chasing_are_free_of_findings(width, page_of, served):
    """The question before reminding, the draft and the page to print have no findings either."""
    page = page_of("binh", width, "vi")
    for button, then in (("ask", ""), ("joint", "print"), ("each", "")):
        page.goto(f"{served}/theo-doi/don-doc")
        with page.expect_navigation():
            page.locator(f'button[value="{button}"]').click()
        assert (button, findings(page)) == (button, [])
        if then:
            with page.expect_navigation():
                page.locator(f'button[value="{then}"]').click()
            assert (then, findings(page)) == (then, [])


def test_what_is_touched_is_large_enough(page_of, served):
    """On a phone every link, button and box to tick has room for a finger."""
    page = page_of("an", 390, "vi")
    page.goto(f"{served}/thong-bao")
    for target in page.locator(".notices a, .notices button, main > form button").all():
        assert target.bounding_box()["height"] >= 44
    page = page_of("binh", 390, "vi")
    page.goto(f"{served}/theo-doi/don-doc")
    for target in page.locator(".owing .tick").all()[:10]:
        assert target.bounding_box()["height"] >= 44


def test_a_notice_is_marked_and_a_letter_downloaded_by_keys(page_of, served):
    """Without a mouse: a marked notice leaves the unread number, and an edited letter comes as a file."""
    page = page_of("an", 1280, "vi")
    page.goto(f"{served}/thong-bao")
    assert page.locator(".unread").inner_text().startswith("1")
    page.locator(".notices .new button").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator(".unread").count() == 0
    page = page_of("binh", 1280, "vi")
    page.goto(f"{served}/theo-doi/don-doc")
    page.locator('button[value="joint"]').press("Enter")
    page.wait_for_selector("#text-1")
    page.fill("#text-1", "Kính gửi: Bộ A\nĐề nghị gửi báo cáo.")
    with page.expect_download() as started:
        page.locator('button[value="txt"]').press("Enter")
    assert Path(started.value.path()).read_text(encoding="utf-8") == "Kính gửi: Bộ A\nĐề nghị gửi báo cáo."
