"""The pages of metrics: trying keeps nothing, one person proposes, a second one decides."""

import re
from datetime import UTC, datetime

import pytest
from tests.factories.signers import Near
from tests.factories.written import file
from tests.functional.conftest import PASSWORD

from thuocdo.audit.models import Event
from thuocdo.audit.queries import events_on
from thuocdo.core.actor import Role
from thuocdo.jobs import written as jobs
from thuocdo.measurement.written import queries
from thuocdo.measurement.written.types import Step

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("model_programme")]

PAGE, NEW = "/phep-do", "/phep-do/moi"
MAY = datetime(2025, 5, 20, 5, tzinfo=UTC)
REASON = "Hội đồng phương pháp (minh hoạ)"
HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>'


@pytest.fixture(autouse=True)
def _at_noon(monkeypatch):
    """Let every clock stand at noon of 20 May 2025."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: MAY)


@pytest.fixture
def second(browser_of, accounts):
    """Return the browser of a second methodologist."""
    from thuocdo.accounts.actions import add_person  # noqa: PLC0415  tables are ready only here

    add_person(
        username="kim", name="Kim", agency="VPTW", roles={Role.METHODOLOGIST}, password=PASSWORD,
        by=accounts["chi"], now=MAY,
    )  # fmt: skip
    return browser_of("kim")


def proposed(client, **more):
    """Propose the illustrative metric on the page; returns the version."""
    answer = client.post(NEW, {"text": file(**more), "reason": REASON, "act": "propose"})
    assert answer.status_code == 302, answer.content.decode()
    return queries.version(answer["Location"].split("/")[-1].split("?")[0])


def test_every_metric_is_listed_with_its_standing(browser_of, second):
    """Declared metrics, and of the written ones each version, in both languages."""
    version = proposed(browser_of("chi"))
    page = second.get(PAGE).content.decode()
    assert "11.6-online-payment" in page
    assert "chờ người thứ hai" in page
    second.post(f"{PAGE}/{version.id}", {"act": "approve", "seen": version.digest})
    page = second.get(PAGE, {"lang": "en"}).content.decode()
    assert "approved, not yet in force" in page
    assert f'href="{PAGE}/{version.id}"' in page
    assert "cannot be computed yet" in page


def test_trying_shows_the_difference_and_keeps_nothing(browser_of):
    """What the text gives stands beside the declared metric of the same code, and nothing is written."""
    client = browser_of("chi")
    before = Event.objects.count()
    form = {"text": file(code="11.6-online-payment").replace("\n", "\r\n"), "act": "look"}
    page = client.post(NEW, form).content.decode()
    assert "11.6-online-payment@1" in page
    figures = re.findall(r'<td class="number" data-label="[^"]*">(?:<b>)?([^<]+)', page)
    assert len(figures) == 9
    assert figures[0] != figures[1] != "–"
    assert "<ins>" in page
    assert "<del>" in page
    assert (Event.objects.count(), queries.versions()) == (before, ())


def test_a_new_code_has_nothing_to_be_compared_with(browser_of):
    """The trial stands there alone, and says so."""
    page = browser_of("chi").post(NEW, {"text": file(), "act": "look"}).content.decode()
    assert "không có gì để so sánh" in page
    assert page.count("<td") == 9


def test_every_fault_is_named_at_once_with_its_line(browser_of):
    """Faults of fields, of the statement and of the reason stand together; what was typed stays."""
    bad = file(unit_vi="", indicators=["99.9"], tables={"none": (), "dossiers": ("x",)})
    answer = browser_of("chi").post(NEW, {"text": bad, "reason": "", "act": "propose"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert re.findall(r"<code>(\w+)</code>: ", page) == ["indicators", "unit_vi", "tables", "tables"]
    lines = bad.split("\n")
    for number, there in re.findall(r"<b>Dòng (\d+)</b>.*?<code class=\"there\"[^>]*>([^<]+)", page):
        assert lines[int(number) - 1].strip()[:20].split("=")[0] == there[:20].split("=")[0]
    assert "Lý do: " in page
    assert "99.9" in page.split("<textarea")[1]


@pytest.mark.parametrize(
    ("change", "line", "said"),
    [
        (("<> 'post'", "<> applicant"), "from dossiers", "applicant"),
        (("from (", "form ("), None, "syntax error"),
        (("2025-07-01", "2025-05-01"), "applies_from = 2025-05-01", "phải sau hôm nay, 20/05/2025"),
        (("2025-07-01", "2025-07-01 ["), "applies_from = 2025-07-01 [", "TOML"),
    ],
)
def test_what_the_engine_refuses_is_said(browser_of, change, line, said):
    """The engine's refusal, a day that has come and a file that is none are sentences with their line."""
    text = file().replace(*change)
    page = browser_of("chi").post(NEW, {"text": text, "act": "look"}).content.decode()
    faults = page.split('class="faults"')[1].split("</ol>")[0]
    assert said in faults
    assert line is None or line in faults.replace("&#39;", "'").replace("&lt;", "<")


def test_two_people_make_a_version(browser_of, second, settings, tmp_path, monkeypatch):
    """One proposes, another reads the text and approves: one event each, and the method in the log."""
    near = Near(tmp_path)
    settings.THUOCDO_LOG = near.log
    monkeypatch.setattr("thuocdo.config.written.signer", lambda: near)
    monkeypatch.setattr(jobs, "signer", lambda: near)
    chi = browser_of("chi")
    version = proposed(chi)
    at = f"{PAGE}/{version.id}"
    own = chi.get(at).content.decode()
    assert "phải có người khác phê duyệt" in own
    assert 'value="approve"' not in own
    assert chi.post(at, {"act": "approve", "seen": version.digest}).status_code == 403
    page = second.get(at).content.decode()
    assert f'name="seen" value="{version.digest}"' in page
    assert REASON in page
    assert second.post(at, {"act": "approve", "seen": "0" * 64}).status_code == 409
    answer = second.post(at, {"act": "approve", "seen": version.digest})
    assert answer["Location"] == f"{at}?xong=approve"
    done = queries.version(version.id)
    assert (done.step, done.decided_by, done.decided_for, done.entry) == (Step.APPROVED, "kim", "VPTW", 0)
    kinds = [(event.kind, event.by) for event in events_on(version.id)]
    assert kinds == [("metric_proposed", "chi"), ("metric_approved", "kim"), ("metric_logged", "jobs")]
    after = second.get(at).content.decode()
    assert 'value="approve"' not in after
    assert second.post(at, {"act": "approve", "seen": version.digest}).status_code == 409


def test_it_is_returned_or_withdrawn_with_a_sentence(browser_of, second):
    """Without a sentence nothing happens; who proposed withdraws, and the next can start from its text."""
    chi = browser_of("chi")
    version = proposed(chi)
    at = f"{PAGE}/{version.id}"
    empty = second.post(at, {"act": "refuse", "note": " "})
    assert (empty.status_code, queries.version(version.id).step) == (422, Step.PROPOSED)
    assert second.post(at, {"act": ""}).status_code == 422
    assert second.post(at, {"act": "refuse", "note": "Thiếu căn cứ"}).status_code == 302
    assert "Thiếu căn cứ" in second.get(at).content.decode()
    started = chi.get(NEW, {"ban": version.id}).content.decode()
    assert "11.1-last-of-month" in started.split("<textarea")[1]
    again = proposed(chi)
    assert chi.post(f"{PAGE}/{again.id}", {"act": "refuse", "note": "Nhầm"}).status_code == 302
    assert queries.version(again.id).decided_by == "chi"


def test_a_version_starts_from_what_is_in_force(browser_of):
    """A declared metric comes as the statement that gives its numbers; all else begins empty."""
    chi = browser_of("chi")
    text = chi.get(NEW, {"ma": "11.6-online-payment"}).content.decode().split("<textarea")[1]
    assert "count(*) filter (where payment = " in text
    assert "applies_from = 2025-06-01" in text
    for code in ("", "20-publications", HOSTILE):
        assert "code = &#34;&#34;" in chi.get(NEW, {"ma": code}).content.decode()
    assert chi.get(NEW, {"ban": "P-none"}).status_code == 404


def test_words_of_people_stay_words(browser_of, second):
    """Markup in names, methods, remarks, reasons and refusals is shown as letters everywhere."""
    text = file(name="Z").replace('"Z"', f"'{HOSTILE}'").replace("[tables]", f"# {HOSTILE}\n[tables]")
    chi = browser_of("chi")
    looked = chi.post(NEW, {"text": text, "reason": HOSTILE, "act": "look"}).content.decode()
    answer = chi.post(NEW, {"text": text, "reason": HOSTILE, "act": "propose"})
    at = answer["Location"].split("?")[0]
    pages = [looked, *(second.get(each).content.decode() for each in (PAGE, at, f"{NEW}?ban={at[9:]}"))]
    broken = text.replace("where channel", f"where '{HOSTILE}' channel")
    pages.append(chi.post(NEW, {"text": broken, "act": "look"}).content.decode())
    for page in pages:
        assert "&lt;script&gt;" in page
        assert "<script>alert" not in page
        assert "<img src=x" not in page


@pytest.mark.parametrize("who", ["an", "giang", "dung"])
def test_others_find_the_pages_closed(browser_of, who):
    """Reporters, heads and citizens see neither pages nor menu line."""
    client = browser_of(who)
    version = proposed(browser_of("chi"))
    for page in (PAGE, NEW, f"{PAGE}/{version.id}"):
        assert client.get(page).status_code == 403
        assert client.post(page, {"act": "approve"}).status_code in {403, 405}
    assert f'href="{PAGE}"' not in client.get("/tai-khoan").content.decode()


def test_a_monitor_decides_and_does_not_write(browser_of):
    """Who may adopt is the second person; only a methodologist writes."""
    binh = browser_of("binh")
    version = proposed(browser_of("chi"))
    assert NEW not in binh.get(PAGE).content.decode()
    assert binh.post(NEW, {"text": file(), "act": "look"}).status_code == 403
    at = f"{PAGE}/{version.id}"
    assert binh.post(at, {"act": "approve", "seen": version.digest[:12]}).status_code == 302


def test_who_only_reads_may_not_decide(browser_of, hoa):
    """An administrator reads the text; a form from there changes nothing and runs nothing."""
    version = proposed(browser_of("chi"))
    admin, at = browser_of(hoa.id), f"{PAGE}/{version.id}"
    page = admin.get(at).content.decode()
    assert 'value="approve"' not in page
    assert 'value="refuse"' not in page
    for act in ("approve", "refuse"):
        form = {"act": act, "seen": version.digest, "note": "x"}
        assert admin.post(at, form).status_code == 403
    assert queries.version(version.id).step is Step.PROPOSED
