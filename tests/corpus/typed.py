"""Words that a worksheet keeps as a number, a share or a day, and how people may read them back."""

import datetime as dt
import re
from dataclasses import dataclass, replace

from tests.corpus.model import UNSCORED, OneOf, Plan, Truth
from tests.corpus.moments import MONTHS


@dataclass(frozen=True)
class Typed:
    """The value of a cell, the form that shows it, and the words in which it may be read."""

    value: int | float | dt.date
    form: str
    words: tuple[str, ...]


def typed(text: str, language: str) -> Typed | None:
    """Return what a worksheet makes of words that somebody types, or nothing where they stay words."""
    return _day(text, language) or _share(text) or _number(text, language)


def _day(text: str, language: str) -> Typed | None:
    if language == "vi":
        found = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(20\d\d)", text)
        if not found:
            return None
        day, form = dt.date(*(int(found[place]) for place in (3, 2, 1))), "dd/mm/yyyy"
        shown = f"{day:%d/%m/%Y}"
    else:
        found = re.fullmatch(rf"(\d{{1,2}}) ({'|'.join(MONTHS)}) (20\d\d)", text)
        if not found:
            return None
        day, form = dt.date(int(found[3]), MONTHS.index(found[2]) + 1, int(found[1])), "d mmmm yyyy"
        shown = text
    return Typed(day, form, (text, shown, day.isoformat()))


def _share(text: str) -> Typed | None:
    found = re.fullmatch(r"(\d{1,3})(?:[.,](\d))?%", text)
    if not found:
        return None
    whole = f"{found[1]}.{found[2]}" if found[2] else found[1]
    form = "0.0%" if found[2] else "0%"
    return Typed(round(float(whole) / 100, 4), form, (text, f"{whole}%", f"{whole.replace('.', ',')}%"))


def _number(text: str, language: str) -> Typed | None:
    thousands, point = (".", ",") if language == "vi" else (",", ".")
    if re.fullmatch(rf"[1-9]\d{{0,2}}(?:\{thousands}\d{{3}})+", text):
        digits = text.replace(thousands, "")
        return Typed(
            int(digits), "#,##0", (text, digits, f"{int(digits):,}", f"{int(digits):,}".replace(",", "."))
        )
    if re.fullmatch(rf"\d{{1,3}}\{point}[1-9]", text):
        plain = text.replace(point, ".")
        return Typed(float(plain), "General", (text, plain, plain.replace(".", ",")))
    return None


def widened(truth: Truth, plan: Plan) -> Truth:
    """Return the truth where the words of typed cells may be read as a worksheet shows them anywhere."""
    return replace(
        truth,
        tasks=[replace(task, deadline_text=_read(task.deadline_text, plan)) for task in truth.tasks],
        indicators=[replace(aim, target_text=_read(aim.target_text, plan)) for aim in truth.indicators],
    )


def _read(value: object, plan: Plan) -> object:
    if value is UNSCORED:
        return value
    known = value.values if isinstance(value, OneOf) else (value,)
    found = [typed(item, plan.language) for item in known if isinstance(item, str)]
    more = [word for item in found if item for word in item.words if word not in known]
    return OneOf((*known, *more)) if more else value
