"""The head, the monitor and the verifier at work in a browser, on a phone and on a desk, by keys alone."""

import pytest
from tests.factories.browser import lacking

PASSWORD = "mot-mat-khau-dai"
MAKE = f"""
from datetime import UTC, datetime
from thuocdo.config import setup
setup.migrate()
from thuocdo.accounts.actions import add_person
from thuocdo.config.loading import load_model_programme
from thuocdo.core.actor import Actor, Role
from thuocdo.cycles.actions import record_rows
from thuocdo.cycles.types import RawRow
now = datetime.now(UTC)
first = Actor("setup", "Setup")
def add(username, name, agency, *roles):
    return add_person(username=username, name=name, agency=agency, roles=set(roles), password={PASSWORD!r},
                      by=first, now=now)
an = add("an", "An", "BKHCN", Role.REPORTER, Role.HEAD)
em = add("em", "Em", "BKHCN", Role.REPORTER)
chi = add("chi", "Chi", "VPTW", Role.METHODOLOGIST)
binh = add("binh", "Bình", "VPTW", Role.MONITOR)
kim = add("kim", "Kim", "BKHCN", Role.MONITOR)
load_model_programme(slug="nq03", by=chi, confirmed_by=binh, now=now)
def row(number, kind, **cells):
    return RawRow(f"row {{number}}", {{"kind": kind, "task": "44", **cells}})
law = "Luật số 93/2025/QH15 ngày 27/5/2025 của Quốc hội"
sentence = "Đang hoàn thiện danh mục."
record_rows(rows=[row(1, "report", situation="working", public_sentence="Đang khảo sát.", cycle="2025-1"),
                  row(2, "evidence", task="17", text=law),
                  row(3, "evidence", task="9", text="Quyết định 5/QĐ-BKHCN ngày 2/6/2025", component="b"),
                  row(4, "milestone", name="Trình dự thảo", due_on="2027-09-30")], by=an, now=now)
record_rows(rows=[row(1, "report", situation="working", public_sentence=sentence, cycle=""),
                  row(2, "report", task="16", situation="working", cycle=""),
                  row(3, "report", task="17", situation="done", cycle=""),
                  row(4, "evidence", task="17", text="Đã trình Chính phủ xem xét, ban hành Nghị định")],
            by=em, now=now)
"""
ONE_LINE = 64
TARGET = 44
PAGES = (
    ("an", "/lanh-dao"),
    ("binh", "/theo-doi"),
    ("binh", "/theo-doi/nhiem-vu"),
    ("binh", "/theo-doi/BKHCN"),
    ("binh", "/theo-doi?xem=trang-thai"),
    ("binh", "/xac-minh"),
    ("binh", "record"),
    ("kim", "record"),
)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(bool(lacking()), reason=lacking()),
]


@pytest.fixture(scope="module")
def cookies_of(chromium, served):
    """Return a function that gives the cookies of somebody who has logged in, once for each person."""
    found = {}

    def cookies(username):
        if username not in found:
            context = chromium.new_context()
            page = context.new_page()
            page.goto(f"{served}/dang-nhap")
            page.fill("#username", username)
            page.fill("#password", PASSWORD)
            page.keyboard.press("Enter")
            page.wait_for_url(lambda url: "dang-nhap" not in url)
            found[username] = context.cookies()
            context.close()
        return found[username]

    return cookies


@pytest.fixture
def page_of(chromium, cookies_of):
    """Return a function that opens a window of somebody who has logged in."""
    contexts = []

    def open_in(username, width=1280, **options):
        context = chromium.new_context(viewport={"width": width, "height": 900}, **options)
        context.add_cookies(cookies_of(username))
        contexts.append(context)
        return context.new_page()

    yield open_in
    for context in contexts:
        context.close()


def violations(page):
    """Return what axe-core finds, as short lines."""
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415  only where there is a browser

    found = Axe().run(page).response["violations"]
    return [f"{each['id']}: {node['html'][:120]}" for each in found for node in each["nodes"]]


def is_too_wide(page):
    """Say whether the page scrolls sideways."""
    return page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")


def small_targets(page):
    """Return buttons, fields and standing links that a finger misses."""
    return page.evaluate(
        """() => [...document.querySelectorAll('main :is(button, summary, select, input:not([type=hidden]))')]
        .map((each) => [each, each.getBoundingClientRect()])
        .filter(([each, box]) => box.width && box.height && (box.height < 24 || box.width < 24 ||
            (each.matches('button, summary') && box.height < 44)))
        .map(([each]) => each.outerHTML.slice(0, 90))"""
    )


def first_record(page, served):
    """Return the address of a law in the queue."""
    page.goto(f"{served}/xac-minh?loai=evidence")
    return served + page.locator("table.queue a", has_text="93/2025/QH15").get_attribute("href")


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("width", [390, 1280])
def test_every_desk_is_free_of_findings(page_of, served, width, language):
    """axe-core finds nothing, nothing scrolls sideways, no console complains, at both widths."""
    for username, address in PAGES:
        page = page_of(username, width)
        complaints = []
        page.on("console", lambda message, into=complaints: into.append(message.text))
        where = first_record(page, served) if address == "record" else f"{served}{address}"
        answer = page.goto(f"{where}{'&' if '?' in where else '?'}lang={language}")
        assert answer.status == 200
        for summary in page.locator("main summary").all()[:2]:
            summary.click()
        assert violations(page) == [], (username, address)
        assert not is_too_wide(page), (username, address)
        assert small_targets(page) == [], (username, address)
        assert complaints == [], (username, address)


@pytest.mark.parametrize("address", ["/lanh-dao", "/xac-minh"])
def test_the_smallest_screen_needs_no_sideways_scroll(page_of, served, address):
    """A window of 320 px holds the desks of the head and of the verifier."""
    page = page_of("an" if address == "/lanh-dao" else "binh", 320)
    page.goto(f"{served}{address}")
    assert not is_too_wide(page)


def test_dark_colours_are_free_of_findings(page_of, served):
    """The same pages in dark colours keep their contrast."""
    for username, address in PAGES[:2]:
        page = page_of(username, 1280, color_scheme="dark")
        page.goto(f"{served}{address}")
        assert violations(page) == []


def test_keys_do_nothing_outside_an_item(page_of, served):
    """A letter that is pressed while no item has the focus approves nothing."""
    page = page_of("an")
    page.goto(f"{served}/lanh-dao")
    waiting = page.locator("[data-item]").count()
    page.keyboard.press("a")
    page.goto(f"{served}/lanh-dao")
    assert page.locator("[data-item]").count() == waiting == 3


def test_the_head_approves_by_keys_alone(page_of, served):
    """Tab and Enter lead to the first item; J goes on, R opens the reasons, Escape comes back, A approves."""
    page = page_of("an")
    page.goto(f"{served}/lanh-dao?lang=vi")
    for _press in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("(document.activeElement.getAttribute('href') ?? '').startsWith('#i')"):
            break
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.matches('[data-item]')")
    first = page.evaluate("document.activeElement.id")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") != first
    page.keyboard.press("k")
    page.keyboard.press("r")
    assert page.evaluate("document.activeElement.name").startswith("fault-")
    page.keyboard.type("aaa")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == first
    page.keyboard.press("a")
    page.wait_for_url("**/lanh-dao?approve=**")
    assert "Đã duyệt và gửi: 1 bản ghi." in page.content()
    assert page.locator("[data-item]").count() == 2
    assert page.locator(f"#{first}").count() == 0
    assert page.evaluate("document.activeElement.matches('[data-item]')")


@pytest.mark.parametrize("width", [320, 390])
def test_the_menu_of_a_phone_needs_one_line_and_no_script(page_of, served, width):
    """One line holds the name, a button and the other language; by keys alone the button opens the menu."""
    page = page_of("binh", width, java_script_enabled=False)
    page.goto(f"{served}/theo-doi?lang=vi")
    assert page.locator("header.top").bounding_box()["height"] <= ONE_LINE
    button, link = page.get_by_role("button", name="Mục lục"), page.get_by_role("link", name="Xác minh")
    assert button.bounding_box()["height"] >= TARGET
    assert link.count() == 0
    button.focus()
    page.keyboard.press("Enter")
    assert link.bounding_box()["height"] >= TARGET
    page.keyboard.press("Tab")
    assert page.locator("#fold a").first.evaluate("each => each.matches(':focus')")
    page.keyboard.press("Escape")
    assert link.count() == 0
    page.keyboard.press("Enter")
    link.click()
    page.wait_for_url("**/xac-minh")


def test_the_menu_of_a_desk_stands_open(page_of, served):
    """On a wide screen there is no button, and every page is one click away; axe finds nothing in either."""
    page = page_of("binh", 1280)
    page.goto(f"{served}/theo-doi?lang=vi")
    assert page.get_by_role("button", name="Mục lục").count() == 0
    assert page.get_by_role("link", name="Xác minh").is_visible()
    phone = page_of("binh", 390)
    phone.goto(f"{served}/theo-doi?lang=vi")
    phone.get_by_role("button", name="Mục lục").click()
    assert violations(phone) == []
    assert not is_too_wide(phone)


def test_the_head_needs_no_script(page_of, served):
    """Without JavaScript a reason is written and the item goes back, by buttons alone."""
    page = page_of("an", 390, java_script_enabled=False)
    page.goto(f"{served}/lanh-dao?lang=vi")
    waiting = page.locator("[data-item]").count()
    item = page.locator("[data-item]").first
    item.locator("summary").click()
    item.locator("[name=fault-text]").fill("Chưa có văn bản")
    item.get_by_role("button", name="Trả lại cán bộ báo cáo").click()
    page.get_by_text("Đã trả lại cán bộ báo cáo").first.wait_for()
    assert page.locator("[data-item]").count() == waiting - 1


def test_the_verifier_accepts_by_keys_alone(page_of, served):
    """The page opens on the record; a part is ticked, A accepts, and the next record is open."""
    page = page_of("binh")
    page.goto(first_record(page, served))
    before = page.url
    assert page.evaluate("document.activeElement.id") == "what"
    page.keyboard.press("a")
    page.wait_for_url(lambda url: url != before)
    page.wait_for_load_state()
    second = page.url
    assert "/xac-minh/E-" in second
    assert page.evaluate("document.activeElement.id") == "what"
    page.keyboard.press("a")
    page.wait_for_load_state()
    page.locator("#wrong-note").wait_for()
    assert page.evaluate("document.activeElement.id") == "note"
    page.keyboard.type("Đã xem, phù hợp.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: second.split("?")[0] not in url)
    page.wait_for_load_state()
    assert page.goto(f"{second}&lang=vi").status == 200
    assert "Hồ sơ được chấp nhận." in page.content()
