"""Where an outlet is at home: by the addresses on its page, or by the zone of the time that it prints."""

import re
from collections import Counter

#: The end of a host's name, behind a scheme, "www." or the "@" of an e-mail address.
_HOST = re.compile(r"(?:https?://|www\.|@)[a-z0-9.-]{1,80}\.([a-z]{2,3})\b", re.IGNORECASE)
#: The zone behind a time of day: "02:18 PM IST".
_ZONE = re.compile(r"\b\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?\s+\(?([A-Z]{3,4})\b", re.IGNORECASE)
#: Ends of names that are no state's, or are sold to everybody (IANA's list of top-level domains).
_FOR_ALL = frozenset(
    (
        *("ai", "am", "cc", "co", "eu", "fm", "gg", "gl", "io", "ly"),
        *("me", "nu", "sh", "su", "tk", "to", "tv", "ws"),
    )
)
_SHORTENED = ("youtu.be",)
_OTHER_ENDS = {"uk": "GB", "gov": "US", "mil": "US"}
#: Zones that one state uses under that name (IANA's time zone database).
_ZONES = {
    "IST": "IN",
    "PKT": "PK",
    "JST": "JP",
    "KST": "KR",
    "SGT": "SG",
    "PHT": "PH",
    "WIB": "ID",
    "MSK": "RU",
    "AEST": "AU",
    "AEDT": "AU",
    "NZST": "NZ",
    "NZDT": "NZ",
    "BST": "GB",
    "EDT": "US",
    "PDT": "US",
}


def home_of(page: str) -> str:
    """Give the state in which the outlet of a page is at home, or nothing where the page does not tell.

    Args:
        page: the text of an article with what stands around it, or its HTML.

    >>> home_of("Пресслужба: press@visnyk.com.ua, https://t.me/visnyk"), home_of("Updated 02:18 PM IST")
    ('UA', 'IN')
    """
    from babel import Locale

    hosts = (match for match in _HOST.finditer(page) if not match.group().lower().endswith(_SHORTENED))
    ends = (match.group(1).lower() for match in hosts)
    codes = (_OTHER_ENDS.get(end, end.upper()) for end in ends if end not in _FOR_ALL)
    states = Counter(code for code in codes if len(code) == 2 and code in Locale("en").territories)
    if states:
        return states.most_common(1)[0][0]
    zones = (_ZONES.get(match.group(1).upper(), "") for match in _ZONE.finditer(page))
    return next(filter(None, zones), "")
