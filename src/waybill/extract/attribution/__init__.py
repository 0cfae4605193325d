"""Who says what: the attributed statements of a text, found by rules on its dependency tree."""
