"""Cards: one task or indicator as a small page that stands alone, for the frames of other sites."""

import base64
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from minijinja import safe

from thuocdo.publication.site import indicators
from thuocdo.publication.site.desk import Desk, View

Page = tuple[str, str, View]
FOLDER = "the/"
"""Folder of a card below its page; what serves the site lets other sites frame these addresses alone."""
WIDTH, HEIGHT = 420, 380
"""Size of the frame that the snippet on the page asks for."""


def pages(desk: Desk) -> Iterator[Page]:
    """Yield the card of each task and each indicator."""
    for view in desk.task_views.values():
        facts = {"leads": ", ".join(each["short"] for each in view["leads"])}
        yield _card(view, {**facts, "card": "task", "chart": None})
    for indicator in desk.programme.indicators:
        view = indicators.view(desk, indicator)
        yield _card(view, {"card": "indicator", "chart": indicators.mini(desk, indicator)})


def _card(view: View, more: View) -> Page:
    return f"{view['path']}{FOLDER}", "card.html", {"row": view, "style": style(), "policy": policy(), **more}


@cache
def style() -> str:
    """Return the card's style, which stands in the page: a card loads nothing."""
    return safe((Path(__file__).parent / "card.css").read_text(encoding="utf-8"))


@cache
def policy() -> str:
    """Return what a card may do: show its own style, nothing else."""
    digest = base64.b64encode(sha256(style().encode()).digest()).decode()
    return safe(f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'")
