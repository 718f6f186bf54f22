import numpy as np
import pytest
from sklearn.utils.estimator_checks import parametrize_with_checks

from research.features import LexiconCues, NgramHasher

TEXTS = ["Ми не приймаємо цю вимогу.", "Мы не принимаем это требование.", "We do not accept this demand."]


@parametrize_with_checks([NgramHasher(bits=10), NgramHasher(bits=10, masked=True), LexiconCues()])
def test_scikit_learn_contract(estimator, check):
    check(estimator)


def test_each_occurrence_adds_one_to_each_of_its_columns():
    hasher = NgramHasher(bits=18)
    for text in TEXTS:
        _, occurrences = hasher.occurrences(text)
        assert hasher.transform([text]).sum() == sum(len(o.columns) for o in occurrences)


def test_word_order_matters_to_pairs_only():
    hasher = NgramHasher(words=1)
    there, back = hasher.transform(["мир война", "война мир"]).toarray()
    assert np.array_equal(there, back)
    there, back = NgramHasher(words=2).transform(["мир война", "война мир"]).toarray()
    assert not np.array_equal(there, back)


def test_character_ngrams_relate_inflected_forms():
    one, other, unrelated = NgramHasher().transform(["переговори", "переговорів", "санкціями"]).toarray()
    assert one @ other > 5 * (one @ unrelated)


def test_curly_quotes_links_and_entities_change_nothing():
    plain, dressed = NgramHasher().transform(["we don't agree", "“We don’t&nbsp;agree”"]).toarray()
    assert np.array_equal(plain, dressed)


@pytest.mark.parametrize(
    ("given", "message"), [("one text", "expected a list"), ([1], "text 0 is 1 \\(int\\)"), ([None], "None")]
)
def test_what_is_no_list_of_texts_is_refused(given, message):
    with pytest.raises(TypeError, match=message):
        NgramHasher().transform(given)


def test_a_text_of_a_million_characters_is_refused():
    with pytest.raises(ValueError, match="text 0 has 1,000,000 characters"):
        NgramHasher().transform(["a" * 1_000_000])


def test_masked_it_does_not_see_which_actor_speaks():
    there, back = NgramHasher(masked=True).transform(["Russia demands", "The United States demands"]).toarray()
    assert np.array_equal(there, back)


def test_no_texts_no_rows():
    assert NgramHasher(bits=8).transform([]).shape == (0, 256)
    assert NgramHasher(bits=8).transform(["", "🙂"]).sum() == 0
