"""Who is told to lead or to be something: "the mission is led by X", "X, who heads the EU team", "X – голова місії"."""

from collections.abc import Iterator
from itertools import pairwise

from research.reading.mentions import Mention, Scene
from research.reading.tables import Table

_DASHES = ("–", "—", "-")


def introductions(scene: Scene, table: Table) -> Iterator[tuple[Mention, Mention]]:
    """Give the persons of a sentence with the body, state or office that a verb beside them makes theirs."""
    for first, second in pairwise(scene.mentions):
        between = [token.lower for token in scene.tokens[first.end : second.start]]
        if first.kind == "person" and (_leads(between, table) or _is(between, second, table)):
            yield first, second
        elif second.kind == "person" and _leads(between, table):
            yield second, first


def _leads(between: list[str], table: Table) -> bool:
    leading, joining = table.words["leading"], table.words["leading_joiners"]
    return any(word in leading for word in between) and all(word in leading | joining for word in between)


def _is(between: list[str], second: Mention, table: Table) -> bool:
    """A verb of being makes an office somebody's, as a dash does in Ukrainian and Russian."""
    being = table.words["being"] | (frozenset() if table.language == "en" else frozenset(_DASHES))
    office = second.kind == "role" and bool(being.intersection(between))
    return office and all(word in being | table.words["being_joiners"] for word in between)
