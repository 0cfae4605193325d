"""The account to its readers: terminal, JSON, Markdown."""
