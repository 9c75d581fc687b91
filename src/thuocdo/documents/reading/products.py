"""Whether words name what a task brings forth: a document, a thing that runs, something done and finished."""

import re
from functools import lru_cache

from thuocdo.documents.reading.spelling import bare

_LONGEST = 160
_WORDS = 9  # of an English product that only its participle shows
_LEADING = re.compile(
    r"^(?:[-+•*]\s*|\(?\d{1,3}[.)]?\s+|"
    r"(?:cac|mot so|mot|bo|ban|du thao|cuon|tap|nhung|at least|draft|the|an?|new)\s+)+"
)
_VI = re.compile(
    r"(?:quyet dinh|nghi quyet|nghi dinh|thong tu|luat|chi thi|thong bao|cong van|van ban|quy che|quy dinh|"
    r"quy trinh|quy hoach|quy chuan|tieu chuan|ke hoach|bao cao|de an|du an|de cuong|chuong trinh|"
    r"chien luoc|"
    r"to trinh|ho so|huong dan|so tay|tai lieu|danh muc|bien ban|hop dong|thoa thuan|hiep dinh|"
    r"mo hinh|he thong|"
    r"phan mem|nen tang|co so du lieu|csdl|bo tieu chi|tieu chi|bo chi so|lop|hoi nghi|hoi thao|cong trinh|"
    r"thiet bi|ban do|cam nang|giay|khung|cong thong tin|trang thong tin|san pham|ung dung|phuong an|"
    r"co che|chinh sach|lo trinh|y kien|so lieu|dich vu|chuyen muc|phong su|bang)\b(?! \d)"
)
_EN = re.compile(
    r"\b(?:report|plan|strateg(?:y|ies)|decision|resolution|decree|circular|regulation|guideline|guidance|law|"
    r"by-?law|act|bill|polic(?:y|ies)|budget|agreement|contract|memorandum|handbook|manual|register|registry|"
    r"database|system|platform|portal|framework|roadmap|standard|toolkit|curriculum|programme|program|"
    r"stud(?:y|ies)|survey|map|list|inventor(?:y|ies)|document|directive|instrument|proposal|protocol|"
    r"certificate|licen[cs]e|publication|website|app|application|dashboard|brief|paper|charter|code)s?\b"
)
_DONE = re.compile(
    r"\b(?:\w{3,}(?:ed|shed|ied)|built|held|made|set up|put up|laid|sent|taken|given|written|drawn up)\b|"
    r"\bin (?:place|operation|service|force|use|effect)\b|\b(?:operational|functional|available|online|live)$"
)
_STARTS_WITH_VERB = re.compile(
    r"(?:develop|establish|prepare|build|review|design|create|implement|conduct|complete|publish|update|"
    r"strengthen|improve|promote|support|ensure|provide|organi[sz]e|xay dung|to chuc|trien khai|hoan thien|"
    r"tham muu|ra soat|nang cao|day manh|tang cuong|thuc hien|phat trien)\b"
)


@lru_cache(maxsize=4096)
def is_product(text: str) -> bool:
    """Say whether the words name an output: by a noun, in English also by a participle."""
    words = " ".join(bare(text[:_LONGEST]).split())
    if not words or _STARTS_WITH_VERB.match(words):
        return False
    words = _LEADING.sub("", words)
    if _VI.match(words):
        return True
    if not text.isascii() or words.count(" ") >= _WORDS:
        return bool(text.isascii() and _EN.search(" ".join(words.split()[:4])))
    return bool(_EN.search(words) or _DONE.search(words))
