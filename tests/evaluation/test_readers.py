"""Two readers compared on the same articles."""

from pathlib import Path

import pytest

from research.evaluation.articles import load_articles
from research.evaluation.readers import compare, of_checkout
from research.evaluation.reading import outcomes
from research.reading import read

ROOT = Path(__file__).parents[2]


def record(found, right):
    return {"gold": "direct", "found": "direct" if found else None, "speaker": right, "actor": right, "target": False}


def test_the_better_reader_is_ahead_by_the_share_of_what_it_alone_has_right():
    ours = {f"en/{number}.txt": [record(True, True), record(True, True)] for number in range(12)}
    theirs = {name: [record(True, True), record(True, False)] for name in ours}
    table = compare(ours, theirs)
    assert table.loc["actor", ["ours", "theirs", "difference"]].tolist() == [1.0, 0.5, 0.5]
    assert table.loc["actor", "p"] < 0.01
    assert table.loc["statements", ["difference", "p"]].tolist() == [0.0, 1.0]
    missing = {name: [record(True, True), record(False, False)] for name in ours}
    assert compare(missing, ours).loc["statements", "ours"] == pytest.approx(2 * 12 / (24 + 12))


def test_other_articles_are_refused():
    with pytest.raises(ValueError, match=r"en/02\.txt"):
        compare({"en/01.txt": []}, {"en/02.txt": []})


def test_a_folder_without_the_package_is_no_checkout(tmp_path):
    with pytest.raises(NotADirectoryError, match="research"):
        of_checkout(tmp_path, [])


def test_the_reader_of_a_checkout_is_asked(tmp_path):
    for name in ("61.txt", "61.json"):
        (tmp_path / "uk").mkdir(exist_ok=True)
        (tmp_path / "uk" / name).write_bytes((ROOT / "data" / "articles" / "sixth" / "uk" / name).read_bytes())
    (article,) = load_articles(tmp_path)
    theirs = of_checkout(ROOT, [tmp_path])
    assert compare({article.name: list(outcomes(article, read))}, theirs)["difference"].eq(0).all()
