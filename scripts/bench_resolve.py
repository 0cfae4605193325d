"""How fast and how large the resolvers are: places alone, all of them beside bare spaCy, and the gazetteer."""

import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import spacy

from waybill.parse.english import parse
from waybill.pipeline.stages import read_reports
from waybill.reference.gazetteer import open_gazetteer
from waybill.resolve.mentions import resolve as resolve_all
from waybill.resolve.places.find import find_places
from waybill.settings import Settings

TIMES = 20
"""How often the texts are gone through once the caches are warm."""

PLACES_PER_S, SHARE, LOAD_S, GAZETTEER_MB = 100_000, 0.10, 1.0, 100
"""The targets."""


def resolve(paths: Sequence[Path]) -> None:
    """Prints each figure beside its target. Parsing is left out of the places' figure and of the resolvers' share."""
    settings = Settings()
    texts = [p.document.text for p in read_reports(paths, None, settings, lambda _: None).publications if not p.rows]
    words = sum(len(text.split()) for text in texts)
    _tell_of_the_gazetteer(texts)
    gazetteer = open_gazetteer(settings)
    language = spacy.load(settings.language_model)
    _ = [len(doc) for doc in language.pipe(texts[:1])]
    spacy_s = _seconds(lambda: [len(doc) for doc in language.pipe(texts, batch_size=8)])
    parses = list(parse(texts, settings))
    find_places(next(parse(["A lorry left Najin."], settings)), gazetteer)
    first_s = _seconds(lambda: [find_places(p, gazetteer) for p in parses])
    places_s = _seconds(lambda: [find_places(p, gazetteer) for _ in range(TIMES) for p in parses]) / TIMES
    _ = [resolve_all(p, None, gazetteer) for p in parses]
    all_s = _seconds(lambda: [resolve_all(p, None, gazetteer) for _ in range(TIMES) for p in parses]) / TIMES
    print(f"{len(texts)} texts, {words:,} words")
    print(
        f"places, first time      {words / first_s:10,.0f} words/s  target {PLACES_PER_S:,}, their names not looked up before"
    )
    print(f"places, again           {words / places_s:10,.0f} words/s  target {PLACES_PER_S:,}")
    print(f"all resolvers           {words / all_s:10,.0f} words/s  {all_s / spacy_s:.1%} of bare spaCy, target {SHARE:.0%}")


def _tell_of_the_gazetteer(texts: Sequence[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        fresh = Settings(cache_dir=Path(folder))
        compile_s = _seconds(lambda: open_gazetteer(fresh, lambda step: print(f"  {step}")))
        (file,) = Path(folder).iterdir()
        words = [word for text in texts for word in text.split()]
        with ProcessPoolExecutor(1, get_context("spawn")) as apart:
            load_s, grown_mb = apart.submit(_opened, fresh, words).result()
        print(f"gazetteer compiled in   {compile_s:10.1f} s")
        print(f"gazetteer opened in     {load_s:10.3f} s        target {LOAD_S:g} s, its first name looked up")
        print(f"gazetteer on disk       {file.stat().st_size / 1e6:10.0f} MB       target {GAZETTEER_MB} MB")
        print(f"gazetteer in memory     {grown_mb:10.0f} MB       target {GAZETTEER_MB} MB, {len(words):,} words looked up")


def _opened(settings: Settings, words: Sequence[str]) -> tuple[float, float]:
    """Seconds until a first name is looked up, and the megabytes that all words take; to be run in a process of its own."""
    before_mb, start = _resident_mb(), time.perf_counter()
    gazetteer = open_gazetteer(settings)
    gazetteer.named("Najin")
    load_s = time.perf_counter() - start
    _ = [gazetteer.named(word) for word in words]
    return load_s, _resident_mb() - before_mb


def _resident_mb() -> float:
    """The memory of this process that is held, in megabytes; 0 where the system does not tell it in /proc."""
    status = Path("/proc/self/status")
    lines = status.read_text("utf8").splitlines() if status.exists() else []
    return sum(float(line.split()[1]) for line in lines if line.startswith("VmRSS:")) / 1e3


def _seconds(job: Callable[[], object]) -> float:
    start = time.perf_counter()
    job()
    return time.perf_counter() - start
