"""The tests of single JSON values in an entry."""

import re
import unicodedata
from datetime import date, datetime
from typing import Any

from thuocdo.log import notes
from thuocdo.log.errors import Unsound

_DIGEST = re.compile(r"[0-9a-f]{64}")
_CODE = re.compile(r"[A-Za-z0-9Đđ][A-Za-z0-9Đđ._/-]{0,99}")
_PATH = re.compile(r"(?!.*(^|/)\.)[A-Za-z0-9_@][A-Za-z0-9_@./-]{0,239}")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MAX_WORDS = 2000
_MAX_NUMBER = 2**53 - 1
_PLACES = {"where", "old", "new"}


def is_digest(value: Any) -> bool:
    """Say whether it is a SHA-256 in lower-case hex."""
    return isinstance(value, str) and bool(_DIGEST.fullmatch(value))


def is_index(value: Any) -> bool:
    """Say whether it can be the number of an entry."""
    return type(value) is int and 0 <= value <= _MAX_NUMBER


def is_index_or_none(value: Any) -> bool:
    """Say whether it can be the number of an entry, or says that there is none."""
    return value is None or is_index(value)


def is_count(value: Any) -> bool:
    """Say whether it is a whole number from 1."""
    return is_index(value) and value > 0


def is_code(value: Any) -> bool:
    """Say whether it is a code: no spaces, nothing that can be read in two ways."""
    return isinstance(value, str) and bool(_CODE.fullmatch(value))


def is_words(value: Any) -> bool:
    """Say whether it is one line of text with something in it."""
    return isinstance(value, str) and bool(value.strip()) and is_line(value)


def is_line(value: Any) -> bool:
    """Say whether it is one line of text without control characters, perhaps empty."""
    return (
        isinstance(value, str)
        and len(value) <= _MAX_WORDS
        and not any(unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} for char in value)
    )


def is_path(value: Any) -> bool:
    """Say whether it can be the address of a published file."""
    return isinstance(value, str) and bool(_PATH.fullmatch(value)) and "//" not in value


def is_moment(value: Any) -> bool:
    """Say whether it is a moment in UTC of whole seconds."""
    if not isinstance(value, str) or not _MOMENT.fullmatch(value):
        return False
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def is_day(value: Any) -> bool:
    """Say whether it is a day of the calendar."""
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def is_log_key(value: Any) -> bool:
    """Say whether it is the vkey of a log."""
    if not isinstance(value, str):
        return False
    try:
        return notes.read_vkey(value).kind is notes.Kind.ED25519
    except Unsound:
        return False


def is_signature(value: Any) -> bool:
    """Say whether it is a signature of 64 bytes in base64."""
    raw = notes.read64(value) if isinstance(value, str) else None
    return raw is not None and len(raw) == notes.SIGNATURE_BYTES


def is_cells(value: Any) -> bool:
    """Say whether it is a list of changed values that names no place twice."""
    if not isinstance(value, list) or not value:
        return False
    if not all(isinstance(each, dict) and set(each) == _PLACES for each in value):
        return False
    lines = all(is_line(text) for each in value for text in each.values())
    if not lines or not all(is_words(each["where"]) and each["old"] != each["new"] for each in value):
        return False
    return len({each["where"] for each in value}) == len(value)
