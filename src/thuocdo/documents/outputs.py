"""What the output cell of a task asks for: its first noun says which document or proof satisfies it."""

import re

from thuocdo.core.text import fold
from thuocdo.documents.proofs import PERSON, Part

_MOST_PARTS = 12
_ALTERNATIVES = re.compile(r"\s*(?:/|\bhoac\b|\bor\b)\s*")
_PARTS = re.compile(r"\s*(?:;|\n|\bva ban hanh\b)\s*")
_COUNTED = re.compile(r"^(?:toi thieu |it nhat |at least )?(\d{1,2}) ")
_LEADING = re.compile(
    r"^(?:[-+•*]|\(?\d{1,2}[.)]|[a-z]\)|ban hanh|phe duyet|cong bo|trinh|xay dung|hoan thanh|cac|mot so|mot"
    r"|du thao|bo (?=luat\b)|the|an?|new|toan bo|duoc (?:ban hanh|phe duyet))\s+"
)
_NOUNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"ho so|dossier", ("dossier",)),
    (r"de xuat|to trinh|kien nghi|phuong an|proposal|submission", ("proposal",)),
    (r"bao cao|report", ("report",)),
    (r"thong tu|circular", ("minister_decision",)),
    (r"nghi dinh|decree", ("decree",)),
    (
        r"nghi quyet (?:so \S+ )?(?:cua )?(?:quoc hoi|ubtvqh)|resolution of the national assembly",
        ("assembly_resolution",),
    ),
    (
        r"nghi quyet (?:so \S+ )?(?:cua )?chinh phu|(?:government|govt) resolution",
        ("government_resolution",),
    ),
    (
        r"(?:cac )?(?:van ban|quy dinh) (?:quy pham )?phap luat|legal (?:normative )?(?:act|document)",
        ("normative_act",),
    ),
    (r"nghi quyet|resolution", ("government_resolution", "normative_act")),
    (r"luat|law", ("law",)),
    (
        (
            r"quyet dinh (?:phe duyet .{0,80})?(?:cua )?(?:thu tuong|ttg)"
            r"|.{0,40}prime minister.{0,3} decision"
            r"|decision (?:of|by) the prime minister"
        ),
        ("pm_decision",),
    ),
    (r"quyet dinh (?:cua )?(?:bo truong|bo\b)|minister.{0,3} decision", ("minister_decision",)),
    (r"quyet dinh phe duyet|approved \w+", ("approved_scheme",)),
    (r"van ban huong dan", ("guidance",)),
    (
        (
            r"quyet dinh|van ban|quy che|quy dinh|quy trinh|co che|chinh sach|decision|regulation|mechanism"
            r"|policy|policies|procedure"
        ),
        ("competent_decision",),
    ),
    (r"chi thi|directive", ("guidance",)),
    (r"de an|chien luoc|du an|scheme|strategy|project|roadmap|lo trinh", ("approved_scheme",)),
    (r"chuong trinh (?:phat thanh|truyen hinh|dao tao|tap huan)|(?:training|broadcast)", ("running",)),
    (r"chuong trinh|programme?\b", ("approved_scheme",)),
    (r"ke hoach|action plan|plan", ("plan",)),
    (r"huong dan|so tay|cam nang|tai lieu|guid\w+|handbook|manual", ("guidance",)),
    (r"tieu chuan|quy chuan|standard", ("standard",)),
    (r"danh muc|list|catalogue|.{0,60}duoc cong bo", ("published_list",)),
    (r"thoa thuan|ban ghi nho|hiep dinh|bien ban|agreement|memorandum", ("agreement",)),
    (r"bo (?:chi so|tieu chi)|khung|framework|index|criteria", ("competent_decision",)),
    (
        (
            r"nen tang|he thong|co so du lieu|csdl|trung tam|cong |cong cu|ung dung|phan mem"
            r"|ha tang|mang "
            r"|khu |san |chuyen muc|dich vu|ket noi|platform|system|database|cent(?:re|er)|portal|application"
            r"|software"
            r"|network|service|tool"
        ),
        ("running",),
    ),
)
_HEAD_NOUN = re.compile(r" (?:of|for|on|to|in|and|by|with|is|are|approved|issued|adopted|published|,) ?")
_READ = tuple((re.compile(pattern), needs) for pattern, needs in _NOUNS)


def required_parts(output: str | None) -> tuple[Part, ...]:
    """Return what the words of an output ask for; what no rule reads asks for a person's judgement.

    An empty cell gives nothing. “/” and “or” are alternatives, “;” and new lines are parts.
    """
    found: list[Part] = []
    for words in _PARTS.split("\n".join(map(fold, (output or "").split("\n"))))[:_MOST_PARTS]:
        words = words.strip(" .,")  # noqa: PLW2901  the same words, trimmed
        if not words:
            continue
        counted = _COUNTED.match(words)
        needs = tuple(dict.fromkeys(need for piece in _ALTERNATIVES.split(words) for need in _needs(piece)))
        minimum = int(counted[1]) if counted else 1
        found.append(Part(str(len(found) + 1), needs or (PERSON,), minimum))
    return tuple(found)


def _needs(words: str) -> tuple[str, ...]:
    words = _COUNTED.sub("", words.strip())
    while (shorter := _LEADING.sub("", words)) != words:
        words = shorter
    last = _HEAD_NOUN.split(words)[0].rpartition(" ")[
        2
    ]  # in English the noun stands last: “a national platform”
    return next((needs for text in (words, last) for pattern, needs in _READ if pattern.match(text)), ())
