"""The panel of a task as a person without JavaScript fills it in: its form read from the page."""

from html.parser import HTMLParser

_TICKED = {"radio", "checkbox"}


class _Form(HTMLParser):
    def __init__(self):
        super().__init__()
        self.inside, self.fields, self.area, self.choice = False, {}, "", ""

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "form":
            self.inside = given.get("id") == "report"
        name = given.get("name", "")
        if not self.inside:
            return
        kind = given.get("type", "text")
        if tag == "textarea":
            self.area, self.fields[name] = name, ""
        elif tag == "select":
            self.choice, self.fields[name] = name, ""
        elif tag == "option" and "selected" in given:
            self.fields[self.choice] = given["value"]
        elif tag == "input" and kind != "file" and (kind not in _TICKED or "checked" in given):
            self.fields[name] = given.get("value", "")

    def handle_data(self, data):
        if self.area:
            self.fields[self.area] += data

    def handle_endtag(self, tag):
        if tag == "form":
            self.inside = False
        elif tag == "textarea":
            self.area = ""
        elif tag == "select":
            self.choice = ""


def form_in(page):
    """Return the fields of the panel's form as a browser would send them, without any button."""
    found = _Form()
    found.feed(page)
    assert found.fields, "the page has no panel"
    return found.fields


def form_of(client, task):
    """Open a task and return its form."""
    answer = client.get(f"/viec/{task}")
    assert answer.status_code == 200
    return form_in(answer.content.decode())


def press(client, task, act, form, **changes):
    """Send the form with some fields changed, by one of its buttons."""
    given = {**form, **{name.replace("__", "-"): value for name, value in changes.items()}}
    return client.post(f"/viec/{task}", {**given, "do": act})
