"""Months and days of the week as English writes them."""

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

SHORT_MONTHS = tuple(name[:3] for name in MONTH_NAMES)
"""Jan to Dec, as they are printed."""

SHORTENED_MONTHS = (*SHORT_MONTHS, "Sept")
"""Every abbreviation that is written, May among them; with or without a full stop."""
SHORTENED_DAYS = {name[:3]: n for n, name in enumerate(DAY_NAMES, 1)} | {"Tues": 2, "Thur": 4, "Thurs": 4}

MONTHS = {name.lower(): n for n, name in enumerate(MONTH_NAMES, 1)}
MONTHS |= {name.lower(): SHORT_MONTHS.index(name[:3]) + 1 for name in SHORTENED_MONTHS}
"""The month of the year, 1 to 12, by lower-case name or abbreviation."""

WEEKDAYS = {name.lower(): n for n, name in enumerate(DAY_NAMES, 1)}
WEEKDAYS |= {name.lower(): n for name, n in SHORTENED_DAYS.items()}
"""The ISO day of the week, Monday 1, by lower-case name or abbreviation."""
