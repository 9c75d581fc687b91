"""Letterheads as the sampled parts find them: departments of a province, drafts, rules, marks of signing."""

import datetime as dt

from tests.corpus.body_names import CENTRAL
from tests.corpus.chance import Dice, Pool
from tests.corpus.closed import offices as closed
from tests.corpus.model import Line, OneOf

DEPARTMENTS = Pool(
    twelfth=[
        ("Sở Nội vụ", "SNV"),
        ("Sở Y tế", "SYT"),
        ("Sở Giáo dục và Đào tạo", "SGDĐT"),
        ("Sở Nông nghiệp và Môi trường", "SNNMT"),
        ("Sở Khoa học và Công nghệ", "SKHCN"),
        ("Sở Tài chính", "STC"),
        ("Sở Tư pháp", "STP"),
        ("Sở Công Thương", "SCT"),
        ("Sở Xây dựng", "SXD"),
        ("Sở Văn hóa, Thể thao và Du lịch", "SVHTTDL"),
        ("Sở Dân tộc và Tôn giáo", "SDTTG"),
    ],
    thirteenth=[
        ("Sở Ngoại vụ", "SNgV"),
        ("Sở Nông nghiệp và Môi trường", "SNN&MT"),
        ("Sở Du lịch", "SDL"),
        ("Ban Quản lý các khu công nghiệp", "BQLKCN"),
        ("Văn phòng UBND", "VPUB"),
        ("Sở Quy hoạch - Kiến trúc", "SQHKT"),
        ("Thanh tra", "TTr"),
        ("Sở Văn hóa và Thể thao", "SVHTT"),
        ("Sở Giáo dục và Đào tạo", "SGD&ĐT"),
        ("Sở Khoa học và Công nghệ", "SKH&CN"),
        ("Sở Dân tộc và Tôn giáo", "SDT&TG"),
    ],
    held_out=closed.DEPARTMENTS,
)
"""Departments of a province, which issue plans of their own, with the letters of their numbers."""
ENCLOSURES = Pool(
    twelfth=[
        "(Kèm theo {kind} số {number} ngày {d:02}/{m:02}/{y} của {issuer})",
        "(Ban hành kèm theo {kind} số {number} ngày {d:02} tháng {m:02} năm {y} của {issuer})",
        "(Kèm theo {kind} số {number} ngày {d} tháng {m} năm {y} của {issuer})",
    ],
    thirteenth=[
        "(Kèm theo {kind} số {number} ngày {d:02} tháng {m:02} năm {y} của {issuer})",
        "(Ban hành kèm theo {kind} số: {number} ngày {d:02}/{m:02}/{y} của {issuer})",
        "(Đính kèm {kind} số {number} ngày {d:02}/{m:02}/{y} của {issuer})",
    ],
    held_out=closed.ENCLOSURES,
)
"""What stands under the title of an annex, with the body that issued the plan."""
OPEN_ENCLOSURE = "(Kèm theo {kind} số       {series} ngày     /     /{y} của {issuer})"
SIGNED_BY = Pool(
    twelfth=[
        "Ký bởi: {issuer}\nThời gian ký: {d:02}/{m:02}/{y} {hour:02}:{minute:02}:{second:02}",
        "Người ký: {issuer}\nNgày ký: {d:02}.{m:02}.{y} {hour:02}:{minute:02}:{second:02} +07:00",
        "{issuer}\n{d:02}-{m:02}-{y} {hour:02}:{minute:02}:{second:02} +07:00",
    ],
    thirteenth=[
        "Người ký: {issuer}\nThời gian ký: {d:02}/{m:02}/{y} {hour:02}:{minute:02}:{second:02}",
        "{issuer}\nNgày ký: {d:02}-{m:02}-{y} {hour:02}:{minute:02}:{second:02}",
        "Ký số bởi: {issuer}\nNgày ký: {d:02}/{m:02}/{y}",
    ],
    held_out=closed.SIGNED_BY,
)
"""What the mark of an electronic signature prints on the first page."""


def department(dice: Dice, kind: str, name: str) -> tuple[str, tuple[object, ...], str]:
    """Return the letterhead of a department of a province, its names, and the series of its plans."""
    office, letters = dice.one(DEPARTMENTS)
    above = dice.one(
        [f"ỦY BAN NHÂN DÂN {kind.upper()} {name.upper()}", f"UBND {kind.upper()} {name.upper()}"]
    )
    names = (office, f"{office} {kind} {name}", f"{office} {name}")
    return f"{above}\n{office.upper()}", names, f"KH-{letters}"


def _spelt(dice: Dice, issuer: str) -> str:
    """Return the name of an issuer as it is written within a line."""
    known = [name for own in CENTRAL.own.values() for name in own] + CENTRAL.of[dice.pool]
    heads = ("Chính phủ", "Thủ tướng Chính phủ")
    return next((name for name in (*heads, *known) if name.casefold() == issuer.casefold()), issuer)


def as_found(
    dice: Dice, lines: list[Line], truth: dict[str, object], day: dt.date, names: tuple[object, ...]
) -> str:
    """Change the letterhead to what a saved file has, and return the line under an annex."""
    number, kind = str(truth["number"]), lines[4].text.capitalize()
    party = lines[0].text.endswith("*")
    if dice.often(0.07):
        series = number.lstrip("0123456789")
        mark = "Số" if party else "Số:"
        lines[2].text = f"{mark}       {series}"
        lines[3].text = f"{lines[3].text.split(',')[0]}, ngày      tháng      năm {day.year}"
        lines.insert(4, Line("DỰ THẢO", "text"))
        truth["number"], truth["issued_on"] = OneOf((None, series, series.lstrip("/-"))), None
        return OPEN_ENCLOSURE.format(kind=kind, series=series, y=day.year, issuer=_spelt(dice, str(names[0])))
    if not party and dice.often(0.25):
        lines[0].text += "\n-------"
        lines[1].text += "\n---------------"
    if dice.often(0.15):
        signed = day + dt.timedelta(days=dice.number(0, 2))
        times = {"hour": dice.number(7, 17), "minute": dice.number(0, 59), "second": dice.number(0, 59)}
        words = dice.one(SIGNED_BY).format(
            issuer=names[0], d=signed.day, m=signed.month, y=signed.year, **times
        )
        lines.insert(0, Line(words, "stamp"))
    return dice.one(ENCLOSURES).format(
        kind=kind, number=number, d=day.day, m=day.month, y=day.year, issuer=_spelt(dice, str(names[0]))
    )
