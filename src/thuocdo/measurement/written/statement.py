"""A person's SQL as the engine's own parser reads it: one SELECT, made of what the lists below name.

The tree is what DuckDB says (json_serialize_sql). Every key of every node is looked at: what is not known
is refused, so a newer parser cannot smuggle in a clause that nobody has read. Nothing is run here.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from thuocdo.core.errors import N_
from thuocdo.measurement.subset.tree import TOO_DEEP, Refused
from thuocdo.measurement.written.allowed import (
    AGGREGATES,
    COMPARISONS,
    FUNCTIONS,
    JOINS,
    MOMENTS,
    OPERATORS,
    SHIFTING,
    TYPES,
    WINDOWS,
)

Node = Mapping[str, Any]
Tables = Mapping[str, frozenset[str]]
"""The tables that may be read, each with its permitted columns."""

MAX_LENGTH = 10_000
MAX_DEPTH = 60
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,60}")
_INTEGER = re.compile(r"-?[0-9]{1,18}")
_DECIMAL = re.compile(r"-?[0-9]{0,18}\.[0-9]{1,18}")
_PLACES = re.compile(r"[0-9]{1,2}")
_IGNORED = frozenset({"class", "type", "alias", "query_location", "query_location_length"})
_NO_ORDER = {"type": "ORDER_MODIFIER", "orders": []}

_UNKNOWN = N_("{kind} is not on the list of what may stand here.")
_NO_SELECT = N_("Only one statement may stand here, and it has to be a SELECT.")
_NO_FUNCTION = N_("The function {name} is not on the list.")
_NO_TABLE = N_("The table {name} is not one that the file names.")
_NO_COLUMN = N_("The column {name} is not one that the file names for its tables.")
_STRANGE_NAME = N_("The name {name} is not made of plain letters, digits and _, or is a word of the engine.")


def check_text(sql: str) -> None:
    """Refuse a text that hides something from who reads it: too long, or with letters that cannot be seen."""
    if not sql.strip():
        raise Refused(N_("The statement is empty."))
    if len(sql) > MAX_LENGTH:
        raise Refused(N_("The statement has more than {count} letters."), count=str(MAX_LENGTH))
    for letter in sql:
        if letter not in "\n\t" and (unicodedata.category(letter)[0] in "CZ" and letter != " "):
            raise Refused(N_("The sign {sign} cannot be seen and may not stand here."), sign=_code(letter))
    if not unicodedata.is_normalized("NFC", sql):
        raise Refused(N_("A letter is written in an unusual way; write it as one sign."))


def check_tree(tree: Any, tables: Tables) -> None:
    """Refuse the parsed statement unless it is one SELECT of what is on the lists, from these tables."""
    if not isinstance(tree, Mapping) or tree.get("error") is not False:
        raise Refused(_NO_SELECT)
    statements = tree.get("statements")
    if not isinstance(statements, list) or len(statements) != 1:
        raise Refused(_NO_SELECT)
    _keys(tree, {"error", "statements"})
    _keys(statements[0], {"node", "named_param_map"})
    try:
        names = frozenset(_given(statements[0]["node"]))
        _Walk(tables, names).query(statements[0]["node"], frozenset(), 0)
    except RecursionError:
        raise Refused(TOO_DEEP) from None


class _Walk:
    """One way through a tree; `given` are the names that the statement gives to what it makes itself."""

    def __init__(self, tables: Tables, given: frozenset[str]) -> None:
        self._tables = tables
        self._columns = frozenset().union(*tables.values()) | given
        self._before_dot = frozenset(tables) | given

    def query(self, node: Any, known: frozenset[str], depth: int) -> None:
        """Walk a query; `known` are the names of queries that stand before it in a WITH."""
        _deeper(depth)
        kind = _kind(node)
        if kind == "SELECT_NODE":
            known = self._with(node, known, depth)
            self._select(node, known, depth)
        elif kind == "SET_OPERATION_NODE":
            _keys(node, {"modifiers", "cte_map", "setop_type", "left", "right", "setop_all", "children"})
            known = self._with(node, known, depth)
            _is(node["setop_type"], {"UNION", "EXCEPT", "INTERSECT"})
            _is(node["left"] or node["right"], {None})
            self._modifiers(node["modifiers"])
            for each in node["children"]:
                self.query(each, known, depth + 1)
        else:
            raise Refused(_UNKNOWN, kind=_said(kind))

    def _with(self, node: Node, known: frozenset[str], depth: int) -> frozenset[str]:
        """Walk what stands in a WITH, in order: each sees those before it, and never itself."""
        _keys(node["cte_map"], {"map"})
        for each in node["cte_map"]["map"]:
            _keys(each, {"key", "value"})
            value = each["value"]
            _keys(value, {"aliases", "materialized", "key_targets", "payload_aggregates", "query_node"})
            _is(value["key_targets"] + value["payload_aggregates"] or None, {None})
            self.query(value["query_node"], known, depth + 1)
            known |= {each["key"].lower()}
        return known

    def _select(self, node: Node, known: frozenset[str], depth: int) -> None:
        _keys(node, {"modifiers", "cte_map", "select_list", "from_table", "where_clause",
                     "group_expressions", "group_sets", "aggregate_handling", "having", "sample",
                     "qualify"})  # fmt: skip
        _is(node["sample"], {None})
        _is(node["aggregate_handling"], {"STANDARD_HANDLING", "FORCE_AGGREGATES"})
        self._modifiers(node["modifiers"])
        self._table(node["from_table"], known, depth + 1)
        for each in (*node["select_list"], *node["group_expressions"]):
            self.expression(each, known, depth + 1)
        for key in ("where_clause", "having", "qualify"):
            self._maybe(node[key], known, depth + 1)

    def _modifiers(self, modifiers: Any) -> None:
        """Let DISTINCT pass; which rows an order and a limit leave would hang on the engine."""
        for each in modifiers:
            if _kind(each) != "DISTINCT_MODIFIER" or each.get("distinct_on_targets"):
                raise Refused(N_("No order, limit or sample of rows may stand here."))

    def _table(self, node: Any, known: frozenset[str], depth: int) -> None:
        _deeper(depth)
        kind = _kind(node)
        if kind == "EMPTY":
            _is(node["sample"], {None})
        elif kind == "BASE_TABLE":
            self._base_table(node, known)
        elif kind == "SUBQUERY":
            _keys(node, {"sample", "subquery", "column_name_alias"})
            _is(node["sample"], {None})
            self._inner(node["subquery"], known, depth)
        elif kind == "JOIN":
            self._join(node, known, depth)
        elif kind == "TABLE_FUNCTION":
            raise Refused(_NO_FUNCTION, name=_said(node.get("function", {}).get("function_name", "")))
        else:
            raise Refused(_UNKNOWN, kind=_said(kind))

    def _base_table(self, node: Node, known: frozenset[str]) -> None:
        _keys(node, {"sample", "schema_name", "table_name", "column_name_alias", "catalog_name",
                     "at_clause", "qualified_name"})  # fmt: skip
        name = str(node["table_name"])
        plain = node["qualified_name"] == {"path": [name]} and not (
            node["schema_name"] or node["catalog_name"]
        )
        if not plain or not _NAME.fullmatch(name) or name.lower() not in known | frozenset(self._tables):
            path = ".".join(map(str, node["qualified_name"].get("path", [name])))
            raise Refused(_NO_TABLE, name=_said(path))
        _is(node["sample"], {None})
        _is(node["at_clause"], {None})

    def _join(self, node: Node, known: frozenset[str], depth: int) -> None:
        _keys(node, {"sample", "left", "right", "condition", "join_type", "ref_type", "using_columns",
                     "delim_flipped", "duplicate_eliminated_columns", "is_implicit", "ranking_expression",
                     "nearest_count", "nearest_order_type", "nearest_approx"})  # fmt: skip
        _is(node["join_type"], JOINS)
        _is(node["ref_type"], {"REGULAR", "CROSS"})
        _is(node["sample"] or node["ranking_expression"] or node["delim_flipped"] or None, {None})
        _is(node["duplicate_eliminated_columns"] or node["nearest_approx"] or None, {None})
        self._table(node["left"], known, depth + 1)
        self._table(node["right"], known, depth + 1)
        self._maybe(node["condition"], known, depth + 1)

    def _inner(self, node: Any, known: frozenset[str], depth: int) -> None:
        _keys(node, {"node", "named_param_map"})
        _is(node["named_param_map"] or None, {None})
        self.query(node["node"], known, depth + 1)

    def _maybe(self, node: Any, known: frozenset[str], depth: int) -> None:
        if node is not None:
            self.expression(node, known, depth)

    def expression(self, node: Any, known: frozenset[str], depth: int) -> None:
        """Walk an expression."""
        _deeper(depth)
        if not isinstance(node, Mapping):
            raise Refused(_UNKNOWN, kind=type(node).__name__)
        walk = _EXPRESSIONS.get(str(node.get("class")))
        if walk is None:
            raise Refused(_UNKNOWN, kind=_said(node.get("class")))
        walk(self, node, known, depth + 1)

    def _each(self, nodes: Any, known: frozenset[str], depth: int) -> None:
        for each in nodes:
            self.expression(each, known, depth)

    def _column(self, node: Node, known: frozenset[str], depth: int) -> None:
        del known, depth
        _keys(node, {"column_names"})
        *before, name = (str(each).lower() for each in node["column_names"])
        plain = all(_NAME.fullmatch(str(each)) for each in node["column_names"])
        known_before = all(each in self._before_dot for each in before)
        if not plain or name in MOMENTS or name not in self._columns or not known_before:
            raise Refused(_NO_COLUMN, name=_said(".".join(map(str, node["column_names"]))))

    def _star(self, node: Node, known: frozenset[str], depth: int) -> None:
        del known, depth
        _keys(node, {"relation_name", "exclude_list", "replace_list", "columns", "expr",
                     "qualified_exclude_list", "rename_list"})  # fmt: skip
        if any(node[key] for key in ("exclude_list", "replace_list", "columns", "expr",
                                     "qualified_exclude_list", "rename_list")):  # fmt: skip
            raise Refused(N_("After the star no other word may stand."))

    def _literal(self, node: Node, known: frozenset[str], depth: int) -> None:
        del known, depth
        _keys(node, {"literal"})
        _keys(node["literal"], {"kind", "text"})
        kind, text = node["literal"]["kind"], str(node["literal"].get("text", ""))
        if kind in {"STRING", "BOOLEAN", "NULL_LITERAL"}:
            return
        shape = {"INTEGER": _INTEGER, "NUMERIC": _DECIMAL}.get(kind)
        if shape is None or not shape.fullmatch(text):
            raise Refused(N_("The value {value} cannot be written here."), value=_said(text or kind))

    def _cast(self, node: Node, known: frozenset[str], depth: int) -> None:
        _keys(node, {"child", "try_cast", "type_expr"})
        kind = node["type_expr"]
        _keys(kind, {"catalog", "schema", "type_name", "children", "qualified_name"})
        name = str(kind["type_name"]).lower()
        places = [str(each.get("literal", {}).get("text", "")) for each in kind["children"]]
        plain = kind["qualified_name"] == {"path": [kind["type_name"]]} and not kind["schema"]
        if not plain or node["try_cast"] or name not in TYPES or not all(map(_PLACES.fullmatch, places)):
            raise Refused(
                N_("The type {name} is not on the list; numbers are decimal, bigint or integer."),
                name=_said(kind["type_name"]),
            )
        self.expression(node["child"], known, depth)

    def _comparison(self, node: Node, known: frozenset[str], depth: int) -> None:
        _keys(node, {"left", "right"})
        _is(node["type"], COMPARISONS)
        self._each((node["left"], node["right"]), known, depth)

    def _children(self, node: Node, known: frozenset[str], depth: int) -> None:
        _keys(node, {"children"})
        _is(node["type"], OPERATORS)
        self._each(node["children"], known, depth)

    def _between(self, node: Node, known: frozenset[str], depth: int) -> None:
        _keys(node, {"input", "lower", "upper"})
        self._each((node["input"], node["lower"], node["upper"]), known, depth)

    def _case(self, node: Node, known: frozenset[str], depth: int) -> None:
        _keys(node, {"case_checks", "else_expr"})
        for each in node["case_checks"]:
            _keys(each, {"when_expr", "then_expr"})
            self._each(each.values(), known, depth)
        self._maybe(node["else_expr"], known, depth)

    def _subquery(self, node: Node, known: frozenset[str], depth: int) -> None:
        _keys(node, {"subquery_type", "subquery", "child", "comparison_type"})
        _is(node["subquery_type"], {"SCALAR", "EXISTS", "NOT_EXISTS", "ANY"})
        _is(node["comparison_type"], COMPARISONS | {"INVALID"})
        self._inner(node["subquery"], known, depth)
        self._maybe(node["child"], known, depth)

    def _function(self, node: Node, known: frozenset[str], depth: int) -> None:
        _keys(node, {"function_name", "schema", "filter", "order_bys", "distinct", "is_operator",
                     "export_state", "catalog", "arguments", "qualified_name"})  # fmt: skip
        name = _function_name(node, FUNCTIONS | AGGREGATES)
        _is(node["export_state"] or None, {None})
        if name == "quantile_disc":
            self._orders(node["order_bys"]["orders"], known, depth)
        elif node["order_bys"] != _NO_ORDER:
            raise Refused(N_("No order, limit or sample of rows may stand here."))
        self._maybe(node["filter"], known, depth)
        self._arguments(node, known, depth)

    def _window(self, node: Node, known: frozenset[str], depth: int) -> None:
        """Walk a window over whole groups of equal rows: where ties are broken, engines differ in silence."""
        _keys(node, {"function_name", "schema", "catalog", "partitions", "orders", "start", "end",
                     "start_expr", "end_expr", "offset_expr", "default_expr", "ignore_nulls", "filter_expr",
                     "exclude_clause", "distinct", "arg_orders", "has_ignore_nulls", "arguments",
                     "qualified_name"})  # fmt: skip
        _function_name(node, WINDOWS)
        frame = (node["start"], node["end"], node["exclude_clause"])
        used = [node[key] for key in SHIFTING if node[key]]
        if frame != ("UNBOUNDED_PRECEDING", "CURRENT_ROW_RANGE", "NO_OTHER") or used:
            raise Refused(N_("A window takes whole groups: over (partition by … order by …)."))
        self._orders(node["orders"], known, depth)
        self._each(node["partitions"], known, depth)
        self._maybe(node["filter_expr"], known, depth)
        self._arguments(node, known, depth)

    def _orders(self, orders: Any, known: frozenset[str], depth: int) -> None:
        for each in orders:
            _keys(each, {"type", "null_order", "expression"})
            self.expression(each["expression"], known, depth)

    def _arguments(self, node: Node, known: frozenset[str], depth: int) -> None:
        for each in node["arguments"]:
            _keys(each, {"name", "expression"})
            _is(each["name"] or None, {None})
            self.expression(each["expression"], known, depth)


def _given(node: Any) -> Iterator[str]:
    """Yield every name that the statement itself gives, and refuse one that could be taken for another."""
    if isinstance(node, list):
        for each in node:
            yield from _given(each)
    elif isinstance(node, Mapping):
        names = [node.get("alias"), *(node.get("aliases") or []), *(node.get("column_name_alias") or [])]
        if "value" in node and isinstance(node["value"], Mapping) and "query_node" in node["value"]:
            names.append(node.get("key"))
        for name in filter(None, names):
            if not isinstance(name, str) or not _NAME.fullmatch(name) or name.lower() in MOMENTS:
                raise Refused(_STRANGE_NAME, name=_said(name))
            yield name.lower()
        for each in node.values():
            yield from _given(each)


def _function_name(node: Node, known: frozenset[str]) -> str:
    name = str(node["function_name"])
    plain = node["qualified_name"] == {"path": [name]} and not (node["schema"] or node["catalog"])
    if name == "/":
        raise Refused(
            N_("Division gives floating numbers; write numerator and denominator: they are divided exactly.")
        )
    if not plain or name not in known:
        path = node["qualified_name"].get("path", [name])
        raise Refused(_NO_FUNCTION, name=_said(".".join(map(str, path))))
    return name


def _kind(node: Any) -> str:
    return str(node.get("type")) if isinstance(node, Mapping) else type(node).__name__


def _keys(node: Any, known: set[str]) -> None:
    if not isinstance(node, Mapping):
        raise Refused(_UNKNOWN, kind=type(node).__name__)
    strange = set(node) - known - _IGNORED
    if strange:
        raise Refused(_UNKNOWN, kind=_said(", ".join(sorted(strange))))


def _is(value: Any, among: set[Any] | frozenset[Any]) -> None:
    if isinstance(value, Mapping | list) or value not in among:
        raise Refused(_UNKNOWN, kind=_said(value if isinstance(value, str) else "sample"))


def _deeper(depth: int) -> None:
    if depth > MAX_DEPTH:
        raise Refused(TOO_DEEP)


def _said(name: object) -> str:
    """Return a name for a sentence: short, and with nothing in it that cannot be seen."""
    return "".join(letter if letter.isprintable() else _code(letter) for letter in str(name)[:60])


def _code(letter: str) -> str:
    return f"U+{ord(letter):04X}"


_EXPRESSIONS: Mapping[str, Callable[[_Walk, Node, frozenset[str], int], None]] = {
    "COLUMN_REF": _Walk._column,  # noqa: SLF001  the walker's own
    "STAR": _Walk._star,  # noqa: SLF001
    "CONSTANT": _Walk._literal,  # noqa: SLF001
    "CAST": _Walk._cast,  # noqa: SLF001
    "COMPARISON": _Walk._comparison,  # noqa: SLF001
    "CONJUNCTION": _Walk._children,  # noqa: SLF001
    "OPERATOR": _Walk._children,  # noqa: SLF001
    "BETWEEN": _Walk._between,  # noqa: SLF001
    "CASE": _Walk._case,  # noqa: SLF001
    "SUBQUERY": _Walk._subquery,  # noqa: SLF001
    "FUNCTION": _Walk._function,  # noqa: SLF001
    "WINDOW": _Walk._window,  # noqa: SLF001
}
