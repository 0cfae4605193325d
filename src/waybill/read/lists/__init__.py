"""Sanctions lists as their publishers give them out, read as untrusted input."""
