"""What is told where something kept is not what it was."""


class AlteredError(Exception):
    """Something kept is not what it was when it was kept."""
