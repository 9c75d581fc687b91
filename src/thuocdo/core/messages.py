"""Texts in two languages: a message is written once in English and translated in `locale/`.

Rules never hold sentences; they return a `Reason` (a code with parameters) and `sentence`
turns it into words. Catalogues are GNU gettext files, one per door, so that a room's words
change in one place: `locale/vi/*.po`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path

from thuocdo.core.errors import Fault, ThuocDoError

LANGUAGES = ("vi", "en")
_LOCALE = Path(__file__).resolve().parent.parent / "locale"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a rule decided so: a fixed code and the values that its sentence names (as text)."""

    code: str
    params: Mapping[str, str] = field(default_factory=dict)


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """Return message → translation for a language; English needs none."""
    if language == "en":
        return {}
    from babel.messages.pofile import read_po  # noqa: PLC0415  Babel costs 40 ms, English needs none

    found: dict[str, str] = {}
    for path in sorted((_LOCALE / language).glob("*.po")):
        with path.open("rb") as stream:
            for message in read_po(stream):
                if isinstance(message.id, str) and message.id and isinstance(message.string, str):
                    found[message.id] = message.string or message.id
    return found


def translate(message: str, language: str) -> str:
    """Return the message in `language`, or the English message when no translation exists."""
    return catalogue(language).get(message, message)


def fault_sentence(fault: Fault, language: str) -> str:
    """Return a fault in a language: its place, its field, and the sentence where it can be translated."""
    kind, space, rest = fault.where.partition(" ")
    place = translate(kind, language) + space + rest
    if fault.field:
        place = f"{place}, {translate(fault.field, language)}"
    return f"{place}: {fault_words(fault, language)}"


def fault_words(fault: Fault, language: str) -> str:
    """Return what is wrong in a language, without the place."""
    return (
        _filled(fault.template, fault.params, language)
        if fault.template
        else translate(fault.message, language)
    )


def said(error: ThuocDoError, language: str) -> tuple[str, str]:
    """Return the sentence of a refusal and its hint in a language; words of enums are translated too."""
    return _filled(error.template, error.params, language), _filled(
        error.hint_template, error.params, language
    )


def _filled(template: str, params: Mapping[str, object], language: str) -> str:
    words = translate(template, language)
    spoken = {
        name: translate(value.value, language) if isinstance(value, StrEnum) else value
        for name, value in params.items()
    }
    return words.format(**spoken) if spoken else words
