"""A sentence prepared for rules: its tokens with their lower-case forms, its actors, and the language table."""

from dataclasses import dataclass
from functools import cached_property

from research.reading.gazetteer import Actor, find_actors
from research.reading.segment import Sentence
from research.reading.tables import Table


@dataclass(frozen=True)
class Words:
    """The tokens of a sentence and what rules look up of them.

    ``seen`` are words (in lower case) that the article writes with a capital within sentences: at the beginning of a
    sentence they may be names.
    """

    tokens: Sentence
    table: Table
    seen: frozenset[str] = frozenset()

    @property
    def language(self) -> str:
        """The language of the table."""
        return self.table.language

    @property
    def english(self) -> bool:
        """Whether the language has no cases to tell by."""
        return self.table.language == "en"

    @cached_property
    def lower(self) -> list[str]:
        """The tokens in lower case; a quote is its own text, which equals no word."""
        return [token.lower if token.quote is None else token.text for token in self.tokens]

    @cached_property
    def actors(self) -> list[Actor]:
        """The actors named, from left to right."""
        return find_actors(self.tokens, self.table.language)

    @cached_property
    def actor_at(self) -> dict[int, Actor]:
        """The actor that each token belongs to."""
        return {place: actor for actor in self.actors for place in range(actor.start, actor.end)}

    def is_a(self, place: int, *kinds: str) -> bool:
        """Tell whether a token is one of the table's ``[words]`` of some kinds; false outside the sentence."""
        if not 0 <= place < len(self.tokens):
            return False
        return any(self.lower[place] in self.table.words[kind] for kind in kinds)

    def bare(self, place: int) -> str:
        """Give a token in lower case without the English possessive."""
        return self.lower[place].removesuffix("'s")

    def is_word(self, place: int) -> bool:
        """Tell whether there is a word at a place."""
        return 0 <= place < len(self.tokens) and self.tokens[place].is_word

    def is_capital(self, place: int) -> bool:
        """Tell whether there is a word with a capital at a place."""
        return self.is_word(place) and self.tokens[place].text[0].isupper()

    def role_class(self, place: int) -> str:
        """Give the class of the role or body that a token names, or nothing; the name of an actor is none."""
        if place in self.actor_at or not self.is_word(place) or self.is_a(place, "prepositions"):
            return ""
        if self.english and self.is_a(place - 1, "before_verbs"):
            return ""
        if self.is_a(place, "given") and self.is_capital(place) and self.is_capital(place + 1):
            return ""
        if self.is_a(place, "replies") and self.is_a(place - 1, "prepositions"):
            return ""
        return self.table.role_class(self.lower[place])
