"""Forms of a page as a browser without scripts would send them."""

from typing import Any

from lxml import html


def form_at(page: bytes | str, action: str) -> dict[str, Any]:
    """Return the values of the last form of a page that goes here; names that repeat give lists."""
    text = page.decode() if isinstance(page, bytes) else page
    form = [each for each in html.fromstring(text).forms if each.action == action][-1]
    values: dict[str, Any] = {}
    for name, value in form.form_values():
        if name in values:
            old = values[name]
            values[name] = [*(old if isinstance(old, list) else [old]), value]
        else:
            values[name] = value
    return values


def text_of(page: bytes | str, selector: str) -> list[str]:
    """Return the words of every element that a selector of CSS classes and tags finds."""
    text = page.decode() if isinstance(page, bytes) else page
    return [" ".join(each.text_content().split()) for each in html.fromstring(text).find_class(selector)]
