"""Whether a figure in a sentence is a goal, decided by the words around it, and how surely."""

import re
from dataclasses import dataclass

from thuocdo.documents.reading.figures import Figure
from thuocdo.documents.reading.passages import Stage

MOST = 0.6
"""No aim out of prose is surer than this: a person decides whether it is one."""
_LIKELY, _DOUBTFUL, _UNSURE = 0.5, 0.4, 0.3
_ABOUT_COST = 0.1
_NEAR = 60
_COMMAND = 4
_GOAL = re.compile(
    r"\b(?:giải quyết|tạo|sắp xếp|di dời|xử lý|đạt|chiếm|tăng|giảm|còn|duy trì|phấn đấu|bảo đảm|đảm bảo|"
    r"hoàn thành|thu hút|bố trí|dành|trích|hình thành|"
    r"xây dựng|đào tạo|thành lập|nâng|đưa|ở mức|triển khai|phát triển|tối thiểu|cần|phải|hỗ trợ|phủ|cắt giảm|"
    r"rút ngắn|"
    r"will|shall|must|should|reach|achiev|attain|account|increas|ris(?:e|ing)|rais|grow|reduc|cut|decreas|"
    r"lower|"
    r"maintain|keep|ensur|allocat|spend|attract|establish|train|build|complet|cover|set aside|target|aim|"
    r"halv|"
    r"relocat|creat|launch|issue|deploy|install|connect|equip|support|expand|bring|provide|goal|strive|"
    r"commit)"
)
# A goal verb right before a bare figure: “đào tạo 500 cán bộ”, “train 500 officers”.
_GOVERNS = re.compile(
    r"\b(?:đạt|chiếm|tăng|giảm|còn|hoàn thành|thu hút|hình thành|xây dựng|đào tạo|thành lập|có|nâng|đưa|"
    r"ở mức|triển khai|"
    r"phát triển|gấp|hỗ trợ|xuống|lên|mới|thêm|được|trồng|trồng mới|duy trì|cấp|huy động|giải ngân|công bố|"
    r"ban hành|số hóa|số hoá|tuyển|cải tạo|"
    r"kết nối|khởi công|phát hành|sản xuất|xuất khẩu|đón|nâng cấp|lắp đặt|công nhận|"
    r"reach|achieve|attain|have|increase|reduce|cut|decrease|lower|maintain|attract|establish|train|build|"
    r"complete|"
    r"cover|create|launch|deploy|install|connect|equip|support|provide|plant|be|to|by|open|train up|"
    r"construct|form|"
    r"targeted at|set at|planting|publish|issue|release|recruit|mobili[sz]e|digiti[sz]e|develop|restore|"
    r"rehabilitate|reaching|training|"
    r"building|attracting|establishing|creating|exceed|total|house)"
    r"(?:\s+(?:thêm|được|mới|bình quân|trung bình|tổng số|là|an average of|a total of|another|further|out|"
    r"some|"
    r"mức|khoảng|about|up|từ|from|between|usd|vnd|eur|us))*\s*[$€]?\s*$"
)
_PAST = re.compile(
    r"\bđã\b|\bvừa (?:qua|được)|\btính đến\b|\bhiện (?:nay|có|tại|đang|đạt|còn|chiếm|mới)\b|\btrước đây\b|"
    r"\bcùng kỳ\b|"
    r"\bước (?:đạt|tính)\b|"
    r"\b(?:has|have|had)\s+(?:been\s+|already\s+|now\s+|also\s+|so far\s+)*(?!to\b|at\b|an?\b|the\b|over\b|"
    r"more\b)"
    r"(?:\w+(?:ed|en|wn|un|ne)|met|built|set|made|put|led|held|spent|sent|risen|cut|brought|paid|got)\b|"
    r"\b(?:was|were|reached|accounted|amounted|stood|rose|fell|grew|attained|totall?ed|exceeded|dropped|"
    r"doubled|"
    r"tripled|previously|already|currently|today|at present|last year|previous year|year-on-year|"
    r"a year earlier)\b|"
    r"\b(?:up|down) from\b|"
    r"\b(?:trained|attracted|recorded|issued|increased|decreased|created|declined)\s+(?:(?:by|from|to|"
    r"more than|over|"
    r"about|some|a total of)\s+)*$"
)
# What puts the whole sentence into the past, wherever the figure stands in it.
_TIME_PAST = re.compile(
    r"\b(?:năm|tháng|thời gian|nhiệm kỳ|giai đoạn) (?:vừa )?qua\b|\btrong những năm qua\b|\bđến nay\b|"
    r"\btính đến\b|"
    r"\bvừa rồi\b|\b(?:over|in|during) the (?:past|last)\b|\bso far\b|\bto date\b|\bas of\b|\bin recent\b|"
    r"\bcho thấy\b|\bghi nhận\b|\b(?:surveys?|reviews?|stud(?:y|ies)|data|figures|assessments?|audits?)\b"
    r"[^.;]{0,40}\b(?:shows?|showed|shown|found|suggests?|indicates?)\b"
)
_FUTURE = re.compile(
    r"\b(?:phấn đấu|mục tiêu|chỉ tiêu|sẽ|phải|tiếp tục|will|shall|must|should|goal|target|aims?|strive|"
    r"commit|"
    r"increased to at least|is to|are to|to be)\b"
)
_RATES = re.compile(
    r"\b(?:thuế suất|lãi suất|mức thuế|mức phạt|phí|lệ phí|thuế|tax|interest rates?|vat|fees?|penalt\w+|fine|"
    r"discount|tariff|price|giá)\b[^,;]{0,30}$"
)
_CONDITION = re.compile(
    r"\b(?:đối với|trường hợp|nếu|khi có|có (?:vốn|quy mô|doanh thu|giá trị|diện tích|tổng mức|sử dụng)|if|"
    r"whose|where|"
    r"projects? (?:of|with|worth)|in case|those with|companies with|contracts?)\b[^,;]{0,60}$"
)
_GENERIC = re.compile(
    r"\s*(?:nhóm\s+)?(?:nhiệm vụ|giải pháp|nội dung|chương|phần|điều|bước|trụ cột|lĩnh vực|nguyên tắc|"
    r"mục tiêu|"
    r"quan điểm|vấn đề|yêu cầu|ngành, lĩnh vực|đột phá|tasks|solutions|measures|pillars|sections|principles|"
    r"objectives|goals|areas|points|priorities|groups of|annexes|parts|steps|chapters|breakthroughs)\b"
)
_DEFINITE = re.compile(r"\b(?:the|these|those|all|cả|các|những|trong số|này|our|its|of the|both)\s*$")
_SPAN = re.compile(
    r"(?:\b(?:mỗi|định kỳ|hằng|cứ|trong|sau|kể từ|every|each|within|after|next|past|last|over|in|kế hoạch|"
    r"nhiệm kỳ|for|during|các|trước|before|once every)\s*(?:vòng\s+|the\s+|next\s+|past\s+|coming\s+|"
    r"thời hạn\s+)*)$"
)
_COUNTED_FROM = re.compile(
    r"\s*(?:làm việc\s*)?(?:kể từ|tính từ|từ (?:khi|ngày)|sau khi|trước (?:khi|ngày|kỳ)|tới|qua|liền kề|tuổi|"
    r"liên tục|một lần|"
    r"working\s+|from|after|before|prior|following|of (?:receipt|the date)|ago|later|in advance|old|of age|"
    r"of service|"
    r"of experience|earlier|consecutive)"
)
_REACH = re.compile(r"\b(?:bán kính|phạm vi|cách|cự ly|within|radius of|distance of)\s*$")
_REACHES = re.compile(
    r"\b(?:phấn đấu|đạt(?: mức)?|(?:will|shall|must|to|should) (?:reach|be|have|attain))\s*(?:usd\s*|"
    r"[$€]\s*)?$"
)
_STRETCH = re.compile(r"\b20\d\d\s*(?:-|đến(?: năm)?|to)\s*(20\d\d)\b")
_AHEAD = re.compile(
    r"\b(?:năm tới|(?:mỗi|hằng|hàng) năm|(?:next|coming|following) (?:\w+ )?years?|(?:every|each|per|a) year|"
    r"annually)\b"
)
_BASELINE = re.compile(r"\b(?:from|up from|down from|against|compared (?:to|with)|so với|so với mức)\s*$")
_PLACES_IN_A_TEXT = re.compile(
    r"\b(?:phần|chương|mục|điều|khoản|lần|kỳ|khóa|khoá|phiên|đợt|giai đoạn|bước|người|bên|cấp|"
    r"part|chapter|section|phase|stage|round|edition|meeting|session)\s*$"
)
_YEARS_OF = re.compile(r"\s*(?:years?|năm|days?|months?)\b")
_DAYS_FEWER = re.compile(r"(?:đạt|còn|xuống|reach|reaching|to|rút ngắn|of|lên)\s*$")
_DEONTIC = re.compile(r"^[^.;]{0,60}?\b(?:will|shall|must|should|sẽ|phải|cần|được)\b")


@dataclass(frozen=True, slots=True)
class Seen:
    """A figure with the words around it: `piece` is the part of the sentence that is about it.

    `follows` says that the figure before it in the sentence was an aim, `within` that it only says
    more about that one; `issued` is the year of the document.
    """

    words: str
    figure: Figure
    piece: tuple[int, int]
    stage: Stage = ""
    horizon: int | None = None
    issued: int | None = None
    follows: bool = False
    within: bool = False

    @property
    def before(self) -> str:
        """Return what stands before the figure."""
        return self.words[self.piece[0] : self.figure.start]

    @property
    def near(self) -> str:
        """Return the last words before the figure, whatever they are about."""
        return self.words[max(0, self.figure.start - _NEAR) : self.figure.start]

    @property
    def after(self) -> str:
        """Return what stands behind the figure."""
        return self.words[self.figure.end : self.piece[1]]

    @property
    def aims(self) -> bool:
        """Say whether a heading above announces aims."""
        return self.stage == "aims"

    @property
    def goal(self) -> bool:
        """Say whether a verb of reaching or giving stands beside the figure."""
        return bool(_GOAL.search(self.before) or _GOAL.search(self.after))

    @property
    def governed(self) -> bool:
        """Say whether such a verb stands right before the figure."""
        return self.figure.changed or bool(_GOVERNS.search(self.near))


def sureness(seen: Seen) -> float:
    """Return how sure it is that the figure is an aim, 0 when it is none."""
    if _is_past(seen):
        return 0.0
    decide = {"rank": _rank, "percent": _percent, "percent_per_year": _percent, "duration": _duration}
    sure = decide.get(seen.figure.kind, _count)(seen)
    return max(0.0, sure - _ABOUT_COST) if seen.figure.about else sure


def _is_past(seen: Seen) -> bool:
    """Say whether the sentence tells what is or was; a word of future beside the figure outweighs it."""
    if _BASELINE.search(seen.near) and not (seen.figure.printed or seen.figure.changed):
        return True
    if seen.horizon and seen.issued and seen.horizon < seen.issued:
        return True
    future = _FUTURE.search(seen.before) or _FUTURE.search(seen.after)
    piece = seen.words[seen.piece[0] : seen.piece[1]]
    if _PAST.search(seen.before) or _PAST.search(seen.after):
        return not future or bool(re.search(r"\bđã\b|\bwas\b|\bwere\b", piece))
    stretch = _STRETCH.search(seen.words)
    over = bool(stretch and seen.issued and int(stretch[1]) <= seen.issued)
    if over or _TIME_PAST.search(seen.words[: seen.piece[1]]):
        return not future
    return seen.stage == "results" and not (future or seen.horizon)


def _rank(seen: Seen) -> float:
    if seen.within:
        return 0.0  # “five universities in the top 500”: the five are the aim
    if _PLACES_IN_A_TEXT.search(seen.near):
        return 0.0  # “Phần thứ hai”, “lần thứ ba”
    return MOST if seen.figure.target.comparator == "<=" else _LIKELY if seen.aims or seen.goal else _UNSURE


def _percent(seen: Seen) -> float:
    figure, before = seen.figure, seen.before
    if seen.aims:
        return MOST if figure.printed or seen.goal else _LIKELY
    if _RATES.search(before) or (_CONDITION.search(before) and not seen.horizon):
        return 0.0
    if figure.printed or figure.target.upper:
        return MOST if seen.goal else _DOUBTFUL
    return _LIKELY if seen.goal or seen.horizon else _UNSURE


def _duration(seen: Seen) -> float:
    figure = seen.figure
    capped = figure.target.comparator in {"<=", "<"} and figure.printed
    if _COUNTED_FROM.match(seen.after) or (_SPAN.search(seen.near) and not capped):
        return 0.0
    if capped or (figure.printed and seen.aims) or _DAYS_FEWER.search(seen.near):
        return _LIKELY if seen.aims else _UNSURE
    return 0.0


def _count(seen: Seen) -> float:
    figure = seen.figure
    if _REACH.search(seen.near) or _YEARS_OF.match(seen.after):
        return 0.0
    if _CONDITION.search(seen.before) and not seen.horizon:
        return 0.0
    if figure.printed:
        return _bounded(seen)
    if figure.kind in {"ratio", "times"}:
        planned = seen.goal or seen.horizon or seen.follows
        return MOST if seen.aims else _LIKELY if planned else 0.0
    return _bare(seen)


def _bare(seen: Seen) -> float:
    """Judge a count without a comparator: under a heading of aims, or where a verb wants it."""
    figure = seen.figure
    counted = seen.words[figure.number : figure.number + _NEAR].lstrip("0123456789.,- ")
    if _GENERIC.match(counted) or _DEFINITE.search(seen.near):
        return 0.0
    if seen.aims:
        return _LIKELY if figure.target.upper or seen.goal or seen.governed else _UNSURE
    if not seen.horizon:
        ahead = seen.governed and _AHEAD.search(seen.words)
        return _UNSURE if ahead or _REACHES.search(seen.near) else 0.0
    return _DOUBTFUL if seen.governed else _UNSURE if _is_planned(seen) else 0.0


def _is_planned(seen: Seen) -> bool:
    """Say whether a bare count with a year is something to be brought about."""
    opens = not seen.before.strip(" ,") or seen.figure.target.upper
    commanded = 0 < len(seen.before.split()) <= _COMMAND and seen.piece[0] == 0
    about = seen.figure.about and seen.goal
    return bool(seen.follows or about or commanded or (opens and _DEONTIC.match(seen.after)))


def _bounded(seen: Seen) -> float:
    """Judge a count with a comparator: “at least” wants something, “over” often only tells it."""
    if seen.figure.target.comparator in {">=", "<="}:
        return MOST if seen.aims else _LIKELY if seen.goal or not seen.before.strip() else _UNSURE
    if seen.aims:
        return _LIKELY
    if seen.goal and (seen.governed or seen.horizon or not seen.figure.unit):
        return _DOUBTFUL
    return _UNSURE if seen.follows and seen.horizon else 0.0
