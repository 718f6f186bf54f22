"""Who speaks in a text that is no article: the issuer of a readout or speech, the label of a turn."""

import re

from research.reading.cast import NOBODY, Cast, Doubt, Speaker
from research.reading.drafts import Draft
from research.reading.forms import Said, full_name
from research.reading.fronting import LONGEST
from research.reading.gazetteer import codes_in, find_actors
from research.reading.linking import named
from research.reading.mentions import Scene
from research.reading.offices import of_role
from research.reading.people import Person, stem
from research.reading.segment import words


def issuer(scene: Scene, opening: Scene | None, cast: Cast) -> Speaker:
    """Give whom a heading names first, or else the text, but for one who asked for the call that it tells of.

    Args:
        scene: the heading.
        opening: the first sentence of the text, for a heading that names nobody but the other party.
        cast: the persons of the text.
    """
    table = cast.table
    asking, other = table.words["requesting"], other_party(scene, cast)
    for mention in (mention for mention in scene.mentions if mention.end <= other):
        asked = any(token.lower in asking for token in scene.tokens[max(0, mention.start - 3) : mention.start])
        paper = table.role_class(scene.tokens[mention.head].lower) == "paper"  # "Readout of …"
        if mention.kind in ("person", "role", "body", "actor") and not asked and not paper:
            return cast.resolve(scene, mention)
    return issuer(opening, None, cast) if opening is not None and other < len(scene.tokens) else NOBODY


def other_party(scene: Scene, cast: Cast) -> int:
    """Give the place where a heading names with whom somebody spoke: "the Secretary's call with …"."""
    joining = cast.table.words["parties"]
    return next((i for i, token in enumerate(scene.tokens) if token.lower in joining), len(scene.tokens))


def issuing_side(scene: Scene, text: str, cast: Cast) -> str:
    """Give the side of an issuer whose state is not named with him: not that of the other party to the call."""
    others = {actor.code for actor in scene.actors if actor.start > other_party(scene, cast)}
    return cast.allegiance.seat or next((code for code, _ in _named_above(text, cast) if code not in others), "")


def is_issuers(draft: Draft, speaker: Speaker, cast: Cast) -> bool:
    """Tell whether an office without name and state speaks in a readout: "the President" is the issuer's."""
    if draft.source is None or draft.source[1].kind != "role" or of_role(*draft.source, cast.table):
        return False
    last = speaker.name.split()[-1:]
    classes = speaker.person.classes if speaker.person else {cast.table.role_class(word.lower()) for word in last}
    return draft.source[1].role_class in classes


def of_label(said: Said, head: str, speaker: Speaker, text: str, cast: Cast) -> Speaker:
    """Give the person of a turn, for the state that its label or the heading gives, else for the first named above.

    That one is no guess where it is a seat ("James S. Brady Press Briefing Room").
    """
    name = full_name(said.label, head) or speaker.name
    known = cast.named(_surname(name)) if name else None
    if known is not None and said.label and _is_of(known, name):
        name = f"{known.name.rpartition(' ')[0]} {_surname(said.label)}"
    told = codes_in(said.office, cast.table.language)[-1:]
    if code := (told[0] if told else "") or (known.actor if known else "") or speaker.actor:
        return Speaker(name, code)
    above = _named_above(text, cast)
    first = above[0][0] if above else ""
    if first and (first, "seat") not in above:
        cast.doubted[name] = Doubt(of_state=False, firm=False, person=_is_personal(name, cast))
    return Speaker(name, first)


def _surname(name: str) -> str:
    """The last part of a name, "Псаки" of "Д.ПСАКИ"; a label has it in the nominative."""
    surname = re.split(r"[\s.]+", name)[-1]
    return surname.title() if surname.isupper() else surname


def _is_of(person: Person, name: str) -> bool:
    """Whether a name is a person's, in another case ("брифинг Дмитрия Шилко") or with initials ("С.Шилко")."""
    parts = [part for part in re.split(r"[\s.]+", name) if part]
    fitting = zip(parts, person.stems, strict=False)
    return len(parts) == len(person.stems) and all(
        stem(part) == own or (len(part) == 1 and own.startswith(part.lower())) for part, own in fitting
    )


def _is_personal(name: str, cast: Cast) -> bool:
    parts = name.split()
    return len(parts) > 1 and not all(cast.table.role_class(part.lower()) for part in parts)


def _named_above(text: str, cast: Cast) -> list[tuple[str, str]]:
    """The actors at the head of a text that are no mere places, each with its kind."""
    top = words(text, 0, min(len(text), LONGEST))
    actors = find_actors(top, cast.table.language)
    return [(name.code, actor.kind) for actor in actors for name in named(top, [actor], cast.table) if not name.place]
