"""Composing: from one snapshot and the office's own sentences to a report and everything wrong with it."""

from dataclasses import replace
from datetime import date

from thuocdo.core.errors import N_, Fault, Invalid, NotFound
from thuocdo.cycles.calendar import periods
from thuocdo.programme.types import Cycle, Programme
from thuocdo.reports import outline
from thuocdo.reports.annexes import annexes, reference_annex
from thuocdo.reports.checking import check
from thuocdo.reports.markers import marker_faults
from thuocdo.reports.sections import sections, silent_bodies
from thuocdo.reports.setting import Setting, setting, subject
from thuocdo.reports.types import Asked, Composed, Heading, Own, Report, Saved, Snapshot

_YEARS_AHEAD = 1


def cycle_of(programme: Programme, code: str, *, day: date) -> Cycle:
    """Return a period of the programme that has begun by a day, that of the snapshot."""
    known = periods(programme, day.year + _YEARS_AHEAD)
    found = next((each for each in known if each.code == code), None)
    if found is None:
        raise NotFound(
            N_("There is no period {cycle}."),
            hint=N_("Periods are called {known}."),
            params={"cycle": code, "known": ", ".join(each.code for each in known)},
        )
    if found.starts_on > day:
        raise Invalid(
            N_("Period {cycle} begins on {start}, after the day of the snapshot, {day}."),
            hint=N_("Choose a later day or an earlier period."),
            params={"cycle": code, "start": found.starts_on, "day": day},
        )
    return found


def asked_of(saved: Saved, programme: Programme) -> Asked:
    """Return which report a saved one is."""
    cycle = cycle_of(programme, saved.cycle, day=saved.as_of)
    return Asked(cycle, saved.agency, saved.layout, saved.language)


def compose(asked: Asked, snapshot: Snapshot, own: Own | None = None) -> Composed:
    """Return the report, drawn from nothing but the snapshot and the office's words, and its faults."""
    own = own or Own()
    _check_agency(asked, snapshot)
    found = setting(asked, snapshot)
    report = Report(
        asked=asked,
        heading=_heading(found, own.heading),
        title=found.say(outline.REPORT),
        subject=subject(found),
        sections=sections(found, own),
        annexes=annexes(found),
        digest=snapshot.digest,
        as_of=snapshot.facts.as_of,
        illustrative=snapshot.facts.illustrative,
        silent=silent_bodies(found),
    )
    report = replace(report, annexes=(*report.annexes, reference_annex(found, report)))
    names = {code: found.body(code) for code in report.silent}
    return Composed(report, (*_marker_faults(found, report, own), *check(report, found.figures, names)))


def _check_agency(asked: Asked, snapshot: Snapshot) -> None:
    known = {agency.code for agency in snapshot.facts.register.agencies}
    if asked.agency and asked.agency not in known:
        raise NotFound(
            N_("There is no body {agency}."),
            hint=N_("Use the code of the register, for example BKHCN."),
            params={"agency": asked.agency},
        )


def _heading(found: Setting, typed: Heading) -> Heading:
    if typed.issuer or not found.agency:
        return typed
    return replace(typed, issuer=found.body(found.agency))


def _marker_faults(found: Setting, report: Report, own: Own) -> list[Fault]:
    places = {section.key: f"{section.number} {section.title}" for section in report.sections}
    return [
        fault
        for key, words in own.texts.items()
        if key in places
        for fault in marker_faults(words, found.figures, places[key])
    ]
