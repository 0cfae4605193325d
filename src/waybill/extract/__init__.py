"""Parses and Mentions to Claims: who said it, in which words, how firmly, about what."""
