"""Quotes that belong together: consecutive quoted sentences with one attribution are one statement."""

from research.reading.drafts import Draft, Place


def joined(drafts: list[Draft], places: list[Place], text: str) -> list[Draft]:
    """Join direct quotes that follow one another and of which at most one says who speaks.

    Args:
        drafts: the statements in the order of the text; those joined are changed.
        places: the sentences of the article.
        text: the article.
    """
    found: list[Draft] = []
    for draft in drafts:
        if found and _belongs(found[-1], draft, places, text):
            _append(found[-1], draft)
        else:
            found.append(draft)
    return found


def _append(before: Draft, draft: Draft) -> None:
    before.pieces.extend(draft.pieces)
    before.sentence = draft.sentence
    if not before.explicit:
        before.source, before.explicit, before.gender = draft.source, draft.explicit, draft.gender


def _belongs(before: Draft, draft: Draft, places: list[Place], text: str) -> bool:
    if before.kind != "direct" or draft.kind != "direct" or draft.sentence != before.sentence + 1:
        return False
    if before.explicit and draft.explicit:
        return False
    same_paragraph = places[before.sentence].paragraph == places[draft.sentence].paragraph
    return same_paragraph or _is_open(places[before.sentence], text)


def _is_open(place: Place, text: str) -> bool:
    """A quote of several paragraphs is closed in the last alone."""
    last = place.scene.tokens[-1]
    if last.quote is None or text[last.quote.outer_start] not in '«“„"':
        return False
    return last.quote.outer_end <= last.end
