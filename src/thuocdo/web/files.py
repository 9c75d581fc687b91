"""Files that were handed in: given out to who may see them, always as a download, never shown in a page."""

import re
import unicodedata
from urllib.parse import quote

from django.http import FileResponse, HttpRequest
from django.views.decorators.http import require_safe

from thuocdo.core.text import fold
from thuocdo.cycles.attaching import attachment
from thuocdo.web.gate import actor_of

HARMLESS = frozenset(
    {
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.oasis.opendocument.text",
        "application/vnd.oasis.opendocument.spreadsheet",
        "image/png",
        "image/jpeg",
        "text/csv",
        "text/plain",
    }
)
"""Types that are named as they are; everything else is called a stream of bytes."""

# Whatever a browser makes of the bytes, it may load, run and send nothing, and it has no origin of ours.
_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'"
_LONGEST = 120
_UNSAFE = re.compile(r'[<>:"/\\|?*%;]')


@require_safe
def file(request: HttpRequest, file: str) -> FileResponse:
    """Give out one file under its own name; another body's is not there at all."""
    kept, path = attachment(file, by=actor_of(request))
    media = kept.media if kept.media in HARMLESS else "application/octet-stream"
    response = FileResponse(path.open("rb"), content_type=media)
    response["Content-Disposition"] = disposition(kept.name)
    response["Content-Length"] = str(kept.size)
    response["Content-Security-Policy"] = _POLICY
    response["X-Content-Type-Options"] = "nosniff"
    return response


def disposition(name: str) -> str:
    """Return the header of a download: the cleaned name in ASCII, and as it is (RFC 5987)."""
    shown = clean_name(name)
    plain = re.sub(r"[^a-zA-Z0-9._() -]", "_", _ascii(shown))
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(shown, safe='')}"


def clean_name(name: str) -> str:
    """Return a file name without folders, control and direction marks or signs that a system forbids."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    visible = "".join(" " if each.isspace() else each for each in last if _is_visible(each))
    safe = _UNSAFE.sub("_", " ".join(visible.split())).strip(". ")
    stem, dot, ending = safe.rpartition(".")
    if dot and len(ending) <= 10:  # noqa: PLR2004  longer than any file ending that people use
        return f"{stem[: _LONGEST - len(ending) - 1]}.{ending}" if stem else f"tep.{ending}"
    return safe[:_LONGEST] or "tep"


def _is_visible(each: str) -> bool:
    return each.isspace() or unicodedata.category(each)[0] != "C"


def _ascii(name: str) -> str:
    """Return the name without marks; its capitals stay."""
    return "".join(
        fold(each).upper() if each.isupper() else fold(each) if not each.isascii() else each for each in name
    )
