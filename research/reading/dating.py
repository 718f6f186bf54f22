"""The day an article was published, as the lines above it or its dateline give it."""

import re
from datetime import date
from functools import lru_cache

_ISO = re.compile(r"\b(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)")
_DOTTED = re.compile(r"\b(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>20\d\d)\b")
_DAY_FIRST = re.compile(r"\b(?P<day>\d{1,2})\s+(?P<name>[^\W\d_]{3,})\.?,?\s+(?P<year>20\d\d)\b")
_MONTH_FIRST = re.compile(r"\b(?P<name>[^\W\d_]{3,})\.?\s+(?P<day>\d{1,2}),?\s+(?P<year>20\d\d)\b")
#: The letters that tell the months of a language apart.
_LETTERS = 3


def date_in(head: str, language: str) -> date | None:
    """Give the first full date of some text.

    Args:
        head: what stands above an article.
        language: ``"uk"``, ``"ru"`` or ``"en"``, for the names of the months.

    >>> date_in("Опубліковано: 05:58, 2 лютого 2025", "uk")
    datetime.date(2025, 2, 2)
    """
    found = [match for form in (_ISO, _DOTTED, _DAY_FIRST, _MONTH_FIRST) for match in form.finditer(head)]
    days = (_day(match.groupdict(), language) for match in sorted(found, key=lambda match: match.start()))
    return next(filter(None, days), None)


def _day(parts: dict[str, str], language: str) -> date | None:
    """The day, or None where there is no such month or day: "12 people 2020", "31.02.2021"."""
    month = _months(language).get(parts["name"].lower()[:_LETTERS], 0) if "name" in parts else int(parts["month"])
    try:
        return date(int(parts["year"]), month, int(parts["day"]))
    except ValueError:
        return None


@lru_cache(maxsize=3)
def _months(language: str) -> dict[str, int]:
    from babel import Locale

    return {name.lower()[:_LETTERS]: number for number, name in Locale(language).months["format"]["wide"].items()}
