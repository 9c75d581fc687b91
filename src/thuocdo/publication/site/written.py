"""The method page of a written metric: its text word for word, who approved it, and what proves it."""

from collections.abc import Iterator

from thuocdo.measurement.written.reading import as_said
from thuocdo.measurement.written.types import WrittenMethod
from thuocdo.publication.site.desk import Desk, View
from thuocdo.publication.site.words import day
from thuocdo.publication.texts import DECLARED, PAGE, STATEMENT, address, digests

Page = tuple[str, str, View]


def pages(desk: Desk) -> Iterator[Page]:
    """Yield one page for each metric, with all its approved versions, the newest first."""
    for code, versions in _by_code(desk).items():
        context = {
            "versions": [_version(desk, each) for each in versions],
            "rows": [
                {"number": each.number, "name": desk.pick(each, "name"), "path": desk.indicator_path(each)}
                for each in desk.programme.indicators
                if each.code in as_said(versions[0].text).indicators
            ],
            "code": code,
        }
        yield desk.path(PAGE, code), "written.html", context


def serving(desk: Desk, indicator: str) -> list[View]:
    """Return the newest version of each written metric that serves an indicator."""
    return [each for each in all_of(desk) if indicator in each["indicators"]]


def all_of(desk: Desk) -> list[View]:
    """Return the newest version of every written metric."""
    return [_brief(desk, versions[0]) for versions in _by_code(desk).values()]


def path_of(desk: Desk, code: str, version: str) -> str:
    """Return the page of the method that a value names, "" where no text of it is published."""
    known = any((each.code, str(each.number)) == (code, version) for each in desk.facts.written)
    return desk.path(PAGE, code) if known else ""


def _by_code(desk: Desk) -> dict[str, list[WrittenMethod]]:
    found: dict[str, list[WrittenMethod]] = {}
    for each in sorted(desk.facts.written, key=lambda one: (one.code, -one.number)):
        found.setdefault(each.code, []).append(each)
    return found


def _brief(desk: Desk, one: WrittenMethod) -> View:
    said = as_said(one.text)
    return {
        "code": one.code,
        "number": one.number,
        "name": desk.pick(said, "name"),
        "path": desk.path(PAGE, one.code),
        "indicators": said.indicators,
        "rival_of": said.rival_of,
        "applies": day(said.applies_from, desk.language),
    }


def _version(desk: Desk, one: WrittenMethod) -> View:
    said = as_said(one.text)
    formula, queries = digests(one)
    at = address(desk.slug, one)
    return {
        **_brief(desk, one),
        "unit": desk.pick(said, "unit"),
        "method": desk.pick(said, "method"),
        "text": one.text,
        "files": [
            {"path": at + DECLARED, "name": f"{one.number}{DECLARED}", "field": "formula", "sha256": formula},
            {
                "path": at + STATEMENT,
                "name": f"{one.number}{STATEMENT}",
                "field": "queries",
                "sha256": queries,
            },
        ],
        "approved": day(one.approved_on, desk.language),
        "office": _office(desk, one.approved_for),
        "entry": one.entry,
        "logged": day(one.logged_on, desk.language),
        # Where there is a log, a version measures what began after the day of its entry.
        "late": one.logged_on is not None and one.logged_on >= said.applies_from,
    }


def _office(desk: Desk, code: str) -> str:
    """Return the name of a body, its code where the register lacks it, "" for none; people are not named."""
    known = desk.agencies.get(code)
    return code if known is None else desk.pick(known, "name")
