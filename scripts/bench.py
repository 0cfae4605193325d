"""How fast Waybill is, each figure as a ratio to another of the same run, or against its target.

usage: bench.py [--only SECTION] [--reports N] [--texts N] [PATH...]

job: the main job against bare spaCy's stock pipeline over the same texts (default: examples/najin, twenty times over).
resolve: places alone, all resolvers beside bare spaCy, and the gazetteer's compilation, opening and size, over the same texts.
extract: extraction as a whole process beside bare spaCy over the corpus, its start, and a folder of which little is of arms.
again: a second account of an unchanged folder of N invented reports against the first.
ledger: adding to, opening, explaining from and verifying a ledger of 100,000 claims.
relays: retellings among 100,000 claims that go from outlet to outlet.
trace: reprints among N texts of news length, with the planted ones that are found, beside datasketch's LSH over the same texts.
reconcile: bounds and contradictions of 10,000 claims on one line, of one unit and of two, and of 100,000 over 100 lines.
screening: sanctions lists indexed and names screened, with the slips that are found and the clean names that hit.
route: loading of what ways are measured by, one delivery and 10,000 checked.
ugly: extraction of a megabyte of open quotation marks, capitals, noise and their like beside short texts of the same kind.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import bench_extract
import bench_ledger
import bench_reconcile
import bench_relays
import bench_resolve
import bench_route
import bench_screening
import bench_trace
import bench_ugly
import spacy
from msgspec.structs import replace

from waybill.model.document import DocumentId, Reading
from waybill.pipeline.stages import build_account, read_reports
from waybill.settings import Settings

COPIES = 20
"""Repeats of the folder, so that a run takes long enough to compare; ids differ, texts do not."""


REPORTS = 300
"""Invented reports of the second account: with 1,000, which the target speaks of, it takes minutes."""


def main() -> None:
    options = argparse.ArgumentParser(description="How fast Waybill is.")
    sections = (
        *("job", "resolve", "extract", "again", "ledger", "trace", "relays", "reconcile"),
        *("route", "screening", "ugly"),
    )
    options.add_argument("--only", choices=sections)
    options.add_argument("--reports", type=int, default=REPORTS)
    options.add_argument("--texts", type=int, default=bench_trace.COUNT)
    options.add_argument("paths", nargs="*", type=Path, default=[Path("examples/najin")])
    told = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        parts: dict[str, Callable[[], None]] = {
            "job": lambda: job(told.paths),
            "resolve": lambda: bench_resolve.resolve(told.paths),
            "extract": lambda: bench_extract.extract(Path(folder) / "extract"),
            "again": lambda: bench_ledger.again(Path(folder), told.reports),
            "ledger": lambda: bench_ledger.ledger(Path(folder)),
            "trace": lambda: bench_trace.trace(told.texts),
            "relays": bench_relays.relays,
            "reconcile": bench_reconcile.reconcile,
            "screening": lambda: bench_screening.screening(Path(folder)),
            "route": bench_route.route,
            "ugly": bench_ugly.ugly,
        }
        for name in [told.only] if told.only else parts:
            parts[name]()


def job(paths: Sequence[Path]) -> None:
    """The main job against bare spaCy."""
    settings = Settings()
    reading = read_reports(paths, None, settings, _quiet)
    many = _copies(reading)
    texts = [p.document.text for p in many.publications if not p.rows]
    words = sum(len(t.split()) for t in texts)
    language = spacy.load(settings.language_model)
    build_account(reading, settings, _quiet)
    floor_s = _seconds(lambda: [len(d) for d in language.pipe(texts, batch_size=8)])
    job_s = _seconds(lambda: build_account(many, settings, _quiet))
    read_s = _seconds(lambda: read_reports(paths, None, settings, _quiet))
    print(f"{len(texts)} texts, {words:,} words")
    print(f"bare spaCy   {floor_s:6.2f} s  {words / floor_s:8,.0f} words/s  ratio 1.00")
    print(f"account      {job_s:6.2f} s  {words / job_s:8,.0f} words/s  ratio {job_s / floor_s:.2f}")
    print(f"reading the {len(reading.publications)} files once  {read_s:.2f} s")


def _copies(reading: Reading) -> Reading:
    publications = tuple(replace(p, id=DocumentId(f"{p.id}-{n + 1}")) for n in range(COPIES) for p in reading.publications)
    return replace(reading, publications=publications)


def _seconds(job: Callable[[], object]) -> float:
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def _quiet(_: str) -> None:
    return None


if __name__ == "__main__":
    main()
