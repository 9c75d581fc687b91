"""Matters in a browser: no finding of axe on any page, nothing too wide, the whole way without a mouse."""

import pytest
from tests.factories.browser import lacking
from tests.factories.serving import made, serving

PASSWORD = "mot-mat-khau-dai"
WIDTHS = (390, 1280)
NARROWEST = 320
TOUCH = 24
MAKE = f"""
from datetime import timedelta
from django.utils import timezone
from thuocdo.config import setup
setup.migrate()
from thuocdo.accounts.actions import add_person
from thuocdo.config.loading import load_model_programme
from thuocdo.core.actor import Actor, Role
from thuocdo.cycles.actions import record_rows
from thuocdo.cycles.matters.actions import move_matter, open_matter
from thuocdo.cycles.matters.types import Answer, Kind, State
from thuocdo.cycles.opening import calendar_of, change_cycle, open_cycle
from thuocdo.cycles.types import RawRow
from thuocdo.programme import queries
from thuocdo.programme.designating import candidates, questions
now = timezone.now()
day = now.date()
first = Actor("setup", "Setup")
def add(username, name, agency, *roles):
    return add_person(username=username, name=name, agency=agency, roles=frozenset(roles),
                      password={PASSWORD!r}, by=first, now=now)
an = add("an", "An", "BKHCN", Role.REPORTER, Role.HEAD)
em = add("em", "Em", "BKHCN", Role.REPORTER)
giang = add("giang", "Giang", "BYT", Role.REPORTER, Role.HEAD)
chi = add("chi", "Chi", "VPTW", Role.METHODOLOGIST)
binh = add("binh", "Bình", "VPTW", Role.MONITOR)
load_model_programme(slug="nq03", by=chi, confirmed_by=binh, now=now)
cycle = [each for each in calendar_of("nq03", day=day) if each.due_on < day][-1]
open_cycle(slug="nq03", code=cycle.code, by=binh, now=now)
change_cycle(slug="nq03", code=cycle.code, closes_on=cycle.due_on, preview_on=day,
             publish_on=day + timedelta(days=14), reason="Thử", by=binh, now=now)
def opened(kind, by=an, ago=20, **cells):
    return open_matter(slug="nq03", kind=kind, task="17", cells=cells, by=by, now=now - timedelta(days=ago))
opened(Kind.DISPUTE, wished="done", text="Đã ban hành đúng hạn.\\n\\nXem Công báo.")
opened(Kind.EXTENSION, wished_on="31/12/2030", text="Chờ thẩm tra.")
climbs = opened(Kind.DIFFICULTY, asked="BYT", text="Chưa có định mức.")
move_matter(matter=climbs, to=State.PASSED, answer=Answer(text="Vượt thẩm quyền.", body="VPTW"),
            by=giang, now=now - timedelta(days=9))
opened(Kind.PROPOSAL, by=em, asked="BTC", text="Dùng chung danh mục.")
opened(Kind.NOTE, ago=0, text="Đang trình.")
opened(Kind.NOTE, by=em, ago=0, text="Bản của chuyên viên.")
steps = [("Gửi lấy ý kiến", 20), ("Trình Thủ tướng", 200)]
record_rows(rows=[RawRow("row", {{"kind": "milestone", "task": "17", "name": name,
            "due_on": (day + timedelta(days=days)).isoformat()}}) for name, days in steps], by=an, now=now)
register = queries.register("nq03")
asked = next(each for each in questions(queries.programme("nq03"), register, day) if each.leads)
codes = [body.code for body in candidates(asked.group, register, day)][:3]
act = "Quyết định số 12/QĐ-TTg ngày 01/02/2025"
open_matter(slug="nq03", kind=Kind.DESIGNATION, task=asked.task.code, by=binh, now=now, cells=dict(
    group=asked.group, members=" ".join(codes), document=act, on="01/02/2025"))
print(climbs, f"{{asked.task.code}}~{{asked.group}}", sep="\\n")
"""

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(bool(lacking()), reason=lacking()),
]


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """Serve a programme with matters in all states; returns the address and the pages of each person."""
    data = tmp_path_factory.mktemp("data")
    climbs, question = made(MAKE, data).split()[-2:]
    pages = {
        "an": (
            "/kien-nghi?xem=cua-toi",
            "/viec/14/khieu-nai",
            "/viec/17/gia-han",
            "/viec/17/kho-khan",
            "/viec/17/moc",
            "/cong-khai-thu",
        ),
        "binh": (
            "/kien-nghi?xem=tat-ca",
            f"/kien-nghi/{climbs}",
            "/viec/17/moc",
            "/cong-khai-thu?co-quan=BKHCN",
            "/chi-dinh",
            f"/chi-dinh/{question}",
        ),
    }
    with serving(data) as port:
        yield f"http://127.0.0.1:{port}", pages


@pytest.fixture
def page_of(chromium, served):
    """Return a function that logs somebody in, in a window and a language of their own."""
    contexts = []

    def open_for(username, width, language="vi", *, scripts=True, scheme="light"):
        context = chromium.new_context(
            viewport={"width": width, "height": 800},
            locale=language,
            java_script_enabled=scripts,
            color_scheme=scheme,
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{served[0]}/dang-nhap?lang={language}")
        page.fill("#username", username)
        page.fill("#password", PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url(lambda address: "/dang-nhap" not in address)
        return page

    yield open_for
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


@pytest.mark.parametrize("username", ["an", "binh"])
@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_is_free_of_findings(width, language, username, page_of, served):
    """axe-core finds nothing on any page of matters, folded parts opened, in both languages and widths."""
    address, pages = served
    page = page_of(username, width, language, scheme="dark" if width == WIDTHS[0] else "light")
    for each in pages[username]:
        page.goto(address + each)
        assert (each, page.get_attribute("html", "lang")) == (each, language)
        page.evaluate("document.querySelectorAll('main details').forEach(each => { each.open = true })")
        assert (each, violations(page)) == (each, [])
        assert (each, is_too_wide(page)) == (each, False)


@pytest.mark.parametrize("username", ["an", "binh"])
def test_nothing_scrolls_sideways_on_the_narrowest_phone(username, page_of, served):
    """At 320 pixels every page keeps within its width, and what is touched is large enough."""
    address, pages = served
    page = page_of(username, NARROWEST)
    for each in pages[username]:
        page.goto(address + each)
        assert (each, is_too_wide(page)) == (each, False)
        low = page.evaluate(
            """least => [...document.querySelectorAll('main a, main button, main .field, main summary')]
                .filter(each => each.checkVisibility() && each.getBoundingClientRect().height < least)
                .map(each => each.outerHTML.slice(0, 100))""",
            TOUCH,
        )
        assert (each, low) == (each, [])


def test_a_proposal_is_made_and_passed_up_without_script_and_mouse(page_of, served):
    """With the keyboard alone and no JavaScript an officer proposes, and the asked head passes it up."""
    address, _pages = served
    page = page_of("an", 1280, scripts=False)
    page.goto(f"{address}/viec/17/kho-khan")
    page.focus("#is-proposal")
    page.keyboard.press("Space")
    page.focus("#asked")
    page.select_option("#asked", "BYT")
    page.focus("#text")
    page.keyboard.type("Kiến nghị sửa mẫu biểu.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/kien-nghi/K-*")
    made = page.url
    asked = page_of("giang", 390, scripts=False)
    asked.goto(f"{address}/kien-nghi")
    assert asked.locator(f'a[href="{made.removeprefix(address)}"]').count() == 1
    asked.goto(made)
    asked.locator("summary", has_text="Chuyển lên cơ quan khác").focus()
    asked.keyboard.press("Enter")
    asked.select_option("#body-passed", "BTC")
    asked.focus("#text-passed")
    asked.keyboard.type("Vượt thẩm quyền.")
    asked.keyboard.press("Tab")
    asked.keyboard.press("Enter")
    asked.locator(".ladder tbody tr").nth(1).wait_for()
    assert "Bộ Tài chính" in asked.locator(".ladder tbody tr").nth(1).inner_text()
