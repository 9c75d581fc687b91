"""The forms that the name of a body has: its spellings, with its province, without what joins its words."""

from collections.abc import Iterator

from thuocdo.core.country import Name
from thuocdo.documents.reading.names import JOINS, Tokens

_COMMITTEE = "Tỉnh ủy"
_PEOPLES_COMMITTEE = "Ủy ban nhân dân tỉnh"  # it is how a province acts, and goes by the province's name
_SHORTENED = frozenset({"inc.", "ltd.", "corp.", "co.", "plc.", "dept.", "govt.", "assn.", "bros.", "st."})
INTRODUCERS = tuple(
    tuple(words.split())
    for words in (
        "ubnd cac tinh , thanh pho",
        "uy ban nhan dan cac tinh , thanh pho",
        "ubnd cac tinh",
        "uy ban nhan dan cac tinh",
        "ubnd cac thanh pho",
        "cac tinh , thanh pho",
        "cac dia phuong",
        "cac thanh pho",
        "cac tinh",
        "tinh",
        "provinces of",
    )
)
"""The collective words that only introduce names: “the localities Bắc Ninh, An Giang”."""


def spellings(name: Name) -> Iterator[str]:
    """Yield all forms of a name; in English the country is printed as one word or as two."""
    for form in (name.name_vi, name.name_en, *name.variants):
        yield form
        if "Vietnam" in form:
            yield form.replace("Vietnam", "Viet Nam")


def without_stop(printed: str) -> str:
    """Return a name without the full stop that ends its line; “Inc.” keeps its own."""
    last = printed.rpartition(" ")[2]
    return printed[:-1] if printed.endswith(".") and last.lower() not in _SHORTENED else printed


def with_province(body: str, province: str) -> str:
    """Return the name of a province's own body; the Party's committee has no word for its kind of place."""
    kind, _space, rest = province.partition(" ")
    if body == _PEOPLES_COMMITTEE:
        return province
    if body == _COMMITTEE:
        return f"{body} {rest}" if kind == "Tỉnh" else f"Thành ủy {rest.removeprefix('phố ')}"
    return f"{body.removesuffix(' tỉnh')} {kind.lower()} {rest}"


def content(words: Tokens) -> Tokens:
    """Return the words without what joins them: “Thông tin Truyền thông” leaves out an “and”."""
    return tuple(word for word in words if word not in JOINS)
