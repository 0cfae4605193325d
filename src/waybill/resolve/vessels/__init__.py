"""Parses to vessel mentions: ships by name, by IMO number, by MMSI."""
