import pytest

from research.language import detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ми готові до діалогу без попередніх умов.", "uk"),
        ("Ми за мир", "uk"),
        ("Так.", "uk"),
        ("Мы готовы к диалогу без предварительных условий.", "ru"),
        ("Нам нужен мир", "ru"),
        ("Нет.", "ru"),
        ("We are ready for talks.", "en"),
        ("No comment.", "en"),
        ("🇺🇦 «Ми&nbsp;вистоїмо» https://example.org/we-will-stand #StandWithUkraine", "uk"),
        ("МЗС України: statement on Nord Stream", "uk"),
        ("Wir sind zu Gesprächen ohne Vorbedingungen bereit.", None),
        ("Jesteśmy gotowi do rozmów bez warunków wstępnych.", None),
        ("Готови сме за диалог с всички партньори, но няма да приемем предварителни условия.", None),
        ("Είμαστε έτοιμοι για διάλογο.", None),
        ("我们准备好对话。", None),
        ("Wir fordern den sofortigen Abzug der Truppen.", None),
        ("Was wir brauchen, ist ein Dialog in der Not.", None),
        ("Nous exigeons le retrait immédiat des troupes.", None),
        ("We willen dat de troepen zich terugtrekken en dat we in gesprek zijn.", None),
        ("Vi er klar til at tale med alle og vi har det godt, men han er her.", None),
        ("To jest nie do przyjecia, a my to mowimy od lat.", None),
        ("No podemos aceptar esto y no vamos a hacerlo.", None),
        ("Askerlerin derhal geri çekilmesini talep ediyoruz.", None),
        ("Спремни смо за дијалог са свим партнерима.", None),
        ("Гэта было ўчора.", None),
        ("Біз келіссөздерге дайынбыз.", None),
        ("“The right to be” ist ein Buch, das in Berlin vorgestellt wurde.", None),
        ("“They don’t want peace”, she said — &quot;as you know&quot;.", "en"),
        ("SHE SAID THAT THEY WOULD", "en"),
        ("МИД: все стороны «за»", "ru"),
        ("The minister arrived in Київ for talks", "en"),
        ("“Слава Україні”, the president told the crowd when he arrived in the capital.", "en"),
        ("Міністр прибув до Brussels на зустріч NATO–Ukraine Council", "uk"),
        ("Der Minister traf in Київ ein, um Gespräche zu führen.", None),
        ("Слава нашим людям!", "uk"),
        ("🙂🙂🙂", None),
        ("123 – 456", None),
        ("", None),
    ],
)
def test_language(text, language):
    assert detect(text) == language
