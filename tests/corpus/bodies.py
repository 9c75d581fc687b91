"""Bodies of one plan: which ones it may name, and how a cell prints and parts them."""

import re
from functools import cache

from tests.corpus.body_names import CENTRAL_SHORT, COMMUNE, OF_COUNTRY, PROVINCIAL_SHORT
from tests.corpus.body_names_en import ENGLISH_SHORT
from tests.corpus.body_names_offices import DEPARTMENT, MINISTRY, OTHER_SHORT
from tests.corpus.chance import ANNEXED, LATEST, ORDINARY, RANKED, SAMPLED, Dice, Pool
from tests.corpus.closed import bodies as closed
from tests.corpus.model import OneOf
from tests.corpus.nations import NATIONS

from thuocdo.core.country import names

SEPARATORS = {
    "vi": Pool(
        shared=[", ", "; ", "\n"],
        dev=[" và ", ";\n"],
        second=[",\n", " / ", " và ", "\n- "],
        third=["\n+ ", "\n* "],
        fourth=[";\n- ", "\n– ", ", … và "],
        fifth=["\n• ", ";\n+ "],
        sixth=[".\n- ", "; (#) ", "; … và "],
        seventh=[".\n+ ", ", (#) ", ";\n* "],
        eighth=[",\n- ", ";\n– ", ";\n• "],
        ninth=["\n· ", ",\n+ ", ",\n* "],
        tenth=["\n— ", ";\n· ", ", … cùng với "],
        usual=["\n- ", ",\n", " và "],
        eleventh=["\n▪ ", "\n#. "],
        twelfth=[";", ",", " ; ", " + "],
        thirteenth=["\n-", ";\n-", "\n\n"],
        held_out=closed.SEPARATORS["vi"],
        fresh=0.12,
        share=0.05,
    ),
    "en": Pool(
        shared=[", ", "; ", "\n"],
        dev=["/"],
        second=[" / ", ";\n", ",\n", " & ", "\n• "],
        third=[" and ", "\n- ", "\n· "],
        fourth=[";\n- ", "\n– ", ", … and "],
        fifth=["\n* ", "; …; and "],
        sixth=[";\n• ", "; (#) ", " + "],
        seventh=[", (#) ", ";\n* ", "; … and "],
        eighth=[",\n- ", ";\n– ", ", … & "],
        ninth=[",\n• ", ".\n- ", ", … as well as "],
        tenth=[";\n· ", "\n— ", ", … plus "],
        usual=[" and ", ";\n", "\n• "],
        eleventh=["\n▪ ", "\n#. "],
        twelfth=[";", ",", " ; ", ";\n\n"],
        thirteenth=["\n-", ";\n-", "\n\n"],
        held_out=closed.SEPARATORS["en"],
        fresh=0.12,
        share=0.05,
    ),
}


COMMUNE_ISSUERS = ("UBND xã ", "Đảng ủy xã ")
CITY_ISSUERS = ("UBND thành phố ", "Thành ủy ")
WARD_ISSUERS = ("UBND phường ", "Đảng ủy phường ")


def _passed_over(dice: Dice, pool: Pool) -> list[str]:
    """Return the bodies of other parts that a plan of the ordinary parts does not name."""
    known = [name for name in pool.of[dice.pool] if name not in pool.own[dice.pool]]
    return dice.some(known, len(known) // 2) if dice.pool in ORDINARY else []


def _urban(name: str) -> bool:
    """Say whether a body stands in wards alone."""
    return any(word in name for word in ("dân phố", "đô thị", "Đô thị", "chung cư"))


def _met(dice: Dice, pool: Pool) -> list[str]:
    """Return the bodies of a pool; in the newest part only a few of the rarer ones, as one plan has them."""
    if dice.pool not in RANKED:
        return pool.of[dice.pool]
    rarer = pool.own[dice.pool]
    left_out = dice.some(list(rarer), len(rarer) * 2 // 3 if dice.pool not in ORDINARY else len(rarer) // 4)
    left_out += _passed_over(dice, pool)
    if "Phòng Kinh tế, Hạ tầng và Đô thị" in set(rarer) - set(left_out):
        left_out.append("Phòng Kinh tế")
    return [name for name in pool.of[dice.pool] if name not in left_out]


def _office(dice: Dice, country: str, issuer: object) -> list[str]:
    """Return the bodies within a department, or within a ministry, that gives its plan to its own ones."""
    known = [str(name) for name in issuer.values] if isinstance(issuer, OneOf) else [""]
    if dice.pool in SAMPLED and known[0].startswith("Sở "):
        return DEPARTMENT.of[dice.pool]
    ministry = country == "vn_central" and all(name.startswith("BỘ ") for name in known)
    return MINISTRY.of[dice.pool] if dice.pool in ORDINARY and ministry and dice.often(0.6) else []


def single(names: list[str], without: list[str]) -> list[str]:
    """Return those of the names that name one body and no group of them."""
    groups = ("Các ", "UBND ", "Provincial", "Line ", "Relevant ", "Ministries", "Local", "Private", "Civil")
    others = ("Development Partners", "Community", "Voluntary", "Non-gov", "County Gov")
    return [name for name in names if not name.startswith(groups + others) and name not in without]


def of_plan(dice: Dice, country: str, issuer: object) -> list[str]:
    """Return the bodies that one plan may name: in the later parts of its issuer's nation, or of any one."""
    if isinstance(issuer, OneOf) and str(issuer.values[0]).startswith(COMMUNE_ISSUERS):
        return [name for name in _met(dice, COMMUNE) if not (dice.pool in LATEST and _urban(name))]
    if isinstance(issuer, OneOf) and str(issuer.values[0]).startswith(WARD_ISSUERS):
        return [name.replace(" xã", " phường") for name in _met(dice, COMMUNE)]
    office = _office(dice, country, issuer)
    if office:
        return office
    names = _met(dice, OF_COUNTRY[country]) if country.startswith("vn") else OF_COUNTRY[country].of[dice.pool]
    if dice.pool in RANKED and isinstance(issuer, OneOf) and str(issuer.values[0]).startswith(CITY_ISSUERS):
        return [name.replace(" tỉnh", " thành phố").replace("Tỉnh ủy", "Thành ủy") for name in names]
    nations = NATIONS.get(dice.pool, {}).get(country, [])
    if not nations:
        return names
    every = [*nations, *NATIONS["eleventh"][country]] if dice.pool in SAMPLED else nations
    every = [*every, *NATIONS["twelfth"][country]] if dice.pool in ORDINARY else every
    every = [*every, *NATIONS["thirteenth"][country]] if dice.pool in ANNEXED else every
    own = next((nation for nation in every if issuer in nation), None) or dice.one(nations)
    foreign = set().union(*every) - own | set(_passed_over(dice, OF_COUNTRY[country]))
    return [name for name in names if name not in foreign]


NUMBER = "#"
"""Stands for the number of each name, the first one included."""
LINES = "\n#. "
"""Numbers of names that stand on a line each."""
BETWEEN = "…"
"""Stands between the mark that parts names and the one that parts the last two."""
LIST_MARKS = (
    "\n▪ ",
    ";\n· ",
    "\n— ",
    ",\n+ ",
    ",\n* ",
    ",\n• ",
    ".\n+ ",
    ";\n* ",
    ".\n- ",
    ",\n- ",
    ",\n– ",
    ";\n- ",
    ";\n– ",
    ";\n• ",
    ";\n+ ",
    "\n- ",
    "\n• ",
    "\n+ ",
    "\n* ",
    "\n· ",
    "\n– ",
    ";\n-",
    "\n-",
)


def in_line(text: str) -> str:
    """Return a list of names without the marks that begin its lines."""
    if text.startswith("1. ") and "\n2. " in text:
        text = re.sub(r"\n\d\. ", ", ", text.removeprefix("1. "))
    for mark in LIST_MARKS:
        text = text.removeprefix(mark[mark.index("\n") + 1 :]).replace(mark, ", ")
    return text


def separator(dice: Dice, language: str, chosen: list[str]) -> str:
    """Return a separator that leaves no doubt where a name with a comma or a joining word ends."""
    for _try in range(20):
        mark = dice.one(dice.habit("separator", SEPARATORS[language], 3))
        if mark.strip() == "," and any("," in name for name in chosen) and language == "en":
            continue
        if (
            mark.strip() in {"và", "and", "&", "/", "+"}
            and mark != "\n+ "
            and (len(chosen) != 2 or any(" and " in name or "và" in name or "," in name for name in chosen))
        ):
            continue
        if BETWEEN in mark and any(mark.split(BETWEEN)[1].strip() in name or "," in name for name in chosen):
            continue
        return mark
    return "; "


def printed(dice: Dice, country: str, name: str, chance: float) -> str:
    """Return the name as a document may print it: short, or as it is."""
    shorts = {"vn_central": CENTRAL_SHORT, "vn_province": PROVINCIAL_SHORT}
    if dice.pool in LATEST:
        shorts |= ENGLISH_SHORT
    short = shorts.get(country, {}).get(name)
    if dice.pool in SAMPLED:
        short = (*(short or ()), *OTHER_SHORT.get(name, ()))
    return dice.one(short) if short and dice.often(chance) else name


def misprinted(dice: Dice, name: str) -> str:
    """Return the name with one letter wrong."""
    places = [i for i, letter in enumerate(name) if i > 4 and letter.isalpha() and letter.islower()]
    place = dice.one(places)
    kind = dice.one(["drop", "double", "swap"])
    if kind == "drop":
        return name[:place] + name[place + 1 :]
    return (
        name[:place]
        + (name[place] if kind == "double" else dice.one("abcdehn"))
        + name[place:][kind == "swap" :]
    )


def joined(dice: Dice, language: str, words: list[str]) -> str:
    """Return the names in one cell."""
    if len(words) == 1:
        return words[0]
    mark = separator(dice, language, words)
    if mark in LIST_MARKS:
        return mark[mark.index("\n") + 1 :] + mark.join(words)
    if mark == LINES:
        return "\n".join(f"{place}. {word}" for place, word in enumerate(words, 1))
    if NUMBER in mark:
        places = [f"({place}) {word}" for place, word in enumerate(words, 1)]
        return mark.split(" ", maxsplit=1)[0].join([places[0], *(f" {one}" for one in places[1:])])
    if BETWEEN in mark:
        first, last = mark.split(BETWEEN)
        return first.join(words[:-1]) + last + words[-1]
    return mark.join(words)


def canonical(name: str, aliases: dict[str, str]) -> str:
    """Return the one name that all spellings of a body share, for comparing."""
    plain = " ".join(aliases.get(name, name).split())
    return _known().get(_key(plain), _key(plain))


OTHER_TONES = dict(
    zip(
        ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"],
        ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"],
        strict=True,
    )
)
"""Both ways to place a tone write the same word."""


def _key(name: str) -> str:
    folded = (
        name.casefold()
        .replace("’", "'")
        .replace("vietnam", "viet nam")
        .replace("ủy ban nhân dân", "ubnd")
        .replace("uỷ ban nhân dân", "ubnd")
    )
    folded = re.sub(r"(o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])\b", lambda found: OTHER_TONES[found[0]], folded)
    return re.sub(r"\s+", " ", folded).strip(" .;,")


def known(name: str) -> bool:
    """Say whether a reader can know the name from the country's list, and so mend a misprint of it."""
    return _key(name) in _known()


@cache
def _known() -> dict[str, str]:
    found: dict[str, str] = {}
    for name in names():
        for word in (name.name_vi, name.name_en, *name.variants):
            found.setdefault(_key(word), name.code)
    return found
