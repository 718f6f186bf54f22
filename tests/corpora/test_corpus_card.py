import tomllib

import pytest

from research.corpora import CORPORA, names
from research.corpora.card import card_of, read_card
from research.labels import LANGUAGES
from research.paths import data_path


def raw(**changes):
    card = tomllib.loads(data_path("cards", "gold.toml").read_text(encoding="utf-8"))
    return {name: value for name, value in {**card, **changes}.items() if value is not None}


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"colour": "blue"}, r"x.toml: unknown keys \['colour'\]; expected \['name', 'title'"),
        ({"licence": None}, r"x.toml: the keys \['licence'\] are missing"),
        ({"rows": "many"}, "x.toml, rows is 'many'; expected int"),
        ({"rows": True}, "x.toml, rows is True; expected int"),
        ({"languages": "uk"}, "x.toml, languages is 'uk'"),
        ({"faults": [1]}, "x.toml, faults is 1; expected str"),
        ({"use": "fun"}, "x.toml: use is 'fun'; expected one of"),
        ({"sources": [{"repository": "a/b", "licence": ""}]}, r"x.toml, sources: the keys \['stated'\] are missing"),
    ],
)
def test_a_card_with_a_wrong_key_or_type_is_refused(changes, message):
    with pytest.raises(ValueError, match=message):
        card_of(raw(**changes), "x.toml")


@pytest.mark.parametrize("name", names())
def test_every_corpus_has_a_card_that_says_what_matters(name):
    card = read_card(name)
    assert set(card.languages) <= set(LANGUAGES)
    assert card.rows > 0
    assert all((card.title, card.what, card.annotators, card.citation, card.faults))
    assert len(card.what) > 60


def test_every_card_belongs_to_a_corpus():
    assert {file.stem for file in data_path("cards").glob("*.toml")} == set(names())


def test_the_registry_knows_every_repository_of_a_card():
    for name, corpus in CORPORA.items():
        assert all(source.files for source in corpus.repositories), name
