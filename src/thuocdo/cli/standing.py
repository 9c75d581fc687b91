"""The programme that a command works against: as adopted here, else as the catalogue has it."""

import importlib.util
from dataclasses import dataclass
from typing import TYPE_CHECKING

from thuocdo.cli.language import language
from thuocdo.core.errors import NotFound
from thuocdo.core.messages import translate

if TYPE_CHECKING:
    from thuocdo.programme.types import Programme, Register


@dataclass(frozen=True, slots=True)
class Standing:
    """A programme with the bodies that it names; `adopted` says whether it was adopted here."""

    programme: "Programme"
    register: "Register"
    adopted: bool


def standing(slug: str) -> Standing:
    """Return the newest adopted version where there is a database with it, else the built-in programme."""
    from thuocdo.programme.catalogue import catalogue, slugs
    from thuocdo.programme.registry import register

    if importlib.util.find_spec("django"):
        try:
            open_database()
            from thuocdo.programme import queries

            return Standing(queries.programme(slug), queries.register(slug), adopted=True)
        except NotFound:
            if slug not in slugs():
                raise
    return Standing(catalogue(slug), register(), adopted=False)


def open_database() -> None:
    """Start the application on a database that exists; a command that only reads makes none."""
    from thuocdo.config import setup

    setup.start()
    from django.db import connection
    from django.db.utils import OperationalError

    try:
        ready = bool(connection.introspection.table_names())
    except OperationalError:
        ready = False
    if not ready:
        raise NotFound(
            _("There is no database yet."), hint="thuocdo people add, then thuocdo load; or thuocdo demo."
        )


def _(message: str) -> str:
    return translate(message, language())
