"""What counts as a text."""

import re
from collections.abc import Iterable, Mapping, Set

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
#: A statement is a sentence or a few; whoever passes more has an article and wants ``read``.
LONGEST = 100_000


def check_texts(texts: Iterable[str]) -> list[str]:
    """Make a list of texts.

    Args:
        texts: a list, an array, a pandas Series or a ``datasets`` column of strings.

    Raises:
        TypeError: where ``texts`` is a single string, a frame or not iterable, or one of them is not a string.
        ValueError: where one is longer than ``LONGEST`` characters or holds a lone surrogate.
    """
    if isinstance(texts, (Mapping, Set)) or hasattr(texts, "columns"):
        raise TypeError(f"expected a list of texts, got {type(texts).__name__}; pass one column, such as table['text']")
    if isinstance(texts, (str, bytes)) or not isinstance(texts, Iterable):
        raise TypeError(f"expected a list of texts, got {type(texts).__name__}: {str(texts)[:60]!r}")
    found = list(texts)
    for index, text in enumerate(found):
        if not isinstance(text, str):
            raise TypeError(f"text {index} is {text!r:.60} ({type(text).__name__}); expected a string")
        if not text.isprintable() and _LONE_SURROGATE.search(text):
            raise ValueError(f"text {index} is {text!r:.60}; it holds half a character (a lone surrogate)")
        if len(text) > LONGEST:
            raise ValueError(f"text {index} has {len(text):,} characters; a statement has at most {LONGEST:,}")
    return found
