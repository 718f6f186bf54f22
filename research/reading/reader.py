"""From an article to its statements: the steps of the reading put together."""

from bisect import bisect_right

import pandas as pd

from research.language import detect
from research.reading.cast import NOBODY, Cast, Speaker
from research.reading.clean import paragraphs, plain_text
from research.reading.drafts import Draft, Place, apart, others_words, reporters_marks, without_comma
from research.reading.finding import everything, statements
from research.reading.forms import Form, full_name, recognise
from research.reading.frame import Found
from research.reading.gazetteer import find_actors
from research.reading.joining import joined
from research.reading.linking import Named, Sides, aimed_at, named
from research.reading.mentions import Mention, capitalised, survey
from research.reading.quotes import find_quotes, unmarked
from research.reading.referring import refers_back
from research.reading.segment import Token, sentences, tokens, words
from research.reading.tables import Table, table
from research.statements import LANGUAGES

#: So much of the page before the first paragraph is taken for the headline.
_HEADLINE = 400
#: A paragraph before the article is a dateline up to so many characters; a headline has at least so many words.
_DATELINE, _FEWEST_WORDS = 50, 5
COLUMNS = ("start", "end", "text", "kind", "speaker", "actor", "target", "language", "level", "context", "declined")


def read(text: str, language: str | None = None) -> pd.DataFrame:
    """Read an article: who says what, for whom, to whom.

    Args:
        text: the article, plain text or HTML.
        language: ``"uk"``, ``"ru"`` or ``"en"``; identified where it is not given.

    Returns:
        One row a statement in the columns ``COLUMNS``, in the order of the text. ``start`` and ``end`` are offsets of
        the first and the last word in the text given; of a web page, in the text extracted from it. ``declined`` tells
        a declined comment, which is a stance towards nobody. The frame is empty where the text is in none of the three
        languages. ``frame.attrs["text"]`` is what the offsets point into; ``frame.attrs["mentions"]`` holds for each
        row where the words stand that name the speaker, as ``(start, end)``, or None, and ``frame.attrs["pieces"]`` where
        its own words stand, a list of ``(start, end)``: of a quote cut in two by its attribution, two.

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
    reader = _Reader(plain, table(language or "en"))
    frame = pd.DataFrame(reader.rows() if language else [], columns=list(COLUMNS))
    frame["declined"] = frame["declined"].astype(bool)
    frame.attrs["text"] = plain
    frame.attrs["mentions"] = reader.mentions
    frame.attrs["pieces"] = reader.pieces
    return frame


class _Reader:
    """Reads one article."""

    def __init__(self, text: str, language_table: Table) -> None:
        self.text, self.table = text, language_table
        self.cast = Cast(language_table)
        self.paragraphs = paragraphs(text)
        self.places = self._places()
        self.starts = [place.start for place in self.places]
        self.mentions: list[tuple[int, int] | None] = []
        self.pieces: list[list[tuple[int, int]]] = []

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
        headline = self._named(self._headline())
        if headline:
            self.cast.allegiance.open_with(headline[0].code)
        for place in self.places:
            self.cast.introduce(place.scene)
        form = recognise(self.text, self.paragraphs, self.table)
        drafts = self._of_form(form) if form and not self._reports(form) else self._of_article()
        self._link(drafts)
        drafts = apart(drafts)
        self.mentions = [self._mention(draft) for draft in drafts]
        self.pieces = [[unmarked(self.text, *piece) for piece in draft.pieces] for draft in drafts]
        return [self._row(draft) for draft in drafts]

    def _mention(self, draft: Draft) -> tuple[int, int] | None:
        """Where the words stand that say who speaks."""
        if draft.source is None:
            return None
        scene, mention = draft.source
        return scene.tokens[mention.start].start, scene.tokens[mention.end - 1].end

    def _reports(self, form: Form) -> bool:
        """Whether what looks like a form is a report: turns that end an article, a speech quoted with attribution."""
        if form.kind == "transcript":
            before = sum(paragraph.end <= form.said[0].start for paragraph in self.paragraphs)
            return before * 2 > len(self.paragraphs)
        return sum(draft.kind == "direct" and draft.explicit for draft in self._drafts()) > 1

    def _of_article(self) -> list[Draft]:
        drafts = joined(self._drafts(), self.places, self.text)
        for draft in drafts:
            self._attribute(draft)
        return others_words(drafts)

    def _of_form(self, form: Form) -> list[Draft]:
        """What is said in a transcript, speech or readout: all of it, by whom the label or the heading names."""
        scene = survey(words(form.heading, 0, len(form.heading)), self.table)
        self.cast.introduce(scene)
        issuer = next((m for m in scene.mentions if m.kind in ("person", "role", "body", "actor")), None)
        speaker = self.cast.resolve(scene, issuer) if issuer and form.kind != "transcript" else NOBODY
        kind = "indirect" if form.kind == "readout" else "direct"
        labelled = {said.label: self._of_label(said.label, form.heading, speaker) for said in form.said}
        return [Draft([said[:2]], kind, 0, speaker=labelled[said.label]) for said in form.said]

    def _of_label(self, label: str, head: str, speaker: Speaker) -> Speaker:
        """The person of a turn: with the state that the heading gives, or that of the place where all speak."""
        name = full_name(label, head) or speaker.name
        known = self.cast.named(name.split()[-1]) if name else None
        seats = [found.code for found in self._named(self.text[:_HEADLINE]) if not found.place]
        return Speaker(name, (known.actor if known else "") or speaker.actor or next(iter(seats), ""))

    def _drafts(self) -> list[Draft]:
        drafts: list[Draft] = []
        for number, place in enumerate(self.places):
            back = refers_back(place.scene, self.table)
            if back is not None and number:
                self._refer_back(place, back, number, drafts)
                continue
            found = statements(place.scene, self.table)
            drafts.extend(self._draft(one, place, number) for one in found)
        return drafts

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

    # -- targets ---------------------------------------------------------------------------------------------

    def _link(self, drafts: list[Draft]) -> None:
        sides = Sides()
        sides.note(self._named(self._headline()), headline=True)
        for place in self.places:
            sides.note(named(place.scene.tokens, place.scene.actors, self.table))
        told = {(draft.sentence, draft.speaker.actor) for draft in drafts if draft.level}
        mentioned = [self._mentioned(draft, told) for draft in drafts]
        for draft, mentions in zip(drafts, mentioned, strict=True):
            own = draft.speaker.actor
            sides.note_statement(own, {mention.code for mention in mentions} - {own})
        latest: dict[str, set[str]] = {}
        for draft, mentions in zip(drafts, mentioned, strict=True):
            speaker = draft.speaker
            if draft.declined:
                continue
            spoken_to = {code for actor in draft.addressees for code in actor.code.split(",")} - {speaker.actor}
            direct = spoken_to or aimed_at(speaker.actor, mentions, sides)
            draft.target = direct or latest.get(speaker.name) or sides.facing(speaker.actor)
            latest[speaker.name] = direct

    def _headline(self) -> str:
        """The lines before the first paragraph that are longer than the name of an outlet or a section."""
        first = next((start for start, end in self.paragraphs if end - start > _DATELINE), 0)
        lines = self.text[:first][-_HEADLINE:].split("\n")
        return "\n".join(line for line in lines if len(line.split()) >= _FEWEST_WORDS)

    def _named(self, text: str) -> list[Named]:
        return self._actors(words(text, 0, len(text)))

    def _actors(self, found: list[Token]) -> list[Named]:
        return named(found, find_actors(found, self.table.language), self.table)

    def _mentioned(self, draft: Draft, told: set[tuple[int, str]]) -> list[Named]:
        """The actors that a statement names, but for one whose words it tells in their turn, if others are left."""
        said = draft.content(self.text)
        content = words(said, 0, len(said))
        names = self.cast.codes_of_names(content)
        found = [*self._actors(content), *(Named(code, place=False) for code in names)]
        others = found if draft.level else [name for name in found if (draft.sentence, name.code) not in told]
        return others if any(name.code != draft.speaker.actor for name in others) else found
