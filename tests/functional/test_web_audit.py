"""The audit trail: found by person, kind, thing and day, leafed by number, taken away as a table."""

import csv
import io
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, transaction

from thuocdo.audit.actions import record_all
from thuocdo.audit.models import Event
from thuocdo.core.actor import Actor
from thuocdo.web import audit_words

pytestmark = pytest.mark.django_db

NOON = datetime(2025, 6, 20, 5, tzinfo=UTC)


def happened(*kinds, by="an", on="R-1", at=NOON, **body):
    """Write events of somebody."""
    with transaction.atomic():
        record_all(events=[(kind, on, body) for kind in kinds], by=Actor(by, by), at=at)


def text(client, query=""):
    """Return the page of the trail."""
    answer = client.get(f"/nhat-ky{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def rows(client, query=""):
    """Return the rows of the exported table."""
    answer = client.get(f"/nhat-ky.csv{query}")
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_events_are_told_in_words(admin):
    """A line says who did what to what, in the language of the reader, with its details."""
    happened("report_sent", "roles_changed", cycle="2025-1")
    page = text(admin)
    assert "Báo cáo: đã gửi" in page
    assert "2025-1" in page
    assert "Report: sent" in text(admin, "?lang=en")


def test_roles_and_days_are_said_as_people_say_them(admin):
    """No code of a role and no day of a machine stands among the details."""
    happened("roles_changed", before=["reporter"], after=["reporter", "auditor"])
    happened("cycle_changed", after={"closes_on": "2025-07-04"})
    page = text(admin)
    assert "auditor" not in page.split("<tbody")[1]
    assert "kiểm toán" in page.casefold()
    assert "04/07/2025" in page
    assert "2025-07-04" not in page


def test_searches_have_their_indexes():
    """What the page filters and sorts by is found without reading the whole trail."""
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, Event._meta.db_table)
    indexes = [each["columns"] for each in found.values() if each["index"]]
    for columns in (["on", "id"], ["kind", "id"], ["by", "id"], ["at"]):
        assert columns in indexes


def test_an_unknown_kind_is_shown_as_its_code(admin):
    """What no table names is shown all the same, and can be asked for."""
    happened("something_new")
    assert "something_new" in text(admin, "?loai=something_new")


def test_a_field_that_no_table_names_is_not_shown(admin):
    """Only what the table of details names leaves the body of an event."""
    happened("report_sent", password="hunter-2", secret="tdo_1")
    assert not [word for word in ("hunter-2", "tdo_1") if word in text(admin)]
    assert not [row for row in rows(admin) if "hunter-2" in str(row)]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?nguoi=giang", ["R-9"]),
        ("?loai=report_returned", ["R-2"]),
        ("?viec=E-", ["E-1"]),
        ("?tu=2025-06-22&den=22/06/2025", ["R-9"]),
        ("?nguoi=nobody", []),
    ],
)
def test_the_filters(admin, query, found):
    """Person, kind, beginning of the thing and local days each leave what fits, on page and in file."""
    happened("report_sent", on="R-1", by="em")
    happened("report_returned", on="R-2", by="em")
    happened("evidence_sent", on="E-1", by="em")
    happened("report_sent", on="R-9", by="giang", at=datetime(2025, 6, 21, 17, tzinfo=UTC))
    things = ("R-1", "R-2", "E-1", "R-9")
    page = text(admin, query)
    assert [thing for thing in things if f">{thing}</td>" in page] == found
    listed = {row["Đối tượng"] for row in rows(admin, query)}
    assert [thing for thing in things if thing in listed] == found


def test_leafing_by_number_stays_right_when_events_come_in(admin):
    """The older page begins after the last line of this one, however many events come meanwhile."""
    for minute in range(60):
        happened("draft_saved", on=f"T-{minute:02}", by="em", at=NOON + timedelta(minutes=minute))
    first = text(admin, "?nguoi=em")
    assert ">T-59</td>" in first
    assert ">T-10</td>" in first
    older = first.split('href="?truoc=')[1].split('"')[0].replace("&amp;", "&")
    happened("draft_saved", on="T-99", by="em")
    second = text(admin, f"?truoc={older}")
    assert ">T-09</td>" in second
    assert ">T-10</td>" not in second
    newer = second.split('href="?sau=')[1].split('"')[0].replace("&amp;", "&")
    assert ">T-10</td>" in text(admin, f"?sau={newer}")


@pytest.mark.parametrize("query", ["?tu=31/02/2025", "?den=0001-01-01", "?tu=9999-12-31", "?den=x"])
def test_a_day_that_is_none_is_said(admin, query):
    """A day that cannot be read finds nothing and says why, on the page and for the file."""
    assert admin.get(f"/nhat-ky{query}").status_code == 422
    assert admin.get(f"/nhat-ky.csv{query}").status_code == 422


@pytest.mark.parametrize("query", ["?truoc=x", "?sau=99999999999999999999", "?truoc=-1", "?sau=٣"])
def test_a_number_that_is_none_shows_the_first_page(admin, query):
    """Leafing with something else than a number begins at the newest event."""
    assert "<caption>" in text(admin, query)


def test_taking_the_trail_away_is_an_event(admin):
    """The export is written down with its filters and how many events it held; looking is not."""
    before = Event.objects.count()
    text(admin)
    assert Event.objects.count() == before
    count = len(rows(admin, "?nguoi=hoa"))
    event = Event.objects.order_by("-id")[0]
    assert (event.kind, event.by) == ("trail_exported", "hoa")
    assert f'"count":{count}' in event.body
    assert '"person":"hoa"' in event.body
    assert admin.head("/nhat-ky.csv").status_code == 200
    assert Event.objects.count() == before + 1


def test_no_cell_of_the_file_is_a_formula(admin):
    """A thing whose name begins like a formula is text in the table."""
    happened("draft_saved", on="=1+1")
    assert "'=1+1" in {row["Đối tượng"] for row in rows(admin)}


def test_every_kind_has_words_in_both_languages(admin):
    """The list of kinds offers words only, and every message of the tables has a Vietnamese one."""
    from thuocdo.core.messages import translate  # noqa: PLC0415  settings are ready only here

    tables = (audit_words.ACTS, audit_words.THINGS, audit_words.MOVES, audit_words.DETAILS)
    missing = [words for table in tables for words in table.values() if translate(words, "vi") == words]
    assert not missing
    assert "Đăng nhập không thành công" in text(admin)
