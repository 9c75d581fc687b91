"""Sessions in our own table: whose they are, since when, and ending all of a person's at once."""

import hashlib
from datetime import UTC, datetime
from typing import Any, cast

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends import db

from thuocdo.accounts.models import Session
from thuocdo.accounts.types import OpenSession

BEGAN, SEEN, FRESH, FACTOR, AGENT = "began", "seen", "fresh", "factor", "agent"
"""What a session holds of its own: three moments, whether a second factor was given, which browser."""


class SessionStore(db.SessionStore):
    """Django's database store over our table."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        """Return our table."""
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """Return the row of the session, with the columns that people and administrators look at."""
        row = cast("Session", super().create_model_instance(data))
        row.account_id = int(data[SESSION_KEY]) if SESSION_KEY in data else None
        row.agent = data.get(AGENT, "")
        row.began_at, row.seen_at = moment(data.get(BEGAN)), moment(data.get(SEEN))
        return row


def moment(seconds: object) -> datetime | None:
    """Return a moment that a session keeps as seconds, None where it keeps none."""
    return datetime.fromtimestamp(seconds, UTC) if isinstance(seconds, int | float) else None


def public_id(session_key: str) -> str:
    """Return the name under which a session is shown; it opens nothing."""
    return hashlib.sha256(f"shown:{session_key}".encode()).hexdigest()[:16]


def open_sessions(username: str, *, now: datetime) -> tuple[OpenSession, ...]:
    """Return the person's open sessions, the newest first."""
    rows = Session.objects.filter(account__username=username, expire_date__gt=now).order_by("-began_at")
    return tuple(
        OpenSession(public_id(row.session_key), row.agent, row.began_at or now, row.seen_at or now)
        for row in rows
    )


def end_sessions(username: str, *, but: str = "") -> int:
    """End all sessions of a person, except one that is named by its key; returns how many."""
    return int(Session.objects.filter(account__username=username).exclude(session_key=but).delete()[0])


def end_session(username: str, shown: str) -> int:
    """End the one session of the person that is shown under this name; 0 when there is none."""
    keys = Session.objects.filter(account__username=username).values_list("session_key", flat=True)
    found = [key for key in keys if public_id(key) == shown]
    return int(Session.objects.filter(session_key__in=found).delete()[0])
