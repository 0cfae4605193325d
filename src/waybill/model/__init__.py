"""The nouns: frozen, slotted dataclasses, standard library only. Stages take and give these; none is known here."""
