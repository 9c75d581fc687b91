"""The language of a request, and messages in it."""

from dataclasses import replace
from datetime import date

from django.conf import settings
from django.utils.translation import get_language

from thuocdo.core import messages
from thuocdo.core.errors import Fault, ThuocDoError
from thuocdo.core.messages import LANGUAGES, translate
from thuocdo.evaluation.reasons import shown_day

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


def said(error: ThuocDoError) -> str:
    """Return the sentence of a refusal in the language of this request."""
    return messages.said(error, language())[0]


def said_with_hint(error: ThuocDoError) -> str:
    """Return the sentence of a refusal and what to do about it in the language of this request."""
    return " ".join(messages.said(error, language())).strip()


def said_fault(fault: Fault) -> str:
    """Return what is wrong, without the place, in the language of this request; days as people write them."""
    params = {name: _day(value) for name, value in fault.params.items()}
    return messages.fault_words(replace(fault, params=params), language())


def _day(value: str) -> str:
    try:
        return shown_day(date.fromisoformat(value), language())
    except ValueError:
        return value
