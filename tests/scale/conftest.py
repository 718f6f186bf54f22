import json

import pandas as pd
import pytest

#: A few statements of each language, and what text from the world looks like.
NASTY = {
    "uk": (
        "Ми «готові» до переговорів 🕊️ без попередніх умов.",
        "Вимагаємо негайно вивести війська&nbsp;– усі!\nІ звільнити полонених, “негайно”.",
        "Дякуємо партнерам,\tзавжди; https://un.org/uk?a=1,2",
    ),
    "ru": (
        "Мы „готовы“ к диалогу 🙂 — всегда.",
        'Требуем немедленно прекратить; "иначе", заявил министр,\r\nбудут санкции.',
        "Партнёры приняли к сведению заявление\0 Киева.",
    ),
    "en": (
        "We’re ready to “talk” 🤝 at any time.",
        "They must withdraw,\nimmediately and &quot;unconditionally&quot;.",
        "The minister arrived in Київ on Monday; talks begin at 10:00.",
    ),
}


@pytest.fixture(scope="session")
def nasty():
    """A table of nasty statements in three languages."""
    texts = [text for part in NASTY.values() for text in part]
    return pd.DataFrame({"id": range(len(texts)), "text": texts})


@pytest.fixture(scope="session")
def write():
    """Writes a table as a file of the kind that its name tells; lines cannot hold line ends in plain text."""

    def as_jsonl(table, path):
        lines = (json.dumps(row, ensure_ascii=False) for row in table.to_dict("records"))
        path.write_bytes("\n".join(lines).encode())

    def as_text(table, path):
        lines = (text.replace("\r", " ").replace("\n", " ") for text in table["text"])
        path.write_bytes("\n".join(lines).encode())

    writers = {
        ".csv": lambda table, path: table.to_csv(path, index=False, encoding="utf-8-sig", lineterminator="\r\n"),
        ".tsv": lambda table, path: table.to_csv(path, index=False, sep="\t", lineterminator="\n"),
        ".jsonl": as_jsonl,
        ".txt": as_text,
        ".parquet": lambda table, path: table.to_parquet(path),
    }

    def write(table, path):
        writers[path.suffix](table, path)
        return path

    return write


@pytest.fixture(scope="session")
def many():
    """Gives n different statements, the three languages in turn, every seventh without letters."""

    def statements(count):
        texts = [
            text.replace("\r", "").replace("\n", " ") for texts in zip(*NASTY.values(), strict=True) for text in texts
        ]
        return [f"{number}…" if number % 7 == 3 else f"{texts[number % 9]} ({number})" for number in range(count)]

    return statements


@pytest.fixture(scope="session")
def tree():
    """Gives everything in a folder: by path, the bytes."""
    return lambda folder: {
        str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
