"""A table of somebody's PostgreSQL, read by month and by nothing but a copy; needs a server to ask."""

import os
from urllib.parse import urlsplit

import pytest
from tests.factories.deliveries import declaration, order

from thuocdo.adapters.intake.taking import take
from thuocdo.measurement.months import Month
from thuocdo.measurement.sources.types import Form, Kind, Mapped, Outcome

URL = os.environ.get("DATABASE_URL", "")
pytestmark = pytest.mark.skipif(not URL.startswith("postgres"), reason="no PostgreSQL to ask")
MAPPING = (
    Mapped("agency", "Mã CQ"),
    Mapped("institution", "nh"),
    Mapped("method", "cach"),
    Mapped("transactions", "so"),
    Mapped("amount", "tien"),
)


@pytest.fixture(scope="module")
def table():
    """Fill a table with a row of March and one of April; returns its name."""
    import psycopg  # noqa: PLC0415  only where there is a server

    with psycopg.connect(URL, autocommit=True) as connection:
        connection.execute("drop table if exists thu_nguon")
        connection.execute(
            'create table thu_nguon ("Mã CQ" text, nh text, cach text, so bigint, tien bigint, ngay date)'
        )
        connection.execute(
            "insert into thu_nguon values ('T01', 'NH1', 'cash', 3, 100, '2025-03-31'),"
            " ('T01', 'NH1', 'card', 3, 100, '2025-04-01')"
        )
        yield "thu_nguon"
        connection.execute("drop table thu_nguon")


def asked(tmp_path, table, **changed):
    """Take in March from the table."""
    declared = declaration(
        "payments",
        kind=Kind.POSTGRESQL,
        form=Form.CSV,
        place=table,
        month_column="ngay",
        mapping=MAPPING,
    )
    host = urlsplit(URL).hostname
    given = {"hosts": (host,), "networks": ("127.0.0.0/8", "::1/128"), "secret": URL, **changed}
    return take(order(tmp_path, tmp_path / "into", Month(2025, 3), declared=declared, **given))


def test_only_the_rows_of_the_month_come(table, tmp_path):
    """The month's rows are copied and kept, the others stay where they are."""
    taken = asked(tmp_path, table)
    assert (taken.outcome, taken.rows) == (Outcome.KEPT, 1)


def test_what_cannot_be_asked_is_named(table, tmp_path):
    """A private host, a table that is not there and an address that is none each have their reason."""
    answers = [
        asked(tmp_path, table, networks=()),
        asked(tmp_path, "thu_khong_co"),
        asked(tmp_path, table, secret="khong phai dia chi"),
    ]
    assert [each.reason.code for each in answers] == ["private_network", "answered", "no_url"]
