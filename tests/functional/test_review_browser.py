"""Two people review a document in a browser, one with keys, one without JavaScript, and adopt it."""

import json
import re
from pathlib import Path
from urllib.request import urlopen

import pytest
from tests.factories.browser import lacking
from tests.factories.documents import as_docx, sample
from tests.functional.test_web_browser import (
    MAKE,  # noqa: F401  what `served` fills in
    NARROWEST,
    PASSWORD,
    TOUCH,
    is_too_wide,
    violations,
)

DOCUMENTS = Path(__file__).parents[1] / "documents"
UNKNOWN = "Hội Làm vườn"
KNOWN = "Bộ Nông nghiệp và Phát triển nông thôn"
MOST = 60
"""Cells that a review of the sample may ask for at most; more means that it goes in circles."""

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(bool(lacking()), reason=lacking()),
]


@pytest.fixture
def window(chromium, served):
    """Return a function that logs somebody in, in a window of their own."""
    contexts = []

    def open_for(username, width=1280, language="vi", scheme="light", *, script=True):
        context = chromium.new_context(
            viewport={"width": width, "height": 900},
            locale=language,
            color_scheme=scheme,
            java_script_enabled=script,
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{served}/dang-nhap?lang={language}")
        page.fill("#username", username)
        page.fill("#password", PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url("**/viec")
        return page

    yield open_for
    for context in contexts:
        context.close()


def send_in(page, served, slug, folder):
    """Send the sample in as a person does; returns the address of its draft."""
    file = folder / f"{slug}.docx"
    file.write_bytes(as_docx(sample()))
    return send_file(page, served, slug, file)


def send_file(page, served, slug, file):
    """Send a file in as a new programme, or as an act that amends the one of this name."""
    page.goto(f"{served}/van-ban")
    if page.locator(f"#amends option[value={slug}]").count():
        page.select_option("#amends", slug)
    else:
        page.fill("#slug", slug)
    page.set_input_files("#file", file)
    page.click("form.card button")
    page.wait_for_url(re.compile(r".*/van-ban/\d+$"))
    return page.url


def left(page):
    """Return how many doubtful cells the progress line still leaves open."""
    done, total = re.findall(r"\d+", page.locator("#progress > p").first.inner_text())[:2]
    return int(total) - int(done)


def wait_for(page, decided):
    """Wait until the progress line says that many cells are decided and the page is ready."""
    from playwright.sync_api import expect  # noqa: PLC0415  only where there is a browser

    expect(page.locator("#progress > p b").first).to_have_text(str(decided), timeout=20_000)
    page.wait_for_load_state()


def focused(page):
    """Return the text of the cell that has the focus, "" for none."""
    return page.evaluate("document.activeElement.closest('.cell')?.innerText ?? ''")


def review_with_keys(page, draft):
    """Go through the draft with the keyboard alone; returns how many keys of the review were pressed."""
    page.goto(f"{draft}?show=open")
    page.locator(".cell").first.focus()
    pressed, total = 0, left(page)
    while before := left(page):
        assert pressed < MOST
        text = focused(page)
        assert text, "the focus is lost"
        key = "a" if page.evaluate("!!document.activeElement.querySelector('[data-key=a]')") else "b"
        if UNKNOWN in text:
            page.keyboard.press("e")
            page.keyboard.type(KNOWN)
            page.keyboard.press("Control+Enter")
        else:
            page.keyboard.press(key)
        pressed += 1
        wait_for(page, total - before + 1)
    return pressed


def review_with_buttons(page, draft):
    """Go through the draft with links and forms alone; returns how many cells were decided."""
    page.goto(draft)
    pressed = 0
    while left(page):
        assert pressed < MOST
        page.click("a[data-key=n]")
        cell = page.locator("[data-waits]").first
        if UNKNOWN in cell.inner_text():
            cell.locator("summary").click()
            cell.locator(".field").fill(KNOWN)
            cell.locator("button[value=edit]").click()
        else:
            cell.locator("[data-key=a], [data-key=b]").first.click()
        pressed += 1
    return pressed


def test_two_people_review_and_adopt(window, served, tmp_path):
    """One decides with keys, one without JavaScript; both finish; version 1 is there for everybody."""
    first = window("binh")
    refused = []
    first.on("console", lambda message: refused.append(message.text))
    draft = send_in(first, served, "mau", tmp_path)
    cells = left(first)
    assert review_with_keys(first, draft) == cells > 10
    first.click("text=Tôi đã rà soát xong")
    second = window("chi", 390, script=False)
    assert review_with_buttons(second, draft) == cells
    second.click("text=Tôi đã rà soát xong")
    second.fill("#effective_on", "9/1/2025")
    second.click("text=Thông qua thành phiên bản")
    assert "phiên bản 1" in second.locator("main").inner_text()
    with urlopen(f"{served}/api/v1/programmes/mau") as answer:  # noqa: S310  our own server
        assert json.load(answer)["item"]["slug"] == "mau"
    assert refused == []


def test_undo_and_help_by_key(window, served, tmp_path):
    """The last step is taken back by one key, and the help opens by another."""
    page = window("binh")
    draft = send_in(page, served, "hai", tmp_path)
    page.goto(f"{draft}?show=open")
    page.locator(".cell").first.focus()
    start, name = left(page), focused(page)
    page.keyboard.press("a")
    wait_for(page, 1)
    assert left(page) == start - 1
    page.locator("[data-waits]").first.focus()
    page.keyboard.press("u")
    wait_for(page, 0)
    assert focused(page) == name
    page.keyboard.press("?")
    assert page.get_attribute("#keys", "open") is not None


def test_keys_move_among_the_cells(window, served, tmp_path):
    """Next and before move the focus and the mark in the source; outside the rows keys do nothing."""
    page = window("binh")
    draft = send_in(page, served, "ba", tmp_path)
    page.goto(f"{draft}?show=open")
    page.locator("[data-waits]").first.focus()
    seen = [focused(page)]
    for key in ("n", "j", "k", "p"):
        page.keyboard.press(key)
        seen.append(focused(page))
    assert seen[0] == seen[4] != seen[1] == seen[3] != seen[2]
    page.locator("main a").first.focus()
    page.keyboard.press("a")
    assert page.evaluate("document.activeElement.tagName") == "A"
    assert left(page) == left(page)


@pytest.fixture(scope="module")
def disputed(chromium, served, tmp_path_factory):
    """Return the address of a draft in which two people differ, one has typed nonsense, rows were added."""
    context = chromium.new_context(locale="vi")
    page = context.new_page()
    address = ""
    for username, value in (("chi", "Kế hoạch năm"), ("binh", "Kế hoạch quý")):
        page.goto(f"{served}/dang-nhap")
        page.fill("#username", username)
        page.fill("#password", PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url("**/viec")
        address = address or send_in(page, served, "bon", tmp_path_factory.mktemp("bon"))
        page.goto(f"{address}?row=task+1")
        cell = page.locator("[id='task_1:output']")
        cell.locator("summary").click()
        cell.locator(".field").fill(value)
        cell.locator("button[value=edit]").click()
        page.wait_for_load_state()
        page.locator("form.leave button").click()
    context.close()
    return address


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_pages_are_free_of_findings(width, language, scheme, window, served, disputed):
    """axe-core finds nothing on the list and on a draft with doubts, an open editor and a conflict."""
    page = window("binh", width, language, scheme)
    page.goto(f"{served}/van-ban")
    assert violations(page) == []
    page.goto(f"{disputed}?row=task+1")
    assert page.locator(".tag.alarm").count() == 1
    page.locator(".cell.waits summary").first.click()
    page.locator("#keys summary").click()
    assert violations(page) == []


def test_nothing_scrolls_sideways_on_the_narrowest_phone(window, served, disputed):
    """At 320 pixels both pages keep within their width, and what is touched is large enough."""
    page = window("binh", NARROWEST)
    for address in (f"{served}/van-ban", f"{disputed}?row=task+1"):
        page.goto(address)
        assert not is_too_wide(page)
        for target in page.locator("main button:visible, main .button:visible, main .field:visible").all():
            assert target.bounding_box()["height"] >= TOUCH, target.inner_text()


@pytest.fixture(scope="module")
def amended(chromium, served):
    """Return the addresses of an act that amends a programme, and of a plan of another country.

    In the act one person has chosen a number; the plan is reviewed by one person.
    """
    context = chromium.new_context(locale="vi")
    page = context.new_page()
    drafts = {}
    for username in ("binh", "chi"):
        page.goto(f"{served}/dang-nhap")
        page.fill("#username", username)
        page.fill("#password", PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url("**/viec")
        drafts["first"] = drafts.get("first") or send_file(
            page, served, "cay", DOCUMENTS / "chuong-trinh-cay-xanh.md"
        )
        review_with_buttons(page, drafts["first"])
        page.click("text=Tôi đã rà soát xong")
        if username == "binh":
            page.locator("form.leave button").click()
    page.fill("#effective_on", "5/2/2025")
    page.click("text=Thông qua thành phiên bản")
    drafts["act"] = send_file(page, served, "cay", DOCUMENTS / "chuong-trinh-cay-xanh-sua-doi.md")
    page.goto(f"{drafts['act']}/thay-doi")
    page.locator("tr", has_text="2 → 3").locator("summary").click()
    page.locator("tr", has_text="2 → 3").locator("button[name=ends]").click()
    drafts["plan"] = send_file(page, served, "trees", DOCUMENTS / "tree-plan-en.md")
    review_with_buttons(page, drafts["plan"])
    context.close()
    return drafts


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_pages_of_an_act_and_of_new_bodies_are_free_of_findings(width, language, window, amended):
    """axe-core finds nothing on changes with a choice that waits, on unknown bodies and before adoption."""
    page = window("binh", width, language)
    page.goto(f"{amended['act']}/thay-doi")
    assert page.locator("#numbers .waits").count() == 1
    for summary in page.locator("summary.button").all():
        summary.click()
    assert violations(page) == []
    assert not is_too_wide(page)
    page.goto(f"{amended['plan']}/co-quan")
    assert page.locator("fieldset").count() == 3
    assert violations(page) == []
    assert not is_too_wide(page)
    chi = window("chi", width, language)
    chi.goto(amended["plan"])
    assert chi.locator(".problem a").get_attribute("href").endswith("/co-quan")
    assert violations(chi) == []


def test_new_pages_fit_the_narrowest_phone(window, amended):
    """At 320 pixels they keep within their width, and what is touched is large enough."""
    page = window("binh", NARROWEST, script=False)
    for address in (f"{amended['act']}/thay-doi", f"{amended['plan']}/co-quan"):
        page.goto(address)
        assert not is_too_wide(page)
        boxes = [each.bounding_box() for each in page.locator("main .button, main .field").all()]
        assert min(box["height"] for box in boxes if box) >= TOUCH
