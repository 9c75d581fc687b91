"""Why something of a log is refused: a fixed code, what it is about, and one sentence that says where."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from thuocdo.core.errors import N_, Fault, IntegrityBroken
from thuocdo.core.messages import Reason

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        # the tree and its proofs
        "frontier_wrong": N_("A tree of {size} entries is not continued from {found} hashes."),
        "hash_length": N_("A hash is not 32 bytes long."),
        "size_impossible": N_("No log has {size} entries."),
        "size_beyond": N_("The log has {held} entries, not {size}."),
        "sizes_disordered": N_(
            "Nothing is proven from {old} entries to {new}: the earlier size has to be 1 to the later."
        ),
        "index_beyond": N_("A log of {size} entries has no entry {index}."),
        "inclusion_length": N_(
            "The proof for entry {index} has another length than a log of {size} entries gives."
        ),
        "inclusion_wrong": N_(
            "Entry {index} is not the one in the log of {size} entries: the proof leads to another root."
        ),
        "consistency_length": N_(
            "The proof from {old} to {new} entries has another length than these sizes give."
        ),
        "consistency_wrong": N_("The log of {new} entries does not begin with the one of {old} entries."),
        # files
        "file_special": N_("{path} is a link or no plain file."),
        "file_unreadable": N_("{path} cannot be read."),
        "file_too_large": N_("{path} has more than {limit} bytes."),
        "tile_missing": N_("{path} is missing; it holds numbers {first} to {last} of its row."),
        "tile_length": N_("{path} has {found} bytes, not {expected}."),
        "tile_wrong": N_(
            "{path} was changed: hash {place} in it, over entries {first} to {last}, is not the logged one."
        ),
        "tile_disagrees": N_(
            "{path} and the entries disagree: hash {place} in it, over entries {first} to {last}."
        ),
        "tile_fixed": N_(
            "{path} belongs to the signed log of {size} entries and holds other bytes than it should."
        ),
        "bundle_cut": N_("{path} ends in the middle of entry {index}."),
        "bundle_count": N_("{path} has {found} entries, not {expected}."),
        "bundle_more": N_("{path} goes on for {extra} bytes after its {expected} entries."),
        "entry_too_long": N_("Entry {number} of these has {found} bytes, at most {limit} fit."),
        "entry_wrong": N_("Entry {index} in {path} was changed: it is not the logged one."),
        # history
        "history_shorter": N_("The log has {size} entries; a checkpoint was signed for {signed}."),
        "history_rewritten": N_(
            "The log was rewritten: it is not the one that the checkpoint of {size} entries was signed for;"
            " the difference lies in entries {first} to {last}."
        ),
        "rewound": N_("The log was rewound: it has {size} entries where a checkpoint of {known} is known."),
        "forked": N_(
            "The log was forked: two checkpoints of {size} entries are signed, over roots {one} and {other}."
        ),
        # the database
        "event_missing": N_(
            "Entry {index} stands for an event that the database no longer has ({commitment})."
        ),
        "event_changed": N_(
            "Entry {index} stands for the event {event}; that row was changed in the database."
        ),
        "event_disagrees": N_("Entry {index} and the event {event} in the database say different things."),
        "index_wrong": N_("Entry {index} stands for the event {event}; the database says entry {found}."),
        "record_changed": N_(
            "Record {record} was changed in the database: its content is not what was handed in."
        ),
        # the signer
        "record_missing": N_(
            "{path} is missing: a signer that does not know what it signed last must not sign."
        ),
        "record_foreign": N_(
            "The checkpoint of {size} entries that was signed last is by none of the keys here."
        ),
        "signed_elsewhere": N_(
            "Readers have a checkpoint of {size} entries, and this signer signed {known} at most:"
            " its memory is older, or somebody else has its key."
        ),
        "key_not_here": N_("The entries say that {key} is in force; that key is not here."),
        "key_not_pinned": N_("None of the pinned keys is one of this log: {keys}."),
        "policy_missing": N_("{path} is missing: it says whose signatures count, where no trust file does."),
        "nothing_shown": N_("{path} is missing: nothing of this log was signed yet."),
        "copy_differs": N_("Entry {index} in {path} is another one than in the copy that you kept."),
        # notes and keys
        "note_too_large": N_("The note has more than {limit} bytes."),
        "note_not_text": N_("The note is no text of whole lines in UTF-8 without control characters."),
        "note_without_signatures": N_("The note has no signatures after a blank line."),
        "note_signatures_many": N_("The note has more than {limit} signatures."),
        "signature_malformed": N_("Signature line {number} of the note is none."),
        "signature_wrong": N_("The signature of {name} ({id}) does not hold."),
        "log_signature_missing": N_("The log's key {name} ({id}) has not signed this checkpoint."),
        "key_malformed": N_(
            "{name} with this key is no signer: a name has no spaces and no plus, a key 32 bytes."
        ),
        "key_ambiguous": N_("Two different keys are called {name} ({id})."),
        "time_unfit": N_("{name} cannot sign so: a witness signs with a time, a log without."),
        "vkey_malformed": N_("“{text}” is no key of the form name+id+key."),
        "vkey_kind": N_("The key {name} is of kind {kind}, which has no use here."),
        "vkey_id": N_("The id of the key {name} is {expected}, not {found}."),
        "witness_kind": N_("The key {name} is none of a witness."),
        # checkpoints
        "origin_malformed": N_("“{origin}” is no name of a log."),
        "origin_other": N_("The checkpoint is of the log “{found}”, not of “{expected}”."),
        "checkpoint_malformed": N_(
            "The checkpoint is none: it needs the lines origin, size and root in their one spelling."
        ),
        "checkpoint_empty_root": N_("The checkpoint of an empty log has a root that no empty log has."),
        "quorum_missing": N_(
            "Too few witnesses signed the checkpoint of {size} entries: {signed} did, “{quorum}” wants more;"
            " missing: {missing}."
        ),
        # receipts
        "receipt_too_large": N_("The receipt has more than {limit} bytes."),
        "receipt_header": N_("The receipt begins with “{found}”, not with “{expected}”."),
        "receipt_line": N_("Line {number} of the receipt is not what stands there in a receipt."),
        # what the entries say
        "entry_refused": N_("Entry {index} may not stand in the log: {why}."),
        "reference_later": N_(
            "Entry {index} names entry {number} as its {field}; it may name earlier ones only."
        ),
        "reference_other": N_("Entry {index} names entry {number} as its {field}; that is no {type}."),
        "publication_skipped": N_(
            "Entry {index} has to name publication {expected} as the one before it, not {found}."
        ),
        "rotation_same": N_("Entry {index} changes the log's key to the same key."),
        "rotation_name": N_("Entry {index} changes the name of the log's key."),
        "rotation_signature": N_("Entry {index} changes the log's key without the signature of {key}."),
        "rotation_broken": N_("Entry {index} changes the log's key {found}, but {expected} was in force."),
    }
)
"""The sentence of each code."""


class Unsound(IntegrityBroken):
    """A part of a log is malformed, or disagrees with another part; `reason` says which and where."""

    def __init__(self, code: str, /, *, faults: Sequence[Fault] = (), **params: object) -> None:
        """Take one of the codes of `SENTENCES` and the values that its sentence names."""
        self.reason = Reason(code, {name: str(value) for name, value in params.items()})
        super().__init__(SENTENCES[code].format(**self.reason.params), faults=faults)
        # The doors say it in another language from these two (core.messages.said).
        self.template, self.params = SENTENCES[code], self.reason.params
