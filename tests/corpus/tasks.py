"""The tasks of one plan: their truth, and the words that their cells print."""

from dataclasses import replace

from tests.corpus import annexes, bodies, ordinary, progress, sampled, time_cells, words_en, words_vi
from tests.corpus.cell_words import DITTO, GROUPED, LABELS, LISTING, NEW_LABELS, NOBODY, THEME_WORDS, UNITS
from tests.corpus.chance import LATER, LATEST, NEWEST, RANKED, SAMPLED, Dice
from tests.corpus.deadlines import OF_COUNTRY
from tests.corpus.deadlines_yearless import under
from tests.corpus.model import NO_DUE, UNSCORED, OneOf, Task
from tests.corpus.rows import Printed, Section
from tests.corpus.style import Style

ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII"]
SUB = "abcde"
CODE_WORDS = ("Nhiệm vụ số ", "Nhiệm vụ ", "Việc ", "NV số ", "Line item ", "Action ", "ACTION ", "Activity ")
CODE_WORDS += ("AP ", "PPA ", "Item ")


class Writer:
    """Writes the rows of one plan."""

    def __init__(self, dice: Dice, country: str, style: Style, issuer: object = None) -> None:
        self.dice, self.country, self.style = dice, country, style
        self.words = words_vi if style.language == "vi" else words_en
        self.seen: set[str] = set()
        self.bodies = bodies.of_plan(dice, country, issuer)
        self.count = 0
        self.labels = LABELS[style.language]
        if dice.pool in NEWEST:
            self.labels = dice.one(NEW_LABELS[style.language])
        self.aliases: dict[str, str] = {}
        self.last: Printed | None = None
        self.fields = {column.field for column in style.columns}
        self.forms = 6 if dice.pool in RANKED else 9
        self.dashed = dice.pool in SAMPLED and dice.often(0.5)
        self.slip = (0, "")
        if "misnumbered" in style.flags:
            self.slip = (dice.number(3, 12), dice.one(["skipped", "twice"]))

    def sections(self) -> list[Section]:
        """Return all themes with their rows."""
        total = self.dice.weighted(
            {self.dice.number(15, 30): 0.5, self.dice.number(31, 60): 0.35, self.dice.number(61, 150): 0.15}
        )
        amount = 1 if self.style.themes == "none" else self.dice.number(2, 8)
        made: list[Section] = []
        for place in range(amount):
            section = self._section(place)
            share = max(2, total // amount + self.dice.number(-1, 1))
            for within in range(share):
                self._add(section, place, within)
            made.append(section)
            if "counted" in self.style.flags:
                annexes.count_tasks(section, self.style.language)
        if "subthemes" in self.style.flags:
            self._group(made)
        return made

    def _group(self, sections: list[Section]) -> None:
        """Put a title of a higher level above every two or three themes."""
        codes = iter("ABCD" if self.style.theme_codes == "roman" else ROMAN)
        place = 0
        while place < len(sections):
            sections[place].over = (next(codes), self._unseen(self.words.theme))
            place += self.dice.number(2, 3)

    def _section(self, place: int) -> Section:
        if self.style.themes == "none":
            return Section("", "", None, [])
        body = self._leader() if "grouped" in self.style.flags else ""
        due = None
        if "by_time" in self.style.flags:
            title, due = ordinary.period(self.style, place)
        else:
            title = self.grouped.format(body) if body else self._unseen(self.words.theme)
        code = {
            "roman": ROMAN[place], "letter": "ABCDEFGH"[place], "digit": str(place + 1), "none": "",
            "word": f"{self._theme_word()} {place + 1}",
        }[self.style.theme_codes]  # fmt: skip
        if self.style.themes == "column" or not code:
            return Section("", title, (UNSCORED, title), [], body, due=due)
        if self.style.theme_codes == "word":
            longer = OneOf((title, f"{code}: {title}", f"{code}. {title}"))
            return Section(code, title, (OneOf((code, str(place + 1))), longer), [], body, due=due)
        return Section(code, title, (code, title), [], body, due=due)

    def _leader(self) -> str:
        """Return a body that leads a group of tasks and has led none before."""
        if not hasattr(self, "grouped"):
            self.grouped, self.led = self.dice.one(GROUPED[self.style.language]), []
        self.led.append(self.dice.one(bodies.single(self.bodies, self.led)))
        return self.led[-1]

    def _theme_word(self) -> str:
        if not hasattr(self, "theme_word"):
            self.theme_word = self.dice.one(THEME_WORDS)
        return self.theme_word

    def _unseen(self, make: object) -> str:
        for _try in range(200):
            text = make(self.dice)
            key = text.rstrip(".").casefold()
            if key not in self.seen:
                self.seen.add(key)
                return text
        raise RuntimeError("The words are used up.")

    def _code(self, place: int, within: int) -> tuple[str, object]:
        form = self.style.number_form
        match self.style.numbers:
            case "running":
                code = str(self.count)
            case "restart":
                code = form.format(within + 1) if form != "pad" else f"{within + 1:02}"
                return code, UNSCORED
            case "dotted":
                code = f"{place + 1}.{within + 1}"
            case "lettered":
                code = (
                    f"{'ABCDEFGH'[place]}{within + 1}"
                    if self.dice.pool == "dev"
                    else f"{'ABCDEFGH'[place]}.{within + 1}"
                )
            case "worded":
                return f"Action {self.count}", OneOf((f"Action {self.count}", str(self.count)))
            case "coded":
                return self._coded(place, within)
            case numbers:
                self.inside = f"{place + 1}.{within + 1}" if self.style.theme_codes == "digit" else self.count
                return ("-" if numbers == "dashed" and self.dashed else ""), UNSCORED
        if form == "pad":
            return code.zfill(2), OneOf((code.zfill(2), code))
        return form.format(code), code

    def _coded(self, place: int, within: int) -> tuple[str, object]:
        """Return a code with letters, to which the word before its number may be said to belong or not."""
        steps = {"n": self.count, "theme": place + 1, "roman": ROMAN[place], "within": within + 1}
        code = self.style.code_form.format(**steps)
        bare = code
        for word in CODE_WORDS:
            bare = bare.removeprefix(word)
        if self.dice.pool in SAMPLED and bare.rstrip(".)") != code:
            return code, OneOf((code, bare.rstrip(".)")))
        return code, code

    def _add(self, section: Section, place: int, within: int) -> None:
        self.count += 1
        before = self.last
        twice = self._slipped()
        number, code = self._code(place, within)
        above = section.rows[-1] if section.rows else None
        may_have_parts = "subrows" in self.style.flags and self.style.numbers in {"running", "dotted"}
        parent = may_have_parts and isinstance(code, str) and self.dice.often(0.1)
        row = self._row(number, code, section, above)
        section.rows.append(row)
        self.last = row
        if twice and before is not None:
            # Nobody can tell which of the two is to keep the number.
            row.task.code = before.task.code = UNSCORED
        if not parent:
            return
        row.task.optional = True
        for name in row.cells:
            if name not in {"no", "title", "theme"}:
                row.cells[name] = ""
        row.joins, row.mark, row.nested = set(), "", False
        row.task = replace(Task(row.task.code, row.task.title, row.task.theme), optional=True)
        for letter in SUB[: self.dice.number(2, 3)]:
            sub = self._row(f"{letter})", f"{code}.{letter}", section, None)
            sub.sub = True
            section.rows.append(sub)

    def _slipped(self) -> bool:
        """Miscount once, as people do: leave a number out, or say that this one stands there twice."""
        place, kind = self.slip
        if self.count != place:
            return False
        self.slip = (0, "")
        self.count += 1 if kind == "skipped" else -1
        return kind == "twice"

    def _row(self, number: str, code: object, section: Section, above: Printed | None) -> Printed:
        title = self._unseen(self.words.title)
        theme = None if section.truth is None else section
        task = Task(code, title, theme)
        row = Printed(task, {"no": number, "title": title, "theme": section.title})
        if "footnotes" in self.style.flags and self.dice.often(0.06):
            row.mark = self.dice.one(["1", "2"])
            task.title = OneOf((title, f"{title}[{row.mark}]", f"{title} [{row.mark}]"))
        elif "bulleted" in self.style.flags and self.dice.often(0.12):
            self._steps(row, title)
        if self.style.numbers == "inside" or (self.style.numbers == "dashed" and not self.dashed):
            self._begin(row, "- " if self.style.numbers == "dashed" else f"{self.inside}. ")
        self._bodies(row, section.body)
        self._result(row)
        self._more(row)
        if above is not None and not above.task.optional and not above.sub:
            self._repeat(row, above)
        return row

    def _begin(self, row: Printed, mark: str) -> None:
        """Let the words of a task begin with its number or a dash, which no column of its own has."""
        row.cells["title"] = f"{mark}{row.cells['title']}"
        known = row.task.title.values if isinstance(row.task.title, OneOf) else (row.task.title,)
        row.task.title = OneOf((*known, *(f"{mark}{words}" for words in known)))

    def _steps(self, row: Printed, title: str) -> None:
        """Let the words of a task end with a list of its steps, which have no cells of their own."""
        words, mark = self.words, self.dice.one(["- ", "- ", "+ ", "• "])
        verbs = self.dice.some(words.VERBS, self.dice.number(2, 3))
        steps = [f"{verb} {self.dice.one(words.OBJECTS)}" for verb in verbs]
        opening = title.rstrip(".") + self.dice.one(LISTING[self.style.language])
        end = self.dice.one([".", ""])
        text = f"{opening}\n{mark}" + f";\n{mark}".join(steps) + end
        row.cells["title"] = text
        row.task.title = OneOf((text, f"{opening} {'; '.join(steps)}{end}"))

    def _bodies(self, row: Printed, lead: str) -> None:
        known = [name for name in self.dice.some(self.bodies, 8) if name != lead]
        count = self.dice.number(2, 3) if self.dice.often(self.style.rates["several"]) else 1
        leads, others = known[:count], known[count : count + self.dice.number(1, 3)]
        row.task.leads, row.cells["leads"] = self._names(leads)
        if lead:
            row.task.leads = (lead,)
        others_blank = self.dice.often(self.style.rates["blank"] * 2)
        if self.style.roles:
            self._roles(row, leads, others, *self.style.roles)
        elif "bodies" in self.fields:
            (row.task.coordinators, text) = self._names(others)
            labels = self.labels
            row.cells["bodies"] = f"{labels[0]}{row.cells['leads']}\n{labels[1]}{text}".replace("\n- ", ", ")
            if self.dice.pool in LATER:
                lists = (bodies.in_line(row.cells["leads"]), bodies.in_line(text))
                row.cells["bodies"] = f"{labels[0]}{lists[0]}\n{labels[1]}{lists[1]}"
        elif "coordinators" in self.fields:
            row.task.coordinators, row.cells["coordinators"] = self._names(others)
            if others_blank:
                row.task.coordinators, row.cells["coordinators"] = (), self._nobody()

    def _roles(self, row: Printed, leads: list[str], others: list[str], lead: str, support: str) -> None:
        """Write all bodies as one list in which each name carries its part in the work."""
        row.task.leads, row.task.coordinators = tuple(leads), tuple(others)
        words = [lead.format(word) for word in self._spelt(leads)]
        rest = [support.format(word) for word in self._spelt(others)]
        if not lead.endswith("*"):
            row.cells["bodies"] = bodies.joined(self.dice, self.style.language, [*words, *rest])
            return
        # A star finds the lead wherever it stands, and is no mark of a list.
        words = [*rest, *words] if self.dice.often(0.3) else [*words, *rest]
        row.cells["bodies"] = self.dice.one(["; ", "\n"]).join(words)

    def _names(self, chosen: list[str]) -> tuple[tuple[str, ...], str]:
        shown = self._spelt(chosen)
        return tuple(chosen), bodies.joined(self.dice, self.style.language, shown)

    def _spelt(self, chosen: list[str]) -> list[str]:
        shown = []
        for name in chosen:
            word = bodies.printed(self.dice, self.country, name, self.style.rates["short"])
            self.aliases[word] = name
            mendable = self.dice.pool not in LATER or bodies.known(name)
            may_err = word == name and self.country == "vn_central" and mendable
            if may_err and self.dice.often(self.style.rates["typo"]):
                word = bodies.misprinted(self.dice, name)
            elif "units" in self.style.flags and not self.style.roles and self.dice.often(0.15):
                word = self._with_unit(name, word)
            shown.append(word)
        return shown

    def _with_unit(self, name: str, word: str) -> str:
        """Return the printed name with one of the body's units behind it; the body is the same."""
        pool = next((UNITS[start] for start in UNITS if name.startswith(start)), None)
        if pool is None:
            return word
        longer = f"{word} ({self.dice.one(pool)})"
        self.aliases[longer] = name
        return longer

    def shorts(self) -> list[tuple[str, str]]:
        """Return some of the bodies that the plan shortens, each with its full name."""
        return [
            (word, name)
            for word, name in sorted(self.aliases.items())
            if len(word) < len(name) and "(" not in word
        ][:8]

    def _nobody(self) -> str:
        if self.dice.pool in LATEST and self.dice.often(0.25):
            return self.dice.one(NOBODY[self.style.language])
        return self._blank()

    def _blank(self) -> str:
        return self.dice.one(["-", "–"]) if self.dice.often(self.style.rates["dash"] * 4) else ""

    def _result(self, row: Printed) -> None:
        if "output" in self.fields:
            text = self.words.output(self.dice)
            row.cells["output"], row.task.output = text, text
            if self.dice.often(self.style.rates["blank"]):
                row.cells["output"], row.task.output = self._blank(), None
            elif "nested" in self.style.flags and self.dice.often(0.05):
                row.nested, row.task.output = True, UNSCORED
            elif "listed_outputs" in self.style.flags and self.dice.often(0.35):
                self._products(row)
        if time_cells.shown(self.dice, self.style, row):
            return
        if self.dice.often(self.style.rates["blank"]):
            blank = self._blank()
            row.cells["deadline"], row.task.deadline = blank, NO_DUE
            # The dash is empty to the reader, and yet the words of the cell.
            row.task.deadline_text = OneOf((None, blank)) if blank else None
            return
        if self.style.named:
            text, due = under(self.dice, self.style.language, self.style.named)
        else:
            text, due = self.dice.one(self.dice.habit("deadline", OF_COUNTRY[self.country], self.forms))(
                self.dice
            )
        text = text[0].upper() + text[1:] if self.dice.often(0.5) else text
        row.cells["deadline"], row.task.deadline_text, row.task.deadline = text, text, due

    def _products(self, row: Printed) -> None:
        """Write several products into one cell, each on a line with a mark."""
        products = self.dice.some(self.words.OUTPUTS, self.dice.number(2, 3))
        mark, end = self.dice.one(["- ", "- ", "+ ", "• "]), self.dice.one([";", "", "."])
        text = f"{mark}" + f"{end}\n{mark}".join(products) + ("." if end == ";" else end)
        joined = (f"{between} ".join(products) for between in (";", ",", ".", ""))
        last = text[-1] if text[-1] in ".;" else ""
        row.cells["output"] = text
        row.task.output = OneOf((text, *(f"{words}{dot}" for words in joined for dot in {"", last})))

    def _more(self, row: Printed) -> None:
        if "serves" in self.fields:
            number = str(self.dice.number(1, 140))
            shown = number if self.style.language == "vi" else f"Goal {number}"
            row.cells["serves"] = shown if self.dice.often(0.7) else ""
            row.task.serves = row.cells["serves"] or None
        language = self.style.language
        for name, pools in (("status", progress.STATUS), ("result", progress.RESULTS)):
            if name in self.fields:
                text = self.dice.one(pools[language]) if self.dice.often(0.8) else ""
                row.cells[name] = text
                setattr(row.task, f"{name}_text", text or None)
        if "notes" in self.fields:
            row.cells["notes"] = self.dice.one(progress.NOTES[language]) if self.dice.often(0.25) else ""
        if "money" in self.fields:
            row.cells["money"] = self.dice.one(progress.MONEY[language]) if self.dice.often(0.7) else ""
        for name in sorted(self.fields) if "budget_years" in self.style.flags else ():
            if name.startswith("money "):
                row.cells[name] = self.dice.one(sampled.AMOUNTS[language]) if self.dice.often(0.6) else ""
        for name in sorted(self.fields) if "register" in self.style.flags else ():
            if name.startswith("kept "):
                row.cells[name] = ordinary.entry(self.dice, language, name.removeprefix("kept "))
        if "more" in self.fields:
            row.cells["more"] = self.dice.one(self.style.more)

    def _repeat(self, row: Printed, above: Printed) -> None:
        flags = self.style.flags
        for name in ("leads", "coordinators", "deadline"):
            if name not in self.fields or not above.cells.get(name, "").strip("-– "):
                continue
            merged, chance = ("merged_leads", 0.35) if name == "leads" else ("merged_more", 0.3)
            if merged in flags and self.dice.often(chance):
                row.joins.add(name)
            elif "ditto" in flags and self.dice.often(0.2):
                row.cells[name] = self.dice.one(DITTO[self.style.language][self.dice.pool])
            else:
                continue
            self._take(row, above, name)

    def _take(self, row: Printed, above: Printed, name: str) -> None:
        if name in row.joins:
            row.cells[name] = above.cells[name]
        if name == "deadline":
            row.task.deadline = above.task.deadline
            earlier = above.task.deadline_text
            known = earlier.values if isinstance(earlier, OneOf) else (earlier,)
            row.task.deadline_text = OneOf((*known, row.cells[name]))
        else:
            setattr(row.task, name, getattr(above.task, name))
