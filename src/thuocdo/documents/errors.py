"""Refusals of a file that cannot be read: one sentence that names the remedy."""

from collections.abc import Mapping

from thuocdo.core.errors import Invalid


class Unreadable(Invalid):
    """The file is no document that this program can or may read.

    `template` is the English sentence with its `{placeholders}`; `params` fill them.
    """

    def __init__(self, template: str, **params: str) -> None:
        super().__init__(template, params=params)
        self.params: Mapping[str, str] = params


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
NEEDS_FORMATS = "Files of the type “{suffix}” need further libraries; install thuocdo[formats]."
OLD_OFFICE = "This is a document of the old Office format; open it and save it as .docx or .xlsx."
PROTECTED = "The document is protected by a password; take the protection off and save it again."
DAMAGED = "The file is damaged or cut off; open it in the program that wrote it and save it again."
NO_WORD_DOCUMENT = "The file holds no Word document; open it in a word processor and save it as .docx."
TOO_MANY_PARTS = "The file packs more than {limit} parts, as no document does; save the text alone again."
UNPACKED_TOO_LARGE = "The file unpacks to more than {limit} MB; give the document without pictures."
PART_TOO_LARGE = "A part of the file unpacks to more than {limit} MB; divide the document."
PACKED_TOO_TIGHT = (
    "A part of the file unpacks to more than {limit} times its size, as no document does; "
    "save the text alone again."
)
ODD_PART_NAME = (
    "A part of the file has a name that leads out of it, as in no document; save the text alone again."
)
DECLARATIONS = (
    "The file declares markup of its own, as no word processor does; save the document again as .docx."
)
TOO_DEEP = "The page nests more than {limit} elements in each other; save the text alone again."
TOO_MANY_CELLS = "The tables have more than {limit} cells; give the document alone."
NO_TEXT = (
    "The PDF holds only pictures of its pages and no text layer; run text recognition (OCR) on it first."
)
TOO_MANY_PAGES = "The PDF has more than {limit} pages; give the document alone."
TOO_FULL = (
    "Page {page} of the PDF has more than {limit} letters and strokes; give the document without drawings."
)
UNKNOWN_FORMAT = "Files of the type “{suffix}” cannot be read; give one of: {known}."
DIRECTORY = "This is a folder; give one document."
MISSING = "There is no such file; check the path."
FORBIDDEN = "The file may not be opened; give yourself the right to read it."
BROKEN = "The document could not be read within the limits; give a smaller or simpler file."
