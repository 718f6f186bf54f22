import pytest

from research.features.tokens import LONGEST_WORD, tokens


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Об’єднані Нації", ["обʼєднані", "нації"]),
        ("об'єднані", ["обʼєднані"]),
        ("Мы – «за» мир!", ["мы", "за", "мир", "!"]),
        ("We don’t “accept” it…", ["we", "donʼt", "accept", "it", "…"]),
        ("&laquo;Так&raquo;&nbsp;&#8212; ні", ["так", "ні"]),
        ("🇺🇦 Слава https://t.me/x?y=1 15%", ["слава", "0"]),
        ("НАТО-Росія mиxed", ["нато-росія", "mиxed"]),
        ("", []),
    ],
)
def test_forms(text, forms):
    assert [token.form for token in tokens(text)] == forms


def test_positions_point_at_the_words_given():
    text = "«Ми&nbsp;готові», — сказала Псакі 🙂"
    assert [text[t.start : t.end] for t in tokens(text)] == ["Ми", "готові", "сказала", "Псакі"]


def test_an_endless_word_is_cut():
    assert len(tokens("а" * 10_000)[0].form) == LONGEST_WORD
