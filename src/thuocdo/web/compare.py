"""The page that compares two documents: adopted and built-in programmes, and drafts under review."""

from collections.abc import Mapping
from datetime import date
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thuocdo.config.current import today
from thuocdo.core.errors import NotFound
from thuocdo.documents.comparing import sentences
from thuocdo.documents.comparing.types import Comparison, Finding, Place
from thuocdo.documents.types import DraftProgramme, Language
from thuocdo.programme import queries, registry
from thuocdo.programme.as_draft import as_draft, compare_documents, day_of
from thuocdo.programme.catalogue import catalogue
from thuocdo.programme.catalogue import slugs as built_in
from thuocdo.programme.review import queries as reviews
from thuocdo.programme.types import Register
from thuocdo.web.gate import actor_of, may_enter
from thuocdo.web.language import language
from thuocdo.web.language import words as _

_DRAFT = "draft-"
_WORDS = 280


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """Let a person choose two documents, and show what stands differently in them."""
    first, second = request.GET.get("a", ""), request.GET.get("b", "")
    as_of, problem = _asked_day(request.GET.get("as_of", ""))
    sources = _sources(request)
    shown = {
        "person": actor_of(request),
        "sources": sources,
        "chosen": {"a": first, "b": second, "as_of": request.GET.get("as_of", "")},
        "problem": problem,
        "result": None,
    }
    if first and second and not problem:
        shown["result"] = _result(sources, first, second, as_of)
    return render(request, "compare.html", shown)


def _result(sources: Mapping[str, str], first: str, second: str, as_of: date | None) -> Mapping[str, object]:
    """Compare two of the offered documents."""
    for key in (first, second):
        if key not in sources:
            raise NotFound(_("There is no such document to compare."))
    ours, theirs = _drafts(first, second)
    day = as_of or day_of(ours, theirs) or today()
    found = compare_documents(ours, theirs, register=_register(first, second), as_of=day)
    spoken = language()
    return {
        "documents": {"A": sources[first], "B": sources[second]},
        "as_of": day,
        "notes": sentences.notes(found, spoken),
        "counts": sentences.summary(found, spoken),
        "groups": _groups(found, spoken),
    }


def _groups(found: Comparison, spoken: str) -> list[tuple[str, list[Mapping[str, object]]]]:
    return [
        (_(sentences.HEADINGS[kind]), [_line(finding, spoken) for finding in findings])
        for kind, findings in groupby(found.findings, key=lambda finding: finding.kind)
    ]


def _line(finding: Finding, spoken: str) -> Mapping[str, object]:
    return {
        "places": [_place(place, spoken) for place in (finding.first, finding.second) if place],
        "differences": [sentences.difference(item, spoken) for item in finding.differences],
        "remark": sentences.remark(finding, spoken),
        "certainty": sentences.certainty(finding, spoken),
    }


def _place(place: Place, spoken: str) -> Mapping[str, str]:
    words = " ".join(place.words.split())
    shown = words if len(words) <= _WORDS else f"{words[:_WORDS].rsplit(' ', 1)[0]} …"
    return {"name": sentences.place_name(place, spoken), "words": shown}


def _sources(request: HttpRequest) -> Mapping[str, str]:
    """Return key → name of the documents that this person may compare."""
    adopted = reviews.adopted_programmes()
    found = {slug: catalogue(slug).number for slug in built_in()} | dict(adopted)
    if may_enter(request, "drafts"):
        found |= {
            f"{_DRAFT}{head.id}": _("{number} (draft under review)", number=head.number or head.file_name)
            for head in reviews.heads()
            if not head.version
        }
    return found


def _drafts(*keys: str) -> tuple[DraftProgramme, ...]:
    """Return both documents; a programme speaks the language of a draft beside it, else the page's."""
    drafts = {key: reviews.review(int(key.removeprefix(_DRAFT))).draft for key in keys if _is_draft(key)}
    printed = next((draft.document.language for draft in drafts.values()), language())
    spoken: Language = "en" if printed == "en" else "vi"
    return tuple(drafts.get(key) or _programme(key, spoken) for key in keys)


def _is_draft(key: str) -> bool:
    return key.startswith(_DRAFT)


def _programme(key: str, spoken: Language) -> DraftProgramme:
    if key in queries.slugs():
        return as_draft(queries.programme(key), queries.register(key), language=spoken)
    return as_draft(catalogue(key), registry.register(), language=spoken)


def _register(*keys: str) -> Register:
    """Return the bodies of this installation, or of the catalogue where nothing has been loaded."""
    adopted = [key for key in keys if key in queries.slugs()]
    return queries.register(adopted[0]) if adopted else registry.register()


def _asked_day(printed: str) -> tuple[date | None, str]:
    try:
        return (date.fromisoformat(printed) if printed else None), ""
    except ValueError:
        return None, _("“{printed}” is not a day; write it as 2025-06-30.", printed=printed[:40])
