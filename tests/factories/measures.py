"""A small table of things with rows, plans and partitions, for whatever is measured."""

from datetime import date, datetime
from decimal import Decimal

from hypothesis import strategies as st

from thuocdo.adapters.engines.duckdb_session import DuckDBParser
from thuocdo.measurement.declaring.reading import bound
from thuocdo.measurement.declaring.types import Better, Declaration, Kind
from thuocdo.measurement.months import Month
from thuocdo.measurement.partials import PartitionKey
from thuocdo.measurement.places import Level, Tree
from thuocdo.measurement.planning import fuse
from thuocdo.measurement.tables.types import Column, ColumnType, Grain, Table

PARSER = DuckDBParser()
CHANNELS = ("online", "post")
MOMENTS = (datetime(2025, 1, 1, 23, 59), datetime(1969, 12, 31, 23, 59, 59, 999_999))  # noqa: DTZ001  UTC
BODIES = ("X1", "X2", "Y1", "Bộ Ý tế – “khó”", "M1")
TREE = Tree(
    {
        "VN": Level.NATION,
        "P1": Level.PROVINCE,
        "P2": Level.PROVINCE,
        "R1": Level.REGION,
        "BYT": Level.MINISTRY,
        **dict.fromkeys(BODIES, Level.COMMUNE),
    },
    {"X1": "P1", "X2": "P1", "Y1": "P2", "P1": "R1", "P2": "R1", "R1": "VN", "M1": "BYT", "BYT": "VN"},
)
EXPRESSIONS = (
    "count(*)",
    "count(paid)",
    "count(*) filter (where paid)",
    "count(*) filter (where not paid)",
    "count(*) filter (where paid or channel = 'post')",
    "count(*) filter (where not (paid and minutes > 3))",
    "count(*) filter (where coalesce(paid, true) and thing <> 'đỏ''s')",
    "count(*) filter (where minutes not in (1, 2) or minutes is null)",
    "count(minutes) filter (where minutes between 0 and 4)",
    "count(*) filter (where done_on <= due_on)",
    "count(*) filter (where left_at > seen_at)",
    "count(*) filter (where not (left_at = seen_at) or thing in ('a\\', 'Đ', '%s'))",
    "count(*) filter (where due_on between date '1950-06-15' and date '1970-01-01')",
    "sum(weight) filter (where weight < 1.005)",
    "sum(coalesce(weight, 0.5) + minutes)",
    "sum(coalesce(minutes, weight))",
    "sum(case when paid then 1.25 when minutes > 2 then weight - 0.5 else 2 * amount end)",
    "sum(amount + amount)",
    "count(*) filter (where due_on >= date '2025-02-01' and done_on is null)",
    "sum(amount)",
    "sum(amount) filter (where paid is null)",
    "sum(weight)",
    "sum(1.5 * weight - 2) filter (where channel <> 'post')",
    "sum(case when paid then amount when channel = 'post' then 1 else minutes end)",
    "sum(coalesce(minutes, -7))",
    "count(distinct thing)",
    "count(distinct thing) filter (where paid or minutes = 2)",
    "count(distinct channel) filter (where amount > 0)",
    "percentile_disc(0.5) within group (order by minutes)",
    "percentile_disc(0.9) within group (order by amount) filter (where channel = 'online')",
)


def column(name, kind, *, null=False, **more):
    """Return a column."""
    words = {"null": "unknown", "null_vi": "chưa biết"} if null else {}
    return Column(name, ColumnType(kind), "", "", **words, **more)


def things(grain=Grain.EVENTS, **more):
    """Return a table that has a column of every type."""
    columns = (
        column("thing", "id", null=True),
        column("agency", "id"),
        column("channel", "code", values=CHANNELS, dimension=True),
        column("new", "flag", dimension=True),
        column("paid", "flag", null=True),
        column("minutes", "count", null=True),
        column("amount", "money"),
        column("weight", "quantity", null=True),
        column("due_on", "day"),
        column("done_on", "day", null=True),
        column("seen_at", "moment"),
        column("left_at", "moment", null=True),
    )
    columns = tuple(more.pop("columns", columns))
    return Table("things", "", "", "", "", "", "", grain, ("thing",), columns, **more)


def declaration(numerator, denominator="", **more):
    """Return a declaration on the table of things."""
    values = {
        "name_vi": "Tên",
        "name_en": "Name",
        "indicators": ("11.1",),
        "kind": Kind.SHARE if denominator else Kind.LEVEL,
        "unit_vi": "%",
        "unit_en": "%",
        "direction": Better.HIGHER,
        "version": 1,
        "since": date(2025, 1, 9),
        "method_vi": "Cách tính.",
        "method_en": "Method.",
        "table": "things",
        "numerator": numerator,
        "denominator": denominator,
    }
    return Declaration(**{**values, **more})


def metric(code, numerator, denominator="", table=None, **more):
    """Return a metric whose expressions were read."""
    table = table or things()
    found, faults = bound(code, declaration(numerator, denominator, **more), {"things": table}, PARSER)
    assert not faults, faults
    return found


def planned(table=None, dimensions=("channel", "new"), expressions=EXPRESSIONS):
    """Return one scan of many expressions."""
    table = table or things()
    metrics = [
        metric(f"1.1-{number}", text, table=table, dimensions=dimensions)
        for number, text in enumerate(expressions)
    ]
    return fuse(table, metrics)


def key(source="a", month="2025-01"):
    """Return the key of a partition."""
    return PartitionKey("things", source, Month.read(month))


def row(**more):
    """Return one row."""
    values = {
        "thing": "t",
        "agency": "X1",
        "channel": "online",
        "new": False,
        "paid": None,
        "minutes": None,
        "amount": 0,
        "weight": None,
        "due_on": date(2025, 1, 31),
        "done_on": None,
        "seen_at": datetime(2025, 1, 1, 12),  # noqa: DTZ001  UTC without zone, as tables have it
        "left_at": None,
    }
    return {**values, **more}


def rows():
    """Return a strategy for lists of rows with nulls, Unicode, extremes and empty groups."""
    days = st.dates(date(2024, 12, 30), date(2025, 3, 2))
    return st.lists(
        st.fixed_dictionaries(
            {
                "thing": st.sampled_from(["a", "đỏ's", "Đ", "", "ạ̣x", None]),
                "agency": st.sampled_from(BODIES),
                "channel": st.sampled_from(CHANNELS),
                "new": st.booleans(),
                "paid": st.sampled_from([True, False, None]),
                "minutes": st.one_of(st.none(), st.integers(-3, 6)),
                "amount": st.one_of(st.integers(-5, 5), st.sampled_from([10**15, -(10**15)])),
                "weight": st.one_of(
                    st.none(), st.decimals("-99999.999", "99999.999", places=3), st.just(Decimal("0.001"))
                ),
                "due_on": days,
                "done_on": st.one_of(st.none(), days),
                "seen_at": st.just(datetime(2025, 1, 1, 23, 59)),  # noqa: DTZ001  same
                "left_at": st.sampled_from([None, *MOMENTS]),
            }
        ),
        max_size=25,
    )
