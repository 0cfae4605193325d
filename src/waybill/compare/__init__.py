"""Two accounts to what changed between them."""
