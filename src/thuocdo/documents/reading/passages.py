"""The prose of a document in passages: under which clause and heading each paragraph stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from thuocdo.documents.blocks import Block
from thuocdo.documents.reading.horizons import find_cues
from thuocdo.documents.reading.sentences import sentences
from thuocdo.documents.reading.spelling import bare, plain

Stage = Literal["aims", "results", "basis", "duties", ""]

_LABEL = re.compile(
    r"(?:(?P<article>(?:điều|article|chương|chapter|phần|part|mục|section)\s+(?P<which>\d{1,3}|"
    r"[IVXL]{1,6})\b\s*[.:)-]?)|"
    r"(?P<roman>[IVXL]{1,6})\s*[.)–—-]\s+|"
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})\s*[.)]\s+|(?P<dotted>\d{1,2}(?:\.\d{1,2}){1,3})\s+|"
    r"(?P<letter>[a-zđ]|dd)\)\s+|\(\s*(?P<bracket>\d{1,2}|[a-zđ])\s*\)[,.:]?\s+|"
    r"(?P<ordinal>(?:thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|bẩy|tám|chín|mười)|một là|hai là|ba là|bốn là|năm là|"
    r"sáu là|"
    r"bảy là|first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|fifth(?:ly)?|sixth(?:ly)?|seventh(?:ly)?|"
    r"eighth(?:ly)?|ninth(?:ly)?|tenth(?:ly)?)\s*[,:]\s*)|"
    r"(?P<bullet>[-+•*–—·▪○●]\s+))(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_EMPHASIS = re.compile(r"^(?:#{1,6}\s+|[*_]{1,3}(?=\S))+")
_ORDINALS = (
    ("nhất", "một", "first"),
    ("hai", "second"),
    ("ba", "third"),
    ("tư", "bốn", "fourth"),
    ("năm", "fifth"),
    ("sáu", "sixth"),
    ("bảy", "bẩy", "seventh"),
    ("tám", "eighth"),
    ("chín", "ninth"),
    ("mười", "tenth"),
)
_AIMS = re.compile(r"\b(?:mục tiêu|chỉ tiêu|tầm nhìn|objectives?|goals?|targets?|vision|aims?|kpis?)\b")
_RESULTS = re.compile(
    r"\b(?:tình hình|thực trạng|kết quả (?:đạt được|thực hiện)|bối cảnh|đánh giá (?:chung|tình hình|kết quả)|"
    r"hạn chế|"
    r"nguyên nhân|situation|background|context|achievements?|results (?:achieved|of)|shortcomings|"
    r"current state|"
    r"assessment of|sự cần thiết|necessity)\b"
)
_TASKS = re.compile(
    r"nhiệm vụ(?: và|,| -)? (?:trọng tâm|chủ yếu|giải pháp|cụ thể)|\bgiải pháp\b|\btasks\b|\bsolutions\b|"
    r"\bmeasures\b|"
    r"tổ chức thực hiện|\bimplementation\b|quan điểm|nguyên tắc|viewpoints?|principles"
)
_BASIS = re.compile(
    r"(?:can cu|pursuant to|having regard|theo de nghi|xet de nghi|at the (?:request|proposal))\b"
)
_ENDS = re.compile(r"(?:phu luc|appendix|annex|noi nhan|recipients?)\b|(?:tm|kt|tl|tuq)\.|t/m\b")
_HEADING = 160
_SHORT = 60
_FIRST_WORDS = 600
_LEVELS = {"article": 0, "roman": 0, "ordinal": 1, "number": 1, "dotted": 2, "letter": 4, "bracket": 4}


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of prose; `code` is its clause ("II.1"), `horizon` the year of the heading above."""

    code: str
    text: str
    place: dict[str, int]
    stage: Stage = ""
    horizon: int | None = None
    heading: bool = False
    opens: bool = False
    """Whether a number or letter opens it, so that a new clause begins."""
    listed: bool = False
    """Whether a bullet opens it."""


@dataclass(slots=True)
class _Frame:
    level: int
    label: str
    stage: Stage
    horizon: int | None


class Outline:
    """Walks down the paragraphs and remembers the headings that hold for the next one."""

    def __init__(self) -> None:
        self._frames: list[_Frame] = []
        self._loose: _Frame | None = None

    def passages(self, blocks: Sequence[Block]) -> list[Passage]:
        """Return the passages up to the list of recipients or the first annex."""
        found: list[Passage] = []
        for block in blocks:
            if _ENDS.match(bare(block.text[:40])):
                if found:
                    break
                continue
            if block.text:
                found.append(self._passage(block))
        return found

    def _passage(self, block: Block) -> Passage:
        text = _EMPHASIS.sub("", block.text)
        label = _LABEL.match(text)
        kind = _kind(label) if label else None
        rest = label["rest"].strip() if label else text
        words = plain(rest[:_FIRST_WORDS])
        if label and kind in _LEVELS:
            self._enter(_LEVELS[kind] + _depth(label, kind), _label(label, kind), words)
        elif kind is None:
            self._wander(words)
        else:
            self._point(words)
        stage, horizon = self._holds()
        if _BASIS.match(bare(rest[:40])):
            stage = "basis"
        heading = kind in _LEVELS and _is_heading(rest)
        return Passage(
            self._code(), rest, block.place(), stage, horizon, heading, kind in _LEVELS, kind == "bullet"
        )

    def _enter(self, level: int, label: str, words: str) -> None:
        self._loose = None
        self._frames = [frame for frame in self._frames if frame.level < level]
        stage, horizon = "", None
        first = words[: next(sentences(words), (0, 0))[1]]
        if _is_heading(words) or level == 0:
            stage = _stage(first)
            cues = find_cues(first)
            if cues and (stage == "aims" or _opens(first, cues[0].start)):
                horizon, stage = cues[-1].year, stage or "aims"
        self._frames.append(_Frame(level, label, stage, horizon))  # type: ignore[arg-type]

    def _wander(self, words: str) -> None:
        """Take note of a paragraph without a label: it may name the goals' year, or end the goals."""
        first = words[: next(sentences(words), (0, 0))[1]]
        cues = find_cues(first)
        aims = _AIMS.search(first)
        if _TASKS.search(first) and not (cues and aims and not _orders(first)):
            self._loose = _Frame(9, "", "duties", None) if self._loose else None
        elif cues and (aims or (_opens(first, cues[0].start) and len(first) <= _SHORT)):
            self._loose = _Frame(9, "", "aims", cues[0].year)
        elif aims and len(words) <= _HEADING and words.endswith(":"):
            self._loose = _Frame(9, "", "aims", None)

    def _point(self, words: str) -> None:
        """Take note of a bullet that is only a heading: “- Đến năm 2030:”."""
        cues = find_cues(words)
        if cues and len(words) <= _SHORT and (_opens(words, cues[0].start) or _AIMS.search(words)):
            self._loose = _Frame(9, "", "aims", cues[-1].year)

    def _holds(self) -> tuple[Stage, int | None]:
        frames = [*self._frames, *([self._loose] if self._loose else [])]
        stage = next((frame.stage for frame in reversed(frames) if frame.stage), "")
        horizon = next(
            (frame.horizon for frame in reversed(frames) if frame.horizon or frame.stage == "duties"), None
        )
        return stage, horizon  # type: ignore[return-value]

    def _code(self) -> str:
        """Return the numbers from the outer clause to the inner one; “2.1” below “2.” says both."""
        parts: list[str] = []
        for frame in self._frames:
            while parts and frame.label.startswith(f"{parts[-1]}."):
                parts.pop()
            parts.append(frame.label)
        return ".".join(parts)


def without_label(text: str) -> str:
    """Return a paragraph without the number, letter or bullet that opens it."""
    label = _LABEL.match(text)
    return label["rest"].strip() if label else text


def _kind(label: re.Match[str]) -> str:
    kinds = ("article", "roman", "number", "dotted", "letter", "bracket", "ordinal", "bullet")
    return next(kind for kind in kinds if label[kind])


def _depth(label: re.Match[str], kind: str) -> int:
    return (
        label[kind].count(".") if kind == "number" else label[kind].count(".") - 1 if kind == "dotted" else 0
    )


def _label(label: re.Match[str], kind: str) -> str:
    if kind == "article":
        return label["which"]
    if kind == "ordinal":
        words = label["ordinal"].lower()
        return next(
            str(n) for n, names in enumerate(_ORDINALS, start=1) if any(name in words for name in names)
        )
    return label[kind].replace("dd", "đ")


def _is_heading(words: str) -> bool:
    return len(words) <= _HEADING and not words.rstrip("*_ ").endswith((".", ";", ","))


def _stage(words: str) -> str:
    if _RESULTS.search(words):
        return "results"
    if _TASKS.search(words):
        return "duties"
    return "aims" if _AIMS.search(words) else ""


def _opens(words: str, place: int) -> bool:
    """Say whether a year that begins at `place` opens the sentence."""
    return not re.sub(r"[\W\d_]|\b(?:đến|tới|tầm nhìn|vision|by|to|giai đoạn)\b", "", words[:place])


def _orders(words: str) -> bool:
    return bool(re.search(r"\b(?:để thực hiện|to (?:achieve|realise|realize|attain))\b", words))
