"""What a run assumes: the factors and rates that are shipped, with the user's own in their place, less those switched off."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from waybill.model.document import Failure
from waybill.reference.admiralty import TakenSources, sources_in
from waybill.reference.consumption import Rate, TakenRates, consumption_in, rates_with
from waybill.reference.factors import Factor, Taken, factors_in, swapped
from waybill.settings import Settings

T = TypeVar("T", Taken, TakenRates, TakenSources)


def factors_for(settings: Settings) -> tuple[tuple[Factor, ...], tuple[Failure, ...]]:
    """The factors that the settings ask for, and a failure for every row of the user's table that is none."""
    own = _own_factors(settings)
    return swapped(own.factors, settings.without), _failures(settings.factors, own.faults)


def rates_for(settings: Settings) -> tuple[tuple[Rate, ...], tuple[Failure, ...]]:
    """The rates of use and production that the settings ask for, and a failure for every row of the user's own that is none."""
    own = _own_rates(settings)
    return rates_with(own.rates, settings.without), _failures(settings.consumption, own.faults)


def sources_for(settings: Settings) -> tuple[TakenSources, tuple[Failure, ...]]:
    """The user's table of sources, and a failure for every row that is none."""
    if settings.sources is None:
        return TakenSources({}), ()
    own = _read(settings.sources, sources_in, lambda fault: TakenSources({}, (fault,)))
    return own, _failures(settings.sources, own.faults)


def unknown_assumptions(settings: Settings) -> tuple[str, ...]:
    """The names to be switched off that no factor and no rate has."""
    known = {factor.name for factor in (*swapped((), ()), *_own_factors(settings).factors)}
    known |= {rate.name for rate in (*rates_with((), ()), *_own_rates(settings).rates)}
    return tuple(name for name in settings.without if name not in known)


def _own_factors(settings: Settings) -> Taken:
    return _read(settings.factors, factors_in, lambda fault: Taken((), (fault,))) if settings.factors else Taken(())


def _own_rates(settings: Settings) -> TakenRates:
    if settings.consumption is None:
        return TakenRates(())
    return _read(settings.consumption, consumption_in, lambda fault: TakenRates((), (fault,)))


def _read(path: Path, read: Callable[[str], T], none: Callable[[str], T]) -> T:
    try:
        return read(path.read_text("utf-8-sig"))
    except OSError as error:
        return none(f"{error.strerror}; give another table")
    except UnicodeDecodeError:
        return none("not UTF-8; save it as CSV in UTF-8")


def _failures(path: Path | None, faults: tuple[str, ...]) -> tuple[Failure, ...]:
    return tuple(
        Failure(str(path), f"{fault}; the row is left aside" if fault.startswith("line") else fault) for fault in faults
    )
