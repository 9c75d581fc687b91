"""The file of a metric as a methodologist writes it, marked as made up."""

SQL = """
select sum(case when place = 1 then 1 else 0 end)::decimal(38, 6) as numerator,
       count(*)::decimal(38, 6) as denominator
from (
  select agency, rank() over (partition by agency, month order by received_at desc) as place
  from dossiers where channel <> 'post'
) last
"""
TABLES = {"dossiers": ("agency", "channel", "received_at")}


def file(
    code="11.1-last-of-month", *, applies_from="2025-07-01", sql=SQL, tables=None, name="Minh hoạ", **more
):
    """Return the file (TOML); a field that is None is left out."""
    fields = {
        "code": code,
        "name_vi": name,
        "name_en": "Illustrative",
        "indicators": ["11.1"],
        "unit_vi": "%",
        "unit_en": "%",
        "direction": "higher",
        "method_vi": "Minh hoạ: hồ sơ cuối cùng của mỗi cơ quan trong tháng.",
        "method_en": "Illustrative: the last dossier of each body in a month.",
        "scale": "100",
        "sql": sql,
        **more,
    }
    lines = [f"{name} = {_said(value)}" for name, value in fields.items() if value is not None]
    lines += [f"applies_from = {applies_from}"] if applies_from else []
    lines += ["", "[tables]"]
    lines += [f"{name} = {list(columns)}" for name, columns in (TABLES if tables is None else tables).items()]
    return "\n".join(lines) + "\n"


def _said(value):
    if isinstance(value, str) and "\n" in value:
        return f"'''{value}'''"
    return f'"{value}"' if isinstance(value, str) else str(value)
