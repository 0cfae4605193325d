"""Claims and judgements to reviewed claims: what analysts decided, fitted to what the machine reads now."""
