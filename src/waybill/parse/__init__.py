"""Documents to Parses: the only room that knows spaCy."""
