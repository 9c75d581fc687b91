"""The language of a request, and messages in it."""

from django.conf import settings
from django.utils.translation import get_language

from thuocdo.core.messages import LANGUAGES, translate

N_ = str
"""Marks a message of a table for translation; `words` asks the catalogue when it is shown."""


def language() -> str:
    """Return the language of this request: "vi" or "en"."""
    active = (get_language() or settings.LANGUAGE_CODE).split("-")[0]
    return active if active in LANGUAGES else settings.LANGUAGE_CODE


def words(message: str, **params: object) -> str:
    """Return a message in the language of this request, its placeholders filled."""
    text = translate(message, language())
    return text.format(**params) if params else text
