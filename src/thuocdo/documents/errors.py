"""Refusals of a file that cannot be read: one sentence that names the remedy."""

from thuocdo.core.errors import Invalid


class Unreadable(Invalid):
    """The file is no document that this program can or may read.

    `template` is the English sentence with its `{placeholders}` and `params` fill them, so that
    a door can say it in another language.
    """

    def __init__(self, template: str, **params: str) -> None:
        super().__init__(template.format(**params))
        self.template = template
        self.params = params


NO_TASKS = (
    "No table of tasks or indicators was found; the table needs a heading row such as “TT, Nhiệm vụ, "
    "Cơ quan chủ trì, Thời gian” and at least one numbered row."
)
OTHER_LANGUAGE = "The text is neither Vietnamese nor English; give a document in one of these languages."
CLASSIFIED = (
    "The document is marked “{mark}”; this system is connected to a network and must not hold state secrets: "
    "remove the file and keep it where it belongs."
)
EMPTY = "The file is empty; give the document's text."
BINARY = "The file is not plain text; save the document as text in UTF-8."
NOT_UTF8 = "The text is not UTF-8; save it again with the encoding UTF-8."
UTF16 = "The text is in UTF-16; save it again with the encoding UTF-8."
LEGACY = "The text is in the legacy Vietnamese encoding {encoding}; convert it to Unicode (UTF-8) first."
TOO_LARGE = "The file has more than {limit} MB; give the document without pictures and attachments."
TOO_MANY_LINES = "The text has more than {limit} lines; give the document alone."
LONG_LINE = (
    "Line {line} has more than {limit} characters, so this is no text of a document; "
    "give one paragraph a line."
)
UNKNOWN_FORMAT = "Files of the type “{suffix}” cannot be read; give one of: {known}."
DIRECTORY = "This is a folder; give one document."
MISSING = "There is no such file; check the path."
FORBIDDEN = "The file may not be opened; give yourself the right to read it."
BROKEN = "The document could not be read within the limits; give a smaller or simpler file."
