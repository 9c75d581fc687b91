"""The engine's own syntax tree into an expression of the subset; whatever is not on the list is refused.

The tree is what DuckDB's parser says (json_serialize_sql). Every key of every node is looked at: a key
that is not known, or that holds something unexpected, is a refusal, so a new parser cannot smuggle in
a clause that we do not read.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from thuocdo.core.errors import N_
from thuocdo.measurement.subset.types import (
    Aggregate,
    Arithmetic,
    Between,
    Case,
    Coalesce,
    Column,
    Comparator,
    Comparison,
    Emptiness,
    Expression,
    Function,
    Joined,
    Junction,
    Literal,
    Membership,
    Negation,
    Operator,
)

Node = Mapping[str, Any]
MAX_DEPTH = 40
TOO_DEEP = N_("The expression is nested too deeply.")
_LOCATION = frozenset({"class", "type", "query_location", "query_location_length"})
_STATEMENT: Mapping[str, Any] = {
    "type": "SELECT_NODE",
    "modifiers": [],
    "cte_map": {"map": []},
    "where_clause": None,
    "group_expressions": [],
    "group_sets": [],
    "aggregate_handling": "STANDARD_HANDLING",
    "having": None,
    "sample": None,
    "qualify": None,
}
_COMPARATORS = {
    "COMPARE_EQUAL": Comparator.EQUAL,
    "COMPARE_NOTEQUAL": Comparator.DIFFERENT,
    "COMPARE_LESSTHAN": Comparator.LESS,
    "COMPARE_LESSTHANOREQUALTO": Comparator.AT_MOST,
    "COMPARE_GREATERTHAN": Comparator.MORE,
    "COMPARE_GREATERTHANOREQUALTO": Comparator.AT_LEAST,
}
_JUNCTIONS = {"CONJUNCTION_AND": Junction.AND, "CONJUNCTION_OR": Junction.OR}
_PLAIN_FUNCTION = {"schema": "", "catalog": "", "export_state": False}
_NO_ORDER = {"type": "ORDER_MODIFIER", "orders": []}
_INTEGER = re.compile(r"-?[0-9]{1,18}")
_DECIMAL = re.compile(r"-?[0-9]{1,15}\.[0-9]{1,3}")


class Refused(Exception):
    """A part of the tree does not belong to the subset: the sentence and its parameters."""

    def __init__(self, template: str, **params: str) -> None:
        self.template, self.params = template, params
        super().__init__(template.format(**params))


def aggregate_of(tree: Any) -> Aggregate:
    """Return the one aggregate that the parsed `select <expression>` computes, or raise Refused."""
    node = _selected(tree)
    if node.get("class") != "FUNCTION" or node.get("is_operator"):
        raise Refused(N_("The whole expression must be one count, sum, count distinct or quantile."))
    name = str(node.get("function_name"))
    if name not in {"count_star", "count", "sum", "quantile_disc"}:
        raise Refused(N_("The function {name} is not on the list."), name=name[:40])
    _only(node, {"alias", "function_name", "filter", "order_bys", "distinct", "is_operator", "arguments",
                 "qualified_name", *_PLAIN_FUNCTION})  # fmt: skip
    _plain_call(node, name)
    condition = None if node["filter"] is None else _expression(node["filter"], 1)
    if name == "quantile_disc":
        return _quantile(node, condition)
    if node["order_bys"] != _NO_ORDER:
        raise Refused(N_("An order inside of an aggregate is not known here."))
    values = [_expression(_argument(each), 1) for each in node["arguments"]]
    if name == "count_star" and not values and not node["distinct"]:
        return Aggregate(Function.COUNT, None, condition)
    if len(values) != 1 or name == "count_star" or (name == "sum" and node["distinct"]):
        raise Refused(N_("An aggregate takes one value; only count knows distinct."))
    if name == "sum":
        return Aggregate(Function.SUM, values[0], condition)
    return Aggregate(Function.DISTINCT if node["distinct"] else Function.COUNT, values[0], condition)


def _selected(tree: Any) -> Node:
    """Return the only expression of the only statement, after a look at all other clauses."""
    if not isinstance(tree, Mapping) or tree.get("error") is not False:
        raise Refused(N_("This is no expression."))
    statements = tree.get("statements")
    if not isinstance(statements, list) or len(statements) != 1:
        raise Refused(N_("This is no expression."))
    _only_keys(tree, {"error", "statements"})
    _only_keys(statements[0], {"node", "named_param_map"})
    node = statements[0]["node"]
    for key, expected in _STATEMENT.items():
        if node.get(key) != expected:
            raise Refused(N_("Only an expression may stand here, no clause of a query."))
    _only_keys(node, {"select_list", "from_table", *_STATEMENT})
    source = node.get("from_table")
    if not isinstance(source, Mapping) or source.get("type") != "EMPTY" or source.get("sample") is not None:
        raise Refused(N_("Only an expression may stand here, no clause of a query."))
    if statements[0]["named_param_map"] != [] or len(node["select_list"]) != 1:
        raise Refused(N_("Only one expression may stand here, without parameters."))
    chosen: Node = node["select_list"][0]
    return chosen


def _plain_call(node: Node, name: str) -> None:
    for key, expected in _PLAIN_FUNCTION.items():
        if node.get(key) != expected:
            raise Refused(N_("The function {name} is not on the list."), name=name[:40])
    if node.get("qualified_name") != {"path": [name]} or node.get("alias") != "":
        raise Refused(N_("Names stand alone here, without a schema and without as."))


def _quantile(node: Node, condition: Expression | None) -> Aggregate:
    """Read `percentile_disc(q) within group (order by value)`, which is standard and exact."""
    orders = node["order_bys"].get("orders") or [{}]
    order = orders[0]
    plain = {"type": "ORDER_DEFAULT", "null_order": "ORDER_DEFAULT"}
    if len(orders) != 1 or len(node["arguments"]) != 1 or node["distinct"] or "expression" not in order:
        raise Refused(N_("A quantile is written percentile_disc(0.5) within group (order by column)."))
    if {key: value for key, value in order.items() if key != "expression"} != plain:
        raise Refused(N_("A quantile is written percentile_disc(0.5) within group (order by column)."))
    part = _expression(_argument(node["arguments"][0]), 1)
    if not isinstance(part, Literal) or not isinstance(part.value, Decimal) or not 0 < part.value < 1:
        raise Refused(N_("A quantile lies between 0 and 1, written with a point."))
    return Aggregate(Function.QUANTILE, _expression(order["expression"], 1), condition, part.value)


def _expression(node: Any, depth: int) -> Expression:
    if depth > MAX_DEPTH:
        raise Refused(TOO_DEEP)
    if not isinstance(node, Mapping) or node.get("alias") not in {"", None}:
        raise Refused(N_("Names stand alone here, without a schema and without as."))
    read = _READERS.get(str(node.get("class")))
    if read is None:
        raise Refused(N_("{kind} is not on the list of what may stand here."), kind=_word(node, "class"))
    return read(node, depth + 1)


def _column(node: Node, depth: int) -> Expression:
    del depth
    _only(node, {"alias", "column_names"})
    if len(node["column_names"]) != 1:
        raise Refused(N_("Names stand alone here, without a schema and without as."))
    return Column(str(node["column_names"][0]))


def _literal(node: Node, depth: int) -> Literal:
    del depth
    _only(node, {"alias", "literal"})
    _only_keys(node["literal"], {"kind", "text"})
    kind, text = node["literal"]["kind"], str(node["literal"].get("text", ""))
    if kind == "STRING":
        return Literal(text)
    if kind == "BOOLEAN":
        return Literal(text == "true")
    if kind == "INTEGER" and _INTEGER.fullmatch(text):
        return Literal(int(text))
    if kind == "NUMERIC" and _DECIMAL.fullmatch(text):
        return Literal(Decimal(text))
    raise Refused(N_("The value {value} cannot be written here."), value=(text or str(kind))[:40])


def _cast(node: Node, depth: int) -> Expression:
    """Read `date '2025-12-31'`; every other cast is refused, because engines round differently."""
    _only(node, {"alias", "child", "try_cast", "type_expr"})
    kind = node["type_expr"]
    child = node["child"]
    plain = (
        str(kind.get("type_name")).lower() == "date" and not kind.get("schema") and not kind.get("children")
    )
    if not plain or node["try_cast"] or child.get("class") != "CONSTANT":
        raise Refused(N_("Only a day may be named by its type: date '2025-12-31'."))
    text = _literal(child, depth).value
    try:
        return Literal(date.fromisoformat(text) if isinstance(text, str) and len(text) == 10 else _no_day())  # noqa: PLR2004  yyyy-mm-dd
    except ValueError:
        raise Refused(N_("Only a day may be named by its type: date '2025-12-31'.")) from None


def _no_day() -> date:
    raise ValueError


def _comparison(node: Node, depth: int) -> Expression:
    _only(node, {"alias", "left", "right"})
    comparator = _COMPARATORS.get(str(node["type"]))
    if comparator is None:
        raise Refused(N_("{kind} is not on the list of what may stand here."), kind=_word(node, "type"))
    return Comparison(comparator, _expression(node["left"], depth), _expression(node["right"], depth))


def _conjunction(node: Node, depth: int) -> Expression:
    _only(node, {"alias", "children"})
    junction = _JUNCTIONS.get(str(node["type"]))
    if junction is None:
        raise Refused(N_("{kind} is not on the list of what may stand here."), kind=_word(node, "type"))
    return Joined(junction, tuple(_expression(part, depth) for part in node["children"]))


def _between(node: Node, depth: int) -> Expression:
    _only(node, {"alias", "input", "lower", "upper"})
    value, low, high = (_expression(node[key], depth) for key in ("input", "lower", "upper"))
    return Between(value, low, high)


def _operator(node: Node, depth: int) -> Expression:
    _only(node, {"alias", "children"})
    kind, parts = str(node["type"]), [_expression(part, depth) for part in node["children"]]
    if kind == "OPERATOR_NOT":
        return Negation(parts[0])
    if kind in {"OPERATOR_IS_NULL", "OPERATOR_IS_NOT_NULL"}:
        return Emptiness(parts[0], negated=kind == "OPERATOR_IS_NOT_NULL")
    if kind == "OPERATOR_COALESCE":
        return Coalesce(tuple(parts))
    if kind in {"COMPARE_IN", "COMPARE_NOT_IN"}:
        among = tuple(part for part in parts[1:] if isinstance(part, Literal))
        if len(among) != len(parts) - 1 or not among:
            raise Refused(N_("After in stands a list of written values."))
        return Membership(parts[0], among, negated=kind == "COMPARE_NOT_IN")
    raise Refused(N_("{kind} is not on the list of what may stand here."), kind=_word(node, "type"))


def _case(node: Node, depth: int) -> Expression:
    _only(node, {"alias", "case_checks", "else_expr"})
    branches = []
    for check in node["case_checks"]:
        _only_keys(check, {"when_expr", "then_expr"})
        branches.append((_expression(check["when_expr"], depth), _expression(check["then_expr"], depth)))
    otherwise = node["else_expr"]
    empty = isinstance(otherwise, Mapping) and otherwise.get("literal", {}).get("kind") == "NULL_LITERAL"
    return Case(tuple(branches), None if empty or otherwise is None else _expression(otherwise, depth))


def _arithmetic(node: Node, depth: int) -> Expression:
    name = str(node.get("function_name"))
    if not node.get("is_operator") or name not in {operator.value for operator in Operator}:
        raise Refused(N_("The function {name} is not on the list."), name=name[:40])
    _only(node, {"alias", "function_name", "filter", "order_bys", "distinct", "is_operator", "arguments",
                 "qualified_name", *_PLAIN_FUNCTION})  # fmt: skip
    _plain_call(node, name)
    if node["filter"] is not None or node["distinct"] or node["order_bys"] != _NO_ORDER:
        raise Refused(N_("The function {name} is not on the list."), name=name[:40])
    parts = [_expression(_argument(each), depth) for each in node["arguments"]]
    if len(parts) != 2:  # noqa: PLR2004  left and right
        raise Refused(N_("A sign stands between two values; put the minus into the number."))
    return Arithmetic(Operator(name), parts[0], parts[1])


def _argument(each: Any) -> Any:
    _only_keys(each, {"name", "expression"})
    if each["name"] != "":
        raise Refused(N_("Names stand alone here, without a schema and without as."))
    return each["expression"]


def _only(node: Node, known: set[str]) -> None:
    _only_keys(node, known | _LOCATION)


def _only_keys(node: Any, known: set[str] | frozenset[str]) -> None:
    if not isinstance(node, Mapping) or not set(node) <= known:
        unknown = ", ".join(sorted(set(node) - known)) if isinstance(node, Mapping) else type(node).__name__
        raise Refused(N_("{kind} is not on the list of what may stand here."), kind=unknown[:80])


def _word(node: Node, key: str) -> str:
    return str(node.get(key, "")).lower().replace("_", " ")[:40]


_READERS: Mapping[str, Callable[[Node, int], Expression]] = {
    "COLUMN_REF": _column,
    "CONSTANT": _literal,
    "CAST": _cast,
    "COMPARISON": _comparison,
    "CONJUNCTION": _conjunction,
    "BETWEEN": _between,
    "OPERATOR": _operator,
    "CASE": _case,
    "FUNCTION": _arithmetic,
}
