"""waybill verify: whether the ledger is as it was left."""

import re
import sys

import click

from waybill.cli import options
from waybill.cli.terminal import print_json, progress
from waybill.model.custody import Fault, Proof
from waybill.pipeline.evidence import proof_of


def _seal(words: str) -> str:
    """A seal, or enough of its beginning that no other begins so."""
    if not re.fullmatch("[0-9a-f]{16,64}", words.lower()):
        raise ValueError(f"'{words}' is not a seal; give the 64 digits that verify printed, or at least the first 16")
    return words.lower()


@click.command("verify", epilog=options.example("verify --ledger waybill-ledger.sqlite"))
@options.ledger
@click.option(
    "--head", type=_seal, metavar="SEAL", help="A head seal written down earlier: nothing before it may have changed."
)
@options.json
def run(ledger: str | None, head: str | None, json: bool) -> None:
    """Prove that all evidence is as it was kept.

    Originals, texts, readings, judgements and the log; what is not as it was is named.
    """
    with progress() as tell:
        proof = proof_of(options.settings_with(ledger), head or "", tell)
    if json:
        print_json(_record(proof))
    else:
        for line in _faults(proof) if proof.faults else _intact(proof, head):
            click.echo(line)
    if proof.faults:
        sys.exit(1)


def _intact(proof: Proof, head: str | None) -> list[str]:
    """What was gone through, and what to write down: the log cannot show that all of it was written anew."""
    counted = (
        (proof.entries, "entries"),
        (proof.originals, "originals"),
        (proof.texts, "texts"),
        (proof.judgements, "judgements"),
        (proof.size, "bytes"),
    )
    whole = f"intact: {', '.join(f'{number:,} {what}' for number, what in counted)}"
    if not proof.entries:
        return [whole]
    if head:
        return [f"{whole}; nothing up to {head[:16]} was changed or removed", f"head {proof.head}"]
    return [
        whole,
        f"head {proof.head}  (write it down: verify --head SEAL then also detects a ledger that was rewritten as a whole)",
    ]


def _faults(proof: Proof) -> list[str]:
    """The first entry that is not intact first."""
    return [_line(fault) for fault in proof.faults]


def _line(fault: Fault) -> str:
    where = fault.name if fault.entry is None else f"entry {fault.entry}, {fault.name}"
    return "".join(c if c.isprintable() else "\ufffd" for c in f"not intact: {where}: {fault.why}")


def _record(proof: Proof) -> dict[str, object]:
    faults = [{"entry": fault.entry, "name": fault.name, "why": fault.why} for fault in proof.faults]
    return {
        "intact": not proof.faults,
        "entries": proof.entries,
        "originals": proof.originals,
        "texts": proof.texts,
        "judgements": proof.judgements,
        "bytes": proof.size,
        "head": proof.head,
        "faults": faults,
    }
