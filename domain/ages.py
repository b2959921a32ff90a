"""How old somebody is, by their birth date."""

from datetime import date


def age_years(birth_date: date, on: date) -> int:
    """Full years lived on a given day."""
    return on.year - birth_date.year - ((on.month, on.day) < (birth_date.month, birth_date.day))
