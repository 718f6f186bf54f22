"""Direct speech: which words attribute a quote, and which quotes belong together."""

from research.reading.frame import Found, Frame, Verb, is_name
from research.reading.mentions import Mention
from research.reading.plain import plain_behind
from research.reading.segment import DASHES, Token

#: At most so many tokens stand between a quote and the verb that attributes it.
_REACH = 40
_FEWEST_WORDS = 3
_CITED = ("person", "role", "pronoun")
_LABELS = ("person", "role", "body", "actor")
_SPEAKING = ("person", "role", "pronoun", "body")


def quote_before(frame: Frame, verb: Verb) -> Found | None:
    """«Q», – said X; also with the subject before the verb: "Q," X said."""
    quotes = quotes_ending_before(frame, verb.place)
    if not quotes:
        return None
    low, high = quotes[-1] + 1, frame.next_quote(verb.behind)
    source = _cited(frame, verb) or frame.subject(verb, after=True, low=low, high=high)
    source = source or plain_behind(frame, verb)
    pieces = [(quote, quote + 1) for quote in quotes]
    return Found([*pieces, *_resumed(frame, verb.behind)], "direct", source, gender=verb.cue.gender)


def _cited(frame: Frame, verb: Verb) -> Mention | None:
    """Whom a verb of citing has as its object: "«Q», цитує Лаврова агентство"."""
    if verb.cue.lemma not in frame.table.words["citing"]:
        return None
    return next((m for m in frame.scene.mentions if m.start >= verb.behind and m.kind in _CITED), None)


def quotes_ending_before(frame: Frame, place: int) -> list[int]:
    """Give the whole quotes before an attribution: nothing but its subject stands between them and the verb."""
    last = next((i for i in range(place - 1, max(-1, place - _REACH), -1) if frame.tokens[i].quote is not None), None)
    if last is None or last in frame.taken or not _is_detached(frame, last, place):
        return []
    first = last
    while first > 0 and frame.tokens[first - 1].quote is not None:
        first -= 1
    opens = all(_is_no_word(token) or i in frame.taken for i, token in enumerate(frame.tokens[:first]))
    return list(range(first, last + 1)) if opens else []


def _is_no_word(token: Token) -> bool:
    """A mark, or the number of an item: "3. «Q», said X"."""
    return not token.is_word or token.text.isdigit()


def _is_detached(frame: Frame, quote: int, place: int) -> bool:
    """A comma, dash or terminal mark stands between the quote and the attribution, and no other verb of speech."""
    if frame.has_finite(quote + 1, place):
        return False
    marked = frame.is_mark(quote + 1, "," + DASHES)
    return marked or frame.tokens[quote].last in ",?!….-—" or quote + 1 == place


def opens_with_quote(frame: Frame) -> bool:
    """Tell whether a sentence begins with a quote that an attribution follows."""
    first = next((i for i, token in enumerate(frame.tokens) if token.quote or not _is_no_word(token)), None)
    if first is None or frame.tokens[first].quote is None or first + 1 >= len(frame.tokens):
        return False
    return frame.is_mark(first + 1, "," + DASHES) or frame.tokens[first].last in ",?!"


def _resumed(frame: Frame, behind: int) -> list[tuple[int, int]]:
    """The second part of a quote that its attribution cuts in two."""
    place = frame.next_quote(behind)
    mark = place - 2 if frame.lower[place - 1] in frame.table.conjunctions else place - 1
    if place >= frame.end or not frame.is_mark(mark, ",:." + DASHES) or is_name(frame.tokens[place].text):
        return []
    return [] if frame.has_finite(behind, place) else frame.quotes_from(place)


def quote_after(frame: Frame, verb: Verb) -> Found | None:
    """X said: "Q"."""
    quote = frame.next_quote(verb.behind)
    if quote >= frame.end or not _introduces(frame, quote, verb.behind):
        return None
    source = frame.subject(verb, high=quote)
    return Found(frame.quotes_from(quote), "direct", source, gender=verb.cue.gender)


def _introduces(frame: Frame, quote: int, behind: int) -> bool:
    """A colon introduces any quote; a comma, or nothing, only a sentence."""
    if any(frame.lower[i] in frame.table.that for i in range(behind, quote)) or frame.has_finite(behind, quote):
        return False
    if frame.is_mark(quote - 1, ":"):
        return True
    text = frame.tokens[quote].text
    if not text[0].isupper() or len(text.split()) < _FEWEST_WORDS:
        return False
    return frame.is_mark(quote - 1, ",") or (quote == behind and quote + 1 >= frame.end)


def whole_quotes(frame: Frame) -> None:
    """Keep the quotes that are sentences, with a mere mention of who speaks, or with nothing at all."""
    place = 0
    while place < len(frame.tokens):
        quotes = [] if place in frame.taken else frame.quotes_from(place)
        if quotes and (label := _label(frame, quotes[0][0])):
            frame.keep(Found(quotes, "direct", label))
        elif quotes and _is_whole(frame, quotes[0][0], quotes[-1][0]):
            frame.keep(_bare(frame, quotes))
        place += len(quotes) + 1


def labelled(frame: Frame) -> None:
    """Keep what a clause says behind who says it, as headlines and live blogs have it: "The minister: talks go on"."""
    first = next((m for m in frame.scene.mentions if m.start == 0), None)
    if frame.found or first is None or first.kind not in _LABELS or first.role_class in ("source", "paper"):
        return
    colon = next((i for i in range(first.end, min(frame.end, first.end + _REACH)) if frame.is_mark(i, ":")), 0)
    answers = any(
        frame.lower[i] in frame.table.sayings or frame.lower[i] in frame.table.cues for i in range(first.end, colon)
    )
    colon = colon if colon == first.end or answers else 0  # "The minister was quick to answer: …"
    piece = frame.trimmed(colon + 1, frame.end) if colon else None
    if piece and piece[1] - piece[0] >= _FEWEST_WORDS and frame.tokens[piece[0]].quote is None:
        frame.keep(frame.statement([piece], first))


def _label(frame: Frame, quote: int) -> Mention | None:
    """Who alone is named before a colon and a sentence: "The minister: “Q.”", "Реакція Варшави: «Q»"."""
    if not frame.is_mark(quote - 1, ":") or len(frame.tokens[quote].text.split()) < _FEWEST_WORDS:
        return None
    named = (m for m in frame.scene.mentions if m.end == quote - 1 and m.kind in (*_SPEAKING, "actor"))
    label = next(named, None)
    before = frame.lower[: label.start] if label else []
    return label if all(word in ("the", "—", "–") or word in frame.table.sayings for word in before) else None


def _is_whole(frame: Frame, first: int, last: int) -> bool:
    if frame.words.is_a(0, "about") and frame.is_mark(first - 1, ":") and last + 1 >= frame.end:
        return True  # "On Hungary: “We wait for decisions.”"
    if not all(_is_no_word(token) for token in frame.tokens[:first]):
        return False
    text = frame.tokens[first].text
    after = frame.tokens[last + 1 :]
    if not any(token.is_word for token in after):
        return len(text.split()) > 1 or text[-1] in ".!?…"
    detached = frame.is_mark(last + 1, "," + DASHES) or frame.tokens[last].last in ",?!"
    return detached and len(text.split()) >= _FEWEST_WORDS and bool(frame.scene.mentions)


def _bare(frame: Frame, quotes: list[tuple[int, int]]) -> Found:
    behind = (m for m in frame.scene.mentions if m.start >= quotes[-1][1] and m.kind in _SPEAKING)
    source = next(behind, None)
    return Found(quotes, "direct", source, explicit=source is not None)
