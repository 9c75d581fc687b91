"""What a person finds among the notices: one's own only, read or not, and how to be told."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from thuocdo.cycles.notices import models, queries
from thuocdo.cycles.notices.outbox import Message, put
from thuocdo.cycles.notices.types import Channel

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_demo_day", "model_programme")]
AT = datetime(2025, 6, 20, 3, tzinfo=UTC)


def text(answer, status=200):
    """Return a page's text, which has to have this status."""
    assert answer.status_code == status
    return answer.content.decode()


def tell(person, number=1, occasion="task_due", **params):
    """Put a notice into a person's list; returns its id."""
    given = {"due": "2025-06-27", "days": "7", "tasks": "5, 12", "count": "2", **params}
    made = models.Notice.objects.create(
        key=f"{person}:{number}", person=person, occasion=occasion, params=given, place="/viec",
        made_on=date(2025, 6, 20), made_at=AT,
    )  # fmt: skip
    return made.pk


def test_the_list_says_what_to_do(browser_of):
    """A notice is a sentence with day and tasks, and a link to where it is done, in both languages."""
    tell("an")
    client = browser_of("an")
    page = text(client.get("/thong-bao"))
    assert "Nộp kết quả chậm nhất ngày 27/06/2025; còn 7 ngày. Nhiệm vụ (2): 5, 12." in page
    assert 'href="/viec"' in page
    assert "Hand in the result by 27 June 2025" in text(client.get("/thong-bao?lang=en"))


def test_the_menu_counts_what_is_unread(browser_of):
    """Every page shows how many notices are unread, and nothing when there are none."""
    client = browser_of("an")
    assert 'class="unread"' not in text(client.get("/tai-khoan"))
    for number in range(3):
        tell("an", number)
    assert '<b class="unread" title="chưa đọc">3' in text(client.get("/tai-khoan"))


def test_nobody_sees_or_marks_the_notices_of_another(browser_of):
    """A notice of another person is neither shown nor marked, whatever id is sent."""
    foreign = tell("an")
    client = browser_of("giang")
    assert "27/06/2025" not in text(client.get("/thong-bao"))
    client.post("/thong-bao", {"id": str(foreign)})
    client.post("/thong-bao", {"all": "1"})
    assert queries.unread("an") == 1


def test_one_or_all_are_marked_as_read(browser_of):
    """One notice is marked by its button, the rest by the button for all; nothing is lost from the list."""
    ids = [tell("an", number) for number in range(3)]
    client = browser_of("an")
    client.post("/thong-bao", {"id": [str(ids[0]), "x", "99999999999999999"]})
    assert queries.unread("an") == 2
    client.post("/thong-bao", {"all": "1"})
    assert queries.unread("an") == 0
    assert text(client.get("/thong-bao")).count('class="say"') == 3


def test_the_list_costs_the_same_for_one_and_for_fifty(browser_of):
    """The number of queries does not grow with the notices."""
    tell("binh", occasion="bodies_owe", bodies="BKHCN, BYT", cycle="2025-1")
    client = browser_of("binh")
    client.get("/thong-bao")
    with CaptureQueriesContext(connection) as one:
        client.get("/thong-bao")
    for number in range(2, 52):
        tell("binh", number, occasion="bodies_owe", bodies="BKHCN, BYT", cycle="2025-1")
    with CaptureQueriesContext(connection) as fifty:
        page = text(client.get("/thong-bao"))
    assert len(fifty) == len(one)
    assert page.count("Bộ Khoa học và Công nghệ; Bộ Y tế") >= 51


def test_wishes_are_kept(browser_of):
    """Channel, address, language and summary are saved and shown again; the trail holds no address."""
    from thuocdo.audit.queries import events_on  # noqa: PLC0415  tables are ready only here

    client = browser_of("an")
    assert queries.wishes("an") == queries.Wishes()
    given = {"mail": "1", "address": " an@example.vn ", "language": "en"}
    answer = client.post("/tai-khoan/thong-bao", given)
    assert answer["Location"] == "/tai-khoan/thong-bao?saved=1"
    assert queries.wishes("an") == queries.Wishes(
        mail=True, address="an@example.vn", digest=False, language="en"
    )
    assert 'value="an@example.vn"' in text(client.get("/tai-khoan/thong-bao"))
    (person,) = [each for each in queries.people(date(2025, 6, 20)) if each.id == "an"]
    assert (person.address, person.language, person.digest) == ("an@example.vn", "en", False)
    bodies = [event.body for event in events_on("an") if event.kind == "notices_chosen"]
    assert len(bodies) == 1
    assert "example" not in str(bodies)


@pytest.mark.parametrize(
    "address", ["", "an", "an@", "a@example.vn, b@example.vn", "a@example.vn\nBcc: x@y.vn"]
)
def test_a_wrong_address_is_shown_on_its_field(address, browser_of):
    """E-mail without one plain address is refused beside the field, and what was typed stays."""
    page = text(browser_of("an").post("/tai-khoan/thong-bao", {"mail": "1", "address": address}), 422)
    assert 'aria-invalid="true"' in page
    assert "một địa chỉ thư điện tử" in page
    assert queries.wishes("an") == queries.Wishes()


def test_only_an_administrator_sees_what_is_stuck(browser_of):
    """Messages that could not be delivered are shown to who manages people, and to nobody else."""
    for name in ("an", "binh", "chi", "dung"):
        assert browser_of(name).get("/thong-bao/chua-gui").status_code == 403


def test_an_administrator_sends_a_stuck_message_again(browser_of, chi, now):
    """A stuck message is listed with what went wrong, and waits again after the button."""
    from tests.functional.conftest import PASSWORD  # noqa: PLC0415  the fixture's own

    from thuocdo.accounts.actions import add_person  # noqa: PLC0415  tables are ready only here
    from thuocdo.core.actor import Role  # noqa: PLC0415  same

    browser_of("")
    add_person(
        username="hoa", name="Hoa", agency="", roles={Role.ADMINISTRATOR}, password=PASSWORD, by=chi, now=now
    )
    put([Message("k", Channel.MAIL, "an", {})], now=AT)
    models.Outbox.objects.update(state="dead", attempts=6, problem="the mail server cannot be reached")
    client = browser_of("hoa")
    page = text(client.get("/thong-bao/chua-gui"))
    assert "the mail server cannot be reached" in page
    client.post("/thong-bao/chua-gui", {"message": str(queries.stuck()[0].id)})
    assert queries.counts() == {"waiting": 1, "sent": 0, "dead": 0}
    assert client.post("/thong-bao/chua-gui", {"message": "x"}).status_code == 404
