"""Names of bodies, as the pages of the application show them."""

from django.conf import settings

from thuocdo.programme import queries
from thuocdo.programme.types import Agency


def body_named(code: str) -> Agency | None:
    """Return the body with this code, None for nobody's and for one that no register holds."""
    register = queries.register(settings.THUOCDO_PROGRAMME)
    return next((agency for agency in register.agencies if agency.code == code), None)
