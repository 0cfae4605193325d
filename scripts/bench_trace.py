"""How fast, large and right the search for reprints is, beside datasketch's LSH over the same texts in the same run.

Texts and planted reprints are those of make_reprints.py. Each side is a process of its own that makes the texts first; its
time is that of the search alone, its memory all of the process, the texts among it.
"""

import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

import msgspec
from make_reprints import Planted, planted
from msgspec import Struct
from msgspec.structs import replace

from waybill.model.document import Document, DocumentId, Publication
from waybill.trace.reprints import reprints

TEXTS = Path(__file__).parents[2] / "shared/gold/attribution/train"
COUNT = 100_000
SECONDS, MEMORY_MB, FASTER, RIGHT = 180, 4_000, 3, 0.97
"""The targets, for COUNT texts."""

LOOK_S = 0.5
"""How often memory is looked at."""

PERMUTATIONS, THRESHOLD, SHINGLE_WORDS = 128, 0.5, 5
"""What datasketch is asked for: its own defaults, and our shingles."""

Pairs = Iterable[tuple[int, int]]


class Quality(Struct, frozen=True):
    """The parts of what was found that were planted, and of what was planted that were found; the latter also by kind."""

    precision: float
    recall: float
    by_kind: dict[str, float]


class Measured(Struct, frozen=True):
    """What one side took and found."""

    seconds: float
    words: int
    quality: Quality
    memory_mb: float = 0.0


def trace(count: int = COUNT, texts: Path = TEXTS) -> None:
    """Prints what both sides take, and how much of what is planted each finds."""
    if not texts.exists():
        print(f"trace: no texts at {texts}: nothing measured")
        return
    ours = _process("ours", count, texts)
    print(f"reprints among {count:,} texts, {ours.words:,} words: {ours.seconds:.1f} s (target {SECONDS} s for {COUNT:,})")
    print(f"  memory {ours.memory_mb:,.0f} MB (target {MEMORY_MB:,})")
    print(f"  precision {ours.quality.precision:.3f}, recall {ours.quality.recall:.3f} (target {RIGHT})")
    print(f"  recall by kind: {', '.join(f'{kind} {part:.3f}' for kind, part in ours.quality.by_kind.items())}")
    if find_spec("datasketch") is None:
        print("  datasketch is not installed: no ratio")
        return
    theirs = _process("theirs", count, texts)
    print(f"datasketch: {theirs.seconds:.1f} s, {theirs.memory_mb:,.0f} MB, recall {theirs.quality.recall:.3f}")
    print(f"  {theirs.seconds / ours.seconds:.1f} times as fast (target {FASTER})")


def quality(made: Sequence[Planted], pairs: Pairs) -> Quality:
    """How well pairs of texts, by their numbers and in either order, hit what was planted: texts of one family."""
    held = set(pairs)
    right = [(a, b) for a, b in held if made[a].family == made[b].family]
    found = {at for pair in right for at in pair}
    planted_of = Counter(m.kind for m in made if m.kind != "new")
    found_of = Counter(m.kind for at, m in enumerate(made) if m.kind != "new" and at in found)
    by_kind = {kind: found_of[kind] / count for kind, count in sorted(planted_of.items())}
    return Quality(len(right) / max(1, len(held)), found_of.total() / max(1, planted_of.total()), by_kind)


def published(made: Sequence[Planted]) -> list[Publication]:
    """The texts as publications whose ids are their numbers."""
    shas = [sha256(m.text.encode()).hexdigest() for m in made]
    return [
        Publication(DocumentId(f"{n:012}"), Document(m.text, sha, sha), f"{n}.txt", published=m.published)
        for n, (m, sha) in enumerate(zip(made, shas, strict=True))
    ]


def ours(made: Sequence[Planted]) -> list[tuple[int, int]]:
    return [(int(c.reprint.publication), int(c.reprint.of)) for c in reprints(published(made))]


def theirs(made: Sequence[Planted]) -> list[tuple[int, int]]:
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415 - a peer, not needed to measure Waybill alone

    word = re.compile(r"\w+(?:[.,'’]\w+)*")
    lsh, pairs = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS), []
    for number, text in enumerate(made):
        words = word.findall(text.text.casefold())
        shingles = {" ".join(words[at : at + SHINGLE_WORDS]).encode() for at in range(len(words) - SHINGLE_WORDS + 1)}
        minhash = MinHash(num_perm=PERMUTATIONS)
        minhash.update_batch(shingles)
        pairs += [(number, other) for other in lsh.query(minhash)]
        lsh.insert(number, minhash)
    return pairs


def _process(side: str, count: int, texts: Path) -> Measured:
    """What a side takes in a process of its own; memory is that of all its processes, a page they share counted once."""
    command = (sys.executable, __file__, side, str(count), str(texts))
    with subprocess.Popen(command, stdout=subprocess.PIPE) as running:
        largest_kb = 0
        while running.poll() is None:
            largest_kb = max(largest_kb, _resident_kb(running.pid))
            time.sleep(LOOK_S)
        told, _ = running.communicate()
    return replace(msgspec.json.decode(told, type=Measured), memory_mb=largest_kb / 1e3)


def _resident_kb(process: int) -> int:
    """The memory of a process and its children, each page divided by how many hold it (PSS); 0 once it has ended."""
    folder = Path(f"/proc/{process}")
    try:
        own = re.search(r"^Pss:\s+(\d+)", (folder / "smaps_rollup").read_text(), re.MULTILINE)
        children = (folder / f"task/{process}/children").read_text().split()
    except OSError:
        return 0
    return (int(own[1]) if own else 0) + sum(_resident_kb(int(child)) for child in children)


def main() -> None:
    side, count, texts = sys.argv[1:]
    made = planted(Path(texts), int(count))
    start = time.perf_counter()
    pairs = (ours if side == "ours" else theirs)(made)
    seconds = time.perf_counter() - start
    words = sum(len(text.text.split()) for text in made)
    sys.stdout.buffer.write(msgspec.json.encode(Measured(seconds, words, quality(made, pairs))))


if __name__ == "__main__":
    main()
