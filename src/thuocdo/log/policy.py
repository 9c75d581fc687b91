"""Whose signatures are enough (c2sp.org/tlog-policy): the log's key, and k of n witnesses."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from thuocdo.core.errors import N_, Fault, Invalid
from thuocdo.log.checkpoints import Opened
from thuocdo.log.errors import Unsound
from thuocdo.log.notes import Kind, VerifierKey, read_vkey, shown

NONE = "none"
MAX_BYTES = 64 * 1024
_LINE = N_("is none of: log VKEY [URL], witness NAME VKEY [URL], group NAME K MEMBERS, quorum NAME")
_TWICE = N_("{name} is named twice")
_STRANGE = N_("{name} is named nowhere above")
_THRESHOLD = N_("needs any, all, or from 1 to {members} of its members")
_QUORUM = N_("needs exactly one line: quorum NAME, or quorum none")
_LOG = N_("needs at least one line: log VKEY")
_BYTES = N_("is no text of at most {limit} bytes")
_MIN_GROUP = 4


@dataclass(frozen=True, slots=True)
class Group:
    """So many of these members, which are witnesses or groups defined before, must have signed."""

    threshold: int
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Policy:
    """What a reader pins. `quorum` is the name of a witness or a group, "none" where nobody must sign.

    `addresses` are where witnesses are reached, by name; only who collects signatures needs them.
    """

    logs: tuple[VerifierKey, ...]
    witnesses: Mapping[str, VerifierKey] = field(default_factory=dict)
    groups: Mapping[str, Group] = field(default_factory=dict)
    quorum: str = NONE
    addresses: Mapping[str, str] = field(default_factory=dict)

    @property
    def keys(self) -> tuple[VerifierKey, ...]:
        """Return the witnesses' keys."""
        return tuple(self.witnesses.values())

    def met_by(self, keys: Collection[VerifierKey]) -> bool:
        """Say whether the signatures of these keys are enough."""
        if self.quorum == NONE:
            return True
        signed = {name for name, key in self.witnesses.items() if key in keys}
        # A group's members stand above it, so one pass in order settles every group.
        for name, group in self.groups.items():
            if len(signed.intersection(group.members)) >= group.threshold:
                signed.add(name)
        return self.quorum in signed

    def check(self, opened: Opened) -> None:
        """Refuse a checkpoint that too few witnesses signed; names those that are missing."""
        if not self.met_by(opened.witnesses):
            missing = sorted(name for name, key in self.witnesses.items() if key not in opened.witnesses)
            raise Unsound(
                "quorum_missing",
                size=opened.checkpoint.size,
                quorum=self.quorum,
                signed=len(self.witnesses) - len(missing),
                missing=", ".join(missing),
            )


def k_of_n(log: VerifierKey, witnesses: Mapping[str, VerifierKey], threshold: int) -> Policy:
    """Return the plain policy: any `threshold` of these witnesses."""
    lines = [f"log {log}", *(f"witness {name} {key}" for name, key in witnesses.items())]
    lines += [f"group witnesses {threshold} {' '.join(witnesses)}", "quorum witnesses"]
    return read_policy("".join(f"{line}\n" for line in lines).encode())


def read_policy(data: bytes, *, where: str = "policy") -> Policy:
    """Return the policy that a file holds; `Invalid` with every fault at once."""
    reader = _Reader(where)
    try:
        text = data.decode() if len(data) <= MAX_BYTES else None
    except UnicodeDecodeError:
        text = None
    if text is None:
        reader.fault(0, _BYTES, limit=MAX_BYTES)
    for number, line in enumerate((text or "").split("\n"), 1):
        words = line.partition("#")[0].split()
        if words:
            reader.take(number, words)
    return reader.policy()


class _Reader:
    def __init__(self, where: str) -> None:
        self.where = where
        self.faults: list[Fault] = []
        self.logs: list[VerifierKey] = []
        self.witnesses: dict[str, VerifierKey] = {}
        self.groups: dict[str, Group] = {}
        self.quorums: list[str] = []
        self.addresses: dict[str, str] = {}

    def take(self, number: int, words: list[str]) -> None:
        """Read one line."""
        match words:
            case ["log", vkey] | ["log", vkey, _]:
                key = self._key(number, vkey, Kind.ED25519)
                self.logs += [] if key is None else [key]
            case ["witness", name, vkey, *rest] if len(rest) <= 1:
                key = self._key(number, vkey, Kind.COSIGNATURE)
                if key is not None and self._new(number, name):
                    # One key under two names would let one witness count for two.
                    if key.public in {each.public for each in (*self.logs, *self.witnesses.values())}:
                        self.fault(number, _TWICE, name=shown(key.name))
                    self.witnesses[name] = key
                    if rest:
                        self.addresses[name] = rest[0]
            case ["group", name, threshold, *members] if len(words) >= _MIN_GROUP:
                self._group(number, name, threshold, members)
            case ["quorum", name]:
                if name != NONE and not self._known(name):
                    self.fault(number, _STRANGE, name=shown(name))
                self.quorums.append(name)
            case _:
                self.fault(number, _LINE)

    def policy(self) -> Policy:
        """Return what was read, or refuse it."""
        if not self.faults and len(self.quorums) != 1:
            self.fault(0, _QUORUM)
        if not self.faults and not self.logs:
            self.fault(0, _LOG)
        if self.faults:
            more = f" and {len(self.faults) - 1} more" if len(self.faults) > 1 else ""
            raise Invalid(f"{str(self.faults[0]).rstrip('.')}{more}.", faults=self.faults)
        return Policy(tuple(self.logs), self.witnesses, self.groups, self.quorums[0], self.addresses)

    def fault(self, number: int, template: str, **params: object) -> None:
        """Note a fault of a line; 0 is the whole file."""
        values = {name: str(value) for name, value in params.items()}
        where = f"{self.where}:{number}" if number else self.where
        self.faults.append(Fault(where, template.format(**values), None, template, values))

    def _key(self, number: int, vkey: str, kind: Kind) -> VerifierKey | None:
        try:
            key = read_vkey(vkey)
        except Unsound as error:
            self.faults.append(
                Fault(f"{self.where}:{number}", error.message, None, error.template, error.reason.params)
            )
            return None
        if key.kind is not kind:
            self.fault(number, _LINE)
            return None
        return key

    def _group(self, number: int, name: str, threshold: str, members: list[str]) -> None:
        for member in members:
            if not self._known(member):
                self.fault(number, _STRANGE, name=shown(member))
        for member in {each for each in members if members.count(each) > 1}:
            self.fault(number, _TWICE, name=shown(member))
        spelled = {"any": 1, "all": len(members)} | {
            str(count): count for count in range(1, len(members) + 1)
        }
        if threshold not in spelled:
            self.fault(number, _THRESHOLD, members=len(members))
        if self._new(number, name):
            self.groups[name] = Group(spelled.get(threshold, len(members)), tuple(members))

    def _new(self, number: int, name: str) -> bool:
        fresh = not self._known(name) and name != NONE
        if not fresh:
            self.fault(number, _TWICE, name=shown(name))
        return fresh

    def _known(self, name: str) -> bool:
        return name in self.witnesses or name in self.groups
