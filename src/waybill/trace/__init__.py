"""Claims to Originators and Retellings: reprints, relays, drift."""
