"""Where an outlet is at home, and what that tells of offices without a state."""

import pytest

from research.reading import read
from research.reading.outlet import home_of


@pytest.mark.parametrize(
    ("page", "home"),
    [
        ("© Вісник, https://visnyk.com.ua/news/1", "UA"),
        ('<link rel="canonical" href="https://www.gazeta.kz/a/1"><a href="https://t.me/gazeta">', "KZ"),
        ("Contact newsdesk@courier.co.uk or https://youtu.be/x https://courier.co.uk/2", "GB"),
        ("Published 4:05 PM KST, April 18", "KR"),
        ("14:20 МСК. Подписывайтесь на t.me/vestnik и vestnik.io", ""),
        ("Read more at https://paper.com, 10:15 GMT", ""),
    ],
)
def test_addresses_and_zones_tell_the_home(page, home):
    assert home_of(page) == home


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Переговори з Угорщиною\n\nПольща мовчить. Міністр оборони Ігор Тищук заявив, що рішення буде в травні."
         "\n\nhttps://visnyk.com.ua"),
        ("ru", "Переговоры с Венгрией\n\nПольша молчит. Министр обороны Игорь Тищук заявил, что решение примут в мае."
         "\n\nhttps://vestnik.com.ua"),
        ("en", "Talks with Hungary\n\nPoland is silent. Defence Minister Ihor Tyshchuk said it was decided."
         "\n\nhttps://courier.com.ua"),
    ],
)  # fmt: skip
def test_an_office_without_a_state_is_the_homes(language, text):
    assert read(text, language)["actor"].tolist() == ["UA"]
