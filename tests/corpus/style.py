"""How one office lays its programme out: columns, numbers, themes and irregularities, all by chance."""

from dataclasses import dataclass, field, replace

from tests.corpus import extras, headings, irregular
from tests.corpus.chance import LATER, ORDINARY, RANKED, SAMPLED, Dice
from tests.corpus.column_words import CODE_FORMS, QUARTERED, ROLES, SPAN_FORMS, SPANNED, TICKED, TICKS
from tests.corpus.deadlines_yearless import Named, named
from tests.corpus.moments import ROMAN
from tests.corpus.more_columns import MORE_COLUMNS


@dataclass(frozen=True)
class Column:
    """A column: what it holds, its heading, and the heading over it."""

    field: str
    heading: str
    group: str = ""


@dataclass
class Style:
    """The choices of one plan."""

    language: str
    themes: str
    theme_codes: str
    numbers: str
    number_form: str
    columns: list[Column]
    section_form: str
    number_row: str
    flags: set[str] = field(default_factory=set)
    rates: dict[str, float] = field(default_factory=dict)
    more: tuple[str, ...] = ()
    code_form: str = ""
    years: tuple[int, ...] = ()
    tick: str = ""
    span: tuple[str, str] | None = None
    quarters: tuple[tuple[int, int], ...] = ()
    roles: tuple[str, str] | None = None
    named: Named | None = None
    period: tuple[int, str] = (1, "")
    first: int = 0


def choose(dice: Dice, country: str, year: int, annual: int = 0) -> Style:
    """Return the style of one plan, which was issued in this year; its title may name the one of its work."""
    language = "vi" if country in {"vn_central", "vn_province"} else "en"
    if dice.pool in ORDINARY:
        dice.mess = irregular.mess(dice)
    themes = dice.weighted({"none": 0.15, "row": 0.5, "paragraph": 0.2, "column": 0.15})
    codes = {"roman": 0.5, "letter": 0.15, "digit": 0.15, "none": 0.1}
    if language == "en":
        codes = {"digit": 0.35, "letter": 0.15, "roman": 0.1, "word": 0.25, "none": 0.15}
    theme_codes = "none" if themes == "column" else dice.weighted(codes)
    numbers = _numbers(dice, language, themes, theme_codes)
    form = dice.weighted({"{}": 0.7, "{}.": 0.2, "pad": 0.1}) if numbers in {"running", "restart"} else "{}"
    flags = _flags(dice)
    more = dice.one(MORE_COLUMNS[language]) if "more" in flags else ("", ())
    _settle(flags, numbers)
    if country not in {"quarters", "months"}:
        flags -= {"fiscal", "fiscal_noted"}
    _settle_newest(flags, themes if theme_codes != "word" else "", annual)
    if dice.pool in SAMPLED:
        _settle_sampled(dice, flags, themes, theme_codes, numbers)
    years = _years(dice, annual or year) if "ticks" in flags else ()
    rates = _rates(dice)
    made = Style(
        language=language,
        themes=themes,
        theme_codes=theme_codes,
        numbers=numbers,
        number_form=form,
        columns=_timed(
            dice, language, years, flags, _columns(dice, language, themes, numbers, flags, more[0])
        ),
        years=years,
        tick=dice.one(TICKS) if years else "",
        span=dice.one(SPAN_FORMS[language]) if "ends" in flags else None,
        section_form=dice.weighted({"code_and_rest": 0.45, "all_merged": 0.35, "cells": 0.2}),
        number_row=dice.weighted(
            {"": 0.75, "({})": 0.12, "{}": 0.08, "[{}]" if dice.pool != "dev" else "({})": 0.05}
        ),
        flags=flags,
        rates=rates,
        more=more[1],
        code_form=_code_form(dice, language, theme_codes) if numbers == "coded" else "",
    )
    _freshen(dice, made, annual or year)
    _name_years(dice, made, annual or year)
    if "grouped" in flags:
        made.columns = [_alone(column) for column in made.columns if column.field != "leads"]
    return made


def _alone(column: Column) -> Column:
    """Return a column without its group, unless the group tells what the column means, as a year does."""
    return replace(column, group="") if column.field in {"coordinators", "output", "deadline"} else column


def _flags(dice: Dice) -> set[str]:
    """Return the irregularities that chance gives the plan."""
    if dice.pool in RANKED:
        return extras.chosen(dice)
    flags = {
        name
        for name, chance in {
            "repeat_head": 0.15, "continues": 0.12, "total": 0.12, "hidden_row": 0.15, "auto_numbers": 0.15,
            "text_box": 0.15, "adverts": 0.3, "nfd": 0.06, "lookalike": 0.12, "nbsp": 0.2, "split_rows": 0.15,
            "nested": 0.06, "footnotes": 0.12, "merged_leads": 0.2, "subrows": 0.15, "ditto": 0.1,
            "second_sheet_hidden": 0.15, "hidden_column": 0.12, "long_dash": 0.2, "upper_heads": 0.15,
        }.items()
        if dice.often(chance)
    }  # fmt: skip
    if dice.pool != "dev":
        flags |= {name for name in ("combined", "line_breaks") if dice.often(0.08)}
    return flags | extras.chosen(dice)


def _freshen(dice: Dice, made: Style, year: int) -> None:
    """Put the columns of the newest part in the place of the usual ones."""
    if "quarters" in made.flags:
        first = dice.number(2025, 2028) if dice.pool not in RANKED else year
        years = [first, first + 1] if dice.often(0.35) else [first]
        made.quarters = tuple((year, quarter) for year in years for quarter in range(1, 5))
        made.tick = dice.one(TICKS)
        over, form = dice.one(QUARTERED[made.language])
        grid = [
            Column(f"tick {year}/{place}", form.format(q=place, r=ROMAN[place - 1]), over.format(y=year))
            for year, place in made.quarters
        ]
        made.columns = _instead(made.columns, grid)
    if "roles" in made.flags:
        heading, *forms = dice.one(ROLES[made.language])
        made.roles = (forms[0], forms[1])
        if "upper_heads" in made.flags:
            heading = heading.upper()
        made.columns = [
            replace(column, heading=heading) if column.field == "bodies" else column
            for column in made.columns
        ]


def _name_years(dice: Dice, made: Style, year: int) -> None:
    """Let the heading of the deadlines name the year that stands in no cell below it."""
    made.named = named(dice, made.language, year, made.flags)
    if made.named and made.named.heading:
        heading = made.named.heading.upper() if "upper_heads" in made.flags else made.named.heading
        made.columns = [
            replace(column, heading=heading) if column.field == "deadline" else column
            for column in made.columns
        ]


def _settle(flags: set[str], numbers: str) -> None:
    """Take away the irregularities that others exclude."""
    if "ditto" in flags or numbers != "running":
        flags.discard("auto_numbers")
    if "auto_numbers" in flags:
        flags -= {"subrows", "split_rows"}
    if "quarters" in flags:
        flags -= {"ticks", "ends"}
    if "ticks" in flags:
        flags.discard("ends")
    if flags & {"ticks", "ends", "quarters"}:
        flags -= {"one_year", "fiscal", "titled", "fiscal_noted"}
    if "one_year" in flags:
        flags -= {"fiscal", "titled", "fiscal_noted"}
    if numbers not in {"running", "worded"}:
        flags.discard("misnumbered")
    if "misnumbered" in flags:
        flags -= {"auto_numbers", "subrows"}


def _settle_newest(flags: set[str], themes: str, annual: int) -> None:
    """Take away what the newest irregularities do not go with."""
    if not annual:
        flags.discard("titled")
    if "titled" in flags:
        flags -= {"fiscal", "fiscal_noted"}
    if "fiscal" in flags:
        flags.discard("fiscal_noted")
    if themes not in {"row", "paragraph"} or flags & {"combined", "roles"}:
        flags.discard("grouped")
    if "grouped" in flags:
        flags -= {"merged_leads", "explained"}


def _settle_sampled(dice: Dice, flags: set[str], themes: str, theme_codes: str, numbers: str) -> None:
    """Add what only the sampled parts have, and take away what does not go with it."""
    chances = irregular.CHANCES
    flags |= {name for name in chances if dice.often(irregular.likely(dice, name, chances[name]))}
    irregular.settle(flags, themes, theme_codes, numbers)
    irregular.own(dice, flags, themes if theme_codes != "word" else "")


def _rates(dice: Dice) -> dict[str, float]:
    if dice.mess < 1:
        blank, short = dice.one([0, 0, 0, 0.02]), dice.one([0, 0.1, 0.5])
        return {"blank": blank, "dash": 0, "typo": 0, "short": short, "several": dice.one([0.2, 0.5])}
    typos = [0, 0, 0.02] if dice.pool not in RANKED else [0, 0, 0, 0.01]
    return {
        "blank": dice.one([0, 0, 0.03, 0.12]), "dash": dice.one([0, 0, 0.05]), "typo": dice.one(typos),
        "short": dice.one([0, 0.1, 0.5]), "several": dice.one([0.2, 0.5]),
    }  # fmt: skip


def _code_form(dice: Dice, language: str, theme_codes: str) -> str:
    forms = CODE_FORMS[language]
    return dice.one(forms.get(theme_codes, forms[""]))


def _numbers(dice: Dice, language: str, themes: str, theme_codes: str) -> str:
    choices = {"running": 0.6 if language == "vi" else 0.4, "none": 0.08}
    if themes in {"row", "paragraph"}:
        if theme_codes in {"digit", "word"}:
            choices["dotted"] = 0.6
        elif theme_codes == "letter":
            choices["lettered"] = 0.3
        choices["restart"] = 0.12 if language == "vi" else 0.05
    if language == "en":
        choices["worded"] = 0.08
    if dice.pool in LATER and themes != "none":
        choices["coded"] = 0.12
    if dice.pool in SAMPLED and language == "vi" and themes in {"row", "paragraph"}:
        choices["dashed"] = 0.12
    if dice.pool in SAMPLED:
        choices["inside"] = 0.06
    return dice.weighted(choices)


def _columns(
    dice: Dice, language: str, themes: str, numbers: str, flags: set[str], more: str
) -> list[Column]:
    bodies = ["leads", "coordinators"] if dice.often(0.78) or "grouped" in flags else ["leads"]
    results = ["output", "deadline"] if dice.often(0.75) else ["deadline"]
    if dice.often(0.2):
        results.reverse()
    if "combined" in dice_flags(dice, flags) or "roles" in flags:
        bodies = ["bodies"]
    blocks = [bodies, results] if dice.often(0.6) else [results, bodies]
    if dice.often(0.15) and len(results) == 2:
        blocks = [[results[0]], bodies, [results[1]]]
    order = [name for block in blocks for name in block]
    for name, chance in {"serves": 0.06, "status": 0.1, "result": 0.08, "money": 0.12, "notes": 0.25}.items():
        if dice.often(chance):
            order.insert(len(order) if dice.often(0.8) else dice.number(0, len(order)), name)
    if dice.often(0.1):
        dice.random.shuffle(order)
    if more:
        order.insert(dice.number(0, len(order)), "more")
    order.insert(0 if dice.often(0.92) else dice.number(0, 2), "title")
    if themes == "column":
        order.insert(0, "theme")
    if numbers not in {"none", "inside"}:
        order.insert(0 if dice.often(0.85) or themes != "column" else 1, "no")
    words = headings.OF_LANGUAGE[language]
    groups = _groups(dice, words, order)
    upper = "upper_heads" in flags
    return [
        Column(name, word.upper() if upper else word, groups.get(name, ""))
        for name, word in ((name, more if name == "more" else dice.one(words[name])) for name in order)
    ]


def _years(dice: Dice, year: int) -> tuple[int, ...]:
    first = dice.number(2025, 2027) if dice.pool not in RANKED else year + dice.number(0, 1)
    return tuple(range(first, first + dice.number(3, 5)))


def _timed(
    dice: Dice, language: str, years: tuple[int, ...], flags: set[str], columns: list[Column]
) -> list[Column]:
    """Return the columns with those for each year, or for beginning and end, in place of the deadline."""
    if years:
        over = dice.one(TICKED[language])
        instead = [Column(f"tick {year}", str(year), over) for year in years]
    elif "ends" in flags:
        over, first, last = dice.one(SPANNED[language])
        instead = [Column("start", first, over), Column("end", last, over)]
    else:
        return columns
    return _instead(columns, instead)


def _instead(columns: list[Column], instead: list[Column]) -> list[Column]:
    """Return the columns with those that show the time in place of the deadline."""
    made: list[Column] = []
    for column in columns:
        if column.field == "deadline":
            made += instead
        else:
            made.append(replace(column, group="") if column.field == "output" else column)
    return made


def dice_flags(dice: Dice, flags: set[str]) -> set[str]:
    """Return the flags that this part of the corpus may use."""
    return flags if dice.pool != "dev" else flags - {"combined"}


def _groups(dice: Dice, words: dict[str, object], order: list[str]) -> dict[str, str]:
    groups: dict[str, str] = {}
    for pair, name, chance in (
        (("leads", "coordinators"), "bodies", 0.15),
        (("output", "deadline"), "plan", 0.06),
    ):
        places = [order.index(field) for field in pair if field in order]
        if len(places) == 2 and abs(places[0] - places[1]) == 1 and dice.often(chance):
            word = dice.one(words[name])
            groups |= dict.fromkeys(pair, word)
    return groups
