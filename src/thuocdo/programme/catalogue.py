"""The built-in programmes: what a document assigns, as data in one folder each."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from thuocdo.core.errors import NotFound
from thuocdo.core.typed import convert, from_json
from thuocdo.programme.types import Programme

_HEAD = "programme.json"
_LISTS = ("themes", "tasks", "indicators", "duties")


@cache
def catalogue(slug: str = "nq03") -> Programme:
    """Return a built-in programme: facts and our own short names, no words of the document.

    Cycles follow one another without a gap: a cycle ends the day before its reports are due and
    the next begins on that day, so every day of the run belongs to exactly one. The first begins
    on the programme's own date. Raises NotFound for a slug that no folder carries.
    """
    if slug not in slugs():
        raise NotFound(f"There is no programme “{slug}”.", hint=f"Known: {', '.join(slugs())}.")
    folder = _data() / slug
    content: dict[str, Any] = _read(folder / _HEAD)
    for name in _LISTS:
        file = folder / f"{name}.json"
        content[name] = _read(file) if file.is_file() else []
    return convert(content, Programme)


@cache
def slugs() -> tuple[str, ...]:
    """Return the slugs of all built-in programmes, sorted."""
    folders = [entry for entry in _data().iterdir() if (entry / _HEAD).is_file()]
    return tuple(sorted(folder.name for folder in folders))


def _data() -> Traversable:
    return files("thuocdo.programme") / "data"


def _read(file: Traversable) -> Any:
    return from_json(file.read_bytes())
