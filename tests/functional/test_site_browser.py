"""The public site in a real browser: readable by everybody, on a phone, on paper and on a slow line."""

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright
from tests.factories.browser import CHROMIUM, SWITCHES, lacking
from tests.factories.site import model_facts, model_site

from thuocdo.evaluation.evaluate import evaluate

LIMIT = 100 * 1024
PAPER = 703
"""Width in pixels of an A4 page between the margins that the style sheet sets."""

TOO_WIDE = """() => [...document.body.querySelectorAll('*')]
    .filter(one => !one.closest('.vh, .sprite, .skip') && one.checkVisibility())
    .filter(one => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .map(one => `${one.tagName}.${one.getAttribute('class') ?? ''} ${one.getBoundingClientRect().right}`)"""
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(bool(lacking()), reason=lacking()),
]


def addresses() -> list[str]:
    """Return one page of every kind, tasks and indicators in each of their shapes."""
    verdicts = evaluate(model_facts())
    recurring = next(each.task for each in verdicts.tasks if each.recurring)
    shared = next(each.task for each in verdicts.tasks if len(each.assignments) > 30)
    sections = ("", "nhom", "nhiem-vu", "chi-tieu", "co-quan", "dia-phuong", "cach-tinh", "du-lieu")
    written = ("phep-do/11.1-last-of-month", "chi-tieu/11.1")
    things = (
        *("kiem-chung", "nghia-vu", "nhom/II", "co-quan/bkhcn", "co-quan/btttt", "dia-phuong/01"),
        *(f"nhiem-vu/{code}" for code in ("29", "31", "32", "33", recurring, shared)),
        *(f"chi-tieu/{code}" for code in ("3", "10", "13")),
        *written,
    )
    found = ["", *(f"nq03/{name}/" if name else "nq03/" for name in (*sections, *things))]
    return [f"{prefix}{path}" for path in dict.fromkeys(found) for prefix in ("", "en/")]


PAGES = pytest.mark.parametrize("address", addresses())


class Quiet(SimpleHTTPRequestHandler):
    """Serves the folder without a line for each request."""

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def served(tmp_path_factory) -> Iterator[str]:
    """Serve the site of the model programme on this machine and return its address."""
    folder = tmp_path_factory.mktemp("site")
    for path, content in model_site().items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start Debian's Chromium once."""
    with sync_playwright() as engine:
        started = engine.chromium.launch(executable_path=str(CHROMIUM), args=SWITCHES)
        yield started
        started.close()


@pytest.fixture(scope="module")
def plain(browser) -> Iterator[Page]:
    """Return a window that runs no scripts."""
    with browser.new_context(java_script_enabled=False) as context:
        yield context.new_page()


@pytest.fixture(scope="module")
def checker(browser) -> Iterator[Page]:
    """Return a window in which axe, and nothing of the site, runs."""
    with browser.new_context() as context:
        yield context.new_page()


def visit(page: Page, address: str, width: int, media: str = "screen") -> Page:
    """Open the address in a window of that width, on the screen or as printed."""
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(media=media)
    page.goto(address)
    return page


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1366, "light"), (1366, "dark")])
@PAGES
def test_nothing_keeps_anybody_out(checker, served, address, width, scheme):
    """The accessibility rules of axe hold on every kind of page, on a phone, on a desk and in the dark."""
    checker.emulate_media(color_scheme=scheme)
    found = Axe().run(visit(checker, served + address, width)).response["violations"]
    assert [(each["id"], [node["html"][:160] for node in each["nodes"][:3]]) for each in found] == []


@PAGES
def test_a_small_phone_needs_no_sideways_scroll(plain, served, address):
    """At 320 pixels only tables marked as scrolling scroll, never the page."""
    page = visit(plain, served + address, 320)
    assert page.locator("h1").is_visible()
    assert page.evaluate(SIDEWAYS) == 0


@PAGES
def test_nothing_is_cut_off_on_paper(plain, served, address):
    """Printed on A4 no element is wider than the page, scrolling tables included."""
    assert visit(plain, served + address, PAPER, "print").evaluate(TOO_WIDE) == []


@PAGES
def test_a_slow_line_is_enough(browser, served, address):
    """A page with all that it loads stays under 100 KiB, and all of it comes from the same folder."""
    came = []
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.on("response", lambda each: came.append(each))  # noqa: PLW0108  the driver wants a Python function
        page.goto(served + address)
        own = [each for each in came if each.url.startswith(served)]
        assert all(each.ok and each.url.startswith((served, "data:")) for each in came)
        assert sum(len(each.body()) for each in own) <= LIMIT
