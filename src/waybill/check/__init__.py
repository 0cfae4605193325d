"""Deliveries to Findings: what the facts held say of a delivery as it is told."""
