"""Everything that can go wrong for a user, as one tree.

WaybillError
├── ReadError          a file that cannot be read as a report
├── WriteError         a file that cannot be written, or would be overwritten
├── MissingModelError  the language pipeline is not installed
├── UnknownIdError     an id that nothing in these documents has
├── LedgerError        a ledger that cannot be opened, read or written
├── JudgementError     a judgement that says nothing that can be kept
└── MeaningError       words given on the command line that mean nothing we know

Expected ignorance is no error: it is a value with its reason (`Mention.unresolved`, `Slot.unresolved`).
Anything else that is raised is a bug.
"""


class WaybillError(Exception):
    """Says in one line what, where and what to try."""


class ReadError(WaybillError):
    """A file that cannot be read as a report; the message does not repeat its path."""


class WriteError(WaybillError):
    """A file that cannot be written, or one that is there already."""


class MissingModelError(WaybillError):
    """The language pipeline named in the settings is not installed."""


class UnknownIdError(WaybillError):
    """An id that no claim, document, originator or delivery of these documents has."""


class LedgerError(WaybillError):
    """A ledger that cannot be opened, read or written; names the ledger."""


class JudgementError(WaybillError):
    """A judgement that cannot be kept: on nothing, or with a value that cannot be read."""


class MeaningError(WaybillError):
    """Words for a delivery that cannot be read: no such place, a window that runs backwards."""
