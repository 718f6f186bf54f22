"""Finding statements in a sentence: what is said, and the words that say who says it.

Every pattern is one function from a verb (or a phrase such as "за словами") to a ``Found``; the first that fits wins.
"""

from typing import NamedTuple

from research.reading.mentions import Mention, Scene
from research.reading.segment import DASHES, Token
from research.reading.subjects import locative, subject
from research.reading.tables import Cue, Table

_CLOSING = ".!?…;"
_NAME_WORDS = 4


class Found(NamedTuple):
    """A statement in tokens: its content ``pieces``, its kind, and the mention that says it.

    ``source`` is None where the sentence does not say who speaks; ``owner`` is the pronoun of "за його словами";
    ``explicit`` is false for quotes with neither verb nor name.
    """

    pieces: list[tuple[int, int]]
    kind: str
    source: Mention | None
    level: int = 0
    explicit: bool = True
    gender: str = ""
    declined: bool = False


class Finder:
    """Finds the statements of one sentence."""

    def __init__(self, scene: Scene, table: Table) -> None:
        self.scene, self.table, self.tokens = scene, table, scene.tokens
        self.lower = [token.lower if token.is_word else token.text for token in self.tokens]
        self.end = self._last()
        self.found: list[Found] = []
        self.taken: set[int] = set()
        self.claimed = range(0)
        self.actor_places = {place for actor in scene.actors for place in range(actor.start, actor.end)}
        self.named = {place for mention in scene.mentions for place in range(*mention.name)}

    def statements(self) -> list[Found]:
        """Give the statements in the order of the words that introduce them."""
        self._trailing()
        for place in range(len(self.tokens)):
            if not self._reported(place):
                self._try(place)
        self._whole_quotes()
        return [*self.found, *self._nested()]

    def everything(self) -> Found:
        """Give the whole sentence as one statement, for a sentence behind it that says who said it."""
        pieces = [(0, self.end)]
        return Found(pieces, self._kind(pieces), None)

    def refers_back(self) -> Mention | None:
        """Give who speaks, where the sentence says of the one before who said it: "Про це заявив X"."""
        behind = self._phrase(0, self.table.about_this)
        if not behind or any(token.quote for token in self.tokens):
            return None
        if self.table.language == "en":
            return self._referred_english(behind)
        for place in range(behind, self.end):
            if known := self.cue(place):
                source = self._subject(place, known[1], known[0], after=False, low=behind)
                if source is not None:
                    return source
        return next((m for m in self.scene.mentions if m.start >= behind and m.kind in ("person", "role")), None)

    def _referred_english(self, behind: int) -> Mention | None:
        """The comment came from X; this was announced by X; that's according to X."""
        links = [i for i in range(behind, min(self.end, behind + 14)) if self.lower[i] in ("from", "by", "to", "of")]
        return next(
            (m for i in links for m in self.scene.mentions if i < m.start <= i + 3 and m.kind != "pronoun"), None
        )

    def _trailing(self) -> None:
        """An attribution at the end claims the sentence before any verb within that: "A закликала B, заявив X"."""
        for place in range(self.end - 1, 3, -1):
            if (
                self.tokens[place - 1].text == ","
                and (found := self._according(place))
                and found.source
                and found.source.end >= self.end - 1
            ):
                self._keep(found)
                self.claimed = range(place, self.end)
                return
            known = self.cue(place)
            if known is None or self.tokens[place - 1].text not in "," + DASHES or self._that(known[1]) is not None:
                continue
            cue, behind = known
            if not cue.finite or self._next_quote(behind) < self.end or self._quotes_ending_before(place):
                return
            if found := self._before(place, behind, cue):
                self._keep(found)
                self.claimed = range(place, self.end)
            return

    # -- where things are ---------------------------------------------------------------------------------------------

    def _last(self) -> int:
        end = len(self.tokens)
        while end and self.tokens[end - 1].quote is None and self.tokens[end - 1].text in _CLOSING + DASHES:
            end -= 1
        return end

    def _reported(self, place: int) -> bool:
        if place in self.claimed:
            return not self.cue(place) or place == self.claimed[0] or self.cue(place)[0].finite
        return any(start <= place < end for found in self.found for start, end in found.pieces)

    def cue(self, place: int) -> tuple[Cue, int] | None:
        """The reporting verb at a place, with the place behind it (particles included)."""
        token = self.tokens[place]
        if not token.is_word or place in self.actor_places or place in self.named:
            return None
        if place + 1 < len(self.tokens):
            two = self.table.cues.get(f"{self.lower[place]} {self.lower[place + 1]}")
            if two is not None:
                return two, place + 2
        cue = self.table.cues.get(self.lower[place])
        return (cue, place + 1) if cue is not None else None

    def _try(self, place: int) -> None:
        if found := self._according(place) or self._verb(place):
            self._keep(found)

    def _keep(self, found: Found) -> None:
        self.found.append(found)
        for start, end in found.pieces:
            self.taken.update(range(start, end))

    def _kind(self, pieces: list[tuple[int, int]]) -> str:
        """Mixed where a quoted part is more than a name such as «Фукусіма-1»."""
        quotes = [
            self.tokens[i] for start, end in pieces for i in range(start, end) if self.tokens[i].quote is not None
        ]
        return "mixed" if any(not is_name(token.text) for token in quotes) else "indirect"

    # -- according to -------------------------------------------------------------------------------------------------

    def _according(self, place: int) -> Found | None:
        owner = self._owner(place)
        behind = owner[1] if owner else self._phrase(place, self.table.according)
        source, close = (None, behind) if owner else self._according_source(place, behind)
        if not owner and source is None:
            return None
        pieces = self._around(place, close)
        if not pieces:
            return None
        return Found(pieces, self._kind(pieces), source, gender=owner[0] if owner else "")

    def _according_source(self, place: int, behind: int) -> tuple[Mention | None, int]:
        """Who is named by "according to X", "in X's view", "as X put it", and where the phrase ends."""
        if behind:
            near = (m for m in self.scene.mentions if behind < m.end and m.start <= behind + 3)
            source = next((_from(m, behind) for m in near), None)
            return source, source.end if source else behind
        source = next((m for m in self.scene.mentions if place < m.start <= place + 2), None)
        if (
            source is not None
            and self.lower[place] == "in"
            and source.end < self.end
            and self.lower[source.end] in _VIEWS
        ):
            return source, source.end + 1
        if self.lower[place] in self.table.as_words:
            return self._as_said(place)
        return None, 0

    def _as_said(self, place: int) -> tuple[Mention | None, int]:
        """As X put it: a verb of speech within the clause that "as" opens."""
        close = next(
            (i for i in range(place + 1, self.end) if self.tokens[i].text in ",:" or self.tokens[i].quote), self.end
        )
        for i in range(place + 1, close):
            known = self.cue(i)
            puts = self.lower[i] in ("put", "puts") and "it" in self.lower[i:close]
            if puts or known is not None and known[0].finite:
                cue, behind = known or (Cue("put", frozenset()), i + 1)
                return self._subject(i, behind, cue, after=True, low=place, high=close), close
        return None, 0

    def _owner(self, place: int) -> tuple[str, int] | None:
        for phrase in self.table.according_own:
            end = place + len(phrase)
            hole = phrase.index("{}")
            words = self.lower[place:end]
            if len(words) == len(phrase) and words[:hole] + words[hole + 1 :] == [w for w in phrase if w != "{}"]:
                gender = self.table.pronouns.get(words[hole], _POSSESSIVE.get(words[hole], ""))
                if gender:
                    return gender, end
        return None

    def _phrase(self, place: int, phrases: tuple[tuple[str, ...], ...]) -> int:
        for phrase in phrases:
            if tuple(self.lower[place : place + len(phrase)]) == phrase:
                return place + len(phrase)
        return 0

    def _around(self, start: int, close: int) -> list[tuple[int, int]]:
        """What is left of the sentence around an attribution ``tokens[start:close]``."""
        comma = self._comma_after(close)
        before = self._trimmed(0, start)
        after = self._trimmed(comma, self.end) if comma else None
        if before and self._is_adverbial(*before):
            before = None
        if before is None and after is None and comma == 0:
            after = self._trimmed(close, self.end)
        return [piece for piece in (before, after) if piece]

    def _comma_after(self, close: int) -> int:
        """The place behind the comma that ends an attribution, a relative clause passed over; 0 where none does."""
        for place in range(close, min(self.end, close + 30)):
            if self.lower[place] in (",", "–", "—"):
                if place + 1 < self.end and self._is_relative(place + 1):
                    continue
                return place + 1
        return 0

    def _is_relative(self, place: int) -> bool:
        words = self.lower[place : place + 2]
        return any(word in self.table.relative for word in words)

    def _is_adverbial(self, start: int, end: int) -> bool:
        return end - start <= 3 and not any(self.tokens[i].quote for i in range(start, end))

    def _trimmed(self, start: int, end: int) -> tuple[int, int] | None:
        while start < end and self.tokens[start].quote is None and self.tokens[start].text in ",:;" + DASHES:
            start += 1
        while (
            end > start
            and self.tokens[end - 1].quote is None
            and self.tokens[end - 1].text in ",:;" + DASHES + _CLOSING
        ):
            end -= 1
        while start < end and self.lower[start] in self.table.conjunctions and end - start > 2 and start > 0:
            start += 1
        return (start, end) if end > start else None

    # -- verbs --------------------------------------------------------------------------------------------------------

    def _verb(self, place: int) -> Found | None:
        known = self.cue(place)
        if known is None or not self._is_active(place, known[0]):
            return None
        cue, behind = known
        for pattern in (
            self._quote_before,
            self._quote_after,
            self._clause,
            self._declined,
            self._before,
            self._colon,
            self._predicate,
            self._zero,
        ):
            if found := pattern(place, behind, cue):
                return found
        return None

    def _is_active(self, place: int, cue: Cue) -> bool:
        """English leaves passives, infinitives and modals to the context."""
        if self.table.language != "en":
            return True
        if cue.finite and self._is_noun(place, cue):
            return False
        before = [self.lower[i] for i in range(max(0, place - 3), place)]
        near = [word for word in before if not word.endswith("ly") and word not in ("also", "not", "n't")][-1:]
        if cue.finite and near and near[0] in _BLOCKERS:
            return False
        if (
            near
            and near[0] in ("will", "would", "could", "can", "may", "might", "should", "must")
            and "decline" not in cue.kinds
        ):
            return False
        return not (near and near[0] in _BE and cue.finite)

    def _is_noun(self, place: int, cue: Cue) -> bool:
        """ "The claims", "his offer", "a protest over": behind a determiner a form is no verb."""
        before = self.lower[place - 1] if place else "the"
        if cue.number == "plur" and not cue.past:
            return not before.endswith(("s", "n't")) and before not in (
                "not",
                "they",
                "who",
                "police",
                "people",
                "also",
            )
        return before in _DETERMINERS or before.endswith("'s") and cue.number == "sing"

    def _subject(
        self, place: int, behind: int, cue: Cue, *, after: bool, low: int = 0, high: int | None = None
    ) -> Mention | None:
        low = max([low, *(end for found in self.found for _, end in found.pieces if end <= place)])
        limit = self.end if high is None else high
        if not cue.finite:
            return self._main_subject(place)
        if cue.number == "plur" and (found := self._opening_place(low, place)):
            return found
        found = subject(self.scene, behind - 1, cue, self.table, low, limit, after=after)
        if found is None and (cue.number == "plur" or "written" in cue.kinds):
            found = locative(self.scene, place, cue, low, limit)
        return found

    def _opening_place(self, low: int, place: int) -> Mention | None:
        """ "В Кремле заявили", "В КФОР, миссии …, указали": the place at the head of the clause speaks."""
        first = next((m for m in self.scene.mentions if m.start >= low and m.end <= place), None)
        if first is None or first.kind not in ("actor", "body") or first.start > low + 4 or first.start == 0:
            return None
        return first if self.lower[first.start - 1] in ("в", "у", "во", "на") else None

    def _main_subject(self, place: int) -> Mention | None:
        """A gerund has the subject of the statement before it."""
        return self.found[-1].source if self.found else None

    def _nested(self) -> list[Found]:
        """What somebody else said or demanded, within an indirect statement: "X said that Y had demanded …"."""
        outer = [piece for found in self.found if found.kind != "direct" for piece in found.pieces]
        return [found for start, end in outer for place in range(start + 1, end) if (found := self._within(place, start, end))]

    def _within(self, place: int, start: int, end: int) -> Found | None:
        known = self.cue(place)
        if known is None or not known[0].finite or not self._is_active(place, known[0]):
            return None
        cue, behind = known
        source = subject(self.scene, place, cue, self.table, start, place, after=False)
        if source is None or source.kind in ("pronoun", "other"):
            return None
        that = self._that(behind)
        first = that + 1 if that is not None else place if cue.lemma in self.table.demands else None
        piece = self._trimmed(first, end) if first is not None else None
        if piece is None or piece[1] - piece[0] < 3 or that is None and source.end < place - 4:
            return None
        return Found([piece], self._kind([piece]), source, level=1)

    # -- quotes -------------------------------------------------------------------------------------------------------

    def _quote_before(self, place: int, behind: int, cue: Cue) -> Found | None:
        """«Q», – said X; also with the subject before the verb: "Q," X said."""
        if not ({"say", "written", "act"} & cue.kinds):
            return None
        quotes = self._quotes_ending_before(place)
        if not quotes:
            return None
        low, high = quotes[-1] + 1, self._next_quote(behind)
        source = self._subject(place, behind, cue, after=True, low=low, high=high)
        pieces = [(quote, quote + 1) for quote in quotes]
        pieces.extend(self._resumed(behind))
        return Found(pieces, "direct", source)

    def _quotes_ending_before(self, place: int) -> list[int]:
        """Whole quotes before an attribution: nothing but its subject between them and the verb."""
        last = place - 1
        while last >= 0 and self.tokens[last].quote is None and place - last < 40:
            last -= 1
        if last < 0 or self.tokens[last].quote is None or last in self.taken or not self._detached(last, place):
            return []
        quotes = [last]
        while quotes[0] > 0 and self.tokens[quotes[0] - 1].quote is not None:
            quotes.insert(0, quotes[0] - 1)
        start = quotes[0]
        while start > 0 and self.tokens[start - 1].quote is None and self.tokens[start - 1].text in DASHES:
            start -= 1
        return quotes if start == 0 or self._follows_attribution(start) else []

    def _follows_attribution(self, start: int) -> bool:
        return all(not token.is_word or i in self.taken for i, token in enumerate(self.tokens[:start]))

    def _detached(self, quote: int, place: int) -> bool:
        """A comma, dash or terminal mark stands between the quote and the attribution, and no other verb of speech."""
        between = range(quote + 1, place)
        if any(known[0].finite for i in between if (known := self.cue(i))):
            return False
        mark = quote + 1 < len(self.tokens) and self.tokens[quote + 1].text in "," + DASHES
        return mark or self.tokens[quote].text[-1] in ",?!….-—" or quote + 1 == place

    def _next_quote(self, behind: int) -> int:
        return next((i for i in range(behind, self.end) if self.tokens[i].quote is not None), self.end)

    def _resumed(self, behind: int) -> list[tuple[int, int]]:
        """The second part of a quote that its attribution cuts in two."""
        place = self._next_quote(behind)
        if place >= self.end or self.tokens[place - 1].text not in ",:." + DASHES or is_name(self.tokens[place].text):
            return []
        if any(known[0].finite for i in range(behind, place) if (known := self.cue(i))):
            return []
        pieces = []
        while place < self.end and self.tokens[place].quote is not None:
            pieces.append((place, place + 1))
            place += 1
        return pieces

    def _quote_after(self, place: int, behind: int, cue: Cue) -> Found | None:
        """X said: "Q"."""
        quote = self._next_quote(behind)
        if quote >= self.end or not self._introduces(quote, behind):
            return None
        source = self._subject(place, behind, cue, after=False, high=quote)
        pieces = []
        while quote < self.end and self.tokens[quote].quote is not None:
            pieces.append((quote, quote + 1))
            quote += 1
        return Found(pieces, "direct", source)

    def _introduces(self, quote: int, behind: int) -> bool:
        before = self.tokens[quote - 1].text
        text = self.tokens[quote].text
        if any(self.lower[i] in self.table.that for i in range(behind, quote)):
            return False
        if before == ":":
            return True
        if any(known[0].finite for i in range(behind, quote) if (known := self.cue(i))):
            return False
        sentence = text[0].isupper() and len(text.split()) > 2
        return sentence and (before == "," or quote == behind and quote + 1 >= self.end)

    def _whole_quotes(self) -> None:
        """Quotes that are sentences, with a mere mention of who speaks, or with nothing at all."""
        place = 0
        while place < len(self.tokens):
            quotes = []
            while place < len(self.tokens) and self.tokens[place].quote is not None and place not in self.taken:
                quotes.append(place)
                place += 1
            if quotes and self._is_whole(quotes):
                self._keep(self._bare(quotes))
            place += 1

    def _is_whole(self, quotes: list[int]) -> bool:
        before = [token for token in self.tokens[: quotes[0]] if token.is_word]
        after = self.tokens[quotes[-1] + 1 :]
        text = self.tokens[quotes[0]].text
        if before:
            return False
        if not any(token.is_word for token in after):
            return len(text.split()) > 1 or text[-1] in ".!?…"
        detached = after[0].text in "," + DASHES or self.tokens[quotes[-1]].text[-1] in ",?!"
        return detached and len(text.split()) > 2 and bool(self.scene.mentions)

    def _bare(self, quotes: list[int]) -> Found:
        mentions = [
            m for m in self.scene.mentions if m.start > quotes[-1] and m.kind in ("person", "role", "pronoun", "body")
        ]
        pieces = [(quote, quote + 1) for quote in quotes]
        return Found(pieces, "direct", mentions[0] if mentions else None, explicit=bool(mentions))

    # -- clauses ------------------------------------------------------------------------------------------------------

    def _clause(self, place: int, behind: int, cue: Cue) -> Found | None:
        """X said that …"""
        that = self._that(behind)
        if that is None:
            return None
        if not cue.finite and that > behind + 4:
            return None
        source = self._subject(place, behind, cue, after=False, high=that)
        if source is None and self.found and self.lower[place - 1] in (",", *self.table.conjunctions):
            source = self.found[-1].source
        if source is None and self._impersonal(place, cue):
            return None
        return self._content(that + 1, source)

    def _impersonal(self, place: int, cue: Cue) -> bool:
        """A clause without any subject counts where the verb stands first: "Також додав, що …"."""
        return place > 3 or not cue.finite

    def _that(self, behind: int) -> int | None:
        """The conjunction, with at most a complement between it and the verb."""
        commas = 0
        for place in range(behind, min(self.end, behind + 25)):
            if self.lower[place] in self.table.that and not self._is_pronoun_that(place, behind):
                return place
            if self.tokens[place].quote is not None or (known := self.cue(place)) and known[0].finite:
                return None
            commas += self.tokens[place].text == ","
            if commas > 1 or self.tokens[place].text in ":;":
                return None
        return None

    def _is_pronoun_that(self, place: int, behind: int) -> bool:
        """English "that" before a noun right behind the verb may be a demonstrative: "said that evening"."""
        return (
            self.table.language == "en"
            and place > behind
            and self.lower[place - 1] in ("in", "at", "of", "to", "for", "on")
        )

    def _content(self, start: int, source: Mention | None) -> Found | None:
        end = self._content_end(start)
        piece = self._trimmed(start, end)
        return Found([piece], self._kind([piece]), source) if piece else None

    def _content_end(self, start: int) -> int:
        """The end of the sentence, or of the clause where the speaker goes on with a verb of its own."""
        for place in range(start + 3, self.end):
            known = self.cue(place)
            if known is None or self.tokens[place - 1].is_word and self.lower[place - 1] not in self.table.conjunctions:
                continue
            if self.lower[place - 1] in (",", *self.table.conjunctions) and self._goes_on(place, known):
                cut = place
                while (
                    cut > start and not self.tokens[cut - 1].is_word or self.lower[cut - 1] in self.table.conjunctions
                ):
                    cut -= 1
                return cut
        return self.end

    def _goes_on(self, place: int, known: tuple[Cue, int]) -> bool:
        return self._that(known[1]) is not None or self.lower[place - 1] == "," and not known[0].finite

    def _before(self, place: int, behind: int, cue: Cue) -> Found | None:
        """The clause, said X."""
        if not cue.finite or "say" not in cue.kinds and "written" not in cue.kinds:
            return None
        comma = self._comma_before(place)
        if comma is None or self._clause_follows(comma, place, behind):
            return None
        low = comma + 1
        source = self._subject(place, behind, cue, after=True, low=low)
        if source is None and not (cue.number == "plur" or "written" in cue.kinds):
            return None
        if self.table.language == "en" and source is not None and source.start > place and not self._ends_after(source):
            return None
        start = max([0, *(end for found in self.found for _, end in found.pieces)])
        piece = self._trimmed(start, comma)
        if piece is None or piece[1] - piece[0] < 3:
            return None
        return Found([piece], self._kind([piece]), source)

    def _ends_after(self, source: Mention) -> bool:
        """ "…, said X." and "…, said X on Monday", but not "…, said X would …"."""
        return source.end >= self.end or self.lower[source.end] in _ADVERBIAL

    def _comma_before(self, place: int) -> int | None:
        """The comma between a clause and its attribution: only the subject stands between it and the verb."""
        for i in range(place - 1, max(0, place - 25), -1):
            if self.tokens[i].text in "," + DASHES and self.tokens[i].quote is None:
                between = [m for m in self.scene.mentions if i < m.start and m.end <= place]
                if i == place - 1 or between and self._only(between[0], i + 1, place):
                    return i
                return None if not self._within_mention(i) else self._comma_before(i)
        return None

    def _within_mention(self, place: int) -> bool:
        return any(mention.start < place < mention.end for mention in self.scene.mentions)

    def _only(self, mention: Mention, start: int, end: int) -> bool:
        words = [i for i in range(start, end) if not mention.start <= i < mention.end]
        return len(words) <= 3 and all(self.lower[i] not in self.table.that for i in words)

    def _clause_follows(self, comma: int, place: int, behind: int) -> bool:
        """With the subject before the verb, more than an adverbial behind it is what is said."""
        words = self.lower[behind : self.end]
        return place > comma + 1 and bool(words) and words[0] not in _ADVERBIAL

    def _colon(self, place: int, behind: int, cue: Cue) -> Found | None:
        """X said: the words, without quotation marks."""
        colon = next((i for i in range(behind, self.end) if self.tokens[i].text == ":"), None)
        if colon is None or colon - behind > 20 or colon + 1 >= self.end:
            return None
        source = self._subject(place, behind, cue, after=False, high=colon)
        return self._content(colon + 1, source) if source else None

    def _predicate(self, place: int, behind: int, cue: Cue) -> Found | None:
        """A called on B to do C: the speech act itself."""
        if "act" not in cue.kinds or not cue.finite:
            return None
        source = self._subject(place, behind, cue, after=False)
        if source is None or source.kind == "pronoun" and source.start > place:
            return None
        start = place - 1 if place and self.lower[place - 1] in ("не", "not") else place
        if behind >= self.end and source.end < place:
            start = source.end
        found = self._content(start, source)
        return found._replace(declined=self._refuses_to_speak(cue, behind)) if found else None

    def _refuses_to_speak(self, cue: Cue, behind: int) -> bool:
        """ "Declined to comment" is no stance towards anybody (codebook, rule 7)."""
        ahead = self.lower[behind : behind + 2]
        return cue.lemma in self.table.refusals and any(word in self.table.speaking for word in ahead)

    def _declined(self, place: int, behind: int, cue: Cue) -> Found | None:
        """X would not comment on …"""
        if "decline" not in cue.kinds:
            return None
        negation = next((i for i in range(place - 1, max(-1, place - 4), -1) if self._negates(i)), None)
        if negation is None:
            return None
        source = self._subject(place, behind, cue, after=False)
        if source is None:
            return None
        start = negation
        while start > source.end and self.lower[start - 1] in ("did", "would", "does", "has", "had", "do"):
            start -= 1
        found = self._content(start, source)
        return found._replace(declined=True) if found else None

    def _negates(self, place: int) -> bool:
        return self.lower[place] in self.table.negations or self.lower[place].endswith("n't")

    def _zero(self, place: int, behind: int, cue: Cue) -> Found | None:
        """X said it would …: no conjunction, English only."""
        if "bare" not in cue.kinds or not cue.finite:
            return None
        source = self._subject(place, behind, cue, after=False, high=place)
        if source is None:
            return None
        start = self._skip_object(behind)
        return self._content(start, source) if self._is_clause(start) else None

    def _is_clause(self, start: int) -> bool:
        """A clause begins with its subject and has a verb."""
        words = self.lower[start : self.end]
        if (
            len(words) < 3
            or words[0] in _ADVERBIAL
            or not self.tokens[start].is_word
            and self.tokens[start].quote is None
        ):
            return False
        return any(word in _VERBAL or word.endswith(("ed", "'s", "n't")) for word in words[1:]) or len(words) > 5

    def _skip_object(self, behind: int) -> int:
        place = behind
        if place < self.end and self.lower[place] in _HEARERS:
            place += 1
        while (
            place + 1 < self.end
            and self.lower[place] in ("on", "in", "at", "late", "early", "during")
            and self.lower[place + 1] in _WHEN
        ):
            place += 2
        if place < self.end and self.lower[place] in _WHEN:
            place += 1
        return place


_VIEWS = frozenset("view words opinion telling estimation".split())
_ADVERBIAL = frozenset(
    """on in at during after before when as while to late early by through over from with for within last this next
    today yesterday about of reporters journalists monday tuesday wednesday thursday friday saturday sunday, , ( while""".split()
)
_VERBAL = frozenset(
    """is are was were be been has have had do does did will would can could may might must shall should wants needs
    makes takes remains expects plans hopes seeks favours favors supports backs""".split()
)
_DETERMINERS = frozenset(
    "the a an of their his its our any no such this these those some for in with by on from new to at and".split()
)
_BE = frozenset("is are was were be been being".split())
_BLOCKERS = frozenset("to".split()) | _BE
_HEARERS = frozenset(
    "reporters journalists lawmakers mps parliament him her them me us cnn reuters afp bbc delegates".split()
)
_WHEN = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_POSSESSIVE = {
    "його": "masc",
    "її": "femn",
    "їх": "plur",
    "їхню": "plur",
    "їхніми": "plur",
    "его": "masc",
    "её": "femn",
    "ее": "femn",
    "их": "plur",
    "his": "masc",
    "her": "femn",
    "their": "plur",
}


def _from(mention: Mention, place: int) -> Mention:
    """Cut off what a phrase took of the words before it."""
    role = (max(place, mention.role[0]), mention.role[1]) if mention.role != (0, 0) else (0, 0)
    return mention._replace(start=max(place, mention.start), role=role)


def is_name(text: str) -> bool:
    """Tell whether quoted words are a name rather than speech: few words, a capital, no end of a sentence.

    >>> is_name("Фукусіма-1"), is_name("меншим злом"), is_name("Yes.")
    (True, False, False)
    """
    return len(text.split()) <= _NAME_WORDS and text[:1].isupper() and text[-1:] not in ".!?…,"


def token_text(tokens: list[Token]) -> str:
    """Join tokens with single spaces."""
    return " ".join(token.text for token in tokens)
