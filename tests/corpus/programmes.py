"""`make(seed, pool)`: a random programme as an office would print it, with the truth of every field."""

import re
import unicodedata
from collections.abc import Iterator

from tests.corpus import aims, annexes, extras, head, ordinary, sampled, style, titles
from tests.corpus.chance import ANNEXED, LATEST, ORDINARY, RANKED, SAMPLED, Dice, Pool
from tests.corpus.closed import programmes as closed
from tests.corpus.deadlines_yearless import year_of_title
from tests.corpus.layout import task_parts
from tests.corpus.model import UNSCORED, Cell, Line, Part, Plan, Table, Task, Truth
from tests.corpus.rows import Section
from tests.corpus.signatures import RECIPIENTS
from tests.corpus.tasks import Writer

COUNTRIES = {"vn_province": 0.3, "vn_central": 0.2, "vn_english": 0.1, "quarters": 0.2, "months": 0.2}
MOSTLY_VIETNAMESE = {
    "vn_province": 0.5,
    "vn_central": 0.3,
    "vn_english": 0.04,
    "quarters": 0.08,
    "months": 0.08,
}
"""Where the plans of the held-out part come from: a fifth of them is in English."""


LATER_ANNEX = {
    "vi": Pool(
        shared=["PHỤ LỤC", "Phụ lục"],
        third=["BIỂU"],
        fourth=["Biểu"],
        fifth=["PHỤ BIỂU", "Phụ biểu"],
        sixth=["Phụ lục số", "BIỂU SỐ"],
        seventh=["Phụ biểu số", "Biểu mẫu số"],
        eighth=["Danh mục số", "Biểu chi tiết số"],
        ninth=["Biểu tổng hợp số", "Bảng số"],
        tenth=["Biểu đính kèm số", "Phụ lục kèm theo số"],
        usual=["PHỤ LỤC"],
        eleventh=["Phụ lục chi tiết số", "Biểu kèm theo số"],
        common=["Phụ lục số"],
        twelfth=["Phụ lục đính kèm số", "Phụ lục kèm Kế hoạch số"],
        thirteenth=[
            "Phụ lục (kèm theo Kế hoạch) số",
            "Biểu nhiệm vụ số",
            "Mẫu biểu số",
        ],
        held_out=closed.LATER_ANNEX["vi"],
        fresh=0.15,
        share=0.12,
    ),
    "en": Pool(
        third=["APPENDIX", "Appendix", "Annex"],
        fourth=["Schedule", "Attachment", "ANNEX"],
        fifth=["Annexure", "ANNEXURE"],
        sixth=["Annex No.", "Attachment No."],
        seventh=["Appendix No.", "Schedule No."],
        eighth=["Enclosure", "Annex Table"],
        ninth=["Addendum", "Appended Table"],
        tenth=["Annexed Table", "Supplement"],
        usual=["Annex", "ANNEX", "Appendix"],
        eleventh=["Annex Matrix", "Appendix Table"],
        common=["APPENDIX", "Annex No."],
        twelfth=["Annex -", "Matrix"],
        thirteenth=[
            "Annex (Table)",
            "Statement",
            "Appendix to the Plan",
        ],
        held_out=closed.LATER_ANNEX["en"],
        fresh=0.2,
        share=0.12,
    ),
}


def make(seed: int, pool: str) -> Plan:
    """Return the plan of a seed; pool is the name of a part: dev, second … thirteenth or held_out."""
    dice = Dice(seed, pool)
    country = dice.weighted(MOSTLY_VIETNAMESE if pool in ANNEXED else COUNTRIES)
    language = "vi" if country in {"vn_central", "vn_province"} else "en"
    opening = head.vietnamese if language == "vi" else head.english
    lines, document, enclosure = opening(dice, country)
    annual = year_of_title(lines) if pool in RANKED else 0
    look = style.choose(Dice(seed, pool, "style"), country, _year(lines), annual)
    if pool in SAMPLED:
        sampled.furnish(Dice(seed, pool, "columns"), look, annual or _year(lines))
    ordinary.furnish(Dice(seed, pool, "register"), look, annual or _year(lines))
    annexes.furnish(Dice(seed, pool, "slips"), look)
    chances = Dice(seed, pool, "tasks")
    chances.since = annual or _year(lines)
    writer = Writer(chances, country, look, document["issuer"])
    sections = writer.sections()
    indicators = aims.make(Dice(seed, pool, "aims"), country, language, writer)
    truth = Truth(document, columns={column.field for column in look.columns})
    truth.themes, truth.loose = _themes(sections)
    truth.tasks = list(_tasks(sections, look.themes))
    prose = _prose(Dice(seed, pool, "prose"), language, lines)
    tables = _annexes(
        dice, language, enclosure, task_parts(dice, look, sections), indicators, label=not prose
    )
    truth.indicators = indicators[0] if indicators else []
    amounts = [(section.title, len(section.rows)) for section in sections]
    prose = extras.foreword(pool, language, look.flags) + prose
    shorts = writer.shorts() if pool in LATEST else []
    prose += extras.before_plan(Dice(seed, pool, "extras"), language, look.flags, amounts, shorts)
    parts = [*_opened(lines, look.flags), *prose, *tables, *_closing(dice, language, writer)]
    plan = Plan(seed, pool, country, language, truth, parts, looks=_looks(dice, look), aliases=writer.aliases)
    plan.notes = sorted(look.flags)
    if pool in SAMPLED:
        plan.looks |= _sampled_looks(Dice(seed, pool, "looks"), look)
    if pool in ORDINARY:
        plan.looks |= _ordinary_looks(Dice(seed, pool, "programs"), look)
    _disturb(plan, look.flags)
    return plan


def _year(lines: list[Line]) -> int:
    """Return the year of issue, which stands last in the letterhead."""
    head = " ".join(line.text for line in lines if line.style == "letterhead")
    return int(re.findall(r"\b20\d\d\b", head)[-1])


def _themes(sections: list[Section]) -> tuple[list[tuple[object, object]], list[object]]:
    """Return the themes, and the titles that may be called themes or not: bodies, times, upper levels."""
    themes: list[tuple[object, object]] = []
    loose: list[object] = []
    for section in sections:
        if section.over:
            loose += [section.over[1], f"{section.over[0]}. {section.over[1]}"]
        if section.body and section.truth:
            loose += [section.truth[1], section.body]
        elif section.due:
            loose += [f"{mark}{section.title}" for mark in ("", f"{section.code}. ", f"{section.code}: ")]
        elif section.truth:
            themes.append(section.truth)
    return themes, loose


def _tasks(sections: list[Section], themes: str) -> Iterator[Task]:
    for section in sections:
        for row in section.rows:
            row.task.theme = section.truth if themes != "none" else None
            if section.body or section.due:
                row.task.theme = UNSCORED
            if section.due:
                row.task.deadline, row.task.deadline_text = section.due, UNSCORED
            yield row.task


def _annexes(
    dice: Dice,
    language: str,
    enclosure: str,
    tasks: list[Part],
    indicators: tuple[object, Table] | None,
    *,
    label: bool,
) -> list[Part]:
    several = indicators is not None
    annex = "PHỤ LỤC" if language == "vi" else dice.one(["ANNEX", "Annex"])
    annex = dice.wider(annex, LATER_ANNEX[language])
    blocks: list[list[Part]] = [[Line(dice.one(titles.ANNEXES[language]), "head"), *tasks]]
    if indicators is not None:
        aim_block: list[Part] = [Line(dice.one(titles.INDICATOR_ANNEXES[language]), "head"), indicators[1]]
        blocks.insert(0 if dice.often(0.7) else 1, aim_block)
    parts: list[Part] = []
    for place, block in enumerate(blocks):
        number = ["I", "II"][place] if annex == "PHỤ LỤC" else str(place + 1)
        labelled = dice.often(0.8) or (label and place == 0)
        above = (
            [
                Line(
                    f"{annex} {number}"
                    if several
                    else annex.removesuffix(" số").removesuffix(" SỐ").removesuffix(" No."),
                    "annex",
                )
            ]
            if labelled
            else []
        )
        under = [Line(enclosure, "text")] if enclosure and dice.often(0.8) else []
        parts += [*above, block[0], *under, *block[1:]]
    return parts


def _opened(lines: list[Line], flags: set[str]) -> list[Line]:
    if "text_box" in flags:
        for line in lines:
            if line.text.startswith(("Số:", "No. ")):
                line.boxed = True
    if "adverts" in flags:
        lines = [*lines[:1], Line("advert", "advert"), *lines[1:]]
    return lines


def _prose(dice: Dice, language: str, lines: list[Line]) -> list[Part]:
    words = head.prose(dice, language, lines) if dice.often(0.7) else []
    return [Line(text, "prose") for text in words]


def _closing(dice: Dice, language: str, writer: Writer) -> list[Part]:
    lines: list[Part] = []
    if "footnotes" in writer.style.flags:
        texts = extras.footnotes(dice.pool, language)
        lines = [Line(f"[{place}] {text}", "note") for place, text in enumerate(texts, 1)]
    lines += extras.remark_line(dice, language, writer.style.flags)
    lines += extras.contacts(dice.pool, language, writer.style.flags)
    if "signed_table" in writer.style.flags:
        return [*lines, extras.signature(dice.pool, language)]
    if dice.pool in SAMPLED and dice.often(0.5 if language == "vi" else 0.05):
        return [*lines, Line(RECIPIENTS[language], "sign")]
    if language == "vi" and dice.often(0.4):
        lines.append(Line("Nơi nhận:\n- Như trên;\n- Lưu: VT.", "sign"))
    return lines


def _looks(dice: Dice, look: style.Style) -> dict[str, object]:
    fonts = ["Liberation Serif", "Liberation Sans", "DejaVu Sans", "Noto Sans"]
    return {
        "font": dice.one(fonts),
        "landscape": dice.often(0.6),
        "size": dice.one([9, 10, 11, 12]),
        "portal": dice.often(0.5),
        "markdown_html": dice.often(0.2),
        "section_as_cells": dice.often(0.5),
        "lines": dice.weighted({"all": 0.8, "horizontal": 0.1, "thin": 0.1}),
        "split_rows": "split_rows" in look.flags,
        "adverts": "adverts" in look.flags,
        "hidden_sheet": "second_sheet_hidden" in look.flags,
        "separator": dice.one([",", ";", "\t"]),
        "cover": dice.often(0.3),
        "hyphens": look.language == "en" and dice.often(0.4),
        "numbered_by_word": "auto_numbers" in look.flags,
        "form": "%1." if look.number_form == "{}." else "%1",
        "page_numbers": dice.often(0.7),
        "running_head": dice.often(0.3),
    }


def _sampled_looks(dice: Dice, look: style.Style) -> dict[str, object]:
    """Return what programs make of a plan of the twelfth part, as often as they do."""
    listed = tuple(column.field for column in look.columns) if "listed" in look.flags else ()
    return {
        "listed": listed,
        "paragraphs": dice.often(0.7),
        "runs": dice.often(0.4),
        "tracked": dice.often(0.03),
        "wrapped": dice.often(0.5),
        "office_page": dice.often(0.35),
        "offset": dice.often(0.15),
        "typed": dice.often(0.6),
        "comments": dice.often(0.05),
        "sheet_each": "one_head" not in look.flags and dice.often(0.12),
        "titled_csv": dice.often(0.4),
        "padded": dice.often(0.4),
        "text": dice.weighted({"lines": 0.3, "tabs": 0.2, "columns": 0.5}),
    }


def _ordinary_looks(dice: Dice, look: style.Style) -> dict[str, object]:
    """Return what people and programs make of a plan of the ordinary parts, as often as they do."""
    return {
        "bracketed": "bracketed" in look.flags,
        "merged_head": dice.often(0.65),
        "filtered": dice.often(0.3),
        "plain_heads": dice.often(0.75),
        "site": dice.often(0.45),
        "exported": dice.often(0.4),
        "centred": dice.often(0.7),
        "quoted": dice.often(0.3),
        "text": dice.weighted({"lines": 0.25, "tabs": 0.2, "columns": 0.4, "ruled": 0.15}),
    }


def _cells(parts: list[Part]) -> Iterator[Cell]:
    for part in parts:
        if isinstance(part, Table):
            for row in part.rows:
                yield from (cell for cell in row.cells if cell is not None)


def _disturb(plan: Plan, flags: set[str]) -> None:
    dice = Dice(plan.seed, plan.pool, "disturb")

    def changed(text: str) -> str:
        if "long_dash" in flags:
            text = text.replace(" - ", " – ")
        if "lookalike" in flags and dice.often(0.5):
            text = text.replace("Đ", "Ð")
        if "spaced" in flags:
            text = annexes.spaced(dice, text)
        if "nbsp" in flags and dice.often(0.3):
            text = text.replace(" ", "\u00a0", 1)
        return unicodedata.normalize("NFD", text) if "nfd" in flags else text

    seen: set[int] = set()
    for item in [*_cells(plan.parts), *(part for part in plan.parts if isinstance(part, Line))]:
        if id(item) not in seen:
            seen.add(id(item))
            item.text = changed(item.text)
