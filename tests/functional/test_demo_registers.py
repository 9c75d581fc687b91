"""The demo's registers as a newcomer sees them: sources, runs, quality, and a public number down to rows."""

import csv
import html
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal
from http.cookiejar import CookieJar
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

import pytest
from tests.factories.demo import started, thuocdo
from tests.factories.serving import ATTEMPTS, free_port

pytestmark = pytest.mark.slow
PASSWORD = "thuoc-do-minh-hoa"
MARK = "MINH HOẠ / ILLUSTRATIVE"
SOURCES = "/nguon-du-lieu"
SAID = {
    "vi": (
        "11.6 · Thanh toán trực tuyến khi làm thủ tục",
        "để riêng cả lần giao",
        "cùng Mã hồ sơ (dossier)",
    ),
    "en": (
        "11.6 · Online payment in procedures",
        "the whole delivery set aside",
        "the same Number of the dossier (dossier)",
    ),
}
"""What disagrees, what happened to a held delivery, and which check some rows did not keep."""


class Reader:
    """Somebody who has logged in to the served demo and reads its pages."""

    def __init__(self, address, name, language="vi"):
        self.address = address
        self.open = build_opener(HTTPCookieProcessor(CookieJar())).open
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.page("/dang-nhap"))[1]
        form = {"username": name, "password": PASSWORD, "csrfmiddlewaretoken": token}
        self.open(f"{address}/dang-nhap", urlencode(form).encode()).close()
        self.page(f"/tai-khoan?lang={language}")

    def page(self, path):
        """Return a page as text."""
        with self.open(self.address + path) as answer:
            return html.unescape(answer.read().decode())


@pytest.fixture(scope="module")
def address(demo, tmp_path_factory):
    """Serve a copy of the demo, which people may log in to."""
    home = tmp_path_factory.mktemp("served")
    data, out = shutil.copytree(demo[0], home / "data"), demo[1]
    database = demo[0].with_name("database")
    if database.exists():
        shutil.copy(database, home)
    port = free_port()
    server = started("serve", "--port", port, "--site", out, "--processes", 1, data=data)
    try:
        for _attempt in range(ATTEMPTS):
            try:
                build_opener().open(f"http://127.0.0.1:{port}/dang-nhap").close()
                break
            except URLError:
                time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(60)


def values(demo):
    """Return the published observations."""
    with (demo[1] / "nq03/du-lieu/observations.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_three_sources_of_three_bodies_stand_in_three_states(demo):
    """One is up to date, one late, and one down because of a planted fault that is said."""
    listed = thuocdo("sources", "list", data=demo[0]).stdout.splitlines()
    assert len(listed) == 3
    by_owner = {owner: line for line in listed for owner in ("VPCP", "NHNN", "BKHCN") if f" {owner} " in line}
    assert "up to date" in by_owner["VPCP"]
    assert "late" in by_owner["NHNN"]
    assert ("down" in by_owner["BKHCN"], "has its unit changed?" in by_owner["BKHCN"]) == (True, True)


def test_measured_values_are_published_with_what_they_were_counted_from(demo):
    """Each has numerator, denominator, vintage and method, comes out of them, and is marked."""
    measured = [each for each in values(demo) if each["origin"] == "measured"]
    declared = {each["code"] for each in measured if each["standing"] == "declared"}
    assert declared == {"11.3", "11.4", "11.5", "11.6", "12"}
    for each in measured:
        share = Decimal(each["numerator"]) / Decimal(each["denominator"]) * 100
        assert share.quantize(Decimal("0.01"), ROUND_HALF_UP) == Decimal(each["value"])
        assert re.fullmatch(rf"{re.escape(each['code'])}-[a-z-]+@1", each["method"])
        assert (each["illustrative"], bool(each["published_on"]), each["verified_by"]) == (
            "true",
            True,
            "binh",
        )
        assert "." not in each["numerator"] + each["denominator"]


def test_a_late_correction_made_a_second_vintage(demo):
    """The first quarter was sent again with what was decided since: both values stand there."""
    vintages = defaultdict(dict)
    for each in values(demo):
        if each["method"] == "11.3-digitised@1":
            vintages[each["period_end"]][each["published_on"]] = each["value"]
    assert sorted(vintages["2025-03-31"]) == ["2025-04-14", "2025-07-14"]
    first, second = (vintages["2025-03-31"][day] for day in sorted(vintages["2025-03-31"]))
    assert first != second
    page = (demo[1] / "nq03/chi-tieu/11.3/index.html").read_text(encoding="utf-8")
    assert f"<del>{first.replace('.', ',')}</del>" in page


def test_a_measured_number_leads_from_the_public_page_down_to_rows(demo, address):
    """The mark on the public page finds the value, its partitions, the sums by body, and some rows."""
    public = (demo[1] / "nq03/chi-tieu/11.3/index.html").read_text(encoding="utf-8")
    mark = re.findall(r"\(minh hoạ\) \[([0-9a-f]{8})\]", public)[-1]
    chi = Reader(address, "chi")
    found = re.findall(rf"{SOURCES}/so-do/(O-\w+)", chi.page(f"{SOURCES}/so-do?mark={mark}"))[-1]
    lineage = chi.page(f"{SOURCES}/so-do/{found}")
    assert ("11.3 · Hồ sơ, kết quả thủ tục đã số hóa" in lineage, MARK in lineage) == (True, True)
    assert "Đúng như đã ghi" in chi.page(f"{SOURCES}/so-do/{found}?dem=1")
    run = re.search(r"lan=(L-\w+)", lineage)[1]
    rows = chi.page(f"{SOURCES}/so-do/{found}?lan={run}")
    assert ("Thành phố Hà Nội" in rows, "Cách nộp hồ sơ<small>channel" in rows, MARK in rows) == (True,) * 3
    provinces = chi.page(f"{SOURCES}/so-do/{found}?tinh=1")
    assert ("Tỉnh Cà Mau" in provinces, MARK in provinces) == (True, True)


@pytest.mark.parametrize("language", SAID)
def test_pages_tell_what_disagrees_and_what_was_set_aside(address, language):
    """A reported value stands beside the measured one; planted faults are told with their rows."""
    chi, said = Reader(address, "chi", language), SAID[language]
    measured = chi.page(f"{SOURCES}/so-do")
    assert (said[0] in measured, "64,8 %" in measured or "64.8 %" in measured) == (True, True)
    office = re.search(rf'{SOURCES}/(S-\w+)">Hệ thống một cửa', chi.page(SOURCES))[1]
    quality = chi.page(f"{SOURCES}/{office}/chat-luong")
    assert (said[2] in quality, "50" in quality, MARK in quality) == (True, True, True)
    held = re.search(r"lan-doc/(L-\w+)", chi.page(f"{SOURCES}/lan-doc?outcome=held"))[1]
    assert said[1] in chi.page(f"{SOURCES}/lan-doc/{held}")


def test_an_owner_sees_its_own_source_and_its_rows(address):
    """An belongs to the ministry whose office has a source; Giang's ministry has none."""
    own = Reader(address, "an").page(SOURCES)
    assert (own.count(f'href="{SOURCES}/S-'), "Hệ thống một cửa" in own) == (1, True)
    assert f'href="{SOURCES}/S-' not in Reader(address, "giang").page(SOURCES)


def test_what_was_measured_is_listed_as_not_recomputable(demo):
    """The verdicts come out of the facts byte for byte; the rows behind a value are not published."""
    told = thuocdo("verify", demo[1], "--recompute", data=demo[0]).stdout
    assert "100.00 %" in told
    assert "counted from rows of registers that are not published" in told


def test_without_the_engine_the_demo_says_what_it_leaves_out(tmp_path):
    """Where DuckDB is not installed there is one sentence, and the rest of the demo all the same."""
    code = "import sys; sys.modules['duckdb'] = None; from thuocdo.cli.main import main; main()"
    words = ("demo", "--data", tmp_path / "data", "--out", tmp_path / "site", "--no-serve")
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, words)],
        env={"THUOCDO_LANG": "en", "PATH": ""},
        capture_output=True,
        text=True,
        timeout=180,
        check=True,
    )
    assert "DuckDB is not installed, so the demo has no sources" in done.stdout
    assert "values were measured" not in done.stdout
    published = values((None, tmp_path / "site"))
    assert {each["origin"] for each in published} == {"outside", "reported"}
    assert {"11.3", "12"} <= {each["code"] for each in published}
