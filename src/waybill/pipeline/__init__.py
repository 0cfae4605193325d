"""The stages in order, and the evidence they work on; the only room that touches the ledger."""
