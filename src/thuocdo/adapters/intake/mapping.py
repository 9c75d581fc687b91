"""The statements that turn a source's own columns into those of a standard table, each into its type."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from thuocdo.measurement.rendering import quoted, text
from thuocdo.measurement.sources.types import Declaration, Form, Mapped
from thuocdo.measurement.tables.types import Column, ColumnType, Table

_WHOLE = frozenset(
    {"BIGINT", "INTEGER", "SMALLINT", "TINYINT", "UINTEGER", "USMALLINT", "UTINYINT", "UBIGINT", "HUGEINT"}
)
_STAMPS = frozenset({"TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS"})
_YES = ("true", "t", "1", "yes", "y", "có", "co", "x")
_NO = ("false", "f", "0", "no", "n", "không", "khong")
_DAYS = "['%d/%m/%Y', '%d-%m-%Y']"
_MOMENTS = "['%d/%m/%Y %H:%M:%S', '%d/%m/%Y %H:%M', '%d-%m-%Y %H:%M:%S', '%d/%m/%Y']"
_WITH_ZONE = "'[0-9]:[0-9]{2}.*(Z|[+-][0-9]{2}(:?[0-9]{2})?)$'"
_LONGEST_LINE = 1_000_000


def raw(name: str) -> str:
    """Return the name under which a column stands as the source wrote it."""
    return quoted(f"r_{name}")


def value(name: str) -> str:
    """Return the name under which a column stands as we read it."""
    return quoted(f"v_{name}")


def relation(form: Form, files: Sequence[Path], delimiter: str) -> str:
    """Return the table function that reads files of a form; text stays text."""
    listed = f"[{', '.join(text(str(path)) for path in files)}]"
    if form is Form.PARQUET:
        return f"read_parquet({listed}, hive_partitioning = false, union_by_name = true)"
    if form is Form.JSON:
        return f"read_json({listed}, hive_partitioning = false, union_by_name = true, sample_size = -1)"
    return (
        f"read_csv({listed}, all_varchar = true, header = true, delim = {text(delimiter)}, quote = '\"',"
        f" escape = '\"', max_line_size = {_LONGEST_LINE}, hive_partitioning = false, union_by_name = true)"
    )


def prepared(
    declaration: Declaration, table: Table, source: str, found: Mapping[str, str], month: str
) -> str:
    """Return the rows of a month with every column twice: as written (`r_…`) and as we read it (`v_…`).

    `found` are the source's own columns with their types.
    """
    columns = []
    for column in table.columns:
        mapped = declaration.mapped(column.name) or Mapped(column.name)
        written, kind = _written(mapped, found)
        columns.append(f"{written} as {raw(column.name)}")
        columns.append(f"{_read(column, mapped, written, kind, declaration.hours)} as {value(column.name)}")
    where = ""
    if declaration.month_column:
        where = f" where substr(cast({quoted(declaration.month_column)} as varchar), 1, 7) = {text(month)}"
    return f"select {', '.join(columns)} from {source}{where}"  # noqa: S608  quoted names, written values


def _written(mapped: Mapped, found: Mapping[str, str]) -> tuple[str, str]:
    """Return a column as the source has it, with its type; an empty text is no value."""
    if mapped.constant:
        return text(mapped.constant), "VARCHAR"
    if not mapped.given:
        return "null::varchar", "VARCHAR"
    kind = found[mapped.given]
    name = quoted(mapped.given)
    return (f"nullif(trim({name}), '')", kind) if kind == "VARCHAR" else (name, kind)


def _read(column: Column, mapped: Mapped, written: str, kind: str, hours: int) -> str:
    words = f"cast({written} as varchar)" if kind != "VARCHAR" else written
    match column.type:
        case ColumnType.ID:
            read = f"nfc_normalize({words})"
        case ColumnType.CODE:
            read = _translated(mapped, words)
        case ColumnType.FLAG:
            read = written if kind == "BOOLEAN" else _flag(mapped, words)
        case ColumnType.COUNT | ColumnType.MONEY:
            read = _whole(mapped, written, words, kind)
        case ColumnType.QUANTITY:
            read = f"try_cast({_number(mapped, words)} as decimal(18, 3))"
        case ColumnType.DAY:
            read = _day(written, words, kind)
        case ColumnType.MOMENT:
            read = _moment(written, words, kind, hours)
    return read


def _whole(mapped: Mapped, written: str, words: str, kind: str) -> str:
    if kind in _WHOLE and mapped.factor == 1:
        return f"try_cast({written} as bigint)"
    exact = _number(mapped, words)
    return f"case when {exact} = trunc({exact}) then try_cast({exact} as bigint) end"


def _translated(mapped: Mapped, words: str) -> str:
    if not mapped.words:
        return words
    cases = " ".join(f"when {text(given)} then {text(ours)}" for given, ours in mapped.words.items())
    return f"case {words} {cases} else {words} end"


def _flag(mapped: Mapped, words: str) -> str:
    yes, no = list(_YES), list(_NO)
    for given, ours in mapped.words.items():
        (yes if ours == "true" else no).append(given.lower())
    return (
        f"case when lower({words}) in ({', '.join(map(text, yes))}) then true"
        f" when lower({words}) in ({', '.join(map(text, no))}) then false end"
    )


def _number(mapped: Mapped, words: str) -> str:
    number = f"try_cast({words} as decimal(30, 6))"
    return number if mapped.factor == 1 else f"({number} * {_exact(mapped.factor)})"


def _exact(factor: Decimal) -> str:
    return f"cast({text(format(factor, 'f'))} as decimal(18, 6))"


def _day(written: str, words: str, kind: str) -> str:
    if kind == "DATE":
        return written
    if kind in _STAMPS:
        return f"cast({written} as date)"
    return f"coalesce(try_cast({words} as date), cast(try_strptime({words}, {_DAYS}) as date))"


def _moment(written: str, words: str, kind: str, hours: int) -> str:
    """Return a moment in UTC: what names its zone goes by it, else the source's clock counts."""
    behind = f" - interval {hours} hour" if hours else ""
    if kind in _STAMPS or kind == "DATE":
        return f"(cast({written} as timestamp){behind})"
    if kind == "TIMESTAMP WITH TIME ZONE":
        return f"make_timestamp(epoch_us({written}))"
    zoned = f"make_timestamp(epoch_us(try_cast({words} as timestamptz)))"
    bare = f"coalesce(try_cast({words} as timestamp), try_strptime({words}, {_MOMENTS}))"
    return f"case when regexp_matches({words}, {_WITH_ZONE}) then {zoned} else ({bare}{behind}) end"
