"""How a long run tells what it is doing."""

from collections.abc import Callable

Progress = Callable[[str], None]
"""Told in a few words what is being done now."""
