"""The public log of corrections: what was published wrongly, what is right, and what was taken away."""

from collections import defaultdict
from collections.abc import Iterator

from thuocdo.publication.corrections import PAGE, Past
from thuocdo.publication.earlier import place_of
from thuocdo.publication.manifest import Correction, Gone
from thuocdo.publication.site.desk import Desk, View
from thuocdo.publication.site.words import day

Page = tuple[str, str, View]
_SEEN_OF_DIGEST = 12


def pages(desk: Desk, past: Past) -> Iterator[Page]:
    """Yield the page; it is there from the first publication on, and says so while nothing was corrected."""
    context = {
        "corrections": [_correction(desk, each) for each in past.corrections],
        "gone": [_gone(desk, each) for each in past.taken_away],
    }
    yield desk.path(PAGE), "corrections.html", context


def by_page(past: Past) -> dict[str, list[View]]:
    """Return the corrections by the page that shows the row: nq03/nhiem-vu, task 44 → nq03/nhiem-vu/44/."""
    found: dict[str, list[View]] = defaultdict(list)
    for each in past.corrections:
        name = each.key.rpartition(" ")[2]
        found[f"{each.what}/{name}/"].append(_change(each))
    return found


def _change(each: Correction) -> View:
    return {
        "row": each.key,
        "column": each.field,
        "old": each.old,
        "new": each.new,
        "reason": each.reason,
        "document": each.document,
    }


def _correction(desk: Desk, each: Correction) -> View:
    return {
        **_change(each),
        "table": each.what,
        "on": day(each.document_on, desk.language),
        "entry": each.entry,
        "place": place_of(each.supersedes) if each.supersedes else "",
        "digest": each.supersedes[:_SEEN_OF_DIGEST],
    }


def _gone(desk: Desk, each: Gone) -> View:
    return {
        "path": each.path,
        "sha256": each.sha256,
        "reason": each.reason,
        "document": each.document,
        "on": day(each.document_on, desk.language),
        "entry": each.entry,
        "digest": each.manifest[:_SEEN_OF_DIGEST],
    }
