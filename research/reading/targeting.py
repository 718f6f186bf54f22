"""Whom each statement is aimed at: what its verb tells, else its words, else its speaker before, else the sides."""

from collections.abc import Iterable

from research.reading.cast import Cast
from research.reading.drafts import Draft, Place
from research.reading.gazetteer import find_actors
from research.reading.linking import Named, Sides, aimed_at, named
from research.reading.segment import Token, words
from research.reading.tables import Table


def actors_named(found: list[Token], table: Table) -> list[Named]:
    """Give the actors that some tokens name."""
    return named(found, find_actors(found, table.language), table)


def sides_of(places: list[Place], headline: Iterable[Named], table: Table) -> Sides:
    """Give the sides of an article by whom its sentences and its headline name."""
    sides = Sides()
    sides.note(headline, headline=True)
    for place in places:
        sides.note(named(place.scene.tokens, place.scene.actors, table))
    return sides


def aim(drafts: list[Draft], text: str, places: list[Place], headline: Iterable[Named], cast: Cast) -> None:
    """Give each statement of an article its target.

    Args:
        drafts: the statements, their speakers known; their ``target`` is set.
        text: the article.
        places: its sentences.
        headline: the actors named in the headline.
        cast: the persons of the article.
    """
    said = [_words(draft, text) for draft in drafts]
    told = {(draft.sentence, draft.speaker.actor) for draft in drafts if draft.level}
    mentioned = [_mentioned(draft, content, told, cast) for draft, content in zip(drafts, said, strict=True)]
    sides = sides_of(places, headline, cast.table)
    for draft, mentions in zip(drafts, mentioned, strict=True):
        own = draft.speaker.actor
        sides.note_statement(own, {mention.code for mention in mentions} - {own})
    latest: dict[str, set[str]] = {}
    for draft, content, mentions in zip(drafts, said, mentioned, strict=True):
        if not draft.declined:
            actor, name = draft.speaker.actor, draft.speaker.name
            direct = _spoken_to(draft) or aimed_at(actor, mentions, sides)
            both = set() if direct or not _means_both(content, cast.table) else sides.both(actor)
            draft.target = direct or both or latest.get(name) or sides.facing(actor)
            latest[name] = direct


def _words(draft: Draft, text: str) -> list[Token]:
    content = draft.content(text)
    return words(content, 0, len(content))


def _spoken_to(draft: Draft) -> set[str]:
    return {code for actor in draft.addressees for code in actor.code.split(",")} - {draft.speaker.actor}


def _means_both(content: list[Token], table: Table) -> bool:
    """Tell whether a third party speaks of "the sides"."""
    return any(word.lower in table.words["both"] for word in content)


def _mentioned(draft: Draft, content: list[Token], told: set[tuple[int, str]], cast: Cast) -> list[Named]:
    """The actors that a statement names, but for one whose words it tells in their turn, if others are left."""
    names = (Named(code, place=False) for code in cast.codes_of_names(content))
    found = [*actors_named(content, cast.table), *names]
    others = found if draft.level else [name for name in found if (draft.sentence, name.code) not in told]
    return others if any(name.code != draft.speaker.actor for name in others) else found
