"""How often plans of the sampled parts have what no earlier part has, and what it does not go with."""

from tests.corpus.chance import ANNEXED, ORDINARY, Dice

CHANCES = {
    "subthemes": 0.2, "listed_outputs": 0.15, "merged_more": 0.1, "listed": 0.07, "budget_years": 0.07,
    "blank_rows": 0.06, "table_title": 0.05, "lettered": 0.04, "reworded": 0.2, "one_head": 0.12,
}  # fmt: skip
"""How often a plan of the twelfth part has what no earlier one has; the last two need tables by theme."""
OWN_CHANCES = {"register": 0.12, "by_time": 0.06, "bracketed": 0.5}
"""How often an ordinary plan has what no part before the thirteenth has; the last needs no table."""
ANNEX_CHANCES = {"counted": 0.1, "noted_below": 0.08, "spaced": 0.2, "heading_slip": 0.05}
"""How often a plan of the held-out part has what no earlier one has; the first needs titles of themes."""
MESS = {0.2: 0.5, 1.0: 0.38, 2.2: 0.12}
"""Half of the ordinary plans are nearly regular, most others as usual, and a few are messy."""
CALM = {0.3: 0.5, 1.0: 0.42, 2.0: 0.08}
"""The plans of the held-out part differ less: the regular ones have a slip more, and fewer are messy."""
ODD = {
    "repeat_head", "continues", "continued_theme", "total", "subtotals", "hidden_row", "hidden_column",
    "text_box", "adverts", "nfd", "lookalike", "split_rows", "nested", "footnotes", "merged_leads",
    "merged_more", "subrows", "ditto", "second_sheet_hidden", "combined", "legend", "summary",
    "explained", "contacts", "ticks", "ends", "quarters", "roles", "bulleted", "misnumbered", "units",
    "grouped", "blank_rows", "table_title", "lettered", "reworded", "one_head", "listed_outputs",
    "budget_years", "noted_below", "heading_slip",
}  # fmt: skip
"""What makes a plan irregular."""
TIMES_ELSEWHERE = {"ticks", "ends", "quarters", "one_year", "fiscal", "titled", "fiscal_noted"}
UNLISTED = {
    "repeat_head", "continues", "continued_theme", "total", "subtotals", "hidden_row", "hidden_column",
    "auto_numbers", "split_rows", "nested", "footnotes", "merged_leads", "merged_more", "subrows",
    "ditto", "upper_heads", "combined", "roles", "bulleted", "grouped", "budget_years", "blank_rows",
    "lettered", "reworded", "one_head", "listed_outputs", "table_title", "unit_line", "caption",
} | TIMES_ELSEWHERE  # fmt: skip
"""What only a table can have."""


def likely(dice: Dice, name: str, chance: float) -> float:
    """Return how likely an irregularity is in a plan that is more or less messy than others."""
    return min(0.5, chance * dice.mess) if name in ODD else chance


def mess(dice: Dice) -> float:
    """Return how much messier than others a plan of the ordinary parts is."""
    return dice.weighted(CALM if dice.pool in ANNEXED else MESS)


def own(dice: Dice, flags: set[str], themes: str) -> None:
    """Add what only the ordinary parts have, and take away what does not go with it."""
    if dice.pool not in ORDINARY:
        return
    flags |= {name for name, chance in OWN_CHANCES.items() if dice.often(chance)}
    if themes not in {"row", "paragraph"} or flags & {"grouped", "roles", "listed", "subrows"}:
        flags.discard("by_time")
    if "by_time" in flags:
        flags -= TIMES_ELSEWHERE | {"subthemes", "reworded", "explained"}
    if "listed" not in flags:
        flags.discard("bracketed")
    if flags & {"listed", "budget_years", "quarters", "ticks", "grouped"}:
        flags.discard("register")
    if dice.pool not in ANNEXED:
        return
    flags |= {name for name, chance in ANNEX_CHANCES.items() if dice.often(chance)}
    if themes not in {"row", "paragraph"} or flags & {"grouped", "by_time", "subrows", "continued_theme"}:
        flags.discard("counted")
    if "listed" in flags:
        flags.discard("noted_below")


def settle(flags: set[str], themes: str, theme_codes: str, numbers: str) -> None:
    """Take away what the irregularities of the sampled parts do not go with."""
    if themes not in {"row", "paragraph"} or theme_codes not in {"roman", "digit"} or "grouped" in flags:
        flags.discard("subthemes")
    if themes != "paragraph":
        flags -= {"reworded", "one_head"}
    if "one_head" in flags:
        flags -= {"reworded", "repeat_head", "explained"}
    if "table_title" in flags:
        flags -= {"continues", "continued_theme", "caption"}
    if flags & TIMES_ELSEWHERE:
        flags -= {"budget_years", "reworded"}
    if themes == "column" or numbers in {"none", "inside", "restart", "dashed"}:
        flags.discard("listed")
    if "listed" in flags:
        flags -= UNLISTED
    if numbers in {"dashed", "inside"}:
        flags -= {"subrows", "misnumbered", "auto_numbers"}
    if "auto_numbers" in flags:
        flags.discard("blank_rows")
