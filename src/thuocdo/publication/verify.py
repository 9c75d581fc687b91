"""Verifying a publication without trusting its publisher: no database, no Django, no network.

The steps have the same numbers here, in docs/verify.md and in what `thuocdo verify` prints:

1. the folder and its manifest can be read
2. the signatures hold, against trust.json where one is given
3. every file has the size and digest that were signed; none is missing, none is extra
4. facts.json can be read, and its rules are known here
5. every status, verdict and total is recomputed from facts.json and compared with every table
6. every page shows these statuses
7. illustrative data is marked
8. what cannot be recomputed, and the corrections, are listed
9. the log, where there is one, only grew, and the publication stands in it
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

from thuocdo.core.canonical import sha256_hex
from thuocdo.core.collector import collector_resting
from thuocdo.core.errors import Fault, IntegrityBroken, Invalid, NotFound, ThuocDoError
from thuocdo.core.messages import Reason
from thuocdo.evaluation.evaluate import evaluate
from thuocdo.evaluation.types import RULES_VERSION, Facts, Verdicts
from thuocdo.log.types import Tombstone
from thuocdo.measurement.thresholds.types import NAMES, STANDARD
from thuocdo.publication import (
    checks,
    compressed,
    earlier,
    facts_file,
    manifest,
    pages,
    past,
    signatures,
    texts,
)
from thuocdo.publication.columns import Table
from thuocdo.publication.compare import differing
from thuocdo.publication.described import altered, foreign
from thuocdo.publication.describing.snapshot import Snapshot
from thuocdo.publication.findings import LOG_STEP, Finding, Report
from thuocdo.publication.folder import Folder, Unreadable, stands_outside
from thuocdo.publication.in_log import InLog, judge_log
from thuocdo.publication.keys import Trust
from thuocdo.publication.limits import as_before, methods, not_recomputable
from thuocdo.publication.manifest import Manifest
from thuocdo.publication.open_data import Writer, formats, recomputed
from thuocdo.publication.score_check import check_scores
from thuocdo.publication.scores import SCORES_PATH, Result
from thuocdo.publication.sentences import STEPS
from thuocdo.publication.tables import dictionary, tables

Evaluate = Callable[[Facts], Verdicts]
_MAX_NAMED = 20
_MAX_PAGE_BYTES = 8 * 1024 * 1024
_TABLE_ROOM = 64 * 1024


def verify(
    root: Path, *, trust: Trust | None = None, rules: Evaluate = evaluate, since: bytes | None = None
) -> Report:
    """Return everything that is wrong with the publication in a folder, all at once.

    `since` is a checkpoint of the log that the reader kept: the log must continue it.
    """
    if not root.is_dir():
        raise NotFound(f"There is no folder {root}.", hint="Name the folder that was published.")
    run = _Run(Folder(root), trust, rules, since)
    with collector_resting():
        run.steps()
    run.report.faults.sort(key=lambda each: each.step)
    return run.report


def check(root: Path, *, trust: Trust | None = None, language: str = "en") -> Report:
    """Return the report of a publication that holds; `IntegrityBroken` with every fault otherwise."""
    report = verify(root, trust=trust)
    if not report.holds:
        faults = tuple(finding.fault(language) for finding in report.faults)
        raise IntegrityBroken(f"{faults[0]}.", faults=faults, hint="Do not rely on this copy.")
    return report


class _Run:
    def __init__(self, folder: Folder, trust: Trust | None, rules: Evaluate, since: bytes | None) -> None:
        self.folder = folder
        self.trust = trust
        self.rules = rules
        self.since = since
        self.report = Report()
        self.logged = InLog(present=False)

    def steps(self) -> None:
        """Run the steps in order; a step without its input is skipped and says so."""
        signed = self._manifest()
        if signed is None:
            self.report.skipped.update(range(2, len(STEPS) + 1))
            return
        head, data = signed
        self._log()
        self._signatures(head, data)
        self._files(head, data)
        facts = self._facts(head)
        verdicts = None if facts is None else self._verdicts(facts)
        if facts is None or verdicts is None:
            self.report.skipped.update(range(5, LOG_STEP))
            return
        self._tables(head, facts, verdicts)
        self._pages(head, facts, verdicts)
        self._limits(head, facts)

    # 1: the folder and its manifest can be read
    def _manifest(self) -> tuple[Manifest, bytes] | None:
        try:
            data = self.folder.read(manifest.MANIFEST_PATH, manifest.MAX_BYTES)
            head = manifest.read_manifest(data)
        except (Unreadable, Invalid) as error:
            self._refused(1, manifest.MANIFEST_PATH, error)
            return None
        self.report.manifest, self.report.manifest_sha256 = head, sha256_hex(data)
        return head, data

    # 2: the signatures hold, against trust.json where one is given
    def _signatures(self, head: Manifest, data: bytes) -> None:
        path = manifest.SIGNATURES_PATH
        try:
            found = signatures.read_signatures(self.folder.read(path, signatures.MAX_BYTES))
        except (Unreadable, Invalid) as error:
            self._refused(2, path, error)
            return
        checked = signatures.check_signatures(
            data,
            found,
            self.trust,
            illustrative=head.illustrative,
            as_of=head.as_of,
            entry=self.logged.told.number_of(self.report.manifest_sha256),
        )
        self.report.signed_by = checked.counted
        for reason in checked.faults:
            self._fault(2, path, "", reason)
        for reason in checked.notes:
            self._note(2, path, "", reason)

    # 3: every file has the size and digest that were signed; none is missing, none is extra
    def _files(self, head: Manifest, data: bytes) -> None:
        checked = ((path, self.folder.check(path, entry)) for path, entry in head.files.items())
        broken = {path: reason for path, reason in checked if reason is not None}
        for path in sorted(self.gone.keys() & head.files.keys()):
            self._gone(path, broken.get(path))
        for path, wrong in broken.items():
            if path not in self.gone:
                self._fault(3, path, "", wrong)
        for path, wrong in compressed.faults(self.folder, head.files, broken):
            self._fault(3, path, "", wrong)
        for path, reason in self.folder.walk():
            if reason is not None and path not in head.files:
                self._fault(3, path, "", reason)
            elif path not in head.files and not stands_outside(path):
                self._fault(3, path, "", Reason("extra"))
        for where, what, reason in earlier.faults(self.folder, head, self.logged.told, trust=self.trust):
            self._fault(3, where, what, reason)
        for where, reason in earlier.doubts(self.folder, head, self.logged.told, trust=self.trust):
            self._note(3, where, "", reason)
        try:
            sums = self.folder.read(manifest.SUMS_PATH, manifest.MAX_BYTES)
        except Unreadable as error:
            self._fault(3, manifest.SUMS_PATH, "", error.reason)
            return
        if sums != manifest.sums_bytes(head.files, data):
            self._fault(3, manifest.SUMS_PATH, "", Reason("sums_differ"))

    @property
    def gone(self) -> dict[str, tuple[int, Tombstone]]:
        """Return which files the log tells were taken away from this publication."""
        return self.logged.told.gone_from(self.report.manifest_sha256)

    def _gone(self, path: str, reason: Reason | None) -> None:
        number, said = self.gone[path]
        if reason is None or reason.code != "not_there":
            self._fault(3, path, "", Reason("still_there", {"number": str(number)}))
            return
        told = {"number": str(number), "reason": said.reason, "document": said.document}
        self._note(3, path, "", Reason("taken_down", told))

    # 4: facts.json can be read, and its rules are known here
    def _facts(self, head: Manifest) -> Facts | None:
        path = facts_file.FACTS_PATH
        entry = head.files.get(path)
        if entry is None:
            self._fault(4, path, "", Reason("not_there"))
            return None
        if self.folder.check(path, entry) is not None:
            # Step 3 named it: what other facts would give is of no interest.
            self.report.skipped.add(4)
            return None
        try:
            facts = facts_file.read_facts(self.folder.read(path, facts_file.MAX_BYTES))
        except (Unreadable, Invalid, IntegrityBroken) as error:
            self._refused(4, path, error)
            return None
        chosen = ", ".join(
            f"{name} {getattr(facts.thresholds, name)} ({getattr(STANDARD, name)})"
            for name in NAMES
            if getattr(facts.thresholds, name) != getattr(STANDARD, name)
        )
        if chosen:
            self._note(4, path, "", Reason("thresholds_chosen", {"chosen": chosen}))
        return facts

    # 5: every status, verdict and total is recomputed from facts.json and compared with every table
    def _verdicts(self, facts: Facts) -> Verdicts | None:
        try:
            verdicts = self.rules(facts)
            tables(facts, verdicts)
        except Exception as error:  # noqa: BLE001  facts of a stranger may break any rule: say so, do not crash
            why = f"{type(error).__name__}: {error}"[:200]
            self._fault(5, facts_file.FACTS_PATH, "", Reason("rules_failed", {"why": why}))
            return None
        return verdicts

    def _tables(self, head: Manifest, facts: Facts, verdicts: Verdicts) -> None:
        self._head(head, facts)
        found = recomputed(facts, verdicts, head.corrections, self._scores(head, facts, verdicts))
        meaning = dictionary(facts, found)
        known = {facts_file.FACTS_PATH, SCORES_PATH}
        known.update(meaning.path + each.SUFFIX for each in formats())
        for table in found:
            for each in formats():
                path = table.path + each.SUFFIX
                known.add(path)
                self._some(5, path, self._differences(head, path, table, each, facts))
        described = tuple(altered(self.folder, head, Snapshot(facts, (*found, meaning), head.corrections)))
        known.update(path for path, _faults in described)
        if elsewhere := foreign(head, described):
            self._note(5, manifest.MANIFEST_PATH, "made_by", elsewhere)
        else:
            for path, faults in described:
                self._some(5, path, faults)
        for path, faults in texts.altered(self.folder, head, facts):
            self._some(5, path, faults)
        for path in head.files:
            if path.endswith(tuple(each.SUFFIX for each in formats())) and path not in known:
                self._note(5, path, "", Reason("not_recomputed"))

    def _scores(self, head: Manifest, facts: Facts, verdicts: Verdicts) -> tuple[Result, ...]:
        """Recompute the scores by the sets that scores.json holds; without the file there are none."""
        if SCORES_PATH not in head.files:
            return ()
        checked = check_scores(self.folder, facts, verdicts)
        self._some(5, SCORES_PATH, checked.faults)
        for reason in checked.notes:
            self._note(5, SCORES_PATH, "", reason)
        return checked.found

    def _differences(
        self, head: Manifest, path: str, table: Table, form: Writer, facts: Facts
    ) -> Iterator[tuple[str, Reason]]:
        if path not in head.files:
            yield "", Reason("not_there")
            return
        right = form.write(table, facts)
        try:
            data = self.folder.read(path, 2 * len(right) + _TABLE_ROOM)
        except Unreadable as error:
            if error.reason.code == "size_differs":
                yield "", Reason("table_too_large")
            return  # step 3 named what is missing or special
        if data == right:
            return
        named = False
        try:
            for each in form.differences(data, table, facts):
                named = True
                yield each.what, each.reason
        except ValueError as error:
            yield "", Reason("table_unreadable", {"why": str(error)[:200]})
            return
        if not named:
            yield "", Reason("bytes_differ")

    def _head(self, head: Manifest, facts: Facts) -> None:
        programme = facts.programme
        pairs = (
            ("programme", head.programme, programme.slug),
            ("programme_number", head.programme_number, programme.number),
            ("programme_version", head.programme_version, programme.version),
            ("as_of", head.as_of, facts.as_of),
            ("illustrative", head.illustrative, facts.illustrative),
            ("rules_version", head.rules_version, RULES_VERSION),
            ("methods", head.methods, methods(facts)),
            ("made_by, rules", head.made_by.rules if head.made_by else RULES_VERSION, RULES_VERSION),
        )
        for name, said, right in pairs:
            if said != right:
                self._fault(5, manifest.MANIFEST_PATH, name, differing(str(said), str(right)))

    # 6: every page shows these statuses, and 7: illustrative data is marked
    def _pages(self, head: Manifest, facts: Facts, verdicts: Verdicts) -> None:
        statuses = pages.expected(verdicts)
        seen: set[tuple[str, str, str]] = set()
        for path, entry in head.files.items():
            if not path.endswith(".html"):
                continue
            try:
                text = self.folder.read(path, _MAX_PAGE_BYTES).decode("utf-8", "replace")
            except Unreadable as error:
                if entry.bytes > _MAX_PAGE_BYTES:  # else step 3 named it
                    self._fault(6, path, "", error.reason)
                continue
            page = pages.look(text)
            seen.update(pages.own_pages(path, page))
            found = pages.page_faults(page, statuses, illustrative=facts.illustrative)
            self._some(6, path, found)
        # A page that was taken away is not missed: step 3 says why it is gone.
        away = {path.split("/")[-2] for path in self.gone if path.endswith("/index.html")}
        missing = pages.missing_pages(seen, verdicts)
        self._some(6, facts.programme.slug, (each for each in missing if each[0].split()[-1] not in away))
        for problem in checks.unmarked(facts):
            self._fault(7, facts_file.FACTS_PATH, problem.where, problem.reason)

    # 8: what cannot be recomputed, and the corrections, are listed
    def _limits(self, head: Manifest, facts: Facts) -> None:
        right = not_recomputable(facts)
        if head.not_recomputable not in {right, as_before(right)}:
            said = differing(str(len(head.not_recomputable)), str(len(right)))
            self._fault(8, manifest.MANIFEST_PATH, "not_recomputable", said)
        self.report.gaps, self.report.corrections = right, head.corrections
        for where, what, reason in past.faults(self.folder, head, self.logged, self.report.manifest_sha256):
            self._fault(8, where, what, reason)
        for where, reason in texts.unlogged(facts, self.logged):
            self._fault(LOG_STEP, where, "", reason)

    # 9: the log, where there is one, only grew, and the publication stands in it
    def _log(self) -> None:
        found = judge_log(self.folder.root, self.report.manifest_sha256, trust=self.trust, since=self.since)
        self.logged = found
        self.report.logged = found.present
        for reason in found.faults:
            self._fault(LOG_STEP, manifest.LOG_FOLDER, "", reason)
        for reason in found.notes:
            self._note(LOG_STEP, manifest.LOG_FOLDER, "", reason)

    def _some(self, step: int, where: str, found: Iterable[tuple[str, Reason]]) -> None:
        """Report the first findings of a file by name and count the rest."""
        findings = iter(found)
        for what, reason in islice(findings, _MAX_NAMED):
            self._fault(7 if reason.code == "page_unmarked" else step, where, what, reason)
        rest = sum(1 for _ in findings)
        if rest:
            self._fault(step, where, "", Reason("and_more", {"count": str(rest)}))

    def _refused(self, step: int, where: str, error: Unreadable | ThuocDoError) -> None:
        if isinstance(error, Unreadable):
            self._fault(step, where, "", error.reason)
            return
        for fault in getattr(error, "faults", ()) or (Fault(where, error.message.rstrip(".")),):
            self._fault(step, where, fault.field or "", Reason("unreadable", {"why": fault.message}))

    def _fault(self, step: int, where: str, what: str, reason: Reason) -> None:
        self.report.faults.append(Finding(step, where, what, reason))

    def _note(self, step: int, where: str, what: str, reason: Reason) -> None:
        self.report.notes.append(Finding(step, where, what, reason))
