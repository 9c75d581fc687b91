"""What is known today of the programme that this installation runs, for the pages of the desks."""

from django.conf import settings

from thuocdo.config.current import Known, known, today
from thuocdo.core.errors import NotFound, Unavailable
from thuocdo.web.language import words as _


def current_of(slug: str = "") -> Known:
    """Return what is known today of a programme, else of the one of the settings."""
    try:
        return known(slug or settings.THUOCDO_PROGRAMME, as_of=today())
    except NotFound as error:
        raise Unavailable(
            _("No programme has been loaded here yet."), hint=_("Load one with: thuocdo load")
        ) from error
