"""The factors of a run: those that are shipped, with the user's own in their place, less those switched off."""

from msgspec.structs import replace

from waybill.model.document import Failure
from waybill.reference.factors import Factor, Taken, factors_in, swapped
from waybill.settings import Settings


def factors_for(settings: Settings) -> tuple[tuple[Factor, ...], tuple[Failure, ...]]:
    """The factors that the settings ask for, and a failure for every row of the user's table that is none."""
    own = _own(settings)
    failures = (Failure(str(settings.factors), fault) for fault in own.faults)
    return swapped(own.factors, settings.without), tuple(failures)


def unknown_factors(settings: Settings) -> tuple[str, ...]:
    """The names to be switched off that no factor has."""
    known = {factor.name for factor in (*swapped((), ()), *_own(settings).factors)}
    return tuple(name for name in settings.without if name not in known)


def _own(settings: Settings) -> Taken:
    if settings.factors is None:
        return Taken(())
    try:
        taken = factors_in(settings.factors.read_text("utf-8-sig"))
        return replace(taken, faults=tuple(f"{fault}; the row is left aside" for fault in taken.faults))
    except OSError as error:
        return Taken((), (f"{error.strerror}; give another --factors",))
    except UnicodeDecodeError:
        return Taken((), ("not UTF-8; save it as CSV in UTF-8",))
