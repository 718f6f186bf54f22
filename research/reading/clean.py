"""From a saved page to the paragraphs of the article in it.

HTML goes through trafilatura (Barbaresi 2021); plain text is judged line by line: prose ends like a sentence, while
headlines, datelines, share buttons, tags, lists of links and adverts do not, or begin with words that give them away
(``data/reading/clutter.toml``).
"""

import re
from typing import NamedTuple

from research.reading.tables import clutter

_HTML = re.compile(r"<(?:!doctype|html|head|body|article|div|p|span|meta)\b[^>]{0,500}>", re.IGNORECASE)
_TERMINAL = re.compile(r"[.!?…](?:\s*\[\d+\])?[^\w«„|\[]{0,12}$")
#: "“Talks go on.” ― Jane Reed": a quote with its speaker behind a dash, as lists of voices have it.
_SIGNED = re.compile(r"[«“„\"].{10,}[»”\"]\s*[–—―-]+\s*[^\W\d_][^«»“”\"]{2,60}$")
_BULLET = re.compile(r"\s*(?:[•▪▸➜►→←·*✓●■◦|]|[-–—]{1,2}\s|\d{1,2}[.):]\s|\d{1,2}:\d\d\s)")
#: A line that ends with a date is a byline: "…, 11 марта 2025 г."
_DATED = re.compile(r"^.{0,80}\b\d{1,2}[ .]+[^\W\d_]+,?[ .]+\d{4}(?:\s?(?:г|р|року|года))?\.?$")
_PIPES = re.compile(r"\S\s+[|›·•→]\s+\S")
_CAPITAL = r"[^\W\d_a-zа-яіїєґё]"
_DAY = r"(?:,?\s+\d{1,2}\s+[^\W\d_]+|,?\s+[^\W\d_]+\.?\s+\d{1,2})?"
#: "MANILA, Philippines — ", "БОГОТА, 1 лютого. ", "НАЙРОБИ, 19 августа. /Корр. И. Гуляев/. "; "Sofia, March 6 (VNA) — "
_DATELINE = re.compile(
    rf"{_CAPITAL}(?:[^\W\d_a-zа-яіїєґё]|[ .'’/,-]){{2,50}}(?:, {_CAPITAL}[^\W\d_]+)?{_DAY}"
    r"(?:\s*[(/][^()/]{2,60}[)/])?\s*(?:[.,]?\s*[–—-]{1,2}|\.)\s+"
    rf"|[^\W\d_]{{2,}}(?:[ -][^\W\d_]+)?{_DAY}"
    r"\s*(?:(?:\([^()]{2,40}\)|/[^/]{2,60}/)\.?\s*[–—-]{0,2}|[.,]\s*[A-ZА-ЯІЇЄҐ]{3,}[^.–—-]{0,20}(?:\.|[–—-]{1,2}))\s+"
)
#: "13:10 ", "12.55 GMT — ", as a live blog has it.
_CLOCK = re.compile(
    r"\[?(?:[01]?\d|2[0-3])[:.][0-5]\d\]?(?:\s*(?:GMT|CET|EET|UTC|am|pm))?\s*[|–—-]?\s+(?=[^\W\d_]|[«“„\"])"
)
_BYLINE = re.compile(r"/[^/]{2,60}/\.?\s*[–—-]?\s*")
#: A body paragraph after a list of unrelated headlines has at least this many words.
_RESUMES = 12
_FEWEST_WORDS = 3


class Paragraph(NamedTuple):
    """A stretch of the article: ``text[start:end]``, without surrounding space and dateline."""

    start: int
    end: int


def is_html(text: str) -> bool:
    """Tell whether a text is a web page rather than plain text with a stray tag."""
    return len(_HTML.findall(text[:20_000])) > 1


def plain_text(text: str) -> str:
    """Give the text itself, or the text extracted from it where it is a web page (paragraphs one a line)."""
    if not is_html(text):
        return text
    import trafilatura

    extracted = trafilatura.extract(text, include_comments=False, include_tables=False, favor_precision=True)
    return str(extracted or "")


def paragraphs(text: str) -> list[Paragraph]:
    """Find the prose of an article.

    Args:
        text: plain text, one paragraph a line or hard-wrapped.

    Returns:
        The paragraphs in order, clutter left out, in time linear in the length of the text.
    """
    kept: list[Paragraph] = []
    in_list = False
    for start, end in _joined(text):
        line = text[start:end]
        in_list = _stays_in_list(line, in_list=in_list)
        if in_list or not is_prose(line, first=not kept):
            continue
        kept.append(Paragraph(start + _dateline(line), end))
    return kept


def is_prose(line: str, *, first: bool = False) -> bool:
    """Tell whether a line is running text of an article.

    Args:
        line: a line without surrounding space.
        first: whether nothing of the article has come before: a question or exclamation there is a headline.
    """
    if clutter()["line"].match(line) or (clutter()["more"].match(line) and not _is_sentence(line)):
        return False
    if len(line.split()) < _FEWEST_WORDS and not line.startswith(tuple('—–-«“„"')):
        return False
    if len(_PIPES.findall(line)) > 1 or _DATED.search(line):
        return False
    if first and re.search(r"[?!]\W*$", line) and "." not in line:
        return False
    return bool(_TERMINAL.search(line)) or line.endswith(":") or bool(_SIGNED.match(line))


def _is_sentence(line: str) -> bool:
    return line.endswith(".") and len(line.split()) > _RESUMES and ":" not in line[:40]


def _stays_in_list(line: str, *, in_list: bool) -> bool:
    """A heading such as "READ ALSO" opens a list; a long sentence that is no item of a list ends it."""
    if clutter()["more"].match(line.strip("— *#>▸►")):
        return not _is_sentence(line)
    long_enough = len(line.split()) >= _RESUMES and line.endswith((".", ".”", ".»", '."'))
    return in_list and not (long_enough and not _BULLET.match(line))


def _joined(text: str) -> list[tuple[int, int]]:
    """Lines without surrounding space; a hard-wrapped line is joined to the next."""
    found: list[tuple[int, int]] = []
    for match in re.finditer(r"[^\n\r\u2028\u2029]+", text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        if start >= end:
            continue
        if found and _is_wrapped(text, found[-1], start):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _is_wrapped(text: str, before: tuple[int, int], start: int) -> bool:
    gap = text[before[1] : start]
    if gap.count("\n") != 1 or not (text[start].islower() or "\n" in text[slice(*before)]):
        return False
    last_line = text.rfind("\n", before[0], before[1]) + 1
    wide = before[1] - max(last_line, before[0]) >= 30
    return wide and text[before[1] - 1] not in '.!?…:»”"'


def _dateline(line: str) -> int:
    """The length of a time, or of a dateline, maybe in two parts: "НАЙРОБИ, 19 августа. /Корр. И. Гуляев/. "."""
    if clock := _CLOCK.match(line):
        return clock.end()
    match = _DATELINE.match(line)
    if match is None or match.end() >= len(line) or _TERMINAL.search(match.group()[:-20]):
        return 0
    byline = _BYLINE.match(line, match.end())
    return byline.end() if byline else match.end()
