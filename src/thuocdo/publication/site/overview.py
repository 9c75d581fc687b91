"""The overview: one sentence, the counts, a shape for each task, six indicators, the provinces."""

from collections.abc import Iterator

from thuocdo.evaluation.reasons import office_cell_word, status_explanation
from thuocdo.evaluation.types import OfficeCell
from thuocdo.programme.types import Cycle, Indicator, IndicatorKind
from thuocdo.publication.site import bodies, indicators
from thuocdo.publication.site.desk import ORDER, Desk, View
from thuocdo.publication.site.words import day, percent

Page = tuple[str, str, View]
_CARDS = 6
_OLDEST = 6


def pages(desk: Desk) -> Iterator[Page]:
    """Yield the overview page."""
    totals = desk.verdicts.totals
    once = sum(totals.once.values())
    judged = once - totals.once.get("replaced", 0)
    views = desk.task_views
    late = [view for view in views.values() if view["status"] == "late" and not view["recurring"]]
    yield (
        desk.path(),
        "overview.html",
        {
            "done": totals.once.get("done", 0),
            "late": totals.once.get("late", 0),
            "claimed": totals.once.get("claimed", 0),
            "once": judged,
            "recurring": sum(totals.recurring.values()),
            "recurring_done": totals.recurring.get("done", 0),
            "total": len(views),
            "bars": _bars(desk, judged),
            "office": _office(desk, judged),
            "themes": _themes(desk),
            "cards": _cards(desk),
            "oldest": sorted(late, key=lambda view: view["due_iso"])[:_OLDEST],
            "indicator_total": sum(1 for each in desk.programme.indicators if not each.replaced_by),
            "indicator_measured": sum(1 for each in desk.verdicts.indicators if each.measured),
            "next_cycle": _next_cycle(desk),
            "map": bodies.tiles(desk),
            "bands": bodies.bands(desk),
        },
    )


def _bars(desk: Desk, whole: int) -> list[View]:
    counts = desk.verdicts.totals.once
    return [
        {
            **desk.mark(status),
            "count": counts[status],
            "share": percent(counts[status], whole, desk.language),
            "explanation": status_explanation(status, desk.language),
        }
        for status in ORDER
        if counts.get(status)
    ]


def _office(desk: Desk, whole: int) -> list[View]:
    counts = desk.verdicts.totals.office
    return [
        {
            "word": office_cell_word(cell, desk.language),
            "count": counts.get(cell.value, 0),
            "share": percent(counts.get(cell.value, 0), whole, desk.language),
        }
        for cell in OfficeCell
    ]


def _themes(desk: Desk) -> list[View]:
    found = []
    for theme in desk.programme.themes:
        rows = [view for view in desk.task_views.values() if view["theme"] == theme.code]
        # Grouped by status, so that the row reads like a bar; inside a status by number.
        rows.sort(key=lambda view: ORDER.index(view["status"]))
        once = [view for view in rows if not view["recurring"]]
        found.append(
            {
                "code": theme.code,
                "name": desk.pick(theme, "name"),
                "path": desk.path("nhom", theme.code),
                "rows": rows,
                "once": len(once),
                "done": sum(1 for view in once if view["status"] == "done"),
                "late": sum(1 for view in once if view["status"] == "late"),
            }
        )
    return found


def _cards(desk: Desk) -> list[View]:
    """Return six indicators: three with published values, the others as they come, valued ones first."""
    chosen = [item for item in desk.programme.indicators if item.kind is not IndicatorKind.HEADER]

    by_key = {item.key: indicators.view(desk, item) for item in chosen}
    judged = {key: desk.indicator_verdict_of[key].targets for key in by_key}

    def waits(item: Indicator) -> tuple[bool, bool]:
        """Sort what has a path first, then what has a value at all."""
        has_path = any(one.baseline is not None for one in judged[item.key])
        return (not has_path, not by_key[item.key]["value"])

    picked = sorted(chosen, key=waits)
    real = [item for item in picked if not by_key[item.key]["illustrative"]][: _CARDS // 2]
    rest = [item for item in picked if item not in real]
    # Of the others one of each verdict, so that the overview shows how verdicts look.
    of_each = list({by_key[item.key]["status"]: item for item in reversed(rest)}.values())[::-1]
    best = [*real, *of_each, *rest][:_CARDS]
    return [{**by_key[item.key], "chart": indicators.mini(desk, item)} for item in best]


def _next_cycle(desk: Desk) -> View | None:
    ahead: list[Cycle] = [each for each in desk.programme.cycles if each.due_before > desk.facts.as_of]
    if not ahead:
        return None
    left = (ahead[0].due_before - desk.facts.as_of).days
    return {"before": day(ahead[0].due_before, desk.language), "days": left, "code": ahead[0].code}
