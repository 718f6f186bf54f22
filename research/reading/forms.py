"""Texts that are no article: transcripts, interviews, speeches, readouts. The form is recognised and read as such.

In a transcript each paragraph of a turn is a direct statement of whoever has the turn; questions are left out. In a
speech every paragraph is one of the speaker whom the heading names. In a readout every paragraph is an indirect one of
the side that issues it: whom the heading names first, or the first sentence where that tells of a call or a meeting
("Відбулася телефонна розмова …"). A post is recognised in ``posts``.
"""

import itertools
import re
from typing import NamedTuple

from research.reading.clean import Paragraph, is_prose
from research.reading.gazetteer import codes_in
from research.reading.interview import answers
from research.reading.segment import sentences, words
from research.reading.tables import Table, clutter

#: "MS. PSAKI:", "Q   ", "С.В.Лавров:", "Питання:", "JANE REED, ministry of trade:", "Mr. Costa (Portugal) (spoke in
#: French):" at the beginning of a line.
_TURN = re.compile(
    r"^(?P<label>(?:[^\W\d_a-zа-яіїєґё][^\W\d_]*[.'’-]{0,2} ?){1,6}?)"
    r"(?P<office>, [^:\n]{2,80})?(?: ?\((?P<state>[^)\n]{1,60})\)){0,2}:[ \t\u00a0]+"
    r"|^(?P<question>Q)[ \t\u00a0]{2,}|^(?P<asker>[^\W\d_a-zа-яіїєґё][\w-]+ [^:\n]{1,50}):[ \t\u00a0]+",
    re.MULTILINE,
)
_LINE = re.compile(r"^[ \t]*\S", re.MULTILINE)
#: Lines of a heading tell different things, but for one that goes on in small letters.
_NEW_LINE = re.compile(r"(?<=[^\W_])[ \t]*\n\s*(?=[^\W\d_a-zа-яіїєґё])")
_BLANK = re.compile(r"\n[ \t]*\n")
_TITLE = re.compile(r"^title:\s*(.*(?:\n[ \t]+.*)*)", re.MULTILINE)
_NAME = r"[^\W\d_a-zа-яіїєґё][^\W_]*(?:[-'’][^\W_]+)*"
_FEWEST_TURNS = 3
_OPENING = tuple("«“„\"'‘")
_LONGEST_OFFICE = 8
#: The noun of an office stands among so many words: "верховна комісарка".
_NOUN = 2
_DIRECTIONS = re.compile(r"(?:\s|\([^()\n]{1,60}\)|\[[^\[\]\n]{1,60}\])*")
_DIRECTIONS_BEHIND = re.compile(r"(?:\s|\([^()\n]{1,60}\)|\[[^\[\]\n]{1,60}\])+$")
_HEADING = 1500
_FEWEST_CAPITALS = 4
_SMALL = re.compile(r"\b(?:Of|For|And|The|To|In)\b")


class Said(NamedTuple):
    """A stretch ``text[start:end]``, the words for who says it, and those for the office or state, where told."""

    start: int
    end: int
    label: str
    office: str = ""


class Form(NamedTuple):
    """A recognised form: ``kind`` is transcript, interview, speech or readout.

    ``heading`` stands before the words said; from ``end`` on the text is an article again.
    """

    kind: str
    heading: str
    said: list[Said]
    end: int


def recognise(text: str, paragraphs: list[Paragraph], table: Table) -> Form | None:
    """Recognise the form of a text.

    Args:
        text: the text.
        paragraphs: its prose, from ``clean``.
        table: the language table.

    Returns:
        The form with the stretches said, or None where the text is an article.
    """
    turns = spoken_turns(text, table)
    if turns:
        said, end = _turns(text[: _closing(text, turns[-1].end(), table)], turns, table)
        if said:
            return Form("transcript", heading(text, turns[0].start()), said, end)
    if answered := answers(text, paragraphs, table):
        said = [Said(start, end, "") for start, end in answered]
        return Form("interview", heading(text, said[0].start), said, said[-1].end)
    start = paragraphs[0].start if paragraphs else 0
    head = heading(text, start)
    said = [Said(start, end, "") for start, end in paragraphs]
    for kind in ("speech", "readout"):
        if table.headings[kind].match(head):
            return Form(kind, head, said, len(text))
    opening = _first_sentence(text, paragraphs)
    return Form("readout", opening, said, len(text)) if table.headings["call"].search(opening) else None


def spoken_turns(text: str, table: Table) -> "list[re.Match[str]]":
    """Find the turns of a transcript; none where the text is no transcript."""
    turns = [turn for turn in _TURN.finditer(text) if _is_spoken(text, turn, table)]
    capital = [turn for turn in turns if _label(turn).isupper()]
    # Where most labels are in capitals, "Related: …" is none.
    if len(capital) * 2 > len(turns):
        turns = capital
    quoted = sum(text[turn.end() : turn.end() + 1] in _OPENING for turn in turns)
    # An article, too, sets "Jane Reed:" before what it quotes; a transcript needs no quotation marks.
    return turns if quoted * 2 <= len(turns) and _is_transcript(turns, table) else []


def _first_sentence(text: str, paragraphs: list[Paragraph]) -> str:
    if not paragraphs:
        return ""
    first = sentences(words(text, *paragraphs[0]))[0]
    return text[first[0].start : first[-1].end]


def _is_spoken(text: str, turn: "re.Match[str]", table: Table) -> bool:
    """Whether anybody speaks: "Photo: Reuters" and "READ ALSO: …" merely look like turns."""
    if turn.group("asker"):
        return _asks(_label(turn), table)
    if turn.group("office") and not (_label(turn).isupper() or _is_office(_office(turn), table)):
        return False
    line = text[turn.start() : text.find("\n", turn.end())]
    return not any(pattern.match(line) for pattern in clutter().values())


def heading(text: str, end: int) -> str:
    """Give the heading of a text: the title of its front matter, or the lines before its first paragraph."""
    top = "\n".join(map(_in_small_letters, text[:end][-_HEADING:].split("\n")))
    title = _TITLE.search(top)
    found = title.group(1) if title else _NEW_LINE.sub(". ", top)
    return " ".join(found.replace("\\_", " ").replace("\\", " ").split()).strip("\"' -#")


def _in_small_letters(line: str) -> str:
    """A list of those present is often in capitals, a line for each: "JANE REED, UNDER SECRETARY OF STATE"."""
    if not line.isupper() or len(line.split()) < _FEWEST_CAPITALS:
        return line
    return _SMALL.sub(lambda word: word.group().lower(), line.title())


def _is_office(said: str, table: Table) -> bool:
    """Whether a state or an office stands behind a name: "Андрій Ващенко, Україна:", not "Він сказав, що чекає:"."""
    if len(said.split()) > _LONGEST_OFFICE:
        return False
    opening = [word.lower() for word in said.split()[:_NOUN]]
    return bool(codes_in(said, table.language)) or any(table.role_class(word) for word in opening)


def _office(turn: "re.Match[str]") -> str:
    return (turn.group("office") or turn.group("state") or "").strip(" ,")


def _is_transcript(turns: "list[re.Match[str]]", table: Table) -> bool:
    labels = [_label(turn) for turn in turns]
    asked = any(_asks(label, table) for label in labels)
    repeated = asked or len(labels) > len({label.split()[-1] for label in labels})
    return len(labels) >= _FEWEST_TURNS and repeated


def _label(turn: "re.Match[str]") -> str:
    return (turn.group("label") or turn.group("question") or turn.group("asker")).strip()


def _turns(text: str, turns: "list[re.Match[str]]", table: Table) -> tuple[list[Said], int]:
    """What is said in turns, and where the last ends."""
    found: list[Said] = []
    end, longest = len(text), 1
    for turn, following in zip(turns, [*turns[1:], None], strict=True):
        if _asks(_label(turn), table):
            continue
        blocks = _blocks(text, turn.end(), following.start() if following else end)
        if following is None and longest == 1 and blocks:
            blocks, end = blocks[:1], blocks[0][1]  # as in every turn before; the reporter goes on
        longest = max(longest, len(blocks))
        found.extend(Said(start, stop, _label(turn), _office(turn)) for start, stop in blocks)
    return found, end


def _asks(label: str, table: Table) -> bool:
    """Whether a label is that of a question: "Q", "Journalist", "Журналіст ERR"."""
    return label.lower().rstrip(".") in table.questions or label.split()[0].lower() in table.questions


def _closing(text: str, start: int, table: Table) -> int:
    """Find the line that ends a transcript, such as "Кінець стенограми"; what follows is by the reporter."""
    lines = (start + line.start() for line in _LINE.finditer(text[start:]))
    return next((place for place in lines if table.headings["closing"].match(text, place)), len(text))


def _blocks(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a turn at its blank lines, without stage directions; what is no sentence, as a list of links, ends it."""
    cuts = [start, *(blank.end() for blank in _BLANK.finditer(text, start, end)), end]
    blocks = [_without_directions(text, a, b) for a, b in itertools.pairwise(cuts)]
    further = itertools.takewhile(lambda block: _is_speech(text[slice(*block)]), blocks[1:])
    return [(a, b) for a, b in [*blocks[:1], *further] if len(text[a:b].split()) > 2]


def _without_directions(text: str, start: int, end: int) -> tuple[int, int]:
    """A block without space and "(Laughter.)", "(Via interpreter)" around it."""
    before = _DIRECTIONS.match(text, start, end)
    first = before.end() if before else start
    behind = _DIRECTIONS_BEHIND.search(text, first, end)
    return first, behind.start() if behind else end


def _is_speech(block: str) -> bool:
    """Whether words may be spoken: they end as a sentence does, or there are none but a stage direction."""
    return not block or is_prose(block.rsplit("\n", 1)[-1].strip())


def full_name(label: str, head: str) -> str:
    """Find the full name of a turn's label in the heading: "MS. PSAKI" -> "Jen Psaki".

    >>> full_name("MS. PSAKI", "Press Briefing by Press Secretary Jen Psaki, December 2, 2021")
    'Jen Psaki'
    >>> full_name("SECRETARY REED", "Remarks")
    'Secretary Reed'
    """
    surname = label.split()[-1].split(".")[-1] if label else ""
    if not surname:
        return ""
    match = re.search(rf"{_NAME}(?: [^\W\d_]\.)? (?i:{re.escape(surname)})\b", head)
    if match and match.group().split()[0].lower() not in label.lower().split():
        return match.group().title() if match.group().isupper() else match.group()
    return label.title() if label.isupper() else label


def office_of(said: Said, others: list[Said]) -> str:
    """Give the office or state of whoever has a turn, which often stands with the first turn alone."""
    surname = said.label.split()[-1:]
    return said.office or next((one.office for one in others if one.office and one.label.split()[-1:] == surname), "")
