"""The body that the section of a table names as the lead of all tasks below it, where no column does."""

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile

from thuocdo.documents.reading.agencies import Directory
from thuocdo.documents.reading.bodies import begins_as_body, is_kind_of_body, names_body
from thuocdo.documents.reading.rows import Row
from thuocdo.documents.reading.spelling import bare

_LED = r"(?:chu tri|phu trach|dau moi|chiu trach nhiem|thuc hien|dam nhiem|tham muu)"
_FRAMES = (
    re.compile(
        r"(?:(?:cac )?\w+(?: \w+){0,2} )?(?:giao|phan cong|thuoc trach nhiem|do)(?: cho)? "
        rf"(?P<who>.+?)(?: {_LED}.*)?"
    ),
    re.compile(
        rf"(?:(?:cac )?(?:nhiem vu|noi dung|cong viec|nhom nhiem vu)(?: cua)? )?(?P<who>.+?) {_LED}.*"
    ),
    re.compile(
        r".{0,40}?\b(?:led by|assigned to|(?:responsibility|leadership) of|owned by|under|for)\b:? "
        r"(?P<who>.+)"
    ),
    re.compile(r"[^:]{3,30}: (?P<who>.+)"),
)
_STATED = re.compile(
    r"(?:[\dIVXL]{1,4}[.)] )?(?:"
    r"(?:cac )?(?:nhom )?(?:nhiem vu|noi dung|cong viec)(?: cu the)? (?:cua|giao(?: cho)?|do) (?P<vi>.+?)"
    r"(?: chu tri.*| thuc hien.*)?|"
    r"(?:cac )?(?:nhom )?(?:nhiem vu|noi dung|cong viec) (?P<led>.+?)"
    r" (?:chu tri|phu trach|dam nhiem|dau moi)|"
    r".{0,40}?\b(?:led by|assigned to|owned by|delivered by|responsibility of)\b:? (?P<en>.+))",
    re.IGNORECASE,
)
"""Words that say who leads, whoever that is."""
_MOSTLY = 0.5
_FEWEST = 3  # different titles
_LONGEST = 120


def leads_of_sections(rows: Sequence[Row], directory: Directory) -> Mapping[int, str]:
    """Return the names by the section's identity, where most sections name a body."""
    sections = [row for row in rows if row.kind == "section"]
    found = {id(row): lead for row in sections if (lead := _lead("\n".join(row.paragraphs), directory))}
    stated = {id(row): lead for row in sections if (lead := _stated("\n".join(row.paragraphs)))}
    if len(stated) > max(1, _MOSTLY * len(sections)):
        found = stated | found
    elif len(found) <= _MOSTLY * len(sections):
        found = _behind_same_words(sections, directory)
    return found if len(found) > _MOSTLY * len(sections) else {}


def _behind_same_words(sections: Sequence[Row], directory: Directory) -> dict[int, str]:
    """Return the names behind words that all titles begin with, whatever these say."""
    titles = [" ".join("\n".join(row.paragraphs).split()).split() for row in sections]
    same = len([*takewhile(lambda words: len(set(words)) == 1, zip(*titles, strict=False))])
    if len(set(map(tuple, titles))) < _FEWEST or not same:
        return {}
    names = {id(row): " ".join(words[same:]) for row, words in zip(sections, titles, strict=True)}
    return {key: name for key, name in names.items() if directory.knows(name) or names_body(name)}


def _stated(title: str) -> str:
    """Return whom a title says to lead in so many words, also where nobody knows the body."""
    words = bare(title)
    match = _STATED.fullmatch(words) if len(title) <= _LONGEST and len(words) == len(title) else None
    if match is None:
        return ""
    start, end = next(match.span(name) for name in ("vi", "led", "en") if match[name])
    return title[start:end]


def _lead(title: str, directory: Directory) -> str:
    """Return the words of a section's title that name a body, "" when none does."""
    if len(title) > _LONGEST:
        return ""
    words = bare(title)
    spans = [found.span("who") for frame in _FRAMES if (found := frame.fullmatch(words))]
    parts = [title, *(title[start:end] for start, end in spans)]
    known = [part for part in parts if directory.knows(part)]
    if known:
        return known[0]
    framed = [part for part in parts[1:] if begins_as_body(bare(part)) or names_body(part)]
    if framed:
        return framed[0]
    plain = (is_kind_of_body(title) and names_body(title)) or begins_as_body(words)
    return title if plain else ""
