import re

import pandas as pd
import pytest

from research.corpora.files import read_text
from research.corpora.maps import SCHEMES, VARIANTS, absent_stances, label_map, labelled
from research.corpora.registry import repository
from research.labels import SIGN, Sentiment, Stance

ROOTS = [f"{number:02d}" for number in range(1, 21)]


def coded(*codes):
    return pd.DataFrame({"code": list(codes)})


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("variant", VARIANTS)
def test_every_row_says_why_and_where_from(scheme, variant):
    rows = label_map(scheme, variant)
    assert rows.index.is_unique
    assert rows[["name", "citation", "reason", "version"]].notna().all(axis=None)
    assert set(rows["stance"].dropna()) <= set(Stance)
    assert set(rows["sentiment"].dropna()) <= set(Sentiment)
    mapped = rows.dropna(subset="stance")
    assert (mapped["intensity"].astype(int).clip(-1, 1) == mapped["stance"].map(SIGN)).all()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_broad_maps_more_and_nothing_otherwise(scheme):
    strict, broad = label_map(scheme, "strict"), label_map(scheme, "broad")
    assert strict.index.equals(broad.index)
    for label in ("stance", "intensity", "sentiment"):
        given = strict[label].notna()
        assert (strict[label][given] == broad[label][given]).all()


def test_all_roots_of_cameo_are_there():
    assert set(ROOTS) <= set(label_map("cameo").index)
    assert label_map("cameo", "broad").loc[ROOTS, "stance"].notna().all()


def test_a_longer_code_takes_the_closest_label():
    table = labelled(coded("1123", "111", "190", "036", "0334"), "cameo", "broad")
    assert table["stance"].tolist() == ["demanding", "demanding", "demanding", "conciliatory", "conciliatory"]
    assert table["intensity"].tolist() == ["-2", "-1", "-2", "1", "2"]


def test_a_code_that_is_not_decided_or_not_given_has_no_label():
    table = labelled(coded("4", None, "0"), "pentacode")
    assert table["stance"].isna().tolist() == [True, True, False]


@pytest.mark.parametrize(("scheme", "absent"), [("plover", [Stance.NEUTRAL]), ("pentacode", []), ("cameo", [])])
def test_a_scheme_without_a_class_says_so(scheme, absent):
    assert absent_stances(scheme, "broad") == absent


@pytest.mark.parametrize("scheme", ["rusentne", "newsmtsc"])
def test_sentiment_towards_an_entity_is_no_stance(scheme):
    table = labelled(coded("-1", "0", "1"), scheme)
    assert table["stance"].isna().all()
    assert table["sentiment"].tolist()[::2] == ["negative", "positive"]
    assert pd.isna(table["sentiment"][1])


def test_errata_of_the_sources_are_noted():
    reasons = label_map("plover")["reason"]
    assert "minus sign is missing" in reasons["ACCUSE"]
    assert "verbal conflict" in reasons["SANCTION"] and "COERCE" in reasons["SANCTION"]
    assert {"DEMAND", "REQUEST", "CONCEDE", "YIELD"} <= set(reasons.index)


@pytest.mark.parametrize(
    ("code", "scheme", "variant", "message"),
    [
        ("1", "goldstein", "strict", "there is no label map 'goldstein'; there are"),
        ("1", "pentacode", "loose", r"variant is 'loose'; expected one of \['strict', 'broad'\]"),
        ("9", "pentacode", "strict", "the code '9' is none of"),
        ("agree", "plover", "strict", "the code 'agree' is none of"),
    ],
)
def test_what_does_not_exist_is_named(code, scheme, variant, message):
    with pytest.raises(ValueError, match=message):
        labelled(coded(code), scheme, variant)


def test_the_two_event_schemes_agree_where_the_code_map_joins_them(fetched):
    text = read_text(repository("openeventdata/PLOVER"), "CAMEO2PLOVER-2021.txt")
    joined = re.findall(r"^(\d{3,4}): ([A-Z]+),", text, re.MULTILINE)
    assert len(joined) > 200
    cameo = labelled(coded(*(code for code, _ in joined)), "cameo", "broad")["stance"]
    plover = labelled(coded(*(event for _, event in joined)), "plover", "broad")["stance"]
    differing = {code for (code, _), differs in zip(joined, cameo != plover, strict=True) if differs}
    assert differing == set()
