"""The card of a corpus: what it is, who made it, and what may be done with it.

``data/cards/<name>.toml`` holds the facts.
"""

import tomllib
from dataclasses import MISSING, dataclass, fields
from typing import Any, TypeVar, get_args, get_origin

from research.paths import data_path

_Made = TypeVar("_Made", "Source", "Card")

#: Licences under which text may train a model that is shipped (SPDX; CC-BY-SA where the source names no version).
OPEN_LICENCES = frozenset({"CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-SA", "MIT"})

#: What a corpus is for: to train on, only to measure with, only to test behaviour with.
USES = ("training", "benchmark", "behaviour")


@dataclass(frozen=True)
class Source:
    """A public repository that a corpus is fetched from, and the licence of what is taken from there."""

    repository: str
    licence: str
    stated: str


@dataclass(frozen=True)
class Card:
    """What a reader must know before using a corpus.

    An empty licence means that none is stated; ``scheme`` names the label map of the native codes, where there is one.
    """

    name: str
    title: str
    what: str
    annotators: str
    agreement: str
    languages: tuple[str, ...]
    period: str
    register: str
    labels: str
    licence: str
    citation: str
    use: str
    rows: int
    faults: tuple[str, ...]
    scheme: str = ""
    sources: tuple[Source, ...] = ()

    @property
    def trainable(self) -> bool:
        """Whether rows may train a model that is shipped, as far as their own licence is open."""
        return self.use == "training"


def read_card(name: str) -> Card:
    """Read the card of a corpus.

    Raises:
        FileNotFoundError: where there is no such card.
        ValueError: where the card has an unknown key, lacks one, or a value of the wrong type.
    """
    file = data_path("cards", f"{name}.toml")
    card = card_of(tomllib.loads(file.read_text(encoding="utf-8")), str(file))
    if card.name != name:
        raise ValueError(f"{file}: name is {card.name!r}; expected {name!r}")
    return card


def card_of(raw: dict[str, Any], origin: str) -> Card:
    """Make a card of the keys and values of a TOML file.

    Args:
        raw: as ``tomllib`` gives it.
        origin: what to call the file in an error.

    Raises:
        ValueError: as ``read_card``.
    """
    sources = tuple(_strict(Source, entry, f"{origin}, sources") for entry in raw.get("sources", []))
    card = _strict(Card, raw | {"sources": sources}, origin)
    if card.use not in USES:
        raise ValueError(f"{origin}: use is {card.use!r}; expected one of {list(USES)}")
    return card


def _strict(kind: type[_Made], raw: dict[str, Any], origin: str) -> _Made:
    known = {field.name: field for field in fields(kind)}
    unknown = sorted(raw.keys() - known.keys())
    if unknown:
        raise ValueError(f"{origin}: unknown keys {unknown}; expected {list(known)}")
    missing = [name for name, field in known.items() if name not in raw and field.default is MISSING]
    if missing:
        raise ValueError(f"{origin}: the keys {missing} are missing")
    values: dict[str, Any] = {name: _typed(value, known[name].type, f"{origin}, {name}") for name, value in raw.items()}
    return kind(**values)


def _typed(value: object, kind: Any, origin: str) -> object:
    """Check a value against ``str``, ``int`` or ``tuple[kind, ...]``; lists become tuples."""
    if get_origin(kind) is tuple and isinstance(value, list | tuple):
        return tuple(_typed(item, get_args(kind)[0], origin) for item in value)
    if isinstance(kind, type) and type(value) is kind:
        return value
    raise ValueError(f"{origin} is {value!r}; expected {getattr(kind, '__name__', kind)}")
