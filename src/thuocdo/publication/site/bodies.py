"""Pages of agencies and provinces: what each answers for, and how much of it is proved."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from thuocdo.core.text import fold
from thuocdo.programme.registry import tile_grid
from thuocdo.programme.rules import predecessors
from thuocdo.programme.types import Agency, AgencyKind
from thuocdo.publication.site.desk import ORDER, URGENCY, Desk, View
from thuocdo.publication.site.words import day, number, percent, rounded

Page = tuple[str, str, View]
_FEW = 5
"""Shares over fewer things than this are greyed: one more or less would change the band."""

_TILE, _GAP = 62, 4


def _(message: str) -> str:
    return message


KINDS = (
    (AgencyKind.MINISTRY, _("Ministries")),
    (AgencyKind.MINISTERIAL, _("Ministerial-level agencies")),
    (AgencyKind.GOVERNMENT, _("Government agencies")),
    (AgencyKind.PARTY, _("Party bodies")),
    (AgencyKind.COMMITTEE, _("Committees")),
    (AgencyKind.COMMUNE, _("Communes, wards and special zones")),
    (AgencyKind.OTHER, _("Other bodies")),
)
BANDS = (
    (85, _("85 % and more")),
    (70, _("70 to 84 %")),
    (55, _("55 to 69 %")),
    (0, _("under 55 %")),
)


def pages(desk: Desk) -> Iterator[Page]:
    """Yield the list of agencies, each agency, the tile map of provinces and each province.

    Thousands of communes in one list would help nobody: each province's page lists its own.
    """
    chosen = [desk.agencies[code] for code in desk.paged_agencies]
    groups = []
    for kind, title in KINDS:
        bodies = [view(desk, each) for each in chosen if each.kind is kind and not province_of(desk, each)]
        bodies.sort(key=lambda each: (each["until"] != "", fold(each["name"])))
        if bodies:
            groups.append({"title": desk.say(title), "rows": bodies})
    yield desk.path("co-quan"), "agencies.html", {"groups": groups}
    for each in sorted(chosen, key=lambda each: each.code):
        yield desk.agency_path(each.code), "agency.html", _kept(desk, each)
    provinces = current_provinces(desk)
    yield desk.path("dia-phuong"), "provinces.html", {**tiles(desk), "bands": bands(desk)}
    for each in provinces:
        yield desk.agency_path(each.code), "agency.html", _kept(desk, each)


def current_provinces(desk: Desk) -> list[Agency]:
    """Return the provinces that exist on the day of the snapshot, in alphabetical order."""
    found = [
        each
        for each in desk.facts.register.agencies
        if each.kind is AgencyKind.PROVINCE and each.exists_on(desk.facts.as_of)
    ]
    return sorted(found, key=lambda each: fold(each.short_vi or each.name_vi))


def province_of(desk: Desk, agency: Agency) -> str:
    """Return the province under which a commune is listed: the one whose code begins its own; "" for none."""
    if agency.kind is not AgencyKind.COMMUNE:
        return ""
    above = agency.code.rpartition(".")[0]
    known = desk.agencies.get(above)
    listed = known is not None and known.kind is AgencyKind.PROVINCE and known.exists_on(desk.facts.as_of)
    return above if listed else ""


def _communes(desk: Desk, province: str) -> list[View]:
    """Return the communes of a province that have a page, in the order of their names."""
    if not desk.communes_of:
        known = [desk.agencies[code] for code in desk.paged_agencies]
        known.sort(key=lambda each: (fold(desk.pick(each, "name")), each.code))
        for each in known:
            above = province_of(desk, each)
            if above:
                desk.communes_of[above].append(each.code)
    return [view(desk, desk.agencies[code]) for code in desk.communes_of.get(province, ())]


def view(desk: Desk, agency: Agency) -> View:
    """Return a body with its counts; `few` greys a share over too few due tasks."""
    if agency.code not in desk.body_views:
        origin = (desk.body(agency.code), desk.totals_of.get(agency.code))
        name = f"{desk.language} body {agency.code}"
        desk.body_views[agency.code] = desk.kept(name, origin, lambda: _view(desk, agency))
    return desk.body_views[agency.code]


def _view(desk: Desk, agency: Agency) -> View:
    totals = desk.totals_of.get(agency.code)
    # The last period of a task that recurs has fallen due like any dated task.
    due = totals.due + sum(totals.recurring.values()) if totals else 0
    done = totals.due_done_in_time + totals.recurring.get("done", 0) if totals else 0
    lead = sum(totals.lead.values()) if totals else 0
    return {
        **desk.body(agency.code),
        "until": day(agency.valid_until, desk.language) if not agency.exists_on(desk.facts.as_of) else "",
        "lead": lead,
        "co_lead": sum(totals.co_lead.values()) if totals else 0,
        "partner": sum(totals.partner.values()) if totals else 0,
        "recurring": sum(totals.recurring.values()) if totals else 0,
        "late": totals.lead.get("late", 0) + totals.co_lead.get("late", 0) if totals else 0,
        "due": due,
        "done_in_time": done,
        "share": percent(done, due, desk.language),
        "few": due < _FEW,
        "filed": totals.evidence_filed if totals else 0,
        "verified": totals.evidence_verified if totals else 0,
    }


def _kept(desk: Desk, agency: Agency) -> View:
    parts = [(desk.task_views[verdict.task], part) for verdict, part in desk.parts_of.get(agency.code, ())]
    origin = (desk.totals_of.get(agency.code), _communes(desk, agency.code), parts)
    return desk.kept(desk.agency_path(agency.code), origin, lambda: _page(desk, agency))


def _page(desk: Desk, agency: Agency) -> View:
    rows = _own(desk, agency.code)
    rows.sort(key=lambda row: (URGENCY.index(row["status"]), row["due_iso"] or "9", int_or(row["number"])))
    totals = desk.totals_of.get(agency.code)
    roles = [
        (desk.say(title), _counts(desk, getattr(totals, name) if totals else {}))
        for name, title in (
            ("lead", _("as lead")),
            ("co_lead", _("as one of several leads")),
            ("partner", _("as coordinating agency")),
            ("recurring", _("tasks that recur, last period")),
        )
    ]
    register = desk.facts.register
    return {
        "agency": view(desk, agency),
        "province": agency.kind is AgencyKind.PROVINCE,
        "above": desk.body(above) if (above := province_of(desk, agency)) else None,
        "communes": _communes(desk, agency.code),
        "note": desk.pick(agency, "note"),
        "rows": rows,
        "roles": [{"title": title, "counts": counts} for title, counts in roles if counts],
        "predecessors": [
            {**desk.body(code), "until": _until(desk, code)} for code in predecessors(agency.code, register)
        ],
        "indicators": [
            {"name": desk.pick(item, "name"), "path": desk.indicator_path(item), "number": item.number}
            for item in desk.programme.indicators
            if agency.code in desk.monitors_of[item.key]
        ],
    }


def int_or(code: str) -> tuple[int, str]:
    """Return a key that sorts "9" before "10" and keeps other codes last."""
    return (int(code), "") if code.isdigit() else (10**6, code)


def _own(desk: Desk, code: str) -> list[View]:
    """Return the body's own parts with their own status: one row a task, the most urgent part of it."""
    rows: dict[str, View] = {}
    for verdict, assignment in desk.parts_of.get(code, ()):
        row = {
            **desk.task_views[verdict.task],
            **desk.mark(assignment.status.value),
            "reason": desk.sentence(assignment.reason),
            "due": day(assignment.due, desk.language),
            "due_iso": assignment.due.isoformat() if assignment.due else "",
        }
        kept = rows.get(verdict.task)
        if kept is None or URGENCY.index(row["status"]) < URGENCY.index(kept["status"]):
            rows[verdict.task] = row
    return list(rows.values())


def _until(desk: Desk, code: str) -> str:
    return day(desk.agencies[code].valid_until, desk.language)


def _counts(desk: Desk, counts: dict[str, int]) -> list[View]:
    return [{**desk.mark(status), "count": counts[status]} for status in ORDER if counts.get(status)]


def band_of(done: int, due: int) -> int:
    """Return the band, 0 the highest, by cut-offs that are fixed for the year."""
    # The share as it is printed: a place may not show 85 % and stand below it.
    share = rounded(Decimal(100 * done) / due, 0) or Decimal(0)
    return next(place for place, (cut, _title) in enumerate(BANDS) if share >= cut)


def bands(desk: Desk) -> list[View]:
    """Return the bands with their provinces in alphabetical order, and those with too few due tasks."""
    found: list[View] = [
        {"place": place, "title": desk.say(title), "rows": []} for place, (_cut, title) in enumerate(BANDS)
    ]
    few: View = {"place": "few", "title": desk.say(_("fewer than 5 due")), "rows": []}
    for each in current_provinces(desk):
        row = view(desk, each)
        (few if row["few"] else found[band_of(row["done_in_time"], row["due"])])["rows"].append(row)
    return [band for band in (*found, few) if band["rows"]]


def tiles(desk: Desk) -> View:
    """Return the tile map: a square for each province and a pill for each special zone."""
    grid = tile_grid()
    by_code = {each.statistics_code: each for each in current_provinces(desk)}
    squares = []
    for tile in grid.tiles:
        if tile.code not in by_code:
            continue  # the register holds no such province on this day
        row = view(desk, by_code[tile.code])
        squares.append(
            {
                "x": (tile.col - 1) * (_TILE + _GAP) + 82,
                "y": (tile.row - 1) * (_TILE + _GAP) + 2,
                "lines": _lines(tile.short),
                "name": row["name"],
                "share": row["share"],
                "path": row["path"],
                "band": "few" if row["few"] else band_of(row["done_in_time"], row["due"]),
                "due": row["due"],
                "done": row["done_in_time"],
            }
        )
    zones = [
        {
            "x": _whole((zone.col - 1) * (_TILE + _GAP) + 82),
            "y": _whole((zone.row - 1) * (_TILE + _GAP) + 2),
            "name": zone.name,
            "title": desk.say(
                _("Special zone {name}, {province}: counted in {province}"),
                name=zone.name,
                province=desk.pick(by_code[zone.parent], "name"),
            ),
        }
        for zone in grid.zones
        if zone.parent in by_code
    ]
    held = Counter(square["band"] for square in squares)
    return {
        "tiles": squares,
        "zones": zones,
        "caption": desk.pick(grid, "caption"),
        "held": {str(key): number(count, desk.language) for key, count in held.items()},
        "size": _TILE,
    }


def _whole(value: Decimal | float) -> int:
    return int(value)


def _lines(short: str) -> list[str]:
    words = short.split(" ")
    middle = (len(words) + 1) // 2
    return [" ".join(words[:middle]), " ".join(words[middle:])] if len(words) > 1 else [short]
