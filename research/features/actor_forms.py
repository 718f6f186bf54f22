"""Write ``data/actors/forms.txt``, every form in which texts name an actor.

The gazetteer inflects its names by the morphology at every start; whoever only hides names needs the forms alone. Made
anew by ``python -m research.features.actor_forms``.
"""

from collections.abc import Iterable, Iterator

from research.features.tokens import tokens
from research.labels import LANGUAGES
from research.paths import data_path
from research.reading.gazetteer import index
from research.reading.morphology import readings

#: A declension guessed for a foreign capital can yield such a word ("про" of "Прая"), which is never meant.
_SMALL_WORDS = {"PREP", "CONJ", "PRCL", "ADVB"}


def forms_text() -> str:
    """Give a line for each name of an actor in any of our languages.

    The words of a name stand apart by a space, the forms of a word by ``|``. The case of the first word tells when it
    is a name: "WHO" in capitals only, "Куба" with a capital, "кубинський" always.
    """
    return "\n".join(sorted({line for language in LANGUAGES for line in _lines(language)})) + "\n"


def _lines(language: str) -> Iterator[str]:
    firsts: dict[tuple[str, tuple[frozenset[str], ...], str], set[str]] = {}
    for form, entries in index(language).items():
        for entry in entries:
            lower = language != "en" and entry.kind in ("adjective", "people")
            case = "upper" if entry.exact else "lower" if lower else "title"
            if not _is_small(form, language):
                firsts.setdefault((entry.term, entry.rest, case), set()).add(form)
    for (_, rest, case), first in firsts.items():
        words = [column for forms in (first, *rest) for column in _columns(forms)]
        if words and {"0"} not in words:  # "No. 10" would be any number
            yield " ".join("|".join(sorted(forms)) for forms in [{_cased(form, case) for form in words[0]}, *words[1:]])


def _is_small(form: str, language: str) -> bool:
    return any(reading.part in _SMALL_WORDS for reading in readings(form, language))


def _columns(forms: Iterable[str]) -> list[set[str]]:
    """Cut the forms of a word as features see them: "u.k." is two words, "&" none."""
    cut = [[token.form.removesuffix("ʼs") for token in tokens(form)] for form in forms]
    shortest = min(map(len, cut))
    return [set(column) for column in zip(*(words for words in cut if len(words) == shortest), strict=True)]


def _cased(form: str, case: str) -> str:
    return form.upper() if case == "upper" else form[:1].upper() + form[1:] if case == "title" else form


if __name__ == "__main__":
    data_path("actors", "forms.txt").write_text(forms_text(), encoding="utf-8")
