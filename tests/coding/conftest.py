import pandas as pd
import pytest

from research.coding import begin_session, create_app, draw_random

#: Statements of each language, and what text from the world, or from an attacker, looks like.
TEXTS = {
    "uk": (
        "Ми «готові» до переговорів 🕊️ без попередніх умов.",
        "Вимагаємо негайно вивести війська&nbsp;– усі!\nІ звільнити полонених, “негайно”.",
    ),
    "ru": ("Мы „готовы“ к диалогу 🙂 — всегда.", 'Требуем прекратить; "иначе", заявил министр, будут санкции.'),
    "en": (
        "We’re ready to “talk” 🤝: https://example.org/?a=1&b=2",
        "<script>alert(1)</script></blockquote><img src=x onerror=alert(2)> {{ 7 * 7 }} &amp;",
        "The minister said \u202eabc\u202c نحن مستعدون للحوار, and Київ agreed.",
    ),
}


@pytest.fixture
def statements():
    rows = [
        {"id": f"{language}-{number}", "text": text, "language": language}
        for language, texts in TEXTS.items()
        for number, text in enumerate(texts)
    ]
    hidden = {"stance": "HIDDEN-LABEL", "p_demanding": "0.87654"}
    beside = {"speaker": "<b>Зоя</b> O’Neill", "actor": "UA", "target": 'RU,"><i>', "context": "<u>Before</u> “that”."}
    return pd.DataFrame(rows).assign(**hidden, **beside, register=None).astype("string")


@pytest.fixture
def file(tmp_path):
    return tmp_path / "codes.csv"


@pytest.fixture
def begun(statements, file):
    with begin_session(draw_random(statements), "Оля", file) as found:
        yield found


@pytest.fixture
def client(begun):
    return create_app(begun).test_client()


@pytest.fixture(scope="session")
def answer():
    """Makes an answer of a stance."""
    intensities = {"demanding": "-2", "neutral": "0", "conciliatory": "1"}

    def make(stance="demanding", **other):
        given = {
            "stance": stance,
            "intensity": intensities.get(stance, "0"),
            "sentiment": "negative",
            "confidence": "3",
        }
        return {**given, "note": "", **other}

    return make
