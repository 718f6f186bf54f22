"""``cameo-verbs``: verb patterns with their CAMEO codes, the dictionary of the event coder Universal PETRARCH."""

import re
from collections.abc import Iterator

import pandas as pd

from research.corpora.files import read_text
from research.corpora.registry import repository

REPOSITORY = "openeventdata/UniversalPetrarch"

_FILE = "UniversalPetrarch/data/dictionaries/CAMEO.2.0.txt"
_BLOCK = re.compile(r"---\s+(\S+)\s+\[.*?\]\s+---")
_PATTERN = re.compile(r"- (.*?)\s*\[(\d{2,4})(?::\d+)?\]")


def read() -> pd.DataFrame:
    """Read the patterns that have a code; ``text`` is the pattern with the verb of its block in place of ``*``.

    Signs in a pattern: ``+`` and ``$`` stand for source and target, ``{...}`` for a phrase, ``&...`` for a list of
    synonyms. ``document`` is the block.
    """
    rows = pd.DataFrame(_patterns(read_text(repository(REPOSITORY), _FILE)))
    return rows.assign(id=[f"cameo-verb-{number}" for number in range(len(rows))], language="en", register="lexicon")


def _patterns(text: str) -> Iterator[dict[str, str]]:
    verb = ""
    for line in text.splitlines():
        block, pattern = _BLOCK.match(line), _PATTERN.match(line)
        if block:
            verb = block[1]
        elif pattern:
            yield {"text": pattern[1].replace("*", verb), "document": verb, "code": pattern[2]}
