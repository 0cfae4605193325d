"""A glance gives what the ledger itself would."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from msgspec.structs import replace

from newsroom import exactly, say, write
from waybill.ledger.custody import Acquired
from waybill.ledger.glance import NotPlainError, glance
from waybill.ledger.ledger import Ledger
from waybill.model.account import Exhibit
from waybill.model.claim import ClaimId
from waybill.model.document import Read
from waybill.model.judgement import Anchor, Judgement, JudgementNumber

REPORT = write("ash.txt", "Officials said 40 crates went to Chad. Others said 60 crates went to Mali.", "2024-03-01")
CLAIMS = tuple(say(REPORT, f"{n} crates", amount=(f"{n} crates", exactly(n, "crate"))) for n in (40, 60))
ALL = tuple(claim.id for claim in CLAIMS)
SHOWN = (
    Exhibit("Q1", CLAIMS[0].id, "claim", (CLAIMS[0].id,)),
    Exhibit("D1", REPORT.id, "document ash.txt", ALL),
    Exhibit("", CLAIMS[0].id, "delivery Sudan -> Chad", ALL),
)


@pytest.fixture
def ledger(own_ledger: Path) -> Iterator[Ledger]:
    """A ledger with a report, two claims that were found twice, an account shown and a judgement; still open."""
    made = Ledger(str(own_ledger), "R. Okafor")
    data = REPORT.document.text.encode()
    made.keep((Acquired("ash.txt", data, sha256(data).hexdigest(), "this version"), Read(REPORT)))
    made.keep_claims(REPORT, "ash.txt", "an older version", CLAIMS)
    made.keep_claims(REPORT, "ash.txt", "this version", CLAIMS)
    made.show(SHOWN)
    document = REPORT.document
    on = Anchor(REPORT.path, document.original_sha256, document.text_sha256, "40 crates", CLAIMS[0])
    made.judge([Judgement(JudgementNumber(0), "accept", "R. Okafor", datetime(2026, 11, 24, tzinfo=UTC), "seen", (on,))])
    yield made
    made.close()


@pytest.mark.parametrize("wanted", ["Q1", "q1", "D1", REPORT.id, CLAIMS[0].id, CLAIMS[0].id[:5], CLAIMS[1].id, "Q9", "zz", ""])
def test_it_finds_the_exhibits_that_the_ledger_finds(ledger: Ledger, own_ledger: Path, wanted: str) -> None:
    with glance(str(own_ledger)) as seen:
        assert seen.exhibits(wanted) == ledger.exhibits(wanted)


def test_it_names_claims_with_their_publications_in_the_order_asked(ledger: Ledger, own_ledger: Path) -> None:
    wanted = (ALL[1], CLAIMS[0].id, ClaimId("000000000000"))
    with glance(str(own_ledger)) as seen:
        assert seen.named(wanted) == ledger.named(wanted) == [(claim, REPORT, "ash.txt") for claim in reversed(CLAIMS)]


def test_it_reads_the_judgements(ledger: Ledger, own_ledger: Path) -> None:
    with glance(str(own_ledger)) as seen:
        assert seen.judgements() == ledger.judgements()
        assert len(seen.judgements()) == 1


def test_it_tells_what_ever_lay_where(ledger: Ledger, own_ledger: Path) -> None:
    edited = REPORT.document.text.encode() + b"\n"
    digest = sha256(edited).hexdigest()
    later = replace(REPORT, document=replace(REPORT.document, original_sha256=digest))
    ledger.keep((Acquired("ash.txt", edited, digest, "this version"), Read(later)))
    wanted = ["ash.txt", "never.txt"]
    with glance(str(own_ledger)) as seen:
        assert seen.earlier_originals(wanted) == ledger.earlier_originals(wanted)
        assert seen.earlier_originals(wanted) == {
            "ash.txt": {REPORT.document.original_sha256, digest},
            "never.txt": frozenset(),
        }
        lay = [digest, "0" * 64]
        assert seen.texts_beside(lay) == ledger.texts_beside(lay) == {REPORT.document.text_sha256}


def test_it_changes_nothing(ledger: Ledger, own_ledger: Path) -> None:
    ledger.close()
    before = own_ledger.read_bytes()
    with glance(str(own_ledger)) as seen:
        seen.exhibits("Q1")
    assert own_ledger.read_bytes() == before
    assert [file.name for file in own_ledger.parent.iterdir()] == [own_ledger.name]


def test_it_leaves_what_is_not_plain_to_the_ledger(own_ledger: Path, tmp_path: Path) -> None:
    Ledger(str(own_ledger), "R. Okafor").close()
    (tmp_path / "notes.txt").write_text("no ledger", "utf8")
    sqlite3.connect(tmp_path / "other.sqlite").execute("CREATE TABLE ledger (version)").connection.close()
    for named in ("", ":memory:", f"sqlite:///{own_ledger}", "gone.sqlite", *map(str, tmp_path.iterdir())):
        with pytest.raises(NotPlainError), glance(named):
            pass


def test_it_leaves_another_version_to_the_ledger(own_ledger: Path) -> None:
    Ledger(str(own_ledger), "R. Okafor").close()
    with sqlite3.connect(own_ledger) as connection:
        connection.execute("UPDATE ledger SET version = 99")
    connection.close()
    with pytest.raises(NotPlainError), glance(str(own_ledger)):
        pass


def test_it_leaves_damage_to_the_ledger(ledger: Ledger, own_ledger: Path) -> None:
    ledger.close()
    with sqlite3.connect(own_ledger) as connection:
        connection.execute("UPDATE shown SET claims = CAST('damaged' AS BLOB)")
    connection.close()
    with pytest.raises(NotPlainError), glance(str(own_ledger)) as seen:
        seen.exhibits("Q1")
