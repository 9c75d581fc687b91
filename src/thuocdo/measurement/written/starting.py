"""From what a new version starts: a declared metric said as SQL, or a file whose fields are still empty."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec

from thuocdo.core.errors import N_, Conflict
from thuocdo.measurement.declaring.types import Kind, Metric, Part
from thuocdo.measurement.subset.sorts import columns_of

_DECIMAL = "decimal(38, 6)"
_WORDS = ("name_vi", "name_en", "unit_vi", "unit_en", "method_vi", "method_en")
_EMPTY = """\
select count(*) filter (where …)::decimal(38, 6) as numerator,
       count(*)::decimal(38, 6) as denominator
from …
"""


def empty(applies_from: date) -> str:
    """Return a file with every field that has to be filled in."""
    fields: dict[str, Any] = {"code": "", **dict.fromkeys(_WORDS, ""), "indicators": []}
    return _file({**fields, "direction": "higher", "scale": "100"}, applies_from, _EMPTY, {})


def from_declared(metric: Metric, applies_from: date) -> str:
    """Return a declared metric as the file of a written one that gives the same; growth is refused."""
    declared = metric.declaration
    if declared.kind is Kind.GROWTH:
        raise Conflict(
            N_("{code} is a growth since a base year, which no statement over one period can give."),
            hint=N_("Start from an empty file."),
            params={"code": metric.code},
        )
    said = msgspec.to_builtins(declared)
    fields = {name: said[name] for name in (*_WORDS, "direction")}
    more = {"scale": format(declared.scale.normalize(), "f"), "places": declared.places}
    if declared.rival_of:
        more["rival_of"] = declared.rival_of
    return _file(
        {"code": metric.code, "indicators": list(declared.indicators), **fields, **more},
        applies_from,
        statement(metric),
        tables_of(metric),
    )


def statement(metric: Metric) -> str:
    """Return the one statement that gives numerator and denominator of a declared metric."""
    above, below = metric.numerator, metric.denominator
    lines = [f"select ({above.text})::{_DECIMAL} as numerator"]
    if below is not None:
        other = f"select {below.text} from {below.table}"  # noqa: S608  our own declarations
        inner = below.text if below.table == above.table else other
        lines = [f"{lines[0]},", f"       ({inner})::{_DECIMAL} as denominator"]
    return "\n".join([*lines, f"from {above.table}", ""])


def tables_of(metric: Metric) -> Mapping[str, tuple[str, ...]]:
    """Return the columns that a declared metric reads, by table."""
    parts: tuple[Part | None, ...] = (metric.numerator, metric.denominator)
    found: dict[str, frozenset[str]] = {}
    for part in parts:
        if part is not None:
            found[part.table] = found.get(part.table, frozenset()) | columns_of(part.aggregate)
    return {name: tuple(sorted(columns)) for name, columns in found.items()}


def _file(
    fields: Mapping[str, Any], applies_from: date, sql: str, tables: Mapping[str, tuple[str, ...]]
) -> str:
    """Return the fields as TOML: what JSON writes of texts, numbers and lists of them is TOML too."""
    lines = [f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items()]
    lines += [f"applies_from = {applies_from.isoformat()}", f"sql = '''\n{sql}'''", "", "[tables]"]
    lines += [f"{name} = {json.dumps(list(columns))}" for name, columns in tables.items()]
    return "\n".join(lines) + "\n"
