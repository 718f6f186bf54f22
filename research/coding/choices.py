"""The answers as the page shows them, each with the digit that chooses it."""

from typing import NamedTuple


class Choice(NamedTuple):
    """An answer.

    Attributes:
        value: the code.
        key: the digit.
        name: what the coder reads.
        meaning: the codebook in a few words.
        sign: that of a stance or an intensity; an intensity can be chosen where both agree.
    """

    value: str
    key: str
    name: str
    meaning: str = ""
    sign: int | None = None


#: For each question of ``answers.QUESTIONS`` its choices. The digit of an intensity is its size.
CHOICES = {
    "stance": (
        Choice("conciliatory", "1", "conciliatory", "lowers the target’s cost or opens a path", 1),
        Choice("neutral", "2", "neutral", "neither; neither side would react", 0),
        Choice("demanding", "3", "demanding", "puts the cost of change on the target", -1),
    ),
    "intensity": (
        Choice("-2", "2", "−2", "ultimatum, threat, categorical rejection, grave charge", -1),
        Choice("-1", "1", "−1", "request, call, criticism, condition, refusal", -1),
        Choice("0", "0", "0", "", 0),
        Choice("1", "1", "+1", "openness, thanks, support, conditional offer", 1),
        Choice("2", "2", "+2", "binding commitment, concession", 1),
    ),
    "sentiment": (
        Choice("negative", "1", "negative"),
        Choice("neutral", "2", "neutral"),
        Choice("positive", "3", "positive"),
    ),
    "confidence": (
        Choice("1", "1", "guess"),
        Choice("2", "2", "likely"),
        Choice("3", "3", "sure"),
    ),
}
