"""The nouns: frozen msgspec structs. Stages take and give these; none is known here."""
