"""From an article to its statements: the steps of the reading put together."""

from bisect import bisect_right
from datetime import date

import pandas as pd

from research.labels import LANGUAGES
from research.language import detect
from research.reading.cast import NOBODY, Cast
from research.reading.clean import paragraphs, plain_text
from research.reading.dating import date_in
from research.reading.drafts import Draft, Place, apart, others_words, reporters_marks, without_comma
from research.reading.evidence import settle
from research.reading.finding import everything, statements
from research.reading.forms import Form, office_of, recognise, spoken_turns
from research.reading.frame import Found
from research.reading.fronting import above, headline, seat
from research.reading.issuers import is_issuers, issuer, issuing_side, of_label
from research.reading.joining import joined
from research.reading.linking import Named
from research.reading.mentions import Mention, Scene, capitalised, survey
from research.reading.outlet import home_of
from research.reading.posts import Post, find_post, own_words
from research.reading.quotes import find_quotes, unmarked
from research.reading.referring import announced, refers_back, wrote
from research.reading.segment import Token, sentences, tokens, words
from research.reading.tables import Table, table
from research.reading.targeting import actors_named, aim, sides_of

COLUMNS = ("start", "end", "text", "kind", "speaker", "actor", "target", "language", "level", "context", "declined")


def read(text: str, language: str | None = None, *, day: date | None = None) -> pd.DataFrame:
    """Read an article: who says what, for whom, to whom.

    Args:
        text: the article, plain text or HTML.
        language: ``"uk"``, ``"ru"`` or ``"en"``; identified where it is not given.
        day: when it was published; read off the lines above it where it is not given. It tells who held an office.

    Returns:
        One row a statement in the columns ``COLUMNS``, in the order of the text. ``start`` and ``end`` are offsets of
        the first and the last word in the text given; of a web page, in the text extracted from it. ``declined`` tells
        a declined comment, which is a stance towards nobody. The frame is empty where the text is in none of the three
        languages. ``frame.attrs["text"]`` is what the offsets point into; ``frame.attrs["mentions"]`` holds for each
        row where the words stand that name the speaker, as ``(start, end)``, or None; ``frame.attrs["pieces"]`` holds
        where its own words stand, a list of ``(start, end)``: of a quote cut in two by its attribution, two.

    Raises:
        TypeError: where ``text`` is no string.
        ValueError: where the language is unknown.
    """
    if not isinstance(text, str):
        raise TypeError(f"an article is a string, not {type(text).__name__}")
    if language is not None and language not in LANGUAGES:
        raise ValueError(f"unknown language {language!r}; accepted are {list(LANGUAGES)} or None")
    plain = plain_text(text)
    language = language or detect(plain)
    reader = _Reader(plain, table(language or "en"), day, home_of(text))
    frame = pd.DataFrame(reader.rows() if language else [], columns=list(COLUMNS))
    frame["declined"] = frame["declined"].astype(bool)
    frame.attrs["text"] = plain
    frame.attrs["mentions"] = reader.mentions
    frame.attrs["pieces"] = reader.pieces
    return frame


class _Reader:
    """Reads one article."""

    def __init__(self, text: str, language_table: Table, day: date | None = None, home: str = "") -> None:
        self.text, self.table, self.home = text, language_table, home
        self.post = None if spoken_turns(text, language_table) else find_post(text, language_table)
        self.paragraphs = self.post.paragraphs if self.post else paragraphs(text)
        self.cast = Cast(language_table, day or self._day())
        self.places = self._places()
        self.starts = [place.start for place in self.places]
        self.headline = self._named(headline(text, self.paragraphs))
        self.mentions: list[tuple[int, int] | None] = []
        self.pieces: list[list[tuple[int, int]]] = []

    def _day(self) -> date | None:
        """The day of publication, where a line above the first paragraph or its dateline has it."""
        return date_in(above(self.text, self.paragraphs), self.table.language)

    def _places(self) -> list[Place]:
        found: list[tuple[int, list[Token]]] = []
        verbs = self.table.cues.keys()
        for number, (start, end) in enumerate(self.paragraphs):
            quotes = find_quotes(self.text, start, end, self.table)
            found.extend((number, sentence) for sentence in sentences(tokens(self.text, start, end, quotes), verbs))
        seen = frozenset(word for _, sentence in found for word in capitalised(sentence))
        return [Place(survey(sentence, self.table, seen), number) for number, sentence in found]

    def rows(self) -> list[tuple[object, ...]]:
        """Give the rows of the frame."""
        if self.headline:
            self.cast.allegiance.open_with(self.headline[0].code)
        self.cast.allegiance.seat = seat(self.text, self.paragraphs, self.table.language) or self.home
        for place in self.places:
            self.cast.introduce(place.scene, place.paragraph)
        drafts = self._of_text()
        aim(drafts, self.text, self.places, self.headline, self.cast)
        drafts = apart(drafts)
        self.mentions = [draft.mention for draft in drafts]
        self.pieces = [[unmarked(self.text, *piece) for piece in draft.pieces] for draft in drafts]
        return [self._row(draft) for draft in drafts]

    def _reports(self, form: Form) -> bool:
        """Whether what looks like a form is a report: turns end an article, another tells of a speech or call."""
        if form.kind == "interview":
            return False
        if form.kind == "transcript":
            before = sum(paragraph.end <= form.said[0].start for paragraph in self.paragraphs)
            return before * 2 > len(self.paragraphs)
        told = [draft for draft in self._drafts() if draft.explicit]
        others = form.kind == "readout" and any(self._is_told(draft) for draft in told)
        return others or sum(draft.kind == "direct" for draft in told) > 1

    def _is_told(self, draft: Draft) -> bool:
        """Whether the first sentence is told by another than the first whom it names: "…, the Kremlin said"."""
        scene = self.places[draft.sentence].scene
        return draft.sentence == 0 and draft.source not in [(scene, first) for first in scene.mentions[:1]]

    def _of_text(self) -> list[Draft]:
        if self.post:
            return self._of_post(self.post)
        form = recognise(self.text, self.paragraphs, self.table)
        return self._of_form(form) if form and not self._reports(form) else self._of_article()

    def _of_post(self, post: Post) -> list[Draft]:
        """What a post says of others' words, and all else as said by its owner, who is also the first speaker."""
        self.cast.speakers.append(post.owner)
        self.cast.allegiance.home = post.owner.actor
        drafts = self._of_article()
        return sorted(
            [*drafts, *own_words(self.places, drafts, post.owner, self.table)], key=lambda draft: draft.sentence
        )

    def _of_article(self) -> list[Draft]:
        drafts = joined(self._drafts(), self.places, self.text)
        for draft in drafts:
            self._attribute(draft)
        self._settle(drafts)
        return others_words(drafts)

    def _settle(self, drafts: list[Draft]) -> None:
        if self.cast.doubted:
            sides = sides_of(self.places, self.headline, self.table)
            settle(drafts, self.cast.doubted, sides, self.text, self.table)

    def _of_form(self, form: Form) -> list[Draft]:
        """What is said in a transcript, speech or readout: all of it, by whom the label or the heading names."""
        scene = survey(words(form.heading, 0, len(form.heading)), self.table)
        self.cast.introduce(scene)
        if form.kind == "readout":
            self.cast.allegiance.home = issuing_side(scene, self.text, self.cast)
        opening = self.places[0].scene if self.places else None
        speaker = issuer(scene, opening, self.cast) if form.kind != "transcript" else NOBODY
        if form.kind == "readout":
            told = [draft for draft in self._of_article() if draft.explicit]
            for draft in told:
                if is_issuers(draft, speaker, self.cast):
                    draft.speaker = speaker
            left = [said[:2] for said in form.said if not any(said.start <= d.span[0] < said.end for d in told)]
            return told + [Draft([whole], "indirect", 0, speaker=speaker) for whole in left]
        turns = [said._replace(office=office_of(said, form.said)) for said in form.said]
        names = ". ".join([form.heading, *(said.label for said in turns)])
        labelled = {said.label: of_label(said, names, speaker, self.text, self.cast) for said in turns}
        spoken = [Draft([said[:2]], "direct", 0, speaker=labelled[said.label]) for said in turns]
        self._settle(spoken)
        return spoken + [draft for draft in self._of_article() if draft.span[0] >= form.end]

    def _drafts(self) -> list[Draft]:
        drafts: list[Draft] = []
        for number, place in enumerate(self.places):
            back = refers_back(place.scene, self.table)
            if back is not None and number:
                self._refer_back(place, back, number, drafts)
                continue
            found = [self._draft(one, place, number) for one in statements(place.scene, self.table)]
            for draft in found[:1] if number else ():
                self._look_back(draft, place.scene, self.places[number - 1].scene)
            drafts.extend(found)
        return drafts

    def _look_back(self, draft: Draft, scene: Scene, before: Scene) -> None:
        """Find who speaks in the sentence before, where it announces a quote or names a paper that is quoted."""
        if draft.explicit:
            draft.source = wrote(scene, draft.source[1] if draft.source else None, before, self.table) or draft.source
        else:
            draft.source = announced(before)

    def _draft(self, found: Found, place: Place, number: int) -> Draft:
        scene = place.scene
        pieces = [(scene.tokens[start].start, without_comma(scene.tokens[end - 1])) for start, end in found.pieces]
        marks = [mark for piece in found.pieces for mark in reporters_marks(scene.tokens, *piece)]
        source = (scene, found.source) if found.source else None
        said = found.level, found.explicit, found.declined
        return Draft(pieces, found.kind, number, source, found.gender, *said, marks, addressees=found.addressees)

    # -- sentences that say who said the one before ----------------------------------------------------------

    def _refer_back(self, place: Place, source: Mention, number: int, drafts: list[Draft]) -> None:
        before = [draft for draft in drafts if draft.sentence == number - 1]
        if before:
            if not before[-1].explicit:
                before[-1].source, before[-1].explicit = (place.scene, source), True
            return
        scene = self.places[number - 1].scene
        found = everything(scene, self.table)
        drafts.append(self._draft(found, self.places[number - 1], number - 1))
        drafts[-1].source = (place.scene, source)

    # -- attribution -----------------------------------------------------------------------------------------

    def _attribute(self, draft: Draft) -> None:
        if draft.source is not None:
            scene, mention = draft.source
            draft.speaker = self.cast.resolve(scene, mention, draft.gender)
        elif draft.gender:
            draft.speaker = self.cast.by_gender(draft.gender, draft.pieces[-1][1])
        elif self.cast.speakers:
            draft.speaker = self.cast.speakers[-1]
        if draft.speaker.name and not draft.level:
            self.cast.speakers.append(draft.speaker)

    def _row(self, draft: Draft) -> tuple[object, ...]:
        start, end = unmarked(self.text, *draft.span)
        said = draft.content(self.text), draft.kind, draft.speaker.name, draft.speaker.actor
        target = ",".join(sorted(draft.target))
        context = self._context(draft.span[0])
        return start, end, *said, target, self.table.language, draft.level, context, draft.declined

    def _context(self, start: int) -> str:
        """The sentence before the one in which a statement begins."""
        number = bisect_right(self.starts, start) - 2
        return self.text[self.places[number].start : self.places[number].end] if number >= 0 else ""

    def _named(self, text: str) -> list[Named]:
        return actors_named(words(text, 0, len(text)), self.table)
