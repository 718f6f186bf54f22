"""The catalogue of the corpora in Markdown, made from their cards: the table of the README, and ``docs/corpora.md``.

``python -m research.corpora.catalogue`` writes both, in the folder of the checkout.
"""

from pathlib import Path

from research.corpora import CORPORA, Corpus
from research.corpora.card import Card

START, END = "<!-- corpora:start -->", "<!-- corpora:end -->"

_INTRODUCTION = """# Corpora

Made from the cards in `data/cards` by `python -m research.corpora.catalogue`; edit the cards.

`research.corpora.load(name)` gives a corpus as a statement table. What does not ship is fetched: `make data` fetches
everything, `detente corpora fetch NAME` one corpus. **Use** says what a corpus may serve: *training* also of models
that are shipped, as far as the licence of a row is open; *benchmark* only to measure with; *behaviour* only to test
how models behave. Foreign labels are read through the maps in `data/maps`, strictly or broadly.
"""


def overview() -> str:
    """Give the Markdown table of all corpora."""
    rows = [
        "| corpus | rows | languages | labels | licence | use | fetched |",
        "| --- | ---: | --- | --- | --- | --- | ---: |",
    ]
    return "\n".join([*rows, *map(_row, CORPORA.values())]) + "\n"


def document() -> str:
    """Give the text of ``docs/corpora.md``: the table, then a section for each corpus."""
    return "\n".join([_INTRODUCTION, overview(), *(_section(corpus.card) for corpus in CORPORA.values())])


def inserted(readme: str) -> str:
    """Put the table into a text, between the markers ``START`` and ``END``.

    Raises:
        ValueError: where the text does not have both markers.
    """
    before, start, rest = readme.partition(START)
    _, end, after = rest.partition(END)
    if not start or not end:
        raise ValueError(f"the text lacks the markers {START} and {END}")
    return f"{before}{START}\n{overview()}{END}{after}"


def _row(corpus: Corpus) -> str:
    card = corpus.card
    size = f"{corpus.size / 1e6:.1f} MB" if corpus.size else "ships"
    cells = (f"`{card.name}`", f"{card.rows:,}", ", ".join(card.languages), card.labels, _licence(card), card.use, size)
    return f"| {' | '.join(cells)} |"


def _licence(card: Card) -> str:
    return card.licence or "none stated"


def _section(card: Card) -> str:
    facts = {
        "Annotators": card.annotators,
        "Agreement": card.agreement,
        "Period": card.period,
        "Register": card.register,
        "Labels": card.labels + (f"; map `data/maps/{card.scheme}.csv`" if card.scheme else ""),
        "Licence": _licence(card),
        "Cite": card.citation,
    }
    lines = [f"## {card.title} (`{card.name}`)\n", f"{card.what}\n"]
    lines += [f"- **{name}**: {fact}" for name, fact in facts.items()]
    lines += [
        f"- **From** `{source.repository}`: {source.licence or 'no licence'} ({source.stated})"
        for source in card.sources
    ]
    return "\n".join([*lines, "\nKnown faults:\n", *(f"- {fault}" for fault in card.faults), ""])


if __name__ == "__main__":
    Path("docs/corpora.md").write_text(document(), encoding="utf-8", newline="\n")
    page = Path("README.md")
    page.write_text(inserted(page.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
