"""The sentences of the remarks that reading makes, by code; translated like every message."""

from collections.abc import Mapping

from thuocdo.core.messages import translate
from thuocdo.documents.types import Remark

SENTENCES: Mapping[str, str] = {
    "blank_cell": "The cell is empty and stays empty.",
    "blank_output_and_deadline": (
        "Neither output nor time is printed: the task cannot be measured as it stands."
    ),
    "dash_cell": "The cell holds only “-”, read as empty.",
    "unknown_agency": "“{printed}” is no known body; the words stay as printed.",
    "name_typo": "“{printed}” is read as “{read}”, taking one letter for a misprint.",
    "name_variant": "“{printed}” is read as “{read}”.",
    "trailing_comma": "The cell ends with a comma: a further body may be missing.",
    "paragraphs_in_cell": "The cell holds {count} paragraphs without a comma between them.",
    "border_doubtful": (
        "The border between two cells is not marked: read as {read}; it could also be {other}. "
        "Ask the owner or look at the signed copy."
    ),
    "cells_missing": "The row has fewer cells than the table has columns; what is missing was left empty.",
    "cells_unclear": "The paragraphs of the row do not fit its columns; check where each cell ends.",
    "members_not_named": "“{printed}” does not say who its members are; a later document must name them.",
    "aside": "The words in brackets “{printed}” were not read as a body.",
    "lead_and_coordinator": "“{name}” is lead and coordinating at once.",
    "no_lead": "No lead is printed.",
    "joint_leads": "{leads} joint leads for {parts} listed parts: who does which part is not said here.",
    "numbers_run_together": "“{printed}” seems to be two document numbers run together.",
    "footnote": "The note [{mark}] says: {note}",
    "footnote_missing": "The note [{mark}] is named and was not found.",
    "output_names_agency": "The output begins with “{name}” and may give that body a duty.",
    "deadline_unread": "“{printed}” could not be read as a time.",
    "deadline_several": "Several times are printed; the last one is read.",
    "deadline_vague": "“{printed}” names no day; the last day of the period is read.",
    "deadline_yearly_days": "Several days of the year are printed; none is taken as the day.",
    "approximate": "The figure is printed as approximate.",
    "deadline_before": "“{printed}” is a time before a day; the day before it is the last one in time.",
    "target_words": "The target is in words; no figure can be read.",
    "target_words_with_unit": "The unit is “{unit}” but the target is in words.",
    "target_extra_words": "Words stand beside the figure and are not part of it: “{printed}”.",
    "no_comparator": "No comparator is printed beside the figure.",
    "number_ambiguous": "“{printed}” can be read as a decimal or as thousands; read as {read}.",
    "rank_without_scope": "A rank without the region or list that it is a rank in.",
    "header_row": "The row heads the rows below it.",
    "hidden": "The words are hidden in this copy; nothing was filled in.",
    "hidden_passages": "{count} passages are hidden in this copy and were not read.",
    "code_inferred": "The number is hidden in this copy; it follows from the rows before and after.",
    "row_without_number": "Rows without a number that look whole were joined to this one: {count}. "
    "Automatic numbering is not text; type the numbers, or save the document with them.",
    "number_skipped": "The numbers jump from {before} to {after}.",
    "clause_repeated": "The words are the same as those of clause {other}.",
    "clause_skipped": "The letter before it is missing: {letter}).",
    "other_part": "The file holds another part in {language} from line {line} on; it was not read.",
    "no_number": "No document number was found.",
    "no_date": "No day of issue was found.",
}


def remark(where: str, field: str | None, code: str, **params: str) -> Remark:
    """Return a remark with its English sentence."""
    return Remark(
        where=where, field=field, message=SENTENCES[code].format(**params), code=code, params=params
    )


def sentence(note: Remark, language: str) -> str:
    """Return the words of a remark in a language."""
    template = SENTENCES.get(note.code)
    return translate(template, language).format(**note.params) if template else note.message
