"""The command line: one file per verb, the same words as the stages."""
