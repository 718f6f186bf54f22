import pytest

from research.evaluation.attributions import attribution_outcomes, attribution_scores, load_attributions, main
from research.reading import read

TEXT = "“We will reopen the embassy,” minister Jonas Petraitis said. Rain fell. He warned that talks may fail.\n"


@pytest.fixture
def folder(tmp_path):
    """A split of one article with two attributions, as brat writes them."""
    spans = {"T1": ("Content", "“We will reopen the embassy,”"), "T2": ("Source", "minister Jonas Petraitis")}
    spans |= {"T3": ("Cue", "said"), "T4": ("Content", "that talks may fail"), "T5": ("Source", "He")}
    spans |= {"T6": ("Cue", "warned")}
    lines = [
        f"{name}\t{kind} {TEXT.index(words)} {TEXT.index(words) + len(words)}\t{words}"
        for name, (kind, words) in spans.items()
    ]
    lines += ["E1\tAttribution:T3 Source:T2 Content:T1", "E2\tAttribution:T6 Source:T5 Content:T4"]
    for name, content in (("text/a.txt", TEXT), ("attributions/a_0.ann", "\n".join(lines) + "\n")):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(content, encoding="utf-8")
    return tmp_path


def test_attributions_are_read_with_kind_and_place(folder):
    (article,) = load_attributions(folder)
    assert [entry.direct for entry in article.attributions] == [True, False]
    (start, end), *_ = article.attributions[0].source
    assert TEXT[start:end] == "minister Jonas Petraitis"


def test_a_reader_that_finds_both_scores_one_and_one_that_finds_nothing_zero(folder):
    (article,) = load_attributions(folder)
    found = attribution_scores(list(attribution_outcomes(article, read)))
    assert (found["f1"], found["direct"], found["speaker"]) == (1, 1, 1)
    nothing = attribution_scores(list(attribution_outcomes(article, lambda text, language: read("Rain.", "en"))))
    assert (nothing["f1"], nothing["recall"]) == (0, 0)


def test_the_command_prints_the_scores(folder, capsys):
    main(str(folder))
    assert "f1         1.000" in capsys.readouterr().out


def test_a_folder_without_texts_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match="no texts in"):
        load_attributions(tmp_path)
