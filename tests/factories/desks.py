"""Records that wait on somebody's desk, and a clock that stands still for the pages."""

from datetime import UTC, datetime

from tests.factories.rows import evidence, row

from thuocdo.cycles.actions import record_rows

NOON = datetime(2025, 6, 20, 5, tzinfo=UTC)
"""Noon of 20 June 2025 in Hà Nội, in the days of grace of the first period of 2025."""


class Clock:
    """A clock that stands at noon."""

    @staticmethod
    def now():
        """Return the same moment for ever."""
        return NOON


def report(number=2, **cells):
    """Return a report on task 44 of the Ministry of Science and Technology."""
    given = {
        "task": "44",
        "cycle": "2025-1",
        "situation": "working",
        "public_sentence": "Đang hoàn thiện danh mục.",
    }
    return row("report", number, **{**given, **cells})


def submitted(*rows, by, now=NOON):
    """Record rows as somebody; returns their ids, reports after evidence."""
    return record_rows(rows=list(rows), by=by, now=now).added


def decree(number=2, **cells):
    """Return evidence of task 17 that no rule matches: a decision where a law is required."""
    return evidence(number, **cells)
