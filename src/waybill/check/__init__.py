"""Deliveries to findings: what the facts held allow of a delivery as it is told."""
