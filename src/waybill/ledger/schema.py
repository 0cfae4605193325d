"""The tables of a ledger. Evidence is added and never changed; what can be derived anew may be replaced."""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text

metadata = MetaData()

edition = Table(
    "ledger",
    metadata,
    Column("version", Integer, nullable=False),
    Column("entries", Integer, nullable=False),
    Column("head", Text, nullable=False),
)
"""One row: the version of the tables, how many entries the log has, and the seal of the last one, "" where there is none."""

originals = Table(
    "originals",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)
"""The untouched bytes of every file that was read."""

texts = Table(
    "texts",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)
"""The text of every document in UTF-8."""

log = Table(
    "log",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("run", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("seal", Text, nullable=False),
    Index("log_kind", "kind", "name"),
)
"""The chain of custody: each entry's seal is a hash over all of the entry, the seal before it included.

`kind` is `acquired` (an original), `read` (the reading made of it), `judged`, or `missed` (an original no longer where it lay);
`name` where it lay, or the judgement's number; `size` (bytes) and `sha256` are those of what is kept, or was missed.
`run` is the number of the first entry of the same run.
"""

readings = Table(
    "readings",
    metadata,
    Column("number", Integer, ForeignKey("log.number"), primary_key=True, autoincrement=False),
    Column("location", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("reader", Text, nullable=False),
    Column("original_sha256", ForeignKey("originals.sha256"), nullable=False),
    Column("text_sha256", ForeignKey("texts.sha256"), nullable=False),
    Column("record", LargeBinary, nullable=False),
    Index("readings_location", "location"),
    Index("readings_original", "original_sha256"),
    Index("readings_key", "key", "reader"),
)
"""A publication as it was read, by the number of its entry in the log; the last one of a location stands.

`key` is a sha256 (hex) of all that was given to the reader, `reader` its version: where only that differs nothing new has come.
The record holds the other columns, too, but the location, which is the entry's name: the log seals them all.
"""

extractions = Table(
    "extractions",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("text_sha256", ForeignKey("texts.sha256"), nullable=False),
    Column("extractor", Text, nullable=False),
    Column("reading", ForeignKey("readings.number"), nullable=False),
    Column("sha256", Text, nullable=False),
    Column("record", LargeBinary, nullable=False),
)
"""One for every publication whose claims were found, by one version of the extractor; it may have none.

The record holds its claims in text order, `sha256` is the record's: claims that no longer fit it are found anew. The log does
not seal them, for they can be derived.
"""

claims = Table(
    "claims",
    metadata,
    Column("id", Text, primary_key=True),
    Column("extraction", ForeignKey("extractions.number"), primary_key=True),
)
"""Which extractions hold a claim of this id."""

judgements = Table(
    "judgements",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("entry", ForeignKey("log.number"), nullable=False, unique=True),
    Column("record", LargeBinary, nullable=False),
)
"""What analysts decided, in order; the record holds the number, too."""

EVIDENCE = (log, originals, texts, readings, judgements)
"""The tables in which nothing is ever changed or removed."""

shown = Table(
    "shown",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("label", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("claims", LargeBinary, nullable=False),
    Index("shown_label", "label"),
    Index("shown_id", "id"),
)
"""The labels and ids of the account last shown, so that each can be explained and judged: derived, replaced with each."""
