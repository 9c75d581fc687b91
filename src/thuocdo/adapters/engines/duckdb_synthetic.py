"""Writes made-up registers as Parquet by month: any size, skewed as real ones are, marked illustrative."""

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from thuocdo.adapters.engines.duckdb_session import Limits, connect
from thuocdo.measurement.months import Month
from thuocdo.measurement.partials import PartitionKey
from thuocdo.measurement.ports import Partition
from thuocdo.measurement.rendering import quoted, text
from thuocdo.measurement.sources.types import Declaration, Form
from thuocdo.measurement.synthetic.types import LABEL, MINISTRIES, PROVINCES, Planted, Recipe

if TYPE_CHECKING:
    import duckdb

SOURCE = "illustrative"
_MIX = 1_000_003
"""Each column draws from a number of its own; every draw is a hash of the row's number and the seed."""


def write(recipe: Recipe, table: str, folder: Path, revision: int = 1) -> Iterator[Partition]:
    """Write every month of a register (dossiers or payments) and yield its partition."""
    connection = _opened(folder)
    first = 0
    for month, count in recipe.rows_of().items():
        files: tuple[Path, ...] = ()
        if recipe.planted.get(month) is not Planted.STOPPED:
            path = folder / table / f"month={month}" / f"{SOURCE}-{revision}.parquet"
            _put(connection, _query(recipe, table, month, first, count), path, Form.PARQUET)
            files = (path,)
        first += count
        yield Partition(PartitionKey(table, SOURCE, month), revision, files)
    connection.close()


def deliver(recipe: Recipe, declaration: Declaration, folder: Path, months: Collection[Month]) -> None:
    """Write months of a register as the owner of a source delivers them, in place of what lies there.

    `folder` is that of the deliveries. The owner's own columns, words and units are those of the declaration.
    """
    connection = _opened(folder)
    first = 0
    for month, count in recipe.rows_of().items():
        if month in months:
            query = _query(recipe, declaration.table, month, first, count)
            path = folder / declaration.place.replace("{month}", str(month))
            _put(connection, _as_delivered(declaration, query), path, declaration.form)
        first += count
    connection.close()


def _opened(folder: Path) -> "duckdb.DuckDBPyConnection":
    """Return a connection that may write into a folder, which says what lies in it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "README.txt").write_text(LABEL + "\n", encoding="utf-8")
    return connect(Limits(memory_mb=1_000, folders=(folder,)))


def _put(connection: "duckdb.DuckDBPyConnection", query: str, path: Path, form: Form) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    how = "format csv, header true"
    if form is Form.PARQUET:
        how = f"format parquet, compression zstd, kv_metadata {{thuocdo: {text(LABEL)}}}"
    connection.execute(f"copy ({query}) to {text(str(path.resolve()))} ({how})")


def _query(recipe: Recipe, table: str, month: Month, first: int, count: int) -> str:
    queries = {"dossiers": _dossiers, "payments": _payments}
    return _with_faults(queries[table](recipe, month, first, count), recipe.planted.get(month))


def _as_delivered(declaration: Declaration, query: str) -> str:
    """Return the rows in the owner's own columns, words and units: the mapping read from its other end."""
    columns = []
    for each in declaration.mapping:
        name = quoted(each.column)
        if each.words:
            cases = " ".join(f"when {text(ours)} then {text(given)}" for given, ours in each.words.items())
            name = f"case {name}::varchar {cases} else {name}::varchar end"
        elif each.factor != 1:
            name = f"({name} / {each.factor:f})::decimal(30, 6)"
        columns.append(f"{name} as {quoted(each.given)}")
    return f"select {', '.join(columns)} from ({query})"  # noqa: S608  quoted names, written values


def _draw(recipe: Recipe, which: int, below: int) -> str:
    """Return a number from 0 to below − 1, the same for the same row, column and seed."""
    return f"(hash(i * {_MIX} + {recipe.seed * 1_000 + which}) % {below})::bigint"


def _rows(recipe: Recipe, first: int, count: int, columns: str) -> str:
    """Return the rows with their body: few bodies have most of them, and each has its own diligence."""
    number = f"floor({recipe.many} * power({_draw(recipe, 1, 1_000_000)} / 1e6, 2.2))::bigint"
    if recipe.codes:  # given in the order of their size
        agency = f"[{', '.join(map(text, recipe.codes))}][b + 1]"
    else:
        number = f"(({number} * 7919) % {recipe.many})::int"
        agency = (
            f"case when b < {recipe.communes} then printf('T%02d.X%04d', b % {PROVINCES}, b)"
            f" else printf('B%02d.V%04d', b % {MINISTRIES}, b) end"
        )
    return (
        f"select {columns} from (select i, b, (hash(b + {recipe.seed}) % 25)::int"  # noqa: S608  numbers of ours
        f" + (hash(b % {PROVINCES} * 97 + {recipe.seed}) % 17)::int - 20 as skill,"
        f" {agency} as agency"
        f" from (select i, {number} as b from range({first}, {first + count}) r(i)))"
    )


def _dossiers(recipe: Recipe, month: Month, first: int, count: int) -> str:
    """Every share grows a little by the month and differs by body; some dossiers are decided after `seen`."""
    grown = max(0, month.number - recipe.period.first.number)
    start, after, seen = map(_first_moment, (month, month.later(1), recipe.seen.later(1)))
    minutes = f"(30 + power({_draw(recipe, 6, 1_000_000)} / 1e6, 3) * 60000)::bigint"

    def flag(which: int, share: int) -> str:
        return f"{_draw(recipe, which, 100)} < {share} + skill + {grown}"

    inner = _rows(
        recipe,
        first,
        count,
        f"""printf('H{recipe.seed:02d}-%012d', i) as dossier, agency,
        printf('1.%06d', floor(power({_draw(recipe, 2, 1_000_000)} / 1e6, 3) * 5000)::int) as procedure,
        ['citizen', 'citizen', 'citizen', 'enterprise', 'body'][{_draw(recipe, 3, 5)} + 1] as applicant,
        case when {flag(4, 40)} then 'online_full' when {_draw(recipe, 4, 100)} < 65 then 'online_partial'
             when {_draw(recipe, 5, 100)} < 20 then 'post' else 'counter' end as channel,
        {start} + to_seconds({_draw(recipe, 7, 86_400)} + 86400 * ({_draw(recipe, 8, 1_000)}
             % date_diff('day', {start}, {after}))) as received_at,
        {minutes} as took,
        received_at + to_days((3 + {_draw(recipe, 9, 4)} * 7)::int) as due_at,
        received_at + to_minutes(took) as decided_at,
        {flag(10, 55)} as dossier_digitised, {flag(11, 45)} as result_digitised,
        {flag(12, 60)} as result_electronic, {_draw(recipe, 13, 100)} < 80 as data_reusable,
        {flag(14, 35)} as data_reused,
        case when {_draw(recipe, 15, 100)} < 45 then null when {flag(16, 50)} then 'online' else 'other' end
            as payment,
        {flag(17, 5)} as outside_boundary""",
    )
    return f"""select dossier, agency, procedure, applicant, channel, received_at, due_at,
        case when decided_at < {seen} then decided_at end as resolved_at,
        case when decided_at < {seen} then took end as minutes_taken,
        dossier_digitised, result_digitised, result_electronic, data_reusable, data_reused, payment,
        outside_boundary from ({inner})"""  # noqa: S608  numbers of ours


def _first_moment(month: Month) -> str:
    """Return when a month begins in Việt Nam, as moments are kept: in UTC."""
    return f"(timestamp '{month}-01' - interval 7 hour)"


def _payments(recipe: Recipe, month: Month, first: int, count: int) -> str:
    """Lines of institutions by method; cash loses ground by the month."""
    grown = max(0, month.number - recipe.period.first.number)
    return _rows(
        recipe,
        first,
        count,
        f"""agency, printf('TCTD%08d', i) as institution,
        case when {_draw(recipe, 2, 100)} < greatest(5, 40 - skill - {grown}) then 'cash'
             else ['transfer', 'card', 'wallet', 'qr', 'mobile_money'][{_draw(recipe, 3, 5)} + 1]
             end as method,
        1 + floor(power({_draw(recipe, 4, 1_000_000)} / 1e6, 4) * 100000)::bigint as transactions,
        transactions * (10000 + {_draw(recipe, 5, 5_000_000)}) as amount""",
    )


def _with_faults(query: str, planted: Planted | None) -> str:
    """Return the rows with what is planted into them."""
    faulty = {
        Planted.DUPLICATES: f"with r as ({query}) select * from r union all (select * from r limit 50)",  # noqa: S608  same
        Planted.IMPOSSIBLE_DATES: f"select * replace (case when hash(dossier) % 500 = 0"  # noqa: S608  same
        f" then received_at - interval 400 day else resolved_at end as resolved_at) from ({query})",
        Planted.TIMES_HUNDRED: f"select * replace (minutes_taken * 100 as minutes_taken) from ({query})",  # noqa: S608  same
        Planted.RENAMED_COLUMN: f"select * rename (channel as kenh_nop) from ({query})",  # noqa: S608  same
    }
    return query if planted is None else faulty[planted]
