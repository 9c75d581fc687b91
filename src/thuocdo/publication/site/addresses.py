"""Addresses of pages: the same in both languages, English under en/, links relative to the page."""

from minijinja import safe

from thuocdo.core.text import slug

PREFIX = {"vi": "", "en": "en/"}


def root_of(path: str) -> str:
    """Return the way from a page's folder to the site's root: "" or "../../"."""
    return safe("../" * path.count("/"))


def page(language: str, programme: str, *parts: str) -> str:
    """Return the folder of a page, with a slash at the end."""
    return safe(PREFIX[language] + "/".join((programme, *parts)) + "/")


def agency(language: str, programme: str, code: str) -> str:
    """Return the folder of an agency's page."""
    return page(language, programme, "co-quan", slug(code))
