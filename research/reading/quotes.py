"""Quotation marks of a paragraph, and speech opened by a dash: where quoted words begin and end.

One pass with a stack, so the time is linear however the marks are broken.
"""

import re
from typing import NamedTuple

from research.reading.morphology import readings
from research.reading.tables import Table

_MARKS = re.compile("''|``|[«»„“”\"‟‹›‚‘’']")
#: What closes what. “ closes „ and opens otherwise; straight marks do both. Typewriters double the apostrophe.
_CLOSERS = {
    "«": ("»",),
    "„": ("“", "”"),
    "“": ("”", '"'),
    "‟": ("”",),
    "”": ("”",),
    "‹": ("›",),
    "‚": ("‘", "’"),
    "‘": ("’",),
    '"': ('"',),
    "'": ("'",),
    "''": ("''",),
    "``": ("''",),
}
_STRAIGHT = ('"', "'", "''")
_SINGLE = "‚‘'"
_DASH_SPEECH = re.compile(r"\s*[—–-]\s*(?=[^\W\d_a-zа-яіїєґё]|[«“„\"…]|\d)")
_INNER_DASH = re.compile(r"[,.!?…»”\"]+(\s+[—–-]\s+)")
#: English lets the attribution follow the comma alone.
_INNER_COMMA = re.compile(r"[,.!?…»”\"]+(\s+[—–-]\s+)|[,?!]+(\s+)")
_TRIM = " \t\u00a0\u200b\u200e\u200f\ufeff"
_WORD = re.compile(r"[^\W\d_][\w'’ʼ-]*")


class Quote(NamedTuple):
    """Quoted words: the content is ``text[start:end]``, with its marks ``text[outer_start:outer_end]``.

    ``level`` is 0 for a quote, 1 for a quote in a quote, and so on.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    level: int = 0


def find_quotes(text: str, start: int, end: int, table: Table) -> list[Quote]:
    """Find the quoted stretches of a paragraph, in the order of their beginnings.

    Args:
        text: the article.
        start: where the paragraph begins.
        end: where it ends.
        table: the language table, for the verbs that cut a quote in two.

    Returns:
        Quotes of all levels. A quote that its attribution cuts in two without closing the marks, «A, – said X, – B»,
        comes as two; so does speech opened by a dash.
    """
    if speech := _DASH_SPEECH.match(text, start, end):
        return _dash_speech(text, speech.end(), end, start, table)
    found: list[Quote] = []
    for quote in _paired(text, start, end):
        found.extend([quote] if quote.level else _cut(text, quote, table))
    return sorted(found, key=lambda quote: (quote.start, quote.level))


def _paired(text: str, start: int, end: int) -> list[Quote]:
    stack: list[tuple[str, int]] = []
    found: list[Quote] = []
    for match in _MARKS.finditer(text, start, end):
        mark, place = match.group(), match.start()
        opener = _closes(mark, stack, text, place)
        if opener is not None:
            opening, opened = stack[opener]
            del stack[opener:]
            inner = trim(text, opened + len(opening), place)
            found.append(Quote(*inner, opened, match.end(), opener))
        elif _opens(mark, text, place, start):
            stack.append((mark, place))
    if stack and stack[0][1] == start and not any(quote.level == 0 for quote in found):
        found = [Quote(*trim(text, start + len(stack[0][0]), end), start, end), *found]
    return [quote for quote in _levelled(found) if quote.start < quote.end]


def _levelled(found: list[Quote]) -> list[Quote]:
    """Marks left unbalanced leave gaps in the levels: count anew what encloses what."""
    levelled: list[Quote] = []
    open_ends: list[int] = []
    for quote in sorted(found, key=lambda quote: (quote.outer_start, -quote.outer_end)):
        while open_ends and open_ends[-1] <= quote.outer_start:
            open_ends.pop()
        levelled.append(quote._replace(level=len(open_ends)))
        open_ends.append(quote.outer_end)
    return levelled


def _closes(mark: str, stack: list[tuple[str, int]], text: str, place: int) -> int | None:
    """The place in the stack of the mark that this one closes; only the last few can be meant."""
    if mark in ("'", "’") and _is_apostrophe(text, place):
        return None
    behind = text[place + len(mark) : place + len(mark) + 1]
    if mark in _STRAIGHT and text[place - 1 : place].isspace() and not behind.isspace():
        return None
    for depth in range(len(stack) - 1, max(-1, len(stack) - 5), -1):
        if mark in _CLOSERS[stack[depth][0]]:
            return depth
    return None


def _is_apostrophe(text: str, place: int) -> bool:
    return text[place - 1 : place].isalnum() and text[place + 1 : place + 2].isalnum()


def _opens(mark: str, text: str, place: int, start: int) -> bool:
    if mark not in _CLOSERS:
        return False
    after = text[place + len(mark) : place + len(mark) + 1]
    if not after or (after.isspace() and mark not in ("«", "„")):
        return False
    before = text[place - 1 : place] if place > start else ""
    if mark in _SINGLE or mark == "”":
        return not before or before.isspace() or before in '«„“"([—–'
    return mark not in _STRAIGHT or not before or not before.isalnum()


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Shrink a stretch past surrounding white space."""
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    return start, end


def unmarked(text: str, start: int, end: int) -> tuple[int, int]:
    """Shrink a stretch past surrounding quotation marks and white space, but never to nothing."""
    first, last = start, end
    while first < end and (text[first].isspace() or text[first] in _TRIM or _MARKS.match(text[first])):
        first += 1
    while last > first and (text[last - 1].isspace() or text[last - 1] in _TRIM or _MARKS.match(text[last - 1])):
        last -= 1
    return (first, last) if last > first else (start, end)


def _cut(text: str, quote: Quote, table: Table) -> list[Quote]:
    """Take the attribution out of a quote that encloses it: «A, – said X, – B»."""
    pieces = _speech_pieces(text, quote.start, quote.end, table)
    if len(pieces) == 1:
        return [quote]
    last = len(pieces) - 1
    return [
        Quote(
            start,
            end,
            quote.outer_start if number == 0 else start,
            quote.outer_end if number == last and end == quote.end else end,
        )
        for number, (start, end) in enumerate(pieces)
    ]


def _dash_speech(text: str, start: int, end: int, outer_start: int, table: Table) -> list[Quote]:
    pattern = _INNER_COMMA if table.language == "en" else _INNER_DASH
    pieces = [_without_marks(text, a, b) for a, b in _speech_pieces(text, start, end, table, pattern)]
    return [Quote(a, b, outer_start if number == 0 else a, b) for number, (a, b) in enumerate(pieces) if a < b]


def _without_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """A dash paragraph may put its words in quotation marks as well."""
    if text[start] in '«“„"' and text[end - 1] in '»”“"' and not _MARKS.search(text, start + 1, end - 1):
        return trim(text, start + 1, end - 1)
    return start, end


def _speech_pieces(
    text: str, start: int, end: int, table: Table, pattern: "re.Pattern[str]" = _INNER_DASH
) -> list[tuple[int, int]]:
    """Split speech at the dashes behind which somebody says it."""
    pieces: list[tuple[int, int]] = []
    begin, attribution = start, False
    for dash in pattern.finditer(text, start, end):
        if attribution and dash.group().strip(",?! "):
            begin, attribution = dash.end(), False
        elif attribution:
            continue
        elif _starts_attribution(text, dash.end(), end, table):
            space = dash.start(dash.lastindex or 0)
            pieces.append(_unpunctuated(text, begin, space))
            attribution = True
    if not attribution:
        pieces.append(trim(text, begin, end))
    return pieces


def _unpunctuated(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave the comma before the attribution out."""
    start, end = trim(text, start, end)
    return (start, end - 1) if text[end - 1 : end] == "," else (start, end)


def _starts_attribution(text: str, start: int, end: int, table: Table) -> bool:
    """Whether a verb of speech stands among the first words, and no first or second person before it."""
    if table.language == "en":
        return _starts_english(_WORD.findall(text, start, min(end, start + 120))[:9], table)
    words = [word.lower() for word in _WORD.findall(text, start, min(end, start + 60))[:4]]
    if words and words[0] in table.words["narrators"]:
        return True
    cues = [table.cues.get(word) for word in words]
    places = [i for i, cue in enumerate(cues) if cue is not None and cue.finite and "say" in cue.kinds]
    known = bool(places) and not any(word in table.that for word in words)
    return known or _says_somehow(_WORD.findall(text, start, min(end, start + 60))[:2], table)


def _says_somehow(words: list[str], table: Table) -> bool:
    """Behind its dash any verb attributes, if a person follows at once: "– відрубав посол"."""
    if len(words) < 2 or not words[0].islower() or readings(words[0], table.language)[0].part != "VERB":
        return False
    person = words[1].lower()
    return words[1][0].isupper() or person in table.pronouns or bool(table.role_class(person))


def _starts_english(words: list[str], table: Table) -> bool:
    """A verb of speech, or a name or title in capitals and then the verb."""
    for place, word in enumerate(words):
        cue = table.cues.get(word.lower())
        if cue is not None and cue.finite and "say" in cue.kinds and (cue.past or cue.number == "sing"):
            return place == 0 or word.islower()
        if word[0].islower() and word not in ("the", "a", "an", "of", "for", "he", "she"):
            return False
    return False
