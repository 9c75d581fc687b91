"""A person at the grid without a script: saving, pasting, applying, undoing; and what is saved then."""

import re
from datetime import UTC, datetime

from tests.factories.pages import form_at, text_of

from thuocdo.cycles.drafting import drafts_of

NOW = datetime(2025, 6, 20, 5, tzinfo=UTC)
CYCLE = "2025-1"
DECISION = "Quyết định số 9001/QĐ-TTg ngày 12/6/2025 của Thủ tướng Chính phủ"


class Clock:
    """Noon of 20 June 2025 in Hà Nội."""

    @staticmethod
    def now():
        """Return the moment."""
        return NOW


def stand_still(monkeypatch):
    """Let the clocks of the grid stand."""
    from thuocdo.web import gate, grid, grid_paste  # noqa: PLC0415  settings are ready only here

    for module in (gate, grid, grid_paste):
        monkeypatch.setattr(module, "timezone", Clock)


def drafts(agency="BKHCN", cycle=CYCLE):
    """Return the drafts of a body."""
    return drafts_of("nq03", agency=agency, cycle=cycle)


def cells(task):
    """Return what is saved of a task, evidence beside the rest."""
    draft = drafts()[task]
    return {**draft.cells, **(draft.evidence or ({},))[0]}


def codes(client):
    """Return the tasks of the grid in their order."""
    return re.findall(r'<tr data-code="([^"]+)"', client.get("/viec/bang").content.decode())


def paste(client, text, **more):
    """Return the preview of a pasted text."""
    return client.post("/viec/bang/dan", {"text": text, **more})


def apply(client, preview, **more):
    """Press “apply” on a preview, with what was filled in."""
    form = form_at(preview.content, "/viec/bang/dan")
    return client.post("/viec/bang/dan", {**form, **more, "act": "apply"})


def counts(preview):
    """Return how many rows would change, are faulty, fit nowhere, and change nothing."""
    words = text_of(preview.content, "counts")[0]
    return [int(number) for number in re.findall(r"(\d+) dòng", words)]


def undo(client, page):
    """Press “undo” in the banner of a page."""
    return client.post("/viec/bang/hoan-tac", form_at(page, "/viec/bang/hoan-tac"))


def save(client, **changes):
    """Send the form of the grid with some cells changed."""
    form = form_at(client.get("/viec/bang").content, "/viec/bang/luu")
    named = {name.replace("__", "-"): value for name, value in changes.items()}
    return client.post("/viec/bang/luu", {**form, **named})
