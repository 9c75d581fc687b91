"""People add a second factor, log in with it, and administer, in a browser; pages have no findings."""

import json
import time

import pytest
from tests.factories.browser import lacking
from tests.factories.serving import made, serving
from tests.functional.test_web_browser import MAKE, NARROWEST, PASSWORD, is_too_wide, violations

from thuocdo.accounts.factors import PERIOD, format_hotp_value, hotp_value

MORE = f"""{MAKE}
add("em", "Em", "BKHCN", Role.REPORTER)
add("hoa", "Hoa", "VPTW", Role.ADMINISTRATOR)
add("khanh", "Khánh", "BKHCN", Role.HEAD)
add("lan", "Lan", "BKHCN", Role.REPORTER)
"""
ADMINISTRATOR = (
    "/tai-khoan",
    "/tai-khoan/xac-thuc",
    "/tai-khoan/xac-thuc/ung-dung",
    "/tai-khoan/xac-thuc/khoa",
    "/tai-khoan/mat-khau",
    "/nguoi-dung",
    "/nguoi-dung/moi-nguoi",
    "/nguoi-dung/binh",
    "/ma-may",
)
HEAD = ("/tai-khoan/uy-quyen",)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(bool(lacking()), reason=lacking()),
]


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """Serve with the real command; returns the address under a name, as security keys want one."""
    data = tmp_path_factory.mktemp("data")
    made(MORE, data)
    with serving(data) as port:
        yield f"http://localhost:{port}"


@pytest.fixture
def window(chromium, served):
    """Return a function that opens a window and, with a name, logs in."""
    contexts = []

    def open_for(username="", width=1280, language="vi", scheme="light", *, script=True):
        context = chromium.new_context(
            viewport={"width": width, "height": 900},
            locale=language,
            color_scheme=scheme,
            java_script_enabled=script,
            base_url=served,
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(f"/dang-nhap?lang={language}")
        if username:
            send_password(page, username)
            page.wait_for_url(lambda address: "/dang-nhap" not in address or "buoc-hai" in address)
        return page

    yield open_for
    for context in contexts:
        context.close()


def send_password(page, username):
    """Fill in the form as a person does."""
    page.fill("#username", username)
    page.fill("#password", PASSWORD)
    page.keyboard.press("Enter")


def code_of(secret, steps=0):
    """Return the code that an app shows now, or so many steps later."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // PERIOD + steps))


@pytest.mark.parametrize(
    ("width", "language", "scheme"),
    [(390, "vi", "light"), (1280, "vi", "dark"), (390, "en", "dark"), (1280, "en", "light")],
)
def test_every_page_of_people_is_free_of_findings(width, language, scheme, window):
    """axe-core finds nothing on any page, at both widths, in both languages and colour schemes."""
    findings = {}
    guest = window("", width, language, scheme)
    findings["/dang-nhap"] = violations(guest)
    for username, pages in (("hoa", ADMINISTRATOR), ("khanh", HEAD)):
        page = window(username, width, language, scheme)
        for address in pages:
            page.goto(address)
            findings[address] = violations(page)
            assert not is_too_wide(page)
    assert {address: found for address, found in findings.items() if found} == {}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_nothing_scrolls_sideways_on_the_narrowest_phone(language, window):
    """At 320 px every page of people fits."""
    for username, pages in (("hoa", ADMINISTRATOR), ("khanh", HEAD)):
        page = window(username, NARROWEST, language)
        for address in pages:
            page.goto(address)
            assert not is_too_wide(page), address


def test_an_invitation_goes_from_the_administrator_to_the_first_page_without_javascript(window):
    """The link is copied from the page, opened elsewhere, and the account with its app is ready."""
    admin = window("hoa", 390, script=False)
    admin.goto("/nguoi-dung/moi-nguoi")
    admin.fill("#name", "Nguyễn Minh")
    admin.fill("#username", "minh")
    admin.select_option("#body", "BKHCN")
    admin.check("#role-reporter")
    admin.click("main form button")
    assert shows_the_link(admin)
    link = admin.input_value("#link")
    guest = window("", 390, script=False)
    guest.goto(link)
    guest.fill("#password", PASSWORD)
    guest.fill("#again", PASSWORD)
    guest.click("main form button")
    guest.wait_for_url("**/tai-khoan")
    guest.goto("/tai-khoan/xac-thuc/ung-dung")
    secret = guest.inner_text(".secret").replace(" ", "")
    guest.fill("#code", code_of(secret, -1))
    guest.click("main form button")
    recovery = guest.inner_text(".codes code >> nth=0")
    guest.click(".fold-button")
    guest.click("header .leave button")
    guest.wait_for_url("**/dang-nhap")
    send_password(guest, "minh")
    guest.wait_for_url("**/buoc-hai")
    guest.fill("#code", recovery)
    guest.click("main form button")
    guest.wait_for_url("**/viec")


def shows_the_link(page):
    """Say whether the page with the link names it and shows it once, readable without any script."""
    return (
        page.locator("textarea#link[readonly]").count() == 1 and page.locator("label[for=link]").count() == 1
    )


def test_a_security_key_is_added_and_opens_the_account(window):
    """A key is made with one touch, asked for after the password, and a wrong one is told plainly."""
    page = window("lan")
    blocked = []
    page.on("console", lambda message: blocked.append(message.text) if message.type == "error" else None)
    wire = page.context.new_cdp_session(page)
    wire.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "usb", "hasUserVerification": True, "isUserVerified": True}
    key = wire.send("WebAuthn.addVirtualAuthenticator", {"options": options})["authenticatorId"]
    page.goto("/tai-khoan/xac-thuc/khoa")
    page.fill("#name", "Khóa bàn làm việc")
    page.click("main form button")
    page.wait_for_selector(".codes")
    assert violations(page) == []
    page.goto("/tai-khoan/xac-thuc")
    assert "Khóa bàn làm việc" in page.inner_text("main")
    page.click("header .leave button")
    page.wait_for_url("**/dang-nhap")
    send_password(page, "lan")
    page.wait_for_url("**/buoc-hai")
    assert violations(page) == []
    page.click("form[data-key] button")
    page.wait_for_url("**/viec")
    assert blocked == []
    page.click("header .leave button")
    page.wait_for_url("**/dang-nhap")
    wire.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": key})
    wire.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    send_password(page, "lan")
    page.wait_for_url("**/buoc-hai")
    page.click("form[data-key] button")
    page.wait_for_selector("[data-problem]:not([hidden])", timeout=90_000)
    page.goto("/viec")
    assert "/dang-nhap" in page.url


def test_a_key_answer_is_worth_nothing_a_second_time(window):
    """What a key answered once does not open the account when it is sent again."""
    page = window("em")
    wire = page.context.new_cdp_session(page)
    wire.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "usb", "hasUserVerification": True, "isUserVerified": True}
    wire.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    page.goto("/tai-khoan/xac-thuc/khoa")
    page.fill("#name", "Khóa")
    page.click("main form button")
    page.wait_for_selector(".codes")
    answers = []
    page.on("request", lambda sent: answers.append(sent.post_data or "") if sent.method == "POST" else None)
    page.click("header .leave button")
    page.wait_for_url("**/dang-nhap")
    send_password(page, "em")
    page.wait_for_url("**/buoc-hai")
    page.click("form[data-key] button")
    page.wait_for_url("**/viec")
    answer = next(each for each in answers if "credential=" in each and "credential=&" not in each)
    other = window("em")
    assert "buoc-hai" in other.url
    credential = other.evaluate("data => new URLSearchParams(data).get('credential')", answer)
    assert json.loads(credential)["type"] == "public-key"
    other.evaluate(
        "answer => { const form = document.querySelector('form[data-key]');"
        " form.elements.namedItem('credential').value = answer; form.submit(); }",
        credential,
    )
    other.wait_for_selector("#problem")
    other.goto("/viec")
    assert "/dang-nhap" in other.url
