"""What the ledger costs, against its stated targets; its claims are real ones of invented reports, repeated under new ids."""

import random
import subprocess
import sys
import time
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import make_folder
from msgspec.structs import replace

from waybill.ledger.custody import Acquired
from waybill.ledger.ledger import Ledger
from waybill.model.claim import Claim, ClaimId
from waybill.model.document import DocumentId, Publication, Read
from waybill.pipeline.stages import find_claims, read_reports
from waybill.settings import Settings

SAMPLE = 60
"""Reports extracted for the claims that are then repeated."""

DOCUMENTS, CLAIMS_EACH = 10_000, 10
LARGE, LARGE_BYTES = 100, 2_000_000
EXTRACTOR = "bench"
WAYBILL = (sys.executable, "-c", "from waybill.cli import main; main()")

Found = tuple[Publication, tuple[Claim, ...]]


def again(folder: Path, reports: int) -> None:
    """A second account of an unchanged folder against the first: at most a tenth."""
    make_folder.write(folder / "reports", reports)
    waybill = (*WAYBILL, "account", str(folder / "reports"), "--json")
    ledger = ("--ledger", str(folder / "again.sqlite"))
    first_s, first = _process(*waybill, *ledger)
    second_s, second = _process(*waybill, *ledger)
    assert first == second
    print(f"account of {reports:,} reports: first {first_s:.1f} s, again {second_s:.1f} s")
    print(f"  ratio {second_s / first_s:.3f} (target 0.100)")


def ledger(folder: Path) -> None:
    """What adding, opening, explaining and verifying 10,000 documents with 100,000 claims takes."""
    extract_s, sample = _extracted(folder)
    file = folder / "large.sqlite"
    held = Ledger(str(file), "bench")
    start = time.perf_counter()
    _fill(held, sample)
    add_s = time.perf_counter() - start
    print(f"adding {DOCUMENTS:,} documents: {1000 * add_s / DOCUMENTS:.2f} ms each, extracting one {1000 * extract_s:.1f} ms")
    print(f"  ratio {add_s / DOCUMENTS / extract_s:.3f} (target 0.100)")
    held.close()
    _opening(file)
    _explaining(file)
    _verifying(file)
    file = folder / "originals.sqlite"
    held = Ledger(str(file), "bench")
    _fill_with_originals(held, sample[0][0])
    held.close()
    _verifying(file)


def _extracted(folder: Path) -> tuple[float, list[Found]]:
    """Seconds to extract a report, models loaded, and what was found in the sample."""
    make_folder.write(folder / "sample", SAMPLE)
    reading = read_reports([folder / "sample"], None, Settings(), _quiet)
    list(find_claims(reading.publications[:1], Settings(), _quiet))
    start = time.perf_counter()
    found = list(find_claims(reading.publications, Settings(), _quiet))
    return (time.perf_counter() - start) / SAMPLE, found


def _fill(held: Ledger, sample: Sequence[Found]) -> None:
    pool = [claim for _, claims in sample for claim in claims]
    for number in range(DOCUMENTS):
        publication = _renamed(sample[number % len(sample)][0], number)
        data = publication.document.text.encode()
        location = f"{number}.txt"
        held.keep((Acquired(location, data, _digest("key", number), "bench"), Read(publication)))
        claims = [_repeated(pool, publication.id, CLAIMS_EACH * number + n) for n in range(CLAIMS_EACH)]
        held.keep_claims(publication, location, EXTRACTOR, claims)


def _renamed(publication: Publication, number: int) -> Publication:
    """The publication of a text that differs from all others in its last line."""
    text = f"{publication.document.text}\n{number}\n"
    digest = sha256(text.encode()).hexdigest()
    document = replace(publication.document, text=text, text_sha256=digest, original_sha256=digest)
    return replace(publication, id=DocumentId(digest[:12]), path=f"{number}.txt", document=document)


def _repeated(pool: Sequence[Claim], document: DocumentId, number: int) -> Claim:
    return replace(pool[number % len(pool)], id=ClaimId(_digest("claim", number)[:12]), document=document)


def _opening(file: Path) -> None:
    start = time.perf_counter()
    held = Ledger(str(file), "bench")
    publications = [publication for _, publication in held.standing()]
    read_s = time.perf_counter() - start
    claims = held.claims(publications, EXTRACTOR)
    claims_s = time.perf_counter() - start - read_s
    held.close()
    count = sum(map(len, claims.values()))
    assert count == DOCUMENTS * CLAIMS_EACH
    print(f"opening: {count:,} claims in {claims_s:.2f} s (target 1.00); the texts of {len(publications):,} in {read_s:.2f} s")


def _explaining(file: Path) -> None:
    chance = random.Random(1)
    wanted = [_digest("claim", chance.randrange(DOCUMENTS * CLAIMS_EACH))[:12] for _ in range(9)]
    waybill = (*WAYBILL, "explain", "--ledger", str(file))
    taken = sorted(_process(*waybill, one)[0] for one in wanted)
    bare = sorted(_process(sys.executable, "-c", "import click, rich.console, msgspec")[0] for _ in wanted)
    print(f"explain, a process each: median {1000 * taken[4]:.0f} ms, least {1000 * taken[0]:.0f} ms (target 300)")
    print(f"  of these only to import click, rich and msgspec: {1000 * bare[4]:.0f} ms, {1000 * bare[0]:.0f} ms")


def _verifying(file: Path) -> None:
    held = Ledger(str(file), "bench")
    start = time.perf_counter()
    proof = held.prove(_quiet)
    verify_s = time.perf_counter() - start
    held.close()
    assert not proof.faults
    start = time.perf_counter()
    with file.open("rb") as kept:
        digest = sha256()
        while block := kept.read(1 << 20):
            digest.update(block)
    plain_s = time.perf_counter() - start
    size = file.stat().st_size / 1e6
    print(
        f"verify: {proof.entries:,} entries, {1e6 * verify_s / proof.entries:.0f} microseconds each, in a file of {size:.0f} MB"
    )
    print(f"  {size / verify_s:.0f} MB/s of it, its sha256 alone {size / plain_s:.0f} MB/s: ratio {plain_s / verify_s:.2f}")


def _fill_with_originals(held: Ledger, publication: Publication) -> None:
    """As many large files as a case with scanned documents has; their bytes are noise, for only their hashes count."""
    noise = random.Random(1)
    for number in range(LARGE):
        data, told = noise.randbytes(LARGE_BYTES), _renamed(publication, number)
        document = replace(told.document, original_sha256=sha256(data).hexdigest())
        held.keep((Acquired(f"{number}.pdf", data, _digest("large", number), "bench"), Read(replace(told, document=document))))


def _process(*words: str) -> tuple[float, bytes]:
    start = time.perf_counter()
    output = subprocess.run(words, capture_output=True, check=True).stdout
    return time.perf_counter() - start, output


def _digest(what: str, number: int) -> str:
    return sha256(f"{what} {number}".encode()).hexdigest()


def _quiet(_: str) -> None:
    return None
