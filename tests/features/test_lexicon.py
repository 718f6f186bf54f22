import csv

import pytest

from research.features.lexicon import CLASSES, LexiconCues, cues
from research.paths import data_path


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ми засуджуємо цю агресію.", {"demanding", "negative"}),
        ("Дякуємо партнерам за підтримку!", {"conciliatory", "positive"}),
        ("Мы осуждаем эти удары и требуем прекратить их.", {"demanding", "negative"}),
        ("Благодарим за помощь.", {"conciliatory", "positive"}),
        ("We condemn the attack.", {"demanding", "negative"}),
        ("Thank you for the invitation.", {"conciliatory", "positive"}),
        ("Зустріч відбудеться у четвер.", set()),
    ],
)
def test_classes_of_cues(text, expected):
    assert set(cues(text)) == expected


@pytest.mark.parametrize("text", ["Ми більше не вимагаємо цього.", "Мы не требуем этого.", "We do not demand it."])
def test_negation_turns_a_cue_over(text):
    assert "demanding" not in cues(text)
    assert "conciliatory" in cues(text)


def test_columns_stand_in_the_order_of_the_classes():
    counts = LexiconCues().fit([]).transform(["We condemn it.", "🙂"])
    assert counts[0].tolist() == [0, 1, 0, 1]
    assert counts[1].tolist() == [0, 0, 0, 0]
    assert tuple(LexiconCues().get_feature_names_out()) == CLASSES


def test_the_list_has_every_class_in_every_language_and_no_cue_twice():
    rows = list(csv.DictReader(data_path("lexicon", "cues.csv").open(encoding="utf-8")))
    keys = [tuple(row.values()) for row in rows]
    assert len(keys) == len(set(keys))
    for language in ("uk", "ru", "en"):
        assert {row["class"] for row in rows if row["language"] == language} == {*CLASSES, "negation"}
