"""Logging in through the pages, as a person with an app for codes does."""

import json
import re

from django.test import Client
from django.utils import timezone

from thuocdo.accounts.factors import PERIOD, format_hotp_value, hotp_value

PASSWORD = "mot-mat-khau-dai"
DIGITS = re.compile(r'class="secret">([A-Z2-7 ]+)<')
RECOVERY = re.compile(r"<code>([a-z2-7-]{29})</code>")


def code_of(secret, steps=0):
    """Return the code that an app shows now, or so many steps later."""
    step = int(timezone.now().timestamp()) // PERIOD + steps
    return format_hotp_value(hotp_value(secret, step))


def enrol(client):
    """Add an app as a person does; returns its secret and the recovery codes."""
    secret = DIGITS.search(client.get("/tai-khoan/xac-thuc/ung-dung").content.decode())[1].replace(" ", "")
    page = client.post("/tai-khoan/xac-thuc/ung-dung", {"code": code_of(secret, -1)}).content.decode()
    return secret, RECOVERY.findall(page)


def password(username="an", **options):
    """Return a client that has given the right password."""
    client = Client(**options)
    client.post("/dang-nhap", {"username": username, "password": PASSWORD})
    return client


def second(client, code):
    """Send the second step."""
    return client.post("/dang-nhap/buoc-hai", {"code": code})


def is_in(client):
    """Say whether pages open."""
    return client.get("/tai-khoan").status_code == 200


def password_of(username, password=PASSWORD):
    """Return a client that has sent a name and a password."""
    client = Client()
    client.post("/dang-nhap", {"username": username, "password": password})
    return client


def events(kind):
    """Return on what, and the body, of the audit events of a kind."""
    from thuocdo.audit.models import Event  # noqa: PLC0415  tables are ready only here

    rows = Event.objects.filter(kind=kind).order_by("id").values_list("on", "body")
    return [(on, json.loads(body)) for on, body in rows]
