"""What a statement can convey: the labels of the codebook, their order and their meaning.

The order of the members is the order of every probability column in the package. Definitions and the rules for
hard cases are in ``data/codebook.md``.
"""

from enum import IntEnum, StrEnum

#: The languages that statements are read in, as ISO 639-1 codes.
LANGUAGES = ("uk", "ru", "en")


class Stance(StrEnum):
    """What the speaker does to the target's costs: lowers them, neither, or raises them."""

    CONCILIATORY = "conciliatory"
    NEUTRAL = "neutral"
    DEMANDING = "demanding"


class Sentiment(StrEnum):
    """The tone of the wording, whatever the stance."""

    NEGATIVE = "negative"
    NEUTRAL = "neutral"
    POSITIVE = "positive"


class Intensity(IntEnum):
    """How far a stance goes, from a categorical rejection or threat (-2) to a binding commitment (+2)."""

    VERY_DEMANDING = -2
    DEMANDING = -1
    NEUTRAL = 0
    CONCILIATORY = 1
    VERY_CONCILIATORY = 2


#: The sign that each stance gives to its intensity (codebook, "Intensity").
SIGN = {Stance.CONCILIATORY: 1, Stance.NEUTRAL: 0, Stance.DEMANDING: -1}


def stance_of(intensity: int) -> Stance:
    """Give the stance whose sign an intensity has.

    Args:
        intensity: an integer from -2 to 2.

    Raises:
        ValueError: where the intensity is out of range.

    >>> stance_of(-2)
    <Stance.DEMANDING: 'demanding'>
    """
    value = Intensity(intensity)
    if value == 0:
        return Stance.NEUTRAL
    return Stance.CONCILIATORY if value > 0 else Stance.DEMANDING
