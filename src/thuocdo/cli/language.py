"""The language of the terminal: THUOCDO_LANG, else the locale; Vietnamese where it says vi."""

import os


def language() -> str:
    """Return "vi" or "en"."""
    for name in ("THUOCDO_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return "vi" if value.lower().startswith("vi") else "en"
    return "en"
