"""The forms of sentences that give a body a duty, in Vietnamese and English."""

import re

from thuocdo.documents.reading.helpers import VERBS

BODY = (
    r"(?:Bộ|Sở|Ban|Phòng|Hội|Cục|Vụ|Đoàn|Đài|Quỹ) (?=[A-ZÀ-ỸĐ])|(?:Các|các) (?:bộ|sở|ban|cơ quan|đơn vị|"
    r"địa phương|"
    r"tỉnh|huyện|xã|doanh nghiệp nhà nước|tổ chức chính trị)|Ủy ban|Uỷ ban|UBND|HĐND|Văn phòng|Hội đồng|"
    r"Ngân hàng|"
    r"Viện (?=[A-ZÀ-ỸĐ])|Công an|Tổng cục|Chi cục|Thủ tướng|Chính phủ|Quốc hội|Chủ tịch|Thủ trưởng|"
    r"Người đứng đầu|Giám đốc|"
    r"Tòa án|Toà án|Mặt trận|Đảng (?:đoàn|ủy|uỷ)|Ban cán sự|Tập đoàn|Tổng công ty|Trung tâm (?=[A-ZÀ-ỸĐ])|"
    r"Kho bạc|Thanh tra|"
    r"Liên đoàn|Liên hiệp|Bảo hiểm|Thành ủy|Tỉnh ủy|Trường (?=[A-ZÀ-ỸĐ])|Đại học|Học viện|Cơ quan|Thống kê|"
    r"Trạm (?=[A-ZÀ-ỸĐ])|Bộ trưởng|Sở, |Bộ, "
)
VIETNAMESE = re.compile(
    rf"^(?:[^.;:]{{0,60}}?\b(?:[Gg]iao(?: cho)?|[Yy]êu cầu|[Đđ]ề nghị|"
    rf"[Pp]hân công)\s+)?(?P<who>(?:{BODY})[^.;:]{{0,220}}?)"
    rf"(?:\s*:\s*|,?\s+(?=(?:{VERBS})\b))(?P<deed>\S.*)?$",
    re.DOTALL,
)
INSTITUTION = re.compile(
    r"\b(?:ministr|minister|department|agenc|office|commission|committee|council|authorit|bureau|bank|"
    r"institute|"
    r"directorate|secretariat|board|cent(?:er|re)s?\b|universit|government|inspectorate|provinces|localities|"
    r"heads of|corporation|treasury|court|assembly|delegation|front\b|union|police|municipalit|county|"
    r"governor|mayor|"
    r"politburo|administration|association|chairpersons?|directors?|service\b)"
)
WITH_EN = (
    r"in (?:close )?(?:coordination|collaboration|cooperation|consultation|partnership|conjunction) with|"
    r"together with"
)
ENGLISH = re.compile(
    rf"^(?:(?:[^.;:]{{0,60}}?\b)?(?:[Aa]ssigns?|[Dd]irects?|[Rr]equests?|[Rr]equires?|[Ii]nstructs?|"
    rf"[Tt]asks?)\s+)?"
    rf"(?:[Tt]he\s+)?(?P<who>[A-Z][^.;:]{{1,200}}?)(?:,?\s+(?P<with>(?:{WITH_EN})\s+[^.;]{{2,300}}?))?,?"
    r"(?:\s*:\s*|\s+(?:shall|will|must)\b,?\s*|\s+(?:(?:is|are) (?:responsible for|assigned to|"
    r"tasked (?:with|to)|required to|directed to|"
    r"requested to)|takes? the lead(?: in)?|leads?)\s+)(?P<deed>\S.*)?$",
    re.DOTALL,
)
_STILL_BODIES = (
    r"(?:các|những|một số|và|cơ quan|địa phương|bộ|ngành|sở|đơn vị|tỉnh|doanh nghiệp|tổ chức|ủy ban|uỷ ban|"
    r"the (?:[A-Z]|relevant|other|local|provincial|concerned|ministr|agenc|people)|"
    r"and|relevant|other|local|provincial|ministr|agenc|concerned|people)"
)
ASSIGNED = re.compile(
    r"^[^.;:]{0,60}?\b(?:[Aa]ssigns?|[Dd]irects?|[Rr]equests?|[Rr]equires?|[Ii]nstructs?|"
    r"[Tt]asks?)\s+(?:[Tt]he\s+)?"
    r"(?P<who>[A-Z][^.;:]{1,200}?)\s+(?:to|with)\s+(?P<deed>\S.*)$",
    re.DOTALL,
)
STRONG = re.compile(
    r"chủ trì|có trách nhiệm|chịu trách nhiệm|\b[Gg]iao\b|[Pp]hân công|[Yy]êu cầu|[Đđ]ề nghị|\bshall\b|"
    r"responsible|"
    r"\btake the lead|[Aa]ssign|[Ii]nstruct|tasked|directed to"
)
COORDINATE = re.compile(
    rf"(?:,\s*|\b)(?:(?:chủ trì,?\s*)?phối hợp(?: chặt chẽ)?(?: với| cùng)?|"
    rf"{WITH_EN})\s+(?P<who>[^.;:]{{2,300}}?)"
    rf"(?=\s*(?:,\s*(?:{VERBS}|to|shall|will|and\b(?! [A-Z]))\b|\s(?:{VERBS}|để|trong việc)\b|"
    rf",\s+(?=[a-z])(?!{_STILL_BODIES})|,?\s+to\s|[.;:]|$))"
)
PASSIVE = re.compile(r"be (?!responsible)|(?:enter|take|come|apply|mean|include|consist)s?\b")
MUST = re.compile(r"\b(?:shall|must|to)\b|responsible|lead")
LEADING = re.compile(
    r"^(?:chủ trì(?:,)?\s*|có trách nhiệm\s*|chịu trách nhiệm\s*(?:về\s+)?|"
    r"take the lead,?\s*(?:in\s+)?(?:and\s+)?|be responsible for\s+|"
    r"lead(?: in)?,?\s+(?:and\s+)?)+"
)
BEHIND = re.compile(
    r"^(?P<deed>[^()]{8,}?)\s*\((?:(?:do|giao)\s+)?(?P<who>[^();:]{2,120}?)\s+chủ trì"
    r"(?:\s*[;,]\s*(?:và\s+)?(?P<with>[^();:]{2,200}?)\s+(?:cùng\s+)?phối hợp(?: thực hiện)?)?"
    r"(?:\s*[;,]\s*[^()]*)?\)",
    re.DOTALL,
)
"""“Vẽ bản đồ rừng (Sở A chủ trì; Sở B phối hợp; xong trước …)”: the bodies stand behind the work."""
