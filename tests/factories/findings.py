"""What is wrong with a page in a browser, as short lines."""

LEAST = 44
"""Pixels that a finger hits."""


def findings(page, touched):
    """Return what axe-core finds, sideways scroll, and the touched things that a finger misses."""
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415  only where there is a browser

    rules = Axe().run(page).response["violations"]
    found = [f"{each['id']}: {node['html'][:120]}" for each in rules for node in each["nodes"]]
    if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
        found.append("scrolls sideways")
    return found + page.evaluate(
        """([touched, least]) => [...document.querySelectorAll(`main :is(${touched})`)]
        .map((each) => [each, each.getBoundingClientRect()])
        .filter(([each, box]) => box.width && box.height < least)
        .map(([each]) => each.outerHTML.slice(0, 90))""",
        [touched, LEAST],
    )
