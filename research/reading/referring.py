"""Sentences that say of the one before who said it: "Про це заявив X", "Такую оценку дал X", "X said so on Monday"."""

from research.reading.frame import Frame, is_name
from research.reading.mentions import Mention, Scene
from research.reading.morphology import lemma
from research.reading.names import is_adjective
from research.reading.tables import Table

#: Behind "the comment", "this was", the link to who made it stands within so many tokens.
_REACH_LINK = 14
#: "that was the message", unlike "that was", needs no link to who sent it.
_TELLING = 3


def refers_back(scene: Scene, table: Table) -> Mention | None:
    """Give who speaks, where a sentence says of the one before who said it.

    Args:
        scene: the sentence.
        table: the language table.
    """
    frame = Frame(scene, table)
    if any(token.text == ":" or (token.quote and not is_name(token.text)) for token in frame.tokens):
        return None
    opening = _saying(frame) or _about(frame)
    if opening:
        return _linked(frame, opening) if frame.words.english else who_said(frame, opening)
    return _confirmed(frame) or _said_so(frame)


def announced(scene: Scene) -> tuple[Scene, Mention] | None:
    """Give who is said to speak in the sentence behind, by one that ends in a colon: "The ambassador, on X:"."""
    if scene.tokens[-1].text != ":":
        return None
    named = (mention for mention in scene.mentions if mention.kind in ("person", "role", "body", "pronoun"))
    return next(((scene, mention) for mention in named), None)


def wrote(scene: Scene, source: Mention | None, before: Scene, table: Table) -> tuple[Scene, Mention] | None:
    """Give whose paper a sentence quotes that calls it "it": "The embassy handed over a note. It says …"."""
    papers = [place for place, token in enumerate(before.tokens) if table.role_class(token.lower) == "paper"]
    if not papers and not (source and any(_is_owned(scene, i, table) for i in (source.start, source.start - 1))):
        return None
    opening = [token.lower for token in scene.tokens[:2]]
    if source is None:  # "В ней говорится", "У ній ідеться"
        meant = len(opening) > 1 and opening[0] in table.locative and opening[1] in table.words["of_papers"]
    else:
        meant = (source.kind == "pronoun" and source.gender == "neut") or _is_its(scene, source, table)
    named = [m for m in before.mentions if m.kind in ("person", "role", "body", "actor")]
    commas = [place for place, token in enumerate(before.tokens[: max(papers, default=0)]) if token.text == ","]
    # "…, the ministry said in a note"
    telling = [m for m in named if commas and commas[-1] < m.start <= commas[-1] + 2]
    return next(((before, mention) for mention in [*telling, *named]), None) if meant else None


def _is_its(scene: Scene, source: Mention, table: Table) -> bool:
    """Whether the source is that paper, without an owner of its own: "У документі наголошується", "В её письме"."""
    bare = source.end - source.start == 1 + _is_owned(scene, source.start, table)
    return bare and source.role_class == "paper" and table.language != "en"


def _is_owned(scene: Scene, place: int, table: Table) -> bool:
    return scene.tokens[place].lower in table.words["possessive"]


def _about(frame: Frame) -> int:
    """The place behind "про це", "так", though not that in "так званий"."""
    so_called = lemma(frame.word(1), frame.table.language) in frame.table.words["so_called"]
    return 0 if so_called else frame.phrase(0, frame.table.about_this)


def _saying(frame: Frame) -> int:
    """The place behind a demonstrative and a noun of speech, "с такой версией", "that was the promise", or 0."""
    start = int(frame.words.is_a(0, "prepositions"))
    if frame.word(start) not in frame.table.these:
        return 0
    if frame.words.english:
        linked = frame.words.is_a(start + 1, "be") and frame.word(start + 2) == "the"
        return start + 4 if linked and frame.word(start + 3) in frame.table.sayings else 0
    noun = start + 1 + (is_adjective(frame.word(start + 1), frame.table.language) and start + 2 < frame.end)
    return noun + 1 if frame.word(noun) in frame.table.sayings else 0


def who_said(frame: Frame, start: int) -> Mention | None:
    """Give who speaks in a stretch that begins at a place: the subject of its first verb of speech that has one."""
    verbs = (verb for place in range(start, frame.end) if (verb := frame.verb(place)))
    sources = (frame.subject(verb, low=start) for verb in verbs)
    named = (m for m in frame.scene.mentions if m.start >= start and m.kind in ("person", "role", "body", "actor"))
    return next(filter(None, sources), None) or next(named, None)


def _linked(frame: Frame, behind: int) -> Mention | None:
    """The comment came from X; this was announced by X; that was the message X left."""
    links = [i for i in range(behind, min(frame.end, behind + _REACH_LINK)) if frame.words.is_a(i, "links")]
    mentions = [mention for mention in frame.scene.mentions if mention.kind != "pronoun"]
    near = (mention for i in links for mention in mentions if i < mention.start <= i + _TELLING)
    telling = behind >= _TELLING or frame.verb(behind - 1) is not None  # "so says the minister"
    behind += frame.word(behind) == "the"
    at_once = (mention for mention in mentions if telling and mention.start <= behind < mention.end)
    return next(at_once, None) or next(near, None)


def _confirmed(frame: Frame) -> Mention | None:
    """This, as an object before the verb: "Это подтвердил X"."""
    verb = frame.verb(1) if frame.word(0) in frame.table.these and frame.end > 2 else None
    if verb is None or not verb.cue.finite or frame.that(verb.behind) is not None:
        return None
    return frame.subject(verb, after=True, low=1)


def _said_so(frame: Frame) -> Mention | None:
    """The verb first, then what it refers to: "Міністр повідомив про це на брифінгу", "the diplomat said so"."""
    verb = next((verb for place in range(frame.end) if (verb := frame.verb(place)) and verb.cue.finite), None)
    told = frame.words.is_a(verb.behind, "hearers") if verb else False
    behind = frame.phrase(verb.behind + told, frame.table.said_so) if verb and verb.behind + told < frame.end else 0
    if verb is None or not behind or frame.that(behind) is not None:
        return None
    closes = behind >= frame.end or not frame.words.english or frame.words.is_a(behind, "adverbial")
    return frame.subject(verb) if closes else None
