"""The sentences of the remarks that reading makes, by code; translated like every message."""

import re
from collections.abc import Mapping

from thuocdo.core.messages import translate
from thuocdo.documents.types import Remark

SENTENCES: Mapping[str, str] = {
    "blank_cell": "The cell is empty and stays empty.",
    "blank_output_and_deadline": (
        "Neither output nor time is printed: the task cannot be measured as it stands."
    ),
    "dash_cell": "The cell holds only “-”, read as empty.",
    "unknown_agency": "“{printed}” is no known body: proposed as new, the words stay as printed.",
    "names_unsure": (
        "Where the names in “{printed}” begin and end is not marked; check that each is one body, whole and "
        "without other words."
    ),
    "name_typo": "“{printed}” is taken for a misprint and read as “{read}”, likeness {likeness} %.",
    "agency_candidates": (
        "“{printed}” is no known body but near to {candidates} (likeness {likeness} %). "
        "The words stay as printed; say who is meant."
    ),
    "claim_unsupported": (
        "Completion is claimed, and no issued document or proof in the result satisfies the output."
    ),
    "agencies_abroad": (
        "Nothing here speaks of Việt Nam: bodies stay as printed and are matched to none of its own."
    ),
    "agency_succeeded": (
        "“{name}” was merged into “{successor}” on {day}: from then on that body answers. "
        "Named in {count} cells."
    ),
    "agency_ended": (
        "“{name}” no longer existed when the document was issued: merged into “{successor}” on {day}. "
        "Named in {count} cells; check who is meant."
    ),
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
    "lead_of_section": "No column says who leads; the section names “{printed}”.",
    "deadline_of_section": "No column gives the time; the title of the section names “{printed}”.",
    "nobody_named": "“{printed}” is read as naming no body.",
    "aside": "The words in brackets “{printed}” were not read as a body.",
    "lead_and_coordinator": "“{name}” is lead and coordinating at once.",
    "part_guessed": (
        "No rule knows the words “{printed}” before names; their part follows from the other words."
    ),
    "part_unsure": "No rule knows the words that tell which bodies lead; the first ones are taken to lead.",
    "no_lead": "No lead is printed.",
    "joint_leads": "{leads} joint leads for {parts} listed parts: who does which part is not said here.",
    "numbers_run_together": "“{printed}” seems to be two document numbers run together.",
    "footnote": "The note [{mark}] says: {note}",
    "footnote_missing": "The note [{mark}] is named and was not found.",
    "output_names_agency": "The output begins with “{name}” and may give that body a duty.",
    "deadline_unread": "“{printed}” could not be read as a time.",
    "deadline_several": "Several times are printed; the last one is read.",
    "deadline_no_day": "“{printed}” names no time by which it must be done.",
    "deadline_no_year": "“{printed}” names no year; no day was taken.",
    "deadline_month_first": "“{printed}” is read with the month first, as no month has that number.",
    "deadline_short_year": (
        "“{printed}” names the year by two figures; they are read as a year of this century."
    ),
    "deadline_two_years": "“{printed}” is read as two years; it could also be one fiscal year.",
    "deadline_fiscal_year": "“{printed}” is a fiscal year, read here as the calendar year in which it ends.",
    "deadline_year_of_heading": "“{printed}” names no year; it is read as a time in {year}, as headed.",
    "deadline_year_of_title": (
        "“{printed}” names no year; it is read as a time in {year}, the only year in the title."
    ),
    "deadlines_year_of_heading": "{count} times name no year; they are read as times in {year}, as headed.",
    "deadlines_year_of_title": (
        "{count} times name no year; they are read as times in {year}, the only year in the title."
    ),
    "deadlines_fiscal_months": (
        "{count} times are read by fiscal years that begin with month {month}, as the document says."
    ),
    "deadline_fiscal_months": (
        "“{printed}” is read by fiscal years that begin with month {month}, as the document says."
    ),
    "deadline_vague": "“{printed}” names no day; the last day of the period is read.",
    "deadline_yearly_days": "Several days of the year are printed; none is taken as the day.",
    "approximate": "The figure is printed as approximate.",
    "deadline_words_left": "Of “{printed}” only a part is read; the other words may make it another time.",
    "deadline_before": "“{printed}” is a time before a day; the day before it is the last one in time.",
    "target_change": "“{printed}” is a change from an earlier value, not a level.",
    "target_words": "The target is in words; no figure can be read.",
    "target_words_with_unit": "The unit is “{unit}” but the target is in words.",
    "target_extra_words": "Words stand beside the figure and are not part of it: “{printed}”.",
    "target_lead_words": (
        "No rule knows the words “{printed}” before the figure; they may set a bound or make it a change."
    ),
    "no_comparator": "No comparator is printed beside the figure.",
    "no_comparators": (
        "Beside {count} figures no comparator is printed: each is read as exactly this; "
        "say whether it is the least or the most."
    ),
    "number_ambiguous": "“{printed}” can be read as a decimal or as thousands; read as {read}.",
    "rank_without_scope": "A rank without the region or list that it is a rank in.",
    "header_row": "The row heads the rows below it.",
    "hidden": "The words are hidden in this copy; nothing was filled in.",
    "hidden_passages": "{count} passages are hidden in this copy and were not read.",
    "code_inferred": "The number is not printed in this copy; it follows from the rows before and after.",
    "codes_counted": "No numbers of rows are printed: {count} rows were counted from the top.",
    "row_without_number": "Rows without a number that look whole were joined to this one: {count}. "
    "Automatic numbering is not text; type the numbers, or save the document with them.",
    "code_repeated": "Another row bears the same number {printed}; give each a number of its own.",
    "cell_merged": "One cell covers {count} columns; its words are read in this one, the others stay empty.",
    "column_by_cells": "The heading “{head}” does not say what the column holds; its cells do.",
    "number_skipped": "The numbers jump from {before} to {after}.",
    "rows_missing": (
        "The numbers of the rows jump from {before} to {after}; look whether a row between them was lost."
    ),
    "clause_repeated": "The words are the same as those of clause {other}.",
    "clause_skipped": "The letter before it is missing: {letter}).",
    "other_part": "The file holds another part in {language} from line {line} on; it was not read.",
    "column_left_out": "No column is read as {what}; “{head}” was left out and may hold it.",
    "rows_unread": (
        "Table {table}: {count} rows gave no entry, the first is “{words}”; look whether they belong to it."
    ),
    "lines_unread": (
        "{count} paragraphs below the first row gave no entry, the first is line {line}: “{words}”; look "
        "whether rows were lost."
    ),
    "sections_missing": "No section was read right before section {before}; look whether one was lost.",
    "annex_as_section": "“{words}” names a table of its own; look whether the rows below it are tasks.",
    "no_tasks": "No task was read: all {count} rows are taken for aims; look whether they are tasks.",
    "section_unread": "“{words}” looks like the head of a section and was not read; look where it belongs.",
    "blank_unlike": "Nothing was read here, though nearly all other rows have it; look for it in the row.",
    "label_inside": "The words “{label}:” within the cell may begin another field; check where it ends.",
    "cell_of_other_kind": "“{printed}” looks like the words of another field; check what the cell holds.",
    "cell_long": "The cell has {letters} letters, many more than others; check where it begins and ends.",
    "column_unread": "The column “{head}” was not read; say where its words belong, if anywhere.",
    "table_unread": (
        "A table of {rows} rows was not read: “{heads}” (table {table}) names neither tasks nor indicators. "
        "If it holds some, enter them by hand."
    ),
    "heading_unread": (
        "Line {line}: these words look like the heading of a table, and no row was read below them: "
        "“{heads}”. If a table stands there, enter its rows by hand or send the file in another format."
    ),
    "theme_unsure": "In plain text it is not sure that these words head the tasks below them.",
    "rows_above_sections": (
        "The first rows of the table ({count}, from {first} on) stand above its first section; "
        "look whether a section of their own was lost."
    ),
    "aim_from_prose": "Read out of a sentence, not out of a table: check that “{printed}” is an aim.",
    "aim_without_year": "Neither the words of the aim nor a heading above it names its year.",
    "aims_without_year": "Nothing names the year of {count} aims; say by when each is to be reached.",
    "aim_years_several": "The sentence names the years {years}; check that {year} is the one of this aim.",
    "aims_unread": (
        "{count} sentences with a percentage and a coming year gave no indicator, the first is “{words}”; "
        "look whether aims were lost."
    ),
    "languages_differ": (
        "The two languages of the document differ: “{read}” is read, the other says “{other}”."
    ),
    "task_from_prose": "Read out of a sentence, not out of a table: check who is to do what.",
    "name_by_place": (
        "“{printed}” is taken for the bodies by its place in the sentence; check where their names end."
    ),
    "deadline_of_sentence": "The time stands in a later sentence, “{printed}”; check that it is this task's.",
    "clause_unread": (
        "No task was read out of this clause, though those beside it are tasks or it names a time: "
        "“{words}”. If it gives somebody a duty, enter it by hand."
    ),
    "task_without_time": "The sentence names no time.",
    "no_number": "No document number was found.",
    "unsure": "The reading of this row is only {percent} sure.",
    "no_date": "No day of issue was found.",
    "no_title": "No title was found.",
    "no_issuer": "No issuer was found.",
    "title_only_type": "“{printed}” names a kind of document; check that it is the title.",
    "title_with_others": (
        "“{printed}” holds a number or the name of a body; check where the title begins and ends."
    ),
    "head_from_words": "Taken from the words “{printed}”; check that they say this.",
    "issuer_lower": (
        "The letterhead names several bodies: “{printed}”; check which of them issued the document."
    ),
    "issuer_number": (
        "The letters behind the number are not those of “{printed}”; check who issued the document."
    ),
    "issuer_unknown": "“{printed}” is no body that is known here; check that it issued the document.",
}


_ISO_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def remark(where: str, field: str | None, code: str, **params: str) -> Remark:
    """Return a remark with its English sentence."""
    return Remark(
        where=where, field=field, message=SENTENCES[code].format(**params), code=code, params=params
    )


def sentence(note: Remark, language: str) -> str:
    """Return the words of a remark in a language."""
    template = SENTENCES.get(note.code)
    if not template:
        return note.message
    shown = {name: _shown(name, value, language) for name, value in note.params.items()}
    return translate(template, language).format(**shown)


def _shown(name: str, value: str, language: str) -> str:
    """Return a parameter as people write it: days and languages differ between them."""
    if name in {"language", "what"}:
        return translate(value, language)
    found = _ISO_DAY.fullmatch(value) if language == "vi" else None
    return "/".join(reversed(found.groups())) if found else value
