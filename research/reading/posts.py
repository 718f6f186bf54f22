"""Posts of a channel whose owner signs: what is no one else's and tells a stand, not news, is said by the owner.

A signature is a first or last line that holds nothing but the name of a body ("МЗС Литви 🇱🇹"), or of anybody who speaks
for an actor beside a link or words that ask to subscribe ("Подписаться на Кремль", "State Department | Follow us"). The
posts of a news outlet are read as articles.
"""

import re
from itertools import groupby
from typing import NamedTuple

from research.reading.cast import Cast, Speaker
from research.reading.clean import Paragraph
from research.reading.drafts import Draft, Place
from research.reading.gazetteer import is_organisation
from research.reading.mentions import Mention, Scene, survey
from research.reading.morphology import is_first_person
from research.reading.people import phrase_nominative
from research.reading.segment import words
from research.reading.tables import Table, clutter

#: The longest post of the usual platforms, and the longest signature.
_LONGEST, _LONGEST_SIGNATURE = 4_096, 120
_FEWEST_WORDS = 3
_LINK = re.compile(r"(?:https?://|www\.|t\.me/)\S+|[#@]\w+")
_BRACKETED = re.compile(r"\([^()]*\)")
#: What stands around the words of a line: bullets and emoji before them; hashtags, links and emoji behind.
_BEFORE = re.compile(r"^[^\w«“„\"'’(\[]+")
_BEHIND = re.compile(rf"(?:\s|{_LINK.pattern}|[^\w\s.!?…»”\"'’)\],:;%])*+$")


class Post(NamedTuple):
    """A post: whose channel it is, and the lines that say something."""

    owner: Speaker
    paragraphs: list[Paragraph]


def find_post(text: str, table: Table) -> Post | None:
    """Recognise the post of a channel that speaks for a state or an organisation.

    Args:
        text: the text.
        table: the language table.

    Returns:
        The post, or None where the text is too long or nobody who speaks for an actor signs it.
    """
    if len(text) > _LONGEST:
        return None
    lines = [line.span() for line in re.finditer(r"[^\r\n]+", text) if _words(line.group())]
    for signature in (lines[-1], lines[0]) if lines else ():
        line = text[slice(*signature)]
        parts = (line, *_BRACKETED.sub("", line).split("|")[::-1])  # "Sahel watch | channel of the Ministry (EN)"
        if owner := next(filter(None, (_owner(part, table) for part in parts)), None):
            said = [_said(text, *line) for line in lines if line != signature]
            return Post(owner, [line for line in said if _says_something(text[slice(*line)])])
    return None


def _says_something(line: str) -> bool:
    """Not a line of counts, buttons or links: most of its words are letters, and no clutter begins it."""
    letters = sum(any(map(str.isalpha, word)) for word in line.split())
    announces = line.endswith(":")
    return (announces or letters >= _FEWEST_WORDS) and not any(pattern.match(line) for pattern in clutter().values())


def _words(line: str) -> str:
    """A line without links, hashtags and what is no word; empty where nothing is left."""
    rest = _LINK.sub(" ", line)
    return rest if re.search(r"\w", rest) else ""


def _owner(line: str, table: Table) -> Speaker | None:
    """Who signs with a line."""
    if len(line) > _LONGEST_SIGNATURE:
        return None
    found = words(_words(line), 0, len(line))
    name = [token for token in found if token.lower not in table.words["subscribing"]]
    name = name[1:] if name and name[0].lower in table.words["of_channels"] else name
    scene = survey(name, table)
    asks = len(name) < len(found) or _words(line) != line
    if not _is_name(scene, table) or not _signs(scene, scene.mentions[0], asks=asks):
        return None
    cast = Cast(table)
    cast.introduce(scene)
    owner = cast.resolve(scene, scene.mentions[0])
    if table.language != "en" and name[0] is not found[0]:  # "канал Посольства Литвы"
        owner = owner._replace(name=phrase_nominative(name, scene.mentions[0].head, table.language))
    return owner if owner.actor else None


def _is_name(scene: Scene, table: Table) -> bool:
    """Whether a line has no word outside of what it mentions."""
    named = {place for mention in scene.mentions for place in range(mention.start, mention.end)}
    form = table.words["country"] | table.words["of_channels"]  # "Republic of Niger"
    words = [(place, token) for place, token in enumerate(scene.tokens) if token.is_word]
    return bool(named) and all(place in named or token.lower in form for place, token in words)


def _signs(scene: Scene, first: Mention, *, asks: bool) -> bool:
    """A country is what a post is about; a body of it signs, and a role or a seat ("Кремль") that asks to subscribe."""
    end = first.end if first.kind != "body" else len(scene.tokens)  # "Ministry of Transport, Republic of Niger"
    actor = next((actor for actor in scene.actors if first.start <= actor.start < end), None)
    if actor is None or first.role_class == "paper":
        return False
    if first.kind == "actor":
        return asks and (actor.kind == "seat" or is_organisation(actor.code))
    return first.kind == "body" or (asks and first.role_class != "")


def _said(text: str, start: int, end: int) -> Paragraph:
    """A line without what stands around its words."""
    line = _BEHIND.sub("", text[start:end])
    return Paragraph(start + len(line) - len(_BEFORE.sub("", line)), start + len(line))


def own_words(places: list[Place], drafts: list[Draft], owner: Speaker, table: Table) -> list[Draft]:
    """Give what the owner says: the sentences in which no other statement was found, those of a line together.

    Where none of a line's sentences is in the first person or says what must be, the line reports, and nobody says it.

    Args:
        places: the sentences.
        drafts: the statements that were found.
        owner: whose post it is.
        table: the language table.
    """
    taken = {draft.sentence for draft in drafts}
    runs = groupby(enumerate(places), key=lambda item: (item[1].paragraph, item[0] in taken))
    left = [[number for number, _ in run] for (_, is_taken), run in runs if not is_taken]
    own = [run for run in left if any(_takes_a_stand(places[number].scene, owner.actor, table) for number in run)]
    return [Draft([(places[run[0]].start, places[run[-1]].end)], "direct", run[0], speaker=owner) for run in own]


def _takes_a_stand(scene: Scene, owner: str, table: Table) -> bool:
    """Whether a sentence is in the first person, says what must be, or tells of the owner's state."""
    stands = table.words["own"]
    subject = any(actor.start == 0 and actor.kind == "name" and actor.code == owner for actor in scene.actors)
    return subject or any(
        token.lower in stands or is_first_person(token.lower, table.language) for token in scene.tokens
    )
