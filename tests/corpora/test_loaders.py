"""Facts about every foreign corpus, as counted when it was first loaded; ``facts.json`` holds hashes, no text."""

import json
from hashlib import sha1
from pathlib import Path

import pytest

from research.corpora import CORPORA, cameo_rounds, load, names, polnear, rusentrel, trainable
from research.corpora.plain import plain
from research.statements import validate

FACTS = json.loads((Path(__file__).parent / "facts.json").read_text(encoding="utf-8"))


def digest(text):
    return sha1(text.encode()).hexdigest()


def counts(column):
    return column.value_counts().to_dict()


def test_facts_are_pinned_for_every_foreign_corpus():
    assert set(FACTS) == {name for name in names() if CORPORA[name].card.sources}


@pytest.mark.parametrize("name", FACTS)
def test_a_corpus_is_what_it_was(fetched, name):
    table, facts = load(name), FACTS[name]
    validate(table)
    assert len(table) == facts["rows"] == CORPORA[name].card.rows
    assert table["document"].nunique() == facts["documents"]
    assert counts(table["language"]) == facts["languages"]
    assert set(facts["languages"]) == set(CORPORA[name].card.languages)
    assert counts(table["split"]) == facts["splits"]
    if "codes" in facts:
        assert counts(table["code"]) == facts["codes"]
    assert [table["id"].iloc[0], digest(table["text"].iloc[0])] == facts["first"]
    assert [table["id"].iloc[-1], digest(table["text"].iloc[-1])] == facts["last"]
    assert digest("\n".join(table["text"])) == facts["texts"]


def test_what_has_no_open_licence_is_refused_for_training(fetched):
    closed = {name for name in FACTS if CORPORA[name].card.use == "benchmark"}
    assert closed >= {"plv", "cameo-class", "plover-gold", "cameo-rounds", "umuc", "newsmtsc", "polnear"}
    for name in closed:
        with pytest.raises(ValueError, match=f"must not train a model that is shipped: {{'{name}': 'benchmark'}}"):
            trainable(load(name).head())
    assert len(trainable(load("unscon"))) == FACTS["unscon"]["rows"]


def test_plover_leaves_no_neutral_rows(fetched):
    assert set(load("plv", variant="broad")["stance"]) == {"conciliatory", "demanding"}
    assert load("plv")["stance"].isna().sum() == 561


def test_the_published_predictions_of_plv_come_along(fetched):
    test = load("plv", split="test")
    assert (test["published_penta"] == test["penta"]).mean() == pytest.approx(0.85, abs=0.05)


def test_critical_is_kept_apart_from_demanding(fetched):
    strict, broad = load("unscon"), load("unscon", variant="broad")
    assert strict["stance"].isna().all()
    direct = broad["code"] == "Direct_NegEval"
    assert set(broad["stance"][direct]) == {"demanding"}
    assert broad["stance"][broad["code"] == "_"].isna().all()


def test_states_have_codes(fetched):
    for name in ("unscon", "unscon-clauses", "umuc", "umuc-clauses"):
        table = load(name)
        assert table["actor"].notna().all(), name
        assert table["actor"].str.fullmatch("[A-Z]{2}").all()
        assert {"RU", "UA", "US"} <= set(table["target"].dropna())


def test_turns_of_a_briefing_have_their_speakers(fetched):
    table = load("wh-briefings")
    briefings = table[table["register"] == "press-briefings"]
    assert {"MS. PSAKI", "MR. KIRBY", "Q"} <= set(briefings["speaker"])
    assert not briefings["text"].str.startswith(("MS. ", "Q ")).mean() > 0.01
    assert table["date"].str.fullmatch(r"20\d\d-\d\d-\d\d").all()


def test_aligned_paragraphs_are_one_in_each_language(fetched):
    pairs = load("resistinua").dropna(subset="pair").groupby("pair")["language"].agg(["nunique", "size"])
    assert len(pairs) > 3000
    assert (pairs["nunique"] == 2).all() and (pairs["size"] == 2).all()


def test_attitudes_belong_to_articles(fetched):
    attitudes = rusentrel.attitudes()
    assert set(attitudes["document"]) <= set(load("rusentrel")["document"])
    assert counts(attitudes["sentiment"]) == {"negative": 792, "positive": 658}
    assert "author" in set(attitudes["holder"].str.lower())


def test_an_attributed_content_stands_where_it_says(fetched):
    for row in load("polnear", split="dev").head(100).itertuples():
        place = plain(polnear.article(row.split, row.document)[row.start : row.end])
        assert all(word in place for word in row.text.split())


def test_votes_of_coders_are_classes(fetched):
    votes = cameo_rounds.votes(load("cameo-rounds"))
    assert votes.shape == (1000, 5)
    assert set(votes.stack().dropna()) == set("01234")


def test_mentions_stand_where_they_say(fetched):
    table = load("newsmtsc")
    spans = [text[start:end] for text, start, end in zip(table["text"], table["start"], table["end"], strict=True)]
    assert (table["mention"] == spans).mean() > 0.99
