"""The public method page of a metric, in either language, made from its declaration."""

from collections.abc import Iterator, Mapping

from thuocdo.core.messages import translate
from thuocdo.measurement.declared import read_folder, refuse
from thuocdo.measurement.declaring.reading import METRICS
from thuocdo.measurement.declaring.types import Declaration, Kind


def declarations() -> Mapping[str, Declaration]:
    """Return what the files declare, by code; needs no engine, so expressions are not read."""
    found, faults = read_folder(METRICS, Declaration)
    refuse(faults)
    return found


def metrics_page(declared: Mapping[str, Declaration], language: str) -> str:
    """Return one page (Markdown) with the method of every metric."""
    about = translate(
        "Made from the declarations in `measurement/metrics/`, one file each. An expression is what it says:"
        " anybody who has the table can run it.",
        language,
    )
    parts = [f"# {translate('How each indicator is measured', language)}", "", about, ""]
    for code in sorted(declared, key=_order):
        parts += [*method(code, declared[code], language), ""]
    return "\n".join(parts)


def method(code: str, declaration: Declaration, language: str) -> Iterator[str]:
    """Yield the lines (Markdown) of one metric's method page."""
    vi = language == "vi"
    yield f"## {code}: {declaration.name_vi if vi else declaration.name_en}"
    yield ""
    yield declaration.method_vi if vi else declaration.method_en
    yield ""
    rows = ", ".join(declaration.indicators)
    yield f"- {translate('Rows of Appendix I', language)}: {rows}"
    yield f"- {translate('Unit', language)}: {declaration.unit_vi if vi else declaration.unit_en}"
    if declaration.missing_en:
        yield f"- {translate('Owed by', language)}: {declaration.owed_by}"
        return
    yield from _computed(declaration, language)
    said = translate("Version {version}, since {since}", language)
    yield "- " + said.format(version=declaration.version, since=declaration.since.isoformat())


def _computed(declaration: Declaration, language: str) -> Iterator[str]:
    sum_of = translate("{expression} of table {table}", language)
    above = sum_of.format(expression=f"`{declaration.numerator}`", table=f"`{declaration.table}`")
    yield f"- {translate('Numerator', language)}: {above}"
    if declaration.denominator:
        table = declaration.denominator_table or declaration.table
        below = sum_of.format(expression=f"`{declaration.denominator}`", table=f"`{table}`")
        yield f"- {translate('Denominator', language)}: {below}"
        yield f"- {translate('The ratio is multiplied by', language)}: {declaration.scale.normalize():f}"
    if declaration.kind is Kind.GROWTH:
        said = translate("Compound growth a year, counted from {year}", language)
        yield "- " + said.format(year=declaration.base_year)
    if declaration.dimensions:
        words = ", ".join(f"`{name}`" for name in declaration.dimensions)
        yield f"- {translate('Also by', language)}: {words}"
    if declaration.rival_of:
        said = translate("Shown beside {code}, which decides", language)
        yield "- " + said.format(code=declaration.rival_of)


def _order(code: str) -> tuple[list[int], str]:
    return [int(number) for number in code.split("-", maxsplit=1)[0].split(".")], code
