"""Addresses of pages: the same in both languages, English under en/, links relative to the page."""

import re

from minijinja import safe

from thuocdo.core.errors import Invalid
from thuocdo.core.text import slug

_PLAIN = re.compile(r"\w[\w.@-]*")

PREFIX = {"vi": "", "en": "en/"}


def root_of(path: str) -> str:
    """Return the way from a page's folder to the site's root: "" or "../../"."""
    return safe("../" * path.count("/"))


def page(language: str, programme: str, *parts: str) -> str:
    """Return the folder of a page, with a slash at the end.

    A code becomes part of a file path and of a link: one that could mean anything else in
    either is refused.
    """
    for part in (programme, *parts):
        if not _PLAIN.fullmatch(part):
            raise Invalid(
                f"{part!r} cannot stand in an address.", hint="Codes hold letters, digits and . @ - _"
            )
    return safe(PREFIX[language] + "/".join((programme, *parts)) + "/")


def agency(language: str, programme: str, code: str) -> str:
    """Return the folder of an agency's page."""
    return page(language, programme, "co-quan", slug(code))


def data(programme: str, kind: str, folder: str) -> str:
    """Return the address, without ending, of the data beside a page; both languages share it."""
    return safe(f"{programme}/{kind}/{folder.rstrip('/').rsplit('/', 1)[-1]}")
