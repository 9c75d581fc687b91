"""The indicators of one plan: tables by year, with one target, or with sections by horizon."""

from tests.corpus import headings, words_en, words_vi
from tests.corpus.aim_sources import GROUPS, SOURCES
from tests.corpus.aim_words import COMPARED, IN_WORDS, LATER_RANGES, RANGE, WITH_FIGURE
from tests.corpus.chance import LATER, NEWEST, SAMPLED, Dice, Pool
from tests.corpus.model import UNSCORED, Cell, Indicator, OneOf, Row, Table
from tests.corpus.moments import ROMAN
from tests.corpus.tasks import Writer


def make(dice: Dice, country: str, language: str, writer: Writer) -> tuple[list[Indicator], Table] | None:
    """Return the indicators and the table that prints them, or None where the plan has none."""
    if dice.often(0.45):
        return None
    mode = dice.weighted({"years": 0.45, "one": 0.4, "sections": 0.15})
    words = headings.OF_LANGUAGE[language]
    years = sorted(dice.random.sample(range(2025, 2031), dice.number(2, 3))) if mode == "years" else [2030]
    if mode == "one":
        years = [dice.one([2026, 2028, 2030])]
    order = ["no", "indicator"]
    order += ["unit"] if dice.often(0.8) else []
    order += ["baseline"] if dice.often(0.5) else []
    order += [f"target {year}" for year in years]
    if dice.often(0.7):
        order.insert(len(order) if dice.often(0.8) else 2, "monitor")
    if dice.often(0.06):
        order.remove("no")
    if dice.pool in NEWEST and dice.often(0.25):
        order.append("source")
    page = _Aims(dice, country, language, writer, order)
    rows = page.heads(words, years, mode)
    page.grouped = dice.pool in SAMPLED and mode != "sections" and dice.often(0.3)
    count = dice.number(5, 20) if mode == "years" else dice.number(5, 40)
    if mode != "sections":
        page.fill(rows, years, count, 0)
    else:
        for place, year in enumerate([2030, dice.one([2035, 2045])]):
            text = f"Đến năm {year}" if language == "vi" else f"By {year}"
            rows.append(_section(order, ["I", "II"][place], text))
            page.fill(rows, [year], count // 2, page.last)
    widths = [{"no": 1, "indicator": 7, "unit": 2, "monitor": 4, "source": 3}.get(name, 2) for name in order]
    return page.made, Table(rows, widths, "indicators")


def _section(order: list[str], code: str, text: str) -> Row:
    if order[0] != "no":
        return Row([Cell(text, columns=len(order), bold=True), *[None] * (len(order) - 1)], "section")
    return Row([Cell(code, bold=True), Cell(text, bold=True), *[Cell() for _ in order[2:]]], "section")


class _Aims:
    def __init__(self, dice: Dice, country: str, language: str, writer: Writer, order: list[str]) -> None:
        self.dice, self.country, self.language, self.writer, self.order = (
            dice,
            country,
            language,
            writer,
            order,
        )
        self.words = words_vi if language == "vi" else words_en
        self.made: list[Indicator] = []
        self.last = 0
        self.thousands = False
        self.grouped = False
        self.seen: set[str] = set()

    def heads(self, words: dict[str, Pool], years: list[int], mode: str) -> list[Row]:
        form = self.dice.one(words["target"])
        words = words | {"no": words["no_of_aims"]} if self.dice.pool in LATER else words
        words |= {"source": SOURCES[self.language][0]}
        plain = {name: self.dice.one(words[name]) for name in self.order if not name.startswith("target")}
        if mode == "sections":
            plain["target 2030"] = self.dice.one(
                ["Mục tiêu", "Kết quả"] if self.language == "vi" else ["Target"]
            )
        grouped = mode == "years" and self.dice.often(0.4)
        if not grouped:
            return [
                Row(
                    [Cell(plain.get(name) or form.format(y=name[7:]), bold=True) for name in self.order],
                    "head",
                )
            ]
        over = Cell(self.dice.one(words["targets"]), columns=len(years), bold=True)
        upper: list[Cell | None] = []
        lower: list[Cell | None] = []
        for name in self.order:
            year = name.startswith("target")
            upper.append(
                Cell(plain[name], rows=2, bold=True)
                if not year
                else over
                if name == f"target {years[0]}"
                else None
            )
            lower.append(Cell(name[7:], bold=True) if year else None)
        return [Row(upper, "head"), Row(lower, "head")]

    def fill(self, rows: list[Row], years: list[int], count: int, start: int) -> None:
        number = start
        titles = iter(enumerate(self.dice.some(GROUPS[self.language], 4)) if self.grouped else ())
        while number < start + count:
            if self.grouped and (number - start) % max(3, count // 3) == 0:
                place, title = next(titles, (0, ""))
                rows += [_section(self.order, ROMAN[place], title)] if title else []
            number += 1
            if "no" in self.order and len(years) == 1 and self.dice.often(0.05):
                self._parent(rows, str(number), years[0])
                continue
            self._one(rows, str(number), years, None)
        self.last = number

    def _parent(self, rows: list[Row], code: str, year: int) -> None:
        name = self._name()[0]
        rows.append(Row([Cell({"no": code, "indicator": name}.get(field, "")) for field in self.order]))
        self.made.append(Indicator(code, name, optional=True, horizon=year))
        for place in range(self.dice.number(2, 3)):
            self._one(rows, f"{code}.{place + 1}", [year], code)

    def _name(self) -> tuple[str, str]:
        for _try in range(100):
            name, unit = self.words.measure(self.dice)
            if name not in self.seen:
                self.seen.add(name)
                return name, unit
        name, unit = self.words.measure(self.dice)
        name += f" ({self.dice.number(2, 99)})"
        return name, unit

    def _one(self, rows: list[Row], code: str, years: list[int], parent: str | None) -> None:
        name, unit = self._name()
        texts = {"no": code, "indicator": name, "unit": unit}
        leads: tuple[str, ...] = ()
        if "monitor" in self.order:
            leads, texts["monitor"] = self.writer._names(
                self.dice.some(self.writer.bodies, 1 + self.dice.often(0.1))
            )
        value = self.dice.number(2, 60)
        self.thousands = unit != "%" and self.dice.often(0.05)
        texts["baseline"] = self._figure(value)
        pattern = self.dice.one(COMPARED[self.language])
        worded = self.dice.often(0.05)
        for year in years:
            value += self.dice.number(1, 12)
            text, targets = self._target(value, unit, pattern, worded=worded)
            texts[f"target {year}"] = text
            blank = "unit" not in self.order
            self.made.append(
                Indicator(
                    code if "no" in self.order else None,
                    name,
                    unit=OneOf((None, unit)) if blank else unit,
                    target_text=text,
                    targets=targets,
                    agencies=leads,
                    horizon=year,
                    parent=parent,
                )
            )
        if f"target {years[0]}" not in self.order:
            place = next(name for name in self.order if name.startswith("target"))
            texts[place] = texts[f"target {years[0]}"]
        if "source" in self.order:
            texts["source"] = self.dice.one(SOURCES[self.language][1])
        rows.append(Row([Cell(texts.get(field, "")) for field in self.order]))

    def _figure(self, value: int) -> str:
        if self.thousands:
            return f"{value}{'.' if self.language == 'vi' else ','}250"
        if self.dice.often(0.25):
            return f"{value}{',' if self.language == 'vi' else '.'}{self.dice.number(1, 9)}"
        return str(value)

    def _target(self, value: int, unit: str, pattern: tuple[str, str], *, worded: bool) -> tuple[str, object]:
        if worded and self.dice.pool in NEWEST and self.dice.often(0.4):
            return self.dice.one(WITH_FIGURE[self.language]), UNSCORED
        if worded:
            return self.dice.one(IN_WORDS[self.language]), (("qualitative", None, None, None),)
        form, comparator = pattern
        figure = self._figure(value)
        percent = "%" if unit == "%" and ("unit" not in self.order or self.dice.often(0.3)) else ""
        plain = f"{value}250" if self.thousands else figure.replace(",", ".")
        if self.dice.often(0.06) and not self.thousands:
            upper = value + self.dice.number(2, 5)
            low = plain.split(".", maxsplit=1)[0]
            form = self.dice.wider(RANGE, LATER_RANGES[self.language])
            return form.format(low + percent, f"{upper}{percent}"), (("range", low, str(upper), None),)
        return form.format(figure + percent), ((comparator, plain, None, None),)
