"""The specification of the standard tables as a page, in either language, made from their declarations."""

from collections.abc import Iterator, Mapping

from thuocdo.core.messages import translate
from thuocdo.measurement.tables.types import Column, Grain, Table


def tables_page(tables: Mapping[str, Table], language: str) -> str:
    """Return the page (Markdown) that a ministry reads before it maps its columns."""
    about = translate(
        "Made from the declarations in `measurement/tables/standard/`. A source gives each table as Parquet"
        " files, one set for each month, always the whole month. The month is that of the files and no"
        " column. A column that a table does not name is not read.",
        language,
    )
    types = translate(
        "Types: `code` one of the words listed (text); `id` text that only tells rows apart; `flag` true or"
        " false; `count` a whole number; `money` whole đồng; `quantity` decimal(18,3); `day` a date;"
        " `moment` a time stamp in UTC without zone. There are no floating numbers.",
        language,
    )
    parts = [f"# {translate('Standard tables', language)}", "", about, "", types, ""]
    for name in sorted(tables):
        parts += [*_table(tables[name], language), ""]
    return "\n".join(parts)


def _table(table: Table, language: str) -> Iterator[str]:
    vi = language == "vi"
    yield f"## {table.name}: {table.title_vi if vi else table.title_en}"
    yield ""
    yield table.about_vi if vi else table.about_en
    yield ""
    yield f"- {translate('Month', language)}: {table.month_vi if vi else table.month_en}"
    key = ", ".join(f"`{name}`" for name in table.key)
    yield f"- {translate('Columns that tell rows apart', language)}: {key}"
    if table.grain is Grain.EVENTS:
        yield "- " + translate("Months add up to longer periods.", language)
    else:
        yield "- " + translate(
            "Each month is the whole register as it then stood; the latest one counts.", language
        )
    if table.carry_months:
        said = translate(
            "A month that is missing is answered by the latest of the {count} before it.", language
        )
        yield "- " + said.format(count=table.carry_months)
    yield ""
    heads = ("Column", "Type", "Meaning", "Empty means")
    yield "| " + " | ".join(translate(head, language) for head in heads) + " |"
    yield "|---" * len(heads) + "|"
    for column in table.columns:
        yield "| " + " | ".join(_column(column, language)) + " |"


def _column(column: Column, language: str) -> tuple[str, ...]:
    vi = language == "vi"
    kind = f"`{column.type}`" + (f" ({column.unit})" if column.unit else "")
    if column.values:
        kind += ": " + ", ".join(f"`{word}`" for word in column.values)
    meaning = column.vi if vi else column.en
    if column.dimension:
        meaning += " " + translate("(a dimension)", language)
    never = translate("never empty", language)
    empty = (column.null_vi if vi else column.null) or never
    return (f"`{column.name}`", kind, meaning, empty)
