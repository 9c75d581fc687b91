"""A newspaper frames a card in its own page; the published pages themselves stay out of foreign frames."""

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, sync_playwright
from tests.factories.browser import CHROMIUM, SWITCHES, lacking
from tests.factories.served_folder import served_folder
from tests.factories.site import model_facts, site_of

from thuocdo.publication.site.cards import HEIGHT

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(bool(lacking()), reason=lacking()),
]
CARDS = (
    "nq03/chi-tieu/10/the/",
    "en/nq03/chi-tieu/3/the/",
    "en/nq03/nhiem-vu/31/the/",
    "nq03/nhiem-vu/32/the/",
)


@pytest.fixture(scope="module")
def served(tmp_path_factory) -> Iterator[str]:
    """Serve the model programme's site, which knows its address, with the server's own headers."""
    folder = tmp_path_factory.mktemp("site")
    for path, data in site_of(model_facts(), address="https://a.example").items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    with served_folder(folder) as address:
        yield address.rstrip("/")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start one browser for all tests of the file."""
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        yield started
        started.close()


@pytest.fixture
def elsewhere(served, tmp_path) -> Iterator[str]:
    """Serve a foreign page that frames a card and, against the site's will, a whole page."""
    frames = "".join(
        f'<iframe src="{served}/{path}" width="{width}" height="{HEIGHT}" title="x"></iframe>'
        for path, width in (*((path, 420) for path in CARDS), (CARDS[2], 340), ("nq03/chi-tieu/10/", 420))
    )
    (tmp_path / "index.html").write_text(f"<!doctype html><title>x</title>{frames}", encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=str(tmp_path)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_a_foreign_page_shows_cards_and_no_page(browser, elsewhere):
    """Each card fits the frame that its lines ask for, in its style; the page in a frame stays empty."""
    page = browser.new_page(viewport={"width": 900, "height": 1600})
    page.goto(elsewhere)
    page.wait_for_load_state("networkidle")
    *cards, refused = page.frames[1:]
    assert [frame.url.endswith("/the/") for frame in cards] == [True] * (len(CARDS) + 1)
    for frame in cards:
        assert frame.evaluate("document.documentElement.scrollHeight <= innerHeight"), frame.url
        assert frame.evaluate("document.documentElement.scrollWidth <= innerWidth"), frame.url
        assert frame.evaluate("getComputedStyle(document.body).display") == "flex"
    assert refused.url.startswith("chrome-error:")
    page.close()


@pytest.mark.parametrize("card", CARDS)
@pytest.mark.parametrize("width", [340, 1280])
def test_a_card_is_readable_by_everybody(browser, served, card, width):
    """No rule of WCAG is broken, light or dark, and its link leads to the page."""
    for scheme in ("light", "dark"):
        # The tester's own script would not run under the card's policy, which is looked at elsewhere.
        context = browser.new_context(
            viewport={"width": width, "height": HEIGHT}, color_scheme=scheme, bypass_csp=True
        )
        page = context.new_page()
        page.goto(f"{served}/{card}")
        assert Axe().run(page).response["violations"] == []
        link = page.get_by_role("link")
        assert link.evaluate("one => one.href") == f"{served}/{card.removesuffix('the/')}"
        context.close()


def test_a_browser_takes_the_pictures(browser, served):
    """The size is the one that the page names."""
    page = browser.new_page()
    page.goto(f"{served}/nq03/chi-tieu/10/")
    size = (
        "async src => { const one = new Image(); one.src = src; await one.decode(); return one.naturalWidth }"
    )
    for name in ("general", "done", "late", "na"):
        assert page.evaluate(size, f"/assets/preview/{name}.png") == 1200
    page.close()
