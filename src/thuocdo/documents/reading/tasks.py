"""Rows of the task table become draft tasks, with their doubts."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field

from thuocdo.documents.reading.agencies import Directory
from thuocdo.documents.reading.calendars import Calendar, read_within
from thuocdo.documents.reading.columns import Columns
from thuocdo.documents.reading.doubts import Doubt
from thuocdo.documents.reading.headings import senses
from thuocdo.documents.reading.labelled import Labels, by_labels
from thuocdo.documents.reading.parts import HIDDEN
from thuocdo.documents.reading.rows import Row
from thuocdo.documents.reading.shares import by_shares
from thuocdo.documents.reading.spelling import bare
from thuocdo.documents.types import DraftTask

BLANKS = frozenset({"", "-"})
_NOBODY = re.compile(r"\W*(?:none|nil|n/?a|n\.a\.?|not applicable|no one|nobody|khong(?: co)?|chua co)\W*")
_NO_BODY = re.compile(r"(?:khong|chua|no|none|not|nil|without)\b[\w\s]*")
_LISTED = re.compile(r"(?:^|\n)\s*(?:\(\d+\)|[-+•]|[a-zđ]\))\s")
_RUN_TOGETHER = re.compile(r"(?<!\d)\d{1,6}/[A-ZĐ][A-ZĐ&-]*?\d+/[A-ZĐ][\w&-]*")
_LEADS = re.compile(
    r"(?:don vi |co quan )?(?:chu tri(?: thuc hien)?|dau moi|led by|lead(?:ing)?(?: \w+)?|responsible|"
    r"owner|in charge)"
    r"\s*[:–-]\s*"
)
_HELPERS = re.compile(
    r"(?:\b(?:cac )?(?:don vi |co quan )?phoi hop(?: thuc hien| voi)?|\bsupport(?:ing|"
    r"ed by)?(?: \w+)?|\bpartners?|"
    r"\b(?:cung )?tham gia|\bho tro|\bcontribut(?:ors?|ing)(?: \w+)?|\bwith|"
    r"\bin (?:partnership|collaboration|cooperation|coordination) with|\bcoordinat(?:ing|"
    r"ion)(?: \w+)?|\bcollaborators?|\bassisted by)"
    r"\s*(?:[:–-]|(?<=with))\s*"
)
_LONGEST_LABEL = 40
_MARKED = re.compile(r"[*†‡§]|\([A-ZĐ]{1,3}\)|[^\W\d_]{3}:\s")
_NOTE = re.compile(r"\[(\d{1,3})\]")
TASK_FIELDS = {
    "title": "title",
    "output": "output",
    "deadline": "deadline_text",
    "coordinators": "coordinators",
    "leads": "leads",
}
"""The draft's field for each column; a blank in one of them is remarked."""


@dataclass(frozen=True, slots=True)
class Source:
    """What all rows of a table share: its columns, the known names, the notes below it, its calendar."""

    columns: Columns
    directory: Directory
    notes: Mapping[str, str]
    calendar: Calendar = dataclass_field(default_factory=Calendar)
    labels: Labels = dataclass_field(default_factory=Labels)
    legend: str = ""


def read_task(
    row: Row,
    texts: Mapping[str, str],
    theme: str | None,
    source: Source,
    *,
    section_lead: str = "",
    section_time: str = "",
) -> tuple[DraftTask, list[Doubt]]:
    """Return the task and its doubts, which decide how sure it is; `texts` are the cells by role.

    `section_lead` are the bodies that the section names, for a table without a column of those who lead;
    `section_time` is the time that it names, for one without a column of times.
    """
    whole = texts
    texts = with_helpers(texts, source)
    inherits = bool(section_lead) and not texts.get("leads")
    if inherits:
        texts = {**texts, "leads": section_lead}
    leads = source.directory.read(_named(texts, "leads"), "leads")
    coordinators = source.directory.read(_named(texts, "coordinators"), "coordinators")
    deadline, time_doubts = read_within(_filled(texts, "deadline") or section_time, source.calendar)
    doubts = [*_nobody_doubts(texts), *leads.doubts, *coordinators.doubts, *time_doubts]
    doubts += _section_doubts(section_lead if inherits else "", section_time)
    if source.labels.weak and texts is not whole:
        doubts += [Doubt("part_unsure", field) for field in ("leads", "coordinators")]
    doubts += blank_doubts(texts, TASK_FIELDS)
    doubts += _owner_doubts(texts, leads.names, coordinators.names)
    doubts += title_doubts(texts["title"], source.notes)
    if name := source.directory.starts_with(texts.get("output", "")):
        doubts.append(Doubt("output_names_agency", "output", {"name": name}))
    task = DraftTask(
        code=row.code,
        title=texts["title"],
        theme=theme,
        leads=leads.names,
        coordinators=coordinators.names,
        leads_text=texts.get("leads") or None,
        coordinators_text=texts.get("coordinators") or None,
        output=_filled(texts, "output") or None,
        deadline_text=texts.get("deadline") or None,
        deadline=deadline,
        serves=_filled(texts, "serves") or None,
        status_text=texts.get("status") or None,
        result_text=texts.get("result") or None,
        confidence=1.0,
        source=row.place,
    )
    return task, doubts


def _section_doubts(lead: str, time: str) -> Iterator[Doubt]:
    """Yield what the title of the section says in the place of a column."""
    if lead:
        yield Doubt("lead_of_section", "leads", {"printed": lead})
    if time:
        yield Doubt("deadline_of_section", "deadline", {"printed": time})


def with_helpers(texts: Mapping[str, str], source: Source) -> Mapping[str, str]:
    """Part a cell that says who leads and who helps: “Chủ trì: …; phối hợp: …”, “A (lead); B”."""
    owners = [role for role in ("leads", "coordinators") if role in texts]
    if len(owners) == 1:
        cell, place = texts[owners[0]], source.columns.roles.index(owners[0])
        head = "; ".join(filter(None, (source.columns.heads[place], source.legend)))
        parted = (
            by_labels(cell, source.labels)
            or _by_labels(cell)
            or by_shares(cell, head, source.directory.parted)
        )
        if parted:
            rest = {role: text for role, text in texts.items() if role not in {*parted, *owners}}
            return {**rest, **parted}
    found = _HELPERS.search(bare(texts.get("leads", ""))) if "coordinators" not in texts else None
    if not found:
        return texts
    leads = texts["leads"]
    first = _LEADS.match(bare(leads))
    parted = {
        "leads": leads[first.end() if first else 0 : found.start()].strip(" ;,.\n("),
        "coordinators": leads[found.end() :].strip(" ;,.\n)"),
    }
    return {**texts, **parted} if all(parted.values()) else texts


def _by_labels(cell: str) -> dict[str, str]:
    """Return what stands behind labels on lines of their own, by the role that each label names."""
    found: dict[str, list[str]] = {}
    role = ""
    for line in cell.split("\n"):
        label, colon, rest = line.partition(":")
        sense = senses(label.strip(" -+•*")) if colon and len(label) <= _LONGEST_LABEL else ()
        if sense and sense[0].roles[0] in {"leads", "coordinators"}:
            role, line = sense[0].roles[0], rest.strip()  # noqa: PLW2901  the label is no part of the names
        if not role:
            return {}
        found.setdefault(role, []).append(line)
    texts = {name: "\n".join(filter(None, lines)).strip(" ;,") for name, lines in found.items()}
    return {name: text for name, text in texts.items() if text} if "leads" in texts else {}


def blank_doubts(texts: Mapping[str, str], fields: Mapping[str, str]) -> Iterator[Doubt]:
    """Yield a doubt for each cell that is empty or a dash, and one when output and time both are."""
    for role, field in fields.items():
        text = texts.get(role) if role != "title" else None
        if text == "":
            yield Doubt("no_lead" if role == "leads" else "blank_cell", field)
        elif text == "-":
            yield Doubt("dash_cell", field)
    if texts.get("output") in BLANKS and texts.get("deadline") in BLANKS:
        yield Doubt("blank_output_and_deadline")


def title_doubts(title: str, notes: Mapping[str, str]) -> Iterator[Doubt]:
    """Yield what is odd in a title: numbers run together, note marks."""
    if found := _RUN_TOGETHER.search(title):
        yield Doubt("numbers_run_together", "title", {"printed": found.group()})
    for mark in dict.fromkeys(_NOTE.findall(title)):
        if mark in notes:
            yield Doubt("footnote", "title", {"mark": mark, "note": notes[mark]})
        else:
            yield Doubt("footnote_missing", "title", {"mark": mark})


def cells_by_role(cells: Sequence[str], columns: Columns) -> dict[str, str]:
    """Return the cells by what they hold; further target columns go by "target" and their year."""
    found: dict[str, str] = {}
    for role, year, text in zip(columns.roles[1:], columns.years[1:], cells, strict=False):
        name = f"{role} {year}" if role == "target" and year and role in found else role
        if name in found and text and text != found[name]:
            text = "\n".join(filter(None, (found[name], text)))  # noqa: PLW2901  one head over two columns
        elif name in found:
            continue
        found[name] = text
    return found


def without_hidden(texts: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """Return the cells without hidden words, and the roles whose cells lost some."""
    hidden = [role for role, text in texts.items() if HIDDEN in text]
    shown = {
        role: "\n".join(line for line in text.split("\n") if line != HIDDEN) if role in hidden else text
        for role, text in texts.items()
    }
    return shown, hidden


def _owner_doubts(
    texts: Mapping[str, str], leads: tuple[str, ...], coordinators: tuple[str, ...]
) -> Iterator[Doubt]:
    for name in leads:
        if name in coordinators:
            yield Doubt("lead_and_coordinator", "coordinators", {"name": name})
    if "coordinators" not in texts and _MARKED.search(texts.get("leads", "")):
        yield Doubt("part_unsure", "leads")
        yield Doubt("part_unsure", "coordinators")
    parts = len(_LISTED.findall(texts["title"]))
    if len(leads) > 1 and parts > 1:
        yield Doubt("joint_leads", "leads", {"leads": str(len(leads)), "parts": str(parts)})


def _named(texts: Mapping[str, str], role: str) -> str:
    """Return the cell, "" where its words say that nobody is meant."""
    text = _filled(texts, role)
    if len(text) < _LONGEST_LABEL and (_NOBODY.fullmatch(bare(text)) or _denies(text)):
        return ""
    return text


def _denies(text: str) -> bool:
    """Say whether words begin by denying and hold no name: “Không có đơn vị phối hợp”, “No partners”."""
    return bool(_NO_BODY.fullmatch(bare(text))) and not any(word[0].isupper() for word in text.split()[1:])


def _nobody_doubts(texts: Mapping[str, str]) -> Iterator[Doubt]:
    for role in ("leads", "coordinators"):
        text = texts.get(role, "")
        if text and not _NOBODY.fullmatch(bare(text)) and _filled(texts, role) and not _named(texts, role):
            yield Doubt("nobody_named", role, {"printed": text})


def _filled(texts: Mapping[str, str], role: str) -> str:
    text = texts.get(role, "")
    return "" if text in BLANKS else text
