"""The files that some paths stand for, in a fixed order; nothing is opened."""

import stat
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct, field

from waybill.model.document import Failure
from waybill.read.catalogue import NAME as CATALOGUE

SUFFIXES = (".txt", ".md", ".html", ".htm", ".pdf", ".csv", ".tsv", ".xlsx")
READ = " ".join(SUFFIXES)
NOT_THERE = "no such file or folder; check the spelling"


class File(Struct, frozen=True):
    """A file to read. `folders` are those whose documents.csv may speak of it, the nearest first."""

    path: Path
    folders: tuple[Path, ...]

    @property
    def shown(self) -> str:
        """The path as the user gave it."""
        return shown(self.path)


class Walk(Struct, frozen=True):
    """What some paths stand for: each file once, sorted by path; what is not there, and what was passed over."""

    files: tuple[File, ...]
    failures: tuple[Failure, ...]
    notes: tuple[str, ...]


def walk(paths: Sequence[Path]) -> Walk:
    """The reports that the paths stand for. Folders are walked whole, hidden files and lists of documents left out.

    A file reached twice (named twice, or through a link) is there once, under the path that sorts first.
    """
    found = _Found()
    for path in paths:
        if stat.S_ISDIR(_mode(path)):
            found.walk(path)
        else:
            found.take(path)
    return Walk(
        _once(found.files),
        tuple(sorted(set(found.failures), key=lambda f: (f.path, f.reason))),
        tuple(sorted(set(found.notes))),
    )


def shown(path: Path) -> str:
    """A path as the user gave it, joined with "/"; bytes of a file's name that are no UTF-8 are shown as U+FFFD."""
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")


class _Found(Struct):
    """What a walk has come by so far."""

    files: list[File] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def take(self, path: Path) -> None:
        """A file that the user named: one that is not there fails, and any suffix is tried."""
        if reason := _missing(path):
            self.fail(path, reason)
        elif path.name == CATALOGUE:
            self.notes.append(f"{shown(path)}: describes the reports beside it, no report itself")
        else:
            self.files.append(File(path, (path.parent,)))

    def walk(self, root: Path) -> None:
        """A folder that the user named: it fails if there is nothing in it to read."""
        before = len(self.files) + len(self.failures)
        folders: list[tuple[Path, tuple[Path, ...]]] = [(root, (root,))]
        entered, others = set[Path](), list[Path]()
        while folders:
            folder, known = folders.pop()
            if (real := folder.resolve()) in entered:
                continue
            entered.add(real)
            for path in self.listed(folder):
                if stat.S_ISDIR(_mode(path)):
                    folders.append((path, (path, *known)))
                else:
                    self.come_by(path, known, others)
        if others:
            kinds = " ".join(sorted({path.suffix.lower() or "no suffix" for path in others}))
            self.notes.append(f"{shown(root)}: passed over {len(others)} file(s) of other kinds ({kinds}); {READ} are read")
        if len(self.files) + len(self.failures) == before:
            self.fail(root, f"no report in this folder; {READ} are read")

    def listed(self, folder: Path) -> list[Path]:
        """What a folder holds, hidden files left out."""
        try:
            return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
        except OSError as error:
            self.fail(folder, f"cannot be listed ({error.strerror}); check its permissions")
            return []

    def come_by(self, path: Path, folders: tuple[Path, ...], others: list[Path]) -> None:
        """A file of a folder: what is no report is one of the others."""
        if reason := _missing(path):
            self.fail(path, reason)
        elif path.suffix.lower() not in SUFFIXES:
            others.append(path)
        elif path.name != CATALOGUE:
            self.files.append(File(path, folders))

    def fail(self, path: Path, reason: str) -> None:
        """Lists a path that cannot be read."""
        self.failures.append(Failure(shown(path), reason))


def _once(found: list[File]) -> tuple[File, ...]:
    """Each file once, sorted by path; of two ways to it the one through more folders, which knows more of them."""
    files: dict[Path, File] = {}
    for file in sorted(found, key=lambda f: (f.shown, -len(f.folders))):
        files.setdefault(file.path.resolve(), file)
    return tuple(files.values())


def _mode(path: Path) -> int:
    """The file's type and permissions, or 0 where they cannot be had."""
    try:
        return path.stat().st_mode
    except (OSError, ValueError):
        return 0


def _missing(path: Path) -> str | None:
    """Why there is no regular file at a path, or None where there is."""
    try:
        regular = stat.S_ISREG(path.stat().st_mode)
    except PermissionError:
        return "may not be read; check its permissions"
    except (OSError, ValueError):
        return "a link that leads nowhere; give the file itself" if _is_link(path) else NOT_THERE
    return None if regular else "no regular file; copy what it gives into one"


def _is_link(path: Path) -> bool:
    try:
        return path.is_symlink()
    except (OSError, ValueError):
        return False
