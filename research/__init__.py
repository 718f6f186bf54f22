"""détente: who is conciliatory, who is demanding, towards whom, in Ukrainian, Russian and English.

>>> from research import load_predictor
>>> predictor = load_predictor()
>>> print(predictor.predict("Дякуємо партнерам за підтримку і запрошуємо до переговорів.")[0])
conciliatory
"""

from typing import TYPE_CHECKING, Any

from research.labels import Sentiment, Stance

if TYPE_CHECKING:
    from research.predictor import load_predictor, read_article

__all__ = ["Sentiment", "Stance", "load_predictor", "read_article"]


def __getattr__(name: str) -> Any:
    """Import the predictor when it is first asked for: a process that only reads files does not pay for it."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from research import predictor

    return getattr(predictor, name)
