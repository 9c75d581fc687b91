"""The templates of the application: escaped by default, two languages, no logic that a page could hide."""

import hashlib
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse
from jinja2 import Environment, StrictUndefined, pass_context
from jinja2.runtime import Context

from thuocdo.core.messages import LANGUAGES, fault_sentence
from thuocdo.cycles.notices.queries import unread
from thuocdo.evaluation.reasons import sentence, shown_day, status_word
from thuocdo.publication.site.desk import SHAPES
from thuocdo.web.gate import actor_of, may_enter
from thuocdo.web.language import language, said, words

STATIC = Path(__file__).resolve().parent / "static"


def environment(**options: Any) -> Environment:
    """Return the Jinja2 environment that Django asks for; a name that nobody set is an error."""
    ours: dict[str, Any] = {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    given = {name: value for name, value in options.items() if name not in {*ours, "autoescape"}}
    made = Environment(autoescape=True, **ours, **given)
    made.globals.update(
        _=words,
        language=language,
        languages=LANGUAGES,
        url=reverse,
        static=static,
        may=_may,
        day=_spoken(shown_day),
        sentence=_spoken(sentence),
        fault_words=_spoken(fault_sentence),
        said=said,
        status_word=_spoken(status_word),
        local=_local,
        unread=_unread,
        named=_named,
        shape_names=SHAPES,
    )
    return made


def static(name: str) -> str:
    """Return the address of a file of web/static; it changes with the content, so it may be kept for ever."""
    return f"{settings.STATIC_URL}{name}?v={_digest(name)}"


@cache
def _digest(name: str) -> str:
    return hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]


@pass_context
def _may(context: Context, page: str) -> bool:
    """Say whether the person of this request may open a page, so that menus offer nothing else."""
    return may_enter(context["request"], page)


@pass_context
def _unread(context: Context) -> int:
    """Count the person's unread notices: one query a page, however often a template asks."""
    request = context["request"]
    if not hasattr(request, "thuocdo_unread"):
        request.thuocdo_unread = unread(actor_of(request).id)
    return int(request.thuocdo_unread)


def _named(thing: Any) -> str:
    """Return the name of a value that carries name_vi and name_en."""
    return str(thing.name_vi if language() == "vi" else thing.name_en)


def _local(moment: datetime) -> str:
    """Return a moment as the clock of the country shows it."""
    return f"{moment.astimezone(ZoneInfo(settings.THUOCDO_ZONE)):%d/%m/%Y %H:%M}"


def _spoken(function: Callable[[Any, str], str]) -> Callable[[Any], str]:
    """Return the function with the language of the request filled in."""
    return lambda value: function(value, language())
