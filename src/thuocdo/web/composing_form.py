"""What the forms of the composer say, read into values; bounded before anything looks at it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict

from thuocdo.core.errors import Conflict, Fault, Invalid
from thuocdo.core.messages import LANGUAGES
from thuocdo.programme.review.settling import read_day
from thuocdo.reports.rules import LONGEST_FIELD, LONGEST_TEXT, MOST_RECIPIENTS
from thuocdo.reports.types import Heading, Layout, Own
from thuocdo.web.language import N_
from thuocdo.web.language import words as _

FIELDS: Mapping[str, str] = {
    "parent": N_("Superior body"),
    "issuer": N_("Issuing body"),
    "number": N_("Number and symbol"),
    "place": N_("Place of issue"),
    "signing": N_("Authority and position of the signatory"),
    "signer": N_("Name of the signatory"),
}
_PREFIX = "text-"
_LONGEST_DAY = 40
_NO_DAY = N_("“{cell}” is no date; write 12/06/2025 or 2025-06-12")


@dataclass(frozen=True, slots=True)
class Beginning:
    """Which report somebody begins."""

    cycle: str
    own: bool
    layout: Layout
    language: str
    as_of: date


def beginning(form: QueryDict, today: date) -> Beginning:
    """Return what the form for a new report says."""
    layout, language = form.get("layout", ""), form.get("language", "")
    return Beginning(
        cycle=form.get("cycle", "")[:20],
        own=form.get("whose", "") == "own",
        layout=Layout(layout) if layout in set(Layout) else Layout.STATE,
        language=language if language in LANGUAGES else "vi",
        as_of=day_of(form, today),
    )


def own_of(form: QueryDict) -> Own:
    """Return the author's words: a text a section, and what stands above and below the report."""
    texts = {
        name.removeprefix(_PREFIX)[:60]: _text(value, LONGEST_TEXT + 1)
        for name, value in form.items()
        if name.startswith(_PREFIX) and isinstance(value, str)
    }
    heads = {name: _text(form.get(name, ""), LONGEST_FIELD + 1) for name in FIELDS}
    listed = _text(form.get("recipients", ""), (LONGEST_FIELD + 1) * (MOST_RECIPIENTS + 1)).splitlines()
    recipients = tuple(line.strip() for line in listed if line.strip())
    typed = form.get("dated", "").strip()[:_LONGEST_DAY]
    dated = _day(typed, "dated") if typed else None
    return Own(texts, Heading(**heads, dated=dated, recipients=recipients))


def day_of(form: QueryDict, otherwise: date) -> date:
    """Return the day that the numbers are taken from; the other one where none was typed."""
    typed = form.get("as_of", "").strip()[:_LONGEST_DAY]
    return _day(typed, "as_of") if typed else otherwise


def version_of(form: QueryDict) -> int:
    """Return the version that somebody had before them; a form without one has seen none."""
    typed = form.get("version", "")
    if not (typed.isascii() and typed.isdecimal() and len(typed) < len("1000000000")):
        raise Conflict(
            _("Somebody else has saved this report meanwhile."),
            hint=_("Open it anew and put your sentences in again."),
        )
    return int(typed)


def _day(typed: str, field: str) -> date:
    found = read_day(typed)
    if found is None:
        fault = Fault("report", _NO_DAY.format(cell=typed), field, _NO_DAY, {"cell": typed})
        raise Invalid(_("Nothing was saved."), faults=[fault])
    return found


def _text(value: str, most: int) -> str:
    return value.replace("\r\n", "\n").replace("\0", "").strip()[:most]
