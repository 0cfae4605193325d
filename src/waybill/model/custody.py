"""What is kept, since when and by whom: the chain of custody and its proof."""

from typing import Literal

from msgspec import Struct

EntryKind = Literal["acquired", "read", "judged", "missed"]


class LogEntry(Struct, frozen=True):
    """One step of the chain of custody (Berkeley Protocol): what was kept, from where, when, by whom, how large, its hash.

    `kind`: an original acquired, a reading made of it, a judgement, an original missed where it lay. `name` is that place, or
    the judgement's number; `at` an ISO time in UTC; `size` in bytes; `sha256` (hex) that of what is kept, or was missed.
    `previous` is the seal of the entry before, "" for the first. `run` is the number of the first entry of the same run.
    """

    number: int
    run: int
    kind: EntryKind
    name: str
    at: str
    by: str
    size: int
    sha256: str
    previous: str


class Fault(Struct, frozen=True):
    """Something that is not as the log says; `entry` is the log's number, None where no entry speaks of it."""

    entry: int | None
    name: str
    why: str


class Proof(Struct, frozen=True):
    """What a verification went through, and every fault it found, in the order of the log.

    `head` is the last entry's seal: who has written it down can prove later that nothing before it was changed or removed.
    """

    entries: int
    originals: int
    texts: int
    judgements: int
    size: int
    head: str
    faults: tuple[Fault, ...]
