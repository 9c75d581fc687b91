"""What makes a reading uncertain: a code with its values, and how much confidence it costs."""

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

COST: Mapping[str, int] = {
    "unknown_agency": 40,
    "names_unsure": 20,
    "name_typo": 20,
    "agency_candidates": 40,
    "trailing_comma": 20,
    "paragraphs_in_cell": 10,
    "border_doubtful": 40,
    "cells_missing": 50,
    "cells_unclear": 50,
    "aside": 10,
    "lead_of_section": 10,
    "deadline_of_section": 10,
    "nobody_named": 5,
    "numbers_run_together": 10,
    "joint_leads": 10,
    "part_unsure": 30,
    "deadline_unread": 40,
    "deadline_no_day": 20,
    "deadline_no_year": 40,
    "deadline_month_first": 20,
    "deadline_short_year": 20,
    "deadline_two_years": 30,
    "deadline_fiscal_year": 20,
    "deadline_year_of_heading": 5,
    "deadline_year_of_title": 20,
    "deadline_fiscal_months": 5,
    "deadline_several": 30,
    "deadline_vague": 30,
    "deadline_yearly_days": 30,
    "approximate": 20,
    "target_extra_words": 10,
    "target_change": 10,
    "target_lead_words": 30,
    "no_comparator": 5,
    "number_ambiguous": 30,
    "hidden": 40,
    "code_inferred": 20,
    "number_skipped": 20,
    "rows_missing": 20,
    "row_without_number": 60,
    "code_repeated": 30,
    "cell_merged": 30,
    "column_by_cells": 20,
}
"""Percent points; what is not named costs nothing: a blank that is blank is no uncertainty."""
_LEAST = 10


@dataclass(frozen=True, slots=True)
class Doubt:
    """One reason to look again, on one field."""

    code: str
    field: str | None = None
    params: Mapping[str, str] = dataclasses.field(default_factory=dict)


def confidence(doubts: Iterable[Doubt]) -> float:
    """Return 1.0 less what the doubts cost, each kind once for each field, never under 0.1."""
    kinds = {(doubt.code, doubt.field) for doubt in doubts}
    return max(_LEAST, 100 - sum(COST.get(code, 0) for code, _field in kinds)) / 100
