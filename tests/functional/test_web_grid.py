"""All tasks of a body at once: typed, pasted, undone and sent, without a script."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories.grid import (
    CYCLE,
    DECISION,
    NOW,
    apply,
    cells,
    codes,
    counts,
    drafts,
    paste,
    save,
    stand_still,
    undo,
)
from tests.factories.pages import form_at

from thuocdo.cycles.drafting import save_draft
from thuocdo.cycles.gridcells import Column

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_grid_day", "model_programme")]


@pytest.fixture
def at_grid_day(at_demo_day, monkeypatch):  # noqa: ARG001  the other clocks
    """Let the clocks of the grid stand too."""
    stand_still(monkeypatch)


def test_every_task_of_the_body_is_a_row(browser_of):
    """Each task that the body answers for has seven labelled cells, and the page keeps its budgets."""
    client = browser_of("an")
    client.get("/viec/bang")
    page = client.get("/viec/bang").content.decode()
    rows = codes(client)
    assert len(rows) > 40
    for column in Column:
        assert page.count(f'name="{column.value}-') == len(rows)
        assert f'id="h-{column.value}"' in page
    labels = set(re.findall(r'aria-labelledby="([^"]+)"', page))
    assert all(f'id="{each}"' in page for label in labels for each in label.split())
    assert page.count(" name=") < 2000
    assert len(page.encode()) < 200_000


def test_the_number_of_queries_does_not_grow(browser_of):
    """Drafts in thirty rows cost no more queries than none."""
    client = browser_of("an")
    client.get("/viec/bang")
    with CaptureQueriesContext(
        connection,
    ) as empty:
        client.get("/viec/bang")
    text = "TT\tTình hình\n" + "\n".join(f"{code}\t2" for code in codes(client)[:30])
    apply(client, paste(client, text))
    client.get("/viec/bang")
    with CaptureQueriesContext(connection) as full:
        client.get("/viec/bang")
    assert len(drafts()) == 30
    assert len(full) <= len(empty)


def test_typed_cells_are_saved_and_undone(browser_of):
    """Without a script the form saves what changed, says how much, and one press undoes it."""
    client = browser_of("an")
    answer = save(client, situation__17="working", expected_on__17="2025-11-30", document__44=DECISION)
    assert answer.status_code == 302
    assert cells("17") == {"situation": "working", "expected_on": "30/11/2025"}
    assert cells("44") == {"text": DECISION, "issued_on": "12/06/2025"}
    page = client.get(answer["Location"]).content
    assert "Đã lưu 2 dòng" in page.decode()
    assert "Đã hoàn tác" in client.get(undo(client, page)["Location"]).content.decode()
    assert drafts() == {}


def test_saving_twice_changes_nothing(browser_of):
    """A form without changes writes no batch."""
    client = browser_of("an")
    save(client, situation__17="working")
    version = drafts()["17"].version
    assert save(client)["Location"] == "/viec/bang"
    assert drafts()["17"].version == version


def test_a_cell_is_cleared_by_emptying_it(browser_of):
    """An emptied cell of the form takes its value away, and the other cells stay."""
    client = browser_of("an")
    save(client, situation__17="working", expected_on__17="30/11/2025")
    save(client, expected_on__17="")
    assert cells("17") == {"situation": "working"}


def test_a_faulty_cell_stays_with_its_words(browser_of):
    """What cannot be read is not saved; it stands in its cell with the reason, and the rest is saved."""
    client = browser_of("an")
    answer = save(client, situation__17="working", expected_on__17="sớm", situation__44="working")
    assert answer.status_code == 422
    page = answer.content.decode()
    assert 'value="sớm"' in page
    assert "“sớm” không phải là ngày" in page
    assert cells("17") == {"situation": "working"}
    assert cells("44") == {"situation": "working"}


def test_what_the_panel_saved_is_kept(browser_of, an):
    """Money, further evidence and whatever else the grid does not show survives a save of the grid."""
    save_draft(
        slug="nq03",
        task="17",
        cycle=CYCLE,
        cells={"situation": "working", "allocated": "120"},
        evidence=[{"text": "Kế hoạch 1", "component": ""}, {"text": "Kế hoạch 2"}],
        version=None,
        by=an,
        now=NOW,
    )
    client = browser_of("an")
    assert "và 1 minh chứng nữa" in client.get("/viec/bang").content.decode()
    save(client, document__17=DECISION)
    assert drafts()["17"].cells["allocated"] == "120"
    assert [row["text"] for row in drafts()["17"].evidence] == [DECISION, "Kế hoạch 2"]


def test_somebody_elses_change_is_not_overwritten(browser_of, an):
    """A row that changed since the form was opened stays as typed beside what stands there now."""
    client = browser_of("an")
    form = form_at(client.get("/viec/bang").content, "/viec/bang/luu")
    save_draft(slug="nq03", task="17", cycle=CYCLE, cells={"situation": "done"}, version=None, by=an, now=NOW)
    answer = client.post("/viec/bang/luu", {**form, "situation-17": "working", "situation-44": "working"})
    assert answer.status_code == 409
    assert "Người khác vừa sửa nhiệm vụ này" in answer.content.decode()
    assert cells("17") == {"situation": "done"}
    assert cells("44") == {"situation": "working"}


def test_37_tasks_by_one_paste_and_one_submit(browser_of):
    """A paste of 37 rows is shown, applied in one act, and all rows go in one submit."""
    client = browser_of("an")
    mine = codes(client)[:37]
    text = "\n".join(f"{code}\t2\t\t\t30/11/2025\t\t\tĐang làm việc {code}" for code in mine)
    preview = paste(client, text)
    assert counts(preview) == [37, 0, 0, 0]
    assert drafts() == {}
    applied = apply(client, preview)
    page = client.get(applied["Location"]).content
    assert "Đã lưu 37 dòng" in page.decode()
    assert len(drafts()) == 37
    form = form_at(page, "/viec/bang/luu")
    assert form["send"] == mine
    sent = client.post("/viec/bang/luu", {**form, "act": "send"})
    assert sent.status_code == 200
    assert "Đã gửi 37 dòng" in sent.content.decode()
    assert drafts() == {}
    assert sent.content.decode().count('class="locked"') == 37


def test_good_rows_go_and_faulty_rows_stay(browser_of):
    """Of the checked rows those without fault are sent; the others say at their cells what is wrong."""
    client = browser_of("an")
    save(client, situation__17="obstacle", situation__44="working", public_sentence__60="Chưa nói tình hình")
    form = form_at(client.get("/viec/bang").content, "/viec/bang/luu")
    answer = client.post("/viec/bang/luu", {**form, "send": ["17", "44", "60"], "act": "send"})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Đã gửi 1 dòng" in page
    assert "2 dòng chưa gửi được" in page
    assert set(drafts()) == {"17", "60"}
    assert "hãy cho biết vướng mắc gì" in page
    assert "hãy cho biết tình hình nhiệm vụ" in page


def test_faulty_rows_of_a_paste_are_mended(browser_of):
    """Good rows are applied, a faulty one stays in the preview until it is mended, and then goes."""
    client = browser_of("an")
    preview = paste(client, "17\t2\t\t\tN/A\n44\t2\t\t\t30/11/2025\n999\t2\t\t\t\n60\t2\n61\t2")
    assert counts(preview) == [3, 1, 1, 0]
    assert "“N/A” không phải là giá trị" in preview.content.decode()
    left = apply(client, preview)
    assert left.status_code == 200
    assert counts(left) == [0, 1, 1, 3]
    assert set(drafts()) == {"44", "60", "61"}
    assert "Đã lưu 3 dòng" in left.content.decode()
    mended = client.post(
        "/viec/bang/dan",
        {
            **form_at(left.content, "/viec/bang/dan"),
            "fix-1-expected_on": "leave",
            "type-3-task": codes(client)[0],
            "act": "read",
        },
    )
    assert counts(mended) == [2, 0, 0, 3]
    apply(client, mended)
    assert cells("17") == {"situation": "working"}
    assert len(drafts()) == 5


def test_a_whole_paste_is_undone(browser_of):
    """Undo puts back what stood in every cell before the paste."""
    client = browser_of("an")
    save(client, situation__17="working")
    before = {task: cells(task) for task in drafts()}
    applied = apply(client, paste(client, "17\tdone\n44\tdone"))
    assert cells("17")["situation"] == "done"
    undo(client, client.get(applied["Location"]).content)
    assert {task: cells(task) for task in drafts()} == before


def test_what_was_changed_since_is_not_undone(browser_of):
    """A batch of which something was changed or sent stays, and the page says so."""
    client = browser_of("an")
    applied = apply(client, paste(client, "17\tdone\n44\tdone"))
    page = client.get(applied["Location"]).content
    save(client, situation__17="working")
    refused = undo(client, page)
    assert refused.status_code == 409
    assert "Không hoàn tác được nữa" in refused.content.decode()
    assert cells("44")["situation"] == "done"


def test_a_preview_that_is_old_does_not_overwrite(browser_of, an):
    """A task that somebody changed after the preview is held back, shown anew, and goes at a second look."""
    client = browser_of("an")
    preview = paste(client, "17\tdone\n44\tdone")
    save_draft(
        slug="nq03", task="17", cycle=CYCLE, cells={"situation": "obstacle"}, version=None, by=an, now=NOW
    )
    answer = apply(client, preview)
    assert answer.status_code == 409
    assert "người khác vừa sửa nhiệm vụ này" in answer.content.decode()
    assert cells("17")["situation"] == "obstacle"
    assert cells("44")["situation"] == "done"
    apply(client, answer)
    assert cells("17")["situation"] == "done"


def test_nobody_undoes_or_sends_for_another_body(browser_of):
    """A batch of another body does not exist, and neither do its tasks in one's own form."""
    client = browser_of("an")
    applied = apply(client, paste(client, "17\tdone\n44\tdone"))
    batch = re.search(r"B-[0-9a-f]{12}", applied["Location"])[0]
    giang = browser_of("giang")
    assert giang.post("/viec/bang/hoan-tac", {"batch": batch}).status_code == 404
    assert "17" not in codes(giang)
    giang.post("/viec/bang/luu", {"version-17": "", "situation-17": "done", "send": "17", "act": "send"})
    assert drafts("BYT") == {}
    assert len(drafts()) == 2


def test_one_row_is_saved_for_the_script(browser_of):
    """The script saves one row and learns its version, its states and what is wrong."""
    client = browser_of("an")
    row = {"one": "17", "cycle": CYCLE, "version-17": "", "situation-17": "done", "expected_on-17": "n/a"}
    answer = client.post("/viec/bang/luu", row)
    assert answer.status_code == 200
    found = answer.json()
    assert found["version"] == drafts()["17"].version
    assert found["cells"]["situation"]["state"] == "saved"
    assert found["cells"]["expected_on"]["state"] == "error"
    assert found["cells"]["document"]["state"] == "warning"
    assert not found["ready"]
    again = client.post("/viec/bang/luu", row)
    assert again.status_code == 409
    assert "Người khác vừa sửa" in again.json()["problem"]
    assert client.post("/viec/bang/luu", {**row, "one": "9999"}).status_code == 422
    foreign = client.post("/viec/bang/luu", {"one": "9999", "version-9999": "", "situation-9999": "done"})
    assert foreign.status_code == 422


def test_who_has_no_body_or_no_right_is_told(browser_of, giang):  # noqa: ARG001  the cast
    """A verifier may not open the grid, a citizen neither; links into the middle lead to the grid."""
    assert browser_of("binh").get("/viec/bang").status_code == 403
    assert browser_of("dung").get("/viec/bang").status_code == 403
    for way in ("luu", "dan", "hoan-tac"):
        assert browser_of("an").get(f"/viec/bang/{way}")["Location"] == "/viec/bang"


def test_a_theme_alone_is_saved_alone(browser_of):
    """One theme shows its rows only; saving them leaves the others as they are."""
    client = browser_of("an")
    save(client, situation__17="working")
    page = client.get("/viec/bang?nhom=I").content
    form = form_at(page, "/viec/bang/luu")
    inside = [name for name in form if name.startswith("version-")]
    assert 0 < len(inside) < len(codes(client))
    answer = client.post("/viec/bang/luu", {**form, f"situation-{inside[0][8:]}": "working"})
    assert "nhom=I" in answer["Location"]
    assert cells("17") == {"situation": "working"}
