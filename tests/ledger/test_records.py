"""Evidence taken down by this version is read by every later one: the literals here are added to, never edited."""

from hashlib import sha256
from pathlib import Path

import msgspec
import pytest

from command_line import Waybill
from keeping import EXTRACTOR, TEXT, accepted, ask, fill, opened, report, tamper, told_by
from waybill.errors import LedgerError
from waybill.ledger.alteration import AlteredError
from waybill.ledger.records import judgement_bytes, judgement_of, read_of, reading_bytes, reading_of
from waybill.model.document import Cell, Credit, Row
from waybill.model.span import Span

READING = (
    b'{"key":"kkkk","read":{"publication":{"id":"aab97556ceca","document":{"text":"","text_sha256":"154b02'
    b'b945b091653e6e21a15079789b1a38156ef40bec73dc72293ccecd9a6e","original_sha256":"154b02b945b091653e6e2'
    b'1a15079789b1a38156ef40bec73dc72293ccecd9a6e","page_starts":[0,5]},"path":"first.txt","title":"Shells'
    b' leave","publisher":"Harbour Post","author":"A. Writer","url":"https://harbour.example/1","published'
    b'":"2023-10-14","published_by":"documents.csv","language":"en","credits":[{"name":"Coast Wire","kind"'
    b':"agency","span":{"start":0,"end":4}}],"furniture":[{"start":0,"end":2}],"rows":[{"span":{"start":0,'
    b'"end":9},"cells":[{"column":"outlet","text":"x","span":{"start":0,"end":1}}],"published":"2023-10-01'
    b'"}]},"notes":["a note"]}}'
)
JUDGEMENT = (
    b'{"number":3,"verdict":"correct","who":"I. Sato","when":"2026-11-02T12:00:00Z","why":"seen on the ima'
    b'ge","on":[{"path":"first.txt","original_sha256":"154b02b945b091653e6e21a15079789b1a38156ef40bec73dc7'
    b'2293ccecd9a6e","text_sha256":"154b02b945b091653e6e21a15079789b1a38156ef40bec73dc72293ccecd9a6e","quo'
    b'te":"300 containers of shells left Najin","claim":{"id":"200df9ffe7d6","document":"aab97556ceca","so'
    b'urce":{"span":{"start":0,"end":1},"text":"US officials","name":null,"institution":"United States '
    b'government","country":"United States","kind":"government"},"cue":{"start":0,"end":1},"content":[{"st'
    b'art":18,"end":53}],"form":"paraphrased","stance":"asserted","kind":"transfer","basis":"none","relays'
    b'":[],"hedges":[],"frame":{"supplier":{"span":null,"text":"North Korea","value":{"name":"North '
    b'Korea","type":"state","country":"North Korea","id":null,"institution":null},"unresolved":null,"infer'
    b'red":null,"corrected":null},"recipient":null,"item":null,"quantity":null,"window":null,"stage":null,'
    b'"origin":null,"via":null,"destination":null,"mode":null,"vessel":null},"origin_claim":null}}],"corre'
    b'ction":{"frame":{"supplier":null,"recipient":null,"item":{"span":null,"text":"shells","value":null,"'
    b'unresolved":"of no class","inferred":null,"corrected":null},"quantity":{"span":{"start":18,"end":21}'
    b',"text":"300","value":{"low":300,"high":300,"unit":"container","numbers":[300],"modifier":"=","measu'
    b're":"total","alternatives":[],"vague":false},"unresolved":null,"inferred":null,"corrected":"correcte'
    b'd by I. Sato: on the image"},"window":{"span":null,"text":"7 September","value":{"edtf":null,"start_'
    b'earliest":"2023-09-07","start_latest":"2023-09-07","end_earliest":"2023-09-07","end_latest":"2023-09'
    b'-07","timex":null},"unresolved":null,"inferred":"of its day","corrected":null},"stage":{"span":null,'
    b'"text":"left","value":"shipped","unresolved":null,"inferred":null,"corrected":null},"origin":{"span"'
    b':null,"text":"Najin","value":{"name":"Najin","country":"North Korea","lat":42.2,"lon":130.3,"radius_'
    b'km":5.0,"id":"najin"},"unresolved":null,"inferred":null,"corrected":null},"via":null,"destination":n'
    b'ull,"mode":{"span":null,"text":"sea","value":["sea","rail"],"unresolved":null,"inferred":null,"corre'
    b'cted":null},"vessel":null},"emptied":["vessel"],"source":{"span":{"start":0,"end":1},"text":"US '
    b'officials","name":null,"institution":"United States government","country":"United States","kind":"go'
    b'vernment"},"stance":"hedged","kind":"purchase","basis":"imagery"},"says":"","undoes":2}'
)


def test_a_reading_taken_down_by_version_1_is_read() -> None:
    taken = reading_of(READING)
    publication = taken.read.publication
    assert (taken.key, taken.read.notes) == ("kkkk", ("a note",))
    assert (publication.publisher, publication.author, str(publication.published)) == (
        "Harbour Post",
        "A. Writer",
        "2023-10-14",
    )
    assert publication.credits == (Credit("Coast Wire", "agency", Span(0, 4)),)
    assert publication.rows[0].cells == (Cell("outlet", "x", Span(0, 1)),)
    assert isinstance(publication.rows[0], Row)
    assert publication.document.page_starts == (0, 5)
    assert read_of(READING, TEXT.encode()).publication.document.text == TEXT


def test_a_judgement_taken_down_by_version_1_is_read() -> None:
    judgement = judgement_of(JUDGEMENT)
    assert (judgement.number, judgement.verdict, judgement.who, judgement.undoes) == (3, "correct", "I. Sato", 2)
    assert judgement.when.utcoffset() is not None
    (anchor,) = judgement.on
    assert anchor.quote == anchor.claim.content[0].text_of(TEXT)
    assert judgement.correction is not None
    frame = judgement.correction.frame
    assert frame.quantity is not None and frame.quantity.value is not None and frame.quantity.value.low == 300
    assert frame.quantity.corrected == "corrected by I. Sato: on the image"
    assert frame.mode is not None and frame.mode.value == ("sea", "rail")
    assert frame.origin is not None and frame.origin.value is not None and frame.origin.value.radius_km == 5.0
    assert (judgement.correction.emptied, judgement.correction.stance) == (("vessel",), "hedged")


def test_a_field_that_a_later_version_adds_does_not_keep_this_one_from_reading() -> None:
    assert judgement_of(JUDGEMENT[:-1] + b',"later":1}') == judgement_of(JUDGEMENT)
    assert reading_of(READING[:-1] + b',"later":1}') == reading_of(READING)


def test_what_is_taken_down_is_what_is_read() -> None:
    acquired, read = report("first.txt")
    assert read_of(reading_bytes(acquired.key, acquired.reader, read), TEXT.encode()) == read
    judgement = accepted(told_by(read.publication), "first.txt")
    assert judgement_of(judgement_bytes(judgement)) == judgement
    assert judgement_of(judgement_bytes(judgement_of(JUDGEMENT))) == judgement_of(JUDGEMENT)


def test_a_reading_is_not_given_with_another_text() -> None:
    with pytest.raises(AlteredError):
        read_of(READING, b"another text")


def test_what_is_no_record_is_refused() -> None:
    for record in (b"", b"{", b"[]", JUDGEMENT.replace(b"2026-11-02T12:00:00Z", b"2026-11-02T12:00:00")):
        with pytest.raises(msgspec.DecodeError):
            judgement_of(record)


def test_a_judgement_of_a_kind_that_only_a_later_version_knows_is_not_called_damage(own_ledger: Path) -> None:
    fill(own_ledger)
    record: bytes = ask(own_ledger, "SELECT record FROM judgements WHERE number = 2")[0][0]
    later = record.replace(b'"verdict":"accept"', b'"verdict":"weigh"')
    tamper(own_ledger, ("UPDATE judgements SET record = ? WHERE number = 2", (later,)))
    ledger = opened(own_ledger)
    with pytest.raises(LedgerError, match=r"cannot be read.* a later Waybill wrote it: update"):
        ledger.judgements()
    ledger.close()


def test_claims_of_a_reading_that_was_removed_are_told_as_damage(waybill: Waybill, own_ledger: Path) -> None:
    fill(own_ledger)
    known = ask(own_ledger, "SELECT id FROM claims WHERE extraction = 1")[0][0]
    tamper(own_ledger, "DELETE FROM readings WHERE number = 2")
    run = waybill("explain", known)
    assert (
        run.err
        == f"waybill: {own_ledger}: something kept in it is damaged; `waybill verify` says what: restore that from a copy\n"
    )


def test_claims_kept_in_a_form_that_is_no_longer_read_are_found_anew_and_break_nothing(own_ledger: Path) -> None:
    fill(own_ledger)
    known = ask(own_ledger, "SELECT id FROM claims WHERE extraction = 1")[0][0]
    older = msgspec.msgpack.encode([{"id": known, "content": "of an older layout"}])
    digest = sha256(older).hexdigest()
    tamper(own_ledger, ("UPDATE extractions SET record = ?, sha256 = ? WHERE number = 1", (older, digest)))
    ledger = opened(own_ledger)
    publication = dict(ledger.standing())["first.txt"]
    assert ledger.named([known]) == []
    assert ledger.claims([publication], EXTRACTOR) == {}
    found = told_by(publication)
    ledger.keep_claims(publication, "first.txt", EXTRACTOR, [found])
    assert ledger.claims([publication], EXTRACTOR) == {publication.id: (found,)}
    assert [claim for claim, *_ in ledger.named([found.id])] == [found]
    ledger.close()
