"""Who held which office when: for whom somebody speaks where an article names them alone ("Peskov said").

``data/actors/holders.csv`` holds heads of state and government, foreign ministers and spokespersons with the days on
which they took and left office; a name counts only in an article that is dated within that time, or has no date.
"""

import csv
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from research.paths import data_path
from research.reading.people import stem

#: Where the family name comes first.
_FAMILY_FIRST = frozenset(("CN",))


class _Holder(NamedTuple):
    code: str
    start: date
    end: date
    stems: frozenset[str]


def actor_of_holder(stems: list[str], language: str, day: date | None) -> str:
    """Give the code of the actor for whom the holder of a name spoke on a day, or nothing.

    Args:
        stems: the stems of the words of a name; a family name alone will do.
        language: ``"uk"``, ``"ru"`` or ``"en"``.
        day: when the article was published, or None where that is not known.
    """
    if not stems:
        return ""
    known = _holders(language)
    candidates = [*known.get(stems[0], ()), *known.get(stems[-1], ())]
    called = [one for one in candidates if one.stems.issuperset(stems)]
    codes = {one.code for one in called if day is None or one.start <= day <= one.end}
    return codes.pop() if len(codes) == 1 else ""


def is_name_of_holder(name: str, language: str) -> bool:
    """Tell whether a full name is, letter for letter, the nominative of a holder's: "Кая Каллас"."""
    return name in _names(language)


@lru_cache(maxsize=3)
def _names(language: str) -> frozenset[str]:
    with data_path("actors", "holders.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(name for row in csv.DictReader(file) for name in row[language].split("|"))


@lru_cache(maxsize=3)
def _holders(language: str) -> dict[str, list[_Holder]]:
    """The holders by the stem of their family name."""
    found: dict[str, list[_Holder]] = {}
    with data_path("actors", "holders.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            start = date.fromisoformat(row["start"])
            end = date.fromisoformat(row["end"]) if row["end"] else date.max
            for name in row[language].split("|"):
                stems = [stem(word) for word in name.split()]
                family = stems[0 if row["actor"] in _FAMILY_FIRST else -1]
                found.setdefault(family, []).append(_Holder(row["actor"], start, end, frozenset(stems)))
    return found
