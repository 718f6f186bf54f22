"""The two lowest rungs: what is reached without reading, and by counting cue words."""

from sklearn.dummy import DummyClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline

from research.features import LexiconCues


def majority(seed: int) -> DummyClassifier:
    """Predict the shares of the training labels for every text."""
    return DummyClassifier(strategy="prior", random_state=seed)


def lexicon(seed: int) -> Pipeline:
    """Weigh the counts of cue words; four features, so nothing but the cues can speak."""
    return make_pipeline(LexiconCues(), LogisticRegression(class_weight="balanced", random_state=seed))
