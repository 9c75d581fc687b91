"""What a person's SQL may say: nothing that reads elsewhere, hangs on clock or chance, or rounds silently."""

AGGREGATES = frozenset(
    {"count", "count_star", "count_if", "sum", "min", "max", "bool_and", "bool_or", "quantile_disc"}
)
FUNCTIONS = frozenset(
    {
        *("+", "-", "*", "~~", "!~~"),
        *("abs", "greatest", "least", "nullif", "round", "sign"),
        *("year", "quarter", "month", "day", "date_diff", "date_trunc", "last_day"),
        *("contains", "length", "lower", "starts_with", "substring", "trim", "upper"),
    }
)
"""Plain functions and signs; each gives a whole number, a decimal, a day, a flag or a shorter text.

`%`, `ceil` and `floor` are missing, because of large whole numbers they make floating ones.
"""

WINDOWS = frozenset({"rank", "dense_rank", "count", "count_star", "sum", "min", "max"})
SHIFTING = (
    *("start_expr", "end_expr", "offset_expr", "default_expr", "ignore_nulls", "has_ignore_nulls"),
    *("distinct", "arg_orders"),
)
"""What a window may say beyond its rows; none of it is used."""

TYPES = frozenset(
    {"decimal", "numeric", "bigint", "integer", "int", "hugeint", "date", "timestamp", "varchar", "boolean"}
)
COMPARISONS = frozenset(
    {
        *("COMPARE_EQUAL", "COMPARE_NOTEQUAL", "COMPARE_LESSTHAN", "COMPARE_GREATERTHAN"),
        *("COMPARE_LESSTHANOREQUALTO", "COMPARE_GREATERTHANOREQUALTO"),
        *("COMPARE_DISTINCT_FROM", "COMPARE_NOT_DISTINCT_FROM"),
    }
)
OPERATORS = frozenset(
    {
        *("CONJUNCTION_AND", "CONJUNCTION_OR", "OPERATOR_NOT", "OPERATOR_IS_NULL", "OPERATOR_IS_NOT_NULL"),
        *("OPERATOR_COALESCE", "COMPARE_IN", "COMPARE_NOT_IN"),
    }
)
JOINS = frozenset({"INNER", "LEFT", "RIGHT", "OUTER", "SEMI", "ANTI"})
MOMENTS = frozenset(
    {
        *("current_catalog", "current_date", "current_role", "current_schema", "current_time"),
        *("current_timestamp", "current_user", "localtime", "localtimestamp", "session_user", "user"),
    }
)
"""Words that look like columns and are the clock or the session."""
