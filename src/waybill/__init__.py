"""Waybill reconstructs covert deliveries from what is said of them, and shows for every figure whose words it rests on."""

__version__ = "0.1.0"
