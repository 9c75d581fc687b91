"""The portable SQL subset: what may be said, and that everything else is refused before an engine sees it."""

from decimal import Decimal

import pytest

from thuocdo.adapters.engines.duckdb_session import DuckDBParser
from thuocdo.measurement.rendering import portable
from thuocdo.measurement.subset.reading import read
from thuocdo.measurement.subset.types import Function
from thuocdo.measurement.tables.types import Column, ColumnType, Grain, Table

PARSER = DuckDBParser()


def column(name, kind, **more):
    """Return a column without words."""
    return Column(name, ColumnType(kind), "", "", **more)


TABLE = Table(
    "things",
    "",
    "",
    "",
    "",
    "",
    "",
    Grain.EVENTS,
    ("thing",),
    (
        column("thing", "id"),
        column("agency", "id"),
        column("channel", "code", values=("online", "post")),
        column("paid", "flag", null="x", null_vi="x"),
        column("minutes", "count"),
        column("amount", "money"),
        column("weight", "quantity"),
        column("due_on", "day"),
        column("done_on", "day"),
        column("seen_at", "moment"),
    ),
)

SAID = {
    "count(*)": "count(*)",
    "COUNT( * )": "count(*)",
    "count(minutes)": 'count("minutes")',
    "count(distinct thing)": 'count(distinct "thing")',
    "sum(amount)": 'sum("amount")',
    "sum(amount - 5 * minutes)": 'sum(("amount" - (5 * "minutes")))',
    "sum(-1)": "sum(-1)",
    "sum(2.50 * weight)": 'sum((2.50 * "weight"))',
    "count(*) filter (where paid)": 'count(case when "paid" then 1 end)',
    "count(*) filter (where not paid or channel = 'post')": (
        'count(case when ((not "paid") or ("channel" = \'post\')) then 1 end)'
    ),
    "count(*) filter (where channel not in ('post'))": (
        "count(case when (not (\"channel\" in ('post'))) then 1 end)"
    ),
    "count(*) filter (where channel <> 'post')": "count(case when (\"channel\" <> 'post') then 1 end)",
    "count(*) filter (where done_on <= due_on)": 'count(case when ("done_on" <= "due_on") then 1 end)',
    "count(*) filter (where due_on between date '2025-01-01' and date '2025-12-31')": (
        "count(case when (\"due_on\" between date '2025-01-01' and date '2025-12-31') then 1 end)"
    ),
    "count(*) filter (where minutes not between 1 and 2)": (
        'count(case when (not ("minutes" between 1 and 2)) then 1 end)'
    ),
    "count(*) filter (where paid is null and seen_at is not null)": (
        'count(case when (("paid" is null) and ("seen_at" is not null)) then 1 end)'
    ),
    "count(*) filter (where coalesce(paid, false))": 'count(case when coalesce("paid", false) then 1 end)',
    "sum(case when paid then amount else 0 end)": 'sum((case when "paid" then "amount" else 0 end))',
    "sum(case channel when 'post' then 1 end)": "sum((case when (\"channel\" = 'post') then 1 end))",
    "sum(minutes) filter (where thing <> 'Đ''x')": (
        "sum(case when (\"thing\" <> 'Đ''x') then \"minutes\" end)"
    ),
    "percentile_disc(0.9) within group (order by minutes) filter (where paid)": (
        'percentile_disc(0.9) within group (order by case when "paid" then "minutes" end)'
    ),
}


@pytest.mark.parametrize(("text", "written"), SAID.items(), ids=list(SAID))
def test_what_may_be_said_is_written_anew_from_its_values(text, written):
    """An expression of the subset comes out in one fixed form, whatever form it had."""
    aggregate, faults = read(text, TABLE, PARSER, where="x.toml", field="numerator")
    assert not faults
    assert portable(aggregate) == written


HOSTILE = {
    "a sub-query": ("count(*) filter (where thing in (select thing from accounts))", "subquery"),
    "a scalar sub-query": ("sum((select 1))", "subquery"),
    "exists": ("count(*) filter (where exists (select 1))", "subquery"),
    "another table": ("count(*) from accounts", "no clause"),
    "a table function": ("count(*) from read_csv('x')", "no clause"),
    "read_text": ("sum(read_text('x'))", "read_text"),
    "getenv": ("sum(getenv('HOME'))", "getenv"),
    "a second statement": ("count(*); drop table x", "U+003B|;"),
    "attach": ("count(*) union select 1", "no clause"),
    "a comment": ("count(*) -- x", "Comments"),
    "a block comment": ("count(*) /* x */", "sign /"),
    "a quoted name": ('count("thing")', "sign"),
    "a dollar quote": ("count(*) filter (where thing = $$x$$)", "sign"),
    "a parameter": ("sum(?)", "sign"),
    "an escape": (r"count(*) filter (where thing = 'a\' or true --')", "Comments|not closed|shut|quote"),
    "an escaping prefix": ("count(*) filter (where thing = e'x')", "Put a space"),
    "a cast": ("sum(cast(thing as bigint))", "Only a day"),
    "another sign for different": ("count(*) filter (where channel != 'post')", "sign !"),
    "a cast sign": ("sum(thing::bigint)", "sign :"),
    "a division": ("sum(amount / 2)", "sign /"),
    "a remainder": ("sum(mod(amount, 2))", "mod"),
    "a day difference": ("sum(due_on - done_on)", "Only numbers"),
    "date_diff": ("sum(date_diff('day', due_on, done_on))", "date_diff"),
    "date_trunc": ("count(distinct date_trunc('month', due_on))", "date_trunc"),
    "now": ("count(*) filter (where seen_at < now())", "now"),
    "the current day": ("count(*) filter (where due_on < current_date)", "current_date|no column"),
    "a random number": ("sum(random())", "random"),
    "an approximate count": ("approx_count_distinct(thing)", "approx_count_distinct"),
    "an approximate quantile": ("approx_quantile(minutes, 0.5)", "approx_quantile"),
    "an interpolated quantile": ("percentile_cont(0.5) within group (order by minutes)", "quantile_cont"),
    "a falling quantile": ("percentile_disc(0.5) within group (order by minutes desc)", "written"),
    "a quantile above one": ("percentile_disc(1.5) within group (order by minutes)", "between 0 and 1"),
    "quantiles at once": (
        "percentile_disc((0.5)) within group (order by minutes, amount)",
        "written|no expression",
    ),
    "a window": ("count(*) over ()", "must be one count"),
    "ntile": ("ntile(4) over (order by minutes)", "must be one count"),
    "an average": ("avg(amount)", "avg"),
    "a smallest value": ("min(amount)", "min"),
    "a sum of sums": ("sum(amount) + sum(minutes)", "must be one count"),
    "an aggregate inside": ("sum(sum(amount))", "sum"),
    "a distinct sum": ("sum(distinct amount)", "distinct"),
    "an ordered sum": ("sum(amount order by thing)", "order inside"),
    "two expressions": ("count(*), count(*)", "Only one expression"),
    "a name given": ("count(*) as x", "without as"),
    "a schema": ("count(main.things)", "Names stand alone"),
    "a function of a schema": ("count(pg_catalog.version())", "version"),
    "a star": ("count(distinct *)", "star|not on the list|takes one"),
    "columns": ("count(columns(thing))", "not on the list"),
    "a lambda": ("count(list_filter(x, lambda x : true))", "sign :"),
    "a pattern": ("count(*) filter (where thing like 'a')", "not on the list|~~"),
    "glob": ("count(*) filter (where thing glob 'a')", "not on the list"),
    "a missing column": ("sum(mistake)", "no column mistake"),
    "a word that never occurs": ("count(*) filter (where channel = 'onlime')", "never is onlime"),
    "such a word in a list": ("count(*) filter (where channel in ('online', 'fax'))", "never is fax"),
    "text against a number": ("count(*) filter (where thing = 5)", "cannot be compared"),
    "a number against text": ("count(*) filter (where minutes = '5')", "cannot be compared"),
    "a day against a moment": ("count(*) filter (where seen_at < date '2025-01-01')", "cannot be compared"),
    "an order of text": ("count(*) filter (where thing < 'x')", "no order"),
    "a flag compared": ("count(*) filter (where paid = true)", "stands alone"),
    "is true": ("count(*) filter (where paid is true)", "not on the list"),
    "a null compared": ("count(*) filter (where paid = null)", "cannot be written"),
    "distinct from": ("count(*) filter (where thing is distinct from 'x')", "not on the list"),
    "a number as condition": ("count(*) filter (where minutes)", "condition"),
    "a number among conditions": ("count(*) filter (where paid and minutes)", "conditions"),
    "a sum of text": ("sum(thing)", "Only numbers can be summed"),
    "two columns multiplied": ("sum(amount * minutes)", "One side of"),
    "a floating number": ("sum(1e5 * amount)", "cannot be written"),
    "a number too long": ("sum(99999999999999999999)", "cannot be written"),
    "a minus before a column": ("sum(- amount)", "between two values"),
    "distinct days": ("count(distinct due_on)", "type id or code"),
    "a quantile of money's double": (
        "percentile_disc(0.5) within group (order by amount + 1)",
        "one column of whole numbers",
    ),
    "a day that is none": ("count(*) filter (where due_on < date '2025-02-30')", "Only a day"),
    "a day in short": ("count(*) filter (where due_on < date '2025-1-1')", "Only a day"),
    "an array": ("sum(amount[1])", "sign"),
    "a row": ("count((thing, agency))", "row"),
    "a struct": ("count({x: 1})", "sign"),
    "a letter that looks like another": ("cоunt(*)", "U+043E"),
    "a full-width bracket": ("count（*）", "U+FF08"),
    "an invisible letter": ("count(*) filter (where thing = 'a\u200bb')", "invisible"),
    "a zero byte": ("count(*)\0", "U+0000"),
    "a line end of another kind": ("count(*)\u2028", "U+2028"),
    "a word not composed": ("count(*) filter (where thing = 'Đa\u0301')", "unusual"),
    "an open quote": ("count(*) filter (where thing = 'x)", "not closed"),
    "an open bracket": ("count(*", "not closed"),
    "nothing": ("  ", "empty"),
    "a column alone": ("amount", "must be one count"),
    "a statement": ("pragma version", "no clause|no expression|must be"),
    "copy": ("copy x to 'y'", "no expression|no clause|must be"),
    "brackets": ("sum(" * 30 + "1" + ")" * 30, "inside each other"),
    "not not not": ("count(*) filter (where " + "not " * 200 + "paid)", "nested too deeply"),
    "a thousand nots": ("count(*) filter (where " + "not " * 480 + "paid)", "nested too deeply"),
    "a long text": ("sum(" + "1 + " * 600 + "1)", "more than"),
    "a list made long": ("count(*) filter (where " + "paid and " * 190 + "minutes)", "conditions"),
    "a case as text": ("count(case when paid then 'x' end)", "A case gives numbers"),
    "filter twice": ("count(*) filter (where paid) filter (where paid)", "no expression"),
    "within group for sum": ("sum(amount) within group (order by minutes)", "no expression|order|not on"),
    "respect nulls": ("count(amount ignore nulls)", "no expression|not on the list"),
    "export state": ("count(amount) export_state", "no expression|no clause|without as|not on"),
    "collate": ("count(*) filter (where thing = 'x' collate nocase)", "not on the list|collate"),
    "at time zone": (
        "count(*) filter (where seen_at = seen_at at time zone 'UTC')",
        "not on the list|timezone",
    ),
    "interval": (
        "count(*) filter (where due_on < done_on + interval 1 day)",
        "Only a day|not on the list|interval",
    ),
    "a named argument": ("sum(x := 1)", "sign"),
}


@pytest.mark.parametrize(("text", "words"), HOSTILE.values(), ids=list(HOSTILE))
def test_everything_else_is_refused_with_one_sentence(text, words):
    """What is not on the list ends in a sentence that says why, and never in an engine or a traceback."""
    aggregate, faults = read(text, TABLE, PARSER, where="x.toml", field="numerator")
    assert aggregate is None
    assert faults
    said = faults[0].message
    assert any(word in said for word in words.split("|")), said
    assert said.endswith(".")


def test_all_that_does_not_fit_the_table_is_said_at_once():
    """Two slips in one expression give two sentences."""
    _, faults = read(
        "sum(mistake) filter (where channel = 'fax')", TABLE, PARSER, where="x.toml", field="numerator"
    )
    assert len(faults) == 2
    assert {fault.field for fault in faults} == {"numerator"}


def test_a_quantile_keeps_its_part_exactly():
    """0.9 stays the decimal 0.9 and never becomes a floating number."""
    aggregate, _ = read(
        "percentile_disc(0.9) within group (order by minutes)", TABLE, PARSER, where="x", field="numerator"
    )
    assert aggregate.function is Function.QUANTILE
    assert aggregate.quantile == Decimal("0.9")


def test_a_tree_with_a_key_that_we_do_not_know_is_refused():
    """A parser that learns a new clause cannot smuggle it past us."""

    class Newer:
        """A parser that says more than it used to."""

        def tree(self, expression):
            """Return the usual tree with one more key."""
            tree = PARSER.tree(expression)
            tree["statements"][0]["node"]["select_list"][0]["new_clause"] = None
            return tree

    aggregate, faults = read("count(*)", TABLE, Newer(), where="x", field="numerator")
    assert aggregate is None
    assert "new_clause" in faults[0].message
