"""Where evidence is kept: originals, the log of what was done to them, readings, claims and judgements."""
