"""What tells a ledger, and which tables it has."""

APPLICATION = 0x57415942
"""What the file's header says its owner is ("WAYB"; sqlite.org/pragma.html#pragma_application_id)."""

VERSION = 2
"""Of the tables in `schema`. A ledger of another one is left alone."""
