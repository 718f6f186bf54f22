"""The example of the manual, and the same in Russian and English: own side's demands, names, quotation marks."""

from pathlib import Path

import pytest

from research.reading import read

EXAMPLE = (Path(__file__).parents[2] / "docs" / "example.txt").read_text("utf-8")
TOLD = {
    "uk": "Речник МЗС Литви Йонас Каваляускас прибув до Вільнюса.\nДипломат наголосив, що {} звільнити водіїв.",
    "ru": "Посол Литвы Йонас Каваляускас прибыл в Вильнюс.\nДипломат подчеркнул, что {} освободить водителей.",
    "en": "Lithuanian envoy Jonas Kavaliauskas arrived in Vilnius.\nThe diplomat stressed that {} a release.",
}
OWN = {
    "uk": "Вільнюс вимагає від Мінська",
    "ru": "Вильнюс требует от Минска",
    "en": "Vilnius was right and that Lithuania had demanded from Minsk",
}
OTHERS = {
    "uk": "Варшава вимагає від Мінська",
    "ru": "Варшава требует от Минска",
    "en": "Warsaw was right and that Poland had demanded from Minsk",
}


def test_example_of_the_manual():
    frame = read(EXAMPLE)
    assert frame["speaker"].tolist() == ["Йонас Каваляускас"] * 3 + ["Алена Каралевич"]
    assert frame["actor"].tolist() == ["LT", "LT", "LT", "BY"]
    assert frame["level"].tolist() == [0] * 4
    assert frame["text"].iloc[2] == "Вільнюс вимагає від Мінська негайно звільнити затриманих водіїв"
    assert frame["text"].iloc[3] == "звинувачення Литви безпідставні, і ми їх відкидаємо"
    assert EXAMPLE[frame["start"].iloc[3] :].startswith("звинувачення")


@pytest.mark.parametrize("language", ["uk", "ru", "en"])
def test_only_the_demand_of_another_is_nested(language):
    own = read(TOLD[language].format(OWN[language]), language)
    assert own[["level", "actor"]].to_numpy().tolist() == [[0, "LT"]]
    others = read(TOLD[language].format(OTHERS[language]), language)
    assert others[["level", "actor"]].to_numpy().tolist() == [[0, "LT"], [1, "PL"]]


LEADS = {
    "uk": "Міністерка закордонних справ Норвегії Сіґрід Ольсен прибула до Осло.\n",
    "ru": "Министр иностранных дел Норвегии Сигрид Ольсен прибыла в Осло.\n",
    "en": "Norwegian Foreign Minister Sigrid Olsen arrived in Oslo.\n",
}
MARKED = [
    ("uk", "Ольсен сказала, що «Данія “помиляється” щодо угоди».", "Данія “помиляється” щодо угоди"),
    ("ru", "Ольсен сказала, что «Дания “ошибается” насчёт договора».", "Дания “ошибается” насчёт договора"),
    ("en", "Olsen said that “Denmark is ‘mistaken’ about the treaty”.", "Denmark is ‘mistaken’ about the treaty"),
    ("uk", 'Ольсен заявила, що угода "мертва", а Данія "забула про неї" 🙂.', "угода мертва, а Данія забула про неї"),
    ("ru", "Ольсен заявила, что договор « мёртв », а Дания «забыла о нём».", "договор мёртв, а Дания забыла о нём"),
    (
        "en",
        'Olsen said the treaty was "dead in the water," and Denmark was "asleep".',
        "the treaty was dead in the water,",
    ),
    (
        "uk",
        "Ольсен сказала, що судно «Полярна зоря» стоїть у порту Данії.",
        "судно «Полярна зоря» стоїть у порту Данії",
    ),
]


@pytest.mark.parametrize(("language", "sentence", "said"), MARKED)
def test_the_reporters_marks_are_left_out(language, sentence, said):
    frame = read(LEADS[language] + sentence, language)
    row = frame.iloc[0]
    assert len(frame) == 1 and row["text"].startswith(said), row["text"]
    spanned = frame.attrs["text"][row["start"] : row["end"]]
    assert spanned[0].isalpha() and spanned[-1] not in '»”“"’' and spanned.split()[0] == said.split()[0]


DECLINED = [
    ("uk", "Ольсен не стала коментувати чутки."),
    ("uk", "Ольсен відмовилася коментувати чутки."),
    ("uk", "Ольсен утрималася від коментарів."),
    ("uk", "Ольсен відмовилася від коментарів."),
    ("ru", "Ольсен воздержалась от комментариев."),
    ("ru", "Ольсен отказалась комментировать слухи."),
    ("ru", "Ольсен не стала комментировать слухи."),
    ("en", "Olsen declined to comment on the rumours."),
    ("en", "Olsen would not comment on the rumours."),
]
REFUSED = [
    ("uk", "Ольсен відмовилася підписати угоду."),
    ("ru", "Ольсен отказалась подписать договор."),
    ("en", "Olsen refused to sign the treaty."),
]


@pytest.mark.parametrize(("language", "sentence"), DECLINED)
def test_a_declined_comment_says_so(language, sentence):
    frame = read(LEADS[language] + sentence, language)
    assert frame["declined"].tolist() == [True] and frame["target"].tolist() == [""]


@pytest.mark.parametrize(("language", "sentence"), REFUSED)
def test_a_refusal_to_act_is_no_declined_comment(language, sentence):
    frame = read(LEADS[language] + sentence, language)
    assert frame["declined"].tolist() == [False]


@pytest.mark.parametrize(
    "behind", ["on Friday", "after a long meeting of the government", "in Vilnius before the cabinet"]
)
def test_a_body_behind_a_preposition_does_not_speak(behind):
    frame = read(f"“We will reopen the embassy,” Lithuanian foreign minister Jonas Petraitis said {behind}.")
    assert frame[["speaker", "actor"]].to_numpy().tolist() == [["Jonas Petraitis", "LT"]]
