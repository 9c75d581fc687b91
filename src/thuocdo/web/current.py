"""What is known today of the programme that this installation runs, for the pages of the desks."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings

from thuocdo.config.current import Known, known, known_of, today
from thuocdo.core.actor import Actor
from thuocdo.core.errors import NotFound, Unavailable
from thuocdo.web.language import words as _


def current_of(slug: str = "") -> Known:
    """Return what is known today of a programme, else of the one of the settings."""
    with _loaded():
        return known(slug or settings.THUOCDO_PROGRAMME, as_of=today())


def own_of(person: Actor, *, task: str = "") -> Known:
    """Return what is known today of the tasks of a person's body, or of one of them."""
    with _loaded():
        return known_of(settings.THUOCDO_PROGRAMME, person.agency, as_of=today(), task=task)


@contextmanager
def _loaded() -> Iterator[None]:
    try:
        yield
    except NotFound as error:
        raise Unavailable(
            _("No programme has been loaded here yet."), hint=_("Load one with: thuocdo load")
        ) from error
