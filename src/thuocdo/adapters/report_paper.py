"""The two forms of official paper: sizes, margins and the words of header and signature blocks.

The administration's follows Appendix I of Decree 30/2020, the Party's the guidance of the Party's central
office. Lengths are in twentieths of a point, sizes of letters in points.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from thuocdo.reports.types import Layout

MILLIMETRE = 1440 / 25.4
FONT = "Times New Roman"


def _(message: str) -> str:
    """Mark a message for translation; the catalogue is asked when it is shown."""
    return message


@dataclass(frozen=True, slots=True)
class Paper:
    """One form: margins in millimetres, sizes of letters, and the words that it prints."""

    top: int
    bottom: int
    left: int
    right: int
    body: float
    title: float
    nation: str
    motto: str
    number: str
    issuer: str
    signing: str
    recipients: tuple[str, ...]


PAPERS: Mapping[Layout, Paper] = {
    Layout.STATE: Paper(
        *(20, 20, 30, 17, 14, 14),
        nation=_("SOCIALIST REPUBLIC OF VIET NAM"),
        motto=_("Independence - Freedom - Happiness"),
        number=_("No.: …/BC-…"),
        issuer=_("NAME OF THE ISSUING BODY"),
        signing=_("AUTHORITY AND POSITION OF THE SIGNATORY"),
        recipients=(_("As above"), _("Archived: records office, …")),
    ),
    Layout.PARTY: Paper(
        *(20, 20, 30, 15, 14, 16),
        nation=_("COMMUNIST PARTY OF VIET NAM"),
        motto="",
        number=_("No. …-BC/…"),
        issuer=_("NAME OF THE PARTY BODY"),
        signing=_("ON BEHALF OF THE COMMITTEE"),
        recipients=(_("As above"), _("Archived: office of the committee")),
    ),
}

PLACE_AND_DATE = _("{place}, day {day} month {month} year {year}")
RECIPIENTS = _("Recipients:")
SIGNER = _("Full name")
MARK = _("ILLUSTRATIVE – invented records, not real figures")


def twips(millimetres: float) -> int:
    """Return a length in twentieths of a point."""
    return round(millimetres * MILLIMETRE)
