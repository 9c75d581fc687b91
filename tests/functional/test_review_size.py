"""The page of a large draft stays small and quick, whatever is open on it."""

import gzip
import time

import pytest
from tests.factories.reviewed import a_draft, a_task, agree

from thuocdo.documents.remarks import remark
from thuocdo.programme.review.types import Passage

TASKS, PASSAGES = 140, 2000
LARGEST, LARGEST_SENT = 200_000, 25_000
"""Bytes of a page, and of the same page compressed."""

pytestmark = pytest.mark.django_db


def large(every):
    """Return 140 tasks with a doubt in each nth of their cells, and 2,000 paragraphs."""
    fields = ("title", "leads", "coordinators", "output", "deadline")
    places = [(str(row + 1), field) for row in range(TASKS) for field in fields]
    remarks = tuple(remark(f"task {code}", field, "hidden") for code, field in places[::every])
    tasks = tuple(
        a_task(str(row + 1), title="Xây dựng hạ tầng dữ liệu " * 12, source={"line": row * 14})
        for row in range(TASKS)
    )
    draft = a_draft(tasks=tasks, indicators=(), remarks=remarks)
    return draft, [Passage("Lời văn của văn bản " * 10, line) for line in range(PASSAGES)]


def take_in(every, by, now):
    """Put the large draft under review; returns its address."""
    from thuocdo.programme.review import actions  # noqa: PLC0415  tables are ready only here

    draft, passages = large(every)
    made = actions.take_in_draft(
        slug="lon", draft=draft, passages=passages, file_name="lon.txt", by=by, now=now
    )
    return f"/van-ban/{made}", draft


@pytest.mark.parametrize("every", [10, 1])
def test_a_page_of_a_large_draft(every, browser_of, binh, now):
    """With a tenth of the cells doubtful, and with all of them, each page keeps within its budget."""
    client = browser_of("binh")
    address, _draft = take_in(every, binh, now)
    client.get(address)  # templates are compiled once
    for asked in ("", "?page=4", "?row=task+70", "?show=open"):
        started = time.perf_counter()
        body = client.get(f"{address}{asked}").content
        assert time.perf_counter() - started < 1
        assert len(body) < LARGEST * (1 if every > 1 else 2)
        assert len(gzip.compress(body)) < LARGEST_SENT
        assert body.count(b'class="passage') <= 50


def test_a_step_in_a_large_draft(browser_of, binh, now):
    """The hundred-and-first step is answered as quickly as the budget for a save allows."""
    from thuocdo.programme.review import actions  # noqa: PLC0415  tables are ready only here

    address, draft = take_in(2, binh, now)
    number = int(address.rsplit("/", 1)[1])
    steps = agree(draft, "binh")
    for step in steps[:100]:
        actions.decide_cell(
            draft=number, where=step.where, field=step.field, verdict=step.verdict, by=binh, now=now
        )
    client = browser_of("binh")
    last = steps[100]
    started = time.perf_counter()
    answer = client.post(
        f"{address}/buoc", {"where": last.where, "field": last.field, "verdict": last.verdict.value}
    )
    assert answer.status_code == 302
    assert time.perf_counter() - started < 0.6
