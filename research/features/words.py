"""Different words, numbered: what is worked out of a word is worked out once, however often it occurs.

Texts are cut at spaces, and what stands between two spaces is looked up whole, with the marks that cling to it: that is
several times faster than to find the words of each text anew.
"""

from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from research.features.actors import ACTOR, ARTICLE, MAYBE, plain_forms, settled
from research.features.tokens import words

Numbers = NDArray[np.intp]

#: Marks that cling to a word and say nothing.
_EDGES = ".,:()[]«»„“”\"'’–—-"


class Numbered(NamedTuple):
    """The words of n texts, one text after the other, by number, and how many words each text has."""

    words: Numbers
    lengths: Numbers


class Words:
    """Words in the order in which they were first seen, names of actors being one.

    Attributes:
        forms: the word of each number.
    """

    def __init__(self) -> None:
        self._numbers = _Numbers()
        self._stretches = _Stretches(self._numbers)
        self.forms = self._numbers.forms
        self._maybe, self._actor, self._article = map(self._numbers.__getitem__, (MAYBE, ACTOR, ARTICLE))

    def __len__(self) -> int:
        """Count what is kept: stretches between spaces, of which there are more than words."""
        return len(self._stretches)

    def numbered(self, texts: Iterable[str]) -> Numbered:
        """Give the words of n texts by number, those that ``masked_words`` finds."""
        numbers: list[int] = []
        ends = [0]
        for text in texts:
            found = list(chain.from_iterable(map(self._stretches.__getitem__, text.split())))
            numbers += self._settled(found, text) if self._maybe in found else found
            ends.append(len(numbers))
        return self._joined(np.array(numbers, np.intp), np.diff(ends))

    def _settled(self, found: list[int], text: str) -> Iterable[int]:
        forms = settled(list(map(self.forms.__getitem__, found)), words(text))
        return map(self._numbers.__getitem__, forms)

    def _joined(self, numbers: Numbers, lengths: Numbers) -> Numbered:
        """Make names side by side one, and an article with the name after it, see ``actors.masked_tokens``."""
        text = np.repeat(np.arange(len(lengths)), lengths)
        followed = (numbers[1:] == self._actor) & (text[1:] == text[:-1])
        kept = np.ones(len(numbers), bool)
        kept[:-1] = ~(followed & np.isin(numbers[:-1], (self._actor, self._article)))
        return Numbered(numbers[kept], np.bincount(text[kept], minlength=len(lengths)))


class _Numbers(dict[str, int]):
    """The number of each word; one that was not seen before gets the next."""

    def __init__(self) -> None:
        self.forms: list[str] = []

    def __missing__(self, form: str) -> int:
        number = self[form] = len(self.forms)
        self.forms.append(form)
        return number


class _Stretches(dict[str, tuple[int, ...]]):
    """The words in a stretch without spaces, by number."""

    def __init__(self, numbers: _Numbers) -> None:
        self._numbers = numbers

    def __missing__(self, stretch: str) -> tuple[int, ...]:
        bare = stretch.strip(_EDGES)
        if stretch != bare and bare.isalpha() and bare != "www":
            found = self[bare]
        else:
            found = tuple([self._numbers[form] for form in plain_forms(stretch)])
        # Numbers hardly recur; kept, they would crowd out the words.
        if stretch.isalpha() or not any(map(str.isdigit, stretch)):
            self[stretch] = found
        return found
