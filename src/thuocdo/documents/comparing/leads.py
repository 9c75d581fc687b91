"""Bodies that a document names and that no longer exist on the day of comparison."""

from collections import defaultdict
from collections.abc import Iterator

from thuocdo.documents.comparing.types import EndedBody, Finding, Kind, Place, Side
from thuocdo.documents.types import DraftProgramme


def gone(draft: DraftProgramme, side: Side, ended: EndedBody) -> Iterator[Finding]:
    """Yield each body that leads a task or answers for an aim and has ended, with its successor.

    One finding for each body, with the codes of all its rows.
    """
    tasks: dict[str, list[str]] = defaultdict(list)
    aims: dict[str, list[str]] = defaultdict(list)
    for task in draft.tasks:
        for name in dict.fromkeys(task.leads):
            tasks[name].append(task.code)
    for item in draft.indicators:
        for name in dict.fromkeys(item.agencies):
            aims[name].append(item.code)
    for name in dict.fromkeys((*tasks, *aims)):
        body = ended(name, draft.document.issued_on)
        if body is None:
            continue
        yield Finding(
            Kind.LEAD_GONE,
            "certain",
            Place(side, "document", "", name),
            within=side,
            params={
                "body": name,
                "last_day": body.last_day.isoformat(),
                "successor_vi": body.successor_vi,
                "successor_en": body.successor_en,
                "tasks": ", ".join(tasks[name]),
                "aims": ", ".join(dict.fromkeys(aims[name])),
            },
        )
