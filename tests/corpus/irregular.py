"""How often plans of the twelfth part have what no earlier part has, and what it does not go with."""

CHANCES = {
    "subthemes": 0.2, "listed_outputs": 0.15, "merged_more": 0.1, "listed": 0.07, "budget_years": 0.07,
    "blank_rows": 0.06, "table_title": 0.05, "lettered": 0.04, "reworded": 0.2, "one_head": 0.12,
}  # fmt: skip
"""How often a plan of the held-out part has what no earlier one has; the last two need tables by theme."""
TIMES_ELSEWHERE = {"ticks", "ends", "quarters", "one_year", "fiscal", "titled", "fiscal_noted"}
UNLISTED = {
    "repeat_head", "continues", "continued_theme", "total", "subtotals", "hidden_row", "hidden_column",
    "auto_numbers", "split_rows", "nested", "footnotes", "merged_leads", "merged_more", "subrows",
    "ditto", "upper_heads", "combined", "roles", "bulleted", "grouped", "budget_years", "blank_rows",
    "lettered", "reworded", "one_head", "listed_outputs", "table_title", "unit_line", "caption",
} | TIMES_ELSEWHERE  # fmt: skip
"""What only a table can have."""


def settle(flags: set[str], themes: str, theme_codes: str, numbers: str) -> None:
    """Take away what the irregularities of the twelfth part do not go with."""
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
