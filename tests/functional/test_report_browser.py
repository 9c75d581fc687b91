"""An officer reports a task in a browser: few clicks, keys alone, no connection, no JavaScript."""

import pytest
from tests.factories.browser import lacking
from tests.functional.test_web_browser import MAKE, PASSWORD, is_too_wide, violations

MAKE = MAKE.replace('"BKHCN", Role.REPORTER)', '"BKHCN", Role.HEAD)')
WIDTHS = (390, 1280)
NARROWEST = 320
MOST_CLICKS = 5
LARGEST = 200 * 1024
LINE = "Quyết định số {number}/QĐ-TTg ngày 12/6/2025 của Thủ tướng Chính phủ"
PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj
trailer<</Root 1 0 R>>
%%EOF"""
# Presses of a pointer are counted in the page itself, over all its loads.
COUNT = """addEventListener("pointerdown", () =>
  sessionStorage.setItem("presses", 1 + Number(sessionStorage.getItem("presses"))), true);"""

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(bool(lacking()), reason=lacking()),
]


@pytest.fixture
def officer(chromium, served):
    """Return a function that logs An in, in a window of its own, and opens an address."""
    contexts = []

    def open_at(path="/viec", width=1280, language="vi", **more):
        context = chromium.new_context(
            viewport={"width": width, "height": 900},
            locale=language,
            base_url=served,
            permissions=["clipboard-read", "clipboard-write"],
            **more,
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"/dang-nhap?lang={language}")
        page.fill("#username", "an")
        page.fill("#password", PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url("**/viec")
        page.add_init_script(COUNT)
        page.goto(path)
        return page

    yield open_at
    for context in contexts:
        context.close()


def presses(page):
    """Return how often a pointer was pressed in this window."""
    return int(page.evaluate("sessionStorage.getItem('presses') ?? 0"))


def copy(page, text):
    """Put a line into the clipboard, as if copied from a letter."""
    page.evaluate("text => navigator.clipboard.writeText(text)", text)


def unreported(page):
    """Return the first tasks of the list that have not been reported."""
    rows = page.locator("tr:has(.period.not_reported)")
    return [rows.nth(place).get_attribute("data-task") for place in range(6)]


def kept(page):
    """Return what this device keeps of what was typed."""
    return page.evaluate("Object.keys(localStorage).filter(key => /typed|queue/.test(key))")


def test_a_document_is_reported_in_five_clicks(officer, tmp_path):
    """From the list: open, choose, paste, choose a file, send; the clicks in the file dialog count too."""
    file = tmp_path / "quyet-dinh.pdf"
    file.write_bytes(PDF)
    page = officer()
    task = unreported(page)[0]
    copy(page, LINE.format(number=9201))
    page.click(f"#t{task} th a")
    page.click("label[for=situation-done]")
    page.keyboard.press("Control+V")
    page.wait_for_selector("input[value='9201/QĐ-TTg']")
    page.locator("#proof-0-file").scroll_into_view_if_needed()
    with page.expect_file_chooser() as chooser:
        page.click("#proof-0-file")
    chooser.value.set_files(file)  # one more click, in the dialog
    page.get_by_text("1 kB · 1 trang").wait_for()
    page.click("#send")
    page.wait_for_url("**nhan=*")
    assert "Đã nhận báo cáo" in page.locator("#received").inner_text()
    assert presses(page) + 1 <= MOST_CLICKS
    assert "đã gửi" in page.locator(f"#t{task}").inner_text()


def test_keys_alone_are_enough(officer):
    """Down, open, choose, paste, send: no pointer, and the next task stands ready for the next number."""
    page = officer()
    copy(page, LINE.format(number=9202))
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    task = page.evaluate("document.activeElement.closest('tr').dataset.task")
    page.keyboard.press("Enter")
    page.wait_for_selector(f"#panel[data-task='{task}']")
    page.keyboard.press("1")
    page.keyboard.press("Control+V")
    page.wait_for_selector("input[value='9202/QĐ-TTg']")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**nhan=*")
    page.keyboard.press("2")
    assert page.is_checked("#situation-working")
    page.keyboard.press("Control+s")
    page.wait_for_url("**luu=1*")
    page.keyboard.press("Escape")
    page.wait_for_url("**/viec#t*")
    assert presses(page) == 0


def test_single_keys_leave_fields_alone_and_can_be_switched_off(officer):
    """A digit typed into a field is a digit, and after switching them off single keys do nothing."""
    page = officer("/viec/44")
    page.fill("#public_sentence", "")
    page.locator("#public_sentence").press_sequentially("1 2")
    assert page.input_value("#public_sentence") == "1 2"
    assert page.locator("input[name=situation]:checked").count() == 0
    page.locator("#public_sentence").blur()
    page.keyboard.press("?")
    page.check("#keys-off")
    page.locator("#keys-off").blur()
    page.keyboard.press("1")
    assert page.locator("input[name=situation]:checked").count() == 0


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("width", WIDTHS)
def test_every_screen_is_free_of_findings(width, language, officer):
    """axe-core finds nothing: list, panel, a line that was read, all the faults, a filtered list."""
    page = officer(width=width, language=language)
    assert violations(page) == []
    task = unreported(page)[2]
    page.goto(f"/viec/{task}")
    assert violations(page) == []
    page.check("#situation-obstacle", force=True)
    page.fill("#proof-0-text", LINE.format(number=9203))
    page.wait_for_selector("input[value='9203/QĐ-TTg']")
    page.fill("#expected_on", "31/2/2030")
    page.click("#send")
    page.wait_for_selector("#faults a")
    assert page.evaluate("document.activeElement.id") == "faults"
    assert violations(page) == []
    page.goto("/viec?ky=saved")
    assert violations(page) == []
    if width == WIDTHS[0]:
        page.set_viewport_size({"width": NARROWEST, "height": 800})
        assert not is_too_wide(page)
        page.goto(f"/viec/{task}")
        assert not is_too_wide(page)


@pytest.mark.parametrize("width", WIDTHS)
def test_two_versions_lose_nothing(width, officer):
    """Two windows save the same task: the second sees both versions and keeps what it had typed."""
    first = officer(width=width)
    task = unreported(first)[3 if width == WIDTHS[0] else 4]
    first.goto(f"/viec/{task}")
    second = first.context.new_page()
    second.goto(f"/viec/{task}")
    second.check("#situation-working", force=True)
    second.fill("#expected_on", "1/2/2031")
    second.click("#save")
    second.wait_for_url("**luu=1*")
    first.check("#situation-obstacle", force=True)
    first.fill("#obstacle", "Chờ ý kiến")
    first.click("#save")
    first.wait_for_selector("#conflict")
    assert violations(first) == []
    assert first.input_value("#obstacle") == "Chờ ý kiến"
    first.check("#choose-expected_on-theirs")
    first.click("#save")
    first.wait_for_url("**luu=1*")
    assert (first.input_value("#obstacle"), first.input_value("#expected_on")) == ("Chờ ý kiến", "1/2/2031")


def test_without_a_connection_the_row_waits_and_is_sent_once(officer):
    """What is sent without a connection waits on the device, goes by itself, and leaves nothing behind."""
    page = officer()
    task = unreported(page)[5]
    page.goto(f"/viec/{task}")
    page.keyboard.press("2")
    page.wait_for_timeout(500)
    page.context.set_offline(True)
    page.keyboard.press("Control+Enter")
    page.get_by_text("Chờ có mạng để gửi: 1 việc").wait_for()
    assert page.locator(f"#t{task} [data-period]").inner_text() == "chờ gửi"
    assert len(kept(page)) == 2
    page.context.set_offline(False)
    page.evaluate("dispatchEvent(new Event('online'))")
    page.get_by_text(f"đã gửi nhiệm vụ {task}").wait_for()
    assert kept(page) == []
    page.goto(f"/viec/{task}")
    assert "đã gửi" in page.locator(".standing").inner_text()


def test_what_is_typed_comes_back_and_logging_out_clears_it(officer):
    """A reload brings back what was typed; logging out, and a shared device, keep nothing."""
    page = officer("/viec/44")
    page.fill("#public_sentence", "Một câu chưa gửi.")
    assert kept(page)
    page.reload()
    page.wait_for_function("document.querySelector('#public_sentence').value === 'Một câu chưa gửi.'")
    page.locator("#keys summary").evaluate("each => each.click()")
    page.locator("#shared").evaluate("each => each.click()")
    assert kept(page) == []
    page.fill("#public_sentence", "Trên máy dùng chung.")
    assert kept(page) == []
    page.locator("#shared").evaluate("each => each.click()")
    page.fill("#public_sentence", "Lại giữ.")
    assert kept(page)
    page.click("form.leave button")
    page.wait_for_url("**/dang-nhap*")
    assert kept(page) == []


def test_without_javascript_everything_is_a_form(officer):
    """A browser without JavaScript reads a line, adds evidence, saves and sends."""
    from playwright.sync_api import expect  # noqa: PLC0415  only where there is a browser

    page = officer("/viec/44", java_script_enabled=False)
    page.check("#situation-working", force=True)
    page.fill("#proof-0-text", LINE.format(number=9204))
    page.click(".line button")  # each page comes back from the server: what is expected of it waits
    expect(page.locator("#proof-0-number")).to_have_value("9204/QĐ-TTg")
    page.get_by_role("button", name="Thêm minh chứng").click()
    expect(page.locator(".proof")).to_have_count(2)
    page.get_by_role("button", name="Bỏ minh chứng 2").click()
    expect(page.locator(".proof")).to_have_count(1)
    page.click("#save")
    assert "Đã lưu nháp" in page.locator(".panel .received").inner_text()
    page.click("#send")
    assert "Đã nhận báo cáo nhiệm vụ 44" in page.locator("#received").inner_text()


def test_the_page_is_light_and_says_nothing_wrong(officer):
    """List and panel with all they load keep within their budget, and the console stays silent."""
    page = officer()
    sizes, said = [], []
    page.on("response", lambda answer: sizes.append(len(answer.body())) if answer.status == 200 else None)
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto("/viec/57")
    page.wait_for_load_state("networkidle")
    assert sum(sizes) <= LARGEST
    assert said == []
