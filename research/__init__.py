"""détente: who is conciliatory, who is demanding, towards whom, in Ukrainian, Russian and English.

>>> from research import load_predictor
>>> predictor = load_predictor()
>>> print(predictor.predict("Дякуємо партнерам за підтримку і запрошуємо до переговорів.")[0])
conciliatory
"""

from research.labels import Sentiment, Stance
from research.predictor import load_predictor, read_article

__all__ = ["Sentiment", "Stance", "load_predictor", "read_article"]
