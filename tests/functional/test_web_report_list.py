"""The list of my work: what waits first, six words for the report, a filter, and as many queries as ever."""

import gzip
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories.panel import form_of, press
from tests.factories.rows import evidence, row

from thuocdo.cycles.actions import record_rows

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_demo_day")]

MOST_QUERIES = 30
LARGEST = 200 * 1024
SCRIPT = 80 * 1024
WORDS = ("chưa báo cáo", "nháp", "chờ duyệt", "đã gửi", "bị trả lại", "đã xác minh")


@pytest.fixture
def programme_of(db, binh, chi, now):  # noqa: ARG001  db opens the database
    """Return a function that loads so many tasks of the model programme, a few led by another ministry."""
    from thuocdo.programme import actions  # noqa: PLC0415  tables are ready only here
    from thuocdo.programme.catalogue import catalogue  # noqa: PLC0415  same
    from thuocdo.programme.registry import register  # noqa: PLC0415  same

    def load(tasks, few=0):
        whole = catalogue("nq03")
        mine = tuple(
            replace(task, leads=("BYT" if place < few else "BKHCN",), coordinators=())
            for place, task in enumerate(whole.tasks[:tasks])
        )
        kept = {task.code for task in mine}
        indicators = tuple(
            replace(each, tasks=tuple(code for code in each.tasks if code in kept), gap_task="")
            for each in whole.indicators
        )
        duties = tuple(replace(each, nearest_tasks=()) for each in whole.duties)
        made = replace(whole, tasks=mine, indicators=indicators, duties=duties)
        actions.load_register(register=register(), by=chi, now=now)
        actions.load_programme(programme=made, by=chi, confirmed_by=binh, now=now)
        return mine

    return load


@pytest.fixture
def clock(monkeypatch):
    """Return a function that sets the server's clock to a day."""
    from thuocdo.config import current  # noqa: PLC0415  settings are ready only here
    from thuocdo.web import work  # noqa: PLC0415  same

    def at(day):
        class Clock:
            @staticmethod
            def now():
                return datetime(day.year, day.month, day.day, 5, tzinfo=UTC)

        for module in (current, work):
            monkeypatch.setattr(module, "timezone", Clock)

    return at


def text(client, address="/viec"):
    """Return a page's text, which has to be there."""
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def line(page, task):
    """Return the line of a task."""
    return page.split(f'id="t{task}"')[1].split("</tr>")[0]


def test_six_words_none_of_them_a_button(browser_of, model_programme):  # noqa: ARG001  loaded
    """Each state of a report has a word of its own, and it is plain text in its cell."""
    from thuocdo.core.messages import translate  # noqa: PLC0415  same
    from thuocdo.web.work_desk import STATES  # noqa: PLC0415  settings are ready only here

    assert {translate(word, "vi") for word in STATES.values()} == {*WORDS, "không cần"}
    cell = line(text(browser_of("an")), "44").rsplit("<td", 1)[1]
    assert "data-period>chưa báo cáo</td>" in cell
    assert "button" not in cell


def test_the_filter_is_a_plain_form(browser_of, model_programme):  # noqa: ARG001  loaded
    """The states are shown with their numbers, and one of them can be chosen by an address."""
    client = browser_of("an")
    press(client, "44", "save", form_of(client, "44"), situation="working")
    page = text(client)
    assert 'method="get" action="/viec"' in page
    assert 'value="saved">nháp <b>1</b>' in page
    filtered = text(client, "/viec?ky=saved")
    assert filtered.count("data-task=") == 1
    assert 'id="t44"' in filtered
    assert "ky=saved" in line(filtered, "44")
    assert text(client, "/viec?ky=anything").count("data-task=") == page.count("data-task=")


def test_open_questions_come_first(browser_of, model_programme):  # noqa: ARG001  loaded
    """A task whose day has passed without a word is asked for, above everything else."""
    page = text(browser_of("an")).split("</table>")[0]
    asked = [
        ("đã qua hạn" in each.lower() or "sắp đến hạn" in each.lower()) for each in page.split("<tr id=")[1:]
    ]
    assert any(asked)
    assert asked == sorted(asked, reverse=True)


def test_a_question_between_periods_is_answered_by_itself(browser_of, programme_of, clock, now, an):  # noqa: ARG001  an acts
    """Far from the end of a period the answer belongs to no period, and the question is gone."""
    from thuocdo.cycles.models import Report  # noqa: PLC0415  tables are ready only here

    programme_of(60)
    clock(date(2025, 9, 1))
    client = browser_of("an")
    first = text(client).split('<tr id="t')[1].split('"')[0]
    press(client, first, "send", form_of(client, first), situation="working")
    assert Report.objects.get().content.get("cycle", "") == ""
    assert "hãy báo tình hình" not in line(text(client), first)


def test_the_next_date_when_nothing_is_due(browser_of, programme_of, clock):
    """A body whose tasks all lie ahead is told the next date instead of an empty wish."""
    tasks = programme_of(140)
    clock(date(2025, 7, 15))
    client = browser_of("an")
    page = text(client)
    waiting = [each.code for each in tasks if "hãy báo tình hình" in line(page, each.code)]
    for code in waiting:
        press(client, code, "send", form_of(client, code), situation="working")
    assert "Hiện không có việc nào chờ báo cáo. Hạn tiếp theo: " in text(client)


@pytest.mark.parametrize("opened", [False, True])
def test_as_many_queries_for_five_tasks_as_for_all(opened, browser_of, programme_of, an, giang, now):
    """The number of queries does not grow with the tasks, their reports and their evidence."""
    tasks = programme_of(140, few=5)
    counts = []
    for person, mine in ((giang, tasks[:5]), (an, tasks[5:])):
        about = list(enumerate(mine, start=2))
        rows = [
            row("report", place, task=task.code, situation="working", cycle="2025-1") for place, task in about
        ]
        rows += [evidence(place + 500, task=task.code) for place, task in about]
        record_rows(rows=rows, by=person, now=now)
        client = browser_of(person.id)
        address = f"/viec/{mine[0].code}" if opened else "/viec"
        client.get(address)
        with CaptureQueriesContext(connection) as found:
            page = text(client, address)
        assert page.split("</section>")[0].count("data-task=") == len(mine)
        counts.append(len(found))
    assert counts[0] == counts[1] <= MOST_QUERIES


def test_the_page_is_light(browser_of, programme_of):
    """With 140 tasks and the panel open, page, style sheets and script keep within their budget."""
    from thuocdo.web.environment import STATIC  # noqa: PLC0415  settings are ready only here

    programme_of(140)
    page = text(browser_of("an"), "/viec/44").encode()
    files = {name: (STATIC / name).read_bytes() for name in ("app.css", "work.css", "work.js")}
    assert len(files["work.js"]) <= SCRIPT
    assert len(gzip.compress(page)) + sum(map(len, files.values())) <= LARGEST


def test_who_may_not_report_sees_no_panel(browser_of, model_programme):  # noqa: ARG001  loaded
    """A person without the right to report gets the list without links, and no panel."""
    assert browser_of("binh").get("/viec/44").status_code == 403
    assert browser_of("dung").get("/viec/44").status_code == 403
