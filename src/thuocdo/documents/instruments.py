"""What a cited document is, and which document satisfies which need of a task."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """What a cited document is; the names of instruments equal the needs of a task."""

    LAW = "law"
    ASSEMBLY_RESOLUTION = "assembly_resolution"
    ASSEMBLY_ACT = "assembly_act"
    STANDING_COMMITTEE_ACT = "standing_committee_act"
    DECREE = "decree"
    GOVERNMENT_RESOLUTION = "government_resolution"
    PM_DECISION = "pm_decision"
    MINISTER_DECISION = "minister_decision"
    CIRCULAR = "circular"
    COUNCIL_RESOLUTION = "council_resolution"
    PROVINCE_DECISION = "province_decision"
    AGENCY_DECISION = "agency_decision"
    PARTY_RESOLUTION = "party_resolution"
    PARTY_DECISION = "party_decision"
    DIRECTIVE = "directive"
    PLAN = "plan"
    SUBMISSION = "submission"
    REPORT = "report"
    GUIDANCE = "guidance"
    NOTICE = "notice"
    REGULATION = "regulation"
    LETTER = "letter"
    STANDARD = "standard"


@dataclass(frozen=True, slots=True)
class Citation:
    """One document number found in a text.

    `start` and `end` are offsets in `core.text.clean(text)`. `issuer` is the body that the
    symbol names. `issued_on` is the date printed with the number, None when there is none.
    `year` is the year inside the number: Vietnamese normative acts carry it. `referenced` says
    that the sentence only points at the document (its legal basis, what it replaces, a draft of
    it), so it is no result of its own.
    """

    kind: Kind
    number: str
    issuer: str
    start: int
    end: int
    issued_on: date | None = None
    year: int | None = None
    referenced: bool = False


LADDER = {
    Kind.LAW: 9,
    Kind.ASSEMBLY_RESOLUTION: 8,
    Kind.ASSEMBLY_ACT: 8,
    Kind.STANDING_COMMITTEE_ACT: 7,
    Kind.DECREE: 6,
    Kind.GOVERNMENT_RESOLUTION: 5,
    Kind.PM_DECISION: 4,
    Kind.MINISTER_DECISION: 3,
    Kind.CIRCULAR: 3,
    Kind.COUNCIL_RESOLUTION: 2,
    Kind.PROVINCE_DECISION: 2,
    Kind.AGENCY_DECISION: 1,
}
"""Instruments that decide, from the National Assembly down: an equal or higher one satisfies.

A Government resolution whose number carries a year is normative and stands beside a decree.
An act of the National Assembly whose name is not given may be either, so it is no law yet.
"""
_RUNG = {
    "law": 9,
    "assembly_resolution": 8,
    "decree": 6,
    "government_resolution": 5,
    "pm_decision": 4,
    "minister_decision": 3,
}
_PARTY_ACTS = {Kind.PARTY_RESOLUTION, Kind.PARTY_DECISION}
_DECIDES = {*LADDER, *_PARTY_ACTS}
_ALWAYS_NORMATIVE = {
    Kind.LAW,
    Kind.ASSEMBLY_RESOLUTION,
    Kind.ASSEMBLY_ACT,
    Kind.STANDING_COMMITTEE_ACT,
    Kind.DECREE,
    Kind.CIRCULAR,
}
_PASSED_ABOVE = {*_ALWAYS_NORMATIVE, Kind.GOVERNMENT_RESOLUTION} - {Kind.CIRCULAR}
_SENT = {Kind.SUBMISSION, Kind.REPORT, Kind.LETTER}
_ACCEPTED = {
    "competent_decision": _DECIDES,
    "approved_scheme": _DECIDES - {Kind.CIRCULAR},
    "plan": _DECIDES - {Kind.CIRCULAR} | {Kind.PLAN},
    "guidance": _DECIDES | {Kind.GUIDANCE, Kind.LETTER, Kind.DIRECTIVE, Kind.REGULATION, Kind.NOTICE},
    "standard": _DECIDES - _PARTY_ACTS | {Kind.STANDARD},
    "dossier": _SENT | _PASSED_ABOVE,
    "proposal": _SENT | _PASSED_ABOVE,
    "report": _SENT,
    "published_list": _DECIDES | {Kind.NOTICE, Kind.LETTER, Kind.PLAN},
    "agreement": _DECIDES - {Kind.CIRCULAR},
}


def supports(need: str, citation: Citation) -> bool:
    """Say whether the cited document is of a type that satisfies the need.

    Needs that no document alone can prove (running, figure, person) are never supported.
    """
    if need in _RUNG:
        return _rung(citation) >= _RUNG[need]
    if need == "normative_act":
        return citation.kind in _ALWAYS_NORMATIVE or (citation.year is not None and citation.kind in LADDER)
    return citation.kind in _ACCEPTED.get(need, ())


def supports_any(needs: Iterable[str], citation: Citation) -> bool:
    """Say whether the cited document satisfies at least one of the needs."""
    return any(supports(need, citation) for need in needs)


def _rung(citation: Citation) -> int:
    if citation.kind is Kind.GOVERNMENT_RESOLUTION and citation.year is not None:
        return LADDER[Kind.DECREE]
    return LADDER.get(citation.kind, 0)
