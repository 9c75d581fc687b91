"""lich.ics: what falls due when, as a calendar in each language that people subscribe to.

Source: RFC 5545. Days without an hour, so no time zone is needed.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from thuocdo.core.errors import N_
from thuocdo.core.messages import LANGUAGES
from thuocdo.publication.describing.snapshot import Snapshot

_LONGEST = 75
"""Octets of a line."""
_TASK = N_("Task {code} falls due: {name}")
_REPORTS = N_("Reports of the cycle {code} are due before this day")


def files(snapshot: Snapshot) -> Iterator[tuple[str, bytes]]:
    """Yield a calendar for each language."""
    for language in LANGUAGES:
        lines = [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Thuoc Do//thuocdo//EN",
            f"NAME:{_text(snapshot.title(language))}",
            f"X-WR-CALNAME:{_text(snapshot.title(language))}",
            *_events(snapshot, language),
            "END:VCALENDAR",
        ]
        data = "".join(_folded(line) for line in lines)
        yield f"{snapshot.folder(language)}lich.ics", data.encode()


def _events(snapshot: Snapshot, language: str) -> Iterator[str]:
    programme, stamp = snapshot.facts.programme, snapshot.facts.as_of
    for task in programme.tasks:
        if task.deadline.due is not None:
            name = task.name_vi if language == "vi" else task.name_en
            said = snapshot.words(_TASK, language, code=task.code, name=name)
            yield from _event(f"task-{task.code}@{snapshot.slug}", task.deadline.due, stamp, said)
    for cycle in programme.cycles:
        said = snapshot.words(_REPORTS, language, code=cycle.code)
        yield from _event(f"cycle-{cycle.code}@{snapshot.slug}", cycle.due_before, stamp, said)


def _event(uid: str, day: date, stamp: date, said: str) -> Iterable[str]:
    return (
        "BEGIN:VEVENT",
        f"UID:{uid}",
        f"DTSTAMP:{stamp:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_text(said)}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    )


def _text(words: str) -> str:
    for sign in ("\\", ";", ","):
        words = words.replace(sign, f"\\{sign}")
    return words.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Return a line, broken where it is too long, never inside a letter."""
    pieces, octets = [""], 0
    for letter in line:
        size = len(letter.encode())
        if octets + size > _LONGEST:
            pieces.append(" ")
            octets = 1
        pieces[-1] += letter
        octets += size
    return "\r\n".join(pieces) + "\r\n"
