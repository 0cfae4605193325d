"""Parses to quantity mentions: bound, number or range, scale, unit or counted noun."""

from waybill.resolve.quantities.find import find_quantities

__all__ = ["find_quantities"]
