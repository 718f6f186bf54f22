"""Offices and bodies by their own words: whom a phrase says that somebody speaks for, and whether it can be a state."""

from research.reading.gazetteer import Actor
from research.reading.mentions import Mention, Scene
from research.reading.morphology import readings
from research.reading.segment import Token
from research.reading.tables import Table

#: So many tokens before an actor a word such as "у справах" makes it what an office deals with.
_CONCERN = 3
#: Whoever holds such an office may speak for others than a state.
_SERVING = frozenset(("representative", "spokesperson", "head", "negotiator"))
#: Offices and bodies that states have and organisations do not.
_OF_STATES = frozenset(("minister", "president"))
_MINISTRIES = ("ministr", "міністерств", "министерств", "мінекон", "минэкон", "мзс", "мид")
#: States have such a council as well as the United Nations, but only theirs has a secretary.
_COUNCILS = ("security council", "рада безпеки", "радбез", "совет безопасности", "совбез")
_OF_COUNCILS = ("secretary", "deputy")
_OF_MANY = ("international", "world", "міжнарод", "світов", "международ", "всемирн")
#: They are sent to others.
_SENT = ("envoy", "representative")
_ENVOYS = ("envoy", "diplomat")
_REGIONS = (
    *("europe", "western", "african", "asian", "arab"),
    *("європейськ", "західн", "африканськ", "азійськ", "арабськ"),
    *("европейск", "западн", "африканск", "азиатск", "арабск"),
)


def of_role(scene: Scene, mention: Mention, table: Table) -> str:
    """Give the code of the actor that a role or body names, or nothing."""
    start, end = mention.role[0], _office_end(scene.tokens, *mention.role, table)
    actors = [actor for actor in scene.actors if start <= actor.start < end]
    hosts = [actor for actor in actors if _is_host(scene.tokens, actor, start, table)]
    speaks = mention.role_class == "spokesperson"  # "for" tells whom he serves, not what he deals with
    actors = [a for a in actors if not (_is_post(scene, mention, a, table) or _is_national(a, actors, mention))]
    served = hosts[-1:] or [a for a in actors if speaks or not _is_concern(scene.tokens, a, start, table)]
    if served:
        return served[0].code.split(",")[0]
    words = [token.lower for token in scene.tokens[start:end]]
    runs = ("-".join(words[i : i + size]) for i in range(len(words)) for size in (1, 2, 3))
    return next((code for run in runs if (code := table.role_codes.get(run))), "")


def _office_end(tokens: list[Token], start: int, end: int, table: Table) -> int:
    """What stands behind the comma tells where somebody comes from: "the head of the mission, Austrian MP"."""
    generic = table.words["generic"]
    commas = (place for place in range(start, end) if tokens[place].text == ",")
    first = next(commas, end)
    return first if any(token.lower in generic for token in tokens[start:first]) else end


def _is_host(tokens: list[Token], actor: Actor, start: int, table: Table) -> bool:
    """A body behind "в" or "при" employs whoever serves in it: "директорка департаменту у МЗС Індонезії"."""
    preposition = actor.start - 2
    if preposition <= start or table.role_class(tokens[preposition + 1].lower) != "body":
        return False
    return tokens[preposition].lower in table.words["hosting"]


def _is_concern(tokens: list[Token], actor: Actor, start: int, table: Table) -> bool:
    before = tokens[max(start, actor.start - _CONCERN) : actor.start]
    if any(token.lower in table.words["accredited"] for token in tokens[start : actor.start]):
        return False
    concern = any(token.lower in table.words["concerns"] for token in before)
    # "З питань мобільності Португалії" tells of whom, "з питань діалогу з Португалією" with whom.
    near = len(before) and before[-1].lower
    return concern and (near in table.words["concerns"] | table.words["prepositions"] or start == 0)


def _is_national(actor: Actor, actors: list[Actor], mention: Mention) -> bool:
    """Whether a security council is a state's: "секретарь Совбеза", "the deputy head of Russia's Security Council"."""
    council = actor.term.lower() in _COUNCILS
    return council and (mention.role_class in _OF_COUNCILS or any(other.code != actor.code for other in actors))


def _is_post(scene: Scene, mention: Mention, actor: Actor, table: Table) -> bool:
    """Whether an envoy is sent to an actor, and does not speak for it: "постпред при Африканском союзе"."""
    place = actor.start - 1 - (scene.tokens[actor.start - 1].lower == "the")
    sent = mention.role_class in _SENT and place > mention.head
    return sent and scene.tokens[place].lower in table.words["posted"]


def serves_others(scene: Scene, mention: Mention, table: Table) -> bool:
    """Tell whether whom somebody represents is named and is no state: "представник повстанців"."""
    served = mention.head + 1
    if mention.role_class not in _SERVING or served >= mention.role[1] or scene.tokens[served].text.isupper():
        return False
    token, language = scene.tokens[served], table.language
    if table.role_class(token.lower) or token.lower in table.words["generic"]:
        return False
    found = [r for r in readings(token.text, language) if r.part == "NOUN" and r.case == "gent"]
    animate = any(r.number == "plur" and r.case == "accs" for r in readings(token.text, language))
    return bool(found) and (token.text[0].isupper() or (animate and found[0].number == "plur"))


def is_of_state(scene: Scene, mention: Mention, table: Table) -> bool:
    """Tell whether organisations have no such office or body: "заместитель министра", "Минэкономики"."""
    words = [token.lower for token in scene.tokens[mention.start : mention.end]]
    of_state = table.words["missions"]
    return any(table.role_class(w) in _OF_STATES or w in of_state or w.startswith(_MINISTRIES) for w in words)


def is_of_many(scene: Scene, mention: Mention) -> bool:
    """Tell whether a body is of many states, though of none that the tables know: "International Whaling Commission".

    So is "a European ambassador", of a state that is not named.
    """
    tokens = scene.tokens[mention.start : mention.end]
    if mention.kind == "role" and mention.role_class in _ENVOYS:
        return any(token.lower.startswith(_REGIONS) for token in tokens)
    body = mention.role_class == "body"
    return body and any(token.text[0].isupper() and token.lower.startswith(_OF_MANY) for token in tokens)
