"""Parses to Mentions: times, quantities, places, parties, items, vessels; or why not."""
