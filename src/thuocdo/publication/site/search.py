"""The search page: everything that has a page, on one page, and a script that leaves what was asked for.

Without the script the whole list stands there, for the browser's own search.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from thuocdo.core.text import fold
from thuocdo.programme.types import AgencyKind
from thuocdo.publication.site.desk import Desk, View

Page = tuple[str, str, View]
PLACE = "tim"
SCRIPT = "assets/search.js"
_HERE = Path(__file__).parent


def files() -> Iterator[tuple[str, bytes]]:
    """Yield the script."""
    yield SCRIPT, (_HERE / "search.js").read_bytes()


def pages(desk: Desk) -> Iterator[Page]:
    """Yield the page; an item's words are folded as the script folds what is typed."""
    groups = [
        {"title": desk.say(title), "found": found}
        for title, found in (
            (_("Tasks"), list(_tasks(desk))),
            (_("Indicators"), list(_indicators(desk))),
            (_("Agencies"), list(_bodies(desk, provinces=False))),
            (_("Provinces"), list(_bodies(desk, provinces=True))),
        )
        if found
    ]
    yield desk.path(PLACE), "search.html", {"groups": groups, "script": SCRIPT}


def _tasks(desk: Desk) -> Iterator[View]:
    for task in desk.programme.tasks:
        view = desk.task_views[task.code]
        leads = [str(lead["short"]) for lead in view["leads"]]
        yield _item(
            view["path"], task.number, view["name"], ", ".join(leads), (task.name_vi, task.name_en, *leads)
        )


def _indicators(desk: Desk) -> Iterator[View]:
    for each in desk.programme.indicators:
        name = desk.pick(each, "name")
        yield _item(
            desk.indicator_path(each), each.code, name, str(each.horizon or ""), (each.name_vi, each.name_en)
        )


def _bodies(desk: Desk, *, provinces: bool) -> Iterator[View]:
    for code, agency in sorted(desk.agencies.items()):
        if (agency.kind is AgencyKind.PROVINCE) is not provinces:
            continue
        path = desk.agency_path(code)
        if path:
            words = (agency.name_vi, agency.name_en, agency.short_vi, agency.short_en)
            yield _item(path, "", desk.pick(agency, "name"), code, words)


def _item(path: str, number: str, name: str, beside: str, words: Iterable[str]) -> View:
    folded = " ".join(dict.fromkeys(fold(" ".join((number, *words, beside))).split()))
    return {"path": path, "number": number, "name": name, "beside": beside, "words": folded}


def _(message: str) -> str:
    return message
