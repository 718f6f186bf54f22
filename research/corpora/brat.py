"""Attributions in the stand-off format of brat (Stenetorp et al. 2012, EACL), as PolNeAR has them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

# A quoted text may go over several lines, so that a new record is known only by its number.
_NEXT = re.compile(r"\n(?=[A-Z#]\d+\t)")
_ROLE = re.compile(r"([A-Za-z]+)\d*:(T\d+)")


class Span(NamedTuple):
    """A marked stretch: its pieces ``(start, end)`` in the text, and the words there."""

    pieces: tuple[tuple[int, int], ...]
    words: str


Roles = dict[str, list[Span]]


def events(annotation: str) -> Iterator[tuple[str, Roles]]:
    """Give the events of an annotation file.

    Args:
        annotation: the content of an ``.ann`` file.

    Yields:
        The id of an event (``"E1"``), and for each role of it ("Source", "Cue", "Content") the spans in it, in the
        order of the text.

    Raises:
        KeyError: where an event has a span that the file does not.
    """
    fields = [record.split("\t") for record in _NEXT.split(annotation)]
    spans = {field[0]: Span(_pieces(field[1]), field[2]) for field in fields if field[0].startswith("T")}
    for field in fields:
        if field[0].startswith("E"):
            roles: Roles = {}
            for role, name in _ROLE.findall(field[1]):
                roles.setdefault(role, []).append(spans[name])
            yield field[0], {role: sorted(found) for role, found in roles.items()}


def _pieces(place: str) -> tuple[tuple[int, int], ...]:
    """Read "Content 10 20;25 30"."""
    pairs = (piece.split() for piece in place.split(" ", 1)[1].split(";"))
    return tuple((int(start), int(end)) for start, end in pairs)
