"""The lists of what a written statement may say: what is on them is exact, and what is not is refused."""

import json

import duckdb
import pytest

from thuocdo.measurement.subset.tree import Refused
from thuocdo.measurement.written.allowed import AGGREGATES, FUNCTIONS, WINDOWS
from thuocdo.measurement.written.statement import check_tree

TABLES = {"d": frozenset({"n", "h", "q", "s", "t", "m", "b"}), "e": frozenset({"n"})}
ROWS = (
    "create table d as select 1::bigint as n, 2::hugeint as h, 1.5::decimal(18, 3) as q, 'x' as s,"
    " date '2025-01-01' as t, timestamp '2025-01-01' as m, true as b"
)
CALLS = {
    "+": ["n + n", "n + q", "h + q", "t + 1"],
    "-": ["n - n", "h - q", "t - t", "-h"],
    "*": ["n * n", "n * q", "h * n"],
    "~~": ["s like 'x%'"],
    "!~~": ["s not like 'x%'"],
    "abs": ["abs(n)", "abs(h)", "abs(q)"],
    "greatest": ["greatest(n, q)", "greatest(h, q)"],
    "least": ["least(n, h)", "least(n, q)"],
    "nullif": ["nullif(n, 1)", "nullif(q, n)"],
    "round": ["round(n)", "round(h)", "round(q, 2)"],
    "sign": ["sign(n)", "sign(q)"],
    "year": ["year(t)", "year(m)"],
    "quarter": ["quarter(t)"],
    "month": ["month(m)"],
    "day": ["day(t)"],
    "date_diff": ["date_diff('day', t, m)"],
    "date_trunc": ["date_trunc('month', t)", "date_trunc('month', m)"],
    "last_day": ["last_day(t)"],
    "contains": ["contains(s, 'x')"],
    "length": ["length(s)"],
    "lower": ["lower(s)"],
    "starts_with": ["starts_with(s, 'x')"],
    "substring": ["substring(s, 1, 2)"],
    "trim": ["trim(s)"],
    "upper": ["upper(s)"],
    "count": ["count(n)", "count(distinct s)"],
    "count_star": ["count(*)"],
    "count_if": ["count_if(b)"],
    "sum": ["sum(n)", "sum(h)", "sum(q)", "sum(b)", "sum(q) filter (where b)"],
    "min": ["min(q)", "min(s)"],
    "max": ["max(h)", "max(t)"],
    "bool_and": ["bool_and(b)"],
    "bool_or": ["bool_or(b)"],
    "quantile_disc": ["quantile_disc(n, 0.5)", "percentile_disc(0.9) within group (order by q)"],
    "rank": ["rank() over (partition by s order by n)"],
    "dense_rank": ["dense_rank() over (order by n)"],
}


@pytest.fixture(scope="module")
def engine():
    """Return an engine with one row of each type."""
    with duckdb.connect() as connection:
        connection.execute(ROWS)
        yield connection


def check(engine, sql):
    """Hold a statement against the lists."""
    check_tree(json.loads(engine.execute("select json_serialize_sql(?)", [sql]).fetchone()[0]), TABLES)


def test_every_word_of_the_lists_is_tried():
    """Whoever adds a function says here what it gives."""
    assert set(CALLS) == FUNCTIONS | AGGREGATES | WINDOWS


@pytest.mark.parametrize("call", [each for calls in CALLS.values() for each in calls])
def test_a_permitted_function_gives_no_floating_number(engine, call):
    """Each function is let pass, and gives an exact type for every type that it takes."""
    check(engine, f"select {call} from d")  # noqa: S608  written above
    kind = engine.execute(f"select typeof({call}) from d").fetchone()[0]  # noqa: S608  same
    assert kind.split("(")[0] in {
        *("TINYINT", "INTEGER", "BIGINT", "HUGEINT", "DECIMAL"),
        *("BOOLEAN", "VARCHAR", "DATE", "TIMESTAMP"),
    }


PERMITTED = (
    "with a as (select n from d), c as materialized (select * from a) select d.n from d join c using (n)",
    "select n from d left join e on d.n = e.n where exists (select 1 from e where e.n = d.n)",
    "select n from d union all select n from e",
    "select distinct case when b then n else 0 end as k from d group by all having count(*) > 1",
    "select x.k from (select n as k from d) x where k in (select n from e) and k not in (1, 2)",
    "select n from d where n = any (select n from e) or n between -1 and 2 or s is distinct from null",
    "select n, rank() over (order by q desc) as place from d qualify place = 1",
    "select cast(n as decimal(38, 6)), q::bigint, coalesce(n, 0), date '2025-01-01' from d, e",
    "from d select n",
)


@pytest.mark.parametrize("sql", PERMITTED)
def test_ordinary_statements_pass(engine, sql):
    """Joins, WITH, subqueries, unions, windows and casts to exact types are on the lists."""
    check(engine, sql)


REFUSED = (
    "select ceil(n) from d",
    "select n % 2 from d",
    "select n / 2 from d",
    "select try_cast(s as integer) from d",
    "select n from d natural join e",
    "select n from d asof join e on d.n >= e.n",
    "select n from d order by n",
    "select distinct on (s) n from d",
    "select rank() over (order by n rows between 1 preceding and current row) from d",
    "select lag(n) over (order by n) from d",
    "select sum(n order by q) from d",
    "select [n] from d",
    "select {'a': n} from d",
    "select s[1] from d",
    "select #1 from d",
    "select (n, q) from d",
    "select main.d.n from d",
    "select n::time from d",
    "select * from (values (1)) v(n)",
    "select unnest([1])",
    "with recursive a as (select 1 as n union all select n + 1 from a) select n from a",
)


@pytest.mark.parametrize("sql", REFUSED)
def test_what_is_not_listed_is_refused(engine, sql):
    """Whatever gives floating numbers, hangs on an order, or reaches into nested values does not pass."""
    with pytest.raises(Refused):
        check(engine, sql)


def test_every_key_of_the_tree_is_looked_at(engine):
    """A key that a newer parser adds is refused anywhere in the tree, so no clause passes unread."""
    sql = "with a as (select count(*) as n from d) select sum(n)::bigint as k from a join e using (n)"
    tree = json.loads(engine.execute("select json_serialize_sql(?)", [sql]).fetchone()[0])
    check_tree(tree, TABLES)
    places = list(_nodes(tree))
    assert len(places) >= 20
    for node in places:
        node["a_new_clause"] = True
        with pytest.raises(Refused):
            check_tree(tree, TABLES)
        del node["a_new_clause"]
    check_tree(tree, TABLES)


def _nodes(tree):
    if isinstance(tree, list):
        for each in tree:
            yield from _nodes(each)
    elif isinstance(tree, dict):
        if "path" not in tree:
            yield tree
        for each in tree.values():
            yield from _nodes(each)
