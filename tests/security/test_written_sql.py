"""Statements that a person wrote: what a hostile one is after, and that the process lets it have nothing."""

import hashlib
import http.server
import os
import platform
import subprocess
import sys
import threading
import time
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.security.attacks import (
    CHANGES,
    REFUSED_BY_RUN,
    REFUSED_BY_WORDS,
    REFUSED_UNCHECKED,
)

from thuocdo.adapters.engines.sealed import Layer
from thuocdo.adapters.engines.written_sql import SECONDS, WrittenSql
from thuocdo.core.errors import Invalid
from thuocdo.core.messages import catalogue, said
from thuocdo.measurement.written.ports import Question

PERMITTED = ("month", "dossier", "agency", "channel", "minutes", "amount", "due_on")
TABLES = {"dossiers": PERMITTED, "payments": ("month", "amount")}
COLUMNS = ("numerator", "denominator")
ROWS = 600
MARK = "MARK-OF-THE-SECRET"
GRACE = 5.0
"""Seconds that a machine under load may need to start and to end a process."""


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    """Return a file with permitted columns, a secret beside it, and a server that counts who asks."""
    folder = tmp_path_factory.mktemp("written")
    (folder / "rows").mkdir()
    database = folder / "rows" / "rows.duckdb"
    with duckdb.connect(str(database)) as connection:
        connection.execute(
            "create table dossiers as select '2025-0' || (1 + range % 9) as month, 'd' || range as dossier,"
            " 'b' || range % 7 as agency, ['online', 'post', null][1 + range % 3] as channel,"
            " case when range % 5 > 0 then range * 37 % 1001 end as minutes,"
            " (range * 1.125)::decimal(18, 3) as amount, date '2025-01-01' + (range % 40)::integer as due_on,"
            " ? as citizen from range(?)",
            [MARK, ROWS],
        )
        connection.execute("create table payments as select month, amount from dossiers where minutes > 500")
        connection.execute(f"create table secrets as select '{MARK}' as secret")
    secret = folder / "secret.csv"
    secret.write_text(f"a,b\n{MARK},2\n")
    asked = []

    class Counting(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_PUT = do_POST = do_GET  # noqa: N815  names of the server

        def log_message(self, *args):
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Counting)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Scene(database, secret, folder / "evil", server.server_address[1], asked)
    server.shutdown()
    server.server_close()


class Scene:
    """Where the attacks take place."""

    def __init__(self, database, secret, evil, port, asked):
        self.database, self.secret, self.evil, self.port, self.asked = database, secret, evil, port, asked
        self.digest = self.read()

    def read(self):
        """Return what the file is."""
        return hashlib.sha256(self.database.read_bytes()).hexdigest()

    def question(self, sql):
        """Return the question that a statement makes here."""
        for name, value in (("secret", self.secret), ("evil", self.evil), ("port", self.port)):
            sql = sql.replace(f"{{{name}}}", str(value))
        return Question(sql, self.database, TABLES, COLUMNS)

    def refused(self, sql, **how):
        """Return the refusal of a statement that has to be refused, in time, with nothing changed."""
        began = time.monotonic()
        with pytest.raises(Invalid) as refusal:
            WrittenSql().told(self.question(sql), **how)
        assert time.monotonic() - began < SECONDS + GRACE
        self.is_well()
        return refusal.value

    def is_well(self):
        """Check that nothing was read, written, asked or left behind."""
        assert self.read() == self.digest
        assert not self.evil.exists()
        assert not self.asked
        assert [each.name for each in self.database.parent.iterdir()] == [self.database.name]


@pytest.mark.parametrize("sql", REFUSED_BY_WORDS.values(), ids=REFUSED_BY_WORDS)
def test_an_attack_is_refused_by_its_words(scene, sql):
    """It is refused with one sentence in each language before it runs, and the caller is well."""
    refusal = scene.refused(sql)
    assert refusal.template in catalogue("vi")
    assert "needs more" not in refusal.message
    for language in ("en", "vi"):
        sentence, _hint = said(refusal, language)
        assert sentence.isprintable()
        assert sentence.endswith(".")
        assert MARK not in sentence


@pytest.mark.parametrize("sql", REFUSED_BY_RUN.values(), ids=REFUSED_BY_RUN)
def test_what_no_list_can_refuse_ends_within_its_limits(scene, sql):
    """A statement of permitted words that takes too much, or gives what it may not, ends with a sentence."""
    refusal = scene.refused(sql)
    assert refusal.template in catalogue("vi")
    assert MARK not in refusal.message


@pytest.mark.parametrize("sql", REFUSED_UNCHECKED.values(), ids=REFUSED_UNCHECKED)
def test_the_process_holds_without_the_lists(scene, sql):
    """With the lists left aside, settings and limits alone still keep files, network, memory and time."""
    assert MARK not in scene.refused(sql, unchecked=True).message


@pytest.mark.parametrize("sql", CHANGES.values(), ids=CHANGES)
def test_the_file_cannot_be_changed_without_the_lists(scene, sql):
    """With the lists left aside, the file is opened so that no statement changes it."""
    scene.refused(sql, unchecked=True)


def test_layers_hold_where_the_kernel_has_them(scene):
    """Memory is limited; another user, no network and a filter of calls hold where the kernel lets them."""
    rows, layers = WrittenSql().told(scene.question("select 1.5 as numerator"))
    assert [str(cell) for cell in rows[0]] == ["1.5"]
    linux = sys.platform.startswith("linux")
    known = linux and platform.machine() in {"x86_64", "aarch64"} and _filters()
    assert (Layer.MEMORY in layers) or not linux
    assert (Layer.CALLS in layers) or not known
    assert (Layer.USER in layers) or os.geteuid() == 0
    # Whatever is lacking, the settings of the engine refuse (test_the_process_holds_without_the_lists).


LACKING = """
import platform, sys
from pathlib import Path
from thuocdo.adapters.engines.sealed import refuse_calls
from thuocdo.adapters.engines.written_sql import WrittenSql
from thuocdo.core.errors import Invalid
from thuocdo.measurement.written.ports import Question
lacking, database, *attacks = sys.argv[1:]
NUMBERS = {"name spaces": {"x86_64": 272, "aarch64": 97}, "filters": {"x86_64": 317, "aarch64": 277}}
refuse_calls([NUMBERS[each].get(platform.machine(), 0) for each in lacking.split(",")])
def asked(sql, **how):
    return WrittenSql().told(Question(sql, Path(database), {}, ("numerator",)), **how)
print(*sorted(asked("select 1.5 as numerator")[1]))
for sql in attacks:
    try:
        asked(sql, unchecked=True)
    except Invalid:
        print("refused")
"""


@pytest.mark.parametrize("lacking", ["name spaces", "filters", "name spaces,filters"])
def test_where_the_kernel_lacks_a_layer_the_others_hold(scene, lacking):
    """Without name spaces the filter keeps the network away; without both, the engine's settings still do."""
    attacks = [
        scene.question(REFUSED_UNCHECKED[name]).sql
        for name in ("network: http path", "files: read_text", "files: COPY to")
    ]
    command = [sys.executable, "-c", LACKING, lacking, str(scene.database), *attacks]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    layers, *answers = done.stdout.splitlines()
    assert answers == ["refused"] * len(attacks)
    _rows, here = WrittenSql().told(scene.question("select 1.5 as numerator"))
    gone = {Layer.NETWORK: "name spaces", Layer.CALLS: "filters"}
    known = Layer.CALLS in here  # else nothing could be taken away for the test
    assert set(layers.split()) == {each for each in here if not known or gone.get(each, "-") not in lacking}
    scene.is_well()


def test_a_process_gets_no_environment_and_leaves_no_child(scene, monkeypatch):
    """What stands in our environment is not there for a statement, and nothing stays when it is over."""
    monkeypatch.setenv("THUOCDO_SECRET_KEY", MARK)
    started, start = [], subprocess.Popen
    monkeypatch.setattr(
        subprocess, "Popen", lambda *of, **how: started.append(start(*of, **how)) or started[-1]
    )
    assert MARK not in scene.refused("select getenv('THUOCDO_SECRET_KEY')", unchecked=True).message
    with pytest.raises(Invalid, match="needs more"):
        WrittenSql(seconds=1.0).told(scene.question(REFUSED_BY_RUN["growing: cross join"]))
    assert [each.returncode is None for each in started] == [False, False]


def test_a_process_that_stays_is_killed(scene):
    """Who has waited long enough goes on, and the next question is answered."""
    began = time.monotonic()
    with pytest.raises(Invalid, match="needs more"):
        WrittenSql(seconds=1.0).told(scene.question(REFUSED_BY_RUN["growing: cross join"]))
    assert time.monotonic() - began < 1.0 + GRACE
    assert WrittenSql().run(scene.question("select 2.5 as numerator"))[0][0] is not None


COMMENTS = {
    "a comment": "select 1.50 as numerator -- ; drop table dossiers",
    "a comment in the middle": "select /* from read_text('x') */ 1.50 as numerator",
    "one semicolon": "select 1.50 as numerator;",
    "a backslash is a sign": r"select case when length('\') = 1 then 1.50 end as numerator",
    "a keyword in quotes": "select case when 'read_csv(' <> 'x' then 1.50 end as numerator",
}


@pytest.mark.parametrize("sql", COMMENTS.values(), ids=COMMENTS)
def test_what_only_looks_hostile_runs(scene, sql):
    """What the engine's own parser takes for a comment or for text is one, also for the lists."""
    assert [[str(cell) for cell in row] for row in WrittenSql().run(scene.question(sql))] == [["1.50"]]


NUMBERS = st.sampled_from(["minutes", "amount", "7", "2.25", "abs(minutes - 3)", "round(amount, 1)"])
TEXTS = st.sampled_from(["channel", "lower(channel)", "'post'", "'x''y'", "substring(dossier, 2, 2)"])
DAYS = st.sampled_from(["due_on", "date '2025-01-20'", "last_day(due_on)"])
CONDITIONS = st.recursive(
    st.one_of(
        st.builds("{} {} {}".format, NUMBERS, st.sampled_from(["<", "=", "<>", ">="]), NUMBERS),
        st.builds("{} {} {}".format, TEXTS, st.sampled_from(["=", "<>", "like"]), TEXTS),
        st.builds("{} between {} and {}".format, DAYS, DAYS, DAYS),
        st.builds("{} in ({}, {})".format, TEXTS, TEXTS, TEXTS),
        st.builds("{} is {}null".format, NUMBERS, st.sampled_from(["", "not "])),
        st.builds("minutes > (select {}(minutes) from dossiers)".format, st.sampled_from(["min", "max"])),
        st.just("month in (select month from payments)"),
    ),
    lambda inner: st.one_of(
        st.builds("({} {} {})".format, inner, st.sampled_from(["and", "or"]), inner),
        st.builds("not ({})".format, inner),
    ),
    max_leaves=4,
)
SUMS = st.one_of(
    st.builds("sum({})".format, NUMBERS),
    st.builds("count(*) filter (where {})".format, CONDITIONS),
    st.builds("count(distinct {})".format, TEXTS),
    st.builds("sum(case when {} then {} else 0 end)".format, CONDITIONS, NUMBERS),
    st.builds("quantile_disc({}, 0.5)".format, st.sampled_from(["minutes", "amount"])),
    st.builds("date_diff('day', min({}), max({}))".format, DAYS, DAYS),
)
SOURCES = st.sampled_from(
    [
        "dossiers",
        "(select *, rank() over (partition by agency order by minutes) as place from dossiers) x",
        "(select distinct * from dossiers) x",
        "(select * from dossiers union all select * from dossiers) x",
    ]
)
STATEMENTS = st.builds(
    "with kept as (select * from {} where {}) select ({})::decimal(38, 6) as numerator,"
    " ({})::decimal(38, 3) as denominator from kept".format,
    SOURCES,
    CONDITIONS,
    SUMS,
    SUMS,
)


@given(sql=STATEMENTS)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_permitted_statements_give_the_same_unconfined(scene, sql):
    """A statement of permitted words gives in its process what the engine gives without any."""
    with duckdb.connect(str(scene.database), read_only=True) as connection:
        expected = connection.execute(sql).fetchall()
    assert [tuple(row) for row in WrittenSql().run(scene.question(sql))] == expected


def _filters():
    """Say whether the kernel knows filters of calls."""
    status = Path("/proc/self/status")
    return status.exists() and "Seccomp:" in status.read_text(encoding="ascii", errors="replace")
