"""How long the main job takes, as a ratio to bare spaCy's stock pipeline over the same texts in the same run.

usage: bench.py [PATH...]     (default: examples/najin, twenty times over)
"""

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import spacy

from waybill.model.document import DocumentId, Reading
from waybill.pipeline.stages import build_account, read_reports
from waybill.settings import Settings

COPIES = 20
"""Repeats of the folder, so that a run takes long enough to compare; ids differ, texts do not."""


def main() -> None:
    settings = Settings()
    paths = [Path(p) for p in sys.argv[1:]] or [Path("examples/najin")]
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
