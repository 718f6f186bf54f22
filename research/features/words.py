"""Different words, numbered: what is worked out of a word is worked out once, however often it occurs.

Texts are cut at spaces, and what stands between two spaces is looked up whole, with the marks that cling to it: that is
several times faster than to find the words of each text anew.
"""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from research.features.actors import ACTOR, ARTICLE, MAYBE, by_itself, plain_forms, settled
from research.features.tokens import NUMBER, words

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
        self._actor, self._article = self._numbers[ACTOR], self._numbers[ARTICLE]

    def __len__(self) -> int:
        """Count what is kept: stretches between spaces, of which there are more than words."""
        return len(self._stretches)

    def numbered(self, texts: Sequence[str]) -> Numbered:
        """Give the words of n texts by number, those that ``masked_words`` finds."""
        found: list[int] = []
        ends = [0]
        for text in texts:
            found += chain.from_iterable(map(self._stretches.__getitem__, text.split()))
            ends.append(len(found))
        numbers, lengths = np.array(found, np.intp), np.diff(ends)
        text_of = np.repeat(np.arange(len(texts)), lengths)
        for row in self._settle(numbers, text_of):
            numbers[ends[row] : ends[row + 1]] = self._settled(numbers[ends[row] : ends[row + 1]], texts[row])
        return self._joined(numbers, text_of, len(texts))

    def _settle(self, numbers: Numbers, text_of: Numbers) -> set[int]:
        """Settle, in place, the words that may begin a name but do not; give the texts in which others are left."""
        left = set()
        for place in np.flatnonzero(numbers < 0).tolist():
            alone, followers = self._numbers.open[~numbers[place]]
            if self._is_alone(place, followers, numbers, text_of):
                numbers[place] = alone
            else:
                left.add(int(text_of[place]))
        return left

    def _is_alone(self, place: int, followers: frozenset[str] | None, numbers: Numbers, text_of: Numbers) -> bool:
        if followers is None:
            return False
        if place + 1 == len(numbers) or text_of[place + 1] != text_of[place]:
            return True
        after = numbers[place + 1]
        # Behind the number of a name there may be any word.
        return after >= 0 and after != self._actor and self.forms[after].removesuffix("ʼs") not in followers

    def _settled(self, numbers: Numbers, text: str) -> list[int]:
        """Settle all words of a text; those that are settled already are looked at again with the others."""
        written = words(text)
        forms = [MAYBE if number < 0 or number == self._actor else self.forms[number] for number in numbers]
        return list(map(self._numbers.__getitem__, settled(forms, written)))

    def _joined(self, numbers: Numbers, text_of: Numbers, texts: int) -> Numbered:
        """Make names side by side one, and an article with the name after it, see ``actors.masked_tokens``."""
        followed = (numbers[1:] == self._actor) & (text_of[1:] == text_of[:-1])
        kept = np.ones(len(numbers), bool)
        kept[:-1] = ~(followed & np.isin(numbers[:-1], (self._actor, self._article)))
        return Numbered(numbers[kept], np.bincount(text_of[kept], minlength=texts))


class _Numbers(dict[str, int]):
    """The number of each word; one that was not seen before gets the next.

    A word that may begin a name gets a negative number: of ``open``, which has the number of its form by itself, and
    what follows where it begins one (``actors.by_itself``).
    """

    def __init__(self) -> None:
        self.forms: list[str] = []
        self.open: list[tuple[int, frozenset[str] | None]] = []

    def __missing__(self, form: str) -> int:
        if form.startswith(MAYBE):
            alone, followers = by_itself(form.removeprefix(MAYBE))
            number = self[form] = ~len(self.open)
            self.open.append((self[alone], followers))
        else:
            number = self[form] = len(self.forms)
            self.forms.append(form)
        return number


class _Stretches(dict[str, tuple[int, ...]]):
    """The words in a stretch without spaces, by number."""

    def __init__(self, numbers: _Numbers) -> None:
        self._numbers = numbers

    def __missing__(self, stretch: str) -> tuple[int, ...]:
        bare = stretch.strip(_EDGES)
        if bare.isdecimal():
            return (self._numbers[NUMBER],)
        if stretch != bare and bare.isalpha() and bare != "www":
            found = self[bare]
        else:
            found = tuple([self._numbers[form] for form in plain_forms(stretch)])
        # What has a number in it hardly recurs; kept, it would crowd out the words.
        if stretch.isalpha() or not any(map(str.isdigit, stretch)):
            self[stretch] = found
        return found
