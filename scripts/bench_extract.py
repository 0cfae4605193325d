"""How fast and large extraction is as a whole process, beside bare spaCy over the same texts in the same run."""

import random
import re
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import marked

from waybill.extract.prefilter import may_speak_of_arms
from waybill.settings import Settings

CORPUS = Path(__file__).parents[1] / "corpus"
RATIO, START_S, SIFTED, MEMORY_MB = 1.3, 1.0, 20, 700
"""The targets."""

FOLDERS, RELEVANT = (1_000, 5_000), 100
"""Texts in the folders that are sifted, and of how many of them one can tell of arms. Of the smaller one starting is half."""

SENTENCES = 16
"""Of which the others are made, drawn from all texts that name no arms; whole paragraphs would make reprints of most."""

BARE = """
import sys, spacy
from pathlib import Path
language = spacy.load(sys.argv[1])
texts = [file.read_text("utf8") for file in sorted(Path(sys.argv[2]).glob("*.txt"))]
print(sum(len(doc) for doc in language.pipe(texts, batch_size=8)))
"""
WAYBILL = (sys.executable, "-c", "from waybill.cli import main; main()")


def extract(folder: Path) -> None:
    """Prints the whole job, the start and a folder that is sifted, each beside spaCy's own time."""
    told = [text.text for text in marked.texts(CORPUS)]
    whole_s, bare_s = _both(_written(folder / "all", told))
    words = sum(len(text.split()) for text in told)
    print(f"extract, {len(told)} texts, {words:,} words: {whole_s:.1f} s, bare spaCy {bare_s:.1f} s")
    print(f"  ratio {whole_s / bare_s:.2f} (target {RATIO})")
    start_s, load_s = _both(_written(folder / "one", ["A lorry left."]))
    print(f"start: {start_s:.2f} s, bare spaCy {load_s:.2f} s")
    print(f"  difference {start_s - load_s:.2f} s (target {START_S:g})")
    for size in FOLDERS:
        _sift(folder / str(size), size, told, (bare_s - load_s) / words)
    largest_mb = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1e3
    print(f"memory: {largest_mb:.0f} MB at most in any of these processes, spaCy's own among them (target {MEMORY_MB})")


def _sift(folder: Path, size: int, told: Sequence[str], word_s: float) -> None:
    """A folder where one text in a hundred can tell of arms; spaCy's time over it is that over the corpus, by words."""
    arms = [text for text in told if may_speak_of_arms(text)]
    other = [part for text in told if text not in arms for part in re.split(r"(?<=[.?!])\s+", text)]
    chance = random.Random(1)
    texts = [
        arms[n // RELEVANT % len(arms)] if n % RELEVANT == 0 else " ".join(chance.sample(other, SENTENCES)) for n in range(size)
    ]
    place = _written(folder / "sifted", texts)
    floor_s = word_s * sum(len(text.split()) for text in texts)
    for verb, *options in (("extract", "--transfers"), ("account", "--ledger", str(folder / "sifted.sqlite"))):
        taken_s = _seconds(*WAYBILL, verb, str(place), *options, "--json")
        print(f"{verb}, {size:,} texts, one in {RELEVANT} of arms: {taken_s:.1f} s, bare spaCy about {floor_s:.0f} s")
        print(f"  {floor_s / taken_s:.0f} times as fast (target {SIFTED})")


def _both(folder: Path) -> tuple[float, float]:
    """Seconds of extract and of bare spaCy over a folder, a process each."""
    whole_s = _seconds(*WAYBILL, "extract", str(folder), "--json")
    return whole_s, _seconds(sys.executable, "-c", BARE, Settings().language_model, str(folder))


def _written(folder: Path, texts: Sequence[str]) -> Path:
    folder.mkdir(parents=True)
    for number, text in enumerate(texts):
        (folder / f"{number:05}.txt").write_text(text, "utf8")
    return folder


def _seconds(*words: str) -> float:
    start = time.perf_counter()
    subprocess.run(words, capture_output=True, check=True)
    return time.perf_counter() - start
