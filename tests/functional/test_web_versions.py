"""From a file to a version by plain forms: a plan of another country, and an act that amends a programme."""

import html
import re
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.factories import versions as acts
from tests.factories.reviewed import fitting, stand

IN, ON, WRONG = 200, 302, 422
DOCUMENTS = Path(__file__).parents[1] / "documents"
ABROAD = (DOCUMENTS / "tree-plan-en.md").read_bytes()
SECOND = (DOCUMENTS / "chuong-trinh-cay-xanh-sua-doi.md").read_bytes()

pytestmark = pytest.mark.django_db


def send(client, name, data, **form):
    """Send a file in; returns the address of its draft."""
    answer = client.post("/van-ban", {"file": SimpleUploadedFile(name, data), **form})
    assert answer.status_code == ON, answer.content.decode()
    return answer["Location"]


def found(draft):
    """Return the draft with its steps."""
    from thuocdo.programme.review import queries  # noqa: PLC0415  tables are ready only here

    return queries.review(int(draft.rsplit("/", 1)[1]))


def decide_all(client, draft, person):
    """Agree to the reading of every doubtful cell, and finish; returns the page."""
    while waiting := list(stand(found(draft).draft, found(draft).steps, person).open):
        where, field = waiting[0]
        verdict = fitting(found(draft).draft, waiting[0], found(draft).steps).value
        answer = client.post(f"{draft}/buoc", {"where": where, "field": field, "verdict": verdict})
        assert answer.status_code == ON, answer.content.decode()
    client.post(f"{draft}/xong")
    return page(client, draft)


def page(client, address):
    """Return the words of a page."""
    answer = client.get(address)
    assert answer.status_code == IN
    return html.unescape(answer.content.decode())


def filled(text):
    """Return the form of unknown bodies as the page fills it in."""
    fields = dict(re.findall(r'name="((?:code|other|add)-\d+)" value="([^"]*)"', text))
    kinds = re.findall(r'name="(kind-\d+)">.*?value="(\w+)" selected', text)
    return fields | dict(kinds) | ({"english": "yes"} if 'name="english"' in text else {})


def test_a_plan_of_another_country_becomes_a_programme(browser_of, model_programme):  # noqa: ARG001  loaded
    """Unknown bodies are listed, entered in one act with proposed codes, and the plan is adopted."""
    from thuocdo.audit.models import Event  # noqa: PLC0415  tables are ready only here
    from thuocdo.programme import queries  # noqa: PLC0415  same

    first, second = browser_of("binh"), browser_of("chi")
    draft = send(first, "plan.md", ABROAD, slug="trees")
    decide_all(first, draft, "binh")
    text = decide_all(second, draft, "chi")
    assert "Danh bạ thiếu 3 cơ quan" in text
    assert "is no body of the register" not in text
    assert first.post(f"{draft}/thong-qua", {"effective_on": "2026-03-05"}).status_code == WRONG
    form = filled(page(second, f"{draft}/co-quan"))
    assert [form[f"code-{place}"] for place in range(3)] == [
        "national-trees-board",
        "ministry-of-rural-gardens",
        "institute-of-shade",
    ]
    form |= {"kind-1": "ministry", "other-1": "Bộ Vườn nông thôn"}
    assert second.post(f"{draft}/co-quan", form)["Location"] == draft
    assert "Danh bạ thiếu" not in page(second, draft)
    assert Event.objects.filter(kind="agencies_added").count() == 1
    assert first.post(f"{draft}/thong-qua", {"effective_on": "2026-03-05"}).status_code == ON
    programme = queries.programme("trees")
    assert [task.leads for task in programme.tasks] == [
        ("ministry-of-rural-gardens",),
        ("national-trees-board",),
        ("institute-of-shade",),
    ]
    body = next(each for each in queries.register("trees").agencies if each.code == form["code-1"])
    assert (body.name_vi, body.name_en, body.kind) == (
        "Bộ Vườn nông thôn",
        "Ministry of Rural Gardens",
        "ministry",
    )


def test_a_body_that_does_not_fit_is_refused_whole(browser_of, model_programme):  # noqa: ARG001  loaded
    """A code that another body has is named in the reader's language, and none of them is added."""
    from thuocdo.programme import queries  # noqa: PLC0415  tables are ready only here

    client = browser_of("binh")
    draft = send(client, "plan.md", ABROAD, slug="trees")
    form = filled(page(client, f"{draft}/co-quan"))
    before = len(queries.register("").agencies)
    answer = client.post(f"{draft}/co-quan", form | {"code-0": "BYT", "code-2": "ba c/d"})
    text = html.unescape(answer.content.decode())
    assert answer.status_code == WRONG
    assert "mã BYT đã thuộc về cơ quan khác" in text
    assert "mã gồm tối đa 40 chữ cái" in text
    assert 'value="ba c/d"' in text
    nothing = {name: value for name, value in form.items() if not name.startswith("add-")}
    assert "Chưa đánh dấu" in client.post(f"{draft}/co-quan", nothing).content.decode()
    assert len(queries.register("").agencies) == before


def test_a_name_that_is_corrected_is_no_longer_unknown(browser_of, model_programme):  # noqa: ARG001  loaded
    """Bodies can be entered one by one, and a slip is put right in its cell instead."""
    client = browser_of("binh")
    draft = send(client, "plan.md", ABROAD, slug="trees")
    step = {"where": "task 3", "field": "leads", "verdict": "edit", "value": "National Trees Board"}
    client.post(f"{draft}/buoc", step)
    text = page(client, f"{draft}/co-quan")
    assert "Institute of Shade" not in text
    form = {name: value for name, value in filled(text).items() if name != "add-1"}
    assert client.post(f"{draft}/co-quan", form)["Location"] == f"{draft}/co-quan"
    left = page(client, f"{draft}/co-quan")
    assert "National Trees Board" not in left
    assert "Ministry of Rural Gardens" in left


@pytest.fixture
def amending(browser_of, model_programme, binh, chi, now):  # noqa: ARG001  bodies are loaded
    """Adopt the invented programme and send the act that amends it in; returns two browsers and its draft."""
    from thuocdo.programme import actions  # noqa: PLC0415  tables are ready only here

    actions.adopt_draft(
        slug="cay", draft=acts.first_draft(), effective_on=acts.ISSUED, by=chi, confirmed_by=binh, now=now
    )
    first, second = browser_of("binh"), browser_of("chi")
    return first, second, send(first, "sua.md", SECOND, amends="cay")


def test_proposed_numbers_are_shown_with_their_likeness(amending):
    """Each row that goes on under another number shows old and new number and how alike they are."""
    client, _, draft = amending
    text = page(client, f"{draft}/thay-doi")
    assert "2 → 3" in text
    assert "3 → 4" in text
    assert re.findall(r"(\d) → (\d)</td><th scope=\"row\">[^<]*<small>giống (\d+)\s?%", text) == [
        ("2", "3", "90"),
        ("3", "4", "80"),
    ]


def test_a_chosen_number_waits_for_the_other_and_is_adopted(amending):
    """One person says that a row ends; the other agrees or nothing is adopted; the version says the same."""
    from thuocdo.programme import queries  # noqa: PLC0415  tables are ready only here

    first, second, draft = amending
    decide_all(first, draft, "binh")
    decide_all(second, draft, "chi")
    answer = first.post(f"{draft}/so", {"number": "2", "ends": "yes"})
    assert answer["Location"] == f"{draft}/thay-doi#numbers"
    assert "3 → 4" in page(first, f"{draft}/thay-doi")
    assert "2 → 3" not in page(first, f"{draft}/thay-doi")
    first.post(f"{draft}/xong")
    text = page(second, f"{draft}/thay-doi")
    assert "chờ ý kiến của bạn" in text
    assert "Đồng ý: chấm dứt" in text
    assert "Dòng của chương trình 2" in page(second, f"{draft}?show=open")
    assert second.post(f"{draft}/thong-qua", {"effective_on": "2025-07-01"}).status_code == 409
    second.post(f"{draft}/so", {"number": "2", "ends": "yes"})
    assert "chờ ý kiến của bạn" not in page(second, f"{draft}/thay-doi")
    second.post(f"{draft}/xong")
    assert second.post(f"{draft}/thong-qua", {"effective_on": "2025-07-01"}).status_code == ON
    tasks = {task.code: task for task in queries.programme("cay").tasks}
    assert tasks["2"].replaced_by == "902/NQ-CP"
    assert (tasks["3"].number, tasks["3"].replaced_by) == ("4", "")
    assert {tasks["3-v2"].number, tasks["2-v2"].number} == {"3", "2"}


def test_two_different_numbers_wait_for_both(amending):
    """Where the two choose differently both are asked, until one takes the other's word."""
    first, second, draft = amending
    first.post(f"{draft}/so", {"number": "4", "follows": "2"})
    second.post(f"{draft}/so", {"number": "4", "ends": "yes"})
    for client, offer in ((first, "Đồng ý: chấm dứt"), (second, "Đồng ý: tiếp tục là số 2")):
        text = page(client, f"{draft}/thay-doi")
        assert "hai ý kiến khác nhau" in text
        assert offer in text
    first.post(f"{draft}/so", {"number": "4", "ends": "yes"})
    assert "hai ý kiến khác nhau" not in page(second, f"{draft}/thay-doi")
    first.post(f"{draft}/buoc", {"verdict": "undo"})
    assert "hai ý kiến khác nhau" in page(second, f"{draft}/thay-doi")


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"number": "99", "follows": "1"}, "chương trình không có dòng 99"),
        ({"number": "4", "follows": "99"}, "văn bản không có dòng 99"),
        ({"number": "1@2030", "follows": "1"}, "năm khác"),
        ({"number": "4", "follows": ""}, "Hãy ghi số"),
        ({"number": " ", "follows": " "}, "Hãy ghi số"),
    ],
)
def test_a_number_that_does_not_exist_is_refused(form, words, amending):
    """The page says what is wrong in the reader's language, and no step is kept."""
    client, _, draft = amending
    answer = client.post(f"{draft}/so", form)
    assert answer.status_code == WRONG
    assert words in html.unescape(answer.content.decode())
    assert found(draft).steps == ()


def test_a_number_cannot_continue_two_rows(amending):
    """A second row that is said to go on as the same one is refused, also by the form of cells."""
    client, _, draft = amending
    assert client.post(f"{draft}/so", {"number": "4", "follows": "2"}).status_code == ON
    assert client.post(f"{draft}/so", {"number": "5", "follows": "2"}).status_code == WRONG
    form = {"where": "old 5", "field": "follows", "verdict": "edit", "value": "2"}
    assert client.post(f"{draft}/buoc", form).status_code == WRONG


def test_numbers_are_chosen_only_where_an_act_amends(browser_of, model_programme):
    """A new programme has no older numbers; one without its words cannot be told apart by them."""
    client = browser_of("binh")
    new = send(client, "a.md", ABROAD, slug="trees")
    assert client.post(f"{new}/so", {"number": "1", "follows": "2"}).status_code == 409
    wordless = send(client, "b.md", SECOND, amends=model_programme)
    answer = client.post(f"{wordless}/so", {"number": "1", "follows": "2"})
    assert answer.status_code in {409, WRONG}
    assert "lời văn" in html.unescape(answer.content.decode()).lower()
    assert "Chọn khác" not in page(client, f"{wordless}/thay-doi")
