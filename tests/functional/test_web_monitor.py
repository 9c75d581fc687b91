"""What the monitor finds: bodies against periods, all tasks, one body, and each table as a file."""

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories.desks import report, submitted
from tests.factories.rows import evidence

from thuocdo.cycles import models
from thuocdo.cycles.actions import verify_records
from thuocdo.cycles.types import Decision
from thuocdo.programme.catalogue import catalogue
from thuocdo.programme.registry import register
from thuocdo.programme.types import Deadline, DeadlineKind, Mode, Rhythm
from thuocdo.web.tables import as_csv

pytestmark = pytest.mark.django_db
PAGE = "/theo-doi"
TASKS = "/theo-doi/nhiem-vu"
EARLY = datetime(2025, 6, 10, 5, tzinfo=UTC)
LATE = datetime(2025, 6, 16, 5, tzinfo=UTC)
AUTUMN = datetime(2025, 11, 20, 5, tzinfo=UTC)


@pytest.fixture
def look_at(monkeypatch):
    """Return a function that lets the pages look from a moment."""
    from thuocdo.config import current  # noqa: PLC0415  settings are ready only here

    def stand(moment):
        clock = type("Clock", (), {"now": staticmethod(lambda: moment)})
        monkeypatch.setattr(current, "timezone", clock)

    return stand


@pytest.fixture
def june(look_at, model_programme):
    """Look at the model programme on 20 June 2025, in the days of grace of the first period."""
    look_at(datetime(2025, 6, 20, 5, tzinfo=UTC))
    return model_programme


def text(client, address):
    """Return a page's text, which has to be there."""
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def line_of(page, name):
    """Return the row of a table that begins with a name."""
    return next(each for each in page.split("<tr>") if name in each and 'scope="row"' in each)


def table_of(client, address):
    """Return the lines of a file."""
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert "attachment" in answer["Content-Disposition"]
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))


@pytest.mark.usefixtures("june")
def test_bodies_against_periods(browser_of, giang, an):
    """Ministries and provinces stand apart; a body says how many reports came, and which were late."""
    submitted(report(task="44"), by=an, now=EARLY)
    submitted(report(task="16"), by=an, now=LATE)
    submitted(report(task="9"), by=giang, now=EARLY)
    page = text(browser_of("binh"), PAGE)
    central, provinces = page.split("<caption>")[1:]
    ours = line_of(central, "Bộ Khoa học và Công nghệ")
    assert "một phần" in ours
    assert "nhận muộn 1" in ours
    assert "đã quá hạn" in ours
    assert "đã nhận 2/" in ours
    assert "Bộ Y tế" in central
    assert "chưa báo cáo" in provinces
    assert "Bộ Y tế" not in provinces
    assert "hạn 14/06/2025" in page


@pytest.mark.usefixtures("june")
def test_a_body_that_sent_and_was_verified(browser_of, an, binh):
    """What was verified is counted apart from what was only sent."""
    (public_id,) = submitted(report(task="44"), by=an, now=EARLY)
    verify_records(decisions=[Decision(public_id, accept=True)], by=binh, now=LATE)
    page = text(browser_of("binh"), PAGE)
    assert "xác minh 1" in line_of(page, "Bộ Khoa học và Công nghệ")


@pytest.mark.usefixtures("june")
def test_what_is_still_inside_a_body_is_not_heard(browser_of, em):
    """A report that waits for its head counts as missing: the monitor sees nothing of it."""
    submitted(report(task="44", public_sentence="Chưa gửi"), by=em, now=EARLY)
    client = browser_of("binh")
    assert "chưa báo cáo" in line_of(text(client, PAGE), "Bộ Khoa học và Công nghệ")
    for address in (PAGE, TASKS, f"{PAGE}/BKHCN", f"{PAGE}.csv", f"{TASKS}.csv"):
        assert "Chưa gửi" not in text(client, address)


@pytest.mark.usefixtures("june")
def test_the_matrix_is_filtered_and_its_file_too(browser_of, an):
    """The state narrows the rows of the page and of the file alike."""
    submitted(report(task="44"), by=an, now=EARLY)
    client = browser_of("binh")
    page = text(client, f"{PAGE}?ky=2025-1&bao-cao=part")
    assert "Bộ Khoa học và Công nghệ" in page
    assert "Bộ Y tế" not in page
    lines = table_of(client, f"{PAGE}.csv?ky=2025-1&bao-cao=part")
    assert {line[1] for line in lines[1:]} == {"Bộ Khoa học và Công nghệ"}
    everybody = table_of(client, f"{PAGE}.csv")
    assert len(everybody) > 56
    assert everybody[0][:3] == ["Mã", "Cơ quan", "Kỳ"]
    assert "Không có cơ quan nào ở tình trạng này." in text(client, f"{PAGE}?bao-cao=verified")


@pytest.mark.usefixtures("june")
def test_the_counts_by_status_are_a_second_view(browser_of):
    """What the page showed before is one link away, with its file."""
    client = browser_of("binh")
    page = text(client, f"{PAGE}?xem=trang-thai")
    assert "Đúng hạn trên số đã đến hạn" in page
    assert 'href="/theo-doi"' in page
    lines = table_of(client, f"{PAGE}.csv?xem=trang-thai")
    assert lines[0][:2] == ["Cơ quan", "Phần việc"]
    assert len(lines) > 56


@pytest.mark.usefixtures("june")
def test_all_tasks_with_filters(browser_of, an):
    """The list holds every task; body, state of reports and computed status narrow it, and its file."""
    submitted(report(task="44"), evidence(task="44"), by=an, now=EARLY)
    client = browser_of("binh")
    assert "140 trên 140 nhiệm vụ" in text(client, TASKS)
    own = text(client, f"{TASKS}?co-quan=BKHCN")
    assert "140 nhiệm vụ" not in own
    sent = text(client, f"{TASKS}?ky=2025-1&bao-cao=sent")
    assert "1 trên 140 nhiệm vụ" in sent
    assert "Danh mục công nghệ chiến lược" in sent
    claimed = text(client, f"{TASKS}?tinh-trang=claimed")
    assert "1 trên 140 nhiệm vụ" in claimed
    assert "Không có nhiệm vụ nào khớp" in text(client, f"{TASKS}?tinh-trang=claimed&bao-cao=verified")
    lines = table_of(client, f"{TASKS}.csv?tinh-trang=claimed")
    assert [line[0] for line in lines[1:]] == ["44"]
    assert len(table_of(client, f"{TASKS}.csv?lang=en")) == 141


@pytest.mark.usefixtures("june")
def test_one_body(browser_of, an):
    """A body has a page of its own tasks and periods; a code that names no body has none."""
    submitted(report(task="44"), by=an, now=EARLY)
    client = browser_of("binh")
    page = text(client, f"{PAGE}/BKHCN")
    assert "<h1>Bộ Khoa học và Công nghệ</h1>" in page
    assert "Báo cáo theo kỳ" in page
    assert "Danh mục công nghệ chiến lược" in page
    assert "Luật Nhà giáo" not in page
    lines = table_of(client, f"{PAGE}/BKHCN.csv?ky=2025-1&bao-cao=sent")
    assert [line[0] for line in lines[1:]] == ["44"]
    assert client.get(f"{PAGE}/NICHTS").status_code == 404
    assert client.get(f"{PAGE}/NICHTS.csv").status_code == 404


@pytest.mark.usefixtures("june")
def test_only_who_may_read_all_comes_in(browser_of):
    """A reporter, another body's head and a citizen get nothing of the overview, page or file."""
    for name in ("an", "giang", "dung"):
        client = browser_of(name)
        for address in (PAGE, f"{PAGE}.csv", TASKS, f"{TASKS}.csv", f"{PAGE}/BKHCN", f"{PAGE}/BKHCN.csv"):
            assert client.get(address).status_code == 403
    assert browser_of("chi").get(PAGE).status_code == 200


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+cmd", "'+cmd"),
        ("-x", "'-x"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("-5", "-5"),
        ("-5,25", "-5,25"),
        ("+7", "+7"),
        ("1131/QĐ-TTg", "1131/QĐ-TTg"),
        (-5, "-5"),
        (None, ""),
        (date(2025, 6, 14), "2025-06-14"),
    ],
)
def test_no_cell_is_a_formula(given, written):
    """Text that a spreadsheet might run gets an apostrophe; plain numbers stay numbers."""
    body = as_csv("x", ["a"], [(given,)]).content.decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(body, newline="")))[1] == [written]


@pytest.fixture
def everybody(db, binh, chi, now, look_at):  # noqa: ARG001  db opens the database
    """Load 140 tasks that each of 56 bodies owes, with a report on every second one."""
    from thuocdo.programme import actions  # noqa: PLC0415  tables are ready only here

    look_at(AUTUMN)
    year = Deadline(DeadlineKind.YEAR, "2026", due=date(2026, 12, 31))
    made = catalogue("nq03")
    changes = {"leads": ("G_ALL",), "mode": Mode.EACH_LEAD, "rhythm": Rhythm.ONCE, "deadline": year}
    tasks = tuple(replace(task, unmeasurable="", **changes) for task in made.tasks)
    actions.load_register(register=register(), by=chi, now=now)
    actions.load_programme(programme=replace(made, tasks=tasks), by=chi, confirmed_by=binh, now=now)
    return [task.code for task in tasks]


def fill(codes, agencies):
    """Let bodies have reported on tasks in the second period of 2025."""
    rows = [
        models.Report(
            public_id=f"R-{agency[:9]}-{code}",
            key=f"{agency}-{code}",
            programme="nq03",
            task=code,
            agency=agency,
            state="sent",
            content={"task": code, "cycle": "2025-2", "situation": "working"},
            author="x",
            sent_by="y",
            received_at=AUTUMN,
            received_on=AUTUMN.date(),
        )
        for agency in agencies
        for code in codes
    ]
    models.Report.objects.bulk_create(rows)


def test_no_query_grows_with_bodies_tasks_or_reports(browser_of, everybody):
    """7 840 assignments take at most fifteen queries on every view, as many as a hundred reports take."""
    from thuocdo.cycles.standing import ledger  # noqa: PLC0415  tables are ready only here

    client = browser_of("binh")
    found = ledger("nq03", day=AUTUMN.date())
    assert sum(len(tasks) for (_, cycle), tasks in found.owed.items() if cycle == "2025-2") == 7840
    addresses = (PAGE, TASKS, f"{TASKS}?co-quan=BYT", f"{PAGE}/BYT", f"{PAGE}?xem=trang-thai", f"{TASKS}.csv")

    def count(address):
        with CaptureQueriesContext(connection) as caught:
            page = text(client, address)
        assert page
        return len(caught)

    fill(everybody[:2], found.agencies[:3])
    text(client, PAGE)
    few = {address: count(address) for address in addresses}
    fill(everybody[2:72], found.agencies[3:])
    text(client, PAGE)
    assert {address: count(address) for address in addresses} == few
    assert max(few.values()) <= 15
    page = text(client, TASKS)
    assert "140 trên 140 nhiệm vụ" in page
    assert "56 cơ quan" in page
    assert "đã nhận 53/56" in page
