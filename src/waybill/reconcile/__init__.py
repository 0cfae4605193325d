"""Claims to Lines: deliveries, joins, bounds."""
