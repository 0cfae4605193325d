"""Files that verbs write where they are told to: whole or not at all, and over nothing unasked."""

from pathlib import Path

from waybill.errors import WriteError

OTHER_FILE = "give another FILE"


def check(path: Path, advice: str = OTHER_FILE) -> None:
    """Finds out before the work that nothing can be written there. Raises WriteError."""
    if path.is_dir():
        raise WriteError(f"{path}: is a folder; {advice}")
    if not path.parent.is_dir():
        raise WriteError(f"{path}: there is no folder {path.parent}; make it, or {advice}")


def write(path: Path, data: bytes, force: bool, advice: str = OTHER_FILE) -> None:
    """Writes a file; one that holds the same is left as it is, one that holds something else only replaced when asked.

    Raises WriteError, in one line, where it cannot: what was there is then there still.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        if path.exists() and not force:
            if path.read_bytes() == data:
                return
            raise WriteError(f"{path}: holds something else; give --force to replace it, or {advice}")
        try:
            part.write_bytes(data)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise WriteError(f"{path}: {error.strerror}; {advice}") from error
