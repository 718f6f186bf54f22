"""Whom a statement is aimed at: the actors its words name, else the other side of the matter that the article is about.

News of diplomacy mostly has two sides. The sides of an article are the actors that it names and quotes most; a
statement that names nobody is aimed at the other side, one by a third party at both.
"""

from collections import Counter
from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from research.reading.gazetteer import Actor
from research.reading.segment import Token
from research.reading.tables import Table

#: A mention in the headline, and a statement by an actor, weigh as much as so many mentions in the text.
_HEADLINE, _SPEAKING = 4, 2
_SIDES = 2
#: Organisations that others meet in and appeal to: named, they are seldom whom a statement is aimed at.
_FORUMS = frozenset(("UN", "WTO", "IMF", "WB", "WHO", "ICRC", "ICC", "OPCW", "IAEA", "OSCE", "COE"))


#: Of these, those that tell facts about all rather than take a stance: where no words tell, they address nobody.
_IMPARTIAL = frozenset(("WTO", "IMF", "WB", "WHO", "ICRC"))


class Named(NamedTuple):
    """An actor named in a stretch of text; ``place`` tells that it is merely where something happens."""

    code: str
    place: bool


def named(tokens: list[Token], actors: Iterable[Actor], table: Table) -> list[Named]:
    """Give the actors named among tokens, a capital behind "in" as a place."""
    found: list[Named] = []
    for actor in actors:
        before = tokens[actor.start - 1].lower if actor.start else ""
        place = actor.kind == "capital" and before in table.locative
        found.extend(Named(code, place) for code in actor.code.split(","))
    return found


class Sides:
    """Who is at issue with whom in an article."""

    def __init__(self) -> None:
        self._weight: Counter[str] = Counter()
        self._aimed: Counter[tuple[str, str]] = Counter()
        self._leading: set[str] = set()

    def note(self, mentions: Iterable[Named], *, headline: bool = False) -> None:
        """Count the actors that the article names."""
        mentions = list(mentions)
        if headline:
            self._leading.update(mention.code for mention in mentions)
        for mention in mentions:
            self._weight[mention.code] += _HEADLINE if headline else 1

    def note_statement(self, actor: str, targets: Iterable[str]) -> None:
        """Count a statement: who makes it, and whom it names."""
        if actor:
            self._weight[actor] += _SPEAKING
        self._aimed.update((actor, target) for target in targets)

    def of_article(self) -> list[str]:
        """Give the sides, the weightier first."""
        return [code for code, _ in self._weight.most_common(_SIDES)]

    def codes(self) -> list[str]:
        """Give all actors that the article names, the weightier first."""
        return [code for code, _ in self._weight.most_common()]

    def is_side(self, code: str) -> bool:
        """Tell whether an actor is one of the sides."""
        return code in self.of_article()

    def both(self, actor: str) -> set[str]:
        """Give whom a third actor, one that the headline does not name, means by "the sides"."""
        if actor in (self._leading or self.of_article()):
            return set()
        others = (code for code, _ in self._weight.most_common() if code not in _FORUMS and code != actor)
        return set(islice(others, _SIDES))

    def facing(self, actor: str) -> set[str]:
        """Give whom a statement of an actor is aimed at where its words do not tell."""
        sides = self.of_article()
        if actor in _IMPARTIAL:
            return set()
        if actor not in sides:
            return set(sides) - _FORUMS
        others = {
            code: weight + _SPEAKING * self._aimed[actor, code]
            for code, weight in self._weight.items()
            if code != actor
        }
        return {max(others, key=lambda code: others[code])} if others else set()


def aimed_at(actor: str, mentioned: Iterable[Named], sides: Sides) -> set[str]:
    """Give the codes that the words of a statement name as whom it is aimed at.

    Args:
        actor: the code of its own actor, or nothing.
        mentioned: the actors that its words name.
        sides: the sides of the article.
    """
    direct = {mention.code for mention in mentioned if not mention.place and mention.code != actor}
    return {code for code in direct if code not in _FORUMS or sides.is_side(code)}
